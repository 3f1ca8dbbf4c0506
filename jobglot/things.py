"""The things of the collections — postings, organizations, news, pages — each from its sheet."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from urllib.parse import unquote

from jobglot import schema as keys
from jobglot.collection import Sheet, Written
from jobglot.model import (
    AttachmentRef,
    ContentPage,
    Deadline,
    DeadlineKind,
    Edition,
    Employer,
    EmploymentType,
    NewsItem,
    Organization,
    OrganizationEdition,
    Posting,
    Remote,
)
from jobglot.shapes import Given


def to_posting(sheet: Sheet) -> Posting | None:
    """The posting; None when none of its files says any fact, or it is written in no language and is no draft.

    It is not whole when its sheet lacks what every posting must have, which is a problem already noted. Problems of
    facts that contradict each other are added to the sheet's reading.
    """
    given = sheet.facts
    organization: str | Employer | None = given[keys.ORGANIZATION]
    posted, deadline = given[keys.POSTED], given[keys.DEADLINE]
    _contradictions(given)
    draft = bool(given[keys.DRAFT])
    if not sheet.origins or not (sheet.editions or draft):
        return None
    editions = _editions(sheet)
    is_whole = bool(editions) and all(edition.title for edition in editions)
    if organization is None or posted is None or deadline is None:
        # Days that nothing can be wrong with.
        deadline = deadline if deadline is not None and posted is not None else Deadline(DeadlineKind.OPEN)
        is_whole, organization, posted = False, organization or "", posted or date.min
    updated = given[keys.UPDATED]
    return Posting(
        id=sheet.id,
        editions=editions,
        origin=sheet.origin,
        posted=posted,
        deadline=deadline,
        organization="" if isinstance(organization, Employer) else organization,
        employer=organization if isinstance(organization, Employer) else None,
        department=given[keys.DEPARTMENT],
        locations=tuple(dict.fromkeys(given[keys.LOCATIONS] or ())),
        remote=Remote(given[keys.REMOTE] or "no"),
        applicant_countries=given[keys.APPLICANT_COUNTRIES] or (),
        categories=tuple(dict.fromkeys(given[keys.CATEGORIES] or ())),
        industry=given[keys.INDUSTRY] or "",
        employment_type=tuple(EmploymentType(e) for e in dict.fromkeys(given[keys.EMPLOYMENT_TYPE] or ())),
        contract=given[keys.CONTRACT],
        minutes_per_week=given[keys.HOURS_PER_WEEK],
        leave_days=given[keys.LEAVE_DAYS],
        salary=given[keys.SALARY],
        opens=given[keys.OPENS],
        starts=given[keys.STARTS],
        updated=datetime.combine(updated, time(), UTC) if updated else None,
        renewed=given[keys.RENEWED],
        timezone=given[keys.TIMEZONE] or "",
        max_applications=given[keys.MAX_APPLICATIONS],
        draft=draft,
        filled=given[keys.FILLED],
        withdrawn=given[keys.WITHDRAWN],
        apply=given[keys.APPLY] or (),
        documents=given[keys.DOCUMENTS] or (),
        contact=given[keys.CONTACT],
        reference=given[keys.REFERENCE] or "",
        positions=given[keys.POSITIONS],
        grade=given[keys.GRADE] or "",
        clearance=given[keys.CLEARANCE],
        languages=given[keys.LANGUAGES] or (),
        experience=given[keys.EXPERIENCE],
        education=given[keys.EDUCATION],
        eligibility=given[keys.ELIGIBILITY],
        criteria=given[keys.CRITERIA] or (),
        more=given[keys.MORE] or (),
        notice=given[keys.NOTICE],
        source=given[keys.SOURCE],
        featured=bool(given[keys.FEATURED]),
        attachments=attachments_of(sheet),
        files=sheet.files,
        origins=sheet.origins,
        is_whole=is_whole,
    )


def _contradictions(given: Given) -> None:
    """Facts that cannot both hold, whatever the time is."""
    posted, opens, deadline = given[keys.POSTED], given[keys.OPENS], given[keys.DEADLINE]
    if posted and deadline and deadline.day and deadline.day < posted:
        message = f"the deadline {deadline.day} lies before “posted” {posted}"
        given.error(keys.DEADLINE, "deadline-before-posted", message, "correct one of the two")
    if opens and deadline and deadline.day and deadline.day < opens:
        message = f"the deadline {deadline.day} lies before “opens” {opens}"
        given.error(keys.DEADLINE, "deadline-before-opens", message, "correct one of the two")
    if deadline and given[keys.RENEWED] and deadline.kind is not DeadlineKind.OPEN:
        remedy = "leave it out, or write “deadline: open”"
        given.error(keys.RENEWED, "renewed-without-open", "“renewed” goes with “deadline: open” only", remedy)
    if given[keys.FILLED] and given[keys.WITHDRAWN]:
        message = "a posting is either filled or withdrawn"
        given.error(keys.WITHDRAWN, "filled-and-withdrawn", message, "keep one of the two")


def to_organization(sheet: Sheet) -> Organization | None:
    """The organization; None when it is written in no language.

    A name that is missing is empty, which is a problem already noted.
    """
    given = sheet.facts
    editions = tuple(
        OrganizationEdition(
            written.language,
            written.texts[keys.NAME] or "",
            written.texts[keys.SLUG] or sheet.id,
            written.origin,
            written.texts[keys.ACRONYM] or "",
            written.texts[keys.SUMMARY] or "",
            written.body,
            tuple(dict.fromkeys(written.texts[keys.ALIASES] or ())),
        )
        for written in sheet.editions
    )
    if not editions:
        return None
    return Organization(
        sheet.id,
        editions,
        sheet.origin,
        given[keys.WEB_SITE] or "",
        given[keys.LOGO] or "",
        given[keys.SEAT] or "",
        given[keys.PARENT_ORGANIZATION] or "",
        sheet.origins,
    )


def to_news_item(sheet: Sheet) -> NewsItem | None:
    """The news item; None when it is written in no language. It is not whole without its date, a problem noted."""
    editions, dated = _editions(sheet), sheet.facts[keys.NEWS_DATE]
    if not editions:
        return None
    organization = sheet.facts[keys.NEWS_ORGANIZATION] or ""
    return NewsItem(
        sheet.id,
        editions,
        sheet.origin,
        dated or date.min,
        organization,
        attachments_of(sheet),
        sheet.origins,
        is_whole=dated is not None,
    )


def to_content_page(sheet: Sheet) -> ContentPage | None:
    """The page; None when it is written in no language."""
    editions = _editions(sheet)
    if not editions:
        return None
    given = sheet.facts
    menu = given[keys.MENU] is not False
    return ContentPage(
        sheet.id, editions, sheet.origin, given[keys.ORDER] or 0, menu, attachments_of(sheet), sheet.origins
    )


def _editions(sheet: Sheet) -> tuple[Edition, ...]:
    """The editions, in the config's order. A title that is missing is empty, which is a problem already noted."""
    return tuple(_edition(sheet.id, written, written.texts[keys.TITLE] or "") for written in sheet.editions)


def _edition(id_: str, written: Written, title: str) -> Edition:
    return Edition(
        language=written.language,
        title=title,
        slug=written.texts[keys.SLUG] or id_,
        origin=written.origin,
        summary=written.texts[keys.SUMMARY] or "",
        aliases=tuple(dict.fromkeys(written.texts[keys.ALIASES] or ())),
        body=written.body,
        title_origin=written.texts.origin(keys.TITLE),
        slug_origin=written.texts.origin(keys.SLUG) if written.texts[keys.SLUG] else None,
    )


def attachments_of(sheet: Sheet) -> tuple[AttachmentRef, ...]:
    """The files named by the facts and those that a body links to by a bare name, each once, with their paths."""
    folder = sheet.origin.path.rpartition("/")[0]
    named = [AttachmentRef(f"{folder}/{ref.path}", ref.title) for ref in sheet.facts[keys.ATTACHMENTS] or ()]
    linked = [
        AttachmentRef(f"{folder}/{name}")
        for written in sheet.editions
        for url, _ in written.body.links
        if is_attachment_link(name := file_linked(url))
    ]
    found: dict[str, AttachmentRef] = {}
    for ref in (*named, *linked):
        found.setdefault(ref.path, ref)
    return tuple(found.values())


def file_linked(url: str) -> str:
    """The name of the file that a link means, if it means one; it may go on with a place in it: `form.pdf#page=2`."""
    return unquote(url.removeprefix("./").partition("#")[0])


def is_attachment_link(url: str) -> bool:
    """Whether a link in a body leads to a file beside it: a bare name that is not another text of the content."""
    return "/" not in url and "#" not in url and "?" not in url and not url.endswith(".md") and "." in url
