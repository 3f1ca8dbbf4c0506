"""The facts of a posting as rows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from builders import content, posting, site, standing, term
from presses import press_of

from jobglot.desk import Desk
from jobglot.listings import listings_of
from jobglot.model import (
    Contract,
    ContractKind,
    CriteriaStage,
    Criterion,
    Deadline,
    DeadlineKind,
    EmploymentType,
    Experience,
    LanguageSkill,
    Localized,
    Location,
    OwnFact,
    PayPeriod,
    Posting,
    Remote,
    Salary,
    State,
    plain,
)
from jobglot.press import Press
from jobglot.view_facts import Fact, facts, grids, updated_fact
from jobglot.views import Said

WHOLE = posting(
    department=plain("Data"),
    locations=(Location("brussels"), Location(city=plain("Lyon"), country="FR")),
    remote=Remote.HYBRID,
    applicant_countries=("BE", "FR"),
    industry="transport",
    employment_type=(EmploymentType.FULL_TIME,),
    contract=Contract(ContractKind.FIXED_TERM, 36, renewable=True, probation_months=2, note=plain("Then permanent.")),
    minutes_per_week=2260,
    leave_days=30,
    salary=Salary(Decimal(3000), Decimal(4000), "EUR", PayPeriod.MONTH, Localized((("fr", "Brut"),))),
    starts=(2026, 9, None),
    positions=2,
    grade="G8",
    clearance=plain("NS"),
    reference="A-1",
    languages=(LanguageSkill("en", plain("C1")), LanguageSkill("fr", required=False)),
    experience=Experience(48, plain("in data")),
    education=plain("A degree"),
    eligibility=plain("Everyone"),
    more=(
        OwnFact(Localized((("en", "Nights away"), ("fr", "Nuits"))), plain("Four")),
        OwnFact(plain("Car"), plain("B")),
    ),
)


def press_for(job: Posting) -> Press:
    held = content(job, industries={"transport": term("transport")})
    kinds = ("categories", "organizations", "places", "employment_types")
    return press_of(site(job, content=held, listings=listings_of((job.id,), held, kinds)))


def rows(job: Posting) -> dict[str, list[str]]:
    press = press_for(job)
    return {row.label: [value.said.text for value in row.values] for row in facts(press, job, press.desks["en"])}


def test_every_fact_has_its_row() -> None:
    """In words, each under its own name."""
    assert rows(WHOLE) == {
        "Organization": ["ACME"],
        "Department": ["Data"],
        "Place of work": ["Brussels, Belgium", "Lyon, France"],
        "Remote work": ["Partly remote"],
        "Applicants may live in": ["Belgium and France"],
        "Category": ["It"],
        "Sector": ["Transport"],
        "Pay": ["€3,000–€4,000 a month"],
        "Grade": ["G8"],
        "Type of employment": ["Full time"],
        "Contract": ["Fixed-term contract, 3 years, renewable"],
        "Probation": ["2 months"],
        "Working time": ["37 h 40 min a week"],
        "Leave": ["30 days a year"],
        "Starts": ["September 2026"],
        "Positions": ["2"],
        "Languages required": ["English (C1)"],
        "Languages that help": ["French"],
        "Experience": ["at least 4 years"],
        "Education": ["A degree"],
        "Who may apply": ["Everyone"],
        "Security clearance": ["NS"],
        "Nights away": ["Four"],
        "Car": ["B"],
        "Reference": ["A-1"],
        "Published": ["1 February 2026"],
    }


def test_nothing_is_said_of_what_is_not_known() -> None:
    """No empty label, no "one position"."""
    assert list(rows(posting(positions=1, categories=()))) == ["Organization", "Published"]


def test_facts_lead_to_their_listings() -> None:
    """Where there is one; a place of its own has none."""
    press = press_for(WHOLE)
    found = {row.label: row for row in facts(press, WHOLE, press.desks["en"])}
    assert [bool(value.url) for value in found["Place of work"].values] == [True, False]
    assert found["Category"].values[0].url == "/en/listing/categories/it/1/"
    assert found["Organization"].values[0].url == "/en/listing/organizations/acme/1/"


def test_notes_keep_their_language() -> None:
    """A French note on an English page says so."""
    press = press_for(WHOLE)
    found = {row.label: row for row in facts(press, WHOLE, press.desks["en"])}
    assert found["Pay"].note == Said("Brut", "fr", "ltr")
    assert found["Contract"].note == Said("Then permanent.")
    worded = posting(experience=Experience(None, plain("of the sea")))
    (row,) = (row for row in facts(press, worded, press.desks["en"]) if row.label == "Experience")
    assert (row.values, row.note) == ((), Said("of the sea"))


@pytest.fixture
def desk() -> Desk:
    return press_for(posting()).desks["en"]


def test_dates_are_given_to_machines_too(desk: Desk) -> None:
    """A month, a day."""
    job = posting(starts=(2026, 9, 15))
    press = press_for(job)
    starts = next(row for row in facts(press, job, desk) if row.label == "Starts")
    assert (starts.values[0].said.text, starts.datetime) == ("15 September 2026", "2026-09-15")


def test_a_change_is_told_when_it_came_after_publication(desk: Desk) -> None:
    """Not on the same day."""
    assert updated_fact(date(2026, 2, 1), posting(), desk) is None
    told = updated_fact(date(2026, 2, 3), posting(), desk)
    assert isinstance(told, Fact)
    assert (told.label, told.datetime) == ("Last changed", "2026-02-03")


def test_to_open_is_no_change(desk: Desk) -> None:
    """What appears later than it was posted has not changed on that day."""
    job = posting(opens=date(2026, 2, 3))
    assert updated_fact(date(2026, 2, 3), job, desk) is None
    assert updated_fact(date(2026, 2, 4), job, desk) is not None


def test_a_grid_has_points_only_when_it_is_scored(desk: Desk) -> None:
    """And then a total."""
    scored = CriteriaStage(plain("Oral"), (Criterion(plain("Clarity"), 60), Criterion(plain("Depth"), 40)), 100)
    plain_grid = CriteriaStage(plain("Read for"), (Criterion(plain("Skills")),))
    first, second = grids((scored, plain_grid), desk)
    assert (first.rows, first.total) == (((Said("Clarity"), "60"), (Said("Depth"), "40")), "100")
    assert (second.rows, second.total) == (((Said("Skills"), ""),), "")


def test_what_is_over_keeps_its_deadline_among_the_facts() -> None:
    """To the minute; what is open shows it larger, above them."""
    job = posting(deadline=Deadline(DeadlineKind.MOMENT, date(2021, 3, 1), 16 * 60 + 5))
    held = standing(job, State.CLOSED, zone="Europe/Paris")
    press = press_of(site(job, standings={job.id: held}))
    told = {row.label: row.values[0].said.text for row in facts(press, job, press.desks["en"])}
    assert told["Deadline"] == "1 March 2021, 16:05 (Paris time)"
