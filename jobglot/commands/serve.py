"""`serve`: a preview that is always there."""

from __future__ import annotations

import argparse

from jobglot.commands.common import (
    WELL,
    WrongCall,
    has_colours,
    nothing_collected,
    port,
    read_now,
    site_folder,
    with_site,
)

NAME = "serve"
HELP = "Preview the board in a browser; pages reload when a file changes."
PORT = 8000


def options(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    with_site(parser)
    help_ = f"the port to listen at (default: {PORT}, or the next that is free)"
    parser.add_argument("--port", type=port, metavar="PORT", help=help_)
    parser.add_argument("--drafts", action="store_true", help="show drafts as if they were published")


def run(options: argparse.Namespace) -> int:
    """Serve until interrupted."""
    import sys
    from datetime import UTC, datetime
    from functools import partial

    from jobglot import report
    from jobglot.preview.board import Board, Settings
    from jobglot.preview.server import bind
    from jobglot.preview.watch import Watch
    from jobglot.problem import Severity, added, in_order
    from jobglot.workers import crew

    root = site_folder(options)
    now = read_now(options, root) if options.now else None
    with nothing_collected():
        board = Board(root, partial(datetime.now, UTC), Settings(now, options.drafts), crew(0))
    voice = report.Voice(sys.stdout, colours=has_colours())
    voice.problems(board.snapshot.problems)
    try:
        server = bind(board, options.port or PORT, exactly=options.port is not None)
    except OSError as refused:
        raise WrongCall(
            f"port {options.port or PORT} cannot be used ({refused.strerror}); choose another with --port"
        ) from None

    def heard(changed: frozenset[str] | None) -> None:
        before = board.snapshot
        after = board.refresh(changed)
        if after.told != before.told:
            # A large board has thousands of warnings: those that stood before have been said.
            errors = [problem for problem in after.problems if problem.severity is Severity.ERROR]
            voice.problems(in_order([*errors, *added(before.problems, after.problems)]))
            if after.number != before.number:
                voice.say("The board has changed.")
            sys.stdout.flush()

    watch = Watch(root, heard)
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
