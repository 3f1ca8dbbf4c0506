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

# category, occupation: titles en | titles fr | words of the occupation en | fr | names that no language translates
OCCUPATIONS = """
digital developer
Software developer; Backend engineer; Web application developer; Full-stack programmer
Développeur·euse logiciel; Ingénieur(e) back-end; Programmeur/euse web; Développeuse ou développeur full-stack
source code; unit tests; code reviews; application programming interfaces; pull requests; refactoring; microservices; release branches
code source; tests unitaires; revues de code; interfaces de programmation; demandes de fusion; réusinage; microservices; versions livrées
Python; TypeScript; Django; GitLab

digital data
Data analyst; Business intelligence specialist; Data engineer; Analytics consultant
Analyste de données; Spécialiste en informatique décisionnelle; Ingénieur·e de données; Consultant(e) analytique
dashboards; data warehouse; statistical models; indicators; data quality; predictive models; visualisations; extraction queries
tableaux de bord; entrepôt de données; modèles statistiques; indicateurs; qualité des données; modèles prédictifs; visualisations; requêtes d'extraction
SQL; Tableau; Snowflake; Airflow

digital sysadmin
System administrator; Infrastructure engineer; Cloud operations specialist; Network and server administrator
Administrateur·rice système; Ingénieur(e) infrastructure; Spécialiste des opérations infonuagiques; Administratrice/administrateur réseaux et serveurs
server virtualisation; backups; monitoring alerts; firewalls; patch management; storage arrays; high availability; on-call rotation
virtualisation des serveurs; sauvegardes; alertes de supervision; pare-feu; gestion des correctifs; baies de stockage; haute disponibilité; astreinte
Kubernetes; Ansible; VMware; Debian

digital support
IT support technician; Helpdesk agent; Service desk analyst; Workplace support specialist
Technicien·ne de support informatique; Agent(e) d'assistance informatique; Analyste centre de services; Technicienne ou technicien bureautique
user tickets; laptop preparation; password resets; remote troubleshooting; printers; hardware inventory; first-line calls; user guides
billets des usagers; préparation des portables; réinitialisation des mots de passe; dépannage à distance; imprimantes; inventaire du matériel; appels de premier niveau; guides pour les usagers
ServiceNow; Windows; Intune; GLPI

health nurse
Registered nurse; Ward nurse; Hospital nurse; Clinical nurse
Infirmier·ère; Infirmière/infirmier de service; Infirmier(ère) hospitalier(ère); Infirmière clinicienne
wound dressings; drug administration; vital signs; infusions; patient handover; triage; aseptic technique; bedside monitoring
pansements; administration des médicaments; signes vitaux; perfusions; transmission des patients; triage; technique aseptique; surveillance au chevet
Orbis; SOAP; IV; ECG

health physio
Physiotherapist; Rehabilitation therapist; Musculoskeletal physiotherapist; Therapist in physical rehabilitation
Kinésithérapeute; Physiothérapeute; Thérapeute en réadaptation; Kinésithérapeute en rééducation
gait training; joint mobilisation; exercise programmes; motor assessment; posture correction; sports injuries; manual therapy; range of motion
rééducation de la marche; mobilisation articulaire; programmes d'exercices; bilan moteur; correction de la posture; blessures sportives; thérapie manuelle; amplitude articulaire
Bobath; McKenzie; Kabat; TENS

health pharmacy
Pharmacy assistant; Pharmacist; Dispensing technician; Hospital pharmacy technician
Assistant·e en pharmacie; Pharmacien·ne; Préparateur/trice en pharmacie; Pharmacienne hospitalière ou pharmacien hospitalier
prescriptions; stock of medicines; dosage checks; compounding; expiry dates; drug interactions; counter advice; cold chain
ordonnances; stock de médicaments; contrôle des dosages; préparations magistrales; péremption; interactions médicamenteuses; conseil au comptoir; chaîne du froid
Farmad; CIP; GMP; Winpharma

health carer
Care assistant; Home carer; Nursing home attendant; Personal support worker
Aide-soignant·e; Auxiliaire de vie; Préposé(e) aux bénéficiaires; Aide à domicile
personal hygiene; meals for residents; mobility aids; companionship; bed linen; dementia; dignity of elderly people; home rounds
hygiène corporelle; repas des résidents; aides à la mobilité; présence et écoute; literie; démence; dignité des personnes âgées; tournées à domicile
Katz; Humanitude; PSW; AVQ

office assistant
Administrative assistant; Executive secretary; Office coordinator; Management support officer
Assistant(e) administratif(ve); Secrétaire de direction; Coordonnateur·rice de bureau; Adjoint·e de gestion
calendar management; minutes of meetings; travel bookings; filing; correspondence; reception desk; document formatting; office supplies
gestion des agendas; procès-verbaux; réservation des voyages; classement; courrier; accueil téléphonique; mise en page des documents; fournitures
Outlook; Word; Teams; Doodle

office accountant
Accountant; Accounting officer; Bookkeeper; Financial accounts specialist
Comptable; Agent(e) comptable; Aide-comptable; Gestionnaire de la comptabilité
general ledger; invoices; bank reconciliation; value added tax; annual accounts; closing entries; payables; audit trail
grand livre; factures; rapprochement bancaire; taxe sur la valeur ajoutée; comptes annuels; écritures de clôture; fournisseurs à payer; piste d'audit
SAP; Sage; IFRS; BOB50

office people
Human resources officer; Recruitment specialist; People partner; Talent acquisition adviser
Chargé·e de ressources humaines; Spécialiste du recrutement; Conseiller/ère RH; Gestionnaire des talents
job interviews; onboarding of newcomers; absence records; payroll changes; collective agreements; appraisal rounds; staffing plans; exit formalities
entretiens d'embauche; intégration des nouveaux; suivi des absences; variables de paie; conventions collectives; campagne d'évaluation; plans d'effectifs; formalités de départ
Workday; LinkedIn; SIRH; Acerta

office legal
Legal officer; In-house lawyer; Contracts and procurement lawyer; Legal counsel
Juriste; Conseiller·ère juridique; Juriste marchés publics; Avocat(e) d'entreprise
legal opinions; tender clauses; litigation; case law; confidentiality agreements; data protection; regulatory monitoring; contract drafting
avis juridiques; clauses des marchés; contentieux; jurisprudence; accords de confidentialité; protection des données; veille réglementaire; rédaction des contrats
Strada; GDPR; Dalloz; Jura

learning teacher
Primary school teacher; Class teacher; Teacher for grades 1 to 6; Schoolteacher
Enseignant·e du primaire; Instituteur/trice; Professeur(e) des écoles; Enseignante ou enseignant titulaire de classe
reading lessons; arithmetic; pupil assessment; parents' evenings; lesson plans; playground duty; homework; classroom management
leçons de lecture; calcul; évaluation des élèves; rencontres avec les parents; plans de cours; surveillance de la cour; devoirs; gestion de classe
Montessori; Smartboard; Freinet; Seesaw

learning educator
Early childhood educator; Nursery worker; Childcare assistant; Crèche educator
Éducateur·rice de la petite enfance; Puériculteur/trice; Auxiliaire de crèche; Éducatrice ou éducateur en garderie
nap time; toddlers; nursery rhymes; nappies; sensory play; bottle feeding; outdoor games; family welcome
sieste; tout-petits; comptines; changes; jeux sensoriels; biberons; jeux extérieurs; accueil des familles
Pikler; ONE; Reggio; Loczy

learning researcher
Postdoctoral researcher; Research fellow; Scientist; Senior research associate
Chercheur·euse postdoctoral(e); Chargé(e) de recherche; Scientifique; Collaboratrice ou collaborateur scientifique
peer-reviewed articles; laboratory experiments; grant proposals; conference papers; hypotheses; doctoral supervision; field sampling; research protocols
articles évalués par les pairs; expériences de laboratoire; demandes de subvention; communications de congrès; hypothèses; encadrement doctoral; échantillonnage; protocoles de recherche
Horizon; Zotero; ORCID; LaTeX

learning librarian
Librarian; Library assistant; Documentation specialist; Collections and archives officer
Bibliothécaire; Assistant·e de bibliothèque; Documentaliste; Chargé(e) des collections et archives
catalogue records; loans desk; reading rooms; periodicals; classification schemes; preservation; information literacy; shelving
notices du catalogue; prêt et retour; salles de lecture; périodiques; plans de classement; conservation; maîtrise de l'information; rayonnage
Koha; MARC21; Dewey; Alma

field electrician
Electrician; Electrical maintenance technician; Industrial electrician; Building electrician
Électricien·ne; Technicien(ne) de maintenance électrique; Électromécanicien/ne; Électricienne ou électricien du bâtiment
switchboards; wiring diagrams; low voltage; circuit breakers; fault finding; cable trays; lighting installations; safety isolation
tableaux électriques; schémas de câblage; basse tension; disjoncteurs; recherche de pannes; chemins de câbles; éclairage; consignation
PLC; Siemens; AREI; KNX

field cook
Cook; Chef de partie; Kitchen assistant chef; Catering cook
Cuisinier·ère; Chef·fe de partie; Commis(e) de cuisine; Cuisinière ou cuisinier de collectivité
menus; food hygiene; sauces; kitchen orders; pastry; portioning; cold room; allergens
menus; hygiène alimentaire; sauces; commandes de cuisine; pâtisserie; portions; chambre froide; allergènes
HACCP; Rational; FIFO; AFSCA

field driver
Truck driver; Delivery driver; Heavy goods driver; Lorry driver
Chauffeur·euse poids lourd; Livreur/euse; Conducteur(trice) de camion; Conductrice ou conducteur routier
delivery rounds; tachograph; loading dock; road safety; trailers; consignment notes; tail lift; driving hours
tournées de livraison; tachygraphe; quai de chargement; sécurité routière; remorques; lettres de voiture; hayon; temps de conduite
ADR; C95; CMR; GPS

field warehouse
Warehouse operator; Order picker; Stock controller; Logistics and forklift operative
Magasinier·ère; Préparateur/trice de commandes; Gestionnaire des stocks; Cariste et agent(e) logistique
order picking; pallets; forklift; stock counts; goods received; labels; packing; shelf locations
préparation de commandes; palettes; chariot élévateur; inventaires; réception des marchandises; étiquettes; emballage; emplacements
WMS; Reflex; EAN; RFID
"""

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
    "flexible hours; meal vouchers; pension plan; training days; public transport; friendly colleagues; annual leave; "
    "bicycle allowance; French and English; driving licence; written reports; initiative; punctuality; teamwork",
    "horaire variable; titres-repas; régime de retraite; jours de formation; transports en commun; collègues sympathiques; "
    "congés annuels; indemnité vélo; français et anglais; permis de conduire; rapports écrits; initiative; ponctualité; "
    "travail d'équipe",
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
        "{o} has served the people of {c} for {n} years, with {a} values and {b}. {o} welcomes everybody, whatever their "
        "origin, age or disability, and adapts the selection on request.",
        "{o} est au service de la population de {c} depuis {n} ans, avec des valeurs ({a}) et {b}. {o} accueille toute "
        "personne, quels que soient son origine, son âge ou son handicap, et adapte la sélection sur demande.",
    ),
    (
        "With {n} sites around {c}, {o} stands for {a} quality and {b}. Diversity is our strength: {o} selects on merit "
        "only. Discover our {a} story.",
        "Avec {n} sites autour de {c}, {o} est synonyme de qualité {a} et de {b}. La diversité est notre force : {o} ne "
        "sélectionne que sur le mérite. Découvrez notre histoire {a}.",
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


def board(seed: int = 1) -> Content:
    """The whole board. The same on any machine; another seed draws other words for the same occupations."""
    rng = random.Random(seed)
    postings: list[Posting] = []
    for block in OCCUPATIONS.strip().split("\n\n"):
        heading, *lines = block.split("\n")
        category, name = heading.split()
        words = [line.split("; ") for line in lines]
        for number in range(PER_OCCUPATION):
            languages = (("en", "fr"), ("en", "fr"), ("en",), ("fr",))[number % 4]
            postings.append(_posting(rng, category, f"{name}-{number:02}", words, languages))
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
    neighbour = rng.choice([b for b in OCCUPATIONS.strip().split("\n\n") if b.startswith(category)]).split("\n")
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
