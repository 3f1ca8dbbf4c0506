"""Which code runs here: Python, our own, and every installed package."""

from __future__ import annotations

import contextlib
import hashlib
import sys
from functools import cache
from pathlib import Path


@cache
def code_hash() -> bytes:
    """A hash of all code that can change what is made of the same files; the same as long as the process lives.

    Of every installed package, because the config may name extensions of any of them.
    """
    digest = hashlib.sha256(sys.version.encode())
    installed: set[str] = set()
    for folder in sys.path:
        with contextlib.suppress(OSError):
            names = (path.name for path in Path(folder or ".").iterdir())
            installed.update(name for name in names if name.endswith((".dist-info", ".egg-info")))
    digest.update("\0".join(sorted(installed)).encode())
    package = Path(__file__).parent
    for path in sorted(package.rglob("*.py")):
        digest.update(hashlib.sha256(path.relative_to(package).as_posix().encode()).digest())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.digest()
