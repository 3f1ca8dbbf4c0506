"""What the targets on this machine share: a lock, folders that may be published to, refusals of the system in words."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jobglot.faults import fault
from jobglot.ground import refusal
from jobglot.lock import acquire
from jobglot.manifest import FOLDER
from jobglot.publish.target import TargetFault, refuse


@contextmanager
def locked(folder: Path, where: str) -> Iterator[None]:
    """One publisher at a time in a folder of this machine."""
    with faults(where, "locked"):
        lock = acquire(folder / FOLDER / "publish.lock")
    if isinstance(lock, str):
        refuse(where, "target-busy", f"{lock} is publishing there", "wait for it to end, then publish again")
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            lock.release()
            (folder / FOLDER).rmdir()


@contextmanager
def claimed(folder: Path, site: Path, where: str) -> Iterator[None]:
    """The same, of a folder that may be published to. TargetFault for one that belongs to the site or the system."""
    problem = refusal(folder, site)
    if problem:
        raise TargetFault(problem, is_refusal=True)
    with locked(folder, where):
        yield


@contextmanager
def faults(where: str, verb: str) -> Iterator[None]:
    """What the operating system refuses, as a `TargetFault`."""
    try:
        yield
    except OSError as refused:
        name = os.fsdecode(refused.filename) if refused.filename else where
        raise TargetFault(fault(refused, name, verb)) from refused
