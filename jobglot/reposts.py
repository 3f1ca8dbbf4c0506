"""Which postings are notices of the same job.

A list that offers one job twice is worse than a shorter one. Yet a title alone does not make a job: a university seeks
many "postdoctoral researchers" in one town, and a chain the same cook in ten.
"""

from __future__ import annotations

from collections.abc import Sequence

from jobglot.likeness import Index, meeting
from jobglot.model import Edition, Posting
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
        self._titles = _Titles(index.postings)
        self._references = [posting.reference for posting in index.postings]

    def same_job(self, one: int, other: int) -> bool:
        """Whether two postings offer the same job.

        They do if one employer gives both the same reference. Otherwise they must have the same title (folded) in some
        language, and their places must not be different. Then, of one employer, their texts must be alike at least by
        half, or be too short to tell; and of two employers they must be nearly identical.
        """
        differ = self._titles[one].isdisjoint(self._titles[other])
        has_reference = self._references[one] == self._references[other] != ""
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
        places, others = self._places(one), self._places(other)
        return not places or not others or not places.isdisjoint(others)

    def _places(self, number: int) -> frozenset[str]:
        codes = self._index.traits[number].shared
        return frozenset(code for code in codes if code.startswith(("place:", "city:")))


class _Titles(dict[int, frozenset[tuple[str, tuple[str, ...]]]]):
    """The titles of postings by language, folded when they are first asked for: mostly of all postings, or of few."""

    def __init__(self, postings: Sequence[Posting]) -> None:
        super().__init__()
        self._postings = postings
        languages = sorted({edition.language for posting in postings for edition in posting.editions})
        self._lexicons = {language: Lexicon(language) for language in languages}

    def __missing__(self, number: int) -> frozenset[tuple[str, tuple[str, ...]]]:
        editions = self._postings[number].editions
        found = self[number] = frozenset((e.language, self._terms(e)) for e in editions)
        return found

    def _terms(self, edition: Edition) -> tuple[str, ...]:
        return self._lexicons[edition.language].of(edition.title) or (edition.title,)

    def __reduce__(self) -> tuple[type[_Titles], tuple[Sequence[Posting]]]:
        # A stemmer cannot be sent to another process.
        return _Titles, (self._postings,)
