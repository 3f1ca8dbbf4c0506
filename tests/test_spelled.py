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
        ("en", "Thirty-five places", 35),
        ("fr", "soixante-quinze postes, vingt et un stages", 75),
        ("fr", "soixante-quinze postes, vingt et un stages", 21),
        ("es", "treinta y cinco horas o veintidós días", 35),
        ("es", "treinta y cinco horas o veintidós días", 22),
        ("it", "trentotto ore, trentacinque giorni", 38),
        ("it", "trentotto ore, trentacinque giorni", 35),
        ("pt", "trinta e cinco horas, vinte e dois dias", 35),
        ("pt", "trinta e cinco horas, vinte e dois dias", 22),
        ("ca", "trenta-cinc hores, vint-i-dos dies", 35),
        ("ca", "trenta-cinc hores, vint-i-dos dies", 22),
        ("nl", "tweeëntwintig dagen", 22),
        ("de", "fünfunddreißig Stunden", 35),
        ("pl", "trzydzieści pięć godzin", 35),
        ("uk", "тридцять п’ять годин", 35),
        ("ar", "خمسة وثلاثون يوما", 35),
        ("zh", "三十五小时", 35),
        ("uk", "дев’ять місяців", 9),
        ("uk", "дев'ятнадцять років", 19),
    ],
)
def test_a_number_may_be_written_out(subtag, text, value):
    """Accents and capitals do not matter."""
    assert spells(words_of(text), subtag, Decimal(value))
    assert not spells(words_of(text), subtag, Decimal(7))


def test_words_apart_are_no_number():
    """Tens and ones of two sentences, or in another order."""
    assert not spells(words_of("trinta. E cinco"), "pt", Decimal(35))
    assert not spells(words_of("дев’ятнадцять років"), "uk", Decimal(15))
    assert not spells(words_of("cinco e trinta"), "pt", Decimal(35))
    assert not spells(words_of("trinta horas e cinco dias"), "pt", Decimal(35))


def test_a_language_that_is_not_known_spells_nothing():
    """It may write out what we cannot know."""
    assert not spells(words_of("dva"), "cs", Decimal(2))
