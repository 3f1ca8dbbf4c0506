"""Titles that say too little, or what has a place of its own: codes, pay, the employer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from jobglot.manuscript import Manuscript
from jobglot.model import Posting
from jobglot.problem import Problem, warning
from jobglot.tokens import fold

_GENERIC: Mapping[str, str] = {
    "en": """
        administrator adviser advisor agent analyst apprentice
        assistant associate clerk consultant coordinator deputy director
        employee engineer executive expert freelancer head helper intern internship job lead leader manager officer
        operator opportunity position programmer researcher role secretary specialist staff student supervisor team
        technician trainee vacancy volunteer worker
    """,
    "fr": """
        adjoint administrateur agent alternance alternant analyste
        annonce apprenti assistant assistante auxiliaire benevole cadre
        charge chef chercheur collaborateur conseiller consultant coordinateur coordonnateur directeur emploi employe
        expert gestionnaire ingenieur manager mission offre operateur ouvrier poste recrutement responsable secretaire
        specialiste stage stagiaire technicien travail vacance volontaire
    """,
    "es": """
        administrador agente analista aprendiz asesor asistente auxiliar ayudante becario consultor coordinador director
        empleado empleo encargado especialista experto gerente gestor
        ingeniero jefe oferta operario plaza practicas puesto
        responsable secretario tecnico trabajo vacante voluntario
    """,
    "nl": """
        adviseur analist assistent baan bediende beheerder consultant coordinator deskundige directeur expert functie
        hoofd ingenieur leider manager medewerker onderzoeker secretaris specialist stage stagiair student technicus
        vacature vrijwilliger
    """,
    "de": """
        analyst angestellter arbeit assistent assistenz auszubildender berater direktor experte fachkraft forscher
        ingenieur job koordinator leiter leitung manager mitarbeiter praktikant praktikum referent sachbearbeiter
        sekretar spezialist stelle stellenangebot techniker volontar werkstudent
    """,
    "ar": "وظيفة موظف مساعد مدير منسق مهندس خبير متدرب متطوع محلل",
}
GENERIC: Mapping[str, frozenset[str]] = {subtag: frozenset(words.split()) for subtag, words in _GENERIC.items()}
"""Folded words that are no title by themselves, by language."""

_FILLING = frozenset(
    """
    a an the and or new full time part urgent wanted job offer h f m d w x v hf fh mf mwd mvx hfx
    le la un une offre emploi de d urgent nouveau cdi cdd
    temps plein el una oferta se busca een nieuwe gezocht eine stelle
    """.split()
)
_OFFERS = frozenset(["offer", "offre", "emploi", "oferta"])
# What inclusive writing adds to a word: "(e)", "·e", "/rice", ":in", "*in".
_INCLUSIVE = re.compile(
    r"\((?:e|ne|le|ve|se|ère|ière|trice|rice|euse|a|r|in|st)\)|[·•.]\w{1,5}(?:[·•.]s)?\b|[/*:_](?:-)?\w{1,5}\b"
    r"|[(\[]?\b[mfhwdvx](?:\s*[/|-]\s*[mfhwdvx*]){1,3}\b[)\]]?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")


def titles_tell_the_job(_posting: Posting, texts: Sequence[Manuscript]) -> Iterator[Problem]:
    """A title says more than "Assistant"."""
    for text in texts:
        generic = GENERIC.get(text.subtag)
        if generic is None:
            continue
        every = _WORD.findall(fold(_INCLUSIVE.sub(" ", text.title)))
        words = [word for word in every if word not in _FILLING]
        if generic.issuperset(words) and (len(words) == 1 or (not words and not _OFFERS.isdisjoint(every))):
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
