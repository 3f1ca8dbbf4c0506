"""Workbooks of Excel."""

from __future__ import annotations

import io
from datetime import date
from zipfile import ZIP_DEFLATED, ZipFile

import notices
import pytest

from jobglot.importing import archive
from jobglot.importing.draft import Draft, Refusal
from jobglot.importing.workbook import is_workbook, read_workbook

TODAY = date(2026, 11, 21)
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
SHEETS = (
    '<sheet name="Hidden" state="hidden" r:id="rId9"/><sheet name="Jobs" r:id="rId1"/><sheet name="Old" r:id="rId2"/>'
)
HEADING = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Our vacancies</t></is></c></row>'
    '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="D3" t="s"><v>2</v></c>'
    '<c r="E3" t="s"><v>3</v></c><c r="F3" t="s"><v>4</v></c><c r="G3" t="s"><v>5</v></c></row>'
)
ROW = (
    '<row r="4"><c r="A4" t="s"><v>6</v></c><c r="B4" s="1"><v>46783</v></c><c r="D4" t="s"><v>7</v></c>'
    '<c r="E4"><v>3000</v></c><c r="F4" t="b"><v>1</v></c><c r="G4" t="e"><v>#REF!</v></c></row>'
)
SHARED = (
    "<si><t>Job title</t></si><si><t>Closing date</t></si><si><t>How to apply</t></si><si><t>Salary max</t></si>"
    "<si><t>Featured</t></si><si><t>Contract</t></si><si><r><t>Keep</t></r><r><t>er</t></r><rPh><t>x</t></rPh></si>"
    "<si><t>Apply here</t></si>"
)


def _book(rows: str = HEADING + ROW, properties: str = "", **parts: str) -> bytes:
    said = {
        "xl/workbook.xml": (
            f'<workbook {MAIN} xmlns:r="{OFFICE}"><workbookPr {properties}/><sheets>{SHEETS}</sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships {RELATIONS}><Relationship Id="rId1" Target="worksheets/sheet7.xml"/></Relationships>'
        ),
        "xl/worksheets/sheet7.xml": (
            f'<worksheet {MAIN} xmlns:r="{OFFICE}"><sheetData>{rows}</sheetData>'
            '<hyperlinks><hyperlink ref="D4" r:id="rId5"/></hyperlinks></worksheet>'
        ),
        "xl/worksheets/_rels/sheet7.xml.rels": (
            f'<Relationships {RELATIONS}><Relationship Id="rId5" TargetMode="External" '
            'Target="mailto:lamp@example.org?subject=Job"/></Relationships>'
        ),
        "xl/sharedStrings.xml": f"<sst {MAIN}>{SHARED}</sst>",
        "xl/styles.xml": (
            f'<styleSheet {MAIN}><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yy&quot;x&quot;"/></numFmts>'
            '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>'
        ),
        **parts,
    }
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        for name, text in said.items():
            packed.writestr(name, text)
    return file.getvalue()


def _read(data: bytes):
    return read_workbook("jobs.xlsx", data, notices.known(), TODAY, {})


def test_the_first_sheet_that_is_shown_is_a_table():
    """Dates are dates, texts may have several runs, and an address may hide behind a text."""
    data = _book()
    assert is_workbook(data)
    (draft,) = _read(data)
    assert isinstance(draft, Draft)
    assert draft.found == "jobs.xlsx, row 4"
    assert draft.editions[0].title == "Keeper"
    assert draft.facts["deadline"] == "2028-01-31"
    assert draft.facts["apply"] == [{"email": "lamp@example.org"}]
    assert draft.facts["featured"] is True
    assert "contract" not in draft.facts  # an error of a formula is no value
    assert any("“salary” could not be read from “3000”" in ask for ask in draft.asks)
    assert "only the first sheet is read; left out: Old" in draft.notes


@pytest.mark.parametrize(
    ("value", "properties", "day"),
    [("46783.6875", "", "2028-01-31 16:30"), ("45321", 'date1904="1"', "2028-01-31")],
)
def test_days_are_counted_from_one_of_two_beginnings(value, properties, day):
    """1899-12-30, or 1904-01-01 where the workbook says so; a fraction is a time."""
    (draft,) = _read(_book(HEADING + ROW.replace("46783", value), properties))
    assert isinstance(draft, Draft)
    assert draft.facts["deadline"] == day


def test_what_cannot_be_read_is_refused(monkeypatch):
    """With what to do instead; a small file may hold gigabytes."""
    bomb = _book()
    broken = [
        b"PK\x03\x04 xl/workbook.xml",
        _book(**{"xl/workbook.xml": "<workbook"}),
        _book(**{"xl/workbook.xml": f"<workbook {MAIN}/>"}),
        _book(**{"xl/sharedStrings.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>'}),
        _book('<row r="x"><c r="A1"/></row>'),
    ]
    for data in broken:
        (refused,) = _read(data)
        assert isinstance(refused, Refusal)
        assert "save its sheet as CSV" in refused.reason
    monkeypatch.setattr(archive, "MAX_PART", 100)
    (refused,) = _read(bomb)
    assert isinstance(refused, Refusal)
    assert "too large" in refused.reason


def test_cells_beyond_all_bounds_are_left_out():
    """A single cell at the end of the sheet is no row of thousands."""
    far = '<row r="5"><c r="A5" t="inlineStr"><is><t>Pilot</t></is></c><c r="XFD5"><v>1</v></c></row>'
    _, second = _read(_book(HEADING + ROW + far))
    assert isinstance(second, Draft)
    assert second.editions[0].title == "Pilot"
