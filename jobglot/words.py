"""The words of the texts of the open postings, for the find page; fetched when somebody types.

Of few postings, one file, `words.json`: `postings` holds a text a posting, in the order of the rows of `postings.json`:
its different words, folded (small letters, no accents) and sorted, with a space between them.

Of many (more than `DETAILED_UP_TO`), parts, `words/<n>.json`, so that nobody fetches all of them: each holds the words
whose first two letters give its number (`part_of`), with the rows in which they stand, as steps from row to row.

Scripts that put no space between words, and Korean, whose words carry their particles, are kept and asked for by pairs
of letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache

from jobglot import jsontext
from jobglot.listings import readable
from jobglot.site import Site
from jobglot.tokens import UNSPACED, is_unspaced

DETAILED_UP_TO = 1000
"""So many open postings have the words of their texts in one file, and their summaries in `postings.json`."""
FEWEST_PARTS, POSTINGS_A_PART = 256, 20
"""With these, a part of a board with ordinary texts has some kilobytes."""

_ARTICLE = re.compile(r"^و?(?:[بكف]?ال|لل)(?=\w{3})")
"""What Arabic writes as one with a word: the article, and small words before it."""


_GEMINATE = re.compile("l[·‧∙⋅•.](?=l)")
"""Catalan's “col·laborar”, which many write and look for as “collaborar” or “col.laborar”."""


@cache
def _word() -> re.Pattern[str]:
    # Compiled when it is needed: it takes some milliseconds.
    return re.compile(rf"(?<![^\W_])[a-z](?:\+\+|#)|[^\W_{UNSPACED}]{{3,40}}|(?:(?!\W)[{UNSPACED}])+")


def part_count(site: Site, language: str) -> int:
    """In how many parts the words of a language stand; 0 where one file holds all."""
    count = len(readable(site.postings, site.open, language, site.config.fallback))
    if count <= DETAILED_UP_TO:
        return 0
    parts = FEWEST_PARTS
    while parts * POSTINGS_A_PART < count:
        parts *= 2
    return parts


def part_of(word: str, parts: int) -> int:
    """The part in which a folded word of two letters and more stands, as `search.js` reckons it."""
    return (31 * ord(word[0]) + ord(word[1])) % parts


def words_json(site: Site, language: str) -> bytes:
    """The file of a language."""
    ids = readable(site.postings, site.open, language, site.config.fallback)
    texts = (site.postings[id_].best_edition(language).body.text for id_ in ids)
    return jsontext.document({"postings": [" ".join(sorted(set(folded_words(text)))) for text in texts]})


def words_by_part(site: Site, language: str) -> Sequence[Mapping[str, Sequence[int]]]:
    """Every part: its words, each with the rows in which it stands, as steps; the first step is from row 0."""
    parts = part_count(site, language)
    found: list[dict[str, list[int]]] = [{} for _ in range(parts)]
    last: dict[str, int] = {}
    for row, id_ in enumerate(readable(site.postings, site.open, language, site.config.fallback)):
        edition = site.postings[id_].best_edition(language)
        for word in set(folded_words(f"{edition.summary}\n{edition.body.text}")):
            found[part_of(word, parts)].setdefault(word, []).append(row - last.get(word, 0))
            last[word] = row
    return found


def part_json(part: Mapping[str, Sequence[int]]) -> bytes:
    """The file of a part."""
    return jsontext.document(part)


def folded_words(text: str) -> list[str]:
    """The words of three letters and more, pairs of letters, "c++" and "c#", as `search.js` folds what is typed."""
    plain = unicodedata.normalize("NFKD", text.lower()).translate(_FOLDED)
    # Only kana and Korean have something left to put together.
    plain = unicodedata.normalize("NFC", plain)
    if "l.l" in plain or not plain.isascii():
        plain = _GEMINATE.sub("l", plain)
    words = _word().findall(plain)
    if "ال" in plain or "لل" in plain:
        words = [_ARTICLE.sub("", word) for word in words]
    if not is_unspaced().search(plain):
        return words
    return [part for word in words for part in (_pairs(word) if is_unspaced().match(word) else (word,))]


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(len(run) - 1)]


class _Folded(dict[int, int | str | None]):
    """What becomes of each character: plain letters; nothing, of a mark; else itself. Looked up once a character."""

    def __missing__(self, code: int) -> int | str | None:
        is_mark = unicodedata.category(chr(code)).startswith("M")
        found = self[code] = None if is_mark else code
        return found


_FOLDED = _Folded()
_FOLDED.update(str.maketrans("øłđıςةى", "oldiσهي"))
_FOLDED.update({ord(sign): plain for sign, plain in {"ß": "ss", "œ": "oe", "æ": "ae", "ـ": ""}.items()})
# Marks that spell: without them, kana would be others.
_FOLDED.update({ord(mark): mark for mark in "\u3099\u309a"})
