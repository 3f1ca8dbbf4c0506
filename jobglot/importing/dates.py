"""Dates as notices write them, to YYYY-MM-DD: in words, in figures, with a time.

`01/03/2021` is read by the order that the notice's own language has, or that other dates of the notice give away; where
neither tells, it is not read at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from jobglot.language import language as known_of
from jobglot.months import every_number, written
from jobglot.tokens import fold

# In the Arab world of the one calendar and of the other at once: “31 آذار/مارس 2027”.
_NAME = r"(?:[^\W\d_]{2,12}/)?(?P<name>[^\W\d_]{3,12})\.?"
_TIME = re.compile(
    r"[\s,–-]*(?:\(|at|às?|a l[ae]s|(?:alle\s+)?ore|alle|om|um|by|until|until\s+the\s+end)?\s*"
    r"(?P<hour>[01]?\d|2[0-3])\s*(?:(?:[:.]|h|u)\s*(?P<minute>[0-5]\d)|(?P<bare>h\b|uhr\b|uur\b|(?=\s*[ap]\.?m\b)))"
    r"\s*(?P<half>[ap]\.?m\b)?",
    re.IGNORECASE,
)
_TIME_AFTER_T = re.compile(r"T(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::\d\d)?")
_FORMS = (
    re.compile(r"(?<![\d./-])(?P<year>[12]\d{3})-(?P<month>\d{2})-(?P<day>\d{2})(?=T\d|[^\d-]|$)"),
    re.compile(
        r"(?<![\d./-])(?P<one>\d{1,2})(?P<sep>[./-])(?P<two>\d{1,2})(?P=sep)(?P<year>[12١٢]\d{3})(?!\d|[./-]\d)"
    ),
    re.compile(
        r"(?<![\d./-])(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|-?go|-?го|\.)?[\s\u00a0-]*(?:(?:of|de)\s+|d[’'])?"
        + _NAME
        + r"[\s\u00a0,-]*(?:of|de|del)?[\s\u00a0]*(?P<year>[12١٢]\d{3})(?!\d)"
    ),
    re.compile(
        r"(?<![^\W\d_])" + _NAME + r"[\s\u00a0]+(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s\u00a0]*,?[\s\u00a0]+"
        r"(?P<year>[12]\d{3})(?!\d)"
    ),
    re.compile(r"(?<!\d)(?P<year>[12]\d{3})\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?[日号]"),
)
_MONTH_AND_YEAR = re.compile(r"(?<![^\W\d_])" + _NAME + r"[\s\u00a0]+(?:de\s+|del\s+)?(?P<year>[12١٢]\d{3})(?!\d)")


class Dated(NamedTuple):
    """A date found in a text. `day` is None where day and month could be either; `minute` is of the day, or None."""

    day: date | None
    minute: int | None
    start: int
    end: int

    @property
    def written(self) -> str:
        """As front matter writes it."""
        if self.day is None:
            return ""
        if self.minute is None:
            return self.day.isoformat()
        return f"{self.day.isoformat()} {self.minute // 60:02}:{self.minute % 60:02}"


def is_day_first(language: str, notice: str = "") -> bool | None:
    """Whether `01/03/2021` is of March in a notice; None when nobody can tell.

    English is written both ways: there another date of the same notice must tell, such as `16-11-2025`.
    """
    if written(language) and not known_of(language).has_months_first:
        return True
    seen = set()
    for match in _FORMS[1].finditer(notice):
        one, two = int(match["one"]), int(match["two"])
        if one > 12 >= two:
            seen.add(True)
        elif two > 12 >= one:
            seen.add(False)
    return seen.pop() if len(seen) == 1 else None


def find_dates(text: str, day_first: bool | None) -> Iterator[Dated]:
    """The dates of a text in the order written. `day_first` is for dates in figures alone."""
    found: dict[int, Dated] = {}
    taken = bytearray(len(text) + 1)
    for form in _FORMS:
        for match in form.finditer(text):
            if taken[match.start()]:
                continue
            read = _day(match, day_first)
            if read is None:
                continue
            minute, end = _minute(text, match.end())
            day = None if isinstance(read, _Either) else read
            found[match.start()] = Dated(day, minute, match.start(), end)
            taken[match.start() : end] = b"x" * (end - match.start())
    yield from (found[start] for start in sorted(found))


def read_date(text: str, day_first: bool | None) -> str:
    """The one date of a text, as front matter writes it; "" when there is none, several, or one that is ambiguous."""
    found = list(find_dates(text, day_first))
    return found[0].written if len({dated.written for dated in found}) == 1 else ""


def read_month(text: str) -> str:
    """A month and year in words, as YYYY-MM; "" when there is none."""
    if numbered := re.search(r"(?<!\d)([12]\d{3})\s?年\s?(1[0-2]|0?[1-9])\s?月(?!\s?\d)", text):
        return f"{numbered[1]}-{int(numbered[2]):02}"
    for match in _MONTH_AND_YEAR.finditer(text):
        month = every_number().get(fold(match["name"]))
        if month:
            return f"{match['year']}-{month:02}"
    return ""


class _Either:
    """Day and month could be either."""


def _day(match: re.Match[str], day_first: bool | None) -> date | _Either | None:
    """The day; None for what is no date."""
    parts = match.groupdict()
    if parts.get("one"):
        one, two = int(match["one"]), int(match["two"])
        if one > 12 or two > 12:
            day, month = (one, two) if one > 12 else (two, one)
        elif one == two:
            day = month = one
        elif day_first is None:
            return _Either()
        else:
            day, month = (one, two) if day_first else (two, one)
    else:
        day = int(match["day"])
        name = parts.get("name")
        month = every_number().get(fold(name), 0) if name else int(match["month"])
    try:
        return date(int(match["year"]), month, day)
    except ValueError:
        return None


def _minute(text: str, at: int) -> tuple[int | None, int]:
    match = _TIME_AFTER_T.match(text, at) or _TIME.match(text, at)
    if match is None:
        return None, at
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match.groupdict().get("half") or "").lower()
    if half:
        if hour > 12:
            return None, at
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return hour * 60 + minute, match.end()
