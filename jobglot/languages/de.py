"""German."""

from __future__ import annotations

from jobglot.language import DeadlineWords, GenderedTitles, Language, NoticeHeads, NoticeWords, OtherEditions

LANGUAGE = Language(
    length=1.13,
    new_site={"board": "Beispielstellen", "health": "Gesundheit", "technology": "Technologie", "brussels": "Brüssel"},
    stop_words="""
        ab aber alle allem allen aller alles als also am an andere anderen anderer auch auf aus bei beim bin bis
        bist da dabei dadurch dafur dahin damit dann daran das dass dazu dein dem den denn der deren des deshalb
        dessen die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines er
        es etwa etwas euch euer eure fur gegen gibt haben habe hat hatte hier hin ich ihm ihn ihnen ihr ihre ihrem
        ihren ihrer im in indem ins ist je jede jedem jeden jeder jedes jedoch kann kein keine konnen man mehr mein
        mit mochten moglich muss mussen nach nicht noch nun nur ob oder ohne sehr sei sein seine sich sie sind so
        sobald solche soll sollen sollte sowie uber um und uns unser unsere unserem unseren unserer unter viel vom
        von vor wahrend war was weil welche wenn wer werden wie wir wird wo wurde zu zum zur zwei zwischen
        angebot arbeit arbeiten aufgabe aufgaben bewerben bewerber bewerbung bewerbungen bieten erfahrung
        erfahrungen fahigkeiten gehalt gesucht gute jahr jahre jahren job kenntnisse position profil stelle stellen
        stellenangebot suchen sucht tag tage team teams tatigkeit voraussetzungen innen gn mwd mwx
        """,
    elided="u",
    feminine={
        "(..er|ent|eur|ist|tor|ant|oge|nom)in(?:nen)?$": r"\1",
        "(kauf|fach)(?:frau|frauen|leute|männer)$": r"\1mann",
    },
    months="""
        Januar Februar März April Mai Juni Juli August September Oktober November Dezember
        Jan Feb Mrz Apr - Jun Jul Aug Sep Okt Nov Dez
        Jänner Feber Maerz - - - - - Sept - - -
        """,
    weekdays="Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    before_day="dem den der",
    has_capital_months=True,
    numbers="""
        0 null|kein|keine  1 ein|eine|einen|einem|einer|eins|erste|ersten
        2 zwei|zweite|zweiten|halb|halbe|halben|beide|paar  3 drei|dritte|dritten  4 vier|vierte|viertel
        5 funf|funfte  6 sechs|sechste  7 sieben|siebte  8 acht|achte  9 neun  10 zehn  11 elf  12 zwolf|dutzend
        13 dreizehn  14 vierzehn  15 funfzehn  16 sechzehn  17 siebzehn  18 achtzehn  19 neunzehn  20 zwanzig
        30 dreissig  40 vierzig  50 funfzig  60 sechzig  70 siebzig  80 achtzig  90 neunzig  100 hundert|hunderte
        1000 tausend|tausende
        """,
    tens_and_ones="{one}und{ten}",
    percent="prozent",
    multiples={r"millionen|mio\.?": 1_000_000, r"milliarden|mrd\.?": 1_000_000_000},
    money={"euros?": "EUR", "pfund": "", "dollars?": "", "franken": "CHF"},
    deadlines=DeadlineWords(
        label="bewerbungsschluss|bewerbungsfrist|einsendeschluss|annahmeschluss|frist|letzter tag|stichtag",
        until="spätestens(?: am| bis(?: zum)?)?|bis(?: spätestens)?(?: zum| am)?|vor dem",
        before="vor dem",
        applying="bewerb|lebenslauf|unterlagen|anschreiben|send|einreich",
        otherwise=r"gespräch|\bstart|\bbeginn|eintritt|verfügbar|vertrag|befristet|projekt|bericht|liefer|geboren",
    ),
    other_editions=OtherEditions(
        names={
            "en": "englische",
            "fr": "französische",
            "es": "spanische",
            "nl": "niederländische",
            "de": "deutsche",
            "ar": "arabische",
            "it": "italienische",
            "pt": "portugiesische",
            "ca": "katalanische",
            "pl": "polnische",
            "uk": "ukrainische",
            "zh": "chinesische",
        },
        sending=r"\b(?:siehe|lesen sie|beachten sie)\s+(?:auch\s+)?(?P<it>die (?P<name>{names})n? (?:version|fassung))",
        hints="version fassung",
    ),
    gendered_titles=GenderedTitles(
        pattern=(
            r"\b(?:\w*(?:leiter|leiterin|entwickler|entwicklerin|ingenieur|ingenieurin|berater|beraterin|"
            "mitarbeiter|mitarbeiterin|assistent|assistentin|referent|referentin|techniker|technikerin|"
            "manager|managerin|arzt|arztin|pfleger|pflegerin|lehrer|lehrerin|verkaufer|verkauferin|fahrer|"
            "fahrerin|kaufmann|kauffrau|fachmann|fachfrau|sachbearbeiter|sachbearbeiterin|koordinator|"
            "koordinatorin|direktor|direktorin|redakteur|redakteurin|ubersetzer|ubersetzerin|erzieher|"
            "erzieherin|elektroniker|elektrikerin|mechaniker|mechanikerin|krankenschwester|sekretar|"
            "sekretarin|praktikant|praktikantin|anwalt|anwaltin|buchhalter|buchhalterin|wissenschaftler|"
            "wissenschaftlerin|administrator|administratorin|architekt|architektin|koch|kochin|putzfrau|"
            "hausmeister|projektleiter|volontar|volontarin|betreuer|betreuerin|trainer|trainerin|backer|"
            r"backerin|tischler|tischlerin))\b"
        ),
        remedy="write “Entwickler:in”, a word such as “Fachkraft”, or add “(m/w/d)”",
    ),
    generic_titles="""
        analyst angestellter arbeit assistent assistenz auszubildender berater direktor experte fachkraft forscher
        ingenieur job koordinator leiter leitung manager mitarbeiter praktikant praktikum referent sachbearbeiter
        sekretar spezialist stelle stellenangebot techniker volontar werkstudent
        """,
    around_titles="eine ein neue gesucht stelle",
    vague_links=(
        "hier|klicken sie hier|klick hier|hier klicken|dieser link|diesem link|link|der link|diese seite|"
        "seite|webseite|website|mehr|mehr lesen|weiterlesen|mehr erfahren|mehr informationen|"
        "weitere informationen"
    ),
    may_double="das den der die sich sie",
    fill_in="bitte ergänzen|zu ergänzen|ergänzen",
    fill_in_last="einfügen",
    vague_pay=(
        r"\b(?:attraktive|leistungsgerechte|angemessene|marktübliche|"
        r"wettbewerbsfähige)[srnm]? (?:vergütung|bezahlung|entlohnung|gehalt)\b|"
        r"\bgehalt nach vereinbarung\b"
    ),
    pay="vergütung bezahlung entlohnung gehalt",
    counted="""
        1 ein|eine  2 zwei  3 drei  4 vier  5 funf  6 sechs  7 sieben  8 acht  9 neun  10 zehn  11 elf  12 zwolf
        18 achtzehn
        """,
    lengths="1 monat|monate|monaten  12 jahr|jahre|jahren",
    employment_types="""
        full_time: vollzeit
        part_time: teilzeit
        contractor: freiberuflich|selbstandig
        temporary: befristet|zeitarbeit
        intern: praktikum|praktikant|ausbildung
        volunteer: ehrenamtlich
        """,
    contracts="""
        permanent: unbefristet|unbefristete|unbefristeter|unbefristeten|unbefristetem
        service: dienstvertrag|werkvertrag
        secondment: abordnung
        internship: praktikum
        fixed_term: befristet|befristete|befristeter|befristeten|befristetem
        """,
    remote="""
        hybrid: teilweise remote|hybrid
        full: home office|homeoffice
        no: vor ort
        """,
    periods="""
        hour: stunde
        day: tag|taglich
        week: woche|wochentlich
        month: monat|monatlich|monatliche|monatlicher|monatliches|monatlichen
        year: jahr|jahrlich|jahrliche|jahrlicher|jahrliches|jahrlichen
        """,
    flags="""
        true: ja|wahr
        false: nein|falsch
        """,
    currencies="EUR: euro",
    open_ended="bis zur besetzung|bis die stelle besetzt ist|laufend|offen",
    notices=NoticeWords(
        deadline="bewerbungsfrist|bewerbungsschluss|einsendeschluss",
        until=r"spatestens|bis (?:zum|spatestens)|\bbis\b",
        at_the_latest="spatestens",
        applying=r"\bbewerb|\bkandidat",
        until_filled="bis (?:zur besetzung der|die) stelle",
        asking=r"\bfragen|auskunft|ruckfrage|information",
        contract="vertrag",
        experience="erfahrung",
        probation="probezeit",
        other_lengths="probezeit",
        renewal="verlang",
        not_renewed=r"\b(?:nicht|ohne|keine)\b{gap}verlang",
        at_least="mindestens|minimum",
        pay="gehalt|vergut|besoldung|lohn|entgelt",
        not_pay="abgezog|versicherung|budget",
        hours=r"stunden|std\b\.?",
        weekly="pro woche|wochentlich|/ ?woche",
        days="tage?",
        leave="urlaub",
        leave_days="urlaubstage",
        starting=r"\bab |beginn|\bstart",
        by_post=r"postweg|per post\b",
        condition="vorbehaltlich|unter vorbehalt",
        audience="für",
        up_to="bis(?: zu)?|hochstens",
        from_="ab|mind|mindestens",
        most="max(?:imum|imal)?",
        least="min(?:imum|imal)?",
        to="bis",
        and_="und",
    ),
    heads=NoticeHeads(
        kinds="stellenbeschreibung|stellenausschreibung|stellenangebot",
        units="abteilung|referat",
        employers="stadt|gemeinde|universitat",
        the="die|der|das",
        a="eine?n?",
        announces="sucht",
        seeks="such(?:t|en)",
        behind_title="in|im|für|mit|ab|zum|zur|als",
        terms="in vollzeit|in teilzeit|vollzeit|teilzeit",
    ),
    labels="""
        title: stellenbezeichnung|stellentitel|titel|stelle
        organization: organisation|arbeitgeber|unternehmen|firma|einrichtung
        department: abteilung|referat|bereich|team|dienststelle
        locations: ort|arbeitsort|standort|dienstort|einsatzort
        categories: kategorie|kategorien|berufsfeld|tätigkeitsfeld
        industry: branche|sektor|industrie|wirtschaftszweig
        employment_type: art der stelle|arbeitszeit|beschäftigungsart|anstellungsart|beschäftigungsumfang
            |stellenumfang
        contract: vertrag|vertragsart|art des vertrags|befristung
        duration: dauer|vertragsdauer|laufzeit
        salary: gehalt|vergütung|entgelt|besoldung|lohn|jahresgehalt|monatsgehalt
        grade: entgeltgruppe|besoldungsgruppe|vergütungsgruppe|stufe|grad
        clearance: sicherheitsüberprüfung|sicherheitsstufe|geheimschutzstufe
        reference: referenz|kennziffer|referenznummer|stellennummer|kennzahl
        deadline: bewerbungsfrist|bewerbungsschluss|frist|einsendeschluss|bewerbung bis
        posted: veröffentlicht|veröffentlicht am|veröffentlichungsdatum|online seit|eingestellt am
        updated: aktualisiert|aktualisiert am|letzte aktualisierung|stand
        opens: bewerbung ab
        starts: beginn|eintrittsdatum|arbeitsbeginn|startdatum|eintrittstermin
        positions: anzahl der stellen|anzahl stellen
        remote: homeoffice|arbeitsmodell|mobiles arbeiten
        source: quelle
        apply: bewerbung|bewerben|bewerbung an|jetzt bewerben
        contact: kontakt|ansprechpartner|ansprechperson|rückfragen
        experience: berufserfahrung
        offer: art des angebots
        """,
    sections="""
        body: stellenbeschreibung|beschreibung|inhalt
        mission: Der Auftrag|beschreibung des auftrags
        tasks: Aufgaben|ihre aufgaben|deine aufgaben|aufgabengebiet|tätigkeiten
        project: Das Projekt|hintergrund|projektbeschreibung
        profile: Profil|ihr profil|dein profil|anforderungen|anforderungsprofil
        education: Ausbildung
        practice: Erfahrung
        languages: Sprachkenntnisse|sprachen
        skills: Fähigkeiten|kompetenzen
        conditions: Vertrag und Bedingungen|wir bieten|unser angebot|konditionen
        process: Bewerbung und Auswahl|bewerbungsverfahren|auswahlverfahren|so bewerben sie sich
        criteria: Auswahlkriterien|kriterien
        more: Weitere Informationen|zusätzliche informationen|sonstiges
        about: Über uns|wir über uns
        """,
)
