"""The parts of a table in the order HTML wants, without empty rows, and with spans that fit its grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jobglot.htmltree import Element, Nodes, elements

MAX_COLUMNS = 100


def table_parts(table: Element) -> tuple[Nodes, list[Element]]:
    """What its captions hold, and its sections: `thead` first, each with rows, each row with cells and nothing else.

    Spans that overlap, leave the section or span a column without cells of its own are taken away, all of the table's.
    """
    caption = [node for part in elements(table.children, "caption") for node in part.children]
    head: list[Element] = []
    bodies: list[Element] = []
    loose: list[Element] = []
    for part in elements(table.children, "thead", "tbody", "tr"):
        if part.tag == "tr":
            loose.append(part)
        else:
            bodies += _section("tbody", loose)
            loose = []
            # A table has one head; what calls itself a second one holds rows like others.
            tag = part.tag if not head else "tbody"
            (head if tag == "thead" else bodies).extend(_section(tag, elements(part.children, "tr")))
    bodies += _section("tbody", loose)
    sections = [*head, *bodies]
    return caption, sections if _spans_fit(sections) else [_without_spans(section) for section in sections]


def _section(tag: str, rows: Sequence[Element]) -> list[Element]:
    kept: Nodes = [replace(row, children=list(cells)) for row in rows if (cells := elements(row.children, "td", "th"))]
    return [Element(tag, {}, kept)] if kept else []


def _without_spans(section: Element) -> Element:
    rows: Nodes = [
        replace(row, children=[_without_span(cell) for cell in elements(row.children, "td", "th")])
        for row in elements(section.children, "tr")
    ]
    return replace(section, children=rows)


def _without_span(cell: Element) -> Element:
    return replace(cell, attributes={n: v for n, v in cell.attributes.items() if n not in ("colspan", "rowspan")})


def _spans_fit(sections: Sequence[Element]) -> bool:
    width, begun = 0, set[int]()
    for section in sections:
        rows = elements(section.children, "tr")
        taken: set[tuple[int, int]] = set()
        for at, row in enumerate(rows):
            column = 0
            for cell in elements(row.children, "td", "th"):
                while (at, column) in taken:
                    column += 1
                across, down = _span(cell, "colspan"), _span(cell, "rowspan")
                if not across or not down or at + down > len(rows) or column + across > MAX_COLUMNS:
                    return False
                area = {(at + y, column + x) for y in range(down) for x in range(across)}
                if area & taken:
                    return False
                taken |= area
                begun.add(column)
                column += across
                width = max(width, column)
    return len(begun) == width


def _span(cell: Element, name: str) -> int:
    """How many columns or rows the cell says it spans; 0 when it says nothing one can count."""
    written = cell.attributes.get(name, "1")
    return int(written) if written.isascii() and written.isdigit() and len(written) <= 4 else 0
