"""Texts of LibreOffice (OpenDocument 1.3, part 3) as HTML: their structure, and nothing of their looks but bold.

Deleted passages of tracked changes, comments and pictures are left out.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from html import escape
from typing import NamedTuple
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from jobglot.importing.archive import MAX_TAGS, MAX_TEXT_PART, BrokenError, part, tree

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _TABLE, _STYLE, _FO = (f"{_OASIS}{name}:1.0}}" for name in ("text", "table", "style", "xsl-fo-compatible"))
_OFFICE = f"{_OASIS}office:1.0}}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_LEFT_OUT = frozenset(
    [
        *(f"{_OFFICE}annotation", f"{_TEXT}tracked-changes", f"{_TEXT}sequence-decls", f"{_OFFICE}forms"),
        *(f"{_TEXT}note-citation", f"{_TEXT}table-of-content", f"{_TEXT}bibliography", f"{_TEXT}alphabetical-index"),
    ]
)


class _Styles(NamedTuple):
    """Which styles are bold, which are of the title, and which lists are numbered."""

    bold: frozenset[str]
    titles: frozenset[str]
    numbered: frozenset[str]


def is_open_document(data: bytes) -> bool:
    """Whether data are a text of LibreOffice."""
    return data.startswith(b"PK\x03\x04") and b"application/vnd.oasis.opendocument.text" in data[:200]


def html_of_open_document(data: bytes) -> str:
    """The document as HTML, its title as an `h1` of the class “title”. May fail with `archive.FAILURES`."""
    with ZipFile(io.BytesIO(data)) as archive:
        if b"encryption-data" in part(archive, "META-INF/manifest.xml", MAX_TEXT_PART):
            raise BrokenError("it is protected by a password")
        if part(archive, "content.xml", MAX_TEXT_PART).count(b"<") > MAX_TAGS:
            raise BrokenError("it has too many parts of text")
        content = tree(archive, "content.xml", MAX_TEXT_PART)
        shared = (
            tree(archive, "styles.xml", MAX_TEXT_PART) if "styles.xml" in archive.namelist() else ET.Element("none")
        )
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    return "".join(_blocks(body, _styles(shared, content))) if body is not None else ""


def title_of_open_document(data: bytes) -> str:
    """The title in the document's properties."""
    with ZipFile(io.BytesIO(data)) as archive:
        if "meta.xml" not in archive.namelist():
            return ""
        title = tree(archive, "meta.xml", MAX_TEXT_PART).find(".//{http://purl.org/dc/elements/1.1/}title")
        return (title.text or "").strip() if title is not None else ""


def _styles(*parts: ET.Element) -> _Styles:
    styles = {style.get(f"{_STYLE}name", ""): style for each in parts for style in each.iter(f"{_STYLE}style")}
    weights = {name: _weight(name, styles) for name in styles}
    return _Styles(
        frozenset(name for name, weight in weights.items() if weight == "bold"),
        frozenset(name for name in styles if "Title" in (name, styles[name].get(f"{_STYLE}parent-style-name"))),
        frozenset(
            style.get(f"{_STYLE}name", "")
            for each in parts
            for style in each.iter(f"{_TEXT}list-style")
            if len(style) and style[0].tag == f"{_TEXT}list-level-style-number"
        ),
    )


def _weight(name: str, styles: Mapping[str, ET.Element]) -> str:
    for _ in range(10):  # a style may be its own parent
        style = styles.get(name)
        if style is None:
            return ""
        properties = style.find(f"{_STYLE}text-properties")
        said = properties.get(f"{_FO}font-weight", "") if properties is not None else ""
        if said:
            return "bold" if said in ("bold", "600", "700", "800", "900") else said
        name = style.get(f"{_STYLE}parent-style-name", "")
    return ""


def _blocks(parent: ET.Element, styles: _Styles, listed: str = "") -> Iterator[str]:
    """The blocks of a document, a cell, an item; `listed` is the style of the list around."""
    for element in parent:
        tag = element.tag
        if tag in _LEFT_OUT:
            continue
        if tag == f"{_TEXT}h":
            level = element.get(f"{_TEXT}outline-level", "1")
            yield _block(f"h{min(int(level), 6) if level.isdecimal() else 1}", element, styles)
        elif tag == f"{_TEXT}p":
            style = element.get(f"{_TEXT}style-name", "")
            yield _block('h1 class="title"' if style in styles.titles else "p", element, styles, style in styles.bold)
        elif tag == f"{_TEXT}list":
            own = element.get(f"{_TEXT}style-name") or listed
            name = "ol" if own in styles.numbered else "ul"
            yield f"<{name}>{''.join(_blocks(element, styles, own))}</{name}>"
        elif tag in (f"{_TEXT}list-item", f"{_TEXT}list-header"):
            yield f"<li>{''.join(_blocks(element, styles, listed))}</li>"
        elif tag == f"{_TABLE}table":
            yield f"<table>{''.join(_blocks(element, styles))}</table>"
        elif tag == f"{_TABLE}table-row":
            yield f"<tr>{''.join(_blocks(element, styles))}</tr>"
        elif tag == f"{_TABLE}table-cell":
            yield f"<td>{''.join(_blocks(element, styles))}</td>"
        else:
            yield from _blocks(element, styles, listed)


def _block(name: str, element: ET.Element, styles: _Styles, is_bold: bool = False) -> str:
    boxes: list[str] = []
    text = _inline(element, styles, boxes).strip()
    text = f"<strong>{text}</strong>" if is_bold and text else text
    return (f"<{name}>{text}</{name.split(maxsplit=1)[0]}>" if text else "") + "".join(boxes)


def _inline(element: ET.Element, styles: _Styles, boxes: list[str]) -> str:
    """The text within a paragraph; what stands in boxes beside it is added to these."""
    found = [escape(element.text or "")]
    for child in element:
        tag = child.tag
        if tag == f"{_TEXT}s":
            found.append(" ")
        elif tag == f"{_TEXT}tab":
            found.append("\t")
        elif tag == f"{_TEXT}line-break":
            found.append("<br>")
        elif tag in (f"{_OASIS}drawing:1.0}}text-box", f"{_TEXT}note-body"):
            boxes += _blocks(child, styles)
        elif tag not in _LEFT_OUT:
            inner = _inline(child, styles, boxes)
            if tag == f"{_TEXT}a" and inner.strip():
                inner = f'<a href="{escape(child.get(_LINK, ""))}">{inner}</a>'
            elif tag == f"{_TEXT}span" and child.get(f"{_TEXT}style-name") in styles.bold and inner.strip():
                inner = f"<strong>{inner}</strong>"
            found.append(inner)
        found.append(escape(child.tail or ""))
    return "".join(found)
