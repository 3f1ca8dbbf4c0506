"""Reading a site again as far as its files changed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from previews import NURSE, edit, small_site
from repositories import commit, repository

from jobglot.load import Loaded, load
from jobglot.preview import folder
from jobglot.preview.folder import Folder
from jobglot.problem import in_order

FRENCH = "content/postings/nurse.fr.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small_site(repository(tmp_path / "site"))


def equal(read: Loaded | None, root: Path) -> bool:
    """Whether it is what reading everything gives."""
    fresh, _ = load(root)
    assert read is not None
    assert fresh is not None
    return (read.content, read.problems) == (fresh.content, in_order(fresh.problems))


def codes(read: Loaded | None) -> set[str]:
    assert read is not None
    return {problem.code for problem in read.problems}


def test_an_edit_of_a_posting_reads_that_posting_only(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And files that an editor made for a moment, or for itself, change nothing."""
    kept = Folder(root)
    kept.read(None)
    edit(root, NURSE, "Care for people.", "Care for for people.")
    with monkeypatch.context() as patched:
        patched.setattr(folder, "load", None)
        read, _ = kept.read(frozenset([NURSE, f"{NURSE}.tmp", f"{NURSE}~", "content/postings/4913"]))
    assert "word-doubled" in codes(read)
    assert equal(read, root)


@pytest.mark.parametrize("name", ["new.en.md", "form.pdf", "nurse.fr.md"])
def test_files_that_come_or_go_are_seen(root: Path, name: str) -> None:
    """A posting, a file beside one, an edition that goes."""
    kept = Folder(root)
    kept.read(None)
    path = f"content/postings/{name}"
    if name == "nurse.fr.md":
        (root / path).unlink()
    else:
        (root / path).write_bytes((root / NURSE).read_bytes())
    read, _ = kept.read(frozenset([path]))
    assert equal(read, root)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems refuse some of these names")
@pytest.mark.parametrize("name", ["pipe.en.md", "link.en.md", "loop.en.md", "caf\udce9.en.md", "con.en.md"])
def test_what_could_not_be_read_and_is_gone_is_no_problem_any_more(root: Path, name: str) -> None:
    """It was no file of the content while it was there."""
    kept = Folder(root)
    before = codes(kept.read(None)[0])
    path = f"content/postings/{name}"
    if name == "pipe.en.md":
        os.mkfifo(root / path)
    elif name in ("link.en.md", "loop.en.md"):
        (root / path).symlink_to("nowhere" if name == "link.en.md" else name)
    else:
        (root / path).write_text("x")
    assert codes(kept.read(frozenset([path]))[0]) > before
    (root / path).unlink()
    read, _ = kept.read(frozenset([path]))
    assert equal(read, root)
    assert codes(read) == before


def test_an_error_and_its_end_are_seen(root: Path) -> None:
    """What refers to a broken file is not called unknown."""
    kept = Folder(root)
    kept.read(None)
    edit(root, NURSE, "deadline: 2027-01-31", "deadline: soon")
    assert equal(kept.read(frozenset([NURSE]))[0], root)
    edit(root, NURSE, "deadline: soon", "deadline: 2027-01-31")
    assert equal(kept.read(frozenset([NURSE]))[0], root)


def test_a_commit_is_seen_at_the_next_edit(root: Path) -> None:
    """Git tells when postings changed, and which edition was left behind."""
    commit(root, "Begin", at="2027-01-04T12:00:00+0000")
    kept = Folder(root)
    kept.read(None)
    edit(root, NURSE, "Care for people.", "Care for all.")
    commit(root, "Go on", at="2027-01-05T12:00:00+0000")
    read, _ = kept.read(frozenset([NURSE]))
    assert equal(read, root)
    assert "edition-older" in codes(read)
    edit(root, NURSE, "Care for all.", "Care for people.")
    read, _ = kept.read(frozenset([NURSE]))
    assert equal(read, root)
    assert "edition-older" not in codes(read)
