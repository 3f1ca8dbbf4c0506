"""Files that go with a text: what they say they are, and nothing that acts."""

from __future__ import annotations

import pytest

from jobglot.attached import LARGE_PICTURE, attachment_problems
from jobglot.problem import Severity

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"


def codes(name: str, data: bytes) -> list[str]:
    """The codes of an attachment's problems."""
    return [problem.code for problem in attachment_problems(f"content/postings/{name}", data)]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", b"%PDF-1.7 ..."),
        ("a.PNG", PNG + b"\x00\x00\x00\x10" * 2),
        ("a.jpg", b"\xff\xd8\xff\xe0"),
        ("a.docx", b"PK\x03\x04"),
        ("a.svg", b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>"),
        ("a.txt", b"words"),
        ("a.ics", b"BEGIN:VCALENDAR"),
        ("plain", b""),
    ],
)
def test_a_file_that_is_what_it_says_is_let_be(name: str, data: bytes) -> None:
    """Also of kinds nobody knows here."""
    assert codes(name, data) == []


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.js", "a.xhtml", "a.swf", "a.svgz"])
def test_a_file_that_acts_in_a_browser_is_refused(name: str) -> None:
    """It would have the rights of the board's pages."""
    assert codes(name, b"") == ["attachment-active"]


@pytest.mark.parametrize(
    "inside",
    [
        b"<script>alert(1)</script>",
        b"<a href='javascript:x'/>",
        b"<g ONLOAD = 'x'/>",
        b"<foreignObject/>",
        b"<!ENTITY a 'b'>",
    ],
)
def test_a_drawing_with_a_script_is_refused(inside: bytes) -> None:
    """However it is written."""
    assert codes("a.svg", b"<svg>" + inside + b"</svg>") == ["attachment-active"]


@pytest.mark.parametrize(
    ("name", "data", "remedy"),
    [
        ("a.png", b"\xff\xd8\xff", "rename it to end in .jpg"),
        ("a.pdf", b"PK\x03\x04", "rename it to end in .docx"),
        ("a.pdf", b"words", "save it again, or give it the ending of what it is"),
        ("a.svg", b"words", "give it the ending of what it is"),
        ("a.gif", b"", "save it again, or give it the ending of what it is"),
    ],
)
def test_a_file_that_is_something_else_is_told_with_its_kind(name: str, data: bytes, remedy: str) -> None:
    """Where its first bytes tell it."""
    problems = list(attachment_problems(name, data))
    assert [problem.code for problem in problems] == ["attachment-kind"]
    assert problems[0].remedy == remedy


@pytest.mark.parametrize(
    "data", [PNG + (8_000).to_bytes(4, "big") * 2, b"\x89PNG\r\n\x1a\n" + bytes(LARGE_PICTURE)], ids=["pixels", "bytes"]
)
def test_a_large_picture_is_a_warning(data: bytes) -> None:
    """In pixels as in bytes."""
    problems = list(attachment_problems("a.png", data))
    assert [(problem.code, problem.severity) for problem in problems] == [("picture-large", Severity.WARNING)]
