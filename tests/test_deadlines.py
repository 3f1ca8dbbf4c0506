from __future__ import annotations

import itertools
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from builders import config, posting
from hypothesis import given
from hypothesis import strategies as st

from jobglot import deadlines
from jobglot.deadlines import ANYWHERE_ON_EARTH, dawn, has_page, instant, life, state_at
from jobglot.model import Deadline, DeadlineKind, Posting, State
from jobglot.settings import ClosedMode, ClosedSettings, Config
from jobglot.site import Standing

TICK = timedelta(microseconds=1)


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type,misc]


def job(**facts: Any) -> Posting:
    """Posted on 1 February 2026; closes on 31 March in Brussels unless said otherwise."""
    return posting(**facts)


def until(day: date, minute: int | None = None) -> Deadline:
    return Deadline(DeadlineKind.DATE, day) if minute is None else Deadline(DeadlineKind.MOMENT, day, minute)


def standing(subject: Posting, settings: Config, now: datetime, committed: datetime | None = None) -> Standing:
    return deadlines.standing(subject, life(subject, settings), settings, now, committed)


def changes(subjects: list[Posting], settings: Config) -> tuple[datetime, ...]:
    return deadlines.changes((subject, life(subject, settings)) for subject in subjects)


def state(subject: Posting, now: datetime, **settings: Any) -> State:
    return standing(subject, config(**settings), now).state


def test_a_day_takes_applications_until_it_ends_where_the_board_is() -> None:
    """31 March ends at 22:00 UTC in Brussels, where summer time has begun; the last instant still counts."""
    assert state(job(), utc(2026, 3, 31, 21, 59, 59)) is State.CLOSING_SOON
    assert state(job(), utc(2026, 3, 31, 22) - TICK) is State.CLOSING_SOON
    assert state(job(), utc(2026, 3, 31, 22)) is State.CLOSED


def test_a_time_ends_at_its_minute() -> None:
    """Who applies at 16:05 is late; a second before is not."""
    subject = job(deadline=until(date(2026, 3, 31), 16 * 60 + 5))
    assert state(subject, utc(2026, 3, 31, 14, 4, 59)) is State.CLOSING_SOON
    assert state(subject, utc(2026, 3, 31, 14, 5)) is State.CLOSED
    assert standing(subject, config(), utc(2026, 3, 1)).last_day == date(2026, 3, 31)


def test_the_posting_s_own_zone_beats_the_board_s() -> None:
    """A deadline in Tokyo ends nine hours before it does in UTC, whatever the board's zone."""
    subject = job(timezone="Asia/Tokyo")
    found = standing(subject, config(timezone="America/New_York"), utc(2026, 3, 1))
    assert found.closes == utc(2026, 3, 31, 15)
    assert found.zone == "Asia/Tokyo"
    assert found.closes.isoformat() == "2026-04-01T00:00:00+09:00"


def test_anywhere_on_earth_is_the_last_place_where_the_day_ends() -> None:
    """AoE is UTC−12 all year round."""
    found = standing(job(timezone="AoE"), config(), utc(2026, 3, 1))
    assert found.closes == utc(2026, 4, 1, 12)
    assert found.zone == "AoE"
    assert found.closes.utcoffset() == timedelta(hours=-12)


@pytest.mark.parametrize(
    ("zone", "day", "minute", "expected"),
    [
        ("Europe/Brussels", date(2026, 3, 29), 150, utc(2026, 3, 29, 1, 30)),  # skipped: 02:30 is read as 03:30
        ("Europe/Brussels", date(2026, 10, 25), 150, utc(2026, 10, 25, 1, 30)),  # twice: the second 02:30
        ("Europe/Oslo", date(2026, 3, 29), 120, utc(2026, 3, 29, 1)),  # the first skipped minute is the change itself
        ("America/Santiago", date(2026, 9, 6), 30, utc(2026, 9, 6, 4, 30)),  # midnight to one is skipped
        ("America/Santiago", date(2026, 4, 4), 1410, utc(2026, 4, 5, 3, 30)),  # 23:30 comes twice
        ("Australia/Lord_Howe", date(2026, 10, 4), 135, utc(2026, 10, 3, 15, 45)),  # half an hour is skipped
        ("Australia/Lord_Howe", date(2026, 4, 5), 105, utc(2026, 4, 4, 15, 15)),  # half an hour comes twice
    ],
)
def test_a_time_that_clocks_skip_or_repeat_is_the_later_instant(
    zone: str, day: date, minute: int, expected: datetime
) -> None:
    """Nobody who trusts the clock on the wall comes too late."""
    assert instant(day, minute, ZoneInfo(zone)) == expected


@pytest.mark.parametrize(
    ("zone", "day", "expected"),
    [
        ("Europe/Brussels", date(2026, 3, 29), utc(2026, 3, 28, 23)),
        ("America/Santiago", date(2026, 9, 6), utc(2026, 9, 6, 4)),  # the day begins at 01:00, when clocks change
        ("America/Santiago", date(2026, 4, 5), utc(2026, 4, 5, 4)),  # an hour late: 23:00 to midnight came twice
        ("America/Havana", date(2026, 11, 1), utc(2026, 11, 1, 4)),  # midnight comes twice: the day before ends once
        ("Pacific/Apia", date(2011, 12, 30), utc(2011, 12, 30, 10)),  # a day that never was
    ],
)
def test_a_day_begins_at_its_first_instant(zone: str, day: date, expected: datetime) -> None:
    """Also where clocks change at midnight."""
    assert dawn(day, ZoneInfo(zone)) == expected


def test_a_day_of_twenty_five_hours_is_open_for_all_of_them() -> None:
    """25 October 2026 in Oslo."""
    subject = job(timezone="Europe/Oslo", deadline=until(date(2026, 10, 25)))
    course = life(subject, config())
    assert course.closes - dawn(date(2026, 10, 25), ZoneInfo("Europe/Oslo")) == timedelta(hours=25)


def test_open_until_filled_is_bounded_and_renewing_extends_it() -> None:
    """The bound counts from the day the posting began or was last renewed."""
    subject = job(deadline=Deadline(DeadlineKind.OPEN))
    assert life(subject, config(open_for_days=30)).last_day == date(2026, 3, 3)
    renewed = job(deadline=Deadline(DeadlineKind.OPEN), renewed=date(2026, 2, 20))
    assert life(renewed, config(open_for_days=30)).last_day == date(2026, 3, 22)
    later = job(deadline=Deadline(DeadlineKind.OPEN), opens=date(2026, 8, 1))
    assert life(later, config(open_for_days=30)).last_day == date(2026, 8, 31), "not over before it has begun"
    early = job(deadline=Deadline(DeadlineKind.OPEN), renewed=date(2025, 1, 1))
    assert life(early, config(open_for_days=30)).last_day == date(2026, 3, 3), "renewing never shortens"


def test_an_open_posting_closes_when_its_bound_has_passed() -> None:
    """After `open_for_days`, without anybody doing anything."""
    subject = job(deadline=Deadline(DeadlineKind.OPEN))
    assert state(subject, utc(2026, 3, 3, 22, 59, 59), open_for_days=30) is State.CLOSING_SOON
    assert state(subject, utc(2026, 3, 3, 23), open_for_days=30) is State.CLOSED


def test_a_posting_begins_on_the_later_of_posted_and_opens() -> None:
    """Before, it is scheduled and has no page."""
    subject = job(opens=date(2026, 3, 10))
    assert state(subject, utc(2026, 3, 9, 22, 59, 59)) is State.SCHEDULED
    assert state(subject, utc(2026, 3, 9, 23)) is State.OPEN
    assert life(job(opens=date(2025, 1, 1)), config()).starts == dawn(date(2026, 2, 1), ZoneInfo("Europe/Brussels"))


def test_closing_soon_counts_whole_days_before_the_last_one() -> None:
    """Seven days by default: from 24 March for 31 March."""
    assert state(job(), utc(2026, 3, 23, 22, 59, 59)) is State.OPEN
    assert state(job(), utc(2026, 3, 23, 23)) is State.CLOSING_SOON
    assert state(job(), utc(2026, 3, 31, 12), closing_soon_days=0) is State.CLOSING_SOON
    assert state(job(), utc(2026, 3, 30, 12), closing_soon_days=0) is State.OPEN


@pytest.mark.parametrize(("fact", "expected"), [("filled", State.FILLED), ("withdrawn", State.WITHDRAWN)])
def test_filled_and_withdrawn_hold_from_the_beginning_of_their_day(fact: str, expected: State) -> None:
    """Before the deadline they end it; after it they replace "closed", which is what the reader wants to know."""
    subject = job(**{fact: date(2026, 3, 5)})
    assert state(subject, utc(2026, 3, 4, 22, 59, 59)) is State.OPEN
    found = standing(subject, config(), utc(2026, 3, 4, 23))
    assert (found.state, found.ended) == (expected, utc(2026, 3, 4, 23))
    after = job(**{fact: date(2026, 4, 5)})
    assert standing(after, config(), utc(2026, 4, 2)).state is State.CLOSED
    late = standing(after, config(), utc(2026, 4, 5))
    assert (late.state, late.ended) == (expected, utc(2026, 4, 4, 22))


def test_a_posting_withdrawn_before_it_began_is_never_seen() -> None:
    """There is nothing to be told about an offer that nobody has seen."""
    subject = job(opens=date(2026, 3, 10), withdrawn=date(2026, 3, 5))
    course = life(subject, config())
    assert not any(has_page(subject, course, utc(2026, 3, day)) for day in (1, 6, 12, 30))
    assert changes([subject], config()) == ()


def test_a_posting_filled_on_the_day_it_was_posted_keeps_its_page() -> None:
    """It was to be seen for some hours, and links to it should not break."""
    subject = job(filled=date(2026, 2, 1))
    assert has_page(subject, life(subject, config()), utc(2026, 2, 2))


def test_a_draft_has_no_page_and_changes_nothing() -> None:
    """Whatever its dates say."""
    subject = job(draft=True)
    assert state(subject, utc(2026, 3, 1)) is State.DRAFT
    assert not has_page(subject, life(subject, config()), utc(2026, 3, 1))
    assert changes([subject], config()) == ()


@pytest.mark.parametrize("mode", [ClosedMode.NOTICE, ClosedMode.TOMBSTONE])
def test_a_closed_page_is_kept_for_so_many_days(mode: ClosedMode) -> None:
    """Counted from the end of applications, not from a later word that the job is filled."""
    settings = config(closed=ClosedSettings(mode, 10))
    for subject in (job(), job(filled=date(2026, 4, 5))):
        course = life(subject, settings)
        gone = utc(2026, 4, 10, 22)
        assert has_page(subject, course, gone - TICK)
        assert not has_page(subject, course, gone)


def test_with_mode_remove_a_page_goes_when_applications_end() -> None:
    """At the deadline, or when the posting is filled before it."""
    settings = config(closed=ClosedSettings(ClosedMode.REMOVE, 365))
    assert not has_page(job(), life(job(), settings), utc(2026, 3, 31, 22))
    filled = job(filled=date(2026, 3, 5))
    assert has_page(filled, life(filled, settings), utc(2026, 3, 4, 22, 59))
    assert not has_page(filled, life(filled, settings), utc(2026, 3, 4, 23))


def test_updated_is_what_the_posting_says_else_git_else_its_first_day() -> None:
    """And never before it appeared, nor after now."""
    now, commit = utc(2026, 3, 1), utc(2026, 2, 14, 9, 30)
    assert standing(job(), config(), now).updated == utc(2026, 1, 31, 23)
    assert standing(job(), config(), now, commit).updated == commit
    assert standing(job(updated=utc(2026, 2, 20)), config(), now, commit).updated == utc(2026, 2, 20)
    assert standing(job(), config(), now, utc(2025, 12, 1)).updated == utc(2026, 1, 31, 23)
    assert standing(job(updated=utc(2026, 9, 1)), config(), now).updated == utc(2026, 1, 31, 23)


def test_what_has_not_ended_has_no_end() -> None:
    """Though it is known already on which day somebody will be found."""
    ahead = job(filled=date(2026, 3, 20))
    assert standing(ahead, config(), utc(2026, 3, 1)).ended is None
    assert standing(ahead, config(), utc(2026, 3, 21)).ended == utc(2026, 3, 19, 23)
    assert standing(job(), config(), utc(2026, 3, 31, 22)).ended == utc(2026, 3, 31, 22)


def test_a_posting_ahead_of_its_time_has_no_page() -> None:
    """Not even when all else about it is settled."""
    assert not has_page(job(), life(job(), config()), utc(2026, 1, 31, 23) - TICK)
    assert has_page(job(), life(job(), config()), utc(2026, 1, 31, 23))


def test_changes_are_sorted_and_each_said_once() -> None:
    """Two postings that close at one instant change the board once."""
    found = changes([job(), posting("other")], config())
    assert list(found) == sorted(set(found))
    assert utc(2026, 3, 31, 22) in found


def test_what_nobody_sees_is_no_change() -> None:
    """The deadline of a posting that was filled before it."""
    subject = job(filled=date(2026, 3, 5))
    assert changes([subject], config(closed=ClosedSettings(ClosedMode.NOTICE, 100))) == (
        utc(2026, 1, 31, 23),
        utc(2026, 3, 4, 23),
        utc(2026, 6, 12, 23),
    )


DAYS = st.dates(date(2026, 1, 1), date(2026, 4, 30))
ZONES = st.sampled_from(
    ["", "AoE", "UTC", "America/Santiago", "America/Havana", "Australia/Lord_Howe", "Pacific/Kiritimati", "Europe/Oslo"]
)


@st.composite
def lives(draw: st.DrawFn) -> tuple[Posting, Config]:
    """A posting with any dates that reading lets through, and settings."""
    posted = draw(DAYS)
    opens = draw(st.none() | DAYS)
    first = max(posted, opens or posted)
    last = draw(st.dates(first, date(2026, 6, 30)))
    stop = draw(st.sampled_from(["", "filled", "withdrawn"]))
    deadline = draw(
        st.one_of(
            st.just(Deadline(DeadlineKind.OPEN)),
            st.just(until(last)),
            st.integers(0, 1439).map(lambda minute: until(last, minute)),
        )
    )
    facts: dict[str, Any] = {stop: draw(DAYS)} if stop else {}
    subject = job(
        posted=posted,
        opens=opens,
        deadline=deadline,
        renewed=draw(st.none() | DAYS) if deadline.kind is DeadlineKind.OPEN else None,
        timezone=draw(ZONES),
        updated=draw(st.none() | DAYS.map(lambda day: utc(day.year, day.month, day.day))),
        **facts,
    )
    closed = ClosedSettings(draw(st.sampled_from(ClosedMode)), draw(st.sampled_from([0, 1, 30])))
    settings = config(
        closed=closed,
        closing_soon_days=draw(st.sampled_from([0, 1, 7])),
        open_for_days=draw(st.sampled_from([1, 30])),
        timezone=draw(st.sampled_from(["Europe/Brussels", "America/Santiago"])),
    )
    return subject, settings


def seen(subject: Posting, settings: Config, now: datetime) -> tuple[object, ...] | None:
    """All that a page can show of the posting's course at an instant; None when there is nothing to be seen."""
    course = life(subject, settings)
    if not has_page(subject, course, now):
        return None
    found = standing(subject, settings, now)
    return (found.state, found.updated, found.ended)


@given(lives())
def test_what_is_seen_differs_across_each_change_and_nowhere_else(case: tuple[Posting, Config]) -> None:
    """Between two changes it is the same at every hour; on the two sides of each it is not."""
    subject, settings = case
    turns = changes([subject], settings)
    for at in turns:
        assert seen(subject, settings, at - TICK) != seen(subject, settings, at)
    edges = [utc(2025, 12, 1), *turns, utc(2026, 12, 1)]
    for begin, end in itertools.pairwise(edges):
        step = max((end - begin) / 40, timedelta(microseconds=1))
        inside = {seen(subject, settings, begin + step * at) for at in range(40)} | {
            seen(subject, settings, end - TICK)
        }
        assert len(inside) == 1


@given(lives(), st.datetimes(datetime(2025, 12, 1), datetime(2026, 12, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_states_come_in_order(case: tuple[Posting, Config], now: datetime) -> None:
    """Scheduled, open, closing soon, over: no state ever comes back."""
    subject, settings = case
    course = life(subject, settings)
    rank = {State.SCHEDULED: 0, State.OPEN: 1, State.CLOSING_SOON: 2, State.CLOSED: 3, State.FILLED: 4}
    ranks = [rank.get(state_at(subject, course, now + timedelta(days=day)), 4) for day in range(0, 120, 3)]
    assert ranks == sorted(ranks)


def test_anywhere_on_earth_has_a_name_for_readers() -> None:
    """The zone names itself, since no zone database knows it."""
    assert ANYWHERE_ON_EARTH.tzname(None) == "AoE"
