"""How a store of objects shall serve a file: content type, encoding and cache headers."""

from __future__ import annotations

from dataclasses import dataclass

from jobglot.media_types import media_type
from jobglot.publish.release import ENDINGS, base_of, is_fingerprinted

TREATMENT = "headers-2"
"""To be changed with the rules below and those of `media_types`: then every file is sent again."""

_FOREVER = "public, max-age=31536000, immutable"
_ASK_AGAIN = "public, max-age=0, must-revalidate"


@dataclass(frozen=True, slots=True)
class Headers:
    """What a file is answered with; `encoding` is empty for a file as it is."""

    content_type: str
    cache_control: str
    encoding: str = ""


def headers_of(path: str) -> Headers:
    """The headers of a file of the site."""
    base = base_of(path)
    encoding = next((kind for kind, mark in ENDINGS.items() if base != path and path.endswith(mark)), "")
    return Headers(
        media_type(base),
        _FOREVER if is_fingerprinted(path) else _ASK_AGAIN,
        {"gzip": "gzip", "brotli": "br"}.get(encoding, ""),
    )
