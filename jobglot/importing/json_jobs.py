"""Feeds of jobs in JSON: jobs.json, Greenhouse's and Lever's boards, and JobPosting data, told apart by their shape."""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Mapping
from datetime import date
from urllib.parse import urlsplit

from jobglot.importing.draft import Draft, Refusal
from jobglot.importing.job_posting import job_postings, offer_of
from jobglot.importing.json_values import Object, day_of_milliseconds, list_at, objects_at, text_at
from jobglot.importing.known import Known
from jobglot.importing.offer import Offer, Pay, draft_of
from jobglot.importing.syndication import is_json_feed, read_json_feed


def read_json(found: str, text: str, known: Known, today: date) -> list[Draft | Refusal]:
    """The postings of a feed, each on its own: one that cannot be read does not hide the others."""
    try:
        data: object = json.loads(text, strict=False)
    except (ValueError, RecursionError) as failure:
        return [Refusal(found, f"it is no JSON: {failure}")]
    if isinstance(data, Mapping) and is_json_feed(data):
        return read_json_feed(found, data, known, today)
    offers = offers_of(data, found)
    if offers is None:
        known_shapes = "JSON Feed, jobs.json, a Greenhouse or Lever board, or schema.org JobPosting"
        return [Refusal(found, f"its shape is not one we know ({known_shapes})")]
    return [draft_of(offer, known, today) for offer in offers] or [Refusal(found, "it lists no job")]


def offers_of(data: object, found: str) -> list[Offer] | None:
    """The offers of a feed; None when its shape is not known."""
    postings = list(job_postings(data))
    if postings:
        return [offer_of(posting, found) for posting in postings]
    if isinstance(data, Mapping) and isinstance(data.get("company"), Mapping) and isinstance(data.get("jobs"), list):
        return [_of_jobs_json(job, data, found) for job in objects_at(data, "jobs")]
    jobs = (
        objects_at(data, "jobs") if isinstance(data, Mapping) and "jobs" in data else objects_at({"jobs": data}, "jobs")
    )
    shapes: tuple[tuple[str, Callable[[Object, str], Offer]], ...] = (
        ("absolute_url", _of_greenhouse),
        ("hostedUrl", _of_lever),
    )
    for key, read in shapes:
        if jobs and all(key in job for job in jobs):
            return [read(job, found) for job in jobs]
    return [] if isinstance(data, Mapping) and data.get("jobs") == [] else None


def _of_jobs_json(job: Object, feed: Object, found: str) -> Offer:
    """https://jobsjson.org, version 1.0."""
    places = objects_at(job, "location") or objects_at(job, "locations")
    pay = next(iter(objects_at(job, "compensation")), None)
    away = any(place.get("remote") is True for place in places)
    named = tuple(text for place in places if (text := _joined(place, "city", "state", "country")))
    return Offer(
        found=found,
        title=text_at(job, "title"),
        html=text_at(job, "description"),
        organization=text_at(feed, "company", "name"),
        organization_url=text_at(feed, "company", "url"),
        department=text_at(job, "department"),
        places=named,
        remote="" if not away else "hybrid" if any(text_at(place, "city") for place in places) else "full",
        employment=tuple(
            text_at(each) for each in (*list_at(job, "employmentType"), *list_at(job, "otherEmploymentTypes"))
        ),
        pay=Pay(pay.get("min"), pay.get("max"), text_at(pay, "currency"), text_at(pay, "period")) if pay else None,
        posted=text_at(job, "postedDate"),
        deadline=text_at(job, "expiresDate"),
        reference=text_at(job, "id"),
        url=text_at(job, "url"),
        is_live=True,
    )


def _of_greenhouse(job: Object, found: str) -> Offer:
    """https://developers.greenhouse.io/job-board.html, with `content=true`."""
    pay = next(iter(objects_at(job, "pay_input_ranges")), None)
    return Offer(
        found=found,
        title=text_at(job, "title"),
        html=html.unescape(text_at(job, "content")),  # Greenhouse sends its HTML escaped
        language=text_at(job, "language"),
        organization=text_at(job, "company_name") or _board(text_at(job, "absolute_url")),
        department=_names(job, "departments"),
        places=tuple(text for text in (text_at(job, "location", "name"),) if text),
        categories=tuple(text_at(each, "name") for each in objects_at(job, "departments")),
        pay=_cents(pay) if pay else None,
        posted=text_at(job, "first_published"),
        updated=text_at(job, "updated_at"),
        deadline=text_at(job, "application_deadline"),
        reference=text_at(job, "requisition_id") or text_at(job, "id"),
        url=text_at(job, "absolute_url"),
        is_live=True,
    )


def _cents(pay: Object) -> Pay:
    def whole(key: str) -> object:
        cents = text_at(pay, key)
        return int(cents) / 100 if cents.isdecimal() else None

    period = f"{text_at(pay, 'title')} {text_at(pay, 'blurb')}"
    return Pay(whole("min_cents"), whole("max_cents"), text_at(pay, "currency_type"), period)


def _of_lever(job: Object, found: str) -> Offer:
    """https://github.com/lever/postings-api, as JSON."""
    lists = (
        f"<h3>{html.escape(text_at(each, 'text'))}</h3><ul>{text_at(each, 'content')}</ul>"
        for each in objects_at(job, "lists")
    )
    text = "\n".join((text_at(job, "description"), *lists, text_at(job, "additional")))
    pay = next(iter(objects_at(job, "salaryRange")), None)
    places = [text_at(each) for each in list_at(job, "categories", "allLocations")]
    places = places or [text_at(job, "categories", "location")]
    country = text_at(job, "country")
    return Offer(
        found=found,
        title=text_at(job, "text"),
        html=text,
        organization=_board(text_at(job, "hostedUrl")),
        department=text_at(job, "categories", "department"),
        places=tuple(f"{place}, {country}" if country and len(places) == 1 else place for place in places if place),
        remote={"remote": "full", "hybrid": "hybrid"}.get(text_at(job, "workplaceType"), ""),
        categories=tuple(text for text in (text_at(job, "categories", "team"),) if text),
        employment=tuple(text for text in (text_at(job, "categories", "commitment"),) if text),
        pay=Pay(pay.get("min"), pay.get("max"), text_at(pay, "currency"), text_at(pay, "interval")) if pay else None,
        posted=day_of_milliseconds(job.get("createdAt")),
        reference=text_at(job, "id"),
        url=text_at(job, "hostedUrl"),
        apply_url=text_at(job, "applyUrl"),
        is_live=True,
    )


def _joined(job: Object, *keys: str) -> str:
    return ", ".join(text for key in keys if (text := text_at(job, key)))


def _names(job: Object, key: str) -> str:
    return ", ".join(text for each in objects_at(job, key) if (text := text_at(each, "name")))


def _board(url: str) -> str:
    """The employer by the name of its board, the first part of the path: “jobs.lever.co/acme/…” → “Acme”."""
    name = urlsplit(url).path.strip("/").partition("/")[0]
    return name.replace("-", " ").replace("_", " ").title()
