"""What of the content can be shown: without errors, and leaning on nothing that has any."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from jobglot.model import Content, ContentPage, NewsItem, Organization, OrganizationEdition, Posting
from jobglot.problem import Problem, Severity


def without_errors(content: Content, problems: Iterable[Problem]) -> Content:
    """The content less everything whose files have an error, and less what refers to nothing that is left.

    A news item, a page or an organization that has no title or name in one language stands in the others.
    """
    bad = {problem.origin.path for problem in problems if problem.severity is Severity.ERROR}

    def is_well(thing: Posting | Organization | NewsItem | ContentPage) -> bool:
        paths = [thing.origin.path, *(edition.origin.path for edition in thing.editions)]
        if isinstance(thing, Posting):
            paths += thing.files
        if not isinstance(thing, Organization):
            paths += [ref.path for ref in thing.attachments]
        return bool(thing.editions) and bad.isdisjoint(paths)

    named = {id_: _titled(organization) for id_, organization in content.organizations.items()}
    organizations = {id_: organization for id_, organization in named.items() if is_well(organization)}

    def stands(posting: Posting) -> bool:
        return (
            posting.is_whole
            and is_well(posting)
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
            for item in map(_titled, content.news)
            if item.is_whole and is_well(item) and (not item.organization or item.organization in organizations)
        ),
        pages=tuple(page for page in map(_titled, content.pages) if is_well(page)),
    )


Titled = TypeVar("Titled", Organization, NewsItem, ContentPage)


def _titled(thing: Titled) -> Titled:
    """The thing less its editions without a title or name."""
    editions = [e for e in thing.editions if (e.name if isinstance(e, OrganizationEdition) else e.title)]
    return thing if len(editions) == len(thing.editions) else replace(thing, editions=tuple(editions))


def left_out(content: Content, well: Content) -> Content:
    """What of the content is not in that part of it which is well, or not as it is."""
    kept = set(map(id, (*well.postings, *well.organizations.values(), *well.news, *well.pages)))
    return replace(
        content,
        postings=tuple(posting for posting in content.postings if id(posting) not in kept),
        organizations={id_: o for id_, o in content.organizations.items() if id(o) not in kept},
        news=tuple(item for item in content.news if id(item) not in kept),
        pages=tuple(page for page in content.pages if id(page) not in kept),
    )


def without_drafts(missing: Content, problems: Sequence[Problem]) -> tuple[Content, list[Problem]]:
    """What is missing of the content but for drafts, and the problems with the errors of those drafts as warnings.

    No page would show them, and whoever lets one lie half done keeps no deadline of others from being told.
    """
    drafts = [posting for posting in missing.postings if posting.draft]
    paths = missing.unread_drafts.union(path for posting in drafts for path in posting.files)
    milder = [replace(each, severity=Severity.WARNING) if each.origin.path in paths else each for each in problems]
    return replace(missing, postings=tuple(p for p in missing.postings if not p.draft)), milder
