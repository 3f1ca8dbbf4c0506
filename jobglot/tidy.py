"""Safe HTML to valid HTML: every element where HTML allows it, for bodies in which an author wrote tags by hand.

The sanitiser closes every tag and drops what is dangerous. What is left may still be a list item without a list, a
heading in a link's text, or a width of "100%". No text is lost here: an element that may not stand where it is gets the
parent it lacks, or gives way to what it holds (content models of https://html.spec.whatwg.org/#elements-3).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from html import escape

from jobglot.htmltree import VOID, Element, Nodes, elements, is_blank, read, write
from jobglot.tables import table_parts

HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
TRANSPARENT = frozenset(["a", "ins", "del"])
BLOCKS = HEADINGS | {"blockquote", "dd", "details", "dl", "dt", "hr", "li", "ol", "p", "pre", "summary", "table", "ul"}
"""What may not stand in the text of a paragraph."""
OF_PHRASES = HEADINGS | {"p", "pre", "summary"}
"""Blocks that hold text and no blocks. Of the elements that come here (`markup.TAGS` and `h1`), those in neither set
are part of a phrase."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: whether blocks may, whether headings may, and inside which elements."""

    blocks: bool = True
    headings: bool = True
    inside: frozenset[str] = frozenset()

    def within(self, tag: str, *, blocks: bool) -> Place:
        """The place inside an element of that name standing here."""
        headings = self.headings and tag not in ("dt", "th")
        return Place(blocks=blocks, headings=headings, inside=self.inside | {tag})


def tidy(html: str) -> str:
    """The same text in valid HTML. `html` comes from the sanitiser: well-formed, with double quotes."""
    return write(_fit(read(html), Place()))


# ── what may stand where ──────────────────────────────────────────────────────────────────────────────────────────────


def _fit(nodes: Nodes, place: Place) -> Nodes:
    """The nodes, each made fit for the place; items without a list get one."""
    found: Nodes = []
    for parent, run in _runs(nodes, {"li": "ul", "dt": "dl", "dd": "dl"} if place.blocks else {}):
        if parent:
            found += _element(Element(parent, {}, run), place)
        else:
            for node in run:
                found += [node] if isinstance(node, str) else _element(node, place)
    return found


def _runs(nodes: Nodes, parents: Mapping[str, str]) -> list[tuple[str, Nodes]]:
    """The nodes in runs, each with the parent that its elements call for; blanks go with what stands before them."""
    found: list[tuple[str, Nodes]] = []
    for node in nodes:
        parent = "" if isinstance(node, str) else parents.get(node.tag, "")
        if found and (parent == found[-1][0] or is_blank(node)):
            found[-1][1].append(node)
        else:
            found.append((parent, [node]))
    return found


def _element(element: Element, place: Place) -> Nodes:
    tag = element.tag
    attributes = _attributes(element)
    if attributes is None or (tag == "img" and not attributes.get("src")):
        alternative = escape(element.attributes.get("alt", ""))
        return ([alternative] if alternative else []) + _fit(element.children, place)
    if tag in HEADINGS and place.blocks and not place.headings:
        tag = "p"
    fitted = replace(element, tag=tag, attributes=attributes)
    if tag in BLOCKS and not place.blocks:
        return [" ", *_fit(element.children, place), " "]
    if tag in _BY_TAG:
        return _BY_TAG[tag](fitted, place)
    if tag in VOID:
        return [fitted]
    blocks = place.blocks if tag in TRANSPARENT else tag in BLOCKS and tag not in OF_PHRASES
    gives_way = tag not in BLOCKS and not blocks and place.blocks and _holds(element, BLOCKS)
    if gives_way or _stands_wrongly(element, place):
        return _fit(element.children, place)
    return [replace(fitted, children=_fit(element.children, place.within(tag, blocks=blocks)))]


def _stands_wrongly(element: Element, place: Place) -> bool:
    """Links in or around what one can press, or with nothing to press; definitions in definitions."""
    if element.tag == "a":
        pressed = place.inside & {"a", "summary"}
        return bool(pressed) or _holds(element, frozenset(["a", "details"])) or not _says_something(element.children)
    return element.tag == "dfn" and "dfn" in place.inside


def _says_something(nodes: Nodes) -> bool:
    return any(
        not is_blank(n) if isinstance(n, str) else bool(n.attributes.get("alt")) or _says_something(n.children)
        for n in nodes
    )


def _holds(element: Element, tags: frozenset[str]) -> bool:
    return any(isinstance(n, Element) and (n.tag in tags or _holds(n, tags)) for n in element.children)


def _list(element: Element, place: Place) -> Nodes:
    inside = place.within(element.tag, blocks=True)
    items: Nodes = []
    for kind, run in _runs(element.children, {"li": "li"}):
        if kind:
            items += [_filled(n, inside) if isinstance(n, Element) else n for n in run]
        elif not all(map(is_blank, run)):
            items.append(Element("li", {}, _fit(run, inside)))
    return [replace(element, children=items)] if items else []


def _filled(element: Element, place: Place) -> Element:
    """The element with its attributes and its content, which may be blocks, made fit."""
    attributes = _attributes(element) or {}
    return replace(
        element, attributes=attributes, children=_fit(element.children, place.within(element.tag, blocks=True))
    )


def _definitions(element: Element, place: Place) -> Nodes:
    """A list of terms and descriptions; one whose terms and descriptions do not pair becomes a plain list."""
    inside = place.within("dl", blocks=True)
    parts: list[Element] = []
    for kind, run in _runs(element.children, {"dt": "dt", "dd": "dd"}):
        if kind:
            parts += [_filled(n, inside) for n in run if isinstance(n, Element)]
        elif not all(map(is_blank, run)):
            parts.append(Element("dd", {}, _fit(run, inside)))
    if re.fullmatch("((dt)+(dd)+)+", "".join(part.tag for part in parts)):
        return [replace(element, children=list(parts))]
    return [Element("ul", element.attributes, [replace(part, tag="li") for part in parts])] if parts else []


def _details(element: Element, place: Place) -> Nodes:
    summaries = elements(element.children, "summary")
    if not summaries or "a" in place.inside:
        return _fit(element.children, place)
    first, inside = summaries[0], place.within("details", blocks=True)
    label = replace(first, children=_fit(first.children, place.within("summary", blocks=False)))
    rest: Nodes = [n for n in element.children if n is not first]
    return [replace(element, children=[label, *_fit(rest, inside)])]


def _stray_summary(element: Element, place: Place) -> Nodes:
    return [replace(element, tag="p", children=_fit(element.children, place.within("p", blocks=False)))]


def _table(element: Element, place: Place) -> Nodes:
    inside = place.within("table", blocks=True)
    caption, sections = table_parts(element)
    if not sections:
        return _fit(caption, place)
    parts: Nodes = [Element("caption", {}, _fit(caption, inside))] if caption else []
    for section in sections:
        rows: Nodes = [
            replace(row, children=[_filled(cell, inside) for cell in elements(row.children, "td", "th")])
            for row in elements(section.children, "tr")
        ]
        parts.append(replace(section, children=rows))
    return [replace(element, children=parts)]


_BY_TAG: Mapping[str, Callable[[Element, Place], Nodes]] = {
    "ul": _list,
    "ol": _list,
    "dl": _definitions,
    "details": _details,
    "summary": _stray_summary,
    "table": _table,
}


# ── values of attributes ──────────────────────────────────────────────────────────────────────────────────────────────

_WHOLE = re.compile(r"\d{1,4}")
_VALUES = {
    "dir": re.compile("ltr|rtl|auto"),
    "lang": re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z]{4})?(-([a-zA-Z]{2}|\d{3}))?"),
    "start": re.compile(r"-?\d{1,9}"),
    "width": _WHOLE,
    "height": _WHOLE,
    "colspan": re.compile(r"[1-9]\d{0,2}"),
    "rowspan": re.compile(r"[1-9]\d{0,3}"),
    "scope": re.compile("row|col|rowgroup|colgroup"),
    "align": re.compile("left|center|right"),
}
_TIMES = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?")


def _attributes(element: Element) -> dict[str, str] | None:
    """The attributes whose values HTML knows; None when the element means nothing without the one that is wrong."""
    if element.tag == "time" and not _is_time(element.attributes.get("datetime", "")):
        return None
    kept = {n: v for n, v in element.attributes.items() if n not in _VALUES or _VALUES[n].fullmatch(v)}
    return kept | {"alt": kept.get("alt", "")} if element.tag == "img" else kept


def _is_time(text: str) -> bool:
    if not _TIMES.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
