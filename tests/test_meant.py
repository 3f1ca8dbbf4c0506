"""What authors mean by values that cannot be read: proposals for remedies, never guesses in their place."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobglot import meant
from jobglot.codes import COUNTRIES, CURRENCIES
from jobglot.model import ContractKind, EmploymentType, PayPeriod, Remote
from jobglot.schema import COLLECTIONS
from jobglot.wordlists import values

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("31.10.2026", ["2026-10-31"]),
        ("10.01.2026", ["2026-01-10"]),
        ("10-01-2026", ["2026-01-10", "2026-10-01"]),
        ("10/01/26", ["2026-01-10", "2026-10-01"]),
        ("31/10/2026", ["2026-10-31"]),
        ("2026-1-5", ["2026-01-05"]),
        ("2026/01/10", ["2026-01-10"]),
        ("20260110", ["2026-01-10"]),
        ("1767225600", ["2026-01-01"]),
        ("２０２６-０１-１０", ["2026-01-10"]),
        ("10 janvier 2026", ["2026-01-10"]),
        ("1er août 2026", ["2026-08-01"]),
        ("January 10, 2026", ["2026-01-10"]),
        ("Friday, 3rd of July 2026", ["2026-07-03"]),
        ("10. Oktober 2026", ["2026-10-10"]),
        ("10 de mayo de 2026", ["2026-05-10"]),
        ("1º de março de 2026", ["2026-03-01"]),
        ("10 d’abril del 2026", ["2026-04-10"]),
        ("10 maggio 2026", ["2026-05-10"]),
        ("10 stycznia 2026 r.", ["2026-01-10"]),
        ("10-го травня 2026 р.", ["2026-05-10"]),
        ("2026年5月10日", ["2026-05-10"]),
        ("“2026-01-10”", ["2026-01-10"]),
        ("2026-01-10T16:05:00.000Z", ["2026-01-10"]),
        ("2026-02-30", []),
        ("32.13.2026", []),
        ("10 brumaire 2026", []),
        ("tomorrow", []),
        ("", []),
    ],
)
def test_days_are_proposed_in_the_form_to_write(written: str, days: list[str]) -> None:
    """Where day and month could be swapped, both; a point stands behind the day in every country."""
    assert list(meant.dates_meant(written)) == days


@given(DAYS)
def test_a_day_in_any_usual_form_is_among_those_proposed(day: date) -> None:
    """Whichever order its parts are in."""
    for form in ("%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%Y/%m/%d", "%d %B %Y", "%B %d, %Y"):
        assert day.isoformat() in meant.dates_meant(day.strftime(form))


@given(st.text(max_size=60))
def test_proposals_for_days_are_days(text: str) -> None:
    """Whatever was written, nothing raises, and every proposal is a day."""
    for proposal in (*meant.dates_meant(text), *(moment[:10] for moment in meant.moments_meant(text))):
        assert date.fromisoformat(proposal).isoformat() == proposal


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-01-10 16h05", "2026-01-10 16:05"),
        ("2026-01-10 4:05 pm", "2026-01-10 16:05"),
        ("January 10, 2026 at 5pm", "2026-01-10 17:00"),
        ("10.01.2026 16.05 Uhr", "2026-01-10 16:05"),
        ("10 janvier 2026 à 17h", "2026-01-10 17:00"),
        ("2026-01-10, 12 am", "2026-01-10 00:00"),
        ("2026-01-10 24:00", "2026-01-10"),
        ("10 janvier 2026", "2026-01-10"),
    ],
)
def test_times_are_proposed_with_their_day(written: str, moment: str) -> None:
    """In the 24 hours of a day; what is no time is left out."""
    assert meant.moments_meant(written) == (moment,)


@pytest.mark.parametrize(
    ("written", "month"),
    [
        ("March 2027", "2027-03"),
        ("mars 2027", "2027-03"),
        ("3/2027", "2027-03"),
        ("березень 2027 р.", "2027-03"),
        ("2027年3月", "2027-03"),
        ("Q1 2027", ""),
    ],
)
def test_months_are_proposed(written: str, month: str) -> None:
    """For the first month of work."""
    assert "".join(meant.months_meant(written)) == month


@pytest.mark.parametrize(
    ("written", "amounts"),
    [
        ("45.000", ["45000"]),
        ("45,000", ["45000"]),
        ("1.234.567,89", ["1234567.89"]),
        ("3.833,04", ["3833.04"]),
        ("3,833.04", ["3833.04"]),
        ("3 833,04 €", ["3833.04"]),
        ("3\u202f833,04\u00a0€", ["3833.04"]),
        ("1'234.50", ["1234.50"]),
        ("€3000", ["3000"]),
        ("EUR 3500.-", ["3500"]),
        ("45k", ["45000"]),
        ("3,5k", ["3500"]),
        ("3000-3600", ["3000", "3600"]),
        ("3.000 € - 3.600 €", ["3000", "3600"]),
        ("1e3", []),
        ("nan", []),
        ("-1", []),
        ("10%", []),
        ("45000.123", []),
        ("٣٠٠٠", []),
        ("1 to 2 to 3", []),
    ],
)
def test_amounts_are_proposed_with_a_point_before_the_cents(written: str, amounts: list[str]) -> None:
    """Three figures behind a mark are thousands: 45.000 is never 45."""
    assert list(meant.amounts_meant(written)) == amounts


@given(st.text(max_size=40))
def test_proposals_for_figures_are_figures(text: str) -> None:
    """Whatever was written."""
    for proposal in (*meant.amounts_meant(text), meant.number_meant(text) or "0"):
        assert proposal.isascii()
        assert float(proposal) >= 0
    meant.hours_meant(text)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("36 months", "36"),
        ("2.0", "2"),
        ("3 years", ""),
        ("3 lata", ""),
        ("3年", ""),
        ("2-3", ""),
        ("two", ""),
        ("50%", ""),
    ],
)
def test_whole_numbers_are_proposed_unless_they_count_something_else(written: str, number: str) -> None:
    """Three years are not three months."""
    assert meant.number_meant(written) == number


@pytest.mark.parametrize(
    ("written", "hours"),
    [("38h", "38"), ("37,5", "37.5"), ("37h40", '"37:40"'), ("37.5 h/week", "37.5"), ("35-38", "")],
)
def test_hours_are_proposed(written: str, hours: str) -> None:
    """With quotes where YAML would otherwise be taken for sixties elsewhere."""
    assert meant.hours_meant(written) == hours


@pytest.mark.parametrize(
    ("table", "written", "value"),
    [
        ("employment_types", "Temps plein", "full_time"),
        ("employment_types", "CDD", "temporary"),
        ("contracts", "Tempo indeterminato", "permanent"),
        ("periods", "maandelijks", "month"),
        ("remote", "télétravail", "hybrid"),
        ("remote", "Oui", "full"),
        ("remote", "0", "no"),
        ("flags", "نعم", "true"),
        ("flags", "Não", "false"),
        ("flags", "perhaps", ""),
    ],
)
def test_values_are_meant_in_any_language(table: str, written: str, value: str) -> None:
    """By the words that imports know, and some that only a remedy may guess from."""
    assert meant.value_meant(table, written) == value


@pytest.mark.parametrize(
    ("written", "is_open"),
    [("Until filled", True), ("jusqu’à pourvu", True), ("unbefristet offen", False), ("offen", True), ("none", True)],
)
def test_open_ended_is_meant_in_any_language(written: str, is_open: bool) -> None:
    """What an import takes for it, a remedy proposes."""
    assert meant.is_open_ended(written) is is_open


def test_no_guess_is_what_a_language_says() -> None:
    """One of the two would be written in vain."""
    assert [word for table, words in meant._GUESSES.items() for word in words if word in values(table)] == []


def test_every_proposal_is_a_value_that_can_be_written() -> None:
    """The tables lead to known keys, codes and words only, from names that are folded as they are looked up."""
    assert set(meant.COUNTRIES.values()) <= COUNTRIES
    assert set(meant.CURRENCIES.values()) <= CURRENCIES
    for table, known in {
        "employment_types": EmploymentType,
        "contracts": ContractKind,
        "periods": PayPeriod,
        "remote": Remote,
    }.items():
        assert set(meant._GUESSES[table].values()) <= {value.value for value in known}
    for table in (meant.COUNTRIES, meant.LANGUAGES, *meant._GUESSES.values()):
        assert [name for name in table if meant.folded(name) != name] == []
    texts, facts = COLLECTIONS["postings"]
    keys = {field.key for field in (*texts, *facts)}
    assert [key for key in keys if keys.intersection(meant.KEYS.get(key, ()))] == []
