"""What notices call the facts of a job, and the sections of their text, in five languages."""

from __future__ import annotations

import re
from typing import NamedTuple

from jobglot.importing.wordlists import rows
from jobglot.tokens import fold

_LABELS = """
title
  en: job title|title|position|position title|post title|function|role|vacancy
  fr: intitulé du poste|titre du poste|titre|poste|fonction|intitulé
  es: puesto|título|título del puesto|cargo|nombre del puesto
  nl: functie|functietitel|titel|vacature
  de: stellenbezeichnung|stellentitel|titel|stelle
organization
  en: organization|organisation|employer|company|company name|hiring organization|agency|nato body|institution
    |body
  fr: organisation|employeur|entreprise|société|organisme|structure|recruteur
  es: organización|empleador|empresa|institución|entidad|organismo
  nl: organisatie|werkgever|bedrijf|instelling
  de: organisation|arbeitgeber|unternehmen|firma|einrichtung
department
  en: department|division|directorate|unit|team|section|service
  fr: département|division|direction|service|unité|équipe|pôle
  es: departamento|división|dirección|unidad|servicio|área
  nl: afdeling|directie|dienst|team
  de: abteilung|referat|bereich|team|dienststelle
locations
  en: location|primary location|duty station|place of work|place of duty|workplace|work location|city|place
    |job location
  fr: lieu|lieu de travail|lieu d'affectation|emplacement|emplacement principal|localisation|ville|localité
    |lieu du poste
  es: ubicación|lugar|lugar de trabajo|lugar de destino|localidad|ciudad|destino
  nl: locatie|plaats|standplaats|werkplek|plaats van tewerkstelling|werklocatie
  de: ort|arbeitsort|standort|dienstort|einsatzort
categories
  en: category|categories|job category|field|job field|job family
  fr: catégorie|catégories|domaine|métier|famille de métiers|filière
  es: categoría|categorías|área profesional
  nl: categorie|categorieën|vakgebied|functiegroep
  de: kategorie|kategorien|berufsfeld|tätigkeitsfeld
industry
  en: industry|sector|sectors|industries|business sector
  fr: secteur|secteur d'activité|secteurs d'activité|industrie|branche
  es: industria|sector|sector de actividad|rubro
  nl: sector|industrie|branche|bedrijfstak
  de: branche|sektor|industrie|wirtschaftszweig
employment_type
  en: job type|employment type|schedule|type of employment|working time|work schedule|hours|commitment
  fr: horaire|temps de travail|type d'emploi|type de poste|régime de travail|durée du travail|rythme
  es: tipo de trabajo|tipo de empleo|jornada|jornada laboral|horario|dedicación
  nl: type baan|dienstverband|soort baan|arbeidsduur|werkrooster|jobtype
  de: art der stelle|arbeitszeit|beschäftigungsart|anstellungsart|beschäftigungsumfang|stellenumfang
contract
  en: contract|contract type|type of contract|appointment type|type of appointment|contract status
  fr: contrat|type de contrat|nature du contrat|type d'engagement|statut
  es: contrato|tipo de contrato|modalidad de contratación
  nl: contract|type contract|contracttype|contractvorm|soort contract
  de: vertrag|vertragsart|art des vertrags|befristung
duration
  en: duration|contract duration|contract length|duration of contract|length of contract|period
  fr: durée|durée du contrat|durée de la mission|durée de l'engagement
  es: duración|duración del contrato
  nl: duur|duur van het contract|contractduur
  de: dauer|vertragsdauer|laufzeit
salary
  en: salary|pay|salary (pay basis)|salary range|remuneration|compensation|wage|pay range|monthly salary
    |annual salary
  fr: salaire|salaire (base de paie)|rémunération|traitement|salaire mensuel|salaire annuel|salaire brut
    |rémunération brute
  es: salario|sueldo|remuneración|retribución|salario bruto
  nl: salaris|loon|bezoldiging|brutoloon|maandloon
  de: gehalt|vergütung|entgelt|besoldung|lohn|jahresgehalt|monatsgehalt
grade
  en: grade|level|pay grade|salary grade|post grade
  fr: grade|échelon|classe|niveau de grade
  es: grado|nivel|categoría salarial
  nl: graad|schaal|salarisschaal|functieschaal
  de: entgeltgruppe|besoldungsgruppe|vergütungsgruppe|stufe|grad
clearance
  en: clearance level|security clearance|clearance|security clearance level
  fr: niveau de l'habilitation de sécurité|habilitation de sécurité|habilitation|niveau d'habilitation
  es: habilitación de seguridad|nivel de habilitación
  nl: veiligheidsmachtiging|veiligheidsonderzoek|screeningsniveau
  de: sicherheitsüberprüfung|sicherheitsstufe|geheimschutzstufe
reference
  en: reference|ref|reference number|job reference|vacancy number|job id|requisition id|announcement number
    |vacancy no|reference no|reference nr|ref no|ref nr|job ref|job reference number|vacancy reference
  fr: référence|réf|numéro de référence|référence de l'offre|numéro de l'offre|numéro de vacance
  es: referencia|ref|número de referencia|código de la vacante
  nl: referentie|ref|referentienummer|vacaturenummer
  de: referenz|kennziffer|referenznummer|stellennummer|kennzahl
deadline
  en: deadline|application deadline|closing date|apply by|applications close|closes|expiration date|expires
    |last date to apply|closing|apply before|applications close on
  fr: date limite|date limite de candidature|date limite de dépôt|date de clôture|clôture|date de retrait
    |échéance|date limite de réception des candidatures|candidatures jusqu'au
  es: plazo|fecha límite|fecha de cierre|fecha de vencimiento|plazo de presentación|cierre
  nl: deadline|sluitingsdatum|uiterste datum|solliciteren tot|reageren tot|uiterste sollicitatiedatum
  de: bewerbungsfrist|bewerbungsschluss|frist|einsendeschluss|bewerbung bis
posted
  en: posted|date posted|posting date|published|publication date|published on|placed on|posted on
  fr: publié le|date de publication|mise en ligne|date de parution|publiée le
  es: publicado|fecha de publicación|publicado el
  nl: geplaatst|geplaatst op|publicatiedatum|gepubliceerd|datum van publicatie
  de: veröffentlicht|veröffentlicht am|veröffentlichungsdatum|online seit|eingestellt am
updated
  en: update day|updated|last updated|last update|date updated
  fr: mis à jour|mise à jour|dernière mise à jour|date de mise à jour|jour de mise à jour
  es: día de actualización|actualizado|última actualización|fecha de actualización
  nl: bijgewerkt|laatst bijgewerkt|datum bijgewerkt|laatste wijziging
  de: aktualisiert|aktualisiert am|letzte aktualisierung|stand
opens
  en: opening date|applications open|opens
  fr: date d'ouverture|ouverture des candidatures
  es: fecha de apertura
  nl: openingsdatum
  de: bewerbung ab
starts
  en: start date|starting date|start|expected start date|job start date
  fr: date de début|date de prise de poste|prise de poste|prise de fonction|début|début du contrat
    |date d'entrée en fonction
  es: fecha de inicio|inicio|fecha de incorporación|incorporación
  nl: startdatum|indiensttreding|begindatum|datum van indiensttreding
  de: beginn|eintrittsdatum|arbeitsbeginn|startdatum|eintrittstermin
positions
  en: number of positions|vacancies|openings|number of posts|number of vacancies
  fr: nombre de postes|postes à pourvoir|nombre de postes à pourvoir
  es: número de puestos|plazas|vacantes
  nl: aantal plaatsen|aantal vacatures|aantal posities
  de: anzahl der stellen|anzahl stellen
remote
  en: remote|work mode|workplace type|remote work|telework
  fr: télétravail|mode de travail|travail à distance
  es: teletrabajo|modalidad|modalidad de trabajo
  nl: thuiswerk|telewerk|hybride werken|thuiswerken
  de: homeoffice|arbeitsmodell|mobiles arbeiten
source
  en: source|url|link
  fr: source|lien
  es: fuente|enlace
  nl: bron
  de: quelle
apply
  en: apply|apply at|how to apply|application link|apply here|apply online|apply to|to apply
  fr: postuler|pour postuler|candidater|comment postuler|lien de candidature
  es: postular|cómo postular|solicitar|inscripción
  nl: solliciteren|solliciteer|hoe solliciteren
  de: bewerbung|bewerben|bewerbung an|jetzt bewerben
contact
  en: contact|contact person|contact e-mail|enquiries|questions
  fr: contact|personne de contact|renseignements
  es: contacto|persona de contacto
  nl: contact|contactpersoon|inlichtingen
  de: kontakt|ansprechpartner|ansprechperson|rückfragen
experience
  en: experience|work experience|years of experience|experience level
  fr: expérience requise|niveau d'expérience|expérience demandée
  es: experiencia requerida|años de experiencia
  nl: werkervaring|ervaringsniveau
  de: berufserfahrung
offer
  en: type of offer|offer type|document type
  fr: type d'offre|conditions de l'offre|nature de l'offre
  es: tipo de oferta|condiciones de la oferta
  nl: soort aanbod
  de: art des angebots
"""

_SECTIONS = """
body
  en: job content|job description|description|content|details
  fr: contenu du poste|descriptif|description|contenu de l'offre
  es: contenido de trabajo|descripción|descripción del puesto|contenido
  nl: functieomschrijving|omschrijving|inhoud van de functie|jobinhoud
  de: stellenbeschreibung|beschreibung|inhalt
mission
  en: The assignment|description of the assignment|mission
  fr: La mission|description de la mission|mission|vos missions
  es: La misión|descripción de la misión
  nl: De opdracht|omschrijving van de opdracht
  de: Der Auftrag|beschreibung des auftrags
tasks
  en: Tasks|responsibilities|main accountabilities|main responsibilities|duties|key responsibilities
    |what you will do|your tasks
  fr: Tâches|responsabilités|principales responsabilités|responsabilités principales|vos tâches
    |activités principales
  es: Funciones|responsabilidades|tareas|funciones principales
  nl: Taken|takenpakket|verantwoordelijkheden|jouw taken|wat ga je doen
  de: Aufgaben|ihre aufgaben|deine aufgaben|aufgabengebiet|tätigkeiten
project
  en: The project|project background|context|background|description of the project or context
  fr: Le projet|description du projet ou contexte|contexte|rappel du projet
  es: El proyecto|contexto|descripción del proyecto
  nl: Het project|context|achtergrond
  de: Das Projekt|hintergrund|projektbeschreibung
profile
  en: Profile|desired profile|requirements|qualifications|your profile|what we are looking for
    |qualifications and experience
  fr: Profil|profil souhaité|profil recherché|votre profil|qualifications|qualifications et expérience|exigences
  es: Perfil|requisitos|perfil buscado|perfil deseado
  nl: Profiel|jouw profiel|vereisten|functie-eisen|gevraagd profiel
  de: Profil|ihr profil|dein profil|anforderungen|anforderungsprofil
education
  en: Education
  fr: Formation|diplômes
  es: Formación|estudios
  nl: Opleiding
  de: Ausbildung
practice
  en: Experience
  fr: Expérience
  es: Experiencia
  nl: Ervaring
  de: Erfahrung
languages
  en: Languages|language skills
  fr: Langues|connaissances linguistiques
  es: Idiomas
  nl: Talen|talenkennis
  de: Sprachkenntnisse|sprachen
skills
  en: Skills|competencies|competences
  fr: Compétences|savoir-être
  es: Competencias|habilidades
  nl: Vaardigheden|competenties
  de: Fähigkeiten|kompetenzen
conditions
  en: Contract and conditions|conditions|what we offer|benefits|contract
  fr: Contrat et conditions|conditions|nous offrons|avantages|contrat
  es: Contrato y condiciones|condiciones|ofrecemos|beneficios
  nl: Contract en voorwaarden|voorwaarden|wij bieden|aanbod
  de: Vertrag und Bedingungen|wir bieten|unser angebot|konditionen
process
  en: Application and recruitment process|how to apply|application process|recruitment process|selection process
  fr: Candidature et processus de recrutement|comment postuler|processus de recrutement|modalités de candidature
  es: Candidatura y proceso de selección|cómo postular|proceso de selección
  nl: Solliciteren en selectie|hoe solliciteren|selectieprocedure|procedure
  de: Bewerbung und Auswahl|bewerbungsverfahren|auswahlverfahren|so bewerben sie sich
criteria
  en: Selection criteria|selection criteria for applications|criteria
  fr: Critères de sélection|critères de sélection des candidatures|critères
  es: Criterios de selección|criterios
  nl: Selectiecriteria|criteria
  de: Auswahlkriterien|kriterien
more
  en: Additional information|further information|other information|practical information
  fr: Informations complémentaires|information complémentaire|autres informations|informations pratiques
  es: Información adicional|otra información|información complementaria
  nl: Aanvullende informatie|extra informatie|praktische informatie
  de: Weitere Informationen|zusätzliche informationen|sonstiges
about
  en: About us|the organization|who we are
  fr: Qui sommes-nous|à propos|présentation de l'organisation|l'employeur
  es: Quiénes somos|sobre nosotros
  nl: Over ons|wie zijn wij
  de: Über uns|wir über uns
"""

MARKS_A_JOB = frozenset(["tasks", "profile", "conditions", "process", "criteria", "mission"])
"""Sections that only the notice of a job has."""


class Known(NamedTuple):
    """What a label stands for, and the languages it may be in."""

    key: str
    languages: tuple[str, ...]


def _read(table: str) -> tuple[dict[str, Known], dict[str, dict[str, str]]]:
    labels: dict[str, Known] = {}
    names: dict[str, dict[str, str]] = {}
    key = ""
    for row in rows(table):
        language, _, words = row.partition(": ")
        if not words:
            key = row
            continue
        for position, word in enumerate(words.split("|")):
            if position == 0:
                names.setdefault(key, {})[language] = word
            known = labels.get(plain(word))
            # A label of two keys belongs to the first; of two languages, to both.
            if known is None or known.key == key:
                before = known.languages if known else ()
                labels[plain(word)] = Known(key, (*before, language) if language not in before else before)
    return labels, names


def plain(label: str) -> str:
    """A label as it is compared: folded, without colon, straight apostrophes."""
    return " ".join(fold(label.replace("’", "'")).strip(" :*.").split())


LABELS, _ = _read(_LABELS)
SECTIONS, SECTION_NAMES = _read(_SECTIONS)
LONGEST = max(map(len, LABELS))


class Labelled(NamedTuple):
    """A label at the beginning of a line, and what follows it there."""

    key: str
    languages: tuple[str, ...]
    value: str
    has_colon: bool


_COLON = re.compile(r"^([^:]{2,60}?)\s*[:：]\s*(.*)$")


def label_of(line: str) -> Labelled | None:
    """The label a line begins with, if it is one of ours: `Label: value`, or the label alone."""
    bare = line.replace("**", "").strip()
    if (match := _COLON.match(bare)) and (known := LABELS.get(plain(match[1])) or _in_both(match[1])):
        return Labelled(known.key, known.languages, match[2].strip(), True)
    if len(bare) <= LONGEST + 2 and (known := LABELS.get(plain(bare))):
        return Labelled(known.key, known.languages, "", False)
    return None


def _in_both(text: str) -> Known | None:
    """One label in two languages: “Closing date / Date limite”."""
    each = [LABELS.get(plain(piece)) for piece in re.split(r"\s*/\s*", text)]
    found = [known for known in each if known is not None]
    if len(each) != 2 or len(found) != 2 or found[0].key != found[1].key:
        return None
    return Known(found[0].key, tuple(dict.fromkeys((*found[0].languages, *found[1].languages))))


def bare_label_of(line: str) -> Labelled | None:
    """The longest label a line begins with where nothing but a space sets it off from its value."""
    words = line.split(" ")
    for count in range(min(len(words) - 1, 7), 0, -1):
        known = LABELS.get(plain(" ".join(words[:count])))
        if known and words[0][:1].isupper():
            return Labelled(known.key, known.languages, " ".join(words[count:]).strip(), False)
    return None


def section_of(line: str) -> str:
    """The section that a line is the heading of; "" for none."""
    known = SECTIONS.get(plain(line)) if len(line) <= 80 else None
    return known.key if known else ""


def section_name(key: str, language: str) -> str:
    """What a section is called in a language; "" where we do not know."""
    return SECTION_NAMES.get(key, {}).get(language, "")


def languages_of_section(line: str) -> tuple[str, ...]:
    """The languages that a section's heading may be in."""
    known = SECTIONS.get(plain(line))
    return known.languages if known else ()
