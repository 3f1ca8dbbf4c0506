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
    parser.add_argument(
        "--languages",
        metavar="TAGS",
        type=_tags,
        default=("en", "fr"),
        help="those of the board, the default first, such as de,nl,pt-BR (default: en,fr, which the demo is in)",
    )
    parser.add_argument(
        "--theme",
        metavar="NAME",
        type=_theme,
        default="classic",
        help="how the board looks (default: classic); “new theme” gives it another look later",
    )
    parser.add_argument("--bare", action="store_true", help="without the demo's postings")


def run(options: argparse.Namespace) -> int:
    """Make a new site."""
    from jobglot import scaffold

    refused = scaffold.new_site(
        Path(options.folder), bare=options.bare, languages=options.languages, theme=options.theme
    )
    if refused:
        raise WrongCall(refused)
    is_here = Path(options.folder).resolve() == Path.cwd()
    steps = ["jobglot"] if is_here else [f"cd {options.folder}", "jobglot"]
    steps[-1:-1] = [f"jobglot new catalog {tag}" for tag in scaffold.without_catalog(options.languages)]
    print(f"A new site is {'here' if is_here else f'in {options.folder}'}. Next: {' && '.join(steps)}")
    return WELL


def _theme(written: str) -> str:
    """The name of a packaged theme."""
    from jobglot.scaffold import no_theme

    if wrong := no_theme(written):
        raise argparse.ArgumentTypeError(wrong)
    return written


def _tags(written: str) -> tuple[str, ...]:
    """Tags of languages, parted by commas."""
    from jobglot.catalogs import normal_tag, refusal

    tags = tuple(normal_tag(part.strip()) for part in written.split(","))
    for tag in tags:
        if refused := refusal(tag):
            raise argparse.ArgumentTypeError(refused)
        if tags.count(tag) > 1:
            raise argparse.ArgumentTypeError(f"“{tag}” is said twice")
    return tags
