"""What the editions of a large board say in each language, term by term; read again only where they say something else.

Every statistic is made of all texts each time, so that what was remembered cannot show in what comes out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from jobglot.counted_numpy import Counted, Flat, counted
from jobglot.each import Each, in_turn
from jobglot.model import Edition
from jobglot.packed import Unpack, pack
from jobglot.tokens import Lexicon
from jobglot.tongues import TEXT, text_of, words_of
from jobglot.vectors import Vectors
from jobglot.vectors_numpy import Texts

KEY = 32
"""So many bytes has the hash of a text."""
BLOCK = 512
"""So many texts are read together."""


class _Packed(NamedTuple):
    """The texts of one language: the hashes of all of them, and their terms."""

    keys: bytes
    flat: Flat


_unpack: Unpack[_Packed] = Unpack(_Packed)


def numpy_texts(language: str, editions: Sequence[Edition | None], employers: Sequence[str]) -> Vectors:
    """As `tongues.plain_texts`, for large boards."""
    return Texts(_counted(Lexicon(language), editions), employers, TEXT)


class Wordings:
    """Makes what `numpy_texts` makes, with the help of what was packed `last` time, by language.

    That must come from the same code; what is not as `packed` gives it counts for nothing. `each` shares out the
    reading of the others.
    """

    def __init__(self, last: Mapping[str, bytes], each: Each = in_turn) -> None:
        self._last = last
        self._each = each
        self._read: dict[str, tuple[list[bytes], Counted]] = {}

    def texts(self, language: str, editions: Sequence[Edition | None], employers: Sequence[str]) -> Vectors:
        """As `numpy_texts`."""
        keys = [_key(edition) for edition in editions]
        places, before = _unpacked(self._last.get(language, b""))
        unread = [number for number, key in enumerate(keys) if key not in places]
        places |= {keys[number]: len(before.sizes) + place for place, number in enumerate(unread)}
        blocks = [[editions[number] for number in unread[at : at + BLOCK]] for at in range(0, len(unread), BLOCK)]
        read = self._each(_counted, Lexicon(language), blocks)
        found = Counted.joined([before, *read]).of([places[key] for key in keys]).trimmed()
        self._read[language] = (keys, found)
        return Texts(found, employers, TEXT)

    def packed(self) -> dict[str, bytes]:
        """What was read, by language, for the next time."""
        packed = {tag: pack(_Packed(b"".join(keys), found.flat())) for tag, (keys, found) in self._read.items()}
        return {language: data for language, data in packed.items() if data is not None}


def _counted(lexicon: Lexicon, editions: Sequence[Edition | None]) -> Counted:
    """The terms of some texts. A function of the module, so that other processes can be asked for it."""
    return counted(map(words_of, editions), lexicon)


def _key(edition: Edition | None) -> bytes:
    """The hash of a text: two with the same one say the same."""
    return hashlib.sha256(text_of(edition).encode("utf-8", "surrogatepass") if edition else b"").digest()


def _unpacked(data: bytes) -> tuple[dict[bytes, int], Counted]:
    """The places of texts by key, and the texts."""
    try:
        keys, flat = _unpack(data)
        found = Counted.from_flat(flat)
    except ValueError:
        return {}, Counted.of_nothing()
    places = {keys[place * KEY : (place + 1) * KEY]: place for place in range(len(found.sizes))}
    return (places, found) if len(keys) == KEY * len(found.sizes) else ({}, Counted.of_nothing())
