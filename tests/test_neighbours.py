"""The nearest of many vectors."""

from __future__ import annotations

from jobglot.neighbours import Matcher, dot
from jobglot.vectors import Row


class Given:
    """Vectors as given."""

    def __init__(self, *rows: Row) -> None:
        self._rows = rows

    def row(self, text: int) -> Row:
        return self._rows[text]


TEXTS = Given({0: 3}, {0: 1, 1: 2}, {1: 5})


def test_the_nearest_come_first_with_the_sum_of_the_products() -> None:
    """Over what a text and its own row share with a column."""
    matcher = Matcher([(TEXTS, 10, {1: 0, 2: 1})], [{0: 1}, {0: 2}])
    assert matcher.best([(TEXTS, 10)], [1], [{0: 1}], 5) == [[(1, 12), (0, 6)]]


def test_ties_go_by_column() -> None:
    """Whatever the order of terms."""
    matcher = Matcher([], [{1: 2}, {0: 2}, {0: 1, 1: 1}])
    assert matcher.best([], [0], [{1: 1, 0: 1}], 5) == [[(0, 2), (1, 2), (2, 2)]]


def test_what_shares_nothing_is_not_near() -> None:
    """However many are asked for."""
    matcher = Matcher([], [{0: 1}, {1: 1}, {}])
    assert matcher.best([], [0, 1], [{0: 1}, {}], 9) == [[(0, 1)], []]


def test_only_so_many_are_found_as_were_asked_for() -> None:
    """The best of them."""
    matcher = Matcher([], [{0: weight} for weight in (1, 3, 2)])
    assert matcher.best([], [0], [{0: 1}], 2) == [[(1, 3), (2, 2)]]


def test_no_columns_and_no_subjects_give_nothing() -> None:
    """An empty board."""
    assert Matcher([], []).best([], [0], [{0: 1}], 2) == [[]]
    assert Matcher([], [{0: 1}]).best([], [], [], 2) == []


def test_the_product_is_the_same_both_ways() -> None:
    """Likeness has no direction."""
    one, other = {1: 2, 2: 3, 5: 7}, {2: 10, 5: 1}
    assert dot(one, other) == dot(other, one) == 37
