"""`build`: check everything, then make the site."""

from __future__ import annotations

import argparse
import sys
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from jobglot.commands.common import (
    PROBLEMS,
    WELL,
    WRONG_CALL,
    Once,
    WrongCall,
    has_colours,
    nothing_collected,
    number,
    read_now,
    site_folder,
    with_site,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from contextlib import AbstractContextManager

    from jobglot.untouched import Look
    from jobglot.workers import Crew, Pending

NAME = "build"
HELP = "Check everything, then make the site (the default)."


def options(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    with_site(parser)
    parser.add_argument(
        "--output", action=Once, metavar="DIR", help="where to write (default: output/ in the site's folder)"
    )
    parser.add_argument("--drafts", action="store_true", help="show drafts as if they were published")
    parser.add_argument("--keep-going", action="store_true", help="leave out what has errors and build the rest")
    parser.add_argument("--jobs", type=number, default=0, metavar="N", help="processes (default: one a core)")
    parser.add_argument(
        "--executor", action=Once, metavar="ADDRESS", help="a Dask cluster: dask://host:port or dask://local"
    )
    parser.add_argument("--clean", action="store_true", help="make everything anew, whatever is remembered")
    parser.add_argument("--adopt", action="store_true", help="take over an output folder that jobglot did not make")


@nothing_collected()
def run(options: argparse.Namespace) -> int:
    """Build the site."""
    from jobglot.workers import crew

    if options.executor is None:
        return _build(options, crew(options.jobs), remember=not options.clean)
    try:
        from jobglot.cluster import Unreachable, cluster
    except ImportError as missing:
        raise WrongCall("--executor needs Dask: pip install 'jobglot[dask]'") from missing
    try:
        with cluster(options.executor) as hands:
            # What is remembered lies in this machine's cache, and most of a board that needs a cluster is new.
            return _build(options, hands, remember=False)
    except Unreachable as refusal:
        raise WrongCall(str(refusal)) from refusal


def _build(options: argparse.Namespace, hands: Crew, *, remember: bool) -> int:
    """Build the site with a crew. `remember`: what earlier builds left is used, and something left for later ones."""
    from time import perf_counter

    from jobglot import report, stamp
    from jobglot.history import head
    from jobglot.problem import stops
    from jobglot.workers import crew

    began = perf_counter()
    root = site_folder(options)
    now = read_now(options, root)
    voice = report.Voice(sys.stdout, colours=has_colours())
    near = crew(options.jobs)
    output = Path(options.output).resolve() if options.output else root / "output"
    choices = [name for name in ("drafts", "keep_going") if getattr(options, name)]
    commit = head(root)
    hashed = None if options.clean or not stamp.is_there(output) else stamp.hashed(root, near)
    stands = stamp.standing(output, stamp.inputs_of(root, commit, choices, hashed), now, near)

    def tell(said: tuple[str, str, str], what: str) -> None:
        board, files, next_change = said
        voice.say(f"{board}.")
        voice.say(f"{files} in {output}: {what}; {perf_counter() - began:.1f} s.")
        voice.say(next_change)

    if stands:
        voice.problems(stands.problems, in_full=False)
        tell(stands.said, "nothing has changed")
        return WELL

    from jobglot import pipeline
    from jobglot.write import Stopped

    with _looking_ahead(output, near, hashed if remember else None) as ahead:
        examined = pipeline.examine(
            root,
            now,
            drafts=pipeline.Drafts.SHOWN if options.drafts else pipeline.Drafts.SPARED,
            crew=hands,
            thorough=False,
            remember=remember,
            hashed=hashed or {},
        )
        options.lasting.append(examined)
        voice.problems(examined.problems, in_full=False)
        if examined.plan is None or (stops(examined.problems) and not options.keep_going):
            voice.say("Nothing was written.")
            return PROBLEMS
        progress = report.Progress(sys.stderr, lambda: perf_counter() - began)
        done = pipeline.write(
            examined.plan,
            output,
            root,
            adopt=options.adopt,
            crew=hands,
            tell=progress.tell,
            seen=examined.seen if remember else None,
            ahead=ahead,
        )
    progress.clear()
    voice.problems(done.problems)
    if isinstance(done, Stopped):
        voice.say("Nothing was written.")
        return WRONG_CALL if done.refused else PROBLEMS
    site = examined.plan.site
    said = (report.board(site), report.files(examined.plan), report.next_change(site))
    tell(said, report.written(done))
    if stops(examined.problems):
        return PROBLEMS
    # A commit that came while git was asked may be taken back.
    asked = commit if head(root) == commit else None
    inputs = stamp.inputs_of(root, asked, choices, examined.seen)
    if inputs and not done.problems:
        noted = stamp.Stamp(inputs, site.valid_from, site.next_change, said, examined.problems)
        stamp.write_stamp(output, noted, done.manifest)
    return WELL


def _looking_ahead(
    output: Path, near: Crew, hashed: Mapping[str, bytes] | None
) -> AbstractContextManager[Pending[Look] | None]:
    """A look through the output of a large board, for which another process has time while the site is read."""
    from jobglot.readings import is_large
    from jobglot.untouched import look
    from jobglot.workers import begun

    return begun(near, partial(look, output)) if hashed and is_large(len(hashed)) else nullcontext()
