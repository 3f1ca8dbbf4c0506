"""Small numbers in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jobglot.spelled import spells, words_of


@pytest.mark.parametrize(
    ("subtag", "text", "value"),
    [
        ("en", "Twenty-four months and two hundred letters", 24),
        ("en", "Twenty-four months and two hundred letters", 2),
        ("fr", "une quinzaine de jours", 15),
        ("fr", "quatre-vingts postes", 80),
        ("es", "dieciséis plazas", 16),
        ("it", "quarantotto ore", 48),
        ("pt", "dezasseis vagas", 16),
        ("pt", "dezesseis vagas", 16),
        ("ca", "divuit mesos", 18),
        ("nl", "de helft van twaalf", 12),
        ("de", "fünfzehn Stellen", 15),
        ("ar", "ثلاث سنوات", 3),
        ("pl", "dwunastu pracowników", 12),
        ("uk", "від п’яти років", 5),
        ("zh", "三年以上工作经验", 3),
    ],
)
def test_a_number_may_be_written_out(subtag, text, value):
    """Accents and capitals do not matter."""
    assert spells(words_of(text), subtag, Decimal(value))
    assert not spells(words_of(text), subtag, Decimal(7))


def test_a_language_that_is_not_known_spells_nothing():
    """It may write out what we cannot know."""
    assert not spells(words_of("dva"), "cs", Decimal(2))
