"""All categories, organizations, places or employment types, as a tree with counts: `index.html`."""

from __future__ import annotations

from dataclasses import dataclass, replace

from jobglot.collation import sort_key
from jobglot.press import Press
from jobglot.routes import PageType, Route
from jobglot.view_chrome import LISTING_NAMES
from jobglot.view_list import counted_jobs, ids_of
from jobglot.views import Link, Said


@dataclass(frozen=True, slots=True)
class Node:
    """A listing with how many jobs it has, and the narrower ones."""

    link: Link
    count: str
    is_empty: bool
    note: str
    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """The view of `index.html`. A job may stand under several headings, so `count` is not the sum of the counts."""

    heading: Said
    count: str
    nodes: tuple[Node, ...]
    has_tree: bool


def index_view(press: Press, route: Route) -> IndexView:
    """The index of one kind of listing."""
    desk, language = press.desks[route.language], route.language
    flat = [
        (listing.depth, _node(press, Route(PageType.LISTING, language, route.kind, listing.id)))
        for listing in press.site.listings
        if listing.kind == route.kind and press.links.has(Route(PageType.LISTING, language, route.kind, listing.id))
    ]
    if route.kind == "organizations":
        flat.sort(key=lambda entry: sort_key(entry[1].link.said.text, desk.language))
    every = ids_of(press, Route(PageType.HOME, language))
    return IndexView(
        heading=Said(desk.gettext(LISTING_NAMES[route.kind])),
        count=counted_jobs(desk, len(every)),
        nodes=_tree(flat, 0)[0],
        has_tree=any(depth for depth, _ in flat),
    )


def _node(press: Press, route: Route) -> Node:
    desk = press.desks[route.language]
    name = desk.heading(route.kind, route.id, press.site.content)
    count = len(ids_of(press, route))
    country = ""
    if route.kind == "places":
        code = press.site.content.places[route.id].country
        country = desk.country(code) if code else ""
    note = country if country != name.text else ""
    return Node(press.link(route, name), desk.formatter.number(count), not count, note, ())


def _tree(flat: list[tuple[int, Node]], at: int) -> tuple[tuple[Node, ...], int]:
    """The nodes from `at` on that are as deep as that one, each with those below it; and where they end."""
    nodes: list[Node] = []
    depth = flat[at][0] if at < len(flat) else 0
    while at < len(flat) and flat[at][0] == depth:
        node = flat[at][1]
        children: tuple[Node, ...] = ()
        at += 1
        if at < len(flat) and flat[at][0] > depth:
            children, at = _tree(flat, at)
        nodes.append(replace(node, children=children))
    return tuple(nodes), at
