"""A table in a text file: the separator found out, its rows numbered."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from datetime import date

from jobglot.importing.draft import Draft, Refusal
from jobglot.importing.known import Known
from jobglot.importing.table import Numbered, read_rows

_SEPARATORS = ",;\t|"


def read_csv(found: str, text: str, known: Known, today: date, mapped: Mapping[str, str]) -> list[Draft | Refusal]:
    """The postings of a table; `mapped` maps names of columns to keys such as `title.fr` or `salary.min`."""
    try:
        rows = _rows(text)
    except csv.Error as failure:
        return [Refusal(found, f"it cannot be read as a table: {failure}")]
    return read_rows(found, rows, known, today, mapped)


def _rows(text: str) -> list[Numbered]:
    """The rows that hold something, each with its number as a program of tables shows it."""
    separator, skipped = _separator(text)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=separator != "\t")
    numbered = list(enumerate(rows, start=1))
    if _is_unclosed(text, separator):
        raise csv.Error(f"a quotation mark that opens a cell of row {len(numbered)} is never closed")
    return [Numbered(number, row) for number, row in numbered if number > skipped]


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
