"""All code that can change what is made of the same files, as one hash."""

from __future__ import annotations

import contextlib
import hashlib
import sys
import zoneinfo
from pathlib import Path
from typing import Any


def hash_of_code() -> str:
    """The SHA-256 of our source, Python's version and the names of all installed packages with theirs.

    Of every package, because the config may name extensions of any of them. The system's rules of time zones count as
    code: they come with updates of its own.
    """
    digest = hashlib.sha256(sys.version.encode())
    installed: set[str] = set()
    for folder in sys.path:
        with contextlib.suppress(OSError):
            names = (path.name for path in Path(folder or ".").iterdir())
            installed.update(name for name in names if name.endswith((".dist-info", ".egg-info")))
    for name in sorted(installed):
        _add(digest, name.encode())
    for folder in zoneinfo.TZPATH:
        with contextlib.suppress(OSError):
            _add(digest, (Path(folder) / "tzdata.zi").read_bytes())
    package = Path(__file__).parent
    for path in sorted(package.rglob("*.py")):
        _add(digest, path.relative_to(package).as_posix().encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _add(digest: Any, data: bytes) -> None:
    digest.update(b"%d:" % len(data))
    digest.update(data)
