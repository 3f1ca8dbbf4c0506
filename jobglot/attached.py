"""What a file that goes with a text may hold: what its name says, and nothing that acts in a reader's browser.

Attachments are served from the board's own address, where a script would have the rights of the board's pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from jobglot.problem import Origin, Problem, error, warning

ACTIVE = frozenset(
    ["htm", "html", "xhtml", "xht", "shtml", "mht", "mhtml", "js", "mjs", "svgz", "swf", "xsl", "xml", "php"]
)
"""Endings of files that browsers run, or read as pages."""

_ZIP = (b"PK\x03\x04",)
_BEGINNINGS: Mapping[str, tuple[bytes, ...]] = {
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "gif": (b"GIF87a", b"GIF89a"),
    "webp": (b"RIFF",),
    "pdf": (b"%PDF-",),
    **dict.fromkeys(("docx", "xlsx", "pptx", "odt", "ods", "odp", "zip"), _ZIP),
}
"""How files of a kind begin."""

_SCRIPT_IN_SVG = re.compile(rb"<script|<foreignobject|<!entity|\son[a-z]+\s*=|javascript:", re.IGNORECASE)
LARGE_PICTURE = 2 * 1024 * 1024
MOST_PIXELS = 40_000_000


def attachment_problems(path: str, data: bytes) -> Iterator[Problem]:
    """What is wrong with an attachment; `path` is relative to the site's folder."""
    origin = Origin(path)
    ending = path.rpartition(".")[2].lower()
    if ending in ACTIVE:
        message = f"a .{ending} file can act in a reader's browser as if it were a page of the board"
        yield error(origin, "attachment-active", message, "attach a PDF instead")
    elif ending == "svg":
        if b"<svg" not in data[:4096].lower():
            yield error(origin, "attachment-kind", "the file is no SVG drawing", "give it the ending of what it is")
        elif _SCRIPT_IN_SVG.search(data):
            message = "the drawing holds a script or something that can load one"
            yield error(origin, "attachment-active", message, "save it as plain SVG, or as PNG")
    elif ending in _BEGINNINGS and not data.startswith(_BEGINNINGS[ending]):
        found = [kind for kind, starts in _BEGINNINGS.items() if data.startswith(starts)]
        remedy = f"rename it to end in .{found[0]}" if found else "save it again, or give it the ending of what it is"
        yield error(origin, "attachment-kind", f"the file ends in .{ending} but is none", remedy)
    elif ending in ("png", "jpg", "jpeg", "gif", "webp"):
        yield from _weight(origin, data)


def _weight(origin: Origin, data: bytes) -> Iterator[Problem]:
    # PNG says its size in its first chunk: https://www.w3.org/TR/png-3/#11IHDR
    width, height = (int.from_bytes(data[at : at + 4], "big") if data[1:4] == b"PNG" else 0 for at in (16, 20))
    if width * height > MOST_PIXELS:
        message = f"the picture has {width * height // 1_000_000} million pixels, which some browsers refuse to show"
        yield warning(origin, "picture-large", message, "make it smaller, for example 1600 pixels wide")
    elif len(data) > LARGE_PICTURE:
        message = f"the picture has {len(data) / 1_048_576:.1f} MiB, which takes long on a telephone"
        yield warning(origin, "picture-large", message, "make it smaller, for example 1600 pixels wide")
