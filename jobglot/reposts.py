"""Which postings are notices of the same job.

A list that offers one job twice is worse than a shorter one. Yet a title alone does not make a job: a university seeks
many "postdoctoral researchers" in one town, and a chain the same cook in ten.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from jobglot.likeness import Index, meeting
from jobglot.model import Posting
from jobglot.neighbours import dot
from jobglot.tokens import Lexicon
from jobglot.tongues import TEXT
from jobglot.vectors import NOTHING

SUBSTANTIAL = 12
"""A text of fewer terms is too short to tell one job from another."""
ALIKE = 50
"""So many per cent alike are two texts of one employer about one job,"""
IDENTICAL = 95
"""and so many those of an agency and its client."""


class Reposts:
    """Compares postings of an index, by number."""

    def __init__(self, index: Index) -> None:
        self._index = index
        languages = dict.fromkeys(language for pattern in dict.fromkeys(index.languages) for language in pattern)
        lexicons = {language: Lexicon(language) for language in languages}
        # Numbers for titles and references: of those, pairs are compared by the hundred thousand.
        numbers: defaultdict[object, int] = defaultdict(lambda: len(numbers) + 1)
        self._titles = [frozenset(numbers[title] for title in _titles(posting, lexicons)) for posting in index.postings]
        self._references = [numbers[p.reference] if p.reference else 0 for p in index.postings]
        self._places = [
            frozenset(code for code in traits.shared if code.startswith(("place:", "city:"))) for traits in index.traits
        ]

    def same_job(self, one: int, other: int) -> bool:
        """Whether two postings offer the same job.

        They do if one employer gives both the same reference. Otherwise they must have the same title (folded) in some
        language, and their places must not be different. Then, of one employer, their texts must be alike at least by
        half, or be too short to tell; and of two employers they must be nearly identical.
        """
        differ = self._titles[one].isdisjoint(self._titles[other])
        has_reference = self._references[one] == self._references[other] != 0
        if differ and not has_reference:
            return False
        index = self._index
        employer = index.employers[one] != "" and index.employers[one] == index.employers[other]
        if employer and has_reference:
            return True
        if differ or not self._places_meet(one, other):
            return False
        tongue = index.tongues.get(meeting(index.languages[one], index.languages[other]))
        texts = (tongue.texts.row(one), tongue.texts.row(other)) if tongue else (NOTHING, NOTHING)
        if min(map(len, texts)) < SUBSTANTIAL:
            return employer
        return dot(*texts) * 100 >= TEXT.length**2 * (ALIKE if employer else IDENTICAL)

    def _places_meet(self, one: int, other: int) -> bool:
        """Whether they share a place, or one of them does not tell where it is."""
        places, others = self._places[one], self._places[other]
        return not places or not others or not places.isdisjoint(others)


def _titles(posting: Posting, lexicons: Mapping[str, Lexicon]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The titles of a posting by language, folded."""
    for edition in posting.editions:
        yield edition.language, tuple(lexicons[edition.language].of(edition.title)) or (edition.title,)
