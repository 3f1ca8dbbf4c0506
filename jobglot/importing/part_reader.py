"""One language's part of a notice, read: labels, title, text, and what the text tells."""

from __future__ import annotations

from collections.abc import Sequence

from jobglot.importing import text_facts
from jobglot.importing.criteria import take_grids
from jobglot.importing.draft import shortened
from jobglot.importing.faceplate import take_labels
from jobglot.importing.first_lines import tells
from jobglot.importing.headings import sentence_case
from jobglot.importing.known import Known
from jobglot.importing.lines import Line, is_rule
from jobglot.importing.part import PartReading
from jobglot.importing.split import Part
from jobglot.importing.titling import (
    LONG_TITLE,
    announced,
    employed,
    opened,
    titled_above,
    titled_below,
    titled_by_sentence,
)
from jobglot.text_language import language_of


def read_part(part: Part, known: Known, before: PartReading | None, title: str = "") -> PartReading:
    """Read one part; `before` is what the first part told, whose layout this one may share.

    `title` is given where it is known from elsewhere.
    """
    plate = take_labels(part.lines)
    reading = PartReading(part.language, hits=plate.hits, loose=plate.loose)
    if title:
        reading.take_title(title)
    label = next((hit for hit in plate.hits if hit.key == "title" and 0 < len(hit.value) <= LONG_TITLE), None)
    if label and not label.is_vague and not any(tells(line.text, label.value) for line in plate.above):
        reading.take_title(reading.title or label.value)
    above = titled_above(employed(plate.above, reading, known), reading, known, may_be_letterhead=label is not None)
    text = titled_below(plate.text, reading, known) if label and label.is_vague else plate.text
    if label and not reading.title:
        reading.take_title(label.value)
    elif label and not tells(reading.title, label.value):
        reading.notes.append(
            f"“{shortened(label.value)}” is told as function or title too; “{reading.title}” was taken"
        )
    lines = announced(employed([*above, *text], reading, known), reading, known)
    lines = opened(lines, reading, known, before)
    lines = _condition(lines, reading)
    titled_by_sentence(lines, reading)
    reading.grids, lines = take_grids(lines)
    reading.lines = tuple(lines)
    reading.asks += [ask for grid in reading.grids for ask in grid.asks]
    reading.asks += _foreign(lines, part.language)
    return reading


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
