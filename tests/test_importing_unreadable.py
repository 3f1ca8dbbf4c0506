"""Files that hold no text an import can read."""

from __future__ import annotations

import office
import pytest

from jobglot.importing.unreadable import remedy_for

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 80


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.pdf", b"%PDF-1.7", "copy its text into a .txt file"),
        ("a.rtf", b"{\\rtf1", "save it as .docx"),
        ("a.doc", OLE + "WordDocument".encode("utf-16-le"), "old Word file (.doc)"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        ("a.xls", OLE + "Workbook".encode("utf-16-le"), "save it as .xlsx"),
        ("a.msg", OLE + "__substg1.0_".encode("utf-16-le"), "a mail of Outlook"),
        ("a.wps", OLE, "old office program"),
        ("a.png", b"\x89PNG\r\n", "it is a picture"),
        ("a.pptx", office.packed(**{"ppt__presentation.xml": ""}), "it is a presentation"),
        ("a.zip", office.packed(a=""), "take them out of it"),
        ("a.docx", b"PK\x03\x04", "it is damaged"),
        ("a.xlsx", b"\x00\x01", "save its sheet as CSV"),
        ("a.bin", b"\x00\x01", "it is no text"),
    ],
)
def test_what_it_is_and_what_to_do_is_said(name, data, why):
    assert why in remedy_for(name, data)


def test_text_is_left_alone():
    assert [remedy_for("a.txt", data) for data in (b"Keeper", "é".encode("utf-16"), b"")] == ["", "", ""]
