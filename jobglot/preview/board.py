"""The board that the preview shows: read again when files change, the last good one kept while something is broken."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from jobglot.load import Loaded, Memory, load
from jobglot.pipeline import ALONE, Examined, examined
from jobglot.plan import Plan
from jobglot.problem import Problem, stops
from jobglot.workers import Crew


@dataclass(frozen=True, slots=True)
class Settings:
    """What the reader of the preview chose: a time other than the present, and whether drafts are shown."""

    now: datetime | None = None
    drafts: bool = False


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The preview at one moment. `plan` is the last good one; `problems` are those of the files as they are.

    `number` grows with every change of what a page may show; `told` with every change of the problems as well.
    """

    plan: Plan | None
    problems: tuple[Problem, ...]
    settings: Settings
    number: int = 0
    told: int = 0

    @property
    def is_well(self) -> bool:
        """Whether the files make a board as they are."""
        return not stops(self.problems)


class Board:
    """Reads the site and answers with snapshots; one refresh at a time, readers never wait for one.

    The `crew` reads the site at first: once there are threads, no process is forked any more.
    """

    def __init__(self, root: Path, clock: Callable[[], datetime], settings: Settings, crew: Crew = ALONE) -> None:
        self.root = root
        self._clock = clock
        self._refreshing = threading.Lock()
        self._memory = Memory()
        self._loaded: Loaded | None = None
        self._snapshot = Snapshot(None, (), settings)
        self._load(None, crew)

    @property
    def snapshot(self) -> Snapshot:
        """The board now; refreshed first if the time has come at which it changes by itself."""
        held = self._snapshot
        if held.settings.now is None and held.plan is not None:
            turn = held.plan.site.next_change
            if turn is not None and self._clock() >= turn:
                with self._refreshing:
                    self._relate(held.settings)
        return self._snapshot

    def refresh(self, changed: frozenset[str] | None) -> Snapshot:
        """Read again the files at the paths `changed` (relative, with `/`); all of them if that is not known."""
        with self._refreshing:
            self._load(changed)
        return self._snapshot

    def choose(self, settings: Settings) -> Snapshot:
        """Show the board at another time, or with drafts."""
        with self._refreshing:
            self._relate(settings)
        return self._snapshot

    def _load(self, changed: frozenset[str] | None, crew: Crew = ALONE) -> None:
        self._memory.forget(changed)
        before = self._loaded
        self._loaded, problems = load(self.root, crew, self._memory)
        if self._loaded is None:
            self._show(Examined(None, tuple(problems)), self._snapshot.settings)
        elif before != self._loaded or not self._snapshot.is_well:
            self._relate(self._snapshot.settings)

    def _relate(self, settings: Settings) -> None:
        if self._loaded is not None:
            now = settings.now or self._clock()
            self._show(examined(self._loaded, now, drafts=settings.drafts, on_demand=True), settings)

    def _show(self, found: Examined, settings: Settings) -> None:
        held = self._snapshot
        told = held.told + 1
        if found.plan is None or stops(found.problems):
            first = found.plan if held.plan is None else held.plan
            self._snapshot = replace(held, plan=first, problems=found.problems, settings=settings, told=told)
        else:
            self._snapshot = Snapshot(found.plan, found.problems, settings, held.number + 1, told)
