"""Checks whose severity a board may choose."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from jobglot.checks import CHECKS, graded
from jobglot.config import read_config
from jobglot.problem import Origin, Severity, error, warning
from jobglot.reference import filled

ROOT = Path(__file__).resolve().parent.parent
HEAD = b"name: Jobs\nbase_url: https://jobs.example.org/\nlanguages: [en]\n"
AT = Origin("content/postings/a.en.md", 7, 3)


def codes_in(severities: str) -> set[str]:
    """The codes that the package gives as errors or warnings in so many words."""
    found = set()
    for path in sorted((ROOT / "jobglot").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in severities.split():
                found |= {a.value for a in node.args if isinstance(a, ast.Constant) and a.value in CHECKS}
    return found


def test_every_check_is_made_somewhere():
    """A code that nothing gives would be a promise not kept."""
    given = codes_in("error warning")
    source = (ROOT / "jobglot" / "drift.py").read_text("utf-8")
    assert given | {code for code in CHECKS if f'"{code}"' in source} == set(CHECKS)


def test_the_reference_names_every_check():
    """`make docs` writes the table of docs/checks.md."""
    text = (ROOT / "docs" / "checks.md").read_text("utf-8")
    assert filled(text) == text
    assert [code for code in CHECKS if f"| `{code}` |" not in text] == []


def test_a_board_may_grade_a_check():
    """Up, down, or off; what it does not name has the severity of the table."""
    problems = [
        warning(AT, "word-doubled", "m", "r"),
        error(AT, "deadline-contradicted", "m", "r"),
        warning(AT, "vague-link", "m", "r"),
        warning(AT, "category-unlikely", "m", "r"),
        error(AT, "date-unreadable", "m", "r"),
    ]
    chosen = {"word-doubled": Severity.ERROR, "deadline-contradicted": Severity.WARNING, "vague-link": None}
    assert [(p.code, p.severity.value) for p in graded(problems, chosen)] == [
        ("word-doubled", "error"),
        ("deadline-contradicted", "warning"),
        ("date-unreadable", "error"),
    ]


def test_the_config_says_so():
    """With the words error, warning and off."""
    config, problems = read_config(HEAD + b"checks: {title-generic: off, vague-link: error, word-doubled: warning}\n")
    assert problems == []
    assert config is not None
    assert config.checks == {"title-generic": None, "vague-link": Severity.ERROR, "word-doubled": Severity.WARNING}


@pytest.mark.parametrize(
    ("line", "code", "remedy"),
    [
        (b"checks: {title-genric: off}\n", "unknown-key", "did you mean “title-generic”?"),
        (b"checks: {date-unreadable: off}\n", "unknown-key", "docs/checks.md lists the codes"),
        (b"checks: {vague-link: loud}\n", "", "error"),
        (b"checks: [vague-link]\n", "", ""),
    ],
)
def test_a_wrong_choice_is_told(line, code, remedy):
    """Only matters of judgement may be graded."""
    _, problems = read_config(HEAD + line)
    (problem,) = problems
    assert problem.severity is Severity.ERROR
    assert code in problem.code
    assert remedy in problem.remedy
