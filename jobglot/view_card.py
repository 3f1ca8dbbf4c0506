"""A posting in a list: `_card.html`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from jobglot.desk import Desk
from jobglot.formats import own_name
from jobglot.i18n import N_
from jobglot.jsontext import utc
from jobglot.model import DeadlineKind, Posting, Remote, State
from jobglot.press import Press, posting_route
from jobglot.render import Html
from jobglot.site import Standing
from jobglot.views import Said, said, said_in

ENDED = {
    State.CLOSED: N_("Closed %(date)s"),
    State.FILLED: N_("Filled %(date)s"),
    State.WITHDRAWN: N_("Withdrawn %(date)s"),
}


class When(NamedTuple):
    """The deadline of a posting, as cards and pages show it.

    `day`, `month` and `year` are for the calendar leaf, "" when the posting is open until filled. `datetime` is that
    of a `<time>`, `closes` the instant (UTC) from which the script takes the posting for closed.
    """

    label: str
    text: str
    bound: str
    datetime: str
    closes: str
    day: str
    month: str
    year: str


class Card(NamedTuple):
    """What a list tells of a posting.

    `badge` names the state where it is not simply open, `language` that of the posting where it is not the page's.
    `until` says why one that is open until filled closes soon.
    """

    id: str
    title: Said
    url: str
    hreflang: str
    organization: Said
    place: str
    pay: str
    terms: tuple[str, ...]
    when: When
    state: str
    badge: str
    language: Said | None
    featured: str
    until: str


def when(posting: Posting, standing: Standing, desk: Desk) -> When:
    """The deadline in words, or when and how the posting ended."""
    if standing.state.is_over and standing.ended is not None:
        label, day = "", standing.ended.date()
        if standing.state is State.CLOSED:
            day = standing.last_day
        text = desk.with_date(ENDED[standing.state], day)
        return When(label, text, "", day.isoformat(), "", *desk.formatter.leaf(day))
    text, closes = desk.deadline(posting, standing), utc(standing.closes)
    label, bound = desk.gettext("Apply by"), desk.bound(posting, standing)
    if posting.deadline.kind is DeadlineKind.OPEN:
        return When(desk.gettext("Open"), text, bound, "", closes, "", "", "")
    shown = standing.last_day.isoformat()
    if posting.deadline.kind is DeadlineKind.MOMENT:
        hours, minutes = divmod(posting.deadline.minute, 60)
        shown = f"{shown}T{hours:02}:{minutes:02}{standing.closes.isoformat()[-6:]}"
    return When(label, text, bound, shown, closes, *desk.formatter.leaf(standing.last_day))


def with_weekday(shown: When, posting: Posting, standing: Standing, desk: Desk) -> When:
    """The same as the posting's own page shows it, where a deadline that is still to come has its weekday."""
    return shown._replace(text=desk.deadline_with_weekday(posting, standing)) if shown.closes else shown


def card_of(press: Press, id_: str, language: str) -> Card:
    """The card of a posting on pages in `language`."""
    return press.once(("card", language, id_), lambda: _card(press, id_, language))


def _card(press: Press, id_: str, language: str) -> Card:
    site, desk = press.site, press.desks[language]
    posting, standing = site.postings[id_], site.standings[id_]
    edition = posting.best_edition(language)
    other = "" if edition.language == language else edition.language
    shows_badge = standing.state is not State.OPEN
    is_bounded = standing.state is State.CLOSING_SOON and posting.deadline.kind is DeadlineKind.OPEN
    return Card(
        id=id_,
        title=said_in(edition.title, other),
        url=press.url(posting_route(site, language, id_)),
        hreflang=other,
        organization=said(desk.organization(posting, site.content)),
        place=press.once(("places", language, posting.locations), lambda: desk.places(posting, site.content)),
        pay=desk.salary(posting.salary) if posting.salary else "",
        terms=tuple(terms(posting, desk)),
        when=when(posting, standing, desk),
        state=standing.state.value,
        badge=desk.state(standing.state) if shows_badge else "",
        language=said_in(own_name(other), other) if other else None,
        featured=desk.gettext("Featured") if posting.featured and standing.state.takes_applications else "",
        until=desk.listed_until(standing) if is_bounded else "",
    )


def terms(posting: Posting, desk: Desk) -> Iterable[str]:
    """Employment types and remote work, as far as they tell one posting from another."""
    yield from (desk.employment_type(kind) for kind in posting.employment_type)
    if posting.remote is not Remote.NO:
        yield desk.remote(posting.remote)


def draw_card(press: Press, id_: str, language: str) -> Html:
    """The card as HTML, drawn once a language."""

    def draw() -> Html:
        page = f"the card of {id_} ({language})"
        words = press.desks[language].gettext
        return press.renderer.draw("_card.html", page, card=card_of(press, id_, language), _=words)

    return press.once(("drawn card", language, id_), draw)


def draw_cards(press: Press, ids: Iterable[str], language: str) -> tuple[Html, ...]:
    """The cards of several postings."""
    return tuple(draw_card(press, id_, language) for id_ in ids)
