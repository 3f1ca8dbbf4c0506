"""Weekdays beside dates: "Monday 18 November 2021" was a Thursday."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from jobglot.figures import Kind
from jobglot.language import language
from jobglot.manuscript import Manuscript
from jobglot.months import weekdays
from jobglot.problem import Problem, warning


@cache
def _before(subtag: str) -> re.Pattern[str]:
    """A weekday that stands right before a date."""
    articles = "|".join(rf"{article}\s+" for article in language(subtag).before_day.split())
    return re.compile(rf"(?<!\w)(?P<name>{'|'.join(weekdays(subtag))}),?\s+(?:{articles})?$", re.IGNORECASE)


def weekdays_are_right(texts: Sequence[Manuscript]) -> Iterator[Problem]:
    """A weekday right before a whole date is the date's own."""
    for text in texts:
        if not weekdays(text.subtag):
            continue
        for figure in text.figures:
            if figure.kind is not Kind.DATE or len(figure.days) > 1:
                continue
            year, month, day = figure.days[0]
            if year is None or day is None:
                continue
            before = _before(text.subtag).search(text.prose, max(0, figure.start - 20), figure.start)
            if before is None:
                continue
            names = weekdays(text.subtag)
            named = [name.lower() for name in names].index(before["name"].lower()) % 7
            try:
                right = date(year, month, day).weekday()
            except ValueError:
                continue
            if named != right:
                written = text.prose[figure.start : figure.end]
                message = f"“{before['name']}” stands before {written}, which is “{names[right]}”"
                yield warning(text.at(before.start()), "weekday-wrong", message, "correct the weekday or the date")
