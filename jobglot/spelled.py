"""Small numbers written out in words, so that "two" and 2 are one number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from jobglot.language import language
from jobglot.tokens import fold

_TENS = range(20, 100, 10)
_ONES = range(1, 20)
"""Up to nineteen: 75 is “soixante-quinze”."""

_RUN = re.compile(r"[^\W\d_]+(?:[\s\u2011'’-]+[^\W\d_]+)*")
# Chinese puts no space around a number.
_HAN = re.compile("第?[零一二两三四五六七八九十百千万半双]+")
_LONGEST = 3
"""Words of a number: “trinta e cinco”."""


def words_of(text: str) -> frozenset[str]:
    """The folded words of a text, and those that stand side by side: "twenty-four" is itself and its parts."""
    small = fold(text)
    return frozenset(_runs(small)) | frozenset(_HAN.findall(small))


def _runs(text: str) -> Iterator[str]:
    for match in _RUN.finditer(text):
        words = re.split(r"[\s\u2011'’-]+", match[0])
        for count in range(1, _LONGEST + 1):
            for at in range(len(words) - count + 1):
                yield " ".join(words[at : at + count])


def spells(words: frozenset[str], subtag: str, value: Decimal) -> bool:
    """Whether a text with these words may write a number out."""
    return not words.isdisjoint(_forms(subtag, value))


@cache
def _listed(subtag: str) -> Mapping[Decimal, frozenset[str]]:
    """The folded words of each number that a language has words of its own for."""
    cells = language(subtag).numbers.split()
    pairs = zip(cells[::2], cells[1::2], strict=True)
    return {Decimal(figure): frozenset(said.replace("-", " ").split("|")) for figure, said in pairs}


@cache
def _forms(subtag: str, value: Decimal) -> frozenset[str]:
    """All that a number may be called: its own words, and those that are put together of tens and ones."""
    listed = _listed(subtag)
    joined = (
        form.format(ten=ten, te=ten[:-1], one=one)
        for form in filter(None, language(subtag).tens_and_ones.split("|"))
        for tens in _TENS
        if value - tens in _ONES
        for ten in listed.get(Decimal(tens), ())
        for one in listed.get(value - tens, ())
    )
    return listed.get(value, frozenset()).union(joined)
