"""Slips of the pen in a body: words left to be replaced, words doubled, brackets and asterisks that do not pair."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from jobglot.language import language
from jobglot.manuscript import Manuscript
from jobglot.problem import Problem, warning

MOST = 5
"""So many slips of one kind are told of a text."""

# A cheap sign in small letters, and what must then be there.
_WORDS_LEFT: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("lorem", re.compile(r"\blorem\b(?:\s+ipsum\b)?", re.IGNORECASE)),
    ("tbd", re.compile(r"\b(?:TBD|tbd|Tbd)\b")),
    ("tbc", re.compile(r"\b(?:TBC|tbc)\b")),
    ("tba", re.compile(r"\b(?:TBA|tba)\b")),
    ("n.t.b", re.compile(r"\bn\.t\.b\.", re.IGNORECASE)),
    ("xxx", re.compile(r"(?<!\w)[Xx]{3,}(?!\w)")),
    (" here", re.compile(r"\b(?:ENTER|INSERT|ADD|TYPE|WRITE|PUT)(?: [A-Z]{2,}){1,6} HERE\b")),
    ("placeholder t", re.compile(r"\bplaceholder (?:text|title)\b", re.IGNORECASE)),
    ("fixme", re.compile(r"\bFIXME\b")),
    ("todo", re.compile(r"\bTODO\b(?!\(import\))")),
)
_ENGLISH_IN_BRACKETS = (
    r"(?:insert|enter|add|replace|type|write|put)\b[^\]>})\n]{1,60}(?:here[\]>})]|(?<=\w)[\]>}](?!\())"
)


@cache
def _left(subtag: str) -> re.Pattern[str]:
    """Words to be replaced in a language, and in brackets those of English templates besides."""
    known = language(subtag)
    in_brackets = [_ENGLISH_IN_BRACKETS]
    if known.fill_in:
        in_brackets.append(rf"(?:{known.fill_in})\b[^\]>}})\n]{{0,60}}[\]>}})](?!\()")
    if known.fill_in_last:
        in_brackets.append(rf"[^\]>}})\n]{{0,60}}\b(?:{known.fill_in_last})[\]>}})]")
    forms = [rf"[\[<{{(](?:{'|'.join(in_brackets)})", *([rf"\b(?:{known.to_fill})"] if known.to_fill else [])]
    return re.compile("|".join(forms), re.IGNORECASE)


def nothing_is_left_to_fill(texts: Sequence[Manuscript]) -> Iterator[Problem]:
    """No title, summary or body holds words that were to be replaced."""
    remedy = "replace it by what readers need to know, or delete it"
    for text in texts:
        for match in _placeholders(text.prose, text.small, text.subtag):
            message = f"“{match[0].strip()}” was to be replaced"
            yield warning(text.at(match.start()), "placeholder", message, remedy)
        for words, origin in ((text.title, text.title_origin), (text.summary, text.summary_origin)):
            for match in _placeholders(words, words.lower(), text.subtag):
                yield warning(origin, "placeholder", f"“{match[0].strip()}” was to be replaced", remedy)


def _placeholders(text: str, small: str, subtag: str) -> list[re.Match[str]]:
    patterns = [pattern for sign, pattern in _WORDS_LEFT if sign in small]
    matches = [match for pattern in (*patterns, _left(subtag)) for match in pattern.finditer(text)]
    found: list[re.Match[str]] = []
    for match in sorted(matches, key=lambda match: (match.start(), -match.end())):
        if not found or match.start() >= found[-1].end():
            found.append(match)
    return found[:MOST]


@cache
def _may_double(subtag: str) -> frozenset[str] | None:
    """Words that grammar lets stand twice in a row; None for a language that is not looked at."""
    words = language(subtag).may_double
    return None if words is None else frozenset(words.split())


def words_stand_once(texts: Sequence[Manuscript]) -> Iterator[Problem]:
    """No word stands twice in a row."""
    for text in texts:
        allowed = _may_double(text.subtag)
        if allowed is None:
            continue
        words = text.small.split()
        doubled = {a for a, b in pairwise(words) if a == b and a.isalpha() and a not in allowed}
        told = 0
        for word in sorted(doubled):
            # In running text only: not over the end of a paragraph, and not a name such as "Baden Baden".
            for match in re.finditer(
                rf"(?<!\S){re.escape(word)}[ \t]*(?:\n[ \t]*|[ \t]){re.escape(word)}(?!\S)", text.small
            ):
                second = text.prose[match.end() - len(word) : match.end()]
                if told < MOST and (second.islower() or text.prose[match.start()].islower()):
                    told += 1
                    message = f"“{word}” stands twice"
                    yield warning(text.at(match.start()), "word-doubled", message, "delete one of the two")


_BRACKET = re.compile(r"[()\[\]]|\n(?=[ \t]*(?:\n|[-*+][ \t]|\d{1,3}[.)][ \t]|#|\|))")
_PAIRS = {")": "(", "]": "["}
# "a) …", "1) …" and "iv) …" count; so do smileys.
_ENUMERATOR = re.compile(r"(?:^|[\s(>|,;])(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})$|[:;]-?$")


def brackets_pair(texts: Sequence[Manuscript]) -> Iterator[Problem]:
    """Every bracket is closed and opened within its paragraph or list item."""
    for text in texts:
        if not any(sign in text.prose for sign in "()") and text.prose.count("[") == text.prose.count("]"):
            continue
        for offset in _lone_brackets(text.prose)[:MOST]:
            sign = text.prose[offset]
            what = "opened" if sign in _PAIRS else "closed"
            remedy = "add the other one, or delete this one"
            yield warning(text.at(offset), "bracket-unbalanced", f"“{sign}” is not {what}", remedy)


def _lone_brackets(prose: str) -> list[int]:
    lone: list[int] = []
    opened: list[tuple[str, int]] = []
    for match in _BRACKET.finditer(prose):
        sign, at = match[0], match.start()
        if prose[at - 1 : at] == "\\":
            continue
        if sign in "([":
            opened.append((sign, at))
        elif sign in _PAIRS:
            if opened and opened[-1][0] == _PAIRS[sign]:
                opened.pop()
            elif not (sign == ")" and _ENUMERATOR.search(prose, max(0, at - 7), at)):
                lone.append(at)
        else:
            lone += [offset for _, offset in opened]
            opened.clear()
    return sorted(lone + [offset for _, offset in opened])


_APART = re.compile(
    r"\[([^\[\]\n]*\w[^\[\]\n]*)\][ \t]+\(((?:https?://|mailto:|www\.|\.{0,2}/|[\w.-]+\.(?:md|pdf)\b)[^()\s]*)\)"
)
_SWAPPED = re.compile(r"\(([^()\n]*\w[^()\n]*)\)\[((?:https?://|mailto:|www\.|\.{0,2}/)[^\[\]\s]*)\]")


def links_are_made(texts: Sequence[Manuscript]) -> Iterator[Problem]:
    """No reader sees the brackets of a link: with a space between its two parts, or the wrong way round, it is none."""
    for text in texts:
        for mark, written in (("] ", _APART), (")[", _SWAPPED)):
            for match in written.finditer(text.markdown) if mark in text.markdown else ():
                # What stands in code is meant.
                if text.prose[match.start()] in "[(":
                    message = f"“{match[0][:60]}” is shown as it stands, and is no link"
                    remedy = f"write [{match[1]}]({match[2]})"
                    yield warning(text.at(match.start()), "link-unmade", message, remedy)


_STARS = re.compile(r"\*\*+")


def bold_is_whole(texts: Sequence[Manuscript]) -> Iterator[Problem]:
    """No reader sees the asterisks of Markdown."""
    for text in texts:
        # Who escapes asterisks means them.
        if "**" not in text.text or "<code" in text.html or "\\*" in text.markdown:
            continue
        for line in text.text.split("\n"):
            for match in _STARS.finditer(line):
                around = line[max(0, match.start() - 8) : match.end() + 8].strip()
                offset = text.markdown.find(around)
                if offset < 0:
                    offset = text.markdown.find("**")
                message = f"readers see the asterisks of “{around}”"
                remedy = "write **bold** with two asterisks on both sides and no space inside"
                at = text.markdown.find("**", max(0, offset))
                yield warning(text.at(max(0, at)), "bold-broken", message, remedy)
                break
