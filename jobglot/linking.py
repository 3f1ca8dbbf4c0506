"""Where the links of a body lead: to other texts of the content, to files beside them, to paths of the site.

Editors write `[the form](form.pdf)` or `[another job](../postings/other.en.md)`, which GitHub can follow as well, or an
address of the site, such as `/en/archive/`, perhaps with its host.
"""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote

from jobglot.markup import anchor, relink
from jobglot.model import Body
from jobglot.problem import Origin, Problem, error
from jobglot.routes import COLLECTION_OF, Links, PageType, Route, below, url_path

PREFIXES = {**dict.fromkeys(COLLECTION_OF, "c-"), PageType.LISTING: "o-"}
"""What the ids of a body's headings begin with, by the type of its page."""

MOST_ADDRESSES, MOST_TEXTS = 2_000, 200
"""Among so many addresses of a board, or texts of a folder, one is looked for that is like a wrong one; among more it
takes long."""

UNREADABLE = Route(PageType.PAGE, "", "unreadable")
"""A text that is there and cannot be read, which is told as its own problem: it never has a page."""


def body_html(body: Body, owner: str, links: Links, *, absolute: bool = False) -> str:
    """The body with every inside link leading to its page; `owner` is the path of the file it stands in.

    A link to a text that has no page just now (closed long ago, not yet open) keeps its words and loses its address;
    so does one that leads nowhere, where a board is built in spite of it, unless it is a whole address.
    """
    addresses = {}
    for url, _ in body.links:
        target = target_of(url, owner, links)
        if target is None and _is_whole(url):
            continue
        target = target or ""
        addresses[url] = links.base_url[: -len(links.prefix)] + target if absolute and target else target
    return relink(body.html, addresses)


def target_of(url: str, owner: str, links: Links) -> str | None:
    """The address that a link of the file `owner` leads to; "" if its page is not there just now, None if never."""
    route = route_of(url, owner, links)
    if route is None:
        return None
    if not links.has(route):
        return ""
    _, query, fragment = _parts(url, links)
    address = f"{links.url(route)}?{query}" if query else links.url(route)
    if not fragment:
        return address
    return f"{address}#{heading_id(fragment, route) if route.type in PREFIXES else fragment}"


def route_of(url: str, owner: str, links: Links) -> Route | None:
    """The page or file that a link means: by its path in the site's folder or by its address; None when nothing is."""
    path = unquote(_parts(url, links)[0])
    if path.startswith("/"):
        static = Route(PageType.STATIC, id=path[1:])
        address = url_path(path[1:])
        # Whoever copied a whole address got it from a host that leads on to the one with a slash.
        names = (address, f"{address}/") if _is_whole(url) else (address,)
        found = (links.pages.get(name) or links.absent.get(name) for name in names)
        return static if links.has(static) else next(filter(None, found), None)
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


def _parts(url: str, links: Links) -> tuple[str, str, str]:
    """Path, query and fragment of a link; a whole address is that of a page of the site, which begins with a slash."""
    inside = below(links.base_url, url) if _is_whole(url) else None
    path, _, fragment = (url if inside is None else f"/{inside}").partition("#")
    # A relative one is the name of a file.
    path, _, query = path.partition("?") if path.startswith("/") else (path, "", "")
    return path, query, fragment


def _is_whole(url: str) -> bool:
    return "://" in url


def heading_id(fragment: str, page: Route) -> str:
    """The id of a heading on a page of ours, from the fragment by which GitHub knows it."""
    return PREFIXES[page.type] + anchor(unquote(fragment))


def attachment(owner: Route | None, name: str) -> Route | None:
    """The route of the file `name` that goes with a page; None for pages that have no such files."""
    if owner is None or owner.type not in COLLECTION_OF:
        return None
    return Route(PageType.ATTACHMENT, owner.language, COLLECTION_OF[owner.type], f"{owner.id}/{name}")


def broken_links(
    body: Body, owner: str, links: Links, bodies: Mapping[str, Body], *, guess: bool = True
) -> Iterator[Problem]:
    """A problem for every inside link that leads nowhere. `bodies` holds those of all files, by path.

    Not `guess`: no address is looked for that is like a wrong one.
    """
    for url, origin in body.links:
        route = route_of(url, owner, links)
        if route is None:
            yield _leads_nowhere(url, owner, origin, links, guess=guess)
            continue
        fragment = _parts(url, links)[2]
        file = links.sources.get(route, "") if fragment else ""
        if file in bodies and heading_id(fragment, route) not in bodies[file].anchors:
            remedy = "give a heading of that text, or link to the whole of it"
            yield error(origin, "link-fragment", f"no heading of {file} answers to “#{fragment}”", remedy)


def _leads_nowhere(url: str, owner: str, origin: Origin, links: Links, *, guess: bool) -> Problem:
    """The problem of a link of the file `owner` that leads to nothing; of `links`, the nearest is offered."""
    written, query, fragment = _parts(url, links)
    near = _nearest(unquote(written), owner, links, guess=guess)
    remedy = "link to a file of the content, such as ../pages/about.en.md, to a file beside this one, or to https://…"
    if near:
        remedy = f"did you mean “{near}{'?' if query else ''}{query}{'#' if fragment else ''}{fragment}”?"
    elif _is_whole(url):
        remedy = "correct it, and write it without the host; if other things answer there, set “own-link-broken: off”"
    elif "\\" in unquote(written):
        remedy = f"write it with slashes: {unquote(written).replace(chr(92), '/')}"
    elif _beside(written, owner) in links.texts:
        remedy = "put the file beside this text, and link to its name alone"
    elif written.lower().startswith("www."):
        remedy = f"write https://{url}"
    elif written.startswith("/") and re.search(r"\.(?!html?$)\w+$", written):
        remedy = f"put the file at static/{unquote(written).removeprefix('/static/').lstrip('/')}, or correct its name"
    message = f"the link “{url}” leads to nothing"
    if _is_whole(url):
        return error(origin, "own-link-broken", message, remedy)
    return error(origin, "link-broken", message, remedy)


def _beside(url: str, owner: str) -> str:
    """The path in the site's folder that a relative link of the file `owner` names."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(owner), unquote(url)))


def _nearest(path: str, owner: str, links: Links, *, guess: bool) -> str:
    """What a path that leads to nothing was most likely meant to be, as it is to be written; "" where nothing is."""
    folder = posixpath.dirname(owner)
    if path.startswith("/"):
        if path[1:] in links.texts:
            return posixpath.relpath(path[1:], folder)
        address = url_path(path.removeprefix("/static")[1:])
        found = [f"{address}/"] if f"{address}/" in links.pages else []
        if not found and guess:
            found = _alike(address, links.names, MOST_ADDRESSES)
        return f"/{found[0]}" if found else ""
    if not path.endswith(".md"):
        return ""
    # A text that was moved, or one that is linked to from a text that was, has its name still.
    same = links.texts_by_name.get(posixpath.basename(path), ())
    meant = _beside(path, owner)
    beside = links.texts_by_folder.get(posixpath.dirname(meant), ())
    found = list(same) if len(same) == 1 else _alike(meant, beside, MOST_TEXTS)
    return posixpath.relpath(found[0], folder) if found else ""


def _alike(wanted: str, known: Sequence[str], most: int) -> list[str]:
    """The one most like it, where there is one, and not too many to look at each.

    The last part has to be like it too: all that lies in a folder has the folder's name in common.
    """
    near = difflib.get_close_matches(wanted, known, 3, 0.8) if len(known) <= most else []
    name = _name(wanted)
    return [one for one in near if difflib.SequenceMatcher(None, name, _name(one)).ratio() >= 0.5][:1]


def _name(path: str) -> str:
    return posixpath.basename(path.rstrip("/")).partition(".")[0]
