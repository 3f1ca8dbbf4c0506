"""Where the links of a body lead: to other texts of the content, to files beside them, to paths of the site.

Editors write `[the form](form.pdf)` or `[another job](../postings/other.en.md)`, which GitHub can follow as well.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from jobglot.markup import anchor, relink
from jobglot.model import Body
from jobglot.problem import Problem, error
from jobglot.routes import Links, PageType, Route

COLLECTION_OF = {PageType.POSTING: "postings", PageType.NEWS: "news", PageType.PAGE: "pages"}
"""The name of the collection whose things have pages of that type."""


def body_html(body: Body, owner: str, links: Links, *, absolute: bool = False) -> str:
    """The body with every inside link leading to its page; `owner` is the path of the file it stands in.

    A link to a text that has no page just now (closed long ago, not yet open) keeps its words and loses its address.
    """
    addresses = {}
    for url, _ in body.links:
        target = target_of(url, owner, links)
        if target is not None:
            addresses[url] = links.base_url[: -len(links.prefix)] + target if absolute and target else target
    return relink(body.html, addresses)


def target_of(url: str, owner: str, links: Links) -> str | None:
    """The address that a link of the file `owner` leads to; "" if its page is not there just now, None if never."""
    path, _, fragment = url.partition("#")
    path = unquote(path)
    if path.startswith("/"):
        static = Route(PageType.STATIC, id=path[1:])
        if links.has(static):
            return links.url(static)
        return links.prefix + url[1:] if path == "/" or path[1:] in links.addresses else None
    file = posixpath.normpath(posixpath.join(posixpath.dirname(owner), path))
    route = links.files.get(file)
    if route is None and file in links.texts and file.endswith(".md"):
        return ""
    if route is None:
        route = attachment(links.files.get(owner), posixpath.basename(file)) if "/" not in path.lstrip("./") else None
        if route is None or not links.has(route):
            return None
        return links.url(route)
    if not links.has(route):
        return ""
    return links.url(route) + (f"#c-{anchor(unquote(fragment))}" if fragment else "")


def attachment(owner: Route | None, name: str) -> Route | None:
    """The route of the file `name` that goes with a page; None for pages that have no such files."""
    if owner is None or owner.type not in COLLECTION_OF:
        return None
    return Route(PageType.ATTACHMENT, owner.language, COLLECTION_OF[owner.type], f"{owner.id}/{name}")


def broken_links(body: Body, owner: str, links: Links) -> Iterator[Problem]:
    """A problem for every inside link that leads nowhere."""
    for url, origin in body.links:
        if target_of(url, owner, links) is None:
            yield error(
                origin,
                "link-broken",
                f"the link “{url}” leads to nothing",
                "link to a file of the content, such as ../pages/about.en.md, to a file beside this one, or to https://…",
            )
