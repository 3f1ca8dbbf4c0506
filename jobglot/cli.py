"""The command line: finds the command, runs it, and turns what goes wrong into words and exit codes.

Exit codes: 0 all is well, 1 problems in the content, 2 a wrong call, 3 a bug of ours, 130 interrupted.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from jobglot import __version__
from jobglot.commands import (
    build,
    changes,
    check,
    cms,
    importing,
    init,
    new,
    ping,
    publish,
    rollback,
    schema,
    serve,
    status,
)
from jobglot.commands.common import INTERRUPTED, WELL, WRONG_CALL, Once, WrongCall, bug

COMMANDS = (build, serve, check, status, changes, new, importing, init, publish, rollback, ping, schema, cms)
"""In the order of `--help`."""
NAMES = frozenset(command.NAME for command in COMMANDS)


def main(arguments: Sequence[str] | None = None, *, lasting: list[object] | None = None) -> int:
    """Run the command given; the exit code.

    To `lasting` goes what it would take long to take apart: whoever ends the process afterwards may keep it until then.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (given[0].startswith("-") and given[0] not in ("-h", "--help", "--version")):
        given.insert(0, "build")
    parser = arguments_parser(given[0])
    # Whoever calls us may have closed them.
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - it lasts as long as we
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        # Titles are in every script; a log in Latin-1 shows what it can.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        options, unknown = parser.parse_known_args(given)
        if unknown:
            first = next((f"; the command comes first: “{word} …”" for word in unknown if word in NAMES), "")
            options.parser.error(f"unrecognized arguments: {' '.join(unknown)}{first}")
        options.lasting = [] if lasting is None else lasting
        command: Callable[[argparse.Namespace], int] = options.command
        code = command(options)
    except KeyboardInterrupt as interruption:
        # Whoever knows better what that means, says so.
        print(f"Interrupted. {str(interruption) or 'The former site stands.'}", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        code = WELL
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else WRONG_CALL
    except WrongCall as refused:
        print(f"jobglot: {refused}", file=sys.stderr)
        return WRONG_CALL
    except OSError as refusal:
        code = system_refused(refusal)
    except Exception:  # noqa: BLE001 - the one place that turns our bugs into an exit code
        code = bug()
    try:
        sys.stdout.flush()
    except OSError as refusal:
        # Whoever read us has gone, or the disk below a log is full; Python would complain again while closing.
        code = code if isinstance(refusal, BrokenPipeError) else system_refused(refusal)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


def system_refused(refusal: OSError) -> int:
    """Say what the system refused a command: a full disk, or a folder that is read-only, is no mistake of ours."""
    from jobglot.faults import OF_A_SYSTEM, fault

    name = os.fsdecode(refusal.filename) if isinstance(refusal.filename, (str, bytes)) else "what is told here"
    problem = fault(refusal, name, "written")
    if problem.code not in OF_A_SYSTEM:
        return bug()
    with contextlib.suppress(OSError):
        print(f"jobglot: {problem.origin.path}: {problem.message}; {problem.remedy}", file=sys.stderr)
    return WRONG_CALL


def entry() -> NoReturn:
    """The whole process: `main`, and an end that does not take the values of a board apart, millions, one by one."""
    # The threads of numpy's algebra, which nothing here uses, would keep a core busy waiting.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    lasting: list[object] = []
    try:
        code = main(lasting=lasting)
    except KeyboardInterrupt:
        code = INTERRUPTED
    # Whoever presses Ctrl-C twice has had the answer by now.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


class Parser(argparse.ArgumentParser):
    """Takes each option once, and names the nearest known word for a misspelt one."""

    def __init__(self, **told: Any) -> None:
        super().__init__(**told)
        self.register("action", None, Once)

    def error(self, message: str) -> None:  # type: ignore[override]
        """Say what is wrong and how the command is used; exit code 2."""
        import difflib
        import re

        # Newer Pythons guess between the two, each in its own words.
        wrong = re.search(r"invalid choice: '([^']*)'.*? \(choose from (.*)\)", message)
        if wrong:
            known = re.findall(r"[\w-]+", wrong[2])
            near = difflib.get_close_matches(wrong[1], known, 1)
            message = f"there is no “{wrong[1]}”; " + (f"did you mean “{near[0]}”?" if near else f"use {wrong[2]}")
        unknown = re.search(r"unrecognized arguments: (--[\w-]+)", message)
        if unknown:
            near = difflib.get_close_matches(unknown[1], self._option_string_actions, 1, 0.7)
            message += f"; did you mean {near[0]}?" if near else ""
        self.print_usage(sys.stderr)
        self.exit(WRONG_CALL, f"{self.prog}: {message}\n")


def arguments_parser(word: str = "") -> argparse.ArgumentParser:
    """Every command with its options, or the one of that name; `docs/cli.md` tells them at length."""
    name = "build.py" if Path(sys.argv[0]).name == "build.py" else "jobglot"
    parser = Parser(prog=name, description="A job board as a static site, in as many languages as its readers speak.")
    parser.add_argument("--version", action="version", version=f"jobglot {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser)

    for module in [module for module in COMMANDS if word == module.NAME] or COMMANDS:
        command = commands.add_parser(module.NAME, help=module.HELP, description=module.HELP, allow_abbrev=False)
        command.set_defaults(command=module.run, parser=command)
        module.options(command)
    return parser


if __name__ == "__main__":
    entry()
