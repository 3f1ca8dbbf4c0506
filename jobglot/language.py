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


class NoticeWords(NamedTuple):
    """How notices tell the facts of a job in running text: patterns for folded texts, unless they say otherwise."""

    deadline: str = ""
    """Words of a last day to apply."""
    until: str = ""
    """What stands before such a day: "no later than", "by"."""
    at_the_latest: str = ""
    """What may stand behind it instead."""
    applying: str = ""
    """Words of applying: one of them stands in the sentence."""
    until_filled: str = ""
    """That one may apply until somebody is found."""
    asking: str = ""
    """Words of asking: an address in their sentence is not the one to apply to."""
    contract: str = ""
    """Words of a contract: its kind and length stand in the sentence."""
    experience: str = ""
    """Words of experience."""
    probation: str = ""
    """Words of a probation, whose length stands right beside them."""
    other_lengths: str = ""
    """Words of any length of time that is not the contract's, besides those of experience."""
    renewal: str = ""
    """That a contract may be renewed."""
    not_renewed: str = ""
    """That it will not be; `{gap}` stands for whatever comes between "no" and "renewal"."""
    at_least: str = ""
    """What makes a figure the least that is asked for."""
    pay: str = ""
    """Words of pay."""
    not_pay: str = ""
    """Words of other sums: what is deducted, a budget to be managed."""
    hours: str = ""
    """Hours, behind their figure."""
    weekly: str = ""
    """That they are those of a week."""
    days: str = ""
    """Days, behind their figure."""
    leave: str = ""
    """That they are days of leave."""
    leave_days: str = ""
    """Both in one word: "Urlaubstage"."""
    starting: str = ""
    """Words of the first month of work."""
    by_post: str = ""
    """That one may apply by post: an address stands below."""
    condition: str = ""
    """That a job depends on something: "pending", "subject to"."""
    audience: str = ""
    """"For", before those who are to apply in some way; for texts in small letters, as the next two."""
    to: str = ""
    """What stands between the two figures of a range: "to"."""
    and_: str = ""
    """"And", which may stand there as well, or between hours and minutes."""
    up_to: str = ""
    """What makes the figure behind it the most that is paid."""
    from_: str = ""
    """What makes it the least."""
    most: str = ""
    """What does so before a figure or behind it: "maximum"."""
    least: str = ""
    """The same of the least."""


class NoticeHeads(NamedTuple):
    """What stands at the head of a notice: patterns for folded texts, the last six for texts in small letters."""

    kinds: str = ""
    """What the paper calls itself: "vacancy notice"; a line of nothing else is no title."""
    units: str = ""
    """Words of parts of an organization: "department"."""
    employers: str = ""
    """How names of employers begin: "City of"."""
    employers_end: str = ""
    """How they end: "university"."""
    the: str = ""
    """Definite articles before an employer."""
    a: str = ""
    """Indefinite articles before a job."""
    announces: str = ""
    """What stands behind an employer and before the title: "is hiring"."""
    seeks: str = ""
    """The same within a sentence, before an article."""
    behind_title: str = ""
    """Words by which a title in a sentence is over: "for", "with"."""
    terms: str = ""
    """Terms of work behind a title in its line: "full-time"."""


class Language(NamedTuple):
    """What is known of the words of one language."""

    length: float = 1.1
    """How long a text becomes that takes 1 in English."""
    new_site: Mapping[str, str] = {}
    """What a new site begins with: the names of its board, of two categories and of a place, by their ids."""

    contracting: str = ""
    """Small words of messages, a group each, with the space before what changes them: a pattern."""
    contracted: Mapping[str, str] = {}
    """What becomes of both: "d’" of "de "."""

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
    """Small numbers in words: a figure, then folded words, parted by "|"; a hyphen is any sign or space between two."""
    tens_and_ones: str = ""
    """How numbers between are put together: "{ten} {one}"; `{te}` lacks the last letter of the ten."""
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

    counted: str = ""
    """Numbers from 1 on as they stand before months and years, written as `numbers`; none that is another word too."""
    lengths: str = ""
    """How many months are in a unit, then its folded words, parted by "|"."""
    spans: str = ""
    """How many months a word is by itself, in the same way: "semestre", or an Arabic dual such as "سنتين"."""
    employment_types: str = ""
    """What people write for the values of `employment_type`: a line each, the value, then folded words."""
    contracts: str = ""
    """For those of `contract: kind`."""
    remote: str = ""
    """For those of `remote`."""
    periods: str = ""
    """For those of `salary: per`: single words."""
    flags: str = ""
    """For `true` and `false`: "yes"."""
    currencies: str = ""
    """For ISO codes: the currency most likely meant, where several countries have one of that name."""
    open_ended: str = ""
    """Folded words that stand for a deadline where there is none: "until filled"."""
    notices: NoticeWords = NoticeWords()
    """How notices tell the rest."""
    heads: NoticeHeads = NoticeHeads()
    """How they begin."""
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
