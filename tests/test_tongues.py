"""The postings of a board in one language, as vectors."""

from __future__ import annotations

from builders import edition, posting

from jobglot.model import Body
from jobglot.neighbours import dot
from jobglot.tongues import TEXT, TITLE, plain_texts, tongue_of, words_of
from jobglot.traits import CATEGORY, UNIT

BOARD = [
    posting("a", title="Senior cook"),
    posting("b", title="Cook (f/m/x)"),
    posting("c", title="Driver", languages_of_editions=("fr",)),
    posting("d", title="Truck driver"),
    posting("e", title="Bus driver"),
]


def test_titles_are_the_same_whatever_the_rank_and_the_mark_of_gender() -> None:
    """A senior cook is a cook."""
    tongue = tongue_of("en", BOARD, [""] * 5, 0, plain_texts)
    assert tongue.titles[0] == tongue.titles[1]
    # Rounding a vector to whole numbers moves its length by less than a hundredth.
    assert abs(dot(tongue.titles[0], tongue.titles[1]) - TITLE.length**2) * 100 < TITLE.length**2


def test_a_posting_without_an_edition_is_empty_in_that_language() -> None:
    """It has its place all the same."""
    tongue = tongue_of("en", BOARD, [""] * 5, 0, plain_texts)
    assert (dict(tongue.titles[2]), dict(tongue.texts.row(2))) == ({}, {})
    assert len(tongue.titles) == 5


def test_numbers_of_terms_do_not_meet_those_of_another_tongue() -> None:
    """Nor do titles meet texts."""
    first = tongue_of("en", BOARD, [""] * 5, 7, plain_texts)
    second = tongue_of("fr", BOARD, [""] * 5, first.end, plain_texts)
    assert 7 == first.title_base < first.text_base < first.end == second.title_base


def test_a_text_is_the_summary_and_the_body() -> None:
    """Each word with how often it is there; the title is compared by itself."""
    words = words_of(edition(title="Cook", summary="A cook for us", body=Body(text="Cook!")))
    assert words[b"cook"] == 2
    assert words[b"us"] == 1


def test_title_and_text_leave_room_for_the_facts() -> None:
    """Together with a category they stay below what sums can hold exactly: four times the whole."""
    assert TITLE.length**2 + TEXT.length**2 + CATEGORY**2 < 1.2 * UNIT**2
