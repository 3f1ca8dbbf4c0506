"""The nearest of many vectors, for large boards."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobglot import neighbours, neighbours_numpy, vectors_numpy
from jobglot.counted_numpy import counted
from jobglot.tokens import Lexicon
from jobglot.vectors import Cuts

ROWS = st.dictionaries(st.integers(0, 8), st.integers(1, 2048), max_size=8)


@given(st.lists(ROWS, min_size=1, max_size=60), st.lists(ROWS, max_size=8), st.integers(1, 12))
def test_it_finds_what_the_plain_way_finds(
    columns: list[dict[int, int]], subjects: list[dict[int, int]], count: int
) -> None:
    """Number for number, ties included, by table and by list."""
    plain = neighbours.Matcher([], columns).best([], range(len(subjects)), subjects, count)
    assert neighbours_numpy.Matcher([], columns).best([], range(len(subjects)), subjects, count) == plain
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(neighbours_numpy, "CELLS", 100)
        patch.setattr(neighbours_numpy, "DENSE", 10**6)
        assert neighbours_numpy.Matcher([], columns).best([], range(len(subjects)), subjects, count) == plain


def test_many_columns_that_all_tie_are_taken_in_order() -> None:
    """A board of a thousand postings that say nothing but their category."""
    columns = [{0: 7}] * 1000
    [[*found]] = neighbours_numpy.Matcher([], columns).best([], [0], [{0: 2}], 5)
    assert found == [(column, 14) for column in range(5)]


def test_texts_and_own_rows_add_up() -> None:
    """Subjects may be texts that are columns too, or not."""
    bags = [Counter({b"cook": 1, b"menu": 1}), Counter({b"cook": 3}), Counter({b"menu": 1}), Counter()]
    texts = vectors_numpy.Texts(counted(bags, Lexicon("en")), [""] * 4, Cuts(length=100))
    own = [{0: 1}, {0: 2}, {}]
    columns = {0: 2, 1: 0, 3: 1}
    subjects, rows = [2, 0, 3], [{0: 5}, {}, {0: 1}]
    plain = neighbours.Matcher([(texts, 3, columns)], own).best([(texts, 3)], subjects, rows, 9)
    fast = neighbours_numpy.Matcher([(texts, 3, columns)], own).best([(texts, 3)], subjects, rows, 9)
    assert fast == plain
    assert plain[1][0][0] == 2


def test_terms_that_no_column_has_are_passed_over() -> None:
    """A subject may say more than all columns."""
    assert neighbours_numpy.Matcher([], [{0: 1}]).best([], [0], [{0: 1, 99: 5}], 3) == [[(0, 1)]]


def test_no_columns_and_no_subjects_give_nothing() -> None:
    """An empty board."""
    assert neighbours_numpy.Matcher([], []).best([], [0], [{0: 1}], 2) == [[]]
    assert neighbours_numpy.Matcher([], [{0: 1}]).best([], [], [], 2) == []


def test_more_columns_than_can_be_told_apart_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rather than mixing them up."""
    monkeypatch.setattr(neighbours_numpy, "COLUMNS", 2)
    with pytest.raises(ValueError, match="cannot be compared"):
        neighbours_numpy.Matcher([], [{}, {}])
