"""Publishing to a folder of this machine: whole releases and a link, or plain files."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from publishers import codes, cut_after, dies_after, is_whole, ship, ship_spoilt, shipped, site, tree

from jobglot.problem import Problem
from jobglot.publish import folder as module
from jobglot.publish.courier import roll_back
from jobglot.publish.folder import Releases
from jobglot.publish.opening import open_target
from jobglot.publish.plain import Plain
from jobglot.publish.publication import LINGER
from jobglot.settings import FolderTarget


@pytest.fixture
def www(tmp_path: Path) -> Releases:
    """A new folder target."""
    found = open_target(FolderTarget("www", keep=3), tmp_path)
    assert isinstance(found, Releases)
    return found


def current(target: Releases) -> dict[str, str]:
    """What a web server sees."""
    return tree(target.top / "current")


def test_a_release_is_whole_and_unchanged_files_are_the_same_files(www: Releases, tmp_path: Path) -> None:
    """So they keep their date, and a browser is answered “not modified”."""
    shipped(www, site(), tmp_path)
    assert current(www) == site()
    before = (www.top / "current/en/feed.xml").stat()
    shipped(www, {**site(), "en/index.html": "new"}, tmp_path, hours=1)
    after = (www.top / "current/en/feed.xml").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert current(www) == {**site(), "en/index.html": "new"}


def test_a_release_that_is_not_what_was_built_is_never_put_in_force(www: Releases, tmp_path: Path) -> None:
    """It is read back first; the former one stays, and nothing of the other is left."""
    shipped(www, site(1), tmp_path)
    before = sorted((www.top / "releases").rglob("*"))
    outcome = ship_spoilt(www, site(2), tmp_path, "en/jobs/b/index.html")
    assert codes(outcome) == ["target-differs"]
    assert outcome.problems[0].origin.path.endswith("en/jobs/b/index.html")
    assert current(www) == site(1)
    assert sorted((www.top / "releases").rglob("*")) == before


def test_plain_files_that_are_not_what_was_built_are_told(tmp_path: Path) -> None:
    """The record does not say that they are there, and the next publication sends them again."""
    plain = open_target(FolderTarget("plain", links=False), tmp_path)
    shipped(plain, site(1), tmp_path)
    assert codes(ship_spoilt(plain, site(2), tmp_path, "en/index.html")) == ["target-differs"]
    held = plain.look().publication
    assert held is not None
    assert "static/site.00000002.css" not in held.files
    shipped(plain, site(2), tmp_path, hours=2)
    assert tree(tmp_path / "plain")["en/index.html"] == site(2)["en/index.html"]


def test_nothing_is_done_when_nothing_changed(www: Releases, tmp_path: Path) -> None:
    """Not even a new release; only the record learns what it was made from."""
    shipped(www, site(), tmp_path)
    link = (www.top / "current").readlink()
    shipped(www, site(), tmp_path, hours=9, source="other")
    assert (www.top / "current").readlink() == link
    there = www.look().publication
    assert there is not None
    assert there.source == "other"


def test_old_releases_go_but_never_what_somebody_put_into_them(www: Releases, tmp_path: Path) -> None:
    """`keep` stay, and the one in use always."""
    for version in range(1, 6):
        shipped(www, site(version), tmp_path, hours=version)
        if version == 1:
            (www.top / "current/notes.txt").write_text("mine")
    kept = sorted(path.name for path in (www.top / "releases").iterdir() if path.is_dir())
    assert len(kept) == 4
    assert [path.name for path in (www.top / "releases" / kept[0]).rglob("*")] == ["notes.txt"]


def test_a_release_of_a_wrong_clock_does_not_take_the_place_of_those_to_go_back_to(tmp_path: Path) -> None:
    """Its name would be that of the newest for years."""
    target = Releases(tmp_path / "www", tmp_path, keep=2)
    shipped(target, site(1), tmp_path, hours=50_000)
    for version in (2, 3, 4):
        shipped(target, site(version), tmp_path, hours=version, allowed=["older"])
    back = roll_back(target)
    assert not isinstance(back, Problem), back
    assert current(target)["build.json"] == "3"


NOT_YET = {"en/jobs/secret/index.html": "Not to be seen yet.", "en/jobs/secret/terms.pdf": "%PDF"}


def test_rollback_swaps_the_link_and_keeps_new_assets_at_hand(www: Releases, tmp_path: Path) -> None:
    """Readers who have a page of the withdrawn release open still get its style sheet; what it added is gone."""
    for version in (1, 2, 3):
        shipped(www, site(version, **NOT_YET if version == 3 else {}), tmp_path, hours=version)
    back = roll_back(www)
    assert not isinstance(back, Problem)
    held = current(www)
    assert held["build.json"] == "2"
    assert "static/site.00000003.css" in held
    assert NOT_YET.keys().isdisjoint(held)
    again = roll_back(www)
    assert not isinstance(again, Problem)
    assert current(www)["build.json"] == "1"
    there = www.look().publication
    assert there is not None
    assert there.withdrawn != ""
    shipped(www, site(4), tmp_path, hours=4)
    assert current(www)["build.json"] == "4"


def test_rollback_goes_to_the_release_named_and_to_no_other(www: Releases, tmp_path: Path) -> None:
    """A missing one is refused with those there are; one that is not whole as well."""
    shipped(www, site(1), tmp_path)
    assert isinstance(roll_back(www), Problem)
    shipped(www, site(2), tmp_path, hours=2)
    missing = roll_back(www, "20200101T000000Z-00000000")
    assert isinstance(missing, Problem)
    assert missing.remedy.startswith("there are: 2027")
    dry = roll_back(www, dry_run=True)
    assert not isinstance(dry, Problem)
    assert current(www)["build.json"] == "2"
    (www.top / "releases" / dry.release / "en/index.html").unlink()
    spoilt = roll_back(www)
    assert isinstance(spoilt, Problem)
    assert spoilt.code == "rollback-not-whole"
    assert current(www)["build.json"] == "2"


def test_a_link_that_is_a_folder_or_leads_out_is_refused(www: Releases, tmp_path: Path) -> None:
    """Nothing there is touched."""
    (www.top / "current").mkdir(parents=True)
    assert codes(ship(www, site(), tmp_path)) == ["current-not-a-link"]
    (www.top / "current").rmdir()
    (www.top / "current").symlink_to(tmp_path)
    assert codes(ship(www, site(), tmp_path)) == ["current-leads-out"]
    assert (www.top / "current").readlink() == tmp_path


@pytest.mark.parametrize("links", [True, False])
def test_a_folder_with_other_things_is_refused_and_they_stay(tmp_path: Path, links: bool) -> None:
    """With the number and the flag."""
    target = open_target(FolderTarget("www", links=links), tmp_path)
    (tmp_path / "www").mkdir()
    (tmp_path / "www/photo.jpg").write_text("mine")
    refused = ship(target, site(), tmp_path)
    assert codes(refused) == ["publish-foreign"]
    assert "1 file" in refused.problems[0].message
    shipped(target, site(), tmp_path, allowed=["foreign"])
    assert (tmp_path / "www/photo.jpg").read_text() == "mine"


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("path", [".", "..", "content", "/"])
def test_the_sites_own_folders_are_no_target(tmp_path: Path, links: bool, path: str) -> None:
    """Nor what holds them."""
    (tmp_path / "site/content").mkdir(parents=True)
    target = open_target(FolderTarget(path, links=links), tmp_path / "site")
    assert codes(ship(target, site(), tmp_path)) == ["output-is-source"]


@pytest.mark.parametrize("links", [True, False])
def test_two_publishers_do_not_mix(tmp_path: Path, links: bool) -> None:
    """The second says who is at work."""
    target = open_target(FolderTarget("www", links=links), tmp_path)
    with target.lock():
        outcome = ship(open_target(FolderTarget("www", links=links), tmp_path), site(), tmp_path)
    assert codes(outcome) == ["target-busy"]
    assert "is publishing there" in outcome.problems[0].message
    shipped(target, site(), tmp_path)


STEPS = [(module, name) for name in ("write_file", "_link_or_copy", "replace_file", "remove_files")]
RENAMES = [(Path, name) for name in ("rename", "replace", "symlink_to", "unlink")]


def test_interrupted_anywhere_a_release_is_old_or_new_as_a_whole(tmp_path: Path) -> None:
    """After each number of steps; the next run needs no flag and leaves no rubbish."""
    seen = set()
    for count in range(200):
        target = Releases(tmp_path / f"www-{count}", tmp_path, keep=1)
        shipped(target, site(1), tmp_path)
        died = dies_after(count, lambda: shipped(target, site(2), tmp_path, hours=1), *STEPS, *RENAMES)  # noqa: B023
        held = current(target)
        seen.add(held["build.json"])
        assert {path: held[path] for path in site(int(held["build.json"]))} == site(int(held["build.json"]))
        shipped(target, site(2), tmp_path, hours=1)
        assert current(target)["build.json"] == "2"
        shipped(target, site(3), tmp_path, hours=2)
        names = sorted(path.name for path in (target.top / "releases").iterdir())
        assert len(names) == 2, names
        if not died:
            break
    assert seen == {"1", "2"}
    assert count > 10


def test_a_plain_folder_interrupted_anywhere_has_whole_pages(tmp_path: Path) -> None:
    """Old or new page by page, never one whose style sheet is missing."""
    before, after = {**site(1), "en/jobs/z/index.html": "<link href='/static/site.00000001.css'>"}, site(2)
    for count in range(200):
        target = Plain(tmp_path / f"www-{count}", tmp_path)
        shipped(target, before, tmp_path)
        places = [(os, "replace"), (os, "rename"), (os, "unlink")]
        died = dies_after(count, lambda: shipped(target, after, tmp_path, hours=1), *places)  # noqa: B023
        is_whole(tree(target.top), before, after)
        shipped(target, after, tmp_path, hours=1)
        assert {k: v for k, v in tree(target.top).items() if k != "static/site.00000001.css"} == after
        if not died:
            break
    assert count > len(after)


def test_a_plain_folder_sends_again_nothing_and_lets_old_assets_go(tmp_path: Path) -> None:
    """What did not change keeps its date."""
    target = Plain(tmp_path / "www", tmp_path)
    shipped(target, site(1), tmp_path)
    before = (target.top / "en/feed.xml").stat().st_mtime_ns
    shipped(target, {**site(1), "en/index.html": "x"}, tmp_path, hours=1)
    assert (target.top / "en/feed.xml").stat().st_mtime_ns == before
    for version in range(2, LINGER + 4):
        shipped(target, site(version), tmp_path, hours=version)
    assert len(list((target.top / "static").iterdir())) == LINGER + 1
    assert isinstance(roll_back(target), Problem)


READER = """
import sys, time
from pathlib import Path
top, ends = Path(sys.argv[1]) / "current", time.monotonic() + 60
reads = missed = mixed = 0
print("ready", flush=True)
while time.monotonic() < ends and not (Path(sys.argv[1]) / "stop").exists():
    for page in ("en/index.html", "en/jobs/a/index.html"):
        try:
            text = (top / page).read_text()
            sheet = text.partition("href='/")[2].partition("'")[0]
            style = (top / sheet).read_text()
        except OSError:
            missed += 1
            continue
        reads += 1
        mixed += not text.endswith(" " + style.removeprefix("version "))
print(reads, missed, mixed)
"""


def test_a_thousand_swaps_under_a_reader(tmp_path: Path) -> None:
    """Who never misses a file, nor gets a page of one release with the style sheet of another."""
    target = Releases(tmp_path / "www", tmp_path, keep=2)
    shipped(target, site(1), tmp_path)
    shipped(target, site(2), tmp_path, hours=1)
    releases = target._names()
    with subprocess.Popen([sys.executable, "-c", READER, str(target.top)], stdout=subprocess.PIPE, text=True) as reader:
        assert reader.stdout is not None
        assert reader.stdout.readline() == "ready\n"
        # Both have the other's style sheet, as after a release and a rollback.
        assert not isinstance(roll_back(target), Problem)
        for turn in range(1000):
            target._swap(releases[turn % 2])
        for version in range(3, 13):
            shipped(target, site(version), tmp_path, hours=version)
        (target.top / "stop").touch()
        reads, missed, mixed = map(int, reader.stdout.read().split())
    assert reads > 200
    assert (missed, mixed) == (0, 0)


def test_publishers_killed_at_random_leave_a_whole_site(tmp_path: Path) -> None:
    """SIGKILL leaves the lock to nobody, and the next run completes what was begun."""
    script = (
        "import sys; from pathlib import Path; from publishers import shipped, site\n"
        "from jobglot.publish.folder import Releases\n"
        "top = Path(sys.argv[1]); print('go', flush=True)\n"
        "first = int(sys.argv[2])\n"
        "for n in range(first, first + 99):\n"
        "    shipped(Releases(top / 'www', top, 2), site(n), top / f'w{first}', hours=n)\n"
    )
    target = Releases(tmp_path / "www", tmp_path, 2)
    shipped(target, site(1), tmp_path)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent)}
    for seed in range(4):
        with subprocess.Popen(
            [sys.executable, "-c", script, str(tmp_path), str(100 * seed + 2)], stdout=subprocess.PIPE, env=environment
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(0.05 + 0.037 * seed)
            process.kill()
        held = current(target)
        version = int(held["build.json"])
        assert {path: held[path] for path in site(version)} == site(version)
    shipped(target, site(1000), tmp_path, hours=1000)
    assert current(target)["build.json"] == "1000"
    assert not list((target.top / "releases").glob("*.part*"))
    assert not list((target.top / "releases").glob("*.next"))


@pytest.mark.parametrize("links", [True, False])
def test_a_path_may_begin_at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool) -> None:
    """As in a shell; a folder of the name “~” in the site is what nobody means."""
    (tmp_path / "site").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    shipped(open_target(FolderTarget("~/www", links=links), tmp_path / "site"), site(), tmp_path)
    assert tree(tmp_path / "home/www" / ("current" if links else ".")) == site()
    assert not list((tmp_path / "site").iterdir())


@pytest.mark.parametrize("refused", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_half_a_release_does_not_keep_the_disk_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: BaseException
) -> None:
    """Others work there as well, and the next publication may be days away."""

    def end() -> None:
        raise refused

    target = Releases(tmp_path / "www", tmp_path, 2)
    shipped(target, site(1), tmp_path)
    before = sorted(path.relative_to(target.top) for path in target.top.rglob("*"))
    with cut_after(2, monkeypatch, (module, "write_file"), (module, "_link_or_copy"), by=end):
        if isinstance(refused, OSError):
            assert codes(ship(target, site(2), tmp_path, hours=1)) == ["disk-full"]
        else:
            with pytest.raises(KeyboardInterrupt):
                ship(target, site(2), tmp_path, hours=1)
    assert sorted(path.relative_to(target.top) for path in target.top.rglob("*")) == before


@pytest.mark.parametrize("record", ["20270101T000000Z-0a1b2c3d.part.json", "20270101T000000Z-0a1b2c3d.json"])
def test_a_record_that_was_not_put_in_place_goes_with_the_next_run(tmp_path: Path, record: str) -> None:
    """A publisher may die between the writing of a record and its renaming."""
    target = Releases(tmp_path / "www", tmp_path, 2)
    shipped(target, site(1), tmp_path)
    (target.top / "releases" / f"{record}.next").write_bytes(b"{")
    shipped(target, site(2), tmp_path, hours=1)
    assert current(target)["build.json"] == "2"
    assert not list((target.top / "releases").glob("*.next"))


def test_publishers_of_one_machine_take_turns(tmp_path: Path) -> None:
    """Each either publishes or says who is at work; what is there in the end is one release."""
    found: list[str] = []
    crew = [
        threading.Thread(
            target=lambda n=n: found.extend(
                codes(ship(Releases(tmp_path / "www", tmp_path, 9), site(n), tmp_path / str(n), hours=n))
            )
        )
        for n in range(1, 6)
    ]
    for thread in crew:
        thread.start()
    for thread in crew:
        thread.join()
    assert set(found) <= {"target-busy", "publish-older"}
    held = current(Releases(tmp_path / "www", tmp_path, 9))
    version = int(held["build.json"])
    assert {path: held[path] for path in site(version)} == site(version)
