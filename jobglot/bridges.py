"""What a posting would say in a language it is not written in, so that it can be compared there.

Three things tell without a dictionary. Its own words that the other language's postings use as well: names, tools,
acronyms, and words that are the same, share a stem, or are cognates. The postings written in both languages that are
nearest to it: what they say in the other language, weighed by how near they are. And where there are few of these, the
nearest in its own language: a notice names few of the words that both languages have, its kin together name more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, partial

from jobglot.cognates import Cognates
from jobglot.model import Edition
from jobglot.tokens import Lexicon, raw_words
from jobglot.tongues import RANKS, TEXT, TITLE, Tongue, words_of
from jobglot.traits import UNIT
from jobglot.vectors import Cuts, Row, Statistics, heaviest, scaled

NEAREST = 3
"""So many postings lend what they say."""
LOAN = 4
"""A posting that is wholly alike would lend so many times the weight of the own words."""
KINSHIP = 2
"""One of its own language that is wholly alike would add so many times the weight of its own."""
CERTAINTY = 60
"""Such a text counts as so many per cent of one that was written."""


Near = tuple[int, int]
"""The number of a posting, and how alike it is."""


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
    """The way from one language to a tongue: what postings without an edition in there would say in it.

    `editions` are those in the one language, or the nearest to it, by number of posting.
    """

    def __init__(self, own: str, tongue: Tongue, editions: Sequence[Edition]) -> None:
        self._tongue = tongue
        self._editions = editions
        self._titles = Interpreter(own, tongue.language, tongue.title_vectors.statistics)
        self._texts = Interpreter(own, tongue.language, tongue.texts.statistics)
        self._said: dict[int, tuple[Row, Row]] = {}

    def row(self, number: int, near: Sequence[Near], kin: Sequence[Near]) -> Row:
        """A row for the posting of that number: numbers of terms are those of the board, not of the tongue.

        `near` are postings that have an edition in the tongue, and `kin` those in its own language, as alike as they
        are to it.
        """
        tongue = self._tongue
        title, text = self._own(number)
        related = [(*self._own(other), KINSHIP * likeness) for other, likeness in kin]
        lent = [(tongue.title_vectors.row(n), tongue.texts.row(n), LOAN * likeness) for n, likeness in near]
        titles = _mixed(title, [(row, share) for row, _, share in (*related, *lent)], TITLE)
        texts = _mixed(text, [(row, share) for _, row, share in (*related, *lent)], TEXT)
        return {tongue.title_base + number: weight for number, weight in titles.items()} | {
            tongue.text_base + number: weight for number, weight in texts.items()
        }

    def _own(self, number: int) -> tuple[Row, Row]:
        """What the tongue knows of the words of a posting: its title, and its text."""
        if number not in self._said:
            edition = self._editions[number]
            title = self._titles.terms(dict.fromkeys(raw_words(edition.title), 1))
            text = self._texts.terms(words_of(edition))
            self._said[number] = (
                self._tongue.title_vectors.statistics.row(title, TITLE),
                self._tongue.texts.statistics.row(text, TEXT),
            )
        return self._said[number]


def _mixed(own: Row, more: Sequence[tuple[Row, int]], cuts: Cuts) -> Row:
    mixed = {number: weight * 1024 for number, weight in own.items()}
    for row, share in more:
        part = 1024 * share // (UNIT * UNIT)
        for number, weight in row.items():
            mixed[number] = mixed.get(number, 0) + weight * part
    return scaled(heaviest(mixed, cuts.keep), cuts.length * CERTAINTY // 100)
