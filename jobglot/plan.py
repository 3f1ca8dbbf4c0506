"""Every file of the site: which there are, where each lies, and one pure function that makes any of them.

`plan` lists the routes that follow from a site and gives each its path; two things at one path are a problem. `produce`
turns one path into bytes; writing and preview call nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from jobglot import __version__, calendars, data, feeds, hosting, pages, sitemap, words
from jobglot.addresses import absent, addresses, attachment_source, files_of
from jobglot.assets import Asset, assets_of
from jobglot.checks import graded
from jobglot.collisions import Ledger, problems_of, twins
from jobglot.dead_links import dead_links, dead_links_of
from jobglot.host_lines import hiding
from jobglot.i18n import Catalog
from jobglot.model import Content, Posting
from jobglot.press import Press, set_up
from jobglot.problem import Problem
from jobglot.relate import newest_first
from jobglot.render import Compiled
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

OVERRIDABLE = frozenset(["robots.txt", ".well-known/security.txt"])
"""Generated files that give way to a static file of the same name."""
JOINED = frozenset(["_headers", "_redirects"])
"""Generated files that take in a static file of the same name."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a site looks like: templates by name, catalogs by language, static files by their path within `static/`."""

    templates: Mapping[str, str]
    catalogs: Mapping[str, Catalog]
    static: Mapping[str, bytes]
    is_own: bool = True
    """Whether templates or catalogs of the site's own are among them, in which there may be mistakes."""
    code: Mapping[str, Compiled] = field(default_factory=dict, compare=False, repr=False)
    """Templates that are compiled already, by name. They count where their sources are those of `templates`."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Every path of the site with its route, in the order of writing, and the press that prints the pages.

    What others refer to comes first: assets, then pages, then what lists them.
    """

    press: Press
    look: Look
    routes: Mapping[str, Route]
    assets: Mapping[str, Asset]
    is_whole: bool = True
    """Whether nothing had to be left out because of an error."""

    def __reduce__(self) -> tuple[Callable[..., Plan], tuple[Site, Look, bool]]:
        """On the way to another machine a plan is what it follows from: a press cannot travel."""
        return _again, (self.site, replace(self.look, code={}), self.is_whole)

    @property
    def may_fault(self) -> bool:
        """Whether a page may fail to be drawn: not by the packaged templates and catalogs alone, which tests draw."""
        return self.look.is_own

    @property
    def site(self) -> Site:
        """The site it was made from."""
        return self.press.site


def plan(site: Site, look: Look, left_out: Content | None = None) -> tuple[Plan, list[Problem]]:
    """The plan of a site, with a problem for each collision and each link that leads nowhere.

    `left_out` is what the site lacks because of errors in it: its links are looked at as well, and may lead to it.
    """
    assets = assets_of(look.static)
    own = {asset.path for asset in assets.values()} & OVERRIDABLE
    ledger = Ledger()
    ledger.give((route, path) for route, path in addresses(site) if path not in own)
    copied = (asset for asset in assets.values() if asset.name not in JOINED)
    ledger.give((Route(PageType.STATIC, id=asset.name), asset.path) for asset in copied)
    hidden = _hidden(site)
    without_sitemap = _links(site, ledger, hidden)
    parts = range(1, sitemap.part_count(site, without_sitemap) + 1)
    ledger.give((Route(PageType.SITEMAP, number=number), f"sitemap-{number}.xml") for number in parts)
    links = _links(site, ledger, hidden)
    problems = [*twins(look.static), *problems_of(ledger, site), *_later(site, ledger)]
    problems += hiding(look.static, links)
    problems += graded(dead_links(site, links, left_out), site.config.checks)
    names = {asset.name: asset.path for asset in assets.values()}
    press = set_up(site, links, look.catalogs, look.templates, names, look.code)
    ordered = sorted(ledger.routes.items(), key=lambda item: (WRITTEN_LAST.get(item[1].type, 0), item[0]))
    return Plan(press, look, dict(ordered), assets), problems


def _again(site: Site, look: Look, is_whole: bool) -> Plan:
    """The same plan."""
    return replace(plan(site, look)[0], is_whole=is_whole)


def reworded(planned: Plan, site: Site, rewritten: Mapping[str, Posting]) -> tuple[Plan, list[Problem]]:
    """The plan of a site that differs in words of these postings only, with the dead links that this has made.

    Every page lies where it lay.
    """
    links = planned.press.links
    before = [planned.site.postings[id_] for id_ in rewritten]
    # Links of other texts can only break where a heading has gone.
    is_anchored = _anchors(before) == _anchors(rewritten.values())
    texts = chain.from_iterable(p.editions for p in rewritten.values()) if is_anchored else site.content.texts()
    press = replace(planned.press, site=site, memory={})
    found = dead_links_of(texts, site.content, site.config, links)
    return replace(planned, press=press), graded(found, site.config.checks)


def _anchors(postings: Iterable[Posting]) -> list[tuple[str, ...]]:
    return [edition.body.anchors for posting in postings for edition in posting.editions]


def _hidden(site: Site) -> Mapping[str, Route]:
    """What is at addresses that have no page just now; nothing where no text links to an address of the site."""
    asked = any(url.startswith("/") or "://" in url for text in site.content.texts() for url, _ in text.body.links)
    return absent(site) if asked else {}


def _links(site: Site, ledger: Ledger, hidden: Mapping[str, Route]) -> Links:
    paths = {route: path for path, route in ledger.routes.items()}
    return Links(site.config.base_url, paths, files_of(site.content), site.content.paths, hidden)


def _later(site: Site, ledger: Ledger) -> Iterator[Problem]:
    """Warnings of what will collide when everything that is scheduled is to be seen."""
    items = tuple(item.id for item in newest_first(site.content.news) if item.id not in site.news)
    if not site.scheduled and not items:
        return
    later = replace(site, shown=frozenset(site.scheduled), news=items)
    known = frozenset(ledger.routes.values())
    ahead = Ledger()
    ahead.give((route, path) for path, route in ledger.routes.items())
    ahead.give((route, path) for route, path in addresses(later) if route not in known and path not in OVERRIDABLE)
    # What collides already is told as an error.
    told = {(route, path) for route, path, _ in ledger.late}
    ahead.late = [late for late in ahead.late if (late[0], late[1]) not in told]
    yield from problems_of(replace(ahead, routes={}), site, later=True)


def produce(planned: Plan, path: str) -> bytes:
    """The bytes of the file at `path`. KeyError when the plan has no such path; TemplateFault from a bad template."""
    route = planned.routes[path]
    make = PRODUCERS.get(route.type)
    if make is None:
        return pages.html(planned.press, route).encode()
    return make(planned, route)


def _feed(planned: Plan, route: Route) -> bytes:
    press = planned.press
    return feeds.atom(press.site, press.links, press.desks[route.language], route.kind, route.id, press.once)


def _json_feed(planned: Plan, route: Route) -> bytes:
    press = planned.press
    return feeds.json_feed(press.site, press.links, press.desks[route.language], route.kind, route.id, press.once)


def _calendar(planned: Plan, route: Route) -> bytes:
    press = planned.press
    return calendars.calendar(press.site, press.links, press.desks[route.language], route.kind, route.id)


def _data(planned: Plan, route: Route) -> bytes:
    if route.kind == "words" and route.id:
        key = ("words", route.language)
        parts = planned.press.once(key, lambda: words.words_by_part(planned.site, route.language))
        return words.part_json(parts[int(route.id)])
    if route.kind == "words":
        return words.words_json(planned.site, route.language)
    return data.postings_json(planned.site, planned.press.links, planned.press.desks[route.language])


def _manifest(planned: Plan, route: Route) -> bytes:
    return hosting.manifest(planned.site, planned.press.links, planned.press.desks[route.language])


def _headers(planned: Plan, _: Route) -> bytes:
    own = planned.look.static.get("_headers", b"")
    return hosting.headers(planned.press.links, planned.site.config.cms, own)


def _redirects(planned: Plan, _: Route) -> bytes:
    return hosting.redirects(planned.press.links, planned.look.static.get("_redirects", b""))


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
    PageType.HEADERS: _headers,
    PageType.REDIRECTS: _redirects,
    PageType.MANIFEST: _manifest,
    PageType.SECURITY: _security,
    PageType.BUILD: lambda planned, _: hosting.build_json(planned.site, __version__, is_whole=planned.is_whole),
    PageType.STATIC: lambda planned, route: planned.assets[route.id].content,
    PageType.ATTACHMENT: _attachment,
}
"""What makes each type of file that is not a page of HTML."""
