"""The files of a plan, made and staged; on a large board only where something that they are made from has changed.

Two things are remembered from build to build: what every map of the board held (`Values`), and of each file what it was
made from. A file whose values have not changed since, and that stands in the output as it was made, stays. What is
remembered of files counts only together with just those values: they carry their hash.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jobglot.hashes import hash_of
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
    from jobglot.traces import Changed, Kept, Tracer, Values

_VALUES = "values"


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
    if cache is None or not is_large(len(order)):
        made = crew.each(_make, (planned, staging), order, tell)
    else:
        made = _made_or_kept(planned, staging, crew, tell, cache, order)
    by_path = dict(zip(order, made, strict=True))
    items = [by_path[path].staged for path in planned.routes]
    return [item for item in items if isinstance(item, Staged)], [item for item in items if isinstance(item, Problem)]


def _made_or_kept(
    planned: Plan, staging: Staging, crew: Crew, tell: Tell, cache: Path, order: list[str]
) -> list[_Made]:
    # Imported where they are used: most boards are small.
    from jobglot.memo import Buckets, Memo, is_ours  # noqa: PLC0415
    from jobglot.packed import pack  # noqa: PLC0415
    from jobglot.traces import Tracer  # noqa: PLC0415

    tracer = Tracer(planned)
    values = tracer.values(crew.each) if is_ours(cache) else None
    packed = None if values is None else pack(values)
    if values is None or packed is None:
        return crew.each(_make, (planned, staging), order, tell)
    about = versions_hash() + tracer.ground
    before = Buckets(cache, _VALUES, about)
    _, then = before.one(_VALUES)
    memo = Memo(cache, "files", hash_of(about, then))
    bench = _Bench(tracer, staging, memo, _changed(then, values))
    made = crew.each(_make_or_keep, bench, order, tell)
    if packed != then:
        before.write_one(_VALUES, (b"", packed))
    results = {path: item.result for path, item in zip(order, made, strict=True) if item.is_traced}
    memo.keep(results, hash_of(about, packed))
    return made


def _changed(then: bytes, values: Values) -> Changed | None:
    from jobglot.packed import Unpack  # noqa: PLC0415
    from jobglot.traces import Values, changed  # noqa: PLC0415

    try:
        return changed(Unpack[Values](Values)(then), values) if then else None
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class _Bench:
    """What it takes to make the files of a large board."""

    tracer: Tracer
    staging: Staging
    memo: Memo
    changed: Changed | None
    """What has changed since what is remembered; None where nothing is."""


def _make(shared: tuple[Plan, Staging], path: str) -> _Made:
    planned, staging = shared
    try:
        return _Made(staging.put(path, produce(planned, path)))
    except TemplateFault as fault:
        return _Made(fault.problem)


def _make_or_keep(bench: _Bench, path: str) -> _Made:
    from jobglot.packed import pack  # noqa: PLC0415
    from jobglot.traces import Kept  # noqa: PLC0415

    staged: Staged | Problem | None = _standing(bench, path)
    if staged:
        return _Made(staged, is_traced=True)
    try:
        data, trace = bench.tracer.make(path)
    except TemplateFault as fault:
        return _Made(fault.problem)
    staged = bench.staging.put(path, data)
    packed = pack(Kept(staged.digest, staged.size, trace)) if trace and isinstance(staged, Staged) else None
    return _Made(staged, (b"", packed), is_traced=True) if packed else _Made(staged)


def _standing(bench: _Bench, path: str) -> Staged | None:
    """The file in the output, where it is what would be made."""
    known = bench.memo.look_up(path)
    if known is None or bench.changed is None:
        return None
    try:
        kept = _unpack()(known[1])
    except ValueError:
        return None
    if not bench.tracer.holds(kept.trace, bench.changed):
        return None
    return bench.staging.standing(path, kept.digest, kept.size)


@cache
def _unpack() -> Unpack[Kept]:
    from jobglot.packed import Unpack  # noqa: PLC0415
    from jobglot.traces import Kept  # noqa: PLC0415

    return Unpack(Kept)
