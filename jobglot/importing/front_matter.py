"""Markdown files with front matter, as Hugo, Jekyll, Eleventy and their kin have them, to postings.

https://gohugo.io/content-management/front-matter/, https://jekyllrb.com/docs/front-matter/. Files that differ
in nothing but their language, `index.en.md` and `index.fr.md`, `en/nurse.md` and `fr/nurse.md` or `nurse/en.md` and
`nurse/fr.md`, are one posting; so are those of one `translationKey`.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from jobglot.importing import text_facts
from jobglot.importing.cells import Cell
from jobglot.importing.columns import LANGUAGE, TEXTS, column_of, language_tag
from jobglot.importing.draft import Draft, Refusal
from jobglot.importing.known import Known
from jobglot.importing.lines import to_lines
from jobglot.importing.row import Row, drafts_of_rows
from jobglot.source import Items, Node, Scalar, read_table

ENDINGS = ("md", "markdown", "mdx")
_FENCED = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*\n(.*?)^\1[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_TAG = re.compile(r"[A-Za-z]{2}(?:[-_][A-Za-z]{2,4})?")
_SHORTCODE = re.compile(r"\{\{[<%]\s*/?\s*([\w.-]+)|\{%-?\s*([\w.-]+)")
_OURS: Mapping[str, str] = {
    **dict.fromkeys(("publishdate", "date", "pubdate"), "posted"),
    **dict.fromkeys(("lastmod", "last_modified_at", "updated"), "updated"),
    **dict.fromkeys(("expirydate", "expires", "expire"), "deadline"),
    **dict.fromkeys(("description", "excerpt", "summary"), "summary"),
    **dict.fromkeys(("url", "permalink", "aliases", "alias", "redirect_from"), "alias"),
    **dict.fromkeys(("lang", "locale", "language"), LANGUAGE),
    **dict.fromkeys(("apply_url", "apply_email", "apply_link"), "apply"),
}
"""What keys of these programs mean that columns of the same name do not."""
_PASSED_OVER = frozenset(
    "layout type weight slug tags keywords images image outputs cascade translationkey menu menus linktitle markup "
    "author authors published toc id eleventynavigation sitemap comments cover thumbnail resources build".split()
)
_MARKS_A_JOB = frozenset(
    "deadline organization locations locations.city employment_type apply salary salary.min contract reference".split()
)


@dataclass(frozen=True, slots=True)
class _File:
    """One file: its place without its language, the language where something says it, the values, and the text."""

    name: str
    place: str
    tag: str
    body: str
    values: Mapping[str, object] = field(default_factory=dict)
    problem: str = ""

    @property
    def key(self) -> str:
        """What the pages of one posting share."""
        shared = next((value for key, value in self.values.items() if key.lower() == "translationkey"), "")
        return f"={shared}" if shared else self.place


def has_front_matter(name: str, text: str) -> bool:
    """Whether a file is Markdown that begins with facts."""
    is_fenced = _FENCED.match(text) is not None or re.match(r"\{\s*\n?\s*\"", text) is not None
    return is_fenced and name.rpartition(".")[2].lower() in ENDINGS


def read_pages(files: Sequence[tuple[str, str]], known: Known, today: date) -> list[Draft | Refusal]:
    """The postings of Markdown files, the languages of one together."""
    together: dict[str, list[_File]] = {}
    results: list[Draft | Refusal] = []
    named = _named_by_language([name for name, _ in files], known)
    for name, text in files:
        page = _read(name, text, known)
        if name in named:
            page = replace(page, place=name.rpartition("/")[0], tag=named[name])
        if page.problem:
            results.append(Refusal(name, page.problem))
        else:
            together.setdefault(page.key, []).append(page)
    rows: list[Row] = []
    for pages in together.values():
        row = _row(pages, known)
        if any(cell.key in _MARKS_A_JOB for cell in row.cells) or any(_tells(page.body) for page in pages):
            rows.append(row)
        else:
            results.append(
                Refusal(
                    row.found, "it is no job: neither its head nor its text tells deadline, employer or way to apply"
                )
            )
    return [*results, *drafts_of_rows(rows, known, today)]


def _tells(body: str) -> bool:
    lines = to_lines(body)
    return bool(text_facts.ways(lines)) and bool(text_facts.deadlines(lines, day_first=None))


def _read(name: str, text: str, known: Known) -> _File:
    """A file as its parts."""
    place, tag = _place(name, known)
    match = _FENCED.match(text.replace("\r\n", "\n"))
    values: object
    try:
        if match is None:
            values, end = json.JSONDecoder().raw_decode(text.lstrip("\ufeff"))
            body = text.lstrip("\ufeff")[end:]
        else:
            body = match.string[match.end() :]
            values = tomllib.loads(match[2]) if match[1] == "+++" else _yaml(match[2], name)
    except ValueError as failure:
        return _File(name, place, tag, "", problem=f"its front matter cannot be read: {failure}")
    if not isinstance(values, dict):
        return _File(name, place, tag, "", problem="its front matter is no list of keys")
    more = values.pop("params", {})  # Hugo keeps there what is not its own
    values = {**values, **(more if isinstance(more, dict) else {})}
    claimed = next((str(value) for key, value in values.items() if _OURS.get(key.lower()) == LANGUAGE), "")
    return _File(name, place, tag or language_tag(claimed, known), re.sub(r"<!--\s*more\s*-->\n?", "", body), values)


def _yaml(text: str, name: str) -> dict[str, object]:
    """The values of a head in YAML, as text. One slip does not lose the others."""
    table, problems = read_table(text, name, first_line=2)
    if table is None:
        raise ValueError(f"{problems[0].message}; {problems[0].remedy} (line {problems[0].origin.line})")
    return {entry.key: _plain(entry.value) for entry in table.entries}


def _plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return "" if node.is_missing else node.text
    if isinstance(node, Items):
        return [_plain(item) for item in node.items]
    return {entry.key: _plain(entry.value) for entry in node.entries}


def _named_by_language(names: Sequence[str], known: Known) -> dict[str, str]:
    """The language of each file that is called like one, where its folder has several: `it.md` alone may be of IT."""
    tags = {
        name: tag
        for name in names
        if "/" in name
        and _TAG.fullmatch(stem := name.rpartition("/")[2].rpartition(".")[0])
        and (tag := language_tag(stem, known))
    }
    folders: dict[str, set[str]] = {}
    for name, tag in tags.items():
        folders.setdefault(name.rpartition("/")[0], set()).add(tag)
    return {name: tag for name, tag in tags.items() if len(folders[name.rpartition("/")[0]]) > 1}


def _place(name: str, known: Known) -> tuple[str, str]:
    """Where a file stands but for its language, and the language that its name or folder says."""
    folders, _, last = name.rpartition("/")
    stem, _, ending = last.rpartition(".")[0].rpartition(".")
    if stem and (tag := language_tag(ending, known)):
        return f"{folders}/{stem}", tag
    parts = folders.split("/")
    tags = [language_tag(part, known) if _TAG.fullmatch(part) else "" for part in parts]
    tag = next((tag for tag in tags if tag), "")
    rest = [part for part, found in zip(parts, tags, strict=True) if not found]
    return "/".join([*rest, last.rpartition(".")[0]]), tag


def _row(pages: Sequence[_File], known: Known) -> Row:
    """The pages of one posting as a row: the facts of the first in the board's order, the texts of all."""
    ranks = {tag: rank for rank, tag in enumerate(known.languages)}
    first, *others = sorted(pages, key=lambda page: ranks.get(page.tag, -1))
    unknown: list[str] = []
    cells = list(_cells(first, known, unknown))
    for other in others:
        keys = {cell.key for cell in cells}
        cells += [cell for cell in _cells(other, known, []) if _is_text(cell) or cell.key not in keys]
    notes = [f"left out: {', '.join(unknown)}"] if unknown else []
    names = dict.fromkeys(match[1] or match[2] for page in pages for match in _SHORTCODE.finditer(page.body))
    asks = [f"the text has shortcodes, {', '.join(names)}: write out what they showed"] if names else []
    return Row(
        first.name, tuple(cells), "head", is_live=True, is_listed=False, is_markdown=True, asks=asks, notes=notes
    )


def _is_text(cell: Cell) -> bool:
    return cell.key in (*TEXTS, "alias")


def _cells(page: _File, known: Known, unknown: list[str]) -> Iterator[Cell]:
    """What a page tells; those of a date that Hugo has several of, once."""
    days: set[str] = set()
    found = [Cell("body", page.body, page.tag)]
    for key, value in sorted(page.values.items(), key=lambda item: item[0].lower() in ("date", "expirydate")):
        found += _of_value(key, value, page.tag, known, unknown)
    for cell in found:
        if cell.key in ("posted", "updated", "deadline") and cell.key in days:
            continue
        days.add(cell.key)
        if cell.key not in (LANGUAGE, "updated"):
            yield cell if _is_text(cell) or cell.tag != page.tag else replace(cell, tag="")


def _of_value(key: str, value: object, tag: str, known: Known, unknown: list[str]) -> Iterator[Cell]:
    low = key.lower()
    if low == "published" and value in (False, "false"):
        yield Cell("draft", "true")
    if low in _PASSED_OVER or value in ("", None, [], {}):
        return
    column = column_of(key, known)
    name = _OURS.get(low, column.key)
    if isinstance(value, Mapping):
        if value and all(part in known.languages for part in value):  # {en: …, fr: …}
            for part, said in value.items():
                yield from _of_value(key, said, part, known, unknown)
        elif name == "locations":
            yield Cell(name, _flat(value), tag)
        else:
            for part, said in value.items():
                ours = name if part.lower() == "name" else f"{name}.{part.lower()}"
                yield from _of_value(ours if name else f"{key} {part}", said, tag, known, unknown)
    elif isinstance(value, list) and name == "alias":
        yield from (Cell(name, str(each), tag) for each in value)
    elif name:
        yield Cell(name, _flat(value), column.tag or tag, column.spoken)
    else:
        unknown.append(key)


def _flat(value: object) -> str:
    """A value as a cell of a table would say it."""
    if isinstance(value, list):
        return "; ".join(_flat(each) for each in value)
    if isinstance(value, Mapping):
        return ", ".join(_flat(each) for each in value.values() if each)
    return str(value).lower() if isinstance(value, bool) else str(value)
