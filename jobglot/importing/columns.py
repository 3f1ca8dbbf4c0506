"""What the columns of a table are: known by the names that notices give the same facts, or by a map."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from jobglot.importing.known import Known
from jobglot.importing.labels import LABELS, SECTIONS, plain
from jobglot.meant import LANGUAGES
from jobglot.schema import POSTING_FACTS
from jobglot.wordlists import rows

TEXTS = ("title", "summary", "body")
"""Keys that belong to a language."""
PARTS = (
    *("salary.min", "salary.max", "salary.amount", "salary.currency", "salary.per"),
    *("locations.city", "locations.region", "locations.country", "organization.url"),
)
LANGUAGE = "language"
"""The column that says which language a row is in; `languages` are those that the job asks for."""
SECTION = "section"
"""A column “Responsibilities” is a section of the text: `section.tasks`."""
STATUS = "status"
"""The column that says whether a job is a draft, open or closed elsewhere."""
FACTS = frozenset(field.key for field in POSTING_FACTS)
KEYS = (*TEXTS, LANGUAGE, STATUS, *PARTS, *sorted(FACTS | {label.key for label in LABELS.values()}))

# Names that forms, exports and feeds give to columns, and notices do not.
_NAMES = """
title: name|job name|position name|poste à pourvoir
summary: excerpt|short description|teaser|abstract|intro|résumé|accroche|chapeau|samenvatting|zusammenfassung
  |kurzbeschreibung|resumen
body: text|full description|long description|job text|annonce|texte|texto|tekst|post content
language: lang|locale|langue|idioma|sprache|taal|content language
status: status|state of the job|post status|job status|listing status|publication status
posted: date|created|created at|date created|date published|publish date|published at|pub date
  |start of publication|listed|added|post date|first published
updated: modified|modified at|post modified|date modified
deadline: expiry date|expiry|job expires|valid through|end date|closing|application closing date
  |end of publication|until|valid until|closes on|expires on|expiration
  |date d'expiration|date de fin de publication|date limite candidature
organization: client|recruiter|firm|organization name|organisation name|hiring company|nom de l'entreprise|company title
organization.url: company website|company url|organization website|organization url|employer website|site web
locations: job locations|places
locations.city: town|municipality
locations.region: state|province|county|département du poste
locations.country: country|country code|pays|land|país
categories: job categories|function area|job function
employment_type: type|job types|employment|employment types|working hours|full time part time
contract: contract kind|kind of contract
reference: job ref|ref no|ref number|job number|job code|vacancy reference|referencenumber|external id
apply: apply url|apply link|application url|application email|apply email|application|url to apply|email to apply
  |apply by email|apply by email or url|email or url|application link or email|lien pour postuler|email de candidature
  |candidature|candidatures|job application|adresse de candidature|adresse pour postuler|solliciteren|solliciteren via
  |bewerbung|bewerbung an|bewerbungslink
contact: contact email|contact name|email|e-mail|mail
source: job url|permalink|web address|web page|page|original url|listing url|posting url|website link|page url
remote: remote position|telecommute|remote possible|remote job|work from home|homeworking
salary.min: salary min|min salary|minimum salary|salary minimum|salary from|pay min|pay from|salaire min|salaire minimum
  |gehalt von|salary low
salary.max: salary max|max salary|maximum salary|salary maximum|salary to|pay max|pay to|salaire max|salaire maximum
  |gehalt bis|salary high
salary.amount: salary amount|salary value
salary.currency: currency|salary currency|devise|währung|pay currency
salary.per: période|période de paie|zeitraum|périodicité
  |salary per|salary period|pay period|salary unit|salary unit text|per
  |pay frequency|salary frequency|salary interval|salary type
positions: number of openings|no of positions|no of vacancies|headcount|quantity
featured: featured job|highlight|sticky|à la une
draft: is draft
hours_per_week: hours per week|weekly hours|heures par semaine|wochenstunden|uren per week
languages: langues|langues demandées|languages required|required languages|sprachen|talen|idiomas
documents: documents à fournir|required documents|unterlagen|documents required
filled: position filled|filled on
"""
NAMES: Mapping[str, str] = {
    plain(word): key for key, _, words in (row.partition(": ") for row in rows(_NAMES)) for word in words.split("|")
}
_SOLID = {word.replace(" ", ""): key for word, key in NAMES.items() if " " in word} | {
    word.replace(" ", ""): label.key for word, label in LABELS.items() if " " in word
}
"""Names as XML and programs write them, without spaces: `expirationdate`."""


class Column(NamedTuple):
    """`key` is "" for an unknown column; `tag` is the language it is said to be in, `spoken` that of its name."""

    name: str
    key: str
    tag: str = ""
    spoken: tuple[str, ...] = ()


def columns_of(names: Sequence[str], mapped: Mapping[str, str], known: Known) -> list[Column]:
    """The columns of a heading. Where two are the same text, the language of their names tells which is which."""
    found = [_mapped(name.strip(), mapped, known) or column_of(name, known) for name in names]
    if not any(column.key == "reference" for column in found):  # their number is what tells two of a title apart
        found = [
            column._replace(key="reference")
            if not column.key and plain(column.name) in ("id", "nr", "no", "#")
            else column
            for column in found
        ]
    if any(column.key == "title" and plain(column.name) != "name" for column in found):
        # “Name” beside “Job title” is that of a person.
        found = [column._replace(key="") if plain(column.name) == "name" else column for column in found]
    return list(_parted(found, known))


def strange_key(mapped: Mapping[str, str], known: Known) -> str:
    """A sentence on the first key of a map that is none; "" when all are."""
    texts = [f"{text}.{tag}" for text in TEXTS for tag in known.languages]
    for key in mapped.values():
        if key in KEYS or key in texts:
            continue
        near = difflib.get_close_matches(key, [*KEYS, *texts], 1, 0.6)
        meant = f"; did you mean “{near[0]}”?" if near else ""
        return f"--map says “{key}”, which is no key of a posting{meant}"
    return ""


def column_of(name: str, known: Known) -> Column:
    """What a name stands for: `Job title`, `title.fr`, `title_fr`, `Titre (FR)`, `French title`, `salary_min`."""
    whole = name.strip()
    for tag, bare in tagged(whole, known):
        key, spoken = _key(bare)
        if key:
            return Column(whole, key, tag, spoken)
    return Column(whole, "")


def _mapped(name: str, mapped: Mapping[str, str], known: Known) -> Column | None:
    if name not in mapped:
        return None
    key, _, tag = mapped[name].partition(".")
    return Column(name, key, tag) if key in TEXTS and tag in known.languages else Column(name, mapped[name])


def _key(name: str) -> tuple[str, tuple[str, ...]]:
    low = name.strip().lower()
    if low in FACTS or low in (*PARTS, *TEXTS, LANGUAGE, STATUS):
        return low, ()
    words = plain(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ").replace("-", " "))
    for form in (words, plain(name), plain(name.replace("_", " ")), re.sub(r"\s*\([^)]*\)$", "", words)):
        if label := LABELS.get(form):
            return label.key, label.languages
        if section := SECTIONS.get(form):
            is_key = section.key in ("body", "languages")
            return (section.key if is_key else f"{SECTION}.{section.key}"), section.languages
        if form in NAMES:
            return NAMES[form], ()
    whole = words.replace(" ", "_")
    return whole if whole in FACTS else _SOLID.get(words, ""), ()


def tagged(name: str, known: Known) -> Iterator[tuple[str, str]]:
    """Pairs of language and name: without the language at its end or beginning, and, with "", as it is."""
    pieces = [piece for piece in re.split(r"([\s._()\[\]/:–|-]+)", name.strip(" ()[]")) if piece]
    for size in (3, 1):  # “en-US”, “zh-Hant”, then “en”
        for told, rest in ((pieces[-size:], pieces[:-size]), (pieces[:size], pieces[size:])):
            is_tag = rest and (size == 1 or len(told[-1]) in (2, 4))
            tag = language_tag("".join(told), known) if is_tag else ""
            if tag:
                yield tag, "".join(rest).strip(" ._()[]/:–|-")
    yield "", name


def language_tag(text: str, known: Known) -> str:
    """The language of the board that a text names: `fr`, `FR`, `fr_BE`, `French`, `français`; "" for none."""
    word = plain(text).replace("_", "-")
    tags = {tag.lower(): tag for tag in known.languages}
    return tags.get(word) or known.tag_of(word) or known.tag_of(LANGUAGES.get(word, ""))


def _parted(columns: Sequence[Column], known: Known) -> Iterator[Column]:
    """“Job title” and “Titre” side by side: the second is of the language that its name is in."""
    for column in columns:
        same = [other for other in columns if other.key == column.key and not other.tag]
        own = [tag for tag in column.spoken if tag in known.languages]
        is_told = column.key in TEXTS and not column.tag and len(own) == 1
        if is_told and len(same) > 1 and sum(own[0] in other.spoken for other in same) == 1:
            yield column._replace(tag=own[0])
        else:
            yield column
