"""The home page: open jobs, and ways into the board: `home.html`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from jobglot.jsontext import utc
from jobglot.listings import paginate, readable
from jobglot.model import DeadlineKind
from jobglot.press import Press, posting_route
from jobglot.render import Html
from jobglot.routes import PageType, Route
from jobglot.view_card import draw_cards
from jobglot.view_list import Pages, Subscribe, counted_jobs, ids_of, order_of, pages_view, subscribe_view
from jobglot.view_text import NewsLine, news_lines
from jobglot.views import Link, Said, said, said_in

SOON, NEWS, CATEGORIES = 4, 3, 12


class Soon(NamedTuple):
    """A job about to close, in one line."""

    link: Link
    when: str
    closes: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """The view of `home.html`. What stands beside the list is there on the first page only."""

    heading: Said
    is_first: bool
    count: str
    order: str
    search: str
    cards: tuple[Html, ...]
    pages: Pages | None
    soon: tuple[Soon, ...]
    soon_url: str
    categories: tuple[tuple[Link, str], ...]
    categories_url: str
    news: tuple[NewsLine, ...]
    news_url: str
    subscribe: Subscribe
    archive: str


def home_view(press: Press, route: Route) -> HomeView:
    """One page of the open jobs; the first one welcomes."""
    site, language = press.site, route.language
    desk, config = press.desks[language], site.config
    ids = ids_of(press, route)
    shown = paginate(ids, config.per_page)
    is_first = route.number == 1
    soon_url, news_url = (press.url(Route(type_, language)) for type_ in (PageType.CLOSING_SOON, PageType.NEWS_INDEX))
    categories_url = press.url(Route(PageType.LISTING_INDEX, language, "categories"))
    return HomeView(
        heading=said(desk.phrase(config.tagline or config.name)) if is_first else Said(desk.gettext("Open jobs")),
        is_first=is_first,
        count=counted_jobs(desk, len(ids)),
        order=order_of(press, shown[route.number - 1], language),
        search=press.url(Route(PageType.SEARCH, language)) if is_first else "",
        cards=draw_cards(press, shown[route.number - 1], language),
        pages=pages_view(press, route, len(shown)),
        soon=soon(press, language) if is_first and soon_url else (),
        soon_url=soon_url,
        categories=top_categories(press, language) if is_first and categories_url else (),
        categories_url=categories_url,
        news=news_lines(press, language)[:NEWS] if is_first and news_url else (),
        news_url=news_url,
        subscribe=subscribe_view(press, route),
        archive=press.url(Route(PageType.ARCHIVE, language)),
    )


def soon(press: Press, language: str) -> tuple[Soon, ...]:
    """The jobs that close next."""
    site, desk = press.site, press.desks[language]
    lines = []
    for id_ in readable(site.postings, site.closing_soon, language, site.config.fallback)[:SOON]:
        posting = site.postings[id_]
        edition = posting.best_edition(language)
        other = "" if edition.language == language else edition.language
        url = press.url(posting_route(site, language, id_))
        # Of a job that is open until filled, the day on which it goes is what closes soon.
        is_open = posting.deadline.kind is DeadlineKind.OPEN
        deadline = (desk.bound if is_open else desk.deadline)(posting, site.standings[id_])
        closes = utc(site.standings[id_].closes)
        lines.append(Soon(Link(said_in(edition.title, other), url, other), deadline, closes))
    return tuple(lines)


def top_categories(press: Press, language: str) -> tuple[tuple[Link, str], ...]:
    """The broadest categories that have open jobs, the fullest first."""
    desk = press.desks[language]
    found: list[tuple[int, int, Link]] = []
    for listing in press.site.listings:
        route = Route(PageType.LISTING, language, "categories", listing.id)
        if listing.kind == "categories" and not listing.depth and press.links.has(route):
            count = len(ids_of(press, route))
            if count:
                found.append(
                    (-count, len(found), press.link(route, desk.term(press.site.content.categories[listing.id])))
                )
    return tuple((link, desk.formatter.number(-count)) for count, _, link in sorted(found)[:CATEGORIES])
