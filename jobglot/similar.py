"""Similar jobs: what else the applicants of a posting would apply for, and why.

Postings are ranked by `likeness`; here the best few are chosen and the reasons named. Never in a list: the posting
itself, another notice of the same job (`is_repost`), two notices of one job, more of one employer than the settings
allow, and what shares nothing with the posting that could be named. A posting that shares only the kind of contract is
shown when there is nothing better at all. So a list is short, or empty, only where the board has no more to offer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from jobglot.likeness import Index, index_of, meeting, nearest
from jobglot.listings import lineage
from jobglot.model import Content, Posting
from jobglot.neighbours import dot
from jobglot.settings import SimilarSettings
from jobglot.site import Similar
from jobglot.tokens import fold, raw_words
from jobglot.tongues import TEXT, TITLE
from jobglot.vectors import Row

REASONS = 3
DEPTH = 400
"""So many of the nearest are looked at, not counting those of employers that have their share."""
TITLE_FLOOR = TITLE.length**2 * 20 // 100
TEXT_FLOOR = TEXT.length**2 * 10 // 100
"""From here on a title or a text is called alike."""
SILENT = frozenset({"country", "reach", "type"})
"""Kinds of traits that weigh but are no reason."""
SUBSTANTIAL = 12
"""A text of fewer terms is too short to tell one job from another."""


def similar_postings(
    postings: Mapping[str, Posting],
    subjects: Iterable[str],
    candidates: Iterable[str],
    settings: SimilarSettings,
    content: Content,
    languages: tuple[str, ...],
) -> Mapping[str, tuple[Similar, ...]]:
    """For each of `subjects` up to `settings.count` of `candidates`, the best first, ties by id.

    `postings` holds all of them by id; `subjects` are those with a page, `candidates` those that take applications,
    `languages` the config's. Pure: depends neither on order nor on machine.
    """
    wanted = sorted(set(subjects))
    if not settings.count:
        return dict.fromkeys(wanted, ())
    index = index_of(postings, wanted, sorted(set(candidates)), content, languages)
    return neighbours(index, wanted, settings, content)


def neighbours(
    index: Index, subjects: Sequence[str], settings: SimilarSettings, content: Content
) -> dict[str, tuple[Similar, ...]]:
    """The lists of some of the subjects of the index: its parts may be asked for apart, in any order."""
    place = {id_: number for number, id_ in enumerate(index.ids)}
    chooser = _Chooser(index, settings, content)
    numbers = [place[id_] for id_ in subjects]
    found: dict[str, tuple[Similar, ...]] = {}
    reach = 4 * settings.count + 8
    for number, ranked in zip(numbers, nearest(index, numbers, reach), strict=True):
        chosen = chooser.choose(number, ranked, last=len(ranked) < reach)
        if chosen is None:
            [everything] = nearest(index, [number], len(index.candidates))
            chosen = chooser.choose(number, everything, last=True)
        found[index.ids[number]] = chosen or ()
    return found


def is_repost(index: Index, one: int, other: int) -> bool:
    """Whether two postings, by number, offer the same job.

    They do if one employer gives both the same reference. Otherwise their titles must be the same (folded) and their
    places must not be different. Then, of one employer, their texts must be alike at least by half, or be too short to
    tell; and of two employers (an agency and its client) they must be nearly identical.
    """
    first, second = index.postings[one], index.postings[other]
    employer = bool(index.employers[one]) and index.employers[one] == index.employers[other]
    if employer and first.reference and first.reference == second.reference:
        return True
    language = meeting(index.languages[one], index.languages[other])
    if language not in index.languages[one]:
        return False
    if not _same_title(first, second, language) or not _places_meet(index, one, other):
        return False
    tongue = index.tongues.get(language)
    texts = (tongue.texts.row(one), tongue.texts.row(other)) if tongue else ({}, {})
    if min(map(len, texts)) < SUBSTANTIAL:
        return employer
    return dot(*texts) * 100 >= TEXT.length**2 * (50 if employer else 95)


class _Chooser:
    """Chooses the best few of ranked candidates."""

    def __init__(self, index: Index, settings: SimilarSettings, content: Content) -> None:
        self._index = index
        self._settings = settings
        self._above = _above(index.codes, content)
        self._offers: dict[str, int] = {}
        for number in index.candidates:
            employer = index.employers[number]
            self._offers[employer] = self._offers.get(employer, 0) + 1
        self._own = frozenset(index.candidates)
        self._room = sum(self._share(employer, offers) for employer, offers in self._offers.items())

    def choose(self, subject: int, ranked: Sequence[tuple[int, int]], *, last: bool) -> tuple[Similar, ...] | None:
        """The best of `ranked`; None if more have to be looked at, which cannot be when it is the `last` of them."""
        chosen: list[int] = []
        found: list[Similar] = []
        spare: list[tuple[int, Similar]] = []
        shares: dict[str, int] = {}
        most = min(self._settings.count, self._room_for(subject))
        looked = 0
        for number, likeness in ranked:
            employer = self._index.employers[number]
            if number == subject or (employer and shares.get(employer, 0) >= self._settings.per_organization):
                continue
            if len(chosen) >= most or looked >= DEPTH:
                return tuple(found) or self._spare(subject, spare)
            looked += 1
            if any(is_repost(self._index, other, number) for other in (subject, *chosen)):
                continue
            reasons = self._reasons(subject, number, likeness)
            if not any(not reason.startswith("contract:") for reason in reasons):
                if reasons:
                    spare.append((number, Similar(self._index.ids[number], reasons)))
                continue
            chosen.append(number)
            found.append(Similar(self._index.ids[number], reasons))
            shares[employer] = shares.get(employer, 0) + 1
        if len(chosen) >= most or last:
            return tuple(found) or self._spare(subject, spare)
        return None

    def _spare(self, subject: int, spare: Sequence[tuple[int, Similar]]) -> tuple[Similar, ...]:
        """What shares the kind of contract only, under the same rules."""
        del subject
        chosen: list[int] = []
        found: list[Similar] = []
        shares: dict[str, int] = {}
        for number, similar in spare:
            employer = self._index.employers[number]
            full = employer and shares.get(employer, 0) >= self._settings.per_organization
            if full or any(is_repost(self._index, other, number) for other in chosen):
                continue
            chosen.append(number)
            found.append(similar)
            shares[employer] = shares.get(employer, 0) + 1
        return tuple(found[: self._settings.count])

    def _share(self, employer: str, offers: int) -> int:
        return min(offers, self._settings.per_organization) if employer else offers

    def _room_for(self, subject: int) -> int:
        """How many candidates there can be in a list at most, by the share of each employer."""
        if subject not in self._own:
            return self._room
        employer = self._index.employers[subject]
        offers = self._offers[employer]
        return self._room - self._share(employer, offers) + self._share(employer, offers - 1)

    def _reasons(self, subject: int, number: int, likeness: int) -> tuple[str, ...]:
        """What both share, the weightiest first."""
        index = self._index
        traits = index.traits[number].candidate
        shared = {code: own * traits[code] for code, own in index.traits[subject].subject.items() if code in traits}
        weights = {code: weight for code, weight in shared.items() if code.partition(":")[0] not in SILENT}
        title, is_title = self._titles(subject, number)
        if is_title:
            weights["title"] = title
        text = likeness - title - sum(shared.values())
        if text >= TEXT_FLOOR:
            weights["text"] = text
        implied = {above for code in weights for above in self._above.get(code, ())}
        codes = sorted(weights.keys() - implied, key=lambda code: (-weights[code], code))
        return tuple(dict.fromkeys(map(_reason, codes)))[:REASONS]

    def _titles(self, subject: int, number: int) -> tuple[int, bool]:
        """The likeness of the titles, and whether they can be called alike."""
        index = self._index
        language = meeting(index.languages[subject], index.languages[number])
        tongue = index.tongues[language]
        if language in index.languages[subject]:
            likeness = dot(tongue.titles[subject], tongue.titles[number])
            return likeness, likeness >= TITLE_FLOOR
        base = tongue.title_base
        row: Row = {base + term: weight for term, weight in tongue.titles[number].items()}
        # What was lent by other postings makes titles alike, yet is no word that these two share.
        own = _folded(index.postings[subject], index.languages[subject][0])
        others = _folded(index.postings[number], language)
        return dot(row, index.foreign[subject]), len(own & others) * 2 >= max(1, min(len(own), len(others)))


def _above(codes: Iterable[str], content: Content) -> Mapping[str, tuple[str, ...]]:
    """What a code implies, as a city does its country: the codes of the terms above its own."""
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


def _folded(posting: Posting, language: str) -> frozenset[str]:
    """The words of a title of more than two letters, folded."""
    words = fold(posting.best_edition(language).title)
    return frozenset(word.decode() for word in raw_words(words) if len(word) > 2)


def _same_title(one: Posting, other: Posting, language: str) -> bool:
    return raw_words(fold(one.best_edition(language).title)) == raw_words(fold(other.best_edition(language).title))


def _places_meet(index: Index, one: int, other: int) -> bool:
    """Whether they share a place, or one of them does not tell where it is."""
    places = [
        frozenset(code for code in index.traits[number].candidate if code.startswith(("place:", "city:")))
        for number in (one, other)
    ]
    return not all(places) or not places[0].isdisjoint(places[1])
