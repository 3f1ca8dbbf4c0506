"""A file of a large board is made again when something it is made from has changed, or when it is not in the output."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sites import SMALL, small_site, tree, write_files

from jobglot import pipeline, readings, traces
from jobglot.memo import FOLDER
from jobglot.workers import Alone, Crew, Forked
from jobglot.write import Written

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
COOK = "content/postings/cook.en.md"


@pytest.fixture(autouse=True)
def every_board_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readings, "LARGE", 0)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of all pages that are made from now on, in this process."""
    seen: list[str] = []
    make = traces.Tracer.make
    monkeypatch.setattr(traces.Tracer, "make", lambda self, path: seen.append(path) or make(self, path))
    return seen


def build(root: Path, crew: Crew | None = None) -> dict[str, bytes]:
    crew = crew or Alone()
    examined = pipeline.examine(root, NOW, crew=crew, remember=True)
    assert examined.plan is not None
    written = pipeline.write(examined.plan, root / "output", root, crew=crew, remember=True)
    assert isinstance(written, Written)
    return tree(root / "output")


def postings(paths: list[str]) -> set[str]:
    return {path for path in paths if path.endswith("/index.html") and "/jobs/" in path}


def test_nothing_is_made_twice(tmp_path: Path, made: list[str]):
    root = small_site(tmp_path / "site")
    first = build(root)
    assert postings(made)
    made.clear()
    assert build(root) == first
    assert postings(made) == set()


def test_what_is_lost_is_made_again(tmp_path: Path, made: list[str]):
    root = small_site(tmp_path / "site")
    first = build(root)
    lost, edited = sorted(postings(made))[:2]
    (root / "output" / lost).unlink()
    (root / "output" / edited).write_bytes(first[edited] + b"<!-- by hand -->")
    made.clear()
    assert build(root) == first
    assert postings(made) == {lost, edited}


def test_one_edit_makes_what_shows_it(tmp_path: Path, made: list[str]):
    root = small_site(tmp_path / "site")
    build(root)
    made.clear()
    write_files(root, {COOK: SMALL[COOK] + "\nAnd more.\n"})
    after = build(root)
    assert {path for path in postings(made) if "cook" in path} >= {"en/jobs/cook/index.html"}
    assert "en/about/index.html" in after.keys() - set(made)
    assert b"And more." in after["en/jobs/cook/index.html"]


def test_another_output_folder_holds_everything(tmp_path: Path):
    root = small_site(tmp_path / "site")
    first = build(root)
    (root / "output").rename(root / "former")
    assert build(root) == first


def test_several_processes_make_the_same(tmp_path: Path):
    root = small_site(tmp_path / "site")
    write_files(root, {f"content/postings/cook{n}.en.md": SMALL[COOK].replace("Cook", f"Cook {n}") for n in range(150)})
    first = build(root, Forked(3))
    for crew in (Forked(2), Alone()):
        write_files(root, {COOK: SMALL[COOK] + f"\nMade by {crew}.\n"})
        changed = build(root, crew)
        assert changed != first
        for path in (root / FOLDER).iterdir():
            path.unlink()
        assert build(root) == changed
