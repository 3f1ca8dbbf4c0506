"""A table of jobs, one a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from datetime import date

from jobglot.importing.cells import Cell, order_of_dates
from jobglot.importing.columns import LANGUAGE, Column, columns_of, language_tag, strange_key
from jobglot.importing.draft import Draft, Refusal
from jobglot.importing.known import Known
from jobglot.importing.row import Row, drafts_of_rows
from jobglot.importing.text_facts import urls

MAX_ROWS = 20_000
LONGEST_VALUE = 40
"""A cell longer than this is text, whose dates may be written in another way."""
_SEPARATORS = ",;\t|"


def read_csv(found: str, text: str, known: Known, today: date, mapped: Mapping[str, str]) -> list[Draft | Refusal]:
    """The postings of a table; `mapped` maps names of columns to keys such as `title.fr` or `salary.min`."""
    try:
        rows = _rows(text)
    except csv.Error as failure:
        return [Refusal(found, f"it cannot be read as a table: {failure}")]
    if len(rows) < 2:
        return [Refusal(found, "it has no row below its heading")]
    if len(rows) > MAX_ROWS:
        return [Refusal(found, f"it has more than {MAX_ROWS} rows")]
    if strange := strange_key(mapped, known):
        return [Refusal(found, strange)]
    heading, *rest = rows
    columns = columns_of(heading[1], mapped, known)
    if not any(column.key == "title" for column in columns):
        names = ", ".join(f"“{column.name}”" for column in columns if column.name)
        return [
            Refusal(found, f"none of the columns {names} is the title; say which with --map, such as “Job name: title”")
        ]
    columns = _without_asked(columns, [row for _, row in rest], known)
    dates = order_of_dates([cell for _, row in rest for cell in row if len(cell) <= LONGEST_VALUE])
    note = _left_out(columns, [row for _, row in rest])
    found_rows: list[Row] = []
    for number, cells in rest:
        told = tuple(
            Cell(column.key, cell, column.tag, column.spoken, column.name)
            for column, cell in zip(columns, cells, strict=False)
            if column.key
        )
        page = next((url for cell in told if cell.key == "source" for url in urls(cell.text)), "")
        notes = (note,) if note else ()
        found_rows.append(Row(f"{found}, row {number}", told, dates=dates, base=page, notes=notes))
    return drafts_of_rows(found_rows, known, today)


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """The rows that hold something, each with its number as a program of tables shows it."""
    separator, skipped = _separator(text)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=separator != "\t")
    numbered = list(enumerate(rows, start=1))
    if _is_unclosed(text, separator):
        raise csv.Error(f"a quotation mark that opens a cell of row {len(numbered)} is never closed")
    return [(number, row) for number, row in numbered if number > skipped and any(cell.strip() for cell in row)]


def _is_unclosed(text: str, separator: str) -> bool:
    """Whether the table ends within quotation marks, so that its last row is a heap of rows."""
    strict = csv.reader(
        io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=separator != "\t", strict=True
    )
    try:
        for _ in strict:
            pass
    except csv.Error as failure:
        return "unexpected end of data" in str(failure)
    return False


def _separator(text: str) -> tuple[str, int]:
    """The sign between cells, and how many lines come before the heading: Excel writes `sep=;` there."""
    begin = text[:200].lstrip("\ufeff").partition("\n")[0].strip().strip('"').lower()
    if begin.startswith("sep=") and len(begin) == 5:
        return begin[4], 1
    if begin == "sep=":
        return "\t", 1
    counts = dict.fromkeys(_SEPARATORS, 0)
    is_quoted = is_begun = False
    for sign in text[:65536]:
        is_quoted ^= sign == '"'
        if sign in counts and not is_quoted:
            counts[sign] += 1
        is_begun = is_begun or not (sign.isspace() or sign in counts)
        if sign in "\r\n" and is_begun and not is_quoted:
            break
    return max(_SEPARATORS, key=lambda sign: counts[sign]), 0


def _without_asked(columns: list[Column], rows: list[list[str]], known: Known) -> list[Column]:
    """The columns, without a “Language” that is not that of the texts: it may be what the job asks for."""
    found = []
    for at, column in enumerate(columns):
        if column.key == LANGUAGE:
            cells = {row[at].strip() for row in rows if at < len(row) and row[at].strip()}
            if not all(language_tag(cell, known) for cell in cells):
                column = column._replace(key="")  # noqa: PLW2901 - the column as it is
        found.append(column)
    return found


def _left_out(columns: list[Column], rows: list[list[str]]) -> str:
    """A sentence on the columns that nobody knows and that hold something."""
    unknown = [
        column.name or f"column {at + 1}"
        for at, column in enumerate(columns)
        if not column.key and any(at < len(row) and row[at].strip() for row in rows)
    ]
    return f"columns left out: {', '.join(unknown)}; say what they are with --map" if unknown else ""
