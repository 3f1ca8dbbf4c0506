"""Types of page, where each lies under the output folder, and its address.

A route says which page; a path which file; a URL which address. Routes are values that can be compared, hashed and
listed; the map from route to path is made once, by `plan`, and read through `Links`.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import NamedTuple
from urllib.parse import quote, urlsplit


class PageType(Enum):
    """Everything a build can make, one name a kind of file."""

    # That of `Enum` is written in Python, and routes are looked up by the million.
    __hash__ = object.__hash__

    HOME = "home"
    POSTING = "posting"
    LISTING = "listing"
    LISTING_INDEX = "listing_index"
    CLOSING_SOON = "closing_soon"
    NEW = "new"
    ARCHIVE = "archive"
    NEWS_INDEX = "news_index"
    NEWS = "news"
    PAGE = "page"
    SEARCH = "search"
    SHORTLIST = "shortlist"
    STATEMENT = "statement"
    NOT_FOUND = "not_found"
    CHOOSER = "chooser"
    REDIRECT = "redirect"
    ATOM = "atom"
    JSON_FEED = "json_feed"
    CALENDAR = "calendar"
    DATA = "data"
    SITEMAP_INDEX = "sitemap_index"
    SITEMAP = "sitemap"
    ROBOTS = "robots"
    HEADERS = "headers"
    REDIRECTS = "redirects"
    MANIFEST = "manifest"
    SECURITY = "security"
    BUILD = "build"
    STATIC = "static"
    ATTACHMENT = "attachment"


COLLECTION_OF: Mapping[PageType, str] = {
    PageType.POSTING: "postings",
    PageType.NEWS: "news",
    PageType.PAGE: "pages",
}
"""The name of the collection whose things have pages of that type."""
PAGE_OF: Mapping[str, PageType] = {collection: type_ for type_, collection in COLLECTION_OF.items()}
"""The type of the pages that the things of a collection have."""


class Route(NamedTuple):
    """Which page.

    `language` is a tag of the config or ""; `kind` is the name of a listing (`categories`, …) where the page is about
    one; `id` names the posting, term, news item, file …; `number` counts the pages of a paginated list from 1.
    """

    type: PageType
    language: str = ""
    kind: str = ""
    id: str = ""
    number: int = 1


def redirect_target(alias: Route) -> Route:
    """The page to which a route of the type REDIRECT leads on: of a thing, or the first of a listing."""
    if alias.kind in PAGE_OF:
        return Route(PAGE_OF[alias.kind], alias.language, id=alias.id)
    return Route(PageType.LISTING, alias.language, alias.kind, alias.id)


@dataclass(frozen=True)
class Links:
    """The address of every page of the plan.

    `base_url` ends in "/" and may hold a sub-path. `paths` maps each route to its path under the output folder.
    """

    base_url: str
    paths: Mapping[Route, str]
    files: Mapping[str, Route] = field(default_factory=dict)
    """The page of each file of the content, by its path; also of those that have none just now."""
    texts: frozenset[str] = frozenset()
    """The paths of all files of the content, also of those that could not be read."""
    absent: Mapping[str, Route] = field(default_factory=dict)
    """The routes of addresses at which texts of the content have no page just now, without the leading slash."""

    @cached_property
    def _relative(self) -> dict[Route, str]:
        return {route: url_path(path) for route, path in self.paths.items()}

    @cached_property
    def prefix(self) -> str:
        """The path part of the base URL: "/" or "/sub/path/"."""
        return urlsplit(self.base_url).path or "/"

    @cached_property
    def pages(self) -> Mapping[str, Route]:
        """The route of every address of the plan, without the leading slash."""
        return {address: route for route, address in self._relative.items()}

    @cached_property
    def sources(self) -> Mapping[Route, str]:
        """The file of the content that a page comes from, for those that come from one."""
        return {page: path for path, page in self.files.items()}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """All addresses that a body may lead to, and the names of all static files, sorted."""
        pages = (address for address, route in self.pages.items() if route.type is not PageType.STATIC)
        static = (route.id for route in self.paths if route.type is PageType.STATIC)
        return tuple(sorted({*pages, *self.absent, *static}))

    @cached_property
    def texts_by_name(self) -> Mapping[str, list[str]]:
        """The paths of the texts of the content, by their names without folders."""
        return _grouped(self.texts, posixpath.basename)

    @cached_property
    def texts_by_folder(self) -> Mapping[str, list[str]]:
        """The same by their folders."""
        return _grouped(self.texts, posixpath.dirname)

    def has(self, route: Route) -> bool:
        """Whether the plan holds that page."""
        return route in self.paths

    def url(self, route: Route) -> str:
        """The address without scheme and host, as links inside the site use it. KeyError when there is no such page."""
        return self.prefix + self._relative[route]

    def find(self, route: Route) -> str:
        """The same address, or "" when there is no such page."""
        path = self._relative.get(route)
        return "" if path is None else self.prefix + path

    def absolute(self, route: Route) -> str:
        """The whole address, as feeds, calendars and `canonical` need it."""
        return self.base_url + self._relative[route]


def url_path(path: str) -> str:
    """The address of a path, percent-encoded (RFC 3986), no slash before it: `en/jobs/x/index.html` → `en/jobs/x/`."""
    if path == "index.html" or path.endswith("/index.html"):
        path = path[: -len("index.html")]
    return path if _NEEDS_NO_QUOTING.fullmatch(path) else quote(path, safe="/-._~!$&'()*+,;=:@")


_NEEDS_NO_QUOTING = re.compile("[a-z0-9/._-]*")


def below(base_url: str, url: str) -> str | None:
    """What a whole address goes on with below another, which ends in “/”; None where it lies elsewhere.

    As browsers find their way: the letters of a host may be large or small, its usual port may be said, and http leads
    to where https does.
    """
    base, found = _WHOLE.fullmatch(base_url), _WHOLE.fullmatch(url)
    if not base or not found or found["host"].lower() != base["host"].lower():
        return None
    folder, path = base["path"], found["path"]
    if path.startswith(folder):
        return path[len(folder) :]
    # The folder itself, without its slash.
    is_folder = path.startswith(folder[:-1]) and path[len(folder) - 1 :][:1] in ("", "?", "#")
    return path[len(folder) - 1 :] if folder and is_folder else None


_WHOLE = re.compile(r"https?://(?P<host>[^/?#]*?)(?::80|:443)?(?:/|(?=[?#])|$)(?P<path>.*)", re.IGNORECASE | re.DOTALL)


def _grouped(paths: Iterable[str], by: Callable[[str], str]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path in sorted(paths):
        found.setdefault(by(path), []).append(path)
    return found
