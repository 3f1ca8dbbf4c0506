"""News and pages: `news_index.html`, `text.html`."""

from __future__ import annotations

from typing import NamedTuple

from jobglot.listings import paginate
from jobglot.model import ContentPage, Edition, NewsItem
from jobglot.press import Press
from jobglot.render import Html
from jobglot.routes import PageType, Route
from jobglot.view_list import Pages, pages_view
from jobglot.view_organization import organization_link
from jobglot.view_posting import AttachmentView, attachment_views
from jobglot.views import Link, Said


class NewsLine(NamedTuple):
    """A news item in a list."""

    title: str
    url: str
    date: str
    datetime: str
    summary: str


class NewsIndexView(NamedTuple):
    """The view of `news_index.html`."""

    heading: Said
    lines: tuple[NewsLine, ...]
    pages: Pages | None


class TextView(NamedTuple):
    """The view of `text.html`, for news (which have a date) and pages (which have none)."""

    id: str
    title: str
    summary: str
    date: str
    datetime: str
    organization: Link | None
    body: Html
    attachments: tuple[AttachmentView, ...]
    more: Link | None


def news_lines(press: Press, language: str) -> tuple[NewsLine, ...]:
    """All news written in a language, the newest first."""
    desk = press.desks[language]
    items = {item.id: item for item in press.site.content.news}
    return tuple(
        NewsLine(
            edition.title,
            press.url(Route(PageType.NEWS, language, id=id_)),
            desk.date(items[id_].date),
            items[id_].date.isoformat(),
            edition.summary,
        )
        for id_ in press.site.news
        if (edition := items[id_].edition(language))
    )


def news_index_view(press: Press, route: Route) -> NewsIndexView:
    """One page of the news."""
    shown = paginate(news_lines(press, route.language), press.site.config.per_page)
    return NewsIndexView(
        heading=Said(press.desks[route.language].gettext("News")),
        lines=shown[route.number - 1],
        pages=pages_view(press, route, len(shown)),
    )


def news_view(press: Press, item: NewsItem, edition: Edition) -> TextView:
    """A news item."""
    desk = press.desks[edition.language]
    index = press.url(Route(PageType.NEWS_INDEX, edition.language))
    return TextView(
        id=item.id,
        title=edition.title,
        summary=edition.summary,
        date=desk.date(item.date),
        datetime=item.date.isoformat(),
        organization=organization_link(press, item.organization, edition.language) if item.organization else None,
        body=press.body(edition.body, edition.origin.path),
        attachments=tuple(attachment_views(press, "news", item.id, item.attachments, desk)),
        more=Link(Said(desk.gettext("All news")), index) if index else None,
    )


def page_view(press: Press, page: ContentPage, edition: Edition) -> TextView:
    """A page such as "About"."""
    return TextView(
        id=page.id,
        title=edition.title,
        summary=edition.summary,
        date="",
        datetime="",
        organization=None,
        body=press.body(edition.body, edition.origin.path),
        attachments=tuple(attachment_views(press, "pages", page.id, page.attachments, press.desks[edition.language])),
        more=None,
    )
