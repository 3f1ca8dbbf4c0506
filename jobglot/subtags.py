"""Language tags by their parts (BCP 47): which of some languages is nearest to a reader's."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import takewhile


def nearest(language: str, tags: Iterable[str]) -> str | None:
    """The tag that has most in common with a language's, from its beginning; None where none is of that language.

    The first of several. Like RFC 4647, section 3.4, but whoever reads pt-BR also gets pt-PT, and who reads pt, pt-BR.
    """
    best, most = None, 0
    for tag in tags:
        common = _common(language, tag)
        if common > most:
            best, most = tag, common
    return best


@lru_cache(maxsize=1 << 10)
def _common(one: str, other: str) -> int:
    pairs = zip(one.lower().split("-"), other.lower().split("-"), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
