"""What a change of the content does to the board, in words: two sites as of one instant, compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from jobglot.deadlines import life
from jobglot.model import DeadlineKind, Posting, Salary, State
from jobglot.other_changes import other_changes
from jobglot.plan import Plan
from jobglot.problem import Problem
from jobglot.site import Site
from jobglot.sitemap import is_indexed
from jobglot.spoilt import Spoilt, thing_of, told_of_texts


class ChangeKind(Enum):
    """What happened to a posting."""

    NEW = "new"
    GONE = "gone"
    WRONG = "wrong"
    """It has an error, and is left out only for that."""
    MENDED = "mended"
    STATE = "state"
    DEADLINE = "deadline"
    PAY = "pay"
    TITLE = "title"
    EDITION_ADDED = "edition_added"
    EDITION_REMOVED = "edition_removed"
    TEXT = "text"
    FACTS = "facts"


@dataclass(frozen=True, slots=True)
class PostingChange:
    """One thing that happened to one posting, as a sentence without its subject: "the deadline moves 3 days later"."""

    id: str
    title: str
    kind: ChangeKind
    words: str


@dataclass(frozen=True, slots=True)
class SiteChange:
    """Everything that differs; addresses are whole URLs, sorted."""

    postings: tuple[PostingChange, ...]
    pages_new: tuple[str, ...]
    pages_gone: tuple[str, ...]
    pages_unlisted: tuple[str, ...] = ()
    """Those that are there still, but not for search engines any more: closed ones, and ones that lead elsewhere."""
    others: tuple[str, ...] = ()
    """What else changes, as sentences without a full stop."""
    is_readable: bool = True
    """Whether the board can be read at all now."""


def compare(
    before: Plan | None, after: Plan | None, former: Iterable[Problem] = (), present: Iterable[Problem] = ()
) -> SiteChange:
    """What differs between two plans as of one instant, and of what their problems had to be left out.

    Where there was no site, all is new; where one could not be read, nobody knows.
    """
    if after is None:
        return SiteChange((), (), (), is_readable=False)
    if before is None and any(problem.code != "no-config" for problem in former):
        return SiteChange((), (), (), others=("The board can be read again, which it could not be before",))
    one, other = pages_of(before) if before else frozenset(), pages_of(after)
    if before:
        was, now = Spoilt(before.site, former), Spoilt(after.site, present)
        told = tuple(posting_changes(before.site, after.site, was, now))
        others = (*told_of_texts(before.site, now), *other_changes(before, after))
        links = before.press.links
        one -= {links.absolute(route) for route in links.paths if now.left_out(thing_of(route))}
    else:
        told = tuple(_change(p, after.site, ChangeKind.NEW, _new(p, after.site)) for p in after.site.content.postings)
        others = ()
    there = _every(after)
    return SiteChange(
        told,
        tuple(sorted(other - one)),
        tuple(sorted(one - there)),
        tuple(sorted((one - other) & there)),
        others,
    )


def _every(planned: Plan) -> frozenset[str]:
    links = planned.press.links
    return frozenset(map(links.absolute, links.paths))


def pages_of(planned: Plan) -> frozenset[str]:
    """The whole URLs of the pages that search engines are to know."""
    links = planned.press.links
    return frozenset(links.absolute(route) for route in links.paths if is_indexed(route, planned.site))


def posting_changes(before: Site, after: Site, was: Spoilt, now: Spoilt) -> Iterator[PostingChange]:
    """What happened to each posting, by id, the weightiest first. `was` and `now` tell what errors keep away."""
    renamed = _by_title(after.postings[id_] for id_ in sorted(after.postings.keys() - before.postings.keys()))
    for id_ in sorted(before.postings.keys() | after.postings.keys()):
        one, other = before.postings.get(id_), after.postings.get(id_)
        if one is None and other is not None:
            if was.left_out(f"postings/{id_}"):
                yield _change(other, after, ChangeKind.MENDED, _new(other, after, "is right again"))
            else:
                yield _change(other, after, ChangeKind.NEW, _new(other, after))
        elif other is None and one is not None:
            if now.left_out(f"postings/{id_}"):
                yield _change(one, before, ChangeKind.WRONG, now.words(f"postings/{id_}", one.organization))
            else:
                yield _change(one, before, ChangeKind.GONE, _gone(one, renamed))
        elif one is not None and other is not None and one != other:
            for kind, words in _differences(one, other, before, after):
                yield _change(other, after, kind, words)


def _change(posting: Posting, site: Site, kind: ChangeKind, words: str) -> PostingChange:
    return PostingChange(posting.id, posting.best_edition(site.config.default).title, kind, words)


def _new(posting: Posting, site: Site, words: str = "is new") -> str:
    state = site.standings[posting.id].state
    languages = ", ".join(edition.language for edition in posting.editions)
    told = {
        State.DRAFT: f"{words}, as a draft",
        State.SCHEDULED: f"{words}, and will be shown from {life(posting, site.config).starts.date()}",
    }
    return f"{told.get(state, words)} (in {languages}; {_deadline(posting)})"


def _by_title(postings: Iterable[Posting]) -> Mapping[tuple[str, str, str], Posting]:
    """The first of the postings, which come by id, with an organization, a language and a title in it."""
    found: dict[tuple[str, str, str], Posting] = {}
    for posting in postings:
        for edition in posting.editions:
            found.setdefault((posting.organization, edition.language, edition.title), posting)
    return found


def _gone(one: Posting, renamed: Mapping[tuple[str, str, str], Posting]) -> str:
    """Where it goes on under another id, since its files were renamed, or has been removed."""
    keys = ((one.organization, mine.language, mine.title) for mine in one.editions if mine.title)
    other = min((renamed[key] for key in keys if key in renamed), key=lambda other: other.id, default=None)
    if other is None:
        return "is removed"
    pairs = [(mine, its) for mine in one.editions if (its := other.edition(mine.language))]
    lost = [mine.language for mine, its in pairs if mine.slug not in (its.slug, *its.aliases)]
    where = f", and in {', '.join(lost)} the old address leads nowhere: add it to “aliases”" if lost else ""
    return f"goes on as {other.id}{where}"


def _deadline(posting: Posting) -> str:
    deadline = posting.deadline
    if deadline.kind is DeadlineKind.OPEN:
        return "open until filled"
    clock = f" {deadline.minute // 60:02}:{deadline.minute % 60:02}" if deadline.kind is DeadlineKind.MOMENT else ""
    return f"until {deadline.day}{clock}"


STATES: Mapping[State, str] = {
    State.DRAFT: "becomes a draft",
    State.SCHEDULED: "is put off",
    State.OPEN: "is open",
    State.CLOSING_SOON: "is open, and closes soon",
    State.CLOSED: "is closed",
    State.FILLED: "is filled",
    State.WITHDRAWN: "is withdrawn",
}


def _differences(one: Posting, other: Posting, before: Site, after: Site) -> Iterator[tuple[ChangeKind, str]]:
    was, now = before.standings[one.id].state, after.standings[other.id].state
    if was is not now:
        yield ChangeKind.STATE, f"{STATES[now]} (was {was.value.replace('_', ' ')})"
    if one.deadline != other.deadline:
        yield ChangeKind.DEADLINE, _moved(one, other)
    if one.salary != other.salary:
        yield ChangeKind.PAY, _pay(one.salary, other.salary)
    yield from _editions(one, other)
    handled = {"deadline", "salary", "editions", "draft", "filled", "withdrawn", "origin", "origins", "files"}
    # The names of the fields are those of the front matter (model.Posting), so they can be said as they are.
    changed = [
        name
        for name in Posting.__dataclass_fields__
        if name not in handled and getattr(one, name) != getattr(other, name)
    ]
    if changed:
        yield ChangeKind.FACTS, f"changes {', '.join(changed)}"


def _moved(one: Posting, other: Posting) -> str:
    days = _days(one.deadline.day, other.deadline.day)
    if days:
        direction = "later" if days > 0 else "earlier"
        return f"has its deadline {abs(days)} {'day' if abs(days) == 1 else 'days'} {direction}: {_deadline(other)}"
    return f"has another deadline: {_deadline(other)} (was {_deadline(one)})"


def _days(one: date | None, other: date | None) -> int:
    return (other - one).days if one and other else 0


def _pay(one: Salary | None, other: Salary | None) -> str:
    if other is None:
        return "no longer says its pay"
    said = f"{_amounts(other)} {other.currency} per {other.per.value}"
    return f"says its pay: {said}" if one is None else f"has another pay: {said}"


def _amounts(salary: Salary) -> str:
    if salary.minimum == salary.maximum:
        return f"{salary.minimum}"
    if salary.minimum is None or salary.maximum is None:
        return f"up to {salary.maximum}" if salary.minimum is None else f"from {salary.minimum}"
    return f"{salary.minimum}–{salary.maximum}"


def _editions(one: Posting, other: Posting) -> Iterator[tuple[ChangeKind, str]]:
    for edition in other.editions:
        former = one.edition(edition.language)
        if former is None:
            yield ChangeKind.EDITION_ADDED, f"is now written in {edition.language}"
            continue
        if former.title != edition.title:
            # The posting is named by its title in one language, which need not be this.
            now = f": “{edition.title}”" if edition.title != other.editions[0].title else ""
            yield ChangeKind.TITLE, f"has another title in {edition.language}{now} (was “{former.title}”)"
        if former.slug != edition.slug:
            alias = "" if former.slug in edition.aliases else ", and the old address leads nowhere: add it to “aliases”"
            yield ChangeKind.TITLE, f"has another address in {edition.language}{alias}"
        if former.body.text != edition.body.text or former.summary != edition.summary:
            yield ChangeKind.TEXT, f"has another text in {edition.language}{_left_behind(one, other, edition.language)}"
        elif former.body.html != edition.body.html:
            yield ChangeKind.TEXT, f"has other links or another layout of its text in {edition.language}"
        elif former.aliases != edition.aliases:
            yield ChangeKind.TEXT, f"has other former addresses in {edition.language}"
    for edition in one.editions:
        if other.edition(edition.language) is None:
            yield ChangeKind.EDITION_REMOVED, f"is no longer written in {edition.language}"


def _left_behind(one: Posting, other: Posting, language: str) -> str:
    """Which other editions stay as they were, when the text of one changes."""
    same = [
        edition.language
        for edition in other.editions
        if edition.language != language
        and (former := one.edition(edition.language))
        and former.body.text == edition.body.text
    ]
    return f" ({', '.join(same)} not)" if same else ""
