"""Files that cannot be read, and say that they are a draft's."""

from __future__ import annotations

from pathlib import Path

import pytest
from sites import SMALL, small_site, write_files

from jobglot.cli import main
from jobglot.drafts import say_draft

COOK = "content/postings/cook.en.md"


@pytest.mark.parametrize(
    ("text", "is_draft"),
    [
        ("---\ntitle: [Cook\ndraft: true\n---\nCook.\n", True),
        ("\ufeff---\r\ntitle: [Cook\r\ndraft:  true  # not yet\r\n---\r\nCook.\r\n", True),
        ("---\ntitle: [Cook\ndraft: false\n---\n", False),
        ("---\ntitle: [Cook\n---\ndraft: true\n", False),
        ("---\ntitle: [Cook\ncontact:\n  draft: true\n---\n", False),
        ("---\ntitle: [Cook\n# draft: true\n---\n", False),
        ("---\ntitle: [Cook\ndraft: true\ndraft: false\n---\n", False),
        ("---\ntitle: Cook\ndraft: true\n\nCook.\n", True),
        ("---\ntitle: Cook\n\ndraft: true\n", False),
        ("title: Cook\ndraft: true\n", False),
        ("", False),
    ],
)
def test_a_draft_says_so_among_its_facts(text: str, is_draft: bool) -> None:
    """On a line of the top level, whatever stands in the others."""
    assert say_draft({COOK: text.encode()}) is is_draft


def test_all_files_of_a_posting_tell_of_it() -> None:
    """One may hold the facts; none may contradict."""
    broken = {COOK: b"---\ntitle: [Cook\n---\n"}
    facts = "content/postings/cook.yaml"
    assert say_draft({**broken, facts: b"posted: 2026-01-10\ndraft: true\n"})
    assert not say_draft({**broken, facts: b"draft: yes\n"})
    assert not say_draft({COOK: b"---\ntitle: [Cook\ndraft: false\n---\n", facts: b"draft: true\n"})
    assert not say_draft({})


@pytest.mark.parametrize("broken", ["title: [Cook", "title: Cook\nnotice: |\n Ask\nme", "title: \x00"])
def test_a_draft_that_cannot_be_read_keeps_no_board_from_being_built(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], broken: str
) -> None:
    """What is wrong with it is told, and an error for “check” and where drafts are shown."""
    now = ("--now", "2026-03-02T09:00", "--site", str(tmp_path))
    site = small_site(tmp_path)
    half = SMALL[COOK].replace("title: Cook", broken)
    assert half != SMALL[COOK]
    write_files(site, {"content/postings/half.en.md": half})
    assert main(["build", *now]) == 1
    capsys.readouterr()
    write_files(site, {"content/postings/half.en.md": half.replace("---\n", "---\ndraft: true\n", 1)})
    assert main(["build", *now]) == 0
    told = capsys.readouterr().out
    assert "content/postings/half.en.md:" in told
    assert "warning:" in told
    assert "error:" not in told
    assert not (site / "output/en/jobs/half").exists()
    assert [main([command, *now, *more]) for command, more in (("check", ()), ("build", ("--drafts",)))] == [1, 1]
