"""`new`: files to fill in."""

from __future__ import annotations

import argparse

from jobglot.commands.common import WELL, WrongCall, read_now, site_folder, with_site

NAME = "new"
HELP = "Make the files of a new posting, organization, news item or page, or a catalog of words."


def options(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("kind", choices=("posting", "organization", "news", "page", "catalog"))
    parser.add_argument(
        "id", metavar="ID", help="a–z, 0–9 and hyphens, such as data-engineer; of a catalog, its language"
    )
    with_site(parser)


def run(options: argparse.Namespace) -> int:
    """Make the files of a new thing."""
    from jobglot import scaffold

    root = site_folder(options)
    today = read_now(options, root)
    if options.kind == "catalog":
        made = scaffold.new_words(root, options.id)
    else:
        made = scaffold.new_thing(root, options.kind, options.id, today)
    if isinstance(made, str):
        raise WrongCall(made)
    for path in made:
        print(path)
    them = "them" if len(made) > 1 else "it"
    print(
        f"Fill {them} in, then run “check”."
        + (" Delete “draft: true” to publish." if options.kind == "posting" else "")
    )
    return WELL
