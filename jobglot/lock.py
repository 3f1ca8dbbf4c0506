"""One run at a time in one output folder.

The lock is the operating system's, so it ends with its process, however that ends; the file's text only says who holds
it. On a file system without locks there is none.
"""

from __future__ import annotations

import contextlib
import os
import platform
import sys
from pathlib import Path

from jobglot.disk import FLAGS, make_folder

_ATTEMPTS = 5
_MODE = 0o644

_held: set[int] = set()


class Lock:
    """A lock that is held until `release`."""

    def __init__(self, path: Path, handle: int) -> None:
        self._path = path
        self._handle = handle

    def release(self) -> None:
        """Remove the lock's file and let the next run in, whatever the disk says."""
        _held.discard(self._handle)
        if sys.platform == "win32":  # an open file cannot be removed there
            os.close(self._handle)
        with contextlib.suppress(OSError):
            # Removed while still held: whoever opened it in the meantime sees that it is gone, and opens a new one.
            self._path.unlink()
        if sys.platform != "win32":
            os.close(self._handle)


def acquire(path: Path) -> Lock | str:
    """The lock, or who holds it ("process 123 on host"). Makes the folder it lies in; OSError when it cannot."""
    for left in reversed(range(_ATTEMPTS)):
        try:
            make_folder(os.fsencode(path.parent))
            handle = os.open(path, os.O_RDWR | os.O_CREAT | FLAGS, _MODE)
        except FileNotFoundError:
            if not left:
                raise
            continue  # whoever held it has just removed the folder
        if not _try_to_lock(handle):
            holder = os.pread(handle, 200, 0) if sys.platform != "win32" else b""
            os.close(handle)
            return holder.decode(errors="replace").strip() or "another process"
        if _is_still(path, handle):
            _held.add(handle)
            with contextlib.suppress(OSError):  # a full disk: the lock holds all the same
                os.ftruncate(handle, 0)
                os.write(handle, f"process {os.getpid()} on {platform.node()}\n".encode())
            return Lock(path, handle)
        os.close(handle)
    return "another process"


def _is_still(path: Path, handle: int) -> bool:
    """Whether the file we locked is the one others will find under that name."""
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    # Far beyond the text, because a locked byte cannot be read.
    _LOCKED_BYTE = 1 << 30

    def _try_to_lock(handle: int) -> bool:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        os.lseek(handle, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _try_to_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True  # a file system without locks: better to work than to refuse
        return True

    def _forget() -> None:
        """A forked worker shares its parent's lock, and would hold it on after the parent was killed."""
        while _held:
            os.close(_held.pop())

    os.register_at_fork(after_in_child=_forget)
