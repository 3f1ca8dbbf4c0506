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
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar
from zlib import crc32

from jobglot.disk import make_folder, write_file
from jobglot.gate import read_file
from jobglot.packed import Unpack, pack
from jobglot.problem import Problem

V = TypeVar("V")

FOLDER = ".cache/jobglot"
FILES = 64
"""The results of a kind lie in so many files; a change of one result writes one of them."""

_FORM = b"jobglot memo 1\n"
_CAP = 1024 * 1024 * 1024
_unpack: Unpack[dict[str, tuple[bytes, bytes]]] = Unpack(dict[str, tuple[bytes, bytes]])


Result = tuple[bytes, bytes]
"""A result as it is remembered: its key, and the bytes that it was packed as."""


class Memo:
    """The remembered results of one kind. `about` is what all its keys have in common: another, and none of them holds.

    Read once, when it is made. Processes forked from this one may ask it as well.
    """

    def __init__(self, root: Path, kind: str, about: bytes) -> None:
        self._root, self._kind, self._about = root, kind, about
        self._results: dict[str, Result] = {}
        for number in range(FILES):
            self._results |= self._read(number)
        self.keys = {name: key for name, (key, _) in self._results.items()}
        """The key of every result that is remembered."""

    def look_up(self, name: str) -> Result | None:
        """The result of that name, if there is one."""
        return self._results.get(name)

    def take(self, name: str) -> bytes:
        """The result of that name, which is then remembered on the disk only. KeyError when there is none."""
        return self._results.pop(name)[1]

    def keep(self, results: Mapping[str, Result | None]) -> None:
        """Remember these results and no others. None stands for one that was remembered already, and taken.

        Where the folder cannot be written to, later runs remember less: that is no problem of the site.
        """
        wanted, known = _by_number(results), _by_number(self.keys)
        with contextlib.suppress(OSError):
            for number in range(FILES):
                group = wanted[number]
                if any(group.values()) or group.keys() != known[number].keys():
                    self._write(number, group)

    def _path(self, number: int) -> str:
        return f"{FOLDER}/{self._kind}-{number:02}.bin"

    def _read(self, number: int) -> dict[str, Result]:
        data = read_file(self._root, self._path(number), _CAP)
        head = _head(self._about)
        if isinstance(data, Problem) or not data.startswith(head):
            return {}
        hashed, packed = data[len(head) : len(head) + 32], data[len(head) + 32 :]
        if hashlib.sha256(packed).digest() != hashed:
            return {}
        return _unpack(packed)

    def _write(self, number: int, group: Mapping[str, Result | None]) -> None:
        old = self._read(number) if None in group.values() else {}
        whole = {name: result or old[name] for name, result in group.items() if result or name in old}
        packed = pack(whole)
        if packed is None:
            return
        root = os.path.realpath(os.fsencode(self._root))
        folder = os.path.realpath(os.path.join(root, FOLDER.encode()))
        if not folder.startswith(root + os.fsencode(os.sep)):
            raise PermissionError(folder)
        make_folder(folder)
        full = os.path.join(root, self._path(number).encode())
        # Two runs may write the same file at once: what comes of it is whole, or its hash is wrong.
        write_file(full + b".next", _head(self._about) + hashlib.sha256(packed).digest() + packed)
        os.replace(full + b".next", full)


def _by_number(names: Mapping[str, V]) -> list[dict[str, V]]:
    """What has a name, by the file it belongs in."""
    groups: list[dict[str, V]] = [{} for _ in range(FILES)]
    for name, value in names.items():
        groups[_number(name)][name] = value
    return groups


def _number(name: str) -> int:
    return crc32(name.encode("utf-8", "surrogateescape")) % FILES


def _head(about: bytes) -> bytes:
    return _FORM + hashlib.sha256(about).digest()
