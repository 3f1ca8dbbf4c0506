"""Documents of Word (ISO/IEC 29500-1, WordprocessingML) as HTML: the one door to mammoth.

It takes tracked changes as accepted, and leaves comments, headers, footers and pictures out. What it reads are parts
that were looked at before, put into an archive of our own: a small file can hold gigabytes.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET
from xml.parsers.expat import ExpatError
from zipfile import ZIP_STORED, ZipFile

from jobglot.importing.archive import MAX_TAGS, MAX_TEXT_PART, BrokenError, part, tree

MAX_STYLES = 200
_READ = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|word/(?:_rels/)?(?:document\d*|styles|numbering|\w+notes)\.xml(?:\.rels)?"
)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
# Fields and runs with a direction of their own are passed over by mammoth with the text in them.
_TRANSPARENT = re.compile(rb"(</?)w:(?:fldSimple|bdo|dir)(?=[\s/>])")
_STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => p:fresh
r[style-name='Placeholder Text'] => !
br[type='page'] => hr
"""


def is_word(data: bytes) -> bool:
    """Whether data are a document of Word."""
    return data.startswith(b"PK\x03\x04") and b"word/document" in data


def html_of_word(data: bytes) -> str:
    """The document as HTML, its title as an `h1` of the class “title”. May fail with `archive.FAILURES`."""
    from mammoth import convert_to_html  # noqa: PLC0415 - a tenth of a second, which other imports need not wait for

    with ZipFile(io.BytesIO(data)) as archive:
        looked_at, styles = _looked_at(archive)
    try:
        read = convert_to_html(
            looked_at, style_map=styles, include_embedded_style_map=False, convert_image=lambda *_: []
        )
    except (ExpatError, AttributeError, TypeError, LookupError) as failure:
        raise BrokenError("its parts do not fit together") from failure
    return str(read.value)


def title_of_word(data: bytes) -> str:
    """The title in the document's properties; it may be that of another document, from which this one was made."""
    with ZipFile(io.BytesIO(data)) as archive:
        if "docProps/core.xml" not in archive.namelist():
            return ""
        root = tree(archive, "docProps/core.xml", MAX_TEXT_PART)
        return (root.findtext("{http://purl.org/dc/elements/1.1/}title") or "").strip()


def _looked_at(archive: ZipFile) -> tuple[io.BytesIO, str]:
    """The parts that are read, in an archive of their own, and what its styles are in HTML."""
    found = io.BytesIO()
    tags = 0
    styles = _STYLES
    with ZipFile(found, "w", ZIP_STORED) as own:
        for name in dict.fromkeys(filter(_READ.fullmatch, archive.namelist())):
            text = part(archive, name, MAX_TEXT_PART)
            tags += text.count(b"<")
            if tags > MAX_TAGS:
                raise BrokenError("it has too many parts of text")
            if name == "word/styles.xml":
                root = ET.fromstring(text)  # noqa: S314 - `part` refuses entities
                styles += "\n".join(_styles(root))
                text = _names_only(root)
            own.writestr(name, _TRANSPARENT.sub(rb"\1w:smartTag", text))
    found.seek(0)
    return found, styles


def _styles(root: ET.Element) -> Iterator[str]:
    """Styles of an office's own that are headings or bold, perhaps by one that they are based on."""
    space = f"{{{_STRICT}}}" if _STRICT in root.tag else _W
    styles = {style.get(f"{space}styleId", ""): style for style in root.iter(f"{space}style")}
    told = 0
    for style in styles.values():
        name = _value(style.find(f"{space}name"), space).replace("\\", "\\\\").replace("'", "\\'")
        kind = style.get(f"{space}type")
        if not name or name in ("Title", "Subtitle", "Normal") or kind not in ("paragraph", "character"):
            continue
        chain = [style, *_bases(style, styles, space)]
        level = next((deep for each in chain if (deep := _outline(each, space))), 0)
        if kind == "paragraph" and level:
            yield f"p[style-name='{name}'] => h{level}:fresh"
        elif next((said for each in chain if (said := _boldness(each, space))), "") == "bold":
            yield (
                f"p[style-name='{name}'] => p:fresh > strong"
                if kind == "paragraph"
                else f"r[style-name='{name}'] => strong"
            )
        else:
            continue
        told += 1
        if told >= MAX_STYLES:
            return


def _names_only(root: ET.Element) -> bytes:
    """The styles without their looks, which nobody asks for below, and which are most of many a document."""
    for style in root:
        kept = [each for each in style if each.tag.rpartition("}")[2] in ("name", "pPr")]
        for properties in kept:
            properties[:] = [each for each in properties if each.tag.rpartition("}")[2] == "numPr"]
        style[:] = kept
    return ET.tostring(root)


def _bases(style: ET.Element, styles: dict[str, ET.Element], space: str) -> Iterator[ET.Element]:
    for _ in range(10):  # a style may be based on itself
        base = styles.get(_value(style.find(f"{space}basedOn"), space))
        if base is None:
            return
        yield base
        style = base


def _outline(style: ET.Element, space: str) -> int:
    said = _value(style.find(f"{space}pPr/{space}outlineLvl"), space)
    return int(said) + 1 if said.isdecimal() and int(said) < 6 else 0


def _boldness(style: ET.Element, space: str) -> str:
    bold = style.find(f"{space}rPr/{space}b")
    if bold is None:
        return ""
    return "plain" if _value(bold, space) in ("0", "false") else "bold"


def _value(element: ET.Element | None, space: str) -> str:
    return element.get(f"{space}val", "") if element is not None else ""
