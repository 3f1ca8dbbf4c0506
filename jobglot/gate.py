"""The one way in: every file of a site is found and read here, and nothing outside the site's folder ever is.

Whatever lies on the disk (links, pipes, devices, names in other encodings, folders one may not open) becomes a
`Problem`; only a wrong call raises.
"""

# Paths are bytes on their way to the system, so that no locale decides how a name is spelt; pathlib knows no bytes.
# ruff: noqa: PTH114, PTH115, PTH116, PTH118

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from jobglot.faults import fault, printable
from jobglot.problem import Origin, Problem, error, in_order

MAX_FILES = 200_000
"""How many files one `walk` gives at most."""

# Flags that other systems lack count as nothing. O_NONBLOCK: opening a pipe would wait for its writer for ever.
_READ = os.O_RDONLY | sum(getattr(os, flag, 0) for flag in ("O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY"))

_PIECE = 64 * 1024

_LITTER = re.compile(r"\.|.*~\Z|#.*#\Z|4913\Z|(?:Thumbs\.db|desktop\.ini)\Z", re.IGNORECASE | re.DOTALL)

# C0 and C1 controls, what reorders text on a screen, line separators, and halves of surrogate pairs.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")

# A file of such a name breaks a clone on Windows: learn.microsoft.com/windows/win32/fileio/naming-a-file
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[1-9¹²³])(?:\..*)?\Z", re.IGNORECASE | re.DOTALL)

# github.com/git-lfs/git-lfs/blob/main/docs/spec.md
_LFS = b"version https://git-lfs.github.com/spec/"

# Nearly every path passes at one look; the others are looked at name by name.
_PLAIN = re.compile(
    r"(?:(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:[./]|\Z))[a-z0-9_-](?:[a-z0-9._-]{0,98}[a-z0-9_-])?(?:/(?!\Z)|\Z))+\Z",
    re.IGNORECASE | re.ASCII,
)


def flaw(path: str) -> str:
    """Why a relative path with `/` may be neither read nor written, in words; "" when it may.

    The same on every operating system, so that a site that builds here can be cloned there.
    """
    if _PLAIN.match(path):
        return ""
    return next((why for name in path.split("/") if (why := _flaw_of_name(name))), "")


def _flaw_of_name(name: str) -> str:
    if name in ("", ".", ".."):
        return "it leads elsewhere (an empty name, “.” or “..” in it)"
    if "\\" in name:
        return "it holds a backslash"
    if _UNSEEN.search(name):
        return "it holds characters that cannot be seen"
    if len(name.encode()) > 255:
        return "a name in it is longer than 255 bytes"
    if name[-1] in ". ":
        return "a name in it ends in a dot or a space, which Windows cannot hold"
    if _DEVICE.match(name):
        return "Windows keeps that name for a device"
    return ""


def is_litter(name: str) -> bool:
    """Whether a file or folder is of an editor's or system's making: hidden, a backup, a lock, a thumbnail store."""
    return _LITTER.match(name) is not None


def read_file(root: Path, relative: str, cap: int) -> bytes | Problem:
    """The bytes of a regular file inside `root`, at most `cap` of them.

    A symbolic link is followed as long as the file it leads to lies inside the real `root`.
    """
    if why := flaw(relative):
        return error(_origin(relative), "path-unsafe", f"the path cannot be used: {why}", "name the file otherwise")
    home = os.fsencode(root)
    full = home + b"/" + relative.encode()
    try:
        if not stat.S_ISREG(os.stat(full).st_mode):
            return _not_a_file(relative)
        handle = os.open(full, _READ)
    except OSError as refusal:
        return _unreadable(refusal, full, relative)
    try:
        # Asked again of what was opened: the name may lead elsewhere by now.
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            return _not_a_file(relative)
        if not _is_inside(handle, full, home):
            return _leads_out(relative)
        data = _read(handle, min(found.st_size, cap) + 1, cap + 1)
    except OSError as refusal:
        return _unreadable(refusal, full, relative)
    finally:
        os.close(handle)
    if data.startswith(_LFS):
        return error(
            _origin(relative),
            "git-lfs",
            "only a note of this file is here, which Git LFS keeps elsewhere",
            "fetch it with “git lfs pull”; in a workflow, tell the checkout to (on GitHub “lfs: true”)",
        )
    if len(data) > cap:
        return error(
            _origin(relative),
            "file-too-large",
            f"the file is larger than {cap:,} bytes",
            "make it smaller, or keep it elsewhere and link to it",
        )
    return data


def _read(handle: int, guess: int, limit: int) -> bytes:
    """All bytes up to `limit`: a file may be longer than it said, or come in pieces."""
    data = os.read(handle, guess)
    # Room is made for all that is asked for, and most often there is no more.
    while data and len(data) < limit and (more := os.read(handle, min(limit - len(data), max(len(data), _PIECE)))):
        data += more
    return data


def _is_inside(handle: int, full: bytes, home: bytes) -> bool:
    """Whether the opened file `full` really lies inside the folder `home`, whatever links were on the way."""
    try:
        real = os.readlink(b"/proc/self/fd/%d" % handle)
    except OSError:
        real = os.path.realpath(full)
        if not os.path.samestat(os.stat(real), os.fstat(handle)):
            return False
    # Most often `home` is a real path and no link lies below it: then the name it was opened by is its own.
    return real == full or _is_below(real, os.path.realpath(home))


def _is_below(path: bytes, folder: bytes) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.fsencode(os.sep)) + os.fsencode(os.sep))


class _Folder(NamedTuple):
    """A folder to be listed: its path as found, where it really is, and the folders whose links led to it."""

    path: str
    real: bytes
    jumps: tuple[bytes, ...] = ()


def walk(root: Path, folder: str, keep: Collection[str] = ()) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The files below `folder`, as sorted paths relative to `root` with `/`; nothing when there is no such folder.

    `folder` is relative to `root`, "" for `root` itself. Litter is passed over, but for the names in `keep`
    (such as ".well-known"). Links are followed inside the root; what leads out, nowhere or in a circle, what is neither
    file nor folder, and names that are not UTF-8 or break `flaw` are problems.
    """
    home = os.path.realpath(os.fsencode(root))
    start = os.path.join(home, folder.encode())
    if not os.path.lexists(start):
        return (), ()
    if not _is_below(os.path.realpath(start), home):
        return (), (_leads_out(folder),)
    files: list[str] = []
    problems: list[Problem] = []
    pending = [_Folder(folder, os.path.realpath(start))]
    while pending:
        for found in _listed(pending.pop(), home, keep):
            if isinstance(found, str):
                files.append(found)
            elif isinstance(found, _Folder):
                pending.append(found)
            else:
                problems.append(found)
        if len(files) + len(pending) > MAX_FILES:
            return (), (_too_many(folder),)
    return tuple(sorted(files)), in_order(problems)


def _listed(here: _Folder, home: bytes, keep: Collection[str]) -> Iterator[str | _Folder | Problem]:
    """What lies directly in a folder: paths of files, folders to go into, problems."""
    try:
        with os.scandir(here.real) as entries:
            for entry in entries:
                name = entry.name.decode(errors="surrogateescape")
                if is_litter(name) and name not in keep:
                    continue
                path = f"{here.path}/{name}" if here.path else name
                if why := flaw(name):
                    yield error(_origin(path), "path-unsafe", f"the name cannot be used: {why}", "rename it")
                elif entry.is_file(follow_symlinks=False):
                    yield path
                elif entry.is_dir(follow_symlinks=False):
                    yield _Folder(path, entry.path, here.jumps)
                elif entry.is_symlink():
                    yield _followed(entry.path, path, here, home)
                else:
                    yield _not_a_file(path)
    except OSError as refusal:
        yield fault(refusal, here.path or ".", "listed")


def _followed(link: bytes, path: str, here: _Folder, home: bytes) -> str | _Folder | Problem:
    """Where a symbolic link leads."""
    try:
        target = os.path.realpath(link, strict=True)
        kind = os.stat(target).st_mode
    except OSError as refusal:
        return _unreadable(refusal, link, path)
    if not _is_below(target, home):
        return _leads_out(path)
    if stat.S_ISREG(kind):
        return path
    if not stat.S_ISDIR(kind):
        return _not_a_file(path)
    if any(_is_below(place, target) for place in (here.real, *here.jumps)):
        return fault(OSError(errno.ELOOP, ""), path, "read")
    return _Folder(path, target, (*here.jumps, here.real))


def _too_many(folder: str) -> Problem:
    return error(
        _origin(folder or "."),
        "too-many-files",
        f"the folder holds more than {MAX_FILES:,} files",
        "split the site, or look for a link that repeats a folder",
    )


def _origin(path: str) -> Origin:
    return Origin(printable(path))


def _unreadable(refusal: OSError, full: bytes, relative: str) -> Problem:
    if refusal.errno == errno.ENOENT and os.path.islink(full):
        return error(_origin(relative), "link-dangling", "the symbolic link leads nowhere", "mend it or remove it")
    return fault(refusal, relative, "read")


def _leads_out(relative: str) -> Problem:
    return error(
        _origin(relative),
        "link-outside",
        "a symbolic link leads out of the site's folder",
        "put the file itself there",
    )


def _not_a_file(relative: str) -> Problem:
    return error(
        _origin(relative),
        "not-a-file",
        "it is not a regular file (but a folder, pipe, socket or device)",
        "move it away, or put a file there",
    )
