"""Whether a build would only make again what stands in the output: from what it was made, and that nobody touched it.

A stamp lies beside the manifest. It names all that went into a build by hashes, never by times: every file of the site,
the packaged templates, our code and every installed package, the commit that git is at, and the stretch of time for
which the board is right. Where anything is not as it says, down to one byte of one page, it counts for nothing, and so
it is always safe to delete. No lock is needed: a build at work leaves a journal, and that counts as well.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from jobglot.disk import replace_file
from jobglot.folders import CONFIG, CONTENT, MAX_FILE, STATIC, TEMPLATES, WELL_KNOWN
from jobglot.gate import read_file, walk
from jobglot.hashes import hash_of
from jobglot.manifest import FOLDER, JOURNAL, Record, read_record
from jobglot.problem import Origin, Problem, Severity
from jobglot.starter import starter_root
from jobglot.untouched import hash_of_manifest, touched
from jobglot.versions import versions_hash
from jobglot.workers import Crew

STAMP = f"{FOLDER}/stamp.json"
_FORMAT = 1
_CAP = 16 * 1024 * 1024
_BLOCK = 256
"""So many files are hashed at a time."""


class Stamp(NamedTuple):
    """A build that ended well.

    `inputs` is a hash of all it was made from; the board is right from `since` on and before `until`, None where there
    is no such instant. `said` is what it told: of the board, of its files, of its next change; `problems` its warnings.
    """

    inputs: str
    since: datetime | None
    until: datetime | None
    said: tuple[str, str, str]
    problems: tuple[Problem, ...] = ()


def hashed(root: Path, crew: Crew) -> dict[str, bytes] | None:
    """The SHA-256 of every file that a build of the site in `root` may read, as `load.Seen`.

    None where that cannot be told, since something cannot be read.
    """
    found: dict[str, bytes] = {}
    for base, prefix, paths in _sources(root):
        if paths is None:
            return None
        blocks = [paths[at : at + _BLOCK] for at in range(0, len(paths), _BLOCK)]
        digests = [each for block in crew.each(_digests, base, blocks) for each in block]
        for path, digest in zip(paths, digests, strict=True):
            if digest is None:
                return None
            found[prefix + path] = digest
    return found


def inputs_of(
    root: Path, commit: bytes | None, choices: Sequence[str], files: Mapping[str, bytes | None] | None
) -> str:
    """A hash of all that a build of the site in `root` is made from, besides the time.

    `commit` is what git said before anything was read, `choices` are options of the build, `files` as `load.Seen`: what
    was passed over is looked at here. "" where the hash cannot be told.
    """
    if commit is None or files is None:
        return ""
    parts = [versions_hash(), commit, *(choice.encode() for choice in choices)]
    for path, digest in sorted(files.items()):
        base = starter_root() if path.startswith("/") else root
        [of_file] = [digest] if digest else _digests(base, [path.removeprefix("/")])
        if of_file is None:
            return ""
        parts += [path.encode(), of_file]
    return hash_of(*parts).hex()


def is_there(output: Path) -> bool:
    """Whether there is a stamp to look at."""
    return (output / STAMP).exists()


def standing(output: Path, inputs: str, now: datetime, crew: Crew) -> Stamp | None:
    """The stamp of the build that stands in `output`, if one of `inputs` at `now` would give the same, byte for byte.

    None as soon as there is any doubt.
    """
    if not inputs or (output / JOURNAL).exists():
        return None
    stamp = _read(output)
    if stamp is None or stamp.inputs != inputs:
        return None
    if (stamp.since and now < stamp.since) or (stamp.until and now >= stamp.until):
        return None
    record = read_record(output, "")
    if not isinstance(record, Record) or record.settled is None:
        return None
    return None if touched(output, record.settled.files, crew) else stamp


def write_stamp(output: Path, stamp: Stamp, manifest: str) -> None:
    """Leave the stamp beside the manifest. Where that cannot be, the next build is slower for it, and no different.

    `manifest` is the SHA-256 of the one that the build left: by now another build may have left its own.
    """
    data = {
        "format": _FORMAT,
        "manifest": manifest,
        "inputs": stamp.inputs,
        "since": stamp.since.isoformat() if stamp.since else None,
        "until": stamp.until.isoformat() if stamp.until else None,
        "said": list(stamp.said),
        "problems": [[*p.origin, p.severity.value, p.code, p.message, p.remedy] for p in stamp.problems],
    }
    try:
        replace_file(os.fsencode(output / STAMP), json.dumps(data, indent=1, ensure_ascii=False).encode() + b"\n")
    except OSError:
        return


def _read(output: Path) -> Stamp | None:
    """The stamp, if it is one and the manifest is that of its build."""
    data = read_file(output, STAMP, _CAP)
    if isinstance(data, Problem):
        return None
    try:
        found = json.loads(data)
        if found["format"] != _FORMAT or found["manifest"] != hash_of_manifest(output):
            return None
        return Stamp(
            inputs=str(found["inputs"]),
            since=_instant(found["since"]),
            until=_instant(found["until"]),
            said=_three(*found["said"]),
            problems=tuple(_problem(*each) for each in found["problems"]),
        )
    except (ValueError, TypeError, LookupError, RecursionError):
        return None


def _three(board: str, files: str, next_change: str) -> tuple[str, str, str]:
    return str(board), str(files), str(next_change)


def _instant(written: str | None) -> datetime | None:
    instant = datetime.fromisoformat(written) if written else None
    if instant is not None and instant.tzinfo is None:
        raise ValueError(written)
    return instant


def _problem(path: str, line: int, column: int, severity: str, code: str, message: str, remedy: str) -> Problem:
    return Problem(Origin(path, line, column), Severity(severity), code, message, remedy)


def _sources(root: Path) -> Iterator[tuple[Path, str, list[str] | None]]:
    """The folders that files are read from: what their paths begin with, and the files; None where some cannot be."""
    yield root, "", _files(root, {CONTENT: (), TEMPLATES: (), STATIC: WELL_KNOWN}, [CONFIG])
    packaged = starter_root()
    if packaged.resolve() != root.resolve():
        yield packaged, "/", _files(packaged, {TEMPLATES: (), STATIC: WELL_KNOWN}, [])


def _files(base: Path, folders: Mapping[str, Sequence[str]], paths: list[str]) -> list[str] | None:
    for folder, hidden in folders.items():
        found, problems = walk(base, folder, hidden)
        if problems:
            return None
        paths += found
    return paths


def _digests(base: Path, paths: Sequence[str]) -> list[bytes | None]:
    read = (read_file(base, path, MAX_FILE) for path in paths)
    return [None if isinstance(data, Problem) else hashlib.sha256(data).digest() for data in read]
