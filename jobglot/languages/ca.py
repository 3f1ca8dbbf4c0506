"""Catalan."""

from __future__ import annotations

from jobglot.language import DeadlineWords, GenderedTitles, Language, NoticeHeads, NoticeWords, OtherEditions

LANGUAGE = Language(
    length=1.12,
    new_site={"board": "Ofertes d’exemple", "health": "Salut", "technology": "Tecnologia", "brussels": "Brussel·les"},
    # U, onze. An i before a vowel is a consonant (Iakutsk); of the few h, that of Hong Kong is said.
    contracting=(
        r"\b(?:(el|al|del|pel) (?=(?:1|11)\b)"
        r"|(de) (?=[AÀEÈÉOÒÓUÚ]|[IÍ](?![aàeèéioòóuú])|H(?!ong)))"
    ),
    contracted={"el": "l’", "al": "a l’", "del": "de l’", "pel": "per l’", "de": "d’"},
    stop_words="""
        a abans aixi aixo al algun alguna algunes alguns als altra altre altres amb aquell aquella aquest aquesta
        aquestes aquests aqui baix be cada cap com contra cosa d dalt de del dels despres dins doncs
        durant e el ell ella elles ells els em en encara ens entre era es esta estan estar etc ets fa fan fer fins
        fou gaire ha haver hem hi ho i ja jo l la les li llavors lo los m me mentre mes meu meva mitjancant molt molta
        moltes molts n na ne ni no nom nomes nosaltres nostra nostre nostres o on pel pels per perque pero podra poden
        poder poques pot qual quals quan que quelcom qui quin quina quines quins s sa se sempre sen sense ser sera
        seran ses seu seus seva seves si sigui sobre son sota sou soc t te tenen tot tota totes tots tu un una
        unes uns us va van vos vosaltres vostra vostre vostres
        any anys anunci anuncis bona bones busca busquem candidat candidata candidatura candidatures cal cerca
        cerquem coneixement coneixements curriculum dia dies empresa equip equips experiencia feina feines funcions
        habilitats hores imprescindible mesos oferim oferta ofertes ofereix perfil persona placa places requisits
        responsabilitats retribucio salari tasques treball treballar treballara valorara aria ora iva ada essa
        """,
    elided="l d s n m t",
    feminine={r"(..[dts]or)(?:a|es)$": r"\1", r"(..t)rius?$": r"\1or", r"(..)essa$": r"\1e"},
    months="""
        gener febrer març abril maig juny juliol agost setembre octubre novembre desembre
        gen febr - abr - - jul - - oct nov -
        - feb - - - - - - - - - -
    """,
    weekdays="dilluns dimarts dimecres dijous divendres dissabte diumenge",
    before_day="dia el",
    of_month="de del d'",
    ordinal="º r n t è a",
    numbers="""
        0 zero|cap  1 un|una|primer|primera  2 dos|dues|doble|segon|segona|mig|mitja|meitat|parell|ambdos|ambdues
        3 tres|tercer|tercera|terc|triple  4 quatre|quart|quarta  5 cinc|cinque|cinquena  6 sis|sise|sisena
        7 set|sete|setena  8 vuit|vuite|vuitena  9 nou|nove|novena  10 deu|dese|desena  11 onze  12 dotze|dotzena
        13 tretze  14 catorze  15 quinze|quinzena  16 setze  17 disset  18 divuit  19 dinou  20 vint|vintena
        30 trenta|trentena  40 quaranta|quarantena  50 cinquanta|cinquantena  60 seixanta  70 setanta  80 vuitanta
        90 noranta  100 cent|cents|centenar|centenars  1000 mil|miler|milers
        """,
    tens_and_ones="{ten} i {one}|{ten} {one}",
    percent="per ?cent",
    multiples={"mil milions": 1_000_000_000, "milions|milió": 1_000_000, "mil": 1_000},
    money={"euros?": "EUR", "dòlars?": "", "lliur(?:a|es)": "", "francs?": ""},
    deadlines=DeadlineWords(
        label="termini|data límit|data de tancament|tancament|últim dia|darrer dia",
        until="fins al?|com a (?:màxim|molt tard)(?: el)?|a tot tardar(?: el)?|abans d(?:el?)?",
        before="abans",
        applying=r"candidat|sol·licitud|sollicitud|currícul|\bcv\b|inscri|\benvi|presenta|\boptar|carta de motivació",
        otherwise=(
            r"entrevist|incorpora|\binici|\bcomen[cç]|disponib|contract|projecte|informe|lliur|\bnascu|\bnascud|"
            r"\bprov(?:a|es)\b|resultat"
        ),
    ),
    other_editions=OtherEditions(
        names={
            "en": "anglesa",
            "fr": "francesa",
            "es": "castellana",
            "nl": "neerlandesa",
            "de": "alemanya",
            "ar": "àrab",
            "it": "italiana",
            "pt": "portuguesa",
            "ca": "catalana",
            "pl": "polonesa",
            "uk": "ucraïnesa",
            "zh": "xinesa",
        },
        sending=(
            r"\b(?:vegeu|veure|veieu|consulteu|consultar|llegiu|llegir)\s+(?:també\s+)?"
            r"(?P<it>la versió (?P<name>{names}))"
        ),
        hints="versió",
    ),
    gendered_titles=GenderedTitles(
        pattern=(
            "^(?!sector|motor|tractor|projector|reactor|sensor|corredor|ordinador)"
            "(?:[a-z]{2,}[dts]ora?|(?:infermer|cuiner|cambrer|caixer|enginyer|forner|jardiner|fuster|ferrer|obrer|"
            "perruquer|carnisser|porter|missatger|conseller|tresorer|cangur)a?|tecnica?|mecanica?|bibliotecaria?|"
            "secretaria?|funcionaria?|voluntaria?|operaria?|becaria?|administrati(?:u|va)|advoca(?:t|da)|"
            "encarrega(?:t|da)|emplea(?:t|da)|delega(?:t|da)|arquitect[ea]|metge(?:ssa)?|mestr[ea]|psico(?:leg|loga)|"
            r"bio(?:leg|loga)|geo(?:leg|loga)|socio(?:leg|loga)|pedagoga?)\b"
        ),
        remedy="write both, such as “Infermer/a” or “Tècnica o tècnic”",
    ),
    generic_titles="""
        administratiu agent ajudant analista aprenent assessor assistent auxiliar becari cap collaborador conseller
        consultor coordinador director empleat encarregat enginyer especialista expert feina formador
        funcionari gerent gestor investigador oferta operador operari placa practiques responsable secretari supervisor
        tecnic treball treballador voluntari
        """,
    around_titles="el la l un una de d oferta feina treball es busca cal urgent nou nova jornada completa parcial",
    offers="oferta feina treball",
    vague_links=(
        "aquí|aqui|feu clic aquí|fes clic aquí|cliqueu aquí|clica aquí|aquest enllaç|enllaç|l’enllaç|l'enllaç|"
        "aquesta pàgina|lloc web|web|el web|la web|més|mostra’n més|llegiu-ne més|més informació|pàgina"
    ),
    may_double="nos us",
    fill_in="inserir|inseriu|completar|completeu|emplenar|afegir|indicar|escriure|per completar",
    vague_pay=(
        r"\b(?:sou|salari|retribució|remuneració) (?:és |serà )?(?:competiti(?:u|va)|atracti(?:u|va)|a convenir|"
        "segons (?:la )?(?:vàlua|experiència|perfil))"
    ),
    pay="sou salari retribució remuneració",
    counted="2 dues  5 cinc  6 sis  8 vuit  9 nou  10 deu  12 dotze  18 divuit",
    lengths="1 mes|mesos  12 any|anys",
    employment_types="""
        full_time: jornada completa
        part_time: mitja jornada|jornada parcial
        contractor: treball autonom
        temporary: temporal
        intern: practiques
        volunteer: voluntariat
        """,
    contracts="""
        permanent: indefinit
        service: contracte de serveis
        secondment: comissio de serveis
        internship: practiques
        fixed_term: temporal|durada determinada
        """,
    remote="""
        hybrid: hibrid|teletreball parcial
        full: teletreball|a distancia
        no: presencial
        """,
    periods="""
        hour: hora
        day: dia
        week: setmana|setmanal
        month: mes|mensual|mensuals
        year: anual|anuals
        """,
    flags="""
        true: si
        false: no
        """,
    currencies="EUR: euro|euros",
    open_ended="fins a cobrir la placa|fins que es cobreixi la placa|obert|oberta",
    notices=NoticeWords(
        deadline="termini de (?:presentacio|sol)|data.limit",
        until=r"fins al?\b|abans d",
        applying=r"\bcandidat|\bsol.?licit|\binscri|\benvi(?:ar|eu)|\bcv\b",
        until_filled="fins (?:que es cobreixi|a cobrir)",
        asking=r"\bdubtes|consulta",
        contract="contract",
        experience="experien",
        probation="periode de prova",
        other_lengths="de prova",
        renewal="prorrog|renova[bv]",
        not_renewed=r"\b(?:no|sense)\b{gap}(?:prorrog|renov)",
        at_least="almenys",
        pay=r"salar|retribuci|remunerac|\bsou\b|\bbrut\b",
        hours="hor(?:a|es)",
        weekly="setmanals?|per setmana",
        days="di(?:a|es)",
        leave="vacances",
        starting="a partir|inici",
        by_post=r"per correu\b(?! elec)",
        up_to="fins a",
        from_="com a minim|des|a partir de|almenys",
        most="maxim",
        least="minim",
        to="a",
        and_="i",
    ),
    heads=NoticeHeads(
        kinds="oferta de feina|convocatoria",
        units="unitat|departament|direccio|servei",
        employers="ajuntament|generalitat|universitat|diputacio",
    ),
    labels="""
        title: títol|títol de l'oferta|lloc de treball|denominació|denominació del lloc|càrrec|plaça|oferta
        organization: organització|entitat|empresa|ocupador|institució|organisme|administració
        department: departament|divisió|direcció|unitat|servei|àrea
        locations: ubicació|localitat|lloc|municipi|ciutat|centre de treball|població
        categories: categoria|categories|àmbit|àmbit professional
        industry: sector|sector d'activitat|branca
        employment_type: tipus d'ocupació|tipus de feina|jornada|jornada laboral|horari|dedicació|tipus de jornada
        contract: contracte|tipus de contracte|modalitat de contractació|vinculació
        duration: durada|durada del contracte
        salary: sou|salari|retribució|remuneració|sou brut|retribució bruta|salari brut anual
        grade: grup|nivell|grup de classificació|grup i nivell|grau
        clearance: habilitació de seguretat
        reference: referència|ref|número de referència|codi de l'oferta|codi de la convocatòria
        deadline: termini|data límit|data de tancament|termini de presentació|termini de sol·licitud
            |termini de presentació de sol·licituds|data límit de presentació
        posted: publicat|publicat el|data de publicació|publicada el
        updated: actualitzat|actualitzat el|última actualització|darrera actualització|data d'actualització
        opens: data d'obertura|obertura del termini
        starts: inici|data d'inici|incorporació|data d'incorporació
        positions: nombre de places|places|vacants|nombre de vacants|nombre de llocs
        remote: teletreball|modalitat de treball|treball a distància
        source: font
        apply: presentació de candidatures|com presentar-s'hi|inscripció|com inscriure-s'hi|candidatura
            |presentació de sol·licituds
        contact: contacte|persona de contacte|consultes
        experience: experiència requerida|anys d'experiència
        offer: tipus d'oferta
        """,
    sections="""
        body: descripció|descripció de l'oferta|descripció del lloc|contingut
        mission: La missió|descripció de la missió|missió
        tasks: Les tasques|tasques|funcions|responsabilitats|funcions principals|què faràs
        project: El projecte|context|descripció del projecte
        profile: El perfil|perfil|requisits|els requisits|perfil requerit|què busquem|requisits mínims
        education: Titulació|formació|estudis
        practice: Experiència
        languages: Llengües|idiomes
        skills: Competències|habilitats
        conditions: Contracte i condicions|condicions|què oferim|oferim|s'ofereix
        process: Candidatura i procés de selecció|com presentar-s'hi|procés de selecció|procés selectiu
        criteria: Criteris de selecció|criteris|criteris de valoració
        more: Informació addicional|altres informacions|informació complementària|més informació
        about: Qui som|sobre nosaltres|l'organització|l'entitat
        """,
)
