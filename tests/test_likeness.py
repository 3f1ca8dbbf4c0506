"""How alike the postings of a board are."""

from __future__ import annotations

import pickle

from boards_alike import bilingual, boards, indexed, job
from hypothesis import given, settings

from jobglot import neighbours, neighbours_numpy, tongues, wordings
from jobglot.likeness import SMALL, engine_for, meeting, nearest
from jobglot.model import Posting

PLAIN = (tongues.plain_texts, neighbours.Matcher)
FAST = (wordings.numpy_texts, neighbours_numpy.Matcher)


@given(boards())
@settings(max_examples=60, deadline=None)
def test_the_fast_way_finds_what_the_plain_way_finds(postings: tuple[Posting, ...]) -> None:
    """Number for number, in any mix of languages."""
    plain, fast = (indexed(*postings, candidates=None, engine=engine) for engine in (PLAIN, FAST))
    numbers = range(len(postings))
    assert nearest(fast, numbers, 20) == nearest(plain, numbers, 20)
    assert nearest(fast, numbers, 2) == nearest(plain, numbers, 2)


def test_numpy_is_for_large_boards() -> None:
    """A small one is done before it would be loaded."""
    assert engine_for(SMALL) == PLAIN
    assert engine_for(SMALL + 1) == FAST


def test_a_pair_meets_in_the_first_language_of_the_config_that_both_have() -> None:
    """Else in the first of the one that is found."""
    assert meeting(("en", "fr"), ("en", "fr")) == "en"
    assert meeting(("en", "fr"), ("fr",)) == "fr"
    assert meeting(("de", "fr"), ("en",)) == "en"


def test_languages_that_nobody_meets_in_are_not_read() -> None:
    """Half of the work of a board that is wholly bilingual."""
    twice = [bilingual(name, ("Cook", "gravy"), ("Cuisinier", "sauce")) for name in "abc"]
    assert list(indexed(*twice).tongues) == ["en"]
    assert list(indexed(*twice, job("d", "Cuisinier", "sauce", language="fr")).tongues) == ["en", "fr"]


def test_an_index_goes_to_another_process() -> None:
    """It holds plain values only."""
    index = indexed(job("a", "Cook", "gravy"), job("b", "Cook", "gravy"), engine=FAST)
    assert nearest(pickle.loads(pickle.dumps(index)), [0, 1], 5) == nearest(index, [0, 1], 5)


def test_subjects_may_be_asked_for_in_any_order() -> None:
    """And one by one."""
    index = indexed(job("a", "Cook", "gravy"), job("b", "Koch", language="de"), job("c", "Cook", "gravy"))
    assert nearest(index, [2, 0, 1], 5) == [nearest(index, [number], 5)[0] for number in (2, 0, 1)]
