"""How a file of the site and the notice it is from differ, fact by fact, in words for an editor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jobglot.importing.draft import shortened
from jobglot.importing.shelved import Shelved, texts_in
from jobglot.markers import TODO
from jobglot.source import Items, Node, Scalar, Table, is_missing, read_document, same

OF_AN_EDITION = ("title", "summary")
DERIVED = ("slug", "aliases")
"""Of an edition too, but no word of the notice."""


def differences(present: str, text: str, former: Shelved) -> Iterator[str]:
    """What the notice says otherwise than the file, fact by fact; what only the file says is the editor's own."""
    ours, _ = read_document(present.encode(), "")
    theirs, _ = read_document(text.encode(), "")
    if ours is None or theirs is None:
        yield "the file cannot be read"
        return
    for key in OF_AN_EDITION:
        entry, held = theirs.table.get(key), ours.table.get(key)
        if entry is not None:
            yield from _difference(key, held.value if held else None, entry.value)
    yield from facts_changed(text, former)
    before, after = _paragraphs(ours.body), _paragraphs(theirs.body)
    changed = len(set(after) - set(before))
    if changed:
        yield f"text: {changed} of its {len(after)} paragraphs read otherwise in the notice"


def taken_back(present: str, text: str) -> Iterator[str]:
    """The facts of a file that its notice does not tell any more."""
    ours, _ = read_document(present.encode(), "")
    theirs, _ = read_document(text.encode(), "")
    for entry in ours.table.entries if ours and theirs else ():
        after = theirs.table.get(entry.key) if theirs else None
        if entry.key not in DERIVED and not is_missing(entry.value) and (after is None or is_missing(after.value)):
            yield f"{entry.key}: “{_told(entry.value)}” here, not in the notice any more"


def facts_changed(text: str, former: Shelved) -> Iterator[str]:
    """The facts of a file's text that the posting, in whichever of its files, does not say or says otherwise."""
    theirs, _ = read_document(text.encode(), "")
    held: dict[str, Node] = {}
    for document in former.documents.values():
        for entry in document.table.entries:
            if not is_missing(entry.value):
                held.setdefault(entry.key, entry.value)
    for entry in theirs.table.entries if theirs else ():
        if entry.key not in (*OF_AN_EDITION, *DERIVED):
            yield from _difference(entry.key, held.get(entry.key), entry.value)


def _difference(key: str, held: Node | None, value: Node) -> Iterator[str]:
    if is_missing(value) or (held is not None and _says(held, value)):
        return
    here = "not here" if held is None or is_missing(held) else f"“{_told(held)}” here"
    yield f"{key}: {here}, “{_told(value)}” in the notice"


def _says(held: Node, value: Node) -> bool:
    """Whether a value says all that another does; an editor may have added to it."""
    if isinstance(held, Table) and isinstance(value, Table):
        return all(
            (mine := held.get(entry.key)) is not None and _says(mine.value, entry.value) for entry in value.entries
        )
    if isinstance(held, Items) and isinstance(value, Items):
        return all(any(_says(mine, item) for mine in held.items) for item in value.items)
    if isinstance(held, Table) and isinstance(value, Scalar):  # a text by language, and the notice has one of them
        return any(same(mine.value, value) for mine in held.entries)
    return same(held, value)


def _paragraphs(body: str) -> Sequence[str]:
    blocks = (" ".join(block.split()) for block in body.split("\n\n"))
    return [block for block in blocks if block and not block.startswith(TODO)]


def _told(node: Node | None) -> str:
    return "" if node is None else shortened(" ".join(texts_in(node)), 60)
