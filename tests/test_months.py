"""The names of months and weekdays."""

from __future__ import annotations

from jobglot.language import KNOWN
from jobglot.months import every_number, numbers, weekdays, written
from jobglot.tokens import fold


def test_a_month_is_found_by_its_folded_name():
    """However long the name is."""
    assert numbers("fr")["fevrier"] == numbers("de")["mrz"] - 1 == numbers("en")["feb"] == 2
    assert numbers("ar")["كانون الثاني"] == 1
    assert {fold(name) for name in written("es")} == set(numbers("es"))


def test_long_names_come_first():
    """So that a pattern of them takes “Sept” only where “September” does not stand."""
    assert written("en").index("September") < written("en").index("Sept") < written("en").index("Sep")


def test_a_language_that_is_not_known_has_no_names():
    """Its dates are not read."""
    assert (written("tlh"), dict(numbers("tlh")), weekdays("tlh")) == ((), {}, ())


def test_a_name_that_means_two_months_is_none_where_the_language_is_not_known():
    """All others are there."""
    every = every_number()
    assert (every["mars"], every["march"], every["marz"]) == (3, 3, 3)
    for subtag in KNOWN:
        for name, number in numbers(subtag).items():
            said = {numbers(other).get(name, number) for other in KNOWN}
            assert every.get(name) == (number if said == {number} else None)
