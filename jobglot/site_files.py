"""The files of a site's folder, read: what is wrong with them is gathered, and what was read is noted by its hash."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from jobglot.folders import MAX_TEXT
from jobglot.gate import read_file, walk
from jobglot.problem import Problem
from jobglot.source import decode

Seen = dict[str, bytes | None]
"""The SHA-256 of every file that was read, by path; None of one that was passed over. Packaged ones begin with “/”."""


@dataclass(frozen=True, slots=True)
class SiteFiles:
    """A folder that files are read from: what is wrong with them goes to `problems`, their hashes to `seen`."""

    root: Path
    problems: list[Problem]
    seen: Seen
    prefix: str = ""

    def below(self, folder: str, hidden: Sequence[str] = ()) -> tuple[str, ...]:
        """The paths of the files in a folder of it."""
        paths, found = walk(self.root, folder, hidden)
        self.problems.extend(found)
        self.pass_over(paths)
        return tuple(paths)

    def pass_over(self, paths: Iterable[str]) -> None:
        """Note files that are there, whether they are read later or not."""
        self.seen.update(dict.fromkeys(self.prefix + path for path in paths))

    def bytes_of(self, path: str, cap: int) -> bytes | None:
        """What a file holds; None with a problem when it cannot be read."""
        data = read_file(self.root, path, cap)
        if isinstance(data, Problem):
            self.problems.append(data)
            return None
        self.seen[self.prefix + path] = _sha256(data)
        return data

    def bytes_again(self, path: str) -> bytes | None:
        """What a text holds that was read before. If it is not as it was, it counts as one that there never is."""
        data = read_file(self.root, path, MAX_TEXT)
        found, before = b"" if isinstance(data, Problem) else _sha256(data), self.seen.get(self.prefix + path)
        if found != before:
            self.seen[self.prefix + path] = _sha256(found + (before or b""))
        return None if isinstance(data, Problem) else data

    def text_of(self, path: str) -> str | None:
        """The text that a file holds; None with a problem when it holds none."""
        data = self.bytes_of(path, MAX_TEXT)
        if data is None:
            return None
        text, wrong = decode(data, path)
        self.problems.extend(wrong)
        return text


def _sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()
