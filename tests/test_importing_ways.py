"""Ways to apply, sources and old addresses."""

from __future__ import annotations

from datetime import date

import notices

from jobglot.importing.cells import Cell
from jobglot.importing.draft import Draft, Gathering
from jobglot.importing.row import Row, draft_of_row
from jobglot.importing.ways import former_address


def _draft(base_url: str = "https://jobs.example.org/", **cells: str) -> Draft:
    told = [Cell(key, text) for key, text in {"title": "Keeper", **cells}.items()]
    found = draft_of_row(Row("row", told), notices.known(base_url=base_url), date(2026, 11, 21))
    assert isinstance(found, Draft)
    return found


def test_the_page_of_another_site_is_the_source():
    """And where to apply, if nothing else is said."""
    found = _draft(source="https://old.example/job/7/")
    assert found.facts["source"] == {"name": "old.example", "url": "https://old.example/job/7/"}
    assert found.facts["apply"] == [{"url": "https://old.example/job/7/"}]
    assert found.editions[0].aliases == ()


def test_the_page_of_the_site_that_the_board_replaces_leads_on():
    """It is no source, and nobody can apply there any more."""
    found = _draft(base_url="https://www.old.example/", source="http://old.example/job/k%C3%A9eper/")
    assert found.editions[0].aliases == ("/job/kéeper/",)
    assert {"source", "apply"}.isdisjoint(found.facts)
    told = _draft(base_url="https://old.example/", source="https://old.example/?p=7")
    assert told.editions[0].aliases == ()
    assert any("https://old.example/?p=7 will not lead" in note for note in told.notes)


def test_what_is_said_goes_before_what_the_text_says():
    """And each address is named once."""
    body = "We look for a keeper of the lamps. Please send your CV to text@example.org, then apply at text@example.org."
    assert _draft(body=body, apply="a@example.org or https://a.example/").facts["apply"] == [
        {"url": "https://a.example/"},
        {"email": "a@example.org"},
    ]
    assert _draft(body=body).facts["apply"] == [{"email": "text@example.org"}]


def test_a_former_address_that_no_file_can_answer_at_is_told():
    """The address of a page in a query is up to the web host."""
    gathering = Gathering()
    known = notices.known(base_url="https://old.example/")
    assert former_address("https://old.example/job/7/", known, gathering) == ("/job/7/",)
    assert gathering.notes == []
    assert former_address("https://old.example/?p=7", known, gathering) == ()
    assert [note.partition(" will ")[0] for note in gathering.notes] == ["the old address https://old.example/?p=7"]
