"""What must happen to an output folder so that it equals the plan, and what stands against it.

Only looks, changes nothing. What is ours the record says; everything else in the folder belongs to strangers, and is
neither removed nor replaced.
"""

from __future__ import annotations

import errno
import os
import stat
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from jobglot.disk import digest_at, folders_above
from jobglot.faults import fault, printable
from jobglot.manifest import Manifest, Record
from jobglot.problem import Origin, Problem, Severity, in_order
from jobglot.staging import Change, Staged

_SHOWS_OTHERS = frozenset({".html", ".xml", ".json", ".ics", ".txt", ".webmanifest"})

_ACCESS_OF_PROCESS = os.access in os.supports_effective_ids


class Difference(NamedTuple):
    """The steps that make an output folder equal to a plan, each in the order to take it.

    `makes_way` are files of former builds where a folder or page must go, `cleared` folders where a page must go.
    `renames` are files whose name changes only in case, on disks where both names are one. `moves` are staged files to
    put in place, `removals` files to remove last; `gone` are all former paths, above which empty folders go.
    `after` is the manifest when all is done.
    """

    makes_way: tuple[str, ...]
    cleared: tuple[str, ...]
    renames: tuple[tuple[str, str], ...]
    moves: tuple[Staged, ...]
    removals: tuple[str, ...]
    gone: tuple[str, ...]
    after: Manifest
    problems: tuple[Problem, ...]

    @property
    def is_empty(self) -> bool:
        """Whether every file is as it should be."""
        return not (self.moves or self.removals or self.renames)


def difference(output: bytes, shown: str, staged: Sequence[Staged], record: Record, *, adopt: bool) -> Difference:
    """How the output folder differs from the staged plan, whose files come in the order to put them in place.

    `adopt`: files that stand where pages go count as ours, though no record says so. OSError when the folder cannot be
    looked at.
    """
    place = _Place(output, shown)
    wanted = {item.path: item.digest for item in staged}
    moves = tuple(sorted((item for item in staged if item.change is not Change.SAME), key=_turn))
    former_paths = (path for path, digests in record.known.items() if digests and path not in wanted)
    gone = tuple(sorted(path for path in former_paths if not place.hurdle(path)))
    former = _former(place, gone, record)
    renames = _renames(place, former.unedited, wanted)
    way = _way(place, moves, former.unedited)
    removals = tuple(sorted(former.unedited - way.makes_way - {old for old, _ in renames}))
    problems = (
        *former.warnings,
        *way.problems,
        *(() if adopt else _strangers(place, staged, record, {new for _, new in renames})),
        *_edited(place, staged, record),
        *_closed_folders(place, (*(item.path for item in moves), *removals, *way.makes_way)),
    )
    return Difference(
        makes_way=tuple(sorted(way.makes_way)),
        cleared=tuple(sorted(way.cleared, reverse=True)),
        renames=renames,
        moves=moves,
        removals=removals,
        gone=gone,
        after=Manifest(wanted, former.kept),
        problems=in_order(list(problems)),
    )


def _turn(item: Staged) -> tuple[bool, bool]:
    """What pages use before the pages, and what nobody links to yet before what may link to it from now on."""
    return os.path.splitext(item.path)[1] in _SHOWS_OTHERS, item.change is Change.CHANGED  # noqa: PTH122


@dataclass(frozen=True, slots=True)
class _Place:
    """The output folder as it stands, each path looked at once."""

    output: bytes
    shown: str
    _kinds: dict[str, int] = field(default_factory=dict)

    def full(self, path: str) -> bytes:
        return self.output + b"/" + path.encode(errors="surrogateescape")

    def kind(self, path: str) -> int:
        """The type of what stands there, as `stat.S_IFMT` gives it; 0 for nothing. Links are not followed."""
        if path not in self._kinds:
            try:
                self._kinds[path] = stat.S_IFMT(os.lstat(self.full(path)).st_mode)
            except (FileNotFoundError, NotADirectoryError):
                self._kinds[path] = 0
        return self._kinds[path]

    def hurdle(self, path: str) -> str:
        """The first thing above `path` that is no real folder, "" for none: what lies beyond a link is not ours."""
        for folder in folders_above(path):
            if not self.kind(folder):
                return ""
            if self.kind(folder) != stat.S_IFDIR:
                return folder
        return ""

    def innermost(self, path: str) -> str:
        """The innermost folder above `path` that is there, "" for the output itself."""
        innermost = ""
        for folder in folders_above(path):
            if self.kind(folder) != stat.S_IFDIR:
                break
            innermost = folder
        return innermost

    def problem(self, severity: Severity, path: str, code: str, message: str, remedy: str) -> Problem:
        return Problem(Origin(printable(f"{self.shown}/{path}")), severity, code, message, remedy)


class _Former(NamedTuple):
    """Files of ours that are not wanted any more: those we may remove, and those that somebody changed."""

    unedited: frozenset[str]
    kept: Mapping[str, str]
    warnings: tuple[Problem, ...]


def _former(place: _Place, gone: Sequence[str], record: Record) -> _Former:
    unedited: set[str] = set()
    kept: dict[str, str] = {}
    for path in gone:
        if place.kind(path) != stat.S_IFREG:
            continue
        if digest_at(place.full(path)) in record.known[path]:
            unedited.add(path)
        else:
            kept[path] = min(record.known[path])
    said = (
        "output-edited-kept",
        "the file is no part of the site any more, but was changed since jobglot wrote it, and stays",
        "remove it, or move it out of the output folder",
    )
    return _Former(frozenset(unedited), kept, tuple(place.problem(Severity.WARNING, path, *said) for path in kept))


def _renames(place: _Place, unedited: Collection[str], wanted: Collection[str]) -> tuple[tuple[str, str], ...]:
    """Former files and wanted ones that are one file here, because the disk takes no heed of case or Unicode form."""
    if not unedited:
        return ()
    folded = {_folded(path): path for path in wanted}
    pairs = ((old, folded[_folded(old)]) for old in sorted(unedited) if _folded(old) in folded)
    return tuple((old, new) for old, new in pairs if _are_one(place.full(old), place.full(new)))


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _are_one(one: bytes, other: bytes) -> bool:
    try:
        return os.path.samestat(os.lstat(one), os.lstat(other))
    except OSError:
        return False


class _Way(NamedTuple):
    """What stands where pages and their folders must go: what is ours to remove, and problems for the rest."""

    makes_way: frozenset[str]
    cleared: frozenset[str]
    problems: tuple[Problem, ...]


def _way(place: _Place, moves: Sequence[Staged], unedited: Collection[str]) -> _Way:
    makes_way: set[str] = set()
    cleared: set[str] = set()
    problems: list[Problem] = []
    for item in moves:
        hurdle = place.hurdle(item.path) or (item.path if item.change is Change.BLOCKED else "")
        if hurdle in unedited:
            makes_way.add(hurdle)
        elif hurdle and place.kind(hurdle) == stat.S_IFDIR:
            folders, files = _tree(place, hurdle)
            cleared.update(folders)
            makes_way.update(file for file in files if file in unedited)
            problems += (_in_the_way(place, file) for file in files if file not in unedited)
        elif hurdle:
            problems.append(_in_the_way(place, hurdle))
    return _Way(frozenset(makes_way), frozenset(cleared), tuple(problems))


def _tree(place: _Place, folder: str) -> tuple[list[str], list[str]]:
    """A folder with all folders in it, and all else that lies in them."""
    folders: list[str] = [folder]
    files: list[str] = []
    for above in folders:  # which grows as folders are found
        for name in sorted(os.listdir(place.full(above))):  # noqa: PTH208 -- bytes
            path = f"{above}/{name.decode(errors='surrogateescape')}"
            (folders if place.kind(path) == stat.S_IFDIR else files).append(path)
    return folders, files


def _in_the_way(place: _Place, path: str) -> Problem:
    return place.problem(
        Severity.ERROR,
        path,
        "output-in-the-way",
        "it is not as jobglot wrote it, or not jobglot's at all, and stands where a page must go",
        "move it away, or take over what stands where pages go with --adopt",
    )


def _strangers(place: _Place, staged: Sequence[Staged], record: Record, renamed: Collection[str]) -> Iterator[Problem]:
    """Files where pages must go that are in no record of ours, be their bytes the same."""
    for item in staged:
        is_there = item.change is Change.CHANGED or item.change is Change.SAME
        if is_there and not record.known.get(item.path) and item.path not in renamed:
            yield _in_the_way(place, item.path)


def _edited(place: _Place, staged: Sequence[Staged], record: Record) -> Iterator[Problem]:
    """Pages that were changed by hand, which the new ones replace."""
    for item in staged:
        if item.change is Change.CHANGED and item.was not in (known := record.known.get(item.path, ())) and known:
            yield place.problem(
                Severity.WARNING,
                item.path,
                "output-edited-replaced",
                "the file was changed since jobglot wrote it, and is replaced",
                "change what it is made from instead",
            )


def _closed_folders(place: _Place, touched: Iterable[str]) -> Iterator[Problem]:
    """Folders in which files must come or go, and may not: better known before the first file is moved."""
    for folder in sorted({place.innermost(path) for path in touched}):
        full = place.full(folder) if folder else place.output
        if not os.access(full, os.W_OK | os.X_OK, effective_ids=_ACCESS_OF_PROCESS):
            yield fault(PermissionError(errno.EACCES, ""), f"{place.shown}/{folder}".rstrip("/"), "written to")
