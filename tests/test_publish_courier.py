"""Carrying a release to a target that remembers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from publishers import codes, ship, shipped, site

from jobglot.problem import Problem
from jobglot.publish.courier import roll_back
from jobglot.publish.publication import Held, Publication
from jobglot.publish.steps import Steps
from jobglot.publish.target import Parcel, refuse


class Memory:
    """A target in memory."""

    where = "memory"
    treatment = ""
    is_at_once = False

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.publications: list[Publication] = []
        self.is_broken = False

    @contextmanager
    def lock(self) -> Iterator[None]:
        self.calls.append("lock")
        yield
        self.calls.append("unlock")

    def look(self) -> Held:
        self.calls.append("look")
        return Held(self.publications[-1] if self.publications else None)

    def send(self, parcel: Parcel) -> None:
        self.calls.append("send")
        if self.is_broken:
            refuse(self.where, "target-busy", "it is tired", "wait")
        self.publications.append(parcel.after)

    def note(self, publication: Publication) -> None:
        self.calls.append("note")
        self.publications[-1] = publication

    def former(self) -> Iterator[Publication]:
        yield from reversed(self.publications)

    def roll_back(self, there: Publication, to: Publication) -> None:
        self.calls.append(f"back to {to.release} from {there.release}")
        self.publications.append(to)


def test_a_dry_run_only_looks(tmp_path: Path) -> None:
    """It does not even lock; and it has heard all doubts."""
    target = Memory()
    heard: list[Steps] = []
    outcome = ship(target, site(), tmp_path, dry_run=True, tell=lambda steps, _held: heard.append(steps))
    assert target.calls == ["look"]
    assert not outcome.is_done
    assert heard == [outcome.steps]
    assert codes(ship(target, site(), tmp_path, dry_run=True, postings=0)) == ["publish-empty"]


def test_a_doubt_stops_before_anything_is_sent(tmp_path: Path) -> None:
    """And says what would have been done."""
    target = Memory()
    outcome = ship(target, site(), tmp_path, is_complete=False)
    assert outcome.is_refused
    assert target.calls == ["lock", "look", "unlock"]
    shipped(target, site(), tmp_path, is_complete=False, allowed=["incomplete"])


def test_the_same_site_is_only_noted_if_it_was_made_from_other_words(tmp_path: Path) -> None:
    """So that a scheduler need not build it again each time."""
    target = Memory()
    shipped(target, site(), tmp_path)
    target.calls.clear()
    shipped(target, site(), tmp_path, hours=1)
    assert target.calls == ["lock", "look", "unlock"]
    shipped(target, site(), tmp_path, hours=1, source="other")
    assert target.calls[3:] == ["lock", "look", "note", "unlock"]
    assert target.publications[-1].source == "other"


def test_what_a_target_refuses_is_an_outcome(tmp_path: Path) -> None:
    """And no traceback."""
    target = Memory()
    target.is_broken = True
    outcome = ship(target, site(), tmp_path)
    assert codes(outcome) == ["target-busy"]
    assert not outcome.is_done
    assert not outcome.is_refused
    assert outcome.is_begun


def test_a_target_that_cannot_be_looked_at_has_nothing_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody shall be told that half of the board is there."""
    target = Memory()
    monkeypatch.setattr(target, "look", lambda: refuse("memory", "target-unreachable", "it sleeps", "wake it"))
    outcome = ship(target, site(), tmp_path)
    assert codes(outcome) == ["target-unreachable"]
    assert not outcome.is_begun


@pytest.mark.parametrize(
    ("call", "is_at_once", "said"),
    [
        ("look", False, "Nothing was published."),
        ("send", False, "It may not have been published whole; publish again."),
        ("send", True, "The former release is there, or the new one, whole; publish again."),
    ],
)
def test_an_interruption_or_a_bug_says_what_it_means_for_the_target(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, is_at_once: bool, said: str
) -> None:
    """Many targets change page by page: that the former site stands would be too much."""

    def ended(by: BaseException) -> Callable[..., None]:
        def end(*_: object) -> None:
            raise by

        return end

    target = Memory()
    monkeypatch.setattr(target, "is_at_once", is_at_once, raising=False)
    monkeypatch.setattr(target, call, ended(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt, match=re.escape(said)):
        ship(target, site(), tmp_path)
    monkeypatch.setattr(target, call, ended(ZeroDivisionError()))
    with pytest.raises(ZeroDivisionError) as mistake:
        ship(target, site(), tmp_path)
    assert mistake.value.__notes__ == [said]


@pytest.mark.parametrize(
    ("call", "said"),
    [("look", "Nothing was changed there."), ("roll_back", "One of the two releases is there, whole; ")],
)
def test_so_does_one_on_the_way_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, said: str) -> None:
    """Before anything was touched, and after."""

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    target = Memory()
    shipped(target, site(1), tmp_path)
    shipped(target, site(2), tmp_path, hours=1)
    monkeypatch.setattr(target, call, broken)
    with pytest.raises(ZeroDivisionError) as mistake:
        roll_back(target)
    assert mistake.value.__notes__[0].startswith(said)


def test_rollback_marks_what_it_withdraws(tmp_path: Path) -> None:
    """By the digest of its words."""
    target = Memory()
    assert isinstance(roll_back(target), Problem)
    shipped(target, site(1), tmp_path, source="good")
    shipped(target, site(2), tmp_path, hours=1, source="bad")
    dry = roll_back(target, dry_run=True)
    assert isinstance(dry, Publication)
    assert len(target.publications) == 2
    back = roll_back(target)
    assert isinstance(back, Publication)
    assert (back.source, back.withdrawn) == ("good", "bad")
    assert isinstance(roll_back(target, "nothing of that name"), Problem)
