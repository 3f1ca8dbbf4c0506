"""Figures, dates and names, against what CLDR says, written by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from jobglot.formats import Formatter, direction, find_locale, own_name, script

DAY = date(2026, 3, 5)
MOMENT = datetime(2026, 3, 5, 16, 5, tzinfo=UTC)
NARROW = "\u202f"
WIDE = "\u00a0"
RIGHT_TO_LEFT_MARK = "\u200f"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "5 March 2026"),
        ("en-US", "March 5, 2026"),
        ("fr", "5 mars 2026"),
        ("es", "5 de marzo de 2026"),
        ("nl", "5 maart 2026"),
        ("de", "5. März 2026"),
        ("ar", "5 مارس 2026"),
        ("it", "5 marzo 2026"),
        ("pt", "5 de março de 2026"),
        ("ca", "5 de març del 2026"),
        ("tlh", "5 March 2026"),
    ],
)
def test_a_date_names_its_month(language: str, text: str) -> None:
    """So nobody takes the day for the month."""
    assert Formatter(language).date(DAY) == text


@pytest.mark.parametrize("language", ["fr", "fr-BE", "fr-CA"])
def test_the_first_of_a_month_is_an_ordinal_in_french(language: str) -> None:
    """Other ones of a date are not, nor are those of other languages."""
    formatter = Formatter(language)
    assert formatter.date(date(2028, 6, 1)) == "1er juin 2028"
    assert formatter.date_with_weekday(date(2028, 6, 1)).replace(",", "") == "jeudi 1er juin 2028"
    assert formatter.date(date(2028, 6, 11)) == "11 juin 2028"
    assert formatter.minute(datetime(2028, 6, 1, 1, 1, tzinfo=UTC)).startswith("1er juin 2028")
    assert formatter.leaf(date(2028, 6, 1))[0] == "1"
    assert Formatter("es").date(date(2028, 6, 1)) == "1 de junio de 2028"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Thursday, 5 March 2026"),
        ("fr", "jeudi 5 mars 2026"),
        ("es", "jueves, 5 de marzo de 2026"),
        ("nl", "donderdag 5 maart 2026"),
        ("de", "Donnerstag, 5. März 2026"),
        ("ar", "الخميس، 5 مارس 2026"),
        ("it", "giovedì 5 marzo 2026"),
        ("pt", "quinta-feira, 5 de março de 2026"),
        ("ca", "dijous, 5 de març del 2026"),
    ],
)
def test_a_weekday_goes_with_a_date(language: str, text: str) -> None:
    """In the language's own order and punctuation."""
    assert Formatter(language).date_with_weekday(DAY) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "5 March 2026, 16:05"),
        ("fr", "5 mars 2026, 16:05"),
        ("es", "5 de marzo de 2026, 16:05"),
        ("nl", "5 maart 2026, 16:05"),
        ("de", "5. März 2026, 16:05"),
        ("ar", "5 مارس 2026، 4:05 م"),
        ("pt", "5 de março de 2026, 16:05"),
        ("pt-BR", "5 de março de 2026, 16:05"),
    ],
)
def test_a_minute_follows_its_day(language: str, text: str) -> None:
    """With the clock of the language, twelve hours in Arabic."""
    assert Formatter(language).minute(MOMENT) == text


@pytest.mark.parametrize(
    ("language", "month", "leaf"),
    [
        ("en", "March 2026", ("5", "Mar", "2026")),
        ("fr", "mars 2026", ("5", "mars", "2026")),
        ("es", "marzo de 2026", ("5", "mar", "2026")),
        ("nl", "maart 2026", ("5", "mrt", "2026")),
        ("de", "März 2026", ("5", "Mär", "2026")),
        ("ar", "مارس 2026", ("5", "مارس", "2026")),
    ],
)
def test_a_month_stands_alone(language: str, month: str, leaf: tuple[str, str, str]) -> None:
    """As the start of a contract, and on the leaf of a calendar."""
    assert Formatter(language).month(2026, 3) == month
    assert Formatter(language).leaf(DAY) == leaf


@pytest.mark.parametrize("language", ["en", "en-US", "fr", "ar", "ja", "th", "eu", "hy", "lv", "hu", "tlh"])
def test_patterns_of_dates_give_the_dates(language: str) -> None:
    """Filled in, they read as the dates of the other pages, on days of one figure and of two."""
    formatter = Formatter(language)
    for month in range(1, 13):
        for day in (2, 9, 10, 22, 28):
            text = formatter.date_patterns[month - 1].replace("{y}", "2027")
            text = text.replace("{dd}", f"{day:02}").replace("{d}", str(day))
            assert text == formatter.date(date(2027, month, day))


def test_every_language_keeps_its_own_months() -> None:
    """Whichever was asked before: the leaves of a French page beside a Japanese one read "mars"."""
    leaves = {"ja": "3月", "fr": "mars", "he": "מרץ", "pl": "mar", "zh-Hans": "3月", "fr-CA": "mars", "nl": "mrt"}
    assert {language: Formatter(language).leaf(DAY)[1] for language in leaves} == leaves


@pytest.mark.parametrize(
    ("language", "whole", "cents"),
    [
        ("en", "€3,000", "€3,833.04"),
        ("fr", f"3{NARROW}000{WIDE}€", f"3{NARROW}833,04{WIDE}€"),
        ("es", f"3.000{WIDE}€", f"3.833,04{WIDE}€"),
        ("nl", f"€{WIDE}3.000", f"€{WIDE}3.833,04"),
        ("de", f"3.000{WIDE}€", f"3.833,04{WIDE}€"),
        ("ar", f"{RIGHT_TO_LEFT_MARK}3,000{WIDE}€", f"{RIGHT_TO_LEFT_MARK}3,833.04{WIDE}€"),
        ("pt", f"3{WIDE}000{WIDE}€", f"3{WIDE}833,04{WIDE}€"),
        ("pt-BR", f"€{WIDE}3.000", f"€{WIDE}3.833,04"),
    ],
)
def test_money_has_cents_only_where_there_are_some(language: str, whole: str, cents: str) -> None:
    """With the separators and spaces of the language."""
    assert Formatter(language).money(Decimal(3000), "EUR") == whole
    assert Formatter(language).money(Decimal("3833.04"), "EUR") == cents


def test_a_code_in_letters_keeps_its_distance() -> None:
    """ "CHF3,000" would read as one word."""
    assert Formatter("en").money(Decimal(3000), "CHF") == f"CHF{WIDE}3,000"
    assert Formatter("en").money(Decimal(3000), "JPY") == "JP¥3,000"
    assert Formatter("bn").money(Decimal(3000), "CHF") == f"3,000{WIDE}CHF"
    assert Formatter("bn").money(Decimal(3000), "EUR") == "3,000€"


def test_numbers_and_sizes_follow_the_language() -> None:
    """Separators and units."""
    assert Formatter("en").number(1234567) == "1,234,567"
    assert Formatter("fr").number(1234567) == f"1{NARROW}234{NARROW}567"
    assert Formatter("en").file_size(999) == f"999{WIDE}B"
    assert Formatter("fr").file_size(1_240_000) == f"1,2{WIDE}MB"
    assert Formatter("en").file_size(340_400) == f"340{WIDE}kB"


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "A, B and C"), ("fr", "A, B et C"), ("nl", "A, B en C"), ("de", "A, B und C"), ("ar", "A وB وC")],
)
def test_lists_end_in_an_and(language: str, text: str) -> None:
    """The language's own."""
    assert Formatter(language).list(["A", "B", "C"]) == text


def test_texts_after_each_other_are_sentences() -> None:
    """With one full stop between them, also behind an abbreviation, and that of the language."""
    ukrainian = Formatter("uk")
    assert ukrainian.sentences([ukrainian.date(DAY), "", "Догляд."]) == f"5 березня 2026{NARROW}р. Догляд."
    assert Formatter("en").sentences(["By 5 May", "Care"]) == "By 5 May. Care"
    assert Formatter("zh-CN").sentences(["截止", "负责"]) == "截止。负责"
    assert Formatter("en").sentences(["", ""]) == ""


def test_a_spanish_and_gives_way_to_an_i() -> None:
    """As it does where scripts draw the same card."""
    assert Formatter("es").list(["Bilbao", "Irún"]) == "Bilbao e Irún"
    assert Formatter("es").list(["Bilbao", "Ibiza", "Hierro"]) == "Bilbao, Ibiza y Hierro"


def test_places_and_languages_have_names() -> None:
    """What CLDR does not know is shown by its code."""
    assert Formatter("nl").territory("BE") == "België"
    assert Formatter("en").territory("ZZZ") == "ZZZ"
    assert Formatter("fr").language_name("nl") == "néerlandais"
    assert Formatter("en").language_name("xx-unknown") == "xx-unknown"
    assert Formatter("es").city_of_zone("Europe/Paris") == "París"
    assert Formatter("en").city_of_zone("UTC") == ""
    assert Formatter("fr").city_of_zone("America/New_York") == "New York"
    assert Formatter("en").city_of_zone("Etc/GMT+12") == ""


def test_a_zone_that_was_renamed_keeps_its_city_in_every_language() -> None:
    """CLDR knows it by its former name. China's one zone is called after Beijing there, not after the tz database."""
    zones = ("Europe/Kyiv", "Asia/Kolkata", "America/Argentina/Buenos_Aires", "Asia/Shanghai")
    assert {tag: [Formatter(tag).city_of_zone(zone) for zone in zones] for tag in ("de", "uk", "zh-CN")} == {
        "de": ["Kiew", "Kalkutta", "Buenos Aires", "Shanghai"],
        "uk": ["Київ", "Колката", "Буенос-Айрес", "Шанхай"],
        "zh-CN": ["基辅", "加尔各答", "布宜诺斯艾利斯", "北京"],
    }
    assert Formatter("pl").city_of_zone("Europe/Kiev") == "Kijów"


def test_a_script_follows_from_the_tag_or_is_the_likely_one() -> None:
    assert [script(tag) for tag in ("zh", "zh-TW", "zh-Hant", "sr-Latn", "uk", "pt-BR", "qq")] == [
        *("Hans", "Hant", "Hant", "Latn", "Cyrl", "Latn", ""),
    ]


def test_a_language_names_itself() -> None:
    """With a capital, as the entry of a menu."""
    assert [own_name(tag) for tag in ("en", "fr", "es", "nl", "de", "ar", "it", "pt", "ca")] == [
        "English",
        "Français",
        "Español",
        "Nederlands",
        "Deutsch",
        "العربية",
        "Italiano",
        "Português",
        "Català",
    ]
    assert own_name("pt-BR") == "Português (Brasil)"
    assert own_name("qq") == "qq"


def test_arabic_runs_from_right_to_left() -> None:
    """As do Hebrew and Persian; a language nobody knows runs from left to right."""
    assert [direction(tag) for tag in ("ar", "he", "fa", "en", "qq")] == ["rtl", "rtl", "rtl", "ltr", "ltr"]


def test_tags_are_read_in_any_writing() -> None:
    """`pt_BR` and `pt-br` are one language; unknown subtags are passed over; paths are not tags."""
    assert str(find_locale("pt-br")) == str(find_locale("pt_BR")) == "pt_BR"
    assert str(find_locale("zh-Hant")) == "zh_Hant"
    assert str(find_locale("de-XX")) == "de"
    assert find_locale("../../etc/passwd") is None


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", {0: "other", 1: "one", 2: "other"}),
        ("fr", {0: "one", 1: "one", 2: "other"}),
        ("ar", {0: "zero", 1: "one", 2: "two", 3: "few", 11: "many", 100: "other", 103: "few"}),
    ],
)
def test_plural_forms_follow_the_count(language: str, forms: dict[int, str]) -> None:
    """Six of them in Arabic; nothing is one in French."""
    assert {count: Formatter(language).plural_form(count) for count in forms} == forms
