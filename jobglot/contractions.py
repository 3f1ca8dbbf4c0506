"""Small words that change before what follows them, where a message is filled in: “d’Athènes”, “l’8 maggio”.

A catalog cannot say it: its sentence stands around any date and any city.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_BEFORE_DAYS = {"il": "l’", "al": "all’", "dal": "dall’", "del": "dell’", "nel": "nell’", "sul": "sull’"}
_BEFORE_DAYS_CA = {"el": "l’", "al": "a l’", "del": "de l’", "pel": "per l’"}

_RULES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    # As browsers have it; Babel knows CLDR's lists but not this rule of ICU's.
    "es": (r"(?<= )(y) (?=(?:[Hh]?[IÍií])(?![aeoáéó]))", {"y": "e "}),
    "fr": (r"\b(de) (?=[AÀÂEÉÈÊIÎOÔU])", {"de": "d’"}),
    # Otto, undici; the first of a month is “il primo”.
    "it": (rf"\b({'|'.join(_BEFORE_DAYS)}) (?=(?:8|11)\b)", _BEFORE_DAYS),
    # U, onze. An i before a vowel is a consonant (Iakutsk); of the few h, that of Hong Kong is said.
    "ca": (
        (
            rf"\b(?:({'|'.join(_BEFORE_DAYS_CA)}) (?=(?:1|11)\b)"
            r"|(de) (?=[AÀEÈÉOÒÓUÚ]|[IÍ](?![aàeèéioòóuú])|H(?!ong)))"
        ),
        {**_BEFORE_DAYS_CA, "de": "d’"},
    ),
}


def contracted(text: str, language: str) -> str:
    """A text of which a date, a city or a list has just become a part, as the language writes it."""
    rule = _RULES.get(language.partition("-")[0].lower())
    if rule is None:
        return text
    pattern, forms = rule
    return re.sub(pattern, lambda match: forms[match[match.lastindex or 1]], text)
