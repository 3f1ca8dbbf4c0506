"""Where the links of a body lead: to other texts of the content, to files beside them, to paths of the site.

Editors write `[the form](form.pdf)` or `[another job](../postings/other.en.md)`, which GitHub can follow as well, or an
address of the site, such as `/en/archive/`.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from jobglot.markup import anchor, relink
from jobglot.model import Body
from jobglot.problem import Origin, Problem, error
from jobglot.routes import Links, PageType, Route, url_path

COLLECTION_OF = {PageType.POSTING: "postings", PageType.NEWS: "news", PageType.PAGE: "pages"}
"""The name of the collection whose things have pages of that type."""

PREFIXES = {**dict.fromkeys(COLLECTION_OF, "c-"), PageType.LISTING: "o-"}
"""What the ids of a body's headings begin with, by the type of its page."""

UNREADABLE = Route(PageType.PAGE, "", "unreadable")
"""A text that is there and cannot be read, which is told as its own problem: it never has a page."""


def body_html(body: Body, owner: str, links: Links, *, absolute: bool = False) -> str:
    """The body with every inside link leading to its page; `owner` is the path of the file it stands in.

    A link to a text that has no page just now (closed long ago, not yet open) keeps its words and loses its address;
    so does one that leads nowhere, where a board is built in spite of it.
    """
    addresses = {}
    for url, _ in body.links:
        target = target_of(url, owner, links) or ""
        addresses[url] = links.base_url[: -len(links.prefix)] + target if absolute and target else target
    return relink(body.html, addresses)


def target_of(url: str, owner: str, links: Links) -> str | None:
    """The address that a link of the file `owner` leads to; "" if its page is not there just now, None if never."""
    route = route_of(url, owner, links)
    if route is None:
        return None
    if not links.has(route):
        return ""
    fragment = url.partition("#")[2]
    if not fragment:
        return links.url(route)
    return f"{links.url(route)}#{heading_id(fragment, route) if route.type in PREFIXES else fragment}"


def route_of(url: str, owner: str, links: Links) -> Route | None:
    """The page or file that a link means: by its path in the site's folder or by its address; None when nothing is."""
    path = unquote(url.partition("#")[0])
    if path.startswith("/"):
        static = Route(PageType.STATIC, id=path[1:])
        return static if links.has(static) else links.pages.get(url_path(path[1:]))
    file = posixpath.normpath(posixpath.join(posixpath.dirname(owner), path))
    if file in links.files:
        return links.files[file]
    if file in links.texts and file.endswith(".md"):
        return UNREADABLE
    if posixpath.dirname(file) != posixpath.dirname(owner):
        static = Route(PageType.STATIC, id=file.removeprefix("static/"))
        return static if links.has(static) else None
    page = links.files.get(owner)
    beside = attachment(page, posixpath.basename(file))
    if beside is None:
        return None
    # The files of a page that is not there just now are not there either.
    is_there = beside in links.paths or (page not in links.paths and file in links.texts)
    return beside if is_there else None


def heading_id(fragment: str, page: Route) -> str:
    """The id of a heading on a page of ours, from the fragment by which GitHub knows it."""
    return PREFIXES[page.type] + anchor(unquote(fragment))


def attachment(owner: Route | None, name: str) -> Route | None:
    """The route of the file `name` that goes with a page; None for pages that have no such files."""
    if owner is None or owner.type not in COLLECTION_OF:
        return None
    return Route(PageType.ATTACHMENT, owner.language, COLLECTION_OF[owner.type], f"{owner.id}/{name}")


def leads_nowhere(url: str, origin: Origin) -> Problem:
    """The problem of a link that leads to nothing."""
    remedy = "link to a file of the content, such as ../pages/about.en.md, to a file beside this one, or to https://…"
    return error(origin, "link-broken", f"the link “{url}” leads to nothing", remedy)


def broken_links(body: Body, owner: str, links: Links, bodies: Mapping[str, Body]) -> Iterator[Problem]:
    """A problem for every inside link that leads nowhere. `bodies` holds those of all files, by path."""
    for url, origin in body.links:
        route = route_of(url, owner, links)
        if route is None:
            yield leads_nowhere(url, origin)
            continue
        fragment = url.partition("#")[2]
        file = links.sources.get(route, "") if fragment else ""
        if file in bodies and heading_id(fragment, route) not in bodies[file].anchors:
            remedy = "give a heading of that text, or link to the whole of it"
            yield error(origin, "link-fragment", f"no heading of {file} answers to “#{fragment}”", remedy)
