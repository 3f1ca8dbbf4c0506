"""What changes under a site's folder, told in bursts. The only door to watchdog.

Tells which paths changed so that only these are read again; None when it cannot say (a folder moved, events lost),
which means: look at everything.
"""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import threading
import warnings
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Protocol

from watchdog import events
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

QUIET_SECONDS = 0.05
"""A burst has ended when nothing has happened for so long; one save of an editor is up to 17 events."""
SAVED_SECONDS = 0.02
"""Or for so long, where all that happened is that one file was written and closed."""
LONGEST_BURST = 1.0
LOOK_SECONDS = 1.0
"""So often, when nothing is told, it is looked whether the folders that are watched still are those of their names."""
MANY = 3000
"""Files of one burst beyond which the system may have lost some: it keeps 16,384 events, and a file has several."""
WATCHED = ("content", "templates", "static")

# Without those of reading: a board that is read anew would be told twice of each of its files. The last one is of
# watchdog 7.
_NAMES = "DirCreated DirDeleted DirMoved FileCreated FileDeleted FileMoved FileModified FileClosed FileAttrib".split()
HEEDED: list[type[FileSystemEvent]] = [
    kind for name in _NAMES if (kind := getattr(events, f"{name}Event", None)) is not None
]

Heard = Callable[[frozenset[str] | None], None]
Signs = dict[str, tuple[int, ...]]


class Note(Protocol):
    """Whoever is told of each event: its path, None where it is not known which, and whether a file was closed."""

    def __call__(self, path: str | None, *, is_closed: bool = False) -> None:
        """Note it."""


class Watch:
    """Watches until stopped, and calls `heard` from a thread of its own, never twice at once."""

    def __init__(self, root: Path, heard: Heard, since: Signs | None = None) -> None:
        """Begins to watch. `since`: `signs` from before; what is another by now is told as well."""
        self._root = root
        self._heard = heard
        self._changed: set[str] = set()
        self._is_unknown = False
        self._is_closed = False
        self._woken = threading.Condition()
        self._is_over = False
        self._is_replaced = False
        self._is_deaf = False
        self.is_polling = False
        # What it says to itself, of folders that come and go, is nothing to an editor.
        logging.getLogger("watchdog").addHandler(logging.NullHandler())
        warnings.filterwarnings("ignore", category=RuntimeWarning, module=r"watchdog\.")
        self._places = self._places_now()
        self._observer = self._observe()
        if since is not None:
            self._changed.update(path for path, _ in since.items() ^ signs(root).items())
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Watch no longer."""
        with self._woken:
            self._is_over = True
            self._woken.notify()
        self._thread.join(5)
        self._observer.stop()
        self._observer.join(5)

    def _observe(self) -> BaseObserver:
        try:
            return self._started(Observer())
        except OSError as refused:
            # inotify has run out of watches or handles, or a network drive has none: look at every file, slow but sure.
            if refused.errno not in (errno.ENOSPC, errno.EMFILE, errno.ENOSYS, errno.EINVAL):
                raise
            self.is_polling = True
            return self._started(PollingObserver(timeout=0.5))

    def _started(self, observer: BaseObserver) -> BaseObserver:
        handler = _Handler(self._note, self._note_folder)
        observer.start()
        try:
            for name in WATCHED:
                if (self._root / name).is_dir():
                    with contextlib.suppress(PermissionError):  # the board tells that it cannot be read
                        observer.schedule(handler, str(self._root / name), recursive=True, event_filter=HEEDED)
            # Last: of folders below one that is watched, nobody is told that the system had no watch left for them.
            observer.schedule(handler, str(self._root), recursive=False, event_filter=HEEDED)
        except OSError:
            observer.stop()
            raise
        return observer

    def _note(self, path: str | None, *, is_closed: bool = False) -> None:
        with self._woken:
            if path is None:
                self._is_unknown = True
            else:
                relative = self._relative(path)
                if relative.partition("/")[0] not in WATCHED and relative != "config.yaml":
                    return
                self._changed.add(relative)
            self._is_closed = is_closed
            self._woken.notify()

    def _note_folder(self, *paths: str) -> None:
        """A folder came, went or moved: what is watched, or under which name, may be another."""
        if all(self._relative(path).partition("/")[0] not in (*WATCHED, ".") for path in paths):
            return
        with self._woken:
            self._is_replaced = True
        self._note(None)

    def _relative(self, path: str) -> str:
        return os.path.relpath(path, self._root).replace(os.sep, "/")

    def _places_now(self) -> list[tuple[int, int, int] | None]:
        """Which folders stand at the names that are watched, and who may open them."""
        return [_place(self._root), *(_place(self._root / name) for name in WATCHED)]

    def _watch_anew(self) -> None:
        """The system watches a folder and not its name: it goes on with what a switch of branches has removed."""
        self._observer.stop()
        self._places = self._places_now()
        try:
            self._observer = self._observe()
            self._is_deaf = False
        except OSError:  # it has gone again
            self._is_deaf = True

    def _listen(self) -> None:
        while True:
            with self._woken:
                self._woken.wait_for(lambda: self._is_over or self._changed or self._is_unknown, LOOK_SECONDS)
                latest = monotonic() + LONGEST_BURST
                if self._changed or self._is_unknown:
                    while monotonic() < latest and not self._is_over and self._woken.wait(self._patience()):
                        pass
                if self._is_over:
                    return
                is_replaced, self._is_replaced = self._is_replaced or len(self._changed) > MANY, False
                told = None if self._is_unknown or is_replaced else frozenset(self._changed)
                self._changed.clear()
                self._is_unknown = False
            was_deaf = self._is_deaf
            if is_replaced or was_deaf or self._places != self._places_now():
                told = None
                self._watch_anew()
            if (told is None or told) and not (was_deaf and self._is_deaf):
                self._heard(told)

    def _patience(self) -> float:
        """Seconds in which nothing may happen for the burst to have ended."""
        is_one_save = self._is_closed and len(self._changed) == 1 and not self._is_unknown
        return SAVED_SECONDS if is_one_save else QUIET_SECONDS


def signs(root: Path) -> Signs:
    """By path, what the system says of each file of a site without its being read: other signs, another file."""
    found: Signs = {}
    pending = [name for name in WATCHED if (root / name).is_dir()]
    with contextlib.suppress(OSError):
        found["config.yaml"] = _sign((root / "config.yaml").stat())
    while pending:
        folder = pending.pop()
        with contextlib.suppress(OSError), os.scandir(root / folder) as entries:
            for entry in entries:
                path = f"{folder}/{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    pending.append(path)
                else:
                    with contextlib.suppress(OSError):
                        found[path] = _sign(entry.stat())
    return found


def _sign(status: os.stat_result) -> tuple[int, ...]:
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino


def _place(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_mode


class _Handler(FileSystemEventHandler):
    def __init__(self, note: Note, note_folder: Callable[..., None]) -> None:
        self._note = note
        self._note_folder = note_folder

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Files by their paths; folders that come, go or move by "I do not know"."""
        if event.is_directory:
            self._note_folder(*(os.fsdecode(path) for path in (event.src_path, event.dest_path) if path))
            return
        for path in (event.src_path, event.dest_path):
            if path:
                self._note(os.fsdecode(path), is_closed=event.event_type == "closed")
