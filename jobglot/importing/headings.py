"""Which lines of a notice are headings: numbered, in capitals, known by name, in Markdown, bold, or short and alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from jobglot.importing.labels import label_of, languages_of_section, section_name, section_of
from jobglot.importing.lines import Line

TOP = 2
"""The title is the first level; a text begins at the second."""


MOST_ASKED = 7
"""A question of more words than that is no heading, such as “Wat bieden we?”."""


class Heading(NamedTuple):
    """A heading as Markdown will have it."""

    level: int
    text: str


_MARKDOWN = re.compile(r"^(#{1,6})\s+(.+?)\s*#*$")
_BOLD = re.compile(r"^(?:\*\*|__)([^*_].*?)(?:\*\*|__)\s*:?$")


def find_headings(lines: Sequence[Line], language: str) -> dict[int, Heading]:
    """The headings of a text by number of line."""
    kinds = {at: kind for at in range(len(lines)) if (kind := _kind(lines, at))}
    if {"markdown", "numbered", "capitals"} & set(kinds.values()):
        # A text with headings of its own make does not mean “Requirements:” as one.
        kinds = {at: kind for at, kind in kinds.items() if kind != "named" or not lines[at].text.endswith(":")}
    acronyms = _acronyms(lines, kinds)
    ranks = _ranks(kinds)
    found: dict[int, Heading] = {}
    marked = [
        len(match[1]) for at, kind in kinds.items() if kind == "markdown" and (match := _MARKDOWN.match(lines[at].text))
    ]
    shallowest = min(marked, default=TOP)
    above, is_below = TOP, False
    for at, kind in kinds.items():
        text = lines[at].whole
        if kind == "markdown" and (match := _MARKDOWN.match(lines[at].text)):
            level, text = TOP + len(match[1]) - shallowest, match[2]
        elif kind == "short":
            level = above + 1 if is_below else TOP
        else:
            level = above = ranks[kind]
        is_below = is_below or kind != "short"
        found[at] = Heading(min(level, 6), _named(_cased(_plain(text), acronyms), language))
    return found


def _kind(lines: Sequence[Line], at: int) -> str:
    """What makes a line a heading; "" when it is none."""
    line = lines[at]
    after = lines[at + 1] if at + 1 < len(lines) else None
    if _MARKDOWN.match(line.text):
        return "markdown"
    if line.bullet or after is None or len(line.text) > 100:
        return ""
    if line.number:
        alone = not after.number and (at == 0 or not lines[at - 1].number)
        is_short = len(line.text) <= 80 and line.text[-1] not in ".;,:"
        return "numbered" if alone and (_is_capitals(line.text) or is_short) else ""
    if _is_capitals(line.text):
        return "capitals"
    if section_of(line.text) and line.text[:1].isupper():
        return "named"
    if _BOLD.match(line.text):
        return "bold"
    is_alone = (line.gap or at == 0) and (after.gap or after.is_item)
    leads = after.is_item or len(after.text) > 1.5 * len(line.text)
    label = label_of(line.text)
    if label is not None and label.value:
        return ""
    if line.gap and line.text[-1] == "?" and leads and len(line.text.split()) <= MOST_ASKED:
        return "short"
    is_title = line.text[:1].isupper() and line.text[-1] not in '.;,:!?…»”")' and len(line.text.split()) <= 9
    return "short" if is_alone and leads and is_title and len(line.text) <= 70 else ""


def _is_capitals(text: str) -> bool:
    letters = re.sub(r"\((?:e|s|e\)\(s)\)", "", re.sub(r"[^\w() ]", "", text))
    words = re.findall(r"[^\W\d_]+", letters)
    return letters.upper() == letters and sum(map(len, words)) >= 4 and text[-1] not in ".;,"


def _ranks(kinds: Mapping[int, str]) -> dict[str, int]:
    """The level of each kind in this text: numbers outrank capitals, and these outrank names and bold."""
    there = [kind for kind in ("numbered", "capitals", "named", "bold") if kind in kinds.values()]
    ranks = {kind: TOP + step for step, kind in enumerate(there)}
    if "named" in ranks and "numbered" not in ranks:
        ranks["named"] = TOP
    return ranks | {"short": TOP + 1}


def _acronyms(lines: Sequence[Line], kinds: Mapping[int, str]) -> frozenset[str]:
    """Words that the text itself sets in capitals, and never otherwise: WCO, but not THE."""
    running = " ".join(line.text for at, line in enumerate(lines) if at not in kinds and not line.text.isupper())
    words = re.findall(r"[^\W_]{2,}", running)
    small = {word.lower() for word in words if not word.isupper()}
    return frozenset(word for word in words if word.isupper() and word.lower() not in small)


def sentence_case(text: str, acronyms: frozenset[str] = frozenset()) -> str:
    """Capitals as a sentence has them: the first letter, and acronyms."""

    def word(match: re.Match[str]) -> str:
        return match[0] if match[0] in acronyms else match[0].lower()

    lowered = re.sub(r"[^\W\d_]+", word, text)
    first = re.search(r"[^\W\d_]", lowered)
    return lowered if first is None else lowered[: first.start()] + first[0].upper() + lowered[first.end() :]


def _cased(text: str, acronyms: frozenset[str]) -> str:
    return sentence_case(text, acronyms) if _is_capitals(text) else text


def _plain(text: str) -> str:
    match = _BOLD.match(text)
    return (match[1] if match else text).rstrip(" :").strip()


def _named(text: str, language: str) -> str:
    """A section's heading in the language of its text, where the notice had it in another."""
    spoken = languages_of_section(text)
    if not spoken or language in spoken:
        return text
    return section_name(section_of(text), language) or text
