"""Structured data by Google's rules."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from boards import HOSTILE, desk_of, links_of, trilingual
from builders import edition, posting, standing, term

from jobglot import jsonld
from jobglot.model import (
    EMPTY_BODY,
    Body,
    Channel,
    Deadline,
    DeadlineKind,
    Employer,
    EmploymentType,
    Experience,
    LanguageSkill,
    Localized,
    Location,
    NewsItem,
    PayPeriod,
    Posting,
    Remote,
    Salary,
    State,
    plain,
)
from jobglot.problem import Origin
from jobglot.site import Standing

BRUSSELS = Location("brussels")


def job(**changes: Any) -> Posting:
    """A posting of which Google has all it requires."""
    given: dict[str, Any] = {
        "languages_of_editions": ("en", "fr"),
        "locations": (BRUSSELS,),
        "apply": (Channel(email="a@b.org"),),
    }
    return posting(**{**given, **changes})


def data(subject: Posting, language: str = "en", held: Standing | None = None) -> dict[str, Any] | None:
    """Its JobPosting, as JSON would carry it."""
    board = trilingual(subject, standings={subject.id: held} if held else None)
    board = replace(board, content=replace(board.content, industries={"public": term("public")}))
    links = links_of(board, **{"acme.svg": "static/acme.svg"})
    found = jsonld.job_posting(board, links, desk_of(board, language), subject, subject.best_edition(language))
    return None if found is None else json.loads(json.dumps(found))


def known(subject: Posting, language: str = "en") -> dict[str, Any]:
    found = data(subject, language)
    assert found is not None
    return found


def test_the_least_that_google_wants() -> None:
    """And nothing that is not known."""
    assert known(job()) == {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": "Data engineer",
        "description": "<p>Build pipelines.</p>",
        "url": "https://jobs.example.org/en/jobs/data-engineer/",
        "datePosted": "2026-02-01",
        "validThrough": "2026-03-31T23:59:59+02:00",
        "hiringOrganization": {
            "@type": "Organization",
            "name": "ACME",
            "sameAs": "https://acme.example/",
            "logo": "https://jobs.example.org/static/acme.svg",
        },
        "jobLocation": [
            {
                "@type": "Place",
                "address": {"@type": "PostalAddress", "addressLocality": "Brussels", "addressCountry": "BE"},
            }
        ],
        "identifier": {"@type": "PropertyValue", "name": "ACME", "value": "data-engineer"},
        "directApply": False,
    }


def test_everything_else_that_is_known() -> None:
    """Each fact under its own property, in the page's language."""
    note = Localized((("en", "in procurement"), ("fr", "en achats")))
    found = known(
        job(
            reference="240655",
            positions=2,
            minutes_per_week=2260,
            starts=(2026, 5, None),
            industry="public",
            department=plain("Finance"),
            employment_type=(EmploymentType.FULL_TIME, EmploymentType.TEMPORARY),
            experience=Experience(48, note),
            education=Localized((("en", "Secondary education"), ("fr", "Études secondaires"))),
            languages=(LanguageSkill("en", plain("C1")), LanguageSkill("fr", required=False)),
            eligibility=plain("Nationals of member states"),
            clearance=plain("NS"),
        ),
        "fr",
    )
    assert found["title"] == "Ingénieur·e de données"
    assert found["hiringOrganization"]["name"] == "ACMÉ"
    assert found["hiringOrganization"]["department"]["name"] == "Finance"
    assert found["jobLocation"][0]["address"]["addressLocality"] == "Bruxelles"
    assert found["identifier"]["value"] == "240655"
    assert found["totalJobOpenings"] == 2
    assert "37" in found["workHours"]
    assert found["jobStartDate"] == "2026-05"
    assert found["industry"] == "Public"
    assert found["employmentType"] == ["FULL_TIME", "TEMPORARY"]
    assert found["experienceRequirements"] == {
        "@type": "OccupationalExperienceRequirements",
        "monthsOfExperience": 48,
        "description": "en achats",
    }
    assert found["educationRequirements"] == "Études secondaires"
    assert len(found["qualifications"]) == 2
    assert found["eligibilityToWorkRequirement"] == "Nationals of member states"
    assert found["securityClearanceRequirement"] == "NS"


@pytest.mark.parametrize("state", [s for s in State if not s.takes_applications])
def test_nothing_is_offered_that_one_cannot_apply_to(state: State) -> None:
    """Closed, filled, withdrawn, not yet open: no JobPosting."""
    subject = job()
    assert data(subject, held=standing(subject, state)) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"locations": ()},
        {"locations": (Location(city=plain("Ville")),)},
        {"locations": (), "remote": Remote.FULL},
        {"locations": (), "remote": Remote.HYBRID, "applicant_countries": ("BE",)},
        {"apply": ()},
        {"editions": (edition("en", slug="x", body=EMPTY_BODY),)},
        {"editions": (edition("en", slug="x", title="Cook", body=Body("<p>Cook</p>", "Cook")),)},
    ],
)
def test_what_google_requires_is_never_made_up(changes: dict[str, Any]) -> None:
    """No place, a place in no country, remote from nowhere, no way to apply, no text: no JobPosting."""
    assert data(job(**changes)) is None


def test_remote_work_says_from_where() -> None:
    """From the countries of the applicants, or that of the office; work that is partly remote has a place."""
    far = known(job(locations=(), remote=Remote.FULL, applicant_countries=("BE", "FR")))
    assert far["jobLocationType"] == "TELECOMMUTE"
    assert "jobLocation" not in far
    assert far["applicantLocationRequirements"] == [
        {"@type": "Country", "name": "Belgium"},
        {"@type": "Country", "name": "France"},
    ]
    both = known(job(remote=Remote.FULL))
    assert (both["jobLocationType"], len(both["jobLocation"])) == ("TELECOMMUTE", 1)
    assert "jobLocationType" not in known(job(remote=Remote.HYBRID))


def test_several_places_are_several_locations() -> None:
    """A place of the vocabulary that is a whole country is no town; one in no country is left out."""
    places = (BRUSSELS, Location(city=plain("Belgium"), country="BE"), Location(city=plain("Somewhere")))
    addresses = [place["address"] for place in known(job(locations=places))["jobLocation"]]
    assert [address.get("addressLocality") for address in addresses] == ["Brussels", None]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ("3833.04", "3833.04", {"value": 3833.04}),
        ("3000", "4000", {"minValue": 3000, "maxValue": 4000}),
        (None, "3000.00", {"maxValue": 3000}),
        ("3000", None, {"minValue": 3000}),
        ("0", "3000", {"maxValue": 3000}),
    ],
)
def test_pay_is_one_figure_or_a_range(low: str | None, high: str | None, expected: dict[str, Any]) -> None:
    """With its currency and period, and no bound that was not given."""
    salary = Salary(Decimal(low) if low else None, Decimal(high) if high else None, "EUR", PayPeriod.MONTH)
    assert known(job(salary=salary))["baseSalary"] == {
        "@type": "MonetaryAmount",
        "currency": "EUR",
        "value": {"@type": "QuantitativeValue", "unitText": "MONTH", **expected},
    }


def test_unknown_pay_is_not_zero() -> None:
    """Google reads 0 as pay of nothing."""
    assert "baseSalary" not in known(job())
    assert "baseSalary" not in known(job(salary=Salary(Decimal(0), Decimal(0), "EUR", PayPeriod.YEAR)))


def test_a_time_is_given_as_the_page_gives_it() -> None:
    """With the offset that holds on that day."""
    subject = job(deadline=Deadline(DeadlineKind.MOMENT, date(2026, 3, 1), 965))
    closes = datetime(2026, 3, 1, 16, 5, tzinfo=ZoneInfo("Europe/Paris"))
    found = data(subject, held=standing(subject, closes=closes))
    assert found is not None
    assert found["validThrough"] == "2026-03-01T16:05:00+01:00"


def test_a_day_ends_in_its_own_zone() -> None:
    """At 23:59:59 there: in summer time, and anywhere on Earth."""
    subject = job()
    aoe = timezone(timedelta(hours=-12))
    found = data(subject, held=standing(subject, closes=datetime(2026, 4, 1, tzinfo=aoe)))
    assert found is not None
    assert found["validThrough"] == "2026-03-31T23:59:59-12:00"


def test_a_posting_until_filled_ends_with_the_boards_bound() -> None:
    """The board does take it down then."""
    found = known(job(deadline=Deadline(DeadlineKind.OPEN)))
    assert found["validThrough"] == "2026-12-31T23:59:59+01:00"


def test_the_identifier_is_the_same_in_every_language() -> None:
    """So that pages in several languages are one job, whatever the employer is called in each."""
    assert known(job(), "en")["identifier"] == known(job(), "fr")["identifier"]
    name = Localized((("en", "Customs"), ("fr", "Douanes")))
    solo = job(organization="", employer=Employer(name, "https://c.example/"))
    assert known(solo, "en")["identifier"] == known(solo, "fr")["identifier"]
    employer = known(solo, "fr")["hiringOrganization"]
    assert (employer["name"], employer["sameAs"]) == ("Douanes", "https://c.example/")
    assert (known(job())["identifier"]["name"], known(solo, "fr")["identifier"]["name"]) == ("ACME", "Customs")


@pytest.mark.parametrize(
    "title",
    ["Assistant (240655)", "Assistant [240655]", "Assistant - 240655", "240655: Assistant", "240655 – Assistant"],
)
def test_the_title_is_the_role_only(title: str) -> None:
    """The reference stands in the identifier."""
    assert jsonld.role(title, "240655") == "Assistant"
    assert jsonld.role(title, "") == title
    assert jsonld.role("240655", "240655") == "240655"


def test_an_experience_of_words_is_words() -> None:
    """And none at all is nothing."""
    assert known(job(experience=Experience(None, plain("some"))))["experienceRequirements"] == "some"
    assert known(job(experience=Experience(0, plain("We train you."))))["experienceRequirements"] == "no requirements"


def test_other_pages_say_what_they_are() -> None:
    """An organization, the board, where a page stands, a news item."""
    board = trilingual()
    links, french = links_of(board), desk_of(board, "fr")
    found = jsonld.organization(board, links, french, board.content.organizations["acme"])
    assert found == {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": "ACMÉ",
        "url": "https://jobs.example.org/fr/organizations/acme/",
        "sameAs": "https://acme.example/",
    }
    assert jsonld.website(board, links, french)["name"] == "Exemple Emplois"
    item = board.content.news[0]
    assert isinstance(item, NewsItem)
    article = jsonld.news_article(board, links, french, item, item.editions[0])
    assert (article["@type"], article["datePublished"], article["inLanguage"]) == ("NewsArticle", "2026-02-20", "fr")
    assert article["author"] == {"@type": "Organization", "name": "Exemple Emplois"}
    theirs = jsonld.news_article(board, links, french, replace(item, organization="acme"), item.editions[0])
    assert theirs["author"] == {"@type": "Organization", "name": "ACMÉ"}
    crumbs = jsonld.breadcrumbs([("Home", "https://x/"), ("IT", "https://x/it/")])
    assert crumbs is not None
    assert crumbs["itemListElement"][1] == {  # type: ignore[index,call-overload]
        "@type": "ListItem",
        "position": 2,
        "name": "IT",
        "item": "https://x/it/",
    }
    assert jsonld.breadcrumbs([("Home", "https://x/")]) is None


def test_hostile_texts_stay_texts() -> None:
    """They are values; the template that prints them escapes `</script>`."""
    words = edition("en", slug="x", title=HOSTILE, origin=Origin("content/postings/x.en.md"))
    assert known(job(editions=(words,)))["title"] == HOSTILE
