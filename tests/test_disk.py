"""The few things done to an output folder, one by one."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from trees import fill, tree

from jobglot.disk import (
    folders_above,
    make_folder,
    read_through,
    remove_empty_folders,
    remove_files,
    replace_file,
    write_file,
)

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs modes and links")


@pytest.fixture
def closed_umask() -> Iterator[None]:
    """A user who shows nothing to others by habit."""
    before = os.umask(0o077)
    yield
    os.umask(before)


def at(folder: Path, path: str) -> bytes:
    """The path as `disk` takes it."""
    return os.fsencode(folder / path)


@posix
@pytest.mark.usefixtures("closed_umask")
def test_files_and_folders_can_be_read_by_a_web_server(tmp_path: Path) -> None:
    """Modes are 0644 and 0755 whatever the umask, for each folder that is made."""
    write_file(at(tmp_path, "a/b/c.html"), b"page")
    replace_file(at(tmp_path, "a/d.json"), b"{}")
    modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in tmp_path.rglob("*")}
    assert modes == {"a": 0o755, "b": 0o755, "c.html": 0o644, "d.json": 0o644}


def test_a_written_file_holds_just_the_bytes(tmp_path: Path) -> None:
    """Also when it was longer before, and when it is empty."""
    for data in (b"long and longer", b"short", b""):
        write_file(at(tmp_path, "x"), data)
        assert (tmp_path / "x").read_bytes() == data


@posix
def test_no_file_is_written_through_a_link(tmp_path: Path) -> None:
    """What a link leads to belongs to somebody else."""
    fill(tmp_path, {"theirs": b"theirs"})
    (tmp_path / "link").symlink_to("theirs")
    with pytest.raises(OSError, match="link"):
        write_file(at(tmp_path, "link"), b"ours")
    assert (tmp_path / "theirs").read_bytes() == b"theirs"


def test_a_replacement_that_fails_leaves_the_former_file_alone(tmp_path: Path, monkeypatch) -> None:
    """And nothing beside it."""
    fill(tmp_path, {"x": b"former"})

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OSError, match="space"):
        replace_file(at(tmp_path, "x"), b"new")
    assert tree(tmp_path) == {"x": b"former"}


def test_reading_through_tells_same_other_and_no_file(tmp_path: Path) -> None:
    """By bytes: neither size nor time says anything."""
    fill(tmp_path, {"x": b"abc", "big": b"y" * 3_000_000, "folder/z": b""})
    assert read_through(at(tmp_path, "x"), b"abc") == (True, "")
    assert read_through(at(tmp_path, "x"), b"abd") == (False, hashlib.sha256(b"abc").hexdigest())
    assert read_through(at(tmp_path, "x")) == (False, hashlib.sha256(b"abc").hexdigest())
    assert read_through(at(tmp_path, "big"), b"abc") == (False, hashlib.sha256(b"y" * 3_000_000).hexdigest())
    with pytest.raises(FileNotFoundError):
        read_through(at(tmp_path, "nothing"), b"")
    if sys.platform != "win32":
        assert read_through(at(tmp_path, "folder"), b"") is None
        os.mkfifo(tmp_path / "pipe")
        assert read_through(at(tmp_path, "pipe"), b"") is None


def test_made_folders_are_told_outermost_first(tmp_path: Path) -> None:
    """Those that were there are not."""
    assert make_folder(at(tmp_path, "a/b/c")) == (at(tmp_path, "a"), at(tmp_path, "a/b"), at(tmp_path, "a/b/c"))
    assert make_folder(at(tmp_path, "a/b/c")) == ()
    assert make_folder(at(tmp_path, "a/b/d")) == (at(tmp_path, "a/b/d"),)


@posix
def test_a_folder_cannot_be_made_below_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    """And the attempt ends."""
    (tmp_path / "a").symlink_to("nowhere")
    with pytest.raises(OSError, match="No such file"):
        make_folder(at(tmp_path, "a/b/c"))


def test_only_named_files_and_only_empty_folders_go(tmp_path: Path) -> None:
    """What is not there is no fault."""
    fill(tmp_path, {"a/b/c.html": b"", "a/b/d.html": b"", "e/f/g.html": b"", "keep/x": b""})
    paths = ("a/b/c.html", "e/f/g.html", "h/i.html", "a/b/d.html/j", "keep")
    remove_files(os.fsencode(tmp_path), paths)
    remove_empty_folders(os.fsencode(tmp_path), paths)
    assert set(tree(tmp_path)) == {"a", "a/b", "a/b/d.html", "keep", "keep/x"}


def test_the_folders_above_a_path() -> None:
    """Outermost first, without the path itself."""
    assert list(folders_above("a/b/c.html")) == ["a", "a/b"]
    assert list(folders_above("index.html")) == []
