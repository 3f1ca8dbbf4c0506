"""A table of jobs, one a row, whatever file it came in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from jobglot.importing.cells import Cell, order_of_dates
from jobglot.importing.columns import LANGUAGE, Column, columns_of, language_tag, strange_key
from jobglot.importing.draft import Draft, Refusal
from jobglot.importing.known import Known
from jobglot.importing.row import Row, drafts_of_rows
from jobglot.importing.text_facts import urls

MAX_ROWS = 20_000
LONGEST_VALUE = 40
"""A cell longer than this is text, whose dates may be written in another way."""
FARTHEST_HEADING = 10
"""People write what a table is, and when it was made, into the rows above its heading."""


class Numbered(NamedTuple):
    """The cells of a row, with its number as a program of tables shows it."""

    number: int
    cells: Sequence[str]


def read_rows(
    found: str, rows: Sequence[Numbered], known: Known, today: date, mapped: Mapping[str, str], note: str = ""
) -> list[Draft | Refusal]:
    """The postings of a table; `mapped` maps names of columns to keys such as `title.fr` or `salary.min`."""
    rows = [row for row in rows if any(cell.strip() for cell in row.cells)]
    if len(rows) < 2:
        return [Refusal(found, "it has no row below its heading")]
    if len(rows) > MAX_ROWS:
        return [Refusal(found, f"it has more than {MAX_ROWS} rows")]
    if strange := strange_key(mapped, known):
        return [Refusal(found, strange)]
    at, columns = _heading(rows, mapped, known)
    if not any(column.key == "title" for column in columns):
        names = ", ".join(f"“{column.name}”" for column in columns if column.name)
        return [
            Refusal(found, f"none of the columns {names} is the title; say which with --map, such as “Job name: title”")
        ]
    rest = rows[at + 1 :]
    columns = _without_asked(columns, [row.cells for row in rest], known)
    dates = order_of_dates([cell for row in rest for cell in row.cells if len(cell) <= LONGEST_VALUE])
    notes = [each for each in (note, _left_out(columns, [row.cells for row in rest])) if each]
    found_rows: list[Row] = []
    for number, cells in rest:
        told = tuple(
            Cell(column.key, cell, column.tag, column.spoken, column.name)
            for column, cell in zip(columns, cells, strict=False)
            if column.key
        )
        page = next((url for cell in told if cell.key == "source" for url in urls(cell.text)), "")
        found_rows.append(Row(f"{found}, row {number}", told, dates=dates, base=page, notes=notes))
    return drafts_of_rows(found_rows, known, today)


def _heading(rows: Sequence[Numbered], mapped: Mapping[str, str], known: Known) -> tuple[int, list[Column]]:
    """The row that names the columns: the first that names a title and something else, else the first of all."""
    for at, row in enumerate(rows[:FARTHEST_HEADING]):
        columns = columns_of(row.cells, mapped, known)
        keys = {column.key for column in columns if column.key}
        if "title" in keys and len(keys) > 1:
            return at, columns
    return 0, columns_of(rows[0].cells, mapped, known)


def _without_asked(columns: list[Column], rows: Sequence[Sequence[str]], known: Known) -> list[Column]:
    """The columns, without a “Language” that is not that of the texts: it may be what the job asks for."""
    found = []
    for at, column in enumerate(columns):
        if column.key == LANGUAGE:
            cells = {row[at].strip() for row in rows if at < len(row) and row[at].strip()}
            if not all(language_tag(cell, known) for cell in cells):
                column = column._replace(key="")  # noqa: PLW2901 - the column as it is
        found.append(column)
    return found


def _left_out(columns: list[Column], rows: Sequence[Sequence[str]]) -> str:
    """A sentence on the columns that nobody knows and that hold something."""
    unknown = [
        column.name or f"column {at + 1}"
        for at, column in enumerate(columns)
        if not column.key and any(at < len(row) and row[at].strip() for row in rows)
    ]
    return f"columns left out: {', '.join(unknown)}; say what they are with --map" if unknown else ""
