"""The vocabulary of one language."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from builders import config, content, posting, standing

from jobglot.desk import Desk, desks
from jobglot.i18n import Catalog, Entry
from jobglot.locations import Spot
from jobglot.model import (
    Contract,
    ContractKind,
    Deadline,
    DeadlineKind,
    Employer,
    EmploymentType,
    Experience,
    LanguageSkill,
    Localized,
    Location,
    PayPeriod,
    Phrase,
    Salary,
    plain,
)


@pytest.fixture
def desk() -> Desk:
    return desks(config(), {})["en"]


def moment(day: dt.date, minute: int) -> Deadline:
    return Deadline(DeadlineKind.MOMENT, day, minute)


def test_a_day_is_said_without_zone_at_home(desk: Desk) -> None:
    """A deadline in the board's own zone needs no zone; another zone is named by its city."""
    job = posting()
    assert desk.deadline(job, standing(job)) == "31 March 2026"
    assert desk.deadline(job, standing(job, zone="Europe/Paris")) == "31 March 2026 (Paris time)"
    assert desk.deadline(job, standing(job, zone="AoE")) == "31 March 2026 (anywhere on Earth)"
    assert desk.deadline_with_weekday(job, standing(job)) == "Tuesday, 31 March 2026"


def test_a_minute_is_always_said_with_its_zone(desk: Desk) -> None:
    """A reader may be anywhere."""
    job = posting(deadline=moment(dt.date(2024, 5, 5), 16 * 60 + 5))
    assert desk.deadline(job, standing(job, zone="Europe/Paris")) == "5 May 2024, 16:05 (Paris time)"
    assert desk.deadline(job, standing(job, zone="UTC")) == "5 May 2024, 16:05 (UTC)"


def test_an_open_posting_says_until_when_it_is_shown(desk: Desk) -> None:
    """The bound stands apart from the deadline, with the number of applications that may end it earlier."""
    job = posting(deadline=Deadline(DeadlineKind.OPEN), max_applications=1)
    held = standing(job, last_day=dt.date(2026, 6, 1))
    assert desk.deadline(job, held) == "until filled"
    assert desk.bound(job, held) == "shown here until 1 June 2026, or earlier, after 1 application"
    assert desk.bound(posting(), standing(posting())) == ""


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        ("3000", "4000", "€3,000–€4,000 a month"),
        (None, "3000", "up to €3,000 a month"),
        ("3000", None, "from €3,000 a month"),
        ("3833.04", "3833.04", "€3,833.04 a month"),
    ],
)
def test_pay_is_said_as_written(desk: Desk, low: str | None, high: str | None, text: str) -> None:
    """A range, an upper bound, a lower bound or one figure."""
    pay = Salary(Decimal(low) if low else None, Decimal(high) if high else None, "EUR", PayPeriod.MONTH)
    assert desk.salary(pay) == text


def test_a_place_names_each_part_once(desk: Desk) -> None:
    """Luxembourg is a city, a region and a country."""
    assert desk.place(Spot("", plain("Luxembourg"), plain("Luxembourg"), "LU")) == "Luxembourg"
    assert desk.place(Spot("", plain("Brussels"), None, "BE")) == "Brussels, Belgium"
    assert desk.place(Spot("", None, None, "")) == ""


def test_several_places_are_named_by_their_cities(desk: Desk) -> None:
    """The country is said only where there is room for it."""
    job = posting(locations=(Location("brussels"), Location(city=plain("Paris"), country="FR"), Location(country="DE")))
    assert desk.places(job, content(job)) == "Brussels, Paris and Germany"
    assert desk.places(posting(locations=(Location("brussels"),)), content(job)) == "Brussels, Belgium"


def test_a_name_in_another_language_is_marked() -> None:
    """WCAG 3.1.2: language of parts."""
    french = desks(config(), {})["fr"]
    named = posting(organization="", employer=Employer(Localized((("en", "Ports Authority"),))))
    assert french.organization(named, content(named)) == Phrase("Ports Authority", "en")
    assert french.organization(posting(), content(posting())) == Phrase("ACME")


def test_terms_of_employment_are_words(desk: Desk) -> None:
    """Contract, working time, experience and languages."""
    assert desk.employment_type(EmploymentType.FULL_TIME) == "Full time"
    assert (
        desk.contract(Contract(ContractKind.FIXED_TERM, 36, renewable=True))
        == "Fixed-term contract, 3 years, renewable"
    )
    assert desk.duration(30) == "30 months"
    assert desk.working_time(38 * 60) == "38 hours a week"
    assert desk.working_time(37 * 60 + 40) == "37 h 40 min a week"
    assert desk.experience(Experience(48)) == "at least 4 years"
    assert desk.experience(Experience(note=plain("some"))) == ""
    assert desk.language_skill(LanguageSkill("fr", plain("C1"), required=False)) == "French (C1)"


def test_a_catalog_changes_the_words() -> None:
    """What the catalog lacks stays English."""
    words = Catalog({("", "Full time"): Entry(("Temps plein",))})
    french = desks(config(), {"fr": words})["fr"]
    assert french.employment_type(EmploymentType.FULL_TIME) == "Temps plein"
    assert french.employment_type(EmploymentType.PART_TIME) == "Part time"
