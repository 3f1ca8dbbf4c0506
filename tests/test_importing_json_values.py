"""JSON of other programs, whose values can be anything."""

from __future__ import annotations

from jobglot.importing.json_values import day_of_milliseconds, list_at, objects_at, text_at


def test_a_text_is_found_however_it_is_written():
    """A figure is a text too; a flag, a list, or what lies below a text is none."""
    data = {"a": {"b": " Ghent "}, "n": 3, "f": True, "l": ["x"]}
    assert text_at(data, "a", "b") == "Ghent"
    assert text_at(data, "n") == "3"
    assert [text_at(data, *keys) for keys in (("f",), ("l",), ("a", "b", "c"), ("none",), ())] == [""] * 5


def test_a_single_value_is_a_list_of_one():
    """And what is not there is a list of none; objects are told from other values."""
    assert list_at({"a": "x"}, "a") == ["x"]
    assert list_at({"a": None}, "a") == list_at({}, "a", "b") == []
    assert objects_at({"a": [{"b": 1}, "x", None]}, "a") == [{"b": 1}]
    assert objects_at({"a": {"b": 1}}, "a") == [{"b": 1}]


def test_milliseconds_are_days_of_utc():
    """And other numbers none."""
    assert day_of_milliseconds(0) == ""
    assert day_of_milliseconds(1793000000000) == "2026-10-26"
    assert day_of_milliseconds(True) == ""
