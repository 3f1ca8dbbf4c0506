"""What a target says was published there: kept at the target, read with suspicion, and the only licence to delete."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from jobglot import jsontext
from jobglot.gate import flaw
from jobglot.jsontext import Json, utc
from jobglot.manifest import FOLDER
from jobglot.problem import Origin, Problem, error
from jobglot.publish.release import Release

RECORD = f"{FOLDER}/published.json"
"""Where the record lies at a target that has no better place for it."""

FORMAT = 1
MARK = "jobglot publication"
CAP = 256 * 1024 * 1024
LINGER = 5
"""For how many publications an asset stays after the last page that used it: readers still have that page open."""

_DIGEST = re.compile(r"[0-9a-f]{64}")


class Sum(NamedTuple):
    """The size of a file in bytes and its SHA-256."""

    size: int
    sha256: str


class Former(NamedTuple):
    """An asset that no page of the release uses any more; for how many publications it has been so."""

    size: int
    sha256: str
    age: int


@dataclass(frozen=True, slots=True)
class Publication:
    """A release at a target.

    `files` are there; `coming` may be there, whole or not, because a run that sent them has not ended; `leaving` may
    still be there; `lingering` are assets of former releases. Only what one of the four names may ever be deleted.
    `withdrawn` is the source of the release that was rolled back, which no scheduler shall publish again.
    """

    board: str
    release: str
    built: datetime
    source: str
    version: str
    files: Mapping[str, Sum]
    lingering: Mapping[str, Former] = field(default_factory=dict)
    coming: Mapping[str, Sum] = field(default_factory=dict)
    leaving: Mapping[str, Sum] = field(default_factory=dict)
    open_pages: frozenset[str] = frozenset()
    next_change: datetime | None = None
    commit: str = ""
    committed: datetime | None = None
    is_complete: bool = True
    withdrawn: str = ""
    treatment: str = ""
    """How the target treats files, such as their headers; when that changes, all are sent again."""

    @property
    def is_settled(self) -> bool:
        """Whether the last run ended well."""
        return not self.coming and not self.leaving

    @property
    def pages(self) -> int:
        """How many pages of HTML it holds."""
        return sum(1 for path in self.files if path.endswith(".html"))


class Meddling(NamedTuple):
    """Files of the publication that somebody has changed or deleted at the target since; and who, in words."""

    paths: tuple[str, ...]
    who: str


@dataclass(frozen=True, slots=True)
class Held:
    """What a target holds: the publication, or else how many files that are not ours (at least; 0 for none)."""

    publication: Publication | None = None
    strangers: int = 0
    meddling: Meddling | None = None


def publication_of(release: Release, lingering: Mapping[str, Former], treatment: str = "") -> Publication:
    """What a target should say once the release is there."""
    return Publication(
        board=release.board,
        release=release.id,
        built=release.built,
        source=release.source,
        version=release.version,
        files={path: Sum(item.size, item.sha256) for path, item in release.files.items()},
        lingering=lingering,
        open_pages=release.open_pages,
        next_change=release.next_change,
        commit=release.commit,
        committed=release.committed,
        is_complete=release.is_complete,
        treatment=treatment,
    )


def write_publication(publication: Publication) -> bytes:
    """The record as a file: the same bytes for the same publication."""
    document: dict[str, Json] = {
        "mark": MARK,
        "format": FORMAT,
        "board": publication.board,
        "release": publication.release,
        "built": utc(publication.built),
        "source": publication.source,
        "version": publication.version,
        "next_change": utc(publication.next_change) if publication.next_change else None,
        "commit": publication.commit,
        "committed": utc(publication.committed) if publication.committed else None,
        "complete": publication.is_complete,
        "withdrawn": publication.withdrawn,
        "treatment": publication.treatment,
        "open_pages": sorted(publication.open_pages),
        "files": {path: list(entry) for path, entry in publication.files.items()},
        "lingering": {path: list(entry) for path, entry in publication.lingering.items()},
        "coming": {path: list(entry) for path, entry in publication.coming.items()},
        "leaving": {path: list(entry) for path, entry in publication.leaving.items()},
    }
    return jsontext.document(document)


def read_publication(data: bytes, where: str) -> Publication | Problem:
    """The record found at `where`. A problem when it cannot be trusted: then nothing is sent and nothing deleted."""
    try:
        document = json.loads(data)
        if not isinstance(document, dict) or document.get("mark") != MARK:
            return _unreadable(where)
        if document["format"] != FORMAT:
            return error(
                Origin(where),
                "publication-newer",
                f"it was published by jobglot {document.get('version', '?')}, in a form this version does not know",
                "publish with that version or a newer one",
            )
        return Publication(
            board=_text(document["board"]),
            release=_text(document["release"]),
            built=_instant(document["built"]),
            source=_text(document["source"]),
            version=_text(document["version"]),
            files=_sums(document["files"]),
            lingering=_formers(document["lingering"]),
            coming=_sums(document["coming"]),
            leaving=_sums(document["leaving"]),
            open_pages=frozenset(_safe(path) for path in document["open_pages"]),
            next_change=_instant(document["next_change"]) if document["next_change"] else None,
            commit=_text(document["commit"]),
            committed=_instant(document["committed"]) if document["committed"] else None,
            is_complete=document["complete"] is True,
            withdrawn=_text(document["withdrawn"]),
            treatment=_text(document["treatment"]),
        )
    except (KeyError, TypeError, ValueError, RecursionError):
        return _unreadable(where)


def _unreadable(where: str) -> Problem:
    return error(
        Origin(where),
        "publication-unreadable",
        "the record of what was published there cannot be read",
        f"restore {RECORD} there, or empty the target, and publish again",
    )


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > 10_000 or not value.isprintable():
        raise ValueError
    return value


def _instant(value: object) -> datetime:
    instant = datetime.fromisoformat(_text(value))
    if instant.tzinfo is None:
        raise ValueError
    return instant


def _safe(path: object) -> str:
    """A path that leads nowhere but into the target: whoever can write there may have written the record."""
    if not isinstance(path, str) or flaw(path) or path.split("/", 1)[0].casefold() in (FOLDER, ".git"):
        raise ValueError
    return path


def _sums(found: object) -> Mapping[str, Sum]:
    if not isinstance(found, dict):
        raise TypeError
    return {_safe(path): Sum(_size(size), _digest(digest)) for path, (size, digest) in found.items()}


def _formers(found: object) -> Mapping[str, Former]:
    if not isinstance(found, dict):
        raise TypeError
    return {_safe(path): Former(_size(s), _digest(d), _size(age)) for path, (s, d, age) in found.items()}


def _size(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError
    return value


def _digest(value: object) -> str:
    if not isinstance(value, str) or not _DIGEST.fullmatch(value):
        raise ValueError
    return value
