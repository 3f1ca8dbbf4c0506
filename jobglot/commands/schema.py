"""`schema`: the JSON Schema of front matter."""

from __future__ import annotations

import argparse

from jobglot.commands.common import WELL

NAME = "schema"
HELP = "Print the JSON Schema of front matter, for editors' programs."


def options(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    kinds = ("postings", "organizations", "news", "pages", "config")
    parser.add_argument("of", nargs="?", default="postings", choices=kinds, help="of what (default: postings)")


def run(options: argparse.Namespace) -> int:
    """Print a JSON Schema."""
    import json

    from jobglot import config, schema

    found = config.json_schema() if options.of == "config" else schema.json_schema(options.of)
    print(json.dumps(found, ensure_ascii=False, indent=2))
    return WELL
