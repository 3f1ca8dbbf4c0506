"""Work shared out among processes: every result once, in order, whoever did it and whoever died over it."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from threading import Event, Thread, get_ident
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobglot import forks
from jobglot.forks import Begun, shared_out


def test_it_is_done_by_all_of_them_and_by_this_one(tmp_path: Path) -> None:
    """Each waits for the others, so that nobody can do it all."""

    def work(number: int) -> int:
        (tmp_path / str(os.getpid())).touch()
        while len(list(tmp_path.iterdir())) < 3:
            time.sleep(0.001)
        return os.getpid()

    heard: list[int] = []
    found = shared_out(work, 30, 3, heard.append)
    assert len(set(found)) == 3
    assert os.getpid() in found
    assert sorted(heard) == list(range(30))


@given(st.integers(0, 40), st.integers(1, 4))
def test_every_result_is_there_in_order(count: int, processes: int) -> None:
    """Also of nothing, and of less than there are processes."""
    assert shared_out(lambda number: number * 2, count, processes, lambda _: None) == [2 * n for n in range(count)]


def test_another_process_does_what_is_begun() -> None:
    """While this one goes on; what comes of it may be long, and is there as often as one asks."""
    with Begun(lambda: (os.getpid(), bytes(200_000))) as pending:
        process, data = pending.result()
        assert pending.result() == (process, data)
    assert process != os.getpid()
    assert data == bytes(200_000)


def test_what_was_begun_and_died_is_done_here() -> None:
    parent = os.getpid()

    def work() -> int:
        if os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return os.getpid()

    with Begun(work) as pending:
        assert pending.result() == parent


def test_what_nobody_asks_for_is_let_go_of(tmp_path: Path) -> None:
    """Whether it is done or not, without waiting for it."""

    def work() -> None:
        (tmp_path / str(os.getpid())).touch()
        time.sleep(600)

    with Begun(work):
        while not (begun := list(tmp_path.iterdir())):
            time.sleep(0.001)
    with pytest.raises(ProcessLookupError):
        os.kill(int(begun[0].name), 0)


def test_a_bug_in_what_is_begun_is_raised_where_it_is_asked_for() -> None:
    with Begun(lambda: 1 // 0) as pending, pytest.raises(ZeroDivisionError):
        pending.result()


def test_where_no_process_can_be_made_what_is_begun_is_done_when_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "fork", lambda: (_ for _ in ()).throw(OSError(errno.EAGAIN, "no room")))
    with Begun(os.getpid) as pending:
        assert pending.result() == os.getpid()


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM])
def test_what_a_process_takes_along_is_done_here(sign: signal.Signals) -> None:
    """Whenever it dies, also when all of them do."""
    parent = os.getpid()

    def work(number: int) -> bytes:
        if os.getpid() != parent and number % 3 == 0:
            os.kill(os.getpid(), sign)
        return bytes(200_000) + str(number).encode()

    assert shared_out(work, 20, 4, lambda _: None) == [bytes(200_000) + str(n).encode() for n in range(20)]


def test_a_bug_is_raised_wherever_it_shows() -> None:
    """By the process that asked, so that it can be traced."""

    def work(number: int) -> int:
        return 1 // (number - 15)

    with pytest.raises(ZeroDivisionError):
        shared_out(work, 20, 2, lambda _: None)


def test_what_cannot_be_pickled_is_made_here() -> None:
    """A result is not lost over that."""
    found = shared_out(lambda number: lambda: number, 20, 2, lambda _: None)
    assert [made() for made in found] == list(range(20))


OPEN_FILES = Path("/proc/self/fd")


def open_files() -> int:
    """How many files this process has open; 0 where the system does not tell."""
    return len(list(OPEN_FILES.iterdir())) if OPEN_FILES.is_dir() else 0


def refused(after: int, refusal: Exception, do: Callable[..., Any]) -> Callable[..., Any]:
    """What does as `do` so many times, and then refuses."""
    times = count()

    def refuse(*arguments: Any) -> Any:
        if next(times) >= after:
            raise refusal
        return do(*arguments)

    return refuse


@pytest.mark.parametrize("after", [0, 1])
def test_where_no_process_can_be_made_there_are_fewer_or_none(monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """The system's limit is no problem of the site, and no file stays open over it."""
    before = open_files()
    monkeypatch.setattr(forks.os, "fork", refused(after, BlockingIOError(), os.fork))
    assert shared_out(lambda number: number, 20, 4, lambda _: None) == list(range(20))
    assert open_files() == before


@pytest.mark.parametrize("after", range(9))
def test_where_too_few_files_may_be_open_all_is_done_here(monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """Nothing is taken that this process needs for the work itself."""
    before = open_files()
    monkeypatch.setattr(forks.os, "pipe", refused(after, OSError(errno.EMFILE, "Too many open files"), os.pipe))
    is_alone = after < 4 + 3
    found = shared_out(lambda _: (os.getpid(), open_files()), 20, 4, lambda _: None)
    assert found == [(os.getpid(), before)] * 20 if is_alone else len(found) == 20
    assert open_files() == before


@pytest.mark.parametrize("after", [0, 1])
def test_where_no_thread_can_be_started_all_is_done_here(monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """Nobody would listen to the others."""
    before = open_files()
    refusal = RuntimeError("can't start new thread")
    monkeypatch.setattr(Thread, "start", refused(after, refusal, Thread.start))
    assert shared_out(lambda number: number, 20, 4, lambda _: None) == list(range(20))
    assert open_files() == before


@pytest.mark.parametrize("is_taken_by_another", [False, True])
def test_an_interruption_waits_until_all_listen(monkeypatch: pytest.MonkeyPatch, *, is_taken_by_another: bool) -> None:
    """Then it ends them, and nothing else is raised; also where the system gives it to another thread."""
    before, start, over = open_files(), Thread.start, Event()
    other = Thread(target=over.wait)
    other.start()
    taker = other.ident if is_taken_by_another else get_ident()
    assert taker

    def start_and_interrupt(thread: Thread) -> None:
        start(thread)
        signal.pthread_kill(taker, signal.SIGINT)
        time.sleep(0.01)

    monkeypatch.setattr(Thread, "start", start_and_interrupt)
    with pytest.raises(KeyboardInterrupt):
        shared_out(lambda number: number, 20, 4, lambda _: None)
    over.set()
    other.join()
    assert open_files() == before
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


ABANDONED = """
import os, sys, time
from jobglot.forks import Begun, shared_out
def work(number):
    print(os.getpid(), flush=True)
    time.sleep(0.02)
    return bytes(100_000)
shared_out(work, 900, 3, lambda _: None)
"""


def test_helpers_end_when_the_first_process_is_killed() -> None:
    """And do not work on for nobody."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    program = [sys.executable, "-c", ABANDONED]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        seen: set[str] = set()
        while len(seen) < 3:
            seen.add(process.stdout.readline())
        process.kill()
        # It ends when the last process does that could write to it.
        assert len(process.stdout.readlines()) < 100


def test_nothing_is_left_behind() -> None:
    """No process, and no open file, whether it ends well or not."""
    shared_out(lambda number: number, 2, 2, lambda _: None)
    before = open_files()
    processes = set(shared_out(lambda _: os.getpid(), 30, 3, lambda _: None)) - {os.getpid()}
    for process in processes:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)
    with pytest.raises(ZeroDivisionError):
        shared_out(lambda number: 1 // (number - 3), 10, 3, lambda _: None)
    assert open_files() == before
