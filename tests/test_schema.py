"""The keys of front matter, and the JSON Schema that editors' programs read."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from readings import good, posting, told

from jobglot.config import json_schema as config_schema
from jobglot.schema import COLLECTIONS, json_schema
from jobglot.shapes import Reading, Record
from jobglot.source import read_table

VALIDATORS = {name: jsonschema.Draft202012Validator(json_schema(name)) for name in COLLECTIONS}

WORDS = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=20)
LOCALIZED = WORDS | st.dictionaries(st.sampled_from(["en", "fr"]), WORDS, min_size=1)
IDS = st.from_regex(r"[a-z]{2,8}(-[a-z0-9]{2,5})?", fullmatch=True).filter(
    lambda id_: id_ not in ("con", "index", "feed")
)
DAYS = st.dates().map(lambda day: day.replace(year=2000 + day.year % 100).isoformat())
FLAGS = st.booleans() | st.sampled_from(["true", "false"])
WHOLE = st.integers(1, 60) | st.integers(1, 60).map(str)
AMOUNTS = st.integers(1, 10**6) | st.integers(1, 10**6).map(str) | st.sampled_from([12.5, "3833.04"])
URLS = st.sampled_from(["https://example.org/a", "HTTP://example.org"])


def listed(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """One value, or a list of some."""
    return values | st.lists(values, max_size=3)


def table(**keys: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """A map with any of these keys."""
    return st.fixed_dictionaries({}, optional=keys)


FACTS = table(
    organization=IDS | st.fixed_dictionaries({"name": LOCALIZED}, optional={"url": URLS}),
    department=LOCALIZED,
    locations=listed(IDS | st.fixed_dictionaries({"city": LOCALIZED}, optional={"country": st.just("BE")})),
    remote=st.sampled_from(["no", "hybrid", "full"]),
    applicant_countries=listed(st.sampled_from(["BE", "NO"])),
    categories=listed(IDS),
    employment_type=listed(st.sampled_from(["full_time", "other"])),
    contract=st.fixed_dictionaries({"kind": st.just("service")}, optional={"months": WHOLE, "renewable": FLAGS}),
    hours_per_week=st.sampled_from([38, 37.5, "37:40", "38"]),
    salary=st.fixed_dictionaries({"max": AMOUNTS, "currency": st.just("EUR"), "per": st.just("month")}),
    posted=DAYS,
    starts=st.sampled_from(["2027-03", "2027-03-15"]),
    deadline=DAYS | st.sampled_from(["open", "2026-01-10 16:05"]),
    timezone=st.sampled_from(["AoE", "Europe/Paris"]),
    draft=FLAGS,
    apply=listed(st.fixed_dictionaries({"email": st.just("a@b.org")}, optional={"audience": LOCALIZED})),
    documents=listed(LOCALIZED),
    languages=listed(st.sampled_from(["en", "pt-BR"]) | st.fixed_dictionaries({"language": st.just("nl")})),
    positions=WHOLE,
    experience=WORDS | table(months=WHOLE, note=LOCALIZED),
    criteria=listed(st.fixed_dictionaries({"stage": LOCALIZED, "items": st.just([{"label": "a"}])})),
    attachments=listed(st.sampled_from(["a.pdf"]) | st.just({"file": "b.pdf", "title": ""})),
    grade=WORDS | st.sampled_from(["", None]),
)


def accepts(front: dict[str, Any]) -> bool:
    """Whether our reader finds no fault with it, as JSON, which is YAML."""
    found, problems = read_table(json.dumps(front, ensure_ascii=False), "x.yaml")
    assert found is not None
    reading = Reading(("en", "fr"))
    known = {field.key: field for part in COLLECTIONS["postings"] for field in part}
    for entry in found.entries:
        known[entry.key].shape.read(entry.value, entry.key, reading)
    return not problems and not reading.problems


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(FACTS)
def test_the_schema_accepts_what_the_reader_accepts(front: dict[str, Any]) -> None:
    """An editor's program never underlines what `check` lets pass."""
    if accepts({key: value for key, value in front.items() if value not in ("", None)}):
        assert [error.message for error in VALIDATORS["postings"].iter_errors(front)] == []


@pytest.mark.parametrize(
    "front",
    [
        {"titel": "x"},
        {"deadline": "31.10.2026"},
        {"posted": "2026-1-5"},
        {"draft": "yes"},
        {"salary": {"amount": "45,000", "currency": "EUR", "per": "month"}},
        {"salary": {"amount": 3000, "per": "month"}},
        {"salary": 3000},
        {"apply": "a@b.org"},
        {"organization": "ACME Corp"},
        {"employment_type": ["Full-time"]},
        {"title": {"en": "Baker"}},
        {"languages": ["English"]},
    ],
    ids=str,
)
def test_the_schema_refuses_the_usual_mistakes(front: dict[str, Any]) -> None:
    """While they are being made."""
    assert not VALIDATORS["postings"].is_valid(front)


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_schema_is_one_and_describes_every_key(collection: str) -> None:
    """By the draft it names."""
    schema = json_schema(collection)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert all(value["description"] for value in schema["properties"].values())
    assert VALIDATORS[collection].is_valid({})


def test_a_title_is_that_of_a_job_for_postings_only() -> None:
    """The forms and the documentation of news and pages say what a title is there."""
    said = {name: json_schema(name)["properties"]["title"]["description"] for name in ("postings", "news", "pages")}
    assert {name for name, words in said.items() if "job" in words} == {"postings"}


def test_the_configs_schema_is_one_and_knows_what_is_needed() -> None:
    """Name, address and languages."""
    jsonschema.Draft202012Validator.check_schema(config_schema())
    validator = jsonschema.Draft202012Validator(config_schema())
    assert validator.is_valid({"name": "Jobs", "base_url": "https://example.org/", "languages": ["en"]})
    assert not validator.is_valid({"name": "Jobs"})


def test_every_fact_of_the_example_is_read() -> None:
    """Every key of a posting, with the example that messages give of it."""
    texts, facts = COLLECTIONS["postings"]
    examples = {f.key: f.example or f.shape.example for f in (*texts, *facts)}
    conflicting = ("withdrawn", "filled", "renewed", "opens", "aliases")
    front = "".join(f"{key}: {example}\n" for key, example in examples.items() if key not in conflicting)
    front = front.replace("deadline: 2027-01-31", "deadline: 2027-02-28")
    made = good(front)
    assert made.deadline.day is not None
    _, problems = posting(front + "deadline: 2027-01-31\n")
    assert told(problems)[-1][1] == "duplicate-key"


def test_a_key_that_nobody_knows_may_be_a_fact_of_ones_own() -> None:
    """Which postings have, and other things have not."""
    told_of = {}
    for collection, (texts, facts) in COLLECTIONS.items():
        reading = Reading()
        table, _ = read_table("driving_licence: B\n", "x.md")
        assert table is not None
        Record("", "", (*texts, *facts), lambda _: None).given(table, "", reading)
        told_of[collection] = any("“more: [{name: …, text: …}]”" in problem.remedy for problem in reading.problems)
    assert told_of == {"postings": True, "organizations": False, "news": False, "pages": False}


def test_a_contract_in_place_of_a_type_of_employment_is_told_where_it_belongs() -> None:
    """“CDI” says nothing of full or part time."""
    shape = next(field.shape for field in COLLECTIONS["postings"][1] if field.key == "employment_type")
    reading = Reading()
    table, _ = read_table("a: CDI\nb: temps plein\n", "x.yaml")
    assert table is not None
    for entry in table.entries:
        shape.read(entry.value, entry.key, reading)
    assert [problem.remedy for problem in reading.problems] == [
        "that is a contract: write “contract: {kind: permanent}”",
        "did you mean “full_time”?",
    ]
