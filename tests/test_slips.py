"""Slips of YAML: what was meant, and where."""

from __future__ import annotations

import pytest
from readings import front, good, posting, told

LINES = {
    "a colon in a text": ("title: Dev: senior", 'title: "Dev: senior"', "yaml-syntax"),
    "a colon at the end": ("title: Wanted:", 'title: "Wanted:"', "yaml-syntax"),
    "an at sign": ("title: @home", 'title: "@home"', "yaml-syntax"),
    "a percent sign": ("title: % of time", 'title: "% of time"', "yaml-syntax"),
    "a back-quote": ("title: `x`", 'title: "`x`"', "yaml-syntax"),
    "a star before words": ("title: *New* job", 'title: "*New* job"', "yaml-syntax"),
    "an ampersand": ("title: & Co", 'title: "& Co"', "yaml-syntax"),
    "a hyphen": ("title: - Baker", 'title: "- Baker"', "yaml-syntax"),
    "a bar": ("title: | Baker", 'title: "| Baker"', "yaml-syntax"),
    "text behind a bracket": ("title: [Urgent] Baker", 'title: "[Urgent] Baker"', "yaml-syntax"),
    "an open bracket": ("categories: [food", "categories: [food]", "yaml-bracket"),
    "two open brackets": ("apply: [{email: a@b.org", "apply: [{email: a@b.org}]", "yaml-bracket"),
    "an open brace": ("organization: {name: ACME", "organization: {name: ACME}", "yaml-bracket"),
    "an open quote": ('title: "Baker', 'title: "Baker"', "yaml-quote"),
    "an open single quote": ("title: 'Baker", 'title: "Baker"', "yaml-quote"),
    "an apostrophe in single quotes": ("title: 'L'artisan'", 'title: "L\'artisan"', "yaml-quote"),
    "quotes in quotes": ('title: "The "Baker""', 'title: "The \\"Baker\\""', "yaml-quote"),
    "a backslash in double quotes": ('title: "a\\qb"', 'title: "a\\\\qb"', "yaml-quote"),
    "no space behind the colon": ("title:Baker", "title: Baker", "yaml-colon"),
    "an equals sign": ("title = Baker", "title: Baker", "yaml-colon"),
    "a no-break space behind the colon": ("title:\u00a0Baker", "title: Baker", "yaml-colon"),
    "narrow no-break spaces around it": ("title\u202f:\u202fBaker", "title: Baker", "yaml-colon"),
    "a wide colon": ("title\uff1aBaker", "title: Baker", "yaml-colon"),
    "no colon": ("title Baker", "title: Baker", "yaml-colon"),
}
"""The line as written, as the remedy gives it, and the code."""


ABOVE = ", or put it at the end of the line above if it belongs there"


@pytest.mark.parametrize(("line", "better", "code"), LINES.values(), ids=LINES)
def test_a_slip_is_one_problem_on_its_line_with_the_line_as_it_should_be(line: str, better: str, code: str) -> None:
    """Wherever it stands among the facts; the rest is read as if it were corrected."""
    key = better.partition(":")[0]
    facts = front(**{key: None})
    for at in (0, 3, 6):
        lines = facts.splitlines()
        text = "\n".join([*lines[:at], line, *lines[at:]]) + "\n"
        made, problems = posting(text)
        assert [problem.code for problem in problems] == [code], (at, problems)
        assert problems[0].origin.line == at + 2
        assert problems[0].remedy.removesuffix(ABOVE).endswith(better)
        assert made is not None
        corrected = "\n".join([*lines[:at], better, *lines[at:]]) + "\n"
        assert made == good(corrected) or code == "yaml-bracket"


def test_other_mistakes_of_the_file_are_told_in_the_same_run() -> None:
    """A slip in one line hides nothing that stands in the others."""
    _, problems = posting(front(title="Dev: senior", deadline="31.10.2026", draft="yes", grade="'B"))
    assert told(problems) == [(2, "yaml-syntax"), (5, "date-unreadable"), (9, "flag-unreadable"), (10, "yaml-quote")]


def test_a_tab_before_the_first_key_stands_for_nothing() -> None:
    """The keys below are not indented either."""
    _, problems = posting("# Facts\n\t" + front())
    assert told(problems) == [(3, "yaml-tab")]


def test_a_text_that_goes_on_without_indentation_may_belong_above() -> None:
    """It looks like a key that lost its colon; who wrote it knows which it is."""
    _, problems = posting(front(title="Baker of bread\nand cakes"))
    assert [problem.remedy for problem in problems] == [f"write and: cakes{ABOVE}"]
    _, problems = posting("title Baker\n" + front(title=None))
    assert [problem.remedy for problem in problems] == ["write title: Baker"]


def test_a_tab_is_read_as_the_spaces_it_stands_for() -> None:
    """Editors that show no difference should not make one."""
    made, problems = posting(front(organization=None) + "organization:\n\tname: ACME\n")
    assert told(problems) == [(9, "yaml-tab")]
    assert made is not None
    assert made.employer is not None


def test_a_line_in_another_column_is_told_with_the_column_it_belongs_to() -> None:
    """It is not said to need quotes."""
    _, problems = posting(front() + "  grade: B\n")
    assert told(problems) == [(9, "yaml-indent")]
    assert "column 1" in problems[0].remedy


def test_a_quote_that_swallows_lines_is_told_where_it_opens() -> None:
    """YAML notices only where the next quote stands, many lines below."""
    _, problems = posting('title: "Baker\n' + front(title=None) + 'notice: "x"\n')
    assert told(problems) == [(2, "yaml-quote")]


def test_three_dots_are_not_an_end() -> None:
    """What stands below them is not called missing."""
    _, problems = posting("title: Baker\n...\nposted: 2026-01-10\n")
    assert told(problems) == [(3, "front-matter-dots")]


def test_what_nobody_understands_is_told_without_a_guess() -> None:
    """It stops the reading of that file, and no fact of it is called missing."""
    made, problems = posting("%YAML 1.1\ntitle: x\n")
    assert made is None
    assert [problem.code for problem in problems] == ["yaml-syntax"]


def test_quotes_may_span_lines_as_yaml_allows() -> None:
    """A text in quotes that continues below is no slip."""
    facts = front(title='"Baker\n  and cook"')
    assert good(facts).editions[0].title == "Baker and cook"
