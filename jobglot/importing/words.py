"""The closed lists of front matter in the words of notices: working time, contract, place of work; and durations."""

from __future__ import annotations

import re
from collections.abc import Mapping

from jobglot.importing.wordlists import rows
from jobglot.tokens import fold

_EMPLOYMENT = """
full_time: full time|fulltime|temps plein|temps complet|plein temps|tiempo completo|jornada completa|voltijds
  |voltijd|voltijdse|vollzeit|tempo pieno|tempo inteiro|tempo integral
  |pelny etat|pelen etat|pelny wymiar|pelnym wymiarze|повна заинятість|повнии робочии день|全职
part_time: part time|parttime|temps partiel|mi temps|tiempo parcial|media jornada|jornada parcial|deeltijds
  |deeltijd|teilzeit|halftijds|tempo parziale|tempo parcial|mitja jornada
  |niepelny etat|niepelny wymiar|czesc etatu|pol etatu|неповна заинятість|часткова заинятість|兼职
contractor: contractor|freelance|freelancer|self employed|consultancy|consultant|independant
  |entrepreneur individuel|prestation de services|prestataire|autonomo|zelfstandige|freiberuflich|selbstandig
  |contract|lavoro autonomo|libera professione|libero professionista|partita iva|trabalho independente
  |prestacao de servicos|recibos verdes|pessoa juridica|treball autonom|b2b|samozatrudnienie|фоп|自由职业
temporary: temporary|temp|interim|interimaire|temporaire|temporal|tijdelijk|uitzend|befristet|zeitarbeit
  |seasonal|saisonnier|temporaneo|stagionale|temporario
  |praca tymczasowa|praca sezonowa|тимчасова робота|тимчасова заинятість|临时工
intern: intern|internship|trainee|stage|stagiaire|apprentissage|alternance|practicas|becario|stagiair|praktikum
  |praktikant|ausbildung|tirocinio|tirocinante|apprendistato|estagio|estagiario|practiques
  |staz|praktyka|stazysta|стажування|实习
volunteer: volunteer|voluntary|benevole|benevolat|volontariat|voluntario|voluntariado|vrijwilliger
  |vrijwilligerswerk|ehrenamtlich|volontariato|volontario|voluntariat
  |wolontariat|wolontariusz|волонтерство|волонтер|志愿者|志愿服务
per_diem: per diem|daily paid
"""

_CONTRACTS = """
permanent: permanent|indefinite|open ended|regular|cdi|duree indeterminee|indefinido|fijo|onbepaalde duur
  |onbepaalde tijd|vast contract|vast|unbefristet|unbefristete|unbefristeter|unbefristeten|unbefristetem
  |statutaire|titulaire|tempo indeterminato|sem termo|prazo indeterminado|tempo indeterminado|indefinit
  |czas nieokreslony|безстроковии|безстроковии договір|无固定期限
service: prestation de services|service contract|consultancy|consultancy contract|services contract
  |contrato de servicios|prestacion de servicios|dienstverlening|dienstvertrag|werkvertrag|freelance|contractor
  |prestazione di servizi|prestacao de servicos|contracte de serveis
  |umowa zlecenie|swiadczenie uslug|надання послуг|劳务合同|服务合同
secondment: secondment|seconded|detachement|mise a disposition|comision de servicio|detachering|abordnung
  |distacco|comando|destacamento|cessao|comissio de serveis|oddelegowanie|відрядження|借调
internship: internship|traineeship|stage|convention de stage|apprentissage|alternance|practicas|stagecontract
  |praktikum|tirocinio|estagio|practiques|staz|umowa o staz|стажування|实习协议
fixed_term: fixed term|definite duration|definite|temporary|short term|limited duration|cdd|duree determinee
  |court terme|courte duree|temporaire|interim|temporal|duracion determinada|bepaalde duur|bepaalde tijd
  |tijdelijk|befristet|befristete|befristeter|befristeten|befristetem|term limited|tempo determinato|a termo
  |termo certo|prazo determinado|tempo determinado|durada determinada
  |czas okreslony|строковии|строковии договір|на строк|固定期限
"""

_REMOTE = """
hybrid: hybrid|hybride|hibrido|teletravail partiel|partly remote|partial telework|teilweise remote|teletravail
  |telework|teleworking|telewerk|telewerken|teletrabajo parcial|ibrido|in parte da remoto|lavoro agile
  |smart working|parcialmente remoto|hibrid|teletreball parcial
  |hybrydowa|hybrydowo|praca hybrydowa|гібридно|гібриднии|частково дистанціино|部分远程|混合办公
full: fully remote|100 remote|remote|full remote|teletravail complet|100 teletravail|a distance|teletrabajo
  |thuiswerk|home office|homeoffice|anywhere|worldwide|volledig thuis|da remoto|telelavoro|trabalho remoto
  |remoto|teletrabalho|teletreball|a distancia
  |zdalna|zdalnie|praca zdalna|дистанціино|віддалено|віддалена робота|完全远程|远程办公|远程
no: on site|onsite|no|none|sur site|presentiel|presencial|ter plaatse|vor ort|in sede|in presenza
  |stacjonarna|stacjonarnie|w biurze|на місці|в офісі|现场办公
"""

_OPEN = (
    "until filled|open until filled|until the position is filled|rolling|no deadline|open|ongoing"
    "|jusqu'a ce que le poste soit pourvu|jusqu'a pourvoi|des que possible|hasta cubrir|hasta cubrir la plaza"
    "|fino a copertura del posto|ate ao preenchimento da vaga|ate o preenchimento da vaga|fins a cobrir la placa"
    "|fins que es cobreixi la placa|tot invulling|tot de vacature is ingevuld"
    "|do odwolania|do czasu obsadzenia stanowiska|до заповнення вакансії|招满为止"
    "|bis zur besetzung|bis die stelle besetzt ist|laufend"
)


def _read(table: str) -> Mapping[str, str]:
    parted = (row.partition(": ") for row in rows(table))
    return {word: value for value, _, words in parted for word in words.split("|")}


EMPLOYMENT, CONTRACTS, REMOTE = _read(_EMPLOYMENT), _read(_CONTRACTS), _read(_REMOTE)
_OPEN_WORDS = frozenset(_OPEN.split("|"))


def squashed(text: str) -> str:
    """A text for comparing: folded, words with one space between, nothing else."""
    return " ".join(re.findall(r"[^\W_]+", fold(text)))


def _found(text: str, words: Mapping[str, str]) -> list[str]:
    """The values whose words a text holds, longest words first, each word used once."""
    rest = f" {squashed(text)} "
    found = []
    for word in sorted(words, key=lambda word: (-len(word), word)):
        if f" {word} " in rest:
            rest = rest.replace(f" {word} ", " | ")
            found.append(words[word])
    return list(dict.fromkeys(found))


def employment_types(text: str) -> list[str]:
    """The values of `employment_type` that a text names, in the order of the front matter's own list."""
    found = _found(text, EMPLOYMENT)
    return [value for value in dict.fromkeys(EMPLOYMENT.values()) if value in found]


def contract_kind(text: str) -> str:
    """The kind of contract a text names first; "" for none."""
    words = squashed(text)
    held = _found(text, CONTRACTS)
    places = {
        kind: min(
            words.find(word) for word, value in CONTRACTS.items() if value == kind and f" {word} " in f" {words} "
        )
        for kind in held
    }
    return min(places, key=lambda kind: places[kind]) if places else ""


def remote_of(text: str) -> str:
    """The value of `remote` a text names; "" for none."""
    found = _found(text, REMOTE)
    return found[0] if found else ""


def is_open_ended(text: str) -> bool:
    """Whether a deadline says that there is none."""
    return squashed(text) in {squashed(word) for word in _OPEN_WORDS}


_NUMBERS = """
en: one two three four five six seven eight nine ten eleven twelve
fr: un deux trois quatre cinq six sept huit neuf dix onze douze
fr: une - - - - - - - - - - -
es: un dos tres cuatro cinco seis siete ocho nueve diez once doce
nl: een twee drie vier vijf zes zeven acht negen tien elf twaalf
de: ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf
de: eine - - - - - - - - - - -
it: - due tre quattro cinque - sette otto nove dieci undici dodici
pt: um dois tres quatro cinco seis sete oito nove dez onze doze
pt: uma duas - - - - - - - - - -
pl: jeden dwa trzy cztery piec szesc siedem osiem dziewiec dziesiec jedenascie dwanascie
pl: - dwie trzech czterech pieciu szesciu - - - - - dwunastu
uk: один два три чотири - шість сім вісім - десять одинадцять дванадцять
uk: одного двох трьох - - шести - - - - - -
ca: - - - - cinc sis - vuit nou deu - dotze
ca: - dues - - - - - - - - - -
"""
_SPELT = {
    word: number
    for row in rows(_NUMBERS)
    for number, word in enumerate(row.partition(":")[2].split(), start=1)
    if word != "-"
} | dict.fromkeys("eighteen dixhuit achttien achtzehn dieciocho diciotto dezoito divuit".split(), 18)
_UNITS = {
    1: "month months mois mes meses mese mesi mesos maand maanden monat monate monaten"
    " miesiac miesiace miesiecy місяць місяці місяців 个月",
    12: "year years an ans annee annees ano anos anno anni any anys jaar jaren jahr jahre jahren"
    " rok roku lata lat рік року роки років 年",
}
_UNIT = {word: factor for factor, words in _UNITS.items() for word in words.split()}
_DURATION = re.compile(
    r"(?<![\w.,])(?P<number>\d{1,3}|[^\W\d_]+)\s*(?:\(\s*(?P<again>\d{1,3})\s*\)\s*)?-?\s*"
    rf"(?P<unit>{'|'.join(sorted(_UNIT, key=len, reverse=True))})\b"
)


def months_in(text: str) -> list[int]:
    """The durations a text names, in months, in the order written: “six (6) months”, “trois ans”, “36 maanden”."""
    found = []
    for match in _DURATION.finditer(fold(text)):
        written = match["again"] or match["number"]
        number = int(written) if written.isdecimal() else _SPELT.get(written, 0)
        if number:
            found.append(number * _UNIT[match["unit"]])
    return found
