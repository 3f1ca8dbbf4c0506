"""The things of the collections, read from their files: here, in other processes, or by an earlier run.

What a thing's files say depends on their bytes, a few settings and our code, and on nothing else; so a reading that is
remembered under the hash of these is as good as another one.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from operator import is_not
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

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
    from jobglot.memo import Buckets, Result, View
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


class _Answer(NamedTuple):
    """What a thing says, perhaps packed: for the way between processes, or by an earlier run.

    `digests` are the SHA-256 of its files, in order; none where one of them cannot be read.
    """

    said: Reading | bytes
    digests: tuple[bytes, ...] = ()


class _Task(NamedTuple):
    """What whoever reads has to know. `process` is the one that will use what is read."""

    root: Path
    terms: Terms
    process: int

    def said(self, reading: Reading, packed: bytes | None = None) -> Reading | bytes:
        """The reading for the one that will use it: packed if that is another process, and it can be."""
        return reading if os.getpid() == self.process else packed or _packed(reading) or reading


class _Past(NamedTuple):
    """Where an earlier run left what it read of a collection, and the SHA-256 of files as they are now."""

    buckets: Buckets
    hashed: Mapping[str, bytes]


@dataclass(slots=True)
class Reader:
    """Reads things with a crew, but not those that are `known`, nor, with a `memo`, what an earlier run read.

    With a memo nothing else is known: of each collection it remembers what was read last, and nothing else. Files whose
    SHA-256 is among the `hashed` need not be read to see that they are the same. `digests` are those of all files that
    were read, or found to be the same.
    """

    root: Path
    terms: Terms
    crew: Crew
    known: dict[Siblings, Reading]
    memo: Buckets | None = None
    hashed: Mapping[str, bytes] = field(default_factory=dict)
    digests: dict[str, bytes] = field(default_factory=dict)

    def read(self, things: Sequence[Siblings]) -> list[Reading]:
        """What each of the things says, in order. All things are of one collection."""
        unread = [thing for thing in things if thing not in self.known]
        task = _Task(self.root, self.terms, os.getpid())
        if self.memo and unread:
            answers = self._remembered(unread, task, self.memo)
        else:
            answers = self.crew.each(_read, task, unread)
        for thing, answer in zip(unread, answers, strict=True):
            self.known[thing] = self._opened(thing, answer.said)
            self.digests.update(zip((path for _, path in thing.files), answer.digests, strict=bool(answer.digests)))
        return [self.known[thing] for thing in things]

    def _remembered(self, things: Sequence[Siblings], task: _Task, memo: Buckets) -> list[_Answer]:
        from jobglot.memo import by_bucket  # noqa: PLC0415

        by_id = {thing.id: thing for thing in things}
        groups = [[by_id[id_] for id_ in group] for group in by_bucket(by_id)]
        buckets = replace(memo, kind=f"{memo.kind}-{things[0].collection}")
        for number, group in enumerate(groups):
            if not group and buckets.read(number):
                buckets.write(number, {})
        found = self._as_they_were(groups, buckets) if self.hashed else {}
        blocks = [group for group in groups if group and group[0].id not in found]
        answers = self.crew.each(_read_bucket, (task, _Past(buckets, self.hashed)), blocks)
        for block, part in zip(blocks, answers, strict=True):
            found.update((thing.id, answer) for thing, answer in zip(block, part, strict=True))
        return [found[thing.id] for thing in things]

    def _as_they_were(self, groups: Sequence[list[Siblings]], buckets: Buckets) -> dict[str, _Answer]:
        """The things, by id, of the buckets in which nothing has changed: to share these out would not pay."""
        found: dict[str, _Answer] = {}
        numbers = [number for number, group in enumerate(groups) if group]
        for number, known in zip(numbers, buckets.read_each(numbers), strict=True):
            hashed = [(thing, _hashed(thing, self.hashed)) for thing in groups[number]]
            is_whole = known.keys() == {thing.id for thing, _ in hashed}
            if is_whole and all(_holds(known[thing.id], thing, digests) for thing, digests in hashed):
                for thing, digests in hashed:
                    found[thing.id] = _Answer(self._opened(thing, known[thing.id][1]), digests)
        return found

    def _opened(self, thing: Siblings, said: Reading | bytes | memoryview) -> Reading:
        if not isinstance(said, (bytes, memoryview)):
            return said
        try:
            return _unpack(thing.collection)(said)
        except ValueError:
            return _read_files(thing, *_files(self.root, thing), self.terms)


def is_large(files: int) -> bool:
    """Whether a board of so many files remembers its results from run to run."""
    return files >= LARGE


def memo_of(root: Path, terms: Terms) -> Buckets | None:
    """Where what earlier runs read of the site in `root` on the same terms is remembered; None if that is not ours."""
    from jobglot.memo import Buckets, is_ours  # noqa: PLC0415

    if not is_ours(root):
        return None
    kind = "thorough" if terms.thorough else "readings"
    return Buckets(root, kind, versions_hash() + repr(terms).encode())


@cache
def _unpack(collection: str) -> Unpack[Reading]:
    from jobglot.packed import Unpack  # noqa: PLC0415

    return Unpack(tuple[COLLECTIONS[collection].type | None, list[Problem]])  # type: ignore[misc]


def _read(task: _Task, thing: Siblings) -> _Answer:
    """One thing from the disk. A function of the module, so that other processes can be asked for it."""
    data, problems = _files(task.root, thing)
    reading = _read_files(thing, data, problems, task.terms)
    return _Answer(task.said(reading), () if problems else _digests(data))


def _read_bucket(shared: tuple[_Task, _Past], things: list[Siblings]) -> list[_Answer]:
    """The things of one bucket, which is then as they are; the others of the collection are in other buckets."""
    from jobglot.memo import bucket_of  # noqa: PLC0415

    task, past = shared
    number = bucket_of(things[0].id)
    known, results = past.buckets.read(number), dict[str, "Result"]()
    answers = []
    for thing in things:
        digests = _hashed(thing, past.hashed)
        answers.append(_remembered_or_read(task, thing, digests, known.get(thing.id), results))
    if results != known:
        past.buckets.write(number, results)
    return answers


def _remembered_or_read(
    task: _Task, thing: Siblings, hashed: tuple[bytes, ...], known: Result | None, results: dict[str, Result]
) -> _Answer:
    """One thing of a bucket; what is to be remembered of it goes to `results`."""
    if known and _holds(known, thing, hashed):
        results[thing.id] = known
        return _Answer(known[1], hashed)
    data, problems = _files(task.root, thing)
    digests = () if problems else _digests(data)
    key = _key(thing, digests)
    if known and digests and known[0] == key:
        results[thing.id] = known
        return _Answer(known[1], digests)
    reading = _read_files(thing, data, problems, task.terms)
    packed = _packed(reading)
    if packed and digests:
        results[thing.id] = (key, packed)
    return _Answer(task.said(reading, packed), digests)


def _hashed(thing: Siblings, hashed: Mapping[str, bytes]) -> tuple[bytes, ...]:
    """The SHA-256 of the files of a thing; empty for those that nobody has hashed."""
    return tuple(hashed.get(path, b"") for _, path in thing.files)


def _holds(known: Result | View, thing: Siblings, hashed: tuple[bytes, ...]) -> bool:
    """Whether what is remembered was read from these bytes."""
    return all(hashed) and known[0] == _key(thing, hashed)


def _digests(data: Mapping[str, bytes]) -> tuple[bytes, ...]:
    return tuple(hashlib.sha256(bytes_).digest() for bytes_ in data.values())


def _key(thing: Siblings, digests: tuple[bytes, ...]) -> bytes:
    return hash_of(*(path.encode() for _, path in thing.files), *digests)


def _packed(reading: Reading) -> bytes | None:
    from jobglot.packed import pack  # noqa: PLC0415

    return pack(reading)


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


def _read_files(thing: Siblings, data: Mapping[str, bytes], problems: list[Problem], terms: Terms) -> Reading:
    value, more = read_thing(thing, data, terms)
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
        facts = value if isinstance(value, Posting) and value.is_whole else None
        found += read_texts(facts, sheet, terms.languages, thorough=terms.thorough)
    if isinstance(value, Posting):
        editions = with_links_to_editions(value.editions)
        # To replace an edition of a posting is dear, and seldom called for.
        if any(map(is_not, editions, value.editions)):
            value = replace(value, editions=editions)
    return value, found
