"""A table of jobs, one a row. Columns are known by the names that notices give the same facts, or by a map."""

from __future__ import annotations

import csv
import difflib
import io
from collections.abc import Mapping
from datetime import date

from jobglot.importing.body import to_markdown
from jobglot.importing.deadline import settle_deadline, settle_posted
from jobglot.importing.draft import Draft, DraftEdition, Gathering, Refusal, Value, by_language
from jobglot.importing.faceplate import Hit
from jobglot.importing.known import Known
from jobglot.importing.label_facts import Labels, merged_contract
from jobglot.importing.labels import LABELS, SECTIONS, plain
from jobglot.importing.lines import to_lines
from jobglot.importing.text_facts import emails, urls
from jobglot.schema import POSTING_FACTS
from jobglot.text_language import language_of

TEXTS = ("title", "summary", "body")
"""Columns that belong to a language; `title.fr` says to which."""
PARTS = ("salary.min", "salary.max", "salary.amount", "salary.currency", "salary.per")
_FACTS = frozenset(field.key for field in POSTING_FACTS)
_KEYS = (*TEXTS, *PARTS, *sorted(_FACTS | {label.key for label in LABELS.values()}))
MAX_ROWS = 20_000


def read_csv(found: str, text: str, known: Known, today: date, columns: Mapping[str, str]) -> list[Draft | Refusal]:
    """The postings of a table; `columns` maps names of columns to keys such as `title.fr` or `salary.min`."""
    try:
        rows = list(csv.reader(io.StringIO(text), _dialect(text)))
    except csv.Error as failure:
        return [Refusal(found, f"it cannot be read as a table: {failure}")]
    if len(rows) < 2:
        return [Refusal(found, "it has no row below its heading")]
    if len(rows) > MAX_ROWS:
        return [Refusal(found, f"it has more than {MAX_ROWS} rows")]
    strange = next((key for key in columns.values() if not _is_key(key, known)), "")
    if strange:
        return [Refusal(found, f"--map says “{strange}”, which is no key of a posting{_near(strange, known)}")]
    keys = [columns.get(name.strip()) or key_of(name, known) for name in rows[0]]
    if not any(key.split(".")[0] == "title" for key in keys):
        return [Refusal(found, "no column is the title; say which with --map, such as “Job name: title”")]
    unknown = [name for name, key in zip(rows[0], keys, strict=True) if not key and name.strip()]
    read = [
        _posting(f"{found}, row {number}", keys, row, known, today, unknown)
        for number, row in enumerate(rows[1:], start=2)
        if any(cell.strip() for cell in row)
    ]
    return list(read)


def _is_key(key: str, known: Known) -> bool:
    base, _, tag = key.partition(".")
    return key in _KEYS or (base in TEXTS and tag in known.languages)


def _near(key: str, known: Known) -> str:
    texts = (f"{text}.{tag}" for text in TEXTS for tag in known.languages)
    near = difflib.get_close_matches(key, [*_KEYS, *texts], 1, 0.6)
    return f"; did you mean “{near[0]}”?" if near else ""


def key_of(name: str, known: Known) -> str:
    """The key that a column's name stands for; "" when we do not know it."""
    base, _, tag = name.strip().replace("_", " ").partition(".")
    whole = name.strip().lower()
    if whole in _FACTS or whole in PARTS or whole in TEXTS:
        return whole
    if tag in known.languages and base.lower() in TEXTS:
        return f"{base.lower()}.{tag}"
    label, section = LABELS.get(plain(base)), SECTIONS.get(plain(base))
    if label:
        return label.key
    return "body" if section and section.key == "body" else ""


def _dialect(text: str) -> type[csv.Dialect]:
    try:
        return csv.Sniffer().sniff(text[:8192], delimiters=",;\t|")
    except csv.Error:
        return csv.excel


def _posting(
    found: str, keys: list[str], row: list[str], known: Known, today: date, unknown: list[str]
) -> Draft | Refusal:
    cells = [(key, cell.strip()) for key, cell in zip(keys, row, strict=False) if key and cell.strip()]
    texts = _texts(cells, known)
    if not texts:
        return Refusal(found, "it has no title")
    first = next(iter(texts))
    gathering = Gathering()
    labels = Labels(known, gathering, "\n".join(row))
    pay: dict[str, Value] = {}
    for key, cell in cells:
        base = key.split(".")[0]
        if key in PARTS:
            pay[key.split(".")[1]] = cell
        elif base not in TEXTS:
            _fact(key, cell, first, labels)
    gathering.fact("salary", pay)
    settle_deadline(labels.deadlines, (), gathering, known.timezone)
    is_today = settle_posted(gathering, today)
    _rest(labels, gathering, known)
    if unknown:
        gathering.note(f"columns left out: {', '.join(unknown)}; say what they are with --map")
    editions = tuple(
        DraftEdition(
            tag,
            said.get("title", ""),
            to_markdown(to_lines(said.get("body", "")), tag).markdown,
            said.get("summary", ""),
            () if said.get("title") else ("the row has no title in this language; fill in “title”",),
        )
        for tag, said in sorted(texts.items(), key=lambda item: known.languages.index(item[0]))
    )
    return Draft(found, editions, gathering.facts, tuple(gathering.asks), tuple(gathering.notes), dated_today=is_today)


def _texts(cells: list[tuple[str, str]], known: Known) -> dict[str, dict[str, str]]:
    """Title, summary and body by language; those without a language belong to the one that the body is in."""
    bare = {key: cell for key, cell in cells if key in TEXTS}
    spoken = language_of(bare.get("body", "")) if bare else ""
    texts: dict[str, dict[str, str]] = {}
    if bare:
        texts[spoken if spoken in known.languages else known.default] = bare
    for key, cell in cells:
        base, _, tag = key.partition(".")
        if base in TEXTS and tag in known.languages:
            texts.setdefault(tag, {})[base] = cell
    return {tag: said for tag, said in texts.items() if said.get("title") or said.get("body")}


def _fact(key: str, cell: str, language: str, labels: Labels) -> None:
    if key == "apply":
        ways: list[Value] = [*({"url": url} for url in urls(cell)), *({"email": email} for email in emails(cell))]
        labels.facts.fact("apply", ways)
    elif key == "contact":
        found = emails(cell)
        labels.facts.fact("contact", {"email": found[0]} if found else {"name": cell})
    elif labels.reads(key):
        labels.read(Hit(key, cell, ()), language)
    elif key in _FACTS:
        labels.facts.fact(key, cell)


def _rest(labels: Labels, gathering: Gathering, known: Known) -> None:
    for name in labels.organizations.values():
        id_ = known.organization(name)
        gathering.maybe("organization", id_ or {"name": name})
    if "organization" not in gathering.facts:
        gathering.ask("the row does not name the organization; fill in “organization”")
    note = next(iter(labels.words.get("contract_note", {}).values()), None)
    gathering.fact("contract", merged_contract(labels.contract, {}, note))
    for key, said in labels.words.items():
        if key in _FACTS:
            gathering.fact(key, next(iter(said.values())) if len(said) == 1 else by_language(said))
    if "apply" not in gathering.facts:
        gathering.ask("the row does not say how to apply; add “apply: [{url: https://…}]” or an e-mail address")
