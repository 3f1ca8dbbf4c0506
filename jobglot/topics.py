"""What a feed or a calendar is about: the whole board, a category, an organization, or one posting."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urlsplit

from jobglot.desk import Desk
from jobglot.listings import headings, readable
from jobglot.model import Posting
from jobglot.routes import PageType, Route
from jobglot.site import Site

WHOLE_BOARD = ""
POSTING = "postings"


class Topic(NamedTuple):
    """`kind` is "" for the whole board, the name of a listing, or "postings"; `id` names it.

    `name` is the title for readers, `page` the page that shows the same.
    """

    kind: str
    id: str
    name: str
    page: Route


def topic(site: Site, desk: Desk, kind: str, id_: str) -> Topic:
    """The topic of that kind and id, named in the desk's language. KeyError when there is no such thing."""
    board = desk.phrase(site.config.name).text
    if kind == WHOLE_BOARD:
        return Topic("", "", board, Route(PageType.HOME, desk.language))
    if kind == POSTING:
        edition = site.postings[id_].best_edition(desk.language)
        page = Route(PageType.POSTING, edition.language, id=id_)
        return Topic(kind, id_, f"{edition.title} – {board}", page)
    page = Route(PageType.LISTING, desk.language, kind, id_)
    return Topic(kind, id_, f"{desk.heading(kind, id_, site.content).text} – {board}", page)


def open_postings(site: Site, subject: Topic, language: str) -> tuple[Posting, ...]:
    """Its open postings that a list in `language` shows, newest first."""
    ids = readable(site.postings, site.newest, language, site.config.fallback)
    if subject.kind == POSTING:
        ids = tuple(id_ for id_ in ids if id_ == subject.id)
    elif subject.kind != WHOLE_BOARD:
        listed = (each.postings for each in site.listings if (each.kind, each.id) == (subject.kind, subject.id))
        held = frozenset(next(listed, ()))
        ids = tuple(id_ for id_ in ids if id_ in held)
    return tuple(site.postings[id_] for id_ in ids)


def holds(subject: Topic, posting: Posting, site: Site) -> bool:
    """Whether a posting belongs to the topic, whatever its state."""
    if subject.kind in (WHOLE_BOARD, POSTING):
        return subject.kind == WHOLE_BOARD or posting.id == subject.id
    return (subject.kind, subject.id) in headings(posting, site.content)


def authority(base_url: str) -> str:
    """The board's part of ids that must be its own in the world: host, and sub-path if any, in lower case."""
    parts = urlsplit(base_url)
    return (parts.netloc + parts.path).rstrip("/").lower()
