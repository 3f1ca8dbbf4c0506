"""The labelled facts of a notice, apart from its text: the block above it, and lines such as “Deadline: …” within."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from jobglot.importing.dates import find_dates
from jobglot.importing.labels import Labelled, bare_label_of, label_of, section_of
from jobglot.importing.lines import Line
from jobglot.importing.money import with_period

LONG = 160
"""A line longer than this is text, not a value."""

_DATES = frozenset(["deadline", "posted", "updated", "opens"])
_WITHOUT_COLON = frozenset(
    [
        *(*_DATES, "starts", "salary", "employment_type", "locations", "organization", "grade", "clearance"),
        *("reference", "contract", "duration", "industry"),
    ]
)


class Hit(NamedTuple):
    """A label with its value; `languages` are those the label may be in.

    `is_vague`: it is none of those that say “title”, so that it may tell the field of a job: “Function: Finance”.
    """

    key: str
    value: str
    languages: tuple[str, ...]
    is_vague: bool = False


_TITLE = re.compile(r"titel|title|titre|t[ií]tulo|intitul|bezeichnung", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Faceplate:
    """`above` are the lines before the first label, where the title is; `loose` those among the labels without one."""

    hits: tuple[Hit, ...]
    above: tuple[Line, ...]
    loose: tuple[Line, ...]
    text: tuple[Line, ...]


def take_labels(lines: Sequence[Line]) -> Faceplate:
    """The facts that labels tell, and the lines without them."""
    hits, above, loose, end = _block(lines)
    if not hits:
        above, loose, end = [], [], 0
        first = _labelled_row(lines[0]) if lines else None
        if first and first.key == "title":  # “Vacancy: Cook” above a text
            hits, end = [first], 1
    text: list[Line] = []
    rows = _tables(lines, end)
    for at, line in enumerate(lines[end:], start=end):
        hit = _labelled_row(line) if at in rows else _within(line)
        if hit is None:
            text.append(line)
        else:
            hits.append(hit)
    return Faceplate(tuple(hits), tuple(above), tuple(loose), tuple(text))


def _block(lines: Sequence[Line]) -> tuple[list[Hit], list[Line], list[Line], int]:
    """The block of labels at the top: hits, lines above the first, lines among them, and where the text begins."""
    hits: list[Hit] = []
    above: list[Line] = []
    loose: list[Line] = []
    at, labels = 0, 0
    while at < len(lines):
        line = lines[at]
        found = _labelled(lines, at)
        if found is not None:
            hit, at = found
            labels += 1
            hits += [hit] if hit.value else []
            continue
        section = section_of(line.text)
        if section:
            return hits, above, loose, at + (section == "body")
        if line.is_item or len(line.text) > LONG or (line.text.endswith(".") and (labels or len(line.text) > 40)):
            break
        (loose if labels else above).append(line)
        at += 1
    if not labels or len(loose) > 2 * labels:
        return [], [], [], 0
    # Lines after the last label belong to the text.
    while loose and loose[-1] is lines[at - 1]:
        loose.pop()
        at -= 1
    return hits, above, loose, at


def _labelled(lines: Sequence[Line], at: int) -> tuple[Hit, int] | None:
    """The label at a line with its value there or on the next line, and the line after it."""
    line = lines[at]
    if line.is_item or len(line.text) > LONG:
        return None
    label = label_of(line.text)
    if label is None:
        bare = _bare(lines, at)
        return (bare, at + 1) if bare else None
    if label.value:
        return _hit(label, label.value, line.text), at + 1
    after = lines[at + 1] if at + 1 < len(lines) else None
    has_value = (
        after is not None
        and not after.is_item
        and len(after.text) <= 120
        and label_of(after.text) is None
        and not section_of(after.text)
        and not after.text.endswith(".")
    )
    if section_of(line.text) and not label.has_colon and not has_value:
        return None
    if has_value and after is not None:
        return _hit(label, after.text, line.text), at + 2
    return Hit(label.key, "", label.languages), at + 1


def _hit(label: Labelled, value: str, line: str) -> Hit:
    """A label and its value, with what the label's own words tell beside."""
    name = line.partition(":")[0]
    told = with_period(value, name) if label.key == "salary" else value
    return Hit(label.key, told, label.languages, not _TITLE.search(name))


def _bare(lines: Sequence[Line], at: int) -> Hit | None:
    """A label set off by nothing but a space: only among others of its kind."""
    label = bare_label_of(lines[at].text)
    if label is None or label.key not in _WITHOUT_COLON:
        return None
    near = [lines[other].text for other in (at - 1, at + 1) if 0 <= other < len(lines)]
    others = [bare_label_of(text) or label_of(text) for text in near]
    is_among = any(other is not None and other.key in _WITHOUT_COLON for other in others)
    return _hit(label, label.value, lines[at].text.removesuffix(label.value)) if is_among else None


_ROW = re.compile(r"[^:]{2,40}: \S")
LEAST_ROWS = 3


def _tables(lines: Sequence[Line], begin: int) -> set[int]:
    """The lines of tables within the text: `Label: value` line after line, at least three of the labels being ours."""
    found: set[int] = set()
    run: list[int] = []
    for at in range(begin, len(lines) + 1):
        line = lines[at] if at < len(lines) else None
        if line is not None and not line.is_item and len(line.text) <= LONG and _ROW.match(line.text):
            run.append(at)
            continue
        if sum(_labelled_row(lines[row]) is not None for row in run) >= LEAST_ROWS:
            found.update(run)
        run = []
    return found


def _labelled_row(line: Line) -> Hit | None:
    label = label_of(line.text)
    return _hit(label, label.value, line.text) if label and label.has_colon and label.value else None


def _within(line: Line) -> Hit | None:
    """A date with its label within the text, or below it."""
    label = None if line.is_item or len(line.text) > LONG else label_of(line.text)
    if label is None or not label.has_colon or label.key not in _DATES:
        return None
    dates = list(find_dates(label.value, day_first=None))
    covered = sum(dated.end - dated.start for dated in dates)
    return Hit(label.key, label.value, label.languages) if dates and covered >= len(label.value) - 6 else None
