"""The files of a plan, made and staged; on a large board only where something that they are made from has changed.

Two things are remembered from build to build: what every map of the board held (`Values`), and of each file what it was
made from. A file whose values have not changed since, and that stands in the output as it was made, stays. What is
remembered of files counts only together with just those values: they carry their hash.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jobglot.hashes import hash_of
from jobglot.plan import Plan, produce
from jobglot.problem import Problem
from jobglot.readings import is_large
from jobglot.render import TemplateFault
from jobglot.staging import Staged, Staging, standing
from jobglot.untouched import touched
from jobglot.versions import versions_hash
from jobglot.workers import Alone, Crew, Tell, begun

if TYPE_CHECKING:
    from jobglot.memo import Memo, Result
    from jobglot.packed import Unpack
    from jobglot.traces import Kept, Stale, Tracer, Values

ALONE = Alone()
_VALUES = "values"


class _Made(NamedTuple):
    """A file as it is staged, or why it is not; what to remember of how it was made, None if that is nothing."""

    staged: Staged | Problem
    result: Result | None = None


class Past(NamedTuple):
    """Where it is remembered what files were made from: in the cache of a site's folder, `root`.

    `seen` is what the site's files hold, as `load.Seen`; `untouched` the files that stand in the output with their
    SHA-256, None where nobody has looked yet.
    """

    root: Path
    seen: Mapping[str, bytes | None]
    untouched: Mapping[str, str] | None = None


def make(
    planned: Plan, staging: Staging, crew: Crew, tell: Tell, past: Past | None = None
) -> tuple[list[Staged], list[Problem]]:
    """Every file of the plan, staged, in the plan's order, and the problems of those that cannot be.

    Of a large board with a `past`, what each file was made from is remembered: where all of that and the file in the
    output are the same, it is not made again.
    """
    # Pages of one language have much in common, which is made once a process.
    order = sorted(planned.routes, key=lambda path: planned.routes[path].language)
    made = _made_or_kept(planned, staging, crew, tell, past, order) if past and is_large(len(order)) else None
    if made is None:
        made = dict(zip(order, crew.each(_make, (planned, staging), order, tell), strict=True))
    items = [made[path] for path in planned.routes]
    return [item for item in items if isinstance(item, Staged)], [item for item in items if isinstance(item, Problem)]


def _made_or_kept(
    planned: Plan, staging: Staging, crew: Crew, tell: Tell, past: Past, order: list[str]
) -> dict[str, Staged | Problem] | None:
    """Each file of the order; None where nothing can be remembered."""
    # Imported where they are used: most boards are small.
    from jobglot.memo import Buckets, Memo, is_ours  # noqa: PLC0415
    from jobglot.packed import pack  # noqa: PLC0415
    from jobglot.traces import UNTRACED, Tracer  # noqa: PLC0415

    # After an edit, another process has time for what is made from everything and takes longest.
    aside = [path for path in order if planned.routes[path].type in UNTRACED] if past.untouched is not None else []
    others = frozenset(aside)
    with begun(crew if aside else ALONE, partial(_make_each, planned, staging, aside)) as pending:
        tracer = Tracer(planned)
        values = tracer.values(past.seen) if is_ours(past.root) else None
        packed = None if values is None else pack(values)
        if values is None or packed is None:
            return None
        about = versions_hash() + tracer.ground
        before = Buckets(past.root, _VALUES, about)
        _, then = before.one(_VALUES)
        memo = Memo(past.root, "files", hash_of(about, then))
        stale = _stale(then, values)
        kept = {} if stale is None else _kept(tracer, memo, stale, staging, past, crew, order)
        # What is asked of every page is asked here; few are left to make, and other processes are seldom worth it.
        left = [path for path in order if path not in kept and path not in others]
        done = len(kept) + len(aside)
        made = crew.each(_make_and_trace, (tracer, staging), left, lambda now, _: tell(done + now, len(order)))
        if packed != then:
            before.write_one(_VALUES, (b"", packed))
        results = {path: item.result for path, item in zip(left, made, strict=True) if item.result}
        memo.keep({**dict.fromkeys(kept), **results}, hash_of(about, packed))
        fresh = {path: item.staged for path, item in zip(left, made, strict=True)}
        return {**kept, **fresh, **dict(zip(aside, pending.result(), strict=True))}


def _stale(then: bytes, values: Values) -> Stale | None:
    """What has changed since what is remembered; None where nothing is."""
    from jobglot.packed import Unpack  # noqa: PLC0415
    from jobglot.traces import Stale, Values, changed  # noqa: PLC0415

    try:
        return Stale(changed(Unpack[Values](Values)(then), values)) if then else None
    except ValueError:
        return None


def _kept(
    tracer: Tracer, memo: Memo, stale: Stale, staging: Staging, past: Past, crew: Crew, paths: list[str]
) -> dict[str, Staged]:
    """The files that would come out as they were, and stand in the output."""
    known = ((path, _remembered(memo, path)) for path in paths)
    holding = {path: kept for path, kept in known if kept and tracer.holds(kept.trace, stale)}
    there = past.untouched
    if there is None:
        wanted = {path: kept.digest for path, kept in holding.items()}
        otherwise = touched(Path(os.fsdecode(staging.output)), wanted, crew)
        there = {path: digest for path, digest in wanted.items() if path not in otherwise}
    return {
        path: standing(path, kept.digest, kept.size) for path, kept in holding.items() if there.get(path) == kept.digest
    }


def _remembered(memo: Memo, path: str) -> Kept | None:
    known = memo.look_up(path)
    try:
        return _unpack()(known[1]) if known else None
    except ValueError:
        return None


def _make_each(planned: Plan, staging: Staging, paths: list[str]) -> list[Staged | Problem]:
    return [_make((planned, staging), path) for path in paths]


def _make(shared: tuple[Plan, Staging], path: str) -> Staged | Problem:
    planned, staging = shared
    try:
        return staging.put(path, produce(planned, path))
    except TemplateFault as fault:
        return fault.problem


def _make_and_trace(shared: tuple[Tracer, Staging], path: str) -> _Made:
    from jobglot.packed import pack  # noqa: PLC0415
    from jobglot.traces import Kept  # noqa: PLC0415

    tracer, staging = shared
    try:
        data, trace = tracer.make(path)
    except TemplateFault as fault:
        return _Made(fault.problem)
    staged = staging.put(path, data)
    packed = pack(Kept(staged.digest, staged.size, trace)) if trace and isinstance(staged, Staged) else None
    return _Made(staged, (b"", packed) if packed else None)


@cache
def _unpack() -> Unpack[Kept]:
    from jobglot.packed import Unpack  # noqa: PLC0415
    from jobglot.traces import Kept  # noqa: PLC0415

    return Unpack(Kept)
