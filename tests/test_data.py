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


def read(board: Site, language: str = "en") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(postings_json(board, links_of(board), desk_of(board, language)))
    return found


def test_a_posting_says_what_its_page_says() -> None:
    """Codes for programs, words in the file's language for people."""
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
    (found,) = read(trilingual(job), "fr")["postings"]
    text = found["salary"].pop("text")
    assert found == {
        "id": "analyst",
        "url": "https://jobs.example.org/fr/jobs/analyst/",
        "language": "fr",
        "languages": ["en", "fr"],
        "title": "Ingénieur·e de données",
        "organization": {"id": "acme", "name": "ACMÉ"},
        "places": [
            {"id": "brussels", "name": "Bruxelles, Belgique", "country": "BE"},
            {"name": "Gent, Belgique", "country": "BE"},
        ],
        "remote": "hybrid",
        "categories": ["it"],
        "employment_type": ["full_time"],
        "contract": "fixed_term",
        "salary": {"min": 3833.04, "max": 4000, "currency": "EUR", "per": "month"},
        "posted": "2026-02-01",
        "deadline": {
            "kind": "date",
            "closes": "2026-03-31T22:00:00Z",
            "last_day": "2026-03-31",
            "text": "31 mars 2026",
        },
        "featured": True,
    }
    assert "3\u202f833,04" in text


def test_labels_name_every_id_in_use() -> None:
    """With parents, and the page of each; nothing that no posting names."""
    labels = read(partly_translated(), "fr")["labels"]
    assert labels["categories"] == {
        "it": {"name": "Informatique", "parent": "work", "url": "https://jobs.example.org/fr/categories/it/"},
        "work": {"name": "Work", "url": "https://jobs.example.org/fr/categories/work/"},
    }
    assert labels["places"]["brussels"]["name"] == "Bruxelles"
    assert labels["organizations"]["acme"]["name"] == "ACMÉ"
    assert list(labels["employment_types"]) == ["full_time"]
    assert labels["remote"] == {"no": {"name": "On site"}}


def test_only_what_is_open_and_readable_is_there() -> None:
    """In the order of the home page."""
    board = partly_translated()
    assert [p["id"] for p in read(board, "ar")["postings"]] == ["analyst", "baker", "carer", "driver"]
    assert [p["language"] for p in read(board, "ar")["postings"]] == ["ar", "fr", "ar", "en"]
    hiding = with_settings(board, fallback=Fallback.HIDE)
    assert [p["id"] for p in read(hiding, "ar")["postings"]] == ["analyst", "carer"]
    job = posting("over")
    assert read(trilingual(job, standings={"over": standing(job, State.CLOSED)}))["postings"] == []


def test_an_employer_without_a_page_has_a_name_only() -> None:
    """And no id that leads nowhere."""
    job = posting("a", organization="", employer=Employer(plain("Solo & Co")))
    found = read(trilingual(job))
    assert found["postings"][0]["organization"] == {"name": "Solo & Co"}
    assert found["labels"]["organizations"] == {}


def test_the_file_is_the_same_in_every_order_of_the_content() -> None:
    """Keys are sorted and nothing is spaced out; a later build says the same."""
    board = partly_translated()
    raw = postings_json(board, links_of(board), desk_of(board, "en"))
    assert raw == postings_json(replace(board, now=board.now.replace(year=2030)), links_of(board), desk_of(board, "en"))
    assert b'": ' not in raw
    assert date.fromisoformat(json.loads(raw)["postings"][0]["posted"])


def test_hostile_texts_are_data() -> None:
    """Whatever they hold comes back."""
    job = posting("a", editions=(edition("en", title=HOSTILE),))
    assert read(trilingual(job))["postings"][0]["title"] == HOSTILE
