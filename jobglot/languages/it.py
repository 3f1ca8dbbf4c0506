"""Italian."""

from __future__ import annotations

from jobglot.language import DeadlineWords, GenderedTitles, Language, NoticeHeads, NoticeWords, OtherEditions

LANGUAGE = Language(
    length=1.15,
    new_site={"board": "Offerte di esempio", "health": "Sanità", "technology": "Tecnologia", "brussels": "Bruxelles"},
    # Otto, undici; the first of a month is “il primo”.
    contracting=r"\b(il|al|dal|del|nel|sul) (?=(?:8|11)\b)",
    contracted={"il": "l’", "al": "all’", "dal": "dall’", "del": "dell’", "nel": "nell’", "sul": "sull’"},
    stop_words="""
        a ad agli ai al alla alle allo anche ancora che chi ci col come con cosi cui da dagli dai dal dalla dalle
        dallo degli dei del della delle dello di dopo dove e ecco ed era essere fa fino fra gia gli ha hai hanno ho i
        il in io la le lei li lo loro lui ma mentre mi molta molte molti molto ne negli nei nel nella nelle nello noi
        non nostra nostre nostri nostro o od ogni oppure per perche piu poi possono presso prima puo qualche quale
        quali quando quanto quella quelle quelli quello questa queste questi questo qui quindi sara saranno se sempre
        senza si sia siamo sono sotto sta stessa stesso su sua sue sugli sui sul sulla sulle sullo suo suoi tra tramite
        tutta tutte tutti tutto un una uno verso vi voi vostra vostre vostri vostro
        anni anno annunci annuncio azienda buona buone candidata candidati candidato candidatura candidature
        candidarsi cerca cerchiamo competenze conoscenza conoscenze curriculum esperienza figura gentile giorni giorno
        impiego lavorare lavoro mansione mansioni mesi mese offerta offerte offre offriamo posizione posizioni posti
        posto profilo requisiti requisito retribuzione ricerca ricerchiamo ruolo selezione squadra ssa stipendio trice
        trici
        """,
    elided="l d c un all dall dell nell sull coll quell quest",
    feminine={"(..t)rici?e?$": r"\1ore", "(..(?:or|ent))ess[ae]$": r"\1e"},
    months="""
        gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
        gen feb mar apr mag giu lug ago set ott nov dic
        - - - - - - - - sett - - -
    """,
    weekdays="lunedì martedì mercoledì giovedì venerdì sabato domenica",
    before_day="il giorno",
    ordinal="º ° ª",
    numbers="""
        0 zero|nessun|nessuna|nessuno  1 un|una|uno|primo|prima
        2 due|doppio|doppia|secondo|seconda|mezzo|mezza|meta|paio|entrambe|entrambi  3 tre|terzo|terza|triplo
        4 quattro|quarto|quarta  5 cinque|quinto|quinta  6 sei|sesto|sesta  7 sette|settimo|settima
        8 otto|ottavo|ottava  9 nove|nono|nona  10 dieci|decina|decimo  11 undici  12 dodici|dozzina  13 tredici
        14 quattordici  15 quindici|quindicina  16 sedici  17 diciassette  18 diciotto  19 diciannove
        20 venti|ventina  30 trenta|trentina  40 quaranta|quarantina  50 cinquanta|cinquantina  60 sessanta
        70 settanta  80 ottanta  90 novanta  100 cento|centinaio|centinaia  1000 mille|mila|migliaio|migliaia
        """,
    tens_and_ones="{ten}{one}|{te}{one}",
    percent="per ?cento",
    multiples={r"milion[ei]|mln\.?": 1_000_000, r"miliard[oi]|mld\.?": 1_000_000_000, "mila": 1_000},
    money={"euro": "EUR", "dollar[oi]": "", "sterlin[ae]": "", "franc(?:o|hi)": ""},
    deadlines=DeadlineWords(
        label="scadenza|termine(?: ultimo)?|data limite|ultimo giorno|chiusura",
        until=(
            r"entro(?: e non oltre)?(?: le ore \d[\d.:]*)?(?: del(?: giorno)?| il)?|non oltre(?: il)?|"
            "al più tardi(?: il)?|[fs]ino al(?:l['’]?)?|prima del(?:l['’]?)?"
        ),
        before="prima",
        applying=r"candid|domand[ae]|curriculum|\bcv\b|\binvi|presenta(?:re|ta|te|zione)|iscri|perven",
        otherwise=(
            r"colloqui|\binizi|decorre|\bavvi|disponib|contratt|progett|relazion|consegn|assunzion|\bprov[ae]\b|"
            r"graduatori|\bnat[aeio]\b"
        ),
    ),
    other_editions=OtherEditions(
        names={
            "en": "inglese",
            "fr": "francese",
            "es": "spagnola",
            "nl": "olandese",
            "de": "tedesca",
            "ar": "araba",
            "it": "italiana",
            "pt": "portoghese",
            "ca": "catalana",
            "pl": "polacca",
            "uk": "ucraina",
            "zh": "cinese",
        },
        sending=(
            r"\b(?:vedere|veda|vedi|consultare|consulti|consulta|leggere|leggi)\s+(?:anche\s+)?"
            r"(?P<it>la versione (?P<name>{names}))"
        ),
        hints="versione",
    ),
    gendered_titles=GenderedTitles(
        pattern=(
            "^(?!settore|motore|cantiere|quartiere|mestiere|carriera|filiera|frontiera)"
            "(?:[a-z]{2,}(?:tore|trice|iere|iera)|impiegat[oa]|avvocat[oa]|tecnic[oa]|meccanic[oa]|addett[oa]|"
            "cuoc[oa]|maestr[oa]|commess[oa]|segretari[oa]|bibliotecari[oa]|funzionari[oa]|volontari[oa]|"
            "operai[oa]|fornai[oa]|librai[oa]|marinai[oa]|psicolog[oa]|biolog[oa]|geolog[oa]|sociolog[oa]|"
            "archeolog[oa]|architett[oa]|idraulic[oa]|ostetric[oa]|professor(?:e|essa)|dottor(?:e|essa)|"
            r"assessor[ea]|ragazz[oa]|donna delle pulizie)\b"
        ),
        remedy="write both, such as “Infermiere/a” or “Educatrice o educatore”",
    ),
    generic_titles="""
        addetto agente amministrativo analista apprendista assistente ausiliario collaboratore consulente
        coordinatore direttore dirigente esperto funzionario impiegato impiego ingegnere lavoro manager
        offerta operaio operatore posizione posto quadro responsabile ricercatore segretario specialista stage
        stagista tecnico tirocinante tirocinio volontario
        """,
    around_titles="il la un una di d cercasi cerchiamo offerta lavoro impiego urgente nuovo nuova tempo pieno parziale",
    offers="offerta lavoro impiego",
    vague_links=(
        "qui|clicca qui|cliccare qui|cliccando qui|questo link|link|il link|al link|questa pagina|sito|sito web|"
        "il sito|di più|leggi|leggi tutto|leggi di più|scopri di più|maggiori informazioni|più informazioni|"
        "ulteriori informazioni|continua|pagina"
    ),
    may_double="via piano",
    to_fill=r"da completare\b(?! (?:a|con|entro|in|il|la|le|i|gli|prima|presso|online)\b)",
    fill_in="inserire|completare|aggiungere|scrivere|indicare|da completare",
    vague_pay=(
        r"\b(?:retribuzione|stipendio|compenso|ral|trattamento economico) (?:è |sarà )?(?:competitiv[oa]|adeguat[oa]|"
        "interessante|commisurat[oa]|da (?:concordare|definire)|in linea con|in base all['’]esperienza|"
        "secondo (?:esperienza|profilo))"
    ),
    pay="retribuzione stipendio compenso ral trattamento",
    counted="2 due  3 tre  4 quattro  5 cinque  7 sette  8 otto  9 nove  10 dieci  11 undici  12 dodici  18 diciotto",
    lengths="1 mese|mesi  12 anno|anni",
    employment_types="""
        full_time: tempo pieno
        part_time: tempo parziale
        contractor: lavoro autonomo|libera professione|libero professionista|partita iva
        temporary: temporaneo|stagionale
        intern: tirocinio|tirocinante|apprendistato
        volunteer: volontariato|volontario
        """,
    contracts="""
        permanent: tempo indeterminato
        service: prestazione di servizi
        secondment: distacco|comando
        internship: tirocinio
        fixed_term: tempo determinato|a termo
        """,
    remote="""
        hybrid: ibrido|in parte da remoto|lavoro agile|smart working
        full: da remoto|telelavoro
        no: in sede|in presenza
        """,
    periods="""
        hour: ora|oraria
        day: giorno|giornaliero|giornaliera
        week: settimana|settimanale
        month: mese|mensile|mensili
        year: anno|annuo|annua|annui|annuale|annuali
        """,
    flags="""
        true: si|vero
        false: no|falso
        """,
    currencies="EUR: euro",
    open_ended="fino a copertura del posto|aperto|aperta",
    notices=NoticeWords(
        deadline="scadenza|termine ultimo|data.limite",
        until=r"\bentro\b|non oltre|fino al|prima del",
        applying=r"\bcandidat|\bcandidar|domand[ae] (?:di|va|vanno|dev|dovr)|\binvia(?:re|te|ta)|\bcv\b",
        until_filled="fino a(?:lla)? copertura de",
        asking=r"\binformazion|chiariment",
        contract="contrat",
        experience="esperien",
        probation="periodo di prova",
        other_lengths="di prova",
        renewal="rinnov|prorog",
        not_renewed=r"\b(?:non|senza)\b{gap}(?:rinnov|prorog)",
        at_least="almeno|minimo",
        pay="salar|retribuzion|trattamento econom|stipendi|compenso",
        not_pay="assicuraz|budget",
        hours="ore",
        weekly="alla settimana|settimanali?",
        days="giorni",
        leave="ferie",
        starting="decorrenza",
        by_post=r"per posta\b",
        up_to="fino a",
        from_="a partire da|almeno|da",
        most="massimo",
        least="minimo",
        to="a",
        and_="e",
    ),
    heads=NoticeHeads(
        kinds="offerta di lavoro|avviso di selezione(?: pubblica)?|bando di (?:concorso|selezione)",
        units="ufficio|direzione|dipartimento|servizio",
        employers=r"comune di|regione|universita d\w+",
    ),
    labels="""
        title: titolo|titolo della posizione|posizione|posizione ricercata|figura professionale|profilo professionale
            |ruolo|qualifica|mansione|offerta
        organization: organizzazione|datore di lavoro|azienda|ente|amministrazione|istituzione|società
        department: ufficio|dipartimento|divisione|direzione|reparto|unità organizzativa|servizio
        locations: luogo|luogo di lavoro|sede|sede di lavoro|città|località|sede di servizio
        categories: categoria|categorie|area professionale|ambito
        industry: settore|settore di attività|comparto
        employment_type: tipo di impiego|tipo di lavoro|orario|orario di lavoro|regime orario|impegno orario
        contract: contratto|tipo di contratto|tipologia di contratto|tipologia contrattuale|rapporto di lavoro
        duration: durata|durata del contratto|durata dell'incarico
        salary: retribuzione|stipendio|compenso|trattamento economico|retribuzione lorda|stipendio lordo|ral
        grade: inquadramento|livello|grado|livello di inquadramento
        clearance: nulla osta di sicurezza|nulla osta
        reference: riferimento|rif|codice|numero di riferimento|codice annuncio|codice del bando
        deadline: scadenza|data di scadenza|termine|data limite|scadenza delle candidature|scadenza bando
            |termine di presentazione|candidature entro
        posted: pubblicato|pubblicato il|data di pubblicazione|pubblicata il
        updated: aggiornato|aggiornato il|ultimo aggiornamento|data di aggiornamento
        opens: data di apertura|apertura delle candidature
        starts: inizio|data di inizio|data di assunzione|decorrenza|inizio del rapporto
        positions: numero di posti|posti|posti disponibili|numero di posizioni
        remote: telelavoro|lavoro agile|smart working|lavoro da remoto|modalità di lavoro
        source: fonte
        apply: candidarsi|come candidarsi|candidatura|candidature|presentazione della domanda|invio candidature
        contact: contatti|contatto|persona di contatto|informazioni|per informazioni
        experience: esperienza richiesta|anni di esperienza
        offer: tipo di offerta
        """,
    sections="""
        body: descrizione|descrizione del lavoro|contenuto
        mission: L’incarico|descrizione dell'incarico|missione
        tasks: Le mansioni|mansioni|compiti|attività|responsabilità|principali attività|di cosa ti occuperai
        project: Il progetto|contesto|descrizione del progetto
        profile: Il profilo|profilo|requisiti|i requisiti|profilo richiesto|requisiti richiesti|chi cerchiamo
        education: Titolo di studio|formazione|titoli di studio
        practice: Esperienza
        languages: Lingue|conoscenze linguistiche
        skills: Competenze|capacità
        conditions: Contratto e condizioni|condizioni|che cosa offriamo|cosa offriamo|offriamo|si offre
        process: Candidatura e selezione|come candidarsi|procedura di selezione|processo di selezione|selezione
        criteria: Criteri di selezione|criteri|criteri di valutazione
        more: Altre informazioni|informazioni aggiuntive|ulteriori informazioni|informazioni utili
        about: Chi siamo|su di noi|l'organizzazione|l'ente
        """,
)
