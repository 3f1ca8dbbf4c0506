"""Editions left behind, as git tells."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from jobglot.load import load

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

EN = "content/postings/keeper.en.md"
FR = "content/postings/keeper.fr.md"
FACTS = (
    "organization: {name: Office}\nlocations: [{city: Oran, country: DZ}]\nposted: 2026-03-01\ndeadline: 2026-05-01\n"
    "updated: 2026-03-01\napply: [{email: jobs@example.org}]\n"
)


class Board:
    """A board in a repository, with one posting in two languages."""

    def __init__(self, top: Path, below: str) -> None:
        self.top, self.root = top, top / below
        (self.root / "content/postings").mkdir(parents=True)
        (self.root / "config.yaml").write_text("name: Jobs\nbase_url: https://x.example/\nlanguages: [en, fr]\n")
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str, day: int = 1, hour: int = 12) -> None:
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.top),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_COMMITTER_DATE": f"2026-03-{day:02}T{hour:02}:00:00Z",
        }
        names = ("-c", "user.name=A", "-c", "user.email=a@x.example", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *names, *arguments], cwd=self.top, env=environment, check=True, capture_output=True)

    def commit(self, day: int, **texts: tuple[str, str]) -> None:
        """Commit editions, each given as its front matter and its body."""
        for language, (front, body) in texts.items():
            path = self.root / f"content/postings/keeper.{language}.md"
            path.write_text(f"---\n{front}---\n\n{body}\n", encoding="utf-8")
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "x", day=day)

    def told(self) -> list[tuple[str, str]]:
        """Path and message of every edition left behind."""
        loaded, _ = load(self.root)
        assert loaded is not None
        return [(p.origin.path, p.message) for p in loaded.problems if p.code == "edition-older"]


@pytest.fixture(params=["", "site"])
def board(tmp_path: Path, request: pytest.FixtureRequest) -> Board:
    """With the site at the top of the repository, and below it."""
    made = Board(tmp_path / "repository", request.param)
    english = (f"title: Gauge keeper\n{FACTS}", "Look after the gauges.")
    made.commit(1, en=english, fr=("title: Gardien·ne\n", "Prendre soin des marégraphes."))
    return made


def test_editions_of_one_commit_are_of_one_age(board):
    """Nobody was left behind."""
    assert board.told() == []


def test_a_later_change_of_the_text_leaves_the_other_edition_behind(board):
    """Until that one is committed, too."""
    board.commit(3, en=(f"title: Gauge keeper\n{FACTS}", "Look after the gauges, and the lamps."))
    assert board.told() == [(FR, f"{EN} was changed on 2026-03-03, and this edition is of 2026-03-01")]
    board.commit(4, fr=("title: Gardien·ne\n", "Prendre soin des marégraphes et des lampes."))
    assert board.told() == []


def test_a_later_change_of_the_title_counts(board):
    """It is text as well."""
    board.commit(3, en=(f"title: Gauge and lamp keeper\n{FACTS}", "Look after the gauges."))
    assert len(board.told()) == 1


def test_a_comment_says_that_nothing_is_to_be_done(board):
    """As after a slip of the pen; also where both commits are of one day."""
    board.git("commit", "-q", "--amend", "-m", "early", hour=8)
    board.commit(1, en=(f"title: Gauge keeper\n{FACTS}", "Look after all gauges."))
    assert board.told() == [(FR, f"{EN} was changed on 2026-03-01, and this edition was not since")]
    board.commit(2, fr=("title: Gardien·ne\n# checked 2026-03-01\n", "Prendre soin des marégraphes."))
    assert board.told() == []


def test_a_later_change_of_a_fact_leaves_nobody_behind(board):
    """The fact is said once and holds in both."""
    later = FACTS.replace("2026-05-01", "2026-06-01")
    board.commit(3, en=(f"title: Gauge keeper\n{later}", "Look after the gauges."))
    assert board.told() == []


def test_a_translation_that_came_later_is_never_behind(board):
    """Whatever the first edition was before."""
    board.commit(2, en=(f"title: Gauge keeper\n{FACTS}", "Look after the lamps."))
    board.commit(3, fr=("title: Gardien·ne\n", "Prendre soin des lampes."))
    assert board.told() == []
