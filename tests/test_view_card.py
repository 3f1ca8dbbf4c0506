"""A posting in a list."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from builders import config, posting, site, standing
from presses import press_of

from jobglot.desk import desks
from jobglot.model import Deadline, DeadlineKind, EmploymentType, Location, PayPeriod, Posting, Remote, Salary, State
from jobglot.site import Standing
from jobglot.view_card import Card, card_of, draw_card, draw_cards, when, with_weekday
from jobglot.views import Said

DESK = desks(config(), {})["en"]
PARIS = ZoneInfo("Europe/Paris")


def card(job: Posting, language: str = "en", held: Standing | None = None) -> Card:
    press = press_of(site(job, standings={job.id: held} if held else None))
    return card_of(press, job.id, language)


def test_a_card_tells_what_a_reader_asks_first() -> None:
    """Title, organization, place, pay, terms and deadline."""
    job = posting(
        locations=(Location("brussels"),),
        salary=Salary(None, Decimal(3000), "EUR", PayPeriod.MONTH),
        employment_type=(EmploymentType.FULL_TIME,),
        remote=Remote.HYBRID,
        featured=True,
    )
    told = card(job)
    assert told.title == Said("Data engineer")
    assert (told.organization, told.place) == (Said("ACME"), "Brussels, Belgium")
    assert (told.pay, told.terms) == ("up to €3,000 a month", ("Full time", "Partly remote"))
    assert (told.when.label, told.when.text) == ("Apply by", "31 March 2026")
    assert (told.badge, told.featured, told.language) == ("", "Featured", None)


def test_a_posting_in_another_language_wears_a_badge() -> None:
    """Title, link and badge say which language it is in, and lead to the edition that exists."""
    told = card(posting(languages_of_editions=("fr",)), "en")
    assert told.title == Said("Ingénieur·e de données", "fr", "ltr")
    assert told.hreflang == "fr"
    assert told.language == Said("Français", "fr", "ltr")
    assert told.url.startswith("/fr/")


def test_a_state_is_named_where_it_is_not_simply_open() -> None:
    """What is over is neither featured nor due."""
    job = posting(featured=True)
    ended = datetime(2026, 2, 20, tzinfo=UTC)
    told = card(job, held=standing(job, State.FILLED, ended=ended))
    assert (told.badge, told.featured, told.when.text) == ("Filled", "", "Filled 20 February 2026")
    assert card(job, held=standing(job, State.CLOSING_SOON)).badge == "Closing soon"
    assert card(posting()).featured == ""


def test_a_closed_posting_names_its_last_day() -> None:
    """It ended when that day did, which is already the next one."""
    job = posting()
    held = standing(job, State.CLOSED)
    assert when(job, replace(held, ended=held.closes), DESK).text == "Closed 31 March 2026"


def test_a_day_a_minute_and_no_day() -> None:
    """The value of `<time>`, the instant for the script, and the leaf of the calendar."""
    job = posting()
    day = when(job, standing(job), DESK)
    assert (day.datetime, day.closes) == ("2026-03-31", "2026-03-31T22:00:00Z")
    assert (day.day, day.month, day.year) == ("31", "Mar", "2026")

    timed = posting(deadline=Deadline(DeadlineKind.MOMENT, date(2026, 3, 31), 16 * 60 + 5))
    closes = datetime(2026, 3, 31, 16, 5, tzinfo=PARIS)
    minute = when(timed, standing(timed, closes=closes, zone="Europe/Paris"), DESK)
    assert (minute.datetime, minute.text) == ("2026-03-31T16:05+02:00", "31 March 2026, 16:05 (Paris time)")

    until_filled = posting(deadline=Deadline(DeadlineKind.OPEN))
    none = when(until_filled, standing(until_filled), DESK)
    assert (none.label, none.text, none.datetime, none.day) == ("Open", "until filled", "", "")
    assert none.bound == "shown here until 31 December 2026"


def test_the_page_of_a_posting_tells_the_weekday_of_a_deadline_to_come() -> None:
    """Nothing else differs from the card; what is over is told as it is there."""
    job = posting()
    still = when(job, standing(job), DESK)
    assert with_weekday(still, job, standing(job), DESK) == still._replace(text="Tuesday, 31 March 2026")
    held = replace(standing(job, State.CLOSED), ended=standing(job).closes)
    assert with_weekday(when(job, held, DESK), job, held, DESK) == when(job, held, DESK)


def test_a_posting_that_is_open_until_filled_says_why_it_closes_soon() -> None:
    """By the day on which the board takes it down; not before that is near, and not where a deadline says it."""
    job = posting(deadline=Deadline(DeadlineKind.OPEN))
    near = card(job, held=standing(job, State.CLOSING_SOON))
    assert (near.badge, near.until) == ("Closing soon", "shown here until 31 December 2026")
    assert card(job).until == ""
    assert card(posting(), held=standing(posting(), State.CLOSING_SOON)).until == ""
    html = draw_card(press_of(site(job, standings={job.id: standing(job, State.CLOSING_SOON)})), job.id, "en")
    assert "Open until filled&nbsp;· <span" in html


def test_the_parts_of_a_line_are_apart_without_style() -> None:
    """For who listens, copies, or reads a search engine's excerpt."""
    html = draw_card(press_of(site(posting(locations=(Location("brussels"),)))), "data-engineer", "en")
    assert '<bdi>ACME</bdi>&nbsp;· <span class="place">Brussels, Belgium</span>' in html


def test_a_card_is_drawn_with_marked_parts() -> None:
    """One link, its language said, the decoration hidden from screen readers."""
    html = draw_card(press_of(site(posting(languages_of_editions=("fr",)))), "data-engineer", "en")
    assert html.count("<a ") == 1
    assert '<bdi lang="fr" dir="ltr">Ingénieur·e de données</bdi>' in html
    assert '<p class="leaf" aria-hidden="true">' in html
    assert '<time datetime="2026-03-31">31 March 2026</time>' in html


def test_a_card_is_drawn_once_a_language() -> None:
    """However many lists show it."""
    press = press_of(site(posting()))
    first, second = draw_cards(press, ("data-engineer", "data-engineer"), "en")
    assert first is second
