"""The story of a build: load, check, relate, plan, produce, write."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from jobglot.check import check, without_errors
from jobglot.load import load
from jobglot.plan import Plan, plan, produce
from jobglot.problem import Problem, in_order, stops
from jobglot.relate import relate
from jobglot.render import TemplateFault
from jobglot.write import Stopped, Written, write


@dataclass(frozen=True, slots=True)
class Examined:
    """What a site's folder amounts to: the plan of what is well in it, and all its problems.

    `plan` is None when not even the config could be read.
    """

    plan: Plan | None
    problems: tuple[Problem, ...]

    @property
    def is_well(self) -> bool:
        """Whether nothing stops a build."""
        return self.plan is not None and not stops(self.problems)


def examine(root: Path, now: datetime, *, drafts: bool = False) -> Examined:
    """The site in `root` as of `now`, with every problem that can be found without drawing its pages."""
    loaded, problems = load(root)
    if loaded is None:
        return Examined(None, in_order(problems))
    found = [*loaded.problems, *check(loaded.content)]
    content = without_errors(loaded.content, found)
    site = relate(content, loaded.config, now, drafts=drafts)
    planned, collisions = plan(site, loaded.look)
    return Examined(planned, in_order([*found, *collisions]))


def produce_all(
    planned: Plan, tell: Callable[[int, int], None] = lambda _done, _total: None
) -> tuple[dict[str, bytes], list[Problem]]:
    """The bytes of every path, and the problems of templates, each said once. `tell` hears (done, of how many)."""
    made: dict[str, bytes] = {}
    problems: dict[tuple[object, str], Problem] = {}
    for done, path in enumerate(planned.routes, start=1):
        try:
            made[path] = produce(planned, path)
        except TemplateFault as fault:
            problems.setdefault((fault.problem.origin, fault.problem.code), fault.problem)
        tell(done, len(planned.routes))
    return made, list(problems.values())


def write_out(made: dict[str, bytes], output: Path, root: Path, *, adopt: bool = False) -> Written | Stopped:
    """The output folder made equal to what was produced; nothing is written unless all can be."""
    return write(output, root, list(made), made.__getitem__, adopt=adopt)
