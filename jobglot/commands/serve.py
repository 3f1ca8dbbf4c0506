"""`serve`: a preview that is always there."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from jobglot.commands.common import (
    PROBLEMS,
    WELL,
    WrongCall,
    bug,
    has_colours,
    nothing_collected,
    port,
    read_now,
    site_folder,
    with_site,
)

if TYPE_CHECKING:
    from jobglot.preview.board import Board, Snapshot
    from jobglot.report import Voice

NAME = "serve"
HELP = "Preview the board in a browser; pages reload when a file changes."
PORT = 8000
SWITCH_SECONDS = 0.0005


def options(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    with_site(parser)
    help_ = f"the port to listen at (default: {PORT}, or the next that is free)"
    parser.add_argument("--port", type=port, metavar="PORT", help=help_)
    parser.add_argument("--drafts", action="store_true", help="show drafts as if they were published")


def run(options: argparse.Namespace) -> int:
    """Serve until interrupted."""
    from datetime import UTC, datetime
    from functools import partial

    from jobglot import report
    from jobglot.preview.board import Board, Settings
    from jobglot.preview.server import bind
    from jobglot.preview.watch import Watch, signs
    from jobglot.workers import crew

    root = site_folder(options)
    now = read_now(options, root) if options.now else None
    # What is saved while the board is read would be seen by nobody: the watch has threads, and begins after the forks.
    before = signs(root)
    with nothing_collected():
        board = Board(root, partial(datetime.now, UTC), Settings(now, options.drafts), crew(0))
    # A thread that finds similar jobs would keep one that reads a file waiting for 5 ms at each of its steps.
    sys.setswitchinterval(SWITCH_SECONDS)
    voice = report.Voice(sys.stdout, colours=has_colours())
    voice.problems(board.snapshot.problems, in_full=False)
    if any(problem.code == "no-config" for problem in board.snapshot.problems):
        return PROBLEMS  # whoever is in the wrong folder waits for nothing
    try:
        server = bind(board, options.port or PORT, exactly=options.port is not None)
    except OSError as refused:
        raise WrongCall(
            f"port {options.port or PORT} cannot be used ({refused.strerror}); choose another with --port"
        ) from None

    watch = Watch(root, Ear(board, voice), before)
    if watch.is_polling:
        voice.say("This system watches no more files, so every file is looked at twice a second.")
    plan = board.snapshot.plan
    prefix = plan.press.links.prefix if plan else "/"
    voice.say(f"The preview is at http://localhost:{server.server_address[1]}{prefix} (Ctrl-C ends it).")
    sys.stdout.flush()
    try:
        server.serve_forever(poll_interval=0.2)
    except KeyboardInterrupt:
        voice.say()
    finally:
        watch.stop()
        server.server_close()
    return WELL


class Ear:
    """Has the board read again where files have changed, and tells the terminal what came of it."""

    def __init__(self, board: Board, voice: Voice) -> None:
        self._board = board
        self._voice = voice
        self._is_behind = False

    def __call__(self, changed: frozenset[str] | None) -> None:
        """A change of files at these paths; None where it is not known which."""
        from jobglot.report import hush

        before = self._board.snapshot
        try:
            after = self._board.refresh(None if self._is_behind else changed)
        except Exception:  # noqa: BLE001 - a mistake of ours ends no preview: the next edit may not meet it
            self._is_behind = True
            bug("The preview goes on with the board as it was.")
            return
        self._is_behind = False
        if after.told == before.told:
            return
        try:
            self._tell(before, after)
        except BrokenPipeError:
            hush(self._voice.stream)
        except OSError:  # the disk of a log is full, a terminal is gone: nobody reads this, the pages are read
            pass

    def _tell(self, before: Snapshot, after: Snapshot) -> None:
        from jobglot.problem import Severity, added, in_order

        # A large board has thousands of warnings: those that stood before have been said.
        errors = [problem for problem in after.problems if problem.severity is Severity.ERROR]
        self._voice.problems(in_order([*errors, *added(before.problems, after.problems)]))
        if after.number != before.number:
            self._voice.say("The board has changed.")
        self._voice.stream.flush()
