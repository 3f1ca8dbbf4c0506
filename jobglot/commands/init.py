"""`init`: a new site."""

from __future__ import annotations

import argparse
from pathlib import Path

from jobglot.commands.common import WELL, WrongCall

NAME = "init"
HELP = "Make a new site in a folder."


def options(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("folder", metavar="DIR", help="a new folder, or an empty one")
    parser.add_argument("--bare", action="store_true", help="without the demo's postings")


def run(options: argparse.Namespace) -> int:
    """Make a new site."""
    from jobglot import scaffold

    refused = scaffold.new_site(Path(options.folder), bare=options.bare)
    if refused:
        raise WrongCall(refused)
    if Path(options.folder).resolve() == Path.cwd():
        print("A new site is here. Next: jobglot")
    else:
        print(f"A new site is in {options.folder}. Next: cd {options.folder} && jobglot")
    return WELL
