"""Where no site may be written, by whatever name the place is called."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from trees import fill, tree

import jobglot
from jobglot.ground import refusal, stranger
from jobglot.manifest import JOURNAL, MANIFEST


@pytest.fixture
def site(tmp_path: Path, monkeypatch) -> Path:
    """A site in a home folder, beside another project."""
    fill(
        tmp_path,
        {
            "home/me/site/content/postings/a.en.md": b"",
            "home/me/site/templates/x.html": b"",
            "home/me/site/static/x.css": b"",
            "home/me/site/config.yaml": b"",
            "home/me/site/.git/HEAD": b"",
            "home/me/other/.git/HEAD": b"",
            "home/me/worktree/.git": b"gitdir: elsewhere",
            "home/me/notes/diary.txt": b"dear diary",
            "home/me/file": b"",
            "home/me/empty/.DS_Store": b"",
        },
    )
    monkeypatch.setenv("HOME", str(tmp_path / "home/me"))
    monkeypatch.chdir(tmp_path / "home/me/site")
    return tmp_path / "home/me/site"


@pytest.mark.parametrize(
    "output",
    [
        *(".", "..", "../..", "../../..", "/", "~", "content", "content/postings", "content/new", "templates"),
        *("static/out", ".git", ".git/out", "config.yaml", "../site", "../file", "../file/out", "output/../content"),
        *("../other/.git/x", "/etc/hostname"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="paths of other systems")
def test_sources_homes_and_what_holds_them_are_refused(site: Path, output: str) -> None:
    """Named relatively or not, and through links at any place of the path; nothing is written."""
    before = tree(site.parent)
    folder = Path(output).expanduser()
    problem = refusal(folder, site)
    assert problem is not None, output
    assert problem.code in ("output-is-source", "output-not-a-folder")
    assert refusal(site / folder, site) is not None
    assert tree(site.parent) == before
    if folder.exists():
        (site.parent / "link").symlink_to((site / folder).resolve())
        assert refusal(site.parent / "link", site) is not None
        assert refusal(site.parent / "empty/../link", site) is not None
        # The site, too, may be named through a link.
        (site.parent / "alias").symlink_to(site)
        assert refusal(folder, site.parent / "alias") is not None


@pytest.mark.parametrize("output", ["static", "static/out", "templates", "../link/static/out"])
def test_a_folder_of_sources_that_is_not_there_yet_is_refused(site: Path, output: str) -> None:
    """The next build would publish the site within itself, or take its pages for templates."""
    for name in ("static/x.css", "templates/x.html"):
        (site / name).unlink()
        (site / name).parent.rmdir()
    (site.parent / "link").symlink_to(site)
    problem = refusal(Path(output), site)
    assert problem is not None
    assert problem.code == "output-is-source"


@pytest.mark.parametrize("output", ["output", "public/site", "../empty", "../site-output", "contents", "docs", "link"])
def test_a_folder_of_its_own_is_allowed(site: Path, output: str) -> None:
    """Whether it is there or not, inside the site or beside it, and through a link."""
    if output == "link":
        (site / "link").symlink_to("../empty")
    assert refusal(Path(output), site) is None
    assert stranger(Path(output), site) is None


def test_the_program_itself_is_a_source(site: Path) -> None:
    """Wherever it is installed."""
    package = Path(jobglot.__file__).parent
    for folder in (package, package / "starter", package.parent):
        problem = refusal(folder, site)
        assert problem is not None


@pytest.mark.skipif(sys.platform == "win32", reason="needs links")
def test_a_link_that_leads_nowhere_or_in_a_circle_is_refused(site: Path) -> None:
    """Whatever it was meant to be."""
    (site / "dangling").symlink_to("../nowhere")
    (site / "circle").symlink_to("circle")
    for name in ("dangling", "circle"):
        problem = refusal(Path(name), site)
        assert problem is not None
        assert problem.origin.path == name


def test_a_source_that_lies_elsewhere_is_kept_from_harm_there(site: Path) -> None:
    """A content folder may be a link to another disk."""
    fill(site.parent, {"elsewhere/content/a.md": b""})
    (site / "static").rename(site / "old")
    (site / "static").symlink_to("../elsewhere/content")
    for output in ("../elsewhere/content", "../elsewhere", "../elsewhere/content/x"):
        assert refusal(Path(output), site) is not None
    assert refusal(Path("../elsewhere/output"), site) is None


def test_a_user_without_a_home_can_build(site: Path, monkeypatch) -> None:
    """In a container, say."""
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    assert refusal(Path("output"), site) is None


@pytest.mark.parametrize(
    ("folder", "words"),
    [("../notes", "not empty"), ("../other", "git work tree"), ("../worktree", "git work tree")],
)
def test_a_folder_of_somebody_elses_is_not_ours_to_fill(site: Path, folder: str, words: str) -> None:
    """The remedy says how to take it over."""
    assert refusal(Path(folder), site) is None
    problem = stranger(Path(folder), site)
    assert problem is not None
    assert words in problem.message
    assert "--adopt" in problem.remedy


@pytest.mark.parametrize("mark", [MANIFEST, JOURNAL])
def test_our_mark_makes_it_ours(site: Path, mark: str) -> None:
    """Of a run that ended, or of one that died."""
    fill(site.parent / "notes", {mark: b""})
    assert stranger(site.parent / "notes", site) is None


def test_our_folder_alone_is_no_mark_but_in_an_empty_folder(site: Path) -> None:
    """A run may have died before it wrote anything."""
    for name in ("notes", "empty"):
        fill(site.parent / name, {".jobglot/lock": b""})
    assert stranger(site.parent / "notes", site) is not None
    assert stranger(site.parent / "empty", site) is None
