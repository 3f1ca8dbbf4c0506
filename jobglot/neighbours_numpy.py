"""`neighbours` with numpy, for boards of thousands: the same class, the same numbers.

Sums are whole numbers, also where they travel as floating point ones: those of 64 bits stay below 2 to the 53rd, and
products of matrices of 32 bits below 2 to the 24th, where both are exact in any order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from jobglot.counted_numpy import Whole, ranges
from jobglot.neighbours import Source
from jobglot.vectors import Row
from jobglot.vectors_numpy import Texts

CELLS = 1 << 18
"""Sums held at a time: 2 MiB, what stays close to the processor."""
DENSE = 16
"""A term in more than one of so many columns is looked up in a table; rarer ones in lists."""
COLUMNS = 1 << 20
"""More columns than this cannot be told apart."""


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
        at = ranges(self._starts[term], lengths)
        cells = np.repeat(place * self._width, lengths) + self._columns[at]
        products = np.repeat(weight.astype(np.float64), lengths) * self._weights[at]
        sums = np.bincount(cells, products, height * self._width).astype(np.float64, copy=False)
        sums = sums.reshape(height, self._width)
        rows = np.zeros((height, len(self._table)), np.float32)
        in_table = self._dense[term] >= 0
        rows[place[in_table], self._dense[term[in_table]]] = weight[in_table]
        sums += rows @ self._table
        return sums


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
    # One number tells sum and column, so that there are no ties. Written over the sums, which are not needed again.
    keys = sums
    keys *= COLUMNS
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
