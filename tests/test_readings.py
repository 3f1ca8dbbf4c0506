"""A thing that is remembered reads as it would be read anew, whoever read it, and whatever became of its files."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from repositories import commit, git, repository
from sites import ROOT, SMALL, small_site, write_files

from jobglot import readings, stamp
from jobglot.collection import Siblings, Terms
from jobglot.load import Loaded, load
from jobglot.memo import FILES, FOLDER, Buckets, bucket_of
from jobglot.workers import Alone, Crew, Forked

COOK = "content/postings/cook.en.md"


@pytest.fixture(autouse=True)
def every_board_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readings, "LARGE", 0)


class Caller:
    """Whoever loads a site; `hashes` tells whether it has hashed all files before."""

    hashes = False


@pytest.fixture(autouse=True, params=[False, True], ids=["", "hashed"])
def hashes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Caller, "hashes", request.param)


def found(root: Path, *, remember: bool = True, thorough: bool = False, crew: Crew | None = None) -> Loaded:
    hashed = stamp.hashed(root, Alone()) if Caller.hashes else {}
    assert hashed is not None
    loaded, problems = load(root, crew or Alone(), thorough=thorough, remember=remember, hashed=hashed)
    assert loaded is not None, problems
    return loaded


def assert_read_as_anew(root: Path, *, thorough: bool = False) -> Loaded:
    anew = found(root, remember=False, thorough=thorough)
    for _ in range(2):
        assert repr(found(root, thorough=thorough)) == repr(anew)
    return anew


def buckets_of(root: Path) -> Buckets:
    """What is remembered of the postings."""
    config = found(root, remember=False).config
    memo = readings.memo_of(root, Terms.of(config, thorough=False))
    assert memo is not None
    return replace(memo, kind="readings-postings")


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of all things whose text is read from now on."""
    seen: list[str] = []
    read = readings.read_thing
    monkeypatch.setattr(readings, "read_thing", lambda thing, *rest: seen.append(thing.id) or read(thing, *rest))
    return seen


@pytest.mark.parametrize("thorough", [True, False])
def test_the_demo_reads_the_same(tmp_path: Path, thorough: bool):
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copyfile(ROOT / "config.yaml", tmp_path / "config.yaml")
    assert assert_read_as_anew(tmp_path, thorough=thorough).content.postings


def test_files_that_are_the_same_are_not_read_again(tmp_path: Path, reads: list[str]):
    root = small_site(tmp_path / "site")
    first = found(root)
    assert "cook" in reads
    reads.clear()
    assert repr(found(root)) == repr(first)
    assert reads == []


def test_one_changed_file_is_read_again_with_its_siblings(tmp_path: Path, reads: list[str]):
    root = small_site(tmp_path / "site")
    found(root)
    reads.clear()
    write_files(root, {COOK: SMALL[COOK].replace("title: Cook", "title: Chef")})
    assert {p.best_edition("en").title for p in found(root).content.postings} >= {"Chef"}
    assert reads == ["cook"]
    assert_read_as_anew(root)


def test_what_is_wrong_is_remembered_too(tmp_path: Path, reads: list[str]):
    root = small_site(tmp_path / "site")
    write_files(root, {COOK: SMALL[COOK].replace("deadline:", "deadlin:")})
    assert_read_as_anew(root)
    reads.clear()
    assert any("deadlin" in problem.message for problem in found(root).problems)
    assert reads == []


def test_a_removed_edition_is_seen(tmp_path: Path):
    root = small_site(tmp_path / "site")
    found(root)
    (root / "content/postings/cook.fr.md").unlink()
    cook = next(posting for posting in assert_read_as_anew(root).content.postings if posting.id == "cook")
    assert [edition.language for edition in cook.editions] == ["en"]


def test_what_is_gone_is_forgotten(tmp_path: Path):
    """Also where nothing else is left of its bucket."""
    root = small_site(tmp_path / "site")
    names = [f"cook{number}" for number in range(200)]
    write_files(root, {f"content/postings/{name}.en.md": SMALL[COOK] for name in names})
    found(root)
    for name in names:
        (root / f"content/postings/{name}.en.md").unlink()
    assert_read_as_anew(root)
    buckets = buckets_of(root)
    assert {name for number in range(FILES) for name in buckets.read(number)} == {"cook", "baker"}


@pytest.mark.parametrize("line", ["extra_keys: [colour]", "markdown: {dialect: markdown}", "languages: [fr, en]"])
def test_other_settings_read_anew(tmp_path: Path, reads: list[str], line: str):
    root = small_site(tmp_path / "site")
    found(root)
    reads.clear()
    key = line.partition(":")[0]
    kept = [each for each in SMALL["config.yaml"].splitlines() if not each.startswith(f"{key}:")]
    write_files(root, {"config.yaml": "\n".join([*kept, line, ""])})
    assert_read_as_anew(root)
    assert "cook" in reads


def test_other_code_reads_anew(tmp_path: Path, reads: list[str], monkeypatch: pytest.MonkeyPatch):
    root = small_site(tmp_path / "site")
    found(root)
    reads.clear()
    monkeypatch.setattr(readings, "versions_hash", lambda: b"of another version")
    found(root)
    assert "cook" in reads


def test_a_spoilt_cache_counts_for_nothing(tmp_path: Path):
    root = small_site(tmp_path / "site")
    anew = found(root)
    for path in (root / FOLDER).iterdir():
        path.write_bytes(path.read_bytes()[:-2])
    assert repr(found(root)) == repr(anew)
    assert_read_as_anew(root)


def test_buckets_that_are_as_they_were_are_not_shared_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Where the files were hashed before. The one that is not is read, and remembered."""
    monkeypatch.setattr(Caller, "hashes", True)
    root = small_site(tmp_path / "site")
    write_files(root, {f"content/postings/cook{n}.en.md": SMALL[COOK] for n in range(500)})
    found(root)
    shared: list[list[str]] = []
    read = readings._read_bucket

    def noted(past: Any, things: list[Siblings]) -> Any:
        shared.append([thing.id for thing in things])
        return read(past, things)

    monkeypatch.setattr(readings, "_read_bucket", noted)
    write_files(root, {COOK: SMALL[COOK].replace("title: Cook", "title: Chef")})
    changed = found(root)
    assert [bucket_of(group[0]) for group in shared] == [bucket_of("cook")]
    assert "cook" in shared[0]
    shared.clear()
    assert repr(found(root)) == repr(changed)
    assert shared == []


def test_several_processes_read_the_same(tmp_path: Path):
    root = small_site(tmp_path / "site")
    write_files(root, {f"content/postings/cook{n}.en.md": SMALL[COOK] for n in range(500)})
    anew = found(root, remember=False)
    for _ in range(2):
        assert repr(found(root, crew=Forked(3))) == repr(anew)


def test_what_cannot_be_packed_is_read_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    root = small_site(tmp_path / "site")
    anew = found(root, remember=False)
    monkeypatch.setattr("jobglot.packed.pack", lambda _: None)
    assert repr(found(root)) == repr(anew)


def test_small_boards_leave_no_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(readings, "LARGE", 400)
    root = small_site(tmp_path / "site")
    found(root)
    assert not (root / ".cache").exists()


def test_what_is_no_reading_counts_for_nothing(tmp_path: Path):
    root = small_site(tmp_path / "site")
    anew = found(root)
    buckets = buckets_of(root)
    assert buckets.read(bucket_of("cook"))
    for number in range(FILES):
        buckets.write(number, {name: (key, b"\x03") for name, (key, _) in buckets.read(number).items()})
    for _ in range(2):
        assert repr(found(root)) == repr(anew)


def test_a_cache_that_was_committed_is_no_memory_of_ours(tmp_path: Path, reads: list[str]):
    """It holds what has passed the sanitiser, and would not pass it again."""
    root = small_site(repository(tmp_path / "site"))
    commit(root, "x")
    found(root)
    reads.clear()
    found(root)
    assert reads == []
    git(root, "add", "--force", ".cache")
    found(root)
    assert "cook" in reads
