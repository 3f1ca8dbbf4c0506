"""HTML as a tree, for what looks at elements and not at tags: read from the sanitiser's output, and written again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

MAX_DEPTH = 100
VOID = frozenset(["br", "hr", "img"])


@dataclass(slots=True)
class Element:
    """An element; a text is a string, escaped as it was read."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)


Nodes = list[Element | str]


def read(html: str) -> Nodes:
    """The nodes of well-formed HTML, as the sanitiser writes it. Elements nested too deep give way."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root.children


def write(nodes: Nodes) -> str:
    """The nodes as HTML, with double quotes."""
    return "".join(_written(nodes))


def is_blank(node: Element | str) -> bool:
    """Whether it is white space."""
    return isinstance(node, str) and not node.strip()


def elements(nodes: Nodes, *tags: str) -> list[Element]:
    """The elements with one of the names among the nodes, not below them."""
    return [node for node in nodes if isinstance(node, Element) and node.tag in tags]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.root = Element("")
        self._open: list[Element | None] = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            self._add(Element(tag, {name: value or "" for name, value in attrs}))
            return
        element = Element(tag, {name: value or "" for name, value in attrs}) if len(self._open) <= MAX_DEPTH else None
        if element is not None:
            self._add(element)
        self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and len(self._open) > 1:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._add(data)

    def handle_entityref(self, name: str) -> None:
        self._add(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._add(f"&#{name};")

    def _add(self, node: Element | str) -> None:
        parent = next(element for element in reversed(self._open) if element is not None)
        parent.children.append(node)


def _written(nodes: Nodes) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node
            continue
        yield f"<{node.tag}" + "".join(f' {name}="{escape(value)}"' for name, value in node.attributes.items()) + ">"
        if node.tag not in VOID:
            yield from _written(node.children)
            yield f"</{node.tag}>"
