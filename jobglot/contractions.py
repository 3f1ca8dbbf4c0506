"""Small words that change before what follows them, where a message is filled in: “d’Athènes”, “l’8 maggio”.

A catalog cannot say it: its sentence stands around any date and any city.
"""

from __future__ import annotations

import re

from jobglot.language import language as known_of


def contracted(text: str, language: str) -> str:
    """A text of which a date, a city or a list has just become a part, as the language writes it."""
    known = known_of(language.partition("-")[0].lower())
    if not known.contracting:
        return text
    forms = known.contracted
    return re.sub(known.contracting, lambda match: forms[match[match.lastindex or 1]], text)
