"""The pages that hold no content of their own: language chooser, 404, redirects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from jobglot import jsonld
from jobglot.alternates import alternates
from jobglot.desk import Desk
from jobglot.formats import direction, own_name
from jobglot.i18n import N_
from jobglot.jsontext import Json
from jobglot.press import Press
from jobglot.routes import PageType, Route
from jobglot.view_chrome import Feed, frame, shortened
from jobglot.view_list import counted_jobs, ids_of
from jobglot.views import Link, Said, said


@dataclass(frozen=True, slots=True)
class Choice:
    """A language of the board, in its own words."""

    language: str
    direction: str
    name: str
    board: Said
    tagline: Said | None
    url: str
    count: str


class ChooserView(NamedTuple):
    """The view of `chooser.html`, the page at `/`, whose address is mostly what feed readers and messages are given.

    `feeds` are those of the whole board in every language.
    """

    language: str
    direction: str
    locale: str
    other_locales: tuple[str, ...]
    board: Said
    description: str
    picture: str
    feeds: tuple[Feed, ...]
    data: Mapping[str, Json]
    choices: tuple[Choice, ...]
    alternates: tuple[tuple[str, str], ...]
    canonical: str


def chooser_view(press: Press) -> ChooserView:
    """Every language with the way to its home page."""
    config, default = press.site.config, press.desks[press.site.config.default]
    root = Route(PageType.CHOOSER)
    tagline = default.phrase(config.tagline).text if config.tagline else ""
    return ChooserView(
        language=default.language,
        direction=default.direction,
        locale=default.locale,
        other_locales=tuple(press.desks[tag].locale for tag in config.languages if tag != default.language),
        board=said(default.phrase(config.name)),
        description=shortened(tagline),
        picture=frame(press, default.language).picture,
        feeds=tuple(feed for tag in config.languages for feed in frame(press, tag).feeds),
        data=jsonld.board(press.site, press.links, default),
        choices=tuple(_choice(press, press.desks[tag]) for tag in config.languages),
        alternates=tuple(
            (tag, press.links.absolute(version)) for tag, version in alternates(root, press.site, press.links)
        ),
        canonical=press.links.absolute(root),
    )


def _choice(press: Press, desk: Desk) -> Choice:
    config, home = press.site.config, Route(PageType.HOME, desk.language)
    return Choice(
        language=desk.language,
        direction=direction(desk.language),
        name=own_name(desk.language),
        board=said(desk.phrase(config.name)),
        tagline=said(desk.phrase(config.tagline)) if config.tagline else None,
        url=press.url(home),
        count=counted_jobs(desk, len(ids_of(press, home))),
    )


class NotFoundView(NamedTuple):
    """The view of `not_found.html`: a part a language; only one but on the page for all languages."""

    parts: tuple[NotFoundPart, ...]


class NotFoundPart(NamedTuple):
    """What to say in one language."""

    language: str
    direction: str
    heading: str
    text: str
    ways: tuple[Link, ...]


def not_found_view(press: Press, route: Route) -> NotFoundView:
    """What a reader sees at an address that leads nowhere: in the page's language, or in every one."""
    languages = (route.language,) if route.language else press.site.config.languages
    return NotFoundView(tuple(_not_found_part(press, press.desks[tag]) for tag in languages))


def _not_found_part(press: Press, desk: Desk) -> NotFoundPart:
    ways = (
        (N_("All open jobs"), Route(PageType.HOME, desk.language)),
        (N_("Find a job"), Route(PageType.SEARCH, desk.language)),
        (N_("Closed jobs"), Route(PageType.ARCHIVE, desk.language)),
    )
    return NotFoundPart(
        language=desk.language,
        direction=desk.direction,
        heading=desk.gettext("This page does not exist"),
        text=desk.gettext("The job may have closed and its page been removed, or the address is misspelt."),
        ways=press.links_to(desk.language, *ways),
    )


class RedirectView(NamedTuple):
    """The view of `redirect.html`."""

    language: str
    direction: str
    url: str
    canonical: str
    title: str


def redirect_view(press: Press, route: Route, target: Route, title: str) -> RedirectView:
    """A page that leads on to where a thing now is."""
    return RedirectView(
        route.language,
        direction(route.language),
        press.url(target),
        press.links.absolute(target),
        title,
    )
