"""Watching a site's folder: one telling a burst, and the paths that changed."""

from __future__ import annotations

import contextlib
import os
import queue
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from previews import NURSE, small_site
from watchdog.observers import Observer

from jobglot.preview import watch as watching
from jobglot.preview.watch import Watch

Heard = frozenset[str] | None


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small_site(tmp_path / "site")


@pytest.fixture
def heard(root: Path) -> Iterator[Callable[[], Heard]]:
    told: queue.Queue[Heard] = queue.Queue()
    watch = Watch(root, told.put)
    yield lambda: told.get(timeout=10)
    watch.stop()
    assert told.empty()


def test_a_plain_save_is_told_with_its_path(root: Path, heard: Callable[[], Heard]) -> None:
    """Once, though it is several events."""
    (root / NURSE).write_text("x")
    assert heard() == frozenset([NURSE])


def test_an_editor_that_saves_by_renaming_is_understood(root: Path, heard: Callable[[], Heard]) -> None:
    """The file it replaces is among the paths."""
    (root / "content/postings/.nurse.tmp").write_text("x")
    os.replace(root / "content/postings/.nurse.tmp", root / NURSE)  # noqa: PTH105
    assert NURSE in (heard() or ())


def test_many_files_at_once_are_few_bursts(root: Path, heard: Callable[[], Heard]) -> None:
    """As when a branch is switched: one burst, or one more where the first file was thought to be all."""
    paths = {f"content/postings/x{number}.en.md" for number in range(100)}
    for path in paths:
        (root / path).write_text("x")
    told = set(heard() or ())
    if told != paths:
        told |= heard() or set()
    assert told == paths


def test_a_file_that_was_closed_is_told_sooner(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its save is over; of one that is open nobody knows, and after several files more may come."""
    monkeypatch.setattr(watching, "QUIET_SECONDS", 5.0)
    monkeypatch.setattr(watching, "LONGEST_BURST", 5.0)
    told: queue.Queue[Heard] = queue.Queue()
    watch = Watch(root, told.put)
    try:
        with (root / NURSE).open("w") as file:
            file.write("x")
            file.flush()
            with pytest.raises(queue.Empty):
                told.get(timeout=0.5)
        assert told.get(timeout=2) == frozenset([NURSE])
    finally:
        watch.stop()


def test_a_new_folder_means_look_at_everything(root: Path, heard: Callable[[], Heard]) -> None:
    """What was put into it before it was watched would be missed else."""
    (root / "content/postings/2027").mkdir()
    assert heard() is None


def settled(told: queue.Queue[Heard]) -> list[Heard]:
    """All that is told, until nothing has been for a second."""
    found = [told.get(timeout=10)]
    with contextlib.suppress(queue.Empty):
        while True:
            found.append(told.get(timeout=1))
    return found


@pytest.mark.parametrize("polling", [False, True])
def test_a_folder_that_comes_or_comes_back_is_watched(
    root: Path, monkeypatch: pytest.MonkeyPatch, polling: bool
) -> None:
    """As when one begins to have templates of one's own, or goes to a branch without content and back."""
    if polling:
        monkeypatch.setattr(watching, "Observer", lambda: (_ for _ in ()).throw(OSError(28, "none left")))
    told: queue.Queue[Heard] = queue.Queue()
    watch = Watch(root, told.put)
    try:
        (root / "templates").mkdir()
        (root / "templates/home.html").write_text("x")
        settled(told)
        (root / "templates/home.html").write_text("longer, so that it is seen")
        assert set(settled(told)) == {frozenset(["templates/home.html"])}
        (root / "content").rename(root / "elsewhere")
        settled(told)
        (root / "elsewhere").rename(root / "content")
        settled(told)
        (root / NURSE).write_text("longer than before, so that it is seen whatever the clock's grain is")
        assert set(settled(told)) == {frozenset([NURSE])}
    finally:
        watch.stop()


def test_reading_wakes_nobody(root: Path, heard: Callable[[], Heard]) -> None:
    """Or a refresh would cause the next one."""
    (root / NURSE).read_text()
    (root / "output").mkdir()
    (root / "output/x.html").write_text("x")
    (root / "config.yaml").write_text("x")
    first = heard()
    assert first is None or first == frozenset(["config.yaml"])


def test_where_the_system_watches_no_more_files_every_file_is_looked_at(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Slower, and it says so."""

    def full() -> Observer:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(watching, "Observer", full)
    told: queue.Queue[Heard] = queue.Queue()
    watch = Watch(root, told.put)
    try:
        assert watch.is_polling
        (root / NURSE).write_text("longer than before, so that it is seen whatever the clock's grain is")
        found = told.get(timeout=10)
        assert found is None or NURSE in found
    finally:
        watch.stop()
