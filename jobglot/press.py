"""Everything a page is printed with."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast

from jobglot.desk import Desk, desks
from jobglot.i18n import Catalog
from jobglot.linking import body_html
from jobglot.model import Body, Phrase
from jobglot.render import Compiled, Html, Missing, Renderer, safe_html
from jobglot.routes import Links, PageType, Route, url_path
from jobglot.site import Listing, Site
from jobglot.views import Link, said

T = TypeVar("T")
_UNMADE = object()


@dataclass(frozen=True, slots=True)
class Press:
    """A site with the means to print its pages.

    `assets` maps the name of a static file to its path under the output; `listings` finds a listing by kind and id.

    `memory` holds what many pages share, such as links and drawn cards; it is filled while printing and changes nothing
    but the time that takes.
    """

    site: Site
    links: Links
    desks: Mapping[str, Desk]
    renderer: Renderer
    assets: Mapping[str, str]
    listings: Mapping[tuple[str, str], Listing]
    memory: dict[Hashable, object] = field(default_factory=dict, compare=False, repr=False)

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` makes, made at the first call for `key`, which says all that it depends on."""
        found = self.memory.get(key, _UNMADE)
        if found is _UNMADE:
            found = self.memory[key] = make()
        return cast("T", found)

    def url(self, route: Route) -> str:
        """The address of a page, or "" when the plan has no such page."""
        return self.links.find(route)

    def link(self, route: Route, text: Phrase, current: str = "") -> Link:
        """A link to a page of the same language; without address when the plan has no such page."""
        return Link(said(text), self.url(route), current=current)

    def links_to(self, language: str, *entries: tuple[str, Route]) -> tuple[Link, ...]:
        """Links in words of the interface to pages of that language, as far as the plan has them."""
        words = self.desks[language].gettext
        return tuple(self.link(step, Phrase(words(message))) for message, step in entries if self.links.has(step))

    def body(self, body: Body, owner: str) -> Html:
        """A body, its links leading to the pages of the plan. `owner` is the path of the file it was written in."""
        return safe_html(body_html(body, owner, self.links))


def asset_function(links: Links, assets: Mapping[str, str]) -> Callable[[str], str]:
    """What templates call as `asset('site.css')`: the address of a static file. `Missing` when there is none."""
    addresses = {name: links.prefix + url_path(path) for name, path in assets.items()}

    def asset(name: str) -> str:
        if name not in addresses:
            near = difflib.get_close_matches(name, addresses, 1, 0.7)
            remedy = f"did you mean “{near[0]}”?" if near else "put it into static/, or correct its name"
            raise Missing(f"there is no static file “{name}”", remedy)
        return addresses[name]

    return asset


def set_up(
    site: Site,
    links: Links,
    catalogs: Mapping[str, Catalog],
    templates: Mapping[str, str],
    assets: Mapping[str, str],
    code: Mapping[str, Compiled] | None = None,
) -> Press:
    """A press for a site: `templates` holds the text of each by its name, such as `posting.html`.

    `code` is that of those which are compiled.
    """
    renderer = Renderer(templates, {"asset": asset_function(links, assets)}, code=code)
    listings = {(listing.kind, listing.id): listing for listing in site.listings}
    return Press(site, links, desks(site.config, catalogs), renderer, assets, listings)


def posting_route(site: Site, language: str, posting: str) -> Route:
    """The page of a posting for readers of `language`: in the language it is best read in."""
    return Route(PageType.POSTING, site.postings[posting].best_edition(language).language, id=posting)
