"""Titles, letterheads and what else stands at the beginning of a notice."""

from __future__ import annotations

from datetime import date

import notices
import pytest

from jobglot.importing.draft import Draft
from jobglot.importing.naming import is_house, is_name
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


def test_names_of_houses_and_of_jobs_differ():
    """By their words at either end."""
    houses = ["European Tide Office", "Ville de Namur", "Stad Gent", "Oven GmbH", "## Universiteit Gent"]
    jobs = ["Visa officer", "Officer on watch", "Stadsgids", "City planner", "Agency nurse"]
    assert [is_house(name) for name in (*houses, *jobs)] == [True] * 5 + [False] * 5
    others = ["Ghent", "Full time", "38 hours", "Finance department", "Ends soon."]
    assert [is_name(name, notices.known()) for name in (*jobs, *others)] == [True] * 5 + [False] * 5
