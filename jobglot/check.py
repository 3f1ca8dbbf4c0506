"""The rules that no single file can break: references that lead somewhere, facts that every posting must have.

Each rule takes the content and gives problems; none asks what time it is, so that a posting that is
right today cannot be wrong tomorrow.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple
from urllib.parse import unquote

from jobglot.kinds import id_meant
from jobglot.listings import lineage
from jobglot.model import Content, ContentPage, Edition, NewsItem, Organization, Posting, Remote, Term
from jobglot.problem import Origin, Problem, Severity, error, warning

LONGEST_RUN = timedelta(days=10 * 366)


class Kind(NamedTuple):
    """What a reference refers to: its name in messages, its folder or vocabulary, and where to add one."""

    name: str
    folder: str
    remedy: str


ORGANIZATION = Kind("organization", "organizations", "add content/organizations/ID.en.md")
CATEGORY = Kind("category", "categories", "add it to content/categories.yaml")
PLACE = Kind("place", "places", "add it to content/places.yaml, or write {city: …, country: …}")
INDUSTRY = Kind("industry", "industries", "add it to content/industries.yaml")


def check(content: Content) -> list[Problem]:
    """The problems of all rules."""
    return [problem for rule in RULES for problem in rule(content)]


def organizations_exist(content: Content) -> Iterator[Problem]:
    """Every organization named has its files."""
    for posting in content.postings:
        if posting.organization:
            yield from _known(
                content, posting.organization, content.organizations, posting.origin_of("organization"), ORGANIZATION
            )
    for organization in content.organizations.values():
        if organization.parent:
            origin = organization.origins.get("parent", organization.origin)
            yield from _known(content, organization.parent, content.organizations, origin, ORGANIZATION)
    for item in content.news:
        if item.organization:
            origin = item.origins.get("organization", item.origin)
            yield from _known(content, item.organization, content.organizations, origin, ORGANIZATION)


def terms_exist(content: Content) -> Iterator[Problem]:
    """Every category, place and industry named is in its vocabulary."""
    for posting in content.postings:
        for category in posting.categories:
            yield from _known(content, category, content.categories, posting.origin_of("categories"), CATEGORY)
        if posting.industry:
            yield from _known(content, posting.industry, content.industries, posting.origin_of("industry"), INDUSTRY)
        for location in posting.locations:
            if location.place:
                yield from _known(content, location.place, content.places, posting.origin_of("locations"), PLACE)


def terms_form_trees(content: Content) -> Iterator[Problem]:
    """Every parent exists, and no term is above itself."""
    for terms, what in ((content.categories, CATEGORY), (content.places, PLACE), (content.industries, INDUSTRY)):
        for term in terms.values():
            if not term.parent:
                continue
            yield from _known(content, term.parent, terms, term.origin, what)
            if term.id in lineage(term.parent, terms):
                message = f"“{term.id}” is above itself"
                yield error(term.origin, "parent-circle", message, "take one of the parents away")
    for organization in content.organizations.values():
        above, seen = organization.parent, {organization.id}
        while above in content.organizations and above not in seen:
            seen.add(above)
            above = content.organizations[above].parent
        if above == organization.id:
            message = f"“{organization.id}” is part of itself"
            yield error(organization.origin, "parent-circle", message, "take one of the parents away")


def one_can_apply(content: Content) -> Iterator[Problem]:
    """A posting says how to apply."""
    for posting in content.postings:
        if not posting.apply and not posting.draft and "apply" not in posting.origins:
            message = "nothing says how to apply"
            remedy = "add “apply: [{url: https://…}]” or “apply: [{email: jobs@example.org}]”, or “draft: true”"
            yield error(posting.origin, "no-apply", message, remedy)


def work_is_somewhere(content: Content) -> Iterator[Problem]:
    """A posting says where the work is, or from where it may be done."""
    for posting in content.postings:
        if not posting.locations and posting.remote is not Remote.FULL:
            remedy = "add “locations: [brussels]”, or “remote: full” with applicant_countries"
            yield warning(posting.origin, "no-location", "nothing says where the work is", remedy)
        if posting.remote is Remote.FULL and not posting.locations and not posting.applicant_countries:
            message = "fully remote work names no country to live in, which search engines ask for"
            remedy = "add “applicant_countries: [BE, FR]”"
            yield warning(posting.origin_of("remote"), "no-applicant-countries", message, remedy)
        if posting.applicant_countries and posting.remote is Remote.NO:
            message = "“applicant_countries” goes with remote work"
            remedy = "add “remote: full”, or say under “eligibility” who may apply"
            yield warning(posting.origin_of("applicant_countries"), "applicant-countries-unused", message, remedy)


def postings_are_sorted(content: Content) -> Iterator[Problem]:
    """A posting is under a category, where the board has any."""
    for posting in content.postings:
        if content.categories and not posting.categories:
            message = "the posting is in no category, so readers who browse will not find it"
            yield warning(posting.origin, "no-category", message, "add “categories: […]”")


def deadlines_are_near(content: Content) -> Iterator[Problem]:
    """A deadline decades away is most often a slip of the pen."""
    for posting in content.postings:
        day = posting.deadline.day
        if day and day - posting.posted > LONGEST_RUN:
            message = f"the deadline lies {(day - posting.posted).days // 365} years after “posted”"
            remedy = "correct the year, or write “deadline: open”"
            yield warning(posting.origin_of("deadline"), "deadline-far", message, remedy)


def attachments_are_there(content: Content) -> Iterator[Problem]:
    """Every file named or linked lies beside its text, and none lies there for nothing."""
    used: set[str] = set()
    things: tuple[Posting | NewsItem | ContentPage, ...] = (*content.postings, *content.news, *content.pages)
    for thing in things:
        for ref in thing.attachments:
            used.add(ref.path)
            if ref.path not in content.files and ref.path not in content.unreadable:
                origin = _link_origin(thing.editions, ref.name) or thing.origins.get("attachments", thing.origin)
                near = difflib.get_close_matches(ref.path, content.files, 1, 0.7)
                remedy = f"did you mean “{near[0].rpartition('/')[2]}”?" if near else "put it beside this file"
                yield error(origin, "attachment-missing", f"there is no file {ref.path}", remedy)
    for path in content.files:
        if path not in used:
            message = "no text names or links to this file, so it is not published"
            remedy = "link to it from a body beside it, name it under “attachments”, or delete it"
            yield warning(Origin(path), "attachment-unused", message, remedy)


def _link_origin(editions: tuple[Edition, ...], name: str) -> Origin | None:
    links = (link for edition in editions for link in edition.body.links)
    return next((origin for url, origin in links if unquote(url.removeprefix("./")) == name), None)


def slugs_are_unique(content: Content) -> Iterator[Problem]:
    """No two things of a collection have one address in one language, whatever the time is."""
    for things, what in ((content.postings, "posting"), (content.news, "news item"), (content.pages, "page")):
        seen: dict[tuple[str, str], str] = {}
        for thing in things:
            for edition in thing.editions:
                first = seen.setdefault((edition.language, edition.slug), thing.id)
                if first != thing.id:
                    message = f"the {what} “{first}” has the slug “{edition.slug}” in this language already"
                    yield error(edition.origin, "slug-twice", message, "give one of them another “slug”")


def updates_come_after(content: Content) -> Iterator[Problem]:
    """A posting is not updated before it is posted."""
    for posting in content.postings:
        if posting.updated and posting.updated.date() < posting.posted:
            message = f"“updated” lies before “posted” {posting.posted}"
            yield warning(posting.origin_of("updated"), "updated-before-posted", message, "correct one of the two")


Rule = Callable[[Content], Iterator[Problem]]
RULES: tuple[Rule, ...] = (
    organizations_exist,
    terms_exist,
    terms_form_trees,
    one_can_apply,
    work_is_somewhere,
    postings_are_sorted,
    deadlines_are_near,
    attachments_are_there,
    slugs_are_unique,
    updates_come_after,
)


def _known(content: Content, id_: str, known: Mapping[str, object], origin: Origin, what: Kind) -> Iterator[Problem]:
    # What is there and could not be read has its own problem.
    if id_ in known or what.folder in content.unreadable or f"{what.folder}/{id_}" in content.unreadable:
        return
    near = next((known_id for known_id in known if id_meant(id_) in _names(known[known_id])), "")
    near = near or "".join(difflib.get_close_matches(id_, known, 1, 0.6))
    remedy = f"did you mean “{near}”?" if near else what.remedy.replace("ID", id_)
    yield error(origin, f"unknown-{what.name}", f"there is no {what.name} “{id_}”", remedy)


def _names(thing: object) -> tuple[str, ...]:
    """The names of a term or an organization in every language, as ids."""
    if isinstance(thing, Term):
        return tuple(id_meant(name) for name in thing.name.every())
    if isinstance(thing, Organization):
        return tuple(id_meant(name) for edition in thing.editions for name in (edition.name, edition.acronym) if name)
    return ()


def without_errors(content: Content, problems: Iterable[Problem]) -> Content:
    """The content less everything whose files have an error, and less what refers to nothing that is left."""
    bad = {problem.origin.path for problem in problems if problem.severity is Severity.ERROR}
    organizations = {
        id_: organization
        for id_, organization in content.organizations.items()
        if not bad.intersection(edition.origin.path for edition in organization.editions)
    }

    def stands(posting: Posting) -> bool:
        return (
            not bad.intersection(posting.files)
            and (not posting.organization or posting.organization in organizations)
            and all(category in content.categories for category in posting.categories)
            and all(not location.place or location.place in content.places for location in posting.locations)
            and (not posting.industry or posting.industry in content.industries)
        )

    return replace(
        content,
        postings=tuple(posting for posting in content.postings if stands(posting)),
        organizations=organizations,
        news=tuple(
            item
            for item in content.news
            if not bad.intersection(e.origin.path for e in item.editions)
            and (not item.organization or item.organization in organizations)
        ),
        pages=tuple(p for p in content.pages if not bad.intersection(e.origin.path for e in p.editions)),
    )
