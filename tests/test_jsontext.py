"""JSON that is the same on every machine."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from decimal import Decimal

import pytest

from jobglot import jsontext


def test_keys_are_sorted_and_letters_stay_letters() -> None:
    """The order in which a program put things together does not show."""
    assert jsontext.document({"b": "é", "a": [1, None]}) == '{"a":[1,null],"b":"é"}\n'.encode()


def test_what_json_cannot_say_is_refused() -> None:
    """NaN is no JSON, although Python writes it."""
    with pytest.raises(ValueError, match="JSON"):
        jsontext.document(float("nan"))


@pytest.mark.parametrize(("amount", "written"), [("3000", "3000"), ("3000.00", "3000"), ("3833.04", "3833.04")])
def test_amounts_are_written_as_people_write_them(amount: str, written: str) -> None:
    """Whole amounts without a point, others without rounding errors."""
    assert json.dumps(jsontext.number(Decimal(amount))) == written


def test_instants_are_said_in_utc() -> None:
    """Whatever zone they come in."""
    assert jsontext.utc(datetime(2026, 3, 1, 0, 30, tzinfo=timezone(timedelta(hours=1)))) == "2026-02-28T23:30:00Z"


def test_what_says_nothing_is_left_out() -> None:
    """But "no" and "none" are answers."""
    found = jsontext.known({"a": None, "b": "", "c": [], "d": {}, "e": False, "f": 0, "g": "x"})
    assert found == {"e": False, "f": 0, "g": "x"}


def test_a_list_that_is_written_already_stands_in_its_place() -> None:
    """As if it had been written with the rest."""
    whole: dict[str, jsontext.Json] = {"b": ["é", {"z": 1, "a": None}], "c": "…", "a": 1}
    entries = [jsontext.text("é"), jsontext.text({"z": 1, "a": None})]
    assert jsontext.document_with({"c": "…", "a": 1}, "b", entries) == jsontext.document(whole)
    assert jsontext.document_with({}, "b", []) == jsontext.document({"b": []})
