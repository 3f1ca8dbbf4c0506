"""What changes under a site's folder, told in bursts. The only door to watchdog.

Tells which paths changed so that only these are read again; None when it cannot say (a folder moved, events lost),
which means: look at everything.
"""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Protocol

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

QUIET_SECONDS = 0.05
"""A burst has ended when nothing has happened for so long; one save of an editor is up to 17 events."""
SAVED_SECONDS = 0.02
"""Or for so long, where all that happened is that one file was written and closed."""
LONGEST_BURST = 1.0
IGNORED = frozenset(["opened", "closed_no_write"])
WATCHED = ("content", "templates", "static")

Heard = Callable[[frozenset[str] | None], None]


class Note(Protocol):
    """Whoever is told of each event: its path, None where it is not known which, and whether a file was closed."""

    def __call__(self, path: str | None, *, is_closed: bool = False) -> None:
        """Note it."""


class Watch:
    """Watches until stopped, and calls `heard` from a thread of its own, never twice at once."""

    def __init__(self, root: Path, heard: Heard) -> None:
        self._root = root
        self._heard = heard
        self._changed: set[str] = set()
        self._is_unknown = False
        self._is_closed = False
        self._woken = threading.Condition()
        self._is_over = False
        self._is_replaced = False
        self.is_polling = False
        self._observer = self._observe()
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
        for name in WATCHED:
            if (self._root / name).is_dir():
                observer.schedule(handler, str(self._root / name), recursive=True)
        observer.schedule(handler, str(self._root), recursive=False)
        observer.start()
        return observer

    def _note(self, path: str | None, *, is_closed: bool = False) -> None:
        with self._woken:
            if path is None:
                self._is_unknown = True
            else:
                relative = os.path.relpath(path, self._root).replace(os.sep, "/")
                top = relative.partition("/")[0]
                if top not in WATCHED and relative != "config.yaml":
                    return
                self._changed.add(relative)
            self._is_closed = is_closed
            self._woken.notify()

    def _note_folder(self, *paths: str) -> None:
        """A folder came, went or moved: perhaps one of those watched, of which there is another now, or one more."""
        with self._woken:
            self._is_replaced |= any(os.path.relpath(path, self._root) in WATCHED for path in paths)
        self._note(None)

    def _watch_anew(self) -> None:
        """The system watches a folder and not its name: it goes on with what a switch of branches has removed."""
        former = self._observer
        try:
            self._observer = self._observe()
        except FileNotFoundError:  # it has gone again, which will be told
            self._is_replaced = True
        else:
            former.stop()

    def _listen(self) -> None:
        while True:
            with self._woken:
                self._woken.wait_for(lambda: self._is_over or self._changed or self._is_unknown)
                if self._is_over:
                    return
                latest = monotonic() + LONGEST_BURST
                while monotonic() < latest and not self._is_over and self._woken.wait(self._patience()):
                    pass
                told = None if self._is_unknown else frozenset(self._changed)
                is_replaced, self._is_replaced = self._is_replaced, False
                self._changed.clear()
                self._is_unknown = False
            if is_replaced:
                self._watch_anew()
            self._heard(told)

    def _patience(self) -> float:
        """Seconds in which nothing may happen for the burst to have ended."""
        is_one_save = self._is_closed and len(self._changed) == 1 and not self._is_unknown
        return SAVED_SECONDS if is_one_save else QUIET_SECONDS


class _Handler(FileSystemEventHandler):
    def __init__(self, note: Note, note_folder: Callable[..., None]) -> None:
        self._note = note
        self._note_folder = note_folder

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Files by their paths; folders that come, go or move by "I do not know"."""
        if event.event_type in IGNORED:
            return
        if event.is_directory:
            if event.event_type in ("created", "moved", "deleted"):
                self._note_folder(*(os.fsdecode(path) for path in (event.src_path, event.dest_path) if path))
            return
        for path in (event.src_path, event.dest_path):
            if path:
                self._note(os.fsdecode(path), is_closed=event.event_type == "closed")
