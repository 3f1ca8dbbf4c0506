"""What a posting's facts say of its likeness to others, as integer weights.

A trait is a code such as "category:it" with a weight; two postings are as alike as the products of the weights of what
they share sum to. `UNIT` squared stands for 1, the whole likeness of a perfect match of everything. Integers, because
their sums do not depend on order, library or machine.

The codes are those of `site.Similar`, but for "organization:" and "city:", which also say which one, and some that only
weigh: "country:", "reach:" (where an applicant may live) and "type:" (of employment).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from math import isqrt

from jobglot.listings import lineage
from jobglot.locations import spot
from jobglot.model import Content, ContractKind, EmploymentType, Localized, Location, Posting, Remote
from jobglot.tokens import fold

UNIT = 2048

# The share of the whole likeness that each kind of fact can make up is the square of these over the square of `UNIT`:
# category 0.3, same place 0.05, the rest 0.005 to 0.04 each.
CATEGORY = 1122
INDUSTRY = 205
PLACE = 458
COUNTRY = 290
REACH = 410
REMOTE = 410
CONTRACT = 355
EMPLOYMENT = 290
ORGANIZATION = 145

RARE = 4 * 64
"""The rarity from which a kind of contract counts in full: one posting in sixteen has it."""
QUARTER = 16
"""A quarter of a doubling, in 64ths."""


@dataclass(frozen=True, slots=True)
class Traits:
    """Weights by code. `lives` is compared with what another posting `takes`, all else with its like.

    Work from anywhere suits the applicants of every place, and not the other way round.
    """

    shared: Mapping[str, int]
    lives: Mapping[str, int]
    takes: Mapping[str, int]

    def codes(self) -> list[str]:
        """Every code in any of them."""
        return [*self.shared, *self.lives, *self.takes]


def log64(number: int) -> int:
    """The binary logarithm of a positive whole number in 64ths, rounded down, and the same on every machine."""
    return int((number**64).bit_length() - 1)


def magnitude(count: int) -> int:
    """How many postings a positive number of them is for weights: `log64`, rounded to quarters of a doubling.

    A statistic that moved with every edit would make another board of all that it weighs: with 101 postings instead of
    100, or a word in 101 texts, little is rarer than it was, and what was found of most postings still holds.
    """
    return (log64(count) + QUARTER // 2) // QUARTER * QUARTER


def employer_key(posting: Posting) -> str:
    """The same for two postings of one employer, whether it has a page or not; "" when it is unknown."""
    if posting.organization:
        return f"#{posting.organization}"
    return fold(posting.employer.name.every()[0]) if posting.employer else ""


class Rarity:
    """How rare each category, industry, kind of contract and type of employment is on a board."""

    def __init__(self, postings: Iterable[Posting], content: Content) -> None:
        counts: Counter[str] = Counter()
        total = 0
        for (categories, types, contract), times in Counter((p.categories, *_work(p)) for p in postings).items():
            total += times
            counts.update(dict.fromkeys([*_graded(categories, content), *_terms_of_work(types, contract)], times))
        self._whole = magnitude(max(total, 1))
        self._logs = {code: magnitude(count) for code, count in counts.items()}

    def of(self, code: str) -> int:
        """0 for what every posting has, some 64 more for each halving."""
        return self._whole - self._logs.get(code, 0)


def traits_of(postings: Sequence[Posting], employers: Sequence[str], content: Content) -> list[Traits]:
    """The traits of all postings of a board, in order; `employers` are their keys."""
    rarity, spots = Rarity(postings, content), spot_codes(postings, content)
    # Many postings have the same categories, or lie in the same place: what these weigh is worked out once.
    categories = cache(partial(_categories, content=content, rarity=rarity))
    industries = cache(partial(_industries, content=content))
    terms_of_work = cache(partial(_weighed_terms_of_work, rarity=rarity))
    where = cache(partial(_where, content=content, spots=spots))
    found = []
    for posting, employer in zip(postings, employers, strict=True):
        shared = {**categories(posting.categories), **industries(posting.industry), **terms_of_work(*_work(posting))}
        places, lives = where(posting.locations)
        shared |= places
        if employer:
            shared[f"organization:{employer}"] = ORGANIZATION
        takes: dict[str, int] = {}
        if posting.remote is Remote.FULL:
            shared["remote"] = REMOTE
            takes = {f"reach:{country}": REACH for country in posting.applicant_countries} or {"reach:": REACH}
        found.append(Traits(shared, lives, takes))
    return found


def spot_codes(postings: Iterable[Posting], content: Content) -> Mapping[str, str]:
    """The code of each place name on the board, by folded name and country.

    A city written out is the place of that name, where there is one; the names of a city in several languages are one.
    """
    codes: dict[str, str] = {}
    for term in content.places.values():
        country = spot(Location(place=term.id), content).country
        for name in _names(term.name, country) + _names(term.name, ""):
            codes.setdefault(name, f"place:{term.id}")
    for location in dict.fromkeys(location for posting in postings for location in posting.locations):
        if location.city is not None:
            names = _names(location.city, location.country)
            own = f"city:{location.city.every()[0]}|{location.country}"
            code = next((codes[name] for name in names if name in codes), own)
            for name in names:
                codes.setdefault(name, code)
    return codes


def _names(name: Localized, country: str) -> list[str]:
    return [f"{fold(text)}|{country}" for text in name.every()]


def _graded(categories: Iterable[str], content: Content) -> dict[str, int]:
    """Categories in tenths: the first one in full, others half, their parents half of that."""
    grades: dict[str, int] = {}
    for place, id_ in enumerate(categories):
        for height, above in enumerate(lineage(id_, content.categories) or (id_,)):
            code, grade = f"category:{above}", (10 if place == 0 else 5) // (1 + height)
            grades[code] = max(grade, grades.get(code, 0))
    return grades


def _categories(categories: tuple[str, ...], content: Content, rarity: Rarity) -> dict[str, int]:
    weights = {code: grade * (32 + rarity.of(code)) for code, grade in _graded(categories, content).items()}
    length = max(1, isqrt(sum(weight * weight for weight in weights.values())))
    return {code: weight * CATEGORY // length for code, weight in weights.items()}


def _industries(industry: str, content: Content) -> dict[str, int]:
    above = lineage(industry, content.industries) or (industry,) if industry else ()
    return {f"industry:{id_}": INDUSTRY for id_ in above}


def _work(posting: Posting) -> tuple[tuple[EmploymentType, ...], ContractKind | None]:
    return posting.employment_type, posting.contract.kind if posting.contract else None


def _terms_of_work(types: tuple[EmploymentType, ...], contract: ContractKind | None) -> dict[str, int]:
    found = {f"type:{kind.value}": EMPLOYMENT for kind in types}
    if contract is not None:
        found[f"contract:{contract.value}"] = CONTRACT
    return found


def _weighed_terms_of_work(
    types: tuple[EmploymentType, ...], contract: ContractKind | None, rarity: Rarity
) -> dict[str, int]:
    return {code: _scaled(own, rarity.of(code)) for code, own in _terms_of_work(types, contract).items()}


def _scaled(weight: int, rarity: int) -> int:
    """At least a quarter of it; the whole where the fact is rare, as an internship is."""
    return weight * (RARE // 4 + min(rarity, RARE) * 3 // 4) // RARE


def _where(
    locations: tuple[Location, ...], content: Content, spots: Mapping[str, str]
) -> tuple[dict[str, int], dict[str, int]]:
    """What locations weigh, and what follows from them for `Traits.lives`."""
    countries = {spot(location, content).country for location in locations} - {""}
    lives = {"reach:": REACH} | {f"reach:{country}": REACH for country in sorted(countries)}
    return _places(locations, content, spots), lives


def _places(locations: tuple[Location, ...], content: Content, spots: Mapping[str, str]) -> dict[str, int]:
    weights: dict[str, int] = {}

    def add(code: str, weight: int) -> None:
        weights[code] = max(weight, weights.get(code, 0))

    share = max(1, isqrt(64 * 64 * len(locations)))
    for location in locations:
        found = spot(location, content)
        code = f"place:{found.place}"
        if not found.place and found.city is not None:
            code = spots[_names(found.city, found.country)[0]]
        if code != "place:":
            add(code, PLACE * 64 // share)
        for above in lineage(code.partition(":")[2], content.places)[1:] if code.startswith("place:") else ():
            add(f"place:{above}", COUNTRY * 64 // share)
        if found.country:
            add(f"country:{found.country}", COUNTRY * 64 // share)
    return weights
