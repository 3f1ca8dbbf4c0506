"""Texts and names made comparable."""

from __future__ import annotations

from jobglot.importing.comparing import comparable, name_key, squashed


def test_a_squashed_text_is_its_words():
    """Without accents, capitals and signs, but with all of its words."""
    assert squashed("  Chargé·e d’études\n(H/F) ") == "charge e d etudes h f"


def test_names_are_compared_without_small_words():
    """“Transport and logistics” is “transport & logistics”."""
    assert name_key("Transport & Logistics") == name_key("transport et logistics")
    assert comparable("The Port of Antwerp") == "port antwerp"


def test_a_name_of_nothing_but_small_words_keeps_them():
    """“Die” is a commune of the Drôme, and “Y” one of the Somme."""
    assert name_key("Die") == ("die",)
    assert comparable("Y") == "y"
