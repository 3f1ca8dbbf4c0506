"""The similar jobs of a preview: while those of the board as it is are worked out, those of an earlier one stand in."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterator, Mapping

from jobglot.similar import OnDemand
from jobglot.site import Similar

Lists = Mapping[str, tuple[Similar, ...]]


class StandIn(Mapping[str, tuple[Similar, ...]]):
    """Lists by posting: those of an `earlier` board, less what takes no applications now, until `own` are made.

    Threads share it: once `make` has begun to compare, no earlier list is given out any more.
    """

    def __init__(self, own: OnDemand, earlier: Lists, candidates: Collection[str]) -> None:
        self.own = own
        self._earlier = earlier
        self._candidates = candidates
        self._given: dict[str, tuple[Similar, ...]] = {}
        self._is_made = False

    def __getitem__(self, id_: str) -> tuple[Similar, ...]:
        if id_ not in self.own:
            raise KeyError(id_)
        if not self._is_made:
            given = tuple(similar for similar in self._earlier.get(id_, ()) if similar.id in self._candidates)
            self._given[id_] = given
            # Asked again, now that it is known that this one was given.
            if not self._is_made:
                return given
        return self.own[id_]

    def __iter__(self) -> Iterator[str]:
        return iter(self.own)

    def __len__(self) -> int:
        return len(self.own)

    def make(self) -> bool:
        """Makes the lists; says whether one of those that were given out is another now."""
        self.own.ground()
        self._is_made = True
        self._earlier = {}
        given, self._given = self._given, {}
        return any(self.own[id_] != similar for id_, similar in list(given.items()))


class Errand:
    """Does what it was asked to last, in a thread of its own, once nothing else was asked for some `patience`.

    Never does two things at once; what was begun is finished.
    """

    def __init__(self, patience: float) -> None:
        self._patience = patience
        self._working = threading.Lock()
        self._timer: threading.Timer | None = None

    def ask(self, work: Callable[[], None]) -> None:
        """Do this, and not what was asked before and is not begun."""
        if self._timer is not None:
            self._timer.cancel()
        self._timer = threading.Timer(self._patience, self._do, [work])
        self._timer.daemon = True
        self._timer.start()

    def settle(self) -> None:
        """Wait until all is done."""
        if self._timer is not None:
            self._timer.join()

    def _do(self, work: Callable[[], None]) -> None:
        with self._working:
            work()
