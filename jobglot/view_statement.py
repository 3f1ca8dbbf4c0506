"""The accessibility statement that a board has of itself: `statement.html`.

Public bodies in the EU owe one with a way to complain (Directive 2016/2102, article 7). A site that writes a page with
the id `accessibility` replaces it. It claims no more than what is tested of the packaged pages.
"""

from __future__ import annotations

from typing import NamedTuple

from jobglot.press import Press
from jobglot.routes import Route
from jobglot.view_apply import mailto
from jobglot.views import Said, said


class StatementView(NamedTuple):
    """The view of `statement.html`; `report` is where to tell of an obstacle, "" where the board names no address."""

    heading: Said
    board: Said
    report: str


def statement_view(press: Press, route: Route) -> StatementView:
    """The statement in one language."""
    desk, config = press.desks[route.language], press.site.config
    report = mailto(config.report.email, desk.gettext("Accessibility")) if config.report.email else config.report.url
    return StatementView(Said(desk.gettext("Accessibility")), said(desk.phrase(config.name)), report)
