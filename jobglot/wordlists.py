"""Words of all languages: tables and patterns of `languages/*` put together, each when a text first needs it.

A notice may hold two languages, and which one it is in is known late: so no language is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from jobglot.language import KNOWN, language


def rows(table: str) -> list[str]:
    """The rows of a table, without their indentation; a row goes on in the next line if that begins with “|”."""
    whole = re.sub(r"\n\s*\|", "|", table.strip("\n"))
    return [row.strip() for row in whole.splitlines() if row.strip()]


@cache
def values(table: str) -> Mapping[str, str]:
    """What the words of a table of `Language` stand for: “temps plein” for `full_time`."""
    parted = (row.partition(": ") for each in _each(table) for row in rows(each))
    return MappingProxyType({word: value for value, _, said in parted for word in said.split("|")})


@cache
def figures(table: str) -> Mapping[str, int]:
    """The figures of words, of a table that is written as the numbers of `Language` are."""
    cells = [each.split() for each in _each(table)]
    pairs = (pair for row in cells for pair in zip(row[::2], row[1::2], strict=True))
    return MappingProxyType({word: int(figure) for figure, said in pairs for word in said.split("|")})


@cache
def words(name: str) -> str:
    """A field of `NoticeWords` or `NoticeHeads`: the pattern that matches what any of the languages has there."""
    return f"(?:{'|'.join(dict.fromkeys(_each(name))) or '(?!)'})"


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The same, compiled."""
    return re.compile(words(name))


def _each(name: str) -> Iterator[str]:
    """What the languages have in a field, wherever it belongs; English first, then by subtag."""
    for subtag in sorted(KNOWN, key=lambda subtag: (subtag != "en", subtag)):
        known = language(subtag)
        holder = next(part for part in (known.notices, known.heads, known) if hasattr(part, name))
        if said := getattr(holder, name):
            yield said
