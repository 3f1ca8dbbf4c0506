"""Polish."""

from __future__ import annotations

from jobglot.language import DeadlineWords, GenderedTitles, Language, NoticeWords, OtherEditions

LANGUAGE = Language(
    length=1.08,
    new_site={
        "board": "Przykładowe oferty pracy",
        "health": "Zdrowie",
        "technology": "Technologia",
        "brussels": "Bruksela",
    },
    stop_words="""
        a aby albo ale ani az bardzo bedzie bedziemy beda bez bo by byc byl byla byli bylo byly ci co czy dla do gdy
        gdzie go i ich ile im inna inne innych inny ja jak jako je jednak jego jej jesli jest jestes jestesmy jezeli
        juz kazda kazde kazdego kazdy kiedy kto ktora ktore ktorego ktorej ktory ktorych ktorym ktorzy lub ma maja
        mamy masz mi moga moze mozesz mozna my na nad nam nami nas nasz nasza nasze naszego naszej naszych naszym nia
        nich nie niej nim niz o od oraz po pod podczas ponad poza przed przez przy sa sie soba sobie swoj swoich swoje
        ta tak takich takie takze tam te tego tej ten tez to tobie tu tych tylko tym u w we wedlug wobec wraz wsrod
        wszystkich wszystkie wy z za zas ze zeby
        aplikacja aplikacje aplikacji aplikuj brutto cv doswiadczenia doswiadczenie dni dzien etat kandydat kandydata
        kandydaci kandydatow kandydatura lat lata miesiac miesiecy obowiazki obowiazkow oferta oferty oferujemy
        ogloszenie oczekujemy osoba osob osoby poszukujemy praca pracownik pracodawca pracy prosimy rok roku stanowisko
        stanowiska stanowisku szukamy umiejetnosc umiejetnosci wymagania wynagrodzenie zadania zakres zapewniamy zespol
        zespole zespolu znajomosc ka tka czka
        """,
    foreign="áčďěíňřšťůúýž",
    feminine={
        "(..)ark[aęiąo]$": r"\1arz",
        "(..[iy]st)k[aęiąo]$": r"\1a",
        "(..[iy])ści$": r"\1sta",
        "(..)([iy])czk[aęiąo]$": r"\1\2k",
        "(..(?:ciel|tor|ent|ant|ier|żer|ner|jer|kun))k[aęiąo]$": r"\1",
    },
    months="""
        styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień
        stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
        styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrześniu październiku listopadzie grudniu
        sty lut mar kwi - cze lip - wrz paź - gru
        """,
    weekdays="""
        poniedziałek wtorek środa czwartek piątek sobota niedziela
        poniedziałek wtorek środę czwartek piątek sobotę niedzielę
        poniedziałku wtorku środy czwartku piątku soboty niedzieli
        """,
    before_day="dnia",
    ordinal="-go -ego",
    numbers="""
        0 zero|zaden  1 jeden|jedna|jedno|jednego|jednej|jednym|pierwszy|pierwsza|pierwszego
        2 dwa|dwie|dwoch|dwoje|dwoma|dwom|drugi|druga|drugiego|pol|polowa|polowe|oba|obie
        3 trzy|trzech|troje|trzeci|trzecia|trzema  4 cztery|czterech|czworo|czwarty|czwarta|cwierc
        5 piec|pieciu|piecioro|piaty|piata  6 szesc|szesciu|szescioro|szosty  7 siedem|siedmiu|siodmy
        8 osiem|osmiu|osmy
        9 dziewiec|dziewieciu|dziewiaty  10 dziesiec|dziesieciu|dziesiaty  11 jedenascie|jedenastu
        12 dwanascie|dwunastu|tuzin  13 trzynascie|trzynastu  14 czternascie|czternastu  15 pietnascie|pietnastu
        16 szesnascie|szesnastu  17 siedemnascie|siedemnastu  18 osiemnascie|osiemnastu
        19 dziewietnascie|dziewietnastu  20 dwadziescia|dwudziestu  30 trzydziesci|trzydziestu
        40 czterdziesci|czterdziestu  50 piecdziesiat|piecdziesieciu  60 szescdziesiat|szescdziesieciu
        70 siedemdziesiat|siedemdziesieciu  80 osiemdziesiat|osiemdziesieciu  90 dziewiecdziesiat|dziewiecdziesieciu
        100 sto|stu|setki|setka  1000 tysiac|tysiaca|tysiace|tysiecy
        """,
    tens_and_ones="{ten} {one}",
    percent="procent(?:y|ów|u)?|proc\\.",
    multiples={
        r"tysi(?:ące|ęcy|ąca|ąc)|tys\.?": 1000,
        "milion(?:y|ów|a)?|mln": 1_000_000,
        "miliard(?:y|ów|a)?|mld": 1_000_000_000,
    },
    money={
        "zł(?:otych|ote|oty)?": "PLN",
        "euro": "EUR",
        "funt(?:ów|y|a)?": "",
        "dolar(?:ów|y|a)?": "",
        "frank(?:ów|i|a)?": "",
    },
    deadlines=DeadlineWords(
        label=(
            "termin(?: składania| nadsyłania| przyjmowania| przesyłania)?|ostateczny termin|ostatni dzień|"
            "koniec naboru|data zakończenia naboru|zakończenie naboru|aplikuj do"
        ),
        until=(
            "(?:najpóźniej|nie później niż|w terminie|w nieprzekraczalnym terminie)(?: do)?(?: dnia)?|do(?: dnia)?|"
            "przed(?: dniem)?"
        ),
        before="przed",
        applying=(
            r"aplik|\bcv\b|zgłosz|zgłasza|podani[ae]|motywacyjn|\bdokument|\bofert|składa|złoż|przesła|przesył|"
            r"nadsył|kandydat|rekrutac|nab[oó]r"
        ),
        otherwise=(
            "rozm[oó]w|rozpocz|umow|zatrudni|projekt|raport|urodz|dostępn|okres|szkole|egzamin|sprawdzian|"
            "rozstrzyg|ogłoszenie wynik|ustaw|rozporządz|uchwał"
        ),
    ),
    other_editions=OtherEditions(
        names={
            "ar": "arabską",
            "de": "niemiecką",
            "en": "angielską",
            "es": "hiszpańską",
            "fr": "francuską",
            "it": "włoską",
            "nl": "niderlandzką",
            "pl": "polską",
            "uk": "ukraińską",
            "zh": "chińską",
            "pt": "portugalską",
            "ca": "katalońską",
        },
        sending=(
            r"\b(?:zobacz|zob\.|patrz|proszę przeczytać)\s+(?:(?:też|także|również)\s+)?"
            r"(?P<it>wersję (?P<name>{names}))"
        ),
        hints="wersję",
    ),
    gendered_titles=GenderedTitles(
        # Since 24 December 2025 art. 18(3ca) of the Labour Code asks for names of posts that are neutral as to gender.
        pattern=(
            r"\b(?:specjalist(?:a|ka)|programist(?:a|ka)|analityk|analityczka|asystent|asystentka|nauczyciel|"
            "nauczycielka|kierownik|kierowniczka|pielegniarz|pielegniarka|sprzedawca|sprzedawczyni|kelner|kelnerka|"
            "kasjer|kasjerka|magazynier|magazynierka|referent|referentka|pracownik|pracownica|ksiegowy|ksiegowa|"
            "koordynator|koordynatorka|administrator|administratorka|redaktor|redaktorka|projektant|projektantka|"
            "kucharz|kucharka|fryzjer|fryzjerka|opiekun|opiekunka|konsultant|konsultantka|menedzer|menedzerka|"
            "dyrektor|dyrektorka|sekretarka|recepcjonist(?:a|ka)|sprzataczka|kosmetyczka|przedszkolanka|tlumacz|"
            "tlumaczka|lekarz|lekarka|inspektor|inspektorka|stazyst(?:a|ka)|praktykant|praktykantka|terapeut(?:a|ka)|"
            r"logistyk|logistyczka|mechanik|mechaniczka|dziennikarz|dziennikarka|bibliotekarz|bibliotekarka)\b"
        ),
        remedy="write “specjalista/specjalistka” or “osoba do spraw …”, or add “(k/m)”",
    ),
    generic_titles="""
        analityczka analityk asystent asystentka doradca dyrektor dyrektorka ekspert ekspertka inzynier kierowniczka
        kierownik konsultant konsultantka koordynator koordynatorka menadzer manager menedzer menedzerka praca
        pracownica pracownik praktyka praktykant praktykantka referent referentka sekretarka sekretarz specjalista
        specjalistka stanowisko staz stazysta stazystka student studentka technik wolontariusz wolontariuszka
        """,
    around_titles="etat na nowa nowy oferta pelny pilnie poszukiwana poszukiwany pracy",
    offers="oferta",
    vague_links=(
        "tutaj|tu|kliknij tutaj|kliknij tu|kliknij|link|ten link|pod tym linkiem|tym linkiem|strona|ta strona|"
        "strona internetowa|tej stronie|więcej|czytaj więcej|zobacz więcej|dowiedz się więcej|więcej informacji|zobacz"
    ),
    may_double="bardzo",
    to_fill=r"do uzupełnienia\b",
    fill_in="uzupełnić|wpisać|wstawić|do uzupełnienia",
    fill_in_last="uzupełnić|wpisać|wstawić",
    vague_pay=(
        r"\b(?:atrakcyjne|konkurencyjne|godziwe|rynkowe|satysfakcjonujące) (?:wynagrodzenie|zarobki|"
        r"warunki finansowe)\b|\bwynagrodzenie (?:adekwatne|do uzgodnienia|do negocjacji|zależne od|uzależnione od)\b"
    ),
    pay="wynagrodzenie zarobki finansowe",
    counted="""
        1 jeden  2 dwa|dwie  3 trzy|trzech  4 cztery|czterech  5 piec|pieciu  6 szesc|szesciu  7 siedem  8 osiem
        9 dziewiec  10 dziesiec  11 jedenascie  12 dwanascie|dwunastu
        """,
    lengths="1 miesiac|miesiace|miesiecy  12 rok|roku|lata|lat",
    employment_types="""
        full_time: pelny etat|pelen etat|pelny wymiar|pelnym wymiarze
        part_time: niepelny etat|niepelny wymiar|czesc etatu|pol etatu
        contractor: b2b|samozatrudnienie
        temporary: praca tymczasowa|praca sezonowa
        intern: staz|praktyka|stazysta
        volunteer: wolontariat|wolontariusz
        """,
    contracts="""
        permanent: czas nieokreslony
        service: umowa zlecenie|swiadczenie uslug
        secondment: oddelegowanie
        internship: staz|umowa o staz
        fixed_term: czas okreslony
        """,
    remote="""
        hybrid: hybrydowa|hybrydowo|praca hybrydowa
        full: zdalna|zdalnie|praca zdalna
        no: stacjonarna|stacjonarnie|w biurze
        """,
    periods="""
        hour: godzine|godzina|godz
        day: dzien|dziennie
        week: tydzien|tygodniowo
        month: miesiac|miesiecznie
        year: rok|rocznie
        """,
    flags="""
        true: tak
        false: nie
        """,
    currencies="PLN: zlotych",
    open_ended="do odwolania|do czasu obsadzenia stanowiska|do obsadzenia|bezterminowo",
    notices=NoticeWords(
        deadline="termin (?:skladania|nadsylania|aplikowania)",
        until=r"najpozniej|w terminie do|do dnia|\bdo (?=\d)",
        at_the_latest="najpozniej",
        applying=r"\baplik|zgloszeni|\bprzes[ly]|\bwysla|\bwyslij|\bcv\b",
        until_filled="do (?:czasu )?obsadzenia (?:stanowiska|wakatu)",
        asking=r"\bpytani",
        contract=r"\bumow",
        experience=r"doswiadcz|\bstaz",
        probation="okres probn",
        other_lengths="probn",
        renewal="przedluz",
        not_renewed=r"\b(?:nie|bez)\b{gap}przedluz",
        at_least="co najmniej",
        pay=r"wynagrodz|\bpensj|zarobk",
        and_="i",
        up_to=r"do(?=\s*$)|co najwyzej",
        from_="od|co najmniej",
        most="maksimum|maksymalnie|maks",
        least="minimum|minimalnie|min",
        not_pay="potrac|ubezpiecz|budzet",
        hours="godzin[ay]?",
        weekly="tygodniowo|w tygodniu|na tydzien",
        days="dni",
        leave="urlop",
        starting="rozpoczeci|poczawszy od",
        by_post="poczta(?! elektroniczna)|listownie",
        to="do",
    ),
    labels="""
        title: stanowisko|nazwa stanowiska|tytuł|tytuł oferty|oferta pracy na stanowisko
        organization: pracodawca|firma|organizacja|nazwa firmy|nazwa pracodawcy|instytucja|urząd
        department: dział|departament|wydział|zespół|komórka organizacyjna|jednostka organizacyjna
        locations: miejsce pracy|lokalizacja|miejscowość|miejsce wykonywania pracy|miasto
        categories: kategoria|kategorie|dziedzina
        industry: branża|sektor
        employment_type: wymiar etatu|wymiar czasu pracy|rodzaj zatrudnienia|etat|wymiar pracy
        contract: umowa|rodzaj umowy|typ umowy|forma zatrudnienia
        duration: czas trwania umowy|okres zatrudnienia|czas trwania
        salary: wynagrodzenie|pensja|płaca|zarobki|proponowane wynagrodzenie|wynagrodzenie brutto
        grade: grupa zaszeregowania|kategoria zaszeregowania|zaszeregowanie
        clearance: poświadczenie bezpieczeństwa
        reference: numer referencyjny|nr ref|nr referencyjny|nr ogłoszenia|numer ogłoszenia|numer oferty|nr oferty
        deadline: termin składania ofert|termin składania dokumentów|termin składania aplikacji|termin aplikowania
            |termin nadsyłania zgłoszeń|termin|aplikuj do|data zakończenia naboru|dokumenty należy składać do
        posted: data publikacji|opublikowano|data ogłoszenia|data dodania|data ukazania się ogłoszenia
        updated: zaktualizowano|data aktualizacji|ostatnia aktualizacja
        opens: początek naboru|data rozpoczęcia naboru
        starts: rozpoczęcie pracy|data rozpoczęcia|początek pracy|data rozpoczęcia pracy
        positions: liczba stanowisk|liczba wakatów|liczba etatów|liczba stanowisk pracy
        remote: tryb pracy|praca zdalna
        source: źródło
        apply: aplikuj|jak aplikować|sposób aplikowania|aplikacje
        contact: kontakt|osoba do kontaktu
        experience: doświadczenie zawodowe|staż pracy
        offer: rodzaj oferty
        """,
    sections="""
        body: opis stanowiska|opis oferty|opis
        mission: Cel stanowiska|opis zadania
        tasks: Zadania|zakres obowiązków|obowiązki|zakres zadań|główne obowiązki|twój zakres obowiązków
        project: Projekt|o projekcie|opis projektu
        profile: Wymagania|profil kandydata|nasze wymagania|wymagania niezbędne|oczekujemy|oczekiwania
        education: Wykształcenie
        practice: Doświadczenie
        languages: Języki|znajomość języków
        skills: Umiejętności|kompetencje
        conditions: Warunki pracy|oferujemy|to oferujemy|co oferujemy|warunki zatrudnienia
        process: Aplikowanie i wybór|sposób składania ofert|przebieg rekrutacji|proces rekrutacji
        criteria: Kryteria wyboru|kryteria oceny|kryteria
        more: Dodatkowe informacje|informacje dodatkowe
        about: O nas|o firmie|kim jesteśmy
        """,
)
