"""Files on their way into the output folder: made on the same disk, compared with what stands there, not yet in place.

Comparison is byte by byte, never by times or sizes alone: it costs 10 µs a file, sees what anybody did to the output,
and mends what a power cut left.
"""

# ruff: noqa: PTH106, PTH108, PTH112, PTH120 -- bytes, as in `disk`

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from jobglot.disk import read_through, remove_empty_folders, remove_files, write_file
from jobglot.faults import fault
from jobglot.problem import Problem


class Change(Enum):
    """What a file of the plan is to what stands at its path."""

    NEW = "new"
    """Nothing stands there."""
    CHANGED = "changed"
    """A file with other bytes."""
    SAME = "same"
    """A file with the same bytes."""
    BLOCKED = "blocked"
    """Something that is no file, there or above it: a folder, a link, a pipe."""


class Staged(NamedTuple):
    """One file of the plan: its SHA-256, its size in bytes, and what it changes.

    `was` is the SHA-256 of the file it replaces, "" when there is none or it cannot be read. `with_folder`: there is no
    folder for it in the output yet, so it is staged in a folder that can be moved as a whole.
    """

    path: str
    digest: str
    size: int
    change: Change
    was: str = ""
    with_folder: bool = False


def standing(path: str, digest: str, size: int) -> Staged:
    """A file of the plan that stands in the output already."""
    return Staged(path, digest, size, Change.SAME, digest)


class Staging(NamedTuple):
    """Where a run puts its files before they are wanted. May be sent to other processes, which put theirs there too.

    `output` is the real output folder, `folder` a folder on the same disk, `shown` the output's name in problems.
    """

    output: bytes
    folder: bytes
    shown: str

    def put(self, path: str, data: bytes) -> Staged | Problem:
        """Stage one file, unless the output has just these bytes at `path`. A full disk and the like are a problem."""
        full = self.output + b"/" + path.encode()
        change, was = _compare(full, data)
        with_folder = change in (Change.NEW, Change.BLOCKED) and not os.path.isdir(os.path.dirname(full))
        if change is not Change.SAME:
            try:
                write_file(self.tree(path) if with_folder else self.loose(path), data)
            except OSError as refusal:
                return fault(refusal, f"{self.shown}/{path}", "written")
        return Staged(path, hashlib.sha256(data).hexdigest(), len(data), change, was, with_folder)

    def tree(self, path: str) -> bytes:
        """Where files and folders are staged that come with their folder."""
        return self.folder + b"/tree/" + path.encode()

    def loose(self, path: str) -> bytes:
        """Where a file is staged whose folder is there: under a name of its own, without folders to be made for it."""
        return self.folder + b"/loose/" + hashlib.sha256(path.encode()).hexdigest().encode()

    def sweep(self, paths: Iterable[str]) -> bool:
        """Remove what is staged of these paths, and the folders made for them; whether nothing else was there."""
        if os.path.isdir(self.folder):
            named = tuple(paths)
            tree, loose = self.folder + b"/tree", self.folder + b"/loose"
            if os.path.isdir(tree) and not _removed(tree):
                remove_files(tree, named)
                remove_empty_folders(tree, named)
                _removed(tree)
            if os.path.isdir(loose) and not _removed(loose):
                for path in named:
                    with contextlib.suppress(FileNotFoundError):
                        os.unlink(self.loose(path))
                _removed(loose)
            _removed(self.folder)
        return not os.path.lexists(self.folder)


def _removed(folder: bytes) -> bool:
    """Whether the folder was empty, and is gone."""
    with contextlib.suppress(OSError):
        os.rmdir(folder)
        return True
    return False


def _compare(full: bytes, data: bytes) -> tuple[Change, str]:
    """What writing `data` there would change, and the digest of what it would replace."""
    try:
        found = read_through(full, data)
    except FileNotFoundError:
        return Change.NEW, ""
    except OSError:
        return (Change.CHANGED if _is_file(full) else Change.BLOCKED), ""
    if found is None:
        return Change.BLOCKED, ""
    same, was = found
    return (Change.SAME if same else Change.CHANGED), was


def _is_file(full: bytes) -> bool:
    """Whether a regular file stands there, though one may not read it."""
    try:
        return stat.S_ISREG(os.lstat(full).st_mode)
    except OSError:
        return False
