"""Several jobs in one text."""

from __future__ import annotations

from datetime import date

import notices
import office
import pytest
from office import p

from jobglot.importing.draft import Draft
from jobglot.importing.office_text import read_office_text
from jobglot.importing.several import read_notices

TODAY = date(2026, 11, 22)
BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def _job(name: str, day: int, head: str = "", deep: str = "") -> str:
    return (
        f"{head}{name}\n\nClosing date: {day} May 2027\nLocation: Ghent\n\n{deep}Tasks\n\n{office.ENGLISH}\n\n"
        "Apply to jobs@eto.example.\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Vacancies in May\n\n" + _job("Nurse", 3, "## ", "### ") + "\n" + _job("Cook", 5, "## ", "### "),
        _job("Nurse", 3) + "\n-----\n\n" + _job("Cook", 5),
        "VACANCY NOTICE\n" + _job("Nurse", 3) + "\n-----\n\nVACANCY NOTICE\n" + _job("Cook", 5),
    ],
)
def test_jobs_stand_under_headings_or_between_rules(text):
    """What stands above the first of them is told."""
    drafts = read_notices("may.txt", text, notices.known(), TODAY)
    assert [(d.found, d.editions[0].title, d.facts["deadline"]) for d in drafts if isinstance(d, Draft)] == [
        ("may.txt, Nurse", "Nurse", "2027-05-03"),
        ("may.txt, Cook", "Cook", "2027-05-05"),
    ]
    assert "Vacancies" not in text or any("“Vacancies in May”" in note for note in drafts[0].notes)


def test_a_page_of_word_each():
    """Jobs without headings begin a page each; a job of two pages is one."""
    pages = ["".join(map(p, filter(None, _job(name, 3).split("\n")))) for name in ("Nurse", "Cook")]
    drafts = read_office_text("may.docx", office.word(BREAK.join(pages)), notices.known(), TODAY)
    assert [draft.editions[0].title for draft in drafts if isinstance(draft, Draft)] == ["Nurse", "Cook"]
    rest = p("What we offer") + p("A salary of EUR 3,000 per month.") + p("Apply to jobs@eto.example by 3 May 2027.")
    assert len(read_office_text("may.docx", office.word(pages[0] + BREAK + rest), notices.known(), TODAY)) == 1


@pytest.mark.parametrize(
    "text",
    [
        _job("Nurse", 3, "# ", "## ").replace("Apply", "## How to apply\n\nApply"),
        _job("Nurse", 3) + "\n***\n\n" + _job("Infirmier", 3).replace(office.ENGLISH, office.FRENCH),
    ],
)
def test_sections_and_translations_are_one_job(text):
    """Neither is the notice of another."""
    assert len(read_notices("may.txt", text, notices.known(), TODAY)) == 1
