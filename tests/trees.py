"""What lies in a folder, for tests of what happens to disks."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

NOBODY = 65534


def tree(folder: Path) -> dict[str, bytes | str]:
    """Every path below `folder`: the bytes of files, the target of links, "folder", "other"."""
    found: dict[str, bytes | str] = {}
    for place, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = Path(place, name)
            key = os.fsencode(path.relative_to(folder).as_posix()).decode("utf-8", "surrogateescape")
            if path.is_symlink():
                found[key] = f"-> {path.readlink()}"
            elif path.is_dir():
                found[key] = "folder"
            else:
                found[key] = path.read_bytes() if path.is_file() else "other"
    return found


def files(folder: Path) -> dict[str, bytes]:
    """The files below `folder`, without the records of jobglot."""
    return {
        path: content
        for path, content in tree(folder).items()
        if isinstance(content, bytes) and not path.startswith(".jobglot/")
    }


def fill(folder: Path, content: dict[str, bytes]) -> Path:
    """Put files into a folder, which is made; their names are UTF-8 there, whatever the locale."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in content.items():
        path = folder / os.fsdecode(name.encode("utf-8", "surrogateescape"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


@contextlib.contextmanager
def open_ground() -> Iterator[Path]:
    """A folder that every user may enter, unlike pytest's own; empty it is removed."""
    with tempfile.TemporaryDirectory(prefix="jobglot-test-") as name:
        folder = Path(name).resolve()
        folder.chmod(0o755)
        yield folder


@contextlib.contextmanager
def ordinary_user(*owned: Path) -> Iterator[None]:
    """Be a user to whom permissions apply, and to whom these folders and all in them belong."""
    if os.geteuid() != 0:
        yield
        return
    for top in owned:
        for path in (top, *top.rglob("*")):
            os.chown(path, NOBODY, NOBODY, follow_symlinks=False)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
