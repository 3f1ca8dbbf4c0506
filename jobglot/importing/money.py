"""Pay as notices write it: figures by the language's own separators, the currency, the period, the bounds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from jobglot.codes import CURRENCIES
from jobglot.importing.draft import Value
from jobglot.tokens import fold

_FIGURE = re.compile(
    r"(?<![\w.,])(?:\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?)"
    r"(?:\s?k(?![^\W\d_]))?(?!\d)",
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
_NAMES = {
    "euro": "EUR",
    "euros": "EUR",
    "eur": "EUR",
    "dollars": "USD",
    "pounds": "GBP",
    "francs suisses": "CHF",
    "reais": "BRL",
    "zlotych": "PLN",
    "гривень": "UAH",
}

_PERIODS = {
    "hour": "hour hourly heure horaire hora uur uurloon stunde ora oraria godzine godzina godz"
    " годину година год 小时 每小时",
    "day": "day daily jour journalier journaliere dia dag tag taglich giorno giornaliero giornaliera diario diaria"
    " dzien dziennie день 天 日 每天",
    "week": "week weekly semaine hebdomadaire semana semanal woche wochentlich settimana settimanale setmana setmanal"
    " tydzien tygodniowo тиждень 周 每周",
    "month": "month monthly mois mensuel mensuelle mensuels mes mensual mensuales maand maandelijks maandelijkse"
    " monat monatlich monatliche monatlicher monatliches monatlichen mese mensile mensili mensal mensais mensuals"
    " miesiac miesiecznie місяць 月 每月 月薪",
    "year": "year yearly annual annually annum an ans annee annuel annuelle annuels ano anual anuales jaar jaarlijks"
    " jaarlijkse jahr jahrlich jahrliche jahrlicher jahrliches jahrlichen anno annuo annua annui annuale annuali"
    " anuais anuals rok rocznie рік 年 每年 年薪",
}
PERIODS = {word: period for period, words in _PERIODS.items() for word in words.split()}
"""What a figure pays for, by folded word in any of the languages."""

# Short ones only behind a stroke, “13.50/h”: alone, “38 h” is the hours of a week.
_SHORT_PERIODS = {"h": "hour", "hr": "hour", "std": "hour", "mo": "month", "yr": "year", "p": "year"}
_SHORT_PERIOD = re.compile(r"/\s*(h|hr|std|mo|yr)\b|\b(p\.?\s?a)\b")
# Catalan; without its article, it is a word of English.
_THE_YEAR = re.compile(r"\bl['’]any\b")

# Within a compound: `brutomaandloon`, `Jahresgehalt`.
_COMPOUND = re.compile(
    r"\b(?:brut+o|net+o)?(uur|dag|week|maand|jaar|stunde|monat|jahr)(?:en|n|e?s)?(?:loon|wedde|salaris|lohn|gehalt)"
)

_CURRENCY = re.compile(r"[€£$¥₴元]|zł|грн|(?<![^\W\d_])(?:[A-Z]{3}|[Ee]uros?|dollars|pounds)(?![^\W\d_])")
_UP_TO = re.compile(
    r"\b(?:up to|max(?:imum|imal)?|jusqu.?a|au plus|hasta|tot|bis(?: zu)?|hochstens|fino a|ate|fins a|"
    r"do(?=\s*$)|до(?=\s*$)|最高)\b"
)
_FROM = re.compile(
    r"\b(?:from|min(?:imum|imal)?|at least|a partir de|des|desde|vanaf|minimaal|ab|mindestens|a partire da|"
    r"almeno|da|pelo menos|com a minim|od|від)\b"
)
_RANGE = re.compile(r"\s*(?:-|–|—|to|and|a|à|et|y|e|i|tot|en|bis|und|até|do|до|至|到|～|~)\s*")


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
        words = fold(text)
        codes = {code for name, code in _NAMES.items() if re.search(rf"(?<![^\W\d_]){name}\b", words)}
    return codes.pop() if len(codes) == 1 else ""


def find_period(text: str) -> str:
    """What a figure of a text pays for; "" for none or several."""
    words = _SHORT_PERIOD.sub(
        lambda match: f" {_SHORT_PERIODS[match[1] or match[2][0]]} ", _THE_YEAR.sub(" anual ", fold(text))
    )
    found = {PERIODS[word] for word in re.findall(r"[^\W\d_]+", words) if word in PERIODS}
    found |= {PERIODS[word] for word in _COMPOUND.findall(words)}
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
        before = fold(text[: first.start])[-40:]
        key = "max" if _UP_TO.search(before) else "min" if _FROM.search(before) else "amount"
        found = {key: written(first.amount)}
    return {**found, "currency": currency, "per": period}


def _first_of_pay(text: str, figures: Sequence[Figure]) -> int:
    """Which figure the pay begins with: one beside a currency, or in a range with it, else the first.

    “From 1 March 2027, with a salary between € 2.800 and € 3.400.”
    """
    for at, figure in enumerate(figures):
        ends = [figure] if not _is_range(text, figures, at) else [figure, figures[at + 1]]
        if any(
            _CURRENCY.search(text[max(0, each.start - 5) : each.start] + text[each.end : each.end + 6]) for each in ends
        ):
            return at
    return 0


def _is_range(text: str, figures: Sequence[Figure], at: int) -> bool:
    between = text[figures[at].end : figures[at + 1].start] if at + 1 < len(figures) else "."
    return _RANGE.fullmatch(_without_currency(between)) is not None


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
    bare = re.sub(r"[A-Z]{3}|[€£$¥]", " ", text)
    return re.sub(r"(?i)\beuros?\b", " ", bare).strip()
