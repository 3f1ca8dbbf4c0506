"""Putting a draft into the site: which posting it is, what is written, and what is left for the editor to see.

Nothing that a person wrote is ever overwritten. A file is replaced only while its seal fits; of a file that was changed
by hand, the differences are told.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from functools import partial
from pathlib import Path

from jobglot.disk import replace_file
from jobglot.importing.compared import differences, facts_changed, taken_back
from jobglot.importing.deadline import day_at
from jobglot.importing.draft import Draft, DraftEdition
from jobglot.importing.emit import files_of, seal_of, slugged, without_seal
from jobglot.importing.identity import own_id, recognise
from jobglot.importing.known import Known
from jobglot.importing.merging import completed
from jobglot.importing.register import Register
from jobglot.importing.shelved import Shelved, said, slug_said

FOLDER = "content/postings"


class Done(Enum):
    """What became of a file."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    EDITED = "edited"
    """Changed by hand since the import: left alone."""
    HOLDS = "holds"
    """Holds the facts, and stands in a language that the notice is not in: left alone."""


WRITTEN = (Done.NEW, Done.UPDATED)
"""What becomes of a file that an import writes."""


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
        changed = tuple(facts_changed(whole, former))
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
    told = tuple(differences(present, text, former))
    seal = seal_of(present)
    if seal is not None and seal[1]:
        return FileDone(path, Done.UPDATED, (*told, *taken_back(present, text)), text)
    return FileDone(path, Done.EDITED if told else Done.UNCHANGED, told, text)
