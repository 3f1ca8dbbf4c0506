"""One language's part of a notice: title, labels, text, and what the text tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from jobglot.importing import text_facts
from jobglot.importing.body import to_markdown
from jobglot.importing.criteria import Grid, take_grids
from jobglot.importing.dates import is_day_first
from jobglot.importing.draft import shortened
from jobglot.importing.faceplate import Hit, take_labels
from jobglot.importing.headings import find_headings, sentence_case
from jobglot.importing.known import Known
from jobglot.importing.labels import section_of
from jobglot.importing.lines import Line, is_rule
from jobglot.importing.sectors import name_key
from jobglot.importing.split import Part
from jobglot.importing.words import squashed
from jobglot.text_language import language_of

_KINDS_OF_NOTICE = re.compile(
    r"(?:(?:external|internal|open) )?(?:vacancy (?:notification|notice|announcement)|"
    r"job (?:vacancy|advertisement|offer)|call for applications|notification de la vacance du poste|"
    r"avis de vacance(?: de poste| d emploi)?|offre d emploi|appel a candidatures?|oferta de empleo|"
    r"job (?:description|profile|posting|opening|opportunity)(?: form)?|position description|(?:current )?vacancy|"
    r"we are (?:hiring|recruiting)|fiche de (?:poste|fonction)|(?:description|profil) de (?:poste|fonction)|"
    r"(?:nous|on) (?:recrutons|recrute)|poste a pourvoir|functiebeschrijving|stellenbeschreibung|"
    r"convocatoria|vacature|stellenausschreibung|stellenangebot)"
)
# Two figures in a row and four signs in all: neither a grade (G8-G10), nor hours (24h), nor a year.
_REFERENCE = re.compile(
    r"\s*[(\[]\s*(?:r[eé]f(?:erence|érence)?\.?\s*:?\s*|n[°o]\.?\s*)?"
    r"(?!(?:19|20)\d\d\s*[)\]])(?=[\w/._-]{4})([A-Z]{0,6}[-/_.]?\d{2}[\w/._-]{0,20})\s*[)\]]\s*$",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"\b(?:(?:sub)?directorate|department|division|unit|section|programme|program|bureau|office|direction|"
    r"sous direction|departement|service|unite|departamento|direccion|unidad|afdeling|directie|dienst|abteilung|"
    r"referat)\b"
)
_MARKED = re.compile(r"#+\s+\S|\*\*.+\*\*$")
LONGEST_OPENING = 8


@dataclass(slots=True)
class PartReading:
    """What one part tells. `opening` is how far from the end of the lines above the first heading the title stood."""

    language: str
    title: str = ""
    reference: str = ""
    organization: str = ""
    department: str = ""
    notice: str = ""
    hits: tuple[Hit, ...] = ()
    loose: tuple[Line, ...] = ()
    lines: tuple[Line, ...] = ()
    grids: list[Grid] = field(default_factory=list)
    opening: int = 0
    asks: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All its lines."""
        return "\n".join(line.text for line in self.lines)

    @property
    def deadlines(self) -> list[str]:
        """The last days to apply that its text names."""
        return text_facts.deadlines(self.lines, is_day_first(self.language, self.text))

    @property
    def sections(self) -> set[str]:
        """The sections of a notice that it has."""
        return {section for line in self.lines if (section := section_of(line.text))}

    def body(self) -> str:
        """Its text as Markdown."""
        repaired = to_markdown(self.lines, self.language)
        self.notes += repaired.notes
        return repaired.markdown


def read_part(part: Part, known: Known, before: PartReading | None, title: str = "") -> PartReading:
    """Read one part; `before` is what the first part told, whose layout this one may share.

    `title` is given where it is known from elsewhere.
    """
    plate = take_labels(part.lines)
    reading = PartReading(part.language, hits=plate.hits, loose=plate.loose)
    if title:
        set_title(reading, title)
    above = _title_above(plate.above, reading, known)
    said = next((hit.value for hit in plate.hits if hit.key == "title" and 0 < len(hit.value) <= LONG_TITLE), "")
    if said and not reading.title:
        set_title(reading, said)
    lines = _announced([*above, *plate.text], reading, known)
    lines = _opening(lines, reading, known, before)
    lines = _condition(lines, reading)
    reading.grids, lines = take_grids(lines)
    reading.lines = tuple(lines)
    reading.asks += [ask for grid in reading.grids for ask in grid.asks]
    reading.asks += _foreign(lines, part.language)
    return reading


def _title_above(above: Sequence[Line], reading: PartReading, known: Known) -> list[Line]:
    """Takes title and organization from the lines above the labels; gives the others back."""
    rest: list[Line] = []
    mixed = any(not line.text.isupper() for line in above)
    marked = [line for line in above if _MARKED.match(line.text)]
    is_marked = 0 < len(marked) < len(above)  # what stands before it is a letterhead
    for line in above:
        if _is_kind_of_notice(line.text) or (reading.title and name_key(line.text) == name_key(reading.title)):
            continue
        if (found := known.organization(line.text)) and not reading.organization:
            reading.organization = found
        elif mixed and line.text.isupper() and not _REFERENCE.search(line.text):
            reading.notes.append(f"the letterhead “{shortened(line.text)}” was left out")
        elif not reading.title and len(line.text) <= LONG_TITLE and (not is_marked or line in marked):
            set_title(reading, line.text)
        else:
            rest.append(line)
    return rest


LONG_TITLE = 190


def set_title(reading: PartReading, text: str) -> None:
    """Give a part its title; a reference at its end goes apart."""
    text = re.sub(r"^#+\s+|^\*\*(.*)\*\*$", r"\1", text).strip()
    if match := _REFERENCE.search(text):
        reading.reference = match[1].strip()
        text = text[: match.start()]
    reading.title = text.strip(" :–-") if not text.isupper() else sentence_case(text.strip(" :–-"))


def _is_kind_of_notice(text: str) -> bool:
    """Whether a line says nothing but “vacancy notice”, in one language or two."""
    pieces = [squashed(piece) for piece in re.split(r"[/|–-]", _bare(text)) if piece.strip()]
    return bool(pieces) and all(_KINDS_OF_NOTICE.fullmatch(piece) for piece in pieces)


def _announced(lines: list[Line], reading: PartReading, known: Known) -> list[Line]:
    """Takes the title that stands below “Vacancy notice”, and the letterhead above that; else that alone."""
    at = next((at for at, line in enumerate(lines[:LONGEST_OPENING]) if _is_kind_of_notice(_bare(line.text))), None)
    if at is None:
        return lines
    after = lines[at + 1] if at + 1 < len(lines) else None
    is_title = after is not None and (_MARKED.match(after.text) or after.text.isupper() or at == 0)
    is_short = after is not None and len(after.text) <= 120 and after.text[-1] not in ".:;," and not after.is_item
    if reading.title or not is_title or not is_short or after is None or section_of(_bare(after.text)):
        return [*lines[:at], *lines[at + 1 :]]
    set_title(reading, after.text)
    for line in lines[:at]:
        reading.organization = reading.organization or known.organization(_bare(line.text))
    if at:
        reading.notes.append(
            f"the letterhead “{shortened(' '.join(_bare(line.text) for line in lines[:at]))}” was left out"
        )
    return lines[at + 2 :]


def _bare(text: str) -> str:
    return re.sub(r"^#+\s+", "", text).replace("**", "").strip()


def _opening(lines: list[Line], reading: PartReading, known: Known, before: PartReading | None) -> list[Line]:
    """Takes title and department from the lines above the first heading, where those are short lines and no text."""
    first = min(find_headings(lines, reading.language), default=0)
    if first == 0 and lines and not reading.title and find_headings(lines, reading.language):
        head = lines[0]
        if head.text.startswith("# "):  # a Markdown document's own title
            set_title(reading, head.text)
            return lines[1:]
    opening = lines[:first]
    is_opening = 1 <= first <= LONGEST_OPENING and all(
        not line.is_item and len(line.text) <= 230 and not line.text.endswith((".", ":")) for line in opening
    )
    if not is_opening:
        return _first_line_as_title(lines, reading, known)
    at = _title_at(opening, reading, before)
    if at is not None:
        if not reading.title:
            set_title(reading, opening[at].text)
        reading.opening = len(opening) - at
    rest = [line for number, line in enumerate(opening) if number != at]
    units = [
        line for line in rest if _UNIT.search(squashed(line.text)) and len(line.text) <= 120 and ": " not in line.text
    ]
    reading.department = ", ".join(line.text for line in units)[:300]
    return [line for line in rest if line not in units] + lines[first:]


def _title_at(opening: Sequence[Line], reading: PartReading, before: PartReading | None) -> int | None:
    """Which line of the opening is the title: the one that says it, or stands where it stood in the other language."""
    if reading.title:
        same = [at for at, line in enumerate(opening) if name_key(line.text) == name_key(reading.title)]
        return same[-1] if same else None
    if before is not None and before.opening and before.opening <= len(opening):
        return len(opening) - before.opening
    marked = [at for at, line in enumerate(opening) if _REFERENCE.search(line.text)]
    if marked:
        return marked[0]
    return 0 if len(opening) == 1 or before is None else None


def _first_line_as_title(lines: list[Line], reading: PartReading, known: Known) -> list[Line]:
    """Without headings, a short first line that stands alone is the title; said twice, it goes twice."""
    if reading.title or not lines:
        return lines
    head = lines[0]
    stands_alone = len(lines) > 1 and (lines[1].gap or len(lines[1].text) > 2 * len(head.text))
    if (
        head.is_item
        or head.text.startswith("#")
        or len(head.text) > 120
        or head.text[-1] in ".:;,)"
        or not stands_alone
        or section_of(head.text)
    ):
        return lines
    if known.organization(head.text):
        return lines
    set_title(reading, head.text)
    return [line for line in lines[1:] if name_key(line.text) != name_key(reading.title)]


def _condition(lines: list[Line], reading: PartReading) -> list[Line]:
    """Takes a condition in capitals, such as “PENDING BUDGET APPROVAL”, from the first lines."""
    for at, line in enumerate(lines[:4]):
        if text_facts.is_condition(line.text):
            reading.notice = sentence_case(line.text)
            return [*lines[:at], *lines[at + 1 :]]
    return lines


def _foreign(lines: Sequence[Line], language: str) -> list[str]:
    """Asks about passages in another language than the rest."""
    asks: list[str] = []
    was_foreign = False
    for line in lines:
        if is_rule(line.text) or len(line.text.split()) < 10:
            continue
        spoken = language_of(line.text)
        is_foreign = bool(spoken) and spoken != language
        if is_foreign and not was_foreign:
            asks.append(
                f"the passage “{shortened(line.text, 50)}” is not in the language of the text; translate or delete it"
            )
        was_foreign = is_foreign
    return asks
