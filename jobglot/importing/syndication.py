"""Entries of RSS, Atom, JSON Feed and of XML feeds of jobs, as boards publish them, to postings.

https://www.rssboard.org/rss-specification, RFC 4287, https://www.jsonfeed.org/version/1.1/. Elements of other
vocabularies, such as `job_listing:company` or `<expiration_date>`, are known by the names that columns have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from email.utils import parsedate_to_datetime
from html.entities import html5
from xml.etree import ElementTree as ET

from jobglot import xmldoc
from jobglot.importing.cells import Cell
from jobglot.importing.columns import LANGUAGE, column_of
from jobglot.importing.draft import Draft, Refusal, shortened
from jobglot.importing.json_values import Object, list_at, objects_at, text_at
from jobglot.importing.known import Known
from jobglot.importing.row import Row, drafts_of_rows
from jobglot.importing.wordpress import is_export, read_export

_ENTRIES = ("item", "entry", "job", "vacancy", "position", "jobposting", "offer", "ad")
_TEXTS = ("encoded", "content", "description", "summary")
"""Where the text of an entry is, the whole one first: WordPress cuts what it calls a description."""
_PASSED_OVER = frozenset(
    "guid id creator author comments commentrss enclosure thumbnail source content_text image banner_image authors "
    "attachments rights contributor generator".split()
)
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_AMPERSAND = re.compile(r"&(?:(#?\w{1,32});)?")


def read_xml(found: str, text: str, known: Known, today: date) -> list[Draft | Refusal]:
    """The postings of a feed or of a WordPress export, each on its own."""
    if "<!ENTITY" in text:
        return [Refusal(found, "it defines entities, which no feed of jobs needs; take them out")]
    root = _parsed(text)
    if isinstance(root, str):
        return [Refusal(found, f"it is no XML: {root}; save the feed or export anew")]
    if is_export(root):
        return read_export(found, root, known, today)
    entries = _entries(root)
    if not entries:
        return [Refusal(found, "it lists no job: no <item>, <entry> or <job> is in it")]
    spoken = root.get(_XML_LANG, "") or next((each.text or "" for each in root.iter("language")), "")
    rows = [_row_of_element(found, number, entry, spoken, known) for number, entry in enumerate(entries, start=1)]
    return drafts_of_rows(rows, known, today)


def _parsed(text: str) -> ET.Element | str:
    """The root of a document, or why there is none.

    Many a feed has control characters, for which XML 1.0 (section 2.2) has no place, `&nbsp;`, or a bare `&`.
    """
    bare = xmldoc.clean(text).lstrip()
    why = ""
    for attempt in (bare, _with_entities(bare)):
        try:
            return ET.fromstring(attempt)  # noqa: S314 - documents that define entities are refused before
        except (ET.ParseError, RecursionError) as failure:
            why = why or str(failure)
    return why


def _with_entities(text: str) -> str:
    """A document with the entities of HTML as the signs they stand for, and with bare ampersands as text."""
    pieces = re.split(r"(<!\[CDATA\[.*?\]\]>)", text, flags=re.DOTALL)
    pieces[::2] = [_AMPERSAND.sub(_sign, piece) for piece in pieces[::2]]
    return "".join(pieces)


def _sign(match: re.Match[str]) -> str:
    name = match[1] or ""
    if name.startswith("#") or name in ("amp", "lt", "gt", "quot", "apos"):
        return match[0]
    return html5.get(f"{name};") or f"&amp;{match[0][1:]}"


def is_json_feed(data: object) -> bool:
    """Whether data are a JSON Feed."""
    return isinstance(data, Mapping) and text_at(data, "version").startswith("https://jsonfeed.org/version/")


def read_json_feed(found: str, feed: Object, known: Known, today: date) -> list[Draft | Refusal]:
    """The postings of a JSON Feed."""
    items = objects_at(feed, "items")
    if not items:
        return [Refusal(found, "it lists no job")]
    rows = [_row_of_item(found, item, text_at(feed, "language"), known) for item in items]
    return drafts_of_rows(rows, known, today)


def _entries(root: ET.Element) -> list[ET.Element]:
    for name in _ENTRIES:
        found = [element for element in root.iter() if local_name(element) == name and len(element)]
        if found:
            return found
    return []


def local_name(element: ET.Element) -> str:
    """The name of an element without its namespace, in small letters."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _xhtml(content: ET.Element) -> str:
    """The markup within an element (RFC 4287, section 3.1.1.3), without the prefixes of its vocabulary."""
    for element in content.iter():
        element.tag = local_name(element)
    return "".join(ET.tostring(child, encoding="unicode", method="html") for child in content)


def _row_of_element(found: str, number: int, entry: ET.Element, spoken: str, known: Known) -> Row:
    said: list[tuple[str, str]] = []
    links: list[tuple[str, str]] = []
    for child in entry:
        name, text = local_name(child), "".join(child.itertext()).strip()
        if name == "link":
            links.append((child.get("rel", "alternate"), child.get("href") or text))
        elif name == "category":
            said.append((name, child.get("label") or child.get("term") or text))
        elif name == "content" and child.get("type") == "xhtml":
            said.append((name, _xhtml(child)))
        elif name != "guid" or child.get("isPermaLink", "true") == "true":
            said.append((name if name != "guid" else "permalink", text))
    url = next((href for rel, href in links if rel == "alternate" and href), "")
    url = url or next((text for name, text in said if name == "permalink" and text.startswith("http")), "")
    told = next((text for name, text in said if name == "title"), "")
    return _row(
        f"{found}, {(told and shortened(told, 60)) or f'entry {number}'}",
        said,
        url,
        entry.get(_XML_LANG) or spoken,
        known,
    )


def _row_of_item(found: str, item: Object, spoken: str, known: Known) -> Row:
    said = [
        ({"content_html": "content", "tags": "category"}.get(key, key), text_at(each))
        for key in item
        if key != "content_text" or not item.get("content_html")
        for each in list_at(item, key)
    ]
    said = [("content" if key == "content_text" else key, text) for key, text in said]
    url = text_at(item, "url") or text_at(item, "external_url")
    title = shortened(text_at(item, "title") or text_at(item, "id"), 60)
    return _row(f"{found}, {title}", said, url, text_at(item, "language") or spoken, known)


def _row(found: str, said: list[tuple[str, str]], url: str, spoken: str, known: Known) -> Row:
    """An entry as a row: the whole text, the page it leads to, and what else has a name that we know."""
    whole = next((name for name in _TEXTS if any(key == name and text for key, text in said)), "")
    cells = [Cell("source", url)] if url else []
    unknown: list[str] = []
    for name, text in said:
        if not text or (name in ("link", "permalink", "url", "external_url") and text == url):
            continue
        if name == whole:
            cells.append(Cell("body", text))
        elif name in ("category", "categories"):
            cells.append(Cell("categories", text))
        elif name not in (*_TEXTS, *_PASSED_OVER):
            column = column_of(name, known)
            key = {"permalink": ""}.get(name, column.key)
            if key in ("posted", "updated", "deadline"):
                text = day_of(text)  # noqa: PLW2901 - the same, as people write it
            cells += [Cell(key, text, column.tag, column.spoken)] if key and key != LANGUAGE else []
            unknown += [name] if not key else []
    notes = (f"left out: {', '.join(dict.fromkeys(unknown))}",) if unknown else ()
    return Row(found, tuple(_posted_once(cells)), "entry", base=url, is_live=True, spoken=spoken, notes=notes)


def _posted_once(cells: list[Cell]) -> Iterator[Cell]:
    """The cells with a single day, that of posting: feeds say “pubDate” and “date”, which may differ by an hour."""
    seen = set()
    for cell in sorted(cells, key=lambda cell: cell.key == "updated"):
        if cell.key not in ("posted", "updated") or "posted" not in seen:
            yield cell
        seen.add(cell.key)


def day_of(text: str) -> str:
    """The day of a time by RFC 822, section 5, as RSS has it; anything else as it is."""
    if not re.match(r"(?:[A-Za-z]{3},\s*)?\d{1,2} [A-Za-z]{3} \d{2,4} \d", text):
        return text
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except ValueError:
        return text
