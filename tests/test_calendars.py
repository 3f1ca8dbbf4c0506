"""Deadlines as iCalendar, read back by the `icalendar` package."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from boards import HOSTILE, LANGUAGES, desk_of, links_of, partly_translated, trilingual
from builders import edition, posting, standing
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from jobglot import calendars
from jobglot.model import Deadline, DeadlineKind, Location, Posting, State
from jobglot.site import Site

BRUSSELS = ZoneInfo("Europe/Brussels")


def read(board: Site, language: str = "en", kind: str = "", id_: str = "") -> Calendar:
    """The calendar, having passed icalendar without a complaint."""
    raw = calendars.calendar(board, links_of(board), desk_of(board, language), kind, id_)
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert b"\n" not in raw.replace(b"\r\n", b"")
    # The package lets any END pass.
    begun: list[str] = []
    for line in raw.decode().split("\r\n"):
        what, _, name = line.partition(":")
        if what == "BEGIN":
            begun.append(name)
        elif what == "END":
            assert begun.pop() == name
    assert begun == []
    found = Calendar.from_ical(raw)
    assert isinstance(found, Calendar)
    assert all(not component.errors for component in found.walk())
    assert found.subcomponents
    return found


def events(board: Site, language: str = "en", kind: str = "", id_: str = "") -> dict[str, Any]:
    return {str(event["UID"]): event for event in read(board, language, kind, id_).events}


def with_state(job: Posting, state: State, **changes: Any) -> Site:
    return trilingual(job, standings={job.id: standing(job, state, **changes)})


def test_a_day_is_an_all_day_event_on_the_last_day() -> None:
    """In whatever zone the reader lives, the calendar shows that day; it does not block the day."""
    event = events(partly_translated())["analyst@jobs.example.org"]
    assert event.start == date(2026, 3, 31)
    assert event.end == date(2026, 4, 1)
    assert event["TRANSP"] == "TRANSPARENT"


def test_a_moment_is_an_instant_in_utc() -> None:
    """16:05 in Brussels in April is 14:05 UTC."""
    job = posting("driver", deadline=Deadline(DeadlineKind.MOMENT, date(2026, 4, 1), 16 * 60 + 5))
    closes = datetime(2026, 4, 1, 16, 5, tzinfo=BRUSSELS)
    event = events(with_state(job, State.OPEN, closes=closes))["driver@jobs.example.org"]
    assert event.start == datetime(2026, 4, 1, 14, 5, tzinfo=UTC)


def test_a_posting_until_filled_has_no_event() -> None:
    """Its bound is the board's, not the employer's."""
    board = partly_translated()
    assert set(events(board, "fr")) == {f"{id_}@jobs.example.org" for id_ in ("analyst", "carer", "driver")}
    assert events(board, "fr", "postings", "baker") == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("kind", "id_"), [("", ""), ("categories", "work"), ("categories", "empty"), ("postings", "carer")]
)
def test_every_calendar_is_valid_in_every_language(language: str, kind: str, id_: str) -> None:
    """Empty ones too, which hold a time zone because RFC 5545 wants a component."""
    board = partly_translated()
    found = read(board, language, kind, id_)
    assert found["VERSION"] == "2.0"
    assert {e["UID"] for e in found.events} <= {f"{p}@jobs.example.org" for p in board.postings}
    assert [c.name for c in found.subcomponents if c.name != "VEVENT"] == ([] if found.events else ["VTIMEZONE"])


def test_a_calendar_says_what_it_is_called_and_whence_to_fetch_it_anew() -> None:
    """In both ways: most programs read the name by which Apple and Google asked for it first."""
    found = read(partly_translated(), "fr", "categories", "it")
    assert found["NAME"] == found["X-WR-CALNAME"] == "Deadlines – Informatique – Exemple Emplois"
    assert found["UID"] == "deadlines-categories-it-fr@jobs.example.org"
    assert found["SOURCE"] == "https://jobs.example.org/fr/categories/it/deadlines.ics"
    assert found["URL"] == "https://jobs.example.org/fr/categories/it/"
    assert found["REFRESH-INTERVAL"].dt == timedelta(hours=12)
    assert found["X-PUBLISHED-TTL"] == "PT12H"


def test_events_come_by_deadline() -> None:
    """Then by id; the newest posting is the last to close here."""
    days = {"a": 20, "b": 5, "c": 5}
    jobs = [posting(id_, deadline=Deadline(DeadlineKind.DATE, date(2026, 3, day))) for id_, day in days.items()]
    closes = {id_: datetime(2026, 3, day + 1, tzinfo=BRUSSELS) for id_, day in days.items()}
    board = trilingual(*jobs, standings={job.id: standing(job, closes=closes[job.id]) for job in jobs})
    assert [uid[0] for uid in events(replace(board, newest=("a", "c", "b")))] == ["b", "c", "a"]


def test_an_event_has_one_uid_in_every_language() -> None:
    """So that a reader of two calendars has one event."""
    board = partly_translated()
    assert set(events(board, "en")) == set(events(board, "ar"))


def test_texts_say_their_language() -> None:
    """Only when they are in one: a foreign title in a sentence of ours has none."""
    board = partly_translated()
    french = events(board, "fr")
    assert french["analyst@jobs.example.org"]["SUMMARY"].params["LANGUAGE"] == "fr"
    assert "LANGUAGE" not in french["driver@jobs.example.org"]["SUMMARY"].params
    assert french["driver@jobs.example.org"]["LOCATION"].params["LANGUAGE"] == "fr"
    assert str(french["driver@jobs.example.org"]["URL"]) == "https://jobs.example.org/en/jobs/driver/"


def test_a_reminder_comes_three_days_before() -> None:
    """For what one can still apply to."""
    (alarm,) = events(partly_translated())["analyst@jobs.example.org"].walk("VALARM")
    assert alarm["TRIGGER"].dt == timedelta(days=-3)
    assert alarm["ACTION"] == "DISPLAY"


@pytest.mark.parametrize("state", [State.WITHDRAWN, State.FILLED])
def test_a_posting_that_ends_early_is_cancelled(state: State) -> None:
    """So that it leaves the calendars that hold it, with a higher SEQUENCE and without a reminder."""
    job = posting("a", updated=datetime(2026, 2, 10, tzinfo=UTC))
    before = events(with_state(job, State.OPEN))["a@jobs.example.org"]
    after = events(with_state(job, state, ended=datetime(2026, 2, 20, tzinfo=UTC)))["a@jobs.example.org"]
    assert (before["STATUS"], after["STATUS"]) == ("CONFIRMED", "CANCELLED")
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert not after.walk("VALARM")


def test_a_posting_that_ran_its_course_leaves_the_calendar() -> None:
    """One that was filled after its deadline is not cancelled."""
    job = posting("a")
    closed = with_state(job, State.CLOSED, ended=datetime(2026, 4, 1, tzinfo=BRUSSELS))
    assert events(closed) == {}
    late = with_state(job, State.FILLED, ended=datetime(2026, 5, 1, tzinfo=BRUSSELS))
    assert events(late) == {}


def test_a_calendar_of_many_holds_the_next_deadlines_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Programs take no more than so much, several times a day. What is cancelled takes no place of what is open."""
    monkeypatch.setattr(calendars, "MOST_EVENTS", 2)
    jobs = [posting(f"p{at}", deadline=Deadline(DeadlineKind.DATE, date(2026, 4, 9 - at))) for at in range(4)]
    gone = [posting(f"g{at}", deadline=Deadline(DeadlineKind.DATE, date(2026, 3, 20 + at))) for at in range(3)]
    ended = {
        job.id: standing(job, State.WITHDRAWN, ended=datetime(2026, 3, 1 + at, tzinfo=UTC))
        for at, job in enumerate(gone)
    }
    over = ("g2", "g1", "g0")
    few = trilingual(*jobs[:2], *gone, standings=ended, archive=over)
    many = trilingual(*jobs, *gone, standings=ended, archive=over)
    assert sorted(uid.partition("@")[0] for uid in events(many)) == ["g1", "g2", "p2", "p3"]
    assert read(many)["DESCRIPTION"] == "Only the next 2 deadlines are in this calendar."
    assert sorted(uid.partition("@")[0] for uid in events(few)) == ["g1", "g2", "p0", "p1"]
    assert "DESCRIPTION" not in read(few)


def test_sequence_grows_when_a_deadline_moves() -> None:
    """By what the content says: the time of the commit or the `updated` of the editor, or a renewal."""
    job = posting("a", updated=datetime(2026, 2, 10, 8, tzinfo=UTC))
    moved = replace(
        job, deadline=Deadline(DeadlineKind.DATE, date(2026, 4, 30)), updated=datetime(2026, 2, 10, 8, 1, tzinfo=UTC)
    )
    first, second = (events(trilingual(each))["a@jobs.example.org"] for each in (job, moved))
    assert first["UID"] == second["UID"]
    assert second["SEQUENCE"] == first["SEQUENCE"] + 1
    assert second["LAST-MODIFIED"].dt == second["DTSTAMP"].dt == datetime(2026, 2, 10, 8, 1, tzinfo=UTC)
    renewed = replace(job, renewed=date(2026, 2, 25))
    assert calendars.sequence(renewed, standing(renewed)) > second["SEQUENCE"]


def test_nothing_depends_on_the_time_of_the_build() -> None:
    """The same content an hour later is the same calendar."""
    board = partly_translated()
    later = replace(board, now=board.now + timedelta(hours=1))
    for language in LANGUAGES:
        one, two = (
            calendars.calendar(each, links_of(each), desk_of(each, language), "", "") for each in (board, later)
        )
        assert one == two


def test_hostile_texts_come_back_as_they_were() -> None:
    """Separators, backslashes, line breaks, emoji and Arabic; without control characters."""
    job = posting("a", editions=(edition("en", title=HOSTILE, summary=f"{HOSTILE}\r\nEND:VEVENT\n{HOSTILE}"),))
    event = events(trilingual(replace(job, locations=(Location("brussels"),))))["a@jobs.example.org"]
    clean = HOSTILE.replace("\x07", "")
    assert str(event["SUMMARY"]) == f"Deadline: {clean} (ACME)"
    assert f"{clean}\nEND:VEVENT\n{clean}" in str(event["DESCRIPTION"])


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_folding_never_splits_a_character(text: str) -> None:
    """Every piece is UTF-8 of at most 75 octets, and together they are the line."""
    folded = calendars.fold("X:" + calendars.escape(text))
    pieces = folded.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(piece) <= 75 and piece.decode() for piece in pieces)
    assert (
        pieces[0] + b"".join(piece.removeprefix(b" ") for piece in pieces[1:]) == f"X:{calendars.escape(text)}".encode()
    )
