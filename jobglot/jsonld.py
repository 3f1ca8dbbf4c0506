"""Structured data for search engines, as plain values that templates print: schema.org by Google's rules.

Only what the page also says to people, and only what is true: what is unknown is left out.
https://developers.google.com/search/docs/appearance/structured-data/job-posting
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from jobglot.desk import Desk
from jobglot.jsontext import Json, known, number
from jobglot.locations import spot
from jobglot.model import (
    DeadlineKind,
    Edition,
    Experience,
    Localized,
    NewsItem,
    Organization,
    Phrase,
    Posting,
    Remote,
    Salary,
)
from jobglot.routes import Links, PageType, Route
from jobglot.site import Site, Standing
from jobglot.standalone import standalone_html

CONTEXT = "https://schema.org"


def job_posting(site: Site, links: Links, desk: Desk, posting: Posting, edition: Edition) -> dict[str, Json] | None:
    """A JobPosting for the page of an edition, in the desk's language, which is the edition's.

    None when one can no longer or not yet apply, when no way to apply is given, or when something that Google requires
    is not known: a text that is more than the title, and either a place of work with its country or, for work from
    anywhere, the countries from which it may be done.
    """
    standing = site.standings[posting.id]
    if not (standing.state.takes_applications and posting.apply):
        return None
    url = links.absolute(Route(PageType.POSTING, edition.language, id=posting.id))
    description = _description(edition, url, links)
    where = _where(site, desk, posting)
    if not (description and where):
        return None
    employer = desk.organization(posting, site.content)
    experience = posting.experience
    return known(
        {
            "@context": CONTEXT,
            "@type": "JobPosting",
            "title": role(edition.title, posting.reference),
            "description": description,
            "url": url,
            "datePosted": posting.posted.isoformat(),
            "validThrough": _valid_through(posting, standing).isoformat(),
            "hiringOrganization": _employer(site, links, desk, posting, employer),
            **where,
            "employmentType": [kind.value.upper() for kind in posting.employment_type],
            "baseSalary": _salary(posting.salary),
            "identifier": _identifier(site, posting),
            "totalJobOpenings": posting.positions,
            "workHours": desk.working_time(posting.minutes_per_week) if posting.minutes_per_week else None,
            "jobStartDate": _start(posting.starts),
            "industry": _industry(site, desk, posting),
            "experienceRequirements": _experience(desk, experience) if experience else None,
            "educationRequirements": _text(desk, posting.education),
            "qualifications": [desk.language_skill(skill) for skill in posting.languages],
            "eligibilityToWorkRequirement": _text(desk, posting.eligibility),
            "securityClearanceRequirement": _text(desk, posting.clearance),
            # Applying happens on the employer's pages or by mail, never here.
            "directApply": False,
        }
    )


def organization(site: Site, links: Links, desk: Desk, subject: Organization) -> dict[str, Json]:
    """An Organization for its page."""
    edition = subject.best_edition(desk.language)
    page = Route(PageType.LISTING, desk.language, "organizations", subject.id)
    parent = site.content.organizations.get(subject.parent)
    return known(
        {
            "@context": CONTEXT,
            "@type": "Organization",
            "name": edition.name,
            "alternateName": edition.acronym,
            "description": edition.summary,
            "url": links.absolute(page) if links.has(page) else None,
            "sameAs": subject.url,
            "logo": _logo(links, subject),
            "parentOrganization": _named("Organization", desk.organization_name(parent).text) if parent else None,
        }
    )


def website(site: Site, links: Links, desk: Desk) -> dict[str, Json]:
    """A WebSite for the home page: the name that Google shows with results."""
    return known(
        {
            "@context": CONTEXT,
            "@type": "WebSite",
            "name": desk.phrase(site.config.name).text,
            "description": _text(desk, site.config.tagline),
            "url": links.absolute(Route(PageType.HOME, desk.language)),
            "inLanguage": desk.language,
        }
    )


def board(site: Site, links: Links, desk: Desk) -> dict[str, Json]:
    """A WebSite for the page at `/`, the only one at which Google looks for the name of a site.

    https://developers.google.com/search/docs/appearance/site-names
    """
    name, config = desk.phrase(site.config.name).text, site.config
    others = (config.name.phrase(tag, config.default).text for tag in config.languages)
    return known(
        {
            **website(site, links, desk),
            "alternateName": [other for other in dict.fromkeys(others) if other != name],
            "url": links.absolute(Route(PageType.CHOOSER)),
            "inLanguage": list(config.languages),
        }
    )


def breadcrumbs(trail: Iterable[tuple[str, str]]) -> dict[str, Json] | None:
    """A BreadcrumbList of (name, absolute URL) pairs from the home page down; None for fewer than two."""
    items: list[Json] = [
        {"@type": "ListItem", "position": position, "name": name, "item": url}
        for position, (name, url) in enumerate(trail, start=1)
    ]
    if len(items) < 2:
        return None
    return {"@context": CONTEXT, "@type": "BreadcrumbList", "itemListElement": items}


def news_article(site: Site, links: Links, desk: Desk, item: NewsItem, edition: Edition) -> dict[str, Json]:
    """A NewsArticle for the page of a news item."""
    publisher = site.content.organizations.get(item.organization)
    name = desk.organization_name(publisher) if publisher else desk.phrase(site.config.name)
    return known(
        {
            "@context": CONTEXT,
            "@type": "NewsArticle",
            "headline": edition.title,
            "description": edition.summary,
            "datePublished": item.date.isoformat(),
            "inLanguage": edition.language,
            "author": _named("Organization", name.text),
            "url": links.absolute(Route(PageType.NEWS, edition.language, id=item.id)),
        }
    )


def role(title: str, reference: str) -> str:
    """The title without the posting's reference, as Google wants it: "Assistant (240655)" → "Assistant"."""
    if not reference:
        return title
    code = re.escape(reference)
    bare = re.sub(rf"\s*[(\[]\s*{code}\s*[)\]]|\s*[-–—:|]\s*{code}\s*$|^\s*{code}\s*[-–—:|]\s*", "", title).strip()
    return bare or title


def _named(kind: str, name: str) -> dict[str, Json]:
    return {"@type": kind, "name": name}


def _text(desk: Desk, text: Localized | None) -> str | None:
    return desk.phrase(text).text if text else None


def _description(edition: Edition, url: str, links: Links) -> str:
    # No more words are looked at than the title has.
    beginning = edition.body.text.split(maxsplit=edition.title.count(" ") + 1)
    if not beginning or " ".join(beginning) == edition.title:
        return ""
    return standalone_html(edition, url, links)


def _valid_through(posting: Posting, standing: Standing) -> datetime:
    """The time that the page gives; a day that ends is given as 23:59:59, since its midnight reads as the next day.

    Of a posting that is open until filled, it is the day until which the board shows it.
    """
    if posting.deadline.kind is DeadlineKind.MOMENT:
        return standing.closes
    return (standing.closes.astimezone(UTC) - timedelta(seconds=1)).astimezone(standing.closes.tzinfo)


def _where(site: Site, desk: Desk, posting: Posting) -> dict[str, Json]:
    """`jobLocation` and its kin; empty when the posting does not say enough."""
    places = [place for place in (_place(site, desk, posting, at) for at in range(len(posting.locations))) if place]
    found: dict[str, Json] = {"jobLocation": places} if places else {}
    if posting.remote is not Remote.FULL:
        return found
    countries: list[Json] = [_named("Country", desk.country(code)) for code in posting.applicant_countries]
    if countries:
        found["applicantLocationRequirements"] = countries
    # Without either, nobody knows from where one may work, and Google refuses the posting.
    return {"jobLocationType": "TELECOMMUTE", **found} if found else {}


def _place(site: Site, desk: Desk, posting: Posting, at: int) -> Json:
    found = spot(posting.locations[at], site.content)
    if not found.country:
        return None
    city = _text(desk, found.city)
    address = {
        "@type": "PostalAddress",
        # A place of the vocabulary may be a whole country.
        "addressLocality": city if city != desk.country(found.country) else None,
        "addressRegion": _text(desk, found.region),
        "addressCountry": found.country,
    }
    return {"@type": "Place", "address": known(address)}


def _employer(site: Site, links: Links, desk: Desk, posting: Posting, name: Phrase) -> Json:
    subject = site.content.organizations.get(posting.organization)
    same_as = subject.url if subject else posting.employer.url if posting.employer else ""
    return known(
        {
            "@type": "Organization",
            "name": name.text,
            "sameAs": same_as,
            "logo": _logo(links, subject) if subject else None,
            "department": _named("Organization", desk.phrase(posting.department).text) if posting.department else None,
        }
    )


def _logo(links: Links, subject: Organization) -> str | None:
    logo = Route(PageType.STATIC, id=subject.logo)
    return links.absolute(logo) if subject.logo and links.has(logo) else None


def _salary(salary: Salary | None) -> Json:
    low, high = (salary.minimum or None, salary.maximum or None) if salary else (None, None)
    if salary is None or (low is None and high is None):
        return None  # a zero is no pay, and Google takes it for an offer of nothing
    value: dict[str, Json] = {"@type": "QuantitativeValue", "unitText": salary.per.value.upper()}
    if low is not None and low == high:
        value["value"] = number(low)
    else:
        value |= {"minValue": number(low)} if low is not None else {}
        value |= {"maxValue": number(high)} if high is not None else {}
    return {"@type": "MonetaryAmount", "currency": salary.currency, "value": value}


def _identifier(site: Site, posting: Posting) -> Json:
    """The same on the page of every language, so that a search engine knows them for one job."""
    default = site.config.default
    subject = site.content.organizations.get(posting.organization)
    if subject:
        name = subject.best_edition(default).name
    else:
        name = posting.employer.name.phrase(default, default).text if posting.employer else ""
    return known({"@type": "PropertyValue", "name": name, "value": posting.reference or posting.id})


def _start(starts: tuple[int, int, int | None] | None) -> str | None:
    if starts is None:
        return None
    year, month, day = starts
    return f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")


def _industry(site: Site, desk: Desk, posting: Posting) -> str | None:
    term = site.content.industries.get(posting.industry)
    return desk.term(term).text if term else None


def _experience(desk: Desk, experience: Experience) -> Json:
    if experience.months == 0:
        return "no requirements"  # Google's words for it, whatever the language of the page
    note = _text(desk, experience.note)
    if experience.months is None:
        return note
    return known(
        {
            "@type": "OccupationalExperienceRequirements",
            "monthsOfExperience": experience.months,
            "description": note,
        }
    )
