"""A pasted notice to a draft: the story of reading one.

Furniture goes, languages part, labels become facts, the text becomes Markdown and tells what no label told; what is no
job is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from jobglot.importing import text_facts
from jobglot.importing.criteria import as_fact
from jobglot.importing.deadline import settle_deadline, settle_posted
from jobglot.importing.draft import Draft, DraftEdition, Gathering, Refusal, Value, by_language, localized, shortened
from jobglot.importing.furniture import Cleared, clear
from jobglot.importing.known import Known
from jobglot.importing.label_facts import NAME_A_PLACE, Labels, merged_contract
from jobglot.importing.labels import MARKS_A_JOB, label_of, languages_of_section
from jobglot.importing.lines import to_lines, unwrapped
from jobglot.importing.part import PartReading
from jobglot.importing.part_reader import read_part
from jobglot.importing.places import read_places
from jobglot.importing.split import split
from jobglot.importing.ways import former_address
from jobglot.text_language import profiles


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of a notice from elsewhere: the page it stood on."""

    title: str = ""
    source_name: str = ""
    source_url: str = ""


NO_HINTS = Hints()


def read_notice(
    found: str, text: str | Sequence[str], known: Known, today: date, hints: Hints = NO_HINTS
) -> Draft | Refusal:
    """The posting that a notice holds; `found` is the notice's name, `today` the day of the import.

    Several texts are one notice in as many languages, of which each text is in one.
    """
    # A notice is in English, whether the board calls it “en” or “en-US”.
    tags = {tag.partition("-")[0]: tag for tag in reversed(known.languages)}
    spoken = dict.fromkeys(tag.partition("-")[0] for tag in known.languages)
    texts = [text] if isinstance(text, str) else text
    read = _read(found, texts, replace(known, languages=tuple(spoken)), today, hints)
    return read if isinstance(read, Refusal) else read.in_tags(tags)


def _read(found: str, texts: Sequence[str], known: Known, today: date, hints: Hints) -> Draft | Refusal:
    cleared = _cleared(texts)
    if not any(each.lines for each in cleared):
        return Refusal(found, "it holds no text")
    parts: list[PartReading] = []
    pieces = [piece for each in cleared for piece in split(each.lines, tuple(profiles()))]
    if len({piece.language for piece in pieces}) < len(pieces):
        return Refusal(found, "two of its texts are in one language")
    for piece in pieces:
        parts.append(read_part(piece, known, parts[0]) if parts else read_part(piece, known, None, hints.title))
    if why := _no_job(parts):
        return Refusal(found, why)
    _part_titles(parts)
    ours = [part for part in parts if part.language in known.languages]
    if not ours:
        spoken = ", ".join(part.language or "a language we cannot tell" for part in parts)
        return Refusal(found, f"it is written in {spoken}, and the board in {', '.join(known.languages)}")
    gathering = Gathering()
    for other in parts:
        if other not in ours:
            gathering.note(f"the part in “{other.language}” was left out: the board has no such language")
    dropped = dict.fromkeys(what for each in cleared for what in each.dropped)
    if dropped:
        gathering.note(f"left out: {', '.join(dropped)}")
    notice = "\n".join(line.text for each in cleared for line in each.lines)
    labels = _labels(ours, known, gathering, notice)
    _facts(ours, known, gathering, labels)
    is_today = _dates(ours, gathering, labels, known, today)
    old = _source(gathering, hints, next((each.source for each in cleared if each.source), ""), known)
    return _draft(found, ours, gathering, known, old, dated_today=is_today)


def _part_titles(parts: Sequence[PartReading]) -> None:
    """Give each of two parts its own title where the first has both: “Economist / Économiste”."""
    if len(parts) != 2 or parts[1].title not in ("", parts[0].title):
        return
    pieces = parts[0].title.split(" / ")
    if len(pieces) == 2:
        parts[0].title, parts[1].title = pieces


def _cleared(texts: Sequence[str]) -> list[Cleared]:
    return [clear(unwrapped(to_lines(text))) for text in texts]


def _no_job(parts: Sequence[PartReading]) -> str:
    """Why a text is not the notice of a job; "" when it is. Two signs of one are enough."""
    keys = {hit.key for part in parts for hit in part.hits if hit.key not in ("title", "source", "updated", "posted")}
    signs = (
        "deadline" in keys or any(part.deadlines or text_facts.is_open(part.lines) for part in parts),
        any(text_facts.ways(part.lines) for part in parts) or _has_way(parts),
        len(keys) >= 2,
        any(part.sections & MARKS_A_JOB for part in parts),
        any(text_facts.contract(part.lines) or text_facts.salary(part.lines, part.language) for part in parts),
        any(part.grids for part in parts),
    )
    if sum(signs) >= 2:
        return ""
    what = "no deadline, no way to apply, no contract or pay, and none of the labels and sections of a notice"
    if any(signs):
        what = "too little of a notice: of deadline, way to apply, contract, pay, labels and sections it has only one"
    return f"it is no job: {what}; a news item belongs into content/news"


def _has_way(parts: Sequence[PartReading]) -> bool:
    values = [hit.value for part in parts for hit in part.hits if hit.key == "apply"]
    return any(text_facts.urls(value) or text_facts.emails(value) for value in values)


def _labels(parts: Sequence[PartReading], known: Known, gathering: Gathering, notice: str) -> Labels:
    labels = Labels(known, gathering, notice)
    for part in parts:
        for hit in part.hits:
            labels.read(hit, part.language)
        unread = [line for line in part.loose if not labels.loose(line.text, part.language)]
        part.lines = (*unread, *part.lines)
        part.title = part.title or labels.words.get("title", {}).get(part.language, "")
        gathering.fact("reference", part.reference, "another title")
    return labels


def _facts(parts: Sequence[PartReading], known: Known, gathering: Gathering, labels: Labels) -> None:
    """What the texts tell, where no label did."""
    _organization(parts, known, gathering, labels)
    contract: dict[str, Value] = {}
    for part in parts:
        contract = {**text_facts.contract(part.lines), **contract}
        gathering.maybe("hours_per_week", text_facts.hours_per_week(part.lines))
        gathering.maybe("leave_days", text_facts.leave_days(part.lines))
        gathering.maybe("salary", text_facts.salary(part.lines, part.language))
        gathering.maybe("starts", text_facts.starts(part.lines))
        months = text_facts.experience_months(part.lines)
        gathering.maybe("experience", {"months": months} if months else None)
        _working_time(part, gathering)
        _place_in_text(part, known, gathering)
    own = parts[0].language if len(parts) == 1 else ""
    said = labels.words.get("contract_note", {})
    gathering.fact("contract", merged_contract(labels.contract, contract, _said(said, own)))
    for key in ("department", "clearance"):
        texts = {part.language: part.department for part in parts if part.department} if key == "department" else {}
        gathering.fact(key, _said({**labels.words.get(key, {}), **texts}, own))
    gathering.fact("notice", _said({part.language: part.notice for part in parts}, own))
    _applying(parts, gathering, own)
    grids = [(grid, _language_of_grid(grid.stage, part, own)) for part in parts[:1] for grid in part.grids]
    gathering.fact("criteria", as_fact(grids))


def _said(texts: dict[str, str], own: str) -> Value | None:
    """A text per language; one string where there is but one edition, and it is in its language."""
    found = {language: text for language, text in texts.items() if text}
    if not found:
        return None
    return found[own] if list(found) == [own] else by_language(found)


def _language_of_grid(stage: str, part: PartReading, own: str) -> str:
    spoken = languages_of_section(stage)
    if spoken and part.language not in spoken:
        return spoken[0]
    return "" if own == part.language else part.language


def _organization(parts: Sequence[PartReading], known: Known, gathering: Gathering, labels: Labels) -> None:
    for part in parts:
        gathering.maybe("organization", part.organization)
    if not labels.organizations:
        labels.organizations.update({part.language: part.letterhead for part in parts if part.letterhead})
    for name in labels.organizations.values():
        gathering.maybe("organization", known.organization(name))
    if "organization" in gathering.facts:
        return
    if labels.organizations:
        gathering.fact("organization", {"name": localized(labels.organizations)})
        gathering.note("the organization is not in content/organizations; it stands in the posting by its name")
    elif found := known.organization_in("\n".join(part.text for part in parts)):
        gathering.fact("organization", found)
        gathering.note(f"no label names the organization; “{found}” is the one that the text names most")
    else:
        gathering.ask("the notice does not name its organization; fill in “organization”")


def _working_time(part: PartReading, gathering: Gathering) -> None:
    held = gathering.facts.get("employment_type")
    kinds = [str(kind) for kind in held] if isinstance(held, list) else []
    if not {"full_time", "part_time"} & set(kinds):
        found = text_facts.working_time(part.lines)
        if found:
            gathering.facts["employment_type"] = [*kinds, *found]


def _place_in_text(part: PartReading, known: Known, gathering: Gathering) -> None:
    """A list item such as “Place of duty: Ghent”."""
    for line in part.lines:
        label = label_of(line.text) if line.is_item else None
        if label is None or label.key != "locations" or not label.value or "locations" in gathering.facts:
            continue
        place = label.value.split(";")[0]
        found = read_places(place, known.places)
        if found:
            gathering.fact("locations", found)
        else:
            gathering.ask(f"“locations” could not be read from “{shortened(place)}”; {NAME_A_PLACE}")


def _applying(parts: Sequence[PartReading], gathering: Gathering, own: str) -> None:
    """Ways to apply, each once with its words in every language; and whom to ask."""
    by_address: dict[str, dict[str, Value]] = {}
    words: dict[tuple[str, str], dict[str, str]] = {}
    for part in parts:
        for way in text_facts.ways(part.lines):
            key = way.url or way.email or "post"
            if key != "post":
                by_address.setdefault(key, {"url": way.url} if way.url else {"email": way.email})
                words.setdefault((key, "audience"), {}).setdefault(part.language, way.audience)
            else:
                by_address.setdefault(key, {})
                words.setdefault((key, "post"), {}).setdefault(part.language, way.post)
        asking = text_facts.asking_address(part.lines)
        if asking and asking not in by_address:
            gathering.maybe("contact", {"email": asking})
    for (key, what), texts in words.items():
        said = _said(texts, own)
        if said:
            by_address[key][what] = said
    _from_labels(parts, by_address)
    gathering.fact("apply", [way for way in by_address.values() if way])
    if not by_address:
        gathering.ask("the notice does not say how to apply; add “apply: [{url: https://…}]” or an e-mail address")


def _from_labels(parts: Sequence[PartReading], ways: dict[str, dict[str, Value]]) -> None:
    for part in parts:
        for hit in part.hits:
            if hit.key == "apply":
                for url in text_facts.urls(hit.value):
                    ways.setdefault(url, {"url": url})
                for email in text_facts.emails(hit.value):
                    ways.setdefault(email, {"email": email})


def _dates(parts: Sequence[PartReading], gathering: Gathering, labels: Labels, known: Known, today: date) -> bool:
    """Sets deadline and “posted”; whether the latter is the day of the import."""
    in_text = list(dict.fromkeys(found for part in parts for found in part.deadlines))
    if not labels.deadlines and not in_text and any(text_facts.is_open(part.lines) for part in parts):
        labels.deadlines.append(("open", "open"))
    settle_deadline(labels.deadlines, in_text, gathering, known.timezone)
    return settle_posted(gathering, today)


def _source(gathering: Gathering, hints: Hints, name: str, known: Known) -> tuple[str, ...]:
    """Sets the source; or gives the paths that the posting had on the site that the board takes the place of."""
    if known.is_own(hints.source_url):
        return former_address(hints.source_url, known, gathering)
    if hints.source_url:
        gathering.maybe("source", {"name": hints.source_name or name or hints.source_url, "url": hints.source_url})
    elif name or hints.source_name:
        gathering.maybe("source", {"name": name or hints.source_name})
    return ()


def _draft(
    found: str,
    parts: Sequence[PartReading],
    gathering: Gathering,
    known: Known,
    old: tuple[str, ...],
    *,
    dated_today: bool,
) -> Draft:
    editions: list[DraftEdition] = []
    for part in sorted(parts, key=lambda part: known.languages.index(part.language)):
        asks = list(part.asks)
        if not part.title:
            asks.insert(0, "the notice has no title; fill in “title” with what the job is called")
        aliases = () if editions else old
        editions.append(DraftEdition(part.language, part.title, part.body(), asks=tuple(asks), aliases=aliases))
        for note in part.notes:
            gathering.note(note)
    return gathering.draft(found, editions, dated_today=dated_today)
