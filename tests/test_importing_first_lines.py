"""Titles, letterheads and what else stands at the beginning of a notice."""

from __future__ import annotations

from datetime import date

import notices
import pytest

from jobglot.importing.draft import Draft
from jobglot.importing.first_lines import is_house, is_name, sought
from jobglot.importing.notice import read_notice

PLATE = "{}: Finance\nLocation: Ghent\nClosing date: 15 May 2027\n\n"
TEXT = "{0}Your tasks\nYou keep the books of the house.\n\n{0}How to apply\nApply to jobs@oven.example.\n"


@pytest.mark.parametrize(
    ("text", "title", "organization"),
    [
        (PLATE.format("Function") + "Controller\n\n" + TEXT.format(""), "Controller", None),
        (PLATE.format("Function") + "# Controller\n\n" + TEXT.format("## "), "Controller", None),
        (PLATE.format("Function") + "## Controller\n\n" + TEXT.format("### "), "Controller", None),
        ("Controller\n\n" + PLATE.format("Function") + TEXT.format(""), "Controller", None),
        ("Oven Ltd\n\n" + PLATE.format("Function") + TEXT.format(""), "Finance", {"name": "Oven Ltd"}),
        ("Flour and more\n\n" + PLATE.format("Job title") + TEXT.format(""), "Finance", None),
        (PLATE.format("Function") + "Full-time work\n\n" + TEXT.format(""), "Finance", None),
        (PLATE.format("Function") + TEXT.format("# "), "Finance", None),
    ],
)
def test_a_label_of_the_field_gives_way_to_the_title(text, title, organization):
    """Where there is one; a label that says “title” does not, and a letterhead is none."""
    draft = read_notice("n", text, notices.known(), date(2026, 11, 22))
    assert isinstance(draft, Draft)
    assert (draft.editions[0].title, draft.facts.get("organization")) == (title, organization)
    assert any("“Finance”" in note for note in draft.notes) == (title != "Finance")


@pytest.mark.parametrize(
    ("head", "title", "organization"),
    [
        (
            (
                "Stadt Eupen\nStellenausschreibung\n\nDie Stadt Eupen sucht einen Buchhalter (m/w/d) in Vollzeit.\n"
                "Bewerbungen sind bis zum 15. Mai 2027 an a@b.example zu richten."
            ),
            "Buchhalter (m/w/d)",
            {"name": "Stadt Eupen"},
        ),
        (
            (
                "La Ville de Namur recrute\nUN·E JURISTE – H/F/X à temps plein – CDI\n\nVous rédigez les contrats.\n"
                "Envoyez votre candidature pour le 15 mai 2027 au plus tard à a@b.example."
            ),
            "Juriste – H/F/X",
            {"name": "Ville de Namur"},
        ),
        (
            (
                "AVIS DE RECRUTEMENT\n\nLe CPAS de Namur engage\nUn(e) assistant(e) social(e)\n\nVous aidez les gens.\n"
                "Envoyez votre candidature pour le 15 mai 2027 au plus tard à a@b.example."
            ),
            "Assistant(e) social(e)",
            {"name": "CPAS de Namur"},
        ),
        (
            (
                "VACATURE: Kok (B1)\n\nDe Stad Namen werft aan: een kok\nDeeltijds\nVoor de school\n"
                "Bezorg je kandidatuur ten laatste op 15 mei 2027 aan a@b.example."
            ),
            "Kok (B1)",
            None,
        ),
    ],
)
def test_an_employer_may_announce_whom_it_seeks(head, title, organization):
    """As towns write it; a title that only a sentence tells is asked about."""
    known = notices.known(languages=("de", "fr", "nl"))
    draft = read_notice("n", head, known, date(2026, 11, 22))
    assert isinstance(draft, Draft)
    assert (draft.editions[0].title, draft.facts.get("organization")) == (title, organization)
    assert any("confirm it" in ask for ask in (*draft.asks, *draft.editions[0].asks)) == ("sucht" in head)


@pytest.mark.parametrize(
    ("sentence", "job"),
    [
        ("We are looking for an experienced cook to join us.", "Experienced cook"),
        ("Nous recrutons un·e comptable pour notre service.", "Comptable"),
        ("Wij zoeken een teamleider (m/v/x), voltijds.", "Teamleider (m/v/x)"),
        ("You cook for the school.", ""),
    ],
)
def test_a_sentence_may_tell_the_job(sentence, job):
    """Up to what it is for, or how long."""
    assert sought(sentence) == job


def test_names_of_houses_and_of_jobs_differ():
    """By their words at either end."""
    houses = ["European Tide Office", "Ville de Namur", "Stad Gent", "Oven GmbH", "## Universiteit Gent"]
    houses += ["Comune di Alghero", "Câmara Municipal de Lisboa", "Ajuntament de Girona"]
    jobs = ["Visa officer", "Officer on watch", "Stadsgids", "City planner", "Agency nurse"]
    assert [is_house(name) for name in (*houses, *jobs)] == [True] * 8 + [False] * 5
    others = ["Ghent", "Full time", "38 hours", "Finance department", "Ends soon."]
    assert [is_name(name, notices.known()) for name in (*jobs, *others)] == [True] * 5 + [False] * 5
