"""Texts of LibreOffice as HTML."""

from __future__ import annotations

import office
import pytest

from jobglot.importing import open_document
from jobglot.importing.archive import FAILURES
from jobglot.importing.open_document import html_of_open_document, is_open_document, title_of_open_document

STYLES = (
    '<style:style style:name="P1" style:parent-style-name="Title"/>'
    '<style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="T2" style:parent-style-name="T1"/>'
    '<style:style style:name="S" style:parent-style-name="S"/>'
    '<text:list-style style:name="L1"><text:list-level-style-number/></text:list-style>'
)
BODY = (
    "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
    '<text:p text:style-name="P1">Keeper</text:p><text:h text:outline-level="2">Tasks</text:h>'
    '<text:p text:style-name="T2">You &amp; I</text:p><text:p/>'
    '<text:p>by<text:s/><text:span text:style-name="T2">9</text:span><text:span text:style-name="S">May</text:span>'
    "<office:annotation><text:p>note</text:p></office:annotation><text:line-break/>"
    '<text:a xlink:href="https://eto.example/?a=1&amp;b=2">form</text:a>'
    "<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame></text:p>"
    '<text:list text:style-name="L1"><text:list-item><text:p>one</text:p>'
    "<text:list><text:list-item><text:p>deep</text:p></text:list-item></text:list></text:list-item></text:list>"
    "<text:section><table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
    "</table:table-row></table:table></text:section>"
)


def test_structure_and_bold_are_kept():
    """What was deleted or noted in the margin is not; a box stands behind its paragraph."""
    data = office.open_document(BODY, STYLES)
    assert is_open_document(data)
    assert html_of_open_document(data) == (
        '<h1 class="title">Keeper</h1><h2>Tasks</h2><p><strong>You &amp; I</strong></p>'
        '<p>by <strong>9</strong>May<br><a href="https://eto.example/?a=1&amp;b=2">form</a></p><p>box</p>'
        "<ol><li><p>one</p><ol><li><p>deep</p></li></ol></li></ol><table><tr><td><p>a</p></td></tr></table>"
    )


def test_the_title_of_its_properties_is_read():
    meta = '<m xmlns:dc="http://purl.org/dc/elements/1.1/"><n><dc:title>Keeper </dc:title></n></m>'
    assert title_of_open_document(office.open_document("", **{"meta.xml": meta})) == "Keeper"
    assert title_of_open_document(office.open_document("")) == ""


def test_what_is_locked_broken_or_too_large_fails_as_expected(monkeypatch):
    monkeypatch.setattr(open_document, "MAX_TAGS", 20)
    locked = office.open_document("", **{"META-INF__manifest.xml": "<m><encryption-data/></m>"})
    for data in (locked, office.open_document("<text:p>"), office.open_document("<text:p/>" * 30), b"PK\x03\x04"):
        with pytest.raises(FAILURES):
            html_of_open_document(data)
