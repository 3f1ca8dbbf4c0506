"""Where the title of a notice stands, and beside it employer and department: lines that are taken from its text.

Each function takes what it finds into what is known of the part, and gives back the lines that are left.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from jobglot.importing.comparing import name_key
from jobglot.importing.draft import shortened
from jobglot.importing.first_lines import (
    MARKED,
    REFERENCE,
    announcing,
    bare,
    cut,
    is_house,
    is_kind_of_notice,
    is_name,
    is_unit,
    sought,
    without_article,
)
from jobglot.importing.headings import find_headings
from jobglot.importing.known import Known
from jobglot.importing.labels import section_of
from jobglot.importing.lines import Line
from jobglot.importing.part import PartReading
from jobglot.importing.words import employment_types

LONG_TITLE = 190
LONGEST_OPENING = 8
LONGEST_HEAD = 3
"""So far from the top may the line stand in which an employer says to be looking for somebody."""


def titled_below(text: tuple[Line, ...], reading: PartReading, known: Known) -> tuple[Line, ...]:
    """Takes the title that stands below labels of which one may tell but the field of the job; gives the other lines.

    It is the one heading above all others, or a line that stands apart right above the first section.
    """
    if reading.title or not text:
        return text
    apart = next((line for line in reading.loose[-1:] if line.gap and section_of(bare(text[0].text))), None)
    if apart is not None and is_name(apart.text, known):
        reading.take_title(apart.text)
        reading.loose = reading.loose[:-1]
        return text
    levels = [len(match[0]) for line in text if (match := re.match(r"#+(?= )", line.text))]
    is_top = text[0].text.startswith("#") and (
        levels[0] < min(levels[1:], default=0) or (levels[0] == 1 and levels.count(1) == 1)
    )
    if not is_top or len(text[0].text) > LONG_TITLE or section_of(bare(text[0].text)):
        return text
    reading.take_title(text[0].text)
    return text[1:]


def titled_above(above: Sequence[Line], reading: PartReading, known: Known, *, may_be_letterhead: bool) -> list[Line]:
    """Takes title and organization from the lines above the labels; gives the others back.

    `may_be_letterhead`: a label tells a title as well, so that one which names an office is none.
    """
    rest: list[Line] = []
    mixed = any(not line.text.isupper() for line in above)
    marked = [line for line in above if MARKED.match(line.text)]
    is_marked = 0 < len(marked) < len(above)  # what stands before it is a letterhead
    for line in above:
        if is_kind_of_notice(line.text) or (reading.title and name_key(line.text) == name_key(reading.title)):
            continue
        if (found := known.organization(line.text)) and not reading.organization:
            reading.organization = found
        elif may_be_letterhead and not reading.letterhead and is_house(line.text):
            reading.letterhead = bare(line.text)
        elif mixed and line.text.isupper() and not REFERENCE.search(line.text):
            reading.notes.append(f"the letterhead “{shortened(line.text)}” was left out")
        elif not reading.title and len(line.text) <= LONG_TITLE and (not is_marked or line in marked):
            reading.take_title(line.text)
        else:
            rest.append(line)
    return rest


def employed(lines: Sequence[Line], reading: PartReading, known: Known) -> list[Line]:
    """Takes the line in which an employer says to be looking for somebody, and the title below it."""
    at = next((at for at, line in enumerate(lines[:LONGEST_HEAD]) if announcing(line.text)), len(lines))
    after = lines[at + 1].text if at + 1 < len(lines) else ""
    if not after or reading.title or len(after) > LONG_TITLE or after[-1] in ".:;,":
        return [*lines]
    who = announcing(lines[at].text)
    reading.organization = reading.organization or known.organization(who)
    reading.letterhead = who if not reading.organization else ""
    title, terms = cut(without_article(bare(after)))
    reading.take_title(title[:1].upper() + title[1:])
    return [*lines[:at], *([Line(terms)] if terms else []), *lines[at + 2 :]]


def titled_by_sentence(lines: Sequence[Line], reading: PartReading) -> None:
    """Takes the title from the first sentences, where nothing else tells it, and asks about it."""
    said = next((found for line in lines[:3] if (found := sought(line.text))), "") if not reading.title else ""
    if said:
        reading.take_title(said)
        reading.asks.append(f"no line is the title; “{said}” was taken from a sentence: confirm it")


def announced(lines: list[Line], reading: PartReading, known: Known) -> list[Line]:
    """Takes the title that stands below “Vacancy notice”, and the letterhead above that; else that alone."""
    at = next((at for at, line in enumerate(lines[:LONGEST_OPENING]) if is_kind_of_notice(bare(line.text))), None)
    if at is None:
        return lines
    after = lines[at + 1] if at + 1 < len(lines) else None
    is_title = after is not None and (MARKED.match(after.text) or after.text.isupper() or at == 0)
    is_short = after is not None and len(after.text) <= 120 and after.text[-1] not in ".:;," and not after.is_item
    if reading.title or not is_title or not is_short or after is None or section_of(bare(after.text)):
        return [*_without_letterhead(lines[:at], reading, known), *lines[at + 1 :]]
    reading.take_title(after.text)
    for line in lines[:at]:
        reading.organization = reading.organization or known.organization(bare(line.text))
    if at:
        reading.notes.append(
            f"the letterhead “{shortened(' '.join(bare(line.text) for line in lines[:at]))}” was left out"
        )
    return lines[at + 2 :]


def _without_letterhead(above: list[Line], reading: PartReading, known: Known) -> list[Line]:
    """The lines above “Vacancy notice”, without the employer's name where that is all they say."""
    if len(above) != 1 or not (is_house(above[0].text) or known.organization(bare(above[0].text))):
        return above
    reading.organization = reading.organization or known.organization(bare(above[0].text))
    reading.letterhead = bare(above[0].text) if not reading.organization else ""
    return []


def opened(lines: list[Line], reading: PartReading, known: Known, before: PartReading | None) -> list[Line]:
    """Takes title and department from the lines above the first heading, where those are short lines and no text."""
    first = min(find_headings(lines, reading.language), default=0)
    if first == 0 and lines and not reading.title and find_headings(lines, reading.language):
        head = lines[0]
        if head.text.startswith("# "):  # a Markdown document's own title
            reading.take_title(head.text)
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
            reading.take_title(opening[at].text)
        reading.opening = len(opening) - at
    rest = [line for number, line in enumerate(opening) if number != at]
    units = [
        line
        for line in rest
        if is_unit(line.text) and len(line.text) <= 120 and ": " not in line.text and not employment_types(line.text)
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
    marked = [at for at, line in enumerate(opening) if REFERENCE.search(line.text)]
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
    reading.take_title(head.text)
    return [line for line in lines[1:] if name_key(line.text) != name_key(reading.title)]
