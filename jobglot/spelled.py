"""Small numbers written out in words, so that "two" and 2 are one number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from jobglot.language import language
from jobglot.tokens import fold


@cache
def _spelt(subtag: str) -> Mapping[Decimal, frozenset[str]]:
    """The folded words of each number in a language."""
    cells = language(subtag).numbers.split()
    return {Decimal(n): frozenset(words.split("|")) for n, words in zip(cells[::2], cells[1::2], strict=True)}


_WORD = re.compile(r"[^\W\d_]+")


def words_of(text: str) -> frozenset[str]:
    """The folded words of a text; "twenty-four" is itself and its parts."""
    small = fold(text)
    return frozenset(_WORD.findall(small)) | frozenset(_COMPOUND.findall(small)) | frozenset(_HAN.findall(small))


# Chinese puts no space around a number.
_HAN = re.compile("第?[零一二两三四五六七八九十百千万半双]+")
_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")


def spells(words: frozenset[str], subtag: str, value: Decimal) -> bool:
    """Whether a text with these words may write a number out."""
    known = _spelt(subtag)
    return value in known and not known[value].isdisjoint(words)
