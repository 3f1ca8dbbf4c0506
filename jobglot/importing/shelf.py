"""Putting a draft into the site: which posting it is, what is written, and what is left for the editor to see.

Nothing that a person wrote is ever overwritten. A file is replaced only while its seal fits; of a file that was changed
by hand, the differences are told.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from functools import partial
from pathlib import Path

from jobglot.disk import replace_file
from jobglot.importing.deadline import day_at
from jobglot.importing.draft import Draft, DraftEdition, shortened
from jobglot.importing.emit import files_of, seal_of, slugged, without_seal
from jobglot.importing.identity import own_id, recognise
from jobglot.importing.known import Known, Shelved, said, slug_said, texts_in
from jobglot.importing.merging import completed
from jobglot.importing.register import Register
from jobglot.markers import TODO
from jobglot.source import Items, Node, Scalar, Table, is_missing, read_document, same

FOLDER = "content/postings"
OF_AN_EDITION = ("title", "summary")
DERIVED = ("slug", "aliases")
"""Of an edition too, but no word of the notice."""


class Done(Enum):
    """What became of a file."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    EDITED = "edited"
    """Changed by hand since the import: left alone."""
    HOLDS = "holds"
    """Holds the facts, and stands in a language that the notice is not in: left alone."""


@dataclass(frozen=True, slots=True)
class FileDone:
    """A file, what became of it, how it differs from the notice, and its text as the notice would have it."""

    path: str
    done: Done
    differences: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a draft goes: the posting's id, its files, and the one it was recognised as."""

    draft: Draft
    id: str
    files: tuple[FileDone, ...]
    former: str = ""


def place(
    root: Path, draft: Draft, known: Known, there: Register, wanted_id: str = "", taken: Container[str] = ()
) -> Placed:
    """What is to be done for a draft; nothing is written yet. `wanted_id` makes it that posting, there or new.

    `taken` are those that the same file gave before in the same language: another entry of it is another job.
    """
    former = there.get(wanted_id) if wanted_id else recognise(draft, known, there, taken)
    if former is None:
        id_ = wanted_id or _free_id(draft, known, there)
        facts_in = _facts_in(draft, known)
        slugs = _slugs(draft, id_, facts_in, None, there)
        texts = files_of(_moved(draft, slugs, known), id_, facts_in, slugs)
        files = [FileDone(f"{FOLDER}/{id_}.{tag}.md", Done.NEW, (), text) for tag, text in texts.items()]
        return Placed(draft, id_, tuple(files))
    if draft.dated_today and (before := said(former.documents, "posted")):
        draft = replace(draft, facts={**draft.facts, "posted": before}, dated_today=False)
    draft = completed(_renewed_seldom(draft, former, known), former)
    holder = _holder_of_facts(former, draft, known)
    slugs = _slugs(draft, former.id, holder, former, there)
    texts = files_of(_moved(draft, slugs, known), former.id, holder, slugs)
    folder = next(iter(former.paths.values())).rpartition("/")[0] if former.paths else FOLDER
    files = []
    if holder not in texts:  # the facts stand in a file of a language that this notice is not in
        whole = next(iter(files_of(_without_page(draft), former.id, _facts_in(draft, known), slugs).values()))
        changed = tuple(_facts_changed(whole, former))
        files += [FileDone(former.paths[holder], Done.HOLDS, changed, "")] if changed else []
    for tag, text in texts.items():
        path = former.paths.get(tag)
        if path is None:
            files.append(FileDone(f"{folder}/{former.id}.{tag}.md", Done.NEW, (), text))
        else:
            present = there.unwritten.get(path) or (root / path).read_text(encoding="utf-8")
            files.append(_compared(path, present, text, former))
    return Placed(draft, former.id, tuple(files), former.id)


def put(root: Path, placed: Placed) -> None:
    """Write what is new, and replace what is still as an import wrote it."""
    for file in placed.files:
        full = root / file.path
        if file.done is Done.NEW:
            full.parent.mkdir(parents=True, exist_ok=True)
            with full.open("xb") as handle:
                handle.write(file.text.encode())
        elif file.done is Done.UPDATED:
            replace_file(os.fsencode(full), file.text.encode())


def _free_id(draft: Draft, known: Known, there: Register) -> str:
    """An id of its own, from the title in the default language, with reference or number where it is taken."""
    first = sorted(draft.editions, key=lambda edition: known.languages.index(edition.language))
    base = own_id(replace(draft, editions=tuple(first)), known.languages)
    return _first_free(base, draft, lambda id_: id_ not in there)


def _first_free(base: str, draft: Draft, is_free: Callable[[str], bool]) -> str:
    """A name, with the reference of the draft or a number behind it where it is not free."""
    reference = slugged(str(draft.facts.get("reference", "")))
    ends = itertools.chain([reference] if reference else [], map(str, itertools.count(2)))
    return next(filter(is_free, itertools.chain([base], (f"{base[: 79 - len(end)]}-{end}" for end in ends))))


def _facts_in(draft: Draft, known: Known) -> str:
    tags = [edition.language for edition in draft.editions]
    return min(tags, key=known.languages.index)


def _without_page(draft: Draft) -> Draft:
    """A translation's draft without its own page, which is another than that of the first language by nature."""
    source = draft.facts.get("source")
    page = source.get("url") if isinstance(source, Mapping) else None
    is_page = draft.facts.get("apply") == [{"url": page}]
    own = ("source", "apply") if is_page else ("source",)
    return replace(draft, facts={key: value for key, value in draft.facts.items() if key not in own})


def _renewed_seldom(draft: Draft, former: Shelved, known: Known) -> Draft:
    """The draft with the day of “renewed” that the posting has, unless that is old: not every import changes it."""
    before = day_at(said(former.documents, "renewed"))
    today = day_at(str(draft.facts.get("renewed", "")))
    if not before or not today or before > today:
        return draft
    age = date.fromisoformat(today) - date.fromisoformat(before)
    return draft.with_facts(renewed=before) if age.days * 2 < known.open_for_days else draft


def _slugs(draft: Draft, id_: str, facts_in: str, former: Shelved | None, there: Register) -> dict[str, str]:
    """The last part of each edition's address: the id where the facts stand, the title elsewhere.

    One that another posting has in that language goes on with the reference, or a number; a page keeps the one it has.
    """
    found = {}
    for edition in draft.editions:
        tag = edition.language
        document = former.documents.get(tag) if former else None
        if document:
            found[tag] = slug_said(document) or id_
            continue
        base = id_ if tag == facts_in else slugged(edition.title) or id_
        found[tag] = _first_free(base, draft, partial(there.may_have, id_, tag))
    return found


def _moved(draft: Draft, slugs: Mapping[str, str], known: Known) -> Draft:
    """The draft without those old addresses at which the new page is."""

    def moved(edition: DraftEdition) -> DraftEdition:
        own = f"/{known.folders.get(edition.language, edition.language)}/{slugs[edition.language]}"
        return replace(edition, aliases=tuple(alias for alias in edition.aliases if alias.rstrip("/") != own))

    return replace(draft, editions=tuple(map(moved, draft.editions)))


def _holder_of_facts(former: Shelved, draft: Draft, known: Known) -> str:
    """The edition whose file holds the facts already; "" where that is not among the draft's."""
    holders = [tag for tag, document in former.documents.items() if document.table.get("deadline")]
    if not former.documents:
        return _facts_in(draft, known)
    return holders[0] if holders else _facts_in(draft, known)


def _compared(path: str, present: str, text: str, former: Shelved) -> FileDone:
    if without_seal(present) == without_seal(text):
        return FileDone(path, Done.UNCHANGED, (), text)
    differences = tuple(_differences(present, text, former))
    seal = seal_of(present)
    if seal is not None and seal[1]:
        return FileDone(path, Done.UPDATED, (*differences, *_taken_back(present, text)), text)
    return FileDone(path, Done.EDITED if differences else Done.UNCHANGED, differences, text)


def _differences(present: str, text: str, former: Shelved) -> Iterator[str]:
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
    yield from _facts_changed(text, former)
    before, after = _paragraphs(ours.body), _paragraphs(theirs.body)
    changed = len(set(after) - set(before))
    if changed:
        yield f"text: {changed} of its {len(after)} paragraphs read otherwise in the notice"


def _taken_back(present: str, text: str) -> Iterator[str]:
    """The facts of a file that its notice does not tell any more."""
    ours, _ = read_document(present.encode(), "")
    theirs, _ = read_document(text.encode(), "")
    for entry in ours.table.entries if ours and theirs else ():
        after = theirs.table.get(entry.key) if theirs else None
        if entry.key not in DERIVED and not is_missing(entry.value) and (after is None or is_missing(after.value)):
            yield f"{entry.key}: “{_told(entry.value)}” here, not in the notice any more"


def _facts_changed(text: str, former: Shelved) -> Iterator[str]:
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
