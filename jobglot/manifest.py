"""What we wrote into an output folder: the mark that it is ours, and the only licence to delete.

Two files under `.jobglot/` in the output. The *manifest* names every file of the site with its SHA-256; it is put in
place when all of them are. The *journal* stands only while a run is at work, or after one died: the files it may have
put there, with every digest they may have. A file is ours when one of the two lists it with the digest it has.
A record that cannot be read licenses nothing: the folder is refused, and nothing is deleted on a guess.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jobglot import __version__
from jobglot.gate import flaw, read_file
from jobglot.problem import Origin, Problem, error

FOLDER = ".jobglot"
MANIFEST = f"{FOLDER}/manifest.json"
JOURNAL = f"{FOLDER}/journal.json"

_FORMAT = 1
_MARK = "jobglot output"
_CAP = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of a whole site, path → SHA-256 in hex.

    `kept` lists files of ours that are no part of the site any more and stay, because somebody changed them.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    kept: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Journal:
    """The files a run may have put in place, path → digests; none when it can only have staged the file."""

    files: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Record:
    """All that is known of an output folder: path → every digest a file of ours may have there.

    A path without digests was only meant to be written. `settled` is the manifest; `None` where no run has ended yet.
    `interrupted` holds what the journal of a run that died says.
    """

    known: Mapping[str, frozenset[str]] = field(default_factory=dict)
    settled: Manifest | None = None
    interrupted: Journal | None = None


def write_manifest(manifest: Manifest) -> bytes:
    """The manifest as a file: the same bytes for the same content."""
    return _written({"files": dict(manifest.files), "kept": dict(manifest.kept)})


def write_journal(journal: Journal) -> bytes:
    """The journal as a file."""
    return _written({"files": dict(journal.files)})


def read_record(output: Path, shown: str) -> Record | Problem:
    """What is known of an output folder, called `shown` in problems. A folder without any record gives an empty one."""
    manifest = _read(output, MANIFEST, shown)
    journal = _read(output, JOURNAL, shown)
    for problem in (manifest, journal):
        if isinstance(problem, Problem):
            return problem
    assert not isinstance(manifest, Problem)
    assert not isinstance(journal, Problem)
    known: dict[str, set[str]] = {}
    try:
        settled = None if manifest is None else Manifest(_digests(manifest["files"]), _digests(manifest["kept"]))
        interrupted = None if journal is None else Journal(_digest_lists(journal["files"]))
    except (KeyError, TypeError, ValueError):
        return _unreadable(shown)
    for files in (settled.files, settled.kept) if settled else ():
        for path, digest in files.items():
            known.setdefault(path, set()).add(digest)
    for path, digests in interrupted.files.items() if interrupted else ():
        known.setdefault(path, set()).update(digests)
    return Record({path: frozenset(digests) for path, digests in known.items()}, settled, interrupted)


def _written(content: Mapping[str, object]) -> bytes:
    marked = {"mark": _MARK, "format": _FORMAT, "version": __version__, **content}
    return json.dumps(marked, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n"


def _read(output: Path, name: str, shown: str) -> dict[str, object] | Problem | None:
    """The content of one record; None when there is none."""
    data = read_file(output, name, _CAP)
    if isinstance(data, Problem):
        return None if data.code == "file-missing" else _unreadable(shown)
    try:
        content = json.loads(data)
    except (ValueError, RecursionError):
        return _unreadable(shown)
    if not isinstance(content, dict) or content.get("mark") != _MARK:
        return _unreadable(shown)
    if type(content.get("format")) is not int or content["format"] < 1:
        return _unreadable(shown)
    if content["format"] > _FORMAT:
        return error(
            Origin(shown),
            "output-newer",
            f"the folder was made by jobglot {content.get('version')!s:.40}, newer than this one ({__version__})",
            "update jobglot, choose another folder with --output, or empty this one",
        )
    return content


def _digests(value: object) -> Mapping[str, str]:
    """The paths and digests of a record; ValueError or TypeError unless every one of them can be trusted."""
    if not isinstance(value, dict):
        raise TypeError
    for path, digest in value.items():
        _trust(path, digest)
    return value


def _digest_lists(value: object) -> Mapping[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        raise TypeError
    for path, digests in value.items():
        if not isinstance(digests, list):
            raise TypeError
        _trust(path, *digests)
    return {path: tuple(digests) for path, digests in value.items()}


def _trust(path: str, *digests: str) -> None:
    """A record is read before files are deleted by it: a path that leads out of the folder must not get past here."""
    if flaw(path) or path.startswith(f"{FOLDER}/") or not all(isinstance(digest, str) for digest in digests):
        raise ValueError


def _unreadable(shown: str) -> Problem:
    return error(
        Origin(shown),
        "output-record-unreadable",
        f"the record of what jobglot wrote here ({FOLDER}/) cannot be read, so which files are ours is not known",
        ADOPTING,
    )


ADOPTING = (
    "empty the folder, choose another with --output, or take it over with --adopt, which replaces the files that stand "
    "where pages go and leaves all others alone"
)
"""The remedy for a folder that is not known to be ours."""
