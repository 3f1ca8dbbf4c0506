"""The figures of running text, read by the habits of its language: dates, sums of money, percentages, hours, numbers.

"1,200" in English, "1 200" in French and "1.200" in German are one number; "8.15 am" and "8 h 15" are one hour. A date
in figures alone is read day first but in English, where it may be either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import NamedTuple

from jobglot.codes import CURRENCIES
from jobglot.months import NUMBERS, WRITTEN
from jobglot.tokens import fold

LANGUAGES = frozenset(WRITTEN)
"""The languages whose figures are read."""


_ATTACHED = re.compile(r"(?<!\w)[وبلكف]{1,2}ـ?(?=\d)")
"""Small words that Arabic writes as one with a figure: "and", "in", "for"."""


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
    if subtag not in LANGUAGES:
        return ()
    if subtag == "ar":
        text = _ATTACHED.sub(lambda letters: " " * len(letters[0]), text)
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
    last = words[0] if words[-1] in _OF else words[-1]
    return last in _SIGNS or last.isupper() or fold(last.rstrip(".")) in NUMBERS[subtag]


_GLUE = "€$£+-/_‑.,@"
_OF = frozenset(["de", "del", "of"])
_SIGNS = frozenset("€$£")
_DIGITS = re.compile(r"\d+")
_LONGEST_LEAD = 24
_LONGEST = 80

GAP = "[ \u00a0\u202f\u2009]"
_NUMBER = rf"\d{{1,3}}(?:(?:{GAP}|[.,'’٬])\d{{3}}(?!\d))+(?:[.,٫]\d{{1,2}}(?!\d))?|\d+(?:[.,٫]\d+)*"
ORDINAL = r"(?:st|nd|rd|th|er|ère|re|ème|e|º|ª|\.º|ste|de)"
_MONEY_WORDS: Mapping[str, str] = {
    "€": "EUR",
    "euro": "EUR",
    "يورو": "EUR",
    "£": "GBP",
    "pound": "GBP",
    "livre": "",
    "$": "",
    "us$": "USD",
    "c$": "CAD",
    "ca$": "CAD",
    "dollar": "",
    "dolar": "",
    "dolare": "",
    "franc": "",
    "franken": "CHF",
    "franco": "",
    "دولار": "",
}
"""Currencies by symbol and folded word; "" where several countries have one of that name."""
_MONEY = (
    r"[€£$]|(?:US|CA?)\$|[A-Z]{3}(?![A-Za-z])"
    r"|(?i:euros?|pounds?|livres?|dollars?|dólar(?:es)?|francs?|francos?|franken|يورو|دولار)(?![a-zé])"
)
_TIMES: tuple[tuple[str, int], ...] = (
    (r"(?i:millions?|millones|millón|miljoen|millionen|mio\.?|مليون)", 1_000_000),
    (r"(?i:milliards?|miljard|milliarden|billions?)", 1_000_000_000),
    (r"[kK]", 1_000),
)
_MULTIPLE = "|".join(words for words, _ in _TIMES)
_PERCENT = r"%|٪|(?i:per ?cent|pour ?cent|por ciento|procent|prozent|في المئة|بالمئة)"
_HALF = rf"[ap]\.?{GAP}?m\b"


@cache
def _form(subtag: str) -> re.Pattern[str]:
    """One pattern for everything; the last group that matched tells what was found."""
    months = "|".join(map(re.escape, WRITTEN[subtag]))
    # "May" and "März" have capitals, "may" is a verb; elsewhere either is written.
    month = rf"(?:{months})(?!\w)" if subtag in ("en", "de") else rf"(?i:{months})(?!\w)"
    of = rf"(?:of{GAP}|de{GAP}|del{GAP}|d['’])?"
    parts = [
        r"(?P<phone>\+\d[\d ().\u00a0/-]{6,25}\d)",
        r"(?P<iso>(?P<iy>[12]\d{3})-(?P<im>\d\d)-(?P<id>\d\d)(?!\d))",
        r"(?P<numeric>(?P<one>\d{1,2})(?P<sep>[./-])(?P<two>\d{1,2})(?P=sep)(?P<ny>[12١٢]\d{3})(?!\d))",
        (
            rf"(?P<dmy>(?P<dd>\d{{1,2}})(?:{ORDINAL}|\.)?(?:{GAP}|-){{0,3}}{of}(?P<dm>{month})\.?"
            rf"(?:(?:{GAP}|[-,]){{1,3}}{of}(?P<dy>[12١٢]\d{{3}})(?!\d))?)"
        ),
        *(
            [
                rf"(?P<mdy>(?P<mm>{month})\.?{GAP}(?P<md>\d{{1,2}})(?:st|nd|rd|th)?(?![\d%])(?:,?{GAP}(?P<my>[12١٢]\d{{3}})(?!\d))?)"
            ]
            if subtag == "en"
            else []
        ),
        rf"(?P<month_year>(?P<xm>{month})\.?(?:{GAP}|-){{1,2}}{of}(?P<xy>[12١٢]\d{{3}})(?!\d))",
        (
            rf"(?P<hour>(?P<h1>\d{{1,2}})(?:{GAP}?[:hH]{GAP}?)(?P<m1>[0-5]\d)(?!\d)(?:{GAP}?(?P<a1>{_HALF}))?"
            rf"|(?P<h2>\d{{1,2}})\.(?P<m2>[0-5]\d){GAP}?(?:(?P<a2>{_HALF})|(?i:uhr|uur|u|h)\b)"
            rf"|(?P<h3>\d{{1,2}}){GAP}?(?:(?P<a3>{_HALF})|[Uu]hr\b|h\b))"
        ),
        (
            rf"(?P<amount>(?P<before>{_MONEY}){GAP}?(?P<bn>{_NUMBER})(?:{GAP}?(?P<bx>{_MULTIPLE})(?!\w))?"
            rf"|(?P<an>{_NUMBER})(?:{GAP}?(?P<ax>{_MULTIPLE}))?{GAP}?(?:d['’]|de{GAP})?(?P<after>{_MONEY}))"
        ),
        rf"(?P<percentage>(?P<pn>{_NUMBER}){GAP}?(?:{_PERCENT}))",
        r"(?P<reference>(?=[A-Z/_‑-]*\d)(?=[0-9/_‑-]*[A-Z])[A-Z0-9]{1,16}(?:[-/_‑][A-Z0-9]{1,16}){0,5}(?!\w))",
        rf"(?P<number>(?P<nn>{_NUMBER})(?P<ordinal>{ORDINAL}\b)?(?:{GAP}?(?P<nx>{_MULTIPLE})(?!\w))?)",
    ]
    return re.compile(r"(?<![\w@])(?:" + "|".join(parts) + ")")


def number(written: str, subtag: str) -> Decimal:
    """A number by the habits of a language; where both marks stand in it, the last is the decimal one."""
    bare = re.sub(rf"{GAP}|['’٬]", "", written).replace("٫", ".")
    mark = max(".,", key=bare.rfind)
    whole, _, rest = bare.rpartition(mark) if mark in bare else (bare, "", "")
    other = "," if mark == "." else "."
    is_decimal = (other in whole and mark not in whole) or (
        other not in whole
        and mark not in whole
        and ((mark == ".") == (subtag in ("en", "ar")) or len(rest) != 3 or "٫" in written)
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
    if subtag == "en" or two > 12:
        days.append(Day(year, one, two))
    return _dated(match, *days)


def _dmy(match: re.Match[str], subtag: str) -> Iterator[Figure]:
    return _dated(match, Day(_year(match["dy"]), NUMBERS[subtag][fold(match["dm"])], int(match["dd"])))


def _mdy(match: re.Match[str], subtag: str) -> Iterator[Figure]:
    return _dated(match, Day(_year(match["my"]), NUMBERS[subtag][fold(match["mm"])], int(match["md"])))


def _month_year(match: re.Match[str], subtag: str) -> Iterator[Figure]:
    return _dated(match, Day(int(match["xy"]), NUMBERS[subtag][fold(match["xm"])], None))


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
    written, money = match["bn"] or match["an"], fold(match["before"] or match["after"])
    multiple = match["bx"] or match["ax"] or ""
    value = number(written, subtag) * _times(multiple)
    code = money.upper()
    word = money if money in _MONEY_WORDS else money.rstrip("s")
    if code in CURRENCIES or word in _MONEY_WORDS:
        unit = code if code in CURRENCIES else _MONEY_WORDS[word]
        yield Figure(Kind.AMOUNT, match.start(), match.end(), value=value, unit=unit, loose=(value,))
    else:
        yield Figure(Kind.NUMBER, match.start(), match.end(), value=value, loose=(value,))


def _times(words: str) -> int:
    return next((times for pattern, times in _TIMES if words and re.fullmatch(pattern, words)), 1)


def _percentage(match: re.Match[str], subtag: str) -> Iterator[Figure]:
    value = number(match["pn"], subtag)
    yield Figure(Kind.PERCENTAGE, match.start(), match.end(), value=value, loose=(value,))


def _reference(match: re.Match[str], _subtag: str) -> Iterator[Figure]:
    written = match[0].replace("‑", "-")
    if sum(map(str.isdigit, written)) >= 3:
        loose = tuple(Decimal(digits) for digits in re.findall(r"\d+", written))
        yield Figure(Kind.REFERENCE, match.start(), match.end(), unit=written, loose=loose)


def _number(match: re.Match[str], subtag: str) -> Iterator[Figure]:
    value = number(match["nn"], subtag) * _times(match["nx"] or "")
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
    "mdy": _mdy,
    "month_year": _month_year,
    "hour": _hour,
    "amount": _amount,
    "percentage": _percentage,
    "reference": _reference,
    "number": _number,
}
