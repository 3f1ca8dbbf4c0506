"""Headings and tables that are shown as they were written."""

from __future__ import annotations

import pytest
from builders import manuscript

from jobglot.mending import mended
from jobglot.problem import Problem
from jobglot.unmade import headings_are_headings, headings_meant, tables_are_tables


def told(markdown: str) -> list[Problem]:
    """All problems of one text."""
    text = manuscript(markdown, line=1)
    return [*headings_are_headings([text]), *tables_are_tables([text])]


@pytest.mark.parametrize(
    ("text", "line", "better"),
    [
        ("##Tasks\n\nBake.", 1, "## Tasks\n\nBake."),
        ("We bake.\n\n###Your profile\nYou bake.\n\n##Pay", 3, "We bake.\n\n### Your profile\nYou bake.\n\n## Pay"),
        ("#Your profile\n\nYou bake.", 1, "# Your profile\n\nYou bake."),
        ("##Été & co", 1, "## Été & co"),
        ("You bake.\n##Pay\nEnough.", 2, "You bake.\n## Pay\nEnough."),
    ],
)
def test_a_heading_without_its_space_is_told_and_mended(text: str, line: int, better: str) -> None:
    """Once a text, at the first."""
    (problem,) = told(text)
    assert (problem.code, problem.origin.line) == ("heading-unmade", line)
    head = "---\ntitle: Baker\n---\n"
    assert mended({"en": head + text}) == {"en": head + better}


@pytest.mark.parametrize(
    "text",
    [
        "## Tasks",
        "#hiring #cook in Ghent",
        "#WeBake",
        "#1 baker in town",
        "We bake\n#bread every day\nfor all.",
        "We bake\n#bread every day",
        "`##Tasks`",
        "```\n##Tasks\n```",
        "We ##bake.",
    ],
)
def test_what_is_a_heading_or_none_is_left_alone(text: str) -> None:
    """Hashtags, numbers and code."""
    assert told(text) == []
    assert headings_meant(text) == {} or "`" in text


def test_a_table_without_its_line_of_hyphens_is_told_with_that_line() -> None:
    """With as many columns as its head has."""
    (problem,) = told("Hours:\n\n|Day|From|To|\n|Monday|8|12|\n|Tuesday|9|13|\n")
    assert (problem.code, problem.origin.line) == ("table-unmade", 3)
    assert problem.remedy == "write |---|---|---| in a line of its own below its first line"
    assert told("|Day|From|\n|---|---|\n|Monday|8|\n") == []
    assert told("|x| is the absolute value.") == []
