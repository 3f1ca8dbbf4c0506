"""A posting that the site has, as its files say it: read leniently, and compared with what an import brings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from jobglot.importing.comparing import comparable
from jobglot.source import Document, Items, Node, Scalar, Table


@dataclass(frozen=True, slots=True)
class Shelved:
    """A posting of the site as its files say it, by language tag, and what it is recognised by.

    `titles` and `reference` are made comparable; `notices` are those that its files were imported from.
    """

    id: str
    paths: Mapping[str, str]
    documents: Mapping[str, Document]
    notices: frozenset[str] = frozenset()
    reference: str = ""
    organization: str = ""
    url: str = ""
    aliases: frozenset[str] = frozenset()
    deadline: str = ""
    locations: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)


def shelved(id_: str, paths: Mapping[str, str], documents: Mapping[str, Document], notices: frozenset[str]) -> Shelved:
    """A posting from its files."""
    return Shelved(
        id_,
        paths,
        documents,
        notices,
        reference=comparable(said(documents, "reference")),
        organization=said(documents, "organization") or said(documents, "organization", "name"),
        url=said(documents, "source", "url").rstrip("/"),
        aliases=frozenset(
            text.rstrip("/")
            for document in documents.values()
            if (entry := document.table.get("aliases"))
            for text in texts_in(entry.value)
            if text.startswith("/")
        ),
        deadline=said(documents, "deadline"),
        locations=tuple(
            text
            for document in documents.values()
            if (entry := document.table.get("locations"))
            for text in texts_in(entry.value)
        ),
        titles={tag: comparable(said({tag: document}, "title")) for tag, document in documents.items()},
    )


def said(documents: Mapping[str, Document], *keys: str) -> str:
    """The text of a fact, as deep as the keys lead; "" when no file says it."""
    for document in documents.values():
        node: Node | None = document.table
        for key in keys:
            entry = node.get(key) if isinstance(node, Table) else None
            node = entry.value if entry else None
        if isinstance(node, Scalar) and not node.is_missing:
            return node.text.strip()
        if isinstance(node, Table) and node.entries and isinstance(node.entries[0].value, Scalar) and len(keys) > 1:
            return node.entries[0].value.text.strip()
    return ""


def slug_said(document: Document) -> str:
    """The slug that an edition's file gives; "" where its address ends in the id."""
    return said({"": document}, "slug")


def texts_in(node: Node) -> Iterator[str]:
    """Every scalar below a node, in order."""
    if isinstance(node, Scalar):
        yield node.text
    elif isinstance(node, Items):
        for item in node.items:
            yield from texts_in(item)
    else:
        for entry in node.entries:
            yield from texts_in(entry.value)
