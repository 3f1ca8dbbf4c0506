"""A build that would change nothing does nothing; one that would change something is never taken for it."""

from __future__ import annotations

import json
import subprocess
import sys
import zoneinfo
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from repositories import commit, git, repository
from sites import SMALL, small_site, tree, write_files

from jobglot import cli, load, pipeline, readings, stamp
from jobglot.history import commits_below, head
from jobglot.workers import Alone, Crew, Forked

COOK = "content/postings/cook.en.md"
NOW = datetime(2026, 3, 2, tzinfo=UTC)
STAMP = "output/.jobglot/stamp.json"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that is built."""
    root = small_site(tmp_path / "site")
    assert build(root) == cli.WELL
    return root


def build(root: Path, *more: str, now: str = "2026-03-02") -> int:
    return cli.main(["build", "--site", str(root), "--now", now, *more])


def inputs(root: Path, *choices: str, crew: Crew | None = None) -> str:
    """What is seen ahead of a build."""
    return stamp.inputs_of(root, head(root), choices, stamp.hashed(root, crew or Alone()))


@pytest.fixture
def examined(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The sites that were really looked into since the first build."""
    looked: list[Path] = []
    examine = pipeline.examine

    def examining(root: Path, *arguments: object, **more: object) -> object:
        looked.append(root)
        return examine(root, *arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "examine", examining)
    return looked


def test_what_has_not_changed_is_not_made_again(
    site: Path, examined: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """And the words are those of a build, but for what was done."""
    capsys.readouterr()
    assert build(site, "--clean") == cli.WELL
    whole = capsys.readouterr().out.splitlines()
    before = tree(site / "output")
    assert build(site) == cli.WELL
    said = capsys.readouterr().out.splitlines()
    assert tree(site / "output") == before
    assert examined == [site]
    assert (said[0], said[-1]) == (whole[0], whole[-1])
    assert "nothing has changed" in said[1]
    assert said[1].split(" in ")[0] == whole[1].split(" in ")[0]


def test_warnings_are_said_again(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Or they would be forgotten."""
    write_files(site, {"content/stray.txt": "x"})
    build(site)
    first = capsys.readouterr().out
    build(site)
    second = capsys.readouterr().out
    told = [line for line in first.splitlines() if ": warning: " in line]
    assert told
    assert [line for line in second.splitlines() if ": warning: " in line] == told
    assert "nothing has changed" in second


def rewrite(name: str, change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    return lambda root: (root / name).write_bytes(change((root / name).read_bytes())) and None


def put(name: str, text: str) -> Callable[[Path], None]:
    return lambda root: write_files(root, {name: text})


def become_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


CHANGES: dict[str, Callable[[Path], None]] = {
    "a byte of a posting": rewrite(COOK, lambda data: data.replace(b"Cook", b"Coik", 1)),
    "a line of the config": rewrite("config.yaml", lambda data: data + b"tagline: Jobs\n"),
    "a posting less": lambda root: (root / COOK).unlink(),
    "a posting more": put("content/postings/new.en.md", SMALL[COOK]),
    "a file renamed": lambda root: (root / COOK).rename(root / "content/postings/chef.en.md") and None,
    "a stray file": put("content/stray.txt", "x"),
    "a template": put("templates/_card.html", "card"),
    "a catalog": put("templates/locales/fr.po", 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'),
    "a static file": put("static/x.txt", "x"),
    "a hidden file that is published": put("static/.well-known/x", "x"),
    "a byte of a page": rewrite("output/en/index.html", lambda data: data[:-1] + b" "),
    "a page less": lambda root: (root / "output/en/index.html").unlink(),
    "a page that became a folder": lambda root: become_folder(root / "output/en/index.html"),
    "the manifest": rewrite("output/.jobglot/manifest.json", lambda data: data + b"\n"),
    "the journal of a build at work": put("output/.jobglot/journal.json", "{}"),
    "a stamp of nothing": put(STAMP, ""),
    "a stamp of something else": put(STAMP, "[1, 2]"),
    "a stamp cut off": rewrite(STAMP, lambda data: data[: len(data) // 2]),
    "a stamp nested deep": put(STAMP, "[" * 100_000),
    "a stamp of another format": rewrite(STAMP, lambda data: data.replace(b'"format": 1', b'"format": 2')),
    "a stamp without zones": rewrite(STAMP, lambda data: data.replace(b"+00:00", b"").replace(b"+01:00", b"")),
    "no stamp": lambda root: (root / STAMP).unlink(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=list(CHANGES))
def test_any_change_is_seen(site: Path, change: Callable[[Path], None], examined: list[Path]) -> None:
    """Of the site, of what was made, or of the notes about it; and what was lost is made again."""
    change(site)
    build(site)
    assert examined == [site]


def test_each_choice_is_a_build_of_its_own(site: Path, examined: list[Path]) -> None:
    """Drafts shown are another board."""
    build(site, "--drafts")
    build(site)
    build(site, "--clean")
    assert examined == [site] * 3


def test_what_changes_by_itself_is_made_at_its_time(site: Path, examined: list[Path]) -> None:
    """To the second: at the first instant at which the board differs, and before the one since which it is as it is."""
    noted = json.loads((site / STAMP).read_bytes())
    until = datetime.fromisoformat(noted["until"])
    assert stamp.standing(site / "output", noted["inputs"], until, Alone()) is None
    assert stamp.standing(site / "output", noted["inputs"], until.replace(year=2025), Alone()) is None
    assert stamp.standing(site / "output", noted["inputs"], NOW, Alone()) is not None
    build(site, now=until.isoformat())
    assert examined == [site]


def test_a_commit_may_change_dates_so_it_is_seen(tmp_path: Path, examined: list[Path]) -> None:
    """Without any file of the site being another."""
    root = small_site(tmp_path / "site")

    def git(*arguments: str) -> None:
        name = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        subprocess.run(["git", "-C", str(root), *name, *arguments], check=True, capture_output=True)

    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "first")
    build(root)
    build(root)
    git("commit", "-q", "--allow-empty", "-m", "second")
    build(root)
    build(root)
    assert examined == [root, root]


def test_a_repository_without_a_commit_tells_nothing(tmp_path: Path) -> None:
    """So every build is a whole one, as long as git does not answer."""
    root = small_site(tmp_path / "site")
    subprocess.run(["git", "-C", str(root), "init", "-q"], check=True, capture_output=True)
    assert inputs(root) == ""


def test_processes_and_folders_do_not_show(tmp_path: Path) -> None:
    """The same site has the same hash wherever it lies and whoever reads it."""
    one, other = small_site(tmp_path / "one"), small_site(tmp_path / "b" / "other")
    for number in range(500):
        for root in (one, other):
            write_files(root, {f"static/{number}.txt": str(number)})
    assert inputs(one, "x") == inputs(other, "x", crew=Forked(2)) != ""
    assert inputs(one, "y") != inputs(one, "x")


@pytest.mark.parametrize("name", ["tzdata.zi", "Europe/Brussels"])
def test_new_rules_of_time_zones_are_seen(tmp_path: Path, name: str) -> None:
    """They move deadlines, and come with an update of the system, which need not have them all in one file."""
    root, system = small_site(tmp_path / "site"), tmp_path / "zoneinfo"
    before = zoneinfo.TZPATH
    found = set()
    try:
        zoneinfo.reset_tzpath([str(system), *before])
        for release in ("# version 2026a", "# version 2026b"):
            write_files(system, {name: release})
            found.add(inputs(root))
    finally:
        zoneinfo.reset_tzpath(before)
    assert len(found) == 2


def test_what_cannot_be_read_leaves_no_stamp(site: Path) -> None:
    """A link that leads nowhere is a problem to be told, in every build."""
    (site / "static" / "gone").parent.mkdir(exist_ok=True)
    (site / "static" / "gone").symlink_to("nowhere")
    assert inputs(site) == ""


def test_a_commit_amid_a_build_is_no_part_of_its_stamp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When it is taken back, the board is another one."""
    root = small_site(repository(tmp_path / "site"))
    write_files(root, {COOK: SMALL[COOK].replace("updated: 2026-02-02\n", ""), ".gitignore": "output\n"})
    commit(root, "x", at="2026-02-05T12:00:00+00:00")
    assert build(root) == cli.WELL
    before, examine = tree(root / "output"), pipeline.examine
    write_files(root, {COOK: (root / COOK).read_text() + "\nMore.\n"})

    def examine_late(*arguments: Any, **more: Any) -> pipeline.Examined:
        commit(root, "y", at="2026-02-20T12:00:00+00:00")
        return examine(*arguments, **more)

    monkeypatch.setattr(pipeline, "examine", examine_late)
    assert build(root) == cli.WELL
    monkeypatch.undo()
    changed = tree(root / "output")
    git(root, "reset", "--quiet", "HEAD~1")
    assert build(root) == cli.WELL
    assert before != tree(root / "output") != changed


def test_a_text_that_was_not_the_same_twice_leaves_no_stamp_that_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A posting was read, then changed, then compared with its translation, then changed back."""
    root = small_site(repository(tmp_path / "site"))
    (root / ".gitignore").write_text("output\n")
    commit(root, "x", at="2026-02-05T12:00:00+00:00")
    cook = (root / COOK).read_text()
    write_files(root, {COOK: cook.replace("deadline: 2026-03-31", "deadline: 2026-04-01")})
    commit(root, "a fact", at="2026-02-06T12:00:00+00:00")
    cook = (root / COOK).read_text()

    def commits_late(*arguments: Any) -> Any:
        (root / COOK).write_text(cook + "\nMore.\n")
        return commits_below(*arguments)

    monkeypatch.setattr(load, "commits_below", commits_late)
    assert build(root) == cli.WELL
    assert "[edition-older]" in capsys.readouterr().out
    monkeypatch.undo()
    (root / COOK).write_text(cook)
    assert build(root) == cli.WELL
    assert "[edition-older]" not in capsys.readouterr().out


def test_a_stamp_that_cannot_be_written_is_no_fault(site: Path) -> None:
    """The next build is slower for it."""
    (site / STAMP).unlink()
    (site / f"{STAMP}.next").mkdir()
    stamp.write_stamp(site / "output", stamp.Stamp("x", None, None, ("", "", "")), "")
    assert not (site / STAMP).exists()


def test_a_stamp_does_not_speak_of_what_another_build_left(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that began and ended between the end of a build and its stamp."""
    before, write_stamp = tree(site / "output"), stamp.write_stamp
    write_files(site, {COOK: SMALL[COOK] + "\nMore.\n"})

    def write_late(*arguments: Any) -> None:
        monkeypatch.undo()
        write_files(site, {COOK: SMALL[COOK]})
        assert build(site) == cli.WELL
        write_stamp(*arguments)

    monkeypatch.setattr(stamp, "write_stamp", write_late)
    assert build(site) == cli.WELL
    assert tree(site / "output") == before
    write_files(site, {COOK: SMALL[COOK] + "\nMore.\n"})
    assert build(site) == cli.WELL
    assert tree(site / "output") != before


def test_to_see_that_nothing_has_changed_takes_no_machinery_of_building() -> None:
    """Which takes longer to load than most boards take to be hashed."""
    program = "import sys; from jobglot import report, stamp; print([*sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert not [name for name in ("jinja2", "babel", "yaml", "cmarkgfm", "jobglot.load") if f"'{name}'" in loaded]


def test_a_site_that_moves_within_its_repository_is_another(tmp_path: Path, examined: list[Path]) -> None:
    """git knows when its files were committed by their paths."""
    top = repository(tmp_path / "repo")
    root = small_site(top / "site")
    write_files(root, {".gitignore": "/output/\n"})
    commit(top, "x")
    assert build(root) == cli.WELL
    moved = root.rename(top / "site2")
    examined.clear()
    assert build(moved) == cli.WELL
    assert examined == [moved]


def test_commits_are_those_that_were_made(tmp_path: Path) -> None:
    """What stands in for one of them on one machine does not count: the same commit is the same board."""
    root = small_site(repository(tmp_path / "site"))
    old = commit(root, "x", at="2026-01-05T12:00:00+00:00")
    write_files(root, {COOK: SMALL[COOK] + "\nMore.\n"})
    new = commit(root, "y", at="2026-02-05T12:00:00+00:00")
    before, _ = commits_below(root, "content")
    git(root, "replace", new, old)
    assert commits_below(root, "content") == (before, [])


@pytest.mark.parametrize("large", [0, 400])
@pytest.mark.parametrize("remember", [True, False])
def test_a_build_reads_what_was_seen_ahead_of_it(
    site: Path, monkeypatch: pytest.MonkeyPatch, large: int, *, remember: bool
) -> None:
    """Every file, whether it is of any use or not, and whether it is remembered or not."""
    monkeypatch.setattr(readings, "LARGE", large)
    write_files(site, {"content/stray.txt": "x", "templates/locales/notes.txt": "x", "static/.well-known/x": "x"})
    write_files(site, {"templates/_card.html": "card", "content/postings/logo.png": "x"})
    ahead = stamp.hashed(site, Alone())
    assert ahead
    for hashed in ({}, ahead):
        seen = pipeline.examine(site, NOW, remember=remember, hashed=hashed).seen
        assert seen.keys() == ahead.keys()
        assert {path: digest for path, digest in seen.items() if digest}.items() <= ahead.items()
        assert stamp.inputs_of(site, b"", (), seen) == stamp.inputs_of(site, b"", (), ahead) != ""
    assert seen[COOK]


@pytest.mark.parametrize("large", [0, 400])
@pytest.mark.parametrize("clean", [["--clean"], []])
def test_a_stamp_is_of_what_was_read_and_not_of_what_lay_there_before_or_after(
    site: Path, monkeypatch: pytest.MonkeyPatch, clean: list[str], large: int
) -> None:
    """Whenever a file changes during a build, a later build sees whether it is the same board."""
    monkeypatch.setattr(readings, "LARGE", large)
    examine = pipeline.examine
    page = site / "output/en/jobs/cook/index.html"

    def amid(*arguments: Any, **more: Any) -> Any:
        write_files(site, {COOK: SMALL[COOK].replace("title: Cook", "title: Chef")})
        found = examine(*arguments, **more)
        write_files(site, {COOK: SMALL[COOK]})
        return found

    write_files(site, {COOK: SMALL[COOK] + "\nMore.\n"})
    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "examine", amid)
        assert build(site, *clean) == cli.WELL
    assert b"Chef" in page.read_bytes()
    assert build(site) == cli.WELL
    assert b"Chef" not in page.read_bytes()
    write_files(site, {COOK: SMALL[COOK].replace("title: Cook", "title: Chef")})
    assert build(site) == cli.WELL
    assert b"Chef" in page.read_bytes()
