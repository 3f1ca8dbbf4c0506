"""An S3-compatible store: AWS, Cloudflare R2, MinIO and others.

Files go in the order of the release, many at a time within one part of it; each is checked by the store against its
MD5. An object that only one can make (`If-None-Match: *`) is the lock; it goes stale by the store's own clock.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from contextlib import contextmanager
from datetime import timedelta
from time import monotonic

from jobglot.manifest import FOLDER
from jobglot.publish.holder import LOCK, busy, new_mark
from jobglot.publish.publication import RECORD, Held, Publication, write_publication
from jobglot.publish.release import Part, is_fingerprinted
from jobglot.publish.serving import TREATMENT, headers_of
from jobglot.publish.store import Beaten, Store, open_store
from jobglot.publish.target import Parcel, TargetFault, WithoutFormer, refuse, trusted
from jobglot.settings import S3Target

STALE = timedelta(minutes=15)
RENEWED_AFTER = 120.0
"""Seconds after which a publisher says again that it is at work."""

WORKERS = 16


class Bucket(WithoutFormer):
    """The target: all keys of a bucket that begin with a prefix."""

    no_former = "the store keeps no former release"
    treatment = TREATMENT
    is_at_once = False

    def __init__(self, store: Store, *, take_over: bool = False, workers: int = WORKERS) -> None:
        self._store = store
        self._take_over = take_over
        self._workers = workers
        self._tag = ""
        self._renewed = 0.0

    @property
    def where(self) -> str:
        """The bucket and the prefix."""
        return self._store.where

    @contextmanager
    def lock(self) -> Iterator[None]:
        """The lock object, until the end; one that is older than a quarter of an hour is taken over."""
        mark = new_mark()
        try:
            self._tag = self._store.put(LOCK, mark, only="")
        except Beaten:
            self._tag = self._wrest(mark)
        self._renewed = monotonic()
        try:
            yield
        finally:
            with contextlib.suppress(TargetFault):
                found = self._store.get(LOCK)
                if found is not None and found.tag == self._tag:
                    self._store.delete(LOCK)

    def _wrest(self, mark: bytes) -> str:
        found = self._store.get(LOCK)
        if found is not None and found.age <= STALE and not self._take_over:
            busy(self.where, found.data)
        try:
            return self._store.put(LOCK, mark, only=found.tag if found else "")
        except Beaten:
            busy(self.where, found.data if found else b"")

    def _renew(self) -> None:
        """Say again that we are at work; TargetFault if somebody else has taken over."""
        if monotonic() - self._renewed > RENEWED_AFTER:
            try:
                self._tag = self._store.put(LOCK, new_mark(), only=self._tag)
            except Beaten:
                winner = self._store.get(LOCK)
                busy(self.where, winner.data if winner else b"")
            self._renewed = monotonic()

    def look(self) -> Held:
        """What the record there says."""
        found = self._store.get(RECORD)
        if found is None:
            strangers = [path for path in self._store.listed(1) if not path.startswith(f"{FOLDER}/")]
            return Held(None, len(strangers))
        return Held(trusted(found.data, f"{self.where}{RECORD}"))

    def send(self, parcel: Parcel) -> None:
        """Part after part, the record, the deletions; before each, the record says what may be there after it."""
        steps, after = parcel.steps, parcel.after
        self.note(parcel.coming)
        tags: dict[str, str] = {}

        def put(path: str) -> None:
            tags[path] = self._store.put(path, parcel.read(path), headers_of(path)).strip('"')

        for part in Part:
            self._each(put, steps.of((part,), parcel.release))
        self._check(parcel, tags)
        self.note(parcel.leaving)
        if steps.removals:
            self._each(self._store.delete, [path for path in steps.removals if not is_fingerprinted(path)])
            self._each(self._store.delete, [path for path in steps.removals if is_fingerprinted(path)])
            self.note(after)

    def _each(self, work: Callable[[str], object], paths: Sequence[str]) -> None:
        """Do the work for every path, many at a time; the first that fails ends it."""
        if not paths:
            return
        with ThreadPoolExecutor(min(self._workers, len(paths))) as crew:
            for start in range(0, len(paths), 500):
                self._renew()
                jobs = [crew.submit(work, path) for path in paths[start : start + 500]]
                done, waiting = wait(jobs, return_when=FIRST_EXCEPTION)
                for job in waiting:
                    job.cancel()
                for job in done:
                    job.result()

    def _check(self, parcel: Parcel, tags: Mapping[str, str]) -> None:
        """Compare what the store lists with what should be there: sizes, and the tags of what was sent."""
        listed = self._store.listed()
        for path, item in parcel.release.files.items():
            size, tag = listed.get(path, (-1, ""))
            if size != item.size or tag != tags.get(path, tag):
                message = f"{path} there is not what was published"
                refuse(self.where, "target-differs", message, "publish again with “--everything”")

    def note(self, publication: Publication) -> None:
        """Leave the record."""
        self._renew()
        self._store.put(RECORD, write_publication(publication))


def open_bucket(settings: S3Target, *, take_over: bool = False) -> Bucket:
    """The target that the settings name."""
    where = f"s3://{settings.bucket}/{settings.prefix}"
    return Bucket(open_store(settings, where), take_over=take_over)
