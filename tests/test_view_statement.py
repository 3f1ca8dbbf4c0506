"""The accessibility statement that a board has of itself."""

from __future__ import annotations

from builders import config, content, edition, posting, site
from presses import press_of

from jobglot.addresses import has_statement
from jobglot.model import ContentPage
from jobglot.pages import html
from jobglot.problem import Origin
from jobglot.routes import PageType, Route
from jobglot.settings import Report
from jobglot.view_statement import statement_view


def test_it_says_where_to_complain() -> None:
    """By mail, by a form, or not at all."""
    route = Route(PageType.STATEMENT, "en")
    mail = press_of(site(posting(), config=config(report=Report(email="jobs@example.org"))))
    assert statement_view(mail, route).report == "mailto:jobs@example.org?subject=Accessibility"
    form = press_of(site(posting(), config=config(report=Report(url="https://example.org/help"))))
    assert statement_view(form, route).report == "https://example.org/help"
    none = press_of(site(posting(), config=config(report=Report())))
    assert "Report an obstacle" not in html(none, route)


def test_a_site_with_a_statement_of_its_own_needs_none() -> None:
    """Language by language; a page that merely lies there counts too."""
    own = ContentPage("accessibility", (edition("en", slug="a11y"),), Origin("p"))
    board = site(posting(), content=content(posting(), pages=(own,)))
    assert has_statement(board, "en")
    assert not has_statement(board, "fr")
    other = ContentPage("other", (edition("fr", slug="accessibility"),), Origin("p"))
    assert has_statement(site(posting(), content=content(posting(), pages=(other,))), "fr")
