"""What search engines should list, and since when it is so: sitemaps.org 0.9 with alternates, and robots.txt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from html import escape

from jobglot import xmldoc
from jobglot.alternates import alternates
from jobglot.jsontext import utc
from jobglot.listings import paginate, readable
from jobglot.model import NewsItem
from jobglot.routes import Links, PageType, Route
from jobglot.site import Site
from jobglot.xmldoc import element

MAX_URLS = 50_000
MAX_BYTES = 50_000_000  # sitemaps.org says 52,428,800 in one place and "50 MB" in another
ENTRY_OVERHEAD = 150
ALTERNATE_OVERHEAD = 80

SITEMAP = {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"}
XHTML = {"xmlns:xhtml": "http://www.w3.org/1999/xhtml"}

INDEXED = frozenset(
    {
        PageType.CHOOSER,
        PageType.HOME,
        PageType.POSTING,
        PageType.LISTING,
        PageType.LISTING_INDEX,
        PageType.CLOSING_SOON,
        PageType.NEW,
        PageType.ARCHIVE,
        PageType.SEARCH,
        PageType.NEWS_INDEX,
        PageType.NEWS,
        PageType.PAGE,
    }
)


def is_indexed(route: Route, site: Site) -> bool:
    """Whether a search engine should list the page; any other page says `noindex`.

    Not the shortlist, 404s, redirects and files; and no posting that no longer takes applications, which Google wants
    out of its index (https://developers.google.com/search/docs/appearance/structured-data/job-posting).
    """
    if route.type is PageType.POSTING:
        return route.id in site.standings and site.standings[route.id].state.takes_applications
    return route.type in INDEXED


def part_count(site: Site, links: Links) -> int:
    """How many sitemap files the pages need, at least one. Asks `links` for pages only, not for the sitemaps."""
    return len(_parts(site, links))


def part(site: Site, links: Links, number: int) -> bytes:
    """The sitemap file of that number, from 1: at most 50,000 addresses and 50 MB."""
    changes, dates, sets = Changes(site), dict["datetime | date", str](), dict[Route, str]()
    urls = []
    for route in _parts(site, links)[number - 1]:
        if route not in sets:
            found = alternates(route, site, links)
            # Every page of a set has the same; a page that is in one language only needs none.
            text = "" if len(found) < 3 else "\n".join(_alternate(tag, links.absolute(to)) for tag, to in found)
            sets.update(dict.fromkeys([route, *(to for _, to in found)], text))
        changed = changes.of(route)
        if changed is not None and changed not in dates:
            dates[changed] = element("lastmod", w3c_datetime(changed))
        parts = (element("loc", links.absolute(route)), dates[changed] if changed is not None else "", sets[route])
        urls.append(xmldoc.parent("url", filter(None, parts)))
    return xmldoc.document(xmldoc.parent("urlset", urls, {**SITEMAP, **XHTML}))


def _alternate(tag: str, url: str) -> str:
    return element("xhtml:link", attributes={"rel": "alternate", "hreflang": tag, "href": url})


def index(site: Site, links: Links) -> bytes:
    """The sitemap index, naming every part in order."""
    changes, sitemaps = Changes(site), []
    for number, routes in enumerate(_parts(site, links), start=1):
        changed = [at for route in routes if isinstance(at := changes.of(route), datetime)]
        parts = (
            element("loc", links.absolute(Route(PageType.SITEMAP, number=number))),
            element("lastmod", w3c_datetime(max(changed))) if changed else "",
        )
        sitemaps.append(xmldoc.parent("sitemap", filter(None, parts)))
    return xmldoc.document(xmldoc.parent("sitemapindex", sitemaps, SITEMAP))


def robots(links: Links) -> bytes:
    """robots.txt (RFC 9309): nothing is kept from crawlers, which must see a `noindex` to obey it."""
    lines = ["User-agent: *", "Disallow:", ""]
    index_route = Route(PageType.SITEMAP_INDEX)
    if links.has(index_route):
        lines += [f"Sitemap: {links.absolute(index_route)}", ""]
    return "\n".join(lines).encode()


def w3c_datetime(changed: datetime | date) -> str:
    """A day or an instant as sitemaps write it (https://www.w3.org/TR/NOTE-datetime)."""
    return utc(changed) if isinstance(changed, datetime) else changed.isoformat()


def _routes(site: Site, links: Links) -> list[Route]:
    return sorted((route for route in links.paths if is_indexed(route, site)), key=lambda route: links.paths[route])


def _parts(site: Site, links: Links) -> list[list[Route]]:
    routes = _routes(site, links)
    longest = max((len(escape(links.absolute(route))) for route in routes), default=0)
    versions = len(site.config.languages) + 1
    entry = ENTRY_OVERHEAD + longest + versions * (ALTERNATE_OVERHEAD + longest)
    size = max(1, min(MAX_URLS, MAX_BYTES // entry))
    return [routes[at : at + size] for at in range(0, len(routes), size)] or [[]]


class Changes:
    """When each page of a site last changed. Remembers how lists are cut into pages, which all pages of one share."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._listings = {(listing.kind, listing.id): listing.postings for listing in site.listings}
        self._news = {item.id: item for item in site.content.news}
        self._cut: dict[Route, tuple[tuple[str, ...], ...]] = {}

    def of(self, route: Route) -> datetime | date | None:
        """The last change of what the page holds; None when that is nothing that has a date."""
        if route.type is PageType.POSTING:
            return self._site.standings[route.id].updated
        if route.type is PageType.NEWS:
            return self._news[route.id].date if route.id in self._news else None
        if route.type is PageType.NEWS_INDEX:
            return max((item.date for item in self._news_in(route.language)), default=None)
        return max((self._changed(id_) for id_ in self._held(route)), default=None)

    def _news_in(self, language: str) -> Iterator[NewsItem]:
        return (item for id_ in self._site.news if (item := self._news[id_]).edition(language) is not None)

    def _changed(self, id_: str) -> datetime:
        standing = self._site.standings[id_]
        return max(standing.updated, standing.ended) if standing.ended else standing.updated

    def _held(self, route: Route) -> tuple[str, ...]:
        """Ids of the postings that this page of a list shows."""
        first = route._replace(number=1)
        if first not in self._cut:
            site = self._site
            shown = readable(site.postings, self._listed(route), route.language, site.config.fallback)
            self._cut[first] = paginate(shown, site.config.per_page)
        pages = self._cut[first]
        return pages[route.number - 1] if route.number <= len(pages) else ()

    def _listed(self, route: Route) -> tuple[str, ...]:
        site = self._site
        if route.type is PageType.LISTING:
            return self._listings.get((route.kind, route.id), ())
        lists = {
            PageType.HOME: site.open,
            PageType.NEW: site.newest,
            PageType.CLOSING_SOON: site.closing_soon,
            PageType.ARCHIVE: site.archive,
        }
        return lists.get(route.type, ())
