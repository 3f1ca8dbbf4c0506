"""The deadline as the text says it, against the deadline as the facts say it.

A date counts as a deadline where words such as "closing date" or "apply no later than" stand before it in its sentence,
and nothing there speaks of an interview or of the first day of work.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import repeat
from string import digits
from typing import NamedTuple

from jobglot.figures import GAP, Day, Figure, Kind, figures, ordinal_of
from jobglot.language import language
from jobglot.manuscript import Manuscript
from jobglot.model import DeadlineKind, Posting
from jobglot.months import written
from jobglot.problem import Origin, Problem, error

_POINT = r"(?<=\d)\.(?=\d)"
"""Within an hour: “ore 12.00 del 15 gennaio”."""
_NEAR = rf"(?:[^.!?。\n]|{_POINT}){{0,60}}$"
_MARKS = r"[(*_:,–-]+(?!\S)"
_WORD = rf"(?!{_MARKS})(?:[^\s.!?]|{_POINT})+"
# In one way only: of a line to fill in, “by ______”, the ways to part it into words would be more than anybody can try.
_FEW_WORDS = rf"(?:[(*_:,–-](?:[^\s.!?]|{_POINT})*)?(?:\s+{_MARKS})*(?:\s+{_WORD}(?:\s+{_MARKS})*){{0,5}}\s*$"
_REACH = 160
"""Beyond so many characters, five words or less are no longer believed to be between a label and its date."""


class _Patterns(NamedTuple):
    label: re.Pattern[str]
    until: re.Pattern[str]
    before: re.Pattern[str]
    applying: re.Pattern[str]
    otherwise: re.Pattern[str]
    behind: re.Pattern[str]
    hint: re.Pattern[str]


@cache
def _patterns(subtag: str) -> _Patterns | None:
    w = language(subtag).deadlines
    if w is None:
        return None
    # Nothing parts words of Chinese.
    begin, end = ("", "") if language(subtag).year_month_day else (r"(?<!\w)", r"(?!\w)")
    return _Patterns(
        re.compile(rf"{begin}(?:{w.label}){end}{_NEAR}"),
        re.compile(rf"{begin}(?P<until>{w.until}){end}{_FEW_WORDS if end else GAP + '*$'}"),
        re.compile(w.before),
        re.compile(w.applying),
        re.compile(w.otherwise),
        re.compile(w.behind or "(?!)"),
        re.compile(rf"{begin}(?:{w.label}|{w.until}){end}(?=[^\n]{{0,{_REACH}}}\d)" + (r"|\d+" if w.behind else "")),
    )


def may_be_said(subtag: str) -> bool:
    """Whether deadlines are read in a language."""
    return _patterns(subtag) is not None


_LINE_OPENING = re.compile(r"^[\s>|*_#+-]*$")
_SENTENCE_END = re.compile(r"(?:[^\d\s.]|\d{4})[.!?][)\"»”*_]*\s|[。！？]")
_LONGEST_SENTENCE = 300
FAR = timedelta(days=45)
"""A last day named that much before the true one is no first round of a selection."""


class Said(NamedTuple):
    """A last day of applications as a text says it; `is_first_too_late` where the day itself is too late."""

    figure: Figure
    is_first_too_late: bool


@cache
def _dated(subtag: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """What follows on the first digit of a day before its month, and what a month is that its day follows on."""
    months = [month.lower() for month in written(subtag)]
    after = rf"{ordinal_of(subtag)}?(?:[^\d\n]{{0,12}}(?<![^\W\d]))?(?:{'|'.join(map(re.escape, months))})(?!\w)"
    signs = language(subtag).year_month_day.split()[:2]
    numbered = f"|[{''.join(signs)}]" if signs else ""
    return re.compile(rf"\d(?:[./-]\d{numbered}|{after})"), (*months, *(f"{month}." for month in months))


def may_be_dated(small: str, subtag: str) -> bool:
    """Whether a text in small letters may hold a day of a month. Most hold none, and this costs little to see."""
    if not may_be_said(subtag):
        return False
    pattern, months = _dated(subtag)
    places = list(_digits(small))
    return any(map(pattern.match, repeat(small), places)) or any(
        small.endswith(months, 0, at - 1) for at in places if small[at - 1 : at] in _GAPS
    )


def _digits(text: str) -> Iterator[int]:
    """Where the digits of a text stand, in no order. `str.find` passes over all else far quicker than any pattern."""
    for digit in digits:
        at = text.find(digit)
        while at >= 0:
            yield at
            at = text.find(digit, at + 1)
    if not _is_latin(text):
        yield from (match.start() for match in _OTHER_DIGIT.finditer(text))


_GAPS = frozenset(GAP[1:-1])
_OTHER_DIGIT = re.compile(r"[^\x00-\xff](?<=\d)")


def _is_latin(text: str) -> bool:
    """Whether all characters are of Latin-1, where there are no digits but those of ASCII."""
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        return False
    return True


def said(text: str, small: str, subtag: str, known: Sequence[Figure] | None = None) -> Iterator[Said]:
    """The dates of a text that it calls the end of applications.

    `small` is the text in small letters; `known` are its figures, where they have been read already.
    """
    patterns = _patterns(subtag)
    if patterns is None:
        return
    label, until, before, applying, otherwise, behind, hint = patterns
    for figure in _figures_where(hint, text, small, subtag) if known is None else known:
        if figure.kind is not Kind.DATE or figure.days[0].day is None:
            continue
        start, end = _sentence(text, figure)
        ahead = small[start : figure.start]
        sentence = small[start:end]
        labelled, limited = label.search(ahead), until.search(ahead)
        applies = applying.search(sentence) is not None
        if labelled and (applies or _LINE_OPENING.match(ahead[: labelled.start()])):
            other = otherwise.search(ahead, labelled.start())
        elif (limited or behind.match(small, figure.end)) and applies:
            other = otherwise.search(sentence)
        else:
            continue
        if other is None:
            lenient = before.match(limited["until"]) if limited else behind.match(small, figure.end)
            yield Said(figure, lenient is not None)


def _figures_where(hint: re.Pattern[str], text: str, small: str, subtag: str) -> Iterator[Figure]:
    """The figures that stand near behind what `hint` finds: to read all of a text costs most of this check."""
    begin = end = 0
    for match in (*hint.finditer(small), None):
        if match is None or match.start() > end:
            for figure in figures(text[begin:end], subtag):
                yield figure._replace(start=figure.start + begin, end=figure.end + begin)
            begin = match.start() if match else end
        if match is not None:
            end = (text.find("\n", match.end(), match.end() + 2 * _REACH) + 1 or match.end() + 2 * _REACH + 1) - 1


def _sentence(text: str, figure: Figure) -> tuple[int, int]:
    """Where the sentence around a figure begins and ends, as far as full stops tell."""
    first = max(text.rfind("\n", 0, figure.start) + 1, figure.start - _LONGEST_SENTENCE)
    for stop in _SENTENCE_END.finditer(text, first, figure.start):
        first = stop.end()
    line_end = text.find("\n", figure.end)
    last = min(line_end if line_end >= 0 else len(text), figure.end + _LONGEST_SENTENCE)
    # The end of the day itself may be that of the sentence; the point of a month cut short is not.
    begin = figure.end if text[figure.end - 1] == "." else figure.end - 4
    stop_after = _SENTENCE_END.search(text, begin, last)
    return first, stop_after.start() if stop_after else last


def deadline_is_as_said(posting: Posting, texts: Sequence[Manuscript]) -> Iterator[Problem]:
    """Every edition's text names the day of the posting's deadline as the last day, or none."""
    for text in texts:
        if may_be_dated(text.lowered, text.subtag):
            known = text.figures if text.has_read_figures else None
            yield from _contradictions(posting, text.prose, text.small, known, text.subtag, text.at)
        summary = text.summary.lower()
        if may_be_dated(summary, text.subtag):
            yield from _contradictions(posting, text.summary, summary, None, text.subtag, _always(text.summary_origin))


def _always(origin: Origin) -> Callable[[int], Origin]:
    return lambda _offset: origin


def _contradictions(
    posting: Posting,
    text: str,
    small: str,
    known: Sequence[Figure] | None,
    subtag: str,
    at: Callable[[int], Origin],
) -> Iterator[Problem]:
    if len(small) != len(text):
        return
    all_said = list(said(text, small, subtag, known))
    is_said = any(_is_right(one, posting) for one in all_said)
    told: set[tuple[Day, ...]] = set()
    for one in all_said:
        if _is_right(one, posting) or _is_another_fact(one, posting) or one.figure.days in told:
            continue
        if is_said and _may_be_a_round(one, posting):
            continue
        told.add(one.figure.days)
        written = " ".join(text[one.figure.start : one.figure.end].split())
        origin = posting.origin_of("deadline")
        field = "open" if posting.deadline.kind is DeadlineKind.OPEN else f"{posting.deadline.day}"
        message = f"the text says that applications end on {written}, and “deadline” is {field} ({_place(origin)})"
        yield error(at(one.figure.start), "deadline-contradicted", message, "correct the one that is wrong")


def _place(origin: Origin) -> str:
    return f"{origin.path}:{origin.line}"


def _is_right(one: Said, posting: Posting) -> bool:
    day, minute = posting.deadline.day, posting.deadline.minute
    if day is None:
        return False
    good = {day, day + timedelta(days=1)} if one.is_first_too_late else {day}
    if posting.deadline.kind is DeadlineKind.MOMENT and minute == 0:
        # Midnight belongs to the day before as well.
        good.add(day - timedelta(days=1))
    return any(_is(said_day, right) for said_day in one.figure.days for right in good)


def _is(said_day: Day, day: date) -> bool:
    return (said_day.month, said_day.day) == (day.month, day.day) and said_day.year in (None, day.year)


def _is_another_fact(one: Said, posting: Posting) -> bool:
    facts = [posting.opens, posting.filled, posting.withdrawn, posting.renewed]
    if any(_is(said_day, fact) for said_day in one.figure.days for fact in facts if fact):
        return True
    if posting.starts is None:
        return False
    year, month, _ = posting.starts
    return any(said_day.month == month and said_day.year in (None, year) for said_day in one.figure.days)


def _may_be_a_round(one: Said, posting: Posting) -> bool:
    """Whether, beside the right day, an earlier one may be that of a first round."""
    true = posting.deadline.day
    if true is None:
        return True
    for year, month, day in one.figure.days:
        try:
            named = date(year or true.year, month, day or 1)
        except ValueError:
            continue
        if true - FAR <= named < true:
            return True
    return False
