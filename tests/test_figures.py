"""The figures of running text, by language."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jobglot.figures import Day, Kind, figures, number


def read(text: str, subtag: str) -> list[tuple[Kind, object]]:
    """Kind and value of every figure."""
    return [
        (
            f.kind,
            f.days[0] if f.kind is Kind.DATE else (f.value, f.unit) if f.kind is Kind.AMOUNT else f.unit or f.value,
        )
        for f in figures(text, subtag)
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("بين ٥٬٠٠٠٬٠٠٠ و٧٬٥٠٠٬٠٠٠ ين", [5_000_000, 7_500_000]),
        ("بين 5,000 و7,500", [5_000, 7_500]),
        ("خبرة في 3 بلدان ول4 أشخاص وبـ6 لغات", [3, 4, 6]),
    ],
)
def test_arabic_writes_small_words_as_one_with_a_figure(text: str, values: list[int]) -> None:
    """ "And 7,500" is no 500."""
    assert [figure.value for figure in figures(text, "ar")] == values


@pytest.mark.parametrize(
    ("subtag", "text"),
    [
        ("en", "no later than 18 November 2021, please"),
        ("en", "by the 18th of November 2021"),
        ("en", "November 18, 2021"),
        ("en", "18-Nov-2021"),
        ("en", "2021-11-18"),
        ("fr", "au plus tard le 18 novembre 2021"),
        ("fr", "le 18/11/2021"),
        ("fr", "18-NOV-2021"),
        ("es", "hasta el 18 de noviembre de 2021"),
        ("it", "entro l’18 novembre 2021"),
        ("it", "il 18-11-2021"),
        ("pt", "até ao dia 18 de novembro de 2021"),
        ("pt", "18 nov. 2021"),
        ("ca", "fins al 18 de novembre del 2021"),
        ("nl", "uiterlijk op 18 november 2021"),
        ("nl", "18-11-2021"),
        ("de", "bis zum 18. November 2021"),
        ("de", "18.11.2021"),
        ("ar", "في موعد أقصاه 18 نوفمبر 2021"),
        ("pl", "do 18 listopada 2021 r."),
        ("pl", "18.11.2021"),
        ("uk", "до 18 листопада 2021 р."),
        ("uk", "18-го листопада 2021 року"),
        ("zh", "请于2021年11月18日前"),
        ("zh", "2021 年 11 月 18 号"),
        ("ar", "١٨ تشرين الثاني ٢٠٢١"),
    ],
)
def test_a_date_is_read_as_its_language_writes_it(subtag, text):
    """In words and in figures."""
    assert read(text, subtag) == [(Kind.DATE, Day(2021, 11, 18))]


def test_a_date_in_figures_has_two_readings_in_english_only():
    """3/1 is January in London and March in Chicago."""
    (english,) = figures("by 01/03/2021", "en")
    (french,) = figures("avant le 01/03/2021", "fr")
    assert english.days == (Day(2021, 3, 1), Day(2021, 1, 3))
    assert french.days == (Day(2021, 3, 1),)


def test_a_date_may_lack_its_year_or_its_day():
    """What is not written is not made up."""
    assert read("from 1 March", "en") == [(Kind.DATE, Day(None, 3, 1))]
    assert read("en juin 2020", "fr") == [(Kind.DATE, Day(2020, 6, None))]


def test_a_verb_is_no_month():
    """“May” has a capital in English, and so has “März” in German."""
    assert read("you may 3 times march 4", "en") == [(Kind.NUMBER, Decimal(3)), (Kind.NUMBER, Decimal(4))]


@pytest.mark.parametrize(
    ("subtag", "text"),
    [
        ("en", "3,833.04Euro (EUR) Monthly"),
        ("en", "€3,833.04"),
        ("en", "EUR 3,833.04"),
        ("fr", "3\u202f833,04 €"),
        ("fr", "3 833,04Euro (EUR) Mensuelle"),
        ("es", "3.833,04 euros"),
        ("it", "3.833,04 euro"),
        ("pt", "3\u00a0833,04 €"),
        ("ca", "3.833,04 euros"),
        ("nl", "€ 3.833,04"),
        ("de", "3.833,04 EUR"),
        ("ar", "٣٬٨٣٣٫٠٤ يورو"),
    ],
)
def test_a_sum_is_read_as_its_language_writes_it(subtag, text):
    """One sum, nine spellings."""
    assert read(text, subtag) == [(Kind.AMOUNT, (Decimal("3833.04"), "EUR"))]


def test_millions_and_thousands_are_multiplied():
    """“$1.5 million” and “1,5 million d’euros”."""
    assert read("a budget of €1.5 million", "en") == [(Kind.AMOUNT, (Decimal(1_500_000), "EUR"))]
    assert read("1,5 million d’euros", "fr") == [(Kind.AMOUNT, (Decimal(1_500_000), "EUR"))]
    assert read("40mila euro", "it") == read("40 mil euros", "pt") == [(Kind.AMOUNT, (Decimal(40_000), "EUR"))]
    assert read("2 mil milhões de euros", "pt") == [(Kind.AMOUNT, (Decimal(2_000_000_000), "EUR"))]
    assert read("R$ 5.000 ou 5 mil reais", "pt") == [(Kind.AMOUNT, (Decimal(5_000), "BRL"))] * 2
    assert read("45k a year", "en") == [(Kind.NUMBER, Decimal(45_000))]


@pytest.mark.parametrize(
    ("text", "subtag", "value"),
    [
        ("1,200", "en", "1200"),
        ("1 200", "fr", "1200"),
        ("1.200", "de", "1200"),
        ("1'200", "de", "1200"),
        ("1.5", "en", "1.5"),
        ("1,5", "nl", "1.5"),
        ("1.234.567", "es", "1234567"),
        ("3,833.04", "fr", "3833.04"),
        ("3.833,04", "en", "3833.04"),
        ("12", "ar", "12"),
    ],
)
def test_a_number_is_read_by_the_habits_of_its_language(text, subtag, value):
    """And by its marks, where both stand in it."""
    assert number(text, subtag) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "subtag", "minute"),
    [
        ("at 8.15 am", "en", 495),
        ("at 4:05 p.m.", "en", 965),
        ("à 8 h 15", "fr", 495),
        ("à 16h05", "fr", 965),
        ("um 16.05 Uhr", "de", 965),
        ("om 16.05 uur", "nl", 965),
        ("a las 16:05 h", "es", 965),
    ],
)
def test_an_hour_is_a_minute_of_the_day(text, subtag, minute):
    """However it is written."""
    assert read(text, subtag) == [(Kind.HOUR, Decimal(minute))]


def test_how_long_is_not_when():
    """“37 h 40” is no hour of the day."""
    assert read("37 h 40 par semaine", "fr") == [(Kind.NUMBER, Decimal(37)), (Kind.NUMBER, Decimal(40))]


def test_percentages_references_and_what_is_none():
    """Ordinals, telephone numbers and short codes are nothing to compare."""
    assert read("98 % et 10 pour cent", "fr") == [(Kind.PERCENTAGE, Decimal(98)), (Kind.PERCENTAGE, Decimal(10))]
    assert read("see HQ-2026/034", "en") == [(Kind.REFERENCE, "HQ-2026/034")]
    assert read("the 137th session, +32 2 209 94 11, COVID-19, level C1", "en") == []


def test_other_languages_have_no_figures():
    """Nothing is compared that cannot be read."""
    assert figures("18. listopadu 2021", "cs") == ()


def test_long_lines_are_read_in_time():
    """A paragraph of digits, or of none, takes no longer than its length."""
    assert figures("word " * 40_000, "en") == ()
    assert len(figures("7 " * 20_000, "en")) > 1
