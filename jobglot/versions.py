"""Which code runs here: Python, our own, and every installed package; and which rules of time zones the system has."""

from __future__ import annotations

import contextlib
import os
import sys
import zoneinfo
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
    rules = []
    for folder in zoneinfo.TZPATH:
        with contextlib.suppress(OSError):
            rules.append((Path(folder) / "tzdata.zi").read_bytes())
    return hash_of(code_hash(), *rules)
