"""The jobs of a text that holds several, one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from jobglot.importing.draft import Draft, Refusal, shortened
from jobglot.importing.first_lines import bare, is_kind_of_notice
from jobglot.importing.known import Known
from jobglot.importing.labels import section_of
from jobglot.importing.lines import is_rule
from jobglot.importing.notice import NO_HINTS, Hints, read_notice

LEVELS = 3
"""As deep may the headings lie that jobs stand under."""


def read_notices(found: str, text: str, known: Known, today: date, hints: Hints = NO_HINTS) -> list[Draft | Refusal]:
    """The posting that a text holds, or those that it holds one by one; `found` is its name."""
    for above, pieces, is_certain in _cut(text):
        if drafts := _each(found, pieces, known, today, is_certain=is_certain):
            said = shortened(" ".join(above.split()))
            note = f"left out: “{said}”, which stands above the first of several jobs"
            return [replace(drafts[0], notes=(*drafts[0].notes, note)), *drafts[1:]] if said else [*drafts]
    return [read_notice(found, text, known, today, hints)]


def _cut(text: str) -> Iterator[tuple[str, list[str], bool]]:
    """The ways in which a text may be cut into jobs: at headings of one level, or at rules and ends of pages.

    Each with what stands above the first, and whether the headings are those of whole texts.
    """
    for level in range(1, LEVELS + 1):
        begin = f"{'#' * level} "
        first, *rest = re.split(rf"^(?={begin})", text, flags=re.MULTILINE)
        yield ("", [first, *rest], level == 1) if first.startswith(begin) else (first, rest, level == 1)
    pieces: list[list[str]] = [[]]
    for line in text.split("\n"):
        if is_rule(line.strip()):
            pieces.append([])
        else:
            pieces[-1].append(line)
    yield "", [piece for piece in ("\n".join(lines).strip() for lines in pieces) if piece], False


def _each(found: str, pieces: Sequence[str], known: Known, today: date, *, is_certain: bool) -> list[Draft]:
    """A posting a piece; nothing where they are parts of one, such as sections, pages, or translations.

    Each must be the notice of a job by itself, with title and deadline, and, unless it is certain that each is a whole
    text, a way to apply; all in the same languages.
    """
    if len(pieces) < 2 or any(section_of(_first(piece)) for piece in pieces):
        return []
    needed = {"deadline"} if is_certain else {"deadline", "apply"}
    drafts: list[Draft] = []
    for piece in pieces:
        draft = read_notice(f"{found}, {shortened(_first(piece), 60)}", piece, known, today)
        if isinstance(draft, Refusal) or not draft.editions[0].title or not needed <= draft.facts.keys():
            return []
        drafts.append(draft)
    return drafts if len({tuple(each.language for each in draft.editions) for draft in drafts}) == 1 else []


def _first(piece: str) -> str:
    """The first line that says more than “Vacancy notice”."""
    lines = [said for line in piece.split("\n") if (said := bare(line).strip("* "))]
    return next((line for line in lines if not is_kind_of_notice(line)), "")
