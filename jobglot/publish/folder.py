"""A folder on this machine, as releases: `releases/<id>/`, and a link `current` that is swapped by one rename.

Whoever reads through the link sees one release whole. Files that did not change are the same files (hard links), so
they cost nothing and keep their date, and browsers are answered "not modified".
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

from jobglot.disk import make_folder, remove_empty_folders, remove_files, replace_file, write_file
from jobglot.faults import shown
from jobglot.gate import is_litter
from jobglot.manifest import FOLDER
from jobglot.problem import Problem
from jobglot.publish.local import claimed, faults
from jobglot.publish.publication import CAP, Former, Held, Publication, read_publication, write_publication
from jobglot.publish.release import is_fingerprinted
from jobglot.publish.target import Parcel, TargetFault, place_of, refuse
from jobglot.settings import FolderTarget

RELEASES, CURRENT, PART = "releases", "current", ".part"


@dataclass(frozen=True, slots=True)
class Releases:
    """The target in `top`; `keep` releases stay."""

    top: Path
    site: Path
    keep: int
    treatment: str = ""
    is_at_once: ClassVar[bool] = True

    @property
    def where(self) -> str:
        """The folder, as the author names it."""
        return shown(self.top, self.site)

    @contextmanager
    def lock(self) -> Iterator[None]:
        """The operating system's lock, which ends with its process."""
        with claimed(self.top, self.site, self.where):
            yield

    def look(self) -> Held:
        """What `current` leads to."""
        with faults(self.where, "looked at"):
            if not os.path.lexists(self.top):
                return Held()
            if not os.path.lexists(self.top / CURRENT):
                return Held(None, self._strangers())
            publication = self._read(self._current())
            if isinstance(publication, Problem):
                raise TargetFault(publication)
            return Held(publication)

    def _strangers(self) -> int:
        ours = {RELEASES, FOLDER}
        found = sum(1 for name in os.listdir(self.top) if name not in ours and not is_litter(name))  # noqa: PTH208
        folder = self.top / RELEASES
        names = set(os.listdir(folder)) if folder.is_dir() else set()  # noqa: PTH208
        return found + sum(1 for name in names if not name.endswith(".json") and f"{name}.json" not in names)

    def _current(self) -> str:
        link = self.top / CURRENT
        remedy = "move it away, so that a link can take its place"
        if not link.is_symlink():
            refuse(f"{self.where}/{CURRENT}", "current-not-a-link", "it is no symbolic link", remedy, is_refusal=True)
        target = Path(os.readlink(link))  # noqa: PTH115
        whole = Path(os.path.normpath(self.top / target))
        if whole.parent != Path(os.path.normpath(self.top / RELEASES)):
            message = "it leads to what is no release"
            refuse(f"{self.where}/{CURRENT}", "current-leads-out", message, remedy, is_refusal=True)
        return whole.name

    def _read(self, release: str) -> Publication | Problem:
        record = self.top / RELEASES / f"{release}.json"
        if record.stat().st_size > CAP:
            refuse(self.where, "publication-unreadable", "the record is too large", "move the folder away")
        found = read_publication(record.read_bytes(), f"{self.where}/{RELEASES}/{release}.json")
        return found if isinstance(found, Problem) else replace(found, release=release)

    def send(self, parcel: Parcel) -> None:
        """Lay out the release beside the present one, check it, swap the link, remove the oldest."""
        with faults(self.where, "written to"):
            self._sweep()
            release = self._free_name(parcel.after.release)
            after = replace(parcel.after, release=release)
            make_folder(os.fsencode(self.top / RELEASES))
            try:
                self._lay_out(parcel, after)
            except (OSError, TargetFault, KeyboardInterrupt):
                # A disk that is full by half a release would stay so.
                with contextlib.suppress(OSError):
                    self._sweep()
                raise
            self._swap(release)
            self._prune(release)

    def _lay_out(self, parcel: Parcel, after: Publication) -> None:
        """The release beside the others, whole and checked; before that, its files are those of a dead run."""
        release = after.release
        folder = self.top / RELEASES / (release + PART)
        part = self.top / RELEASES / f"{release}{PART}.json"
        replace_file(_bytes(part), write_publication(after))
        former = self.top / RELEASES / parcel.there.release if parcel.there else None
        for path in parcel.release.files:
            _place(path, parcel.folder, former, folder)
        for path in after.lingering:
            if former is not None and (former / path).is_file():
                _link_or_copy(former / path, folder / path)
        self._check(parcel, folder)
        folder.rename(self.top / RELEASES / release)
        part.replace(self.top / RELEASES / f"{release}.json")

    def _free_name(self, release: str) -> str:
        name, count = release, 1
        while os.path.lexists(self.top / RELEASES / name) or os.path.lexists(self.top / RELEASES / f"{name}.json"):
            count += 1
            name = f"{release}-{count}"
        return name

    def _check(self, parcel: Parcel, folder: Path) -> None:
        for path, item in parcel.release.files.items():
            data = (folder / path).read_bytes()
            if hashlib.sha256(data).hexdigest() != item.sha256:
                refuse(f"{self.where}/{path}", "target-differs", "it is not what was written", "look at the disk")

    def _swap(self, release: str) -> None:
        beside = self.top / f".{CURRENT}.next"
        beside.unlink(missing_ok=True)
        beside.symlink_to(f"{RELEASES}/{release}", target_is_directory=True)
        beside.replace(self.top / CURRENT)

    def _sweep(self) -> None:
        """Remove what a dead run laid out: just the files its record names, and records it had not yet put in place."""
        for unplaced in (self.top / RELEASES).glob("*.json.next"):
            unplaced.unlink()
        for record in sorted((self.top / RELEASES).glob(f"*{PART}.json")):
            found = read_publication(record.read_bytes(), record.name)
            release = record.name.removesuffix(f"{PART}.json")
            if isinstance(found, Publication):
                _remove(self.top / RELEASES / (release + PART), (*found.files, *found.lingering))
                if not (self.top / RELEASES / f"{release}.json").exists():
                    _remove(self.top / RELEASES / release, (*found.files, *found.lingering))
            record.unlink()

    def _prune(self, current: str) -> None:
        """Remove the oldest releases, but never the present one.

        Those built for a later time than it go first: nobody goes back to what was withdrawn, or made by a wrong clock.
        """
        names = self._names()
        for release in sorted(names, key=lambda name: name > current)[self.keep :]:
            found = self._read(release)
            if release == current or isinstance(found, Problem):
                continue
            if _remove(self.top / RELEASES / release, (*found.files, *found.lingering)):
                (self.top / RELEASES / f"{release}.json").unlink()

    def _names(self) -> list[str]:
        """Every release that is there, the newest first."""
        records = (self.top / RELEASES).glob("*.json")
        names = (record.name.removesuffix(".json") for record in records)
        return sorted((name for name in names if not name.endswith(PART)), reverse=True)

    def note(self, publication: Publication) -> None:
        """Rewrite the record of the present release."""
        with faults(self.where, "written to"):
            record = self.top / RELEASES / f"{publication.release}.json"
            replace_file(_bytes(record), write_publication(publication))

    def former(self) -> Iterator[Publication]:
        """The releases that were kept, the newest first."""
        with faults(self.where, "looked through"):
            for release in self._names():
                found = self._read(release)
                if isinstance(found, Publication):
                    yield found

    def roll_back(self, there: Publication, to: Publication) -> None:
        """Swap the link back; the assets of the present release go along, for readers who have its pages open."""
        folder, present = self.top / RELEASES / to.release, self.top / RELEASES / there.release
        with faults(self.where, "written to"):
            for path, entry in to.files.items():
                if not (folder / path).is_file() or (folder / path).stat().st_size != entry.size:
                    message = f"the release {to.release} is not whole: {path} is missing or was changed"
                    refuse(self.where, "rollback-not-whole", message, "choose another release")
            lingering = dict(to.lingering)
            for path, entry in there.files.items():
                if is_fingerprinted(path) and path not in to.files:
                    lingering[path] = Former(*entry, 1)
            self.note(replace(to, lingering=lingering))
            for path in lingering:
                if (present / path).is_file() and not (folder / path).exists():
                    _link_or_copy(present / path, folder / path)
            self._swap(to.release)


def _place(path: str, new: Path, former: Path | None, folder: Path) -> None:
    """Put a file of the release in `folder`: the former release's own file where it has the same bytes."""
    data = (new / path).read_bytes()
    if former is not None and _read_back(former / path) == data:
        _link_or_copy(former / path, folder / path)
    else:
        write_file(_bytes(folder / path), data)


def _read_back(file: Path) -> bytes | None:
    """The bytes of a file; None where there is none."""
    try:
        return file.read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


def _link_or_copy(old: Path, new: Path) -> None:
    make_folder(_bytes(new.parent))
    try:
        new.hardlink_to(old)
    except OSError:  # a file system without hard links, or a file with too many
        write_file(_bytes(new), old.read_bytes())


def _remove(folder: Path, paths: Iterable[str]) -> bool:
    """Remove the named files and the folders that get empty; whether nothing else was there."""
    named = tuple(paths)
    remove_files(_bytes(folder), named)
    remove_empty_folders(_bytes(folder), named)
    with contextlib.suppress(OSError):
        folder.rmdir()
    return not os.path.lexists(folder)


def _bytes(path: Path) -> bytes:
    return os.fsencode(path)


def open_folder(settings: FolderTarget, site: Path) -> Releases:
    """The target that the settings name; links are wanted."""
    return Releases(place_of(settings.path, site), site, settings.keep)
