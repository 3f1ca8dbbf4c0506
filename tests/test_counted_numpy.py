"""How often each term is in each text."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobglot import counted_numpy
from jobglot.counted_numpy import Counted, counted
from jobglot.tokens import Lexicon
from jobglot.vectors import MOST

WORDS = [b"cook", b"cooks", b"menu", b"the", "é".encode(), b"sauce", "full‑stack".encode(), b"42"]
BAGS = st.lists(st.dictionaries(st.sampled_from(WORDS), st.integers(1, 100), max_size=6).map(Counter), max_size=9)
LEXICON = Lexicon("en")


def named(texts: Counted) -> list[dict[str, int]]:
    """Each text as names with how often they are there."""
    found, at = [], 0
    for size in texts.sizes.tolist():
        terms, counts = texts.terms[at : at + size].tolist(), texts.counts[at : at + size].tolist()
        found.append({texts.names[term]: count for term, count in zip(terms, counts, strict=True)})
        at += size
    return found


def plainly(bags: list[Counter[bytes]]) -> list[dict[str, int]]:
    found = []
    for bag in bags:
        terms: Counter[str] = Counter()
        for raw, count in bag.items():
            for term in LEXICON.terms(raw):
                terms[term] += min(count, MOST)
        found.append({term: min(count, MOST) for term, count in terms.items()})
    return found


@given(BAGS, st.integers(1, 4))
def test_every_term_is_counted(bags: list[Counter[bytes]], slab: int) -> None:
    """However many texts are read at a time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(counted_numpy, "SLAB", slab)
        assert named(counted(bags, LEXICON)) == plainly(bags)


@given(BAGS, BAGS, st.data())
def test_texts_are_put_together_and_picked(some: list[Counter[bytes]], more: list[Counter[bytes]], data: st.DataObject):
    """Whatever the numbers of their terms; and names that are in no text go."""
    both = Counted.joined([counted(some, LEXICON), counted(more, LEXICON)])
    assert named(both) == plainly(some + more)
    picked = data.draw(st.lists(st.integers(0, max(len(some + more) - 1, 0)), max_size=9 if some + more else 0))
    chosen = both.of(picked)
    assert named(chosen) == named(chosen.trimmed()) == [plainly(some + more)[place] for place in picked]
    assert set(chosen.trimmed().names) == {name for text in named(chosen) for name in text}


def test_no_texts_are_put_together_as_well() -> None:
    """A board may have nothing to read."""
    assert named(Counted.joined([])) == []


@given(BAGS)
def test_it_comes_back_from_bytes(bags: list[Counter[bytes]]) -> None:
    """As it was."""
    texts = counted(bags, LEXICON)
    assert named(Counted.from_flat(texts.flat())) == named(texts)
