"""A notice that says each thing twice, “Closing date / Date limite: …”, parted into the two languages of its labels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jobglot.importing.labels import LABELS, SECTIONS, plain
from jobglot.importing.lines import Line, is_rule
from jobglot.meant import LANGUAGES
from jobglot.text_language import scores

LEAST_LABELS = 2
"""So many labels in the same two languages make a notice one in two languages."""
LEAST_TEXT = 40
"""As much text as must stand in each: else the languages are of the form, and not of what was filled in."""
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+")
_BETWEEN = re.compile(r"\s+[/|]\s+")
_MARKS = re.compile(r"(#{1,6}\s+)?(\*\*)?(.*?)(:?\*\*:?)?", re.DOTALL)
_LABEL = re.compile(r"((?:\*\*)?[^:/|]{2,40}?\s*[/|]\s*[^:/|]{2,40}?)\s*[:：]\s*(?:\*\*)?\s*(.*)")


class Pair(NamedTuple):
    """The lines of a notice in two languages, by language, in the order in which its labels name these."""

    first: str
    second: str
    lines: tuple[tuple[Line, ...], tuple[Line, ...]]


def pair_of(lines: Sequence[Line]) -> Pair | None:
    """The two notices in one; None where the labels do not name two languages, or the text is in one only.

    What stands on both sides of a stroke goes to each; a line in either language to that; and a line that tells
    neither, such as a heading, to that of the line before it, or above.
    """
    spoken = _spoken(lines)
    if spoken is None:
        return None
    held: tuple[list[Line], list[Line]] = ([], [])
    text = [0, 0]
    at = 0
    for line in lines:
        if is_rule(line.text):
            continue
        word = plain(_bare(line.text))
        if (named := LANGUAGES.get(word, word)) in spoken:  # “FR” above the text in it
            at = spoken.index(named)
            continue
        label = _label(line.text)
        both = _values(line, label) if label else _halves(line.text, spoken, is_above=not any(text))
        if both is not None:
            for side, said in enumerate(both):
                held[side].extend([line._replace(text=said)] if said else [])
                text[side] += 0 if label else len(said)
            continue
        at = _side(line.text, spoken, at)
        held[at].append(line)
        text[at] += len(line.text)
    if min(text) < LEAST_TEXT or min(text) * 2 < max(text):
        return None
    return Pair(*spoken, (tuple(held[0]), tuple(held[1])))


def _spoken(lines: Sequence[Line]) -> tuple[str, str] | None:
    """The two languages that most labels are in, in their order; what several could be in, the text decides."""
    counts: Counter[tuple[str, str]] = Counter()
    for line in lines:
        label = _label(line.text)
        counts.update(_languages(*label[0]) if label else ())
    said = scores("\n".join(line.text for line in lines))
    ranked = sorted(counts, key=lambda pair: (-counts[pair], -sum(said.get(tag, 0) for tag in pair), pair))
    return ranked[0] if ranked and counts[ranked[0]] >= LEAST_LABELS else None


def _label(text: str) -> tuple[tuple[str, str], str] | None:
    """A label in two languages, and its value."""
    match = _LABEL.fullmatch(text)
    pieces = re.split(r"\s*[/|]\s*", match[1].replace("**", "")) if match else []
    return ((pieces[0].strip(), pieces[1].strip()), match[2].strip()) if match and len(pieces) == 2 else None


def _languages(one: str, other: str) -> Iterator[tuple[str, str]]:
    """The languages that two names of one thing may be in, where they are not both in the same."""
    first, second = LABELS.get(plain(one)), LABELS.get(plain(other))
    if first is None or second is None or first.key != second.key or set(first.languages) & set(second.languages):
        return
    for tag in first.languages:
        yield from ((tag, each) for each in second.languages)


def _values(line: Line, label: tuple[tuple[str, str], str]) -> tuple[str, str] | None:
    """A line of a label in each language; a fact that is said once stands under both names in the first."""
    names, value = label
    values = _BETWEEN.split(value)
    if len(values) != 2:
        known = LABELS.get(plain(names[0]))
        if known and known.key != "apply":  # that one stays in the text as well
            return line.text, ""
        values = [value, value]
    return f"{names[0]}: {values[0]}", f"{names[1]}: {values[1]}"


def _halves(text: str, spoken: tuple[str, str], *, is_above: bool) -> tuple[str, str] | None:
    """The two halves of a line, each with its marks; above the text, of any line."""
    match = _MARKS.fullmatch(text)
    pieces = _BETWEEN.split(match[3]) if match else []
    if match is None or len(pieces) != 2:
        return None
    sections = [SECTIONS.get(plain(piece)) for piece in pieces]
    are_sections = all(section and tag in section.languages for section, tag in zip(sections, spoken, strict=True))
    leads = [_lead(piece, spoken) for piece in pieces]
    if not is_above and not are_sections and not (leads[0] >= 0 >= leads[1] and leads[0] > leads[1]):
        return None
    begin, end = (match[1] or "") + (match[2] or ""), match[4] or ""
    return f"{begin}{pieces[0]}{end}", f"{begin}{pieces[1]}{end}"


def _lead(text: str, spoken: tuple[str, str]) -> float:
    """How much more the first language speaks from a text than the second."""
    found = scores(_ADDRESS.sub(" ", text))
    return found.get(spoken[0], 0) - found.get(spoken[1], 0)


def _side(text: str, spoken: tuple[str, str], before: int) -> int:
    lead = _lead(text, spoken)
    section = SECTIONS.get(plain(_bare(text)))
    for side, tag in enumerate(spoken):
        if section and tag in section.languages and spoken[1 - side] not in section.languages:
            return side
    return before if lead == 0 else int(lead < 0)


def _bare(text: str) -> str:
    return re.sub(r"^#+\s+", "", text).replace("**", "").strip(" :–-")
