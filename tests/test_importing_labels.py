"""Labels of notices."""

from __future__ import annotations

import notices
import pytest

from jobglot.importing.draft import Gathering
from jobglot.importing.label_facts import Labels
from jobglot.importing.labels import (
    LABELS,
    SECTION_NAMES,
    SECTIONS,
    bare_label_of,
    label_of,
    languages_of_section,
    section_name,
    section_of,
)
from jobglot.language import KNOWN, language

LANGUAGES = {subtag for subtag in KNOWN if language(subtag).labels}


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ("Location: Ghent", "locations", "Ghent"),
        ("Date limite de candidature : 04/05/2028", "deadline", "04/05/2028"),
        ("Día de actualización: 14-10-2030", "updated", "14-10-2030"),
        ("**Standplaats:** Gent", "locations", "Gent"),
        ("Bewerbungsfrist: 31.03.2027", "deadline", "31.03.2027"),
        ("Niveau de l’habilitation de sécurité: TR", "clearance", "TR"),
        ("Industria:", "industry", ""),
        ("Sede di lavoro: Torino", "locations", "Torino"),
        ("Data-limite: 4 de maio de 2028", "deadline", "4 de maio de 2028"),
        ("Nombre de places: 3", "positions", "3"),
        ("آخر أجل: 31 مارس 2027", "deadline", "31 مارس 2027"),
    ],
)
def test_a_label_is_known_in_every_language(line, key, value):
    """Whatever its case, accents, apostrophes and emphasis."""
    found = label_of(line)
    assert found is not None
    assert (found.key, found.value) == (key, value)


def test_sentences_are_no_labels():
    """Even those with a colon in them."""
    assert label_of("What we ask: patience") is None
    assert label_of("The location of the tower is a secret: nobody knows it") is None


def test_the_longest_label_wins_where_no_colon_stands():
    """“Primary Location”, not “Primary”; “Grade” is not said twice."""
    found = bare_label_of("Application Deadline 07-Jun-2027")
    assert found is not None
    assert (found.key, found.value) == ("deadline", "07-Jun-2027")
    assert bare_label_of("we found a grade") is None


def test_sections_are_known_and_named_in_every_language():
    """So that a French heading over an English text can be put into English."""
    assert section_of("Profil souhaité") == "profile"
    assert languages_of_section("Profil souhaité") == ("fr",)
    assert section_name("profile", "en") == "Profile"
    lacking = {key: LANGUAGES - set(names) for key, names in SECTION_NAMES.items() if set(names) != LANGUAGES}
    assert lacking == {}


def test_every_key_of_a_label_is_read():
    """A label that nobody reads would lose its value silently."""
    labels = Labels(notices.known(), Gathering(), "")
    handled = {"apply", "contact", "offer"}  # read with the text, or of no use
    assert {known.key for known in LABELS.values()} - handled <= {
        key for key in (k.key for k in LABELS.values()) if labels.reads(key)
    }


def test_no_label_is_spelt_twice():
    """Each plain form stands for one thing."""
    assert set(LABELS) & set(SECTIONS) <= {
        "mission",
        "contract",
        "contrat",
        "experience",
        "conditions",
        "criteria",
        "contexte",
        "apply",
        "contact",
        "solliciteren",
        "bewerbung",
        "education",
        "procedure",
        "how to apply",
        "comment postuler",
        "como postular",
        "hoe solliciteren",
        "come candidarsi",
        "como se candidatar",
        "com presentar-s'hi",
        "كيفية التقديم",
        "طريقة التقديم",
    }
