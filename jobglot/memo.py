"""Results of pure functions, remembered from run to run in `.cache/`, which is always safe to delete.

A result stands under a name (`postings/cook`) with a key: the hash of everything that went into it, our code included.
Where the key is another one, it counts for nothing. The results of a kind lie in some dozen files, each with the hash
of all that is in it; a file that is not as it was written counts for nothing as a whole. Of every name only the last
result is kept, so that the folder grows with the board and not with the number of builds.
"""

# ruff: noqa: PTH105, PTH118 -- bytes, as in `disk`

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread
from zlib import crc32

from jobglot import git
from jobglot.disk import make_folder, write_file
from jobglot.gate import read_file
from jobglot.packed import Unpack, pack
from jobglot.problem import Problem

FOLDER = ".cache/jobglot"
FILES = 64
"""The results of a kind lie in so many files; a change of one result writes one of them."""

_FORM = b"jobglot memo 1\n"
_CAP = 1024 * 1024 * 1024
_unpack: Unpack[dict[str, tuple[bytes, bytes]]] = Unpack(dict[str, tuple[bytes, bytes]])
_unpack_views: Unpack[dict[str, tuple[bytes, memoryview]]] = Unpack(dict[str, tuple[bytes, memoryview]])


Result = tuple[bytes, bytes]
"""A result as it is remembered: its key, and the bytes that it was packed as."""
View = tuple[bytes, memoryview]
"""The same, where the bytes of its file are: copied they would have to be for another process only."""


@dataclass(frozen=True, slots=True)
class Buckets:
    """The remembered results of one kind, by the file they are in: number 0 to `FILES` - 1.

    `about` is what all their keys have in common: another, and none of them holds.
    """

    root: Path
    kind: str
    about: bytes

    def read(self, number: int) -> dict[str, Result]:
        """What is remembered in one file, by name."""
        packed = self._packed(number)
        return {} if packed is None else _unpack(packed)

    def read_each(self, numbers: Iterable[int]) -> Iterator[dict[str, View]]:
        """The same of several files, in order. While one is in use, the next is read and hashed by another thread."""
        ahead: _Ahead | None = None
        for number in numbers:
            coming = _Ahead(self._packed, number)
            if ahead:
                yield _views(ahead.result())
            ahead = coming
        if ahead:
            yield _views(ahead.result())

    def _packed(self, number: int) -> memoryview | None:
        """What one file holds; None where it is not as it was written, or holds what counts for nothing now."""
        data = read_file(self.root, self._path(number), _CAP)
        head = _head(self.about)
        if isinstance(data, Problem) or not data.startswith(head):
            return None
        hashed, packed = data[len(head) : len(head) + 32], memoryview(data)[len(head) + 32 :]
        return packed if hashlib.sha256(packed).digest() == hashed else None

    def write(self, number: int, results: Mapping[str, Result | View]) -> None:
        """Remember these results and no others in one file, which are those that belong there by `bucket_of`.

        Where the folder cannot be written to, later runs remember less: that is no problem of the site.
        """
        packed = pack(results)
        if packed is None:
            return
        with contextlib.suppress(OSError):
            root = os.path.realpath(os.fsencode(self.root))
            folder = os.path.realpath(os.path.join(root, FOLDER.encode()))
            if not folder.startswith(root + os.fsencode(os.sep)):
                return
            make_folder(folder)
            full = os.path.join(root, self._path(number).encode())
            # Two runs may write the same file at once: what comes of it is whole, or its hash is wrong.
            write_file(full + b".next", _head(self.about) + hashlib.sha256(packed).digest() + packed)
            os.replace(full + b".next", full)

    def one(self, name: str) -> Result:
        """The result of that name; an empty one where there is none."""
        return self.read(bucket_of(name)).get(name, (b"", b""))

    def write_one(self, name: str, result: Result) -> None:
        """Remember the only result of its kind."""
        self.write(bucket_of(name), {name: result})

    def _path(self, number: int) -> str:
        return f"{FOLDER}/{self.kind}-{number:02}.bin"


class Memo:
    """All remembered results of one kind. Read once, when it is made; processes forked from this one may ask it too."""

    def __init__(self, root: Path, kind: str, about: bytes) -> None:
        self._buckets = Buckets(root, kind, about)
        self._known = list(self._buckets.read_each(range(FILES)))

    def look_up(self, name: str) -> View | None:
        """The result of that name, if there is one."""
        return self._known[bucket_of(name)].get(name)

    def keep(self, results: Mapping[str, Result | None], about: bytes) -> None:
        """Remember these results and no others, and what their keys have in common now.

        None stands for the one that is remembered already.
        """
        buckets = replace(self._buckets, about=about)
        for number, (group, known) in enumerate(zip(by_bucket(results), self._known, strict=True)):
            whole = {name: result or known[name] for name in group if (result := results[name]) or name in known}
            if whole != known or (whole and buckets != self._buckets):
                buckets.write(number, whole)


def is_ours(root: Path) -> bool:
    """Whether what is remembered of the site in `root` may be believed: not where git keeps the cache.

    What is remembered has passed the sanitiser and does not pass it again: a file that came with a commit is no memory
    of ours.
    """
    return not (git.is_at_work(root) and git.ask(root, "ls-files", "-z", "--", FOLDER))


def bucket_of(name: str) -> int:
    """The number of the file that the result of that name is in."""
    return crc32(name.encode("utf-8", "surrogateescape")) % FILES


def by_bucket(names: Iterable[str]) -> list[list[str]]:
    """The names that go into each file, in order."""
    groups: list[list[str]] = [[] for _ in range(FILES)]
    for name in names:
        groups[bucket_of(name)].append(name)
    return groups


class _Ahead:
    """What is read while its reader does something else. Reading and hashing leave Python to others."""

    def __init__(self, read: Callable[[int], memoryview | None], number: int) -> None:
        self._read, self._number = read, number
        self._found: list[memoryview | None] = []
        self._thread = Thread(target=self._look, daemon=True)
        try:
            self._thread.start()
        except RuntimeError:
            # The system has no room for another thread.
            self._look()

    def _look(self) -> None:
        self._found.append(self._read(self._number))

    def result(self) -> memoryview | None:
        """What was read, once it is there."""
        if not self._found:
            self._thread.join()
        return self._found[0]


def _views(packed: memoryview | None) -> dict[str, View]:
    return {} if packed is None else _unpack_views(packed)


def _head(about: bytes) -> bytes:
    return _FORM + hashlib.sha256(about).digest()
