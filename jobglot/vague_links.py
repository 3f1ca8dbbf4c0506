"""Links that say nothing: "here", "click here", "website"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from jobglot.language import language
from jobglot.manuscript import Manuscript
from jobglot.problem import Problem, warning


@cache
def _vague(subtag: str) -> frozenset[str]:
    return frozenset(filter(None, language(subtag).vague_links.split("|")))


_LINK = re.compile(r"\[(?P<words>[^\[\]\n]{1,60})\](?=\(|\[)")
_AROUND = " \t*_`.,:;!…»«>→"


def links_say_where(texts: Sequence[Manuscript]) -> Iterator[Problem]:
    """A link can be understood by who hears it alone, out of its sentence (WCAG 2.4.9)."""
    for text in texts:
        vague = _vague(text.subtag)
        if not vague or not ("](" in text.markdown or "][" in text.markdown):
            continue
        for match in _LINK.finditer(text.markdown):
            words = match["words"].strip(_AROUND).lower()
            if words in vague and text.markdown[match.start() - 1 : match.start()] != "!":
                message = f"a link reads only “{match['words'].strip()}”"
                remedy = "let it say where it leads, such as “the application form”"
                yield warning(text.at(match.start()), "vague-link", message, remedy)
