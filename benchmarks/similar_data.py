"""A labelled board: 240 invented postings of 20 latent occupations, in English, French or both.

What makes it hard is what makes real boards hard. Titles of one occupation vary in wording, level and inclusive form.
A body names only a few of the words of its occupation, some of a neighbouring one, and much that its employer says in
every notice. A category holds four occupations. Half of the postings exist in one language only.

The label of a posting is the part of its id before the last "-".
"""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

from jobglot.model import (
    Body,
    Content,
    Contract,
    ContractKind,
    Deadline,
    DeadlineKind,
    Edition,
    EmploymentType,
    Localized,
    Location,
    Organization,
    OrganizationEdition,
    Posting,
    Remote,
    Term,
)
from jobglot.problem import Origin

PER_OCCUPATION = 12
NOWHERE = Origin("", 0, 0)

CATEGORIES = {
    "digital": ("Digital and IT", "Numérique et informatique"),
    "health": ("Health and care", "Santé et soins"),
    "office": ("Administration", "Administration"),
    "learning": ("Education and research", "Enseignement et recherche"),
    "field": ("Technical trades and logistics", "Métiers techniques et logistique"),
}

OCCUPATIONS = (Path(__file__).parent / "occupations.txt").read_text("utf-8").strip().split("\n\n")[1:]
"""See the head of the file."""

SHARED = {
    "digital": (
        "users; security; agile methods; technical documentation; digital projects; applications",
        "usagers; sécurité; méthodes agiles; documentation technique; projets numériques; applications",
    ),
    "health": (
        "patients; multidisciplinary team; care records; hygiene; families; wards",
        "patients; équipe pluridisciplinaire; dossiers de soins; hygiène; familles; services de soins",
    ),
    "office": (
        "files; procedures; reports; confidentiality; budgets; internal departments",
        "dossiers; procédures; rapports; confidentialité; budgets; services internes",
    ),
    "learning": (
        "learners; school year; educational projects; publications; workshops; parents and partners",
        "apprenants; année scolaire; projets pédagogiques; publications; ateliers; parents et partenaires",
    ),
    "field": (
        "safety rules; shifts; equipment; deliveries; maintenance; physical effort",
        "règles de sécurité; horaires décalés; équipement; livraisons; entretien; effort physique",
    ),
}

ANYWHERE = (
    (
        "flexible hours; meal vouchers; pension plan; training days; public transport; friendly colleagues; "
        "annual leave; bicycle allowance; French and English; driving licence; written reports; initiative; "
        "punctuality; teamwork"
    ),
    (
        "horaire variable; titres-repas; régime de retraite; jours de formation; transports en commun; "
        "collègues sympathiques; congés annuels; indemnité vélo; français et anglais; permis de conduire; "
        "rapports écrits; initiative; ponctualité; travail d'équipe"
    ),
)

SENTENCES = (
    (
        "Your days revolve around {} and {}.",
        "You take care of {}, together with {}.",
        "We count on you for {}.",
        "Practice of {} and of {} is an asset.",
        "You report on {} every month.",
    ),
    (
        "Vos journées s'articulent autour de ceci : {} et {}.",
        "Vous prenez en charge {}, ainsi que {}.",
        "Nous comptons sur vous pour {}.",
        "La pratique de {} et de {} est un atout.",
        "Vous rendez compte chaque mois de {}.",
    ),
)

# What an employer says in each of its notices.
PITCHES = (
    (
        (
            "{o} has served the people of {c} for {n} years, with {a} values and {b}. {o} welcomes everybody, whatever "
            "their origin, age or disability, and adapts the selection on request."
        ),
        (
            "{o} est au service de la population de {c} depuis {n} ans, avec des valeurs ({a}) et {b}. {o} accueille "
            "toute personne, quels que soient son origine, son âge ou son handicap, et adapte la sélection sur demande."
        ),
    ),
    (
        (
            "With {n} sites around {c}, {o} stands for {a} quality and {b}. Diversity is our strength: {o} selects on "
            "merit only. Discover our {a} story."
        ),
        (
            "Avec {n} sites autour de {c}, {o} est synonyme de qualité {a} et de {b}. La diversité est notre force : "
            "{o} ne sélectionne que sur le mérite. Découvrez notre histoire {a}."
        ),
    ),
)
MANNERS = (("bold", "audacieuse"), ("human", "humaine"), ("local", "locale"), ("green", "verte"), ("open", "ouverte"))
CAUSES = (
    ("solidarity between generations", "la solidarité entre générations"),
    ("a circular economy", "l'économie circulaire"),
    ("digital inclusion", "l'inclusion numérique"),
    ("short supply chains", "les circuits courts"),
    ("wellbeing at work", "le bien-être au travail"),
    ("civic participation", "la participation citoyenne"),
)
NAMES = [
    "Clairval",
    "Montbrun",
    "Sandhoek",
    "Rivaldo",
    "Estermont",
    "Valbrise",
    "Korvenis",
    "Duneroy",
    "Halvane",
    "Mirecourt",
    "Ostrevel",
    "Pontarel",
    "Quintelle",
    "Rosendal",
    "Savigneux",
    "Tarvenne",
    "Ulmont",
    "Verdelle",
    "Wexham",
    "Yvelande",
]
CITIES = (
    ("brussels", "Brussels", "Bruxelles", "BE"),
    ("liege", "Liège", "Liège", "BE"),
    ("antwerp", "Antwerp", "Anvers", "BE"),
    ("lille", "Lille", "Lille", "FR"),
    ("geneva", "Geneva", "Genève", "CH"),
    ("montreal", "Montreal", "Montréal", "CA"),
)
MARKS = (("", "", "", " (f/m/x)", " - full time"), ("", "", "", " (H/F)", " - temps plein"))
LEVELS = (("{}", "{}", "{}", "Senior {}", "Junior {}"), ("{}", "{}", "{}", "{} confirmé(e)", "{} débutant(e)"))
LANGUAGES = ("en", "fr")


def label(id_: str) -> str:
    """The latent occupation of a posting, by its id."""
    return id_.rpartition("-")[0].partition("-")[2]


def board(seed: int = 1, bilingual: float = 1.0) -> Content:
    """The whole board. The same on any machine; another seed draws other words for the same occupations.

    `bilingual` is the share that stays so of the postings in both languages; the others lose one of them.
    """
    rng = random.Random(seed)
    postings: list[Posting] = []
    for block in OCCUPATIONS:
        heading, *lines = block.split("\n")
        category, name = heading.split()
        words = [line.split("; ") for line in lines]
        for number in range(PER_OCCUPATION):
            languages = (("en", "fr"), ("en", "fr"), ("en",), ("fr",))[number % 4]
            postings.append(_posting(rng, category, f"{name}-{number:02}", words, languages))
    if bilingual < 1:
        thinned = random.Random(seed)
        postings = [
            replace(p, editions=(thinned.choice(p.editions),)) if thinned.random() >= bilingual else p for p in postings
        ]
    shuffled = [f"p{rng.randrange(10**6):06}" for _ in postings]
    named = [replace(p, id=f"{mark}-{p.id}") for p, mark in zip(postings, shuffled, strict=True)]
    return Content(
        postings=tuple(sorted(named, key=lambda p: p.id)),
        organizations={name.lower(): _organization(name) for name in NAMES},
        categories={id_: Term(id_, _both(*names), NOWHERE) for id_, names in CATEGORIES.items()},
        places={id_: Term(id_, _both(en, fr), NOWHERE, country=land) for id_, en, fr, land in CITIES},
    )


def _posting(
    rng: random.Random, category: str, id_: str, words: list[list[str]], languages: tuple[str, ...]
) -> Posting:
    home = rng.randrange(len(NAMES))
    city = CITIES[home % len(CITIES)] if rng.random() < 0.7 else rng.choice(CITIES)
    categories = [category, *(rng.choice(list(CATEGORIES)) for _ in range(rng.random() < 0.15))]
    internship = rng.random() < 0.08
    kind = ContractKind.INTERNSHIP if internship else rng.choice((ContractKind.PERMANENT, ContractKind.FIXED_TERM))
    neighbour = rng.choice([b for b in OCCUPATIONS if b.startswith(category)]).split("\n")
    title, level, mark = rng.randrange(4), rng.randrange(5), rng.randrange(5)
    plan = rng.getrandbits(32)
    editions = []
    for side, language in enumerate(LANGUAGES):
        if language not in languages:
            continue
        text = LEVELS[side][level].format(words[side][title]) + MARKS[side][mark]
        body = _body(random.Random(plan), side, home, category, words, neighbour[3 + side].split("; "))
        editions.append(Edition(language, text, id_, NOWHERE, body=Body(text=body)))
    return Posting(
        id=id_,
        editions=tuple(editions),
        origin=NOWHERE,
        posted=date(2026, 1, 1 + rng.randrange(28)),
        deadline=Deadline(DeadlineKind.DATE, date(2026, 6, 1)),
        organization=NAMES[home].lower(),
        locations=(Location(place=city[0]),),
        remote=Remote.FULL if rng.random() < 0.05 else Remote.NO,
        categories=tuple(dict.fromkeys(categories)),
        employment_type=(rng.choice((EmploymentType.FULL_TIME, EmploymentType.FULL_TIME, EmploymentType.PART_TIME)),),
        contract=Contract(kind),
    )


def _body(rng: random.Random, side: int, home: int, category: str, words: list[list[str]], neighbour: list[str]) -> str:
    """The employer's pitch, then sentences that draw on the occupation, its category, a neighbour and anything."""
    city = CITIES[home % len(CITIES)][1 + side]
    pitch = PITCHES[home % 2][side].format(
        o=NAMES[home], c=city, n=5 + home, a=MANNERS[home % 5][side], b=CAUSES[home % 6][side]
    )
    own = rng.sample(range(8), 4)
    pool = [words[2 + side][i] for i in own] + rng.sample(words[4], 1)
    pool += rng.sample(SHARED[category][side].split("; "), 2) + rng.sample(neighbour, 1)
    pool += rng.sample(ANYWHERE[side].split("; "), 5)
    rng.shuffle(pool)
    sentences = []
    while pool:
        sentence = rng.choice(SENTENCES[side])
        wanted = sentence.count("{}")
        drawn = [pool.pop() if pool else rng.choice(ANYWHERE[side].split("; ")) for _ in range(wanted)]
        sentences.append(sentence.format(*drawn))
    return " ".join((pitch, *sentences))


def _organization(name: str) -> Organization:
    editions = tuple(OrganizationEdition(tag, name, name.lower(), NOWHERE) for tag in LANGUAGES)
    return Organization(name.lower(), editions, NOWHERE)


def _both(english: str, french: str) -> Localized:
    return Localized((("en", english), ("fr", french)))
