"""Feeds of jobs in JSON, told apart by their shape."""

from __future__ import annotations

import json
from datetime import date

import notices
import pytest

from jobglot.importing.deadline import closing
from jobglot.importing.draft import Draft, Refusal
from jobglot.importing.json_jobs import read_json

TODAY = date(2026, 11, 21)
TEXT = "<p>You will look after the lamps of the coast, and of the people who live with them.</p>"

JOBS_JSON = {
    "version": "1.0",
    "company": {"name": "Lighthouse Agency", "url": "https://lamps.example"},
    "jobs": [
        {
            "id": "L-1",
            "title": "Keeper",
            "url": "https://lamps.example/jobs/1",
            "description": TEXT,
            "location": {"city": "Ghent", "country": "BE", "remote": True},
            "employmentType": "FULL_TIME",
            "otherEmploymentTypes": ["CONTRACT"],
            "postedDate": "2026-11-01",
            "expiresDate": "2027-01-31",
            "compensation": {"currency": "EUR", "min": 40000, "max": 50000, "period": "YEARLY"},
            "department": "Lamps",
        }
    ],
}
GREENHOUSE = {
    "jobs": [
        {
            "id": 4001,
            "title": "Tide engineer",
            "absolute_url": "https://boards.greenhouse.io/lighthouse-agency/jobs/4001",
            "location": {"name": "Brussels, Belgium"},
            "content": "&lt;p&gt;You will look after the tables of the sea, and after those who read them.&lt;/p&gt;",
            "departments": [{"name": "Information Technology"}],
            "first_published": "2026-10-05T09:00:00-04:00",
            "updated_at": "2026-11-05T09:00:00-04:00",
            "requisition_id": "T-7",
            "pay_input_ranges": [
                {"min_cents": 4500000, "max_cents": 5500000, "currency_type": "EUR", "title": "Annual salary"}
            ],
        }
    ]
}
LEVER = [
    {
        "id": "ab-12",
        "text": "Cartographer",
        "hostedUrl": "https://jobs.lever.co/tide-office/ab-12",
        "applyUrl": "https://jobs.lever.co/tide-office/ab-12/apply",
        "categories": {"location": "Ghent", "commitment": "Part-time", "department": "Maps", "team": "Finance"},
        "country": "BE",
        "workplaceType": "hybrid",
        "createdAt": 1793000000000,
        "description": TEXT,
        "lists": [{"text": "What you do", "content": "<li>draw</li><li>correct</li>"}],
        "additional": "<p>We answer everybody who writes to us.</p>",
        "salaryRange": {"currency": "EUR", "interval": "per-month-salary", "min": 3000, "max": 3000},
    }
]


def _one(data) -> Draft:
    (draft,) = read_json("feed.json", json.dumps(data), notices.known(), TODAY)
    assert isinstance(draft, Draft), draft
    return draft


def test_jobs_json():
    """jobsjson.org, version 1.0."""
    draft = _one(JOBS_JSON)
    assert draft.facts == {
        "organization": "lighthouse-agency",
        "department": "Lamps",
        "locations": ["ghent"],
        "remote": "hybrid",
        "employment_type": ["full_time", "contractor"],
        "salary": {"min": "40000", "max": "50000", "currency": "EUR", "per": "year"},
        "posted": "2026-11-01",
        "deadline": "2027-01-31",
        "reference": "L-1",
        "apply": [{"url": "https://lamps.example/jobs/1"}],
        "source": {"name": "lamps.example", "url": "https://lamps.example/jobs/1"},
    }
    assert draft.asks == ()


def test_greenhouse():
    """Its HTML comes escaped, its pay in cents; without a deadline a job is open until filled."""
    draft = _one(GREENHOUSE)
    assert draft.editions[0].body.startswith("You will look after the tables")
    assert draft.facts["organization"] == "lighthouse-agency"
    assert draft.facts["locations"] == ["brussels"]
    assert draft.facts["categories"] == ["it"]
    assert draft.facts["salary"] == {"min": "45000", "max": "55000", "currency": "EUR", "per": "year"}
    assert (draft.facts["posted"], draft.facts["deadline"]) == ("2026-10-05", "open")
    assert draft.facts["reference"] == "T-7"
    assert draft.asks == ()


def test_lever():
    """Its lists become sections; the employer is the one of the board."""
    draft = _one(LEVER)
    assert draft.editions[0].body == (
        "You will look after the lamps of the coast, and of the people who live with them.\n\n"
        "## What you do\n\n- draw\n- correct\n\nWe answer everybody who writes to us."
    )
    assert draft.facts["organization"] == "tide-office"
    assert draft.facts["employment_type"] == ["part_time"]
    assert draft.facts["remote"] == "hybrid"
    assert draft.facts["categories"] == ["finance"]
    assert draft.facts["salary"] == {"amount": "3000", "currency": "EUR", "per": "month"}
    assert draft.facts["posted"] == "2026-10-26"
    assert draft.facts["apply"] == [{"url": "https://jobs.lever.co/tide-office/ab-12/apply"}]


def test_job_postings_of_schema_org_in_a_file():
    """A list of them, or one."""
    posting = {"@type": "JobPosting", "title": "Keeper", "description": TEXT, "hiringOrganization": "Lighthouse Agency"}
    assert len(read_json("f", json.dumps([posting, posting]), notices.known(), TODAY)) == 2
    assert _one(posting).facts["organization"] == "lighthouse-agency"


def test_one_bad_job_does_not_hide_the_others():
    """A job in a language that the board does not have is refused by itself."""
    data = json.loads(json.dumps(JOBS_JSON))
    data["jobs"].append(
        {
            **data["jobs"][0],
            "id": "L-2",
            "description": "Sie pflegen die Lampen der Küste und sind gern in der Nacht allein bei uns.",
        }
    )
    first, second = read_json("f", json.dumps(data), notices.known(), TODAY)
    assert isinstance(first, Draft)
    assert isinstance(second, Refusal)


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"jobs": []}', '{"jobs": [{"name": 1}]}', "3", '"x"', "null"])
def test_what_is_no_feed_is_refused(text):
    """With a reason, whatever it is."""
    (refused,) = read_json("f.json", text, notices.known(), TODAY)
    assert isinstance(refused, Refusal)
    assert refused.reason


def test_values_of_any_type_are_let_pass():
    """Feeds are made by machines that know no schema."""
    odd = {key: [None, {"x": []}, 3, True] for key in JOBS_JSON["jobs"][0]}
    (draft,) = read_json("f", json.dumps({**JOBS_JSON, "jobs": [odd]}), notices.known(), TODAY)
    assert isinstance(draft, Draft)
    assert draft.editions[0].title == ""


def test_times_of_closing_are_moved_into_the_boards_zone():
    """The first and last minute of a day mean the day."""
    assert closing("2027-01-31T16:05:00Z", "Europe/Brussels") == "2027-01-31 17:05"
    assert closing("2027-01-31T23:59:59Z", "Europe/Brussels") == "2027-01-31"
    assert closing("2027-01-31T00:00:00Z", "Europe/Brussels") == "2027-01-31"
    assert closing("2027-01-31", "Europe/Brussels") == "2027-01-31"
    assert closing("soon", "Europe/Brussels") == ""


def test_a_town_beside_remote_is_kept():
    """Both are possible then."""
    job = {
        "title": "Cook",
        "absolute_url": "https://boards.greenhouse.io/acme/jobs/1",
        "location": {"name": "Ghent / Remote"},
        "content": "x",
    }
    (draft,) = read_json("f.json", json.dumps({"jobs": [job]}), notices.known(), date(2026, 11, 21))
    assert isinstance(draft, Draft)
    assert (draft.facts["locations"], draft.facts["remote"]) == (["ghent"], "hybrid")
