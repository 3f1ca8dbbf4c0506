"""French."""

from __future__ import annotations

from jobglot.language import DeadlineWords, GenderedTitles, Language, NoticeHeads, NoticeWords, OtherEditions

LANGUAGE = Language(
    length=1.17,
    new_site={"board": "Exemple Emplois", "health": "Santé", "technology": "Technologie", "brussels": "Bruxelles"},
    contracting=r"\b(de) (?=[AÀÂEÉÈÊIÎOÔU])",
    contracted={"de": "d’"},
    stop_words="""
        a afin ai ainsi alors apres au aucun aupres aussi autre autres aux avant avec avez avoir avons car ce ceci
        cela celle celles celui ces cet cette ceux chaque chez ci comme comment contre dans de depuis des dont du
        elle elles en encore entre est et etaient etait etant etc ete etes etre eu eux fait faire fois font hors ici
        il ils je jusqu jusque la laquelle le lequel les lesquels leur leurs lors lorsque lui ma mais meme memes mes
        moins mon ne ni nos notre nous on ont ou par parmi pas pendant peu peut peuvent plus plusieurs pour pourra
        pourrez pouvez pouvoir pres puis puisque qu quand que quel quelle quelles quelque quelques quels qui quoi sa
        sans se selon sera serez seront ses si sien soit sommes son sont sous suis sur ta tant tel telle telles tels
        tes toi ton tous tout toute toutes tres trop tu un une vers via voici vos votre vous vu aujourd hui quoique
        annee annees ans an bon bonne bonnes bons candidat candidats candidature candidatures cherche cherchons
        competence competences connaissance connaissances date emploi emplois embauche employeur equipe equipes
        experience experiences jour jours limite mission missions offre offres postuler poste postes profil
        recherche recherchons recrutement recrute fera feras ferez partie recrutons responsabilites responsabilite
        salaire souhaite souhaitee tache taches travail travailler esse euse euses ere eres ice ices ienne iennes
        iere ieres ive ives nes rice rices te teuse teuses trice trices
        """,
    elided="d l qu jusqu lorsqu",
    feminine={
        "(..t)rices?$": r"\1eur",
        "(...)eu(?:se|re)s?$": r"\1eur",
        "(...)ères?$": r"\1er",
        "(..i)ennes?$": r"\1en",
    },
    months="""
        janvier février mars avril mai juin juillet août septembre octobre novembre décembre
        janvier fevrier - - - - - aout - - - decembre
        janv févr - avr - - juil - sept oct nov déc
        """,
    weekdays="lundi mardi mercredi jeudi vendredi samedi dimanche",
    before_day="le",
    of_month="de d'",
    ordinal="er ère re ème e",
    numbers="""
        0 zero|aucun|aucune  1 un|une|premier|premiere
        2 deux|double|deuxieme|second|seconde|demi|moitie|paire|couple  3 trois|troisieme|tiers|triple
        4 quatre|quatrieme|quart  5 cinq|cinquieme  6 six|sixieme  7 sept|septieme  8 huit|huitieme|huitaine  9 neuf
        10 dix|dizaine|dixieme  11 onze  12 douze|douzaine  13 treize  14 quatorze  15 quinze|quinzaine  16 seize
        17 dix-sept  18 dix-huit  19 dix-neuf  20 vingt|vingtaine  30 trente|trentaine  40 quarante|quarantaine
        50 cinquante|cinquantaine  60 soixante|soixantaine  70 soixante-dix|septante
        80 quatre-vingt|quatre-vingts|huitante  90 quatre-vingt-dix|nonante  100 cent|centaine|centaines
        1000 mille|millier|milliers
        """,
    tens_and_ones="{ten} {one}|{ten} et {one}",
    percent="pour ?cent",
    multiples={"millions?": 1_000_000, "milliards?": 1_000_000_000},
    money={"euros?": "EUR", "livres?": "", "dollars?": "", "francs?": ""},
    deadlines=DeadlineWords(
        label="dates? limites?|date de clôture|clôture|dernier (?:délai|jour)|délai",
        until="au plus tard(?: le)?|avant(?: le)?|jusqu['’]au|d['’]ici(?: au| le)?",
        before="avant(?! le délai)",
        applying=r"candidat|postul|\bcv\b|lettre de motivation|dossier|envoy|soumett|adress",
        otherwise=r"entretien|fonctions?\b|débute|commenc|disponib|contrat|projet|rapport|livr|permis|\bnée?s?\b",
    ),
    other_editions=OtherEditions(
        names={
            "en": "anglaise",
            "fr": "française",
            "es": "espagnole",
            "nl": "néerlandaise",
            "de": "allemande",
            "ar": "arabe",
            "it": "italienne",
            "pt": "portugaise",
            "ca": "catalane",
            "pl": "polonaise",
            "uk": "ukrainienne",
            "zh": "chinoise",
        },
        sending=(
            r"\b(?:voir|voyez|lire|lisez|consulte[rz]|se reporter à|reportez-vous à|"
            r"cf\.)\s+(?:aussi\s+)?(?P<it>la version (?P<name>{names}))"
        ),
        hints="version",
    ),
    gendered_titles=GenderedTitles(
        pattern=(
            r"\b(?:\w{2,}(?:ateur|atrice|iteur|itrice|ecteur|ectrice|ucteur|uctrice|dacteur|dactrice)|"
            r"\w{2,}(?:aire)?(?:veloppeur|veloppeuse)|\w{2,}(?:icien|icienne)|technicien|technicienne|gardien|"
            "gardienne|chirurgien|chirurgienne|pharmacien|pharmacienne|electricien|electricienne|infirmier|"
            "infirmiere|conseiller|conseillere|cuisinier|cuisiniere|ouvrier|ouvriere|jardinier|jardiniere|"
            "caissier|caissiere|boulanger|boulangere|charpentier|patissier|patissiere|financier|policier|"
            "policiere|pompier|plombier|charge|chargee|delegue|deleguee|employe|employee|avocat|avocate|"
            "adjoint|adjointe|assistant|assistante|consultant|consultante|enseignant|enseignante|apprenti|"
            "apprentie|chef|cheffe|ingenieur|ingenieure|professeur|professeure|vendeur|vendeuse|serveur|"
            "serveuse|chauffeur|chauffeuse|coiffeur|coiffeuse|regisseur|regisseuse|reviseur|reviseuse|"
            "livreur|livreuse|monteur|monteuse|soudeur|soudeuse|chercheur|chercheuse|acheteur|acheteuse|"
            "programmeur|programmeuse|preparateur|preparatrice|macon|directeur|directrice|educateur|"
            "educatrice|traducteur|traductrice|formateur|formatrice|animateur|animatrice|redacteur|"
            "redactrice|coordinateur|coordinatrice|coordonnateur|coordonnatrice|administrateur|"
            "administratrice|magasinier|magasiniere|menuisier|hotelier|hoteliere|agriculteur|agricultrice|"
            r"auditeur|auditrice|correcteur|correctrice|instituteur|institutrice)\b"
        ),
        remedy="write both, such as “Développeur·se” or “Conseiller(ère)”, or add “(F/H/X)”",
    ),
    generic_titles="""
        adjoint administrateur agent alternance alternant analyste annonce apprenti assistant assistante auxiliaire
        benevole cadre charge chef chercheur collaborateur conseiller consultant coordinateur coordonnateur
        directeur emploi employe expert gestionnaire ingenieur manager mission offre operateur ouvrier poste
        recrutement responsable secretaire specialiste stage stagiaire technicien travail vacance volontaire
        """,
    around_titles="le la un une d de offre emploi urgent nouveau temps plein partiel cdi cdd",
    offers="offre emploi",
    vague_links=(
        "ici|cliquez ici|cliquer ici|ce lien|lien|le lien|cette page|site|site web|le site|plus|"
        "en savoir plus|lire la suite|voir ici|suivez ce lien|plus d’informations|plus d'informations|"
        "page"
    ),
    may_double="bis nous vous",
    to_fill=r"à compléter\b(?! (?:par|avec|en|le|la|les|des|votre|un|une|sur)\b)",
    fill_in="insérer|saisir|indiquer|à compléter|compléter",
    vague_pay=(
        r"\b(?:salaire|rémunération|traitement) (?:est |sera )?(?:attracti(?:f|ve)|compétiti(?:f|ve)|"
        "concurrentiel(?:le)?|motivante?|à négocier|négociable|à convenir|selon (?:profil|expérience|"
        "l['’]expérience|votre))"
    ),
    pay="salaire rémunération traitement",
    counted="""
        1 un|une  2 deux  3 trois  4 quatre  5 cinq  6 six  7 sept  8 huit  9 neuf  10 dix  11 onze  12 douze
        18 dixhuit
        """,
    lengths="1 mois  12 an|ans|annee|annees",
    employment_types="""
        full_time: temps plein|temps complet|plein temps
        part_time: temps partiel|mi temps
        contractor: independant|entrepreneur individuel|prestation de services|prestataire|consultant
            |freelance
        temporary: interim|interimaire|temporaire|saisonnier
        intern: stage|stagiaire|apprentissage|alternance
        volunteer: benevole|benevolat|volontariat
        """,
    contracts="""
        permanent: cdi|duree indeterminee|statutaire|titulaire
        service: prestation de services|freelance
        secondment: detachement|mise a disposition
        internship: stage|convention de stage|apprentissage|alternance
        fixed_term: cdd|duree determinee|court terme|courte duree|temporaire|interim
        """,
    remote="""
        hybrid: hybride|teletravail partiel|teletravail
        full: teletravail complet|100 teletravail|a distance
        no: sur site|presentiel
        """,
    periods="""
        hour: heure|horaire
        day: jour|journalier|journaliere
        week: semaine|hebdomadaire
        month: mois|mensuel|mensuelle|mensuels
        year: an|ans|annee|annuel|annuelle|annuels
        """,
    flags="""
        true: oui|vrai
        false: non|faux
        """,
    currencies="""
        EUR: euro|euros
        CHF: francs suisses
        """,
    open_ended=("jusqu a ce que le poste soit pourvu|jusqu a pourvoi|des que possible|ouvert|ouverte|jusqu a pourvu"),
    notices=NoticeWords(
        deadline="date limite|date de cloture|cloture des (?:candidatures|inscriptions)",
        until="au plus tard|avant le|jusqu.au",
        at_the_latest="au plus tard|inclus",
        applying=r"\bcandidat|\bpostul|\benvoye[rz]|\binscri|\bcv\b",
        until_filled="jusqu.a ce que (?:le poste|la place) soit pourvue?|jusqu.au pourvoi",
        asking="question|information|renseign",
        contract=r"contrat|engagement de|\bcdi\b|\bcdd\b",
        experience="experien",
        probation="d.essai",
        other_lengths="d.essai",
        renewal="reconduit|reconduct|renouvel|prolong|extension",
        not_renewed=r"\b(?:non|sans)\b{gap}(?:reconduct|renouvel|prolong|exten)",
        at_least="au moins|ou plus|minimum",
        pay=r"salaire|traitement|remunerat|\bbareme|\bbrut\b",
        not_pay="dedui|reten|assurance|budget",
        hours="heures?",
        weekly="par semaine|hebdomadaires?|/ ?sem",
        days="jours?",
        leave="conges?",
        starting=r"a partir|\bdes |debut",
        by_post=r"par (?:courrier|la poste)\b(?! elec)",
        condition="sous reserve",
        audience="pour",
        up_to="jusqu.?a",
        from_="a partir de|des",
        most="au plus|au maximum|max(?:imum|imal)?",
        least="au moins|au minimum|min(?:imum|imal)?",
        to="à|a",
        and_="et",
    ),
    heads=NoticeHeads(
        kinds=(
            "notification de la vacance du poste|avis de vacance(?: de poste| d emploi)?|offre d emploi|"
            "appel a candidat(?:ure)?s?|avis de recrutement|fiche de (?:poste|fonction)|"
            "(?:description|profil) de (?:poste|fonction)|(?:nous|on) (?:recrutons|recrute)|poste a pourvoir"
        ),
        units="direction|sous direction|departement|division|section|service|unite|programme|bureau",
        employers="ville de|commune d|province d|ministere|universite d|agence |service public|spf|cpas",
        the="la|le|les|l",
        a=r"une?|un[·.(]e\)?",
        announces="recrute(?:nt)?|engage(?:nt)?|recherche",
        seeks="recrut(?:e|ent|ons)|engage(?:nt|ons)?",
        behind_title="à|sous|pour|avec|dans",
        terms="à (?:temps|mi-temps)|temps (?:plein|partiel)|cdi|cdd",
    ),
    labels="""
        title: intitulé du poste|titre du poste|titre|poste|fonction|intitulé
        organization: organisation|employeur|entreprise|société|organisme|structure|recruteur
        department: département|division|direction|service|unité|équipe|pôle
        locations: lieu|lieu de travail|lieu d'affectation|emplacement|emplacement principal|localisation
            |ville|localité|lieu du poste
        categories: catégorie|catégories|domaine|métier|famille de métiers|filière
        industry: secteur|secteur d'activité|secteurs d'activité|industrie|branche
        employment_type: horaire|temps de travail|type d'emploi|type de poste|régime de travail
            |durée du travail|rythme
        contract: contrat|type de contrat|nature du contrat|type d'engagement|statut
        duration: durée|durée du contrat|durée de la mission|durée de l'engagement
        salary: salaire|salaire (base de paie)|rémunération|traitement|salaire mensuel|salaire annuel
            |salaire brut|rémunération brute
        grade: grade|échelon|classe|niveau de grade
        clearance: niveau de l'habilitation de sécurité|habilitation de sécurité|habilitation
            |niveau d'habilitation
        reference: référence|réf|numéro de référence|référence de l'offre|numéro de l'offre|numéro de vacance
        deadline: date limite|date limite de candidature|date limite de dépôt|date de clôture|clôture
            |date de retrait|échéance|date limite de réception des candidatures|candidatures jusqu'au
        posted: publié le|date de publication|mise en ligne|date de parution|publiée le
        updated: mis à jour|mise à jour|dernière mise à jour|date de mise à jour|jour de mise à jour
        opens: date d'ouverture|ouverture des candidatures
        starts: date de début|date de prise de poste|prise de poste|prise de fonction|début|début du contrat
            |date d'entrée en fonction
        positions: nombre de postes|postes à pourvoir|nombre de postes à pourvoir
        remote: télétravail|mode de travail|travail à distance
        source: source|lien
        apply: postuler|pour postuler|candidater|comment postuler|lien de candidature
        contact: contact|personne de contact|renseignements
        experience: expérience requise|niveau d'expérience|expérience demandée
        offer: type d'offre|conditions de l'offre|nature de l'offre
        """,
    sections="""
        body: contenu du poste|descriptif|description|contenu de l'offre
        mission: La mission|description de la mission|mission|vos missions
        tasks: Tâches|responsabilités|principales responsabilités|responsabilités principales|vos tâches
            |activités principales
        project: Le projet|description du projet ou contexte|contexte|rappel du projet
        profile: Profil|profil souhaité|profil recherché|votre profil|qualifications
            |qualifications et expérience|exigences
        education: Formation|diplômes
        practice: Expérience
        languages: Langues|connaissances linguistiques
        skills: Compétences|savoir-être
        conditions: Contrat et conditions|conditions|nous offrons|avantages|contrat
        process: Candidature et processus de recrutement|comment postuler|processus de recrutement
            |modalités de candidature
        criteria: Critères de sélection|critères de sélection des candidatures|critères
        more: Informations complémentaires|information complémentaire|autres informations
            |informations pratiques
        about: Qui sommes-nous|à propos|présentation de l'organisation|l'employeur
        """,
)
