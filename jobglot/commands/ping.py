"""`ping`: tell search engines which pages changed (IndexNow)."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from jobglot.commands.common import WrongCall, has_colours, site_folder, with_folder

NAME = "ping"
HELP = "Tell search engines which pages changed (IndexNow), from a list that “publish --urls” wrote."


def options(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("file", metavar="FILE", help="addresses, one a line")
    with_folder(parser)
    parser.add_argument("--key", metavar="KEY", help="the site's IndexNow key (default: INDEXNOW_KEY)")
    parser.add_argument("--endpoint", metavar="URL", help="where to (default: api.indexnow.org)")


def run(options: argparse.Namespace) -> int:
    """Send the addresses."""
    from jobglot import publishing
    from jobglot.publish import indexnow

    root, file = site_folder(options), Path(options.file)
    key = options.key or os.environ.get("INDEXNOW_KEY", "")
    if not file.is_file():
        raise WrongCall(f"there is no file {options.file}")
    if not key:
        raise WrongCall("there is no key; give --key or set INDEXNOW_KEY")
    voice = publishing.DiscreetVoice(sys.stdout, colours=has_colours())
    return publishing.ping(root, file, key, options.endpoint or indexnow.ENDPOINT, voice)
