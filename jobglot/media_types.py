"""What a file of a site is, by its name: the media type that stores of objects and the preview send with it."""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping

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
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "zip": "application/zip",
    "wasm": "application/wasm",
}
_PLAIN = frozenset(["_headers", "_redirects", "CNAME"])
_OTHERS = mimetypes.MimeTypes()
"""Python's own table, without what the machine adds."""


def media_type(path: str) -> str:
    """The type of a file, with its encoding where it is a text (RFC 9110, section 8.3)."""
    name = path.rpartition("/")[2]
    found = _BY_NAME.get(name) or _BY_ENDING.get(name.rpartition(".")[2].lower()) or _OTHERS.guess_type(name)[0]
    return found or ("text/plain; charset=utf-8" if name in _PLAIN else "application/octet-stream")
