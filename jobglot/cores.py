"""How many processors this process may use: those it may run on, and of their time what its container grants it.

A runner of a host of git is most often a container with the time of two processors on a machine with many. One process
for each of the many would be stopped most of the time, and take memory that the container does not have.
"""

from __future__ import annotations

import math
import os
from collections.abc import Iterator
from pathlib import Path


def cores(root: Path = Path("/")) -> int:
    """That number; at least one. `root` is where the system's own files are."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    granted = min(_granted(root), default=math.inf)
    return allowed if granted >= allowed else max(1, math.ceil(granted))


def _granted(root: Path) -> Iterator[float]:
    """Of how many processors each group of processes that we are in has the time, where it is bounded.

    https://docs.kernel.org/admin-guide/cgroup-v2.html#cpu-interface-files, and …/scheduler/sched-bwc.html for the first
    version. In a container, its own group is often found at the top, whatever path it has outside.
    """
    for line in _read(root / "proc/self/cgroup").splitlines():
        _, kinds, path = f"{line}::".split(":", 2)
        parts = [part for part in path.strip(":").split("/") if part not in ("", "..")]
        above = [parts[:depth] for depth in range(len(parts) + 1)]
        if not kinds:
            for group in above:
                quota, _, period = _read(root.joinpath("sys/fs/cgroup", *group, "cpu.max")).partition(" ")
                yield from _share(quota, period)
        elif "cpu" in kinds.split(","):
            for group in above:
                folder = root.joinpath("sys/fs/cgroup", kinds, *group)
                yield from _share(_read(folder / "cpu.cfs_quota_us"), _read(folder / "cpu.cfs_period_us"))


def _share(quota: str, period: str) -> Iterator[float]:
    """The quotient, where both are numbers: without a bound, the first is “max” or -1."""
    if quota.strip().isdecimal() and period.strip().isdecimal() and int(period):
        yield int(quota) / int(period)


def _read(file: Path) -> str:
    """What a file of the system says; nothing where it is not there."""
    try:
        return file.read_text("ascii", "replace")
    except OSError:
        return ""
