"""A large board's similar jobs after an edit: as in a clean build, and mostly not looked for again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from repositories import git, repository
from sites import SMALL, small_site, write_files

from jobglot import findings, likeness, pipeline, readings
from jobglot.findings import Findings
from jobglot.hindsight import Hindsight, hindsight_of
from jobglot.memo import FOLDER, Buckets
from jobglot.similar import Choice, Chosen, chosen_among
from jobglot.site import Similar, Site
from jobglot.versions import versions_hash

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
FOUND = Findings(b"ground", {"a": b"1"}, {"a": (b"1", Chosen((Similar("b", ("text",)),), ("b",), 7, 5))}, {"en": b"2"})
COOK = "content/postings/cook.en.md"
MANY = {
    f"content/postings/cook{n:02}.en.md": SMALL[COOK].replace("Cook", f"Cook of dish{n % 7}x plate{n % 11}x")
    for n in range(60)
}


@pytest.fixture(autouse=True)
def every_board_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readings, "LARGE", 0)
    monkeypatch.setattr(likeness, "SMALL", 0)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of all postings whose lists are made from now on with hindsight."""
    seen: list[str] = []

    def noted(choice: Choice, subjects: Sequence[str]) -> dict[str, Any]:
        seen.extend(subjects)
        return chosen_among(choice, subjects)

    monkeypatch.setattr(findings, "chosen_among", noted)
    return seen


def related(root: Path, *, remember: bool = True) -> Site:
    plan = pipeline.examine(root, NOW, remember=remember).plan
    assert plan is not None
    return plan.site


def test_what_was_kept_is_there(tmp_path: Path) -> None:
    """For the next build."""
    assert Hindsight(tmp_path).last == Findings()
    Hindsight(tmp_path).keep(FOUND)
    assert Hindsight(tmp_path).last == FOUND


def test_the_same_findings_are_not_written_again(tmp_path: Path) -> None:
    """A build that finds nothing new leaves its cache alone."""
    Hindsight(tmp_path).keep(FOUND)
    [path] = (tmp_path / FOLDER).iterdir()
    before = path.stat().st_mtime_ns, path.stat().st_ino
    held = Hindsight(tmp_path)
    held.keep(held.last)
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == before


@pytest.mark.parametrize("at", [0, 20, 50, 90, -1])
def test_a_spoilt_file_counts_for_nothing(tmp_path: Path, at: int) -> None:
    """Whichever byte of it is another one."""
    Hindsight(tmp_path).keep(FOUND)
    [path] = (tmp_path / FOLDER).iterdir()
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)
    assert Hindsight(tmp_path).last == Findings()


def test_what_is_sealed_and_no_findings_counts_for_nothing(tmp_path: Path) -> None:
    """Nothing is trusted in its shape."""
    Buckets(tmp_path, "similar", versions_hash()).write_one("findings", (b"", b"\x93\x01\x02\x03"))
    assert Hindsight(tmp_path).last == Findings()


def test_an_edit_makes_the_lists_that_it_touches(tmp_path: Path, made: list[str]) -> None:
    """The same as without hindsight; a build without leaves it as it is."""
    root = small_site(tmp_path / "site")
    write_files(root, MANY)
    assert related(root).similar == related(root, remember=False).similar
    assert len(made) == 62
    made.clear()
    assert related(root).similar == related(root, remember=False).similar
    assert made == []
    write_files(root, {"content/postings/cook07.en.md": MANY["content/postings/cook07.en.md"] + "\nOf zebras.\n"})
    again, fresh = related(root), related(root, remember=False)
    assert again == fresh
    assert "cook07" in made
    assert len(made) < 40
    write_files(root, {"config.yaml": SMALL["config.yaml"] + "similar: {count: 3}\n"})
    assert related(root) == related(root, remember=False)


def test_a_cache_that_git_keeps_is_not_believed(tmp_path: Path) -> None:
    """What came with a commit is no memory of ours."""
    root = repository(tmp_path / "site")
    held = hindsight_of(root)
    assert held is not None
    held.keep(FOUND)
    assert hindsight_of(root) is not None
    git(root, "add", "--force", ".cache")
    assert hindsight_of(root) is None
