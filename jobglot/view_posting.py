"""A posting's own page: `posting.html`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from jobglot.desk import Desk
from jobglot.formats import own_name
from jobglot.i18n import N_
from jobglot.model import AttachmentRef, Edition, Posting, State
from jobglot.press import Press
from jobglot.render import Html
from jobglot.routes import PageType, Route
from jobglot.settings import ClosedMode
from jobglot.site import Standing
from jobglot.view_apply import ChannelView, ContactView, channel_view, contact_view, report_url
from jobglot.view_card import When, card_of, with_weekday
from jobglot.view_facts import Fact, Grid, facts, grids, updated_fact
from jobglot.view_organization import OrganizationView, employer_link, organization_view
from jobglot.view_similar import SimilarView, similar_views
from jobglot.views import Link, Said, said, said_in

BANNERS = {
    State.DRAFT: N_("This is a draft. It is not published."),
    State.SCHEDULED: N_("This job is not published yet."),
    State.CLOSED: N_("This job closed on %(date)s. It no longer takes applications."),
    State.FILLED: N_("This job was filled on %(date)s. It no longer takes applications."),
    State.WITHDRAWN: N_("This job was withdrawn on %(date)s. It no longer takes applications."),
}


class AttachmentView(NamedTuple):
    """A file to fetch, with its type and size."""

    title: Said
    url: str
    detail: str


class PostingView(NamedTuple):
    """The view of `posting.html`.

    `banner` says loudly that one cannot apply; `over` is what the script puts there when the deadline passes before the
    next build. `is_tombstone`: the text is gone. `apply` is empty when one cannot.
    """

    id: str
    title: str
    summary: str
    organization: Link
    place: str
    when: When
    state: str
    badge: str
    banner: str
    over: str
    notice: Said | None
    is_over: bool
    is_tombstone: bool
    editions: tuple[Link, ...]
    facts: tuple[Fact, ...]
    body: Html
    grids: tuple[Grid, ...]
    apply: tuple[ChannelView, ...]
    documents: tuple[Said, ...]
    contact: ContactView | None
    attachments: tuple[AttachmentView, ...]
    about: OrganizationView | None
    source: Link | None
    calendar: str
    report: str
    similar: tuple[SimilarView, ...]


def posting_view(press: Press, posting: Posting, edition: Edition) -> PostingView:
    """The page of an edition, in its own language."""
    site, desk = press.site, press.desks[edition.language]
    standing = site.standings[posting.id]
    state, language = standing.state, edition.language
    is_tombstone = state.is_over and site.config.closed.mode is ClosedMode.TOMBSTONE
    whole = not is_tombstone
    card = card_of(press, posting.id, language)
    changed = updated_fact(standing.updated.date(), posting, desk)
    about = organization_view(press, posting.organization, language) if posting.organization else None
    address = press.links.absolute(Route(PageType.POSTING, language, id=posting.id))
    return PostingView(
        id=posting.id,
        title=edition.title,
        summary=edition.summary if whole else "",
        organization=employer_link(press, posting.id, language),
        place=card.place,
        when=with_weekday(card.when, posting, standing, desk),
        state=state.value,
        badge=card.badge,
        banner=banner(standing, desk),
        over=_banner(State.CLOSED, standing, desk) if state.takes_applications else "",
        notice=said(desk.phrase(posting.notice)) if posting.notice and whole else None,
        is_over=state.is_over,
        is_tombstone=is_tombstone,
        editions=tuple(other_editions(press, posting, language)),
        facts=(*facts(press, posting, desk), *([changed] if changed else [])) if whole else (),
        body=press.body(edition.body, edition.origin.path) if whole else Html(),
        grids=grids(posting.criteria, desk) if whole else (),
        apply=tuple(channel_view(channel, posting, edition, desk, address) for channel in posting.apply)
        if not state.is_over
        else (),
        documents=tuple(said(desk.phrase(text)) for text in posting.documents) if not state.is_over else (),
        contact=contact_view(posting.contact, desk) if posting.contact and whole else None,
        attachments=tuple(attachment_views(press, "postings", posting.id, posting.attachments, desk)) if whole else (),
        about=about if about and (about.body or about.summary) and whole else None,
        source=Link(Said(posting.source.name), posting.source.url) if posting.source else None,
        calendar=press.url(Route(PageType.CALENDAR, language, "postings", posting.id))
        if state.takes_applications
        else "",
        report=report_url(press, posting, edition, desk),
        similar=similar_views(press, posting.id, language),
    )


def banner(standing: Standing, desk: Desk) -> str:
    """Why one cannot apply, or "" when one can."""
    return _banner(standing.state, standing, desk) if standing.state in BANNERS else ""


def _banner(state: State, standing: Standing, desk: Desk) -> str:
    ended = standing.ended.date() if standing.ended and state is not State.CLOSED else standing.last_day
    return desk.with_date(BANNERS[state], ended)


def other_editions(press: Press, posting: Posting, language: str) -> Iterable[Link]:
    """The same posting in its other languages, each named in itself."""
    for edition in posting.editions:
        if edition.language == language:
            continue
        url = press.url(Route(PageType.POSTING, edition.language, id=posting.id))
        if url:
            yield Link(said_in(own_name(edition.language), edition.language), url, edition.language)


def attachment_views(
    press: Press, collection: str, id_: str, attachments: tuple[AttachmentRef, ...], desk: Desk
) -> Iterable[AttachmentView]:
    """The files that go with a thing, as far as they are published."""
    for attachment in attachments:
        url = press.url(Route(PageType.ATTACHMENT, desk.language, collection, f"{id_}/{attachment.name}"))
        if url:
            title = said(desk.phrase(attachment.title)) if attachment.title else Said(attachment.name)
            size = len(press.site.content.files.get(attachment.path, b""))
            kind = attachment.name.rpartition(".")[2].upper()
            yield AttachmentView(title, url, desk.joined((kind, desk.formatter.file_size(size))))
