"""What the operating system refused, as a sentence for the author instead of a traceback."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from jobglot.problem import Origin, Problem, error

_WORDS: dict[int, tuple[str, str, str]] = {
    errno.ENOSPC: ("disk-full", "the disk is full", "free some space and run again"),
    errno.EDQUOT: ("disk-full", "the disk quota is used up", "free some space and run again"),
    errno.EFBIG: (
        "disk-full",
        "the file would be larger than allowed here",
        "raise the limit (`ulimit -f`) and run again",
    ),
    errno.EROFS: ("disk-read-only", "the file system is read-only", "make it writable or choose another folder"),
    errno.EACCES: ("disk-permission", "permission is denied", "give your user the right to it and run again"),
    errno.EPERM: ("disk-permission", "permission is denied", "give your user the right to it and run again"),
    errno.EIO: ("disk-error", "the disk reports an input/output error", "check the disk, then run again"),
    errno.ENOENT: ("file-missing", "there is no such file", "restore it, or remove what names it"),
    errno.ENOTDIR: ("file-missing", "a folder on the way to it is a file", "restore the folder"),
    errno.ELOOP: ("link-loop", "its symbolic links lead in a circle", "replace the link by the file itself"),
    errno.ENAMETOOLONG: ("name-too-long", "the name is too long for this system", "choose a shorter one"),
    errno.EMFILE: ("too-many-files", "too many files are open", "raise the limit (`ulimit -n`) and run again"),
}

OF_A_DISK = frozenset(["disk-full", "disk-read-only", "disk-error", "too-many-files"])
"""Codes of what every other file meets as well."""


OF_A_SYSTEM = OF_A_DISK | {"disk-permission", "name-too-long"}
"""Codes of what no program can do anything about."""


def fault(refusal: OSError, path: str, verb: str) -> Problem:
    """The error `verb` ("read", "written", …) met at `path`: one sentence, and what to do about it."""
    code, reason, remedy = _WORDS.get(
        refusal.errno or 0,
        ("disk-fault", (refusal.strerror or "unknown fault").lower(), "see to that and run again"),
    )
    return error(Origin(printable(path)), code, f"it cannot be {verb}: {reason}", remedy)


def printable(path: str) -> str:
    """The path with everything a terminal or an encoding could choke on written as an escape."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in path)


def shown(path: Path, root: Path) -> str:
    """How a problem names `path`: relative to the site's folder where it lies inside it, with `/`; else whole."""
    # Not resolve(): the author knows the link, not its target.
    whole = os.path.abspath(path)  # noqa: PTH100
    base = os.path.abspath(root)  # noqa: PTH100
    if whole == base:
        return "."
    if whole.startswith(base + os.sep):
        whole = whole[len(base) + 1 :]
    return printable(whole.replace(os.sep, "/"))
