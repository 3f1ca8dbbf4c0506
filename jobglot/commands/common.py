"""What the commands share: exit codes, the site's folder, the time to build for, colours."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

WELL, PROBLEMS, WRONG_CALL, BUG, INTERRUPTED = 0, 1, 2, 3, 130


class WrongCall(Exception):  # noqa: N818
    """The command line asks for something that cannot be; the text says what to ask for instead."""


def with_site(parser: argparse.ArgumentParser) -> None:
    """Options of the commands that work on a site."""
    parser.add_argument("--site", metavar="DIR", default=".", help="the site's folder (default: this one)")
    parser.add_argument("--now", metavar="TIME", help="the time to build for, such as 2027-01-31 or 2027-01-31T16:05")


def site_folder(options: argparse.Namespace) -> Path:
    """The site's folder as a whole path."""
    folder = Path(options.site)
    if not folder.is_dir():
        raise WrongCall(f"there is no folder {options.site}")
    return folder.resolve()


def read_now(options: argparse.Namespace, root: Path) -> datetime:
    """The time to build for: `--now`, else SOURCE_DATE_EPOCH, else the clock. A time without a zone is the board's."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if options.now is None:
        if epoch:
            if not epoch.isascii() or not epoch.isdigit():
                raise WrongCall(f"SOURCE_DATE_EPOCH is “{epoch}”, but must be a number of seconds")
            return datetime.fromtimestamp(int(epoch), UTC)
        return datetime.now(UTC)
    try:
        given = datetime.fromisoformat(options.now)
    except ValueError:
        raise WrongCall(f"--now “{options.now}” is not a time; write 2027-01-31 or 2027-01-31T16:05") from None
    if given.tzinfo is None:
        from jobglot.load import load_config

        config, _ = load_config(root)
        given = given.replace(tzinfo=config.zone if config else UTC)
    return given.astimezone(UTC)


def relative_to_site(name: str, root: Path) -> str:
    """A file named on the command line, as problems name it."""
    path = Path(name)
    full = path.resolve() if path.is_absolute() or path.exists() else root / path
    if not full.exists():
        raise WrongCall(f"there is no file {name}")
    if not full.is_relative_to(root):
        raise WrongCall(f"{name} does not belong to the site in {root}")
    return full.relative_to(root).as_posix()


def has_colours() -> bool:
    """Colours go to terminals, unless NO_COLOR is set (https://no-color.org)."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ
