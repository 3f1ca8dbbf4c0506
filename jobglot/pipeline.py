"""The story of a build: load, check, relate, plan, produce, write."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum, auto
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from jobglot.check import check
from jobglot.checks import graded
from jobglot.faults import OF_A_DISK
from jobglot.load import Loaded, load
from jobglot.making import Past, make
from jobglot.plan import Plan, plan, produce
from jobglot.problem import Problem, in_order, stops
from jobglot.readings import is_large
from jobglot.relate import relate, relate_again
from jobglot.render import TemplateFault
from jobglot.sound import left_out, without_drafts, without_errors
from jobglot.untouched import Look, untouched
from jobglot.workers import Alone, Crew, Pending, Tell, quiet
from jobglot.write import Stopped, Written, begin

if TYPE_CHECKING:
    from jobglot.hindsight import Hindsight

ALONE = Alone()


@dataclass(frozen=True, slots=True)
class Examined:
    """What a site's folder amounts to: the plan of what is well in it, and all its problems.

    `plan` is None when not even the config could be read.
    """

    plan: Plan | None
    problems: tuple[Problem, ...]
    seen: Mapping[str, bytes | None] = field(default_factory=dict)
    """What the folder held, as `load.Seen`."""

    @property
    def is_well(self) -> bool:
        """Whether nothing stops a build."""
        return self.plan is not None and not stops(self.problems)


class Drafts(Enum):
    """What becomes of drafts: off the site and held to its rules; off it, where mistakes only warn; or shown."""

    HELD = auto()
    SPARED = auto()
    SHOWN = auto()


class Drawn(Enum):
    """Which pages whoever examines a site draws afterwards: all of them, those that may fail to be drawn, or none."""

    EVERY = auto()
    DOUBTFUL = auto()
    NONE = auto()


def examine(
    root: Path,
    now: datetime,
    *,
    drafts: Drafts = Drafts.HELD,
    crew: Crew = ALONE,
    thorough: bool = True,
    remember: bool = False,
    drawn: Drawn = Drawn.EVERY,
    hashed: Mapping[str, bytes] = MappingProxyType({}),
) -> Examined:
    """The site in `root` as of `now`, with every problem that can be found without drawing its pages.

    Not `thorough`: without the warnings that come of reading texts, which are a matter for `check`. `remember`: what
    earlier runs left in the cache of a large board is used, with the same result. `drawn`: which pages will be; what is
    dear and shown on pages only is worked out on demand where few are. `hashed`: as `load`.
    """
    loaded, problems = load(root, crew, thorough=thorough, remember=remember, hashed=hashed)
    if loaded is None:
        return Examined(None, in_order(problems))
    on_demand = drawn is Drawn.NONE or (drawn is Drawn.DOUBTFUL and not loaded.look.is_own)
    hindsight = None
    if remember and not on_demand and is_large(len(loaded.content.paths)):
        # Imported where it is used: most boards are small.
        from jobglot.hindsight import hindsight_of  # noqa: PLC0415

        hindsight = hindsight_of(root)
    return examined(loaded, now, drafts=drafts, crew=crew, on_demand=on_demand, hindsight=hindsight)


def examined(
    loaded: Loaded,
    now: datetime,
    *,
    drafts: Drafts = Drafts.HELD,
    crew: Crew = ALONE,
    on_demand: bool = False,
    hindsight: Hindsight | None = None,
) -> Examined:
    """The same of what was loaded before.

    With `hindsight` of a large board: what the last build found there of its similar jobs is used, and left anew.
    """
    chosen = loaded.config.checks
    found = graded([*loaded.problems, *check(loaded.content, chosen)], chosen)
    content, shown = without_errors(loaded.content, found), drafts is Drafts.SHOWN
    if hindsight:
        site, findings = relate_again(content, loaded.config, now, hindsight.last, drafts=shown, each=crew.each)
        hindsight.keep(findings)
    else:
        site = relate(content, loaded.config, now, drafts=shown, each=crew.each, on_demand=on_demand)
    missing = left_out(loaded.content, content)
    if drafts is Drafts.SPARED:
        missing, found = without_drafts(missing, found)
    planned, collisions = plan(site, loaded.look, missing)
    problems = in_order([*found, *collisions])
    return Examined(replace(planned, is_whole=not stops(problems)), problems, loaded.seen)


def write(
    planned: Plan,
    output: Path,
    root: Path,
    *,
    adopt: bool = False,
    crew: Crew = ALONE,
    tell: Tell = quiet,
    seen: Mapping[str, bytes | None] | None = None,
    ahead: Pending[Look] | None = None,
) -> Written | Stopped:
    """Make the output folder hold what is planned, and nothing else of ours; or say why not, and leave it as it was.

    `seen`, where there is to be a memory of what was made: what the site was read from, as `Examined`;
    `ahead`, where somebody has looked through the output while the site was read: what was seen.
    """
    session = begin(output, root, list(planned.routes), adopt=adopt)
    if isinstance(session, Stopped):
        return session
    with session:
        stands = untouched(output, session.record, ahead.result()) if ahead else None
        past = None if seen is None else Past(root, seen, stands)
        staged, problems = make(planned, session.staging, crew, tell, past)
        if problems:
            return Stopped(said_once(problems))
        return session.commit(staged)


def draw(planned: Plan, *, crew: Crew = ALONE) -> tuple[Problem, ...]:
    """The problems of drawing every page, and nothing else."""
    if not planned.may_fault:
        return ()
    return said_once(problem for problem in crew.each(_drawn, planned, list(planned.routes)) if problem)


def said_once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems in order; one of a template or of the disk is said once, whatever the number of pages it spoils."""
    first: dict[tuple[object, str], Problem] = {}
    for problem in problems:
        first.setdefault((problem.code not in OF_A_DISK and problem.origin, problem.code), problem)
    return in_order(list(first.values()))


def _drawn(planned: Plan, path: str) -> Problem | None:
    try:
        produce(planned, path)
    except TemplateFault as fault:
        return fault.problem
    return None
