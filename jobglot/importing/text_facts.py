"""Facts that stand in the running text of a notice, sentence by sentence; only where a sentence leaves no doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from jobglot.importing.dates import find_dates, read_month
from jobglot.importing.draft import Value
from jobglot.importing.lines import Line
from jobglot.importing.money import read_salary
from jobglot.importing.words import contract_kind, employment_types, months_in
from jobglot.tokens import fold
from jobglot.wordlists import pattern, words

# German puts a full stop after the day: “bis zum 3. März”.
_SENTENCE = re.compile(r"(?<=[.;!?])(?<!\b\d\.)(?<!\b\d\d\.)(?<!\bmin\.)(?<!\bmax\.)\s+")

_EXCEPTION = re.compile(r"\((?!\d*\))[^)]{0,500}\)")
"""What stands in brackets and is not just a figure: “(if not seconded)”. Bounded: some are never closed."""
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_URL = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]«»“”\"]+")
_NEAR = r"[^,;:.]{0,40}"


@cache
def _at_the_latest() -> re.Pattern[str]:
    """Behind a day: “pour le 31 mars au plus tard”."""
    return re.compile(rf"[^.;:]{{0,20}}?\b{words('at_the_latest')}")


@cache
def _not_renewed() -> re.Pattern[str]:
    return re.compile(words("not_renewed").replace("{gap}", _NEAR))


@cache
def _hours() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\d.,])(?P<hours>\d{{2}})(?:[.,](?P<part>\d{{1,2}}))?\s*-?\s*(?:h\b|{words('hours')})"
        rf"(?:\s*{words('and_')}?\s*(?P<minutes>\d{{1,2}})\s*(?:min\b|minut(?:es?|en|os)))?"
        rf"[^.;:,]{{0,12}}{words('weekly')}"
    )


@cache
def _leave() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\d)(?P<days>\d{{1,2}}) {words('days')}\b[^.;:\d]{{0,20}}?{words('leave')}"
        rf"|(?<!\d)(?P<in_one>\d{{1,2}}) {words('leave_days')}"
    )


@cache
def _audience_of() -> re.Pattern[str]:
    return re.compile(rf"^{words('audience')}\s+(?P<who>[^:]{{3,90}}?)\s*:", re.IGNORECASE)


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
        folded = fold(sentence)
        is_named = pattern("deadline").search(folded)
        if not is_named and not pattern("applying").search(folded):
            continue
        for dated in find_dates(sentence, day_first):
            before = fold(sentence[: dated.start])[-70:]
            is_last = _at_the_latest().match(fold(sentence[dated.end :])[:40])
            if dated.written and (is_last or pattern("until").search(before) or pattern("deadline").search(before)):
                found.append(dated.written)
    return list(dict.fromkeys(found))


def is_open(lines: Sequence[Line]) -> bool:
    """Whether a text says that one may apply until somebody is found."""
    return any(pattern("until_filled").search(fold(sentence)) for sentence in sentences(lines))


def ways(lines: Sequence[Line]) -> list[Way]:
    """The ways to apply that a text names."""
    found: list[Way] = []
    for at, line in enumerate(lines):
        for sentence in _SENTENCE.split(line.text):
            folded = fold(sentence)
            if not pattern("applying").search(folded) or pattern("asking").search(folded):
                continue
            audience = _audience(line) if line.is_item else ""
            found += [Way(email=address, audience=audience) for address in emails(sentence)]
            found += [Way(url=url, audience=audience) for url in urls(_EMAIL.sub("", sentence))]
        if (
            line.text.endswith(":")
            and pattern("by_post").search(fold(line.text))
            and (post := _address(lines[at + 1 : at + 9]))
        ):
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
    found = {
        address
        for sentence in sentences(lines)
        if pattern("asking").search(fold(sentence))
        for address in emails(sentence)
    }
    return found.pop() if len(found) == 1 else ""


def _audience(line: Line) -> str:
    match = _audience_of().match(line.text)
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
        if pattern("contract").search(part) and not _is_of_another_length(part):
            kind, months = contract_kind(part), months_in(part)
            if (kind or months) and "kind" not in found:
                found["kind"] = kind or "fixed_term"
                months = months or (months_in(whole) if kind == "fixed_term" else [])
                if months:
                    found["months"] = months[0]
                around = " ".join(parts[at : at + 2])
                if _not_renewed().search(around):
                    found["renewable"] = False
                elif pattern("renewal").search(around):
                    found["renewable"] = True
        if (match := pattern("probation").search(part)) and (months := _around(part, match)):
            found.setdefault("probation_months", months[0])
    return found


def _is_of_another_length(part: str) -> bool:
    return any(pattern(name).search(part) for name in ("experience", "other_lengths"))


def _around(part: str, match: re.Match[str]) -> list[int]:
    """The months right behind some words of a sentence, or right before them: others are of the contract."""
    behind, before = part[match.end() : match.end() + 30], re.split("[,(]", part[: match.start()])[-1]
    return months_in(behind) or months_in(" ".join(before.split()[-4:]))


def experience_months(lines: Sequence[Line]) -> int | None:
    """Months of experience, where one sentence names one length of time as the least."""
    for sentence in sentences(lines):
        folded = fold(sentence)
        if pattern("experience").search(folded) and pattern("at_least").search(folded):
            months = months_in(sentence)
            if len(set(months)) == 1:
                return months[0]
    return None


def hours_per_week(lines: Sequence[Line]) -> str:
    """Hours of work in a week as front matter writes them; "" when the text does not tell."""
    for sentence in sentences(lines):
        if match := _hours().search(fold(sentence)):
            if match["minutes"]:
                return f"{match['hours']}:{int(match['minutes']):02}"
            return f"{match['hours']}.{match['part']}" if match["part"] else match["hours"]
    return ""


def leave_days(lines: Sequence[Line]) -> int | None:
    """Days of paid leave in a year."""
    for sentence in sentences(lines):
        if match := _leave().search(fold(sentence)):
            return int(match["days"] or match["in_one"])
    return None


def salary(lines: Sequence[Line], language: str) -> dict[str, Value] | None:
    """The pay, from the first sentence that speaks of pay and is not about deductions or budgets."""
    for sentence in sentences(lines):
        folded = fold(sentence)
        if (
            pattern("pay").search(folded)
            and not pattern("not_pay").search(folded)
            and (found := read_salary(sentence, language))
        ):
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
        if len(line.text) <= 140 and pattern("starting").search(fold(line.text)) and (month := read_month(line.text)):
            return month
    return ""


def is_condition(text: str) -> bool:
    """Whether a line set in capitals is a condition to see first, such as a budget not approved yet."""
    return text.isupper() and len(text) <= 120 and pattern("condition").search(fold(text)) is not None
