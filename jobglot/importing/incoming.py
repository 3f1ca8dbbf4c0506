"""Files as they come in: which belong together, what form each has, and who reads that form."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from jobglot.importing.csv_table import read_csv
from jobglot.importing.draft import Draft, Refusal
from jobglot.importing.front_matter import has_front_matter, read_pages
from jobglot.importing.html_page import read_page
from jobglot.importing.json_jobs import read_json
from jobglot.importing.known import Known
from jobglot.importing.mail import is_mail, read_mail
from jobglot.importing.notice import read_notice
from jobglot.importing.office_text import (
    MAX_ELEMENTS,
    MAX_HTML,
    MAX_TEXT,
    is_office_text,
    read_office_text,
    text_in,
)
from jobglot.importing.several import read_notices
from jobglot.importing.siblings import AND, File, together
from jobglot.importing.syndication import read_xml
from jobglot.importing.unreadable import remedy_for
from jobglot.importing.workbook import is_workbook, read_workbook

AUTO = "auto"
"""The form of a file is found out from its name and beginning."""
MAX_FILE = 20 * 1024 * 1024


def read_files(
    files: Sequence[File], known: Known, today: date, form: str = AUTO, columns: Mapping[str, str] | None = None
) -> Iterator[tuple[str, list[Draft | Refusal]]]:
    """What each file holds, under its name; files that are one posting in several languages are read together.

    `form` is one of those that `form_of` gives, or AUTO; `columns` maps columns of tables to keys. Markdown files with
    front matter come last and as one, since any two of them may be languages of one posting.
    """
    heads, others = _parted(files, form)
    for group in together(others, known):
        draft = _read_together(group, known, today, form) if len(group) > 1 else None
        if draft is not None:
            yield draft.found, [draft]
            continue
        for name, data in group:
            yield name, _read(name, data, known, today, form, columns or {})
    if heads:
        yield "these files", read_pages(heads, known, today)


def _parted(files: Sequence[File], form: str) -> tuple[list[tuple[str, str]], list[File]]:
    """Markdown files with front matter, whose languages belong together, and all others."""
    heads: list[tuple[str, str]] = []
    others: list[File] = []
    for name, data in files:
        text = to_text(data) if form == AUTO and len(data) <= MAX_TEXT else None
        if text is not None and has_front_matter(name, text):
            heads.append((name, text))
        else:
            others.append((name, data))
    return heads, others


def _read_together(group: Sequence[File], known: Known, today: date, form: str) -> Draft | None:
    """Notices in a language each as one; None where they are something else."""
    texts: list[str] = []
    for name, data in group:
        text = _notice_in(name, data) if form in (AUTO, "notice") and len(data) <= MAX_FILE else None
        if text is None:
            return None
        texts.append(text)
    read = read_notice(AND.join(name for name, _ in group), texts, known, today)
    return read if isinstance(read, Draft) and len(read.editions) == len(group) else None


def _notice_in(name: str, data: bytes) -> str | None:
    """The text of a pasted notice or of a document; None of any other file."""
    if is_office_text(data):
        found = text_in(name, data)
        return found if isinstance(found, str) else None
    text = to_text(data) if len(data) <= MAX_TEXT else None
    return text if text is not None and form_of(name, text) == "notice" else None


def _read(
    name: str, data: bytes, known: Known, today: date, form: str, columns: Mapping[str, str]
) -> list[Draft | Refusal]:
    """The postings in one file."""
    if len(data) > MAX_FILE:
        return [Refusal(name, f"it has more than {MAX_FILE // 1024 // 1024} MiB")]
    if is_workbook(data):
        return read_workbook(name, data, known, today, columns)
    if is_office_text(data):
        return read_office_text(name, data, known, today)
    text = to_text(data)
    if text is None:
        return [Refusal(name, remedy_for(name, data))]
    form = form_of(name, text) if form == AUTO else form
    if form == "notice" and len(data) > MAX_TEXT:
        return [Refusal(name, f"it has more than {MAX_TEXT // 1024} KiB, which is no notice of one job")]
    if form == "html" and (len(data) > MAX_HTML or text.count("<") > MAX_ELEMENTS):
        return [Refusal(name, "the page is too large; save the part that is the notice")]
    readers: dict[str, Callable[[], list[Draft | Refusal]]] = {
        "notice": lambda: read_notices(name, text, known, today),
        "mail": lambda: read_mail(name, data, known, today),
        "html": lambda: read_page(name, text, known, today),
        "csv": lambda: read_csv(name, text, known, today, columns),
        "xml": lambda: read_xml(name, text, known, today),
        "json": lambda: read_json(name, text, known, today),
    }
    try:
        return readers[form]()
    except RecursionError:
        return [Refusal(name, "its elements are nested too deep")]


def form_of(name: str, text: str) -> str:
    """The form of a text file, by its name's ending and its beginning: notice, mail, html, csv, xml or json."""
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
