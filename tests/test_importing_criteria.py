"""Selection grids."""

from __future__ import annotations

import notices
import pytest

from jobglot.importing.criteria import as_fact, take_grids
from jobglot.importing.lines import to_lines


def test_alternating_lines_and_two_runs_pair_by_order():
    """The two ways in which pasting leaves a table."""
    grids, rest = take_grids(to_lines(notices.SCORED))
    first, second, third = grids
    assert first.items == (("Studies of towers", 30), ("Experience with boats", 50), ("Knowledge of birds", 20))
    assert second.items == (("Way of telling a story", 60), ("Strength of the voice", 40))
    assert (first.out_of, second.out_of, third.out_of) == (100, 100, 0)
    assert [label for label, _ in third.items] == ["Expérience des tours", "Connaissance de la côte"]
    assert not any("points" in line.text for line in rest)


def test_label_and_points_on_one_line_are_a_grid_too():
    """With a colon or in brackets."""
    grids, _ = take_grids(to_lines("Critères (sur 50 points)\nTours : 30 points\nBateaux (20 points)\n\nLa suite."))
    assert grids[0].items == (("Tours", 30), ("Bateaux", 20))


def test_points_that_do_not_sum_are_asked_about():
    """The grid is kept as it stands, with its true sum."""
    grids, _ = take_grids(to_lines("Selection criteria (/100 points)\nTowers\n60 points\nBoats\n39 points"))
    assert grids[0].out_of == 99
    assert "99" in grids[0].asks[0]


def test_more_labels_than_points_are_asked_about():
    """Nobody can tell which belong together."""
    grids, _ = take_grids(to_lines("Selection criteria (/100 points)\nTowers\nBoats\n60 points\n"))
    assert grids[0].out_of == 0
    assert "2 criteria and 1 figures" in grids[0].asks[0]


@pytest.mark.parametrize(
    "text", ["Our team (12)\nAnna\nBob", "Selection criteria\n\nWe choose with care.", "Score: 3/10"]
)
def test_other_texts_are_no_grids(text):
    """A figure in brackets is not enough."""
    assert take_grids(to_lines(text)) == ([], to_lines(text))


def test_a_grid_becomes_front_matter():
    """With its language where that is not the posting's own."""
    grids, _ = take_grids(to_lines("Selection criteria (/10 points)\nTowers\n10 points"))
    assert as_fact([(grids[0], "")]) == [
        {"stage": "Selection criteria", "out_of": 10, "items": [{"label": "Towers", "points": 10}]}
    ]
    assert as_fact([(grids[0], "en")])[0]["stage"] == {"en": "Selection criteria"}
