"""The whole site as one file, `.tar.gz` or `.zip`, the same bytes for the same site: for any host that takes one."""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import tarfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from jobglot.disk import replace_file
from jobglot.faults import shown
from jobglot.ground import SOURCES
from jobglot.publish.local import faults, locked
from jobglot.publish.publication import Held, Publication, write_publication
from jobglot.publish.target import Parcel, WithoutFormer, place_of, refuse, trusted
from jobglot.settings import ArchiveTarget

# The earliest day a zip file can hold; archives have no other time in them.
_DAY = (1980, 1, 1, 0, 0, 0)
_SECONDS = 315_532_800


@dataclass(frozen=True, slots=True)
class Archive(WithoutFormer):
    """The target `file`; its record lies beside it."""

    no_former: ClassVar[str] = "an archive keeps no former release"

    file: Path
    site: Path
    treatment: str = ""
    is_at_once: ClassVar[bool] = True

    @property
    def where(self) -> str:
        """The file, as the author names it."""
        return shown(self.file, self.site)

    @property
    def _record(self) -> Path:
        return self.file.with_name(self.file.name + ".json")

    @contextmanager
    def lock(self) -> Iterator[None]:
        """The operating system's lock, which ends with its process."""
        real = Path(os.path.realpath(self.file))
        for source in SOURCES:
            if real.is_relative_to(self.site / source):
                message = f"it would lie in “{source}”, which the site is made from"
                refuse(self.where, "output-is-source", message, "choose another path", is_refusal=True)
        with locked(self.file.parent, self.where):
            yield

    def look(self) -> Held:
        """What the record beside the archive says."""
        with faults(self.where, "looked at"):
            if not self.file.exists():
                return Held()
            if not self.file.is_file() or not self._record.exists():
                return Held(None, 1)
            return Held(trusted(self._record.read_bytes(), shown(self._record, self.site)))

    def send(self, parcel: Parcel) -> None:
        """Write the archive beside its place, read it back, and put it in place by a rename."""
        is_zip = self.file.name.endswith(".zip")
        beside = self.file.with_name(self.file.name + ".next")
        with faults(self.where, "written"):
            names = sorted(parcel.release.files)
            try:
                (_write_zip if is_zip else _write_tar)(beside, names, parcel)
                for name, data in (_read_zip if is_zip else _read_tar)(beside):
                    if hashlib.sha256(data).hexdigest() != parcel.release.files[name].sha256:
                        refuse(self.where, "target-differs", f"{name} is not what was written", "look at the disk")
                beside.replace(self.file)
            finally:
                beside.unlink(missing_ok=True)
            self.note(parcel.after)

    def note(self, publication: Publication) -> None:
        """Leave the record."""
        with faults(self.where, "written"):
            replace_file(os.fsencode(self._record), write_publication(publication))


def _write_tar(file: Path, names: list[str], parcel: Parcel) -> None:
    with (
        file.open("wb") as raw,
        gzip.GzipFile(filename="", mode="wb", fileobj=raw, compresslevel=9, mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for name in names:
            data = parcel.read(name)
            entry = tarfile.TarInfo(name)
            entry.size, entry.mtime, entry.mode = len(data), _SECONDS, 0o644
            archive.addfile(entry, io.BytesIO(data))


def _read_tar(file: Path) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(file) as archive:
        for entry in archive:
            held = archive.extractfile(entry)
            yield entry.name, held.read() if held else b""


def _write_zip(file: Path, names: list[str], parcel: Parcel) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            entry = zipfile.ZipInfo(name, _DAY)
            entry.create_system, entry.external_attr = 3, 0o100644 << 16
            archive.writestr(entry, parcel.read(name), zipfile.ZIP_DEFLATED, 9)


def _read_zip(file: Path) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            yield name, archive.read(name)


def open_archive(settings: ArchiveTarget, site: Path) -> Archive:
    """The target that the settings name."""
    return Archive(place_of(settings.path, site), site)
