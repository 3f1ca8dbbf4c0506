"""Texts as vectors, for large boards."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobglot import counted_numpy, vectors, vectors_numpy
from jobglot.counted_numpy import counted
from jobglot.tokens import Lexicon
from jobglot.vectors import Cuts

WORDS = [b"cook", b"cooks", b"menu", b"driver", b"the", b"data", b"pipeline", b"pipelines", "é".encode(), b"sauce-boat"]
WORDS += ["full‑stack".encode(), b"nurse", b"ward", b"42", b"sql", b"heritage"]
BAGS = st.lists(st.dictionaries(st.sampled_from(WORDS), st.integers(1, 100), max_size=12).map(Counter), max_size=14)
CUTS = st.builds(Cuts, length=st.integers(1, 2048), keep=st.integers(1, 6), budget=st.sampled_from([1, 2, 5, 4000]))


@given(BAGS, st.lists(st.sampled_from(["", "a", "b"]), min_size=14, max_size=14), CUTS)
def test_it_weighs_as_the_plain_way_does(bags: list[Counter[bytes]], employers: list[str], cuts: Cuts) -> None:
    """Number for number, with any cuts."""
    plain = vectors.Texts(bags, employers[: len(bags)], Lexicon("en"), cuts)
    fast = vectors_numpy.Texts(counted(bags, Lexicon("en")), employers[: len(bags)], cuts)
    assert fast.names == plain.names
    assert [fast.row(n) for n in range(len(bags))] == [plain.row(n) for n in range(len(bags))]
    assert fast.marks() == plain.marks()
    bag = {"cook": 2, "menu": 1, "nurs": 1}
    assert fast.statistics.row(bag, cuts) == plain.statistics.row(bag, cuts)


@given(BAGS)
def test_slabs_do_not_show(bags: list[Counter[bytes]]) -> None:
    """Texts are read some at a time; what comes out is the same."""
    cuts, employers = Cuts(length=1000, keep=4), ["a"] * len(bags)
    whole = vectors_numpy.Texts(counted(bags, Lexicon("en")), employers, cuts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(counted_numpy, "SLAB", 3)
        patch.setattr(vectors_numpy, "SLAB", 2)
        parts = vectors_numpy.Texts(counted(bags, Lexicon("en")), employers, cuts)
    assert [parts.row(n) for n in range(len(bags))] == [whole.row(n) for n in range(len(bags))]


def test_rows_are_those_of_the_texts_asked_for_in_that_order() -> None:
    """Also when one is asked for twice, or is empty."""
    bags = [Counter({b"cook": 1, b"menu": 1}), Counter(), Counter({b"menu": 1, b"cook": 2})]
    texts = vectors_numpy.Texts(counted(bags, Lexicon("en")), [""] * 3, Cuts(length=100))
    places, terms, weights = texts.rows(np.array([2, 1, 2, 0]))
    rows = [
        {t: w for p, t, w in zip(places.tolist(), terms.tolist(), weights.tolist(), strict=True) if p == place}
        for place in range(4)
    ]
    assert rows == [texts.row(2), {}, texts.row(2), texts.row(0)]
