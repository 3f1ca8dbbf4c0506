"""Small numbers in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jobglot.figures import LANGUAGES
from jobglot.spelled import WORDS, spells, words_of


@pytest.mark.parametrize(
    ("subtag", "text", "value"),
    [
        ("en", "Twenty-four months and two hundred letters", 24),
        ("en", "Twenty-four months and two hundred letters", 2),
        ("fr", "une quinzaine de jours", 15),
        ("fr", "quatre-vingts postes", 80),
        ("es", "dieciséis plazas", 16),
        ("nl", "de helft van twaalf", 12),
        ("de", "fünfzehn Stellen", 15),
        ("ar", "ثلاث سنوات", 3),
    ],
)
def test_a_number_may_be_written_out(subtag, text, value):
    """Accents and capitals do not matter."""
    assert spells(words_of(text), subtag, Decimal(value))
    assert not spells(words_of(text), subtag, Decimal(7))


def test_all_languages_whose_figures_are_read_have_words():
    """Others write nothing out that we could know."""
    assert set(WORDS) == LANGUAGES
    assert not spells(words_of("dva"), "cs", Decimal(2))
