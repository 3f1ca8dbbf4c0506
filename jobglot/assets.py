"""Static files on their way out: named by their content where browsers may keep them for ever, else as they are.

`static/site.css` becomes `/static/site.1a2b3c4d.css`; style sheets follow: `url(…)` in them leads to the new names.
Files of other types, such as `CNAME` or `robots.txt`, are copied to the site's root as they are.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b

FINGERPRINTED = frozenset(["css", "js", "mjs", "svg", "png", "jpg", "jpeg", "gif", "webp", "avif", "woff", "woff2"])
"""Endings of the files that get a name of their content."""

_REFERENCE = re.compile(rb"""(url\(\s*["']?|@import\s+["'])([^"')\s]+)""")


@dataclass(frozen=True, slots=True)
class Asset:
    """A static file: its name within `static/`, its path under the output, and its bytes as published."""

    name: str
    path: str
    content: bytes


def assets_of(static: Mapping[str, bytes]) -> dict[str, Asset]:
    """The static files as published, by name, in the order of names."""
    done: dict[str, Asset] = {}

    def asset(name: str, above: tuple[str, ...] = ()) -> Asset:
        if name not in done:
            content = static[name]
            if name.endswith(".css"):
                content = _REFERENCE.sub(lambda match: rewritten(match, name, above), content)
            done[name] = Asset(name, _path(name, content), content)
        return done[name]

    def rewritten(match: re.Match[bytes], sheet: str, above: tuple[str, ...]) -> bytes:
        written = match[2].decode("utf-8", "replace")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(sheet), written))
        # Two sheets that import each other cannot both be named by their content.
        if target not in static or target in (*above, sheet):
            return match[0]
        found = asset(target, (*above, sheet)).path
        return match[1] + posixpath.relpath(found, posixpath.dirname(f"static/{sheet}")).encode()

    for name in sorted(static):
        asset(name)
    return {name: done[name] for name in sorted(done)}


def _path(name: str, content: bytes) -> str:
    stem, dot, ending = name.rpartition(".")
    if not dot or ending.lower() not in FINGERPRINTED:
        return name
    return f"static/{stem}.{blake2b(content, digest_size=4).hexdigest()}.{ending}"
