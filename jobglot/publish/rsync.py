"""A folder on another machine, by rsync over ssh or to a daemon.

Files go in the order of the release, a stage a run: assets, pages, listings, then feeds; those of a stage are put in
place together (`--delay-updates`). Deletions come last, in a run of their own, name by name, and never more than were
planned (`--max-delete`). rsync itself compares checksums, so a second run sends what a first one left out and nothing
else.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, NoReturn

from jobglot.disk import folders_above
from jobglot.manifest import FOLDER
from jobglot.publish.holder import LOCK, busy, is_dead, new_mark
from jobglot.publish.program import Done, last_lines, run
from jobglot.publish.publication import CAP, RECORD, Held, Publication, write_publication
from jobglot.publish.release import Part
from jobglot.publish.target import Parcel, WithoutFormer, place_of, refuse, trusted
from jobglot.settings import RsyncTarget

PROGRAM = "rsync"
STAGES = ((Part.ASSET,), (Part.PAGE,), (Part.LISTING,), (Part.MACHINE, Part.LAST))

# -c: by content, for a clean build has new dates. Not -t: then a file that did not change keeps its date there, and
# browsers are answered "not modified". Not -r: every file is named, so nothing else is ever touched.
_FLAGS = ("--checksum", "--chmod=D755,F644", "--timeout=120")
_EXIT_CODES = {
    1: ("rsync does not know one of the options", "install rsync 3.2.3 or newer on both sides"),
    2: ("the two rsyncs do not understand each other", "install the same version on both sides"),
    3: ("a file or folder cannot be chosen", "check the destination"),
    5: ("the daemon did not let us in", "check the module's name, the user and RSYNC_PASSWORD"),
    10: ("the connection failed", "check the address and the connection"),
    11: ("a file could not be written there", "check the space and the rights there"),
    12: ("the connection broke off", "publish again: what is missing is sent then"),
    13: ("the two rsyncs do not understand each other", "install the same version on both sides"),
    14: ("ssh or rsync could not be started", "install both, here and there"),
    20: ("it was interrupted", "publish again: what is missing is sent then"),
    23: ("some files could not be sent", "check the rights and the space there, then publish again"),
    24: ("some files went away while they were sent", "publish again"),
    25: ("more files would have been deleted than were planned", "publish again, to make a new plan"),
    30: ("the other side did not answer in time", "check the connection, then publish again"),
    35: ("the daemon did not answer in time", "check the connection, then publish again"),
    127: ("there is no rsync on the other side", "install rsync there"),
    255: ("ssh could not connect", "check the address, the key and the host's fingerprint with ssh alone"),
}
_STREAM_BROKE, _NOT_CONNECTED = 12, 255
# rsync reports the end of the stream, 12, where the remote shell has closed it but has not yet ended with a code.
_NOTHING_SAID = re.compile(r"connection unexpectedly closed \(0 bytes received so far\)|failed to write 4 bytes")
_MISSING = re.compile(r"(?:change_dir|link_stat|mkdir|change_dir#\d).*No such file or directory", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Remote(WithoutFormer):
    """The target; `destination` ends in "/"."""

    no_former: ClassVar[str] = "the other side keeps no former release"

    destination: str
    take_over: bool = False
    treatment: str = ""
    is_at_once: ClassVar[bool] = False
    program: str = PROGRAM

    @property
    def where(self) -> str:
        """The destination."""
        return self.destination

    @contextmanager
    def lock(self) -> Iterator[None]:
        """A file that says who is publishing.

        rsync has nothing that only one of two can do, so this is read back after it was written, and again at the end.
        """
        present = self._fetch(LOCK)
        if present is not None and not self.take_over and not is_dead(present):
            busy(self.where, present)
        mark = new_mark()
        self._put(LOCK, mark)
        holder = self._fetch(LOCK)
        if holder != mark:
            busy(self.where, holder or b"")
        try:
            yield
            holder = self._fetch(LOCK)
            if holder != mark:
                busy(self.where, holder or b"")
        finally:
            self._delete([LOCK])

    def look(self) -> Held:
        """What the record there says."""
        data = self._fetch(RECORD)
        if data is not None:
            return Held(trusted(data, f"{self.where}{RECORD}"))
        done = self._rsync("--list-only", self.destination)
        if done.code:
            if _MISSING.search(done.err):
                return Held()
            self._explain(done)
        names = [
            line.split(maxsplit=4)[-1] for line in done.out.decode("utf-8", "replace").splitlines() if line.strip()
        ]
        return Held(None, sum(1 for name in names if name not in (".", FOLDER)))

    def send(self, parcel: Parcel) -> None:
        """The stages, the record, the deletions; before each, the record says what may be there after it."""
        steps, after = parcel.steps, parcel.after
        self.note(parcel.coming)
        for stage in STAGES:
            self._send(parcel.folder, steps.of(stage, parcel.release))
        self._check(parcel)
        self.note(parcel.leaving)
        if steps.removals:
            self._delete(steps.removals)
            self._delete_folders(steps.removals, {*after.files, *after.lingering, RECORD})
            self.note(after)

    def _send(self, folder: Path, paths: Sequence[str]) -> None:
        if paths:
            self._listed(paths, "--delay-updates", "--mkpath", f"{folder}/")

    def _check(self, parcel: Parcel) -> None:
        """Ask rsync what it would still send: nothing."""
        if parcel.steps.sends:
            done = self._listed(parcel.steps.sends, "--dry-run", "--out-format=%n", f"{parcel.folder}/")
            left = [
                line for line in done.out.decode("utf-8", "replace").splitlines() if line and not line.endswith("/")
            ]
            if left:
                message = f"{len(left):,} files there are not what was sent, such as {left[0]}"
                refuse(self.where, "target-differs", message, "publish again; perhaps somebody else writes there")

    def _delete(self, paths: Sequence[str]) -> None:
        """Delete files, or empty folders, by name: a folder here lacks them, and so shall the other side.

        Not by `--delete-after`: it takes the files of strangers along when it deletes their folder (seen with 3.5).
        """
        with tempfile.TemporaryDirectory() as place:
            for path in paths:
                # What is sent is named in UTF-8, whatever the locale.
                (Path(place) / os.fsdecode(path.encode())).parent.mkdir(parents=True, exist_ok=True)
            bounded = ("--delete-missing-args", f"--max-delete={len(paths)}")
            self._listed(paths, *bounded, f"{place}/")

    def _delete_folders(self, removed: Sequence[str], there: Iterable[str]) -> None:
        """Delete the folders that only held what was removed: a server would answer 403 for them, and not 404."""
        kept = {folder for path in there for folder in folders_above(path)}
        empty = {folder for path in removed for folder in folders_above(path)} - kept
        for depth in sorted({folder.count("/") for folder in empty}, reverse=True):
            self._delete(sorted(folder for folder in empty if folder.count("/") == depth))

    def _listed(self, paths: Iterable[str], *arguments: str) -> Done:
        # "./" because rsync passes over names that begin with # or ;
        given = "".join(f"./{path}\0" for path in paths).encode()
        done = self._rsync("--from0", "--files-from=-", *arguments, self.destination, given=given)
        if done.code:
            self._explain(done)
        return done

    def note(self, publication: Publication) -> None:
        """Leave the record."""
        self._put(RECORD, write_publication(publication))

    def _put(self, path: str, data: bytes) -> None:
        with tempfile.TemporaryDirectory() as place:
            file = Path(place) / path
            file.parent.mkdir(parents=True)
            file.write_bytes(data)
            self._listed([path], "--mkpath", f"{place}/")

    def _fetch(self, path: str) -> bytes | None:
        """A small file there; None where there is none."""
        with tempfile.TemporaryDirectory() as place:
            done = self._rsync(f"--max-size={CAP}", f"{self.destination}{path}", f"{place}/")
            file = Path(place) / Path(path).name
            if done.code == 0 and file.exists():
                return file.read_bytes()
            if done.code and not _MISSING.search(done.err):
                self._explain(done)
            return None

    def _rsync(self, *arguments: str, given: bytes = b"") -> Done:
        return run([self.program, *_FLAGS, *arguments], self.where, given=given)

    def _explain(self, done: Done) -> NoReturn:
        code = _NOT_CONNECTED if done.code == _STREAM_BROKE and _NOTHING_SAID.search(done.err) else done.code
        message, remedy = _EXIT_CODES.get(code, ("rsync failed", "see to that and publish again"))
        said = last_lines(done.err)
        refuse(self.where, f"rsync-{code}", f"{message} (rsync's exit code {done.code}: {said})", remedy)


def open_remote(settings: RsyncTarget, site: Path, *, take_over: bool = False) -> Remote:
    """The target that the settings name; without a host, a folder here."""
    destination = settings.destination
    if ":" not in destination.partition("/")[0]:
        destination = str(place_of(destination, site))
    if destination.endswith(":"):  # the home folder there, and not the root, as a slash would make it
        destination += "."
    return Remote(destination if destination.endswith("/") else destination + "/", take_over)
