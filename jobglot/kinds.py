"""The kinds of value that front matter is made of: dates, amounts, addresses, ids and codes, each with its remedy.

Nothing is guessed: `10-01-2026` may be a day of October or of January, so it is refused with the form to write.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from datetime import date
from decimal import Decimal
from urllib.parse import urlsplit, urlunsplit
from zoneinfo import ZoneInfo, available_timezones

from jobglot import meant
from jobglot.codes import COUNTRIES, CURRENCIES
from jobglot.model import Deadline, DeadlineKind
from jobglot.problem import shown
from jobglot.shapes import Written, Wrong, text

_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]([0-9]{1,2}):([0-9]{2})(?::00)?")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_DATE_PATTERN = r"^\s*[0-9]{4}-[0-9]{2}-[0-9]{2}\s*$"


def parse_date(written: str) -> date | Wrong:
    """A day as YYYY-MM-DD (ISO 8601, extended format) and nothing else."""
    match = _DATE.fullmatch(written)
    if not match:
        remedy = _either(meant.dates_meant(written)) or "write it as YYYY-MM-DD, for example 2027-01-31"
        return Wrong(f"{shown(written)} is not a date", remedy)
    remedy = "write a day that exists, as YYYY-MM-DD"
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return Wrong(f"there is no day {written} in the calendar", remedy)
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        return Wrong(f"the year {day.year} cannot be meant", f"write a year from {_FIRST_YEAR} to {_LAST_YEAR}")
    return day


def _either(forms: tuple[str, ...]) -> str:
    """The remedy that offers them; "" for none."""
    return (
        f"write {forms[0]}, or {forms[1]} if that is meant"
        if len(forms) > 1
        else f"write {''.join(forms)}" * len(forms)
    )


def _parse_deadline(written: str) -> Deadline | Wrong:
    if written == "open":
        return Deadline(DeadlineKind.OPEN)
    match = _MOMENT.fullmatch(written)
    if not match:
        day = parse_date(written)
        if isinstance(day, date):
            return Deadline(DeadlineKind.DATE, day)
        if _DATE.fullmatch(written):
            return day
        remedy = _either(meant.moments_meant(written))
        if ":" in remedy and re.search(r"\d(?:Z|[+-]\d\d:?\d\d)$", written):
            remedy += ", and the zone of that time under “timezone”"
        if meant.is_open_ended(written):
            remedy = "write “open” for until filled"
        return Wrong(day.message, remedy or "write “2027-01-31”, “2027-01-31 16:05”, or “open” for until filled")
    day = parse_date(match[1])
    if isinstance(day, Wrong):
        return day
    hour, minute = int(match[2]), int(match[3])
    if hour > 23 or minute > 59:
        remedy = "write the hour from 00 to 23; for the end of a day, leave the time out"
        return Wrong(f"there is no time {match[2]}:{match[3]}", remedy)
    return Deadline(DeadlineKind.MOMENT, day, hour * 60 + minute)


def _parse_start(written: str) -> tuple[int, int, int | None] | Wrong:
    match = _MONTH.fullmatch(written)
    if match and 1 <= int(match[2]) <= 12:
        return int(match[1]), int(match[2]), None
    day = parse_date(written)
    if isinstance(day, Wrong):
        found = _either(meant.dates_meant(written) or meant.months_meant(written))
        remedy = found or "write “2027-03” or “2027-03-15”; what is no date belongs into the text"
        return Wrong(f"{shown(written)} is neither a month nor a date", remedy)
    return day.year, day.month, day.day


_AMOUNT = re.compile(r"[0-9]{1,12}(\.[0-9]{1,2})?")


def _parse_amount(written: str) -> Decimal | Wrong:
    if _AMOUNT.fullmatch(written):
        return Decimal(written)
    remedy = "write figures only, with a point before the cents: 45000 or 3833.04"
    found = [figure for figure in meant.amounts_meant(written) if _AMOUNT.fullmatch(figure)]
    if len(found) == 2:
        remedy = f"write the two ends apart: “min: {found[0]}” and “max: {found[1]}”"
    elif found:
        remedy = f"write {found[0]}"
    return Wrong(f"{shown(written)} is not an amount", remedy)


def whole(least: int, most: int, example: str = "1") -> Written[int]:
    """A whole number within bounds."""

    def parse(written: str) -> int | Wrong:
        remedy = f"write a whole number from {least} to {most}"
        if re.fullmatch(r"[0-9]{10,}", written):
            return Wrong(f"{shown(written)} is out of bounds", remedy)
        if not re.fullmatch(r"[0-9]{1,9}", written):
            better = meant.number_meant(written)
            return Wrong(f"{shown(written)} is not a whole number", f"write {better}" if better else remedy)
        number = int(written)
        return number if least <= number <= most else Wrong(f"{number} is out of bounds", remedy)

    schema = {"type": ["integer", "string"], "minimum": least, "maximum": most, "pattern": r"^\s*[0-9]{1,9}\s*$"}
    return Written("a whole number", example, "number-unreadable", parse, schema)


def _parse_hours(written: str) -> int | Wrong:
    remedy = "write 38, 37.5 or “37:40”"
    if match := re.fullmatch(r"([0-9]{1,3}):([0-5][0-9])", written):
        minutes = int(match[1]) * 60 + int(match[2])
    elif re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,2})?", written):
        minutes = round(Decimal(written) * 60)
    else:
        hours = meant.hours_meant(written)
        return Wrong(f"{shown(written)} is not a number of hours", f"write {hours}" if hours else remedy)
    return minutes if 0 < minutes <= 168 * 60 else Wrong(f"a week has no {written} hours to work", remedy)


def _parse_flag(written: str) -> bool | Wrong:
    if written in ("true", "false"):
        return written == "true"
    flag = meant.value_meant("flags", written)
    return Wrong(f"{shown(written)} is neither true nor false", f"write {flag}" if flag else "write true or false")


_HOST = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_](?:[\w-]{0,61}[^\W_])?|localhost")


def _parse_url(written: str) -> str | Wrong:
    remedy = "write a whole address, for example https://example.org/jobs"
    if _HOST.fullmatch(re.split("[/?#:]", written)[0]) and not re.search(r"[\s@]", written):
        return Wrong(f"{shown(written)} lacks its beginning", f"write https://{written}")
    if _EMAIL.fullmatch(written.removeprefix("mailto:")):
        return Wrong(f"{shown(written)} is an e-mail address", "write it under “email” instead")
    if re.search(r"[\s<>\"\\^`{}|]", written):
        return Wrong(f"{shown(written)} holds a character that an address cannot have", remedy)
    try:
        parts = urlsplit(written)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return Wrong(f"{shown(written)} is not a web address", remedy)
    if parts.scheme.lower() not in ("http", "https") or not written.lower().startswith(("http://", "https://")):
        return Wrong(f"{shown(written)} is not a web address", remedy)
    if parts.username is not None or parts.password is not None:
        return Wrong("the address holds a user name or password", "leave out what stands before the @")
    if not _HOST.fullmatch(host):
        return Wrong(f"{shown(host)} is not the name of a server", remedy)
    return written


def base_of(url: str) -> str:
    """An address with a slash at its end, its scheme and host without capitals (RFC 3986, section 6.2.2.1)."""
    parts = urlsplit(url if url.endswith("/") else f"{url}/")
    return urlunsplit(parts._replace(netloc=parts.netloc.lower()))


_EMAIL = re.compile(r"[^\s@<>()\[\],;:\\\"&?#%/]+@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_][\w-]*")


def _parse_email(written: str) -> str | Wrong:
    if _EMAIL.fullmatch(written) and len(written) <= 254:
        return written
    plain = re.sub(r"\s*[(\[]?\b(?:at|arobase)\b[)\]]?\s*", "@", written.removeprefix("mailto:"))
    found = _EMAIL.search(re.sub(r"\s*[(\[]?\b(?:dot|point)\b[)\]]?\s*", ".", plain))
    remedy = f"write {found[0]}" if found else "write for example jobs@example.org"
    if re.match("https?://", written):
        remedy = "write it under “url” instead"
    return Wrong(f"{shown(written)} is not an e-mail address", remedy)


_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
RESERVED_IDS = frozenset(
    ["index", "404", "admin", "page", "feed", "con", "prn", "aux", "nul"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in range(10)]
)
LONGEST_ID = 80


def parse_id(written: str) -> str | Wrong:
    """An id: lower-case ASCII letters, digits and single hyphens, at most 80 characters, none of the reserved names."""
    if len(written) > LONGEST_ID:
        return Wrong(f"the id has {len(written)} characters, more than {LONGEST_ID}", "shorten it", "id-too-long")
    if not _ID.fullmatch(written):
        better = id_meant(written)
        hint = f", for example “{better}”" if better else ""
        return Wrong(f"{shown(written)} cannot be an id", f"use a–z, 0–9 and single hyphens{hint}", "id-invalid")
    if written in RESERVED_IDS:
        return Wrong(f"“{written}” is a reserved name", f"use another, for example “{written}-1”", "id-reserved")
    return written


def id_meant(written: str) -> str:
    """The nearest id to a text that is none: without capitals, accents and signs; "" where nothing is left."""
    folded = unicodedata.normalize("NFKD", written).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", folded).strip("-")[:LONGEST_ID].strip("-")


_SLUG = re.compile(r"[^\W_]+(-[^\W_]+)*")


def _parse_slug(written: str) -> str | Wrong:
    slug = unicodedata.normalize("NFC", written)
    if not _SLUG.fullmatch(slug) or slug != slug.lower() or len(slug.encode()) > 200:
        better = re.sub(r"[\W_]+", "-", slug.lower()).strip("-")[:80].strip("-") or "data-engineer"
        return Wrong(
            f"{shown(written)} cannot be part of an address",
            f"use lower-case letters, digits and single hyphens, for example “{better}”",
        )
    return slug if slug not in RESERVED_IDS else Wrong(f"“{slug}” is a reserved name", f"use “{slug}-1”")


_ALIAS_PATH = re.compile(r"/(?:[\w~-][\w.~-]*/)*(?:[\w~-][\w.~-]*)?")


def parse_alias(written: str) -> str | Wrong:
    """An old slug, or the path of an old address from its first slash."""
    if not written.startswith("/"):
        slug = _parse_slug(written)
        path = re.sub(r"^https?://[^/]*", "", written)
        if isinstance(slug, Wrong) and "/" in path:
            return Wrong(
                f"{shown(written)} cannot be an old address",
                f"write the path from its first slash: /{path.lstrip('/')}",
            )
        return slug
    path = unicodedata.normalize("NFC", written)
    if path == "/" or not _ALIAS_PATH.fullmatch(path) or len(path.encode()) > 400:
        return Wrong(f"{shown(written)} cannot be an old address", "write an old slug, or a path such as /jobs/old/")
    return path


def _parse_zone(written: str) -> str | Wrong:
    if written == "AoE":
        return written
    try:
        # ZoneInfo opens a file of that name: it raises ValueError for paths that climb, OSError for folders.
        ZoneInfo(written)
    except (KeyError, ValueError, OSError):
        return Wrong(f"{shown(written)} is not a time zone", _zone_remedy(written))
    if _MACHINE_ZONE.match(written):
        return Wrong(f"{shown(written)} is not a zone on every system", "write for example Europe/Brussels or UTC")
    return written


_MACHINE_ZONE = re.compile("posix|right|local|Factory")


def _zone_remedy(written: str) -> str:
    name = meant.folded(written).replace(" ", "_")
    # The signs of Etc/GMT+1 are the other way round: nobody means those.
    every = sorted(zone for zone in available_timezones() if not zone.startswith(("Etc/", "GMT")))
    zones = {zone.lower(): zone for zone in every}
    towns = {zone.lower().rpartition("/")[2]: zone for zone in reversed(every)}
    near = zones.get(name) or towns.get(name)
    if not near and len(name) < 40:
        near = next((zones[zone] for zone in difflib.get_close_matches(name, zones, 1, 0.8)), None)
    return f"did you mean {near}?" if near else "write for example Europe/Brussels, UTC, or AoE"


def _parse_country(written: str) -> str | Wrong:
    if written in COUNTRIES:
        return written
    if written.upper() in COUNTRIES:
        return Wrong(f"“{written}” is not written as a country code", f"write {written.upper()}")
    code = meant.COUNTRIES.get(meant.folded(written))
    remedy = f"write {code}" if code else "write two capital letters (ISO 3166-1), for example BE"
    return Wrong(f"{shown(written)} is not a country code", remedy)


def _parse_currency(written: str) -> str | Wrong:
    if written in CURRENCIES:
        return written
    code = meant.CURRENCIES.get(written.lower()) or (written.upper() if written.upper() in CURRENCIES else "")
    remedy = f"write {code}" if code else "write three capital letters (ISO 4217), for example EUR"
    return Wrong(f"{shown(written)} is not a currency code", remedy)


_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")


def _parse_tag(written: str) -> str | Wrong:
    if _TAG.fullmatch(written):
        return written
    parts = written.replace("_", "-").split("-")
    better = "-".join([parts[0].lower(), *(p.title() if len(p) == 4 else p.upper() for p in parts[1:])])
    better = meant.LANGUAGES.get(meant.folded(written), better)
    remedy = f"write {better}" if _TAG.fullmatch(better) else "write for example en, pt-BR or zh-Hant"
    return Wrong(f"{shown(written)} is not a language tag (BCP 47)", remedy)


_FILE = re.compile(r"[^\W_][\w. -]{0,119}")


def _parse_file_name(written: str) -> str | Wrong:
    if _FILE.fullmatch(written) and not written.endswith((".", " ")):
        return written
    name = re.split(r"[/\\]", written)[-1]
    remedy = f"put the file beside this and write {name}" if _FILE.fullmatch(name) else "write for example notice.pdf"
    return Wrong(f"{shown(written)} is not the name of a file beside this one", remedy)


_PICTURE = re.compile(r"(?:[\w-][\w.-]*/)*[\w-][\w.-]*\.(?:svg|png|jpe?g|webp|gif)", re.IGNORECASE)


def _parse_picture(written: str) -> str | Wrong:
    if _PICTURE.fullmatch(written) and not written.startswith("static/"):
        return written
    remedy = "write its path within static/, for example logos/acme.svg"
    if "://" in written:
        remedy = f"put the picture into static/ and {remedy}"
    elif _PICTURE.fullmatch(better := written.lstrip("./").removeprefix("static/")):
        remedy = f"write {better}"
    return Wrong(f"{shown(written)} is not a picture in static/", remedy)


DATE = Written("a date", "2027-01-31", "date-unreadable", parse_date, {"type": "string", "pattern": _DATE_PATTERN})
DEADLINE = Written(
    "a date, a date with a time, or “open”",
    "2027-01-31",
    "date-unreadable",
    _parse_deadline,
    {"type": "string", "pattern": r"^\s*(open|[0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9]{1,2}:[0-9]{2}(:00)?)?)\s*$"},
)
START = Written(
    "a month or a date",
    "2027-03",
    "date-unreadable",
    _parse_start,
    {"type": "string", "pattern": r"^\s*[0-9]{4}-[0-9]{2}(-[0-9]{2})?\s*$"},
)
AMOUNT = Written(
    "an amount",
    "3000",
    "amount-unreadable",
    _parse_amount,
    {"type": ["number", "string"], "minimum": 0, "pattern": r"^\s*[0-9]{1,12}(\.[0-9]{1,2})?\s*$"},
)
HOURS = Written(
    "a number of hours",
    "38",
    "hours-unreadable",
    _parse_hours,
    {"type": ["number", "string"], "pattern": r"^\s*[0-9]{1,3}(\.[0-9]{1,2}|:[0-5][0-9])?\s*$"},
)
FLAG = Written("true or false", "true", "flag-unreadable", _parse_flag, {"enum": [True, False, "true", "false"]})
URL = Written(
    "a web address",
    "https://example.org/jobs",
    "url-unreadable",
    _parse_url,
    {"type": "string", "pattern": "^\\s*[Hh][Tt][Tt][Pp][Ss]?://"},
)
EMAIL = Written(
    "an e-mail address",
    "jobs@example.org",
    "email-unreadable",
    _parse_email,
    {"type": "string", "pattern": "@"},
    lambda written: found[0] if (found := _EMAIL.search(written)) else "",
)
ID = Written(
    "an id", "acme", "id-invalid", parse_id, {"type": ["string", "integer"], "pattern": rf"^\s*{_ID.pattern}\s*$"}
)
SLUG = Written("part of an address", "data-engineer", "slug-invalid", _parse_slug, {"type": ["string", "integer"]})
ALIAS = Written("an old slug or path", "old-name", "alias-invalid", parse_alias, {"type": ["string", "integer"]})
ZONE = Written("a time zone", "Europe/Brussels", "timezone-unknown", _parse_zone, {"type": "string"})
COUNTRY = Written(
    "a country code", "BE", "country-unknown", _parse_country, {"type": "string", "pattern": r"^\s*[A-Z]{2}\s*$"}
)
CURRENCY = Written(
    "a currency code", "EUR", "currency-unknown", _parse_currency, {"type": "string", "pattern": r"^\s*[A-Z]{3}\s*$"}
)
TAG = Written(
    "a language tag",
    "en",
    "language-unreadable",
    _parse_tag,
    {"type": "string", "pattern": rf"^\s*{_TAG.pattern}\s*$"},
    lambda written: meant.LANGUAGES.get(meant.folded(written), ""),
)
FILE_NAME = Written("a file name", "notice.pdf", "file-name-invalid", _parse_file_name, {"type": "string"})
PICTURE = Written("a picture", "logos/acme.svg", "picture-unreadable", _parse_picture, {"type": "string"})
PHONE = text(40)
