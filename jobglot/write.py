"""Makes an output folder equal to a plan: old or new at any instant, never half, and never at a stranger's cost.

A run goes through three doors, and may die before, in or after each:

1. *Stage*: everything is produced into `.jobglot/staging/` of the output, but for what stands in its place already.
2. *Prepare*: what stands in the way is found, the journal says what is about to come, the new manifest is written
   beside the old one. Until here any fault (a full disk, say) leaves the former site as it was.
3. *Move*: staged files are renamed into place, former ones removed, the new manifest put in force.

Each file is whole at any time, and the next run finishes what a dead one began. Pages are not flushed to the disk one
by one (for a large site that takes minutes): a power cut may leave some of them empty, which the next run sees, because
it compares bytes. The two records are flushed.
"""

# ruff: noqa: PTH105, PTH106, PTH108 -- bytes, as in `disk`

from __future__ import annotations

import contextlib
import hashlib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from jobglot.difference import Difference, difference
from jobglot.disk import make_folder, read_through, replace_file, write_file
from jobglot.faults import fault, printable, shown
from jobglot.gate import flaw
from jobglot.ground import refusal, stranger
from jobglot.lock import Lock, acquire
from jobglot.manifest import FOLDER, JOURNAL, MANIFEST, Journal, Record, read_record, write_journal, write_manifest
from jobglot.moving import move
from jobglot.problem import Origin, Problem, error, stops
from jobglot.staging import Change, Staged, Staging

_MANIFEST = b"/" + MANIFEST.encode()
_NEXT_MANIFEST = _MANIFEST + b".next"
_JOURNAL = b"/" + JOURNAL.encode()
_NEXT_JOURNAL = _JOURNAL + b".next"


class Written(NamedTuple):
    """What a run did: how many files it added, changed, left, removed, and kept because somebody had changed them.

    `bytes` is the size of the whole site; `problems` are warnings; `manifest` is the SHA-256 of the one in force.
    """

    new: int
    changed: int
    unchanged: int
    removed: int
    kept: int
    bytes: int
    problems: tuple[Problem, ...] = ()
    manifest: str = ""


class Stopped(NamedTuple):
    """Why nothing was written.

    `refused`: the folder may not be used like this, a wrong call; else a fault of the disk, or another run at work.
    """

    problems: tuple[Problem, ...]
    refused: bool = False


def write(
    folder: Path, site: Path, paths: Sequence[str], produce: Callable[[str], bytes], *, adopt: bool = False
) -> Written | Stopped:
    """Make `folder` hold just the files of the plan, each as `produce` gives it.

    `paths` are relative, with `/`, in the order to put them in place. `site` is the folder of the site that is built,
    which no output may touch. What `produce` raises passes through, and nothing is written.
    """
    session = begin(folder, site, paths, adopt=adopt)
    if isinstance(session, Stopped):
        return session
    with session:
        staged: list[Staged] = []
        for path in paths:
            item = session.staging.put(path, produce(path))
            if isinstance(item, Problem):
                return Stopped((item,))
            staged.append(item)
        return session.commit(staged)


def begin(folder: Path, site: Path, paths: Sequence[str], *, adopt: bool = False) -> Session | Stopped:
    """Take hold of an output folder for a plan of these paths. Use the session as a context, or it stays locked.

    `adopt`: take over a folder that carries no mark of ours: files where pages go are replaced, all others stay.
    """
    name = shown(folder, site)
    try:
        problem = refusal(folder, site) or (None if adopt else stranger(folder, site)) or _flawed(paths, name)
    except OSError as refused:
        return Stopped((fault(refused, name, "looked at"),))
    if problem:
        return Stopped((problem,), refused=True)
    output = os.path.realpath(os.fsencode(folder))
    staging = Staging(output, output + f"/{FOLDER}/staging".encode(), name)
    made: tuple[bytes, ...] = ()
    try:
        made = make_folder(output)
        lock = acquire(Path(os.fsdecode(output)) / FOLDER / "lock")
    except OSError as refused:
        _remove_folders(*made, output + b"/" + FOLDER.encode())
        return Stopped((fault(refused, name, "written to"),))
    if isinstance(lock, str):
        remedy = "wait for it to end, or choose another folder with --output"
        return Stopped((error(Origin(name), "output-busy", f"{lock} is writing to the output folder", remedy),))
    session = Session(staging, tuple(paths), lock, made, adopt=adopt)
    stopped = session.recover()
    if stopped:
        session.close()
        return stopped
    return session


class Session:
    """One run in one output folder, which is locked from `begin` to `close`; `staging` takes its files."""

    def __init__(
        self, staging: Staging, paths: tuple[str, ...], lock: Lock, made: tuple[bytes, ...], *, adopt: bool
    ) -> None:
        self.staging = staging
        self._paths = paths
        self._lock = lock
        self._made = made
        self._adopt = adopt
        self._may_be_staged = paths
        self.record = Record()
        """What was known of the folder when it was locked."""
        self._is_journal_needed = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, at: TracebackType | None
    ) -> None:
        self.close()

    def recover(self) -> Stopped | None:
        """Read the folder's records, sweep out what a dead run staged, and note what this one may leave."""
        record = read_record(Path(os.fsdecode(self.staging.output)), self.staging.shown)
        if isinstance(record, Record):
            self.record = record
        elif not (self._adopt and record.code == "output-record-unreadable"):
            return Stopped((record,), refused=True)
        try:
            if not self.staging.sweep(self.record.known):
                return Stopped((_not_swept(self.staging.shown),), refused=True)
            if not self.record.known.keys() >= set(self._paths):
                self._note({})
        except OSError as refused:
            return Stopped((fault(refused, self.staging.shown, "written to"),))
        self._is_journal_needed = any(self._died.values())
        return None

    def commit(self, staged: Iterable[Staged]) -> Written | Stopped:
        """Put everything staged in place and remove what is no longer wanted.

        Takes what `staging.put` gave for each path of the plan, in the order to put them in place; ValueError for any
        other set of paths.
        """
        items = tuple(staged)
        if sorted(item.path for item in items) != sorted(self._paths):
            raise ValueError("what is staged is not what was planned")
        self._may_be_staged = tuple(item.path for item in items if item.change is not Change.SAME)
        output, name = self.staging.output, self.staging.shown
        try:
            steps = difference(output, name, items, self.record, adopt=self._adopt)
        except OSError as refused:
            return Stopped((fault(refused, name, "looked through"),))
        if stops(steps.problems):
            return Stopped(steps.problems, refused=any(p.code == "output-in-the-way" for p in steps.problems))
        manifest = write_manifest(steps.after)
        problem = self._put_in_place(steps, manifest)
        return Stopped((problem,)) if problem else _told(items, steps, manifest)

    def _put_in_place(self, steps: Difference, manifest: bytes) -> Problem | None:
        """All steps, with the records around them; the fault that ended them early, if one did."""
        output, name = self.staging.output, self.staging.shown
        try:
            is_settled = self.record.settled is not None and self.record.interrupted is None
            if is_settled and steps.is_empty and read_through(output + _MANIFEST, manifest) == (True, ""):
                return None
            write_file(output + _NEXT_MANIFEST, manifest, durable=True)
            self._note({item.path: item.digest for item in steps.moves})
        except OSError as refused:
            return fault(refused, name, "written to")
        self._is_journal_needed = True
        try:
            move(self.staging, steps)
            os.replace(output + _NEXT_MANIFEST, output + _MANIFEST)
        except OSError as refused:
            return fault(refused, name, "finished, though each file in it is whole, old or new")
        self._is_journal_needed = False
        return None

    @property
    def _died(self) -> Mapping[str, tuple[str, ...]]:
        """What runs that died may have put in place."""
        return self.record.interrupted.files if self.record.interrupted else {}

    def _note(self, coming: Mapping[str, str]) -> None:
        """Put into the journal what may come to stand where, by this run and by those before it that died."""
        unknown = (path for path in self._paths if path not in self.record.known)
        noted = {**dict.fromkeys(unknown, ()), **self._died}
        for path, digest in coming.items():
            noted[path] = tuple(sorted({*noted.get(path, ()), digest}))
        replace_file(self.staging.output + _JOURNAL, write_journal(Journal(noted)))

    def close(self) -> None:
        """Remove what is staged and let the next run in. What cannot be removed now, that run removes."""
        try:
            is_swept = self.staging.sweep(self._may_be_staged)
        except OSError:
            is_swept = False
        # By the journal the next run knows what is left as ours.
        is_journal_needed = self._is_journal_needed or not is_swept
        for name in (_NEXT_MANIFEST, _NEXT_JOURNAL, *(() if is_journal_needed else (_JOURNAL,))):
            with contextlib.suppress(OSError):
                os.unlink(self.staging.output + name)
        self._lock.release()
        _remove_folders(*self._made, self.staging.output + b"/" + FOLDER.encode())


def _told(items: Sequence[Staged], steps: Difference, manifest: bytes) -> Written:
    count = Counter(item.change for item in items)
    return Written(
        new=count[Change.NEW] + count[Change.BLOCKED],
        changed=count[Change.CHANGED],
        unchanged=count[Change.SAME],
        removed=len(steps.removals) + len(steps.makes_way),
        kept=len(steps.after.kept),
        bytes=sum(item.size for item in items),
        problems=steps.problems,
        manifest=hashlib.sha256(manifest).hexdigest(),
    )


def _flawed(paths: Sequence[str], name: str) -> Problem | None:
    """The last gate before the disk: whatever the plan, it writes in the folder only, and not over our records."""
    for path in paths:
        why = "it is jobglot's own" if path.split("/", 1)[0].casefold() == FOLDER else flaw(path)
        if why:
            where = Origin(printable(f"{name}/{path}"))
            return error(
                where, "path-unsafe", f"a file of this name cannot be written: {why}", "name its source otherwise"
            )
    return None


def _not_swept(name: str) -> Problem:
    return error(
        Origin(f"{name}/{FOLDER}/staging"),
        "output-in-the-way",
        "it holds files that jobglot did not put there",
        "move them away: the folder is for files on their way into the output",
    )


def _remove_folders(*folders: bytes) -> None:
    """Remove those of the folders, given outermost first, that are empty."""
    for folder in reversed(folders):
        with contextlib.suppress(OSError):
            os.rmdir(folder)
