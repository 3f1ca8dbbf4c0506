"""Documents of word processors for tests, made from the XML of their body."""

from __future__ import annotations

import io
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OASIS = "urn:oasis:names:tc:opendocument:xmlns"


def packed(**parts: str | bytes) -> bytes:
    """An archive of parts, whose names have `__` for `/`."""
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            # OpenDocument 1.3, part 2, section 3.3: the type can be read without unpacking.
            archive.writestr(name.replace("__", "/"), text, ZIP_STORED if name == "mimetype" else None)
    return file.getvalue()


def word(body: str, styles: str = "", links: str = "", **parts: str | bytes) -> bytes:
    """A document of Word; `links` are its relations."""
    said = {
        "word__document.xml": f'<w:document xmlns:w="{WORD}" xmlns:r="{OFFICE}"><w:body>{body}</w:body></w:document>',
        "word__styles.xml": f'<w:styles xmlns:w="{WORD}">{styles}</w:styles>',
        "word___rels/document.xml.rels": (
            f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'
        ),
    }
    return packed(**{**said, **parts})


def p(text: str, style: str = "", marks: str = "") -> str:
    """A paragraph of Word; `marks` are properties of its run, such as `<w:b/>`."""
    said = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{said}{r(text, marks)}</w:p>"


def r(text: str, marks: str = "") -> str:
    """A run of Word."""
    return f'<w:r><w:rPr>{marks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: tuple[str, ...]) -> str:
    """A table of Word; what is no XML yet becomes a paragraph."""
    cells = ("".join(f"<w:tc>{c if c.startswith('<') else p(c)}</w:tc>" for c in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def style(name: str, inner: str = "", kind: str = "paragraph") -> str:
    """A style of Word, its id being its name without spaces."""
    return f'<w:style w:type="{kind}" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>{inner}</w:style>'


def open_document(body: str, styles: str = "", **parts: str | bytes) -> bytes:
    """A text of LibreOffice."""
    spaces = " ".join(f'xmlns:{name}="{OASIS}:{name}:1.0"' for name in ("office", "text", "table", "style"))
    spaces += f' xmlns:draw="{OASIS}:drawing:1.0" xmlns:fo="{OASIS}:xsl-fo-compatible:1.0"'
    spaces += ' xmlns:xlink="http://www.w3.org/1999/xlink"'
    said = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "META-INF__manifest.xml": "<manifest/>",
        "content.xml": (
            f"<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
        ),
    }
    return packed(**{**said, **parts})


ENGLISH = (
    "The European Tide Office measures the tides along all the coasts of the Union and publishes them for sailors. "
    "You will estimate the cost of floods, and write the reports for the council that decides on the dykes."
)
FRENCH = (
    "L’Office européen des marées mesure les marées sur toutes les côtes de l’Union et les publie pour les marins. "
    "Vous estimerez le coût des inondations et rédigerez les rapports pour le conseil qui décide des digues."
)
