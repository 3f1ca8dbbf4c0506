"""A change of the board as text, Markdown and JSON."""

from __future__ import annotations

import json

from jobglot.change_words import FORMATS, LONGEST_LIST, markdown, plain_json, text
from jobglot.changes import ChangeKind, PostingChange, SiteChange
from jobglot.problem import Origin, error, warning

NONE = SiteChange((), (), ())
ONE = SiteChange((PostingChange("a", "A_b", ChangeKind.NEW, "is new"),), ("https://x.example/a/",), ())


def test_no_change_is_said() -> None:
    """In every form."""
    assert text(NONE, []) == "Nothing changes on the board.\n"
    assert "Nothing changes." in markdown(NONE, [])
    assert json.loads(plain_json(NONE, []))["postings"] == []


def test_long_lists_are_cut_with_their_count() -> None:
    """A comment of thousands of lines helps nobody; JSON keeps them all."""
    urls = tuple(f"https://x.example/{number}/" for number in range(LONGEST_LIST + 7))
    change = SiteChange((), urls, ())
    assert text(change, []).count("https://") == LONGEST_LIST
    assert "… and 7 more" in text(change, [])
    assert "… and 7 more" in markdown(change, [])
    assert len(json.loads(plain_json(change, []))["pages_new"]) == LONGEST_LIST + 7


def test_a_comment_holds_no_more_than_hosts_take() -> None:
    """GitHub refuses the whole summary of a step beyond a MiB, and shows nothing."""
    one = PostingChange("a-job-with-a-long-name", "T" * 80, ChangeKind.FACTS, "changes apply, locations, categories")
    many = SiteChange((one,) * 10_000, (), ())
    assert len(markdown(many, []).encode()) < 128 * 1024
    assert "- … and 9,500 more changes of postings" in markdown(many, [])
    assert text(many, []).count("changes apply") == 10_000


def test_a_long_list_of_postings_ends_with_how_many_there_are() -> None:
    """Once each, whatever changed of it; a short one needs no count."""
    kinds = [(ChangeKind.NEW, 1), (ChangeKind.TEXT, 30), (ChangeKind.FACTS, 30), (ChangeKind.GONE, 2)]
    found = [PostingChange(f"{kind.value[:3]}{n}", "A", kind, "…") for kind, many in kinds for n in range(many)]
    again = [PostingChange("tex0", "A", ChangeKind.PAY, "…")]
    assert text(SiteChange((*found, *again), (), ()), []).endswith(
        "\nOf the postings, 60 change, 1 is new, 2 are removed.\n"
    )
    assert "Of the postings" not in text(ONE, [])


def test_a_page_that_is_there_still_is_not_called_gone() -> None:
    """One of a closed job, or one that leads elsewhere; a program that tells search engines is told."""
    change = SiteChange((), (), ("https://x.example/b/",), ("https://x.example/a/",))
    assert "1 page is gone" in text(change, [])
    assert "x.example/a/" not in text(change, []) + markdown(change, [])
    assert json.loads(plain_json(change, []))["pages_gone"] == ["https://x.example/a/", "https://x.example/b/"]


def test_titles_cannot_break_the_markdown() -> None:
    """An underscore stays one."""
    assert "**A\\_b**" in markdown(ONE, [])


def test_only_errors_are_counted() -> None:
    """Warnings leave nothing out."""
    origin = Origin("a.md", 1, 1)
    problems = [error(origin, "c", "m", "r"), error(origin, "d", "m", "r"), warning(origin, "w", "m", "r")]
    for form in FORMATS.values():
        assert "2" in form(ONE, problems)
    assert "error" not in text(ONE, problems[2:])
