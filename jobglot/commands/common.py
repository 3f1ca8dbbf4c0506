"""What the commands share: exit codes, the site's folder, the time to build for, colours."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Any

from jobglot import __version__
from jobglot.folders import READ

WELL, PROBLEMS, WRONG_CALL, BUG, INTERRUPTED = 0, 1, 2, 3, 130


class Once(argparse.Action):
    """An option that may be given once: which of two values is meant, nobody can know."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: Any, option: str | None = None
    ) -> None:
        """Keep the value. Exit code 2 when there is one already."""
        if getattr(namespace, f"given_{self.dest}", False):
            parser.error(f"{option} is given twice")
        setattr(namespace, self.dest, values)
        setattr(namespace, f"given_{self.dest}", True)


class WrongCall(Exception):  # noqa: N818
    """The command line asks for something that cannot be; the text says what to ask for instead."""


def with_site(parser: argparse.ArgumentParser) -> None:
    """Options of the commands that work on a site."""
    with_folder(parser)
    now = "the time to build for, such as 2027-01-31 or 2027-01-31T16:05"
    parser.add_argument("--now", metavar="TIME", help=now)


def with_folder(parser: argparse.ArgumentParser) -> None:
    """The option of the commands for which it is the same what time it is."""
    parser.add_argument("--site", metavar="DIR", default=".", help="the site's folder (default: this one)")


def site_folder(options: argparse.Namespace) -> Path:
    """The site's folder as a whole path."""
    folder = Path(options.site)
    if not folder.is_dir():
        raise WrongCall(f"there is no folder {options.site}")
    return folder.resolve()


def read_now(options: argparse.Namespace, root: Path) -> datetime:
    """The time to build for: `--now`, else SOURCE_DATE_EPOCH, else the clock. A time without a zone is the board's."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if options.now is None and not epoch:
        return datetime.now(UTC)
    try:
        if options.now is None:
            now = datetime.fromtimestamp(int(epoch) if epoch.isascii() and epoch.isdigit() else float("nan"), UTC)
        else:
            given = datetime.fromisoformat(options.now)
            now = (given if given.tzinfo else given.replace(tzinfo=_zone(root))).astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        now = datetime.min.replace(tzinfo=UTC)
    if 1900 <= now.year < 2200:
        return now
    if options.now is None:
        raise WrongCall(f"SOURCE_DATE_EPOCH is “{epoch}”, but must be a number of seconds since 1970")
    raise WrongCall(f"--now “{options.now}” is not a time; write 2027-01-31 or 2027-01-31T16:05")


def _zone(root: Path) -> tzinfo:
    from jobglot.load import load_config

    config, _ = load_config(root)
    return config.zone if config else UTC


def relative_to_site(name: str, root: Path) -> str:
    """A file or folder named on the command line, as problems name it; "" for the whole site."""
    path = Path(name)
    full = path.resolve() if path.is_absolute() or path.exists() else root / path
    if not full.exists():
        raise WrongCall(f"there is no file {name}")
    if not full.is_relative_to(root):
        raise WrongCall(f"{name} does not belong to the site in {root}")
    relative = full.relative_to(root)
    if relative.parts and relative.parts[0] not in READ:
        raise WrongCall(f"{name} is nothing that a site is made from ({', '.join(READ)})")
    return relative.as_posix().removeprefix(".")


def port(written: str) -> int:
    """Where a server may listen, as an argument."""
    if not (written.isascii() and written.isdigit() and 1 <= int(written[:6]) <= 65535):
        raise argparse.ArgumentTypeError(f"“{written}” is not a port; write a number from 1 to 65535")
    return int(written)


def number(written: str) -> int:
    """A whole number from 0, as an argument."""
    if not (written.isascii() and written.isdigit()):
        raise argparse.ArgumentTypeError(f"“{written}” is not a number of processes")
    return int(written)


def has_colours() -> bool:
    """Colours go to terminals, unless NO_COLOR is set (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


@contextmanager
def ended_as_by_hand() -> Iterator[None]:
    """While this lasts, whoever ends the process from outside has it end as Ctrl-C does: it cleans up behind itself.

    A service that is stopped, a pipeline that is cancelled, a terminal that is closed: without this, the lock of a
    target and the folder of a clean build would stay.
    """

    def interrupt(_sign: int, _frame: object) -> None:
        # By the way of Ctrl-C, which waits where it must; in the background, Python has not taken that way over.
        if signal.getsignal(signal.SIGINT) in (signal.SIG_IGN, signal.SIG_DFL):
            raise KeyboardInterrupt
        signal.raise_signal(signal.SIGINT)

    signs = [sign for sign in (getattr(signal, name, None) for name in ("SIGTERM", "SIGHUP")) if sign is not None]
    # Whoever ignores one of them, as nohup does, has reasons; and only the first thread may decide about any.
    mine = threading.current_thread() is threading.main_thread()
    chosen = [sign for sign in signs if mine and signal.getsignal(sign) is signal.SIG_DFL]
    former = [(sign, signal.signal(sign, interrupt)) for sign in chosen]
    try:
        yield
    finally:
        for sign, handler in former:
            signal.signal(sign, handler)


@contextmanager
def nothing_collected() -> Iterator[None]:
    """A stretch of work that makes values by the million and throws few away.

    To look for garbage among them would cost a tenth of its time. What was made lasts as long as the process, or
    nearly: no later look need pass over it either.
    """
    import gc

    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.freeze()
            gc.enable()


def bug(comfort: str = "The former site stands.") -> int:
    """Say of the exception at hand that it is our mistake, with all that a report needs, and the exit code for it.

    Where the exception has notes, they tell what it means instead.
    """
    import platform
    import traceback

    from jobglot.publish.redact import Redactor

    mistake = sys.exception()
    if mistake is not None and (notes := getattr(mistake, "__notes__", [])):
        comfort = " ".join(notes)
        del mistake.__notes__
    print(Redactor(os.environ)(traceback.format_exc()), file=sys.stderr)
    print(
        f"\nThis is a mistake in jobglot {__version__}, not in your files (Python {platform.python_version()}, "
        f"{platform.system()}).\nPlease report it with the lines above. {comfort}",
        file=sys.stderr,
    )
    return BUG
