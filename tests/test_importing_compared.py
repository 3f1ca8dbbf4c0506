"""How a file and its notice differ."""

from __future__ import annotations

from jobglot.importing.compared import differences, facts_changed, taken_back
from jobglot.importing.shelved import Shelved, shelved
from jobglot.source import read_document

HELD = """---
title: Baker
slug: baker-ghent
organization: bakery
locations: [ghent, bruges]
department: {en: Ovens, fr: Fours}
---

Bread.

Rolls.
"""


def _there(text: str = HELD) -> Shelved:
    document, _ = read_document(text.encode(), "")
    assert document is not None
    return shelved("baker", {"en": "baker.en.md"}, {"en": document}, frozenset())


def test_what_only_the_file_says_is_no_difference() -> None:
    """A place more, another language, a paragraph: an editor adds such things."""
    notice = "---\ntitle: Baker\nlocations: [ghent]\ndepartment: Ovens\n---\n\nBread.\n"
    assert list(differences(HELD, notice, _there())) == []


def test_a_fact_that_differs_is_told_with_both_of_its_values() -> None:
    """The address of the page is no word of the notice, and so no difference."""
    notice = "---\ntitle: Cook\nslug: cook\nlocations: [ghent, liege]\ngrade: B4\n---\n\nBread.\n\nSoup.\n"
    assert list(differences(HELD, notice, _there())) == [
        "title: “Baker” here, “Cook” in the notice",
        "locations: “ghent bruges” here, “ghent liege” in the notice",
        "grade: not here, “B4” in the notice",
        "text: 1 of its 2 paragraphs read otherwise in the notice",
    ]


def test_titles_and_texts_are_no_facts_of_the_posting() -> None:
    """Those of a notice in another language differ by nature."""
    assert list(facts_changed("---\ntitle: Boulanger\norganization: bakery\n---\n\nDu pain.\n", _there())) == []


def test_what_a_notice_does_not_say_any_more_is_told() -> None:
    """But for what was never in it."""
    notice = "---\ntitle: Baker\norganization: bakery\ndepartment: Ovens\n---\n\nBread.\n"
    assert list(taken_back(HELD, notice)) == ["locations: “ghent bruges” here, not in the notice any more"]
