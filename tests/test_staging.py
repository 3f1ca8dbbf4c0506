"""Files on their way: what is there already is not staged, and what is staged is not there yet."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import pickle
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest
from trees import files, fill, tree

from jobglot.problem import Problem
from jobglot.staging import Change, Staged, Staging


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """An output with two pages."""
    return fill(tmp_path / "output", {"en/a.html": b"a", "en/b.html": b"b"})


def staging_of(output: Path) -> Staging:
    """Where a run would stage."""
    return Staging(os.fsencode(output), os.fsencode(output / ".jobglot/staging"), "output")


def digest(data: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(data).hexdigest()


def test_what_a_file_changes_is_told_and_the_output_is_left_alone(output: Path) -> None:
    """Same, changed, new in a folder that is there, new with its folder."""
    before = files(output)
    staging = staging_of(output)
    assert staging.put("en/a.html", b"a") == Staged("en/a.html", digest(b"a"), 1, Change.SAME)
    assert staging.put("en/b.html", b"bb") == Staged("en/b.html", digest(b"bb"), 2, Change.CHANGED, digest(b"b"))
    assert staging.put("en/c.html", b"c") == Staged("en/c.html", digest(b"c"), 1, Change.NEW)
    assert staging.put("fr/x/d.html", b"d") == Staged("fr/x/d.html", digest(b"d"), 1, Change.NEW, with_folder=True)
    assert files(output) == before
    assert not Path(os.fsdecode(staging.loose("en/a.html"))).exists()
    assert Path(os.fsdecode(staging.loose("en/b.html"))).read_bytes() == b"bb"
    assert Path(os.fsdecode(staging.tree("fr/x/d.html"))).read_bytes() == b"d"


def test_equal_size_and_time_hide_no_change(output: Path) -> None:
    """Times lie: git and rsync set them back."""
    page = output / "en/a.html"
    os.utime(page, (0, 0))
    page.write_bytes(b"z")
    os.utime(page, (0, 0))
    item = staging_of(output).put("en/a.html", b"a")
    assert isinstance(item, Staged)
    assert (item.change, item.was) == (Change.CHANGED, digest(b"z"))


@pytest.mark.skipif(sys.platform == "win32", reason="needs links and pipes")
def test_what_is_no_file_blocks_and_is_never_waited_for_or_written_through(output: Path) -> None:
    """A folder, a link, a pipe, a file where a folder must go."""
    fill(output, {"folder/x": b""})
    (output / "link").symlink_to("en/a.html")
    os.mkfifo(output / "pipe")
    staging = staging_of(output)
    for path in ("folder", "link", "pipe", "en/a.html/index.html"):
        item = staging.put(path, b"a")
        assert isinstance(item, Staged)
        assert item.change is Change.BLOCKED


def test_a_full_disk_is_a_problem_that_names_the_page(output: Path, monkeypatch) -> None:
    """Not an exception: workers hand it back."""

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    problem = staging_of(output).put("en/c.html", b"c")
    assert isinstance(problem, Problem)
    assert (problem.origin.path, problem.code) == ("output/en/c.html", "disk-full")


def test_sweeping_removes_what_is_named_and_nothing_else(output: Path) -> None:
    """Whether that was all is told."""
    staging = staging_of(output)
    before = tree(output)
    paths = ("en/c.html", "en/b.html", "fr/x/d.html", "index.html")
    for path in paths:
        staging.put(path, b"new")
    assert staging.sweep(paths)
    (output / ".jobglot").rmdir()
    assert tree(output) == before
    for path in paths:
        staging.put(path, b"new")
    fill(output / ".jobglot/staging", {"tree/fr/theirs": b"theirs"})
    assert not staging.sweep(paths)
    assert tree(output / ".jobglot/staging") == {"tree": "folder", "tree/fr": "folder", "tree/fr/theirs": b"theirs"}


def _put(task: tuple[Staging, str, bytes]) -> Staged | Problem:
    staging, path, data = task
    return staging.put(path, data)


def test_other_processes_can_stage(output: Path) -> None:
    """A staging can be sent to them, and they make the same folders at the same time."""
    staging = staging_of(output)
    assert pickle.loads(pickle.dumps(staging)) == staging
    tasks = [(staging, f"fr/{n % 3}/{n}.html", b"%d" % n) for n in range(40)]
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        staged = list(pool.map(_put, tasks))
    assert all(isinstance(item, Staged) for item in staged)
    assert all(Path(os.fsdecode(staging.tree(path))).read_bytes() == data for _, path, data in tasks)
