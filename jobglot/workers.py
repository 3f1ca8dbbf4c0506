"""The same work on many things, in several processes where that pays. The order and the results do not depend on it.

What all shards share is inherited by forked processes, so that nothing is copied to them; an executor elsewhere (a
cluster's) is sent it once a shard. A shard whose process died is done again here.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

S = TypeVar("S")
I_ = TypeVar("I_")
O_ = TypeVar("O_")

WORTH_A_PROCESS = 400
"""Fewer things than this are done sooner than processes start, unless each is itself a block of things."""
SHARDS_PER_WORKER = 4
"""More shards than workers, so that no worker waits long for the slowest."""
TOLD_EVERY = 50

Tell = Callable[[int, int], None]


def quiet(_done: int, _total: int) -> None:
    """Nobody is told."""


class Crew(Protocol):
    """Whoever does the work."""

    def each(self, work: Callable[[S, I_], O_], shared: S, things: Sequence[I_], tell: Tell = quiet) -> list[O_]:
        """`work(shared, thing)` of every thing, in order.

        `work` is a function of a module, and pure or at least idempotent. `tell` hears (done, of how many) on the way.
        """


class Alone:
    """Does everything in this process."""

    def each(self, work: Callable[[S, I_], O_], shared: S, things: Sequence[I_], tell: Tell = quiet) -> list[O_]:
        """One after the other."""
        done: list[O_] = []
        for begin in range(0, len(things), TOLD_EVERY):
            done += _sent(work, shared, things[begin : begin + TOLD_EVERY])
            tell(len(done), len(things))
        return done


class Forked:
    """Does it in `jobs` processes forked from this one."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs

    def each(self, work: Callable[[S, I_], O_], shared: S, things: Sequence[I_], tell: Tell = quiet) -> list[O_]:
        """Shard by shard."""
        global _task  # noqa: PLW0603 - the one way to hand something to forked processes without copying it
        if self.jobs < 2 or len(things) < 2 or _amount(things) < WORTH_A_PROCESS:
            return Alone().each(work, shared, things, tell)
        # Imported where they are used: small boards need no processes, and start sooner.
        import multiprocessing  # noqa: PLC0415
        from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

        _task = (work, shared, things)
        pool = ProcessPoolExecutor(self.jobs, multiprocessing.get_context("fork"), _begin)
        try:
            # An interruption amid a fork would be lost in one of Python's own steps: it waits until all are there.
            before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
            try:
                futures = [(pool.submit(_inherited, *shard), shard) for shard in _shards(len(things), self.jobs)]
            finally:
                signal.pthread_sigmask(signal.SIG_SETMASK, before)
            return _gather(futures, work, shared, things, tell)
        finally:
            pool.shutdown(cancel_futures=True)
            _task = None


class Hired:
    """Does it through any executor.

    `share` makes what all shards share ready to be sent, once a piece of work; an executor that needs nothing of the
    kind sends it along with each shard. `deaths` are the exceptions by which it says that workers died over a shard.
    """

    def __init__(
        self,
        executor: Executor,
        workers: int,
        share: Callable[[Any], Any] = lambda value: value,
        deaths: tuple[type[BaseException], ...] = (),
    ) -> None:
        self.executor = executor
        self.workers = workers
        self.share = share
        self.deaths = deaths

    def each(self, work: Callable[[S, I_], O_], shared: S, things: Sequence[I_], tell: Tell = quiet) -> list[O_]:
        """Shard by shard."""
        if len(things) < 2 or _amount(things) < WORTH_A_PROCESS:
            return Alone().each(work, shared, things, tell)
        shards, sent = _shards(len(things), self.workers), self.share(shared)
        futures = [(self.executor.submit(_sent, work, sent, things[a:b]), (a, b)) for a, b in shards]
        return _gather(futures, work, shared, things, tell, self.deaths)


_task: tuple[Callable[[Any, Any], Any], Any, Sequence[Any]] | None = None


def _begin() -> None:
    """In a new process: Ctrl-C ends it without a word, which is the other one's to say."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])


def _inherited(begin: int, end: int) -> list[Any]:
    if _task is None:
        raise AssertionError
    work, shared, things = _task
    return [work(shared, thing) for thing in things[begin:end]]


def _sent(work: Callable[[S, I_], O_], shared: S, things: Sequence[I_]) -> list[O_]:
    return [work(shared, thing) for thing in things]


def _amount(things: Sequence[object]) -> int:
    """How much work there is: blocks of things count as many."""
    return sum(len(thing) if isinstance(thing, list) else 1 for thing in things)


def _shards(count: int, workers: int) -> list[tuple[int, int]]:
    size = max(1, -(-count // (workers * SHARDS_PER_WORKER)))
    return [(begin, min(begin + size, count)) for begin in range(0, count, size)]


def _gather(
    futures: list[tuple[Future[list[O_]], tuple[int, int]]],
    work: Callable[[S, I_], O_],
    shared: S,
    things: Sequence[I_],
    tell: Tell,
    deaths: tuple[type[BaseException], ...] = (),
) -> list[O_]:
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - as above

    died: tuple[type[BaseException], ...] = (BrokenProcessPool, *deaths)
    done: list[O_] = []
    for future, (begin, end) in futures:
        try:
            done += future.result()
        except died:
            done += _sent(work, shared, things[begin:end])
        tell(len(done), len(things))
    return done


def crew(jobs: int) -> Crew:
    """Whoever does it best with `jobs` processes; 0 means as many as there are cores to use."""
    wanted = jobs or cores()
    # Elsewhere fork is unsafe (macOS) or missing (Windows), and starting anew costs more than it saves.
    return Forked(wanted) if wanted > 1 and sys.platform == "linux" else Alone()


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
