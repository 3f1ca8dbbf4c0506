"""What the command line says: problems, what a build made, what comes next; for people, on a terminal or in a log."""

from __future__ import annotations

import contextlib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, TextIO

from jobglot.problem import Problem, Severity
from jobglot.routes import PageType

if TYPE_CHECKING:
    from jobglot.plan import Plan
    from jobglot.site import Site
    from jobglot.write import Written

BOLD, RED, YELLOW, DIM, PLAIN = "\x1b[1m", "\x1b[31m", "\x1b[33m", "\x1b[2m", "\x1b[0m"

PAGES = frozenset(PageType) - {
    PageType.STATIC,
    PageType.ATTACHMENT,
    PageType.ATOM,
    PageType.JSON_FEED,
    PageType.CALENDAR,
    PageType.DATA,
    PageType.SITEMAP,
    PageType.SITEMAP_INDEX,
    PageType.ROBOTS,
    PageType.HEADERS,
    PageType.REDIRECTS,
    PageType.MANIFEST,
    PageType.SECURITY,
    PageType.BUILD,
}
"""The types that a reader opens."""

SCREEN = 40
"""So many lines one sees at once, or nearly."""
SOME = 5


class Voice:
    """Speaks to one stream; with colours only if it is a terminal."""

    def __init__(self, stream: TextIO, *, colours: bool) -> None:
        self.stream = stream
        self.colours = colours

    def say(self, text: str = "") -> None:
        """One line, if somebody still listens."""
        try:
            print(text, file=self.stream)
        except BrokenPipeError:
            hush(self.stream)

    def painted(self, text: str, colour: str) -> str:
        """The text in a colour, where there are colours."""
        return f"{colour}{text}{PLAIN}" if self.colours else text

    def problems(self, problems: Iterable[Problem], *, in_full: bool = True) -> None:
        """Every problem on a line of its own, and how many there are.

        Of more than a screen can hold the errors come last, where one looks, and then which kinds are many. Not
        `in_full`: then of each kind of warning a few stand for the others.
        """
        found = list(problems)
        is_long = len(found) > SCREEN
        told = sorted(found, key=lambda p: p.severity is Severity.ERROR) if is_long else found
        for problem in told if in_full or not is_long else _some(told):
            is_error = problem.severity is Severity.ERROR
            severity = self.painted(problem.severity.value, RED if is_error else YELLOW)
            code = self.painted(f"[{problem.code}]", DIM)
            self.say(f"{problem.origin}: {severity}: {problem.message}; {problem.remedy} {code}")
        if found:
            self.say(self.painted(tally(found) + (most_frequent(found) if is_long else ""), BOLD))
        if is_long and not in_full and any(p.severity is not Severity.ERROR for p in found):
            self.say(f"Of each kind of warning, {SOME} at most stand here; “check” tells them all.")


def _some(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The errors, and of each kind of warning the first few."""
    left = Counter[str]()
    for problem in problems:
        left[problem.code] += 1
        if problem.severity is Severity.ERROR or left[problem.code] <= SOME:
            yield problem


def hush(stream: TextIO) -> None:
    """Nobody reads the stream any more: what else is said goes nowhere, and the work goes on."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def tally(problems: list[Problem]) -> str:
    """How many problems there are: `3 errors and 1 warning in 2 files`."""
    kinds = Counter(problem.severity for problem in problems)
    parts = [
        counted(kinds[severity], severity.value) for severity in (Severity.ERROR, Severity.WARNING) if kinds[severity]
    ]
    return f"{' and '.join(parts)} in {counted(len({p.origin.path for p in problems}), 'file')}"


def most_frequent(problems: Iterable[Problem]) -> str:
    """The codes of most of them, as the end of their tally; "" where each is there once."""
    codes = [pair for pair in Counter(problem.code for problem in problems).most_common(3) if pair[1] > 1]
    return f"; most often {', '.join(f'{code} ({number:,})' for code, number in codes)}" if codes else ""


def counted(number: int, noun: str, nouns: str = "") -> str:
    """A number with its noun: `1 file`, `2 files`. `nouns` are several, where an “s” does not make them."""
    return f"{number:,} {noun if number == 1 else nouns or f'{noun}s'}"


def board(site: Site) -> str:
    """What is on the board, in one line."""
    parts = [f"{counted(len(site.open), 'open posting')} in {counted(len(site.config.languages), 'language')}"]
    for ids, words in (
        (site.closing_soon, "closing soon"),
        (site.archive, "closed"),
        (site.scheduled, "scheduled"),
        (site.drafts, "in draft"),
    ):
        if ids:
            parts.append(f"{len(ids):,} {words}")
    return ", ".join(parts)


def files(planned: Plan) -> str:
    """How many pages and other files the plan holds, in one line."""
    types = Counter(route.type for route in planned.routes.values())
    pages = sum(number for kind, number in types.items() if kind in PAGES)
    feeds = types[PageType.ATOM] + types[PageType.JSON_FEED]
    others = len(planned.routes) - pages - feeds - types[PageType.CALENDAR]
    return ", ".join(
        [
            counted(pages, "page"),
            *([counted(feeds, "feed")] if feeds else []),
            *([counted(types[PageType.CALENDAR], "calendar")] if types[PageType.CALENDAR] else []),
            counted(others, "other file"),
        ]
    )


def written(done: Written) -> str:
    """What writing changed, in one line."""
    parts = [
        f"{number:,} {word}"
        for number, word in (
            (done.new, "new"),
            (done.changed, "changed"),
            (done.removed, "removed"),
            (done.unchanged, "unchanged"),
            (done.kept, "kept because edited by hand"),
        )
        if number
    ]
    return ", ".join(parts) or "nothing to write"


def next_change(site: Site) -> str:
    """When the board will next differ by itself, and why."""
    # Imported where it is used: a build that finds nothing changed says what was said before.
    from jobglot.deadlines import life  # noqa: PLC0415

    if site.next_change is None:
        return "Nothing will change by itself."
    at = site.next_change.astimezone(site.config.zone)
    closing = [id_ for id_ in site.open if site.standings[id_].closes == site.next_change]
    opening = [id_ for id_ in site.scheduled if life(site.postings[id_], site.config).starts == site.next_change]
    events = [
        *([f"{_titles(closing, site)} will close"] if closing else []),
        *([f"{_titles(opening, site)} will open"] if opening else []),
    ]
    return f"Next change {moment(at)}{': ' if events else ''}{'; '.join(events)}."


def _titles(ids: Sequence[str], site: Site) -> str:
    first = site.postings[ids[0]].best_edition(site.config.default).title
    return f"“{first}”" + (f" and {len(ids) - 1} more" if len(ids) > 1 else "")


def moment(at: datetime) -> str:
    """An instant for the log: "2027-01-31 00:00 Europe/Brussels"."""
    zone = getattr(at.tzinfo, "key", None) or at.tzname()
    return f"{at:%Y-%m-%d %H:%M} {zone}"


class Progress:
    """One line that is written over on a terminal, once a second has passed; nothing elsewhere."""

    def __init__(self, stream: TextIO, seconds: Callable[[], float]) -> None:
        self.stream = stream
        self.seconds = seconds
        self.shown = -1.0

    def tell(self, done: int, total: int) -> None:
        """So many of so many files are made."""
        if not self.stream.isatty():
            return
        passed = self.seconds()
        if passed >= 1 and passed - self.shown >= 0.1:
            self.shown = passed
            self.stream.write(f"\r{done:,} of {total:,} files")
            self.stream.flush()

    def clear(self) -> None:
        """Nothing of it stays on the screen."""
        if self.shown >= 0:
            self.stream.write("\r\x1b[K")
