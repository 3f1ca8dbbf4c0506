"""Single values of a row, as people and programs write them: flags, dates, pay, texts with tags in them."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from jobglot.importing.dates import is_day_first
from jobglot.importing.deadline import closing
from jobglot.importing.draft import Gathering, Value, shortened
from jobglot.importing.money import find_currency, find_period, read_amount, written
from jobglot.importing.places import country_of
from jobglot.importing.text_facts import emails
from jobglot.kinds import FLAG
from jobglot.meant import LANGUAGES, value_meant
from jobglot.schema import POSTING_FACTS
from jobglot.tokens import fold

FLAGS = frozenset(field.key for field in POSTING_FACTS if field.shape is FLAG)
"""Keys that are true or false."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One value. `tag` is the language it is in, where that is known; `spoken` those that its `name` may be in."""

    key: str
    text: str
    tag: str = ""
    spoken: tuple[str, ...] = ()
    name: str = ""


def joined(cells: Sequence[Cell]) -> list[Cell]:
    """The cells, with several places or categories as one list, bare figures of pay with currency and period."""
    parts = {cell.key: cell.text for cell in cells if cell.key in ("salary.currency", "salary.per")}
    found: list[Cell] = []
    for cell in cells:
        same = [other for other in cells if (other.key, other.tag) == (cell.key, cell.tag)]
        if cell.key in ("locations", "categories") and len(same) > 1:
            if cell is same[0]:
                found.append(replace(cell, text="; ".join(dict.fromkeys(other.text for other in same))))
        elif cell.key == "languages" and read_list(cell.key, cell.text) is None:
            found.append(replace(cell, key="section.languages"))  # sentences on them
        elif cell.key == "salary" and parts and not find_period(cell.text):
            found.append(replace(cell, text=" ".join((cell.text, *parts.values())).replace("_", " ")))
        else:
            found.append(cell)
    return found


def plain_text(text: str) -> str:
    """A short text without the tags and entities that web sites leave in it."""
    bare = re.sub(r"</?[a-zA-Z][^<>]*>", "", text)
    return " ".join((html.unescape(bare) if re.search(r"&(?:\w+|#\d+);", bare) else bare).split())


_DRAFTS = frozenset("draft pending private unpublished hidden brouillon concept entwurf borrador".split())
_OPEN = frozenset(
    "open active live publish published online public future scheduled ouvert actif offen aktiv abierta".split()
)
_CLOSED = frozenset(
    "closed expired filled inactive archived cancelled canceled withdrawn ended ferme expire pourvu archive gesloten "
    "geschlossen abgelaufen besetzt cerrada trash deleted".split()
)


def take_status(said: str, what: str, gathering: Gathering, today: date) -> None:
    """What is a draft elsewhere stays one; what is closed there must not open here, and its day is asked about."""
    word = fold(said)
    deadline = str(gathering.facts.get("deadline", ""))[:10]
    if word in _DRAFTS:
        gathering.maybe("draft", value=True)
    elif word in _CLOSED:
        if not (deadline and deadline < today.isoformat()) and "filled" not in gathering.facts:
            remedy = "add “filled: …” or “withdrawn: …”, or correct “deadline”"
            gathering.ask(f"the {what} says that it is “{said}”, but no day: {remedy}")
    elif word and word not in _OPEN:
        gathering.note(f"the status “{shortened(said)}” means nothing here, and was left out")


def take_flag(key: str, text: str, gathering: Gathering) -> None:
    """Set a fact that is true; what is neither true nor false is asked about."""
    said = value_meant("flags", text) or ("true" if fold(text) in ("x", "✓", "✔") else "")
    if said == "true":
        gathering.fact(key, value=True)
    elif not said:
        gathering.ask(f"“{key}” could not be read from “{shortened(text)}”; write true, or leave it out")


_SHORT_YEAR = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2([0-6]\d)(?![\d./-])")
_MIDNIGHT = re.compile(
    r"(?<=\d{4})[ ,T]+(?:0?0[:h]00(?::00)?|12:00(?::00)? ?a\.?m\.?|23[:h]59(?::\d\d)?)$", re.IGNORECASE
)


def tidy_date(text: str, timezone: str) -> str:
    """A date as programs of tables write it, such that people's readers know it: years of two figures, midnights."""
    if re.match(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}", text):
        return closing(re.sub(r" (?=[+-]\d\d:?\d\d$)", "", text), timezone)
    return _MIDNIGHT.sub("", _SHORT_YEAR.sub(r"\1\2\3\g<2>20\4", text))


def order_of_dates(texts: Sequence[str]) -> str:
    """A text that tells how all dates in figures of a table are written: one of them that leaves no doubt."""
    whole = _SHORT_YEAR.sub(r"\1\2\3\g<2>20\4", "\n".join(texts))
    return {True: "31/12/2000", False: "12/31/2000", None: "-"}[is_day_first("", whole)]


def take_pay(cells: Sequence[Cell], first: str, gathering: Gathering) -> None:
    """Pay from columns of its own: figures as people write them, the currency's sign, the period in words."""
    said = {cell.key.partition(".")[2]: plain_text(cell.text) for cell in cells if cell.key.startswith("salary.")}
    amounts = {key: _amount(said[key], first) for key in ("amount", "min", "max") if key in said}
    told = " ".join(said[key] for key in ("amount", "min", "max", "currency", "per") if key in said)
    if not any(amounts.values()):
        if any(re.search(r"[1-9]", said[key]) for key in amounts):
            gathering.ask(f"“salary” could not be read from “{shortened(told)}”; give amount, currency and per")
        return
    if amounts.get("min") and amounts.get("min") == amounts.get("max"):
        amounts = {"amount": amounts["min"]}
    currency = find_currency(said.get("currency", "").upper()) or find_currency(told)
    figures: dict[str, Value] = {key: written(amount) for key, amount in amounts.items() if amount}
    period = find_period(said.get("per", "")) or find_period(told)
    if currency and period:
        gathering.fact("salary", {**figures, "currency": currency, "per": period})
    else:
        gathering.ask(f"“salary” could not be read from “{shortened(told)}”; give amount, currency and per")


def _amount(text: str, language: str) -> Decimal | None:
    figures = re.findall(r"\d(?:[\d.,'’ \u00a0\u202f]*\d)?\s?[kK]?\b", text)
    if len(figures) != 1:
        return None
    bare = re.sub(r"(?<=\d)[.,]0+$", "", figures[0])  # 3000.000 of a database
    found = read_amount(bare, language) or read_amount(bare, "en" if language != "en" else "fr")
    return found if found and found > 0 else None


# ── values of several parts ───────────────────────────────────────────────────────────────────────────────────────────

LISTS = ("languages", "documents", "applicant_countries", "criteria", "attachments")
"""Keys whose values are lists that a cell can only name."""
_PHONE = re.compile(r"\+\d[\d ()./-]{6,20}\d")


def take_list(key: str, text: str, gathering: Gathering) -> None:
    """Set a fact that is a list; what cannot be read is asked about."""
    found = read_list(key, text)
    if found is not None:
        gathering.fact(key, found)
    else:
        gathering.ask(f"“{key}” could not be read from “{shortened(text)}”; see docs/content.md for how it is written")


def read_list(key: str, text: str) -> list[Value] | None:
    """The list that a text names; None unless all of it can be read."""
    items = [item.strip() for item in re.split(r"\s*[;|\n]\s*", text) if item.strip()]
    parts = [
        part.strip() for item in items for part in re.split(r",|\s/\s|\s(?:and|et|y|en|und)\s", item) if part.strip()
    ]
    found: list[Value] = []
    if key == "documents":
        found = [plain_text(item.lstrip("-•* ")) for item in items]
    elif key == "applicant_countries":
        found = [country for part in parts if (country := country_of(part))]
    elif key == "languages":
        found = [asked for part in parts if (asked := _language(part))]
    return found if len(found) == (len(items) if key == "documents" else len(parts)) else None


def _language(text: str) -> dict[str, Value]:
    """A language that a job asks for, with its level by CEFR: “French (C1)”."""
    level = re.search(r"\b([ABC][12])\b", text)
    word = re.sub(r"\b[ABC][12]\b|[()\[\]:–-]", " ", text).strip()
    tag = LANGUAGES.get(fold(word), "") or (word.lower() if re.fullmatch(r"[A-Za-z]{2}", word) else "")
    if not tag:
        return {}
    return {"language": tag, "level": level[1]} if level else {"language": tag}


def read_contact(text: str) -> dict[str, Value]:
    """Whom to ask: the name beside an address and a telephone number."""
    found: dict[str, Value] = {}
    phone = _PHONE.search(text)
    rest = _PHONE.sub("", re.sub(r"[<(]?[\w.+-]+@[\w.-]+\w[>)]?", "", text))
    if name := plain_text(rest).strip(" ,;:/–-"):
        found["name"] = shortened(name, 200)
    if addresses := emails(text):
        found["email"] = addresses[0]
    if phone:
        found["phone"] = phone[0]
    return found
