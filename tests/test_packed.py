"""Values go through bytes unchanged, and bytes that are none of a type are refused."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sites import ROOT

from jobglot.load import load
from jobglot.model import ContentPage, NewsItem, Organization, Posting, Salary
from jobglot.packed import Unpack, pack
from jobglot.problem import Origin, Problem

AMOUNTS = st.none() | st.decimals(allow_nan=False, allow_infinity=False)
SALARIES = st.builds(Salary, minimum=AMOUNTS, maximum=AMOUNTS)
PLACES = st.builds(Origin, st.text(), st.integers(0, 2**32), st.integers(0, 2**32))
PROBLEMS = st.lists(st.builds(Problem, PLACES))


def through(value: Any, of: Any) -> Any:
    packed = pack(value)
    assert packed is not None
    return Unpack(of)(packed)


def test_everything_of_the_demo_comes_back_as_it_went():
    loaded, problems = load(ROOT)
    assert loaded is not None
    assert not problems
    content = loaded.content
    kinds = (
        (content.postings, Posting),
        (content.organizations.values(), Organization),
        (content.news, NewsItem),
        (content.pages, ContentPage),
    )
    for things, kind in kinds:
        assert things
        for thing in things:
            assert repr(through(thing, kind)) == repr(thing)  # which shows fields that comparison passes over


@settings(max_examples=30, deadline=None)
@given(SALARIES, PROBLEMS)
def test_values_of_any_content_come_back(salary: Salary, problems: list[Problem]):
    assert repr(through((salary, problems), tuple[Salary, list[Problem]])) == repr((salary, problems))


def test_an_instant_keeps_its_zone():
    instant = datetime(2026, 3, 1, 12, tzinfo=UTC)
    assert repr(through(instant, datetime)) == repr(instant)


@pytest.mark.parametrize("value", [2**64, -(2**63) - 1, "\ud800", [Origin("a\udcff.md")]])
def test_what_cannot_be_packed_is_not(value: object):
    assert pack(value) is None


@pytest.mark.parametrize("data", [b"", b"\xc1", pack(3), pack([1]), pack(("x", 1, 2, 3)), b"\x91" * 5000])
def test_other_bytes_are_refused(data: bytes):
    with pytest.raises(ValueError, match=r"\w"):
        Unpack(Origin)(data)


def test_bytes_make_nothing_but_the_type_that_was_asked_for():
    assert type(through({"a": 1}, Any)) is dict
    with pytest.raises(ValueError, match="date"):
        through("tomorrow", date)
