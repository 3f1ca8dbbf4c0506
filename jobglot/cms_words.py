"""The words of the browser CMS's forms: labels and help, in the language of a board's editors.

Labels and choices that readers see as well come from the board's own catalog. The rest, which is for editors only, has
French here; in other languages it is English.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jobglot.desk import CONTRACTS, EMPLOYMENT_TYPES, REMOTE
from jobglot.i18n import Catalog

LABELS: Mapping[str, str] = {
    "slug": "Address",
    "aliases": "Earlier addresses",
    "locations": "Place of work",
    "remote": "Remote work",
    "applicant_countries": "Applicants may live in",
    "industry": "Sector",
    "employment_type": "Type of employment",
    "probation_months": "Months of probation",
    "leave_days": "Leave",
    "salary": "Pay",
    "min": "At least",
    "max": "At most",
    "posted": "Published",
    "opens": "Opens",
    "updated": "Last changed",
    "timezone": "Time zone",
    "max_applications": "Most applications",
    "apply": "How to apply",
    "documents": "Documents to send",
    "contact": "Questions",
    "url": "Website",
    "email": "E-mail",
    "post": "By post",
    "audience": "For whom",
    "clearance": "Security clearance",
    "eligibility": "Who may apply",
    "criteria": "Selection criteria",
    "featured": "Featured",
    "attachments": "Files",
    "notice": "To be seen first",
    "parent": "Part of",
    "menu": "In the menu",
    "label": "Criterion",
}
"""Labels of keys; every other key is its own label, with a capital and without underscores."""

CHOICES: Mapping[str, str] = {
    **{key.value: words for key, words in EMPLOYMENT_TYPES.items()},
    **{key.value: words for key, words in CONTRACTS.items()},
    **{key.value: words for key, words in REMOTE.items()},
    "other": "Other",
    "true": "Yes",
    "false": "No",
    "hour": "An hour",
    "day": "A day",
    "week": "A week",
    "month": "A month",
    "year": "A year",
}
"""What the words to choose from mean."""


@dataclass(frozen=True, slots=True)
class Say:
    """English words in a language: as the catalog has them, else as this module has them, else in English."""

    language: str
    catalog: Catalog

    def __call__(self, words: str) -> str:
        """The words in the language."""
        said = self.catalog.gettext(words)
        return FRENCH.get(words, words) if said == words and self.language.startswith("fr") else said

    def label(self, key: str) -> str:
        """What the form calls a key."""
        return self(LABELS.get(key, key.replace("_", " ").capitalize()))

    def choice(self, value: str) -> str:
        """What the form calls a word to choose."""
        return self(CHOICES.get(value, value))


FRENCH: Mapping[str, str] = {
    # What the form is made of.
    "Postings": "Offres d’emploi",
    "Vocabularies": "Listes de choix",
    "Industries": "Secteurs",
    "Text": "Texte",
    "In Markdown; headings begin at the second level.": "En Markdown ; les titres commencent au deuxième niveau.",
    "Write for example %(example)s": "Écrivez par exemple %(example)s",
    # Labels.
    "A day": "Par jour",
    "A month": "Par mois",
    "A week": "Par semaine",
    "A year": "Par an",
    "Address": "Adresse de la page",
    "Amount": "Montant",
    "An hour": "Par heure",
    "At least": "Minimum",
    "At most": "Maximum",
    "By post": "Par courrier",
    "City": "Ville",
    "Criterion": "Critère",
    "Currency": "Monnaie",
    "Date": "Date",
    "Earlier addresses": "Anciennes adresses",
    "E-mail": "Adresse électronique",
    "Eligibility": "Qui peut postuler",
    "File": "Fichier",
    "For whom": "Pour qui",
    "Hours per week": "Heures par semaine",
    "In the menu": "Dans le menu",
    "Items": "Critères",
    "Kind": "Nature",
    "Language": "Langue",
    "Level": "Niveau",
    "Logo": "Logo",
    "Months": "Mois",
    "Months of probation": "Mois d’essai",
    "Most applications": "Nombre maximal de candidatures",
    "Name": "Nom",
    "No": "Non",
    "Note": "Précisions",
    "Opens": "Ouverture des candidatures",
    "Other": "Autre",
    "Out of": "Total des points",
    "Per": "Période",
    "Phone": "Téléphone",
    "Region": "Région",
    "Renewable": "Renouvelable",
    "Renewed": "Renouvelée le",
    "Required": "Exigée",
    "Stage": "Étape",
    "Summary": "Résumé",
    "Time zone": "Fuseau horaire",
    "Title": "Intitulé",
    "To be seen first": "À lire d’abord",
    "Yes": "Oui",
    # Help.
    "A page with more.": "Une page qui en dit plus.",
    "A picture in static/, such as logos/acme.svg.": "Une image de static/, par exemple logos/acme.svg.",
    "A sentence for its page.": "Une phrase pour sa page.",
    "An id from industries.yaml.": "Un identifiant d’industries.yaml.",
    "As schema.org and Google name them.": "Selon les noms de schema.org et de Google.",
    "Days of paid leave in a year.": "Jours de congé payé par an.",
    "Earlier slugs or paths of this page, which now lead here.": (
        "Les adresses que cette page a eues, et qui mènent désormais ici."
    ),
    "Education asked for.": "Formation demandée.",
    "Experience asked for.": "Expérience demandée.",
    "Files beside this one that go with it.": "Fichiers joints, déposés à côté de celui-ci.",
    "For questions, not for applications.": "Pour les questions, non pour les candidatures.",
    "For remote work: the countries one may live in.": "Pour le télétravail : les pays où l’on peut habiter.",
    "For “deadline: open”: the day on which it was last found to be open still.": (
        "Pour une offre sans date limite (« open ») : le dernier jour où l’on a vérifié qu’elle était encore ouverte."
    ),
    "How long it lasts, in months.": "Sa durée, en mois.",
    "How long the trial period lasts, in months.": "La durée de la période d’essai, en mois.",
    "How many people are looked for.": "Combien de personnes sont recherchées.",
    "How many points it can earn.": "Combien de points il peut rapporter.",
    "Ids from categories.yaml.": "Identifiants de categories.yaml.",
    "It closes earlier after so many.": "L’offre ferme plus tôt quand ce nombre est atteint.",
    "Its acronym in this language.": "Son sigle dans cette langue.",
    "Its address there.": "Son adresse à cet endroit.",
    "Its place in the menu.": "Sa place dans le menu.",
    "Its web site.": "Son site web.",
    "Languages asked for, or of use.": "Langues exigées ou utiles.",
    "Months of experience asked for.": "Mois d’expérience demandés.",
    "Of what kind, and what counts instead.": "De quelle nature, et ce qui peut en tenir lieu.",
    "One or two sentences for lists, feeds and search engines.": (
        "Une ou deux phrases pour les listes, les flux et les moteurs de recherche."
    ),
    "Taxes, deductions, scales, extras.": "Impôts, retenues, barème, avantages.",
    "The ways to apply, each with one address.": "Les façons de postuler, chacune avec une seule adresse.",
    "The address to write to.": "L’adresse à laquelle écrire.",
    "The country of its seat.": "Le pays de son siège.",
    "The country's code (ISO 3166-1), such as BE.": "Le code du pays (ISO 3166-1), par exemple BE.",
    "The criteria.": "Les critères.",
    "The currency's code (ISO 4217), such as EUR.": "Le code de la monnaie (ISO 4217), par exemple EUR.",
    "The day it is dated; before that day it is not shown.": "Sa date ; avant ce jour, elle n’est pas montrée.",
    "The day it was published; before that day it is not shown.": (
        "Le jour de la publication ; avant ce jour, l’offre n’est pas montrée."
    ),
    "The day of the last change; left out, git tells.": "Le jour de la dernière modification ; à défaut, git le sait.",
    "The day on which it was called off.": "Le jour où l’offre a été retirée.",
    "The day on which somebody was found.": "Le jour où quelqu’un a été trouvé.",
    "The deadline's time zone, if not the site's; AoE is anywhere on Earth.": (
        "Le fuseau horaire de la date limite, s’il n’est pas celui du site ; AoE : où que l’on soit sur Terre."
    ),
    "The employer's own number of the posting.": "La référence de l’offre chez l’employeur.",
    "The entry above it.": "L’entrée dont elle fait partie.",
    "The first day for applications, if later; before that day it is not shown.": (
        "Le premier jour pour postuler, s’il est plus tardif ; avant ce jour, l’offre n’est pas montrée."
    ),
    "The first day or month of work.": "Le premier jour ou le premier mois de travail : 2027-03-15 ou 2027-03.",
    "The grade in the employer's scale.": "Le grade dans le barème de l’employeur.",
    "The grids by which applications are judged.": "Les grilles selon lesquelles les candidatures sont notées.",
    "The heading of the page.": "Le titre de la page.",
    "The language's tag (BCP 47), such as en.": "Le code de la langue (BCP 47), par exemple fr.",
    "The last day to apply, a day with a time, or “open” for until filled.": (
        "Le dernier jour pour postuler (2027-01-31), ce jour avec une heure (2027-01-31 16:05), "
        "ou « open » : jusqu’à ce que le poste soit pourvu."
    ),
    "The last part of its address; the id when left out.": "La fin de son adresse ; à défaut, l’identifiant.",
    "The last part of the address; the id when left out.": "La fin de l’adresse ; à défaut, l’identifiant.",
    "The least that is paid; alone it reads “from”.": "Le moins que l’on paie ; seul, il se lit « à partir de ».",
    "The level: CEFR (C1), or the employer's own words.": "Le niveau : celui du CECR (C1), ou les mots de l’employeur.",
    "The most that is paid; alone it reads “up to”.": "Le plus que l’on paie ; seul, il se lit « jusqu’à ».",
    "The name of a file beside this one.": "Le nom d’un fichier déposé à côté de celui-ci.",
    "The name, in one string or by language.": "Le nom, dans chaque langue.",
    "The one figure, where there is no range.": "Le chiffre, s’il n’y a pas de fourchette.",
    "The organization it is about.": "L’organisation dont il est question.",
    "The organization it is part of.": "L’organisation dont elle fait partie.",
    "The organization's name in this language.": "Le nom de l’organisation dans cette langue.",
    "The organization's name.": "Le nom de l’organisation.",
    "The organization's web site.": "Le site web de l’organisation.",
    "The part of the organization.": "Le service de l’organisation.",
    "The pay.": "La rémunération.",
    "The person or service.": "La personne ou le service.",
    "The place's country.": "Le pays du lieu.",
    "The place's region.": "La région du lieu.",
    "The postal address, line by line.": "L’adresse postale, ligne par ligne.",
    "The region, province or state.": "La région, la province ou l’État.",
    "The security clearance asked for.": "L’habilitation de sécurité demandée.",
    "The sum of the points.": "La somme des points.",
    "The town.": "La ville.",
    "The web address of the form or portal.": "L’adresse web du formulaire ou du portail.",
    "What an application consists of.": "Ce dont se compose une candidature.",
    "What every reader must see first, such as “pending budget approval”.": (
        "Ce que chacun doit lire d’abord, par exemple « sous réserve d’approbation du budget »."
    ),
    "What is judged.": "Ce qui est noté.",
    "What is signed, and for how long.": "Ce que l’on signe, et pour combien de temps.",
    "What is signed.": "Ce que l’on signe.",
    "What it is called on the page.": "Son nom sur la page.",
    "What the figure pays for.": "Ce que le montant rémunère.",
    "What the job is called: the role only.": "Le nom du métier, et rien d’autre.",
    "What the other keys cannot say.": "Ce que les autres champs ne peuvent pas dire.",
    "When it is judged.": "Le moment où l’on note.",
    "Where the notice was found.": "Où l’annonce a été trouvée.",
    "Where the work is: ids from places.yaml, or cities.": "Où l’on travaille.",
    "Whether it may be done from elsewhere.": "Si le travail peut se faire d’ailleurs.",
    "Whether it may be renewed.": "S’il peut être renouvelé.",
    "Who is to use this way, where there are several.": "Qui doit passer par là, s’il y a plusieurs façons.",
    "Who may apply.": "Qui peut postuler.",
    "Who offers the job: an id from content/organizations, or a name and web address.": "Qui propose l’emploi.",
    "Whom to ask, which is not how to apply.": "À qui poser des questions, et non comment postuler.",
    "With the country's code.": "Avec l’indicatif du pays.",
    "Working hours in a week.": "Heures de travail par semaine : 38, 37.5 ou 37:40.",
    "false for a language that is only an asset.": "« Non » pour une langue qui n’est qu’un atout.",
    "false keeps it out of the menu; every page has it at its foot.": "Le pied de chaque page l’a de toute façon.",
    "true keeps it off the site.": "Tant qu’elle est un brouillon, l’offre n’est pas sur le site.",
    "true puts it at the top of lists.": "Une offre à la une est en tête des listes.",
}
"""English words to French."""
