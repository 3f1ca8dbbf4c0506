"""A notice in several languages, cut into one part for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jobglot.importing.languages import language_of, scores
from jobglot.importing.lines import Line, is_rule

LEAST_SHARE = 0.4
"""A translation has at least this share of the longest part; what is shorter is a passage in another language."""


@dataclass(frozen=True, slots=True)
class Part:
    """Consecutive lines of a notice in one language, "" when it cannot be told."""

    language: str
    lines: tuple[Line, ...]


def split(lines: Sequence[Line], among: Sequence[str] = ()) -> tuple[Part, ...]:
    """The parts of a notice by language, in the order written; one part when it is in one language.

    Cut at separator lines where the language changes there, else where the small words say that it changes. A notice
    whose second language is a short passage is not cut. `among` narrows the languages down.
    """
    pieces = [piece for piece in _at_rules(lines) if piece]
    parts: list[Part] = []
    for piece in pieces:
        for part in _by_words(piece, among):
            if parts and (part.language in ("", parts[-1].language)):
                parts[-1] = Part(parts[-1].language, parts[-1].lines + part.lines)
            else:
                parts.append(part)
    return _long_ones(parts, lines, among)


def _long_ones(parts: list[Part], lines: Sequence[Line], among: Sequence[str]) -> tuple[Part, ...]:
    sizes = [_size(part.lines) for part in parts]
    languages = [part.language for part in parts]
    is_whole = len(set(languages)) == len(languages) and "" not in languages
    if len(parts) > 1 and is_whole and min(sizes) >= LEAST_SHARE * max(sizes):
        return tuple(parts)
    kept = tuple(line for line in lines if not is_rule(line.text))
    return (Part(language_of(_text(kept), among) or _louder(kept, among), kept),)


def _louder(lines: Sequence[Line], among: Sequence[str]) -> str:
    found = scores(_text(lines))
    ranked = sorted((tag for tag in (among or found) if tag in found), key=lambda tag: (-found[tag], tag))
    return ranked[0] if ranked and found[ranked[0]] > 0 else ""


def _at_rules(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    pieces: list[list[Line]] = [[]]
    for line in lines:
        if is_rule(line.text):
            pieces.append([])
        else:
            pieces[-1].append(line)
    return [tuple(piece) for piece in pieces]


def _by_words(lines: tuple[Line, ...], among: Sequence[str]) -> list[Part]:
    """Cut once, at the line that leaves the most small words of one language before it and of another after it."""
    each = [scores(line.text) for line in lines]
    tags = [tag for tag in (among or sorted(each[0] if each else {})) if each and tag in each[0]]
    totals = {tag: sum(score[tag] for score in each) for tag in tags}
    strong = sorted(tags, key=lambda tag: (-totals[tag], tag))[:2]
    whole = language_of(_text(lines), among)
    if len(strong) < 2 or len(lines) < 4:
        return [Part(whole, lines)]
    best, cut, order = 0.0, 0, (strong[0], strong[1])
    for first, second in (strong, strong[::-1]):
        gain = sum(score[second] - score[first] for score in each)
        for at, score in enumerate(each):
            if gain > best:
                best, cut, order = gain, at, (first, second)
            gain += 2 * (score[first] - score[second])
    before, after = lines[:cut], lines[cut:]
    if not before or not after or min(_size(before), _size(after)) < LEAST_SHARE * max(_size(before), _size(after)):
        return [Part(whole, lines)]
    if language_of(_text(before), among) != order[0] or language_of(_text(after), among) != order[1]:
        return [Part(whole, lines)]
    return [Part(order[0], before), *_by_words(after, among)]


def _text(lines: Sequence[Line]) -> str:
    return "\n".join(line.text for line in lines)


def _size(lines: Sequence[Line]) -> int:
    return sum(len(line.text) for line in lines)
