"""What a board is made from, as one digest."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from support import program

from jobglot.publish.inputs import digest_of, revision_of


@pytest.fixture
def board(tmp_path: Path) -> Path:
    """A site's folder."""
    (tmp_path / "content/postings").mkdir(parents=True)
    (tmp_path / "config.yaml").write_text("name: x\n")
    (tmp_path / "content/postings/a.en.md").write_text("a")
    return tmp_path


@pytest.mark.parametrize(
    "path", ["config.yaml", "content/postings/a.en.md", "content/new.yaml", "static/x.css", "templates/base.html"]
)
def test_every_file_a_board_is_made_from_counts(board: Path, path: str) -> None:
    """Changed or new; and changed back, it is as before."""
    before = digest_of(board)
    file = board / path
    former = file.read_bytes() if file.exists() else None
    file.parent.mkdir(exist_ok=True)
    file.write_text("other")
    assert digest_of(board) != before
    file.unlink()
    if former is not None:
        file.write_bytes(former)
    assert digest_of(board) == before


def test_a_name_counts_as_well(board: Path) -> None:
    """A posting that moves has another address; and what one file loses to the next is a change."""
    before = digest_of(board)
    file = board / "content/postings/a.en.md"
    file.rename(file.with_name("b.en.md"))
    assert digest_of(board) != before
    file.write_text("ab")
    file.with_name("b.en.md").write_text("c")
    parted = digest_of(board)
    file.write_text("a")
    file.with_name("b.en.md").write_text("bc")
    assert digest_of(board) != parted


def test_other_files_do_not_count(board: Path) -> None:
    """Neither output nor what editors leave behind, nor dates."""
    before = digest_of(board)
    for path in ("output/index.html", "README.md", "content/.x.swp", "content/postings/a.en.md~"):
        (board / path).parent.mkdir(exist_ok=True)
        (board / path).write_text("x")
    (board / "content/postings/a.en.md").touch()
    assert digest_of(board) == before


def test_the_commit_of_the_sites_folder_is_known(board: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the site is but a part of the repository; without git there is none."""
    program("publisher", "git")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(board.parent))
    assert revision_of(board).commit == ""
    named = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    for words in (["init", "-q"], ["add", "."], [*named, "commit", "-qm", "x", "--date", "2027-01-01T00:00:00Z"]):
        subprocess.run(["git", *words], cwd=board, check=True)
    found = revision_of(board)
    assert len(found.commit) == 40
    assert found.committed is not None
    assert revision_of(board / "output") == revision_of(board / "nowhere")
