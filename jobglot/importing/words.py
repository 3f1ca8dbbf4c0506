"""The closed lists of front matter in the words of notices: working time, contract, place of work; and durations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from jobglot.importing.comparing import squashed
from jobglot.model import EmploymentType
from jobglot.tokens import fold
from jobglot.wordlists import figures, pattern, values


@cache
def _long_ones_first(table: str) -> Sequence[tuple[str, str]]:
    return sorted(values(table).items(), key=lambda pair: (-len(pair[0]), pair[0]))


def _found(text: str, table: str) -> list[str]:
    """The values whose words a text holds, longest words first, each word used once."""
    rest = f" {squashed(text)} "
    found = []
    for word, value in _long_ones_first(table):
        if f" {word} " in rest:
            rest = rest.replace(f" {word} ", " | ")
            found.append(value)
    return list(dict.fromkeys(found))


def employment_types(text: str) -> list[str]:
    """The values of `employment_type` that a text names, in the order of the front matter's own list."""
    found = _found(text, "employment_types")
    return [kind.value for kind in EmploymentType if kind.value in found]


def contract_kind(text: str) -> str:
    """The kind of contract a text names first; "" for none."""
    words = squashed(text)
    held = _found(text, "contracts")
    places = {
        kind: min(
            words.find(word)
            for word, value in values("contracts").items()
            if value == kind and f" {word} " in f" {words} "
        )
        for kind in held
    }
    return min(places, key=lambda kind: places[kind]) if places else ""


def remote_of(text: str) -> str:
    """The value of `remote` a text names; "" for none."""
    found = _found(text, "remote")
    return found[0] if found else ""


def is_open_ended(text: str) -> bool:
    """Whether a deadline says that there is none."""
    return pattern("open_ended").fullmatch(squashed(text)) is not None


@cache
def _duration() -> re.Pattern[str]:
    units, spans = (sorted(figures(name), key=len, reverse=True) for name in ("lengths", "spans"))
    return re.compile(
        r"(?<![\w.,])(?P<number>\d{1,3}|[^\W\d_]+)\s*(?:\(\s*(?P<again>\d{1,3})\s*\)\s*)?-?\s*"
        rf"(?P<unit>{'|'.join(units)})\b|(?<!\w)(?P<span>{'|'.join(spans)})(?!\w)"
    )


def months_in(text: str) -> list[int]:
    """The durations a text names, in months, in the order written: “six (6) months”, “trois ans”, “36 maanden”."""
    found = []
    for match in _duration().finditer(fold(text)):
        if match["span"]:
            found.append(figures("spans")[match["span"]])
            continue
        written = match["again"] or match["number"]
        number = int(written) if written.isdecimal() else figures("counted").get(written, 0)
        if number:
            found.append(number * figures("lengths")[match["unit"]])
    return found
