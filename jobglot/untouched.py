"""Which files of an output folder are as its manifest has them, looked at while the site is still being read."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from jobglot.disk import digest_at
from jobglot.manifest import MANIFEST, Record, read_record
from jobglot.workers import Alone, Crew

ALONE = Alone()
_BLOCK = 256
"""So many files are hashed at a time."""


class Look(NamedTuple):
    """What was seen of an output folder: the SHA-256 of its manifest, and the files of that which are otherwise."""

    manifest: str = ""
    touched: frozenset[str] = frozenset()


def look(output: Path) -> Look:
    """All files of the manifest hashed. Where nothing can be said of the folder, a look of no manifest."""
    manifest, record = hash_of_manifest(output), read_record(output, "")
    if not isinstance(record, Record) or record.settled is None:
        return Look()
    return Look(manifest, touched(output, record.settled.files))


def touched(output: Path, files: Mapping[str, str], crew: Crew = ALONE) -> frozenset[str]:
    """Those of the files, each with its SHA-256, that do not have it."""
    pairs = list(files.items())
    blocks = [pairs[at : at + _BLOCK] for at in range(0, len(pairs), _BLOCK)]
    return frozenset(path for block in crew.each(_touched, output, blocks) for path in block)


def _touched(output: Path, files: Sequence[tuple[str, str]]) -> list[str]:
    return [path for path, digest in files if digest_at(os.fsencode(output / path)) != digest]


def untouched(output: Path, record: Record, seen: Look) -> Mapping[str, str] | None:
    """The files that stand in the folder, by path, with their SHA-256; None where it was not of these that was `seen`.

    `record` is what is known of the folder now that nobody else can write there. Whoever of us wrote since then left
    another manifest, or the same files.
    """
    if record.settled is None or record.interrupted is not None or seen.manifest != hash_of_manifest(output):
        return None
    return {path: digest for path, digest in record.settled.files.items() if path not in seen.touched}


def hash_of_manifest(output: Path) -> str:
    """The SHA-256 of the manifest's file, "" where there is none."""
    try:
        return hashlib.sha256((output / MANIFEST).read_bytes()).hexdigest()
    except OSError:
        return ""
