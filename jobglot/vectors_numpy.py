"""`vectors` with numpy, for boards of thousands: the same class, the same numbers.

Everything is whole numbers. Several of them are packed into one where they are sorted: sorting plain numbers is many
times as fast as sorting by several keys. Texts are read by the slab, so that memory is taken for one slab at a time.

Only `likeness` imports this, and only for a large board: loading numpy takes longer than a small board's comparisons.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jobglot.tokens import Lexicon
from jobglot.vectors import MOST, Cuts, Row, Statistics, frequency_limit, rarity, rise

Whole = NDArray[np.int64]
Numbers = NDArray[np.integer[Any]]
SLAB = 1 << 14
"""Texts read at a time."""


class Texts:
    """As `vectors.Texts`."""

    def __init__(
        self, texts: Iterable[Mapping[bytes, int]], employers: Sequence[str], lexicon: Lexicon, cuts: Cuts
    ) -> None:
        reader = _Reader(lexicon)
        slabs = list(reader.slabs(texts))
        written = sum(int(np.count_nonzero(np.bincount(slab.text))) for slab in slabs)
        occurrences = sum(
            (slab.occurrences(len(reader.names)) for slab in slabs), np.zeros(len(reader.names), np.int64)
        )
        shared = sorted(np.flatnonzero(occurrences > 1).tolist(), key=reader.names.__getitem__)
        occurrences = occurrences[shared]
        renumbered = np.full(len(reader.names), -1)
        renumbered[shared] = np.arange(len(shared))
        rises = np.array([0, *(rise(count) for count in range(1, MOST + 1))])
        more = np.zeros(reader.texts, np.int64)
        for slab in slabs:
            weights = rises[slab.weight[renumbered[slab.term] < 0]] * rarity(1, written) >> 8
            squares = ((weights >> 3) ** 2).astype(np.float64)
            more += np.bincount(slab.text[renumbered[slab.term] < 0], squares, reader.texts).astype(np.int64) << 6
            slab.renumber(renumbered)

        pitches = _Pitches(slabs, employers, occurrences)
        values, places = np.unique(occurrences, return_inverse=True)
        rarities = np.array([rarity(value, written) for value in values.tolist()], np.int64)[places]
        for slab in slabs:
            weights = rises[slab.weight] * rarities[slab.term] >> 8
            slab.weight = np.where(pitches.among(slab), weights // 4, weights)
            slab.keep_heaviest(cuts.keep)
        text = np.concatenate([slab.text for slab in slabs] or [np.zeros(0, np.int64)])
        term = np.concatenate([slab.term for slab in slabs] or [np.zeros(0, np.int64)])
        weight = np.concatenate([slab.weight for slab in slabs] or [np.zeros(0, np.int64)])

        keepers = np.bincount(term, minlength=len(shared))
        kept = keepers <= frequency_limit(keepers.tolist(), cuts.budget * max(written, 1))
        text, term, weight = text[kept[term]], term[kept[term]], weight[kept[term]]
        weight = _scaled(text, weight, cuts.length, more)
        text, term, weight = text[weight > 0], term[weight > 0], weight[weight > 0]

        self._starts = np.concatenate(([0], np.cumsum(np.bincount(text, minlength=reader.texts))))
        self._terms = term.astype(np.int32)
        self._weights = weight.astype(np.int32)
        self.names: Sequence[str] = [reader.names[number] for number in shared]
        self.statistics = Statistics(self.names, occurrences.tolist(), kept.tolist(), written)

    def row(self, text: int) -> Row:
        """The vector of a text."""
        part = slice(int(self._starts[text]), int(self._starts[text + 1]))
        return dict(zip(self._terms[part].tolist(), self._weights[part].tolist(), strict=True))

    def rows(self, texts: Whole) -> tuple[Whole, Whole, Whole]:
        """Of some texts: for each entry the place of its text among them, its term and its weight."""
        starts, lengths = self._starts[texts], self._starts[texts + 1] - self._starts[texts]
        at = ranges(starts, lengths)
        places = np.repeat(np.arange(len(texts)), lengths)
        return places, self._terms[at].astype(np.int64), self._weights[at].astype(np.int64)


def ranges(starts: Whole, lengths: Whole) -> Whole:
    """start, start + 1, … for each start, as many as its length, one after the other."""
    ends = np.cumsum(lengths)
    return np.repeat(starts - (ends - lengths), lengths) + np.arange(int(ends[-1]) if len(ends) else 0)


class _Slab:
    """Terms of some texts, ordered by text; `weight` is first how often a term is there."""

    def __init__(self, text: Whole, term: Whole, weight: Whole) -> None:
        self.text: Numbers = text.astype(np.int32)
        self.term: Numbers = term.astype(np.int32)
        self.weight: Numbers = weight.astype(np.uint8)

    def occurrences(self, terms: int) -> Whole:
        """In how many texts each term is."""
        return np.bincount(self.term, minlength=terms)

    def renumber(self, numbers: Whole) -> None:
        """Gives the terms new numbers; those that get -1 go."""
        term = numbers[self.term]
        kept = term >= 0
        self.text, self.term, self.weight = self.text[kept], term[kept].astype(np.int32), self.weight[kept]

    def keep_heaviest(self, keep: int) -> None:
        """Leaves the heaviest terms of each text; of equals, those with the smaller number."""
        if not len(self.text):
            return
        bits, top = int(self.term.max()).bit_length(), int(self.weight.max()).bit_length()
        light = (1 << top) - 1
        text = self.text.astype(np.int64)
        packed = np.sort(((text << top) + (light - self.weight) << bits) + self.term)
        text = packed >> bits + top
        lengths = np.bincount(text)
        kept = np.arange(len(text)) - (np.cumsum(lengths) - lengths)[text] < keep
        packed, self.text = packed[kept], text[kept]
        self.term = packed & (1 << bits) - 1
        self.weight = light - (packed >> bits & light)


class _Reader:
    """Reads texts into slabs. `names` are terms by number, in the order in which they are met."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.texts = 0
        self.names: list[str] = []
        self._lexicon = lexicon
        self._raw = _Numbering()
        self._numbers: dict[str, int] = {}
        self._flat, self._lengths = array("i"), array("i")

    def slabs(self, texts: Iterable[Mapping[bytes, int]]) -> Iterator[_Slab]:
        """All texts, one slab after the other."""
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
            text = np.repeat(np.arange(self.texts, self.texts + len(sizes)), _whole(sizes))
            yield self._slab(text, _whole(raws), np.minimum(_whole(counts), MOST))
            self.texts += len(sizes)

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

    def _slab(self, text: Whole, raw: Whole, count: Whole) -> _Slab:
        lengths = _whole(self._lengths)
        times = lengths[raw]
        term = _whole(self._flat)[ranges((np.cumsum(lengths) - lengths)[raw], times)]
        # Several raw words of a text may stand for one term: sort, then add up what is equal.
        bits, few = len(self.names).bit_length(), MOST.bit_length()
        packed = np.sort(((np.repeat(text, times) << bits) + term << few) + np.repeat(count, times))
        keys = packed >> few
        firsts = _firsts(keys)
        counts = np.add.reduceat(packed & (1 << few) - 1, firsts) if len(firsts) else firsts
        return _Slab(keys[firsts] >> bits, keys[firsts] & (1 << bits) - 1, np.minimum(counts, MOST))


class _Numbering(dict[bytes, int]):
    """Numbers what it is asked for, in the order it is asked."""

    def __missing__(self, key: bytes) -> int:
        number = self[key] = len(self)
        return number


class _Pitches:
    """What employers say in most of their notices; see the second step of `vectors`."""

    def __init__(self, slabs: Sequence[_Slab], employers: Sequence[str], occurrences: Whole) -> None:
        names = sorted(set(employers))
        numbers = {name: number for number, name in enumerate(names)}
        self._employer = np.fromiter((numbers[name] for name in employers), np.int64, len(employers))
        self._sizes = np.zeros(len(names), np.int64)
        for slab in slabs:
            written = np.flatnonzero(np.bincount(slab.text))
            self._sizes += np.bincount(self._employer[written], minlength=len(names))
        if "" in numbers:
            self._sizes[numbers[""]] = 0
        self._occurrences = occurrences
        self._bits = len(names).bit_length()
        keys = np.sort(np.concatenate([np.zeros(0, np.int64), *(self._keys(slab)[1] for slab in slabs)]))
        firsts = _firsts(keys)
        times = np.diff(np.append(firsts, len(keys)))
        size, spread = self._sizes[keys[firsts] & (1 << self._bits) - 1], occurrences[keys[firsts] >> self._bits]
        self._found = keys[firsts][(times * 3 >= size * 2) & (times * 2 > spread)]

    def among(self, slab: _Slab) -> NDArray[np.bool_]:
        """Which entries of a slab are such."""
        found = np.zeros(len(slab.text), np.bool_)
        at, keys = self._keys(slab)
        if len(self._found):
            places = np.minimum(np.searchsorted(self._found, keys), len(self._found) - 1)
            found[at[self._found[places] == keys]] = True
        return found

    def _keys(self, slab: _Slab) -> tuple[Whole, Whole]:
        """The entries that may be such by their numbers, and one number for term and employer of each."""
        employer = self._employer[slab.text]
        size = self._sizes[employer]
        at = np.flatnonzero((size > 2) & (self._occurrences[slab.term] < 2 * size))
        return at, (slab.term[at].astype(np.int64) << self._bits) + employer[at]


def _whole(numbers: array[int]) -> Whole:
    return np.frombuffer(numbers, np.intc).astype(np.int64) if numbers else np.zeros(0, np.int64)


def _firsts(keys: Whole) -> Whole:
    """Where in sorted keys a new one begins."""
    return np.flatnonzero(np.diff(keys, prepend=-1))


def _scaled(text: Whole, weight: Whole, length: int, more: Whole) -> Whole:
    # Sums of squares of weights stay below 2 to the 53rd, where floating point numbers are exact.
    squares = np.bincount(text, (weight * weight).astype(np.float64), len(more)).astype(np.int64)
    norms = np.maximum(np.sqrt((squares + more).astype(np.float64)).astype(np.int64), 1)[text]
    found: Whole = (weight * length + norms // 2) // norms
    return found
