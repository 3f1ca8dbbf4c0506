"""Something to tell the author: where, what is wrong, and what to do about it.

An author's mistake is a value, never an exception; an exception is a bug of ours.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class Severity(Enum):
    """How bad a problem is: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Origin(NamedTuple):
    """A place in a file.

    `path` is relative to the site's folder, with `/`; `line` and `column` count from 1, and 0 means
    the whole file.
    """

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.path
        return f"{self.path}:{self.line}:{self.column or 1}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One sentence of what is wrong and one of what to do; `code` is stable over releases."""

    origin: Origin
    severity: Severity
    code: str
    message: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.origin}: {self.severity.value}: {self.message}; {self.remedy} [{self.code}]"


def shown(text: str) -> str:
    """A text of the author's as a message quotes it: on one line, and not too long."""
    line = " ".join(text.split())
    return f"“{line if len(line) <= 60 else line[:57] + '…'}”"


def error(origin: Origin, code: str, message: str, remedy: str) -> Problem:
    """A problem that stops the build."""
    return Problem(origin, Severity.ERROR, code, _harmless(message), _harmless(remedy))


def warning(origin: Origin, code: str, message: str, remedy: str) -> Problem:
    """A problem that is worth a look and stops nothing."""
    return Problem(origin, Severity.WARNING, code, _harmless(message), _harmless(remedy))


# What moves the cursor of a terminal, ends a line of a log, or reorders it. C0 and C1 controls, U+2028, U+2029, bidi.
_HARMFUL = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def _harmless(text: str) -> str:
    """The text on one line, with escapes for what a quoted file could do to the screen of whoever reads it."""
    if text.isprintable() or not _HARMFUL.search(text):
        return text
    return _HARMFUL.sub(lambda found: found[0].encode("unicode_escape").decode(), " ".join(_LINES.split(text)))


_LINES = re.compile(r"[ \t]*[\r\n]+[ \t]*")


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems by file, line and column, each said once."""
    return tuple(sorted(set(problems), key=sort_key))


def weightiest_first(problems: Iterable[Problem]) -> list[Problem]:
    """The errors, then the warnings, each in their order."""
    return sorted(problems, key=lambda problem: problem.severity is not Severity.ERROR)


def sort_key(problem: Problem) -> tuple[Origin, str, str, str, str]:
    """By file, line and column."""
    return (problem.origin, problem.severity.value, problem.code, problem.message, problem.remedy)


def of_file(problems: Sequence[Problem], path: str) -> Sequence[Problem]:
    """Those of one file among problems that are in order."""
    begin = bisect_left(problems, path, key=_path)
    return problems[begin : bisect_right(problems, path, begin, key=_path)]


def _path(problem: Problem) -> str:
    return problem.origin.path


def exchanged(problems: Sequence[Problem], gone: Iterable[Problem], come: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems that are in order without some and with others, in order, each once: quicker than `in_order` for few.

    Those that are to go and to come stay as they are, there or not.
    """
    held, gone, come = list(problems), set(gone), set(come)
    gone, come = gone - come, come - gone
    for problem in gone:
        at = bisect_left(held, sort_key(problem), key=sort_key)
        if at < len(held) and held[at] == problem:
            del held[at]
    for problem in come:
        at = bisect_left(held, sort_key(problem), key=sort_key)
        if at == len(held) or held[at] != problem:
            held.insert(at, problem)
    return tuple(held)


def added(before: Sequence[Problem], after: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those of `after` that are not in `before`, which is in order."""
    same = set(map(id, before))
    others = (problem for problem in after if id(problem) not in same)
    return tuple(problem for problem in others if problem not in of_file(before, problem.origin.path))


def stops(problems: Iterable[Problem]) -> bool:
    """Whether any of them is an error."""
    worst = Severity.ERROR
    return any(problem.severity is worst for problem in problems)
