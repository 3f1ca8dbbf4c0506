"""Why two postings are called alike: what both really share, as codes of `site.Similar`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from jobglot.likeness import Index, meeting
from jobglot.listings import lineage
from jobglot.model import Content, Posting
from jobglot.neighbours import dot
from jobglot.tokens import fold
from jobglot.tongues import TEXT, TITLE
from jobglot.vectors import Row

MOST = 3
TITLE_FLOOR = TITLE.length**2 * 20 // 100
TEXT_FLOOR = TEXT.length**2 * 10 // 100
"""From here on a title or a text is called alike."""
SILENT = ("country:", "type:")
"""Kinds of traits that weigh but are no reason."""


class Reasons:
    """Names the reasons of pairs of an index, by number."""

    def __init__(self, index: Index, content: Content) -> None:
        self._index = index
        self._silent = frozenset(code for code in index.codes if code.startswith(SILENT))
        self._above = _above(index.codes, content)

    def of(self, subject: int, number: int, likeness: int) -> tuple[str, ...]:
        """What both share, the weightiest first. What another reason implies, as a city does its country, is left out.

        "text" says that what remains of the likeness, without titles and facts, is considerable. Between two languages
        that may be by way of postings written in both; "title" then still means words that both titles hold.
        """
        own, other = self._index.traits[subject], self._index.traits[number]
        shared = {code: weight * other.shared[code] for code, weight in own.shared.items() if code in other.shared}
        rest = (
            likeness
            - sum(shared.values())
            - sum(own.lives.get(code, 0) * weight for code, weight in other.takes.items())
        )
        weights = {code: weight for code, weight in shared.items() if code not in self._silent}
        title, alike = self._titles(subject, number)
        if alike:
            weights["title"] = title
        if rest - title >= TEXT_FLOOR:
            weights["text"] = rest - title
        if self._above:
            for above in [above for code in weights for above in self._above.get(code, ())]:
                weights.pop(above, None)
        codes = sorted(weights, key=lambda code: (-weights[code], code))
        return tuple(dict.fromkeys(map(_reason, codes)))[:MOST]

    def _titles(self, subject: int, number: int) -> tuple[int, bool]:
        """The likeness of the titles, and whether they can be called alike."""
        index = self._index
        language = meeting(index.languages[subject], index.languages[number])
        tongue = index.tongues[language]
        if language in index.languages[subject]:
            likeness = dot(tongue.titles[subject], tongue.titles[number])
            return likeness, likeness >= TITLE_FLOOR
        row: Row = {tongue.title_base + term: weight for term, weight in tongue.titles[number].items()}
        own = _long_words(index.postings[subject], index.languages[subject][0])
        others = _long_words(index.postings[number], language)
        return dot(row, index.foreign[subject]), len(own & others) * 2 >= max(1, min(len(own), len(others)))


def _above(codes: Iterable[str], content: Content) -> Mapping[str, tuple[str, ...]]:
    """The codes of the terms above that of a code, for those that have any."""
    kinds = {"category": content.categories, "industry": content.industries, "place": content.places}
    found: dict[str, tuple[str, ...]] = {}
    for code in codes:
        kind, _, id_ = code.partition(":")
        above = lineage(id_, kinds.get(kind, {}))[1:]
        if above:
            found[code] = tuple(f"{kind}:{term}" for term in above)
    return found


def _reason(code: str) -> str:
    """The code as `site.Similar` has it: without which organization, or in which country a city is."""
    if code.startswith("organization:"):
        return "organization"
    return code.rpartition("|")[0] if code.startswith("city:") else code


def _long_words(posting: Posting, language: str) -> frozenset[str]:
    """The words of a title of more than two letters, folded."""
    words = re.findall(r"\w+", fold(posting.best_edition(language).title))
    return frozenset(word for word in words if len(word) > 2)
