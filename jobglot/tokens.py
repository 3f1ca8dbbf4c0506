"""Words made comparable: cut, folded, stemmed.

Two steps, because a board's running text is long and its vocabulary short. `raw_words` cuts a text in one pass over its
bytes; a `Lexicon` then reads each different raw word once and says which terms it stands for.

Folded away: case, accents, typographic apostrophes and hyphens, invisible characters, ligatures; inclusive forms
("Assistant(e)", "assistant·e·s", "Coordonnateur·rice", "Entwickler:in", "MitarbeiterInnen"), feminine forms of
occupations ("administratrice" reads as "administrateur"), and endings, by the Snowball algorithm of the language.
A language without an algorithm is only folded. Scripts that put no space between words, and Korean, whose words carry
their particles, are read two characters at a time; pairs with hiragana, which mostly write grammar, say nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Protocol

import snowballstemmer

from jobglot.language import language as known_of


class Stemmer(Protocol):
    """What takes the ending off a word."""

    def stemWord(self, word: str) -> str:  # noqa: N802
        """The stem of a word in small letters."""


def _table() -> bytes:
    kept = {code: code for code in range(128) if chr(code).isalnum() or chr(code) in "+#"}
    small = {code: ord(chr(code).lower()) for code in kept}
    return bytes(small.get(code, 32) if code < 128 else code for code in range(256))


# Bytes, since `bytes.translate` is some twenty times as fast as `str.translate` on text with accents. What is not ASCII
# stays in the raw word: `Lexicon` knows what to do with it.
_TABLE = _table()

ALGORITHMS: Mapping[str, str] = {
    "ar": "arabic",
    "ca": "catalan",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "ne": "nepali",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}
"""The Snowball algorithm of a primary language subtag."""

# Marks that are written into words, which regular expressions take for punctuation.
_MARK = (
    r"\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff"
    r"\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u1056-\u1059\u17b4-\u17d3"
)
UNSPACED = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    r"\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
)
"""The characters that are read by pairs, as the inside of a set of a regular expression; `search.js` has the same."""
_FIRST = "\u0e00"

_WORD = re.compile(rf"[^\W_]\+\+|[^\W_]#|[^\W_](?:[^\W_]|[{_MARK}])*")
_POINTING = re.compile(r"[\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]+")
# From the beginning of a word only: from each of its letters, a word of a hundred thousand would take seconds.
_INCLUSIVE = re.compile(r"(?<![^\W\d_])([^\W\d_]{3,})[·•‧∙⋅․.]([^\W\d_]{1,6}(?:[·•‧∙⋅․.][^\W\d_]{1,2})?)(?![^\W_])")
_GEMINATE = re.compile(r"(?<=l)[·‧∙⋅](?=l)")
_WITH_MARKS = re.compile(f"[^{_MARK}][{_MARK}]*")
_GRAMMAR = re.compile(r"[\u3040-\u309f]")
_SPELLING = (0, 7, 8, 9)
"""Classes of marks without which a word would be another: vowel signs of India, dakuten."""
_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "ı": "i"})


def raw_words(text: str) -> list[bytes]:
    """The words of a text, cut at ASCII punctuation, in UTF-8, ASCII letters small: what a `Lexicon` reads."""
    # "Medewerk(st)er": the only inclusive form that goes on after its bracket.
    return text.replace("(st)er", "er").encode("utf-8", "replace").translate(_TABLE).split()


def fold(text: str) -> str:
    """The text in small letters without accents, ligatures, invisible and compatibility characters."""
    if text.isascii():
        return text.lower()
    # Twice: a small letter may come apart where its capital did not, and what comes apart may hold capitals.
    spread = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).lower())
    return unicodedata.normalize("NFC", spread.translate(_FOLDED))


class _Folded(dict[int, int | str | None]):
    """What becomes of each character: itself, its plain letters, or nothing. Looked up once a character."""

    def __missing__(self, code: int) -> int | str | None:
        character = chr(code)
        stays = unicodedata.combining(character) in _SPELLING and unicodedata.category(character) != "Cf"
        found = self[code] = _LETTERS.get(code, code) if stays else None
        return found


_FOLDED = _Folded()


class Lexicon:
    """What the raw words of one language stand for.

    `language` is a language tag; `pt-BR` reads as `pt` does. `ignored` are folded words to leave out besides the
    stop words of the language.
    """

    def __init__(self, language: str, ignored: frozenset[str] = frozenset()) -> None:
        subtag = language.partition("-")[0].lower()
        known = known_of(subtag)
        self._stop = frozenset(known.stop_words.split()) | ignored
        self._feminine = [(re.compile(ending), instead) for ending, instead in known.feminine.items()]
        self._stemmer = _stemmer(subtag)
        self._endings = re.compile(known.endings) if known.endings else None
        self._known: dict[bytes, tuple[str, ...]] = {}
        self._made_of = (language, ignored)

    def __reduce__(self) -> tuple[type[Lexicon], tuple[str, frozenset[str]]]:
        """On the way to another machine it is what it was made of: an algorithm cannot travel."""
        return Lexicon, self._made_of

    def terms(self, raw: bytes) -> tuple[str, ...]:
        """The terms a raw word stands for, in the order written: mostly one, none for a stop word or a figure."""
        found = self._known.get(raw)
        if found is None:
            found = self._known[raw] = tuple(self._read(raw.decode("utf-8", "replace")))
        return found

    def of(self, text: str) -> tuple[str, ...]:
        """The terms of a text, in the order written."""
        return tuple(term for raw in raw_words(text) for term in self.terms(raw))

    def _read(self, raw: str) -> list[str]:
        if not raw.isascii():
            raw = unicodedata.normalize("NFKC", raw.lower())
            raw = "".join(c for c in raw if unicodedata.category(c) != "Cf")
            raw = _INCLUSIVE.sub(r"\1", _GEMINATE.sub("", _POINTING.sub("", raw)))
        found: list[str] = []
        for word in _WORD.findall(raw):
            for run in (word,) if max(word) < _FIRST else _runs().findall(word):
                if run[0] >= _FIRST and is_unspaced().match(run):
                    found.extend(_pairs(run))
                elif len(run) > 1 and not run.isdecimal():
                    term = self._term(run)
                    if term:
                        found.append(term)
        return found

    def _term(self, word: str) -> str:
        """The stem, folded; "" for a stop word. Stemming comes first: the algorithms read accents."""
        if fold(word) in self._stop:
            return ""
        for ending, instead in self._feminine:
            word = ending.sub(instead, word)
        if self._stemmer is not None and word.isalpha():
            word = self._stemmer.stemWord(word)
        elif self._endings is not None:
            word = self._endings.sub("", word)
        folded = fold(word)
        return folded if len(folded) > 1 else ""


def _stemmer(subtag: str) -> Stemmer | None:
    name = ALGORITHMS.get(subtag, "")
    if name not in snowballstemmer.algorithms():
        return None
    stemmer: Stemmer = snowballstemmer.stemmer(name)
    return stemmer


# To compile them takes some milliseconds, and most boards need neither.
@cache
def is_unspaced() -> re.Pattern[str]:
    """What a character matches that is read by pairs."""
    return re.compile(f"[{UNSPACED}]")


@cache
def _runs() -> re.Pattern[str]:
    return re.compile(f"[{UNSPACED}]+|[^{UNSPACED}]+")


def _pairs(run: str) -> list[str]:
    """Neighbouring characters two by two, each with its marks, but for those that write grammar."""
    signs = _WITH_MARKS.findall(run)
    pairs = ["".join(signs[at : at + 2]) for at in range(len(signs) - 1)] or [run]
    return [pair for pair in pairs if not _GRAMMAR.search(pair)]
