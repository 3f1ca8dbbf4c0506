"""What editions say, remembered: the same vectors whatever was said before."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Sequence
from typing import TypeVar

import pytest
from builders import edition
from hypothesis import given
from hypothesis import strategies as st

from jobglot import wordings
from jobglot.each import in_turn
from jobglot.model import Body, Edition
from jobglot.wordings import Wordings, numpy_texts

S, T, U = TypeVar("S"), TypeVar("T"), TypeVar("U")


def said(text: str) -> Edition:
    return edition(summary="", body=Body(text=text))


WORDS = st.sampled_from(
    ["cook", "cooks", "chef", "the", "café", "data", "pipelines", "SQL", "42", "full‑stack", "chéri"]
)
TEXTS = st.lists(WORDS, max_size=9).map(" ".join)
EDITIONS = st.lists(st.none() | st.builds(said, TEXTS), min_size=8, max_size=8)
EMPLOYERS = ["a", "a", "a", "b", "", "", "b", "b"]


def same(wordings_: Wordings, editions: list[Edition | None]) -> bool:
    """Whether the texts are as if nothing had been remembered."""
    ours, fresh = wordings_.texts("en", editions, EMPLOYERS), numpy_texts("en", editions, EMPLOYERS)
    rows = [[vectors.row(number) for number in range(len(editions))] for vectors in (ours, fresh)]
    return (
        rows[0] == rows[1]
        and [list(row) for row in rows[0]] == [list(row) for row in rows[1]]
        and ours.names == fresh.names
        and ours.statistics.__dict__ == fresh.statistics.__dict__
    )


@given(st.lists(EDITIONS, min_size=1, max_size=4), st.integers(1, 9))
def test_what_was_remembered_does_not_show(boards: list[list[Edition | None]], block: int) -> None:
    """Whatever the texts of the last boards were, in whatever order, and however many are read together."""
    packed: dict[str, bytes] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wordings, "BLOCK", block)
        for editions in boards:
            held = Wordings(packed)
            assert same(held, editions)
            packed = held.packed()


def test_reading_is_shared_out() -> None:
    """As blocks of texts, by whoever does it; what they are read with can go to another process."""
    editions: list[Edition | None] = [said(f"cook {number}x") for number in range(8)]
    blocks: list[int] = []

    def each(work: Callable[[S, T], U], shared: S, things: Sequence[T]) -> list[U]:
        blocks.append(len(things))
        return in_turn(work, pickle.loads(pickle.dumps(shared)), things)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wordings, "BLOCK", 3)
        held = Wordings({}, each)
        held.texts("en", editions, EMPLOYERS)
    assert blocks == [3]
    assert same(Wordings(held.packed()), editions)


def test_only_what_says_something_else_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """By its text: two postings may change places."""
    editions: list[Edition | None] = [said(f"cook {number}x") for number in range(8)]
    held = Wordings({})
    held.texts("en", editions, EMPLOYERS)
    read: list[Edition | None] = []
    words_of = wordings.words_of
    monkeypatch.setattr(wordings, "words_of", lambda edition: (read.append(edition), words_of(edition))[1])
    new = said("something else")
    Wordings(held.packed()).texts("en", [*reversed(editions[1:]), new], EMPLOYERS)
    assert read == [new]


def test_what_is_said_no_more_is_forgotten() -> None:
    """What is remembered grows with the board, not with the number of builds."""
    editions: list[Edition | None] = [said("cook menu")] * 8
    first = Wordings({})
    first.texts("en", editions, EMPLOYERS)
    second = Wordings(first.packed())
    second.texts("en", [said("zebra")] * 8, EMPLOYERS)
    third = Wordings(second.packed())
    third.texts("en", editions, EMPLOYERS)
    assert third.packed() == first.packed()


@given(st.data())
def test_what_is_no_memory_of_ours_counts_for_nothing(data: st.DataObject) -> None:
    """A byte more, or less, or another one: what could mislead has the same hash, which the memo sees to."""
    editions: list[Edition | None] = [said("cook menu"), None, *[said("nurse ward")] * 6]
    held = Wordings({})
    held.texts("en", editions, EMPLOYERS)
    packed = held.packed()["en"]
    at = data.draw(st.integers(0, len(packed)))
    spoilt = data.draw(st.sampled_from([packed[:at], packed + b"\x00", packed[:at] + packed[at + 1 :], b"", b"\x90"]))
    if spoilt != packed:
        assert same(Wordings({"en": spoilt}), editions)


@pytest.mark.parametrize(
    ("sizes", "terms", "counts"),
    [([1, -1], [], []), ([1], [1], [1]), ([1], [-1], [1]), ([1], [0], [65]), ([2], [0], [1])],
)
def test_numbers_that_cannot_be_are_refused(sizes: list[int], terms: list[int], counts: list[int]) -> None:
    """Rather than reaching beyond an array."""
    whole = [b"".join(number.to_bytes(4, "little", signed=True) for number in part) for part in (sizes, terms)]
    with pytest.raises(ValueError, match="no counted texts"):
        wordings.Counted.from_flat(wordings.Flat(["cook"], *whole, bytes(counts)))
