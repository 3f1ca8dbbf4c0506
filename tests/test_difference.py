"""What must happen to an output folder, and what stands against it; nothing is changed by looking."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from trees import fill, open_ground, ordinary_user, tree

from jobglot.difference import Difference, difference
from jobglot.manifest import Manifest, Record
from jobglot.staging import Staged, Staging

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs links")


def digest(data: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(data).hexdigest()


def record_of(content: Mapping[str, bytes]) -> Record:
    """The record of a run that wrote this."""
    return Record({path: frozenset({digest(data)}) for path, data in content.items()})


def compared(output: Path, plan: Mapping[str, bytes], record: Record, *, adopt: bool = False) -> Difference:
    """The difference between the plan and the folder, which it leaves alone."""
    staging = Staging(os.fsencode(output), os.fsencode(output.parent / "staging"), "output")
    staged = [item for path, data in plan.items() if isinstance(item := staging.put(path, data), Staged)]
    before = tree(output)
    found = difference(staging.output, "output", staged, record, adopt=adopt)
    assert tree(output) == before
    return found


def paths_of(steps: Difference) -> list[str]:
    """What is put in place, in order."""
    return [item.path for item in steps.moves]


def codes(steps: Difference) -> list[tuple[str, str]]:
    """Where the problems are, and which."""
    return [(problem.origin.path, problem.code) for problem in steps.problems]


def test_an_output_that_equals_the_plan_needs_nothing(tmp_path: Path) -> None:
    """And its manifest says the same."""
    site = {"index.html": b"home", "en/a.html": b"a"}
    steps = compared(fill(tmp_path / "output", site), site, record_of(site))
    assert steps.is_empty
    assert steps.after == Manifest({path: digest(data) for path, data in site.items()})
    assert steps.problems == ()


def test_what_is_used_comes_before_what_uses_it(tmp_path: Path) -> None:
    """Assets first, then pages that are new, then those that may link to them; within each the plan's own order."""
    former = {"en/index.html": b"1", "assets/a.css": b"1", "feed.xml": b"1"}
    output = fill(tmp_path / "output", former)
    plan = {
        "feed.xml": b"2",
        "en/index.html": b"2",
        "en/new.html": b"2",
        "assets/a.css": b"2",
        "assets/b.woff2": b"2",
    }
    steps = compared(output, plan, record_of(former))
    assert paths_of(steps) == ["assets/b.woff2", "assets/a.css", "en/new.html", "feed.xml", "en/index.html"]


def test_only_listed_and_unchanged_files_go(tmp_path: Path) -> None:
    """What was changed by hand stays, with a warning; what we never wrote is not even looked at."""
    former = {"old.html": b"old", "edited.html": b"ours", "gone.html": b"", "index.html": b""}
    output = fill(tmp_path / "output", {**former, "edited.html": b"theirs", "CNAME": b"x", ".git": b"gitdir: x"})
    (output / "gone.html").unlink()
    steps = compared(output, {"index.html": b""}, record_of(former))
    assert steps.removals == ("old.html",)
    assert steps.after.kept == {"edited.html": digest(b"ours")}
    assert codes(steps) == [("output/edited.html", "output-edited-kept")]


def test_a_path_that_was_only_meant_to_be_written_is_not_ours(tmp_path: Path) -> None:
    """A run that died while it staged has put nothing there."""
    output = fill(tmp_path / "output", {"a.html": b"theirs", "b.html": b"theirs"})
    record = Record({"a.html": frozenset(), "b.html": frozenset()})
    steps = compared(output, {"a.html": b"ours"}, record)
    assert codes(steps) == [("output/a.html", "output-in-the-way")]
    assert steps.removals == ()
    assert steps.after.kept == {}


def test_a_strangers_file_where_a_page_goes_is_a_problem_even_if_it_is_the_same(tmp_path: Path) -> None:
    """It would be ours to delete from then on; with `adopt` that is what was asked for."""
    output = fill(tmp_path / "output", {"a.html": b"a", "b.html": b"theirs"})
    plan = {"a.html": b"a", "b.html": b"b"}
    steps = compared(output, plan, Record())
    assert codes(steps) == [("output/a.html", "output-in-the-way"), ("output/b.html", "output-in-the-way")]
    assert compared(output, plan, Record(), adopt=True).problems == ()


def test_a_page_changed_by_hand_is_replaced_with_a_warning(tmp_path: Path) -> None:
    """It is made from something else, and that is where to change it."""
    former = {"a.html": b"ours"}
    steps = compared(fill(tmp_path / "output", {"a.html": b"theirs"}), {"a.html": b"new"}, record_of(former))
    assert paths_of(steps) == ["a.html"]
    assert codes(steps) == [("output/a.html", "output-edited-replaced")]


def test_files_and_folders_of_ours_change_places(tmp_path: Path) -> None:
    """Both ways, at any depth."""
    former = {"a": b"", "b/c/d.html": b"", "b/e.html": b"", "x/y": b""}
    steps = compared(
        fill(tmp_path / "output", former), {"a/b/index.html": b"1", "b": b"2", "x/y/z": b"3"}, record_of(former)
    )
    assert steps.makes_way == ("a", "b/c/d.html", "b/e.html", "x/y")
    assert steps.cleared == ("b/c", "b")
    assert steps.removals == ()
    assert steps.problems == ()


@pytest.mark.parametrize("theirs", ["b/theirs.txt", "b/c/theirs.txt", "b/.git/HEAD"])
def test_a_folder_with_anything_of_a_strangers_does_not_make_way(tmp_path: Path, theirs: str) -> None:
    """What is in the way is named."""
    former = {"b/c/d.html": b""}
    output = fill(tmp_path / "output", {**former, theirs: b"theirs"})
    steps = compared(output, {"b": b"page"}, record_of(former))
    assert codes(steps) == [(f"output/{theirs}", "output-in-the-way")]
    assert steps.makes_way == ("b/c/d.html",)


def test_a_file_changed_by_hand_does_not_make_way(tmp_path: Path) -> None:
    """Neither for a folder nor within one."""
    former = {"a": b"ours", "b/c.html": b"ours"}
    output = fill(tmp_path / "output", {"a": b"theirs", "b/c.html": b"theirs"})
    steps = compared(output, {"a/x.html": b"", "b": b""}, record_of(former))
    assert {code for code in codes(steps) if code[1] == "output-in-the-way"} == {
        ("output/a", "output-in-the-way"),
        ("output/b/c.html", "output-in-the-way"),
    }


@posix
def test_nothing_is_written_or_removed_beyond_a_link(tmp_path: Path) -> None:
    """A folder that was replaced by a link to somewhere else is not ours any more, whatever is in it."""
    former = {"en/old.html": b"old", "en/a.html": b"a"}
    fill(tmp_path, {f"elsewhere/{path}": data for path, data in former.items()})
    output = fill(tmp_path / "output", {})
    (output / "en").symlink_to("../elsewhere/en")
    steps = compared(output, {"en/a.html": b"new"}, record_of(former))
    assert codes(steps) == [("output/en", "output-in-the-way")]
    assert (steps.removals, steps.gone) == ((), ())


@posix
@pytest.mark.parametrize("adopt", [False, True])
def test_links_and_pipes_never_make_way(tmp_path: Path, adopt: bool) -> None:
    """Not even in a folder that is taken over."""
    output = fill(tmp_path / "output", {"theirs": b""})
    (output / "link.html").symlink_to("theirs")
    os.mkfifo(output / "pipe.html")
    steps = compared(output, {"link.html": b"", "pipe.html": b"", "theirs/x.html": b""}, Record(), adopt=adopt)
    assert [path for path, _ in codes(steps)] == ["output/link.html", "output/pipe.html", "output/theirs"]


@posix
def test_where_case_makes_no_other_file_a_change_of_case_is_a_change_of_name(tmp_path: Path) -> None:
    """A disk that takes no heed of case is played by two names of one file."""
    former = {"Logo.png": b"logo"}
    output = fill(tmp_path / "output", former)
    os.link(output / "Logo.png", output / "logo.png")
    steps = compared(output, {"logo.png": b"logo"}, record_of(former))
    assert steps.renames == (("Logo.png", "logo.png"),)
    assert steps.removals == ()
    assert steps.problems == ()
    assert not steps.is_empty


def test_where_case_makes_another_file_one_comes_and_the_other_goes(tmp_path: Path) -> None:
    """To rename the former one would put away what is there under the new name."""
    former = {"Logo.png": b"former", "logo.png": b"logo"}
    output = fill(tmp_path / "output", former)
    if len(list(output.iterdir())) == 1:
        pytest.skip("this disk takes no heed of case")
    steps = compared(output, {"logo.png": b"logo"}, record_of(former))
    assert (steps.renames, steps.removals) == ((), ("Logo.png",))
    assert not steps.is_empty


@posix
def test_a_folder_one_may_not_write_to_is_told_before_anything_is_moved() -> None:
    """Each folder once."""
    with open_ground() as ground:
        former = {"en/a.html": b"a", "en/b.html": b"b", "fr/a.html": b"a"}
        output = fill(ground / "output", former)
        with ordinary_user(ground):
            (output / "en").chmod(0o555)
            steps = compared(output, {"en/a.html": b"new", "fr/a.html": b"new"}, record_of(former))
            (output / "en").chmod(0o755)
    assert codes(steps) == [("output/en", "disk-permission")]
