"""What an author most likely meant by a value that cannot be read, in the form to write. For remedies only.

Nothing here is ever taken for the value itself: `10-01-2026` may be in October or in January, so both are offered.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from functools import cache

from jobglot import codes
from jobglot.language import KNOWN, language
from jobglot.wordlists import pattern, values

_ISO = re.compile(r"(\d{4})(?:[-/. ]| ?年 ?)(\d{1,2})(?:[-/. ]| ?月 ?)(\d{1,2})(?!\d)")
_DAY_AND_MONTH = re.compile(r"(?<!\d)(\d{1,2})([-/. ])(\d{1,2})\2 ?(\d{4}|\d{2})(?!\d)")
_DAY_AND_WORD = re.compile(
    r"(?<!\d)(\d{1,2})(?:er|st|nd|rd|th|o(?= )|-?go|-?го|\.)? ?(?:de |d[’ ]|of )?([^\W\d_]{3,})\.?,? ?(?:del? )?(\d{4})"
)
_WORD_AND_DAY = re.compile(r"([^\W\d_]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_TIME = re.compile(
    r"[ t,]+(?:at|um|om|as?|a l[ae]s|(?:alle )?ore|alle)?"
    r" ?(\d{1,2})(?:[:.h](\d{2}))?(?:[:.]\d{2})?(?:\.\d+)? ?(am|pm|h|uhr)?\b"
)


def folded(text: str) -> str:
    """The text in small letters, without accents, quotes and doubled spaces."""
    plain = unicodedata.normalize("NFKD", text).lower().replace("ß", "ss").replace("ł", "l")
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(re.sub("[\"'“”„«»‹›’‘]", " ", plain).split())


def dates_meant(written: str) -> tuple[str, ...]:
    """The days that a text may mean, as YYYY-MM-DD: none, one, or two where day and month could be swapped."""
    days = (_day(*parts) for parts in _parts(folded(written)))
    return tuple(dict.fromkeys(day for day in days if day))


def _parts(text: str) -> Iterator[tuple[int, int, int]]:
    """Year, month and day in every way they may be meant."""
    if match := _ISO.search(text) or re.fullmatch(r"((?:19|20)\d\d)(\d\d)(\d\d)", text):
        yield int(match[1]), int(match[2]), int(match[3])
    elif match := _DAY_AND_MONTH.search(text):
        one, other, year = int(match[1]), int(match[3]), int(match[4])
        year += 2000 if year < 100 else 0
        yield year, other, one
        # Only the day comes first before a point, in every country.
        if match[2] != ".":
            yield year, one, other
    elif match := _DAY_AND_WORD.search(text):
        yield int(match[3]), _month(match[2]), int(match[1])
    elif match := _WORD_AND_DAY.search(text):
        yield int(match[3]), _month(match[1]), int(match[2])
    elif re.fullmatch(r"\d{10}|\d{13}", text):
        day = datetime.fromtimestamp(int(text[:10]), UTC)
        yield day.year, day.month, day.day


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat() if 1900 <= year <= 2199 else ""
    except ValueError:
        return ""


def _month(word: str) -> int:
    """The number of a month by its name or the beginning of it; 0 for other words."""
    found = {number for name, number in _months() if name.startswith(word)}
    return found.pop() if len(found) == 1 else 0


@cache
def _months() -> frozenset[tuple[str, int]]:
    rows = (row.split() for subtag in KNOWN for row in language(subtag).months.strip().splitlines())
    return frozenset((folded(name), number) for row in rows for number, name in enumerate(row, 1) if name != "-")


def months_meant(written: str) -> tuple[str, ...]:
    """The months that a text may mean, as YYYY-MM: `March 2027`, `3/2027`."""
    text = folded(written)
    if match := re.fullmatch(r"([^\W\d_]{3,})\.? (\d{4})(?: ?[rр](?:oku|оку)?\.?)?", text):
        year, month = int(match[2]), _month(match[1])
    elif match := re.fullmatch(r"(\d{1,2})[-/. ](\d{4})", text):
        year, month = int(match[2]), int(match[1])
    elif match := re.fullmatch(r"(\d{4})(?:[-/. ]|年)(\d{1,2})月?", text):
        year, month = int(match[1]), int(match[2])
    else:
        return ()
    return (f"{year}-{month:02}",) if 1900 <= year <= 2199 and 1 <= month <= 12 else ()


def moments_meant(written: str) -> tuple[str, ...]:
    """The days with their time, as `YYYY-MM-DD HH:MM`; the days alone where there is no time."""
    text = folded(written).replace("a.m.", "am").replace("p.m.", "pm")
    for match in reversed(list(_TIME.finditer(text))):
        days = dates_meant(text[: match.start()])
        if days and (match[2] or match[3]):
            hour = int(match[1]) % 12 + 12 * (match[3] == "pm") if match[3] in ("am", "pm") else int(match[1])
            minute = int(match[2] or 0)
            return tuple(f"{day} {hour:02}:{minute:02}" for day in days) if hour < 24 and minute < 60 else days
    return dates_meant(text)


def is_open_ended(written: str) -> bool:
    """Whether somebody wrote for `deadline` that there is none."""
    text = folded(written)
    return text in ("asap", "none", "no", "continuous") or pattern("open_ended").fullmatch(text) is not None


def amounts_meant(written: str) -> tuple[str, ...]:
    """The figures of a text, with a point before the cents and nothing else: one, or the two ends of a range."""
    text = re.sub(r"(?<=\d)[\s'’_\u00a0\u202f]+(?=\d{3}(?!\d))", "", unicodedata.normalize("NFKC", written))
    found = [
        _amount(*match.groups())
        for match in re.finditer(r"(\d[\d.,]*)(?:,?[-–]{1,2}(?!\d))?\s?(k\b)?", text, re.IGNORECASE)
    ]
    if re.search(r"\d\s?e\s?\d|^\s*[-–]|%", text, re.IGNORECASE) or not 1 <= len(found) <= 2:
        return ()
    return tuple(figure for figure in found if figure)


def _amount(digits: str, thousand: str | None) -> str:
    digits = digits.rstrip(".,")
    # Three figures after a mark are thousands, in every country; one or two are cents.
    if not digits.isascii() or (re.fullmatch(r"\d+|\d{1,3}(?:[.,]\d{3})+", digits) and not thousand):
        return re.sub("[.,]", "", digits) if digits.isascii() else ""
    whole, mark, cents = digits.replace(",", ".").rpartition(".")
    whole, cents = (whole.replace(".", ""), cents) if mark else (cents, "")
    if thousand:
        return str(round(float(f"{whole}.{cents or 0}") * 1000))
    return f"{whole}.{cents}" if len(cents) <= 2 else ""


_NO_MONTHS = re.compile(
    r"\b(?:year|yr|ans?\b|annee|jahr|jaar|anos?\b|ann[io]\b|anys?\b|week|semaine|woche|semana|settiman|setman"
    r"|rok|lata?\b|tydz|tygod|рік|рок[иі]|тижд|тижн)|[-%年周]"
)


def number_meant(written: str) -> str:
    """The whole number in a text such as `36 months`; "" where there is none, or it counts years or weeks."""
    text = folded(written)
    found = re.findall(r"\d+(?:[.,]\d+)?", text)
    if len(found) != 1 or _NO_MONTHS.search(text):
        return ""
    return re.sub(r"[.,]0+$", "", found[0]) if re.fullmatch(r"[0-9]+([.,]0+)?", found[0]) else ""


def hours_meant(written: str) -> str:
    """The hours in a text such as `37,5 h` or `37h40`; "" where there are none."""
    text = folded(written)
    if match := re.match(r"(\d{1,3}) ?h(?:eures|ours)? ?([0-5]\d)(?!\d)", text):
        return f'"{match[1]}:{match[2]}"'
    found = re.findall(r"\d{1,3}(?:[.,]\d{1,2})?(?![\d.,])", text)
    return str(found[0]).replace(",", ".") if len(found) == 1 else ""


LANGUAGES: Mapping[str, str] = {
    name: tag
    for tag, names in {
        "ar": "arabic arabe arabisch arabo arab arabski арабська 阿拉伯语",
        "ca": "catalan katalanisch catalaans catalano catalao catala",
        "de": "german allemand deutsch duits aleman tedesco alemao alemany niemiecki німецька 德语",
        "en": "english anglais englisch engels ingles inglese angles angielski англіиська 英语 英文",
        "es": "spanish espagnol spanisch spaans espanol castellano spagnolo espanhol espanyol castella"
        " hiszpanski іспанська 西班牙语",
        "fr": "french francais franzosisch frans frances francese francuski французька 法语",
        "it": "italian italien italienisch italiaans italiano wloski італіиська 意大利语",
        "ja": "japanese japonais japanisch japans japonski японська 日语",
        "nl": "dutch neerlandais niederlandisch nederlands flemish olandese neerlandes holandes"
        " niderlandzki нідерландська 荷兰语",
        "pl": "polish polonais polnisch polski польська 波兰语",
        "pt": "portuguese portugais portugiesisch portugues portoghese portugalski португальська 葡萄牙语",
        "ro": "romanian roumain rumanisch romana rumunski румунська 罗马尼亚语",
        "ru": "russian russe russisch rosyjski росіиська 俄语",
        "tr": "turkish turc turkisch turkce turecki турецька 土耳其语",
        "uk": "ukrainian ukrainien ukrainisch ukrainski украінська 乌克兰语",
        "zh": "chinese chinois chinesisch mandarin chinski китаиська 中文 汉语 普通话",
    }.items()
    for name in names.split()
}
"""Language tags by the languages' usual names, folded."""

COUNTRIES: Mapping[str, str] = {
    name: code
    for code, names in {
        "AT": "austria,autriche,osterreich,австрія,奥地利",
        "AD": "andorra,andorre",
        "BE": "belgium,belgique,belgien,belgie,belgio,belgica,belgia,бельгія,比利时",
        "BR": "brazil,bresil,brasilien,brazilie,brasil,brasile",
        "CA": "canada,kanada",
        "CH": "switzerland,suisse,schweiz,svizzera,zwitserland,suica,suissa,szwajcaria,швеицарія,瑞士",
        "DE": "germany,allemagne,deutschland,duitsland,alemania,germania,alemanha,alemanya,niemcy,німеччина,德国",
        "DK": "denmark,danemark,danmark",
        "ES": "spain,espagne,spanien,espana,spanje,spagna,espanha,espanya,hiszpania,іспанія,西班牙",
        "FI": "finland,finlande,suomi",
        "FR": "france,frankreich,frankrijk,francia,franca,francja,франція,法国",
        "GB": "uk,united kingdom,royaume-uni,great britain,england,scotland,vereinigtes konigreich,"
        "regno unito,reino unido,regne unit,wielka brytania,велика британія,英国",
        "GR": "greece,grece,griechenland,el",
        "IE": "ireland,irlande,irland",
        "IT": "italy,italie,italien,italia,wlochy,італія,意大利",
        "LU": "luxembourg,luxemburg,lussemburgo,luxemburgo",
        "NL": "netherlands,the netherlands,pays-bas,niederlande,nederland,holland,paesi bassi,"
        "paises baixos,paisos baixos,holandia,niderlandy,нідерланди,荷兰",
        "NO": "norway,norvege,norwegen,norge",
        "PL": "poland,pologne,polen,polska,польща,波兰",
        "UA": "ukraine,ukraina,украіна,乌克兰",
        "CN": "china,chine,chiny,cina,китаи,中国",
        "PT": "portugal,portogallo",
        "SE": "sweden,suede,schweden,sverige",
        "US": "usa,united states,etats-unis,america,vereinigte staaten,stati uniti,estados unidos,estats units,"
        "stany zjednoczone,сша,美国",
    }.items()
    for name in names.split(",")
}
"""Country codes by the countries' usual names, folded."""

CURRENCIES: Mapping[str, str] = {
    **dict.fromkeys(("€", "euro", "euros"), "EUR"),
    **dict.fromkeys(("$", "us$", "dollar", "dollars"), "USD"),
    **dict.fromkeys(("£", "pound", "pounds"), "GBP"),
    **dict.fromkeys(("sfr", "fr.", "franken"), "CHF"),
    **dict.fromkeys(("zł", "zl", "złotych", "zloty"), "PLN"),
    **dict.fromkeys(("₴", "грн", "гривня", "гривень"), "UAH"),
    **dict.fromkeys(("元", "人民币", "rmb"), "CNY"),
}
"""Currency codes by the currencies' usual signs and names, in small letters."""

KEYS: Mapping[str, tuple[str, ...]] = {
    "name": ("file", "title"),
    "title": ("name",),
    "posted": ("date",),
    "nav": ("menu",),
    "weight": ("points", "order"),
    "type": ("kind", "employment_type"),
    "url": ("apply", "slug", "base_url"),
    **{
        key: (ours,)
        for ours, theirs in {
            "aliases": "redirect_from redirects",
            "applicant_countries": "applicant_location_requirements",
            "apply": "how_to_apply application apply_url apply_email email candidature",
            "attachments": "files attachment pieces_jointes",
            "categories": "tags tag topics taxonomies kategoria kategorie",
            "city": "ville stadt stad town municipality citta cidade ciutat miasto",
            "contact": "contact_email contact_person",
            "country": "pays land state paese pais",
            "currency": "devise wahrung",
            "deadline": "closing_date closes expires expiry expiry_date valid_through validthrough date_limite until"
            " echeance cloture date_de_cloture delai frist bewerbungsfrist bewerbungsschluss plazo fecha_limite"
            " sluitingsdatum uiterste_datum scadenza data_scadenza prazo data_limite data_limit termini"
            " termin termin_skladania",
            "department": "team unit service",
            "education": "degree diploma qualifications",
            "email": "mail e_mail courriel",
            "employment_type": "job_type jobtype work_time",
            "experience": "experience_requirements",
            "file": "path filename",
            "hours_per_week": "hours weekly_hours working_hours",
            "kind": "nature",
            "base_url": "baseurl site_url siteurl root_url canonical_url",
            "language": "lang tag code",
            "per_page": "paginate pagination page_size posts_per_page",
            "tagline": "subtitle slogan motto",
            "locations": "place places city address job_location luogo sede local localidade ubicacio"
            " lokalizacja miejsce_pracy",
            "max": "maximum to up_to",
            "min": "minimum from",
            "name": "nom naam label nome",
            "organization": "company employer hiring_organization entreprise organisme organisation firma"
            " azienda ente empresa entidade entitat pracodawca",
            "per": "period unit frequency interval",
            "phone": "tel telephone mobile",
            "points": "score",
            "positions": "vacancies openings number_of_positions postes",
            "posted": "date date_posted dateposted published_at pubdate publication_date created",
            "reference": "ref identifier job_id",
            "remote": "telework homeoffice home_office teletravail workplace",
            "salary": "pay wage compensation base_salary salaire gehalt remuneration retribuzione"
            " stipendio remuneracao salario retribucio sou wynagrodzenie",
            "slug": "permalink",
            "starts": "start start_date",
            "text": "value",
            "more": "extra extras custom custom_fields fields details params",
            "summary": "excerpt abstract resume intro",
            "timezone": "tz zone time_zone",
            "title": "role position intitule titre titel titolo titulo titol stanowisko tytul",
            "url": "link href website web site homepage",
        }.items()
        for key in theirs.split()
    },
}
"""Our keys by the names that other systems and languages have for them; the first that is known where it stands."""

HINTS: Mapping[str, str] = {
    **dict.fromkeys(("body", "description", "text", "content"), "write it below the second line of hyphens"),
    **dict.fromkeys(
        ("lang", "language", "locale"), "leave it out: the file's name tells the language, as in job.en.md"
    ),
    **dict.fromkeys(("id", "uid"), "leave it out: the file's name is the id"),
    "published": "leave it out; “draft: true” keeps a posting off the site",
    **dict.fromkeys(
        ("status", "state", "closed", "expired", "archived", "active", "open", "job_status"),
        "leave it out: the dates decide; “filled: 2027-01-31” or “withdrawn: 2027-01-31” closes a posting, and"
        " “draft: true” keeps it off the site",
    ),
    **dict.fromkeys(
        ("image", "images", "picture", "photo", "cover", "thumbnail", "banner", "featured_image", "hero"),
        "leave it out; the text shows pictures: ![What is on it](/photos/team.jpg) for static/photos/team.jpg",
    ),
    **dict.fromkeys(("author", "authors"), "leave it out: git tells who wrote it"),
    **dict.fromkeys(("layout", "template"), "leave it out"),
    **dict.fromkeys(
        ("logo", "favicon", "icon"),
        "leave it out: the board’s is static/favicon.svg, that of an organization stands in its own file",
    ),
    **dict.fromkeys(
        ("theme", "css", "stylesheet", "colors", "colours", "menu", "footer", "analytics", "google_analytics"),
        "leave it out; docs/templates.md tells how looks, menus and scripts are changed",
    ),
}
"""What to do about keys of other systems that have no counterpart."""

# Besides what the languages know: words that are another's, programs' own, or as often something else.
_GUESSES: Mapping[str, Mapping[str, str]] = {
    "employment_types": {
        **dict.fromkeys(("cdd", "тимчасова", "临时"), "temporary"),
        **dict.fromkeys(("volontaire", "freiwillig", "volunteering"), "volunteer"),
    },
    "contracts": {
        **dict.fromkeys(("indeterminate", "statutair"), "permanent"),
        **dict.fromkeys(("fixed", "limited", "remplacement"), "fixed_term"),
        **dict.fromkeys(("consultant", "b2b", "підряд"), "service"),
        **dict.fromkeys(("intern", "实习"), "internship"),
    },
    "remote": {
        **dict.fromkeys(("on-site", "office", "офіс", "现场"), "no"),
        "100%": "full",
        **dict.fromkeys(("partial", "partly", "part", "possible", "optional", "some", "混合"), "hybrid"),
    },
    "periods": {"h": "hour", "any": "year"},
    "flags": {"1": "true", "0": "false"},
}
_WHOLLY = {"true": "full", "false": "no"}


def value_meant(table: str, written: str) -> str:
    """The value that a text stands for in a table of `Language`, such as `periods`; "" for none."""
    text = folded(written)
    found = _GUESSES[table].get(text) or values(table).get(text, "")
    # “Remote: yes”
    return _WHOLLY.get(value_meant("flags", written), "") if table == "remote" and not found else found


def parts_of_pay(written: str) -> str:
    """The map of `salary` that a text such as `2.400 à 2.900 € par mois` stands for; "" where no figure is sure."""
    figures = amounts_meant(written)
    if not figures or [float(figure) for figure in figures] != sorted(float(figure) for figure in figures):
        return ""
    words = re.findall(r"[^\W\d_]+|[€$£₴]", written.lower())
    currencies = (CURRENCIES.get(word) or (word.upper() if word.upper() in codes.CURRENCIES else "") for word in words)
    # The last one: “an” is a year to the French, and “€15 an hour”.
    periods = [period for period in (value_meant("periods", word) for word in words) if period]
    ends = " ".join(f"{key}: {figure}," for key, figure in zip(("min", "max"), figures, strict=False))
    ends = ends if len(figures) > 1 else f"amount: {figures[0]},"
    return f"{{{ends} currency: {next(filter(None, currencies), '…')}, per: {['…', *periods][-1]}}}"


def parts_of_contract(written: str) -> str:
    """The map of `contract` that a text such as `CDD de 6 mois` stands for; "" for none."""
    text = folded(written)
    known = {**values("contracts"), **_GUESSES["contracts"]}
    named = [name for name in known if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
    if not named:
        return ""
    months = f", months: {number_meant(text) or '…'}" if re.search(r"\d", text) else ""
    return f"{{kind: {known[max(named, key=len)]}{months}}}"


def parts_of_place(written: str) -> str:
    """The map of a location that a text such as `Ghent, Belgium` stands for; "" for none."""
    parts = [part.strip() for part in re.split(r"[,(]", written.rstrip(") "))]
    country = COUNTRIES.get(folded(parts[-1])) or (parts[-1] if parts[-1] in codes.COUNTRIES else "")
    if not country or not 2 <= len(parts) <= 3 or not all(parts):
        return ""
    region = f"region: {parts[1]}, " if len(parts) == 3 else ""
    return f"{{city: {parts[0]}, {region}country: {country}}}"
