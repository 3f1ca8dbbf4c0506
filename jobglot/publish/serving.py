"""How a store of objects shall serve a file: content type, encoding and cache headers."""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass

from jobglot.publish.release import ENDINGS, base_of, is_fingerprinted

TREATMENT = "headers-1"
"""To be changed with the rules below: then every file is sent again."""

_BY_NAME: Mapping[str, str] = {
    "feed.xml": "application/atom+xml; charset=utf-8",
    "feed.json": "application/feed+json; charset=utf-8",
}
# Said here and not asked of the machine, whose tables differ.
_BY_ENDING: Mapping[str, str] = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "mjs": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "webmanifest": "application/manifest+json; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "ico": "image/x-icon",
    "woff": "font/woff",
    "woff2": "font/woff2",
    "ttf": "font/ttf",
    "otf": "font/otf",
    "pdf": "application/pdf",
    "zip": "application/zip",
}
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
    name = base.rpartition("/")[2]
    ending = name.rpartition(".")[2].lower()
    plain = "text/plain; charset=utf-8" if name in ("_headers", "_redirects", "CNAME") else "application/octet-stream"
    guessed = _TYPES.guess_type(name)[0] or plain
    encoding = next((kind for kind, mark in ENDINGS.items() if base != path and path.endswith(mark)), "")
    return Headers(
        _BY_NAME.get(name) or _BY_ENDING.get(ending) or guessed,
        _FOREVER if is_fingerprinted(path) else _ASK_AGAIN,
        {"gzip": "gzip", "brotli": "br"}.get(encoding, ""),
    )


_TYPES = mimetypes.MimeTypes()
"""Python's own table, without what the machine adds."""
