"""An output folder is made equal to a plan, at no stranger's cost."""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from trees import files, fill, open_ground, ordinary_user, tree

import jobglot
from jobglot.manifest import JOURNAL, MANIFEST
from jobglot.problem import Severity
from jobglot.staging import Staged
from jobglot.write import Session, Stopped, Written, begin, write

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs links and modes")

SITE = {
    "index.html": b"chooser",
    "en/index.html": b"home",
    "en/jobs/one/index.html": b"one",
    "en/jobs/two/index.html": b"two",
    "assets/style.css": b"body{}",
}

STRANGERS = {
    "CNAME": b"jobs.example.org",
    ".nojekyll": b"",
    ".git/HEAD": b"ref: refs/heads/main",
    ".git/objects/aa/bb": b"\0",
    "en/jobs/theirs.txt": b"theirs",
    "google123.html": b"theirs",
}


@pytest.fixture(autouse=True)
def no_flushing(monkeypatch) -> None:
    """What a disk does with its own memory is not under test, and slow."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site's folder with its sources, in a folder with much that must not change."""
    decoys = {"other/a": b"a", "site/content/a.en.md": b"a", "site/config.yaml": b"", "site/static/x": b"x"}
    fill(tmp_path, decoys)
    return tmp_path / "site"


def written(site: Path, plan: Mapping[str, bytes], *, adopt: bool = False) -> Written:
    """The plan, written to the site's output."""
    result = write(site / "output", site, list(plan), plan.__getitem__, adopt=adopt)
    assert isinstance(result, Written), result
    return result


def stopped(site: Path, plan: Mapping[str, bytes], output: str = "output") -> Stopped:
    """Why the plan was not written; nothing was changed anywhere."""
    before = tree(site.parent)
    result = write(site / output, site, list(plan), plan.__getitem__)
    assert isinstance(result, Stopped), result
    assert tree(site.parent) == before
    return result


def counts(result: Written) -> tuple[int, int, int, int, int]:
    """New, changed, unchanged, removed, kept."""
    return (result.new, result.changed, result.unchanged, result.removed, result.kept)


def test_a_first_build_makes_the_folder_and_says_what_it_made(site: Path) -> None:
    """With the folders above it; of ours there is only the manifest besides the site."""
    result = write(site / "public/deep/site", site, list(SITE), SITE.__getitem__)
    manifest = (site / "public/deep/site/.jobglot/manifest.json").read_bytes()
    size, digest = sum(map(len, SITE.values())), hashlib.sha256(manifest).hexdigest()
    assert result == Written(5, 0, 0, 0, 0, size, manifest=digest)
    assert files(site / "public/deep/site") == SITE
    assert set(tree(site / "public/deep/site/.jobglot")) == {"manifest.json"}


def test_a_second_build_of_the_same_touches_nothing(site: Path) -> None:
    """Not one file, the manifest included, has another inode or time."""

    def marks() -> dict[Path, tuple[int, int]]:
        return {
            path: (path.stat().st_ino, path.stat().st_mtime_ns)
            for path in (site / "output").rglob("*.*")
            if path.is_file()
        }

    written(site, SITE)
    before = marks()
    assert counts(written(site, SITE)) == (0, 0, 5, 0, 0)
    assert marks() == before


def test_only_what_changed_is_written(site: Path) -> None:
    """One changed, one new, one gone with its folder."""
    written(site, SITE)
    stays = (site / "output/en/index.html").stat().st_mtime_ns
    plan = {**SITE, "en/jobs/one/index.html": b"one!", "fr/index.html": b"accueil"}
    del plan["en/jobs/two/index.html"]
    assert counts(written(site, plan)) == (1, 1, 3, 1, 0)
    assert files(site / "output") == plan
    assert "en/jobs/two" not in tree(site / "output")
    assert (site / "output/en/index.html").stat().st_mtime_ns == stays


def test_what_is_left_is_what_a_clean_build_makes(site: Path) -> None:
    """The manifest included, whatever was built before."""
    before: dict[str, bytes] = {"en": b"a file", "en.html": b"x", "a/b/c/d.html": b"x"}
    written(site, before)
    written(site, SITE)
    clean = write(site / "clean", site, list(SITE), SITE.__getitem__)
    assert isinstance(clean, Written)
    assert tree(site / "output") == tree(site / "clean")


def test_bytes_decide_and_not_times(site: Path) -> None:
    """A page of the same length and time as before is seen to differ."""
    written(site, SITE)
    page = site / "output/index.html"
    page.write_bytes(b"CHOOSER")
    os.utime(page, ns=(0, 0))
    result = written(site, SITE)
    assert page.read_bytes() == b"chooser"
    assert [p.code for p in result.problems] == ["output-edited-replaced"]


def test_a_page_removed_by_hand_comes_back(site: Path) -> None:
    """With its folder."""
    written(site, SITE)
    (site / "output/en/jobs/two/index.html").unlink()
    (site / "output/en/jobs/two").rmdir()
    assert counts(written(site, SITE)) == (1, 0, 4, 0, 0)
    assert files(site / "output") == SITE


def test_strangers_files_are_never_touched(site: Path) -> None:
    """Whatever comes and goes around them."""
    written(site, SITE)
    fill(site / "output", STRANGERS)
    for plan in ({**SITE, "en/new.html": b"n"}, {"index.html": b"alone"}, SITE):
        written(site, plan)
        assert files(site / "output") == {**plan, **STRANGERS}


def test_a_page_changed_by_hand_is_kept_when_it_is_no_longer_wanted(site: Path) -> None:
    """Each build says so, until it is gone, or is as we wrote it."""
    written(site, SITE)
    page = site / "output/en/jobs/two/index.html"
    page.write_bytes(b"edited")
    plan = {path: data for path, data in SITE.items() if "two" not in path}
    for _ in range(2):
        result = written(site, plan)
        assert result.kept == 1
        assert [(p.origin.path, p.code) for p in result.problems] == [
            ("output/en/jobs/two/index.html", "output-edited-kept")
        ]
        assert page.read_bytes() == b"edited"
    page.write_bytes(SITE["en/jobs/two/index.html"])
    assert counts(written(site, plan)) == (0, 0, 4, 1, 0)
    assert files(site / "output") == plan


def test_a_file_and_a_folder_change_places(site: Path) -> None:
    """And back."""
    here: dict[str, bytes] = {"en/jobs": b"a file", "assets/x/y": b"x", "index.html": b"1"}
    there = {"en/jobs/one/index.html": b"one", "assets/x": b"a file", "index.html": b"1"}
    for plan in (here, there, here):
        written(site, plan)
        assert files(site / "output") == plan


@pytest.mark.parametrize("output", [".", "..", "content", "content/x", "static", "config.yaml", "../site", "/"])
def test_a_folder_that_is_no_output_is_refused_before_anything_is_written(site: Path, output: str) -> None:
    """Which is a wrong call; `test_ground` has all cases."""
    result = stopped(site, SITE, output)
    assert result.refused
    assert len(result.problems) == 1
    assert result.problems[0].remedy


def test_a_folder_without_our_mark_is_refused_and_can_be_taken_over(site: Path) -> None:
    """Then pages replace what stands in their place, and everything else stays."""
    fill(site / "output", {**STRANGERS, "index.html": b"theirs"})
    result = stopped(site, SITE)
    assert result.refused
    assert "--adopt" in str(result.problems[0])
    written(site, SITE, adopt=True)
    assert files(site / "output") == {**SITE, **STRANGERS}
    written(site, {"index.html": b"2"})
    assert files(site / "output") == {"index.html": b"2", **STRANGERS}


@pytest.mark.parametrize("blocker", ["fr/index.html", "fr", "fr/index.html/x", ".jobglot/staging/theirs"])
def test_a_strangers_file_in_the_way_is_told_before_anything_is_written(site: Path, blocker: str) -> None:
    """At the page's path, above it, or below it."""
    written(site, SITE)
    fill(site / "output", {blocker: b"theirs"})
    result = stopped(site, {**SITE, "index.html": b"changed", "fr/index.html": b"accueil"})
    assert result.refused
    assert {p.code for p in result.problems} == {"output-in-the-way"}


@pytest.mark.parametrize("name", [MANIFEST, JOURNAL])
def test_a_folder_whose_record_is_damaged_is_refused_and_can_be_taken_over(site: Path, name: str) -> None:
    """What is ours in it is not known, so nothing is removed, then or later."""
    written(site, {**SITE, "en/old.html": b"old"})
    fill(site / "output", {name: b'{"mark": "jobglot out'})
    result = stopped(site, SITE)
    assert result.refused
    assert "cannot be read" in str(result.problems[0])
    written(site, SITE, adopt=True)
    assert files(site / "output") == {**SITE, "en/old.html": b"old"}
    written(site, SITE)


def test_a_folder_of_a_newer_version_is_refused_even_for_taking_over(site: Path) -> None:
    """And left as it is."""
    written(site, SITE)
    manifest = site / "output" / MANIFEST
    manifest.write_bytes(manifest.read_bytes().replace(b'"format":1', b'"format":7'))
    assert stopped(site, SITE).refused
    result = write(site / "output", site, list(SITE), SITE.__getitem__, adopt=True)
    assert isinstance(result, Stopped)
    assert result.problems[0].code == "output-newer"


@pytest.mark.parametrize(
    "path", ["../x", "/x", "a/../../x", "a\\b", "", ".jobglot/manifest.json", ".JobGlot/x", "a\nb"]
)
def test_no_plan_writes_outside_the_folder_or_over_our_records(site: Path, path: str) -> None:
    """The last gate, whatever came before it."""
    result = stopped(site, {**SITE, path: b"evil"})
    assert result.problems[0].code == "path-unsafe"


@posix
def test_an_output_that_is_a_link_is_written_where_it_leads(site: Path) -> None:
    """If that is a place for it."""
    fill(site.parent / "disk", {})
    (site / "output").symlink_to("../disk")
    written(site, SITE)
    assert files(site.parent / "disk") == SITE
    (site / "evil").symlink_to("content")
    assert stopped(site, SITE, "evil").refused


@posix
def test_modes_do_not_depend_on_the_umask(site: Path) -> None:
    """A web server runs as somebody else."""
    before = os.umask(0o077)
    try:
        written(site, SITE)
        written(site, {**SITE, "en/index.html": b"changed", "fr/index.html": b"new"})
    finally:
        os.umask(before)
    modes = {
        (path.is_dir(), stat.S_IMODE(path.stat().st_mode)) for path in (site / "output", *(site / "output").rglob("*"))
    }
    assert modes == {(True, 0o755), (False, 0o644)}


def test_what_produce_raises_passes_through_and_nothing_is_left(site: Path) -> None:
    """Neither in a folder that was there nor in one that was not."""

    def produce(path: str) -> bytes:
        if path == "en/index.html":
            raise KeyError(path)
        return b"new"

    for _ in range(2):
        before = tree(site.parent)
        with pytest.raises(KeyError):
            write(site / "output", site, list(SITE), produce)
        assert tree(site.parent) == before
        written(site, SITE)


def test_a_second_run_is_told_who_is_at_work(site: Path) -> None:
    """And changes nothing; later it may."""
    written(site, SITE)
    session = begin(site / "output", site, list(SITE))
    assert isinstance(session, Session)
    with session:
        before = tree(site.parent)
        result = write(site / "output", site, ["index.html"], lambda _: b"2")
        assert isinstance(result, Stopped)
        assert not result.refused
        assert f"process {os.getpid()}" in str(result.problems[0])
        assert tree(site.parent) == before
    written(site, {"index.html": b"2"})


def test_files_may_be_staged_elsewhere_and_in_any_order(site: Path) -> None:
    """As long as all of the plan and nothing else comes together in the end."""
    session = begin(site / "output", site, list(SITE))
    assert isinstance(session, Session)
    with session:
        staged = [session.staging.put(path, SITE[path]) for path in sorted(SITE, reverse=True)]
        items = [item for item in staged if isinstance(item, Staged)]
        with pytest.raises(ValueError, match="planned"):
            session.commit(items[1:])
        assert isinstance(session.commit(items), Written)
    assert files(site / "output") == SITE


def test_a_session_that_is_not_committed_leaves_nothing(site: Path) -> None:
    """Nor does one in which a problem was found."""
    before = tree(site.parent)
    session = begin(site / "output", site, list(SITE))
    assert isinstance(session, Session)
    with session:
        session.staging.put("index.html", b"x")
    assert tree(site.parent) == before


@posix
@pytest.mark.parametrize("name", ["unlink", "rmdir"])
def test_what_cannot_be_removed_in_the_end_is_known_to_the_next_run(
    site: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """A disk that refuses once, just then, must not make strangers of our own files."""
    written(site, {"a.html": b"a"})
    more = {"a.html": b"a", "en/b.html": b"b", "c.html": b"c"}
    remove = getattr(os, name)

    def refuse_once(*arguments: object, **more: object) -> None:
        monkeypatch.setattr(os, name, remove)
        raise OSError(28, "No space left on device")

    with begin(site / "output", site, list(more)) as session:  # type: ignore[union-attr]
        session.staging.put("en/b.html", b"b")
        session.staging.put("c.html", b"c")
        monkeypatch.setattr(os, name, refuse_once)
    assert getattr(os, name) is remove
    for plan in ({"a.html": b"a"}, more):
        written(site, plan)
        assert files(site / "output").keys() - {MANIFEST} == plan.keys()
    assert not (site / "output" / JOURNAL).exists()


def test_a_folder_one_may_not_write_to_is_one_sentence() -> None:
    """The output itself, or the folder it should be made in."""
    with open_ground() as ground:
        site = fill(ground / "site", {"content/a.md": b""})
        written(site, SITE)
        with ordinary_user(ground):
            for closed in (site / "output", site / "output/en", site):
                closed.chmod(0o555)
                plan = {**SITE, "en/index.html": b"changed", "top.html": b"new"}
                before = tree(site)
                result = write(site / ("new" if closed == site else "output"), site, list(plan), plan.__getitem__)
                assert isinstance(result, Stopped), closed
                assert [p.code for p in result.problems] == ["disk-permission"], closed
                assert "permission" in str(result.problems[0])
                closed.chmod(0o755)
                assert tree(site) == before


@pytest.mark.skipif(sys.platform != "linux", reason="asks for a locale that others lack")
def test_no_locale_decides_how_a_page_is_spelt(site: Path) -> None:
    """Static files may have accents."""
    program = (
        "import sys; from pathlib import Path; from jobglot.write import write; site = Path(sys.argv[1]);"
        "print(write(site / 'output', site, ['\\u00e9.png', 'en/a.html'], lambda path: b'x').new)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, site],
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        cwd=Path(jobglot.__file__).parent.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout == "2\n"
    assert files(site / "output") == {"é.png": b"x", "en/a.html": b"x"}


NAMES = st.sampled_from(["a", "b", "a.html"])
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)


def without_clashes(plan: Mapping[str, bytes]) -> dict[str, bytes]:
    """No path is a folder of another: the plan sees to that before."""
    return {path: data for path, data in plan.items() if not any(other.startswith(f"{path}/") for other in plan)}


PLANS = st.dictionaries(PATHS, st.sampled_from([b"1", b"2", b""]), max_size=6).map(without_clashes)


@given(plans=st.lists(st.tuples(PLANS, st.dictionaries(PATHS, st.just(b"theirs"), max_size=2)), min_size=1, max_size=4))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
def test_after_any_builds_the_folder_is_the_plan_or_as_it_was(
    tmp_path_factory, plans: list[tuple[dict[str, bytes], dict[str, bytes]]]
) -> None:
    """With strangers at work in between, whose files are there after each build as before it."""
    site = fill(tmp_path_factory.mktemp("site"), {"content/a": b""})
    output = site / "output"
    written(site, {"index.html": b""})
    for plan, theirs in plans:
        for path, data in theirs.items():
            with contextlib.suppress(OSError):  # a page stands where its folder would, or the other way round
                fill(output, {path: data})
        before = tree(site)
        strangers = {path: data for path, data in files(output).items() if data == b"theirs" and path not in plan}
        result = write(output, site, list(plan), plan.__getitem__)
        if isinstance(result, Written):
            assert files(output) == plan | strangers
        else:
            assert tree(site) == before
            assert {p.code for p in result.problems if p.severity is Severity.ERROR} == {"output-in-the-way"}
