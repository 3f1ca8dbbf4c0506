"""`words.json`: the words of the texts of the open postings, for the find page; fetched when somebody types.

One object: `postings` holds a text a posting, in the order of the rows of `postings.json`: its different words, folded
(small letters, no accents) and sorted, with a space between them. Only boards with few open postings have the file
(`DETAILED_UP_TO`): it would outgrow what a reader on the way can fetch.
"""

from __future__ import annotations

import re
import unicodedata

from jobglot import jsontext
from jobglot.listings import readable
from jobglot.site import Site

DETAILED_UP_TO = 1000
"""So many open postings have the words of their texts here, and their summaries in `postings.json`."""

_WORD = re.compile(r"[^\W_]{3,40}")


def has_words(site: Site, language: str) -> bool:
    """Whether the board tells the words of the postings that it shows in a language."""
    return len(readable(site.postings, site.open, language, site.config.fallback)) <= DETAILED_UP_TO


def words_json(site: Site, language: str) -> bytes:
    """The file of a language."""
    ids = readable(site.postings, site.open, language, site.config.fallback)
    texts = (site.postings[id_].best_edition(language).body.text for id_ in ids)
    return jsontext.document({"postings": [" ".join(sorted(set(folded_words(text)))) for text in texts]})


def folded_words(text: str) -> list[str]:
    """The words of three letters and more, as `search.js` folds what is typed."""
    plain = unicodedata.normalize("NFKD", text.lower())
    return _WORD.findall("".join(sign for sign in plain if not unicodedata.combining(sign)).translate(_LETTERS))


_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "œ": "oe", "æ": "ae", "ł": "l", "đ": "d", "ı": "i", "ة": "ه", "ى": "ي", "ـ": ""}
)
