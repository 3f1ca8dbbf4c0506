"""Dutch."""

from __future__ import annotations

from jobglot.language import DeadlineWords, GenderedTitles, Language, NoticeHeads, NoticeWords, OtherEditions

LANGUAGE = Language(
    length=1.1,
    new_site={
        "board": "Voorbeeldvacatures",
        "health": "Gezondheid",
        "technology": "Technologie",
        "brussels": "Brussel",
    },
    stop_words="""
        aan al alle alleen als altijd andere ben bent bij binnen daar dan dat de deze die dit doen door dus een eens
        elk elke en er gaan geen goed goede haar had hebben hebt heb heeft heel hem het hier hij hoe hun ik in is ja
        je jij jou jouw jullie kan kun kunnen maar mag me meer men met mijn moet moeten na naar naast niet niets nog
        nu of om omdat onder ons onze ook op over per reeds samen te tegen ten ter tijdens toch toe tot tussen twee
        uit uw van vanuit veel via vol volgens voor waar waarbij waarom wanneer want waren was wat we wel welke werd
        wie wij wil worden wordt zal ze zich zij zijn zo zoals zonder zou zullen
        aanbod baan banen dag dagen ervaring functie functies gezocht jaar jaren kandidaat kennis medewerkers
        profiel salaris sollicitatie solliciteren taak taken team teams vacature vacatures verantwoordelijk
        vaardigheden werk werken werkgever zoeken zoekt ster
        """,
    elided="s",
    feminine={"(.{5})sters?$": r"\1er"},
    months="""
        januari februari maart april mei juni juli augustus september oktober november december
        jan feb mrt apr - jun jul aug sep okt nov dec
        - febr - - - - - - sept - - -
        """,
    weekdays="maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    before_day="de den",
    ordinal="ste de e",
    numbers="""
        0 nul|geen  1 een|eerste|eens  2 twee|tweede|half|halve|beide|paar|dubbel  3 drie|derde  4 vier|vierde|kwart
        5 vijf|vijfde  6 zes|zesde  7 zeven|zevende  8 acht|achtste  9 negen|negende  10 tien|tiende|tiental  11 elf
        12 twaalf|dozijn  13 dertien  14 veertien  15 vijftien  16 zestien  17 zeventien  18 achttien  19 negentien
        20 twintig|twintigtal  30 dertig  40 veertig  50 vijftig  60 zestig  70 zeventig  80 tachtig  90 negentig
        100 honderd|honderden  1000 duizend|duizenden
        """,
    tens_and_ones="{one}en{ten}",
    percent="procent",
    multiples={"miljoen": 1_000_000, "miljard": 1_000_000_000},
    money={"euro(?:['’]?s)?": "EUR", "pond": "", "dollars?": "", "franks?": ""},
    deadlines=DeadlineWords(
        label="deadline|sluitingsdatum|sluit|uiterste datum|laatste dag",
        until="uiterlijk(?: op)?|vóór|voor|tot(?: en met)?|ten laatste(?: op)?",
        before="vóór|voor|tot(?! en)",
        applying=r"sollicit|kandida|\bcv\b|reage|reactie|motivatie|stuur|\bbrief",
        otherwise=r"gesprek|\bstart|\bbegin|beschikbaar|contract|project|verslag|lever|dienst|geboren",
    ),
    other_editions=OtherEditions(
        names={
            "en": "engelse",
            "fr": "franse",
            "es": "spaanse",
            "nl": "nederlandse",
            "de": "duitse",
            "ar": "arabische",
            "it": "italiaanse",
            "pt": "portugese",
            "ca": "catalaanse",
            "pl": "poolse",
            "uk": "oekraïense",
            "zh": "chinese",
        },
        sending=r"\b(?:zie|lees|raadpleeg)\s+(?:ook\s+)?(?P<it>de (?P<name>{names}) (?:versie|tekst))",
        hints="versie tekst",
    ),
    gendered_titles=GenderedTitles(
        pattern=(
            r"\b(?:\w*(?:secretaresse|verpleegster|verkoopster|directrice|juffrouw|poetsvrouw|kuisvrouw|"
            "schoonmaakster|lerares|actrice|gastvrouw|gastheer|vakman|brandweerman|politieman|timmerman|"
            "zakenman|cameraman|werkster|kapster|onderwijzeres|caissiere|barman|stewardess|masseuse|"
            r"hostess))\b"
        ),
        remedy="use a word for everyone, such as “verpleegkundige”, or add “(m/v/x)”",
    ),
    generic_titles="""
        adviseur analist assistent baan bediende beheerder consultant coordinator deskundige directeur expert
        functie hoofd ingenieur leider manager medewerker onderzoeker secretaris specialist stage stagiair student
        technicus vacature vrijwilliger
        """,
    around_titles="een de het nieuwe gezocht",
    vague_links=(
        "hier|klik hier|deze link|link|de link|deze pagina|site|website|meer|lees meer|meer lezen|"
        "meer informatie|pagina|via deze link"
    ),
    may_double="dat de die door en het is was",
    to_fill=r"nog in te vullen\b",
    fill_in="in te vullen|nog in te vullen",
    vague_pay=(
        r"\b(?:marktconform|competitief|aantrekkelijk|concurrentieel)e? (?:salaris|loon|verloning|"
        r"vergoeding)\b"
    ),
    pay="salaris loon verloning vergoeding",
    counted="""
        1 een  2 twee  3 drie  4 vier  5 vijf  6 zes  7 zeven  8 acht  9 negen  10 tien  11 elf  12 twaalf
        18 achttien
        """,
    lengths="1 maand|maanden  12 jaar|jaren",
    employment_types="""
        full_time: voltijds|voltijd|voltijdse
        part_time: deeltijds|deeltijd|halftijds
        contractor: zelfstandige|freelance
        temporary: tijdelijk|uitzend|interim
        intern: stagiair|stage
        volunteer: vrijwilliger|vrijwilligerswerk
        """,
    contracts="""
        permanent: onbepaalde duur|onbepaalde tijd|vast contract|vast
        service: dienstverlening|freelance
        secondment: detachering
        internship: stagecontract|stage
        fixed_term: bepaalde duur|bepaalde tijd|tijdelijk|interim
        """,
    remote="""
        hybrid: telewerk|telewerken|hybride
        full: thuiswerk|volledig thuis
        no: ter plaatse
        """,
    periods="""
        hour: uur|uurloon
        day: dag
        week: week
        month: maand|maandelijks|maandelijkse
        year: jaar|jaarlijks|jaarlijkse
        """,
    flags="""
        true: ja
        false: nee
        """,
    currencies="EUR: euro",
    open_ended="tot invulling|tot de vacature is ingevuld|doorlopend",
    notices=NoticeWords(
        deadline="sluitingsdatum|uiterste datum",
        until=r"uiterlijk|ten laatste|voor|tot en met|\btot\b",
        at_the_latest="ten laatste|uiterlijk",
        applying=r"\bsollicit|\bkandidat|\binschrijv|\bcv\b",
        until_filled="tot (?:de vacature|de functie) is ingevuld",
        asking=r"\bvragen|inlichting",
        contract="contract",
        experience="ervaring",
        probation="proeftijd",
        other_lengths="proeftijd",
        renewal="verleng",
        not_renewed=r"\b(?:niet|geen|zonder)\b{gap}verleng",
        at_least="minstens|minimaal|minimum",
        pay=r"salar|loon|\bwedde|\bbruto",
        not_pay="verzeker|budget",
        hours=r"uur|uren|u\b",
        weekly="(?:per|/) ?week",
        days="dagen",
        leave="vakantie|verlof",
        leave_days="(?:betaalde )?(?:verlof|vakantie)dagen",
        starting=r"vanaf|ingang|\bbegin|\bstart",
        by_post=r"postweg|per post\b",
        condition="onder voorbehoud",
        audience="voor",
        up_to="tot|hoogstens|ten hoogste",
        from_="vanaf|minstens|ten ?minste",
        most="max(?:imum|imaal)?",
        least="min(?:imum|imaal)?",
        to="tot",
        and_="en",
    ),
    heads=NoticeHeads(
        kinds="aanwervingsbericht|vacaturebericht|oproep tot kandidaten|functiebeschrijving|vacature",
        units="afdeling|directie|dienst",
        employers="fod|ocmw|stad|gemeente|provincie|ministerie|universiteit|agentschap|vlaamse overheid",
        the="de|het",
        a="een",
        announces="zoekt|werft aan",
        seeks="zoek(?:t|en)|werft aan|werven aan",
        behind_title="in|voor|met|op",
        terms="voltijds|deeltijds|halftijds",
    ),
    labels="""
        title: functie|functietitel|titel|vacature
        organization: organisatie|werkgever|bedrijf|instelling
        department: afdeling|directie|dienst|team
        locations: locatie|plaats|standplaats|werkplek|plaats van tewerkstelling|werklocatie
        categories: categorie|categorieën|vakgebied|functiegroep
        industry: sector|industrie|branche|bedrijfstak
        employment_type: type baan|dienstverband|soort baan|arbeidsduur|werkrooster|jobtype
        contract: contract|type contract|contracttype|contractvorm|soort contract
        duration: duur|duur van het contract|contractduur
        salary: salaris|loon|bezoldiging|brutoloon|maandloon
        grade: graad|schaal|salarisschaal|functieschaal
        clearance: veiligheidsmachtiging|veiligheidsonderzoek|screeningsniveau
        reference: referentie|ref|referentienummer|vacaturenummer
        deadline: deadline|sluitingsdatum|uiterste datum|solliciteren tot|reageren tot
            |uiterste sollicitatiedatum
        posted: geplaatst|geplaatst op|publicatiedatum|gepubliceerd|datum van publicatie
        updated: bijgewerkt|laatst bijgewerkt|datum bijgewerkt|laatste wijziging
        opens: openingsdatum
        starts: startdatum|indiensttreding|begindatum|datum van indiensttreding
        positions: aantal plaatsen|aantal vacatures|aantal posities
        remote: thuiswerk|telewerk|hybride werken|thuiswerken
        source: bron
        apply: solliciteren|solliciteer|hoe solliciteren
        contact: contact|contactpersoon|inlichtingen
        experience: werkervaring|ervaringsniveau
        offer: soort aanbod
        """,
    sections="""
        body: functieomschrijving|omschrijving|inhoud van de functie|jobinhoud
        mission: De opdracht|omschrijving van de opdracht
        tasks: Taken|takenpakket|verantwoordelijkheden|jouw taken|wat ga je doen
        project: Het project|context|achtergrond
        profile: Profiel|jouw profiel|vereisten|functie-eisen|gevraagd profiel
        education: Opleiding
        practice: Ervaring
        languages: Talen|talenkennis
        skills: Vaardigheden|competenties
        conditions: Contract en voorwaarden|voorwaarden|wij bieden|aanbod
        process: Solliciteren en selectie|hoe solliciteren|selectieprocedure|procedure
        criteria: Selectiecriteria|criteria
        more: Aanvullende informatie|extra informatie|praktische informatie
        about: Over ons|wie zijn wij
        """,
)
