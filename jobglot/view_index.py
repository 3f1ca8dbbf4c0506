"""All categories, organizations, places or employment types, as a tree with counts: `index.html`.

What is too much for one page stands on several. Those of organizations, which stand by name, are called by what their
names begin with, as the drawers of a card index are; those of what an editor put in order, by numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import NamedTuple

from jobglot.collation import best_break, sort_key, spans
from jobglot.listings import evenly
from jobglot.model import Phrase
from jobglot.press import Press
from jobglot.routes import PageType, Route
from jobglot.view_chrome import LISTING_NAMES
from jobglot.view_list import Pages, counted_jobs, ids_of, pages_view
from jobglot.views import Link, Said

NEARBY = 20
"""So many names more or fewer may stand on a page for the sake of a better place to end it."""


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
    pages: Pages | None


class _Entry(NamedTuple):
    """A listing on its way to its page. `above` are the entries that it stands below, the broadest first."""

    id: str
    name: Phrase
    above: tuple[_Entry, ...]


def index_view(press: Press, route: Route) -> IndexView:
    """The index of one kind of listing, or one page of it."""
    desk, language = press.desks[route.language], route.language
    cut = press.once(("index", language, route.kind), lambda: _cut(press, route))
    shown = cut[route.number - 1]
    # What a page begins in the middle of is named again above it.
    begun = (*shown[0].above, *shown) if shown else ()
    steps = (Route(PageType.LISTING, language, route.kind, entry.id) for entry in begun)
    flat = [
        (len(entry.above), _node(press, step, entry.name))
        for entry, step in zip(begun, steps, strict=True)
        if press.links.has(step)
    ]
    return IndexView(
        heading=Said(desk.gettext(LISTING_NAMES[route.kind])),
        count=counted_jobs(desk, len(ids_of(press, Route(PageType.HOME, language)))),
        nodes=_tree(flat, 0)[0],
        has_tree=any(entry.above for page in cut for entry in page),
        pages=_pages(press, route, cut),
    )


def _cut(press: Press, route: Route) -> tuple[tuple[_Entry, ...], ...]:
    """The entries page by page; those by name are parted where a letter changes, if one does nearby."""
    entries = _entries(press, route)
    pages = evenly(entries)
    if route.kind != "organizations":
        return pages
    names = [entry.name.text for entry in entries]
    ends = [best_break(names, end, NEARBY) for end in accumulate(len(page) for page in pages[:-1])]
    return tuple(entries[begin:end] for begin, end in pairwise((0, *ends, len(entries))))


def _entries(press: Press, route: Route) -> tuple[_Entry, ...]:
    """All listings of the kind in the order in which readers look for them."""
    desk = press.desks[route.language]
    found: list[_Entry] = []
    line: tuple[_Entry, ...] = ()
    for listing in press.site.listings:
        if listing.kind == route.kind:
            name = desk.heading(listing.kind, listing.id, press.site.content)
            found.append(_Entry(listing.id, name, line[: listing.depth]))
            line = (*line[: listing.depth], found[-1])
    if route.kind == "organizations":
        found.sort(key=lambda entry: sort_key(entry.name.text, desk.language))
    return tuple(found)


def _pages(press: Press, route: Route, cut: tuple[tuple[_Entry, ...], ...]) -> Pages | None:
    pages = pages_view(press, route, len(cut))
    if pages is None or route.kind != "organizations":
        return pages
    return replace(pages, steps=tuple(_by_name(press, route, cut)))


def _by_name(press: Press, route: Route, cut: tuple[tuple[_Entry, ...], ...]) -> Iterator[Link]:
    """A link to each page, in what its first and its last name begin with."""
    names = press.once(
        ("index", route.language, route.kind, "spans"),
        lambda: spans([(page[0].name.text, page[-1].name.text) for page in cut]),
    )
    for number, (first, last) in enumerate(names, start=1):
        text = first if first == last else f"{first} – {last}"
        yield press.link(route._replace(number=number), Phrase(text), current="page" if number == route.number else "")


def _node(press: Press, route: Route, name: Phrase) -> Node:
    desk = press.desks[route.language]
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
