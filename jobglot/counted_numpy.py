"""How often each term is in each text, for boards of thousands: flat arrays, which are soon put together from others.

Only what is for large boards imports this: loading numpy takes longer than a small board's comparisons.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from jobglot.tokens import Lexicon
from jobglot.vectors import MOST

Whole = NDArray[np.int64]
Numbers = NDArray[np.integer[Any]]
SLAB = 1 << 14
"""Texts read at a time, so that memory is taken for so many at a time."""


class Flat(NamedTuple):
    """`Counted` as strings and bytes."""

    names: list[str]
    sizes: bytes
    terms: bytes
    counts: bytes


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """Texts as numbers of terms and how often they are there, `MOST` at most: text by text, each of so many `sizes`.

    `names` are the terms by number, in no order. They say nothing of the texts: some may be in none.
    """

    names: Sequence[str]
    sizes: Whole
    terms: NDArray[np.int32]
    counts: NDArray[np.uint8]

    @classmethod
    def of_nothing(cls) -> Counted:
        """No texts."""
        return cls([], np.zeros(0, np.int64), np.zeros(0, np.int32), np.zeros(0, np.uint8))

    @classmethod
    def from_flat(cls, flat: Flat) -> Counted:
        """What `flat` was made of; ValueError where it can have been made of nothing."""
        sizes, terms = np.frombuffer(flat.sizes, "<i4").astype(np.int64), np.frombuffer(flat.terms, "<i4")
        counts = np.frombuffer(flat.counts, np.uint8)
        is_whole = len(terms) == len(counts) == sizes.sum() and not np.any(sizes < 0)
        if not is_whole or np.any((terms < 0) | (terms >= len(flat.names))) or np.any((counts < 1) | (counts > MOST)):
            raise ValueError("these are no counted texts")
        return cls(flat.names, sizes, terms.astype(np.int32, copy=False), counts)

    def flat(self) -> Flat:
        """All of it as strings and bytes, the same on every machine."""
        sizes, terms = self.sizes.astype("<i4"), self.terms.astype("<i4", copy=False)
        return Flat(list(self.names), sizes.tobytes(), terms.tobytes(), self.counts.tobytes())

    def of(self, texts: Sequence[int]) -> Counted:
        """Some of the texts, in that order."""
        chosen = np.array(texts, np.int64)
        sizes = self.sizes[chosen]
        at = ranges((np.cumsum(self.sizes) - self.sizes)[chosen], sizes)
        return Counted(self.names, sizes, self.terms[at], self.counts[at])

    @classmethod
    def joined(cls, parts: Sequence[Counted]) -> Counted:
        """The texts of all the parts, one part after the other."""
        parts = [cls.of_nothing(), *parts]
        numbers: dict[str, int] = {}
        places = [np.array([numbers.setdefault(name, len(numbers)) for name in p.names], np.int32) for p in parts]
        return cls(
            list(numbers),
            np.concatenate([part.sizes for part in parts]),
            np.concatenate([of_part[part.terms] for of_part, part in zip(places, parts, strict=True)]),
            np.concatenate([part.counts for part in parts]),
        )

    def trimmed(self) -> Counted:
        """The same without the names that are in no text."""
        used = np.bincount(self.terms, minlength=len(self.names)) > 0
        if used.all():
            return self
        numbers = (np.cumsum(used) - 1).astype(np.int32)
        names = [self.names[number] for number in np.flatnonzero(used).tolist()]
        return Counted(names, self.sizes, numbers[self.terms], self.counts)


def counted(texts: Iterable[Mapping[bytes, int]], lexicon: Lexicon) -> Counted:
    """The terms of texts that are given as raw words with how often they are there."""
    reader = _Reader(lexicon)
    slabs = list(reader.slabs(texts))
    sizes, terms, counts = zip(*((s.sizes, s.terms, s.counts) for s in [Counted.of_nothing(), *slabs]), strict=True)
    return Counted(reader.names, np.concatenate(sizes), np.concatenate(terms), np.concatenate(counts))


def ranges(starts: Whole, lengths: Whole) -> Whole:
    """start, start + 1, … for each start, as many as its length, one after the other."""
    ends = np.cumsum(lengths)
    return np.repeat(starts - (ends - lengths), lengths) + np.arange(int(ends[-1]) if len(ends) else 0)


def firsts(keys: Whole) -> Whole:
    """Where in sorted keys, which are not negative, a new one begins."""
    return np.flatnonzero(np.diff(keys, prepend=-1))


def sorted_within(keys: Whole) -> Whole:
    """Sorted keys, of which each text's are already greater than those of the texts before it."""
    # What is in order by and large is merged some three times as fast as it is sorted from scratch.
    return np.sort(keys, kind="stable")


class _Reader:
    """Reads texts. `names` are terms by number, in the order in which they are met."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.names: list[str] = []
        self._lexicon = lexicon
        self._raw = _Numbering()
        self._numbers: dict[str, int] = {}
        self._flat, self._lengths = array("i"), array("i")

    def slabs(self, texts: Iterable[Mapping[bytes, int]]) -> Iterator[Counted]:
        """All texts, some at a time."""
        rest = iter(texts)
        while True:
            raws, counts, sizes = array("i"), array("i"), array("i")
            for found in islice(rest, SLAB):
                raws.extend(map(self._raw.__getitem__, found))
                counts.extend(found.values())
                sizes.append(len(found))
            if not sizes:
                return
            self._learn()
            yield self._slab(_whole(sizes), _whole(raws), np.minimum(_whole(counts), MOST))

    def _learn(self) -> None:
        """Reads the raw words that have come up since."""
        for raw in islice(self._raw, len(self._lengths), None):
            terms = self._lexicon.terms(raw)
            self._lengths.append(len(terms))
            for term in terms:
                if term not in self._numbers:
                    self._numbers[term] = len(self.names)
                    self.names.append(term)
                self._flat.append(self._numbers[term])

    def _slab(self, sizes: Whole, raw: Whole, count: Whole) -> Counted:
        lengths = _whole(self._lengths)
        times = lengths[raw]
        term = _whole(self._flat)[ranges((np.cumsum(lengths) - lengths)[raw], times)]
        text = np.repeat(np.arange(len(sizes)), sizes)
        # Several raw words of a text may stand for one term: sort, then add up what is equal.
        bits, few = len(self.names).bit_length(), MOST.bit_length()
        packed = sorted_within(((np.repeat(text, times) << bits) + term << few) + np.repeat(count, times))
        keys = packed >> few
        new = firsts(keys)
        counts = np.add.reduceat(packed & (1 << few) - 1, new) if len(new) else new
        return Counted(
            self.names,
            np.bincount(keys[new] >> bits, minlength=len(sizes)),
            (keys[new] & (1 << bits) - 1).astype(np.int32),
            np.minimum(counts, MOST).astype(np.uint8),
        )


class _Numbering(dict[bytes, int]):
    """Numbers what it is asked for, in the order it is asked."""

    def __missing__(self, key: bytes) -> int:
        number = self[key] = len(self)
        return number


def _whole(numbers: array[int]) -> Whole:
    return np.frombuffer(numbers, np.intc).astype(np.int64) if numbers else np.zeros(0, np.int64)
