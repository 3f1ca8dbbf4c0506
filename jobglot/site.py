"""The whole board as of one instant: what was written, and everything that follows from it. `relate` makes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from jobglot.model import Content, Posting, State
from jobglot.settings import Config


@dataclass(frozen=True, slots=True)
class Standing:
    """How a posting stands as of the site's `now`. Instants are aware and in the posting's own zone.

    `closes` is the first instant at which one may no longer apply by its deadline (or by the bound of an open one).
    `last_day` is the day shown as the deadline; `ended` the instant at which it was closed, filled or withdrawn.
    `updated` is when its content last changed; never later than `now`.
    """

    state: State
    closes: datetime
    last_day: date
    zone: str
    updated: datetime
    ended: datetime | None = None


@dataclass(frozen=True, slots=True)
class Similar:
    """A similar posting, and why, as codes in order of weight.

    Codes: "title", "category:ID", "industry:ID", "place:ID", "city:NAME", "organization", "remote", "contract:KIND",
    "text".
    """

    id: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """The open postings under one heading, in the order shown.

    `kind` is one of `settings.LISTING_KINDS`, `id` the term's, organization's or employment type's.
    A listing of a category or place with children also holds the postings of these.
    """

    kind: str
    id: str
    postings: tuple[str, ...]
    depth: int = 0
    """How many parents it has, for an index drawn as a tree."""


@dataclass(frozen=True, slots=True)
class Site:
    """A board as of `now`.

    `open` lists what takes applications, in the order of the home page; `newest` the same by first day, newest first;
    `closing_soon` those about to close; `archive` what is over and kept, last ended first; `shown` all ids with a page.
    `similar` has a few more a posting than the settings want, to step in for what closes before the next build.
    `next_change` is the next instant at which a clean build would differ, `valid_from` the last one that has passed.
    """

    config: Config
    content: Content
    now: datetime
    postings: Mapping[str, Posting]
    standings: Mapping[str, Standing]
    open: tuple[str, ...]
    newest: tuple[str, ...]
    closing_soon: tuple[str, ...]
    archive: tuple[str, ...]
    scheduled: tuple[str, ...]
    drafts: tuple[str, ...]
    shown: frozenset[str]
    news: tuple[str, ...]
    """Ids of the news items to be seen, newest first."""
    listings: tuple[Listing, ...]
    similar: Mapping[str, tuple[Similar, ...]]
    next_change: datetime | None
    valid_from: datetime | None
