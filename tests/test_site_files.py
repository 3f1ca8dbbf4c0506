"""Files of a site's folder: read with their problems, noted by their hashes."""

from __future__ import annotations

import hashlib
from pathlib import Path

from sites import write_files

from jobglot.problem import Problem
from jobglot.site_files import Seen, SiteFiles


def opened(root: Path, prefix: str = "") -> tuple[SiteFiles, list[Problem], Seen]:
    problems: list[Problem] = []
    seen: Seen = {}
    return SiteFiles(root, problems, seen, prefix), problems, seen


def sha(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def test_what_is_read_is_noted_by_its_hash(tmp_path: Path) -> None:
    """What is only passed over, by its name; of the package, behind a slash."""
    write_files(tmp_path, {"static/a.css": "a {}", "static/b.css": ""})
    files, problems, seen = opened(tmp_path, "/")
    assert files.below("static") == ("static/a.css", "static/b.css")
    assert files.bytes_of("static/a.css", 100) == b"a {}"
    assert seen == {"/static/a.css": sha(b"a {}"), "/static/b.css": None}
    assert problems == []


def test_what_cannot_be_read_is_told_and_is_nothing(tmp_path: Path) -> None:
    """A file too large, one that is no text, one that is not there."""
    (tmp_path / "text.po").write_bytes(b"\xff\xfe\x00")
    files, problems, _ = opened(tmp_path)
    assert files.bytes_of("text.po", 2) is None
    assert files.text_of("text.po") is None
    assert files.bytes_of("gone.po", 2) is None
    assert [problem.origin.path for problem in problems] == ["text.po", "text.po", "gone.po"]


def test_a_file_that_changes_while_it_is_read_is_like_no_other(tmp_path: Path) -> None:
    """Its hash is that of no content there ever was, so that nothing made of it is taken for whole."""
    write_files(tmp_path, {"a.md": "first"})
    files, _, seen = opened(tmp_path)
    files.text_of("a.md")
    assert files.bytes_again("a.md") == b"first"
    assert seen["a.md"] == sha(b"first")
    write_files(tmp_path, {"a.md": "second"})
    assert files.bytes_again("a.md") == b"second"
    assert seen["a.md"] not in (sha(b"first"), sha(b"second"))
