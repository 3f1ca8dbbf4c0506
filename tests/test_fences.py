"""Blocks of code without end, in both dialects."""

from __future__ import annotations

import pytest

from jobglot.fences import unclosed_fence
from jobglot.markup import to_body
from jobglot.settings import Dialect, MarkdownSettings

GFM = MarkdownSettings()
PYTHON = MarkdownSettings(Dialect.MARKDOWN, ("fenced_code",))
BOTH = pytest.mark.parametrize("dialect", [GFM, PYTHON], ids=["gfm", "markdown"])


@BOTH
@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("Bake.\n\n```\n\nApply by mail.\n\n## Pay\n\nGood.\n", (3, 1)),
        ("~~~\nmake\n", (1, 1)),
        ("```\n", (1, 1)),
        ("```sh\nmake\n```\n\n```sh\nmake\n``` done\n", (5, 1)),
        ("````\nmake\n```\n", (1, 1)),
        ("```\nmake\n~~~\n", (1, 1)),
    ],
)
def test_a_block_that_nothing_closes_is_found(dialect: MarkdownSettings, source: str, place: tuple[int, int]) -> None:
    """Where it opens, whatever follows."""
    assert unclosed_fence(source, dialect) == place


@BOTH
@pytest.mark.parametrize(
    "source",
    [
        "Bake `bread` and ``cake```.\n",
        "```\nmake\n```\n",
        "```\nmake\n```",
        "~~~ sh\nmake\n\n```\n~~~\n\nBake.\n",
        "1. Bake\n   ```\n   make\n   ```\n2. Sell\n",
        "    ```\n    make\n",
        "```in a line``` and ~~~more\n",
        "<pre>\n    ```\n</pre>\n",
    ],
)
def test_a_block_that_is_closed_or_none_is_no_problem(dialect: MarkdownSettings, source: str) -> None:
    """Also within a list; code by indentation or in a line has no fence."""
    assert unclosed_fence(source, dialect) is None


@pytest.mark.parametrize("source", ["- x\n\n  ```\n  make\n\nBake.\n", "> ```\n> make\n\nBake.\n"])
def test_what_ends_with_its_list_or_quotation_swallows_nothing(source: str) -> None:
    """As GitHub shows it."""
    assert unclosed_fence(source, GFM) is None


def test_without_its_extension_the_other_dialect_knows_no_fences() -> None:
    """There the signs mean something else, or nothing."""
    assert unclosed_fence("```\nmake\n", MarkdownSettings(Dialect.MARKDOWN)) is None
    assert unclosed_fence("```\nmake\n", MarkdownSettings(Dialect.MARKDOWN, ("extra",))) == (1, 1)


@BOTH
def test_it_is_told_with_its_line(dialect: MarkdownSettings) -> None:
    """In any text, as a warning."""
    _, problems = to_body("Bake.\n\n```\nApply.\n", "x.md", 10, dialect)
    assert [(p.origin.line, p.origin.column, p.code) for p in problems] == [(12, 1, "fence-unclosed")]
