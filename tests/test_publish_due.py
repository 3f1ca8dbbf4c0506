"""When a scheduler should publish."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from publishers import NOON, release, site

from jobglot.publish.due import SKEW, why_due
from jobglot.publish.publication import Publication, publication_of


def there(**changes: Any) -> Publication:
    """What a target says that holds a board."""
    return replace(publication_of(release(site()), {}), **changes)


def test_nothing_is_due_while_nothing_has_changed() -> None:
    """Not even years later, if the board does not change by itself."""
    was = there(next_change=None)
    assert why_due(was, was.source, NOON + timedelta(days=3000), was.version) == ""


def test_content_time_version_and_accidents_make_it_due() -> None:
    """Each says why."""
    was = there(next_change=NOON + timedelta(hours=1))
    version = was.version
    assert why_due(None, "", NOON, version) == "nothing was published there yet"
    assert why_due(was, "other", NOON, version) == "the content has changed"
    assert why_due(was, was.source, NOON + timedelta(hours=1), version).startswith("the board has changed by itself")
    assert why_due(was, was.source, NOON, "9.9") == f"jobglot {version} made what is there"
    assert why_due(was, was.source, NOON - timedelta(minutes=5), version) == ""
    assert "built for a later time, 2027-01-15 12:00" in why_due(was, was.source, NOON - timedelta(days=1), version)
    assert "did not end well" in why_due(replace(was, coming=was.files), was.source, NOON, version)


def test_content_that_was_rolled_back_is_never_due() -> None:
    """A scheduler shall not undo what a person did."""
    was = there(withdrawn="bad", next_change=NOON)
    assert why_due(was, "bad", NOON + timedelta(days=1), was.version) == ""
    assert why_due(was, "better", NOON, was.version) == "the content has changed"


def test_clocks_may_differ_a_little() -> None:
    """By an hour, and not by a moment more."""
    was = there(built=NOON + SKEW)
    assert why_due(was, was.source, NOON, was.version) == ""
    assert why_due(was, was.source, NOON - timedelta(seconds=1), was.version)
