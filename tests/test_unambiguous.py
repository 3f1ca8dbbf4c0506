"""What counts as unambiguous is read alike by both engines; and what people write mostly is."""

from __future__ import annotations

import re

import pytest
from hypothesis import event, example, given
from hypothesis import strategies as st

from jobglot import markup
from jobglot.markup import to_body
from jobglot.model import Body
from jobglot.settings import Dialect, MarkdownSettings
from jobglot.unambiguous import is_unambiguous

EXTENSIONS = ("extra", "legacy_em", "sane_lists")
NOTICE = """
## What you will do
You cook for **sixty**, with *two* helpers & a budget; see [the kitchen](https://example.org/k_1/).
On Fridays there is fish.

* **Menus.** Plan them
    * with the season
    * and the children
* Order

## 2. How to apply
1. Write
2. Come and cook

“Ça va”, 1.5 % : oui – R&D, 3) non, 12 non plus!
"""


def bodies(source: str, extensions: tuple[str, ...] = EXTENSIONS) -> tuple[Body, Body]:
    """By GitHub's engine, where the text is unambiguous, and by Python-Markdown."""
    settings = MarkdownSettings(Dialect.MARKDOWN, extensions)
    with pytest.MonkeyPatch.context() as patch:
        found = to_body(source, "x.md", 1, settings)[0]
        patch.setattr(markup, "_is_read_alike", lambda *_: False)
        return found, to_body(source, "x.md", 1, settings)[0]


def spaced(html: str) -> str:
    """The HTML with as little space around blocks as there may be."""
    return re.sub(r"\s*(</?(?:p|ul|ol|li|h[1-6]|br|hr|blockquote)\b[^>]*>)\s*", r"\1", html)


PIECES = st.sampled_from(
    [
        *("- ", "* ", "+ ", "1. ", "2. ", "2) ", "    - ", "    * ", "    ", "## ", "#", "> ", "---", "=="),
        *("\n", "\n\n", "\n\n\n", "\xa0", "\u200b", " ", "  ", "\t", "\\", "|", "|-|-|", ": ", "{#a}", "~~~"),
        *("**a**", "*b*", "**c.** ", "**", "*", "_", "`", "[d](e.md)", "[f](#g)", "[", "](", ")", "![h](i.png)", "!"),
        *(
            "a b",
            "é, ",
            "1",
            "…",
            "日本",
            "e\u0301",
            "&",
            "&amp;",
            "R&D;",
            "<b>",
            "https://a.example/_b_/",
            "a@b.example",
        ),
        *("https://a.example/_b_/", "a@b.example", "[^1]", "*[a]: b", "“", '"', "(", "."),
    ]
)
PLAIN = st.sampled_from(
    ["a b", "é 1,5", "**a**", "*b*", "**c.** d", "[d e](f_g.md)", " ", ": ", "(", ")", "R&D", "!", "“", "."]
)
LINES = st.lists(PLAIN, min_size=1, max_size=4).map("".join)
BEGINNINGS = st.sampled_from(["", "", "- ", "    - ", "* ", "    * ", "1. ", "2. ", "## ", "# "])
BREAKS = st.sampled_from(["\n", "\n", "\n\n", "\n\n\n"])
TEXTS = st.lists(st.tuples(BEGINNINGS, LINES, BREAKS).map("".join), max_size=8).map("".join)


@given(st.one_of(TEXTS, st.lists(PIECES, max_size=20).map("".join), st.text()))
@example(NOTICE)
def test_both_engines_read_alike_what_counts_as_unambiguous(source: str):
    extensions = EXTENSIONS if "|" not in source else ()
    event(f"unambiguous: {is_unambiguous(source, extensions)}")
    found, expected = bodies(source, extensions)
    assert spaced(found.html) == spaced(expected.html)
    assert (found.text, found.links, found.anchors) == (expected.text, expected.links, expected.anchors)


def test_what_people_write_is_unambiguous():
    assert is_unambiguous(NOTICE, EXTENSIONS)
    assert is_unambiguous("", EXTENSIONS)
    assert is_unambiguous("Ask | answer\n", ())


@pytest.mark.parametrize("extension", ["smarty", "nl2br", "toc"])
def test_an_extension_that_changes_any_text_leaves_none_unambiguous(extension: str):
    assert not is_unambiguous("Cook", [extension])


@pytest.mark.parametrize(
    "source",
    [
        *(
            "Needed:\n- a knife",
            "- a\n  - b",
            "- a\n\n- b",
            "5. five",
            "a\n2. b",
            "a  \nb",
            "snake_case",
            "a\\*b",
            "`a`",
        ),
        *(
            "| a |\n|---|\n| b |",
            "a <b>c</b>",
            "&eacute;",
            "> a",
            "a\n---",
            "**a** *b",
            "![a](b.png)",
            "[a]",
            "    a",
            "#a",
        ),
    ],
)
def test_what_may_be_read_in_two_ways_is_not(source: str):
    assert not is_unambiguous(source, EXTENSIONS)
