"""Headings and tables that are shown as they were written: no space after the #, no line of hyphens below the head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from jobglot.manuscript import Manuscript
from jobglot.problem import Problem, shown, warning

_HEADING = re.compile(r"^ {0,3}(#{1,6})(?=[^\W\d_])([^\n]*)$", re.MULTILINE)
MOST_LOOKED_AT = 20
"""So many lines of a text are looked for among what readers see, which is long in long texts."""
_ROW = re.compile(r"^ {0,3}\|[^\n]*\|[ \t]*\n {0,3}\|[^\n]*\|[ \t]*$", re.MULTILINE)


def headings_are_headings(texts: Sequence[Manuscript]) -> Iterator[Problem]:
    """No line is shown with the signs that were to make it a heading."""
    for text in texts:
        for match in islice(_headings(text.prose), MOST_LOOKED_AT):
            word = match[1] + re.split(r"\W", match[2], maxsplit=1)[0]
            # The dialect “markdown” reads them as headings, and then they are nowhere to be seen.
            if re.search(rf"[>\n]{word}", text.html):
                message = f"{shown(word)} is shown as it was written, not as a heading"
                remedy = f"write a space after {match[1]}, or run “check --fix”"
                yield warning(text.at(match.start(1)), "heading-unmade", message, remedy)
                break


def headings_meant(prose: str) -> dict[int, int]:
    """The lines of a text that are meant as headings, and where in them the space is missing."""
    found: dict[int, int] = {}
    line, counted = 0, 0
    for match in _headings(prose):
        line, counted = line + prose.count("\n", counted, match.start()), match.start()
        found[line] = match.end(1) - match.start()
    return found


def _headings(prose: str) -> Iterator[re.Match[str]]:
    """A single sign may begin a hashtag: it is meant where several words without another one are a paragraph."""
    for match in _HEADING.finditer(prose) if "#" in prose else ():
        start, end = match.span()
        above = prose[prose.rfind("\n", 0, max(start - 1, 0)) + 1 : start].strip()
        below = prose[end + 1 : prose.find("\n", end + 1) + 1 or None].strip()
        words = match[2].strip()
        if len(match[1]) > 1 or not (above or below or "#" in words or " " not in words):
            yield match


def tables_are_tables(texts: Sequence[Manuscript]) -> Iterator[Problem]:
    """No table is shown with its strokes, as one is that has no line of hyphens below its head."""
    for text in texts:
        row = _ROW.search(text.prose) if "<p>|" in text.html else None
        if row:
            columns = row[0].partition("\n")[0].strip().strip("|").count("|") + 1
            message = "the table that begins here is shown as it was written"
            remedy = f"write |{'---|' * columns} in a line of its own below its first line"
            yield warning(text.at(row.start()), "table-unmade", message, remedy)
