"""The things of the collections, read from their files: here, in other processes, or by an earlier run.

What a thing's files say depends on their bytes, a few settings and our code, and on nothing else; so a reading that is
remembered under the hash of these is as good as another one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from operator import is_not
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jobglot import git
from jobglot.collection import Sheet, Siblings, Terms, read_sheet
from jobglot.edition_links import with_links_to_editions
from jobglot.folders import MAX_TEXT
from jobglot.gate import read_file
from jobglot.hashes import hash_of
from jobglot.model import ContentPage, NewsItem, Organization, Posting
from jobglot.problem import Problem
from jobglot.source import without_echoes
from jobglot.texts import read_texts
from jobglot.things import to_content_page, to_news_item, to_organization, to_posting
from jobglot.versions import versions_hash
from jobglot.workers import Crew

if TYPE_CHECKING:
    from jobglot.memo import Memo, Result
    from jobglot.packed import Unpack

LARGE = 400
"""From so many files on it pays to remember what became of them."""


class Collection(NamedTuple):
    """How the things of one collection are made. `prefix` is what the ids of headings in their bodies begin with."""

    make: Callable[[Sheet], object | None]
    prefix: str
    type: type


COLLECTIONS: Mapping[str, Collection] = {
    "postings": Collection(to_posting, "c-", Posting),
    "organizations": Collection(to_organization, "o-", Organization),
    "news": Collection(to_news_item, "c-", NewsItem),
    "pages": Collection(to_content_page, "c-", ContentPage),
}

Reading = tuple[object | None, list[Problem]]
"""A thing, None where its files make none, and all its problems."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a thing was found to say; nothing where an earlier run's reading with the same `key` is still right.

    `packed` is there if it is to be remembered and can be packed. From process to process a reading travels packed:
    to pickle its many objects takes twice as long.
    """

    collection: str
    key: bytes = b""
    reading: Reading | None = None
    packed: bytes | None = None

    def __reduce__(self) -> tuple[Callable[..., _Answer], tuple[object, ...]]:
        if self.reading is None:
            return _Answer, (self.collection, self.key)
        packed = self.packed or _packed(self.reading)
        if packed is None:
            return _Answer, (self.collection, self.key, self.reading)
        return _arrived, (self.collection, self.key, packed, self.packed is not None)


def _arrived(collection: str, key: bytes, packed: bytes, is_kept: bool) -> _Answer:
    return _Answer(collection, key, _unpack(collection)(packed), packed if is_kept else None)


@dataclass(slots=True)
class Reader:
    """Reads things with a crew, but not those that are `known`, nor those that an earlier run put into `memo`."""

    root: Path
    terms: Terms
    crew: Crew
    known: dict[Siblings, Reading]
    memo: Memo | None = None
    _results: dict[str, Result | None] = field(default_factory=dict)

    def read(self, things: Sequence[Siblings]) -> list[Reading]:
        """What each of the things says, in order."""
        unread = [thing for thing in things if thing not in self.known]
        self.known.update(zip(unread, self._read(unread), strict=True))
        return [self.known[thing] for thing in things]

    def _read(self, things: Sequence[Siblings]) -> Sequence[Reading]:
        keys = None if self.memo is None else self.memo.keys
        answers = self.crew.each(_answer, (self.root, self.terms, keys), things)
        return [self._opened(thing, answer) for thing, answer in zip(things, answers, strict=True)]

    def _opened(self, thing: Siblings, answer: _Answer) -> Reading:
        name = _name(thing)
        if answer.reading is not None:
            if answer.packed is not None:
                self._results[name] = (answer.key, answer.packed)
            return answer.reading
        if self.memo is None:
            raise AssertionError(name)
        try:
            reading = _unpack(thing.collection)(self.memo.take(name))
        except ValueError:
            return _read(self.root, self.terms, thing)
        self._results[name] = None
        return reading

    def remember(self) -> None:
        """Leave what was read for later runs. When everything has been read: what was not, is forgotten."""
        if self.memo is not None:
            self.memo.keep(self._results)
            self._results = {}


def is_large(files: int) -> bool:
    """Whether a board of so many files remembers its results from run to run."""
    return files >= LARGE


def memo_of(root: Path, terms: Terms) -> Memo | None:
    """What earlier runs read of the site in `root` on the same terms.

    None where git keeps the cache. What is remembered has passed the sanitiser and does not pass it again: a file that
    came with a commit is no memory of ours.
    """
    from jobglot.memo import FOLDER, Memo  # noqa: PLC0415

    if git.is_at_work(root) and git.ask(root, "ls-files", "-z", "--", FOLDER):
        return None
    kind = "readings-thorough" if terms.thorough else "readings"
    return Memo(root, kind, versions_hash() + repr(terms).encode())


def _name(thing: Siblings) -> str:
    return f"{thing.collection}/{thing.id}"


@cache
def _unpack(collection: str) -> Unpack[Reading]:
    from jobglot.packed import Unpack  # noqa: PLC0415

    return Unpack(tuple[COLLECTIONS[collection].type | None, list[Problem]])  # type: ignore[misc]


def _packed(reading: Reading) -> bytes | None:
    from jobglot.packed import pack  # noqa: PLC0415

    return pack(reading)


def _answer(shared: tuple[Path, Terms, Mapping[str, bytes] | None], thing: Siblings) -> _Answer:
    """One thing from the disk, unless it is among the `keys` with the same key; `keys` is None if none are kept."""
    root, terms, keys = shared
    if keys is None:
        return _Answer(thing.collection, reading=_read(root, terms, thing))
    data, problems = _files(root, thing)
    key = b"" if problems else hash_of(*(part for path, bytes_ in data.items() for part in (path.encode(), bytes_)))
    if key and keys.get(_name(thing)) == key:
        return _Answer(thing.collection, key)
    reading = _with(problems, read_thing(thing, data, terms))
    return _Answer(thing.collection, key, reading, _packed(reading) if key else None)


def _read(root: Path, terms: Terms, thing: Siblings) -> Reading:
    """One thing from the disk."""
    data, problems = _files(root, thing)
    return _with(problems, read_thing(thing, data, terms))


def _files(root: Path, thing: Siblings) -> tuple[dict[str, bytes], list[Problem]]:
    """The bytes of the files of a thing, and a problem for each that the disk does not give."""
    data: dict[str, bytes] = {}
    problems: list[Problem] = []
    for _, path in thing.files:
        found = read_file(root, path, MAX_TEXT)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            data[path] = found
    return data, problems


def _with(problems: list[Problem], reading: Reading) -> Reading:
    value, more = reading
    return value, problems + more


def read_thing(thing: Siblings, data: Mapping[str, bytes], terms: Terms) -> Reading:
    """One thing from the bytes of its files, with all its problems. Depends on nothing else."""
    make, prefix, _ = COLLECTIONS[thing.collection]
    sheet, problems = read_sheet(thing, data, terms, prefix)
    if sheet is None:
        return None, without_echoes(problems)
    value = make(sheet)
    found = without_echoes(sheet.facts.reading.problems)
    if thing.collection == "postings":
        found += read_texts(value if isinstance(value, Posting) else None, sheet, thorough=terms.thorough)
    if isinstance(value, Posting):
        editions = with_links_to_editions(value.editions)
        # To replace an edition of a posting is dear, and seldom called for.
        if any(map(is_not, editions, value.editions)):
            value = replace(value, editions=editions)
    return value, found
