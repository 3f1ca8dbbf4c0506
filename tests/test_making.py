"""A file of a large board is made again when something it is made from has changed, or when it is not in the output."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from repositories import commit, git, repository
from sites import SMALL, small_site, tree, write_files

from jobglot import making, memo, pipeline, readings, traces, untouched
from jobglot.memo import FOLDER
from jobglot.untouched import look
from jobglot.workers import Alone, Crew, Forked, begun
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
    written = pipeline.write(examined.plan, root / "output", root, crew=crew, seen=examined.seen)
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


def test_what_was_seen_ahead_is_not_looked_at_again(tmp_path: Path, made: list[str], monkeypatch: pytest.MonkeyPatch):
    """And what was seen to be lost is made again."""
    root = small_site(tmp_path / "site")
    first = build(root)
    output = root / "output"
    lost = min(postings(made))
    (output / lost).unlink()
    made.clear()
    seen = look(output)
    monkeypatch.setattr(untouched, "digest_at", lambda _: "")
    examined = pipeline.examine(root, NOW, remember=True)
    assert examined.plan is not None
    pipeline.write(examined.plan, output, root, seen=examined.seen, ahead=begun(Alone(), lambda: seen))
    assert tree(output) == first
    assert postings(made) == {lost}


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


def test_other_rules_of_time_zones_make_everything_again(
    tmp_path: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
):
    root = small_site(tmp_path / "site")
    first = build(root)
    made.clear()
    monkeypatch.setattr(making, "versions_hash", lambda: b"of another year")
    assert build(root) == first
    assert postings(made)


def no_traces(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(memo.Memo, "look_up", lambda _self, _name: (b"", b"\x03"))


def no_values(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(memo.Buckets, "one", lambda _self, _name: (b"", b"\x03"))


@pytest.mark.parametrize("leave", [no_traces, no_values])
def test_what_is_no_trace_or_no_values_counts_for_nothing(
    tmp_path: Path, made: list[str], monkeypatch: pytest.MonkeyPatch, leave: Callable[[pytest.MonkeyPatch], None]
):
    root = small_site(tmp_path / "site")
    first = build(root)
    made.clear()
    with monkeypatch.context() as patch:
        leave(patch)
        assert build(root) == first
    assert postings(made)


@pytest.mark.parametrize("lost", ["values", "files"])
def test_files_and_values_count_only_together(tmp_path: Path, made: list[str], lost: str):
    """A build that died between writing the one and the other leaves nothing that could mislead."""
    root = small_site(tmp_path / "site")
    cache = root / FOLDER
    build(root)
    former = {path: path.read_bytes() for path in cache.glob(f"{lost}-*.bin")}
    write_files(root, {COOK: SMALL[COOK] + "\nAnd more.\n"})
    changed = build(root)
    for path in cache.glob(f"{lost}-*.bin"):
        path.unlink()
    for path, data in former.items():
        path.write_bytes(data)
    made.clear()
    assert build(root) == changed
    assert "en/jobs/cook/index.html" in made
    for path, data in former.items():
        path.write_bytes(data)
    write_files(root, {COOK: SMALL[COOK]})
    assert build(root)["en/jobs/cook/index.html"] != changed["en/jobs/cook/index.html"]


def test_a_cache_that_was_committed_is_no_memory_of_ours(tmp_path: Path, made: list[str]):
    root = small_site(repository(tmp_path / "site"))
    commit(root, "x")
    first = build(root)
    git(root, "add", "--force", ".cache")
    made.clear()
    before = tree(root / FOLDER)
    assert before
    write_files(root, {COOK: SMALL[COOK] + "\nAnd more.\n"})
    assert build(root) != first
    assert tree(root / FOLDER) == before


def test_links_that_lead_nowhere_are_no_bug_of_ours(tmp_path: Path):
    root = small_site(tmp_path / "site")
    write_files(
        root, {"content/organizations/acme.en.md": "---\nname: ACME\n---\n[x](gone.pdf) [y](../z.en.md) [z](/no/)\n"}
    )
    examined = pipeline.examine(root, NOW, remember=True)
    assert {problem.code for problem in examined.problems} == {"link-broken"}
    assert examined.plan is not None
    pipeline.write(examined.plan, root / "output", root, seen=examined.seen)
    pipeline.write(examined.plan, root / "plain", root)
    assert tree(root / "output") == tree(root / "plain")
