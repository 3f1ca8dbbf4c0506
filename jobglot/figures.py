"""The figures of running text, read by the habits of its language: dates, sums of money, percentages, hours, numbers.

"1,200" in English, "1 200" in French and "1.200" in German are one number; "8.15 am" and "8 h 15" are one hour. A date
in figures alone is read day first but in English, where it may be either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import NamedTuple

from jobglot.codes import CURRENCIES
from jobglot.language import language
from jobglot.months import numbers, written
from jobglot.tokens import fold


def are_read(subtag: str) -> bool:
    """Whether figures are read in a language."""
    return bool(written(subtag))


@cache
def _attached(subtag: str) -> re.Pattern[str] | None:
    attached = language(subtag).attached
    return re.compile(rf"{attached}(?=\d)") if attached else None


class Kind(Enum):
    """What a figure is."""

    DATE = "date"
    AMOUNT = "amount"
    PERCENTAGE = "percentage"
    HOUR = "hour"
    REFERENCE = "reference"
    NUMBER = "number"


class Day(NamedTuple):
    """A date as far as it is written: the year or the day may be left out."""

    year: int | None
    month: int
    day: int | None


class Figure(NamedTuple):
    """A figure and where it stands.

    `days` holds the readings of a date, two where day and month could change places. `value` is the number, the minute
    of the day for an hour; `unit` the currency, or the reference itself. `loose` are numbers that another language may
    write in its place.
    """

    kind: Kind
    start: int
    end: int
    days: tuple[Day, ...] = ()
    value: Decimal = Decimal(0)
    unit: str = ""
    loose: tuple[Decimal, ...] = ()


def figures(text: str, subtag: str) -> tuple[Figure, ...]:
    """The figures of a text in the language of `subtag`, in the order written; none for a language that is not read."""
    if not are_read(subtag):
        return ()
    if attached := _attached(subtag):
        text = attached.sub(lambda letters: " " * len(letters[0]), text)
    form = _form(subtag)
    found: list[Figure] = []
    end = 0
    for digit in _DIGITS.finditer(text):
        if digit.start() < end:
            continue
        first = max(end, digit.start() - _LONGEST_LEAD, text.rfind("\n", 0, digit.start()) + 1)
        last = digit.start() + _LONGEST
        has_lead = _has_lead(text, first, digit.start(), subtag)
        match = form.search(text, first, last) if has_lead else form.match(text, digit.start(), last)
        if match:
            found += _BY_GROUP[match.lastgroup or ""](match, subtag)
            end = match.end()
    return tuple(found)


def _has_lead(text: str, first: int, at: int, subtag: str) -> bool:
    """Whether what stands before a digit may be of its figure: a month, a currency, the letters of a reference."""
    before = text[at - 1 : at]
    if before.isalnum() or before in _GLUE:
        return bool(before)
    words = text[first:at].split()[-2:]
    if not words:
        return False
    last = words[0] if words[-1] in language(subtag).of_month.split() else words[-1]
    return last in _SIGNS or last.isupper() or fold(last.rstrip(".")) in numbers(subtag)


_GLUE = "€$£+-/_‑.,@"
_SIGNS = frozenset("€$£")
_DIGITS = re.compile(r"\d+")
_LONGEST_LEAD = 24
_LONGEST = 80

GAP = "[ \u00a0\u202f\u2009]"
_NUMBER = rf"\d{{1,3}}(?:(?:{GAP}|[.,'’٬])\d{{3}}(?!\d))+(?:[.,٫]\d{{1,2}}(?!\d))?|\d+(?:[.,٫]\d+)*"
_SYMBOLS: Mapping[str, str] = {"€": "EUR", "£": "GBP", "$": "", "us$": "USD", "c$": "CAD", "ca$": "CAD", "r$": "BRL"}
"""Currencies by symbol; "" where several countries have one."""
_THOUSAND = "[kK]"
_HALF = rf"[ap]\.?{GAP}?m\b"


@cache
def ordinal_of(subtag: str) -> str:
    """A pattern for the endings of the figures of days, "st" in "1st"; where there are none, it never matches."""
    endings = "|".join(map(re.escape, language(subtag).ordinal.split()))
    return f"(?:{endings})" if endings else "(?!)"


@cache
def _form(subtag: str) -> re.Pattern[str]:
    """One pattern for everything; the last group that matched tells what was found."""
    known = language(subtag)
    months = "|".join(map(re.escape, written(subtag)))
    # "May" and "März" have capitals, "may" is a verb; elsewhere either is written.
    month = rf"(?:{months})(?!\w)" if known.has_capital_months else rf"(?i:{months})(?!\w)"
    of = "|".join(f"{word[:-1]}['’]" if word.endswith("'") else word + GAP for word in known.of_month.split())
    of = f"(?:{of})?" if of else ""
    ordinal = ordinal_of(subtag)
    # Nothing parts words of Chinese.
    end, end_of_money = ("", "") if known.year_month_day else (r"(?!\w)", r"(?![^\W\d_])")
    words = "|".join(known.money)
    money = r"[€£$]|(?:US|CA?|R)\$|[A-Z]{3}(?![A-Za-z])" + (rf"|(?i:{words}){end_of_money}" if words else "")
    multiple = "|".join([*(f"(?i:{pattern})" for pattern in known.multiples), _THOUSAND])
    percent = "%|٪" + (f"|(?i:{known.percent})" if known.percent else "")
    parts = [
        r"(?P<phone>\+\d[\d ().\u00a0/-]{6,25}\d)",
        r"(?P<iso>(?P<iy>[12]\d{3})-(?P<im>\d\d)-(?P<id>\d\d)(?!\d))",
        r"(?P<numeric>(?P<one>\d{1,2})(?P<sep>[./-])(?P<two>\d{1,2})(?P=sep)(?P<ny>[12١٢]\d{3})(?!\d))",
        (
            rf"(?P<dmy>(?P<dd>\d{{1,2}})(?:{ordinal}|\.)?(?:{GAP}|-){{0,3}}{of}(?P<dm>{month})\.?"
            rf"(?:(?:{GAP}|[-,]){{1,3}}{of}(?P<dy>[12١٢]\d{{3}})(?!\d))?)"
        ),
        *([_year_month_day(known.year_month_day.split())] if known.year_month_day else []),
        *(
            [
                rf"(?P<mdy>(?P<mm>{month})\.?{GAP}(?P<md>\d{{1,2}})(?:st|nd|rd|th)?(?![\d%])(?:,?{GAP}(?P<my>[12١٢]\d{{3}})(?!\d))?)"
            ]
            if known.has_months_first
            else []
        ),
        rf"(?P<month_year>(?P<xm>{month})\.?(?:{GAP}|-){{1,2}}{of}(?P<xy>[12١٢]\d{{3}})(?!\d))",
        (
            rf"(?P<hour>(?P<h1>\d{{1,2}})(?:{GAP}?[:hH]{GAP}?)(?P<m1>[0-5]\d)(?!\d)(?:{GAP}?(?P<a1>{_HALF}))?"
            rf"|(?P<h2>\d{{1,2}})\.(?P<m2>[0-5]\d){GAP}?(?:(?P<a2>{_HALF})|(?i:uhr|uur|u|h)\b)"
            rf"|(?P<h3>\d{{1,2}}){GAP}?(?:(?P<a3>{_HALF})|[Uu]hr\b|h\b))"
        ),
        (
            rf"(?P<amount>(?P<before>{money}){GAP}?(?P<bn>{_NUMBER})(?:{GAP}?(?P<bx>{multiple}){end})?"
            rf"|(?P<an>{_NUMBER})(?:{GAP}?(?P<ax>{multiple}))?{GAP}?(?:d['’]|de{GAP})?(?P<after>{money}))"
        ),
        rf"(?P<percentage>(?P<pn>{_NUMBER}){GAP}?(?:{percent}))",
        r"(?P<reference>(?=[A-Z/_‑-]*\d)(?=[0-9/_‑-]*[A-Z])[A-Z0-9]{1,16}(?:[-/_‑][A-Z0-9]{1,16}){0,5}(?!\w))",
        rf"(?P<number>(?P<nn>{_NUMBER})(?P<ordinal>{ordinal}\b)?(?:{GAP}?(?P<nx>{multiple}){end})?)",
    ]
    return re.compile(r"(?<![\w@])(?:" + "|".join(parts) + ")")


def _year_month_day(signs: Sequence[str]) -> str:
    year, month, day = signs
    lead = rf"(?P<yy>[12]\d{{3}}){GAP}?{year}{GAP}?"
    return (
        rf"(?P<ymd>(?=\d{{4}}{GAP}?{year}|\d{{1,2}}{GAP}?{month}{GAP}?\d)(?:{lead})?(?P<ym>\d{{1,2}}){GAP}?{month}"
        rf"(?:{GAP}?(?P<yd>\d{{1,2}}){GAP}?(?:{day}))?)"
    )


def number(written: str, subtag: str) -> Decimal:
    """A number by the habits of a language; where both marks stand in it, the last is the decimal one."""
    bare = re.sub(rf"{GAP}|['’٬]", "", written).replace("٫", ".")
    mark = max(".,", key=bare.rfind)
    whole, _, rest = bare.rpartition(mark) if mark in bare else (bare, "", "")
    other = "," if mark == "." else "."
    is_decimal = (other in whole and mark not in whole) or (
        other not in whole
        and mark not in whole
        and ((mark == ".") == language(subtag).has_decimal_points or len(rest) != 3 or "٫" in written)
    )
    digits = "".join(c for c in whole if c.isdigit())
    if not rest:
        return Decimal(int(bare))
    read = Decimal(f"{int(digits or 0)}.{_ascii(rest)}") if is_decimal else Decimal(int(digits + rest))
    return read.normalize() + 0


def _ascii(digits: str) -> str:
    return "".join(str(int(c)) for c in digits)


def _dated(match: re.Match[str], *days: Day) -> Iterator[Figure]:
    good = tuple(dict.fromkeys(d for d in days if 1 <= d.month <= 12 and (d.day is None or 1 <= d.day <= 31)))
    if good:
        loose = tuple(Decimal(part) for part in (good[0].year, good[0].day) if part)
        yield Figure(Kind.DATE, match.start(), match.end(), good, loose=loose)


def _year(written: str | None) -> int | None:
    return int(written) if written else None


def _iso(match: re.Match[str], _subtag: str) -> Iterator[Figure]:
    return _dated(match, Day(int(match["iy"]), int(match["im"]), int(match["id"])))


def _numeric(match: re.Match[str], subtag: str) -> Iterator[Figure]:
    year, one, two = int(match["ny"]), int(match["one"]), int(match["two"])
    days = [Day(year, two, one)]
    if language(subtag).has_months_first or two > 12:
        days.append(Day(year, one, two))
    return _dated(match, *days)


def _dmy(match: re.Match[str], subtag: str) -> Iterator[Figure]:
    return _dated(match, Day(_year(match["dy"]), numbers(subtag)[fold(match["dm"])], int(match["dd"])))


def _ymd(match: re.Match[str], _subtag: str) -> Iterator[Figure]:
    return _dated(match, Day(_year(match["yy"]), int(match["ym"]), int(match["yd"]) if match["yd"] else None))


def _mdy(match: re.Match[str], subtag: str) -> Iterator[Figure]:
    return _dated(match, Day(_year(match["my"]), numbers(subtag)[fold(match["mm"])], int(match["md"])))


def _month_year(match: re.Match[str], subtag: str) -> Iterator[Figure]:
    return _dated(match, Day(int(match["xy"]), numbers(subtag)[fold(match["xm"])], None))


def _hour(match: re.Match[str], _subtag: str) -> Iterator[Figure]:
    hour, minute = int(match["h1"] or match["h2"] or match["h3"]), int(match["m1"] or match["m2"] or 0)
    half = (match["a1"] or match["a2"] or match["a3"] or "").lower()
    loose = (Decimal(hour), Decimal(minute), Decimal(f"{hour}.{minute:02}").normalize() + 0)
    if half and hour <= 12:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 24:
        # "37 h 40" is how long, not when.
        for value in filter(None, loose[:2]):
            yield Figure(Kind.NUMBER, match.start(), match.end(), value=value, loose=(value,))
        return
    yield Figure(
        Kind.HOUR, match.start(), match.end(), value=Decimal(hour * 60 + minute), loose=(*loose, Decimal(hour))
    )


def _amount(match: re.Match[str], subtag: str) -> Iterator[Figure]:
    digits, money = match["bn"] or match["an"], match["before"] or match["after"]
    value = number(digits, subtag) * _times(match["bx"] or match["ax"] or "", subtag)
    unit = _currency(money, subtag)
    if unit is not None:
        yield Figure(Kind.AMOUNT, match.start(), match.end(), value=value, unit=unit, loose=(value,))
    else:
        yield Figure(Kind.NUMBER, match.start(), match.end(), value=value, loose=(value,))


def _currency(money: str, subtag: str) -> str | None:
    """The code of a currency by its code, sign or name, "" where several have it; None for what is no currency."""
    if money.upper() in CURRENCIES:
        return money.upper()
    if money.lower() in _SYMBOLS:
        return _SYMBOLS[money.lower()]
    named = (code for pattern, code in language(subtag).money.items() if re.fullmatch(pattern, money, re.IGNORECASE))
    return next(named, None)


def _times(words: str, subtag: str) -> int:
    if not words or re.fullmatch(_THOUSAND, words):
        return 1_000 if words else 1
    by_pattern = language(subtag).multiples.items()
    return next(times for pattern, times in by_pattern if re.fullmatch(pattern, words, re.IGNORECASE))


def _percentage(match: re.Match[str], subtag: str) -> Iterator[Figure]:
    value = number(match["pn"], subtag)
    yield Figure(Kind.PERCENTAGE, match.start(), match.end(), value=value, loose=(value,))


def _reference(match: re.Match[str], _subtag: str) -> Iterator[Figure]:
    written = match[0].replace("‑", "-")
    if sum(map(str.isdigit, written)) >= 3:
        loose = tuple(Decimal(digits) for digits in re.findall(r"\d+", written))
        yield Figure(Kind.REFERENCE, match.start(), match.end(), unit=written, loose=loose)


def _number(match: re.Match[str], subtag: str) -> Iterator[Figure]:
    value = number(match["nn"], subtag) * _times(match["nx"] or "", subtag)
    if not match["ordinal"]:
        # "8.15" may be an hour without its "am".
        parts = re.fullmatch(r"(\d{1,2})\.([0-5]\d)", match["nn"])
        loose = (value, *map(Decimal, parts.groups())) if parts else (value,)
        yield Figure(Kind.NUMBER, match.start(), match.end(), value=value, loose=loose)


def _nothing(_match: re.Match[str], _subtag: str) -> Iterator[Figure]:
    return iter(())


_BY_GROUP = {
    "phone": _nothing,
    "iso": _iso,
    "numeric": _numeric,
    "dmy": _dmy,
    "ymd": _ymd,
    "mdy": _mdy,
    "month_year": _month_year,
    "hour": _hour,
    "amount": _amount,
    "percentage": _percentage,
    "reference": _reference,
    "number": _number,
}
