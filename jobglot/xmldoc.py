"""XML documents as bytes that every parser reads.

Elements are text: those of a document are made once, and joined. They carry their prefix in the name (`xhtml:link`),
and the root declares it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape

# What XML 1.0 (section 2.2) cannot hold, such as U+0007: no parser reads a document that does. What it can hold is the
# longer list, and takes ten times as long to compile.
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
DECLARATION = b'<?xml version="1.0" encoding="utf-8"?>\n'


def clean(text: str) -> str:
    """The text without the characters that XML 1.0 cannot hold."""
    return text if text.isprintable() or not NOT_XML.search(text) else NOT_XML.sub("", text)


def element(name: str, text: str = "", attributes: Mapping[str, str] | None = None, *, is_clean: bool = False) -> str:
    """An element that holds a text or nothing; attributes without a value are left out.

    `is_clean` says of a long text that it need not be looked through again.
    """
    start = name + _written(attributes) if attributes else name
    held = escape(text if is_clean else clean(text), quote=False)
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
    return "".join(f' {name}="{_value(text)}"' for name, text in attributes.items() if text)


def _value(text: str) -> str:
    held = escape(clean(text), quote=False).replace('"', "&quot;")
    # A parser reads a line break or a tab that stands in an attribute as a space (section 3.3.3).
    return held if held.isprintable() else held.replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#09;")
