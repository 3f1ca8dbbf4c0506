"""`new`: files to fill in or to change."""

from __future__ import annotations

import argparse

from jobglot.commands.common import WELL, WrongCall, read_now, site_folder, with_site

NAME = "new"
HELP = "Make the files of a new posting, organization, news item or page, another look, or a copy of ours to change."

YOURS = "It is yours: its colours stand on top. “serve” shows it."
BEHIND = "Change what you like; leave the first line, by which “check” tells when the packaged template has changed."


def options(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("kind", choices=("posting", "organization", "news", "page", "theme", "template", "catalog"))
    like = "data-engineer (a–z, 0–9, hyphens); of a theme or template its name, of a catalog LANGUAGE or forms/LANGUAGE"
    parser.add_argument("id", metavar="ID", help=f"such as {like}")
    with_site(parser)


def run(options: argparse.Namespace) -> int:
    """Make the files of a new thing."""
    from jobglot import scaffold

    root = site_folder(options)
    if options.kind == "theme":
        made, remark = scaffold.new_theme(root, options.id), YOURS
    elif options.kind == "template":
        made, remark = scaffold.new_template(root, options.id), BEHIND
    elif options.kind == "catalog":
        then = "cms" if options.id.startswith("forms/") else "check"
        made, remark = scaffold.new_catalog(root, options.id), f"Fill it in, then run “{then}”."
    else:
        made = scaffold.new_thing(root, options.kind, options.id, read_now(options, root))
        remark = "Fill them in, then run “check”."
        if options.kind == "posting":
            remark += " Delete “draft: true” to publish."
    if isinstance(made, str):
        raise WrongCall(made)
    for path in made:
        print(path)
    print(remark)
    return WELL
