"""Every file of the site: which there are, where each lies, and one pure function that makes any of them.

`plan` lists the routes that follow from a site and gives each its path; two things at one path are a problem. `produce`
turns one path into bytes; writing and preview call nothing else.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from jobglot import __version__, calendars, data, feeds, hosting, pages, sitemap
from jobglot.addresses import addresses, attachment_source, files_of, origin_of
from jobglot.assets import Asset, assets_of
from jobglot.i18n import Catalog
from jobglot.linking import broken_links
from jobglot.model import ContentPage, NewsItem, Posting
from jobglot.press import Press, set_up
from jobglot.problem import Problem, error
from jobglot.routes import Links, PageType, Route
from jobglot.site import Site

WRITTEN_LAST: Mapping[PageType, int] = {
    PageType.STATIC: -2,
    PageType.ATTACHMENT: -1,
    **dict.fromkeys((PageType.HOME, PageType.LISTING, PageType.LISTING_INDEX, PageType.CLOSING_SOON), 1),
    **dict.fromkeys((PageType.NEW, PageType.ARCHIVE, PageType.NEWS_INDEX, PageType.CHOOSER, PageType.DATA), 1),
    **dict.fromkeys((PageType.ATOM, PageType.JSON_FEED, PageType.CALENDAR, PageType.SITEMAP), 2),
    **dict.fromkeys((PageType.SITEMAP_INDEX, PageType.BUILD), 3),
}
"""The order of writing; what is not named comes in the middle."""

OVERRIDABLE = frozenset(["robots.txt", "_headers", "_redirects", ".well-known/security.txt"])
"""Generated files that give way to a static file of the same name."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a site looks like: templates by name, catalogs by language, static files by their path within `static/`."""

    templates: Mapping[str, str]
    catalogs: Mapping[str, Catalog]
    static: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Plan:
    """Every path of the site with its route, in the order of writing, and the press that prints the pages.

    What others refer to comes first: assets, then pages, then what lists them.
    """

    press: Press
    routes: Mapping[str, Route]
    assets: Mapping[str, Asset]

    @property
    def site(self) -> Site:
        """The site it was made from."""
        return self.press.site


def plan(site: Site, look: Look) -> tuple[Plan, list[Problem]]:
    """The plan of a site, with a problem for each collision and each link that leads nowhere."""
    assets = assets_of(look.static)
    own = {asset.path for asset in assets.values()} & OVERRIDABLE
    routes: dict[str, Route] = {}
    problems: list[Problem] = []
    taken: dict[str, Route] = {}
    statics = ((Route(PageType.STATIC, id=asset.name), asset.path) for asset in assets.values())
    for route, path in (*((r, p) for r, p in addresses(site) if p not in own), *statics):
        key = unicodedata.normalize("NFC", path).casefold()
        first = taken.setdefault(key, route)
        if first is not route:
            problems.append(_collision(route, first, path, site))
        else:
            routes[path] = route
    problems += _folders_in_the_way(taken, routes, site)
    paths = {route: path for path, route in routes.items()}
    without_sitemap = Links(site.config.base_url, paths, files_of(site), site.content.paths)
    for number in range(1, sitemap.part_count(site, without_sitemap) + 1):
        routes[f"sitemap-{number}.xml"] = Route(PageType.SITEMAP, number=number)
    links = replace(without_sitemap, paths={route: path for path, route in routes.items()})
    problems += _broken_links(site, links)
    press = set_up(site, links, look.catalogs, look.templates, {a.name: a.path for a in assets.values()})
    ordered = sorted(routes.items(), key=lambda item: (WRITTEN_LAST.get(item[1].type, 0), item[0]))
    return Plan(press, dict(ordered), assets), problems


def produce(planned: Plan, path: str) -> bytes:
    """The bytes of the file at `path`. KeyError when the plan has no such path; TemplateFault from a bad template."""
    route = planned.routes[path]
    make = PRODUCERS.get(route.type)
    if make is None:
        return pages.html(planned.press, route).encode()
    return make(planned, route)


def _feed(planned: Plan, route: Route) -> bytes:
    press = planned.press
    return feeds.atom(press.site, press.links, press.desks[route.language], route.kind, route.id)


def _json_feed(planned: Plan, route: Route) -> bytes:
    press = planned.press
    return feeds.json_feed(press.site, press.links, press.desks[route.language], route.kind, route.id)


def _calendar(planned: Plan, route: Route) -> bytes:
    press = planned.press
    return calendars.calendar(press.site, press.links, press.desks[route.language], route.kind, route.id)


def _data(planned: Plan, route: Route) -> bytes:
    return data.postings_json(planned.site, planned.press.links, planned.press.desks[route.language])


def _manifest(planned: Plan, route: Route) -> bytes:
    return hosting.manifest(planned.site, planned.press.links, planned.press.desks[route.language])


def _security(planned: Plan, route: Route) -> bytes:
    config = planned.site.config
    if config.security is None:
        raise KeyError(route)
    return hosting.security_txt(config.security, planned.press.links, config.languages)


def _attachment(planned: Plan, route: Route) -> bytes:
    return planned.site.content.files[attachment_source(planned.site, route)]


PRODUCERS: Mapping[PageType, Callable[[Plan, Route], bytes]] = {
    PageType.ATOM: _feed,
    PageType.JSON_FEED: _json_feed,
    PageType.CALENDAR: _calendar,
    PageType.DATA: _data,
    PageType.SITEMAP_INDEX: lambda planned, _: sitemap.index(planned.site, planned.press.links),
    PageType.SITEMAP: lambda planned, route: sitemap.part(planned.site, planned.press.links, route.number),
    PageType.ROBOTS: lambda planned, _: sitemap.robots(planned.press.links),
    PageType.HEADERS: lambda planned, _: hosting.headers(planned.press.links),
    PageType.REDIRECTS: lambda planned, _: hosting.redirects(planned.press.links),
    PageType.MANIFEST: _manifest,
    PageType.SECURITY: _security,
    PageType.BUILD: lambda planned, _: hosting.build_json(planned.site, __version__),
    PageType.STATIC: lambda planned, route: planned.assets[route.id].content,
    PageType.ATTACHMENT: _attachment,
}
"""What makes each type of file that is not a page of HTML."""


def _broken_links(site: Site, links: Links) -> Iterator[Problem]:
    content = site.content
    texts: tuple[Posting | NewsItem | ContentPage, ...] = (*content.postings, *content.news, *content.pages)
    bodies = [(edition.body, edition.origin.path) for thing in texts for edition in thing.editions]
    bodies += [
        (e.body, e.origin.path) for organization in content.organizations.values() for e in organization.editions
    ]
    for body, path in bodies:
        if body.links:
            yield from broken_links(body, path, links)


def _collision(route: Route, first: Route, path: str, site: Site) -> Problem:
    one, other = origin_of(route, site), origin_of(first, site)
    message = f"the address /{path.removesuffix('index.html')} is taken already, by {other}"
    return error(one, "address-taken", message, "give one of the two another slug or name")


def _folders_in_the_way(taken: Mapping[str, Route], routes: Mapping[str, Route], site: Site) -> Iterator[Problem]:
    """A file where another file needs a folder."""
    for path, route in routes.items():
        above = unicodedata.normalize("NFC", path).casefold()
        while "/" in above:
            above = above.rpartition("/")[0]
            if above in taken:
                yield _collision(route, taken[above], path, site)
                break
