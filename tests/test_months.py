"""The names of months and weekdays."""

from __future__ import annotations

from jobglot.months import NUMBERS, WEEKDAYS, WRITTEN
from jobglot.tokens import fold


def test_every_language_has_twelve_months_and_seven_days():
    """And no name means two months."""
    assert set(NUMBERS) == set(WEEKDAYS) == set(WRITTEN) == {"en", "fr", "es", "nl", "de", "ar"}
    for subtag, names in WRITTEN.items():
        assert set(NUMBERS[subtag].values()) == set(range(1, 13))
        assert {fold(name) for name in names} == set(NUMBERS[subtag])
        assert len(WEEKDAYS[subtag]) == 7


def test_long_names_come_first():
    """So that a pattern of them takes “Sept” only where “September” does not stand."""
    assert WRITTEN["en"].index("September") < WRITTEN["en"].index("Sept") < WRITTEN["en"].index("Sep")
