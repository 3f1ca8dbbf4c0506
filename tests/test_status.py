"""`status`: what needs a look, told from a real repository."""

from __future__ import annotations

import contextlib
import io
from pathlib import Path

import pytest
from previews import FILES, NURSE, edit, small_site
from repositories import commit, repository
from sites import ROOT, write_files

from jobglot import relate
from jobglot.cli import main
from jobglot.each import Each
from jobglot.similar import Compared, similar_postings

COOK = "content/postings/cook.en.md"


def told(root: Path, now: str, *more: str) -> str:
    words = io.StringIO()
    with contextlib.redirect_stdout(words):
        assert main(["status", "--site", str(root), "--now", now, *more]) == 0
    return words.getvalue()


def test_everything_that_needs_a_look_has_its_heading(tmp_path: Path) -> None:
    """Closing soon, the bound of an open one, editions missing and left behind, scheduled, drafts, the next change."""
    root = repository(small_site(tmp_path / "site"))
    guard = FILES[COOK].replace("title: Cook", "title: Guard").replace("deadline: 2027-02-15", "deadline: open")
    (root / "content/postings/guard.en.md").write_text(guard.replace("posted: 2027-01-04", "posted: 2026-11-01"))
    later = FILES[COOK].replace("title: Cook", "title: Clerk").replace("posted: 2027-01-04", "posted: 2027-02-01")
    (root / "content/postings/clerk.en.md").write_text(later.replace("updated: 2027-01-04\n", ""))
    write_files(root, {"content/pages/about.fr.md": "---\ntitle: À propos\n---\nNous.\n"})
    (root / "content/postings/porter.en.md").write_text(
        FILES[COOK].replace("title: Cook", "title: Porter").replace("posted:", "draft: true\nposted:")
    )
    commit(root, "begin", at="2027-01-05T12:00:00+0000")
    edit(root, NURSE, "Care for people.", "Care for people by night.")
    commit(root, "another text", at="2027-01-20T12:00:00+0000")
    words = told(root, "2027-01-25")
    assert words.startswith("3 open postings in 2 languages, 2 closing soon, 1 scheduled, 1 in draft.")
    sections = {part.split("\n")[0]: part for part in words.split("\n\n")}
    assert "2027-01-31  nurse: Nurse" in sections["Closing soon"]
    assert "until 2027-01-30  guard: Guard" in sections["Open until filled: still so? (then set “renewed”)"]
    assert "cook: not in fr" in sections["Not written in every language"]
    assert "page about: not in en" in sections["Not written in every language"]
    assert "nurse" not in sections["Not written in every language"]
    assert "content/postings/nurse.fr.md: " in sections["Older than the edition they translate"]
    assert "from 2027-02-01  clerk: Clerk" in sections["Scheduled"]
    assert "porter: Porter" in sections["Drafts"]
    assert "Next change 2027-01-31 00:00 Europe/Brussels" in words


def test_a_board_in_order_says_little(tmp_path: Path) -> None:
    """Only what there is has a heading."""
    root = small_site(tmp_path)
    (root / COOK).unlink()
    words = told(root, "2027-01-10")
    assert words.count("\n\n") == 1
    assert words.startswith("1 open posting in 2 languages.")


def test_similar_jobs_are_not_looked_for_where_only_problems_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a large board they take most of the time; pages of a site's own templates are drawn, and may show them."""
    asked: list[bool] = []

    def looked_for(board: Compared, each: Each | None) -> object:
        asked.append(each is not None)
        return similar_postings(board, each)

    monkeypatch.setattr(relate, "similar_postings", looked_for)
    root = small_site(tmp_path / "site")
    told(root, "2027-01-25")
    assert main(["check", "--site", str(root), "--now", "2027-01-25"]) == 0
    assert asked == [False, False]
    write_files(root, {"templates/base.html": (ROOT / "templates/base.html").read_text("utf-8")})
    assert main(["check", "--site", str(root), "--now", "2027-01-25"]) == 0
    assert asked == [False, False, True]


def test_a_security_contact_that_runs_out_is_told(tmp_path: Path) -> None:
    """No check does, since it would be right today and wrong tomorrow; two weeks ahead, and ever after."""
    root = small_site(tmp_path)
    with (root / "config.yaml").open("a", encoding="utf-8") as config:
        config.write("security: {contact: mailto:security@example.org, expires: 2027-01-24}\n")
    for now, is_told in (("2027-01-09", False), ("2027-01-10", True), ("2027-01-28", True)):
        assert ("  on 2027-01-24\n" in told(root, now)) is is_told


def test_a_large_board_tells_a_few_of_each_kind(tmp_path: Path) -> None:
    """Everything fits on a screen, the next change last; all of it where that is asked for."""
    root = small_site(tmp_path)
    for number in range(50):
        (root / COOK.replace("cook", f"cook-{number}")).write_text(FILES[COOK])
    words = told(root, "2027-01-25")
    assert words.count("not in fr") == 10
    assert "  … and 41 more; “status --all” tells them\n" in words
    assert words.rstrip().rpartition("\n")[2].startswith("Next change")
    assert told(root, "2027-01-25", "--all").count("not in fr") == 51
