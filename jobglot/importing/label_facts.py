"""What labels tell, as facts: each value read by its key; what cannot be read is asked about."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from jobglot.importing.dates import find_dates, is_day_first, read_date, read_month
from jobglot.importing.draft import Gathering, Value, shortened, told
from jobglot.importing.faceplate import Hit
from jobglot.importing.known import Known, terms_in
from jobglot.importing.money import read_salary
from jobglot.importing.places import read_places
from jobglot.importing.text_facts import urls
from jobglot.importing.ways import host_of
from jobglot.importing.words import contract_kind, employment_types, is_open_ended, months_in, remote_of
from jobglot.meant import value_meant

LOCALIZED = ("department", "clearance", "education", "eligibility")
"""Facts that are words: kept per language."""

NAME_A_PLACE = "name a place of places.yaml, or write {city: …, country: …}"
_NOTHING = frozenset(["-", "–", "—", "n/a", "na", "none", "tbd", "tbc", "/"])


class Labels:
    """Gathers what the labels of a notice say. `words` are texts by key and language."""

    def __init__(self, known: Known, gathering: Gathering, notice: str) -> None:
        self.known = known
        self.facts = gathering
        self.notice = notice
        self.words: dict[str, dict[str, str]] = {}
        self.deadlines: list[tuple[str, str]] = []
        """Each with the value as written."""
        self.organizations: dict[str, str] = {}
        self.contract: dict[str, Value] = {}
        self.spoken_first = ""
        """The language that the places were first read in."""
        self._readers: Mapping[str, Callable[[str, str, str], None]] = {
            "deadline": self._deadline,
            "posted": self._posted,
            "updated": self._updated,
            "opens": self._opens,
            "starts": self._starts,
            "title": self._title,
            "organization": self._organization,
            "locations": self._locations,
            "categories": self._categories,
            "industry": self._industry,
            "employment_type": self._employment_type,
            "contract": self._contract,
            "duration": self._duration,
            "salary": self._salary,
            "grade": self._grade,
            "reference": self._reference,
            "positions": self._positions,
            "remote": self._remote,
            "experience": self._experience,
            "source": self._source,
        }
        """By key: each takes a value, the language of its label, and that of the text."""

    def reads(self, key: str) -> bool:
        """Whether values of a key are read here."""
        return key in self._readers or key in LOCALIZED

    def read(self, hit: Hit, language: str) -> None:
        """Take one label's value; `language` is that of the text it stands above."""
        value = hit.value.strip()
        if value.lower() in _NOTHING:
            return
        spoken = hit.languages[0] if len(hit.languages) == 1 else language
        if hit.key in self._readers:
            self._readers[hit.key](value, spoken, language)
        elif hit.key in LOCALIZED:
            self._said(hit.key, value, spoken, language)

    def _said(self, key: str, value: str, spoken: str, language: str) -> None:
        """Words are in the language of their label, unless the board has no such language."""
        tag = spoken if spoken in self.known.languages else language
        self.words.setdefault(key, {}).setdefault(tag, value)

    def _unread(self, key: str, value: str, remedy: str) -> None:
        if key in ("categories", "locations", "industry"):
            self.facts.lacks(key, value)
        self.facts.ask(f"“{key}” could not be read from “{shortened(value)}”; {remedy}")

    def _date(self, key: str, value: str, spoken: str) -> str:
        order = is_day_first(spoken, self.notice)
        found = read_date(value, order)
        if not found:
            is_either = order is None and any(dated.day is None for dated in find_dates(value, order))
            why = "day and month could be either" if is_either else "it is no date we know"
            self._unread(key, value, f"{why}: write YYYY-MM-DD")
        return found

    def _deadline(self, value: str, spoken: str, _language: str) -> None:
        found = "open" if is_open_ended(value) else self._date("deadline", value, spoken)
        if found:
            self.deadlines.append((found, value))

    def _posted(self, value: str, spoken: str, _language: str) -> None:
        self.facts.fact("posted", self._date("posted", value, spoken)[:10])

    def _updated(self, value: str, spoken: str, _language: str) -> None:
        self.facts.fact("updated", self._date("updated", value, spoken)[:10])

    def _opens(self, value: str, spoken: str, _language: str) -> None:
        self.facts.fact("opens", self._date("opens", value, spoken)[:10])

    def _starts(self, value: str, spoken: str, _language: str) -> None:
        found = read_date(value, is_day_first(spoken, self.notice))[:10] or read_month(value)
        if found:
            self.facts.fact("starts", found)
        else:
            self.facts.note(f"the beginning “{shortened(value)}” is no month or date, and was left out")

    def _title(self, value: str, _spoken: str, language: str) -> None:
        self.words.setdefault("title", {}).setdefault(language, value)

    def _organization(self, value: str, _spoken: str, language: str) -> None:
        self.organizations.setdefault(language, value)

    def is_away(self, text: str) -> bool:
        """Whether a place is no place, but says that the work is done from anywhere."""
        return bool(remote_of(text)) and read_places(text, self.known.places) is None

    def _locations(self, value: str, _spoken: str, language: str) -> None:
        for beside in re.finditer(r"\s*\(([^()]+)\)", value):
            if (remote := remote_of(beside[1])) and not read_places(beside[1], self.known.places):  # “Ghent (hybrid)”
                self.facts.fact("remote", remote)
                value = value.replace(beside[0], "")
        pieces = [piece for piece in re.split(r"\s*[;|•]\s*|\s+/\s+|\s+(?:or|ou|o|of|oder)\s+", value) if piece.strip()]
        if len(pieces) > 1 and any(map(self.is_away, pieces)) and not all(map(self.is_away, pieces)):
            value = "; ".join(piece for piece in pieces if not self.is_away(piece))  # “Antwerp / Remote”
            self.facts.fact("remote", "hybrid")
        found = read_places(value, self.known.places)
        if not found and len(pieces) > 1:
            found = self._some_places([piece for piece in pieces if not self.is_away(piece)])
        before = self.facts.facts.get("locations")
        if found and isinstance(before, list) and (both := in_both(before, self.spoken_first, found, language)):
            self.facts.facts["locations"] = both
        elif found:
            self.spoken_first = language
            self.facts.fact("locations", found, "another language")
        elif remote_of(value):
            self.facts.fact("remote", remote_of(value))
        else:
            self._unread("locations", value, NAME_A_PLACE)

    def _some_places(self, pieces: Sequence[str]) -> list[Value] | None:
        """The places of a list that are known, the others being asked about; None where none is."""
        each = [(piece, read_places(piece, self.known.places)) for piece in pieces]
        found = [place for _, places in each for place in places or ()]
        for piece, places in each if found else ():
            if not places:
                self._unread("locations", piece, NAME_A_PLACE)
        return found or None

    def _categories(self, value: str, _spoken: str, _language: str) -> None:
        found, rest = terms_in(value, self.known.categories)
        self.facts.maybe("categories", found)
        if not found:
            self._unread("categories", value, "choose ids of categories.yaml")
        elif rest:
            self.facts.ask(f"“categories” are {told(found)} so far; nothing here answers to “{rest}” of the notice")

    def _industry(self, value: str, _spoken: str, _language: str) -> None:
        found = self.known.industry(value)
        if found:
            self.facts.fact("industry", found)
        else:
            self._unread("industry", value, "choose an id of industries.yaml, or leave it out")

    def _employment_type(self, value: str, _spoken: str, _language: str) -> None:
        # In “Jornada: completa”, half of it is said by the label.
        found = employment_types(value) or employment_types(f"jornada {value}; tempo {value}")
        kind = contract_kind(value)
        if kind == "permanent" or (kind and not found):  # “CDI”, “full time, permanent”
            self.contract.setdefault("kind", kind)
        if found:
            self._employed(found)
        elif not kind and not months_in(value) and not re.search(r"\d", value):
            self._unread("employment_type", value, "write for example [full_time]")

    def _employed(self, kinds: list[str]) -> None:
        before = self.facts.facts.get("employment_type", [])
        held = [str(kind) for kind in before] if isinstance(before, list) else []
        self.facts.facts["employment_type"] = [*held, *(kind for kind in kinds if kind not in held)]

    def _contract(self, value: str, _spoken: str, _language: str) -> None:
        kind = contract_kind(value)
        if kind:
            self.contract.setdefault("kind", kind)
            if kind == "service":
                self._employed(["contractor"])
        elif found := employment_types(value):
            self._employed(found)
        if months := months_in(value):
            self.contract.setdefault("months", months[0])
        if not kind and not months and not employment_types(value):
            self._unread("contract", value, "write for example {kind: fixed_term, months: 12}")

    def _duration(self, value: str, spoken: str, language: str) -> None:
        if months := months_in(value):
            self.contract.setdefault("months", months[0])
        elif contract_kind(value) == "permanent":
            self.contract.setdefault("kind", "permanent")
        else:
            self._said("contract_note", value, spoken, language)

    def _salary(self, value: str, spoken: str, language: str) -> None:
        found = read_salary(value, spoken) or read_salary(value, language)
        if found:
            self.facts.fact("salary", found, "another language")
        elif re.search(r"\d", value):
            self._unread("salary", value, "write for example {amount: 3000, currency: EUR, per: month}")
        else:
            self.facts.note(f"the pay “{shortened(value)}” names no figure, and was left out")

    def _grade(self, value: str, _spoken: str, _language: str) -> None:
        self.facts.maybe("grade", value[:80])

    def _reference(self, value: str, _spoken: str, _language: str) -> None:
        self.facts.fact("reference", value[:80])

    def _positions(self, value: str, _spoken: str, _language: str) -> None:
        match = re.search(r"\d{1,4}", value)
        self.facts.fact("positions", int(match[0]) if match and int(match[0]) else None)

    def _remote(self, value: str, _spoken: str, _language: str) -> None:
        found = remote_of(value) or value_meant("remote", value)
        if found:
            self.facts.fact("remote", found)
        else:
            self._unread("remote", value, "write no, hybrid or full")

    def _experience(self, value: str, _spoken: str, _language: str) -> None:
        if months := months_in(value):
            self.facts.maybe("experience", {"months": months[0]})

    def _source(self, value: str, _spoken: str, _language: str) -> None:
        found = urls(value)
        self.facts.maybe("source", {"name": host_of(found[0]), "url": found[0]} if found else {"name": value[:200]})

    def loose(self, text: str, language: str) -> bool:
        """Take a line among the labels that has none of its own; whether something was made of it."""
        months, kinds = months_in(text), employment_types(text)
        if months and len(text) <= 30:
            self.contract.setdefault("months", months[0])
        elif kinds:
            self._employed(kinds)
        elif place := self.known.organization(text):
            self.organizations.setdefault(language, place)
        else:
            return False
        return True


def in_both(one: Sequence[Value], first: str, other: Sequence[Value], second: str) -> list[Value]:
    """Places told in two languages, as one list with names by language; empty where they are not the same places."""
    if len(one) != len(other) or not all(map(_same_place, one, other)):
        return []
    return [_named_twice(mine, first, theirs, second) for mine, theirs in zip(one, other, strict=True)]


def _same_place(one: Value, other: Value) -> bool:
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and one.get("country") == other.get("country")
    return one == other


def _named_twice(one: Value, first: str, other: Value, second: str) -> Value:
    if not isinstance(one, Mapping) or not isinstance(other, Mapping):
        return one
    found: dict[str, Value] = {}
    for key, name in one.items():
        named = other[key]
        if name == named or first == second or isinstance(name, Mapping) or not isinstance(named, str):
            found[key] = name
        else:
            found[key] = {first: name, second: named}
    return found


def merged_contract(told: Mapping[str, Value], text: Mapping[str, Value], note: Value | None) -> dict[str, Value]:
    """The contract of labels and text together; without a kind it is a fixed term if it ends, else unknown."""
    found: dict[str, Value] = {**text, **told}
    if not found and note is None:
        return {}
    if "kind" not in found:
        found["kind"] = "fixed_term" if "months" in found else "other"
    if note is not None:
        found["note"] = note
    order = ("kind", "months", "renewable", "probation_months", "note")
    return {key: found[key] for key in order if key in found}
