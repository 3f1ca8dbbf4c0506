"""What notices call the facts of a job, and the sections of their text, in the languages that know of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from jobglot.language import KNOWN, language
from jobglot.tokens import fold
from jobglot.wordlists import rows

MARKS_A_JOB = frozenset(["tasks", "profile", "conditions", "process", "criteria", "mission"])
"""Sections that only the notice of a job has."""


_ORDER = sorted(KNOWN, key=lambda subtag: (subtag != "en", subtag))


class Meaning(NamedTuple):
    """What a label stands for, and the languages it may be in."""

    key: str
    languages: tuple[str, ...]


def _read(tables: Mapping[str, str]) -> tuple[dict[str, Meaning], dict[str, dict[str, str]]]:
    """What each label stands for, and what a key is called in a language, from tables by language."""
    labels: dict[str, Meaning] = {}
    names: dict[str, dict[str, str]] = {}
    for subtag, table in tables.items():
        for row in rows(table):
            key, _, words = row.partition(": ")
            names.setdefault(key, {})[subtag] = words.partition("|")[0]
            for word in words.split("|"):
                known = labels.get(plain(word))
                # A label of two keys belongs to the first; of two languages, to both.
                if known is None or known.key == key:
                    before = known.languages if known else ()
                    labels[plain(word)] = Meaning(key, (*before, subtag) if subtag not in before else before)
    return labels, names


def plain(label: str) -> str:
    """A label as it is compared: folded, without colon, straight apostrophes."""
    return " ".join(fold(label.replace("’", "'")).strip(" :*.").split())


LABELS, _ = _read({subtag: language(subtag).labels for subtag in _ORDER})
SECTIONS, SECTION_NAMES = _read({subtag: language(subtag).sections for subtag in _ORDER})
LONGEST = max(map(len, LABELS))


class Labelled(NamedTuple):
    """A label at the beginning of a line, and what follows it there."""

    key: str
    languages: tuple[str, ...]
    value: str
    has_colon: bool


_COLON = re.compile(r"^([^:]{2,60}?)\s*[:：]\s*(.*)$")


def label_of(line: str) -> Labelled | None:
    """The label a line begins with, if it is one of ours: `Label: value`, or the label alone."""
    bare = line.replace("**", "").strip()
    if (match := _COLON.match(bare)) and (known := LABELS.get(plain(match[1])) or _in_both(match[1])):
        return Labelled(known.key, known.languages, match[2].strip(), True)
    if len(bare) <= LONGEST + 2 and (known := LABELS.get(plain(bare))):
        return Labelled(known.key, known.languages, "", False)
    return None


def _in_both(text: str) -> Meaning | None:
    """One label in two languages: “Closing date / Date limite”."""
    each = [LABELS.get(plain(piece)) for piece in re.split(r"\s*/\s*", text)]
    found = [known for known in each if known is not None]
    if len(each) != 2 or len(found) != 2 or found[0].key != found[1].key:
        return None
    return Meaning(found[0].key, tuple(dict.fromkeys((*found[0].languages, *found[1].languages))))


def bare_label_of(line: str) -> Labelled | None:
    """The longest label a line begins with where nothing but a space sets it off from its value."""
    words = line.split(" ")
    for count in range(min(len(words) - 1, 7), 0, -1):
        known = LABELS.get(plain(" ".join(words[:count])))
        if known and words[0][:1].isupper():
            return Labelled(known.key, known.languages, " ".join(words[count:]).strip(), False)
    return None


def section_of(line: str) -> str:
    """The section that a line is the heading of; "" for none."""
    known = SECTIONS.get(plain(line)) if len(line) <= 80 else None
    return known.key if known else ""


def section_name(key: str, language: str) -> str:
    """What a section is called in a language; "" where we do not know."""
    return SECTION_NAMES.get(key, {}).get(language, "")


def languages_of_section(line: str) -> tuple[str, ...]:
    """The languages that a section's heading may be in."""
    known = SECTIONS.get(plain(line))
    return known.languages if known else ()
