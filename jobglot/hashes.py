"""One hash of many things."""

from __future__ import annotations

import hashlib


def hash_of(*parts: bytes) -> bytes:
    """The SHA-256 of some parts, which is another wherever one of them ends elsewhere."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(b"%d:" % len(part))
        digest.update(part)
    return digest.digest()
