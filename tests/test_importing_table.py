"""Tables, whatever file they came in."""

from __future__ import annotations

from datetime import date

import notices

from jobglot.importing.draft import Draft
from jobglot.importing.table import Numbered, read_rows


def test_what_stands_above_the_heading_is_passed_over():
    """People write there what a table is."""
    rows = [
        Numbered(1, ["Vacancies of November", ""]),
        Numbered(2, ["", ""]),
        Numbered(4, ["Title", "Deadline"]),
        Numbered(5, ["Keeper", "2028-05-04"]),
    ]
    (draft,) = read_rows("jobs.csv", rows, notices.known(), date(2026, 11, 21), {})
    assert isinstance(draft, Draft)
    assert draft.found == "jobs.csv, row 5"
    assert draft.editions[0].title == "Keeper"
