"""Titles that say too little, or what has a place of its own: codes, pay, the employer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from jobglot.language import language
from jobglot.manuscript import Manuscript
from jobglot.model import Posting
from jobglot.problem import Problem, warning
from jobglot.tokens import fold

# Marks of gender and of a contract, which are written alike in every language.
_MARKS = frozenset("h f m d w x v k hf fh mf mwd mvx hfx".split())


class _Words(NamedTuple):
    """Folded words of titles in a language."""

    generic: frozenset[str]
    around: frozenset[str]
    offers: frozenset[str]


@cache
def _words(subtag: str) -> _Words | None:
    known = language(subtag)
    if not known.generic_titles:
        return None
    around = frozenset(known.around_titles.split()) | _MARKS
    return _Words(frozenset(known.generic_titles.split()), around, frozenset(known.offers.split()))


# What inclusive writing adds to a word: "(e)", "·e", "/rice", ":in", "*in".
_INCLUSIVE = re.compile(
    r"\((?:e|ne|le|ve|se|ère|ière|trice|rice|euse|a|r|in|st|k|t?ka|ка|ця|ниця)\)|[·•.]\w{1,5}(?:[·•.]s)?\b|[/*:_](?:-)?\w{1,5}\b"
    r"|[(\[]?\b[mfhwdvxkчж](?:\s*[/|-]\s*[mfhwdvxkчж*]){1,3}\b[)\]]?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")


def titles_tell_the_job(_posting: Posting, texts: Sequence[Manuscript]) -> Iterator[Problem]:
    """A title says more than "Assistant"."""
    for text in texts:
        known = _words(text.subtag)
        if known is None:
            continue
        every = _WORD.findall(fold(_INCLUSIVE.sub(" ", text.title)))
        words = [word for word in every if word not in known.around]
        if known.generic.issuperset(words) and (len(words) == 1 or (not words and not known.offers.isdisjoint(every))):
            remedy = "say of what, such as “Assistant, Public Relations”"
            yield warning(text.title_origin, "title-generic", f"“{text.title}” could be any job", remedy)


_CODE = re.compile(
    r"\(\s*(?:(?:ref|réf)\b\.?\s*:?\s*)?[A-Z]{0,6}[-/ ]?\d{3,}[-/\dA-Z]*\s*\)"
    r"|\b(?:[Rr][eé]f|REF|R[ÉE]F)\b\.?\s*:?\s*[\w/-]*\d[\w/-]*"
    r"|#\s?\d{2,}|\b[Nn]°\s?\d{2,}"
    r"|\b[A-Z]{2,6}[-/]\d{2,4}[-/]\d{2,}\b"
    r"|(?<=[-–—:|]\s)\d{4,}\s*$|^\d{4,}\s*(?=[-–—:|])"
)
_YEAR = re.compile(r"\(?(?:19|20)\d\d(?:[-/](?:20)?\d\d)?\)?")


def titles_hold_no_code(posting: Posting, texts: Sequence[Manuscript]) -> Iterator[Problem]:
    """A title holds neither the posting's reference nor what looks like one."""
    for text in texts:
        match = _CODE.search(text.title)
        found = match[0].strip() if match and not _YEAR.fullmatch(match[0].strip()) else ""
        if not found and len(posting.reference) > 2 and posting.reference in text.title:
            found = posting.reference
        if found:
            remedy = "leave it out of the title and give it as “reference”"
            yield warning(text.title_origin, "title-code", f"the title holds the code “{found}”", remedy)


_PAY = re.compile(
    r"(?:[€£$]|\b(?:EUR|USD|GBP|CHF|CAD|MAD)\b)\s?\d[\d.,\s]*k?|\d[\d.,\u00a0\u202f ]*k?\s?(?:[€£$]"
    r"|\b(?:EUR|USD|GBP|CHF|CAD|MAD|euros?)\b)"
    r"|\b\d{2,3}\s?[kK]\b(?:\s?[-–]\s?\d{2,3}\s?[kK]\b)?",
)


def titles_hold_no_pay(_posting: Posting, texts: Sequence[Manuscript]) -> Iterator[Problem]:
    """A title does not name the pay."""
    for text in texts:
        match = _PAY.search(text.title)
        if match:
            remedy = "leave it out of the title and give it as “salary”"
            yield warning(text.title_origin, "title-pay", f"the title names the pay, “{match[0].strip()}”", remedy)
