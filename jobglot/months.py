"""The names of months and weekdays as running text has them, by language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from jobglot.language import KNOWN, language
from jobglot.tokens import fold


@cache
def _months(subtag: str) -> Mapping[str, int]:
    known = language(subtag)
    rows = [row.split() for row in known.months.strip().splitlines()]
    rows.append(known.long_months.split("|") if known.long_months else [])
    return {name: number for row in rows for number, name in enumerate(row, start=1) if name != "-"}


@cache
def written(subtag: str) -> tuple[str, ...]:
    """The names of months as written, long ones first; none for a language whose dates are not read."""
    return tuple(sorted(_months(subtag), key=lambda name: (-len(name), name)))


@cache
def numbers(subtag: str) -> Mapping[str, int]:
    """The number of a month by its folded name."""
    return MappingProxyType({fold(name): number for name, number in _months(subtag).items()})


@cache
def weekdays(subtag: str) -> tuple[str, ...]:
    """The names of the days from Monday on, then those in other forms; none for a language where they are not known."""
    return tuple(language(subtag).weekdays.split())


@cache
def every_number() -> Mapping[str, int]:
    """The number of a month by its folded name in any language; a name that means two months is left out."""
    found: dict[str, int] = {}
    doubtful = set()
    for subtag in KNOWN:
        for name, number in numbers(subtag).items():
            if found.setdefault(name, number) != number:
                doubtful.add(name)
    return MappingProxyType({name: number for name, number in found.items() if name not in doubtful})
