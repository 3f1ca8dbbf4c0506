"""The story of an import: files are read, each posting in them finds its place, and files are written."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from jobglot.importing.comparing import comparable
from jobglot.importing.draft import Draft, Refusal
from jobglot.importing.emit import one_line
from jobglot.importing.incoming import AUTO, read_files
from jobglot.importing.known import Known, read_known
from jobglot.importing.register import Register
from jobglot.importing.shelf import WRITTEN, Placed, place, put
from jobglot.importing.shelved import Shelved, said, shelved
from jobglot.settings import Config
from jobglot.source import read_document


@dataclass(frozen=True, slots=True)
class Wish:
    """What the caller wants: the format, columns of a table, an organization and id to use, and whether to write."""

    form: str = AUTO
    columns: tuple[tuple[str, str], ...] = ()
    organization: str = ""
    id: str = ""
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Gone:
    """Postings that came from a table or feed before, are open here, and are not in it any more."""

    found: str
    ids: tuple[str, ...]


Result = Placed | Refusal | Gone


def import_files(
    root: Path, config: Config, files: Sequence[tuple[str, bytes]], now: datetime, wish: Wish
) -> Iterator[Result]:
    """Bring notices, given as (name, bytes), into the site in `root`; what became of each posting in them, in order.

    A posting that an earlier file of the same run brought is recognised as well.
    """
    known = read_known(root, config)
    there = Register(known)
    today = now.astimezone(config.zone).date()
    for name, readings in read_files(files, known, today, wish.form, dict(wish.columns)):
        if wish.id and len(readings) > 1:
            yield Refusal(name, f"it holds {len(readings)} jobs, and --id is for a single one; leave it out")
            continue
        given: dict[str, dict[str, None]] = {}
        """The postings that this file gave so far, by language."""
        for reading in readings:
            if isinstance(reading, Refusal):
                yield reading
                continue
            placed = _placed(root, name, reading, known, there, given, wish)
            if wish.dry_run:
                there.unwritten |= {file.path: file.text for file in placed.files if file.done in WRITTEN}
            else:
                put(root, placed)
            there.add(_as_shelved(placed, there.get(placed.id)))
            for edition in placed.draft.editions:
                given[edition.language][placed.id] = None
            yield placed
        if _is_whole_list(name, readings) and (gone := _gone(name, there, ChainMap(*given.values()), today)):
            yield Gone(name, gone)


def _placed(
    root: Path,
    name: str,
    draft: Draft,
    known: Known,
    there: Register,
    given: dict[str, dict[str, None]],
    wish: Wish,
) -> Placed:
    """Where a draft goes, as the caller wishes. `given` gets the draft's languages."""
    if wish.organization:
        draft = _with_organization(draft, wish.organization)
    taken = ChainMap(*(given.setdefault(edition.language, {}) for edition in draft.editions))
    placed = place(root, draft, known, there, wish.id, taken)
    if placed.id not in taken:
        return placed
    again = f"the same job stands in {name} before, with nothing to tell the two apart"
    return replace(placed, draft=replace(draft, notes=(*draft.notes, again)))


def _with_organization(draft: Draft, organization: str) -> Draft:
    asks = tuple(ask for ask in draft.asks if "“organization”" not in ask)
    return replace(draft.with_facts(organization=organization), asks=asks)


def _as_shelved(placed: Placed, former: Shelved | None) -> Shelved:
    """A posting as it is once a draft is placed, so that the next notice of the same job finds it."""
    documents = dict(former.documents) if former else {}
    paths = dict(former.paths) if former else {}
    for file in placed.files:
        if not file.text:
            continue
        tag = file.path.rpartition("/")[2].split(".")[1]
        document, _ = read_document(file.text.encode(), file.path)
        paths[tag] = file.path
        if document is not None and file.done in WRITTEN:
            documents[tag] = document
    notices = (former.notices if former else frozenset()) | {one_line(placed.draft.mainly or placed.draft.found)}
    posting = shelved(placed.id, paths, documents, notices)
    # A file that is left alone may not say the reference, by which its translation in the next row is found.
    reference = posting.reference or comparable(str(placed.draft.facts.get("reference", "")))
    return replace(posting, reference=reference)


def _is_whole_list(name: str, readings: Sequence[Draft | Refusal]) -> bool:
    """Whether a file is a table or feed all of which could be read, so that what is not in it is gone."""
    is_list = len(readings) > 1 or any(reading.found.startswith(f"{name}, ") for reading in readings)
    return is_list and not any(isinstance(reading, Refusal) for reading in readings)


def _gone(name: str, there: Register, placed: Collection[str], today: date) -> tuple[str, ...]:
    """The open postings that a file gave before and did not now."""
    return tuple(
        posting.id
        for posting in there
        if posting.id not in placed
        and any(notice == name or notice.startswith(f"{name}, ") for notice in posting.notices)
        and not any(said(posting.documents, key) for key in ("filled", "withdrawn", "draft"))
        and not (posting.deadline[:1].isdecimal() and posting.deadline[:10] < today.isoformat())
    )
