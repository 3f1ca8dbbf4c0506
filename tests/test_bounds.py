"""Bodies that would take for ever are refused before any engine sees them; all others are read in no time."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobglot.bounds import MAX_BLOCK, MAX_BODY, MAX_RAW_TAGS, unbounded
from jobglot.markup import to_body
from jobglot.problem import Origin
from jobglot.settings import Dialect, MarkdownSettings
from jobglot.source import MAX_BODY as LONGEST

GFM = MarkdownSettings()
MARKDOWN = MarkdownSettings(Dialect.MARKDOWN, ("extra", "sane_lists", "toc"))
START = Origin("x.md", 5, 1)

MAD = {
    "brackets": "[" * 20_000,
    "pictures": "![" * 20_000,
    "quotes": "> " * 50_000,
    "quotes without blanks": ">" * 50_000,
    "nested list": "".join("  " * depth + "- a\n" for depth in range(300)),
    "items in items": "- " * 50_000,
    "numbers in numbers": "1. " * 40_000,
    "elements": "<div>" * 50_000,
    "declarations": "<![" * 40_000,
    "comments": "<!--" * 50_000,
    "angle brackets": "<" * 100_000,
    "links in elements": "<a href=x>" * 2_000,
    "stars": "**a" * 60_000,
    "stars and strokes": "*_" * 60_000,
    "code": "`a" * 60_000,
    "fences": "~~~a\n" * 50_000,
    "rules": "***\n" * 50_000,
    "headings": "# a\n" * 50_000,
    "underlined headings": "a\n=\n" * 50_000,
    "a wide table": "|a" * 500 + "\n" + "|-" * 500 + "\n" + "|b\n" * 40_000,
    "a long table": "|a|b|\n|-|-|\n" + "|c|d|\n" * 40_000,
    "references": "".join(f"[{n}]: x\n" for n in range(15_000)) + "[1]" * 10_000,
    "footnotes": "[^1]" * 50_000 + "\n\n[^1]: x\n",
    "chained footnotes": "[^0]\n\n" + "".join(f"[^{n}]: a[^{n + 1}]\n\n" for n in range(8_000)),
    "addresses": "https://a.example " * 14_000,
    "links": "".join(f"[a](b{n}.md)\n" for n in range(15_000)),
    "lost fragments": "".join(f"[a](#b{n})\n" for n in range(15_000)),
    "strange schemes": "".join(f"[a](x{n}:y)\n" for n in range(15_000)),
    "foreign pictures": "".join(f"![a](https://x.example/{n})\n" for n in range(8_000)),
    "ampersands": "&" * 200_000,
    "backslashes": "\\" * 200_000,
    "attributes": "# a {: #b .c }\n" * 15_000,
    "definitions": "a\n: b\n" * 40_000,
    "abbreviations": "*[a]: b\n" * 5_000 + "a " * 50_000,
    "one line": "a" * 260_000,
}


@pytest.mark.parametrize("settings", [GFM, MARKDOWN], ids=["gfm", "markdown"])
@pytest.mark.parametrize("name", MAD)
def test_every_mad_body_is_done_with_in_two_seconds(name: str, settings: MarkdownSettings) -> None:
    """Read or refused; never a recursion error, and never a thousand problems."""
    began = process_time()
    _, problems = to_body(MAD[name][:LONGEST], "x.md", 5, settings)
    assert process_time() - began < 2
    assert len(problems) <= 60


def test_what_is_refused_says_where_and_what_to_do() -> None:
    """At the paragraph, where it is one of several."""
    text = "Fine.\n\nAlso\nfine.\n\n" + "word " * (MAX_BLOCK // 4)
    problems = list(unbounded(text, START, Dialect.MARKDOWN))
    assert [(problem.code, problem.origin.line) for problem in problems] == [("markdown-block", 10)]
    assert list(unbounded(text, START, Dialect.GFM)) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<b>" * (MAX_RAW_TAGS + 1), "markdown-html"),
        ("x\n\n" * (MAX_BODY // 3 + 1), "too-large"),
        ("[\n\n" * 1_001, "markdown-brackets"),
        ("```\n\n" * 501, "markdown-fences"),
        ("|a" * 100 + "\n|b" * 100, "markdown-table"),
    ],
)
def test_each_bound_has_its_code(text: str, code: str) -> None:
    """In the dialect that needs it."""
    assert code in [problem.code for problem in unbounded(text, START, Dialect.MARKDOWN)]


@settings(max_examples=30, deadline=None)
@given(
    st.text(st.sampled_from("a*_`[]()<>!#|-+:~\\&\n \t1.>\"'={}^"), min_size=1, max_size=12),
    st.sampled_from([GFM, MARKDOWN]),
)
def test_no_repetition_is_slow(pattern: str, dialect: MarkdownSettings) -> None:
    """Any short pattern, over and over, up to the cap."""
    text = pattern * (LONGEST // len(pattern))
    began = process_time()
    to_body(text, "x.md", 1, dialect)
    assert process_time() - began < 4
