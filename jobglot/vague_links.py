"""Links that say nothing: "here", "click here", "website"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from jobglot.manuscript import Manuscript
from jobglot.problem import Problem, warning

_VAGUE: Mapping[str, str] = {
    "en": "here|click here|click|this|this link|this page|link|the link|website|site|web site|read more|more|"
    "see more|see here|more information|learn more|page|follow this link|click this link",
    "fr": "ici|cliquez ici|cliquer ici|ce lien|lien|le lien|cette page|site|site web|le site|plus|"
    "en savoir plus|lire la suite|voir ici|suivez ce lien|plus d’informations|plus d'informations|page",
    "es": "aquí|aqui|haga clic aquí|haz clic aquí|pulse aquí|este enlace|enlace|el enlace|esta página|sitio|"
    "sitio web|más|ver más|leer más|más información|página",
    "nl": "hier|klik hier|deze link|link|de link|deze pagina|site|website|meer|lees meer|meer lezen|"
    "meer informatie|pagina|via deze link",
    "de": "hier|klicken sie hier|klick hier|hier klicken|dieser link|diesem link|link|der link|diese seite|"
    "seite|webseite|website|mehr|mehr lesen|weiterlesen|mehr erfahren|mehr informationen|"
    "weitere informationen",
    "ar": "هنا|اضغط هنا|انقر هنا|هذا الرابط|الرابط|رابط|الموقع|المزيد|اقرأ المزيد|هذه الصفحة",
}
VAGUE: Mapping[str, frozenset[str]] = {subtag: frozenset(words.split("|")) for subtag, words in _VAGUE.items()}
"""What a link should not read, in small letters, by language."""

_LINK = re.compile(r"\[(?P<words>[^\[\]\n]{1,60})\](?=\(|\[)")
_AROUND = " \t*_`.,:;!…»«>→"


def links_say_where(texts: Sequence[Manuscript]) -> Iterator[Problem]:
    """A link can be understood by who hears it alone, out of its sentence (WCAG 2.4.9)."""
    for text in texts:
        vague = VAGUE.get(text.subtag)
        if vague is None or not ("](" in text.markdown or "][" in text.markdown):
            continue
        for match in _LINK.finditer(text.markdown):
            words = match["words"].strip(_AROUND).lower()
            if words in vague and text.markdown[match.start() - 1 : match.start()] != "!":
                message = f"a link reads only “{match['words'].strip()}”"
                remedy = "let it say where it leads, such as “the application form”"
                yield warning(text.at(match.start()), "vague-link", message, remedy)
