"""`publish`: build clean, compare with what a target holds, send only what changed."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from jobglot.commands.common import WrongCall, ended_as_by_hand, has_colours, number, read_now, site_folder, with_site

NAME = "publish"
HELP = "Build clean, compare with what a target holds, and send only what changed."

ALLOWANCES = ("incomplete", "empty", "shrunken", "foreign", "older")
"""As in `publish.refusals`, which a command line should not load to say its help; a test compares the two."""


def options(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("target", metavar="TARGET", nargs="?", default="", help="a name below “publish” in config.yaml")
    with_site(parser)
    parser.add_argument("--dry-run", action="store_true", help="tell what would be done, and do nothing")
    parser.add_argument(
        "--if-due", action="store_true", help="only if the content, or the board by itself, has changed"
    )
    parser.add_argument("--everything", action="store_true", help="send again what should be there already")
    parser.add_argument(
        "--allow", action="append", default=[], choices=ALLOWANCES, help="publish in spite of this doubt"
    )
    parser.add_argument("--take-over", action="store_true", help="take over the lock of a publisher that is dead")
    parser.add_argument("--urls", metavar="FILE", help="write the addresses of the pages that changed, for “ping”")
    parser.add_argument("--jobs", type=number, default=0, metavar="N", help="processes (default: one a core)")


@ended_as_by_hand()
def run(options: argparse.Namespace) -> int:
    """Publish the site."""
    from jobglot import publishing

    root = site_folder(options)
    if options.urls and not Path(options.urls).resolve().parent.is_dir():
        raise WrongCall(f"there is no folder for {options.urls}")
    if options.urls and Path(options.urls).is_dir():
        raise WrongCall(f"{options.urls} is a folder; name a file for the addresses")
    wishes = publishing.Wishes(
        dry_run=options.dry_run,
        if_due=options.if_due,
        everything=options.everything,
        take_over=options.take_over,
        allowed=frozenset(options.allow),
        urls=Path(options.urls) if options.urls else None,
        jobs=options.jobs,
    )
    voice = publishing.DiscreetVoice(sys.stdout, colours=has_colours())
    return publishing.publish(root, read_now(options, root), options.target, wishes, voice)
