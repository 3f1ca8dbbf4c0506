"""Dates of notices."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobglot.importing.dates import find_dates, is_day_first, read_date, read_month
from jobglot.months import numbers


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("07-Jun-2027", "en", "2027-06-07"),
        ("07-juin-2027", "fr", "2027-06-07"),
        ("on 3 March 2026, with a CV", "en", "2026-03-03"),
        ("le 1er août 2027", "fr", "2027-08-01"),
        ("el 15 de abril de 2027", "es", "2027-04-15"),
        ("entro il 1º maggio 2027, ore 12:00", "it", "2027-05-01 12:00"),
        ("15 de abril de 2027 às 17h", "pt", "2027-04-15 17:00"),
        ("el 15 d’abril del 2027", "ca", "2027-04-15"),
        ("1 mei 2027 om 12 uur", "nl", "2027-05-01 12:00"),
        ("31. März 2027, 12:00 Uhr", "de", "2027-03-31 12:00"),
        ("March 3rd, 2027 at 4:30 pm", "en", "2027-03-03 16:30"),
        ("04/05/2028 17:30", "fr", "2028-05-04 17:30"),
        ("31.01.2027", "en", "2027-01-31"),
        ("2027-01-31T23:00:00Z", "en", "2027-01-31 23:00"),
        ("10 mai 2027 à 17h", "fr", "2027-05-10 17:00"),
        ("do 10 października 2027 r.", "pl", "2027-10-10"),
        ("до 10 травня 2027 року", "uk", "2027-05-10"),
        ("2027年5月10日17:00", "zh", "2027-05-10 17:00"),
        ("31 مارس 2027", "ar", "2027-03-31"),
        ("٣١ آذار/مارس ٢٠٢٧", "ar", "2027-03-31"),
        ("١٥/٠١/٢٠٢٧", "ar", "2027-01-15"),
    ],
)
def test_a_date_is_read_by_the_habits_of_its_language(text, language, found):
    """In words and figures, with the time where there is one."""
    assert read_date(text, is_day_first(language, text)) == found


def test_figures_that_could_be_either_are_not_guessed():
    """English is written with the day first and with the month first."""
    assert read_date("04/05/2028", is_day_first("en", "04/05/2028")) == ""


def test_another_date_of_the_notice_tells_the_order():
    """Where `26-11-2030` stands, `10-01-2031` is of January; two orders in one notice tell nothing."""
    assert is_day_first("en", "Updated 26-11-2030") is True
    assert is_day_first("en", "Updated 11/26/2030") is False
    assert is_day_first("en", "11/26/2030 and 26/11/2030") is None
    assert read_date("10-01-2031", day_first=True) == "2031-01-10"


def test_what_is_no_date_is_not_read():
    """Neither days that do not exist, nor versions, nor names that begin like a month."""
    for text in ("31 February 2027", "version 1.2.2027.4", "3 Marzipan 2027", "12/2027"):
        assert list(find_dates(text, day_first=True)) == [], text


def test_two_dates_are_not_one():
    """Where two are named, neither is taken."""
    assert read_date("3 March 2026 or 4 March 2026", day_first=True) == ""
    assert [found.written for found in find_dates("3 March 2026 or 4 March 2026", day_first=True)] == [
        "2026-03-03",
        "2026-03-04",
    ]


def test_months_are_read_without_a_day():
    """For the beginning of work."""
    assert read_month("14 months from June 2028") == "2028-06"
    assert read_month("à partir de décembre 2028") == "2028-12"
    assert read_month("soon") == ""


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(["en", "fr", "es", "nl", "de", "ar"]))
def test_any_day_written_out_is_found_again(day, subtag):
    """With the month as a word, in figures with the day first, and as ISO 8601 has it."""
    name = next(name for name, month in numbers(subtag).items() if month == day.month and " " not in name)
    for text in (f"{day.day} {name} {day.year}", f"{day.day}.{day.month}.{day.year}", day.isoformat()):
        assert read_date(text, day_first=True) == day.isoformat()
