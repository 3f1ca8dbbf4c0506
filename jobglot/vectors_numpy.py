"""`vectors` with numpy, for boards of thousands: the same class, the same numbers.

Everything is whole numbers. Several of them are packed into one where they are sorted: sorting plain numbers is many
times as fast as sorting by several keys. Texts are weighed by the slab, so that memory is taken for one at a time.

Only `likeness` imports this, and only for a large board: loading numpy takes longer than a small board's comparisons.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from jobglot.counted_numpy import SLAB, Counted, Numbers, Whole, firsts, ranges, sorted_within
from jobglot.vectors import MOST, Cuts, Row, Statistics, frequency_limit, hash_of_name, rarity, rise


class Texts:
    """As `vectors.Texts`, of texts whose terms are counted already."""

    def __init__(self, texts: Counted, employers: Sequence[str], cuts: Cuts) -> None:
        count, names = len(texts.sizes), texts.names
        slabs = list(_slabs(texts))
        written = int(np.count_nonzero(texts.sizes))
        occurrences = np.bincount(texts.terms, minlength=len(names))
        shared = sorted(np.flatnonzero(occurrences > 1).tolist(), key=names.__getitem__)
        occurrences = occurrences[shared]
        renumbered = np.full(len(names), -1)
        renumbered[shared] = np.arange(len(shared))
        rises = np.array([0, *(rise(count) for count in range(1, MOST + 1))])
        more = np.zeros(count, np.int64)
        for slab in slabs:
            alone = renumbered[slab.term] < 0
            weights = rises[slab.weight[alone]] * rarity(1, written) >> 8
            squares = ((weights >> 3) ** 2).astype(np.float64)
            more += np.bincount(slab.text[alone], squares, count).astype(np.int64) << 6
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

        self._starts = np.concatenate(([0], np.cumsum(np.bincount(text, minlength=count))))
        self._terms = term.astype(np.int32)
        self._weights = weight.astype(np.int32)
        self.names: Sequence[str] = [names[number] for number in shared]
        self.statistics = Statistics(self.names, occurrences.tolist(), kept.tolist(), written)

    def row(self, text: int) -> Row:
        """The vector of a text."""
        part = slice(int(self._starts[text]), int(self._starts[text + 1]))
        return dict(zip(self._terms[part].tolist(), self._weights[part].tolist(), strict=True))

    def marks(self) -> list[bytes]:
        """As `Vectors.marks`."""
        hashes = np.frombuffer(b"".join(map(hash_of_name, self.names)), np.uint8).reshape(-1, 16)
        text = np.repeat(np.arange(len(self._starts) - 1), np.diff(self._starts))
        bits, top = len(self.names).bit_length(), int(self._weights.max(initial=0)).bit_length()
        packed = sorted_within(((text << bits) + self._terms << top) + self._weights)
        weights = (packed & (1 << top) - 1).astype("<i4").view(np.uint8).reshape(-1, 4)
        marks = np.concatenate([hashes[packed >> top & (1 << bits) - 1], weights], axis=1).tobytes()
        return [marks[start * 20 : end * 20] for start, end in pairwise(self._starts.tolist())]

    def rows(self, texts: Whole) -> tuple[Whole, Whole, Whole]:
        """Of some texts: for each entry the place of its text among them, its term and its weight."""
        starts, lengths = self._starts[texts], self._starts[texts + 1] - self._starts[texts]
        at = ranges(starts, lengths)
        places = np.repeat(np.arange(len(texts)), lengths)
        return places, self._terms[at].astype(np.int64), self._weights[at].astype(np.int64)


class _Slab:
    """Terms of some texts, ordered by text; `weight` is first how often a term is there."""

    def __init__(self, text: Numbers, term: Numbers, weight: Numbers) -> None:
        self.text = text
        self.term = term
        self.weight = weight

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
        packed = sorted_within(((text << top) + (light - self.weight) << bits) + self.term)
        text = packed >> bits + top
        lengths = np.bincount(text)
        kept = np.arange(len(text)) - (np.cumsum(lengths) - lengths)[text] < keep
        packed, self.text = packed[kept], text[kept]
        self.term = packed & (1 << bits) - 1
        self.weight = light - (packed >> bits & light)


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
        # What is in twice as many texts as the employer has cannot be such.
        self._limits = np.where(self._sizes > 2, 2 * self._sizes, 0)[self._employer]
        self._bits = len(names).bit_length()
        keys = np.sort(np.concatenate([np.zeros(0, np.int64), *(self._keys(slab)[1] for slab in slabs)]))
        new = firsts(keys)
        times = np.diff(np.append(new, len(keys)))
        size, spread = self._sizes[keys[new] & (1 << self._bits) - 1], occurrences[keys[new] >> self._bits]
        self._found = keys[new][(times * 3 >= size * 2) & (times * 2 > spread)]

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
        at = np.flatnonzero(self._occurrences[slab.term] < self._limits[slab.text])
        return at, (slab.term[at].astype(np.int64) << self._bits) + self._employer[slab.text[at]]


def _slabs(texts: Counted) -> Iterator[_Slab]:
    ends = np.cumsum(texts.sizes)
    for at in range(0, len(ends), SLAB):
        sizes = texts.sizes[at : at + SLAB]
        part = slice(int(ends[at] - sizes[0]), int(ends[at + len(sizes) - 1]))
        text = np.repeat(np.arange(at, at + len(sizes), dtype=np.int32), sizes)
        yield _Slab(text, texts.terms[part], texts.counts[part])


def _scaled(text: Whole, weight: Whole, length: int, more: Whole) -> Whole:
    # Sums of squares of weights stay below 2 to the 53rd, where floating point numbers are exact.
    squares = np.bincount(text, (weight * weight).astype(np.float64), len(more)).astype(np.int64)
    norms = np.maximum(np.sqrt((squares + more).astype(np.float64)).astype(np.int64), 1)[text]
    found: Whole = (weight * length + norms // 2) // norms
    return found
