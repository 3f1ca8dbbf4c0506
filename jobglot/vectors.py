"""Texts as vectors of integers: the plain way, for boards of some hundred postings.

`vectors_numpy` does the same, number for number, for large ones. What both do, for the texts of one language:

1. A term of a text weighs more the oftener it is there (`rise`) and the rarer it is among the texts (`rarity`).
   Terms in one text only cannot be shared; they only make their text longer, and so less like any other.
2. What one employer says in most of its notices, and hardly anybody else does, weighs a quarter.
3. Each text keeps its `keep` heaviest terms; ties go by the alphabet.
4. Of these, the most frequent are left out until comparing a text with all others touches `budget` pairs of terms on
   average. So frequent words count on a small board, and a large board stays affordable.
5. The weights are scaled and rounded, so that the text with the terms that are its own has the length asked for.

All is done in integers, so that sums are the same in any order, on any machine.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from math import sqrt
from typing import Protocol

from jobglot.tokens import Lexicon
from jobglot.traits import log64, magnitude

Row = Mapping[int, int]
"""A vector: weights by number of term."""

NOTHING: Row = {}
MOST = 64
"""A term is counted up to so many times in a text."""


@dataclass(frozen=True, slots=True)
class Cuts:
    """How much of a text is kept: see the steps above. `length` is that of a finished vector."""

    length: int
    keep: int = 64
    budget: int = 4000


class Vectors(Protocol):
    """The vectors of the texts of one language, by number of the text: `Texts`, or that of `vectors_numpy`."""

    names: Sequence[str]
    statistics: Statistics

    def row(self, text: int) -> Row:
        """The vector of a text."""

    def marks(self) -> list[bytes]:
        """For each text what no other vector has, here or among other texts: hashes of its terms, and their weights."""


class Statistics:
    """How often terms occur in the texts of one language, and what a text weighs by that.

    `names` are the terms in alphabetical order; a term's number is its place in there. `counts[number]` is in how many
    of the `total` texts it occurs, and `kept` whether it passed the fourth step.
    """

    def __init__(self, names: Sequence[str], counts: Sequence[int], kept: Sequence[bool], total: int) -> None:
        self._numbers = {name: number for number, name in enumerate(names)}
        self._counts = counts
        self._kept = kept
        self._total = total

    def row(self, found: Mapping[str, int], cuts: Cuts) -> Row:
        """The vector of a further text, of terms with how often they occur; unknown terms are left out."""
        known = {self._numbers[name]: count for name, count in found.items() if name in self._numbers}
        weights = {
            number: weight_of(count, self._counts[number], self._total)
            for number, count in known.items()
            if self._kept[number]
        }
        return scaled(heaviest(weights, cuts.keep), cuts.length)

    def __iter__(self) -> Iterator[str]:
        """The terms, in alphabetical order."""
        return iter(self._numbers)

    def __contains__(self, name: str) -> bool:
        """Whether the language has that term."""
        return name in self._numbers


class Texts:
    """The vectors of the texts of one language, by number of the text; see the module for how they come about."""

    def __init__(
        self, texts: Iterable[Mapping[bytes, int]], employers: Sequence[str], lexicon: Lexicon, cuts: Cuts
    ) -> None:
        counted = [_terms(text, lexicon) for text in texts]
        occurrences = Counter(term for text in counted for term in text)
        self.names: Sequence[str] = sorted(term for term, count in occurrences.items() if count > 1)
        numbers = {name: number for number, name in enumerate(self.names)}
        counts = [occurrences[name] for name in self.names]
        texts_of = [{numbers[t]: c for t, c in text.items() if t in numbers} for text in counted]
        total = sum(1 for text in counted if text)
        pitches = _pitches(texts_of, employers, counts)
        alone = [aloneness((c for t, c in text.items() if t not in numbers), total) for text in counted]
        rows = []
        for text, employer in zip(texts_of, employers, strict=True):
            weights = {n: weight_of(c, counts[n], total) for n, c in text.items()}
            for number in pitches.get(employer, ()):
                if number in weights:
                    weights[number] //= 4
            rows.append(heaviest(weights, cuts.keep))
        keepers = Counter(number for row in rows for number in row)
        limit = frequency_limit(keepers.values(), cuts.budget * max(total, 1))
        kept = [keepers[number] <= limit for number in range(len(self.names))]
        self._rows = [
            scaled({n: w for n, w in row.items() if kept[n]}, cuts.length, more)
            for row, more in zip(rows, alone, strict=True)
        ]
        self.statistics = Statistics(self.names, counts, kept, total)

    def row(self, text: int) -> Row:
        """The vector of a text."""
        return self._rows[text]

    def marks(self) -> list[bytes]:
        """As `Vectors.marks`."""
        hashes = [hash_of_name(name) for name in self.names]
        rows = [sorted(row.items(), key=lambda pair: pair[0]) for row in self._rows]
        return [b"".join(hashes[term] + weight.to_bytes(4, "little") for term, weight in row) for row in rows]


def hash_of_name(name: str) -> bytes:
    """The 16 bytes that stand for a term where its number says nothing."""
    return blake2b(name.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def rise(count: int) -> int:
    """What saying a term `count` times is worth: 3 for once, 1 more for each doubling, in 64ths."""
    return 192 + log64(min(count, MOST))


def rarity(occurrences: int, total: int) -> int:
    """What a term is worth that `occurrences` of `total` texts hold: (1/4 + log2 of its rarity) squared, in 4096ths.

    Both numbers count by their `magnitude`. Squared, since a notice is mostly words of any notice. Below four texts
    rarer is not worth more: it may be chance.
    """
    return max(16, 16 + magnitude(max(total, 1)) - magnitude(max(occurrences, 4))) ** 2


@lru_cache(maxsize=1 << 16)
def weight_of(count: int, occurrences: int, total: int) -> int:
    """The weight of a term in a text, below 2 to the 22nd."""
    return rise(count) * rarity(occurrences, total) >> 8


def heaviest(weights: Row, keep: int) -> Row:
    """The `keep` heaviest; of equals, those with the smaller number."""
    if len(weights) <= keep:
        return weights
    return dict(sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))[:keep])


def aloneness(counts: Iterable[int], total: int) -> int:
    """The sum of the squares of the weights of terms that are in one text only, by how often they are in there."""
    return sum((weight_of(count, 1, total) >> 3) ** 2 for count in counts) << 6


def scaled(weights: Row, length: int, more: int = 0) -> Row:
    """The same direction at that length, in whole numbers; what rounds to 0 is left out.

    `more` is to be added to the sum of the squares, for what the vector should hold and does not.
    """
    # Turning a whole number into a floating point one and taking its root are rounded alike everywhere (IEEE 754).
    norm = int(sqrt(sum(weight * weight for weight in weights.values()) + more))
    if not norm:
        return NOTHING
    rounded = {number: (weight * length + norm // 2) // norm for number, weight in weights.items()}
    return {number: weight for number, weight in rounded.items() if weight}


def frequency_limit(counts: Iterable[int], budget: int) -> int:
    """The highest frequency so that the squares of all counts up to it sum to at most `budget`; at least 2."""
    limit, spent = 2, 0
    for count, times in sorted(Counter(counts).items()):
        spent += count * count * times
        if spent > budget:
            return limit
        limit = max(limit, count)
    return limit


def _terms(text: Mapping[bytes, int], lexicon: Lexicon) -> dict[str, int]:
    found: dict[str, int] = {}
    for raw, count in text.items():
        for term in lexicon.terms(raw):
            found[term] = found.get(term, 0) + count
    return found


def _pitches(texts: Sequence[Row], employers: Sequence[str], counts: Sequence[int]) -> Mapping[str, list[int]]:
    """What employers say in two thirds of their notices, and others less often than they do: terms by employer."""
    notices: dict[str, list[Row]] = {}
    for text, employer in zip(texts, employers, strict=True):
        if text and employer:
            notices.setdefault(employer, []).append(text)
    return {
        employer: [
            number
            for number, count in Counter(number for text in said for number in text).items()
            if count * 3 >= len(said) * 2 and count * 2 > counts[number]
        ]
        for employer, said in notices.items()
        if len(said) > 2
    }
