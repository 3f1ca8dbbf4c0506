"""The words of the texts of the open postings, for the find page; fetched when somebody types.

Of few postings, one file, `words.json`: `postings` holds a text a posting, in the order of the rows of `postings.json`:
its different words, folded (small letters, no accents) and sorted, with a space between them.

Of many (more than `DETAILED_UP_TO`), parts, `words/<n>.json`, so that nobody fetches all of them: each holds the words
whose first two letters give its number (`part_of`), with the rows in which they stand, as steps from row to row.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from jobglot import jsontext
from jobglot.listings import readable
from jobglot.site import Site

DETAILED_UP_TO = 1000
"""So many open postings have the words of their texts in one file, and their summaries in `postings.json`."""
FEWEST_PARTS, POSTINGS_A_PART = 256, 20
"""With these, a part of a board with ordinary texts has some kilobytes."""

_WORD = re.compile(r"[^\W_]{3,40}")


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
    """The words of three letters and more, as `search.js` folds what is typed."""
    plain = unicodedata.normalize("NFKD", text.lower())
    return _WORD.findall("".join(sign for sign in plain if not unicodedata.combining(sign)).translate(_LETTERS))


_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "œ": "oe", "æ": "ae", "ł": "l", "đ": "d", "ı": "i", "ة": "ه", "ى": "ي", "ـ": ""}
)
