"""News and pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from builders import config, content, edition, site
from presses import press_of

from jobglot.model import ContentPage, NewsItem
from jobglot.press import Press
from jobglot.problem import Origin
from jobglot.routes import PageType, Route
from jobglot.view_text import news_index_view, news_lines, news_view, page_view

OLD = NewsItem("old", (edition("en", title="Old", summary="Long ago"),), Origin("n"), date(2025, 1, 1), "acme")
NEW = NewsItem("new", (edition("en", title="New"), edition("fr", title="Neuf")), Origin("n"), date(2026, 1, 1))
PAGE = ContentPage("about", (edition("en", title="About us"),), Origin("p"))


def press_for() -> Press:
    held = content(news=(NEW, OLD), pages=(PAGE,))
    return press_of(site(content=held, news=("new", "old"), config=config(per_page=1)))


def test_news_stand_in_the_order_of_the_site() -> None:
    """The newest first, only those written in the language."""
    assert [(line.title, line.date) for line in news_lines(press_for(), "en")] == [
        ("New", "1 January 2026"),
        ("Old", "1 January 2025"),
    ]
    assert [line.title for line in news_lines(press_for(), "fr")] == ["Neuf"]


def test_the_index_has_pages() -> None:
    """As any list."""
    view = news_index_view(press_for(), Route(PageType.NEWS_INDEX, "en", number=2))
    assert [line.title for line in view.lines] == ["Old"]
    assert view.pages is not None


def test_a_news_item_tells_when_and_whose() -> None:
    """And leads back to the others."""
    view = news_view(press_for(), OLD, OLD.editions[0])
    assert (view.title, view.datetime) == ("Old", "2025-01-01")
    assert view.organization is not None
    assert view.more is not None


def test_a_page_has_no_date() -> None:
    """It holds until it is changed."""
    view = page_view(press_for(), PAGE, replace(PAGE.editions[0], summary="Who we are"))
    assert (view.title, view.summary, view.date, view.more) == ("About us", "Who we are", "", None)
    assert view.body == "<p>Build pipelines.</p>"
