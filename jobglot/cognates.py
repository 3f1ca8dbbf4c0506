"""Words of two languages that are one: “qualité” and “quality”, “fotógrafo” and “photographer”.

Where hardly any posting is written in both languages, they are most of what tells that two postings are of one trade.
They differ in endings, which stems and the cut take off, and in how languages write the same sound.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

LEAST = 5
"""Shorter stems are alike by chance."""
LONGEST = 6
"""So many letters count: what follows is mostly the ending of one of the languages."""
MOST = 3
"""A term that looks like more others than this stands for none of them."""

_SPELLINGS = (
    *(("ph", "f"), ("th", "t"), ("rh", "r"), ("qu", "k"), ("ck", "k"), ("ch", "k")),
    *(("c", "k"), ("y", "i"), ("x", "ks"), ("w", "v"), ("z", "s")),
)
_TWICE = re.compile(r"(.)\1+")
_LAST_VOWELS = re.compile(r"(?<=.{4})[aeiou]+$")


def skeleton(term: str) -> str:
    """What is the same in a folded stem and in its cognates; "" for one that is too short to tell."""
    if len(term) < LEAST or not term.isalpha():
        return ""
    for written, sound in _SPELLINGS:
        term = term.replace(written, sound)
    found = _LAST_VOWELS.sub("", _TWICE.sub(r"\1", term))
    return found[:LONGEST] if len(found) >= LEAST - 1 else ""


class Cognates:
    """The `terms` of one language, which are in order, by what they have in common with those of others."""

    def __init__(self, terms: Iterable[str]) -> None:
        self._terms = terms

    def of(self, term: str) -> Sequence[str]:
        """The terms that are likely the same word; none for one that looks like many."""
        found = self._by_skeleton.get(skeleton(term), ()) if term else ()
        return found if len(found) <= MOST else ()

    @cached_property
    def _by_skeleton(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for term in self._terms:
            if key := skeleton(term):
                found.setdefault(key, []).append(term)
        return found
