"""What is known of the words of one language: what a module of `languages/` may tell, and how it is found.

Whoever teaches jobglot a language writes one module there. Nothing in it is asked for: what a module
leaves out, nobody looks for in texts of that language.

Words are parted by spaces, wordings of several words by "|". "Folded" is without capitals and accents, as
`tokens.fold` leaves a word; patterns are regular expressions for texts in small letters.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import NamedTuple

KNOWN = ("ar", "ca", "de", "en", "es", "fr", "he", "it", "ja", "ko", "nl", "pl", "pt", "uk", "zh")
"""The languages with a module, by primary language subtag."""


class DeadlineWords(NamedTuple):
    """How a text says until when one may apply: six patterns."""

    label: str
    """What stands as a label before the day: "deadline", "closing date"."""
    until: str
    """What stands before a last day in a sentence: "no later than", "by"."""
    before: str
    """Those of `until` after which the day named is the first on which one may no longer apply."""
    applying: str
    """Words of applying: one of them stands in the sentence."""
    otherwise: str
    """Words that make the day another one: of an interview, of the first day of work."""
    behind: str = ""
    """What stands right behind a last day instead: "前" in Chinese. One who takes it for too late may be right."""


class OtherEditions(NamedTuple):
    """How a text sends its readers to the same text in another language."""

    names: Mapping[str, str]
    """What the edition in a language is called, by the language's subtag: "française" in "la version française"."""
    sending: str
    """The pattern: the group `it` is what becomes a link, `{names}` stands for any of the names."""
    hints: str
    """Words one of which stands wherever the pattern does."""


class GenderedTitles(NamedTuple):
    """Titles of jobs that name people of one gender."""

    pattern: str
    """What such a title holds; for a folded title."""
    remedy: str
    """What to write, in English."""


class Language(NamedTuple):
    """What is known of the words of one language."""

    length: float = 1.1
    """How long a text becomes that takes 1 in English."""
    new_site: Mapping[str, str] = {}
    """What a new site begins with: the names of its board, of two categories and of a place, by their ids."""

    stop_words: str = ""
    """Folded words that say nothing of a job: small words of grammar, and words that any notice uses.

    Also the ends that inclusive writing leaves behind when a word is cut at its brackets or slash ("Directeur/rice",
    "Entwickler*in"). Words that fill every notice of one board weigh little because they are frequent.
    """
    foreign: str = ""
    """Letters of its neighbours that it has not: a text with some of them is not told to be in it by its words."""
    elided: str = ""
    """More small words by which the language of a text is told, folded: what a cut at an apostrophe leaves of them."""
    feminine: Mapping[str, str] = {}
    """Endings of occupations that only tell the holder's gender, by what they are read as: patterns with `$`."""
    endings: str = ""
    """What words end in by case and number, where Snowball has no algorithm for them: a pattern."""

    months: str = ""
    """One form of the twelve a line; "-" where there is none, or where it is a word of its own as well."""
    long_months: str = ""
    """Names of several words, of the twelve."""
    weekdays: str = ""
    """From Monday on; more forms of them a line each."""
    before_day: str = ""
    """Articles between a weekday and its date."""
    of_month: str = ""
    """Words between a day and its month, or a month and its year: "of", "de"."""
    ordinal: str = ""
    """Endings of the figures of days: "st" in "1st"."""
    attached: str = ""
    """What is written as one with a figure: "and", "in", "for" in Arabic, any character in Chinese. A pattern."""
    year_month_day: str = ""
    """What stands behind year, month and day where they come in this order, as in "2027年1月31日"."""
    has_capital_months: bool = False
    """Whether months are told from other words by their capital: "May", "März"."""
    has_months_first: bool = False
    """Whether "May 3" and "5/3" may be the third of May."""
    has_decimal_points: bool = False
    """Whether "1.5" is one and a half, and "1,500" fifteen hundred."""
    numbers: str = ""
    """Small numbers in words: a figure, then folded words, parted by "|"."""
    percent: str = ""
    """What is written for "%"."""
    multiples: Mapping[str, int] = {}
    """What multiplies the figure before it, with by how much: a pattern."""
    money: Mapping[str, str] = {}
    """The codes of currencies by their words, a pattern each; "" where several countries have one of that name."""

    deadlines: DeadlineWords | None = None
    other_editions: OtherEditions | None = None
    gendered_titles: GenderedTitles | None = None
    generic_titles: str = ""
    """Folded words that are no title by themselves."""
    around_titles: str = ""
    """Folded words around a title that say nothing: "urgent", "full time"."""
    offers: str = ""
    """Those of them that call it an offer: with nothing else, they are no title either."""
    vague_links: str = ""
    """What a link should not read."""
    may_double: str | None = None
    """Words that grammar lets stand twice in a row; None where doubled words are not looked for."""
    to_fill: str = ""
    """What stands for words to come: "nog in te vullen". A pattern."""
    fill_in: str = ""
    """What begins words in brackets that are to be replaced: "insert". A pattern."""
    fill_in_last: str = ""
    """What ends them."""
    vague_pay: str = ""
    """Words of pay that tell none: "competitive salary". A pattern."""
    pay: str = ""
    """Words one of which stands wherever `vague_pay` does."""

    labels: str = ""
    """What notices call the facts of a job: a line each, a key of `importing.labels`, then the names of it."""
    sections: str = ""
    """What they call the sections of its text: the first of the names is the one to write."""


@cache
def language(subtag: str) -> Language:
    """What is known of a language, by its primary subtag: nothing of one without a module."""
    if subtag not in KNOWN:
        return Language()
    found: Language = import_module(f"jobglot.languages.{subtag}").LANGUAGE
    return found
