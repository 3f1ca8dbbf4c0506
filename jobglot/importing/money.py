"""Pay as notices write it: figures by the language's own separators, the currency, the period, the bounds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from jobglot.codes import CURRENCIES
from jobglot.importing.draft import Value
from jobglot.tokens import fold
from jobglot.wordlists import values, words

# Chinese writes a figure right behind its words.
_FIGURE = re.compile(
    r"(?<![^\W\u3400-\u9fff])(?<![.,])"
    r"(?:\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?)"
    r"(?:\s?k(?![^\W\d_\u3400-\u9fff]))?(?!\d)",
    re.IGNORECASE,
)
_SIGNS = {
    "€": "EUR",
    "£": "GBP",
    "US$": "USD",
    "CA$": "CAD",
    "CHF": "CHF",
    "$": "USD",
    "¥": "JPY",
    "zł": "PLN",
    "R$": "BRL",
    "₴": "UAH",
    "грн": "UAH",
    "元": "CNY",
    "美元": "USD",
    "欧元": "EUR",
}
# Short ones only behind a stroke, “13.50/h”: alone, “38 h” is the hours of a week.
_SHORT_PERIODS = {"h": "hour", "hr": "hour", "std": "hour", "mo": "month", "yr": "year", "p": "year"}
_SHORT_PERIOD = re.compile(r"/\s*(h|hr|std|mo|yr)\b|\b(p\.?\s?a)\b")
# Catalan; without its article, it is a word of English.
_THE_YEAR = re.compile(r"\bl['’]any\b")

# Within a compound: `brutomaandloon`, `Jahresgehalt`.
_COMPOUND = re.compile(
    r"\b(?:brut+o|net+o)?(uur|dag|week|maand|jaar|stunde|monat|jahr)(?:en|n|e?s)?(?:loon|wedde|salaris|lohn|gehalt)"
)

_BEFORE = r"(?:\W+(?:de|di|d|of|van|von|ca|circa))?\W*$"
_FARTHEST = 60
"""The bounds of one pay stand no farther from each other: “€ 2.500 bruto per maand en maximaal € 3.200”."""
_PAY_ENDS = re.compile(r"\W*(?:$|[.,;:)/]|(?:per|pro|par|por|al|a|p|im|je|na|на|за|brut|gross|net)(?![^\W\d_]{3}))")


@cache
def _currency() -> re.Pattern[str]:
    """A sign, code or name; names are folded, and few have accents."""
    return re.compile(rf"[€£$¥₴元]|zł|грн|(?<![^\W\d_])(?:[A-Z]{{3}}|(?i:{_names()}))(?![^\W\d_])")


def _names() -> str:
    return "|".join(sorted(values("currencies"), key=len, reverse=True))


@cache
def _range() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:[-–—～~]|{words('to')}|{words('and_')})\s*")


class _Bound(NamedTuple):
    """Words that make a figure the most or the least: anywhere before it, right before it, right behind it."""

    before: re.Pattern[str]
    right_before: re.Pattern[str]
    behind: re.Pattern[str]


@cache
def _most() -> _Bound:
    return _bound_of(words("up_to"), words("most"))


@cache
def _least() -> _Bound:
    return _bound_of(words("from_"), words("least"))


def _bound_of(ahead: str, either: str) -> _Bound:
    # Chinese parts no words.
    said = rf"(?<![^\W\u3400-\u9fff])(?:{ahead}|{either})(?![^\W\u3400-\u9fff])"
    patterns = (said, said + _BEFORE, rf"\W*(?:al |no )?{either}\b")
    return _Bound(*map(re.compile, patterns))


class Figure(NamedTuple):
    """An amount and where it stands."""

    amount: Decimal
    start: int
    end: int


def read_amount(written: str, language: str) -> Decimal | None:
    """The amount of a figure; None where it could be two. `3.000` is three in English, three thousand elsewhere."""
    thousands = Decimal(1000) if written[-1:] in "kK" else Decimal(1)
    bare = re.sub(r"[\s\u00a0\u202f'’kK]", "", written)
    signs = re.sub(r"\d", "", bare)
    if not signs:
        return Decimal(bare) * thousands
    last = max(bare.rfind("."), bare.rfind(","))
    decimals = len(bare) - last - 1
    if len(set(signs)) == 1 and decimals == 3 and (len(signs) > 1 or (signs == ",") == (language == "en")):
        return Decimal(re.sub(r"[.,]", "", bare)) * thousands
    if decimals > 2 or signs.count(bare[last]) > 1:
        return None
    return Decimal(re.sub(r"[.,]", "", bare[:last]) + "." + bare[last + 1 :]) * thousands


def find_currency(text: str) -> str:
    """The ISO 4217 code of the currency a text names; "" for none or several."""
    codes = {code for code in re.findall(r"(?<![^\W\d_])[A-Z]{3}(?![^\W\d_])", text) if code in CURRENCIES}
    if not codes:
        signs = [sign for sign in _SIGNS if sign in text]
        codes = {_SIGNS[max(signs, key=len)]} if signs else set()
    if not codes:
        folded = fold(text)
        codes = {code for name, code in values("currencies").items() if re.search(rf"(?<![^\W\d_]){name}\b", folded)}
    return codes.pop() if len(codes) == 1 else ""


def find_period(text: str) -> str:
    """What a figure of a text pays for; "" for none or several."""
    folded = _SHORT_PERIOD.sub(
        lambda match: f" {_SHORT_PERIODS[match[1] or match[2][0]]} ", _THE_YEAR.sub(" anual ", fold(text))
    )
    periods = values("periods")
    found = {periods[word] for word in re.findall(r"[^\W\d_]+", folded) if word in periods}
    found |= {periods[word] for word in _COMPOUND.findall(folded)}
    return found.pop() if len(found) == 1 else ""


def with_period(value: str, label: str) -> str:
    """What a label says, with what it pays for where only the label tells: “Salaire mensuel”, “Jahresgehalt”."""
    period = "" if find_period(value) else find_period(label)
    return f"{value} / {period}" if period else value


def written(amount: Decimal) -> str:
    """An amount as front matter writes it."""
    whole = amount == amount.to_integral_value()
    return str(int(amount)) if whole else str(amount.quantize(Decimal("0.01")))


def read_salary(text: str, language: str) -> dict[str, Value] | None:
    """The pay a text tells; None unless figure, currency and period are all there and plain."""
    figures = list(_figures(text, language))
    currency, period = find_currency(text), find_period(text)
    if not figures or not currency or not period:
        return None
    at = _first_of_pay(text, figures)
    first = figures[at]
    found: dict[str, Value]
    if _is_range(text, figures, at):
        found = {"min": written(first.amount), "max": written(figures[at + 1].amount)}
    else:
        found = {_bound(text, first): written(first.amount)}
    return {**found, "currency": currency, "per": period}


def _first_of_pay(text: str, figures: Sequence[Figure]) -> int:
    """Which figure the pay begins with: one beside a currency, or in a range with it, else the first.

    “From 1 March 2027, with a salary between € 2.800 and € 3.400.”
    """
    for at, figure in enumerate(figures):
        ends = [figure] if not _is_range(text, figures, at) else [figure, figures[at + 1]]
        if any(_is_beside_currency(text, each) for each in ends):
            return at
    return 0


def _bound(text: str, figure: Figure) -> str:
    """Whether a figure alone is the most, the least or the one amount: by words before it, or right behind it."""
    before, behind = fold(text[: figure.start])[-40:], _behind(text, figure)
    if _most().before.search(before) or _most().behind.match(behind):
        return "max"
    return "min" if _least().before.search(before) or _least().behind.match(behind) else "amount"


def _is_range(text: str, figures: Sequence[Figure], at: int) -> bool:
    if at + 1 == len(figures):
        return False
    first, second = figures[at], figures[at + 1]
    between = _without_currency(text[first.end : second.start])
    return _range().fullmatch(between) is not None or _are_bounds(text, first, second)


def _are_bounds(text: str, first: Figure, second: Figure) -> bool:
    """Whether words call the one figure the least and the other the most: “minimaal € 2.500 en maximaal € 3.200”."""
    between = text[first.end : second.start]
    if len(between) > _FARTHEST or first.amount >= second.amount or re.search(r"[!?;\n]|\.\s+[A-Z]", between):
        return False
    before, towards = (fold(_without_currency(each)) for each in (text[: first.start][-_FARTHEST:], between))
    most, least, behind = _most(), _least(), _behind(text, second)
    return (
        (least.right_before.search(before) is not None or least.behind.match(_behind(text, first)) is not None)
        and (most.right_before.search(towards) is not None or most.behind.match(behind) is not None)
        # Not “and at most 25 days”.
        and (
            _is_beside_currency(text, second)
            or _PAY_ENDS.match(behind) is not None
            or _first_word(behind) in values("periods")
        )
    )


def _behind(text: str, figure: Figure) -> str:
    """What follows a figure and its currency, folded."""
    return fold(_without_currency(text[figure.end :][:_FARTHEST]))


def _first_word(folded: str) -> str:
    found = re.search(r"[^\W\d_]+", folded)
    return found[0] if found else ""


def _is_beside_currency(text: str, figure: Figure) -> bool:
    return (
        _currency().search(text[max(0, figure.start - 5) : figure.start] + text[figure.end : figure.end + 6])
        is not None
    )


def _figures(text: str, language: str) -> list[Figure]:
    found = []
    for match in _FIGURE.finditer(text):
        amount = read_amount(match[0], language) or _whole(match[0])
        # A figure below ten without cents pays for nothing: it is the 8 of "8 hours" or a footnote.
        if amount is not None and (10 <= amount < 10**12 or re.fullmatch(r"[1-9][.,]\d\d", match[0])):
            found.append(Figure(amount, match.start(), match.end()))
    return found


def _whole(figure: str) -> Decimal | None:
    """`2.800` of a text in English: no pay has three decimals, so that somebody from elsewhere wrote it."""
    return Decimal(re.sub(r"[.,]", "", figure)) if re.fullmatch(r"[1-9]\d{0,2}(?:[.,]\d{3})+", figure) else None


def _without_currency(text: str) -> str:
    return _currency().sub(" ", text).strip()
