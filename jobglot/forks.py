"""Numbered pieces of work, shared out among this process and some that are forked from it.

A forked process has all that this one has, without a copy; only results travel, by a pipe. This one works as the
others do, so that two processors need two processes and not three. Work is taken piece by piece from lanes, one a
process: neighbouring pieces tend to be done by one process, which may remember what they have in common, and who has
finished its own lane helps in the others.

A process that dies, by a bug or by the system for want of memory, loses what it has not sent yet: that is done here.
"""

from __future__ import annotations

import os
import pickle
import signal
import struct
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Thread, current_thread, main_thread
from typing import Generic, NamedTuple, NoReturn, Self, TypeVar

T = TypeVar("T")

_NUMBER = struct.Struct("=I")
_HEAD = struct.Struct("=IQ")
MOST = 4096 // _NUMBER.size
"""So many pieces of work a lane: the least that a pipe holds anywhere."""
_MEANWHILE = 5
"""What others wait for comes first by so many steps of `nice`."""


def shared_out(work: Callable[[int], T], count: int, processes: int, heard: Callable[[int], object]) -> list[T]:
    """`work(number)` of all numbers below `count`, in order; `heard` is told of each as its result is here.

    `work` is pure, or at least idempotent, and its results can be pickled. What it raises is raised here. `count` is at
    most `MOST` times `processes`.
    """
    results: dict[int, T] = {}
    arrived: deque[tuple[int, T]] = deque()
    team = _Team()

    def note(number: int, result: T) -> None:
        results[number] = result
        heard(number)

    try:
        # An interruption amid a fork would be lost in one of Python's own steps: it waits until all are there.
        with _uninterrupted():
            team.gather(work, count, processes, arrived)
        for number in _taken(team.lanes):
            note(number, work(number))
            while arrived:
                note(*arrived.popleft())
        for listener in team.listeners:
            listener.join()
        while arrived:
            note(*arrived.popleft())
        for number in range(count):
            if number not in results:
                note(number, work(number))
    finally:
        with _uninterrupted():
            team.end()
    return [results[number] for number in range(count)]


class Begun(Generic[T]):
    """A piece of work that another process does while this one goes on with other things; see `workers.Pending`."""

    def __init__(self, work: Callable[[], T]) -> None:
        self._work = work
        self._arrived: deque[tuple[int, T]] = deque()
        self._team = _Team()
        with _uninterrupted():
            self._team.hire(lambda _: _aside(work), self._arrived)

    def result(self) -> T:
        """What came of it. Waits for the other process; where that died, or there is none, the work is done here."""
        for listener in self._team.listeners:
            listener.join()
        return self._arrived[0][1] if self._arrived else self._work()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with _uninterrupted():
            self._team.end()


def _aside(work: Callable[[], T]) -> T:
    """The work, done with less of a right to the processors than what somebody waits for."""
    os.nice(_MEANWHILE)
    return work()


class _Team:
    """The lanes, the forked processes, and the threads that listen to these."""

    def __init__(self) -> None:
        self.lanes: list[int] = []
        self.helpers: list[_Helper] = []
        self.listeners: list[Thread] = []

    def gather(self, work: Callable[[int], T], count: int, processes: int, arrived: deque[tuple[int, T]]) -> None:
        """Make all of them. Where the system has no room for that, there are fewer processes, or none and no lanes."""
        try:
            for lane in range(processes):
                self.lanes.append(_lane(range(count * lane // processes, count * (lane + 1) // processes)))
            for number in range(1, processes):
                helper = _forked(work, self.lanes[number:] + self.lanes[:number], self.helpers)
                if helper is None:
                    break
                self.helpers.append(helper)
            self._listen(arrived)
        except (OSError, RuntimeError):
            # Too few open files are allowed, or threads: this process needs some of them for the work itself.
            self.end()

    def hire(self, work: Callable[[int], T], arrived: deque[tuple[int, T]]) -> None:
        """Make one other process, which does one piece of work; none where the system has no room for it."""
        try:
            self.lanes.append(_lane(range(1)))
            helper = _forked(work, self.lanes, self.helpers)
            if helper:
                self.helpers.append(helper)
            self._listen(arrived)
        except (OSError, RuntimeError):
            self.end()

    def _listen(self, arrived: deque[tuple[int, T]]) -> None:
        for helper in self.helpers:
            listener = Thread(target=_listen, args=(helper.pipe, arrived), daemon=True)
            listener.start()
            self.listeners.append(listener)

    def end(self) -> None:
        """Let go of all of them, whether they are done or not. Once more does no harm."""
        for lane in self.lanes:
            os.close(lane)
        for helper in self.helpers:
            helper.end()
        for listener in self.listeners:
            listener.join()
        for helper in self.helpers[len(self.listeners) :]:
            os.close(helper.pipe)
        self.lanes, self.helpers, self.listeners = [], [], []


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Ctrl-C waits until this is over. Threads that are started meanwhile leave it to others for good.

    To block it is not enough: another thread of the process may take it, and Python hands it to the main thread.
    """
    held: list[int] = []
    former = signal.getsignal(signal.SIGINT) if current_thread() is main_thread() else None
    if former is not None:
        signal.signal(signal.SIGINT, lambda sign, _frame: held.append(sign))
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        if former is not None:
            signal.signal(signal.SIGINT, former)
            if held:
                signal.raise_signal(signal.SIGINT)


class _Helper(NamedTuple):
    """A forked process, and where its results come out; its listener closes that."""

    process: int
    pipe: int

    def end(self) -> None:
        """Whether it is done or not."""
        with suppress(ProcessLookupError):
            os.kill(self.process, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(self.process, 0)


def _lane(numbers: range) -> int:
    """A pipe that holds the numbers and has been closed behind them: whoever reads next, takes the next one."""
    out, into = os.pipe()
    os.write(into, b"".join(map(_NUMBER.pack, numbers)))
    os.close(into)
    return out


def _taken(lanes: list[int]) -> Iterator[int]:
    """Takes what is still to be taken of the lanes, one after the other."""
    for lane in lanes:
        while data := os.read(lane, _NUMBER.size):
            yield _NUMBER.unpack(data)[0]


def _forked(work: Callable[[int], object], lanes: list[int], others: list[_Helper]) -> _Helper | None:
    """Another process; None where the system has no room for one."""
    out, into = os.pipe()
    try:
        process = os.fork()
    except OSError:
        os.close(out)
        os.close(into)
        return None
    if not process:
        # Nobody but the first process may read: when it dies, a helper that has a result to send ends as well.
        for pipe in (out, *(other.pipe for other in others)):
            os.close(pipe)
        _help(work, lanes, into)
    os.close(into)
    return _Helper(process, out)


def _help(work: Callable[[int], object], lanes: list[int], into: int) -> NoReturn:
    """In the forked process. Ctrl-C ends it without a word, and so does a bug: to say it is for the first process."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
        for number in _taken(lanes):
            data = pickle.dumps(work(number), pickle.HIGHEST_PROTOCOL)
            _write(into, _HEAD.pack(number, len(data)))
            _write(into, data)
    finally:
        os._exit(0)


def _write(into: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(into, left) :]


def _listen(pipe: int, arrived: deque[tuple[int, T]]) -> None:
    """Takes results from a pipe until it ends. What ends amid a result is none."""
    with os.fdopen(pipe, "rb") as stream:
        while len(head := stream.read(_HEAD.size)) == _HEAD.size:
            number, size = _HEAD.unpack(head)
            data = stream.read(size)
            if len(data) == size:
                arrived.append((number, pickle.loads(data)))  # noqa: S301 - of our own process
