"""A notice in several languages, cut into one part for each."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from jobglot.importing.lines import Line, is_rule
from jobglot.importing.paired import pair_of
from jobglot.text_language import language_of, languages_in, scores

LEAST_SHARE = 0.5
"""A translation has at least this share of the longest part; what is shorter is a passage in another language."""
LEAST_TURNS = 4
"""So many paragraphs must take turns for a text to be one in two languages."""
MOSTLY = 0.6
"""Where so great a share of the lines begins a turn, nothing else is tried."""
LEAST_PIECE = 0.1
"""Pieces smaller than this share of what is cut are not looked at by themselves."""


@dataclass(frozen=True, slots=True)
class Part:
    """Consecutive lines of a notice in one language, "" when it cannot be told."""

    language: str
    lines: tuple[Line, ...]


def split(lines: Sequence[Line], among: Sequence[str] = ()) -> tuple[Part, ...]:
    """The parts of a notice by language, in the order written; one part when it is in one language.

    Cut at separator lines where the language changes there, else where the small words say that it changes. A passage
    too short to be a translation stays in the part before it. `among` narrows the languages down. Where labels name
    two languages at once, these are the languages.
    """
    if pair := pair_of(lines):
        return Part(pair.first, pair.lines[0]), Part(pair.second, pair.lines[1])
    heard = languages_in(_text(lines))
    among = [tag for tag in among if tag in heard] or heard or among
    whole = tuple(line for line in lines if not is_rule(line.text))
    if taking_turns := _by_turns(whole, among, MOSTLY):
        return taking_turns
    parts = [part for piece in _at_rules(lines) for part in _by_words(piece, among)]
    longest = max((_size(part.lines) for part in _joined(parts)), default=0)
    parts = _joined(parts)
    kept: list[Part] = []
    for part in parts:
        if kept and (not part.language or _size(part.lines) < LEAST_SHARE * longest):
            kept[-1] = Part(kept[-1].language, kept[-1].lines + part.lines)
        elif kept and _size(kept[-1].lines) < LEAST_SHARE * longest:
            kept[-1] = Part(part.language, kept[-1].lines + part.lines)
        else:
            kept.append(part)
    kept = _joined(kept)
    languages = [part.language for part in kept]
    if len(kept) > 1 and len(set(languages)) == len(languages) and "" not in languages:
        return tuple(kept)
    if taking_turns := _by_turns(whole, among):
        return taking_turns
    return (Part(language_of(_text(whole), among) or _louder(whole, among), whole),)


def _by_turns(lines: Sequence[Line], among: Sequence[str], share: float = 0.0) -> tuple[Part, ...]:
    """The parts of a text whose paragraphs are each followed by their translation; nothing for another text.

    A line that tells nothing goes with what follows it, as a heading does. `share` is how many of the lines that do
    tell must begin a turn.
    """
    spoken = [language_of(line.text, among) for line in lines]
    turns = [tag for tag, _ in itertools.groupby(tag for tag in spoken if tag)]
    if len(set(turns)) != 2 or len(turns) < max(LEAST_TURNS, share * sum(map(bool, spoken))):
        return ()
    held: dict[str, list[Line]] = {tag: [] for tag in turns}
    after = turns[-1]
    for line, tag in zip(reversed(lines), reversed(spoken), strict=True):
        after = tag or _hinted(line, turns) or after
        held[after].append(line)
    parts = tuple(Part(tag, tuple(reversed(held[tag]))) for tag in held)
    sizes = [_size(part.lines) for part in parts]
    return parts if min(sizes) >= LEAST_SHARE * max(sizes) else ()


def _hinted(line: Line, turns: Sequence[str]) -> str:
    """The one of two languages of which a line has a word, where the other has none: of two, that is enough."""
    found = scores(line.text)
    tags = sorted(tag for tag in set(turns) if found[tag])
    return tags[0] if len(tags) == 1 else ""


def _joined(parts: Sequence[Part]) -> list[Part]:
    """The parts with neighbours in the same language, or in none that can be told, put together."""
    found: list[Part] = []
    for part in parts:
        if found and part.language in ("", found[-1].language):
            found[-1] = Part(found[-1].language, found[-1].lines + part.lines)
        else:
            found.append(part)
    return found


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
    return [tuple(piece) for piece in pieces if piece]


def _by_words(lines: tuple[Line, ...], among: Sequence[str]) -> list[Part]:
    """Cut at the line that leaves the most small words of one language before it and of another after it; and again."""
    whole = language_of(_text(lines), among)
    each = [scores(line.text) for line in lines]
    tags = [tag for tag in (among or sorted(scores(""))) if tag in scores("")]
    totals = {tag: sum(score[tag] for score in each) for tag in tags}
    loud = [tag for tag in tags if totals[tag] >= 0.15 * max(totals.values()) > 0]
    best, cut, order = 0.0, 0, ("", "")
    for first, second in itertools.permutations(loud, 2):
        gain = sum(score[second] for score in each)
        for at, score in enumerate(each):
            if gain > best:
                best, cut, order = gain, at, (first, second)
            gain += score[first] - score[second]
    before, after = lines[:cut], lines[cut:]
    if not before or min(_size(before), _size(after)) < LEAST_PIECE * _size(lines):
        return [Part(whole, lines)]
    if language_of(_text(before), among) == order[0] or language_of(_text(after), among) == order[1]:
        return [*_by_words(before, among), *_by_words(after, among)]
    return [Part(whole, lines)]


def _text(lines: Sequence[Line]) -> str:
    return "\n".join(line.text for line in lines)


def _size(lines: Sequence[Line]) -> int:
    return sum(len(line.text) for line in lines)
