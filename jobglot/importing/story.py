"""The story of an import: files are read, each posting in them finds its place, and files are written."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from jobglot.importing.comparing import comparable
from jobglot.importing.csv_table import read_csv
from jobglot.importing.draft import Draft, Refusal
from jobglot.importing.emit import one_line
from jobglot.importing.front_matter import has_front_matter, read_pages
from jobglot.importing.html_page import read_page
from jobglot.importing.json_jobs import read_json
from jobglot.importing.known import Known, Shelved, read_known, said, shelved
from jobglot.importing.mail import is_mail, read_mail
from jobglot.importing.notice import read_notice
from jobglot.importing.office_text import MAX_ELEMENTS, MAX_HTML, MAX_TEXT, is_office_text, read_office_text, text_in
from jobglot.importing.register import Register
from jobglot.importing.several import read_notices
from jobglot.importing.shelf import Done, Placed, place, put
from jobglot.importing.siblings import AND, together
from jobglot.importing.syndication import read_xml
from jobglot.importing.unreadable import remedy_for
from jobglot.importing.workbook import is_workbook, read_workbook
from jobglot.settings import Config
from jobglot.source import read_document

MAX_FILE = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Wish:
    """What the caller wants: the format, columns of a table, an organization and id to use, and whether to write."""

    form: str = "auto"
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
    for name, readings in _readings(files, known, today, wish):
        if wish.id and len(readings) > 1:
            yield Refusal(name, f"it holds {len(readings)} jobs, and --id is for a single one; leave it out")
            continue
        placed_here: dict[str, dict[str, bool]] = {}
        for reading in readings:
            if isinstance(reading, Refusal):
                yield reading
                continue
            draft = reading
            if wish.organization:
                draft = _with_organization(draft, wish.organization)
            taken = ChainMap(*(placed_here.setdefault(edition.language, {}) for edition in draft.editions))
            placed = place(root, draft, known, there, wish.id, taken)
            if placed.id in taken:
                again = f"the same job stands in {name} before, with nothing to tell the two apart"
                placed = replace(placed, draft=replace(draft, notes=(*draft.notes, again)))
            if wish.dry_run:
                changed = (file for file in placed.files if file.done in (Done.NEW, Done.UPDATED))
                there.unwritten.update((file.path, file.text) for file in changed)
            else:
                put(root, placed)
            there.add(_as_shelved(placed, there.get(placed.id)))
            for edition in draft.editions:
                placed_here[edition.language][placed.id] = True
            yield placed
        is_list = len(readings) > 1 or any(reading.found.startswith(f"{name}, ") for reading in readings)
        if is_list and not any(isinstance(reading, Refusal) for reading in readings):
            gone = _gone(name, there, ChainMap(*placed_here.values()), today)
            yield from [Gone(name, gone)] if gone else []


def _readings(
    files: Sequence[tuple[str, bytes]], known: Known, today: date, wish: Wish
) -> Iterator[tuple[str, list[Draft | Refusal]]]:
    """What each file holds, under its name; files that are one posting in several languages are read together."""
    heads, others = _parted(files, wish.form)
    for group in together(others, known):
        draft = _read_together(group, known, today, wish) if len(group) > 1 else None
        if draft is not None:
            yield draft.found, [draft]
            continue
        for name, data in group:
            yield name, read_one(name, data, known, today, wish)
    if heads:
        yield "these files", read_pages(heads, known, today)


def _read_together(group: Sequence[tuple[str, bytes]], known: Known, today: date, wish: Wish) -> Draft | None:
    """Notices in a language each as one; None where they are something else."""
    texts: list[str] = []
    for name, data in group:
        text = _notice_in(name, data) if wish.form in ("auto", "notice") and len(data) <= MAX_FILE else None
        if text is None:
            return None
        texts.append(text)
    read = read_notice(AND.join(name for name, _ in group), texts, known, today)
    return read if isinstance(read, Draft) and len(read.editions) == len(group) else None


def _notice_in(name: str, data: bytes) -> str | None:
    if is_office_text(data):
        found = text_in(name, data)
        return found if isinstance(found, str) else None
    text = to_text(data) if len(data) <= MAX_TEXT else None
    return text if text is not None and form_of(name, text) == "notice" else None


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


def _parted(files: Sequence[tuple[str, bytes]], form: str) -> tuple[list[tuple[str, str]], list[tuple[str, bytes]]]:
    """Markdown files with front matter, whose languages belong together, and all others."""
    heads: list[tuple[str, str]] = []
    others: list[tuple[str, bytes]] = []
    for name, data in files:
        text = to_text(data) if form == "auto" and len(data) <= MAX_TEXT else None
        if text is not None and has_front_matter(name, text):
            heads.append((name, text))
        else:
            others.append((name, data))
    return heads, others


def read_one(name: str, data: bytes, known: Known, today: date, wish: Wish) -> list[Draft | Refusal]:
    """The postings in one file."""
    if len(data) > MAX_FILE:
        return [Refusal(name, f"it has more than {MAX_FILE // 1024 // 1024} MiB")]
    if is_workbook(data):
        return read_workbook(name, data, known, today, dict(wish.columns))
    if is_office_text(data):
        return read_office_text(name, data, known, today)
    text = to_text(data)
    if text is None:
        return [Refusal(name, remedy_for(name, data))]
    form = wish.form if wish.form != "auto" else form_of(name, text)
    if form == "notice" and len(data) > MAX_TEXT:
        return [Refusal(name, f"it has more than {MAX_TEXT // 1024} KiB, which is no notice of one job")]
    if form == "html" and (len(data) > MAX_HTML or text.count("<") > MAX_ELEMENTS):
        return [Refusal(name, "the page is too large; save the part that is the notice")]
    readers: dict[str, Callable[[], list[Draft | Refusal]]] = {
        "notice": lambda: read_notices(name, text, known, today),
        "mail": lambda: read_mail(name, data, known, today),
        "html": lambda: read_page(name, text, known, today),
        "csv": lambda: read_csv(name, text, known, today, dict(wish.columns)),
        "xml": lambda: read_xml(name, text, known, today),
        "json": lambda: read_json(name, text, known, today),
    }
    try:
        return readers[form]()
    except RecursionError:
        return [Refusal(name, "its elements are nested too deep")]


def form_of(name: str, text: str) -> str:
    """The format of a file, by its name's ending and its beginning."""
    ending = name.rpartition(".")[2].lower()
    if ending in ("html", "htm", "xhtml"):
        return "html"
    if ending in ("csv", "tsv"):
        return "csv"
    if ending in ("eml", "txt", "mht", "mhtml", "doc", "") and is_mail(name, text[:20_000]):
        return "mail"
    begins = text.lstrip()[:1000].lower()
    is_page = "<html" in begins or begins.startswith("<!doctype html")
    if not is_page and (ending in ("xml", "rss", "atom") or begins.startswith(("<?xml", "<rss", "<feed", "<rdf:"))):
        return "xml"
    if ending == "json" or (ending not in ("md", "txt") and begins.startswith(("{", "["))):
        return "json"
    return "html" if is_page or begins.startswith(("<div", "<article", "<script")) else "notice"


def to_text(data: bytes) -> str | None:
    """The text of a file: UTF-8, UTF-16 with its mark, else Windows-1252, which old pages are in; None for no text."""
    if remedy_for("", data):
        return None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


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
        if document is not None and file.done in (Done.NEW, Done.UPDATED):
            documents[tag] = document
    notices = (former.notices if former else frozenset()) | {one_line(placed.draft.mainly or placed.draft.found)}
    posting = shelved(placed.id, paths, documents, notices)
    # A file that is left alone may not say the reference, by which its translation in the next row is found.
    reference = posting.reference or comparable(str(placed.draft.facts.get("reference", "")))
    return replace(posting, reference=reference)
