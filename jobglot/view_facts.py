"""The facts of a posting as rows of a table, and its selection criteria: `_facts.html`, `_criteria.html`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from jobglot.desk import Desk
from jobglot.i18n import N_
from jobglot.locations import spot
from jobglot.model import CriteriaStage, Localized, Phrase, Posting, Remote, Term
from jobglot.press import Press
from jobglot.routes import PageType, Route
from jobglot.view_card import card_of
from jobglot.view_organization import employer_link
from jobglot.views import Link, Said, said


@dataclass(frozen=True, slots=True)
class Fact:
    """A label with its values; a value without address is plain text. `datetime` is set where the value is a date."""

    label: str
    values: tuple[Link, ...]
    datetime: str = ""
    note: Said | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A selection grid; `total` is "" where it is not scored."""

    stage: Said
    rows: tuple[tuple[Said, str], ...]
    total: str


def facts(press: Press, posting: Posting, desk: Desk) -> tuple[Fact, ...]:
    """Every fact that is known, in the order in which a reader asks."""
    return tuple(
        Fact(desk.gettext(fact.label), fact.values, fact.datetime, fact.note)
        for group in (_where(press, posting, desk), _terms(press, posting, desk), _asked(posting, desk))
        for fact in group
        if fact.values or fact.note
    )


def _where(press: Press, posting: Posting, desk: Desk) -> Iterator[Fact]:
    content, language = press.site.content, desk.language
    yield Fact(N_("Organization"), (employer_link(press, posting.id, language),))
    yield _phrase(N_("Department"), posting.department, desk)
    places = [spot(location, content) for location in posting.locations]
    yield Fact(
        N_("Place of work"),
        tuple(
            press.link(Route(PageType.LISTING, language, "places", found.place), Phrase(desk.place(found)))
            for found in places
            if desk.place(found)
        ),
    )
    if posting.remote is not Remote.NO:
        yield _text(N_("Remote work"), desk.remote(posting.remote))
    if posting.applicant_countries:
        names = desk.formatter.list(desk.country(code) for code in posting.applicant_countries)
        yield _text(N_("Applicants may live in"), names)
    yield Fact(N_("Category"), tuple(_term_links(press, "categories", posting.categories, content.categories, desk)))
    if posting.industry:
        yield Fact(N_("Sector"), (Link(said(desk.term(content.industries[posting.industry])), ""),))


def _terms(press: Press, posting: Posting, desk: Desk) -> Iterator[Fact]:
    standing = press.site.standings[posting.id]
    if standing.state.is_over:
        yield _text(N_("Deadline"), desk.deadline(posting, standing))
    if posting.salary:
        note = said(desk.phrase(posting.salary.note)) if posting.salary.note else None
        yield Fact(N_("Pay"), (Link(Said(card_of(press, posting.id, desk.language).pay), ""),), note=note)
    yield _text(N_("Grade"), posting.grade)
    yield Fact(
        N_("Type of employment"),
        tuple(
            press.link(
                Route(PageType.LISTING, desk.language, "employment_types", kind.value),
                Phrase(desk.employment_type(kind)),
            )
            for kind in posting.employment_type
        ),
    )
    if posting.contract:
        note = said(desk.phrase(posting.contract.note)) if posting.contract.note else None
        yield Fact(N_("Contract"), (Link(Said(desk.contract(posting.contract)), ""),), note=note)
        if posting.contract.probation_months:
            yield _text(N_("Probation"), desk.duration(posting.contract.probation_months))
    if posting.minutes_per_week:
        yield _text(N_("Working time"), desk.working_time(posting.minutes_per_week))
    if posting.leave_days:
        yield _text(N_("Leave"), desk.counted("%(count)s day a year", "%(count)s days a year", posting.leave_days))
    if posting.starts:
        yield _start(*posting.starts, desk)
    if posting.positions and posting.positions > 1:
        yield _text(N_("Positions"), desk.formatter.number(posting.positions))


def _asked(posting: Posting, desk: Desk) -> Iterator[Fact]:
    for label, required in ((N_("Languages required"), True), (N_("Languages that help"), False)):
        names = tuple(desk.language_skill(skill) for skill in posting.languages if skill.required is required)
        yield Fact(label, tuple(Link(Said(name), "") for name in names))
    if posting.experience:
        length = desk.experience(posting.experience)
        note = said(desk.phrase(posting.experience.note)) if posting.experience.note else None
        yield Fact(N_("Experience"), (Link(Said(length), ""),) if length else (), note=note)
    yield _phrase(N_("Education"), posting.education, desk)
    yield _phrase(N_("Who may apply"), posting.eligibility, desk)
    yield _phrase(N_("Security clearance"), posting.clearance, desk)
    yield _text(N_("Reference"), posting.reference)
    yield _date(N_("Published"), posting.posted, desk)


def updated_fact(updated: dt.date, posting: Posting, desk: Desk) -> Fact | None:
    """When the posting last changed, unless that is the day it was published."""
    if updated <= posting.posted:
        return None
    fact = _date(N_("Last changed"), updated, desk)
    return Fact(desk.gettext(fact.label), fact.values, fact.datetime)


def _text(label: str, text: str) -> Fact:
    return Fact(label, (Link(Said(text), ""),) if text else ())


def _date(label: str, day: dt.date, desk: Desk) -> Fact:
    return Fact(label, (Link(Said(desk.date(day)), ""),), day.isoformat())


def _phrase(label: str, text: Localized | None, desk: Desk) -> Fact:
    return Fact(label, (Link(said(desk.phrase(text)), ""),) if text else ())


def _start(year: int, month: int, day: int | None, desk: Desk) -> Fact:
    if day is None:
        return Fact(N_("Starts"), (Link(Said(desk.month(year, month)), ""),), f"{year:04}-{month:02}")
    return _date(N_("Starts"), dt.date(year, month, day), desk)


def _term_links(press: Press, kind: str, ids: Iterable[str], terms: Mapping[str, Term], desk: Desk) -> Iterator[Link]:
    for id_ in ids:
        route = Route(PageType.LISTING, desk.language, kind, id_)
        yield press.once(("link", route), partial(_term_link, press, route, terms[id_], desk))


def _term_link(press: Press, route: Route, term: Term, desk: Desk) -> Link:
    return press.link(route, desk.term(term))


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
