"""Drift between editions: dates, sums, percentages, addresses, references and numbers that one has and another has not.

Figures are compared by what they mean, not by how they are written. The first edition is what the others are held to.
Dates, sums, percentages, addresses and references may not be missing; of plain numbers and hours, only a change is
told, since a translator may as well write them out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from jobglot.figures import Day, Figure, Kind, are_read
from jobglot.manuscript import Manuscript
from jobglot.problem import Problem, warning
from jobglot.spelled import spells, words_of

MOST = 3
"""So many drifts of one kind are told of a pair of editions."""

_CODES: tuple[tuple[str, frozenset[Kind], bool], ...] = (
    ("date-drift", frozenset([Kind.DATE]), True),
    ("amount-drift", frozenset([Kind.AMOUNT]), True),
    ("percentage-drift", frozenset([Kind.PERCENTAGE]), True),
    ("reference-drift", frozenset([Kind.REFERENCE]), True),
    ("number-drift", frozenset([Kind.NUMBER, Kind.HOUR]), False),
)
"""Code, kinds, and whether what is missing counts."""


@dataclass(frozen=True)
class Read:
    """A manuscript, asked for figures."""

    manuscript: Manuscript

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Its figures, in the order written."""
        return self.manuscript.figures

    @cached_property
    def numbers(self) -> frozenset[Decimal]:
        """Every number that stands in it, in whatever role."""
        return frozenset(number for figure in self.figures for number in figure.loose)

    @cached_property
    def days(self) -> frozenset[Day]:
        """Every reading of its dates."""
        return frozenset(day for figure in self.figures for day in figure.days)

    @cached_property
    def words(self) -> frozenset[str]:
        """Its folded words, title and summary included."""
        manuscript = self.manuscript
        return words_of(f"{manuscript.title}\n{manuscript.summary}\n{manuscript.text}")

    @cached_property
    def hours(self) -> frozenset[Decimal]:
        """Its hours, in minutes of the day."""
        return frozenset(figure.value for figure in self.figures if figure.kind is Kind.HOUR)

    @cached_property
    def references(self) -> frozenset[str]:
        """Its references."""
        return frozenset(figure.unit for figure in self.figures if figure.kind is Kind.REFERENCE)

    def has(self, figure: Figure) -> bool:
        """Whether the same stands in here, in whatever form."""
        if figure.kind is Kind.DATE:
            return any(_agree(one, other) for one in figure.days for other in self.days)
        if figure.kind is Kind.REFERENCE:
            return figure.unit in self.references or self.numbers.issuperset(figure.loose)
        if figure.kind is Kind.HOUR:
            return figure.value in self.hours or self.numbers.issuperset(figure.loose[:2]) or figure.value in _NOON
        return figure.value in self.numbers and self._has_unit(figure)

    def writes_out(self, figure: Figure) -> bool:
        """Whether the number may stand in here in words."""
        return figure.kind is Kind.NUMBER and spells(self.words, self.manuscript.subtag, figure.value)

    def _has_unit(self, figure: Figure) -> bool:
        units = {o.unit for o in self.figures if o.kind is Kind.AMOUNT and o.value == figure.value}
        return not figure.unit or not units or "" in units or figure.unit in units


_NOON = frozenset([Decimal(0), Decimal(12 * 60), Decimal(24 * 60)])


def drift_of_figures(texts: Sequence[Manuscript]) -> Iterator[Problem]:
    """What the editions after the first say otherwise."""
    first, *others = map(Read, texts)
    if not are_read(first.manuscript.subtag):
        return
    for other in others:
        if are_read(other.manuscript.subtag) and (first.figures or other.figures):
            for code, kinds, missing_counts in _CODES:
                ours, theirs = _lacking(first, other, kinds), _lacking(other, first, kinds)
                if not missing_counts and ours and theirs:
                    ours = [figure for figure in ours if not other.writes_out(figure)]
                    theirs = [figure for figure in theirs if not first.writes_out(figure)]
                pieces = [[_Piece(f.start, f.end) for f in figures] for figures in (ours, theirs)]
                yield from _told(code, first.manuscript, pieces[0], other.manuscript, pieces[1], missing_counts)


def drift_of_addresses(texts: Sequence[Manuscript]) -> Iterator[Problem]:
    """The e-mail addresses of one edition that the other lacks; jobs@ and emplois@ of one domain are the same."""
    for other in texts[1:]:
        ours, theirs = _addresses(texts[0]), _addresses(other)
        if ours.keys() != theirs.keys():
            lacking = [_Piece(at, at + len(a)) for a, at in ours.items() if not _stands_for(a, theirs)]
            added = [_Piece(at, at + len(a)) for a, at in theirs.items() if not _stands_for(a, ours)]
            yield from _told("email-drift", texts[0], lacking, other, added, True)


class _Piece(NamedTuple):
    """Where in a manuscript something stands."""

    start: int
    end: int


def _agree(one: Day, other: Day) -> bool:
    return one.month == other.month and all(
        a is None or b is None or a == b for a, b in ((one.year, other.year), (one.day, other.day))
    )


def _lacking(one: Read, other: Read, kinds: frozenset[Kind]) -> list[Figure]:
    """The figures of one that another lacks, each value once."""
    seen: set[object] = set()
    found = []
    for figure in one.figures:
        key = (figure.days, figure.value, figure.unit)
        if figure.kind in kinds and key not in seen:
            seen.add(key)
            if not other.has(figure):
                found.append(figure)
    return found


def _told(
    code: str,
    first: Manuscript,
    ours: Sequence[_Piece],
    other: Manuscript,
    theirs: Sequence[_Piece],
    missing_counts: bool,
) -> Iterator[Problem]:
    pairs = min(len(ours), len(theirs))
    for mine, its in list(zip(ours, theirs, strict=False))[:MOST]:
        at = first.at(mine.start)
        message = f"“{_shown(other, its)}” stands here, and “{_shown(first, mine)}” in {at.path}:{at.line}"
        yield warning(other.at(its.start), code, message, "make the two editions say the same")
    if not missing_counts:
        return
    for here, there, pieces in ((first, other, ours), (other, first, theirs)):
        for piece in pieces[pairs:][: max(0, MOST - pairs)]:
            message = f"“{_shown(here, piece)}” is not in {there.path}"
            yield warning(here.at(piece.start), code, message, "make the two editions say the same")


def _shown(manuscript: Manuscript, piece: _Piece) -> str:
    return " ".join(manuscript.markdown[piece.start : piece.end].split())[:60]


_BOX = re.compile(r"[A-Za-z0-9][\w.+-]{0,63}$")
_DOMAIN = re.compile(r"(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,24}")
_BOXES = frozenset(
    """
    job jobs career careers work vacancy vacancies recruitment recruiting recruit hr hiring apply application
    applications people talent info information contact hello office
    emploi emplois carriere carrieres recrutement rh travail offres candidature candidatures poste postes bonjour bureau
    empleo empleos trabajo carreras seleccion reclutamiento rrhh candidaturas contacto hola informacion
    stelle stellen karriere bewerbung bewerbungen personal arbeit kontakt hallo
    lavoro lavori lavoraconnoi concorsi concorso risorseumane personale selezione contatti informazioni
    emprego empregos vaga vagas trabalho recrutamento concursos pessoal contato contatos informacoes
    feina treball ofertes oferta rrhh personal seleccio borsa contacte informacio
    baan banen vacature vacatures werk werken werving sollicitatie sollicitaties personeel
    """.split()
)
"""Names of mailboxes that a bilingual employer has in each language."""


def _addresses(manuscript: Manuscript) -> Mapping[str, int]:
    """The addresses in small letters with where each stands first, links included."""
    found: dict[str, int] = {}
    text = manuscript.markdown
    at = text.find("@")
    while at >= 0:
        domain = _DOMAIN.match(text, at + 1)
        box = _BOX.search(text, max(0, at - 64), at) if domain else None
        if domain and box:
            found.setdefault(f"{box[0]}@{domain[0]}".lower(), box.start())
        at = text.find("@", at + 1)
    return found


def _stands_for(address: str, others: Mapping[str, int]) -> bool:
    if address in others:
        return True
    box, _, domain = address.partition("@")
    return _is_box(box) and any(
        domain == other.partition("@")[2] and _is_box(other.partition("@")[0]) for other in others
    )


def _is_box(name: str) -> bool:
    words = [word for word in re.split(r"[.+_-]", name) if len(word) > 2 or word in _BOXES]
    return bool(words) and _BOXES.issuperset(words)
