"""Files as they come in, and the form of each."""

from __future__ import annotations

from jobglot.importing.incoming import form_of, to_text


def test_formats_are_told_by_name_and_beginning():
    """A notice is what is nothing else."""
    assert form_of("a.csv", "x,y") == "csv"
    assert form_of("jobs", ' {"jobs": []}') == "json"
    assert form_of("page", "<!DOCTYPE html><p>") == "html"
    assert form_of("notes.txt", "[draft] Baker") == "notice"
    assert form_of("notice.md", "# Baker") == "notice"


def test_files_are_read_in_the_encodings_that_occur():
    """What is no text is refused with a remedy."""
    assert to_text("é".encode("utf-8-sig")) == "é"
    assert to_text("é".encode("utf-16")) == "é"
    assert to_text("é ’".encode("cp1252")) == "é ’"
    assert to_text(b"%PDF-1.7 ...") is None
    assert to_text(b"\x00\x01") is None
