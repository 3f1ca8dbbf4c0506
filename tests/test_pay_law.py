"""Pay where the law asks for it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from builders import content, manuscript, posting

from jobglot.model import EmploymentType, Location, PayPeriod, Salary, plain
from jobglot.pay_law import pay_is_told, vague_pay

BRUSSELS = (Location(place="brussels"),)
OTTAWA = (Location(city=plain("Ottawa"), region=plain("Ontario"), country="CA"),)
PAY = Salary(Decimal(60_000), Decimal(90_000), "CAD", PayPeriod.YEAR)


def told(**changes):
    """The codes of the problems of one posting."""
    return [problem.code for problem in pay_is_told(content(posting(**changes)))]


def test_the_union_asks_from_june_2026():
    """By the day of posting, so that no old notice is wrong and none becomes wrong as time goes by."""
    assert told(locations=BRUSSELS, posted=date(2026, 6, 7)) == ["pay-missing"]
    assert told(locations=BRUSSELS, posted=date(2026, 6, 6)) == []
    assert told(locations=BRUSSELS, posted=date(2026, 6, 7), salary=PAY) == []


def test_ontario_asks_from_january_2026():
    """And the rest of Canada does not."""
    assert told(locations=OTTAWA, posted=date(2026, 1, 1)) == ["pay-missing"]
    assert told(locations=OTTAWA, posted=date(2025, 12, 31)) == []
    assert told(locations=(Location(city=plain("Québec"), country="CA"),), posted=date(2026, 6, 7)) == []


def test_a_range_in_ontario_is_no_wider_than_the_law_allows():
    """By the year; and pay above 200,000 is exempt."""
    assert told(locations=OTTAWA, salary=PAY) == []
    wide = Salary(Decimal(5_000), Decimal(10_000), "CAD", PayPeriod.MONTH)
    assert told(locations=OTTAWA, salary=wide) == ["pay-range-wide"]
    high = Salary(Decimal(100_000), Decimal(250_000), "CAD", PayPeriod.YEAR)
    assert told(locations=OTTAWA, salary=high) == []


def test_drafts_volunteers_and_other_places_are_not_asked():
    """No law speaks of them."""
    late = date(2026, 10, 1)
    assert told(locations=BRUSSELS, posted=late, draft=True) == []
    assert told(locations=BRUSSELS, posted=late, employment_type=(EmploymentType.VOLUNTEER,)) == []
    assert told(locations=(Location(city=plain("Geneva"), country="CH"),), posted=late) == []
    assert told(posted=late) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We offer a competitive salary."),
        ("en", "The salary is negotiable."),
        ("fr", "Rémunération attractive et tickets restaurant."),
        ("fr", "Salaire selon profil."),
        ("es", "Salario competitivo."),
        ("it", "Retribuzione commisurata all’esperienza."),
        ("pt", "Salário a combinar."),
        ("ca", "Oferim un sou competitiu."),
        ("nl", "Een marktconform salaris."),
        ("de", "Eine attraktive Vergütung."),
        ("ar", "راتب تنافسي"),
        ("pl", "Oferujemy atrakcyjne wynagrodzenie."),
        ("uk", "Гідна заробітна плата."),
        ("zh", "薪资面议，五险一金。"),
    ],
)
def test_vague_pay_is_told_where_it_stands(language, text):
    """In every language of the interface."""
    (problem,) = vague_pay([manuscript(f"One.\n\n{text}", language)])
    assert (problem.code, problem.origin.line) == ("pay-vague", 7)


def test_other_words_of_pay_are_silent():
    """Competition is not pay."""
    text = "A competitive market. Pay the bills. The salary follows the collective agreement. A salaried post."
    assert list(vague_pay([manuscript(text)])) == []
