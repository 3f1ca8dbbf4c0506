"""The few things done to an output folder: files written whole, folders made, and files removed that are named.

Modes are 0644 and 0755 whatever the umask: a web server runs as somebody else.
"""

# Paths are bytes on their way to the system, so that no locale decides how a name is spelt; pathlib knows no bytes.
# ruff: noqa: PTH101, PTH102, PTH105, PTH106, PTH108, PTH112, PTH116, PTH120

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
from collections.abc import Iterable, Iterator

FILE_MODE = 0o644
FOLDER_MODE = 0o755

# Never through a link. O_NONBLOCK: opening a pipe would wait for its other end. Other systems lack some of them.
FLAGS = sum(getattr(os, flag, 0) for flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))

_PIECE = 1024 * 1024


def write_file(full: bytes, data: bytes, *, durable: bool = False) -> None:
    """Write a file, and make the folders it lies in. `durable`: it survives a power cut from here on."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | FLAGS
    try:
        handle = os.open(full, flags, FILE_MODE)
    except FileNotFoundError:
        make_folder(os.path.dirname(full))
        handle = os.open(full, flags, FILE_MODE)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        if stat.S_IMODE(os.fstat(handle).st_mode) != FILE_MODE and hasattr(os, "fchmod"):
            os.fchmod(handle, FILE_MODE)
        if durable:
            os.fsync(handle)
    finally:
        os.close(handle)


def replace_file(full: bytes, data: bytes) -> None:
    """Write a file so that it has its former bytes or these at any instant, a power cut included."""
    beside = full + b".next"
    try:
        write_file(beside, data, durable=True)
        os.replace(beside, full)
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(beside)
        raise


def read_through(full: bytes, data: bytes | None = None) -> tuple[bool, str] | None:
    """Whether the regular file there has just the bytes `data`, and else its SHA-256; None when it is no regular file.

    FileNotFoundError when nothing is there, another OSError when it cannot be read.
    """
    handle = os.open(full, os.O_RDONLY | FLAGS)
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            return None
        if data is not None and found.st_size == len(data) and os.read(handle, len(data) + 1) == data:
            return True, ""
        os.lseek(handle, 0, os.SEEK_SET)
        digest = hashlib.sha256()
        while piece := os.read(handle, _PIECE):
            digest.update(piece)
        return False, digest.hexdigest()
    finally:
        os.close(handle)


def digest_at(full: bytes) -> str:
    """The SHA-256 of the regular file there; "" where there is none that one may read."""
    try:
        found = read_through(full)
    except OSError:
        return ""
    return found[1] if found else ""


def make_folder(full: bytes) -> tuple[bytes, ...]:
    """Make a folder and those above it; gives those that were not there, outermost first."""
    above: tuple[bytes, ...] = ()
    try:
        os.mkdir(full, FOLDER_MODE)
    except FileExistsError:
        return ()
    except FileNotFoundError:
        above = make_folder(os.path.dirname(full))
        try:
            os.mkdir(full, FOLDER_MODE)
        except FileExistsError:  # another worker was quicker
            return above
    if stat.S_IMODE(os.stat(full).st_mode) != FOLDER_MODE:
        os.chmod(full, FOLDER_MODE)
    return (*above, full)


def remove_files(folder: bytes, paths: Iterable[str]) -> None:
    """Remove those of the named files that are there. A folder of that name stays."""
    for path in paths:
        full = folder + b"/" + path.encode()
        try:
            os.unlink(full)
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError:  # systems differ in how they refuse to unlink a folder
            if not os.path.isdir(full):
                raise


def remove_empty_folders(folder: bytes, paths: Iterable[str]) -> None:
    """Remove the folders above the named files, within `folder`, that are empty."""
    above = {name for path in paths for name in folders_above(path)}
    for name in sorted(above, reverse=True):  # a folder comes before the one it lies in
        with contextlib.suppress(OSError):
            os.rmdir(folder + b"/" + name.encode())


def folders_above(path: str) -> Iterator[str]:
    """The folders a path lies in, outermost first: `a/b/c.html` → `a`, `a/b`."""
    end = path.find("/")
    while end >= 0:
        yield path[:end]
        end = path.find("/", end + 1)
