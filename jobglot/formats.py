"""Figures, dates and names in the words of a language: the one door to CLDR, through Babel.

A `Formatter` serves one language tag (BCP 47). A language that CLDR does not know gets English patterns.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any, Literal

from babel import Locale, UnknownLocaleError, dates, lists, localedata, numbers
from babel.core import get_global

from jobglot.contractions import contracted

DEFAULT_REGIONS = {"en": "en-GB", "pt": "pt-PT"}
"""Plain English is written for the whole world: day before month, 24 hours. `en-US` gives American patterns.

CLDR takes plain Portuguese for that of Brazil; our words for it are those of Portugal, since Brazil has `pt-BR`.
"""

MOMENT_PATTERNS = {"pt": "{1}, {0}", "pt_BR": "{1}, {0}"}
"""For Brazil, CLDR's pattern puts only a space between year and hour: “de 2026 12:00”."""

NO_BREAK_SPACE = "\u00a0"

FULL_STOPS = {"ja": "。", "zh": "。"}
"""What ends a sentence and begins the next, where that is not a full stop and a space."""


class _OwnLocale(Locale):
    """A locale with data of its own.

    Of data that CLDR gives by an alias Babel keeps what it leads to, in a map that locales share: once somebody had
    asked for the months of Japanese, those of French were Japanese too.
    """

    _own: localedata.LocaleDataDict | None = None

    @property
    def _data(self) -> localedata.LocaleDataDict:
        if self._own is None:
            self._own = localedata.LocaleDataDict(_apart(localedata.load(str(self).partition("@")[0])))
        return self._own


def _apart(data: dict[Any, Any]) -> dict[Any, Any]:
    return {key: _apart(value) if isinstance(value, dict) else value for key, value in data.items()}


@lru_cache(maxsize=256)
def find_locale(tag: str) -> Locale | None:
    """The CLDR locale of a language tag, ignoring subtags that CLDR does not know; None for an unknown language."""
    subtags = DEFAULT_REGIONS.get(tag.lower(), tag).replace("_", "-").split("-")
    for length in range(len(subtags), 0, -1):
        try:
            return _OwnLocale.parse("-".join(subtags[:length]), sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None


@lru_cache(maxsize=256)
def direction(tag: str) -> Literal["ltr", "rtl"]:
    """Which way a language is written."""
    locale = find_locale(tag)
    return "rtl" if locale is not None and locale.text_direction == "rtl" else "ltr"


@lru_cache(maxsize=256)
def script(tag: str) -> str:
    """The script in which a language is mostly written (ISO 15924): "Hant" for `zh-TW`; "" where CLDR does not say."""
    locale = find_locale(tag)
    if locale is None or locale.script:
        return str(locale.script) if locale else ""
    likely: Mapping[str, str] = get_global("likely_subtags")
    whole = likely.get(str(locale)) or likely.get(locale.language, "")
    return next((subtag for subtag in whole.split("_")[1:] if len(subtag) == 4), "")


@lru_cache(maxsize=256)
def own_name(tag: str) -> str:
    """What a language calls itself, with a capital: "Français". The tag when CLDR does not know it."""
    locale = find_locale(tag)
    if locale is None:
        return tag
    name = locale.get_display_name(locale) if "-" in tag else locale.get_language_name(locale)
    return name[:1].upper() + name[1:] if name else tag


class Formatter:
    """Figures, dates and names for readers of one language. Everything it returns is plain text.

    What CLDR's patterns give is remembered: a board says the same days and amounts on many pages.
    """

    __slots__ = (
        *("_amounts", "_dates", "_leaves", "_money_patterns", "_months", "_numbers", "_territories", "_times"),
        *("language", "locale"),
    )

    def __init__(self, language: str) -> None:
        self.language = language
        self.locale = find_locale(language) or _OwnLocale.parse(DEFAULT_REGIONS["en"], sep="-")
        self._dates: dict[tuple[dt.date, str], str] = {}
        self._times: dict[dt.time, str] = {}
        self._leaves: dict[dt.date, tuple[str, str, str]] = {}
        self._months: dict[tuple[int, int], str] = {}
        self._territories: dict[str, str] = {}
        self._numbers: dict[float | Decimal, str] = {}
        self._amounts: dict[tuple[Decimal, str], str] = {}
        standard = str(self.locale.currency_formats["standard"].pattern)
        self._money_patterns = (numbers.parse_pattern(standard), numbers.parse_pattern(standard))
        self._money_patterns[1].frac_prec = (0, 0)

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """Which way the language is written."""
        return direction(self.language)

    @property
    def tag(self) -> str:
        """The tag by which a browser's `Intl` gives the same patterns: "en-GB"."""
        return str(self.locale).replace("_", "-")

    @property
    def moment_pattern(self) -> str:
        """How a date {1} and a time of day {0} stand together."""
        return MOMENT_PATTERNS.get(str(self.locale)) or str(self.locale.datetime_formats["medium"])

    @property
    def date_patterns(self) -> tuple[str, ...]:
        """How whole dates read, month by month, with {y} and {d} for year and day ({dd} where it has two figures)."""
        return tuple(map(self._date_pattern, range(1, 13)))

    def _date_pattern(self, month: int) -> str:
        # A year and a day whose figures are in no other part of the date.
        text, early = (dates.format_date(dt.date(3333, month, day), "long", locale=self.locale) for day in (22, 5))
        return text.replace("3333", "{y}").replace("22", "{dd}" if "05" in early else "{d}")

    def date(self, day: dt.date) -> str:
        """A whole date, the month as a word: "5 May 2026"."""
        return self._date(day, "long")

    def date_with_weekday(self, day: dt.date) -> str:
        """A whole date with its weekday: "Tuesday, 5 May 2026"."""
        return self._date(day, "full")

    def month(self, year: int, month: int) -> str:
        """A month of a year: "May 2026"."""
        if (year, month) not in self._months:
            found = dates.format_skeleton("yMMMM", dt.date(year, month, 1), locale=self.locale)
            self._months[(year, month)] = found
        return self._months[(year, month)]

    def leaf(self, day: dt.date) -> tuple[str, str, str]:
        """Day, short month and year of a date, as the leaf of a calendar shows them apart."""
        if day not in self._leaves:
            number, month, year = (dates.format_date(day, part, locale=self.locale) for part in ("d", "LLL", "y"))
            self._leaves[day] = (number, month, year)
        return self._leaves[day]

    def minute(self, moment: dt.datetime) -> str:
        """A date with the time of day: "5 May 2026, 16:05". The zone is not said."""
        return self._joined(self.date(moment.date()), moment.time())

    def minute_with_weekday(self, moment: dt.datetime) -> str:
        """The same with the weekday."""
        return self._joined(self.date_with_weekday(moment.date()), moment.time())

    def city_of_zone(self, zone: str) -> str:
        """The city a time zone is named after: "Paris"; "" for a zone without one, such as UTC."""
        area, _, city = zone.partition("/")
        if not city or area == "Etc":
            return ""
        # CLDR names a zone by one of its former names, such as Europe/Kiev, which Babel does not look up.
        newest: Mapping[str, str] = get_global("zone_aliases")
        same = newest.get(zone, zone)
        names = (zone, same, *(old for old, new in newest.items() if new == same))
        if "Asia/Shanghai" in names and self.locale.language == "zh":
            return "北京"  # All of China goes by what it calls the time of Beijing.
        found = (self.locale.time_zones[name].get("city") for name in names if name in self.locale.time_zones)
        return str(next(filter(None, found), same.rpartition("/")[2].replace("_", " ")))

    def money(self, amount: Decimal, currency: str) -> str:
        """An amount with its currency: "€3,000", "€3,833.04". Whole amounts have no decimals."""
        key = (amount, currency)
        if key not in self._amounts:
            self._amounts[key] = self._money(amount, currency)
        return self._amounts[key]

    def _money(self, amount: Decimal, currency: str) -> str:
        whole = amount == amount.to_integral_value()
        pattern = self._money_patterns[whole]
        text = str(pattern.apply(amount, self.locale, currency=currency, currency_digits=not whole))
        # CLDR asks for a space between a code in letters and a figure (`currencySpacing`), which Babel does not do.
        symbol = self.symbol(currency)
        if symbol.isalpha() and text.startswith(symbol):
            text = symbol + NO_BREAK_SPACE + text[len(symbol) :].lstrip()
        elif symbol.isalpha() and text.endswith(symbol) and text[: -len(symbol)][-1:].isdigit():
            text = text[: -len(symbol)] + NO_BREAK_SPACE + symbol
        return text

    def number(self, value: float | Decimal) -> str:
        """A number with the language's separators: "1,234.5"."""
        if value not in self._numbers:
            self._numbers[value] = numbers.format_decimal(value, locale=self.locale)
        return self._numbers[value]

    def file_size(self, count: int) -> str:
        """A number of bytes for people, with SI units: "340 kB", "1.2 MB"."""
        for size, unit in ((1_000_000_000, "GB"), (1_000_000, "MB"), (1000, "kB")):
            if count >= size:
                figure = count / size
                return f"{self.number(round(figure, 1 if figure < 10 else 0))}{NO_BREAK_SPACE}{unit}"
        return f"{self.number(count)}{NO_BREAK_SPACE}B"

    def list(self, texts: Iterable[str]) -> str:
        """Several things as one phrase: "A, B and C"."""
        return contracted(lists.format_list(list(texts), locale=self.locale), self.locale.language)

    def sentences(self, texts: Iterable[str]) -> str:
        """Several texts one after the other, each with a full stop unless it has one: an abbreviation's as well."""
        found = [text.strip() for text in texts if text.strip()]
        stop = FULL_STOPS.get(self.locale.language, ". ")
        joined = (
            f"{text} " if text.endswith((".", "!", "?", "…")) else text.rstrip("。") + stop for text in found[:-1]
        )
        return "".join((*joined, *found[-1:]))

    def symbol(self, currency: str) -> str:
        """The sign that stands for a currency in `money`: "€", "CHF"."""
        return str(numbers.get_currency_symbol(currency, self.locale))

    def territory(self, code: str) -> str:
        """The name of a country (ISO 3166-1 alpha-2); the code when CLDR does not know it."""
        if code not in self._territories:
            self._territories[code] = str(self.locale.territories.get(code.upper(), code))
        return self._territories[code]

    def language_name(self, tag: str) -> str:
        """What this language calls another: "French". The tag when CLDR does not know it."""
        other = find_locale(tag)
        if other is None:
            return str(self.locale.languages.get(tag.lower(), tag))
        plain = _OwnLocale.parse(other.language) if "-" not in tag else other
        return plain.get_display_name(self.locale) or tag

    def plural_form(self, count: int) -> str:
        """The CLDR plural category of a count: for example "one" or "few"."""
        return self.locale.plural_form(count)

    def _date(self, day: dt.date, width: Literal["long", "full"]) -> str:
        key = (day, width)
        if key not in self._dates:
            self._dates[key] = self._with_first(day, dates.format_date(day, width, locale=self.locale))
        return self._dates[key]

    def _with_first(self, day: dt.date, text: str) -> str:
        # In French the first of a month is an ordinal, which CLDR's patterns cannot say; the scripts do the same.
        return re.sub(r"\b1\b", "1er", text, count=1) if day.day == 1 and self.locale.language == "fr" else text

    def _joined(self, day: str, clock: dt.time) -> str:
        if clock not in self._times:
            self._times[clock] = dates.format_time(clock.replace(tzinfo=None), "short", locale=self.locale)
        return self.moment_pattern.replace("{1}", day).replace("{0}", self._times[clock])
