"""Similar jobs: what else the applicants of a posting would apply for, and why.

Postings are ranked by `likeness`; here the best few are chosen. Never in a list: the posting itself, another notice of
the same job (see `reposts`), two notices of one job, more of one employer than the settings allow, and what shares
nothing with the posting that could be named (see `reasons`). What shares only the kind of contract is shown when there
is nothing better at all. So a list is short, or empty, only where the board has no more to offer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from jobglot.each import Each, in_turn
from jobglot.likeness import Index, index_of, nearest
from jobglot.model import Content, Posting
from jobglot.reasons import Reasons
from jobglot.reposts import Reposts
from jobglot.settings import SimilarSettings
from jobglot.site import Similar

T = TypeVar("T")

BLOCK = 256
"""So many subjects are looked at together."""
DEPTH = 400
"""So many of the nearest are looked at, not counting those of employers that have their share."""
MANY = 100
"""More than so many are not remembered one by one: next to an employer of thousands it may be that nearly all are."""


class Compared(NamedTuple):
    """A board whose postings are compared.

    `postings` holds all of them by id; `subjects` are those with a page, `candidates` those that take applications,
    `languages` the config's.
    """

    postings: Mapping[str, Posting]
    subjects: Iterable[str]
    candidates: Iterable[str]
    settings: SimilarSettings
    content: Content
    languages: tuple[str, ...]


def similar_postings(board: Compared, each: Each | None = in_turn) -> Mapping[str, tuple[Similar, ...]]:
    """For each of the subjects up to `settings.count` of the candidates, the best first, ties by id.

    Pure: depends neither on order nor on machine. Without `each`, every list is made when it is asked for: a preview
    shows a page or two of a board.
    """
    wanted = sorted(set(board.subjects))
    if not board.settings.count:
        return dict.fromkeys(wanted, ())

    def ground() -> Choice:
        index = index_of(board.postings, wanted, board.candidates, board.content, board.languages)
        return Choice(index, board.settings, board.content)

    if each is None:
        return OnDemand(wanted, ground)
    return lists_of(similar_among, ground(), wanted, each)


def lists_of(
    among: Callable[[Choice, Sequence[str]], dict[str, T]], choice: Choice, subjects: Sequence[str], each: Each
) -> dict[str, T]:
    """What `among` makes of all the subjects, block by block."""
    found: dict[str, T] = {}
    for part in each(among, choice, [subjects[at : at + BLOCK] for at in range(0, len(subjects), BLOCK)]):
        found |= part
    return found


class OnDemand(Mapping[str, tuple[Similar, ...]]):
    """Lists by posting, of which `choose` makes the ground when the first is asked for.

    Threads may share it: two may do the same work, and the result is one.
    """

    def __init__(self, subjects: Sequence[str], choose: Callable[[], Choice]) -> None:
        self._found: dict[str, tuple[Similar, ...] | None] = dict.fromkeys(subjects)
        self._choose = choose
        self._choice: Choice | None = None

    def __getitem__(self, id_: str) -> tuple[Similar, ...]:
        found = self._found[id_]
        if found is None:
            found = self._found[id_] = similar_among(self.ground(), [id_])[id_]
        return found

    def __contains__(self, id_: object) -> bool:
        return id_ in self._found

    def ground(self) -> Choice:
        """What every list is chosen from. To make it is the work of seconds on a board of thousands."""
        if self._choice is None:
            self._choice = self._choose()
        return self._choice

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


class Chosen(NamedTuple):
    """A list, and what decided it.

    `looked` are the ids of what was looked at, the nearest first, None where they are many, and `least` the likeness of
    the last of them; 0 where everything was that is alike at all. `most` is for how many there would have been room.
    """

    similar: tuple[Similar, ...]
    looked: tuple[str, ...] | None
    least: int
    most: int


def similar_among(choice: Choice, subjects: Sequence[str]) -> dict[str, tuple[Similar, ...]]:
    """The lists of some of the subjects: the board may be asked for part by part, also in several processes."""
    return {id_: chosen.similar for id_, chosen in chosen_among(choice, subjects).items()}


def chosen_among(choice: Choice, subjects: Sequence[str]) -> dict[str, Chosen]:
    """The same with what decided each list."""
    index = choice.index
    numbers = [choice.numbers[id_] for id_ in subjects]
    reach = 3 * choice.settings.count + 5
    found: dict[str, Chosen] = {}
    for number, ranked in zip(numbers, nearest(index, numbers, reach), strict=True):
        chosen = choice.of(number, ranked)
        if not chosen.least and len(ranked) == reach:
            [everything] = nearest(index, [number], len(index.candidates))
            chosen = choice.of(number, everything)
        found[index.ids[number]] = chosen
    return found


class Choice:
    """Chooses the best few of ranked candidates. Made once a board; holds plain values."""

    def __init__(self, index: Index, settings: SimilarSettings, content: Content) -> None:
        self.index = index
        self.settings = settings
        self.numbers = {id_: number for number, id_ in enumerate(index.ids)}
        self._reposts = Reposts(index)
        self._reasons = Reasons(index, content)
        self._candidates = frozenset(index.candidates)
        self._offers = Counter(index.employers[number] for number in index.candidates)
        self._room = sum(self._share(employer, offers) for employer, offers in self._offers.items())

    def of(self, subject: int, ranked: Sequence[tuple[int, int]]) -> Chosen:
        """The best of `ranked`, which are the nearest; its `least` is 0 where more would be looked at, if there are."""
        chosen, spare = self._shortlist(), self._shortlist()
        most = self.most(subject)
        steps = looked = 0
        for number, likeness in ranked:
            if looked >= DEPTH or len(chosen.found) >= most:
                break
            steps += 1
            if number == subject or not chosen.has_room_for(number):
                continue
            looked += 1
            if self._reposts.same_job(subject, number):
                continue
            reasons = self._reasons.of(subject, number, likeness)
            weak = all(reason.startswith("contract:") for reason in reasons)
            shortlist = spare if weak else chosen
            # Of the weak ones as many are kept as would be shown.
            if reasons and len(shortlist.found) < most and shortlist.takes(number):
                shortlist.add(number, Similar(self.index.ids[number], reasons))
        is_enough = looked >= DEPTH or len(chosen.found) >= most
        ids = tuple(self.index.ids[number] for number, _ in ranked[:steps]) if steps <= MANY else None
        least = 0 if not is_enough else ranked[steps - 1][1] if steps else 1
        return Chosen(tuple(chosen.found or spare.found[:most]), ids, least, most)

    def most(self, subject: int) -> int:
        """For how many there is room in its list."""
        return min(self.settings.count, self._room_for(subject))

    def _shortlist(self) -> _Shortlist:
        return _Shortlist(self.index.employers, self.settings.per_organization, self._reposts)

    def _share(self, employer: str, offers: int) -> int:
        return min(offers, self.settings.per_organization) if employer else offers

    def _room_for(self, subject: int) -> int:
        """How many candidates there can be in a list at most, by the share of each employer."""
        if subject not in self._candidates:
            return self._room
        employer = self.index.employers[subject]
        offers = self._offers[employer]
        return self._room - self._share(employer, offers) + self._share(employer, offers - 1)


class _Shortlist:
    """A list in the making, for one subject."""

    def __init__(self, employers: Sequence[str], share: int, reposts: Reposts) -> None:
        self.found: list[Similar] = []
        self._employers = employers
        self._share = share
        self._reposts = reposts
        self._numbers: list[int] = []
        self._shares: dict[str, int] = {}

    def has_room_for(self, number: int) -> bool:
        """Whether the employer of this posting may be in the list once more; unknown employers always may."""
        employer = self._employers[number]
        return not employer or self._shares.get(employer, 0) < self._share

    def takes(self, number: int) -> bool:
        """Whether this posting may be in the list: there is room for its employer, and its job is not there already."""
        return self.has_room_for(number) and not any(self._reposts.same_job(other, number) for other in self._numbers)

    def add(self, number: int, similar: Similar) -> None:
        """Adds a posting at the end."""
        employer = self._employers[number]
        self._shares[employer] = self._shares.get(employer, 0) + 1
        self._numbers.append(number)
        self.found.append(similar)
