"""Static files on their way out: named by their content where browsers may keep them for ever, else as they are.

`static/site.css` becomes `/static/site.1a2b3c4d.css`; what names such a file follows: `url(…)` in a style sheet, the
`import` of a script, `src` and `href` in a page of static HTML lead to the new names. Files of other types, such as
`CNAME` or `robots.txt`, are copied to the site's root as they are; so is everything in `static/admin/`, whose parts
find each other by name: `static/admin/index.html` becomes `/admin/index.html`.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from urllib.parse import quote, unquote

FINGERPRINTED = frozenset(
    ["css", "js", "mjs", "svg", "png", "jpg", "jpeg", "gif", "webp", "avif", "woff", "woff2", "ttf", "otf"]
)
"""Endings of the files that get a name of their content."""

AS_THEY_ARE = "admin/"
"""A folder of `static/` that holds a program of its own, such as a browser CMS."""

_REFERENCE = re.compile(rb"""(?P<before>url\(\s*["']?|@import\s+["'])(?P<file>(?<=["'])[^"'?#]+|[^"')\s?#]+)""")

_IMPORT = re.compile(rb"""(?P<before>\b(?:from|import)\s*+(?:\(\s*+)?["'])(?P<file>\.{1,2}/[^"'?#\n]+)""")
_ATTRIBUTE = re.compile(rb"""(?P<before>\b(?:src|href|poster)\s*=\s*["'])(?P<file>[^"'?#:\n]+)""", re.IGNORECASE)
_NAMING = {"css": _REFERENCE, "js": _IMPORT, "mjs": _IMPORT, "html": _ATTRIBUTE, "htm": _ATTRIBUTE}
"""How a file names others, by its ending."""

_NAMESPACE = re.compile(rb"@namespace\s+\w*\s*\Z")
"""What stands before an address that nobody loads. `\\Z` is the end of what is looked at."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A static file: its name within `static/`, its path under the output, and its bytes as published."""

    name: str
    path: str
    content: bytes


def assets_of(static: Mapping[str, bytes]) -> dict[str, Asset]:
    """The static files as published, by name, in the order of names."""
    needs = {name: set(_references(name, static)) for name in static}
    paths = {name: _path(name, static, needs) for name in sorted(static)}

    def rewritten(match: re.Match[bytes], name: str) -> bytes:
        target = _target(match, name)
        if target not in paths:
            return match[0]
        address = posixpath.relpath(paths[target], posixpath.dirname(paths[name]) or ".")
        if match.re is _IMPORT and not address.startswith("."):
            address = f"./{address}"
        return match["before"] + quote(address, safe="/-._~!$&'()*+,;=:@").encode()

    def published(name: str) -> bytes:
        if not needs[name]:
            return static[name]
        return _NAMING[_ending(name)].sub(lambda match: rewritten(match, name), static[name])

    return {name: Asset(name, path, published(name)) for name, path in paths.items()}


def _references(name: str, static: Mapping[str, bytes]) -> Iterator[str]:
    """The static files that one of them names."""
    if not name.startswith(AS_THEY_ARE):
        yield from (target for _, _, target in references(name, static[name]) if target in static)


def references(name: str, content: bytes) -> Iterator[tuple[int, str, str]]:
    """What a static file names: where in it, as it is written, and the static file that it would be."""
    pattern = _NAMING.get(_ending(name))
    for match in pattern.finditer(content) if pattern else ():
        if not _NAMESPACE.search(content, max(0, match.start() - 40), match.start()):
            yield match.start("file"), match["file"].decode("utf-8", "replace"), _target(match, name)


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower()


def _target(match: re.Match[bytes], name: str) -> str:
    written = unquote(match["file"].decode("utf-8", "replace"))
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), written))


def _path(name: str, static: Mapping[str, bytes], needs: Mapping[str, set[str]]) -> str:
    """The path of a file; one that is named by content is so by that of all files it leads to, in a circle as well."""
    stem, dot, ending = name.rpartition(".")
    if not dot or ending.lower() not in FINGERPRINTED or name.startswith(AS_THEY_ARE):
        return name
    reached, pending = {name}, [name]
    while pending:
        found = needs[pending.pop()] - reached
        reached |= found
        pending += sorted(found)
    digest = blake2b(static[name], digest_size=4)
    for other in sorted(reached - {name}):
        digest.update(blake2b(other.encode() + b"\0" + static[other]).digest())
    return f"static/{stem}.{digest.hexdigest()}.{ending}"
