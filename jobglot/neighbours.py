"""The nearest of many vectors: the plain way, for boards of some hundred postings.

`neighbours_numpy` does the same, number for number, for large ones.

Likeness is the sum of the products of the weights that two vectors both hold. Only what shares a term with the subject
is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from jobglot.vectors import Row


class Source(Protocol):
    """The vectors of the texts of one language, by number of the text."""

    def row(self, text: int) -> Row:
        """The vector of a text."""


class Nearest(Protocol):
    """What finds the nearest of its columns: `Matcher`, or that of `neighbours_numpy`."""

    def best(
        self, sources: Sequence[tuple[Source, int]], subjects: Sequence[int], own: Sequence[Row], count: int
    ) -> list[list[tuple[int, int]]]:
        """For each subject its `count` nearest columns with their likeness, which is more than 0; ties by column.

        A subject is the number of a text in each of the `sources`, and the row of `own` in its place.
        """


MakeMatcher = Callable[[Sequence[tuple[Source, int, Mapping[int, int]]], Sequence[Row]], Nearest]


class Matcher:
    """Columns to find the nearest of. A column is the sum of its parts: a text's vector, and a row of its own.

    `sources` are texts with what to add to the numbers of their terms, and which text goes with which column.
    """

    def __init__(self, sources: Sequence[tuple[Source, int, Mapping[int, int]]], own: Sequence[Row]) -> None:
        self._lists: dict[int, list[tuple[int, int]]] = {}
        for texts, offset, columns in sources:
            for text, column in columns.items():
                for number, weight in texts.row(text).items():
                    self._lists.setdefault(offset + number, []).append((column, weight))
        for column, row in enumerate(own):
            for number, weight in row.items():
                self._lists.setdefault(number, []).append((column, weight))

    def best(
        self, sources: Sequence[tuple[Source, int]], subjects: Sequence[int], own: Sequence[Row], count: int
    ) -> list[list[tuple[int, int]]]:
        """As `Nearest.best`."""
        found = []
        for text, row in zip(subjects, own, strict=True):
            sums: dict[int, int] = {}
            self._add(sums, row, 0)
            for texts, offset in sources:
                self._add(sums, texts.row(text), offset)
            nearest = sorted(sums.items(), key=lambda pair: (-pair[1], pair[0]))
            found.append([pair for pair in nearest if pair[1] > 0][:count])
        return found

    def _add(self, sums: dict[int, int], row: Row, offset: int) -> None:
        for number, weight in row.items():
            for column, other in self._lists.get(offset + number, ()):
                sums[column] = sums.get(column, 0) + weight * other


def dot(one: Row, other: Row) -> int:
    """The sum of the products of what both hold."""
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[number] for number, weight in one.items() if number in other)
