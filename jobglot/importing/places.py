"""Places of work: found among the site's own, in any language, else written out as city and country."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from jobglot.codes import COUNTRIES
from jobglot.formats import Formatter
from jobglot.importing.comparing import name_key
from jobglot.importing.draft import Value
from jobglot.importing.labels import LABELS
from jobglot.listings import lineage
from jobglot.model import Term
from jobglot.wordlists import rows

_SPOKEN = tuple(sorted({language for known in LABELS.values() for language in known.languages}))

_EXONYMS = """
brussels|bruxelles|brussel|bruselas|brüssel
antwerp|anvers|antwerpen|amberes
ghent|gand|gent|gante
liege|luik|lieja|lüttich
bruges|brugge|brujas|brügge
luxembourg|luxemburg|luxemburgo|luxembourg city
geneva|genève|geneve|ginebra|genf
the hague|la haye|den haag|la haya
london|londres|londen
paris|parijs
lisbon|lisbonne|lissabon|lisboa
vienna|vienne|viena|wien|wenen
rome|roma|rom
copenhagen|copenhague|kopenhagen|københavn
prague|praga|prag|praag
warsaw|varsovie|varsovia|warschau|warszawa
berlin|berlín|berlijn
munich|münchen|múnich
cologne|colonia|keulen|köln
milan|milano|milán|milaan|mailand
seville|sevilla|séville
edinburgh|édimbourg|edimburgo
new york|nueva york
"""
_STATES = {
    **dict.fromkeys("AK CT DC FL HI IA KS MI ND NH NJ NM NV NY OH OK OR RI TX UT VT WA WI WV WY".split(), "US"),
    **dict.fromkeys("AB BC NB NS ON QC".split(), "CA"),
}
"""States and provinces by which places of North America go, “Austin, TX”."""
_STATE_OR_COUNTRY = frozenset("AL AR AZ CA CO GA ID IL IN KY LA MA MD ME MN MO MS MT NC NE PA SC SD TN VA".split())
"""Codes that stand for a state as well as for a country: “Boston, MA” is not in Morocco."""
_TWINS = tuple(frozenset(name_key(name) for name in row.split("|")) for row in rows(_EXONYMS))
"""Names of one town in several languages."""


@lru_cache(maxsize=1)
def _countries() -> Mapping[tuple[str, ...], str]:
    """ISO codes by the name of a country in the languages that labels are read in."""
    found = {
        name_key(formatter.territory(code)): code for formatter in map(Formatter, _SPOKEN) for code in sorted(COUNTRIES)
    }
    return found | {("uk",): "GB", ("england",): "GB", ("scotland",): "GB", ("usa",): "US", ("us",): "US"}


def country_of(text: str) -> str:
    """The ISO 3166-1 code of the country a text names or is; "" for none."""
    bare = text.strip()
    if bare in COUNTRIES:
        return bare
    return _countries().get(name_key(bare), "")


def plain_country(text: str) -> str:
    """A country by its English name where its code alone could be that of a state."""
    return Formatter("en").territory(text.strip()) if text.strip() in _STATE_OR_COUNTRY else text


def read_places(text: str, places: Mapping[str, Term]) -> list[Value] | None:
    """The locations a text names, as ids of the site's places where it has them; None when it cannot be told."""
    found: list[Value] = []
    for piece in re.split(r"\s*[;|•]\s*|\s+(?:and|et|y|en|und|or|ou|o|of|oder)\s+|\s+/\s+", text):
        if not piece.strip():
            continue
        place = _place(piece.strip(" .,"), places)
        if place is None:
            return None
        if place not in found:
            found.append(place)
    return found or None


def _place(text: str, places: Mapping[str, Term]) -> Value | None:
    pieces = [
        piece.strip() for piece in re.split(r",|\s[-–]\s|(?<=[^\W\d_])[-–](?=[^\W\d_])|\(|\)", text) if piece.strip()
    ]
    commas = [piece.strip() for piece in text.split(",") if piece.strip()]
    held = _held(text, places)
    own = _held(commas[0], places) if len(commas) > 1 else held
    if held and (own or len(commas) == 1):
        return _deepest(held, places)
    country = next((code for piece in reversed(pieces) if (code := country_of(piece))), "")
    if len(commas) > 1 and not held and commas[-1] in (*_STATES, *_STATE_OR_COUNTRY):
        state = _STATES.get(commas[-1], "")
        return {"city": commas[0], "region": commas[-1], "country": state} if state else None
    if len(commas) > 1 and held:
        near = _deepest(held, places)
        country = country or next((t.country for id_ in lineage(near, places) if (t := places[id_]).country), "")
    rest = [piece for piece in (commas if len(commas) > 1 else pieces) if not _is_country(piece, country)]
    if not country:
        return None
    if not rest:
        return {"country": country}
    found: dict[str, Value] = {"city": rest[0]}
    if len(rest) > 1:
        found["region"] = rest[1]
    return {**found, "country": country}


def _is_country(piece: str, country: str) -> bool:
    return bool(country_of(piece)) and (piece not in _STATE_OR_COUNTRY or country_of(piece) == country)


def _held(text: str, places: Mapping[str, Term]) -> list[str]:
    """The places whose name a text holds, in the order of the vocabulary."""
    words = name_key(text)
    return [term.id for term in places.values() if any(_holds(words, name) for name in _names(term))]


def _names(term: Term) -> set[tuple[str, ...]]:
    own = {name_key(name) for name in (*term.name.every(), term.id.replace("-", " "))}
    return own.union(*(twins for twins in _TWINS if own & twins))


def _holds(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return any(words[at : at + len(name)] == name for at in range(len(words) - len(name) + 1))


def _deepest(held: list[str], places: Mapping[str, Term]) -> str:
    """The place that no other of those held lies in: the city of its country."""
    above = {up for id_ in held for up in lineage(id_, places) if up != id_}
    return next((id_ for id_ in held if id_ not in above), held[0])
