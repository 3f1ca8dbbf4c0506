"""Pasted texts as lines."""

from __future__ import annotations

from jobglot.importing.lines import is_rule, to_lines, unwrapped


def test_layout_is_kept_with_each_line():
    """Indentation, bullet, number, and whether a blank line came before."""
    lines = to_lines("Title\n\n  • one\n      - two\n3. three\n\u00a0\nlast")
    assert [(line.text, line.indent, line.bullet, line.number, line.gap) for line in lines] == [
        ("Title", 0, "", 0, False),
        ("one", 2, "-", 0, True),
        ("two", 6, "-", 0, False),
        ("three", 0, "", 3, False),
        ("last", 0, "", 0, True),
    ]


def test_invisible_characters_go_and_no_break_spaces_stay():
    """French needs the latter before its colon."""
    assert [line.text for line in to_lines("Mis\u00adsion\u00a0:\u200b garder\x07")] == ["Mission\u00a0: garder"]


def test_hyphens_and_years_are_no_bullets():
    """A bullet has a space behind it, a number at most two figures."""
    assert not any(line.is_item for line in to_lines("-5 degrees\n2027. A good year\n1.5 posts\nco-op"))


def test_separators_are_three_of_one_sign():
    """With or without spaces."""
    assert all(is_rule(text) for text in ("***", "* * *", "-----", "====", "_ _ _"))
    assert not any(is_rule(text) for text in ("**", "-*-", "* a *"))


def test_sentences_broken_by_a_mail_program_are_whole_again():
    """A line that goes on in small letters belongs to the one before."""
    text = "You will look after the gauges of the northern coast and\nanswer letters.\nYou live nearby."
    assert [line.text for line in unwrapped(to_lines(text))] == [
        "You will look after the gauges of the northern coast and answer letters.",
        "You live nearby.",
    ]
