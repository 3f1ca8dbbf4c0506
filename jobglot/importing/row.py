"""A posting as named values tell it — a row, the head of a file, an entry of a feed — and the draft it makes.

The values are in people's words, as the labels of notices have them; texts may stand in several languages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from jobglot.importing import text_facts
from jobglot.importing.body import to_markdown as tidied
from jobglot.importing.cells import (
    FLAGS,
    LISTS,
    Cell,
    joined,
    plain_text,
    read_contact,
    take_flag,
    take_list,
    take_pay,
    take_status,
    tidy_date,
)
from jobglot.importing.columns import FACTS, LANGUAGE, PARTS, SECTION, STATUS, TEXTS, language_tag
from jobglot.importing.dates import find_dates, is_day_first
from jobglot.importing.deadline import settle_deadline, settle_open, settle_posted
from jobglot.importing.draft import Draft, DraftEdition, Gathering, Refusal, Value, localized, shortened
from jobglot.importing.faceplate import Hit
from jobglot.importing.furniture import without_buttons
from jobglot.importing.html_text import is_html, pictures_in, to_markdown
from jobglot.importing.known import Known
from jobglot.importing.label_facts import Labels, merged_contract
from jobglot.importing.labels import section_name
from jobglot.importing.lines import Line, to_lines
from jobglot.importing.money import with_period
from jobglot.importing.places import country_of, plain_country
from jobglot.importing.ways import old_addresses, take_ways
from jobglot.meant import value_meant
from jobglot.text_language import language_of

_DAYS = ("deadline", "posted", "updated", "opens", "starts", "renewed", "filled", "withdrawn")


@dataclass(frozen=True, slots=True)
class Row:
    """What is told of one job.

    `what` names it in sentences (“row”). `dates` is a text whose dates tell in which order the others of the same
    source are. `base` is the address that relative links of the text begin from. `spoken` is the language that the
    source says to be in, which holds where the text does not tell it. `is_live`: no deadline means “until
    filled” there; `is_listed`: somebody keeps that list up to date. `is_markdown`: the text stays as it is written.
    """

    found: str
    cells: Sequence[Cell]
    what: str = "row"
    dates: str = ""
    base: str = ""
    spoken: str = ""
    is_live: bool = False
    is_listed: bool = True
    is_markdown: bool = False
    asks: Sequence[str] = ()
    notes: Sequence[str] = ()


@dataclass(slots=True)
class _Text:
    """The texts of one language."""

    title: str = ""
    summary: str = ""
    body: str = ""
    lines: Sequence[Line] = ()


def draft_of_row(row: Row, known: Known, today: date) -> Draft | Refusal:
    """The draft of a row; a refusal when it has no title, or is in a language that the board does not have."""
    gathering = Gathering()
    cells = joined([replace(cell, text=cell.text.strip()) for cell in row.cells if cell.text.strip()])
    claimed = next((cell.text for cell in cells if cell.key == LANGUAGE), "")
    texts = _texts(cells, row, language_tag(claimed, known), known, gathering)
    if isinstance(texts, str):
        return Refusal(row.found, texts)
    first = next(iter(texts))
    labels = Labels(known, gathering, row.dates or "\n".join(cell.text for cell in cells))
    if claimed and not language_tag(claimed, known):
        gathering.ask(
            f"the language is said to be “{shortened(claimed)}”, which the board does not have; check the text"
        )
    for cell in cells:
        if cell.key not in (*TEXTS, LANGUAGE, *PARTS, "locations"):
            _fact(cell, first, labels)
    _places(cells, first, labels)
    take_pay(cells, first, gathering)
    _organization(cells, row, labels, gathering, known)
    _told_by_text(texts, labels, gathering)
    is_today = _dates(texts, row, labels, gathering, known, today)
    take_status(_state(cells), row.what, gathering, today)
    take_ways({tag: text.lines for tag, text in texts.items()}, cells, row.what, gathering, known)
    old = old_addresses(cells, first, known, gathering)
    for ask in row.asks:
        gathering.ask(ask)
    for note in row.notes:
        gathering.note(note)
    editions = tuple(_edition(tag, text, row, old.get(tag, ())) for tag, text in texts.items())
    return gathering.draft(row.found, editions, dated_today=is_today)


def drafts_of_rows(rows: Sequence[Row], known: Known, today: date) -> list[Draft | Refusal]:
    """The drafts of the rows of one source; a note that holds of several of them is said once."""
    found: list[Draft | Refusal] = []
    said: set[str] = set()
    for row in rows:
        found.append(draft_of_row(replace(row, notes=[n for n in row.notes if n not in said]), known, today))
        said.update(row.notes)
    return found


# ── texts ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _texts(cells: Sequence[Cell], row: Row, claimed: str, known: Known, gathering: Gathering) -> dict[str, _Text] | str:
    """The texts by language, in the board's order, or why there are none.

    Those without a language are in the one that their row claims, else that the body is in, else the board's own.
    """
    bare = "\n".join(cell.text for cell in cells if _is_body(cell) and not cell.tag)
    others = {cell.tag for cell in cells if (cell.key in TEXTS or _is_body(cell)) and cell.tag}
    written = language_of(to_markdown(bare) if is_html(bare) else bare)
    spoken = known.tag_of(written)
    told = claimed or written or row.spoken.partition("-")[0].lower()
    own = known.tag_of(told)
    if not own:
        if told and not others:
            return f"it is written in {told}, and the board in {', '.join(known.languages)}"
        own = next((tag for tag in known.languages if tag not in others), known.default)
    if claimed and spoken and spoken != claimed:
        gathering.ask(f"the {row.what} says that it is in “{claimed}”, but its text is in “{spoken}”: see which holds")
    found: dict[str, _Text] = {}
    for cell in sorted(cells, key=lambda cell: cell.key != "body"):  # the text itself goes before its sections
        tag = cell.tag or own
        if _is_body(cell):
            _add(cell, found.setdefault(tag, _Text()), tag, row, gathering)
            if not row.is_markdown:
                found[tag].body = without_buttons(found[tag].body, known.is_own)
        elif cell.key in TEXTS:
            text = found.setdefault(tag, _Text())
            if not getattr(text, cell.key):
                setattr(text, cell.key, plain_text(cell.text))
    found = {tag: found[tag] for tag in known.languages if tag in found and (found[tag].title or found[tag].body)}
    if not found:
        return "it has no title"
    for text in found.values():
        text.lines = to_lines(text.body)
    return found


def _is_body(cell: Cell) -> bool:
    return cell.key == "body" or cell.key.startswith(f"{SECTION}.")


def _add(cell: Cell, text: _Text, tag: str, row: Row, gathering: Gathering) -> None:
    """Add a cell to a text, as a section of its own where it is one, or where the text has begun."""
    said = cell.text
    if is_html(said) and not row.is_markdown:
        if count := pictures_in(said):
            gathering.note(f"pictures are left out ({count} here)")
        said = to_markdown(said, row.base)
    if text.body or cell.key != "body":
        name = section_name(cell.key.partition(".")[2], tag) or cell.name
        said = f"## {name}\n\n{said}" if name else said
    text.body = f"{text.body}\n\n{said}".strip()


def _edition(tag: str, text: _Text, row: Row, old: tuple[str, ...]) -> DraftEdition:
    body = text.body.strip() if row.is_markdown else tidied(text.lines, tag).markdown
    asks = () if text.title else (f"the {row.what} has no title in this language; fill in “title”",)
    return DraftEdition(tag, text.title, body, text.summary, asks, old)


# ── facts ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _fact(cell: Cell, first: str, labels: Labels) -> None:
    gathering, key, text = labels.facts, cell.key, cell.text
    if key in ("apply", "source", "organization", "alias"):
        if key == "organization":
            labels.read(Hit(key, plain_text(text), cell.spoken), cell.tag or first)
    elif key in FLAGS:
        take_flag(key, text, gathering)
    elif key in _DAYS:
        _day(cell, first, labels)
    elif key in LISTS:
        take_list(key, text, gathering)
    elif key == "contact":
        before = gathering.facts.get("contact")
        told = read_contact(text)
        gathering.facts["contact"] = {**told, **before} if isinstance(before, Mapping) else told
    elif key == "hours_per_week":
        match = re.search(r"\d{1,2}(?:[.,]\d{1,2})?", text)
        gathering.fact(key, match[0].replace(",", ".") if match else "")
    elif labels.reads(key):
        said = with_period(plain_text(text), cell.name) if key == "salary" else plain_text(text)
        labels.read(Hit(key, said, (cell.tag,) if cell.tag else cell.spoken), cell.tag or first)
    elif key in FACTS:
        gathering.fact(key, plain_text(text))


def _day(cell: Cell, first: str, labels: Labels) -> None:
    text = tidy_date(cell.text, labels.known.timezone)
    if labels.reads(cell.key):
        labels.read(Hit(cell.key, text, cell.spoken), cell.tag or first)
        return
    spoken = cell.spoken[0] if len(cell.spoken) == 1 else first
    found = [dated.written[:10] for dated in find_dates(text, is_day_first(spoken, labels.notice))]
    if found and found[0]:
        labels.facts.fact(cell.key, found[0])
    elif not value_meant("flags", text):  # “yes” is looked at with the status
        labels.facts.ask(f"“{cell.key}” could not be read from “{shortened(text)}”; write the day as YYYY-MM-DD")


def _places(cells: Sequence[Cell], first: str, labels: Labels) -> None:
    """Columns of city, region and country are one place; a place that is one already only gets its country."""
    said = {key: [cell for cell in cells if cell.key == key] for key in ("locations", *PARTS)}
    country, region = (
        next((plain_text(cell.text) for cell in said[key]), "") for key in ("locations.country", "locations.region")
    )
    named = said["locations"] or said["locations.city"]
    for cell in named or [Cell("locations", "")] * bool(region or country):
        text = plain_text(cell.text)
        is_one = not re.search(r"[,;|/]", text) and not labels.is_away(text)
        if is_one and not country_of(text):
            text = ", ".join(
                piece for piece in (text, region if region != text else "", plain_country(country)) if piece
            )
        labels.read(Hit("locations", text, (cell.tag,) if cell.tag else cell.spoken), cell.tag or first)


def _organization(cells: Sequence[Cell], row: Row, labels: Labels, gathering: Gathering, known: Known) -> None:
    url = next(
        (found[0] for cell in cells if cell.key == "organization.url" and (found := text_facts.urls(cell.text))), ""
    )
    site: dict[str, Value] = {"url": url} if url else {}
    for name in labels.organizations.values():
        gathering.maybe("organization", known.organization(name))
    if "organization" in gathering.facts:
        return
    if labels.organizations:
        gathering.fact("organization", {"name": localized(labels.organizations), **site})
    else:
        gathering.ask(f"the {row.what} does not name the organization; fill in “organization”")


def _state(cells: Sequence[Cell]) -> str:
    """What the row says of the job's state, in a column of its own or by a flag where a day should be."""
    flagged = (
        cell.key for cell in cells if cell.key in ("filled", "withdrawn") and value_meant("flags", cell.text) == "true"
    )
    return next(flagged, "") or next((cell.text for cell in cells if cell.key == STATUS), "")


def _told_by_text(texts: Mapping[str, _Text], labels: Labels, gathering: Gathering) -> None:
    """Words by language, and what only the running text tells."""
    contract: dict[str, Value] = {}
    for tag, text in texts.items():
        contract = {**text_facts.contract(text.lines), **contract}
        gathering.maybe("salary", text_facts.salary(text.lines, tag))
        gathering.maybe("hours_per_week", text_facts.hours_per_week(text.lines))
        asking = text_facts.asking_address(text.lines)
        gathering.maybe("contact", {"email": asking} if asking else None)
    note = next(iter(labels.words.get("contract_note", {}).values()), None)
    gathering.fact("contract", merged_contract(labels.contract, contract, note))
    for key, said in labels.words.items():
        if key in FACTS:
            gathering.fact(key, localized(said))


def _dates(
    texts: Mapping[str, _Text], row: Row, labels: Labels, gathering: Gathering, known: Known, today: date
) -> bool:
    """Sets deadline and “posted”; whether the latter is the day of the import."""
    in_text = [
        found
        for tag, text in texts.items()
        for found in text_facts.deadlines(text.lines, is_day_first(tag, f"{labels.notice}\n{text.body}"))
    ]
    if row.is_live and not labels.deadlines and not in_text and not any("“deadline”" in ask for ask in gathering.asks):
        settle_open(f"the {row.what} gives", gathering, known.open_for_days, today, is_listed=row.is_listed)
    else:
        settle_deadline(labels.deadlines, list(dict.fromkeys(in_text)), gathering, known.timezone)
    return settle_posted(gathering, today)
