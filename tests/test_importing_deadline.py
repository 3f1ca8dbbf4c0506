"""Deadline and first day."""

from __future__ import annotations

from datetime import date

from jobglot.importing.deadline import settle_deadline, settle_posted
from jobglot.importing.draft import Gathering

TODAY = date(2026, 11, 21)


def _settled(listed, in_text):
    gathering = Gathering()
    settle_deadline(listed, in_text, gathering, "Europe/Brussels")
    return gathering


def test_the_text_goes_before_the_listing_and_both_are_named():
    """A listing page may move a deadline to keep a page alive."""
    gathering = _settled([("2030-10-31", "31-10-2030")], ["2026-03-03"])
    assert gathering.facts == {"deadline": "2026-03-03"}
    assert "2026-03-03" in gathering.asks[0]
    assert "2030-10-31" in gathering.asks[0]


def test_the_same_day_is_no_contradiction():
    """The one with a time says more."""
    gathering = _settled([("2028-05-04 17:30", "04/05/2028 17:30")], ["2028-05-04"])
    assert gathering.facts == {"deadline": "2028-05-04 17:30"}
    assert gathering.asks == []
    assert "Europe/Brussels" in gathering.notes[0]


def test_no_deadline_is_asked_for():
    """A posting without one would never close."""
    gathering = _settled([], [])
    assert gathering.facts == {}
    assert len(gathering.asks) == 1


def test_the_first_day_is_the_listings_then_today():
    """But not after the deadline: then nothing tells, and it is asked for."""
    for facts, posted, is_today in (
        ({"posted": "2026-01-02", "deadline": "2026-03-03"}, "2026-01-02", False),
        ({"updated": "2026-10-14", "deadline": "2027-01-10"}, "2026-10-14", False),
        ({"deadline": "2027-01-10"}, "2026-11-21", True),
        ({"deadline": "open"}, "2026-11-21", True),
        ({"deadline": "2026-03-03"}, None, False),
        ({"updated": "2026-10-14", "deadline": "2026-03-03"}, None, False),
        ({}, None, False),
    ):
        gathering = Gathering()
        gathering.facts.update(facts)
        assert settle_posted(gathering, TODAY) is is_today
        assert gathering.facts.get("posted") == posted
        assert bool(gathering.asks) is (posted is None)
