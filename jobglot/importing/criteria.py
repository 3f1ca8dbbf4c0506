"""Selection grids: labels with points, in alternating lines or in two runs, and lists of criteria without points."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jobglot.importing.draft import Value, shortened
from jobglot.importing.labels import section_of
from jobglot.importing.lines import Line
from jobglot.tokens import fold

_POINTS_WORD = r"(?:points?|pts?\.?|punten|punkte|puntos)"
_POINTS = re.compile(rf"(\d{{1,4}})\s*{_POINTS_WORD}|{_POINTS_WORD}\s*:?\s*(\d{{1,4}})")
_OUT_OF = re.compile(
    rf"[(\[]\s*(?:/|out of|sur|sobre|van|von|max\.?|total:?)?\s*(\d{{1,4}})\s*{_POINTS_WORD}?\s*[)\]]|/\s*(\d{{2,4}})\b"
)
_SAME_LINE = re.compile(rf"^(.{{3,}}?)\s*[:(–—-]\s*(\d{{1,4}})\s*{_POINTS_WORD}\s*\)?$")
_CRITERIA = re.compile(r"criteri|criter|bewertung|beoordeling|grid|grille|evaluation|selec")


@dataclass(frozen=True, slots=True)
class Grid:
    """One stage of the selection. `out_of` is 0 where it is not scored; `asks` what does not add up."""

    stage: str
    items: tuple[tuple[str, int], ...]
    out_of: int
    asks: tuple[str, ...] = ()


def take_grids(lines: Sequence[Line]) -> tuple[list[Grid], list[Line]]:
    """The grids of a text, and its lines without them."""
    grids: list[Grid] = []
    rest: list[Line] = []
    at = 0
    while at < len(lines):
        end, grid = _scored(lines, at)
        if grid is None:
            end, grid = _listed(lines, at)
        if grid is None:
            rest.append(lines[at])
            at += 1
        else:
            grids.append(grid)
            at = end
    return grids, rest


def _scored(lines: Sequence[Line], at: int) -> tuple[int, Grid | None]:
    """A grid whose heading says how many points there are in all."""
    out_of = _total(lines[at].text)
    if not out_of:
        return at, None
    end = last = at + 1
    while end < len(lines) and not section_of(lines[end].text) and not _total(lines[end].text):
        end += 1
        if _points(lines[end - 1].text) is not None or _SAME_LINE.match(lines[end - 1].text):
            last = end
    labels: list[str] = []
    points: list[int] = []
    for line in lines[at + 1 : last]:
        both = _SAME_LINE.match(line.text)
        scored = _points(line.text)
        if scored is not None:
            points.append(scored)
        elif both:
            labels.append(both[1].strip())
            points.append(int(both[2]))
        else:
            labels.append(line.text.rstrip(" :"))
    if not points:
        return at, None
    stage = _OUT_OF.sub("", lines[at].text).strip(" :–-").strip()
    if len(labels) != len(points):
        told = f"{len(labels)} criteria and {len(points)} figures stand in “{shortened(stage)}”; write the grid by hand"
        return last, Grid(stage, tuple((label, -1) for label in labels), 0, (told,))
    asks: tuple[str, ...] = ()
    if sum(points) != out_of:
        asks = (f"the points of “{shortened(stage)}” sum to {sum(points)}, not to the {out_of} announced",)
    # Labels and points go by order, whether they alternate or stand in two runs.
    return last, Grid(stage, tuple(zip(labels, points, strict=True)), sum(points), asks)


def _listed(lines: Sequence[Line], at: int) -> tuple[int, Grid | None]:
    """A list of criteria under a heading that calls them so."""
    if section_of(lines[at].text) != "criteria" or lines[at].is_item:
        return at, None
    begin = at + 1
    if begin < len(lines) and not lines[begin].is_item and lines[begin].text.endswith(":"):
        begin += 1
    end = begin
    while end < len(lines) and lines[end].is_item and len(lines[end].text) <= 160:
        end += 1
    if end - begin < 2:
        return at, None
    items = tuple((line.text.rstrip(" ;,."), -1) for line in lines[begin:end])
    return end, Grid(lines[at].text.rstrip(" :"), items, 0)


def _total(text: str) -> int:
    """What a heading says its grid is out of; 0 when it is no such heading."""
    match = _OUT_OF.search(fold(text))
    if match is None or len(text) > 160 or not _CRITERIA.search(fold(text)):
        return 0
    return int(match[1] or match[2])


def _points(text: str) -> int | None:
    match = _POINTS.fullmatch(fold(text).strip(" :.;"))
    return int(match[1] or match[2]) if match else None


def as_fact(grids: Sequence[tuple[Grid, str]]) -> list[Value]:
    """The grids as front matter says them; each comes with the language of its words, "" for the posting's own."""
    return [_stage(grid, language) for grid, language in grids if grid.items]


def _stage(grid: Grid, language: str) -> Value:
    def said(text: str) -> Value:
        return {language: text} if language else text

    items: list[Value] = [
        {"label": said(label), "points": points} if grid.out_of else {"label": said(label)}
        for label, points in grid.items
    ]
    scored: dict[str, Value] = {"out_of": grid.out_of} if grid.out_of else {}
    return {"stage": said(grid.stage), **scored, "items": items}
