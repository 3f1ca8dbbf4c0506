"""JobPosting of schema.org, as pages carry it in JSON-LD, to offers.

https://schema.org/JobPosting, https://developers.google.com/search/docs/appearance/structured-data/job-posting
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from jobglot.importing.json_values import Object, list_at, objects_at, text_at
from jobglot.importing.offer import Offer, Pay
from jobglot.importing.places import country_of
from jobglot.importing.words import months_in

_SECTIONS = (
    ("responsibilities", "tasks"),
    ("qualifications", "profile"),
    ("skills", "skills"),
    ("jobBenefits", "conditions"),
    ("incentiveCompensation", "conditions"),
)
"""Texts that schema.org has apart from the description, and the sections of a notice that they are."""


def job_postings(data: object) -> Iterator[Object]:
    """Every JobPosting within a JSON-LD document, in the order written."""
    if isinstance(data, Mapping):
        if "JobPosting" in list_at(data, "@type"):
            yield data
            return
        for value in data.values():
            yield from job_postings(value)
    elif isinstance(data, list):
        for value in data:
            yield from job_postings(value)


def parse(script: str) -> object:
    """The data of a script; None when it is no JSON. Line breaks in texts, which JSON forbids, are let pass."""
    try:
        return json.loads(script.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
    except (ValueError, RecursionError):
        return None


def offer_of(posting: Object, found: str, language: str = "", url: str = "", site: str = "") -> Offer:
    """What a JobPosting tells; the rest is of the page it stands on."""
    organization = posting.get("hiringOrganization")
    experience = posting.get("experienceRequirements")
    said = text_at(experience, "monthsOfExperience")
    return Offer(
        found=found,
        title=text_at(posting, "title") or text_at(posting, "name"),
        html=text_at(posting, "description"),
        sections=tuple(
            (section, text)
            for key, section in _SECTIONS
            if (text := "\n\n".join(text_at(each) for each in list_at(posting, key) if text_at(each)))
        ),
        language=language,
        organization=text_at(organization, "name") or text_at(organization),
        organization_url=text_at(organization, "sameAs") or text_at(organization, "url"),
        department=text_at(organization, "department", "name"),
        places=tuple(text for place in list_at(posting, "jobLocation") if (text := _place(place))),
        remote="full" if "TELECOMMUTE" in list_at(posting, "jobLocationType") else "",
        applicant_countries=_countries(posting),
        industry=text_at(posting, "industry"),
        employment=tuple(text for each in list_at(posting, "employmentType") if (text := text_at(each))),
        pay=_pay(posting),
        pay_text=text_at(posting, "baseSalary"),
        posted=text_at(posting, "datePosted"),
        deadline=text_at(posting, "validThrough"),
        starts=text_at(posting, "jobStartDate"),
        reference=text_at(posting, "identifier", "value") or text_at(posting, "identifier"),
        positions=int(count) if (count := text_at(posting, "totalJobOpenings")).isdecimal() else 0,
        experience_months=int(float(said)) if said.replace(".", "", 1).isdecimal() else _months(text_at(experience)),
        education=_words(posting, "educationRequirements"),
        eligibility=_words(posting, "eligibilityToWorkRequirement"),
        url=text_at(posting, "url") or url,
        apply_email=text_at(posting, "applicationContact", "email").removeprefix("mailto:"),
        source_name=site,
        is_live=True,
    )


def _months(text: str) -> int:
    found = months_in(text)
    return found[0] if len(found) == 1 else 0


def _words(posting: Object, key: str) -> str:
    """A requirement in words, whatever its type."""
    found = [
        text_at(each) or text_at(each, "credentialCategory") or text_at(each, "name") for each in list_at(posting, key)
    ]
    return ", ".join(text for text in found if text and "<" not in text)


def _place(place: object) -> str:
    """A Place as “city, region, country”."""
    address = place.get("address") if isinstance(place, Mapping) else place
    if not isinstance(address, Mapping):
        return text_at(address)
    country = text_at(address, "addressCountry", "name") or text_at(address, "addressCountry")
    city, region = text_at(address, "addressLocality"), text_at(address, "addressRegion")
    return ", ".join(text for text in (city, region if region != city else "", country) if text)


def _countries(posting: Object) -> tuple[str, ...]:
    names = (text_at(each, "name") or text_at(each) for each in list_at(posting, "applicantLocationRequirements"))
    return tuple(dict.fromkeys(code for name in names if (code := country_of(name))))


def _pay(posting: Object) -> Pay | None:
    base = next(iter(objects_at(posting, "baseSalary")), None)
    if base is None:
        return None
    value = base.get("value")
    currency = text_at(base, "currency") or text_at(value, "currency") or text_at(posting, "salaryCurrency")
    period = text_at(value, "unitText") or text_at(base, "unitText")
    if not isinstance(value, Mapping):
        return Pay(value, value, currency, period)
    if value.get("value") is not None:
        return Pay(value["value"], value["value"], currency, period)
    return Pay(value.get("minValue"), value.get("maxValue"), currency, period)
