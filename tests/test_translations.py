"""Missing editions, and those that were left behind."""

from __future__ import annotations

from datetime import UTC, datetime

from builders import content, posting

from jobglot.translations import missing, stale

EARLY, LATE = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC)


def test_the_languages_a_posting_lacks_are_named_in_the_order_of_the_board() -> None:
    """None when it has them all."""
    assert missing(posting(languages_of_editions=("fr",)), ("en", "fr", "de")) == ("en", "de")
    assert missing(posting(languages_of_editions=("en", "fr")), ("en", "fr")) == ()


def test_an_edition_older_than_the_first_one_is_stale() -> None:
    """One that is newer, or as old, is not."""
    both = posting(languages_of_editions=("en", "fr"))
    en, fr = (edition.origin.path for edition in both.editions)
    [found] = stale(content(both, commits={en: LATE, fr: EARLY}), both)
    assert (found.language, found.path, found.original) == ("fr", fr, en)
    assert list(stale(content(both, commits={en: EARLY, fr: LATE}), both)) == []
    assert list(stale(content(both, commits={en: LATE, fr: LATE}), both)) == []


def test_without_git_nothing_is_called_stale() -> None:
    """Nor where only one of the files is committed."""
    both = posting(languages_of_editions=("en", "fr"))
    assert list(stale(content(both), both)) == []
    assert list(stale(content(both, commits={both.editions[0].origin.path: LATE}), both)) == []
