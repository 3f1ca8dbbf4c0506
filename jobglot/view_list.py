"""Pages that list postings, page by page: `list.html`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from jobglot.desk import Desk
from jobglot.i18n import N_
from jobglot.listings import paginate, readable
from jobglot.model import Phrase, terms_of
from jobglot.press import Press
from jobglot.render import Html
from jobglot.routes import PageType, Route
from jobglot.site import Listing
from jobglot.view_card import draw_cards
from jobglot.view_organization import OrganizationView, organization_view
from jobglot.views import Link, Said, said

INTRODUCTIONS: Mapping[PageType, tuple[str, str, str]] = {
    PageType.CLOSING_SOON: (
        N_("Closing soon"),
        N_("Jobs whose deadline is near, the nearest first."),
        N_("No job closes in the next days."),
    ),
    PageType.NEW: (N_("New jobs"), N_("Open jobs, the newest first."), N_("No job is open at the moment.")),
    PageType.ARCHIVE: (
        N_("Closed jobs"),
        N_("Jobs that no longer take applications, the last closed first."),
        N_("No job has closed yet."),
    ),
}


GLIMPSED = 5
"""So many titles tell search engines what a page of a list holds; what is too long is cut anyway."""


@dataclass(frozen=True, slots=True)
class Pages:
    """Where one is in a list of several pages. `steps` holds a link a page, None for a gap."""

    number: int
    count: int
    text: str
    previous: str
    next: str
    steps: tuple[Link | None, ...]


class Subscribe(NamedTuple):
    """Ways to be told of what is new in a list; "" for those that are not made."""

    feed: str
    calendar: str


@dataclass(frozen=True, slots=True)
class ListView:
    """A list of postings.

    `lead` introduces it, `children` are narrower listings, `organization` is told of on its own page. `glimpse` says in
    one line what search results may show of it.
    """

    heading: Said
    lead: Said | None
    count: str
    glimpse: str
    cards: tuple[Html, ...]
    empty: str
    pages: Pages | None
    children: tuple[tuple[Link, str], ...]
    organization: OrganizationView | None
    subscribe: Subscribe
    way_on: tuple[Link, ...]


def counted_jobs(desk: Desk, count: int) -> str:
    """How many open jobs, in words."""
    return desk.counted("%(count)s open job", "%(count)s open jobs", count)


def order_of(press: Press, ids: Iterable[str], language: str) -> str:
    """The order of these open postings in words.

    Without a word on them, those that come first for another reason make it look wrong.
    """
    desk = press.desks[language]
    is_mixed = has_featured(press, ids)
    return desk.gettext("featured first, then by deadline") if is_mixed else desk.gettext("by deadline")


def has_featured(press: Press, ids: Iterable[str]) -> bool:
    """Whether one of these postings is featured."""
    return any(press.site.postings[id_].featured for id_ in ids)


def ids_of(press: Press, route: Route) -> tuple[str, ...]:
    """All postings of the list at `route`, as far as its language shows them."""
    site = press.site
    if route.type is PageType.LISTING:
        ids = listing_of(press, route.kind, route.id).postings
    else:
        ids = {
            PageType.HOME: site.open,
            PageType.CLOSING_SOON: site.closing_soon,
            PageType.NEW: site.newest,
            PageType.ARCHIVE: site.archive,
        }[route.type]
    return readable(site.postings, ids, route.language, site.config.fallback)


def listing_of(press: Press, kind: str, id_: str) -> Listing:
    """The listing of that kind and id; an empty one when nothing is listed there."""
    return press.listings.get((kind, id_)) or Listing(kind, id_, ())


def list_view(press: Press, route: Route) -> ListView:
    """The view of a listing, of closing soon, new, or the archive."""
    desk = press.desks[route.language]
    ids = ids_of(press, route)
    shown = paginate(ids, press.site.config.per_page)
    organization = None
    children: tuple[tuple[Link, str], ...] = ()
    if route.type is PageType.LISTING:
        heading, lead = said(desk.heading(route.kind, route.id, press.site.content)), _summary(press, route)
        empty = desk.gettext("No job is open here at the moment.")
        children = _children(press, route)
        if route.kind == "organizations":
            organization = organization_view(press, route.id, route.language)
    else:
        title, introduction, nothing = INTRODUCTIONS[route.type]
        heading, lead, empty = Said(desk.gettext(title)), Said(desk.gettext(introduction)), desk.gettext(nothing)
    if route.type is PageType.ARCHIVE:
        count = desk.counted("%(count)s closed job", "%(count)s closed jobs", len(ids))
    else:
        count = counted_jobs(desk, len(ids))
    return ListView(
        heading=heading,
        lead=lead if route.number == 1 else None,
        count=count,
        glimpse=" – ".join(filter(None, (count, _first_titles(press, shown[route.number - 1], route.language)))),
        cards=draw_cards(press, shown[route.number - 1], route.language),
        empty=empty,
        pages=pages_view(press, route, len(shown)),
        children=children,
        organization=organization if route.number == 1 else None,
        subscribe=subscribe_view(press, route),
        way_on=ways_on(press, route),
    )


def _first_titles(press: Press, ids: tuple[str, ...], language: str) -> str:
    editions = (press.site.postings[id_].best_edition(language) for id_ in ids[:GLIMPSED])
    return " · ".join(edition.title for edition in editions)


def pages_view(press: Press, route: Route, count: int) -> Pages | None:
    """The navigation between the pages of a list; None when there is one page only."""
    if count < 2:
        return None
    desk = press.desks[route.language]
    near = sorted({1, count, *(n for n in range(route.number - 1, route.number + 2) if 1 <= n <= count)})
    steps: list[Link | None] = []
    for at, number in enumerate(near):
        if at and number - near[at - 1] > 1:
            steps.append(None)
        step = route._replace(number=number)
        steps.append(press.link(step, Phrase(desk.formatter.number(number)), "page" if step == route else ""))
    figures = {"number": desk.formatter.number(route.number), "count": desk.formatter.number(count)}
    before, after = route._replace(number=route.number - 1), route._replace(number=route.number + 1)
    return Pages(
        number=route.number,
        count=count,
        text=desk.gettext("Page %(number)s of %(count)s") % figures,
        previous=press.url(before) if route.number > 1 else "",
        next=press.url(after) if route.number < count else "",
        steps=tuple(steps),
    )


def subscribe_view(press: Press, route: Route) -> Subscribe:
    """The feed and the calendar of a list; those of the whole board where it has none of its own."""
    kind, id_ = (route.kind, route.id) if route.kind in ("categories", "organizations") else ("", "")
    return Subscribe(
        feed=press.url(Route(PageType.ATOM, route.language, kind, id_)),
        calendar=press.url(Route(PageType.CALENDAR, route.language, kind, id_)),
    )


def ways_on(press: Press, route: Route) -> tuple[Link, ...]:
    """Where to go from an empty list."""
    entries = (
        (N_("All open jobs"), Route(PageType.HOME, route.language)),
        (N_("Categories"), Route(PageType.LISTING_INDEX, route.language, "categories")),
        (N_("Closed jobs"), Route(PageType.ARCHIVE, route.language)),
    )
    return press.links_to(route.language, *(entry for entry in entries if entry[1] != route))


def _summary(press: Press, route: Route) -> Said | None:
    term, desk = terms_of(press.site.content, route.kind).get(route.id), press.desks[route.language]
    return said(desk.phrase(term.summary)) if term and term.summary else None


def _children(press: Press, route: Route) -> tuple[tuple[Link, str], ...]:
    """The narrower categories or places, each with how many jobs it has."""
    desk = press.desks[route.language]
    below = [term for term in terms_of(press.site.content, route.kind).values() if term.parent == route.id]
    return tuple(
        (press.link(step, desk.term(term)), desk.formatter.number(len(ids_of(press, step))))
        for term in below
        if press.links.has(step := Route(PageType.LISTING, route.language, route.kind, term.id))
    )
