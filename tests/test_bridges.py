"""What a posting would say in a language it is not written in."""

from __future__ import annotations

from boards_alike import bilingual, indexed, job

from jobglot.bridges import Interpreter
from jobglot.likeness import nearest
from jobglot.vectors import Statistics

KNOWN = Statistics(["communic", "haccp", "kubernet", "logist"], [2, 2, 2, 2], [True] * 4, 9)


def test_names_and_words_that_look_alike_need_no_dictionary() -> None:
    """Read as the other language reads them, or else by their own stem."""
    words = {b"kubernetes": 1, b"communication": 2, b"logistique": 1, b"haccp": 1, b"cuisinier": 1}
    found = Interpreter("fr", "en", KNOWN).terms(words)
    assert found == {"kubernet": 1, "communic": 2, "logist": 1, "haccp": 1}


def test_small_words_are_no_bridge() -> None:
    """Not even if the other language has a term that looks like them."""
    known = Statistics(["pour", "sur"], [2, 2], [True, True], 9)
    assert Interpreter("fr", "en", known).terms({b"pour": 3, b"sur": 1}) == {}


def test_a_posting_in_both_languages_lends_its_words() -> None:
    """A French cook finds the English one through a colleague who speaks both."""
    index = indexed(
        job("a", "Cuisinier", "sauces cuisson fourneaux", language="fr"),
        bilingual("b", ("Cook", "gravy roasting stoves"), ("Cuisinier", "sauces cuisson fourneaux")),
        job("c", "Cook", "gravy roasting stoves"),
        job("d", "Driver", "lorries parcels motorway"),
        bilingual("e", ("Driver", "lorries parcels motorway"), ("Chauffeur", "camions colis autoroute")),
        candidates=("c", "d"),
    )
    [found] = nearest(index, [0], 5)
    assert [index.ids[number] for number, _ in found][:1] == ["c"]


def test_a_lent_text_counts_less_than_a_written_one() -> None:
    """Among equals, the applicant reads their own language first."""
    index = indexed(
        job("a", "Cuisinier", "sauces cuisson fourneaux", language="fr"),
        job("b", "Cook", "gravy roasting stoves"),
        bilingual("c", ("Cook", "gravy roasting stoves"), ("Cuisinier", "sauces cuisson fourneaux")),
        job("d", "Cuisinier", "sauces cuisson fourneaux", language="fr"),
    )
    [found] = nearest(index, [0], 5)
    assert [index.ids[number] for number, _ in found] == ["a", "c", "d", "b"]


def test_where_no_posting_is_in_both_languages_kin_lend_their_words() -> None:
    """A French posting shares no word with English ones, but its like names tools that an English one names."""
    index = indexed(
        job("a", "Cuisinier", "sauces cuisson fourneaux marmites", language="fr"),
        job("b", "Cuisinier", "sauces cuisson fourneaux thermomix convotherm", language="fr"),
        job("c", "Cook", "gravy stoves thermomix convotherm"),
        job("d", "Cook", "gravy stoves thermomix convotherm"),
        job("e", "Driver", "lorries parcels motorway"),
        job("f", "Chauffeur", "camions colis autoroute", language="fr"),
        candidates=("c", "d", "e"),
    )
    [found] = nearest(index, [0], 5)
    assert [index.ids[number] for number, _ in found][:2] == ["c", "d"]
    alone = indexed(*(index.postings[number] for number in (0, 2, 3, 4)), candidates=("c", "d", "e"))
    assert nearest(alone, [0], 5) == [[]]
