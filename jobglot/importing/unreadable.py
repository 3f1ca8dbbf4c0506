"""Files that hold no text an import can read: what each is, and how to get its text out."""

from __future__ import annotations

_COPY = "copy its text into a .txt file"
_BEGINNINGS = (
    (b"%PDF", f"it is a PDF; ask for the Word file that it was made from, or select all of it and {_COPY}"),
    (b"{\\rtf", "it is a file in RTF; open it in Word or LibreOffice and save it as .docx"),
    (b"\x89PNG", "it is a picture; write its text into a .txt file"),
    (b"\xff\xd8\xff", "it is a picture; write its text into a .txt file"),
    (b"GIF8", "it is a picture; write its text into a .txt file"),
)
# Names of streams in a compound file ([MS-CFB], section 2.6.1), which are in UTF-16.
_STREAMS = (
    ("EncryptedPackage", "it is protected by a password; open it with the password and save it without one"),
    ("WordDocument", "it is an old Word file (.doc); open it in Word or LibreOffice and save it as .docx"),
    ("Workbook", "it is an old workbook (.xls); open it in Excel or LibreOffice and save it as .xlsx"),
    ("__substg1.0_", "it is a mail of Outlook (.msg); save the Word file attached to it, or the mail as .eml or text"),
)
_PACKAGES = (
    (b"opendocument.spreadsheet", "it is a table of LibreOffice; save its sheet as CSV (UTF-8) or .xlsx"),
    (b"ppt/presentation.xml", f"it is a presentation; {_COPY}"),
    (b"Index/Document.iwa", "it is a file of Pages or Numbers; export it as Word (.docx) or CSV"),
)
ENDINGS = (".pdf", ".doc", ".rtf", ".pages", ".msg")
"""Files that people keep notices in, and that are told of, not passed over, where a folder is imported."""


def remedy_for(name: str, data: bytes) -> str:
    """Why a file cannot be read, and what to do about it; "" of one that may be text."""
    for beginning, why in _BEGINNINGS:
        if data.startswith(beginning):
            return why
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        found = (why for stream, why in _STREAMS if stream.encode("utf-16-le") in data)
        return next(found, f"it is a file of an old office program; save it as .docx, or {_COPY}")
    if data.startswith(b"PK\x03\x04"):
        found = (why for sign, why in _PACKAGES if sign in data)
        kind = _damaged(name) or "it is an archive of other files; take them out of it, and import those"
        return next(found, kind)
    if b"\x00" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _damaged(name) or f"it is no text; open it and {_COPY}"
    return ""


def _damaged(name: str) -> str:
    """What to say of a file that does not hold what its ending says."""
    ending = name.lower().rpartition(".")[2]
    if ending in ("xlsx", "xls", "xlsm", "ods", "numbers"):
        return "it is damaged, or no workbook; open it and save its sheet as CSV (UTF-8)"
    if ending in ("docx", "docm", "dotx", "odt", "doc"):
        return "it is damaged, or no document; open it in Word or LibreOffice and save it anew as .docx"
    return ""
