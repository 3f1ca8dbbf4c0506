"""What a posting would say in a language it is not written in, so that it can be compared there.

Two things tell without a dictionary. Its own words that the other language's postings use as well: names, tools,
acronyms, and words that are the same, share a stem, or are cognates. And the postings written in both languages that
are nearest to it: what they say in the other language, weighed by how near they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, partial

from jobglot.cognates import Cognates
from jobglot.model import Edition
from jobglot.neighbours import Source
from jobglot.tokens import Lexicon, raw_words
from jobglot.tongues import RANKS, TEXT, TITLE, Tongue, words_of
from jobglot.traits import UNIT
from jobglot.vectors import Cuts, Row, Statistics, heaviest, scaled

NEAREST = 3
"""So many postings lend what they say."""
LOAN = 4
"""A posting that is wholly alike would lend so many times the weight of the own words."""
CERTAINTY = 60
"""Such a text counts as so many per cent of one that was written."""


class Interpreter:
    """Reads raw words of one language as those terms of another that are known there, each different word once."""

    def __init__(self, own: str, other: str, known: Statistics) -> None:
        self._own, self._other = Lexicon(own, RANKS), Lexicon(other, RANKS)
        self._cognates = Cognates(known)
        self._terms = cache(partial(self._read, known=known))

    def terms(self, words: Mapping[bytes, int]) -> dict[str, int]:
        """The terms that the words stand for, with how often they are there."""
        found: dict[str, int] = {}
        for raw, count in words.items():
            for term in self._terms(raw):
                found[term] = found.get(term, 0) + count
        return found

    def _read(self, raw: bytes, known: Statistics) -> Sequence[str]:
        own = self._own.terms(raw)
        there = [term for term in self._other.terms(raw) if term in known] if own else []
        return there or [term for term in own if term in known] or [kin for t in own for kin in self._cognates.of(t)]


class Bridge:
    """The way from one language to a tongue: what postings without an edition in there would say in it."""

    def __init__(self, own: str, tongue: Tongue) -> None:
        self._tongue = tongue
        self._titles = Interpreter(own, tongue.language, tongue.title_vectors.statistics)
        self._texts = Interpreter(own, tongue.language, tongue.texts.statistics)

    def row(self, edition: Edition, near: Sequence[tuple[int, int]]) -> Row:
        """A row for the posting of `edition`: numbers of terms are those of the board, not of the tongue.

        `near` are numbers of postings that have an edition in the tongue, with their likeness to the one of `edition`.
        """
        tongue = self._tongue
        title = self._titles.terms(dict.fromkeys(raw_words(edition.title), 1))
        text = self._texts.terms(words_of(edition))
        titles = _mixed(tongue.title_vectors, tongue.title_vectors.statistics.row(title, TITLE), near, TITLE)
        texts = _mixed(tongue.texts, tongue.texts.statistics.row(text, TEXT), near, TEXT)
        return {tongue.title_base + number: weight for number, weight in titles.items()} | {
            tongue.text_base + number: weight for number, weight in texts.items()
        }


def _mixed(vectors: Source, own: Row, near: Sequence[tuple[int, int]], cuts: Cuts) -> Row:
    mixed = {number: weight * 1024 for number, weight in own.items()}
    for posting, likeness in near:
        share = LOAN * 1024 * likeness // (UNIT * UNIT)
        for number, weight in vectors.row(posting).items():
            mixed[number] = mixed.get(number, 0) + weight * share
    return scaled(heaviest(mixed, cuts.keep), cuts.length * CERTAINTY // 100)
