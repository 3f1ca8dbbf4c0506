"""The files of a plan, made and staged; on a large board only where something that they are made from has changed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jobglot.plan import Plan, produce
from jobglot.problem import Problem
from jobglot.readings import is_large
from jobglot.render import TemplateFault
from jobglot.staging import Staged, Staging
from jobglot.versions import versions_hash
from jobglot.workers import Crew, Tell

if TYPE_CHECKING:
    from jobglot.memo import Memo, Result
    from jobglot.packed import Unpack
    from jobglot.traces import Trace, Tracer


class _Made(NamedTuple):
    """A file as it is staged, or why it is not; what to remember of how it was made, None if nothing is new."""

    staged: Staged | Problem
    result: Result | None = None
    is_traced: bool = False


def make(
    planned: Plan, staging: Staging, crew: Crew, tell: Tell, cache: Path | None = None
) -> tuple[list[Staged], list[Problem]]:
    """Every file of the plan, staged, in the plan's order, and the problems of those that cannot be.

    Of a large board, what each file was made from is remembered in the `cache` of a site's folder: where all of that
    and the file in the output are the same, it is not made again.
    """
    # Pages of one language have much in common, which is made once a process.
    order = sorted(planned.routes, key=lambda path: planned.routes[path].language)
    if cache is None or not is_large(len(planned.routes)):
        made = crew.each(_make, (planned, staging), order, tell)
    else:
        # Imported where they are used: most boards are small.
        from jobglot.memo import Memo  # noqa: PLC0415
        from jobglot.traces import Tracer  # noqa: PLC0415

        memo = Memo(cache, "files", versions_hash())
        made = crew.each(_make_or_keep, _Bench(Tracer(planned), staging, memo), order, tell)
        memo.keep({path: item.result for path, item in zip(order, made, strict=True) if item.is_traced})
    by_path = dict(zip(order, made, strict=True))
    items = [by_path[path].staged for path in planned.routes]
    return [item for item in items if isinstance(item, Staged)], [item for item in items if isinstance(item, Problem)]


@dataclass(frozen=True, slots=True)
class _Bench:
    """What it takes to make the files of a large board."""

    tracer: Tracer
    staging: Staging
    memo: Memo


def _make(shared: tuple[Plan, Staging], path: str) -> _Made:
    planned, staging = shared
    try:
        return _Made(staging.put(path, produce(planned, path)))
    except TemplateFault as fault:
        return _Made(fault.problem)


def _make_or_keep(bench: _Bench, path: str) -> _Made:
    from jobglot.packed import pack  # noqa: PLC0415

    known = bench.memo.look_up(path)
    if known and (staged := _standing(bench, path, known)):
        return _Made(staged, is_traced=True)
    try:
        data, new = bench.tracer.make(path)
    except TemplateFault as fault:
        return _Made(fault.problem)
    staged_or_not = bench.staging.put(path, data)
    packed = pack(new) if new else None
    if new is None or packed is None:
        return _Made(staged_or_not)
    return _Made(staged_or_not, (bench.tracer.key(new), packed), is_traced=True)


def _standing(bench: _Bench, path: str, known: Result) -> Staged | None:
    """The file in the output, where it is what would be made."""
    key, data = known
    try:
        trace = _unpack()(data)
    except ValueError:
        return None
    return bench.staging.standing(path, trace.digest, trace.size) if bench.tracer.key(trace) == key else None


@cache
def _unpack() -> Unpack[Trace]:
    from jobglot.packed import Unpack  # noqa: PLC0415
    from jobglot.traces import Trace  # noqa: PLC0415

    return Unpack(Trace)
