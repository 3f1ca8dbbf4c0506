"""`vectors` and `neighbours` with numpy, for boards of thousands: the same classes, the same numbers.

Everything is whole numbers, also where they travel as floating point ones: sums in 64 bits stay below 2 to the 53rd and
products of matrices in 32 bits below 2 to the 24th, where both are exact in any order. Several whole numbers are packed
into one where they are sorted, since sorting plain numbers is many times as fast as sorting by several keys.

Nothing else imports numpy, and this module is only imported for a large board: it takes longer than a small site.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from jobglot.neighbours import Source
from jobglot.tokens import Lexicon
from jobglot.vectors import MOST, Cuts, Row, Statistics, frequency_limit, rarity, rise

Whole = NDArray[np.int64]

CELLS = 1 << 19
"""Sums held at a time: 4 MiB, what stays close to the processor."""
DENSE = 16
"""A term in more than one of so many columns is looked up in a table; rarer ones in lists."""
COLUMNS = 1 << 20
"""More columns than this cannot be told apart."""


class Texts:
    """As `vectors.Texts`."""

    def __init__(
        self, texts: Iterable[Mapping[bytes, int]], employers: Sequence[str], lexicon: Lexicon, cuts: Cuts
    ) -> None:
        raw = _Numbering()
        raws, counts, sizes = array("i"), array("i"), array("i")
        for found in texts:
            raws.extend(map(raw.__getitem__, found))
            counts.extend(found.values())
            sizes.append(len(found))
        readings = [lexicon.terms(word) for word in raw]
        every = sorted({term for reading in readings for term in reading})
        entries = _Entries(_view(raws), _view(counts), _view(sizes), readings, every)
        occurrences = np.bincount(entries.term, minlength=len(every))
        total = len(np.unique(entries.text))
        entries.only(occurrences[entries.term] > 1)
        shared = np.flatnonzero(occurrences > 1)
        entries.term = np.searchsorted(shared, entries.term)
        occurrences = occurrences[shared]

        weights = _risings(entries.count) * _rarities(occurrences, total)[entries.term] >> 8
        pitch = _pitches(entries, employers, occurrences)
        weights[pitch] //= 4
        entries.count = weights
        entries.heaviest(cuts.keep)
        keepers = np.bincount(entries.term, minlength=len(shared))
        limit = frequency_limit(keepers.tolist(), cuts.budget * max(total, 1))
        entries.only(keepers[entries.term] <= limit)
        entries.scale(cuts.length, len(sizes))

        self._starts = np.concatenate(([0], np.cumsum(np.bincount(entries.text, minlength=len(sizes)))))
        self._terms = entries.term.astype(np.int32)
        self._weights = entries.count.astype(np.int32)
        self.names: Sequence[str] = [every[number] for number in shared.tolist()]
        self.statistics = Statistics(self.names, occurrences.tolist(), (keepers <= limit).tolist(), total)

    def row(self, text: int) -> Row:
        """The vector of a text."""
        part = slice(int(self._starts[text]), int(self._starts[text + 1]))
        return dict(zip(self._terms[part].tolist(), self._weights[part].tolist(), strict=True))

    def rows(self, texts: Whole) -> tuple[Whole, Whole, Whole]:
        """Of some texts: the place of the text among them, term and weight of each entry."""
        starts, lengths = self._starts[texts], self._starts[texts + 1] - self._starts[texts]
        at = _ranges(starts, lengths)
        return (
            np.repeat(np.arange(len(texts)), lengths),
            self._terms[at].astype(np.int64),
            self._weights[at].astype(np.int64),
        )


class Matcher:
    """As `neighbours.Matcher`."""

    def __init__(self, sources: Sequence[tuple[Source, int, Mapping[int, int]]], own: Sequence[Row]) -> None:
        parts = [_flat(own)]
        for texts, offset, columns in sources:
            chosen = np.fromiter(columns.keys(), np.int64, len(columns))
            places = np.fromiter(columns.values(), np.int64, len(columns))
            place, term, weight = _rows(texts, chosen)
            parts.append((places[place], term + offset, weight))
        column, term, weight = (np.concatenate(part) for part in zip(*parts, strict=True))
        self._width = len(own)
        if self._width >= COLUMNS:
            raise ValueError(f"more than {COLUMNS} postings cannot be compared")
        occurrences = np.bincount(term, minlength=1)
        frequent = np.flatnonzero(occurrences > max(self._width // DENSE, 8))
        self._dense = np.full(len(occurrences), -1)
        self._dense[frequent] = np.arange(len(frequent))
        self._table = np.zeros((len(frequent), self._width), np.float32)
        in_table = self._dense[term] >= 0
        self._table[self._dense[term[in_table]], column[in_table]] = weight[in_table]
        column, term, weight = column[~in_table], term[~in_table], weight[~in_table]
        order = np.argsort(term, kind="stable")
        self._columns = column[order].astype(np.int32)
        self._weights = weight[order].astype(np.int32)
        self._lengths = np.bincount(term, minlength=len(occurrences))
        self._starts = np.cumsum(self._lengths) - self._lengths

    def best(
        self, sources: Sequence[tuple[Source, int]], subjects: Sequence[int], own: Sequence[Row], count: int
    ) -> list[list[tuple[int, int]]]:
        """As `neighbours.Matcher.best`."""
        found: list[list[tuple[int, int]]] = []
        step = max(1, CELLS // max(self._width, 1))
        for at in range(0, len(subjects), step):
            texts = np.array(subjects[at : at + step])
            parts = [_flat(own[at : at + step])]
            for source, offset in sources:
                place, term, weight = _rows(source, texts)
                parts.append((place, term + offset, weight))
            place, term, weight = (np.concatenate(part) for part in zip(*parts, strict=True))
            known = term < len(self._lengths)
            sums = self._sums(len(texts), place[known], term[known], weight[known])
            found.extend(_nearest(sums, count))
        return found

    def _sums(self, height: int, place: Whole, term: Whole, weight: Whole) -> NDArray[np.float64]:
        """The likeness of each column (across) to each subject (down)."""
        lengths = self._lengths[term]
        at = _ranges(self._starts[term], lengths)
        cells = np.repeat(place * self._width, lengths) + self._columns[at]
        products = np.repeat(weight.astype(np.float64), lengths) * self._weights[at]
        sums = np.bincount(cells, products, height * self._width).reshape(height, self._width)
        rows = np.zeros((height, len(self._table)), np.float32)
        in_table = self._dense[term] >= 0
        rows[place[in_table], self._dense[term[in_table]]] = weight[in_table]
        likeness: NDArray[np.float64] = sums + rows @ self._table
        return likeness


class _Numbering(dict[bytes, int]):
    """Numbers what it is asked for, in the order it is asked."""

    def __missing__(self, key: bytes) -> int:
        number = self[key] = len(self)
        return number


class _Entries:
    """The terms of all texts as three columns, ordered by text; `count` is how often, and later the weight."""

    def __init__(
        self, raws: Whole, counts: Whole, sizes: Whole, readings: Sequence[tuple[str, ...]], names: Sequence[str]
    ) -> None:
        numbers = {name: number for number, name in enumerate(names)}
        lengths = np.fromiter(map(len, readings), np.int64, len(readings))
        flat = np.fromiter((numbers[term] for reading in readings for term in reading), np.int64, int(lengths.sum()))
        starts = np.cumsum(lengths) - lengths
        times = lengths[raws]
        text = np.repeat(np.repeat(np.arange(len(sizes)), sizes), times)
        term = flat[_ranges(starts[raws], times)]
        count = np.repeat(np.minimum(counts, MOST), times)
        # Several raw words of a text may stand for one term: sort, then add up what is equal.
        packed = np.sort((text * max(len(names), 1) + term) * (2 * MOST) + count)
        keys = packed // (2 * MOST)
        firsts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))) if len(keys) else keys
        self.text: Whole = keys[firsts] // max(len(names), 1)
        self.term: Whole = keys[firsts] % max(len(names), 1)
        self.count: Whole = np.add.reduceat(packed % (2 * MOST), firsts) if len(firsts) else firsts

    def only(self, kept: NDArray[np.bool_]) -> None:
        """Leaves out the others."""
        self.text, self.term, self.count = self.text[kept], self.term[kept], self.count[kept]

    def heaviest(self, keep: int) -> None:
        """Leaves the heaviest terms of each text; of equals, those with the smaller number."""
        if not len(self.text):
            return
        terms, top = int(self.term.max()) + 1, int(self.count.max()) + 1
        packed = np.sort((self.text * top + (top - 1 - self.count)) * terms + self.term)
        text = packed // terms // top
        rank = np.arange(len(text)) - np.searchsorted(text, text)
        packed, self.text = packed[rank < keep], text[rank < keep]
        self.term = packed % terms
        self.count = top - 1 - packed // terms % top

    def scale(self, length: int, texts: int) -> None:
        """The same directions at that length, in whole numbers."""
        squares = np.bincount(self.text, (self.count * self.count).astype(np.float64), texts)
        norms = np.maximum(np.sqrt(squares).astype(np.int64), 1)[self.text]
        self.count = (self.count * length + norms // 2) // norms
        self.only(self.count > 0)


def _view(numbers: array[int]) -> Whole:
    return np.array(numbers, dtype=np.int64)


def _ranges(starts: Whole, lengths: Whole) -> Whole:
    """start, start + 1, … for each start, as many as its length, one after the other."""
    ends = np.cumsum(lengths)
    return np.repeat(starts - (ends - lengths), lengths) + np.arange(int(ends[-1]) if len(ends) else 0)


def _risings(counts: Whole) -> Whole:
    table = np.array([0, *(rise(count) for count in range(1, MOST + 1))])
    risen: Whole = table[np.minimum(counts, MOST)]
    return risen


def _rarities(occurrences: Whole, total: int) -> Whole:
    values, places = np.unique(occurrences, return_inverse=True)
    table = np.array([rarity(value, total) for value in values.tolist()], np.int64)
    found: Whole = table[places]
    return found


def _pitches(entries: _Entries, employers: Sequence[str], occurrences: Whole) -> Whole:
    """The entries that are an employer's pitch; see the second step of `vectors`."""
    names = sorted(set(employers))
    numbers = {name: number for number, name in enumerate(names)}
    employer = np.fromiter((numbers[name] for name in employers), np.int64, len(employers))
    sizes = np.bincount(employer[np.unique(entries.text)], minlength=len(names))
    if "" in numbers:
        sizes[numbers[""]] = 0
    of_entry = employer[entries.text]
    among = np.flatnonzero(sizes[of_entry] > 2)
    if not len(among):
        return among
    count = len(of_entry)
    packed = np.sort((entries.term[among] * len(names) + of_entry[among]) * count + among)
    keys = packed // count
    firsts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    times = np.diff(np.append(firsts, len(keys)))
    size, spread = sizes[keys[firsts] % len(names)], occurrences[keys[firsts] // len(names)]
    said = (times * 3 >= size * 2) & (times * 2 > spread)
    found: Whole = packed[np.repeat(said, times)] % count
    return found


def _rows(source: Source, texts: Whole) -> tuple[Whole, Whole, Whole]:
    return source.rows(texts) if isinstance(source, Texts) else _flat([source.row(text) for text in texts.tolist()])


def _flat(rows: Sequence[Row]) -> tuple[Whole, Whole, Whole]:
    sizes = np.fromiter(map(len, rows), np.int64, len(rows))
    count = int(sizes.sum())
    terms = np.fromiter(chain.from_iterable(rows), np.int64, count)
    weights = np.fromiter(chain.from_iterable(row.values() for row in rows), np.int64, count)
    return np.repeat(np.arange(len(rows)), sizes), terms, weights


def _nearest(sums: NDArray[np.float64], count: int) -> list[list[tuple[int, int]]]:
    """The `count` highest of each row as (column, sum), highest first, ties by column; those above 0."""
    height, width = sums.shape
    # One number tells sum and column, so that there are no ties.
    keys = sums * COLUMNS
    keys += np.arange(width - 1, -1, -1)
    chunks = 4 * count
    if width > 4 * chunks:
        across = width // chunks
        maxima = keys[:, : chunks * across].reshape(height, chunks, across).max(2)
        # At least `count` are not below the count-th highest of any part of the row.
        floor = np.partition(maxima, chunks - count, axis=1)[:, chunks - count]
    else:
        floor = np.full(height, float(COLUMNS))
    np.maximum(floor, float(COLUMNS), out=floor)
    places, columns = np.nonzero(keys >= floor[:, None])
    values = keys[places, columns].astype(np.int64)
    order = np.lexsort((-values, places))
    bounds = np.searchsorted(places, np.arange(height + 1)).tolist()
    flat = list(zip(columns[order].tolist(), (values[order] // COLUMNS).tolist(), strict=True))
    return [flat[start : min(end, start + count)] for start, end in pairwise(bounds)]
