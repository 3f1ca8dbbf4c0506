"""Postings that seem to be one job, posted twice at the same time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from jobglot.model import Content, Edition, Location, Posting
from jobglot.problem import Problem, warning
from jobglot.tokens import fold

OPEN_FOR = timedelta(days=90)
"""How long an open-ended posting is taken to run, for want of a clock and of the config."""
ALIKE = 0.8
"""So much of the shorter text stands in the other as well."""


def postings_stand_once(content: Content) -> Iterator[Problem]:
    """No two postings of one employer have one title, one place, nearly one text, and days in common."""
    groups: dict[tuple[str, str, str], list[Posting]] = {}
    for posting in content.postings:
        if posting.draft or posting.withdrawn or not posting.is_whole:
            continue
        for edition in posting.editions:
            key = (edition.language, _employer(posting), fold(edition.title))
            groups.setdefault(key, []).append(posting)
    told: set[str] = set()
    for (language, _, _), group in groups.items():
        for number, posting in enumerate(group[1:], start=1):
            twin = next((other for other in group[:number] if _are_one(other, posting, language)), None)
            if twin and posting.id not in told:
                told.add(posting.id)
                mine = posting.edition(language)
                origin = mine.origin if mine else posting.origin
                message = f"this seems to be the job of “{twin.id}”, posted twice at the same time"
                remedy = "delete one of the two, or say in the titles what makes them different"
                yield warning(origin, "posting-twice", message, remedy)


def kin(board: Iterable[Posting], some: Iterable[Posting]) -> Iterator[Posting]:
    """Those of the board with which some postings are compared: all of the same employers."""
    employers = {_employer(posting) for posting in some}
    # Most name an organization: to ask for that first takes a tenth of the time.
    return (posting for posting in board if (posting.organization or _employer(posting)) in employers)


def _employer(posting: Posting) -> str:
    return posting.organization or (fold(posting.employer.name.texts[0][1]) if posting.employer else "")


def _are_one(one: Posting, other: Posting, language: str) -> bool:
    if one.reference and other.reference and one.reference != other.reference:
        return False
    if not _run_together(one, other) or not _places_meet(one.locations, other.locations):
        return False
    mine, its = one.edition(language), other.edition(language)
    return mine is not None and its is not None and _alike(mine, its)


def _run_together(one: Posting, other: Posting) -> bool:
    return one.posted <= _end(other) and other.posted <= _end(one)


def _end(posting: Posting) -> date:
    last = posting.deadline.day or (posting.renewed or posting.posted) + OPEN_FOR
    return min(last, posting.filled) if posting.filled else last


def _places_meet(one: tuple[Location, ...], other: tuple[Location, ...]) -> bool:
    return not one or not other or any(location in other for location in one)


def _alike(one: Edition, other: Edition) -> bool:
    mine, its = _lines(one), _lines(other)
    shorter = min(sum(mine.values()), sum(its.values()))
    shared = sum(length for line, length in mine.items() if line in its)
    return shared >= ALIKE * shorter


def _lines(edition: Edition) -> Mapping[str, int]:
    return {line: len(line) for line in edition.body.text.split("\n")}
