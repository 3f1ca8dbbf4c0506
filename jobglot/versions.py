"""Which code runs here: Python, our own, and every installed package; and which rules of time zones the system has."""

from __future__ import annotations

import contextlib
import os
import sys
import zoneinfo
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jobglot.hashes import hash_of


@cache
def code_hash() -> bytes:
    """A hash of all code that can change what is made of the same files; the same as long as the process lives.

    Of every installed package, because the config may name extensions of any of them.
    """
    installed: set[str] = set()
    for folder in sys.path:
        with contextlib.suppress(OSError):
            names = os.listdir(folder or ".")  # noqa: PTH208 - names are all that is asked
            installed.update(name for name in names if name.endswith((".dist-info", ".egg-info")))
    parts = [sys.version.encode(), "\0".join(sorted(installed)).encode()]
    package = str(Path(__file__).parent)
    for folder, _, files in sorted(os.walk(package)):
        for name in sorted(name for name in files if name.endswith(".py")):
            path = f"{folder}/{name}"
            with open(path, "rb") as file:  # noqa: PTH123 - of hundreds of files, half the time is pathlib's
                parts += [path.removeprefix(package).encode(), file.read()]
    return hash_of(*parts)


def versions_hash() -> bytes:
    """The same with the system's rules of time zones, which come with updates of its own.

    All that what is made of the same files depends on, but for the time.
    """
    return hash_of(code_hash(), *(rule for folder in zoneinfo.TZPATH for rule in _rules(folder)))


def _rules(folder: str) -> Iterator[bytes]:
    """The rules of time zones in a folder: all in one file, where there is such a one, else zone by zone."""
    try:
        yield (Path(folder) / "tzdata.zi").read_bytes()
    except OSError:
        for path in sorted(path for path in Path(folder).rglob("*") if path.is_file()):
            yield str(path).encode()
            with contextlib.suppress(OSError):
                yield path.read_bytes()
