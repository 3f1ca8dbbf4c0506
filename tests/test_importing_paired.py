"""Notices that say each thing twice."""

from __future__ import annotations

from datetime import date

import notices
import pytest

from jobglot.importing.draft import Draft
from jobglot.importing.lines import to_lines
from jobglot.importing.notice import read_notice
from jobglot.importing.paired import pair_of

HEAD = """\
Cook / Cuisinier

Employer / Employeur: European Tide Office
Closing date / Date limite: 15 May 2027 / 15 mai 2027
"""
TURNS = """
We look for a cook for our canteen, who likes to work with the fruit of the season.

Nous cherchons un cuisinier pour notre cantine, qui aime travailler avec les fruits de la saison.

Apply / Postuler: jobs@eto.example
"""
HALVES = """
**Tasks / Tâches**
- Prepare the meals of the day / Préparer les repas du jour
- Keep the kitchen clean / Tenir la cuisine propre
"""
BELOW = """
EN
We look for a cook for our canteen, who likes the fruit of the season.
Send your letter to emplois@le-four.example.

Français
Nous cherchons un cuisinier pour notre cantine, qui aime les fruits de la saison.
Envoyez votre lettre à jobs@eto.example.
"""


@pytest.mark.parametrize(
    ("text", "english", "french"),
    [
        (TURNS, "We look for a cook", "Nous cherchons un cuisinier"),
        (
            HALVES,
            "## Tasks\n\n- Prepare the meals of the day\n- Keep",
            "## Tâches\n\n- Préparer les repas du jour\n- Tenir",
        ),
        (BELOW, "We look for a cook", "Nous cherchons un cuisinier"),
    ],
)
def test_labels_in_two_languages_part_a_short_notice(text, english, french):
    """Each title stands above the text in its language, whichever way the text has both."""
    draft = read_notice("cook.txt", HEAD + text, notices.known(), date(2026, 11, 22))
    assert isinstance(draft, Draft)
    assert [(each.language, each.title) for each in draft.editions] == [("en", "Cook"), ("fr", "Cuisinier")]
    assert [each.body.startswith(begin) for each, begin in zip(draft.editions, (english, french), strict=True)] == [
        True,
        True,
    ]
    assert draft.asks == () or "how to apply" in draft.asks[0]
    assert (draft.facts["deadline"], draft.facts["organization"]) == ("2027-05-15", "tide-office")


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}\nWe look for a cook for our canteen, who likes to work with the fruit of the season.",
        "Location / Place: Ghent\nHours / Working time: 38\nWe look for a cook for the canteen of the office.",
        "Lieu / Standplaats: Gent\nNous cherchons un cuisinier pour la cantine. Wij zoeken een kok voor de kantine.",
        "",
    ],
)
def test_a_form_in_two_languages_makes_no_text_so(text):
    """Nor do two names in one language, nor one label."""
    assert pair_of(to_lines(text)) is None
