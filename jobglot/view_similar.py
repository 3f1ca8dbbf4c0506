"""The similar jobs of a posting, and why they are there."""

from __future__ import annotations

from typing import NamedTuple

from jobglot.desk import Desk
from jobglot.i18n import N_
from jobglot.press import Press
from jobglot.render import Html
from jobglot.site import Similar
from jobglot.view_card import draw_card


class SimilarView(NamedTuple):
    """A similar posting: its card, in words why it is there, and whether it only steps in for one that closes."""

    card: Html
    reasons: str
    is_spare: bool


def similar_views(press: Press, id_: str, language: str) -> tuple[SimilarView, ...]:
    """The similar postings of a posting, in the order of their likeness."""
    desk, shown = press.desks[language], press.site.config.similar.count

    def why(found: Similar) -> str:
        return press.once(("why", language, found.reasons), lambda: desk.formatter.list(reasons(found, press, desk)))

    return tuple(
        SimilarView(draw_card(press, found.id, language), why(found), at >= shown)
        for at, found in enumerate(press.site.similar.get(id_, ()))
    )


PLAIN_REASONS = {
    "title": N_("similar title"),
    "organization": N_("same organization"),
    "remote": N_("remote work as well"),
    "contract": N_("same kind of contract"),
    "text": N_("similar tasks"),
}


def reasons(similar: Similar, press: Press, desk: Desk) -> list[str]:
    """Why a posting is like another: "similar title", "same field: IT", "same place: Brussels"."""
    content = press.site.content
    fields = {"category": content.categories, "industry": content.industries}
    found: list[str] = []
    for reason in similar.reasons:
        kind, _, name = reason.partition(":")
        if kind in fields and name in fields[kind]:
            found.append(desk.gettext("same field: %(name)s") % {"name": desk.term(fields[kind][name]).text})
        elif kind == "place" and name in content.places:
            found.append(desk.gettext("same place: %(name)s") % {"name": desk.term(content.places[name]).text})
        elif kind == "city":
            found.append(desk.gettext("same place: %(name)s") % {"name": name})
        elif kind in PLAIN_REASONS:
            found.append(desk.gettext(PLAIN_REASONS[kind]))
    return list(dict.fromkeys(found))
