"""What one source told of a posting and another does not: kept, so that a poorer feed takes nothing away."""

from __future__ import annotations

from dataclasses import replace

from jobglot.importing.draft import Draft, DraftEdition, Value
from jobglot.importing.emit import ORDER
from jobglot.importing.shelved import Shelved, texts_in
from jobglot.markers import without_todos
from jobglot.source import Document, Items, Node, Scalar, is_missing

_NOT_KEPT = ("updated", "renewed")
MUCH_SHORTER = 0.5
"""A text with less than this share of the former one is its beginning only."""


def completed(draft: Draft, former: Shelved) -> Draft:
    """The draft with what the posting has from other sources; the same one takes back what it leaves out."""
    sources = {_source(notice) for notice in former.notices}
    if not sources or _source(draft.found) in sources:
        return draft
    held: dict[str, Value] = {}
    for document in former.documents.values():
        for entry in document.table.entries:
            if not is_missing(entry.value):
                held.setdefault(entry.key, plain(entry.value))
    kept = {key: held[key] for key in ORDER if key in held and key not in (*draft.facts, *_NOT_KEPT)}
    if draft.facts.get("deadline") == "open" and held.get("deadline", "open") != "open":
        kept["deadline"] = held["deadline"]  # a feed without deadlines says no more than that it is open
    editions = tuple(_edition(edition, former.documents.get(edition.language)) for edition in draft.editions)
    # The file goes on to be that of the source which told more: the next import of the poorer one finds it so.
    told = [*kept, *(["text"] if any(map(_is_other_text, editions, draft.editions)) else [])]
    notes = (f"kept, since “{draft.found}” does not say it: {', '.join(told)}",) if told else ()
    asks = tuple(ask for ask in draft.asks if not any(f"“{key}" in ask for key in kept))
    return replace(
        draft,
        facts={**draft.facts, **kept},
        editions=editions,
        asks=asks,
        notes=(*draft.notes, *notes),
        unknown=(),
        mainly=min(former.notices) if told else "",
    )


def _source(found: str) -> str:
    """The file that a notice stands in: “jobs.csv” of “jobs.csv, row 7”."""
    return found.partition(", ")[0]


def _is_other_text(one: DraftEdition, other: DraftEdition) -> bool:
    return one.body != other.body


def _edition(edition: DraftEdition, document: Document | None) -> DraftEdition:
    if document is None:
        return edition
    body = without_todos(document.body).strip()
    aliases = next((tuple(texts_in(entry.value)) for entry in document.table.entries if entry.key == "aliases"), ())
    summary = next(
        (text for entry in document.table.entries if entry.key == "summary" for text in texts_in(entry.value)), ""
    )
    return replace(
        edition,
        body=body if len(edition.body.strip()) < MUCH_SHORTER * len(body) else edition.body,
        summary=edition.summary or summary,
        aliases=tuple(dict.fromkeys((*edition.aliases, *aliases))),
    )


def plain(node: Node) -> Value:
    """A value of front matter as a draft has it."""
    if isinstance(node, Scalar):
        return node.text == "true" if node.plain and node.text in ("true", "false") else node.text
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return {entry.key: plain(entry.value) for entry in node.entries}
