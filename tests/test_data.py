"""The open postings of a language as data."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from boards import HOSTILE, desk_of, links_of, partly_translated, trilingual, with_settings
from builders import edition, posting, standing

from jobglot.data import postings_json
from jobglot.model import (
    Contract,
    ContractKind,
    Employer,
    EmploymentType,
    Location,
    PayPeriod,
    Remote,
    Salary,
    State,
    plain,
)
from jobglot.settings import Fallback
from jobglot.site import Site
from jobglot.words import DETAILED_UP_TO


def read(board: Site, language: str = "en") -> dict[str, Any]:
    """The file, with its postings as objects by the names of the columns."""
    found: dict[str, Any] = json.loads(postings_json(board, links_of(board), desk_of(board, language)))
    columns = found["postings"]
    found["postings"] = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    return found


def test_facts_stand_in_columns_and_what_many_share_stands_once() -> None:
    """Numbers point into tables, which hold ids for programs and names in the file's language for people."""
    job = posting(
        "analyst",
        languages_of_editions=("en", "fr"),
        locations=(Location("brussels"), Location(city=plain("Gent"), country="BE")),
        remote=Remote.HYBRID,
        employment_type=(EmploymentType.FULL_TIME,),
        contract=Contract(ContractKind.FIXED_TERM),
        salary=Salary(Decimal("3833.04"), Decimal(4000), "EUR", PayPeriod.MONTH),
        featured=True,
    )
    found = read(trilingual(job), "fr")
    assert found["postings"] == [
        {
            "id": "analyst",
            "slug": None,
            "language": 0,
            "languages": [1, 0],
            "title": "Ingénieur·e de données",
            "organization": 0,
            "places": [0, 1],
            "categories": [1],
            "employment_type": [0],
            "remote": 0,
            "contract": 0,
            "salary": [3833.04, 4000, "EUR", "month"],
            "posted": "2026-02-01",
            "opens": None,
            "closes": "2026-03-31T22:00:00Z",
            "kind": None,
            "zone": None,
            "reference": None,
            "featured": 1,
            "summary": None,
        }
    ]
    assert found["languages"] == [
        {"id": "fr", "name": "Français", "jobs": "https://jobs.example.org/fr/jobs/"},
        {"id": "en", "name": "English", "jobs": "https://jobs.example.org/en/jobs/"},
    ]
    assert found["places"] == [
        {
            "id": "brussels",
            "name": "Bruxelles",
            "full": "Bruxelles, Belgique",
            "url": "https://jobs.example.org/fr/places/brussels/",
        },
        {"name": "Gent", "full": "Gent, Belgique"},
    ]
    assert found["remote"] == [{"id": "hybrid", "name": "Partly remote"}]
    assert found["contracts"] == [{"id": "fixed_term", "name": "Fixed-term contract"}]


def test_tables_hold_what_is_used_and_what_is_above_it() -> None:
    """Parents come first; nothing that no posting names."""
    found = read(partly_translated(), "fr")
    assert found["categories"] == [
        {"id": "work", "name": "Work", "url": "https://jobs.example.org/fr/categories/work/"},
        {"id": "it", "name": "Informatique", "parent": 0, "url": "https://jobs.example.org/fr/categories/it/"},
    ]
    acme = {"id": "acme", "name": "ACMÉ", "url": "https://jobs.example.org/fr/organizations/acme/"}
    assert found["organizations"] == [acme]
    assert [each["id"] for each in found["employment_types"]] == ["full_time"]


def test_every_kind_of_deadline_is_told() -> None:
    """By day, to the minute, until filled; with the zone where it is not the board's."""
    board = partly_translated()
    kinds = {row["id"]: row["kind"] for row in read(board)["postings"]}
    assert kinds == {"analyst": None, "baker": "open", "carer": None, "driver": "moment"}
    abroad = posting("abroad")
    far = replace(standing(abroad, State.OPEN), zone="Asia/Tokyo")
    found = read(trilingual(abroad, standings={"abroad": far}))
    assert found["zones"] == [{"id": "Asia/Tokyo", "name": "Tokyo time"}]
    assert found["postings"][0]["zone"] == 0


def test_a_job_is_new_as_of_the_day_from_which_it_is_shown() -> None:
    """Told only where it is a later one than that of its publication."""
    days = {"later": date(2026, 2, 10), "same": date(2026, 2, 1), "earlier": date(2026, 1, 10)}
    found = read(trilingual(*(posting(id_, opens=day) for id_, day in days.items())))
    told = {"later": "2026-02-10", "same": None, "earlier": None}
    assert {row["id"]: row["opens"] for row in found["postings"]} == told
    assert {row["posted"] for row in found["postings"]} == {"2026-02-01"}


def test_summaries_are_left_out_of_large_boards() -> None:
    """Which would weigh more than all the rest."""
    some = [
        posting(f"job-{at:04}", editions=(edition("en", summary="All of it."),)) for at in range(DETAILED_UP_TO + 1)
    ]
    assert read(trilingual(*some[:2]))["postings"][0]["summary"] == "All of it."
    assert read(trilingual(*some))["postings"][0]["summary"] is None


def test_only_what_is_open_and_readable_is_there() -> None:
    """In the order of the home page."""
    board = partly_translated()
    assert [p["id"] for p in read(board, "ar")["postings"]] == ["analyst", "baker", "carer", "driver"]
    found = read(board, "ar")
    assert [found["languages"][p["language"]]["id"] for p in found["postings"]] == ["ar", "fr", "ar", "en"]
    hiding = with_settings(board, fallback=Fallback.HIDE)
    assert [p["id"] for p in read(hiding, "ar")["postings"]] == ["analyst", "carer"]
    job = posting("over")
    assert read(trilingual(job, standings={"over": standing(job, State.CLOSED)}))["postings"] == []


def test_an_employer_without_a_page_has_a_name_only() -> None:
    """And no id that leads nowhere."""
    job = posting("a", organization="", employer=Employer(plain("Solo & Co")))
    found = read(trilingual(job))
    assert found["organizations"] == [{"name": "Solo & Co"}]


def test_the_file_is_the_same_in_every_order_of_the_content() -> None:
    """Keys are sorted and nothing is spaced out; a later build says the same."""
    board = partly_translated()
    raw = postings_json(board, links_of(board), desk_of(board, "en"))
    assert raw == postings_json(replace(board, now=board.now.replace(year=2030)), links_of(board), desk_of(board, "en"))
    assert b'": ' not in raw
    assert date.fromisoformat(read(board)["postings"][0]["posted"])


def test_hostile_texts_are_data() -> None:
    """Whatever they hold comes back."""
    job = posting("a", editions=(edition("en", title=HOSTILE),))
    assert read(trilingual(job))["postings"][0]["title"] == HOSTILE
