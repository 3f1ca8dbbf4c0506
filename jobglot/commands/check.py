"""`check`: tell every problem and build nothing."""

from __future__ import annotations

import argparse
import sys

from jobglot.commands.common import PROBLEMS, WELL, has_colours, read_now, relative_to_site, site_folder, with_site

NAME = "check"
HELP = "Tell every problem of the content and build nothing."


def options(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    with_site(parser)
    parser.add_argument("files", nargs="*", metavar="FILE", help="tell the problems of these files or folders only")
    parser.add_argument("--strict", action="store_true", help="fail on warnings as well")


def run(options: argparse.Namespace) -> int:
    """Tell the problems."""
    from jobglot import pipeline, report
    from jobglot.problem import in_order, stops
    from jobglot.workers import crew

    root = site_folder(options)
    wanted = {relative_to_site(name, root) for name in options.files}
    hands = crew(0)
    examined = pipeline.examine(root, read_now(options, root), crew=hands)
    problems = list(examined.problems)
    if examined.is_well and examined.plan is not None:
        problems += pipeline.draw(examined.plan, crew=hands)
    told = in_order([p for p in problems if not wanted or any(_lies_in(p.origin.path, name) for name in wanted)])
    voice = report.Voice(sys.stdout, colours=has_colours())
    voice.problems(told)
    if not told:
        voice.say("No problem.")
    return PROBLEMS if stops(told) or (options.strict and told) else WELL


def _lies_in(path: str, name: str) -> bool:
    """Whether a file is the one named, or lies in the folder named; everything lies in ""."""
    return not name or path == name or path.startswith(f"{name}/")
