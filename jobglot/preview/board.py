"""The board that the preview shows: read again when files change, the last good one kept while something is broken."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from urllib.parse import urlsplit

from jobglot.pipeline import ALONE, Drafts, Examined, examined
from jobglot.plan import Plan, produce
from jobglot.preview.folder import Folder
from jobglot.preview.headers import Rule, rules_of
from jobglot.preview.lists import Errand, Lists, StandIn
from jobglot.preview.redirects import Redirect, redirects_of
from jobglot.preview.wording import Seen, reworded
from jobglot.problem import Problem, in_order, stops
from jobglot.similar import OnDemand
from jobglot.workers import Crew

FEW = 300
"""Of so many postings the similar jobs are found while a page is drawn."""
PATIENCE = 1.0
"""Seconds without an edit after which those of larger boards are found again."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the reader of the preview chose: a time other than the present, and whether drafts are shown."""

    now: datetime | None = None
    drafts: bool = False


@dataclass(frozen=True)
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

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """What hosts are told to send with the pages; worked out when the first one is asked for."""
        if self.plan is None:
            return ()
        host = urlsplit(self.plan.press.links.base_url).netloc
        return rules_of(produce(self.plan, "_headers"), host)

    @cached_property
    def redirects(self) -> tuple[Redirect, ...]:
        """Where hosts are told to lead from addresses that have no page."""
        return redirects_of(produce(self.plan, "_redirects")) if self.plan else ()


class Board:
    """Reads the site and answers with snapshots; one refresh at a time, readers never wait for one.

    The `crew` reads the site at first: once there are threads, no process is forked any more. On boards of more than
    `FEW` postings, a page may show the similar jobs of an earlier board until those of this one are found.
    """

    def __init__(self, root: Path, clock: Callable[[], datetime], settings: Settings, crew: Crew = ALONE) -> None:
        self.root = root
        self._clock = clock
        self._refreshing = threading.Lock()
        self._folder = Folder(root)
        self._seen: Seen | None = None
        self._as_of = clock()
        # A tab that outlives its preview asks the next one: the board that it shows has none of its numbers.
        self._snapshot = Snapshot(None, (), settings, number=round(clock().timestamp() * 1000))
        self._lists: Lists = {}
        self._errand = Errand(PATIENCE)
        self._load(None, crew)

    @property
    def snapshot(self) -> Snapshot:
        """The board now; refreshed first if the time has come at which it changes by itself."""
        if self._is_due():
            with self._refreshing:
                # Of all that wait for it, the first one has done it.
                if self._is_due():
                    self._relate(self._snapshot.settings)
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

    def settle(self) -> Snapshot:
        """The board, once what goes on behind its back is done."""
        self._errand.settle()
        return self._snapshot

    def _is_due(self) -> bool:
        """Whether time has passed by what was worked out last: while something is broken, that is no board to show."""
        held = self._snapshot
        if held.settings.now is not None or held.plan is None:
            return False
        turn = held.plan.site.next_change
        return turn is not None and self._as_of < turn <= self._clock()

    def _load(self, changed: frozenset[str] | None, crew: Crew = ALONE) -> None:
        before = self._folder.loaded
        loaded, problems = self._folder.read(changed, crew)
        if loaded is None:
            self._show(Examined(None, in_order(problems)), self._snapshot.settings, is_well=False)
        elif before != loaded or not self._snapshot.is_well:
            self._relate(self._snapshot.settings)

    def _relate(self, settings: Settings) -> None:
        loaded = self._folder.loaded
        if loaded is None:
            return
        now, seen = settings.now or self._clock(), self._seen
        self._as_of = now
        found = reworded(seen, loaded, now) if seen and seen.drafts is settings.drafts else None
        drafts = Drafts.SHOWN if settings.drafts else Drafts.SPARED
        found = found or examined(loaded, now, drafts=drafts, on_demand=True)
        is_well = found.is_well
        self._seen = Seen(loaded, found, settings.drafts) if is_well else None
        self._show(replace(found, plan=self._with_lists(found.plan)), settings, is_well=is_well)

    def _show(self, found: Examined, settings: Settings, *, is_well: bool) -> None:
        held = self._snapshot
        told = held.told + 1
        if not is_well:
            first = found.plan if held.plan is None else held.plan
            self._snapshot = replace(held, plan=first, problems=found.problems, settings=settings, told=told)
        else:
            self._snapshot = Snapshot(found.plan, found.problems, settings, held.number + 1, told)
        lists = self._lists_shown()
        if isinstance(lists, StandIn):
            self._errand.ask(partial(self._make, lists))

    def _with_lists(self, plan: Plan | None) -> Plan | None:
        """The plan of a large board with other similar jobs for the time being."""
        own = plan.site.similar if plan else None
        if plan is None or not isinstance(own, OnDemand) or len(own) <= FEW:
            return plan
        lists = StandIn(own, self._lists, frozenset(plan.site.open))
        return replace(plan, press=replace(plan.press, site=replace(plan.site, similar=lists)))

    def _make(self, lists: StandIn) -> None:
        """Find the similar jobs of the board, if it is still this one; pages that showed others are drawn again."""
        if self._lists_shown() is not lists:
            return
        is_new = lists.make()
        with self._refreshing:
            self._lists = lists.own
            if is_new and self._lists_shown() is lists:
                self._snapshot = replace(self._snapshot, number=self._snapshot.number + 1)

    def _lists_shown(self) -> Lists:
        plan = self._snapshot.plan
        return plan.site.similar if plan else {}
