"""Drafts as they come together."""

from __future__ import annotations

from jobglot.importing.draft import Draft, DraftEdition, Gathering, by_language, localized, shortened, told


def test_the_first_word_stands_and_a_different_one_is_asked_about():
    """Once, whatever says it again."""
    gathering = Gathering()
    gathering.fact("grade", "G8")
    gathering.fact("grade", "G8")
    gathering.fact("grade", "G9", "the French text")
    gathering.fact("grade", "G9", "the French text")
    gathering.fact("clearance", "")
    assert gathering.facts == {"grade": "G8"}
    assert gathering.asks == ["“grade” is G8, but G9 in the French text; correct it if need be"]


def test_a_guess_never_replaces_a_fact():
    """Nor asks."""
    gathering = Gathering()
    gathering.maybe("salary", {"amount": "3000"})
    gathering.maybe("salary", {"amount": "3500"})
    assert (gathering.facts, gathering.asks) == ({"salary": {"amount": "3000"}}, [])


def test_texts_that_are_the_same_everywhere_are_one():
    """Only where there are several."""
    assert by_language({"en": "TR", "fr": "TR"}) == "TR"
    assert by_language({"en": "Ghent", "fr": "Gand"}) == {"en": "Ghent", "fr": "Gand"}
    assert by_language({"fr": "Court terme"}) == {"fr": "Court terme"}


def test_values_are_told_in_a_sentence():
    """On one line, and not too long."""
    assert told({"kind": "fixed_term", "renewable": False, "months": 9}) == "kind fixed_term, renewable false, months 9"
    assert told(["a", {"city": "Ghent"}]) == "a and city Ghent"
    assert shortened("one\ntwo " * 40, 20) == "one two one two one…"


def test_a_draft_is_changed_by_making_another():
    """Values are not filled in."""
    draft = Draft("n", (DraftEdition("en"),))
    assert draft.with_facts(grade="G8").facts == {"grade": "G8"}
    assert draft.facts == {}


def test_a_text_of_one_edition_is_one_string():
    """And so is one that reads the same in all of them."""
    assert localized({"fr": "Ville de Gand"}) == "Ville de Gand"
    assert localized({"en": "Ghent", "fr": "Gand"}) == {"en": "Ghent", "fr": "Gand"}
    assert localized({"en": "Enabel", "fr": "Enabel"}) == "Enabel"
