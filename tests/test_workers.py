"""The same work by one process, by several, by an executor: the same results in the same order."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from jobglot.workers import Alone, Crew, Forked, Hired, begun, crew

THINGS = list(range(1_000))


def add(shared: int, thing: int) -> int:
    return shared + thing


def fail_at_seven(_shared: int, thing: int) -> int:
    if thing == 7:
        raise ValueError(thing)
    return thing


def die_once(shared: tuple[int, Path], thing: int) -> int:
    """Kill the process that does thing 500, unless it is the first one, which waits for that."""
    parent, mark = shared
    while os.getpid() == parent and not mark.exists():
        time.sleep(0.001)
    if thing == 500 and os.getpid() != parent:
        mark.write_text("x")
        os.kill(os.getpid(), signal.SIGKILL)
    return thing


@pytest.mark.parametrize("made", [Alone(), Forked(1), Forked(2), Forked(5), Hired(ThreadPoolExecutor(3), 3)])
def test_every_crew_gives_every_result_in_order(made: Crew) -> None:
    """Whoever does the work."""
    assert made.each(add, 10, THINGS) == [10 + thing for thing in THINGS]
    assert made.each(add, 10, []) == []


@pytest.mark.parametrize(
    ("made", "is_here"),
    [(Alone(), True), (Forked(1), True), (Forked(2), False), (Hired(ThreadPoolExecutor(3), 3), True)],
)
def test_what_is_begun_is_done_by_another_process_where_there_is_one(made: Crew, *, is_here: bool) -> None:
    """Else by this one, when it is asked for."""
    with begun(made, os.getpid) as pending:
        assert (pending.result() == os.getpid()) is is_here


def test_a_worker_that_is_killed_changes_nothing(tmp_path: Path) -> None:
    """Its shard and those behind it are done again by the process that asked."""
    mark = tmp_path / "killed"
    assert Forked(2).each(die_once, (os.getpid(), mark), THINGS) == THINGS
    assert mark.exists()


@pytest.mark.parametrize("made", [Alone(), Forked(2), Hired(ThreadPoolExecutor(2), 2)])
def test_a_bug_in_the_work_is_raised(made: Crew) -> None:
    """It is ours, and must be seen."""
    with pytest.raises(ValueError, match="7"):
        made.each(fail_at_seven, 0, THINGS)


@pytest.mark.parametrize("made", [Alone(), Forked(2)])
def test_it_tells_how_far_it_is(made: Crew) -> None:
    """And the last word is that all is done."""
    told: list[tuple[int, int]] = []
    made.each(add, 0, THINGS, lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1] == (1_000, 1_000)


def test_one_job_needs_no_process() -> None:
    """Nor do few things."""
    assert isinstance(crew(1), Alone)
    assert Forked(2).each(lambda _shared, thing: os.getpid() == thing, 0, [os.getpid()]) == [True]


INTERRUPTED = """
import sys, time
import jobglot.forks
from jobglot.workers import Forked
def slow(shared, thing):
    time.sleep(0.001)
    return thing
try:
    print("begun", flush=True)
    while True:
        Forked(2).each(slow, 0, list(range(400)))
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""
"""Python loses an interruption that comes amid one of its imports, so all are made before."""


@pytest.mark.parametrize("after", [0.0, 0.02, 0.05, 0.11, 0.3])
def test_ctrl_c_ends_all_processes_with_one_word(after: float) -> None:
    """Whenever it comes: amid the making of processes as well."""
    process = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    time.sleep(after)
    os.killpg(process.pid, signal.SIGINT)
    try:
        said, _ = process.communicate(timeout=20)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    assert said == "interrupted\n"
