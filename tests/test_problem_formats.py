"""Problems as other programs read them."""

from __future__ import annotations

import json

from jobglot.problem import Origin, Problem, Severity, error, warning
from jobglot.problem_formats import FORMATS, GITHUB_SHOWS, github, gitlab, markdown_table, plain_json, sarif

PLACE = Origin("content/postings/a.en.md", 4, 11)
ONE = Problem(PLACE, Severity.ERROR, "date-unreadable", "“31.1.27” is 100% no date, or is it", "write\n2027")
OTHER = warning(Origin("config.yaml"), "odd|code", "<b> | \\ bad", "do: this, that")


def test_github_shows_each_beside_its_line() -> None:
    """Percent signs and line ends are escaped, in properties colons and commas as well."""
    first, second = github([ONE, OTHER]).split("\n")
    assert first == (
        "::error file=content/postings/a.en.md,line=4,col=11,title=date-unreadable"
        "::“31.1.27” is 100%25 no date, or is it; write%0A2027"
    )
    assert second == "::warning file=config.yaml,line=1,col=1,title=odd|code::<b> | \\ bad; do: this, that"


def test_beyond_what_github_shows_nothing_is_lost() -> None:
    """The eleventh error is a plain line; warnings have a count of their own."""
    many: list[Problem] = [error(Origin(f"{n}.md", 1, 1), "c", "m", "r") for n in range(GITHUB_SHOWS + 3)]
    lines = github([*many, OTHER]).split("\n")
    assert sum(line.startswith("::error") for line in lines) == GITHUB_SHOWS
    assert sum(line.startswith("::warning") for line in lines) == 1
    assert lines[GITHUB_SHOWS] == "10.md:1:1: error: m; r [c]"


def test_the_summary_is_a_table_that_no_text_can_break() -> None:
    """Bars and tags stay in their cells."""
    rows = markdown_table([ONE, OTHER]).strip().split("\n")
    assert len(rows) == 4
    assert rows[3] == "| `config.yaml` | **warning**: &lt;b> \\| \\\\ bad | do: this, that |"


def test_gitlab_knows_a_problem_again_when_it_moves() -> None:
    """The fingerprint leaves out the line, and tells apart what differs, and what is there twice."""
    moved = error(Origin(ONE.origin.path, 9, 1), ONE.code, ONE.message, ONE.remedy)
    first, second, third = json.loads(gitlab([ONE, moved, OTHER]))
    assert json.loads(gitlab([moved]))[0]["fingerprint"] == first["fingerprint"]
    assert len({first["fingerprint"], second["fingerprint"], third["fingerprint"]}) == 3
    assert (first["severity"], third["severity"]) == ("major", "minor")
    assert first["location"] == {"path": "content/postings/a.en.md", "lines": {"begin": 4}}


def test_sarif_names_rules_and_places() -> None:
    """Version 2.1.0, columns counted in characters."""
    run = json.loads(sarif([ONE, OTHER]))["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["date-unreadable", "odd|code"]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 4, "startColumn": 11}
    assert run["results"][1]["ruleIndex"] == 1


def test_the_paths_of_sarif_are_addresses() -> None:
    """RFC 3986: a host refuses the whole report for one blank."""
    run = json.loads(sarif([warning(Origin("content/postings/à lire.pdf"), "c", "m", "r")]))["runs"][0]
    place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place["uri"] == "content/postings/%C3%A0%20lire.pdf"


def test_plain_json_says_all_there_is() -> None:
    """As it stands."""
    assert json.loads(plain_json([OTHER])) == [
        {
            "path": "config.yaml",
            "line": 0,
            "column": 0,
            "severity": "warning",
            "code": "odd|code",
            "message": "<b> | \\ bad",
            "remedy": "do: this, that",
        }
    ]


def test_no_problem_is_a_whole_document_too() -> None:
    """A program that reads it must not stumble."""
    assert github([]) == ""
    for name in ("gitlab", "sarif", "json"):
        json.loads(FORMATS[name]([]))
    assert markdown_table([]) == "No problem.\n"
