"""Words of all languages, put together."""

from __future__ import annotations

import pytest

from jobglot.wordlists import figures, pattern, rows, values, words


def test_a_row_goes_on_behind_a_stroke():
    """A line holds no more than a person can see."""
    assert rows("""
        one: a|b
            |c

        two: d
        """) == ["one: a|b|c", "two: d"]


def test_words_of_every_language_stand_for_their_values():
    """Also where two languages have the same word."""
    assert [values("employment_types")[word] for word in ("full time", "vollzeit", "全职")] == ["full_time"] * 3
    assert [figures("lengths")[word] for word in ("months", "jaar", "سنة")] == [1, 12, 12]


def test_a_pattern_is_that_of_any_language():
    """Each may have several wordings."""
    assert all(pattern("deadline").search(text) for text in ("the deadline is", "la date limite", "截止日期"))
    assert not pattern("deadline").search("a line of text")
    assert words("leave_days").startswith("(?:")


def test_a_field_that_no_language_has_is_a_mistake_of_ours():
    """It would never match, and nobody would know."""
    with pytest.raises(RuntimeError):
        values("labelz")
