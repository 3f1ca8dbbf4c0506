"""The block of labels above a notice."""

from __future__ import annotations

from jobglot.importing.faceplate import take_labels
from jobglot.importing.lines import to_lines


def _hits(text):
    return [(hit.key, hit.value) for hit in take_labels(to_lines(text)).hits]


def test_values_stand_behind_their_label_or_on_the_next_line():
    """An empty label has none."""
    text = "Baker\nLocation: Ghent\nIndustry:\nContract type\nPermanent\nDescription\nWe bake."
    plate = take_labels(to_lines(text))
    assert [(hit.key, hit.value) for hit in plate.hits] == [("locations", "Ghent"), ("contract", "Permanent")]
    assert [line.text for line in plate.above] == ["Baker"]
    assert [line.text for line in plate.text] == ["We bake."]


def test_labels_without_colon_count_among_others():
    """One alone may be the beginning of a sentence."""
    assert _hits("Primary Location Belgium-Ghent\nSchedule Part-time\nDescription\nWe bake.") == [
        ("locations", "Belgium-Ghent"),
        ("employment_type", "Part-time"),
    ]
    assert _hits("Grade papers with us\nWe bake.") == []


def test_a_date_with_its_label_is_taken_from_the_text_as_well():
    """Pages put the deadline below."""
    assert _hits("We bake bread for the whole town, by night.\nPlazo: 31-10-2030") == [("deadline", "31-10-2030")]
    assert _hits("We bake bread for the whole town, by night.\nDeadline: when the bread is done") == []


def test_a_table_of_labels_counts_wherever_it_stands():
    """Three of ours make one; other rows of it stay in the text."""
    text = (
        "We bake bread for the whole town, and we do so by night.\nPlace: Ghent\nOven: large\nGrade: G1\nPay: 3 buns\n"
    )
    plate = take_labels(to_lines(text))
    assert [hit.key for hit in plate.hits] == ["locations", "grade", "salary"]
    assert [line.text for line in plate.text][1:] == ["Oven: large"]


def test_lines_among_labels_without_one_are_given_apart():
    """And what follows the last label is text."""
    plate = take_labels(to_lines("Contract: service\n14 months\nDuration: short\nWe bake, all of us, every night."))
    assert [line.text for line in plate.loose] == ["14 months"]
    assert [line.text for line in plate.text] == ["We bake, all of us, every night."]


def test_a_text_without_labels_is_left_whole():
    """Nothing is taken from it."""
    lines = to_lines("Baker\nWe bake bread.\nYou bake bread.")
    assert take_labels(lines).text == tuple(lines)
