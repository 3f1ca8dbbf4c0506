"""The facts of a posting as rows of a table, and its selection criteria: `_facts.html`, `_criteria.html`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from jobglot.desk import Desk
from jobglot.locations import spot
from jobglot.model import CriteriaStage, EmploymentType, Localized, Location, Phrase, Posting, Remote
from jobglot.press import Press
from jobglot.routes import PageType, Route
from jobglot.view_card import card_of
from jobglot.view_organization import employer_link
from jobglot.views import Link, Said, said


class Fact(NamedTuple):
    """A label with its values; a value without address is plain text. `datetime` is set where the value is a date."""

    label: str
    values: tuple[Link, ...]
    datetime: str = ""
    note: Said | None = None


class Grid(NamedTuple):
    """A selection grid; `total` is "" where it is not scored."""

    stage: Said
    rows: tuple[tuple[Said, str], ...]
    total: str


def facts(press: Press, posting: Posting, desk: Desk) -> tuple[Fact, ...]:
    """Every fact that is known, in the order in which a reader asks."""
    groups = (_where(press, posting, desk), _terms(press, posting, desk), _asked(posting, desk))
    return tuple(fact for group in groups for fact in group if fact.values or fact.note)


def _where(press: Press, posting: Posting, desk: Desk) -> Iterator[Fact]:
    content, language, _ = press.site.content, desk.language, desk.gettext
    yield Fact(_("Organization"), (employer_link(press, posting.id, language),))
    yield _phrase(_("Department"), posting.department, desk)
    places = (_place_link(press, location, desk) for location in posting.locations)
    yield Fact(_("Place of work"), tuple(link for link in places if link))
    if posting.remote is not Remote.NO:
        yield _text(_("Remote work"), desk.remote(posting.remote))
    if posting.applicant_countries:
        names = desk.formatter.list(desk.country(code) for code in posting.applicant_countries)
        yield _text(_("Applicants may live in"), names)
    yield Fact(_("Category"), tuple(_category_link(press, id_, desk) for id_ in posting.categories))
    if posting.industry:
        yield Fact(_("Sector"), (Link(said(desk.term(content.industries[posting.industry])), ""),))


def _terms(press: Press, posting: Posting, desk: Desk) -> Iterator[Fact]:
    standing, _ = press.site.standings[posting.id], desk.gettext
    if standing.state.is_over:
        yield _text(_("Deadline"), desk.deadline(posting, standing))
    if posting.salary:
        note = said(desk.phrase(posting.salary.note)) if posting.salary.note else None
        yield Fact(_("Pay"), (Link(Said(card_of(press, posting.id, desk.language).pay), ""),), note=note)
    yield _text(_("Grade"), posting.grade)
    yield Fact(_("Type of employment"), tuple(_type_link(press, kind, desk) for kind in posting.employment_type))
    if posting.contract:
        note = said(desk.phrase(posting.contract.note)) if posting.contract.note else None
        yield Fact(_("Contract"), (Link(Said(desk.contract(posting.contract)), ""),), note=note)
        if posting.contract.probation_months:
            yield _text(_("Probation"), desk.duration(posting.contract.probation_months))
    if posting.minutes_per_week:
        yield _text(_("Working time"), desk.working_time(posting.minutes_per_week))
    if posting.leave_days:
        yield _text(_("Leave"), desk.counted("%(count)s day a year", "%(count)s days a year", posting.leave_days))
    if posting.starts:
        yield _start(*posting.starts, desk)
    if posting.positions and posting.positions > 1:
        yield _text(_("Positions"), desk.formatter.number(posting.positions))


def _asked(posting: Posting, desk: Desk) -> Iterator[Fact]:
    _ = desk.gettext
    for label, required in ((_("Languages required"), True), (_("Languages that help"), False)):
        names = (desk.language_skill(skill) for skill in posting.languages if skill.required is required)
        yield Fact(label, tuple(Link(Said(name), "") for name in names))
    if posting.experience:
        length = desk.experience(posting.experience)
        note = said(desk.phrase(posting.experience.note)) if posting.experience.note else None
        yield Fact(_("Experience"), (Link(Said(length), ""),) if length else (), note=note)
    yield _phrase(_("Education"), posting.education, desk)
    yield _phrase(_("Who may apply"), posting.eligibility, desk)
    yield _phrase(_("Security clearance"), posting.clearance, desk)
    for own in posting.more:
        yield _phrase(desk.phrase(own.name).text, own.text, desk)
    yield _text(_("Reference"), posting.reference)
    yield _date(_("Published"), posting.posted, desk)


def updated_fact(updated: dt.date, posting: Posting, desk: Desk) -> Fact | None:
    """When the posting last changed, unless that is the day it appeared."""
    return _date(desk.gettext("Last changed"), updated, desk) if updated > posting.first_day else None


def _text(label: str, text: str) -> Fact:
    return Fact(label, (Link(Said(text), ""),) if text else ())


def _date(label: str, day: dt.date, desk: Desk) -> Fact:
    return Fact(label, (Link(Said(desk.date(day)), ""),), day.isoformat())


def _phrase(label: str, text: Localized | None, desk: Desk) -> Fact:
    return Fact(label, (Link(said(desk.phrase(text)), ""),) if text else ())


def _start(year: int, month: int, day: int | None, desk: Desk) -> Fact:
    label = desk.gettext("Starts")
    if day is None:
        return Fact(label, (Link(Said(desk.month(year, month)), ""),), f"{year:04}-{month:02}")
    return _date(label, dt.date(year, month, day), desk)


def _place_link(press: Press, location: Location, desk: Desk) -> Link | None:
    """The whole name of a place of work; None when nothing is known of it."""

    def link() -> Link | None:
        found = spot(location, press.site.content)
        name = desk.place(found)
        route = Route(PageType.LISTING, desk.language, "places", found.place)
        return press.link(route, Phrase(name)) if name else None

    return press.once(("link to place", desk.language, location), link)


def _category_link(press: Press, id_: str, desk: Desk) -> Link:
    route = Route(PageType.LISTING, desk.language, "categories", id_)
    return press.once(("link", route), lambda: press.link(route, desk.term(press.site.content.categories[id_])))


def _type_link(press: Press, kind: EmploymentType, desk: Desk) -> Link:
    route = Route(PageType.LISTING, desk.language, "employment_types", kind.value)
    return press.once(("link", route), lambda: press.link(route, Phrase(desk.employment_type(kind))))


def grids(criteria: tuple[CriteriaStage, ...], desk: Desk) -> tuple[Grid, ...]:
    """The selection grids with their points as figures."""

    def points(count: int | None) -> str:
        return "" if count is None else desk.formatter.number(count)

    return tuple(
        Grid(
            stage=said(desk.phrase(stage.stage)),
            rows=tuple((said(desk.phrase(item.label)), points(item.points)) for item in stage.items),
            total=points(stage.out_of),
        )
        for stage in criteria
    )
