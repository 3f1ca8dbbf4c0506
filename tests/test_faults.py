"""What the operating system refuses, in words."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from jobglot.faults import fault, printable, shown


@pytest.mark.parametrize(
    ("number", "code", "word"),
    [
        (errno.ENOSPC, "disk-full", "full"),
        (errno.EDQUOT, "disk-full", "quota"),
        (errno.EFBIG, "disk-full", "larger"),
        (errno.EROFS, "disk-read-only", "read-only"),
        (errno.EACCES, "disk-permission", "permission"),
        (errno.EIO, "disk-error", "input/output"),
        (errno.EBUSY, "disk-fault", "busy"),
    ],
)
def test_a_fault_is_one_sentence_that_names_path_and_remedy(number: int, code: str, word: str) -> None:
    """No errno, no traceback, and something to do about it."""
    problem = fault(OSError(number, "Device or resource busy"), "output/en/index.html", "written")
    assert problem.code == code
    assert problem.origin.path == "output/en/index.html"
    assert problem.message.startswith("it cannot be written: ")
    assert word in problem.message
    assert problem.remedy
    assert "\n" not in str(problem)


def test_a_fault_without_a_number_still_says_something() -> None:
    """Python raises some errors of its own."""
    assert "unknown" in fault(OSError("odd"), "x", "read").message


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a/é.md", "a/é.md"),
        ("a\nb", "a\\nb"),
        ("a\x1b[31m", "a\\x1b[31m"),
        ("\udce9", "\\udce9"),
        ("a\u202eb", "a\\u202eb"),
    ],
)
def test_names_cannot_play_tricks_on_a_terminal(path: str, text: str) -> None:
    """Controls, bytes that are no UTF-8 and what reverses text are shown as escapes, and can be encoded."""
    assert printable(path) == text
    printable(path).encode()


def test_a_path_is_named_as_the_author_sees_it() -> None:
    """Relative to the site inside it, whole outside it."""
    site = Path("/srv/site")
    assert shown(site / "output", site) == "output"
    assert shown(site / "a" / ".." / "output", site) == "output"
    assert shown(site, site) == "."
    assert shown(Path("/srv/site2/output"), site).endswith("/srv/site2/output")
