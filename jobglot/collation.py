"""The order in which readers of a language look for names, after CLDR's collation charts.

Accents and capitals count last. Letters that an alphabet has in places of their own stand there: Swedish "å" behind
"z", Spanish "ñ" behind "n", Czech "ch" behind "h". Where the language is not written in Latin letters, names that are
come after the others. Chinese characters come as Chinese readers look for them, the usual ones by their sound (pinyin);
others, and those of Japanese, in the order of Unicode.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

from jobglot.formats import own_name

_SCANDINAVIAN = "z æ,ä ø,ö å,aa"
_SOUTH_SLAVIC = "c č ć|d dž đ|l lj|n nj|s š|z ž"
_TURKIC = "c ç|g ğ|h ı|o ö|s ş|u ü"

ALPHABETS: Mapping[str, str] = {
    "az": f"{_TURKIC}|e ə|h x ı|k q",
    "be": "е ё|и і й|у ў",
    "bs": _SOUTH_SLAVIC,
    "cs": "c č|h ch|r ř|s š|z ž",
    "da": _SCANDINAVIAN,
    "es": "n ñ",
    "et": "s š z ž|w õ ä ö ü",
    "fi": "z å ä,æ ö,ø",
    "hr": _SOUTH_SLAVIC,
    "hu": "c cs|d dz dzs|g gy|l ly|n ny|o ö,ő|s sz|t ty|u ü,ű|z zs",
    "is": "a á|d ð|e é|i í|o ó|u ú|y ý|z þ æ,ä ö,ø å",
    "lt": "c č|i y|s š|z ž",
    "lv": "c č|g ģ|i y|k ķ|l ļ|n ņ|s š|z ž",
    "nb": _SCANDINAVIAN,
    "nn": _SCANDINAVIAN,
    "no": _SCANDINAVIAN,
    "pl": "a ą|c ć|e ę|l ł|n ń|o ó|s ś|z ź ż",
    "ro": "a ă â|i î|s ș,ş|t ț,ţ",
    "ru": "и й",
    "sk": "a ä|c č|h ch|o ô|s š|z ž",
    "sl": "c č ć|d đ|s š|z ž",
    "sr": f"{_SOUTH_SLAVIC}|д ђ|л љ|н њ|т ћ|ч џ",
    "sv": "z å ä,æ ö,ø",
    "tr": _TURKIC,
    "uk": "г ґ|е є|и і ї й",
}
"""By primary language subtag: groups of a letter and those that come right behind it; a comma is between equals."""

LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "ı": "i"})
BEHIND = "\uffff"
"""Comes after whatever may follow a letter."""


def sort_key(text: str, language: str) -> tuple[bool, str, str, str]:
    """A key by which names sort as a reader of `language` (a language tag) looks for them."""
    subtag = language.partition("-")[0]
    if subtag in ("az", "tr"):
        text = text.replace("I", "ı").replace("İ", "i")
    small = unicodedata.normalize("NFC", text.casefold())
    places, pattern = _places(subtag)
    if pattern:
        small = pattern.sub(lambda found: places[found[0]], small)
    spread = unicodedata.normalize("NFKD", small)
    plain = _without_marks(spread).translate(LETTERS)
    accents = "".join(filter(unicodedata.combining, spread))
    first = next(filter(str.isalpha, plain), "")
    if subtag == "zh" and not plain.isascii():
        for name, as_read in _READ.items():
            plain = plain.replace(name, as_read)
        plain = "".join(_by_sound(sign) if sign >= "\u4e00" else sign for sign in plain)
    return (not _is_latin(own_name(language)[0]) and _is_latin(first), plain, accents, text)


def spans(pages: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """What pages of sorted names hold, from their first and last ones: as much of each as tells it from its neighbour.

    “Azur” before “Baker” are “A” and “B”; “Baker” before “Bakhtin” are “Bake” and “Bakh”.
    """
    before = ["", *(last for _, last in pages)]
    after = [*(first for first, _ in pages[1:]), ""]
    return [(_apart(first, before[at]), _apart(last, after[at])) for at, (first, last) in enumerate(pages)]


def best_break(names: Sequence[str], near: int, within: int) -> int:
    """Where to part sorted names: at most `within` from a place, and where the fewest letters tell which is which."""

    def cost(at: int) -> tuple[int, int]:
        before, after = names[at - 1], names[at]
        return len(_apart(before, after)) + len(_apart(after, before)), abs(at - near)

    return min(range(max(1, near - within), min(len(names), near + within + 1)), key=cost)


def _apart(name: str, other: str) -> str:
    """As much of the beginning of a name as shows that it is not the other; all of it where that never shows."""
    signs, others = _signs(name), [_plain(sign) for sign in _signs(other)]
    plain = [_plain(sign) for sign in signs]
    for count in range(1, len(signs) + 1):
        if plain[count - 1][:1].isalnum() and plain[:count] != others[:count]:
            return "".join(signs[:count])
    return name


def _signs(text: str) -> list[str]:
    """The letters of a text, each with the marks that are written with it."""
    found: list[str] = []
    for sign in unicodedata.normalize("NFC", text):
        if found and unicodedata.category(sign) in ("Mn", "Mc", "Me", "Cf"):
            found[-1] += sign
        else:
            found.append(sign)
    return found


def _plain(sign: str) -> str:
    return _without_marks(unicodedata.normalize("NFKD", sign.casefold()))


def _without_marks(spread: str) -> str:
    return "".join(sign for sign in spread if not unicodedata.combining(sign))


_READ = {"重庆": "崇庆", "厦门": "夏门"}
"""Large cities whose first character has another sound elsewhere: Chongqing, Xiamen."""


def _by_sound(sign: str) -> str:
    """What to read instead of a Chinese character: GB 2312 has the 3755 usual ones of simplified Chinese by pinyin."""
    try:
        row, cell = sign.encode("gb2312")
    except ValueError:
        return BEHIND + sign
    return chr(0x4E00 + (row - 0xB0) * 94 + cell - 0xA1) if 0xB0 <= row < 0xD8 else BEHIND + sign


@lru_cache(maxsize=64)
def _places(subtag: str) -> tuple[Mapping[str, str], re.Pattern[str] | None]:
    """What to read instead of each letter with a place of its own, and what finds them."""
    places = {
        letter: before + BEHIND * at
        for before, *others in (group.split() for group in ALPHABETS.get(subtag, "").split("|") if group)
        for at, equals in enumerate(others, start=1)
        for letter in equals.split(",")
    }
    longest_first = sorted(places, key=len, reverse=True)
    return places, re.compile("|".join(longest_first)) if places else None


def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN") if letter else False
