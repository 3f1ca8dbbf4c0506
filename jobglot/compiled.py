"""The packaged templates, compiled once for all builds to come.

To compile them takes longer than to draw a hundred pages with them. What is compiled is code, so it lies where Python
keeps that of our own modules, and as they do: whoever can write there can change what we do as it is. It counts for
nothing but the code and the templates it was made with, and is always safe to delete.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import marshal
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from types import CodeType

from jobglot import render
from jobglot.disk import replace_file
from jobglot.versions import code_hash


def compiled(templates: Mapping[str, str]) -> Mapping[str, CodeType]:
    """The code of templates given by name, without those that are none.

    Nothing where it can be neither found nor kept: a build then compiles for itself what it draws.
    """
    kept = kept_at()
    key = _key(templates)
    found = _read(kept, key)
    if found is not None:
        return found
    if sys.dont_write_bytecode or not os.access(kept.parent, os.W_OK):
        return {}
    made = render.compiled(templates)
    data = marshal.dumps(dict(made))
    with contextlib.suppress(OSError):
        replace_file(os.fsencode(kept), key + _seal(key, data) + data)
    return made


def kept_at() -> Path:
    """The file that the code is kept in."""
    return Path(importlib.util.cache_from_source(render.__file__)).with_suffix(".templates")


def _read(kept: Path, key: bytes) -> Mapping[str, CodeType] | None:
    """What is kept, if it is whole and of that key."""
    try:
        held = kept.read_bytes()
    except OSError:
        return None
    data = held[len(key) * 2 :]
    if held[: len(key) * 2] != key + _seal(key, data):
        return None
    code: Mapping[str, CodeType] = marshal.loads(data)  # noqa: S302 - as Python loads our own modules from there
    return code


def _key(templates: Mapping[str, str]) -> bytes:
    digest = hashlib.sha256(code_hash())
    for name, text in sorted(templates.items()):
        for part in (name.encode(), text.encode()):
            digest.update(hashlib.sha256(part).digest())
    return digest.digest()


def _seal(key: bytes, data: bytes) -> bytes:
    return hashlib.sha256(key + data).digest()
