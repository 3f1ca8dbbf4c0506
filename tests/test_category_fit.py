"""Categories that the text does not bear out."""

from __future__ import annotations

from dataclasses import replace

from builders import content, edition, posting, term

from jobglot.category_fit import categories_fit
from jobglot.checks import CHECKS
from jobglot.model import Body, plain

CATEGORIES = {
    "transport": term("transport", name=plain("Transport, logistics and warehousing")),
    "nursing": term("nursing", name=plain("Nursing and care")),
    "music": term("music", name=plain("Music")),
}
NIGHT = "Nursing by night. A nurse of our nursing home gives care, and nursing care is what we are for."


def told(title: str, text: str, *categories: str):
    """The remedies for one posting."""
    made = replace(posting(categories=categories), editions=(edition(title=title, body=Body(text=text)),))
    return [problem.remedy for problem in categories_fit(content(made, categories=CATEGORIES))]


def test_another_category_is_suggested():
    """Where title and text speak of it, and not of the one given."""
    assert told("Nurse in a nursing home", NIGHT, "transport") == ["did you mean “nursing”?"]


def test_a_category_that_is_spoken_of_stays():
    """Once is enough."""
    assert told("Nurse in a nursing home", NIGHT, "nursing") == []
    assert told("Nurse in a nursing home", NIGHT + " You see to the transport of patients.", "transport") == []
    assert told("Someone", NIGHT, "transport") == []
    assert told("Nurse", "Short.", "transport") == []


def test_it_is_off_unless_a_board_wants_it():
    """Two in a hundred sound notices are told, which is too many."""
    assert CHECKS["category-unlikely"].severity is None
