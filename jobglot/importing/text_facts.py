"""Facts that stand in the running text of a notice, sentence by sentence; only where a sentence leaves no doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from jobglot.importing.dates import find_dates, read_month
from jobglot.importing.draft import Value
from jobglot.importing.lines import Line
from jobglot.importing.money import read_salary
from jobglot.importing.words import contract_kind, employment_types, months_in
from jobglot.tokens import fold

# German puts a full stop after the day: “bis zum 3. März”.
_SENTENCE = re.compile(r"(?<=[.;!?])(?<!\b\d\.)(?<!\b\d\d\.)(?<!\bmin\.)(?<!\bmax\.)\s+")

_DEADLINE = re.compile(
    r"deadline|closing date|termin (?:skladania|nadsylania|aplikowania)|кінцевии (?:термін|строк)|строк подання|截止|"
    r"apply by|applications? close|date limite|date de cloture|"
    r"cloture des (?:candidatures|inscriptions)|fecha limite|fecha de cierre|"
    r"sluitingsdatum|uiterste datum|bewerbungsfrist|bewerbungsschluss|einsendeschluss|scadenza|termine ultimo|"
    r"data.limite?|\bprazo|termini de (?:presentacio|sol)"
)
_BY = re.compile(
    r"najpozniej|w terminie do|do dnia|\bdo (?=\d)|не пізніше|\bдо\b|不晚于|"
    r"no later than|not later than|\bby\b|before|until|up to|au plus tard|avant le|jusqu.au|a mas tardar|hasta el|"
    r"antes d|uiterlijk|ten laatste|voor|tot en met|\btot\b|spatestens|bis (?:zum|spatestens)|\bbis\b|\bentro\b|"
    r"non oltre|fino al|prima del|\bate\b|fins al?\b|abans d"
)
_AT_THE_LATEST = re.compile(
    r"[^.;:]{0,20}?\b(?:at the latest|au plus tard|inclus|a mas tardar|ten laatste|uiterlijk|spatestens)"
)
"""What may stand behind a day instead: “pour le 31 mars au plus tard”."""
APPLYING = re.compile(
    r"\baplik|zgloszeni|\bprzes[ly]|\bwysla|\bwyslij|заявк|резюме|надсил|надішл|подат|подава|申请|简历|应聘|报名|投递|"
    r"\bappl(?:y|ication)|\bsubmit|\bcandidat|\bkandidat|\binschrijv|\bpostul|\benvoye[rz]|\bsolicit|\bbewerb|\bsollicit|"
    r"send (?:us )?your|\bcv\b|\bcandidar|domand[ae] (?:di|va|vanno|dev|dovr)|\binvia(?:re|te|ta)|\binscri|"
    r"\bsol.?licit|\benvi(?:ad|ar|eu)"
)
_UNTIL_FILLED = re.compile(
    r"until (?:the (?:position|post|job|vacancy) (?:is|has been) )?filled|"
    r"jusqu.a ce que (?:le poste|la place) soit pourvue?|"
    r"jusqu.au pourvoi|hasta (?:que se cubra|cubrir) (?:la plaza|el puesto)|tot (?:de vacature|de functie) is ingevuld|"
    r"bis (?:zur besetzung der|die) stelle|fino a(?:lla)? copertura de|ate ao? preenchimento d|"
    r"fins (?:que es cobreixi|a cobrir)"
)
_ASKING = re.compile(
    r"\bpytani|запитан|довідк|咨询|"
    r"question|information|enquir|inquir|renseign|pregunta|consulta|\bvragen|inlichting|\bfragen|auskunft|ruckfrage|"
    r"\binformazion|chiariment|\binformacoes|duvidas|esclareciment|\bdubtes"
)
_CONTRACT = re.compile(r"\bumow|догов|合同|contract|contrat|vertrag|appointment|engagement de|\bcdi\b|\bcdd\b")
_NOT_ITS_LENGTH = re.compile(
    r"doswiadcz|\bstaz|probn|досвід|стаж|випробув|经验|试用|"
    r"experien|erfahrung|ervaring|probation|d.essai|prueba|proeftijd|probezeit|esperienz|di prova|de prova"
)
_PROBATION = re.compile(
    r"okres probn|випробув|试用|"
    r"probation|d.essai|periodo (?:de prueba|di prova|experimental)|periode de prova|proeftijd|probezeit"
)
_RENEWAL = re.compile(
    r"przedluz|продовж|续签|"
    r"renew|extension|extend|reconduit|reconduct|renouvel|prolong|prorrog|renova[bv]|rinnov|prorog|verleng|verlang"
)
_NO_RENEWAL = re.compile(
    r"(?:\bno|\bnot|\bnon|\bsans|\bsin|\bniet|\bnicht|\bohne|\bgeen|\bkeine)\b[^,;:.]{0,40}"
    r"(?:renew|exten|reconduct|renouvel|prolong|prorrog|renov|rinnov|prorog|verleng|verlang)"
)
_AT_LEAST = re.compile(
    r"co naimniej|co najmniej|щонаименше|не менше|以上|至少|"
    r"at least|minimum|or more|au moins|minstens|minimaal|mindestens|minimo|al menos|ou plus|almeno|pelo menos|almenys"
)
_PAY = re.compile(
    r"wynagrodz|\bpensj|zarobk|зарплат|заробітн|оклад|薪|工资|"
    r"salar|remunerat|pay\b|paid|salaire|traitement|sueldo|retribuci|loon|gehalt|vergut|besoldung|lohn|entgelt|"
    r"\bbareme|\bbrut\b|\bbruto|\bwedde|retribuzion|trattamento econom|stipendi|compenso|remunerac|vencimento|\bsou\b"
)
_DEDUCTED = re.compile(
    r"deduct|insurance|dedui|reten|assurance|seguro|verzeker|abgezog|versicherung|budget|turnover|fund|assicuraz"
)
_HOURS = re.compile(
    r"(?<![\d.,])(?P<hours>\d{2})(?:[.,](?P<part>\d{1,2}))?\s*-?\s*"
    r"(?:h\b|hours?|heures?|horas?|hores|ore|uur|uren|stunden|std\b\.?|u\b)"
    r"(?:\s*(?:and|et|y|en|und)?\s*(?P<minutes>\d{1,2})\s*(?:min\b|minutes?|minuten|minutos))?"
    r"[^.;:,]{0,12}(?:weekly|(?:per|a|each|/) ?week|par semaine|hebdomadaires?|semana[il]|por semana|"
    r"alla settimana|settimanali?|setmanals?|per setmana|pro woche|wochentlich|/ ?woche|/ ?sem)"
)
_LEAVE = re.compile(
    r"(?<!\d)(?P<days>\d{1,2}) (?:working |jours? ouvr\w+ )?(?:days?|jours?|dias?|dies|giorni|dagen|tage?)\b"
    r"[^.;:\d]{0,20}?"
    r"(?:leave|holiday|vacation|conges?|vacaciones|vakantie|verlof|urlaub|ferie|ferias|vacances)"
    r"|(?<!\d)(?P<in_one>\d{1,2}) (?:betaalde )?(?:verlof|vakantie|urlaubs)(?:dagen|tage)"
)
_STARTING = re.compile(
    r"\bstart|\bbegin|implementation|\bfrom |a partir|\bdes |debut|inici|vanaf|ingang|\bab |beginn|decorrenza"
)
_EXCEPTION = re.compile(r"\((?!\d*\))[^)]{0,500}\)")
"""What stands in brackets and is not just a figure: “(if not seconded)”. Bounded: some are never closed."""
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_URL = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]«»“”\"]+")
_AUDIENCE = re.compile(r"^(?:for|pour|para|voor|für)\s+(?P<who>[^:]{3,90}?)\s*:", re.IGNORECASE)
_BY_POST = re.compile(
    r"\b(?:by|per|via) (?:regular |postal |ordinary )?(?:mail|post)\b|par (?:courrier|la poste)\b(?! elec)|"
    r"por correo(?: postal|\s*:)|postweg|per post\b|auf dem postweg|per posta\b|"
    r"por correio\b(?! elet)|per correu\b(?! elec)"
)
_CONDITION = re.compile(
    r"pending|subject to|sous reserve|vorbehaltlich|unter vorbehalt|onder voorbehoud|pendiente|sujeto a|sujeta a"
)


@dataclass(frozen=True, slots=True)
class Way:
    """A way to apply found in a text: one of the three is set; `audience` is who is to use it, in the text's words."""

    url: str = ""
    email: str = ""
    post: str = ""
    audience: str = ""


def sentences(lines: Iterable[Line]) -> Iterator[str]:
    """The sentences of a text, list items and headings being sentences of their own."""
    for line in lines:
        yield from (sentence for sentence in _SENTENCE.split(line.text) if sentence)


def deadlines(lines: Sequence[Line], day_first: bool | None) -> list[str]:
    """The last days to apply that a text names, each once: a date near words of ending, in a sentence on applying."""
    found = []
    for sentence in sentences(lines):
        words = fold(sentence)
        is_named = _DEADLINE.search(words)
        if not is_named and not APPLYING.search(words):
            continue
        for dated in find_dates(sentence, day_first):
            before = fold(sentence[: dated.start])[-70:]
            is_last = _AT_THE_LATEST.match(fold(sentence[dated.end :])[:40])
            if dated.written and (is_last or _BY.search(before) or _DEADLINE.search(before)):
                found.append(dated.written)
    return list(dict.fromkeys(found))


def is_open(lines: Sequence[Line]) -> bool:
    """Whether a text says that one may apply until somebody is found."""
    return any(_UNTIL_FILLED.search(fold(sentence)) for sentence in sentences(lines))


def ways(lines: Sequence[Line]) -> list[Way]:
    """The ways to apply that a text names."""
    found: list[Way] = []
    for at, line in enumerate(lines):
        for sentence in _SENTENCE.split(line.text):
            words = fold(sentence)
            if not APPLYING.search(words) or _ASKING.search(words):
                continue
            audience = _audience(line) if line.is_item else ""
            found += [Way(email=address, audience=audience) for address in emails(sentence)]
            found += [Way(url=url, audience=audience) for url in urls(_EMAIL.sub("", sentence))]
        if line.text.endswith(":") and _BY_POST.search(fold(line.text)) and (post := _address(lines[at + 1 : at + 9])):
            found.append(Way(post=post))
    seen: dict[tuple[str, str, str], Way] = {}
    for way in found:
        seen.setdefault((way.url, way.email, way.post), way)
    return list(seen.values())


def urls(text: str) -> list[str]:
    """The web addresses of a text, whole, without the full stop of its sentence."""
    bare = (url.rstrip(".,;:!?'’") for url in _URL.findall(text))
    return [url if url.lower().startswith("http") else f"https://{url}" for url in bare]


def emails(text: str) -> list[str]:
    """The e-mail addresses of a text."""
    return [address.rstrip(".") for address in _EMAIL.findall(text)]


def asking_address(lines: Sequence[Line]) -> str:
    """The e-mail address for questions; "" for none or several."""
    found = {address for sentence in sentences(lines) if _ASKING.search(fold(sentence)) for address in emails(sentence)}
    return found.pop() if len(found) == 1 else ""


def _audience(line: Line) -> str:
    match = _AUDIENCE.match(line.text)
    who = match["who"].strip() if match else ""
    return who[:1].upper() + who[1:]


def _address(lines: Sequence[Line]) -> str:
    """A postal address: short lines, one with a figure."""
    found: list[str] = []
    for line in lines:
        if line.is_item or len(line.text) > 60 or line.text[-1] in ".:":
            break
        found.append(line.text)
    has_figure = any(re.search(r"\d", text) for text in found)
    return "\n".join(found) if 2 <= len(found) <= 8 and has_figure else ""


def contract(lines: Sequence[Line]) -> dict[str, Value]:
    """Kind, months, renewal and probation as far as the text tells them."""
    found: dict[str, Value] = {}
    parts = [fold(sentence) for sentence in sentences(lines)]
    for at, whole in enumerate(parts):
        part = _EXCEPTION.sub("", whole)
        if _CONTRACT.search(part) and not _NOT_ITS_LENGTH.search(part):
            kind, months = contract_kind(part), months_in(part)
            if (kind or months) and "kind" not in found:
                found["kind"] = kind or "fixed_term"
                months = months or (months_in(whole) if kind == "fixed_term" else [])
                if months:
                    found["months"] = months[0]
                around = " ".join(parts[at : at + 2])
                if _NO_RENEWAL.search(around):
                    found["renewable"] = False
                elif _RENEWAL.search(around):
                    found["renewable"] = True
        if (match := _PROBATION.search(part)) and (months := _around(part, match)):
            found.setdefault("probation_months", months[0])
    return found


def _around(part: str, match: re.Match[str]) -> list[int]:
    """The months right behind some words of a sentence, or right before them: others are of the contract."""
    behind, before = part[match.end() : match.end() + 30], re.split("[,(]", part[: match.start()])[-1]
    return months_in(behind) or months_in(" ".join(before.split()[-4:]))


def experience_months(lines: Sequence[Line]) -> int | None:
    """Months of experience, where one sentence names one length of time as the least."""
    for sentence in sentences(lines):
        words = fold(sentence)
        if re.search(r"experien|esperien|erfahrung|ervaring|doswiadcz|\bstaz|досвід|经验", words) and _AT_LEAST.search(
            words
        ):
            months = months_in(sentence)
            if len(set(months)) == 1:
                return months[0]
    return None


def hours_per_week(lines: Sequence[Line]) -> str:
    """Hours of work in a week as front matter writes them; "" when the text does not tell."""
    for sentence in sentences(lines):
        if match := _HOURS.search(fold(sentence)):
            if match["minutes"]:
                return f"{match['hours']}:{int(match['minutes']):02}"
            return f"{match['hours']}.{match['part']}" if match["part"] else match["hours"]
    return ""


def leave_days(lines: Sequence[Line]) -> int | None:
    """Days of paid leave in a year."""
    for sentence in sentences(lines):
        if match := _LEAVE.search(fold(sentence)):
            return int(match["days"] or match["in_one"])
    return None


def salary(lines: Sequence[Line], language: str) -> dict[str, Value] | None:
    """The pay, from the first sentence that speaks of pay and is not about deductions or budgets."""
    for sentence in sentences(lines):
        words = fold(sentence)
        if _PAY.search(words) and not _DEDUCTED.search(words) and (found := read_salary(sentence, language)):
            return found
    return None


def working_time(lines: Sequence[Line]) -> list[str]:
    """full_time or part_time, where a short line says so."""
    found = {kind for line in lines if len(line.text) <= 140 for kind in employment_types(line.text)}
    times = found & {"full_time", "part_time"}
    return sorted(times) if len(times) == 1 else []


def starts(lines: Sequence[Line]) -> str:
    """The first month of work, from a list item or a short line on the beginning."""
    for line in lines:
        if len(line.text) <= 140 and _STARTING.search(fold(line.text)) and (month := read_month(line.text)):
            return month
    return ""


def is_condition(text: str) -> bool:
    """Whether a line set in capitals is a condition to see first, such as a budget not approved yet."""
    return text.isupper() and len(text) <= 120 and _CONDITION.search(fold(text)) is not None
