"""XML documents as bytes that every parser reads.

Elements carry their prefix in the name (`xhtml:link`) and the root declares it, so nothing is registered globally.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, indent, tostring

# ElementTree writes what XML 1.0 (section 2.2) cannot hold, such as U+0007, and no parser reads the result.
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
DECLARATION = b'<?xml version="1.0" encoding="utf-8"?>\n'


def clean(text: str) -> str:
    """The text without the characters that XML 1.0 cannot hold."""
    return text if text.isprintable() else NOT_XML.sub("", text)


def node(parent: Element, name: str, text: str = "", attributes: dict[str, str] | None = None) -> Element:
    """A new last child of `parent`; attributes without a value are left out."""
    given = {key: clean(value) for key, value in (attributes or {}).items() if value}
    child = Element(name, given)
    child.text = clean(text)
    parent.append(child)
    return child


def fragment(element: Element) -> str:
    """An element as text, each of its own a line, so that differences are small.

    Takes elements of which none holds both text and elements.
    """
    indent(element, space="")
    return tostring(element, encoding="unicode")


def document(root: Element, last: Sequence[str] = ()) -> bytes:
    """The whole document as UTF-8, with declaration. `last` are more fragments that `root` holds, behind its own."""
    text = fragment(root)
    if last:
        end = f"</{root.tag}>"
        text = "\n".join((text.removesuffix(end).rstrip("\n"), *last, end))
    return DECLARATION + text.encode() + b"\n"
