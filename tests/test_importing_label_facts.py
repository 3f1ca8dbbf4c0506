"""What labels tell."""

from __future__ import annotations

import notices

from jobglot.importing.draft import Gathering
from jobglot.importing.faceplate import Hit
from jobglot.importing.label_facts import Labels, in_both, merged_contract


def _read(*hits, languages=("en", "fr"), notice=""):
    labels = Labels(notices.known(languages=languages), Gathering(), notice)
    for key, value, spoken, language in hits:
        labels.read(Hit(key, value, spoken), language)
    return labels


def test_a_value_is_read_by_the_language_of_its_label():
    """A French label above an English text writes the day first."""
    labels = _read(("deadline", "04/05/2028", ("fr",), "en"))
    assert labels.deadlines == [("2028-05-04", "04/05/2028")]


def test_words_are_in_the_language_of_their_label_if_the_board_has_it():
    """Else in that of the text."""
    assert _read(("clearance", "TR", ("fr",), "en")).words == {"clearance": {"fr": "TR"}}
    assert _read(("clearance", "TR", ("es",), "en")).words == {"clearance": {"en": "TR"}}


def test_what_cannot_be_read_is_asked_about():
    """With the value as written, and what to write."""
    labels = _read(("locations", "somewhere", ("en",), "en"), ("salary", "3,000 shells", ("en",), "en"))
    assert labels.facts.facts == {}
    assert [ask.split(";")[0] for ask in labels.facts.asks] == [
        "“locations” could not be read from “somewhere”",
        "“salary” could not be read from “3,000 shells”",
    ]


def test_two_labels_that_disagree_are_asked_about():
    """The first stands."""
    labels = _read(("reference", "A-1", ("en",), "en"), ("reference", "A-2", ("fr",), "fr"))
    assert labels.facts.facts["reference"] == "A-1"
    assert "A-2" in labels.facts.asks[0]


def test_pay_without_a_figure_is_left_out_with_a_note():
    """“Competitive” is no fact."""
    labels = _read(("salary", "competitive", ("en",), "en"))
    assert (labels.facts.facts, labels.facts.asks) == ({}, [])
    assert "competitive" in labels.facts.notes[0]


def test_a_place_in_two_languages_is_one_place():
    """With its name in each."""
    labels = _read(("locations", "Geneva, Switzerland", ("en",), "en"), ("locations", "Genève, Suisse", ("fr",), "fr"))
    assert labels.facts.facts["locations"] == [{"city": {"en": "Geneva", "fr": "Genève"}, "country": "CH"}]
    assert labels.facts.asks == []
    assert in_both(["ghent"], "en", ["brussels"], "fr") == []


def test_work_from_elsewhere_beside_a_place_is_no_part_of_it():
    """In brackets, or as one of two."""
    for text, language in (("Ghent (hybrid)", "en"), ("Gand / télétravail (2 jours par semaine)", "fr")):
        facts = _read(("locations", text, (language,), language)).facts
        assert (facts.facts, facts.asks) == ({"remote": "hybrid", "locations": ["ghent"]}, [])


def test_loose_lines_may_be_durations_or_kinds_of_work():
    """Forms leave them without a label."""
    labels = _read()
    assert labels.loose("14 mois", "en")
    assert labels.loose("Indépendant / Entrepreneur Individuel", "en")
    assert not labels.loose("A tower by the sea", "en")
    assert labels.contract == {"months": 14}
    assert labels.facts.facts["employment_type"] == ["contractor"]


def test_a_contract_is_put_together_in_its_own_order():
    """Labels go before the text; a length alone is a fixed term."""
    assert list(merged_contract({"months": 6}, {"kind": "permanent", "renewable": True}, "short").items()) == [
        ("kind", "permanent"),
        ("months", 6),
        ("renewable", True),
        ("note", "short"),
    ]
    assert merged_contract({"months": 6}, {}, None) == {"kind": "fixed_term", "months": 6}
    assert merged_contract({}, {}, None) == {}
