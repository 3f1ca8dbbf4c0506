"""The same work on many things, in several processes where that pays. The order and the results do not depend on it.

What all shards share is inherited by forked processes, so that nothing is copied to them (`forks`); an executor
elsewhere (a cluster's) is sent it once a shard. A shard whose process died is done again here.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Generic, Protocol, Self, TypeVar

from jobglot.cores import cores
from jobglot.each import in_turn

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

S = TypeVar("S")
I_ = TypeVar("I_")
O_ = TypeVar("O_")
R_co = TypeVar("R_co", covariant=True)

WORTH_A_PROCESS = 400
"""Fewer things than this are done sooner than processes start, unless each is itself a block of things."""
SHARDS_PER_WORKER = 4
"""More shards than workers, so that no worker waits long for the slowest."""
SHARDS_PER_PROCESS = 32
"""The same for processes of this machine, where another shard costs next to nothing."""
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
            done += in_turn(work, shared, things[begin : begin + TOLD_EVERY])
            tell(len(done), len(things))
        return done


class Forked:
    """Does it in `jobs` processes: this one, and others forked from it."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs

    def each(self, work: Callable[[S, I_], O_], shared: S, things: Sequence[I_], tell: Tell = quiet) -> list[O_]:
        """Shard by shard."""
        if self.jobs < 2 or len(things) < 2 or _amount(things) < WORTH_A_PROCESS:
            return Alone().each(work, shared, things, tell)
        # Imported where it is used: small boards need no processes, and start sooner.
        from jobglot.forks import shared_out  # noqa: PLC0415

        shards = _shards(len(things), self.jobs * SHARDS_PER_PROCESS)
        told = 0

        def do(number: int) -> list[O_]:
            begin, end = shards[number]
            return in_turn(work, shared, things[begin:end])

        def heard(number: int) -> None:
            nonlocal told
            told += shards[number][1] - shards[number][0]
            tell(told, len(things))

        return [done for shard in shared_out(do, len(shards), self.jobs, heard) for done in shard]


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
        shards, sent = _shards(len(things), self.workers * SHARDS_PER_WORKER), self.share(shared)
        futures = [(self.executor.submit(in_turn, work, sent, things[a:b]), (a, b)) for a, b in shards]
        return _gather(futures, work, shared, things, tell, self.deaths)


class Pending(Protocol[R_co]):
    """A piece of work that may have been begun. As a context, it is let go of at the end, whether it is done or not."""

    def __enter__(self) -> Self:
        """Itself."""

    def __exit__(self, *_: object) -> None:
        """Let go of it."""

    def result(self) -> R_co:
        """What came of it, once it is done."""


class Later(Generic[O_]):
    """Work that is done when its result is asked for."""

    def __init__(self, work: Callable[[], O_]) -> None:
        self.result = work

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass


def begun(crew: Crew, work: Callable[[], O_]) -> Pending[O_]:
    """Work that another process of the crew does meanwhile, if it has any. `work` is pure; its result is pickled."""
    if not isinstance(crew, Forked) or crew.jobs < 2:
        return Later(work)
    from jobglot.forks import Begun  # noqa: PLC0415

    return Begun(work)


def _amount(things: Sequence[object]) -> int:
    """How much work there is: blocks of things count as many."""
    return sum(len(thing) if isinstance(thing, list) else 1 for thing in things)


def _shards(count: int, shards: int) -> list[tuple[int, int]]:
    """Where the shards begin and end: so many, or as many as there are things."""
    size = max(1, -(-count // shards))
    return [(begin, min(begin + size, count)) for begin in range(0, count, size)]


def _gather(
    futures: list[tuple[Future[list[O_]], tuple[int, int]]],
    work: Callable[[S, I_], O_],
    shared: S,
    things: Sequence[I_],
    tell: Tell,
    deaths: tuple[type[BaseException], ...],
) -> list[O_]:
    from concurrent.futures import BrokenExecutor  # noqa: PLC0415 - not every run has an executor

    died: tuple[type[BaseException], ...] = (BrokenExecutor, *deaths)
    done: list[O_] = []
    for future, (begin, end) in futures:
        try:
            done += future.result()
        except died:
            done += in_turn(work, shared, things[begin:end])
        tell(len(done), len(things))
    return done


def crew(jobs: int) -> Crew:
    """Whoever does it best with `jobs` processes; 0 means as many as there are processors to use."""
    wanted = jobs or cores()
    # Elsewhere fork is unsafe (macOS) or missing (Windows), and starting anew costs more than it saves.
    return Forked(wanted) if wanted > 1 and sys.platform == "linux" else Alone()
