"""`rollback`: put a former release of a target in force again."""

from __future__ import annotations

import argparse
import sys

from jobglot.commands.common import ended_as_by_hand, has_colours, read_now, site_folder, with_site

NAME = "rollback"
HELP = "Put the former release of a target in force again, where the target keeps it."


def options(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("target", metavar="TARGET", nargs="?", default="", help="a name below “publish” in config.yaml")
    parser.add_argument("release", metavar="RELEASE", nargs="?", default="", help="its name (default: the one before)")
    with_site(parser)
    parser.add_argument("--dry-run", action="store_true", help="tell what would be done, and do nothing")


@ended_as_by_hand()
def run(options: argparse.Namespace) -> int:
    """Go back."""
    from jobglot import publishing

    root = site_folder(options)
    voice = publishing.DiscreetVoice(sys.stdout, colours=has_colours())
    now = read_now(options, root)
    return publishing.go_back(root, now, options.target, options.release, voice, dry_run=options.dry_run)
