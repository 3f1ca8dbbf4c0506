"""Problems in the forms that other programs read: GitHub and GitLab beside the changed lines, SARIF, plain JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import blake2b
from urllib.parse import quote

from jobglot import __version__
from jobglot.problem import Problem, Severity

GITHUB_SHOWS = 10
"""GitHub shows so many errors, and so many warnings, of one step."""
LONGEST_TABLE = 200


def github(problems: Sequence[Problem]) -> str:
    """Workflow commands, which GitHub shows beside the lines.

    Beyond what GitHub shows of one step the problems stand as plain lines, so that none is lost from the log.
    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    left = dict.fromkeys(Severity, GITHUB_SHOWS)
    lines = []
    for problem in problems:
        left[problem.severity] -= 1
        lines.append(_command(problem) if left[problem.severity] >= 0 else str(problem))
    return "\n".join(lines)


def _command(problem: Problem) -> str:
    path, line, column = problem.origin
    place = {"file": path, "line": str(line or 1), "col": str(column or 1), "title": problem.code}
    properties = ",".join(f"{name}={_property(value)}" for name, value in place.items())
    return f"::{problem.severity.value} {properties}::{_data(f'{problem.message}; {problem.remedy}')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def markdown_table(problems: Sequence[Problem]) -> str:
    """All problems as a table, for the summary of a step."""
    if not problems:
        return "No problem.\n"
    rows = ["| where | what | what to do |", "| --- | --- | --- |"]
    rows += [
        f"| `{problem.origin}` | **{problem.severity.value}**: {_cell(problem.message)} | {_cell(problem.remedy)} |"
        for problem in problems[:LONGEST_TABLE]
    ]
    if len(problems) > LONGEST_TABLE:
        rows.append(f"| … | {len(problems) - LONGEST_TABLE} more | see the log |")
    return "\n".join(rows) + "\n"


def _cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")


def gitlab(problems: Sequence[Problem]) -> str:
    """A Code Quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format."""
    severities = {Severity.ERROR: "major", Severity.WARNING: "minor"}
    return _json(
        [
            {
                "description": f"{problem.message}; {problem.remedy}",
                "check_name": problem.code,
                "fingerprint": fingerprint,
                "severity": severities[problem.severity],
                "location": {"path": problem.origin.path, "lines": {"begin": problem.origin.line or 1}},
            }
            for problem, fingerprint in zip(problems, _fingerprints(problems), strict=True)
        ]
    )


def _fingerprints(problems: Sequence[Problem]) -> Iterator[str]:
    """What each is known by in later reports: without its line, for a problem that moves is the same one."""
    seen = Counter[str]()
    for problem in problems:
        said = f"{problem.origin.path}\0{problem.code}\0{problem.message}"
        # Of two that read alike, a host would keep one.
        seen[said] += 1
        said += f"\0{seen[said]}" if seen[said] > 1 else ""
        yield blake2b(said.encode("utf-8", "replace"), digest_size=16).hexdigest()


def sarif(problems: Sequence[Problem]) -> str:
    """SARIF 2.1.0, which code scanning and reviewdog read."""
    codes = sorted({problem.code for problem in problems})
    results = [
        {
            "ruleId": problem.code,
            "ruleIndex": codes.index(problem.code),
            "level": problem.severity.value,
            "message": {"text": f"{problem.message}; {problem.remedy}"},
            "partialFingerprints": {"jobglot/v1": fingerprint},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": quote(problem.origin.path), "uriBaseId": "SITE"},
                        "region": {"startLine": problem.origin.line or 1, "startColumn": problem.origin.column or 1},
                    }
                }
            ],
        }
        for problem, fingerprint in zip(problems, _fingerprints(problems), strict=True)
    ]
    driver = {"name": "jobglot", "version": __version__, "rules": [{"id": code} for code in codes]}
    return _json(
        {
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
        }
    )


def plain_json(problems: Sequence[Problem]) -> str:
    """One object a problem."""
    return _json(
        [
            {
                "path": problem.origin.path,
                "line": problem.origin.line,
                "column": problem.origin.column,
                "severity": problem.severity.value,
                "code": problem.code,
                "message": problem.message,
                "remedy": problem.remedy,
            }
            for problem in problems
        ]
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


FORMATS: Mapping[str, Callable[[Sequence[Problem]], str]] = {
    "github": github,
    "gitlab": gitlab,
    "sarif": sarif,
    "json": plain_json,
}
"""By the name that `check --format` takes."""
