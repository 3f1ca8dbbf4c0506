"""Titles that name one gender only, in the languages that know of any.

Only what is plain is told: a title with an epicene word ("Journaliste", "Fachkraft"), with both forms, or with a mark
such as "(H/F)" or "(m/w/d)" passes. German and the daughters of Latin name occupations by gender; English and Dutch
mostly do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from jobglot.language import language
from jobglot.manuscript import Manuscript
from jobglot.model import Posting
from jobglot.problem import Problem, warning
from jobglot.tokens import fold

_MARK = re.compile(
    r"(?<![a-z])[mfhwvdk]\s*[/|,.*+-]\s*[mfhwvdxk](?:\s*[/|,.*+-]\s*[mfhwvdxn*])*(?![a-z])|[·•∙]\w"
    r"|(?<!\w)(?:ч\s*/\s*ж|ж\s*/\s*ч)(?!\w)|[(/]\s*-?(?:[nt]?i?c?z?ka|yni|ца|ка|ниця|иця|ця)(?!\w)"
    r"|\(\s*-?(?:e|ne|le|fe|ve|se|te|esse|ere|iere|trice"
    r"|rice|euse|ice|enne|ienne|a|o|as|in|innen|st|e s)\s*\)|\w[*:_]\w|/-?(?:in|innen|frau|ice|rice|trice"
    r"|euse|e|ne|ve|se|fe|ere|iere|ienne|a|as|o|ora|ores|oras|ada|ida|iva|essa|ia|aria|triu|loga|ologa|na|ssa)(?!\w)"
    r"|\b(?:all genders|alle geschlechter|tous genres|todos los generos|todos os generos|tots els generes"
    r"|tutti i generi|ambosessi|gn)\b|@"
)
_INNER_I = re.compile(r"[a-zäöü]In(?:nen)?\b")


@cache
def _gendered(subtag: str) -> tuple[re.Pattern[str], str] | None:
    """What a title that names one gender holds, and the remedy."""
    known = language(subtag).gendered_titles
    return (re.compile(known.pattern), known.remedy) if known else None


def titles_name_everyone(_posting: Posting, texts: Sequence[Manuscript]) -> Iterator[Problem]:
    """A title calls people of every gender."""
    for text in texts:
        gendered = _gendered(text.subtag)
        if gendered is None or _INNER_I.search(text.title):
            continue
        pattern, remedy = gendered
        title = fold(text.title)
        found = pattern.search(title)
        if found and not _MARK.search(title) and not _has_both(pattern, title):
            word = text.title[found.start() : found.end()] if len(title) == len(text.title) else found[0]
            message = f"“{word}” in the title names one gender only"
            yield warning(text.title_origin, "title-gendered", message, remedy)


def _has_both(pattern: re.Pattern[str], title: str) -> bool:
    """Whether two forms of one word stand in the title: their first four letters are the same."""
    words = [word for part in re.split(r"[\s/,|&]+", title) for word in pattern.findall(part)]
    starts = [word[:4] for word in words]
    return len(set(starts)) < len(starts)
