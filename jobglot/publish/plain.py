"""A folder on this machine without links: each file is replaced by a rename, in the order of the release."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from jobglot.disk import replace_file
from jobglot.faults import shown
from jobglot.ground import is_empty
from jobglot.manifest import FOLDER, JOURNAL, MANIFEST
from jobglot.publish.local import claimed, faults
from jobglot.publish.publication import RECORD, Held, Publication, write_publication
from jobglot.publish.target import Parcel, TargetFault, WithoutFormer, place_of, refuse, trusted
from jobglot.settings import FolderTarget
from jobglot.write import Stopped, write


@dataclass(frozen=True, slots=True)
class Plain(WithoutFormer):
    """The target in `top`."""

    no_former: ClassVar[str] = "a folder without links keeps no former release"
    instead: ClassVar[str] = f"{WithoutFormer.instead}, or set “links: true” for next time"

    top: Path
    site: Path
    treatment: str = ""
    is_at_once: ClassVar[bool] = False

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
        """What the record there says."""
        with faults(self.where, "looked at"):
            if not self.top.exists():
                return Held()
            if not (self.top / RECORD).exists():
                is_ours = (self.top / MANIFEST).exists() or (self.top / JOURNAL).exists() or is_empty(self.top)
                others = [name for name in os.listdir(self.top) if name != FOLDER]  # noqa: PTH208
                return Held(None, 0 if is_ours else len(others))
            return Held(trusted((self.top / RECORD).read_bytes(), f"{self.where}/{RECORD}"))

    def send(self, parcel: Parcel) -> None:
        """Let the folder be written as any output is: staged whole, then renamed file by file, removals last."""
        with faults(self.where, "written to"):
            lingering = [path for path in parcel.after.lingering if (self.top / path).is_file()]
            order = sorted(parcel.release.files, key=lambda path: (parcel.release.files[path].part, path))
            done = write(
                self.top,
                self.site,
                [*lingering, *order],
                lambda path: parcel.read(path) if path in parcel.release.files else (self.top / path).read_bytes(),
                adopt=parcel.there is None,
            )
            if isinstance(done, Stopped):
                raise TargetFault(done.problems[0], is_refusal=done.refused)
            for path in parcel.steps.sends:
                if hashlib.sha256((self.top / path).read_bytes()).hexdigest() != parcel.release.files[path].sha256:
                    refuse(f"{self.where}/{path}", "target-differs", "it is not what was written", "look at the disk")
            self.note(parcel.after)

    def note(self, publication: Publication) -> None:
        """Leave the record."""
        with faults(self.where, "written to"):
            replace_file(os.fsencode(self.top / RECORD), write_publication(publication))


def open_plain(settings: FolderTarget, site: Path) -> Plain:
    """The target that the settings name; links are not wanted."""
    return Plain(place_of(settings.path, site), site)
