"""Titles that name one gender only, in English, French, Spanish, Dutch and German.

Only what is plain is told: a title with an epicene word ("Journaliste", "Fachkraft"), with both forms, or with a mark
such as "(H/F)" or "(m/w/d)" passes. French, Spanish and German name occupations by gender; English and Dutch mostly
do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from jobglot.manuscript import Manuscript
from jobglot.model import Posting
from jobglot.problem import Problem, warning
from jobglot.tokens import fold

_MARK = re.compile(
    r"(?<![a-z])[mfhwvd]\s*[/|,.*+-]\s*[mfhwvdx](?:\s*[/|,.*+-]\s*[mfhwvdx*])*(?![a-z])|[·•∙]\w"
    r"|\(\s*-?(?:e|ne|le|fe|ve|se|te|esse|ere|iere|trice"
    r"|rice|euse|ice|enne|ienne|a|o|as|in|innen|st|e s)\s*\)|\w[*:_]\w|/-?(?:in|innen|frau|ice|rice|trice"
    r"|euse|e|ne|ve|se|fe|ere|iere|ienne|a|as|o)(?!\w)"
    r"|\b(?:all genders|alle geschlechter|tous genres|todos los generos|gn)\b|@"
)
_INNER_I = re.compile(r"[a-zäöü]In(?:nen)?\b")

_PATTERNS: Mapping[str, str] = {
    "en": r"\b(?:\w*(?:sales|chair|fore|handy|crafts|fire|police|camera|business|drafts|post|mail|work|repair"
    r"|watch|door|trades"
    r"|news|spokes|milk|fisher|horse|ombuds)(?:man|men|woman|women)|waitress|stewardess|hostess"
    r"|actress|seamstress"
    r"|barmaid|barman|salesgirl|chambermaid|headmaster|headmistress|housewife|busboy|cowboy|matron"
    r"|cleaning lady|tea lady)\b",
    "fr": r"\b(?:\w{2,}(?:ateur|atrice|iteur|itrice|ecteur|ectrice|ucteur|uctrice|dacteur|dactrice)"
    r"|\w{2,}(?:aire)?(?:veloppeur|veloppeuse)"
    r"|\w{2,}(?:icien|icienne)|technicien|technicienne|gardien|gardienne|chirurgien|chirurgienne"
    r"|pharmacien|pharmacienne|electricien"
    r"|electricienne|infirmier|infirmiere|conseiller|conseillere|cuisinier|cuisiniere|ouvrier|ouvriere"
    r"|jardinier|jardiniere"
    r"|caissier|caissiere|boulanger|boulangere|charpentier|patissier|patissiere|financier|policier"
    r"|policiere|pompier|plombier"
    r"|charge|chargee|delegue|deleguee|employe|employee|avocat|avocate|adjoint|adjointe|assistant"
    r"|assistante|consultant|consultante"
    r"|enseignant|enseignante|apprenti|apprentie|chef|cheffe|ingenieur|ingenieure|professeur|professeure"
    r"|vendeur|vendeuse|serveur"
    r"|serveuse|chauffeur|chauffeuse|coiffeur|coiffeuse|regisseur|regisseuse|reviseur|reviseuse|livreur"
    r"|livreuse|monteur|monteuse"
    r"|soudeur|soudeuse|chercheur|chercheuse|acheteur|acheteuse|programmeur|programmeuse|preparateur"
    r"|preparatrice|macon|directeur"
    r"|directrice|educateur|educatrice|traducteur|traductrice|formateur|formatrice|animateur|animatrice"
    r"|redacteur|redactrice"
    r"|coordinateur|coordinatrice|coordonnateur|coordonnatrice|administrateur|administratrice|magasinier"
    r"|magasiniere|menuisier"
    r"|hotelier|hoteliere|agriculteur|agricultrice|auditeur|auditrice|correcteur|correctrice|instituteur"
    r"|institutrice)\b",
    "es": r"^(?:\w+(?:ador|adora|edor|edora|idor|idora|ctor|ctora|itor|itora|ogo|oga|ero|era|ario|aria)|abogado"
    r"|abogada|tecnico|tecnica"
    r"|medico|medica|administrativo|administrativa|encargado|encargada|empleado|empleada|asesor|asesora"
    r"|profesor|profesora|licenciado"
    r"|licenciada|arquitecto|arquitecta|mecanico|mecanica|becario|becaria|maestro|maestra|cientifico"
    r"|cientifica|analisto)\b",
    "nl": r"\b(?:\w*(?:secretaresse|verpleegster|verkoopster|directrice|juffrouw|poetsvrouw|kuisvrouw"
    r"|schoonmaakster|lerares|actrice"
    r"|gastvrouw|gastheer|vakman|brandweerman|politieman|timmerman|zakenman|cameraman|werkster|kapster"
    r"|onderwijzeres|caissiere"
    r"|barman|stewardess|masseuse|hostess))\b",
    "de": r"\b(?:\w*(?:leiter|leiterin|entwickler|entwicklerin|ingenieur|ingenieurin|berater|beraterin"
    r"|mitarbeiter|mitarbeiterin"
    r"|assistent|assistentin|referent|referentin|techniker|technikerin|manager|managerin|arzt|arztin"
    r"|pfleger|pflegerin|lehrer|lehrerin"
    r"|verkaufer|verkauferin|fahrer|fahrerin|kaufmann|kauffrau|fachmann|fachfrau|sachbearbeiter"
    r"|sachbearbeiterin|koordinator"
    r"|koordinatorin|direktor|direktorin|redakteur|redakteurin|ubersetzer|ubersetzerin|erzieher|erzieherin"
    r"|elektroniker|elektrikerin"
    r"|mechaniker|mechanikerin|krankenschwester|sekretar|sekretarin|praktikant|praktikantin|anwalt"
    r"|anwaltin|buchhalter|buchhalterin"
    r"|wissenschaftler|wissenschaftlerin|administrator|administratorin|architekt|architektin|koch|kochin"
    r"|putzfrau|hausmeister"
    r"|projektleiter|volontar|volontarin|betreuer|betreuerin|trainer|trainerin|backer|backerin|tischler|tischlerin))\b",
}
_GENDERED = {subtag: re.compile(pattern) for subtag, pattern in _PATTERNS.items()}

_REMEDIES: Mapping[str, str] = {
    "en": "use a word for everyone, such as “salesperson” or “firefighter”",
    "fr": "write both, such as “Développeur·se”, “Conseiller(ère)” or “Technicien / Technicienne”, or add “(F/H/X)”",
    "es": "write both, such as “Ingeniero/a” or “Técnica o técnico”",
    "nl": "use a word for everyone, such as “verpleegkundige”, or add “(m/v/x)”",
    "de": "write “Entwickler:in”, a word such as “Fachkraft”, or add “(m/w/d)”",
}


def titles_name_everyone(_posting: Posting, texts: Sequence[Manuscript]) -> Iterator[Problem]:
    """A title calls people of every gender."""
    for text in texts:
        pattern = _GENDERED.get(text.subtag)
        if pattern is None or _INNER_I.search(text.title):
            continue
        title = fold(text.title)
        found = pattern.search(title)
        if found and not _MARK.search(title) and not _has_both(pattern, title):
            word = text.title[found.start() : found.end()] if len(title) == len(text.title) else found[0]
            message = f"“{word}” in the title names one gender only"
            yield warning(text.title_origin, "title-gendered", message, _REMEDIES[text.subtag])


def _has_both(pattern: re.Pattern[str], title: str) -> bool:
    """Whether two forms of one word stand in the title: their first four letters are the same."""
    words = [word for part in re.split(r"[\s/,|&]+", title) for word in pattern.findall(part)]
    starts = [word[:4] for word in words]
    return len(set(starts)) < len(starts)
