"""`build`: check everything, then make the site."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from jobglot.commands.common import (
    PROBLEMS,
    WELL,
    WRONG_CALL,
    Once,
    has_colours,
    nothing_collected,
    number,
    read_now,
    site_folder,
    with_site,
)

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
    parser.add_argument("--adopt", action="store_true", help="take over an output folder that jobglot did not make")


def run(options: argparse.Namespace) -> int:
    """Build the site."""
    with nothing_collected():
        return build(options)


def build(options: argparse.Namespace) -> int:
    """The same, without a look at memory."""
    from time import perf_counter

    from jobglot import pipeline, report
    from jobglot.problem import stops
    from jobglot.workers import crew
    from jobglot.write import Stopped

    began = perf_counter()
    root = site_folder(options)
    now = read_now(options, root)
    voice = report.Voice(sys.stdout, colours=has_colours())
    hands = crew(options.jobs)
    examined = pipeline.examine(root, now, drafts=options.drafts, crew=hands, thorough=False)
    voice.problems(examined.problems)
    if examined.plan is None or (stops(examined.problems) and not options.keep_going):
        voice.say("Nothing was written.")
        return PROBLEMS
    output = Path(options.output).resolve() if options.output else root / "output"
    progress = report.Progress(sys.stderr, lambda: perf_counter() - began)
    done = pipeline.write(examined.plan, output, root, adopt=options.adopt, crew=hands, tell=progress.tell)
    progress.clear()
    voice.problems(done.problems)
    if isinstance(done, Stopped):
        voice.say("Nothing was written.")
        return WRONG_CALL if done.refused else PROBLEMS
    site = examined.plan.site
    voice.say(f"{report.board(site)}.")
    voice.say(f"{report.files(examined.plan)} in {output}: {report.written(done)}; {perf_counter() - began:.1f} s.")
    voice.say(report.next_change(site))
    return PROBLEMS if stops(examined.problems) else WELL
