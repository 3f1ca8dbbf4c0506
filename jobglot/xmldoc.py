"""XML documents as bytes that every parser reads.

Elements are text: those of a document are made once, and joined. They carry their prefix in the name (`xhtml:link`),
and the root declares it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

# What XML 1.0 (section 2.2) cannot hold, such as U+0007: no parser reads a document that does. What it can hold is the
# longer list, and takes ten times as long to compile.
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
DECLARATION = b'<?xml version="1.0" encoding="utf-8"?>\n'

# A parser reads a line break or a tab that stands in an attribute as a space (section 3.3.3).
IN_ATTRIBUTES = {'"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#09;"}


def clean(text: str) -> str:
    """The text without the characters that XML 1.0 cannot hold."""
    return text if text.isprintable() or not NOT_XML.search(text) else NOT_XML.sub("", text)


def element(name: str, text: str = "", attributes: Mapping[str, str] | None = None) -> str:
    """An element that holds a text or nothing; attributes without a value are left out."""
    start = name + _written(attributes) if attributes else name
    held = escape(clean(text))
    return f"<{start}>{held}</{name}>" if held else f"<{start} />"


def parent(name: str, children: Iterable[str], attributes: Mapping[str, str] | None = None) -> str:
    """An element that holds others, each its own a line, so that differences are small."""
    held = "\n".join(children)
    if not held:
        return element(name, attributes=attributes)
    return f"<{name}{_written(attributes or {})}>\n{held}\n</{name}>"


def document(root: str) -> bytes:
    """The whole document as UTF-8, with declaration."""
    return DECLARATION + root.encode() + b"\n"


def _written(attributes: Mapping[str, str]) -> str:
    return "".join(f' {name}="{escape(clean(text), IN_ATTRIBUTES)}"' for name, text in attributes.items() if text)
