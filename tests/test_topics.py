"""What a feed or calendar is about."""

from __future__ import annotations

import pytest
from boards import desk_of, partly_translated, with_settings

from jobglot.routes import PageType, Route
from jobglot.settings import Fallback
from jobglot.topics import authority, holds, open_postings, topic


def test_a_topic_is_named_in_the_readers_language() -> None:
    """And leads to the page that shows the same."""
    board = partly_translated()
    french = desk_of(board, "fr")
    assert topic(board, french, "", "").name == "Exemple Emplois"
    assert topic(board, french, "categories", "it").name == "Informatique – Exemple Emplois"
    assert topic(board, french, "organizations", "acme").page == Route(PageType.LISTING, "fr", "organizations", "acme")
    assert topic(board, french, "postings", "driver").page == Route(PageType.POSTING, "en", id="driver")
    with pytest.raises(KeyError):
        topic(board, french, "categories", "missing")


def test_a_topic_holds_what_its_page_lists() -> None:
    """The postings of children included, and those of other languages as the config says."""
    board = partly_translated()
    english = desk_of(board, "en")
    work = topic(board, english, "categories", "work")
    assert [p.id for p in open_postings(board, work, "en")] == ["analyst", "baker", "driver"]
    hiding = with_settings(board, fallback=Fallback.HIDE)
    assert [p.id for p in open_postings(hiding, work, "en")] == ["analyst", "driver"]
    assert [p.id for p in board.postings.values() if holds(work, p, board)] == ["analyst", "baker", "driver"]
    one = topic(board, english, "postings", "driver")
    assert [p.id for p in open_postings(board, one, "en")] == ["driver"]
    assert [p.id for p in board.postings.values() if holds(one, p, board)] == ["driver"]


def test_two_boards_on_one_host_have_different_ids() -> None:
    """Pages of a code host often share one."""
    assert authority("https://Example.org/") == "example.org"
    assert authority("https://example.org/a/") == "example.org/a"
