"""Texts and names made comparable: folded, without what two people write differently."""

from __future__ import annotations

import re
from functools import lru_cache

from jobglot.tokens import fold

CONNECTORS = frozenset(
    "and et y e en und of de la le les l d du des del der die das the van voor fur pour for in or ou".split()
)
"""Small words that names are told apart without."""


def squashed(text: str) -> str:
    """A text for comparing: folded, words with one space between, nothing else."""
    return " ".join(re.findall(r"[^\W_]+", fold(text)))


def name_key(text: str) -> tuple[str, ...]:
    """The words of a name as it is compared: squashed, without small words unless it has no others."""
    words = tuple(squashed(text).split())
    return tuple(word for word in words if word not in CONNECTORS) or words


@lru_cache(maxsize=10_000)
def comparable(text: str) -> str:
    """A title or number as it is compared: the words of its key with one space between."""
    return " ".join(name_key(text))
