"""How alike the postings of a board are: an index of those that take applications, and the nearest to a posting.

The index is made once and holds plain values only, so that it can go to other processes; each of them then ranks a
part of the board. What it finds does not depend on the parts, nor on the order in which anything was given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from jobglot import neighbours
from jobglot.bridges import NEAREST, Bridge, Near
from jobglot.model import Content, Posting
from jobglot.neighbours import MakeMatcher, Nearest
from jobglot.tongues import MakeTexts, Tongue, plain_texts, tongue_of
from jobglot.traits import Traits, employer_key, traits_of
from jobglot.vectors import NOTHING, Row

SMALL = 150
"""Up to so many postings the plain way is faster than loading numpy."""

MOST_KIN = 4_000_000
"""So many pairs at most are compared to find out what postings of one language would say in another."""

Pattern = tuple[str, ...]
"""The languages of a posting's editions, in the config's order."""
Engine = tuple[MakeTexts, MakeMatcher]


@dataclass(frozen=True, slots=True)
class Index:
    """A board made comparable. A posting's number is its place in `ids`, which are in order.

    `languages` are those of each posting. `spoken` tells, for the postings of a pattern, in which languages they are
    compared with the `candidates`, `matchers` does the comparing, and `foreign` holds what a posting without a common
    language with some of them would say in theirs.
    """

    ids: Sequence[str]
    postings: Sequence[Posting]
    languages: Sequence[Pattern]
    traits: Sequence[Traits]
    codes: Mapping[str, int]
    employers: Sequence[str]
    tongues: Mapping[str, Tongue]
    candidates: Sequence[int]
    spoken: Mapping[Pattern, Pattern]
    matchers: Mapping[Pattern, Nearest]
    foreign: Mapping[int, Row]


def meeting(subject: Pattern, other: Pattern) -> str:
    """The language in which a pair is compared: the first that both have, else the first of the other one."""
    return next((language for language in subject if language in other), other[0])


def index_of(
    postings: Mapping[str, Posting],
    subjects: Iterable[str],
    candidates: Iterable[str],
    content: Content,
    languages: Sequence[str],
    engine: Engine | None = None,
) -> Index:
    """The index for finding the nearest `candidates` of each of the `subjects`; `languages` are the config's."""
    from_ids, to_ids = frozenset(subjects), frozenset(candidates)
    ids = sorted(from_ids | to_ids)
    board = [postings[id_] for id_ in ids]
    make_texts, make_matcher = engine or engine_for(len(ids))
    employers = [employer_key(posting) for posting in board]
    traits = traits_of(board, employers, content)
    codes = {code: number for number, code in enumerate(sorted({c for t in traits for c in t.codes()}))}
    pattern_of = cache(partial(_pattern, languages=languages))
    patterns = [pattern_of(tuple(edition.language for edition in posting.editions)) for posting in board]
    starting = [number for number, id_ in enumerate(ids) if id_ in from_ids]
    found = [number for number, id_ in enumerate(ids) if id_ in to_ids]
    needs = _Needs(patterns, starting, found)

    tongues: dict[str, Tongue] = {}
    base = len(codes)
    for language in needs.languages():
        tongues[language] = tongue_of(language, board, employers, base, make_texts)
        base = tongues[language].end

    matchers = _matchers(make_matcher, tongues, needs.spoken, patterns, codes, traits, found)
    foreign: dict[int, Row] = {}
    for (pattern, language), bridges in needs.bridges.items():
        travellers = [number for number in starting if patterns[number] == pattern]
        near_of = partial(_near, make_matcher, tongues, patterns, travellers)
        near, kin = near_of(bridges), near_of(_kin(pattern[0], patterns, travellers, bridges))
        bridge = Bridge(pattern[0], tongues[language], [posting.best_edition(pattern[0]) for posting in board])
        for number, lenders, related in zip(travellers, near, kin, strict=True):
            foreign[number] = {**foreign.get(number, NOTHING), **bridge.row(number, lenders, related)}
    return Index(ids, board, patterns, traits, codes, employers, tongues, found, needs.spoken, matchers, foreign)


def _kin(language: str, patterns: Sequence[Pattern], travellers: Sequence[int], bridges: Sequence[int]) -> list[int]:
    """The postings in the travellers' own language, where so few bridge to the other that these are needed."""
    own = [number for number, pattern in enumerate(patterns) if language in pattern]
    return own if len(bridges) < len(travellers) and len(travellers) * len(own) <= MOST_KIN else []


def _near(
    make_matcher: MakeMatcher,
    tongues: Mapping[str, Tongue],
    patterns: Sequence[Pattern],
    travellers: Sequence[int],
    others: Sequence[int],
) -> list[list[Near]]:
    """For each of the travellers, all of one pattern, the nearest of the others by what they say."""
    if not travellers or not others:
        return [[] for _ in travellers]
    pattern = patterns[travellers[0]]
    matcher = make_matcher(_sources(tongues, pattern, patterns, others), [NOTHING] * len(others))
    read = {meeting(pattern, patterns[number]): None for number in others}
    found = matcher.best(_channels(tongues, tuple(read)), travellers, [NOTHING] * len(travellers), NEAREST + 1)
    return [
        [(others[column], alike) for column, alike in columns if others[column] != number][:NEAREST]
        for number, columns in zip(travellers, found, strict=True)
    ]


def narrowed(index: Index, candidates: Sequence[int]) -> Index:
    """The same index with some of the candidates only, in order."""
    _, make_matcher = engine_for(len(index.ids))
    parts = (index.tongues, index.spoken, index.languages, index.codes, index.traits)
    return replace(index, candidates=candidates, matchers=_matchers(make_matcher, *parts, candidates))


def nearest(index: Index, subjects: Sequence[int], count: int) -> list[list[tuple[int, int]]]:
    """For each subject the numbers of its `count` nearest candidates with their likeness; it may be among them."""
    found: dict[int, list[tuple[int, int]]] = {}
    for pattern in dict.fromkeys(index.languages[number] for number in subjects):
        alike = [number for number in subjects if index.languages[number] == pattern]
        own = [_own_row(index, number) for number in alike]
        channels = _channels(index.tongues, index.spoken[pattern])
        ranked = index.matchers[pattern].best(channels, alike, own, count)
        for number, columns in zip(alike, ranked, strict=True):
            found[number] = [(index.candidates[column], likeness) for column, likeness in columns]
    return [found[number] for number in subjects]


def engine_for(size: int) -> Engine:
    """The plain way for a small board, numpy for a large one."""
    if size <= SMALL:
        return plain_texts, neighbours.Matcher
    # Loading numpy takes longer than a small board takes to compare.
    from jobglot import neighbours_numpy, wordings  # noqa: PLC0415

    return wordings.numpy_texts, neighbours_numpy.Matcher


class _Needs:
    """Which languages have to be read to compare these postings, and which postings bridge to which language."""

    def __init__(self, patterns: Sequence[Pattern], subjects: Sequence[int], candidates: Sequence[int]) -> None:
        there = list(dict.fromkeys(patterns[number] for number in candidates))
        self.spoken: dict[Pattern, Pattern] = {}
        self.bridges: dict[tuple[Pattern, str], list[int]] = {}
        self._patterns = patterns
        for pattern in dict.fromkeys(patterns[number] for number in subjects):
            met = dict.fromkeys(meeting(pattern, other) for other in there)
            self.spoken[pattern] = tuple(language for language in met if language in pattern)
            for language in met:
                if language not in pattern:
                    self.bridges[pattern, language] = [
                        number
                        for number, other in enumerate(patterns)
                        if language in other and not frozenset(pattern).isdisjoint(other)
                    ]

    def languages(self) -> list[str]:
        """Every language to read, in order."""
        found = {language for spoken in self.spoken.values() for language in spoken}
        for (pattern, language), bridges in self.bridges.items():
            found |= {language, pattern[0]} | {meeting(pattern, self._patterns[number]) for number in bridges}
        return sorted(found)


def _pattern(written: tuple[str, ...], languages: Sequence[str]) -> Pattern:
    return tuple(sorted(written, key=lambda tag: (languages.index(tag) if tag in languages else len(languages), tag)))


def _matchers(
    make_matcher: MakeMatcher,
    tongues: Mapping[str, Tongue],
    spoken: Iterable[Pattern],
    patterns: Sequence[Pattern],
    codes: Mapping[str, int],
    traits: Sequence[Traits],
    candidates: Sequence[int],
) -> dict[Pattern, Nearest]:
    """What finds the nearest of the candidates, for postings of each pattern."""
    own = [_numbered(codes, traits[number].shared, traits[number].takes) for number in candidates]
    return {pattern: make_matcher(_sources(tongues, pattern, patterns, candidates), own) for pattern in spoken}


def _sources(
    tongues: Mapping[str, Tongue], pattern: Pattern, patterns: Sequence[Pattern], columns: Sequence[int]
) -> list[tuple[neighbours.Source, int, Mapping[int, int]]]:
    """What each column says in the language in which a posting of `pattern` meets it."""
    met: dict[str, dict[int, int]] = {}
    for column, number in enumerate(columns):
        met.setdefault(meeting(pattern, patterns[number]), {})[number] = column
    found: list[tuple[neighbours.Source, int, Mapping[int, int]]] = []
    for language, places in met.items():
        tongue = tongues[language]
        found += [(tongue.title_vectors, tongue.title_base, places), (tongue.texts, tongue.text_base, places)]
    return found


def _channels(tongues: Mapping[str, Tongue], languages: Pattern) -> list[tuple[neighbours.Source, int]]:
    found: list[tuple[neighbours.Source, int]] = []
    for tongue in (tongues[language] for language in languages):
        found += [(tongue.title_vectors, tongue.title_base), (tongue.texts, tongue.text_base)]
    return found


def _own_row(index: Index, number: int) -> Row:
    traits = index.traits[number]
    return {**_numbered(index.codes, traits.shared, traits.lives), **index.foreign.get(number, NOTHING)}


def _numbered(codes: Mapping[str, int], *weights: Mapping[str, int]) -> Row:
    return {codes[code]: weight for part in weights for code, weight in part.items()}
