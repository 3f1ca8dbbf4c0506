"""The postings that a board has while an import goes on, found by what they are recognised by.

What is found may be more than what is asked for, never less: whoever asks looks at each.
"""

from __future__ import annotations

import itertools
from collections.abc import Hashable, Iterable, Iterator, Sequence

from jobglot.importing.comparing import comparable
from jobglot.importing.known import Known
from jobglot.importing.shelved import Shelved, slug_said
from jobglot.importing.siblings import AND, place_of

LIKE = 0.92
"""How alike two titles are that mean the same job; 1 is the same."""
LENGTHS = 8
"""So many signs may one title be longer than another that is like it."""
_SPARE = 3
"""So many pieces of a title must be found in another for it to be looked at, beside those that may be lost."""
_RUN = 3


class Register:
    """Postings in the order in which they came; one that comes again takes the place of its former self, at the end."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._all: dict[str, Shelved] = {}
        self._numbers: dict[str, int] = {}
        self._next = 0
        self._keys: dict[Hashable, set[str]] = {}
        self._titles: dict[str, dict[str, dict[int, _Titles]]] = {}
        """By language, organization, and length of the title."""
        self.unwritten: dict[str, str] = {}
        """What a trial would have written so far, by path."""
        for posting in known.postings:
            self.add(posting)

    def __iter__(self) -> Iterator[Shelved]:
        return iter(self._all.values())

    def __contains__(self, id_: str) -> bool:
        return id_ in self._all

    def get(self, id_: str) -> Shelved | None:
        """The posting of an id."""
        return self._all.get(id_)

    def add(self, posting: Shelved) -> None:
        """Take a posting in, or what it has become."""
        former = self._all.pop(posting.id, None)
        if former is not None:
            for ids in self._places(former):
                ids.discard(former.id)
        for ids in self._places(posting):
            ids.add(posting.id)
        self._all[posting.id] = posting
        self._numbers[posting.id] = self._next
        self._next += 1

    def at(self, keys: Iterable[Hashable]) -> list[Shelved]:
        """The postings at keys as `keys_of` gives them, in order."""
        return self._sorted({id_ for key in keys for id_ in self._keys.get(key, ())})

    def may_have(self, id_: str, language: str, slug: str) -> bool:
        """Whether the posting of an id may have that slug, which no other has in the language."""
        return all(posting.id == id_ for posting in self.at([("slug", language, slug)]))

    def titled(self, titles: Iterable[tuple[str, str]], organizations: Iterable[str] | None) -> list[Shelved]:
        """The postings with a title like one of these, told with their language, in order.

        Titles are comparable. `organizations` narrows them down to those of one of these names or ids, or of none.
        """
        names = None if organizations is None else {"", *map(comparable, organizations)}
        found: set[str] = set()
        for language, title in titles:
            if not title:
                continue
            by_name = self._titles.get(language, {})
            for name in by_name if names is None else names & by_name.keys():
                for ids in _like(title, by_name[name]):
                    found |= ids
        return self._sorted(found)

    def _sorted(self, ids: Iterable[str]) -> list[Shelved]:
        return [self._all[id_] for id_ in sorted(ids, key=self._numbers.__getitem__)]

    def _places(self, posting: Shelved) -> Iterator[set[str]]:
        """Where the id of a posting is kept."""
        for key in keys_of(posting, self._known):
            yield self._keys.setdefault(key, set())
        for language, title in posting.titles.items():
            by_name = self._titles.setdefault(language, {})
            by_length = by_name.setdefault(comparable(posting.organization), {})
            yield by_length.setdefault(len(title), _Titles()).ids_at(title)


def keys_of(posting: Shelved, known: Known) -> Iterator[Hashable]:
    """What a posting is found by: reference, addresses here and elsewhere, files' names but for their language."""
    yield "id", posting.id
    if posting.reference:
        yield "reference", posting.reference
    for tag, document in posting.documents.items():
        yield "slug", tag, slug_said(document) or posting.id
    for page in filter(None, (posting.url, *posting.aliases)):
        yield "page", page
    for notice in posting.notices:
        for name in notice.split(AND):
            tag, place = place_of(name, known)
            if tag:
                yield "file", place


class _Titles:
    """Ids by titles of one length, which are found by any piece of theirs."""

    def __init__(self) -> None:
        self._ids: dict[str, set[str]] = {}
        self._with: dict[str, list[str]] = {}
        """The titles that have three signs in a row."""

    def ids_at(self, title: str) -> set[str]:
        """Where the ids of a title are kept."""
        if title not in self._ids:
            self._ids[title] = set()
            for signs in {title[at : at + _RUN] for at in range(len(title) - _RUN + 1)}:
                self._with.setdefault(signs, []).append(title)
        return self._ids[title]

    def having(self, pieces: Sequence[str], lost: int) -> Iterator[set[str]]:
        """The ids at all titles that have all pieces but so many."""
        among: Iterable[str] = self._ids
        if all(len(piece) >= _RUN for piece in pieces):
            rarest = sorted((self._rarest(piece) for piece in pieces), key=len)
            # Of one piece more than may be lost, each such title has one.
            among = dict.fromkeys(title for titles in rarest[: lost + 1] for title in titles)
        for title in among:
            if sum(piece in title for piece in pieces) >= len(pieces) - lost:
                yield self._ids[title]

    def _rarest(self, piece: str) -> Sequence[str]:
        return min((self._with.get(piece[at : at + _RUN], ()) for at in range(len(piece) - _RUN + 1)), key=len)


def _like(title: str, by_length: dict[int, _Titles]) -> Iterator[set[str]]:
    """The ids at all titles that may be as like as LIKE.

    Of two such titles, at most a share of 1 - LIKE of all signs has no counterpart in the other. Each of these spoils
    one piece of the title at most, however it is cut; the other pieces stand in the other title.
    """
    for length in range(max(1, len(title) - LENGTHS), len(title) + LENGTHS + 1):
        if length not in by_length:
            continue
        apart = int((len(title) + length) * (1 - LIKE) + 1e-9)
        count = min(len(title), apart + _SPARE)
        cuts = [len(title) * at // count for at in range(count + 1)]
        yield from by_length[length].having([title[begin:end] for begin, end in itertools.pairwise(cuts)], apart)
