"""A table in a workbook of Excel (ISO/IEC 29500-1, SpreadsheetML): the first sheet that is shown, as rows of text.

Dates are dates there, whatever the country; everything else comes as it would into a CSV.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from jobglot.importing.archive import FAILURES, BrokenError, tree
from jobglot.importing.draft import Draft, Refusal
from jobglot.importing.known import Known
from jobglot.importing.table import MAX_ROWS, Numbered, read_rows

MAX_COLUMNS = 1_000
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINKED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DATES = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)])
"""Formats of numbers that are dates or times without saying so (18.8.30)."""


class _Styles(NamedTuple):
    """Which styles of cells are dates, and the day that counts as 0."""

    dates: frozenset[int]
    epoch: datetime


def is_workbook(data: bytes) -> bool:
    """Whether data are a workbook of Excel."""
    return data.startswith(b"PK\x03\x04") and b"xl/workbook.xml" in data


def read_workbook(
    found: str, data: bytes, known: Known, today: date, mapped: Mapping[str, str]
) -> list[Draft | Refusal]:
    """The postings of the first sheet; the others are named."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            rows, others = _rows(archive)
    except FAILURES as failure:
        return [Refusal(found, f"the workbook cannot be read ({failure}); save its sheet as CSV (UTF-8)")]
    note = f"only the first sheet is read; left out: {', '.join(others)}" if others else ""
    return read_rows(found, rows, known, today, mapped, note)


def _rows(archive: ZipFile) -> tuple[list[Numbered], list[str]]:
    book = tree(archive, "xl/workbook.xml")
    targets = _targets(archive, "xl/_rels/workbook.xml.rels")
    sheets = [sheet for sheet in book.iter(f"{_MAIN}sheet") if sheet.get("state", "visible") == "visible"]
    if not sheets:
        raise BrokenError("no sheet is shown")
    path = targets.get(sheets[0].get(_LINKED, ""), "xl/worksheets/sheet1.xml")
    properties = book.find(f"{_MAIN}workbookPr")
    is_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    styles = _Styles(_date_styles(archive), datetime(1904, 1, 1) if is_1904 else datetime(1899, 12, 30))  # noqa: DTZ001
    shared = _shared(archive)
    sheet = tree(archive, path)
    folder, _, name = path.rpartition("/")
    links = _links(sheet, _targets(archive, f"{folder}/_rels/{name}.rels"))
    rows = [Numbered(number, cells) for number, cells in _cells(sheet, shared, styles, links)]
    return rows, [sheet.get("name", "") for sheet in sheets[1:]]


def _cells(
    sheet: ET.Element, shared: list[str], styles: _Styles, links: Mapping[str, str]
) -> Iterator[tuple[int, list[str]]]:
    number = 0
    for row in sheet.iter(f"{_MAIN}row"):
        number = int(row.get("r") or number + 1)
        cells: list[str] = []
        for cell in row.iter(f"{_MAIN}c"):
            place = cell.get("r", "")
            column = _column(place) if place else len(cells)
            if column >= MAX_COLUMNS:
                continue
            cells += [""] * (column + 1 - len(cells))
            text, link = _text(cell, shared, styles), links.get(place, "")
            cells[column] = f"{text} {link}".strip() if link and link not in text else text
        yield number, cells
        if number > MAX_ROWS * 2:
            return


def _text(cell: ET.Element, shared: list[str], styles: _Styles) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _rich(cell)
    value = cell.findtext(f"{_MAIN}v") or ""
    if kind == "s":
        return shared[int(value)] if value.isdecimal() and int(value) < len(shared) else ""
    if kind == "b":
        return "true" if value == "1" else "false"
    if kind == "e":
        return ""
    if kind != "n" or not value:
        return value
    style = cell.get("s", "0")
    return _number(value, styles.epoch if style.isdecimal() and int(style) in styles.dates else None)


def _number(value: str, epoch: datetime | None) -> str:
    """A number as a person would write it; a date where the style says so."""
    try:
        number = float(value)
    except ValueError:
        return value
    if epoch is None:
        return str(int(number)) if number.is_integer() and abs(number) < 1e15 else value
    if not 1 <= number < 100_000:
        return value
    moment = epoch + timedelta(seconds=round(number * 86_400))
    return f"{moment:%Y-%m-%d}" if (moment.hour, moment.minute) == (0, 0) else f"{moment:%Y-%m-%d %H:%M}"


def _rich(element: ET.Element) -> str:
    """A text that may be in several runs, without the phonetic help of East Asian ones."""
    runs = [child for child in element.iter() if child.tag in (f"{_MAIN}t", f"{_MAIN}rPh")]
    skipped = {id(text) for phonetic in runs if phonetic.tag == f"{_MAIN}rPh" for text in phonetic.iter(f"{_MAIN}t")}
    return "".join(run.text or "" for run in runs if run.tag == f"{_MAIN}t" and id(run) not in skipped)


def _shared(archive: ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    return [_rich(item) for item in tree(archive, "xl/sharedStrings.xml").iter(f"{_MAIN}si")]


def _date_styles(archive: ZipFile) -> frozenset[int]:
    if "xl/styles.xml" not in archive.namelist():
        return frozenset()
    styles = tree(archive, "xl/styles.xml")
    own = {
        int(form.get("numFmtId") or 0)
        for form in styles.iter(f"{_MAIN}numFmt")
        if re.search(r"[dy]", re.sub(r"\"[^\"]*\"|\[[^\]]*\]|\\\\.", "", form.get("formatCode", "")), re.IGNORECASE)
    }
    used = styles.find(f"{_MAIN}cellXfs")
    forms = [int(style.get("numFmtId") or 0) for style in used if style.tag == f"{_MAIN}xf"] if used is not None else []
    return frozenset(at for at, form in enumerate(forms) if form in _DATES or form in own)


def _links(sheet: ET.Element, targets: Mapping[str, str]) -> dict[str, str]:
    """Where cells lead: people write “Apply here” and hide the address behind it."""
    found = {}
    for link in sheet.iter(f"{_MAIN}hyperlink"):
        target = targets.get(link.get(_LINKED, ""), "").removeprefix("mailto:").partition("?subject=")[0]
        if target and ":" not in link.get("ref", ":"):
            found[link.get("ref", "")] = target
    return found


def _targets(archive: ZipFile, path: str) -> dict[str, str]:
    """What the relations of a part lead to: parts by their path, other addresses as they are."""
    if path not in archive.namelist():
        return {}
    found = {}
    for relation in tree(archive, path):
        target = relation.get("Target", "")
        if relation.get("TargetMode") != "External":
            target = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        found[relation.get("Id", "")] = target
    return found


def _column(place: str) -> int:
    """The column of a place such as “AB12”, counted from 0."""
    number = 0
    for letter in re.match(r"[A-Z]*", place)[0][:4]:  # type: ignore[index]
        number = number * 26 + ord(letter) - 64
    return max(number - 1, 0)
