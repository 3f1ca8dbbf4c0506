"""The similar jobs of a posting, and why they are there."""

from __future__ import annotations

from typing import NamedTuple

from jobglot.desk import Desk
from jobglot.i18n import N_
from jobglot.press import Press
from jobglot.render import Html
from jobglot.site import Similar
from jobglot.view_card import draw_card

SEPARATOR = " · "
"""Between reasons, since each may be a list itself."""


class SimilarView(NamedTuple):
    """A similar posting: its card, in words why it is there, and whether it only steps in for one that closes."""

    card: Html
    reasons: str
    is_spare: bool


def similar_views(press: Press, id_: str, language: str) -> tuple[SimilarView, ...]:
    """The similar postings of a posting, in the order of their likeness."""
    desk, shown = press.desks[language], press.site.config.similar.count

    def why(found: Similar) -> str:
        return press.once(("why", language, found.reasons), lambda: SEPARATOR.join(reasons(found, press, desk)))

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


FIELD, PLACE = N_("same field: %(name)s"), N_("same place: %(name)s")


def reasons(similar: Similar, press: Press, desk: Desk) -> list[str]:
    """Why a posting is like another: "similar title", "same field: IT, Health", "same place: Brussels"."""
    content = press.site.content
    fields = {"category": content.categories, "industry": content.industries}
    # Each message with the names that go into it, so that nothing is said twice.
    found: dict[str, dict[str, None]] = {}
    for reason in similar.reasons:
        kind, _, name = reason.partition(":")
        if kind in fields and name in fields[kind]:
            found.setdefault(FIELD, {})[desk.term(fields[kind][name]).text] = None
        elif kind == "place" and name in content.places:
            found.setdefault(PLACE, {})[desk.term(content.places[name]).text] = None
        elif kind == "city":
            found.setdefault(PLACE, {})[name] = None
        elif kind in PLAIN_REASONS:
            found.setdefault(PLAIN_REASONS[kind], {})
    return [
        desk.gettext(message) % {"name": desk.joined(names)} if names else desk.gettext(message)
        for message, names in found.items()
    ]
