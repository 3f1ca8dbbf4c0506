"""Weekdays beside dates: "Monday 18 November 2021" was a Thursday."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from jobglot.figures import Kind
from jobglot.manuscript import Manuscript
from jobglot.months import WEEKDAYS
from jobglot.problem import Problem, warning

_BEFORE = {
    subtag: re.compile(rf"(?<!\w)(?P<name>{'|'.join(names)}),?\s+(?:the |le |el |den |de |dem )?$", re.IGNORECASE)
    for subtag, names in WEEKDAYS.items()
}


def weekdays_are_right(texts: Sequence[Manuscript]) -> Iterator[Problem]:
    """A weekday right before a whole date is the date's own."""
    for text in texts:
        for figure in text.figures:
            if figure.kind is not Kind.DATE or len(figure.days) > 1:
                continue
            year, month, day = figure.days[0]
            if year is None or day is None:
                continue
            before = _BEFORE[text.subtag].search(text.prose, max(0, figure.start - 20), figure.start)
            if before is None:
                continue
            names = WEEKDAYS[text.subtag]
            named = [name.lower() for name in names].index(before["name"].lower())
            try:
                right = date(year, month, day).weekday()
            except ValueError:
                continue
            if named != right:
                written = text.prose[figure.start : figure.end]
                message = f"“{before['name']}” stands before {written}, which is “{names[right]}”"
                yield warning(text.at(before.start()), "weekday-wrong", message, "correct the weekday or the date")
