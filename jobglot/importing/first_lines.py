"""What a line at the beginning of a notice may be: a title, a letterhead, a unit, or the kind of the paper."""

from __future__ import annotations

import re
from functools import cache

from jobglot.importing.comparing import name_key, squashed
from jobglot.importing.known import Known
from jobglot.importing.places import read_places
from jobglot.importing.words import employment_types
from jobglot.tokens import fold
from jobglot.wordlists import pattern, words

LONGEST_NAME = 80
LONGEST_SENTENCE = 400
# Two figures in a row and four signs in all: neither a grade (G8-G10), nor hours (24h), nor a year.
REFERENCE = re.compile(
    r"\s*[(\[]\s*(?:r[eé]f(?:erence|érence)?\.?\s*:?\s*|n[°o]\.?\s*)?"
    r"(?!(?:19|20)\d\d\s*[)\]])(?=[\w/._-]{4})([A-Z]{0,6}[-/_.]?\d{2}[\w/._-]{0,20})\s*[)\]]\s*$",
    re.IGNORECASE,
)
MARKED = re.compile(r"#+\s+\S|\*\*.+\*\*$")
_FIRMS = "ltd|inc|plc|llc|gmbh|sa|nv|srl|bv|bvba|asbl|vzw"


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(rf"\b{words('units')}\b")


@cache
def _house() -> re.Pattern[str]:
    """How names of employers end and begin."""
    return re.compile(rf"\b(?:{words('employers_end')}|{_FIRMS})\.?$|^{words('employers')}\b")


@cache
def _announcing() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{words('the')}(?:\s+|['’]))?(?P<who>\S.{{2,80}}?)\s+{words('announces')}\s*{words('a')}?\s*[:…]*",
        re.IGNORECASE,
    )


@cache
def _sought() -> re.Pattern[str]:
    return re.compile(
        rf"\b{words('seeks')}\b[^.;]{{0,40}}?\b{words('a')}\s+"
        r"(?P<title>[^.,;:()]{3,70}?(?:\s*\([a-z](?:\s*[/|,]\s*[a-z*+]){1,3}\))?)"
        rf"(?=\s*[.,;:(]|\s+{words('behind_title')}\b|\s*$)",
        re.IGNORECASE,
    )


@cache
def _terms() -> re.Pattern[str]:
    return re.compile(rf"(?<=\S)\s*(?:[–,-]\s*)?\b{words('terms')}\b", re.IGNORECASE)


@cache
def _article() -> re.Pattern[str]:
    return re.compile(rf"{words('a')}\s+(?=\S)", re.IGNORECASE)


def bare(text: str) -> str:
    """A line without what marks it as a heading or bold."""
    return re.sub(r"^#+\s+", "", text).replace("**", "").strip()


def tells(text: str, title: str) -> bool:
    """Whether a text says all the words of a title."""
    return set(name_key(title)) <= set(name_key(text))


def is_kind_of_notice(text: str) -> bool:
    """Whether a line says nothing but “vacancy notice”, in one language or two."""
    pieces = [squashed(piece) for piece in re.split(r"[/|–-]", bare(text)) if piece.strip()]
    return bool(pieces) and all(pattern("kinds").fullmatch(piece) for piece in pieces)


def announcing(text: str) -> str:
    """Who announces a job in a line that says no more: “La Ville de Namur recrute”; "" for any other line."""
    match = _announcing().fullmatch(bare(text))
    return match["who"] if match else ""


def without_article(text: str) -> str:
    """What is announced: “UN·E JURISTE” is a “JURISTE”."""
    return _article().sub("", text, count=1) if _article().match(text) else text


def cut(text: str) -> tuple[str, str]:
    """A title, and what a line goes on with about terms of work: “JURISTE – H/F/X à temps plein, CDI”."""
    match = _terms().search(text)
    return (text[: match.start()].rstrip(" ,–-"), text[match.start() :].strip(" ,–-")) if match else (text, "")


def sought(text: str) -> str:
    """The job that a sentence says somebody is sought for; "" for none."""
    match = _sought().search(text[:LONGEST_SENTENCE])
    found = match["title"].strip() if match else ""
    return found[:1].upper() + found[1:]


def is_house(text: str) -> bool:
    """Whether a line names an employer, by how such names begin or end."""
    return _house().search(fold(bare(text))) is not None


def is_unit(text: str) -> bool:
    """Whether a line names a part of an organization."""
    return _unit().search(squashed(text)) is not None


def is_name(text: str, known: Known) -> bool:
    """Whether a line may be what a job is called: no place, employer, unit or kind of contract, and no figure in it."""
    is_plain = len(text) <= LONGEST_NAME and text[-1] not in ".:;,)" and not re.search(r"\d|@|//", text)
    return is_plain and not (
        is_unit(text) or employment_types(text) or known.organization(text) or read_places(text, known.places)
    )
