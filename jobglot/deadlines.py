"""When a posting opens, is about to close and is over: its state as of an instant, and when that changes.

Every time is half open: a posting takes applications from an instant on and until, not including, another. A deadline
that is a day ends with that day; one with a time ends at that minute. A time of day that a change of clocks skips or
repeats is read as the later instant, to the applicant's good.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from jobglot.model import DeadlineKind, Posting, State
from jobglot.settings import ClosedMode, Config
from jobglot.site import Standing

ANYWHERE_ON_EARTH = timezone(timedelta(hours=-12), "AoE")
"""AoE: a day has ended when it has ended everywhere (UTC−12)."""


@dataclass(frozen=True, slots=True)
class Life:
    """The instants of a posting's life, aware, in UTC.

    It takes applications from `starts` until, not including, `closes` or `stopped`, when it is filled or withdrawn.
    `ended` is the first of the two; `gone` is when its page goes.
    """

    starts: datetime
    soon: datetime
    closes: datetime
    last_day: date
    stopped: datetime | None
    stopped_as: State | None
    ended: datetime
    gone: datetime


def zone_of(posting: Posting, config: Config) -> tuple[str, tzinfo]:
    """The name and the zone of a posting's days: its own, else the site's."""
    name = posting.timezone or config.timezone
    return name, ANYWHERE_ON_EARTH if name == "AoE" else ZoneInfo(name)


@lru_cache(maxsize=1 << 12)
def dawn(day: date, zone: tzinfo) -> datetime:
    """The first instant of a day, in UTC.

    Some zones change their clocks at midnight. PEP 495: fold=0 names the first of two midnights, and for one that is
    skipped, the instant of the change.
    """
    return datetime.combine(day, time(), zone).astimezone(UTC)


def instant(day: date, minute: int, zone: tzinfo) -> datetime:
    """The instant of a local time, in UTC; the later one where clocks skip or repeat it.

    `minute` counts from midnight. PEP 495: fold=1 names the second pass of a repeated time; in a gap it names the
    earlier of two readings, so that the later of both folds is right in either case.
    """
    wall = datetime.combine(day, time(minute // 60, minute % 60), zone)
    return max(wall.astimezone(UTC), wall.replace(fold=1).astimezone(UTC))


def life(posting: Posting, config: Config) -> Life:
    """The instants at which a posting's state changes."""
    _, zone = zone_of(posting, config)
    deadline = posting.deadline
    first_day = posting.first_day
    if deadline.kind is DeadlineKind.OPEN:
        last_day = max(first_day, posting.renewed or first_day) + timedelta(days=config.open_for_days)
    else:
        last_day = deadline.day or first_day
    if deadline.kind is DeadlineKind.MOMENT:
        closes = instant(last_day, deadline.minute, zone)
    else:
        closes = dawn(last_day + timedelta(days=1), zone)
    stop = posting.filled or posting.withdrawn
    stopped = dawn(stop, zone) if stop else None
    ended = min(closes, stopped) if stopped else closes
    keep_days = 0 if config.closed.mode is ClosedMode.REMOVE else config.closed.keep_days
    return Life(
        starts=dawn(first_day, zone),
        soon=dawn(last_day - timedelta(days=config.closing_soon_days), zone),
        closes=closes,
        last_day=last_day,
        stopped=stopped,
        stopped_as=(State.FILLED if posting.filled else State.WITHDRAWN) if stop else None,
        ended=ended,
        gone=ended + timedelta(days=keep_days),
    )


def state_at(posting: Posting, course: Life, now: datetime) -> State:
    """The state as of `now` (aware)."""
    if posting.draft:
        return State.DRAFT
    if course.stopped is not None and course.stopped_as is not None and now >= course.stopped:
        return course.stopped_as
    if now >= course.closes:
        return State.CLOSED
    if now < course.starts:
        return State.SCHEDULED
    return State.CLOSING_SOON if now >= course.soon else State.OPEN


def has_page(posting: Posting, course: Life, now: datetime) -> bool:
    """Whether the posting is to be seen at all: it has begun, is no draft, and is not over for too long.

    One that was withdrawn before it began is never seen.
    """
    if posting.draft or now < course.starts or course.ended < course.starts:
        return False
    return now < course.gone


def standing(
    posting: Posting, course: Life, config: Config, now: datetime, committed: datetime | None = None
) -> Standing:
    """How the posting stands as of `now`. `committed` is the instant of the last commit of its files, if known."""
    name, zone = zone_of(posting, config)
    state = state_at(posting, course, now)
    changed = last_change(posting, course, committed)
    ended = course.closes if state is State.CLOSED else course.stopped if state.is_over else None
    return Standing(
        state=state,
        closes=course.closes.astimezone(zone),
        last_day=course.last_day,
        zone=name,
        updated=(changed if changed <= now else course.starts).astimezone(zone),
        ended=ended.astimezone(zone) if ended else None,
    )


def last_change(posting: Posting, course: Life, committed: datetime | None) -> datetime:
    """When the posting's content last changed: its own word, else the last commit's; never before it appeared."""
    return max(posting.updated or committed or course.starts, course.starts)


def changes(
    postings: Iterable[tuple[Posting, Life]], commits: Mapping[str, datetime] | None = None
) -> tuple[datetime, ...]:
    """The instants at which what is to be seen of some posting changes, sorted, each once.

    An instant counts only if the state or the page really differs on its two sides: the eve of a deadline of a posting
    that was filled before changes nothing. `commits` maps ids to the last commit of the posting's files.
    """
    found: set[datetime] = set()
    for posting, course in postings:
        for at in (course.starts, course.soon, course.closes, course.stopped, course.gone):
            if at and at not in found and _differs(posting, course, at):
                found.add(at)
        changed = last_change(posting, course, (commits or {}).get(posting.id))
        if changed > course.starts and has_page(posting, course, changed):
            found.add(changed)
    return tuple(sorted(found))


def _differs(posting: Posting, course: Life, at: datetime) -> bool:
    before = at - timedelta(microseconds=1)
    seen_before, seen_after = has_page(posting, course, before), has_page(posting, course, at)
    if seen_before != seen_after:
        return True
    return seen_after and state_at(posting, course, before) is not state_at(posting, course, at)
