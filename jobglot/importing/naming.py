"""What a line at the beginning of a notice may be: a title, a letterhead, a unit, or the kind of the paper."""

from __future__ import annotations

import re

from jobglot.importing.known import Known
from jobglot.importing.places import read_places
from jobglot.importing.sectors import name_key
from jobglot.importing.words import employment_types, squashed

LONGEST_NAME = 80
LONGEST_SENTENCE = 400
_KINDS_OF_NOTICE = re.compile(
    r"(?:(?:external|internal|open) )?(?:vacancy (?:notification|notice|announcement)|"
    r"job (?:vacancy|advertisement|offer)|call for applications|notification de la vacance du poste|"
    r"avis de vacance(?: de poste| d emploi)?|offre d emploi|appel a candidat(?:ure)?s?|avis de recrutement|"
    r"aanwervingsbericht|vacaturebericht|"
    r"oproep tot kandidaten|oferta de empleo|"
    r"job (?:description|profile|posting|opening|opportunity)(?: form)?|position description|(?:current )?vacancy|"
    r"we are (?:hiring|recruiting)|fiche de (?:poste|fonction)|(?:description|profil) de (?:poste|fonction)|"
    r"(?:nous|on) (?:recrutons|recrute)|poste a pourvoir|functiebeschrijving|stellenbeschreibung|"
    r"convocatoria|vacature|stellenausschreibung|stellenangebot|offerta di lavoro|avviso di selezione(?: pubblica)?|"
    r"bando di (?:concorso|selezione)|oferta de emprego|anuncio de vaga|vaga de emprego|edital|oferta de feina)"
)
# Two figures in a row and four signs in all: neither a grade (G8-G10), nor hours (24h), nor a year.
REFERENCE = re.compile(
    r"\s*[(\[]\s*(?:r[eé]f(?:erence|érence)?\.?\s*:?\s*|n[°o]\.?\s*)?"
    r"(?!(?:19|20)\d\d\s*[)\]])(?=[\w/._-]{4})([A-Z]{0,6}[-/_.]?\d{2}[\w/._-]{0,20})\s*[)\]]\s*$",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"\b(?:(?:sub)?directorate|department|division|unit|section|programme|program|bureau|office|direction|"
    r"sous direction|departement|service|unite|departamento|direccion|unidad|afdeling|directie|dienst|abteilung|"
    r"referat|ufficio|direzione|dipartimento|servizio|servico|direcao|divisao|unitat|departament|direccio|servei)\b"
)
_HOUSE = re.compile(
    r"\b(?:office|agency|ministry|university|hospital|council|institute|authority|foundation|ltd|inc|plc|llc|gmbh|sa"
    r"|nv|srl|bv|bvba|asbl|vzw)\.?$|^(?:the )?(?:(?:city|municipality|province|ministry|university(?: hospital)?) of"
    r"|ville de|commune d|province d|minist[eè]re|universit[eé] d|agence |service public|spf|cpas|fod|ocmw|stad"
    r"|comune di|regione|universit[aà] d\w+|c[aâ]mara municipal|munic[ií]pio d\w+|universidade d\w+|prefeitura"
    r"|ajuntament|generalitat|universitat|diputaci[oó]|gemeente|provincie|ministerie|universiteit|agentschap"
    r"|vlaamse overheid|stadt|gemeinde|universit[aä]t)\b",
    re.IGNORECASE,
)
"""How names of employers end and begin."""
_ANNOUNCING = re.compile(
    r"(?:(?:la|le|les|de|het|die|der|das|the)\s+|l['’])?(?P<who>\S.{2,80}?)\s+(?:recrute(?:nt)?|engage(?:nt)?|recherche|"
    r"zoekt|werft aan|sucht|is hiring|is recruiting|seeks|hires)\s*(?:une?|un[·.(]e\)?|een|eine?n?|an?)?\s*[:…]*",
    re.IGNORECASE,
)
_SOUGHT = re.compile(
    r"\b(?:recrut(?:e|ent|ons)|engage(?:nt|ons)?|zoek(?:t|en)|werft aan|werven aan|such(?:t|en)|seeks?|hires?|"
    r"(?:is|are) (?:hiring|recruiting|looking for))\b[^.;]{0,40}?\b(?:une?|un[·.(]e\)?|een|eine?n?|an?)\s+"
    r"(?P<title>[^.,;:()]{3,70}?(?:\s*\([a-z](?:\s*[/|,]\s*[a-z*+]){1,3}\))?)"
    r"(?=\s*[.,;:(]|\s+(?:à|sous|pour|avec|dans|in|im|für|mit|ab|zum|zur|als|voor|met|op|for|with|to)\b|\s*$)",
    re.IGNORECASE,
)
_TERMS = re.compile(
    r"(?<=\S)\s*(?:[–,-]\s*)?\b(?:à (?:temps|mi-temps)|temps (?:plein|partiel)|CDI|CDD|voltijds|deeltijds|halftijds"
    r"|in Vollzeit|in Teilzeit|Vollzeit|Teilzeit|full[- ]time|part[- ]time)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:une?|un[·.(]e\)?|een|eine?n?|an?)\s+(?=\S)", re.IGNORECASE)
MARKED = re.compile(r"#+\s+\S|\*\*.+\*\*$")


def bare(text: str) -> str:
    """A line without what marks it as a heading or bold."""
    return re.sub(r"^#+\s+", "", text).replace("**", "").strip()


def tells(text: str, title: str) -> bool:
    """Whether a text says all the words of a title."""
    return set(name_key(title)) <= set(name_key(text))


def is_kind_of_notice(text: str) -> bool:
    """Whether a line says nothing but “vacancy notice”, in one language or two."""
    pieces = [squashed(piece) for piece in re.split(r"[/|–-]", bare(text)) if piece.strip()]
    return bool(pieces) and all(_KINDS_OF_NOTICE.fullmatch(piece) for piece in pieces)


def announcing(text: str) -> str:
    """Who announces a job in a line that says no more: “La Ville de Namur recrute”; "" for any other line."""
    match = _ANNOUNCING.fullmatch(bare(text))
    return match["who"] if match else ""


def without_article(text: str) -> str:
    """What is announced: “UN·E JURISTE” is a “JURISTE”."""
    return _ARTICLE.sub("", text, count=1) if _ARTICLE.match(text) else text


def cut(text: str) -> tuple[str, str]:
    """A title, and what a line goes on with about terms of work: “JURISTE – H/F/X à temps plein, CDI”."""
    match = _TERMS.search(text)
    return (text[: match.start()].rstrip(" ,–-"), text[match.start() :].strip(" ,–-")) if match else (text, "")


def sought(text: str) -> str:
    """The job that a sentence says somebody is sought for; "" for none."""
    match = _SOUGHT.search(text[:LONGEST_SENTENCE])
    found = match["title"].strip() if match else ""
    return found[:1].upper() + found[1:]


def is_house(text: str) -> bool:
    """Whether a line names an employer, by how such names begin or end."""
    return _HOUSE.search(bare(text)) is not None


def is_unit(text: str) -> bool:
    """Whether a line names a part of an organization."""
    return _UNIT.search(squashed(text)) is not None


def is_name(text: str, known: Known) -> bool:
    """Whether a line may be what a job is called: no place, employer, unit or kind of contract, and no figure in it."""
    is_plain = len(text) <= LONGEST_NAME and text[-1] not in ".:;,)" and not re.search(r"\d|@|//", text)
    return is_plain and not (
        is_unit(text) or employment_types(text) or known.organization(text) or read_places(text, known.places)
    )
