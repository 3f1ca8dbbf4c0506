"""What is made of the packaged files once, for all builds to come: the code of templates, the messages of catalogs.

To make it takes longer than to draw a hundred pages with it. Some of it is code, so it lies where Python keeps that of
our own modules, and as they do: whoever can write there can change what we do as it is. It counts for nothing but the
code and the files it was made with, and is always safe to delete.
"""

from __future__ import annotations

import contextlib
import importlib.util
import marshal
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from jobglot.disk import replace_file
from jobglot.hashes import hash_of
from jobglot.versions import code_hash

T = TypeVar("T")


def kept(what: str, texts: Mapping[str, str], make: Callable[[Mapping[str, str]], dict[str, T]]) -> Mapping[str, T]:
    """What `make` makes of texts given by name, and of nothing else: code, or plain values. `what` is its name.

    Nothing where it can be neither found nor kept: a build then makes for itself what it needs of it.
    """
    place = place_of(what)
    key = _key(texts)
    found = _read(place, key)
    if found is not None:
        return found
    if sys.dont_write_bytecode or not os.access(place.parent, os.W_OK):
        return {}
    made = make(texts)
    data = marshal.dumps(made)
    with contextlib.suppress(OSError):
        replace_file(os.fsencode(place), key + hash_of(key, data) + data)
    return made


def place_of(what: str) -> Path:
    """The file that it is kept in."""
    return Path(importlib.util.cache_from_source(__file__)).with_suffix(f".{what}")


def _read(place: Path, key: bytes) -> Mapping[str, Any] | None:
    """What is kept, if it is whole and of that key."""
    try:
        held = place.read_bytes()
    except OSError:
        return None
    data = held[len(key) * 2 :]
    if held[: len(key) * 2] != key + hash_of(key, data):
        return None
    found: Mapping[str, Any] = marshal.loads(data)  # noqa: S302 - as Python loads our own modules from there
    return found


def _key(texts: Mapping[str, str]) -> bytes:
    return hash_of(code_hash(), *(part.encode() for named in sorted(texts.items()) for part in named))
