"""An edition as its editor wrote it."""

from __future__ import annotations

import pytest
from builders import manuscript

from jobglot.collection import Terms, read_sheet, siblings
from jobglot.manuscript import manuscripts
from jobglot.settings import MarkdownSettings


@pytest.mark.parametrize(
    ("markdown", "prose"),
    [
        ("See [us](https://x.org/1) now", "See [us]" + " " * 18 + "now"),
        ("See https://x.org/(1)/2. Now", "See" + " " * 22 + "Now"),
        ("(see www.x.org/1) now", "(see" + " " * 12 + ") now"),
        ("Type `a(` now", "Type" + " " * 6 + "now"),
        ("a\n```\n1 (\n```\nb", "a\n   \n   \n   \nb"),
        ("Plain 1", "Plain 1"),
    ],
)
def test_prose_has_spaces_for_what_is_not_prose(markdown, prose):
    """So that an offset into it is one into the Markdown."""
    found = manuscript(markdown).prose
    assert len(found) == len(markdown)
    assert found == prose


def test_a_place_in_the_body_is_one_in_the_file():
    """Counted from the first line of the file."""
    text = manuscript("One\n\nTwo three", line=9)
    assert text.at(text.markdown.index("three"))[1:] == (11, 5)


def test_the_language_is_known_by_its_subtag():
    """“pt-BR” is Portuguese."""
    assert manuscript("", "pt-BR").subtag == "pt"


def test_the_manuscripts_of_a_sheet_know_where_each_text_begins():
    """Title and summary at their keys, the body below the front matter; a title may be missing."""
    files = {
        "content/postings/a.en.md": b"---\nposted: 2026-01-01\ntitle: A\nsummary: S\n---\n\nBody 1\n",
        "content/postings/a.fr.md": b"---\nsummary: S\n---\n\nTODO(import): settle it\n\nCorps\n",
    }
    terms = Terms(("en", "fr"), MarkdownSettings())
    ((thing,), _, _) = siblings("postings", sorted(files), terms.languages)
    sheet, _ = read_sheet(thing, files, terms, "c-")
    assert sheet is not None
    text, untitled = manuscripts(sheet)
    assert (untitled.title, untitled.text.strip()) == ("", "Corps")
    assert (text.title, text.title_origin.line, text.summary_origin.line) == ("A", 3, 4)
    assert text.at(text.markdown.index("1")).line == 7
