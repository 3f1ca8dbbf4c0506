"""Weekdays beside dates."""

from __future__ import annotations

import pytest
from builders import manuscript

from jobglot.weekdays import weekdays_are_right

WRONG = {
    "en": "on Monday, 18 November 2021",
    "fr": "le lundi 18 novembre 2021",
    "es": "el lunes 18 de noviembre de 2021",
    "nl": "op maandag 18 november 2021",
    "de": "am Montag, den 18. November 2021",
    "it": "entro lunedì 18 novembre 2021",
    "pt": "até segunda-feira, dia 18 de novembro de 2021",
    "ca": "fins al dilluns 18 de novembre del 2021",
    "ar": "الاثنين 18 نوفمبر 2021",
    "pl": "w środę, 18 listopada 2021 r.",
    "uk": "до п’ятниці, 18 листопада 2021 року",
}


@pytest.mark.parametrize("language", WRONG)
def test_a_wrong_weekday_is_told(language):
    """18 November 2021 was a Thursday."""
    (problem,) = weekdays_are_right([manuscript(WRONG[language], language)])
    assert problem.code == "weekday-wrong"


@pytest.mark.parametrize(
    "text",
    ["on Thursday 18 November 2021", "every Monday from 18 November 2021", "Monday 18 November", "Monday 01/02/2021"],
)
def test_a_right_one_and_no_weekday_are_silent(text):
    """As are dates without a year, and those with two readings."""
    assert list(weekdays_are_right([manuscript(text)])) == []
