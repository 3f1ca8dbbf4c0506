"""What a posting would say in a language it is not written in, so that it can be compared there.

Two things tell without a dictionary. Its own words that the other language's postings use as well: names, tools,
acronyms, and words that are the same or share a stem. And the postings written in both languages that are nearest to
it: what they say in the other language, weighed by how near they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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
    """Reads raw words of one language as terms of another."""

    def __init__(self, own: str, other: str) -> None:
        self._own, self._other = Lexicon(own, RANKS), Lexicon(other, RANKS)

    def terms(self, words: Mapping[bytes, int], known: Statistics) -> dict[str, int]:
        """The terms of the other language among those known, with how often they are there."""
        found: dict[str, int] = {}
        for raw, count in words.items():
            own = self._own.terms(raw)
            there = [term for term in self._other.terms(raw) if term in known] if own else []
            for term in there or [term for term in own if term in known]:
                found[term] = found.get(term, 0) + count
        return found


def foreign_row(edition: Edition, tongue: Tongue, interpreter: Interpreter, near: Sequence[tuple[int, int]]) -> Row:
    """A row for the posting of `edition` in `tongue`: numbers of terms are those of the board, not of the tongue.

    `near` are numbers of postings that have an edition in the tongue, with their likeness to the one of `edition`.
    """
    title = interpreter.terms(dict.fromkeys(raw_words(edition.title), 1), tongue.title_vectors.statistics)
    text = interpreter.terms(words_of(edition), tongue.texts.statistics)
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
