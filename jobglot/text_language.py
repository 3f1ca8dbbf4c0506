"""Which language a text is in, told by its small words or its script: no model, the same answer everywhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from math import sqrt

from jobglot.language import KNOWN, language
from jobglot.tokens import fold

_WORD = re.compile(r"[^\W\d_]+")


@cache
def _words(subtag: str) -> frozenset[str]:
    known = language(subtag)
    return frozenset(f"{known.stop_words} {known.elided}".split())


@cache
def profiles() -> Mapping[str, Mapping[str, float]]:
    """The languages that can be told, each with its words and what they weigh."""
    words = {tag: found for tag in KNOWN if (found := _words(tag))}
    owners = Counter(word for known in words.values() for word in known)
    # A word that four languages share says half of what a word of one says: a third of the small words of French are
    # those of its neighbours as well, and of another language they still tell it.
    return {tag: {word: 1 / sqrt(owners[word]) for word in known} for tag, known in words.items()}


def scores(text: str) -> dict[str, float]:
    """How much each language speaks from a text, in words."""
    return _scores(Counter(_WORD.findall(fold(text))))


def _scores(counted: Mapping[str, int]) -> dict[str, float]:
    return {
        tag: sum(profile.get(word, 0) * count for word, count in counted.items()) for tag, profile in profiles().items()
    }


LEAST_VOICE = 0.1
"""A language that says less than so much of what the loudest one says is none of a text's."""


def languages_in(text: str) -> tuple[str, ...]:
    """The languages that a text may be in, the loudest first.

    What one of them explains speaks for no other any more: of a French notice, half the words are Catalan as well.
    """
    left = Counter(_WORD.findall(fold(text)))
    found: dict[str, float] = {}
    while len(found) < len(profiles()):
        heard = _scores(left)
        tag = max(sorted(heard), key=lambda tag: heard[tag])
        if heard[tag] < max(2.0, LEAST_VOICE * max(found.values(), default=0.0)):
            break
        found[tag] = heard[tag]
        left = Counter({word: count for word, count in left.items() if word not in profiles()[tag]})
    return tuple(found)


_SCRIPTS: Mapping[str, re.Pattern[str]] = {
    "ja": re.compile(r"[\u3040-\u30ff]"),
    "el": re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]"),
    "he": re.compile(r"[\u05d0-\u05ea]"),
    "hy": re.compile(r"[\u0531-\u0587]"),
    "ka": re.compile(r"[\u10d0-\u10fa]"),
    "km": re.compile(r"[\u1780-\u17b3]"),
    "ko": re.compile(r"[\uac00-\ud7a3]"),
    "th": re.compile(r"[\u0e01-\u0e30\u0e40-\u0e46]"),
    "zh": re.compile(r"[\u3400-\u9fff]"),
}
"""Scripts of one language each; Chinese is what Japanese is not, so it is asked for last."""
_LEAST_SIGNS = 10


def _by_script(text: str) -> str:
    """The language whose script nearly all letters of a text are in; of Japanese, a quarter is enough."""
    if text.isascii():
        return ""
    letters = sum(map(str.isalpha, text))
    for tag, signs in _SCRIPTS.items():
        count = len(signs.findall(text))
        if count >= _LEAST_SIGNS and count > (0.25 if tag == "ja" else 0.6) * letters:
            return tag
    return ""


def language_of(text: str, among: Iterable[str] = ()) -> str:
    """The language tag of a text, "" when it has too few small words to tell, or two languages share it."""
    by_script = _by_script(text)
    if by_script and (not among or by_script in among):
        return by_script
    found = scores(text)
    tags = [tag for tag in (among or profiles()) if tag in found]
    ranked = sorted(tags, key=lambda tag: (-found[tag], tag))
    if not ranked or found[ranked[0]] < 2:
        return ""
    if len(ranked) > 1 and found[ranked[1]] > 0.8 * found[ranked[0]]:
        return ""
    return "" if _has_foreign_letters(text, ranked[0]) else ranked[0]


def _has_foreign_letters(text: str, tag: str) -> bool:
    """Whether a text holds more letters than names bring along that the language has not: Russian beside Ukrainian."""
    foreign = language(tag).foreign
    return bool(foreign) and len(re.findall(f"[{foreign}]", text.lower())) > 1 + len(text) // 200


_SAMPLE = 1500


def speaks(text: str, tag: str) -> bool:
    """Whether a text is surely in a language, by a glance at its beginning; True for a language that cannot be told."""
    profile = _words(tag)
    if not profile:
        return True
    words = text[:_SAMPLE].lower().split()
    return sum(word in profile for word in words) > 0.3 * len(words)
