"""Watching a site's folder: one telling a burst, and the paths that changed."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import queue
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from previews import NURSE, small_site
from watchdog.observers import Observer

from jobglot.preview import watch as watching
from jobglot.preview.watch import Watch, signs

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


def test_a_folder_that_comes_back_under_another_name_is_watched_under_that_name(
    root: Path, heard: Callable[[], Heard]
) -> None:
    """Taken out of the site meanwhile, by a file manager or a script; the system goes on to watch it out there."""
    (root / "content/postings").rename(root.parent / "aside")
    assert heard() is None
    (root.parent / "aside").rename(root / "content/news")
    assert heard() is None
    (root / "content/news/nurse.en.md").write_text("x")
    assert heard() == frozenset(["content/news/nurse.en.md"])


@pytest.mark.parametrize("polling", [False, True])
def test_another_site_at_the_same_place_is_watched(root: Path, monkeypatch: pytest.MonkeyPatch, polling: bool) -> None:
    """As when it is cloned anew; while there is none, nothing more is told."""
    if polling:
        monkeypatch.setattr(watching, "Observer", lambda: (_ for _ in ()).throw(OSError(28, "none left")))
    monkeypatch.setattr(watching, "LOOK_SECONDS", 0.2)
    told: queue.Queue[Heard] = queue.Queue()
    watch = Watch(root, told.put)
    try:
        root.rename(root.parent / "former")
        assert set(settled(told)) == {None}
        small_site(root)
        assert set(settled(told)) == {None}
        (root / NURSE).write_text("longer than before, so that it is seen whatever the clock's grain is")
        assert set(settled(told)) == {frozenset([NURSE])}
    finally:
        watch.stop()


def test_where_the_system_may_have_lost_some_everything_is_looked_at(
    root: Path, monkeypatch: pytest.MonkeyPatch, heard: Callable[[], Heard]
) -> None:
    """It keeps so many events, and says of the others only that there were some."""
    monkeypatch.setattr(watching, "MANY", 5)
    for number in range(20):
        (root / f"content/postings/x{number}.en.md").write_text("x")
    assert heard() is None


def test_a_build_wakes_nobody(root: Path, heard: Callable[[], Heard]) -> None:
    """What it makes lies beside what the board is read from."""
    (root / ".cache").mkdir()
    (root / "output.new").mkdir()
    (root / "output.new").rename(root / "output")
    (root / NURSE).write_text("x")
    assert heard() == frozenset([NURSE])


def test_the_system_is_not_asked_to_tell_of_reading(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A board of 10,000 postings that is read anew would fill what it keeps, and what is saved meanwhile be lost."""
    seen: list[str] = []
    monkeypatch.setattr(watching._Handler, "on_any_event", lambda _, event: seen.append(event.event_type))
    watch = Watch(root, lambda _: None)
    try:
        (root / NURSE).read_text()
        (root / NURSE).write_text("x")
        while "closed" not in seen:
            time.sleep(0.01)
        assert not {"opened", "closed_no_write"} & set(seen)
    finally:
        watch.stop()


def test_what_changed_before_the_watch_began_is_told(root: Path) -> None:
    """Files that were saved, came, went or took the place of another, and settings; where nothing did, nothing is."""
    for name in ("kept.svg", "other.svg"):
        (root / "static").mkdir(exist_ok=True)
        (root / "static" / name).write_text("x")
    before = signs(root)
    assert "static/kept.svg" in before
    assert not before.items() ^ signs(root).items()
    (root / NURSE).write_text("x")
    (root / "content/postings/cook.en.md").unlink()
    (root / "content/news").mkdir()
    (root / "content/news/fair.en.md").write_text("x")
    (root / "static/other.svg").rename(root / "static/fresh.svg")
    (root / "config.yaml").write_text("x")
    (root / "output").mkdir()
    (root / "output/x.html").write_text("x")
    told: queue.Queue[Heard] = queue.Queue()
    watch = Watch(root, told.put, before)
    try:
        assert told.get(timeout=10) == {
            NURSE,
            "content/postings/cook.en.md",
            "content/news/fair.en.md",
            "static/other.svg",
            "static/fresh.svg",
            "config.yaml",
        }
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


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only inotify counts what it watches")
def test_folders_that_the_system_has_no_watch_left_for_are_looked_at(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody says so of a folder below one that is watched; yet it is known, whatever the folders are called."""
    from watchdog.observers import inotify_c

    add = inotify_c.inotify_add_watch
    left = 0

    def limited(*arguments: Any) -> Any:
        nonlocal left
        left -= 1
        if left < 0:
            ctypes.set_errno(errno.ENOSPC)
            return -1
        return add(*arguments)

    monkeypatch.setattr(inotify_c, "inotify_add_watch", limited)
    for number in range(6):
        left = 2
        site = small_site(root / str(number))
        (site / "content/news").mkdir()
        watch = Watch(site, lambda _: None)
        watch.stop()
        assert watch.is_polling
