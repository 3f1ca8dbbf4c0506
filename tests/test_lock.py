"""One run at a time: who holds a folder is told, and a dead run holds nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import jobglot
from jobglot.lock import Lock, acquire

HOLD = """
import os, sys, time
from pathlib import Path
from jobglot.lock import acquire
lock = acquire(Path(sys.argv[1]))
if sys.argv[2] == "fork":
    begun, begin = os.pipe()
    if os.fork() == 0:
        os.write(begin, b".")
        time.sleep(30)
        os._exit(0)
    os.read(begun, 1)
print("held", flush=True)
sys.stdin.read()
"""


def holder(path: Path, how: str = "plain") -> subprocess.Popen[str]:
    """Another process that has the lock by the time this returns."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, path, how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(jobglot.__file__).parent.parent,
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def end(process: subprocess.Popen[str]) -> None:
    """As if the power had gone."""
    process.kill()
    process.communicate()


def test_the_second_is_told_who_holds_it_until_it_is_released(tmp_path: Path) -> None:
    """In one process and from another."""
    first = acquire(tmp_path / "a/lock")
    assert isinstance(first, Lock)
    second = acquire(tmp_path / "a/lock")
    assert isinstance(second, str)
    assert f"process {os.getpid()} on " in second
    first.release()
    assert list((tmp_path / "a").iterdir()) == []
    third = acquire(tmp_path / "a/lock")
    assert isinstance(third, Lock)
    third.release()


def test_another_process_is_named(tmp_path: Path) -> None:
    """So that one can look what it is doing."""
    process = holder(tmp_path / "lock")
    try:
        assert f"process {process.pid} on " in str(acquire(tmp_path / "lock"))
    finally:
        end(process)


def test_the_lock_of_a_killed_process_is_taken_over(tmp_path: Path) -> None:
    """Its file is still there, and says nothing any more."""
    end(holder(tmp_path / "lock"))
    assert (tmp_path / "lock").exists()
    lock = acquire(tmp_path / "lock")
    assert isinstance(lock, Lock)
    lock.release()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_workers_do_not_hold_the_lock_of_a_parent_that_was_killed(tmp_path: Path) -> None:
    """A worker that hangs would keep every later build out."""
    process = holder(tmp_path / "lock", "fork")
    process.kill()
    process.wait()
    try:
        lock = acquire(tmp_path / "lock")
        assert isinstance(lock, Lock)
        lock.release()
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_never_do_two_hold_it_however_they_race(tmp_path: Path) -> None:
    """Each of four processes takes it again and again, and the file goes with every release."""
    deadline = time.monotonic() + 0.5
    children = []
    for _ in range(4):
        child = os.fork()
        if child == 0:
            status = 0
            while time.monotonic() < deadline and not status:
                lock = acquire(tmp_path / "lock")
                if isinstance(lock, Lock):
                    try:
                        os.close(os.open(tmp_path / "held", os.O_CREAT | os.O_EXCL))
                        (tmp_path / "held").unlink()
                    except OSError:
                        status = 1
                    lock.release()
            os._exit(status)
        children.append(child)
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0, 0, 0, 0]


def test_a_lock_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    """Which the caller tells."""
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OSError, match="Not a directory"):
        acquire(tmp_path / "file/lock")


@pytest.mark.parametrize(("step", "of"), [("stat", "folder"), ("open", "lock")])
def test_a_folder_that_its_last_holder_has_just_removed_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, of: str
) -> None:
    """Whoever is done removes the folder as well, maybe between two steps of the next one."""
    folder, steps = tmp_path / "folder", []
    real = getattr(os, step)

    def step_too_late(path: str | bytes | os.PathLike[str], *more: int, **named: bool) -> object:
        if os.path.basename(os.fsdecode(path)) == of:  # noqa: PTH119 - Path asks the very functions that are replaced
            steps.append(of)
            if len(steps) == 1:
                folder.rmdir()
        return real(path, *more, **named)

    with monkeypatch.context() as patched:
        patched.setattr(os, step, step_too_late)
        lock = acquire(folder / "lock")
    assert isinstance(lock, Lock)
    assert len(steps) > 1
    lock.release()


def test_a_folder_that_leads_nowhere_is_an_error_and_not_another_run(tmp_path: Path) -> None:
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere" / "at all")
    with pytest.raises(FileNotFoundError):
        acquire(tmp_path / "gone" / "folder" / "lock")
