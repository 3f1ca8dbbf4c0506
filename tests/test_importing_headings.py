"""Which lines are headings."""

from __future__ import annotations

from jobglot.importing.headings import find_headings, sentence_case
from jobglot.importing.lines import to_lines


def _headings(text, language="en"):
    return [(heading.level, heading.text) for heading in find_headings(to_lines(text), language).values()]


def test_an_acronym_alone_is_no_heading():
    """Nor are capitals at the end of the text, with nothing below."""
    assert _headings("ETO\nmeasures the sea") == []
    assert _headings("We measure.\nTHE END OF IT") == []


def test_a_named_section_with_a_colon_is_a_heading_unless_the_text_has_its_own():
    """“Requirements:” leads a list in one notice and heads a section in another."""
    assert _headings("Requirements:\n- boats") == [(2, "Requirements")]
    assert _headings("CONTRACT\nTwo years.\nRequirements:\n- boats") == [(2, "Contract")]


def test_a_label_with_its_value_is_no_heading():
    """However short, and alone between paragraphs."""
    text = "Profile\n\n- lamps\n\nContract: permanent\n\nApply to a@b.example before the end of the month of May."
    assert _headings(text) == [(2, "Profile")]


def test_bold_lines_are_headings():
    """Without their asterisks."""
    assert _headings("**What you do**\nYou count lamps.") == [(2, "What you do")]


def test_sentence_case_keeps_acronyms_and_accents():
    """And begins with a capital letter, whatever stands before it."""
    assert sentence_case("1. RÉSUMÉ DE L’OEM", frozenset(["OEM"])) == "1. Résumé de l’OEM"


def test_short_headings_are_of_one_level():
    """Below one of another make they are deeper; a question above a list or a text is one as well."""
    text = "\n\nWat ga je doen?\n- Je kookt.\n\nWat bieden we?\n- Soep.\n\nHoe?\nStuur je brief naar de kok."
    assert [heading.level for heading in find_headings(to_lines(text), "nl").values()] == [2, 2, 2]
