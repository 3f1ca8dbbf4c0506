"""`changes`: what a change of the files does to the board, in words."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from jobglot.commands.common import WELL, WrongCall, read_now, site_folder, with_site

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from jobglot.changes import SiteChange
    from jobglot.pipeline import Examined

NAME = "changes"
HELP = "Tell in words what a change does to the board: new, closed, deadlines moved, pages that come and go."


def options(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument(
        "revisions",
        nargs="?",
        default="HEAD",
        metavar="REV[..REV]",
        help="two commits, or one to compare with the files as they are (default: HEAD)",
    )
    with_site(parser)
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text")


def run(options: argparse.Namespace) -> int:
    """Tell it."""
    from jobglot import change_words, changes
    from jobglot.revisions import NoSuchRevision

    root = site_folder(options)
    now = read_now(options, root)
    first, dots, second = options.revisions.partition("..")
    try:
        before = at(root, first or "HEAD", now)
        after = at(root, second or "HEAD", now) if dots else here(root, now)
    except NoSuchRevision as unknown:
        remedy = "name commits, such as HEAD~1..HEAD or main.., and in a shallow clone fetch them first"
        raise WrongCall(f"{unknown}; {remedy}") from None
    found: SiteChange = changes.compare(before.plan, after.plan, before.problems, after.problems)
    problems = after.problems
    sys.stdout.write(change_words.FORMATS[options.format](found, problems))
    return WELL


def here(root: Path, now: datetime) -> Examined:
    """The site as its files are."""
    from jobglot.pipeline import Drawn, examine
    from jobglot.workers import crew

    # Neither warnings nor similar jobs are told, and to find them takes most of the time.
    return examine(root, now, crew=crew(0), thorough=False, drawn=Drawn.NONE)


def at(root: Path, revision: str, now: datetime) -> Examined:
    """The site as it was at a commit."""
    from jobglot.revisions import checked_out

    with checked_out(root, revision) as folder:
        return here(folder, now)
