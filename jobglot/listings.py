"""Which postings a list shows, in which order, on how many pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import TypeVar

from jobglot.model import Content, DeadlineKind, EmploymentType, Posting, Term
from jobglot.settings import Fallback
from jobglot.site import Listing, Standing

T = TypeVar("T")

MOST_NAMES = 300
"""About so many names stand on one page of an index at the most."""


def by_deadline(postings: Iterable[Posting], standings: Mapping[str, Standing]) -> tuple[str, ...]:
    """Ids for a list of open postings: featured ones first, then by deadline; those open until filled come last."""

    def key(posting: Posting) -> tuple[bool, bool, float, str]:
        until_filled = posting.deadline.kind is DeadlineKind.OPEN
        return (not posting.featured, until_filled, standings[posting.id].closes.timestamp(), posting.id)

    return tuple(posting.id for posting in sorted(postings, key=key))


def by_first_day(postings: Iterable[Posting]) -> tuple[str, ...]:
    """Ids, those that have come to be shown last first."""
    return tuple(p.id for p in sorted(postings, key=lambda p: (-p.first_day.toordinal(), p.id)))


def by_end(postings: Iterable[Posting], standings: Mapping[str, Standing]) -> tuple[str, ...]:
    """Ids of what is over, the last to end first."""

    def key(posting: Posting) -> tuple[float, str]:
        standing = standings[posting.id]
        return (-(standing.ended or standing.closes).timestamp(), posting.id)

    return tuple(posting.id for posting in sorted(postings, key=key))


def readable(postings: Mapping[str, Posting], ids: Iterable[str], language: str, fallback: Fallback) -> tuple[str, ...]:
    """Those of `ids` that a list in `language` shows, in the same order."""
    if fallback is Fallback.LIST:
        return tuple(ids)
    return tuple(id_ for id_ in ids if postings[id_].edition(language) is not None)


def paginate(entries: tuple[T, ...], per_page: int) -> tuple[tuple[T, ...], ...]:
    """The entries of a list page by page; an empty list has one empty page."""
    return tuple(entries[at : at + per_page] for at in range(0, len(entries), per_page)) or ((),)


def evenly(entries: tuple[T, ...]) -> tuple[tuple[T, ...], ...]:
    """The entries of an index on as few pages as can be, about as many on each: no last page with one name."""
    count = max(1, -(-len(entries) // MOST_NAMES))
    ends = [len(entries) * number // count for number in range(count + 1)]
    return tuple(entries[begin:end] for begin, end in pairwise(ends))


def listings_of(open_ids: tuple[str, ...], content: Content, kinds: tuple[str, ...]) -> tuple[Listing, ...]:
    """Every listing of the wanted kinds, empty ones included; the postings of each in the order of `open_ids`.

    Categories and places come in the order of their files, each after its parent; organizations by id; employment
    types in the order of their enumeration, only those that some posting names.
    """
    postings = {posting.id: posting for posting in content.postings}
    under: dict[tuple[str, str], list[str]] = {}
    for id_ in open_ids:
        for heading in headings(postings[id_], content):
            under.setdefault(heading, []).append(id_)

    def listing(kind: str, id_: str, depth: int = 0) -> Listing:
        return Listing(kind, id_, tuple(under.get((kind, id_), ())), depth)

    used = {kind for posting in content.postings for kind in posting.employment_type}
    every = {
        "categories": lambda: [listing("categories", t.id, depth) for t, depth in as_tree(content.categories)],
        "organizations": lambda: [listing("organizations", id_) for id_ in sorted(content.organizations)],
        "places": lambda: [listing("places", t.id, depth) for t, depth in as_tree(content.places)],
        "employment_types": lambda: [listing("employment_types", e.value) for e in EmploymentType if e in used],
    }
    return tuple(found for kind in kinds for found in every[kind]())


def headings(posting: Posting, content: Content) -> Iterator[tuple[str, str]]:
    """Every (kind, id) under which the posting is listed, each once; parents of its categories and places included."""
    categories = [above for id_ in posting.categories for above in lineage(id_, content.categories)]
    places = [above for location in posting.locations for above in lineage(location.place, content.places)]
    yield from (("categories", id_) for id_ in dict.fromkeys(categories))
    yield from (("places", id_) for id_ in dict.fromkeys(places))
    yield from (("employment_types", kind.value) for kind in dict.fromkeys(posting.employment_type))
    if posting.organization:
        yield ("organizations", posting.organization)


def lineage(id_: str, terms: Mapping[str, Term]) -> tuple[str, ...]:
    """The term's id and those of its parents, nearest first; a circle ends where it began."""
    found: dict[str, None] = {}
    while id_ in terms and id_ not in found:
        found[id_] = None
        id_ = terms[id_].parent
    return tuple(found)


def as_tree(terms: Mapping[str, Term]) -> Iterator[tuple[Term, int]]:
    """Every term with its depth, each right after its parent, otherwise in the order given.

    A term whose parent is unknown, or that stands above itself, has none.
    """
    children: dict[str, list[Term]] = {}
    for term in terms.values():
        parent = term.parent if term.parent in terms and term.id not in lineage(term.parent, terms) else ""
        children.setdefault(parent, []).append(term)
    # No recursion: a vocabulary may be deeper than Python's stack.
    pending = [(term, 0) for term in reversed(children.get("", []))]
    while pending:
        term, depth = pending.pop()
        yield term, depth
        pending += ((child, depth + 1) for child in reversed(children.get(term.id, [])))
