"""The command line. Reads the clock, once; turns what the commands give back into words and exit codes.

Exit codes: 0 all is well, 1 problems in the content, 2 a wrong call, 3 a bug of ours, 130 interrupted.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from jobglot import __version__

WELL, PROBLEMS, WRONG_CALL, BUG, INTERRUPTED = 0, 1, 2, 3, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command given; the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    parser = arguments_parser()
    if not given or (given[0].startswith("-") and given[0] not in ("-h", "--help", "--version")):
        given.insert(0, "build")
    for stream in (sys.stdout, sys.stderr):
        # Titles are in every script; a log in Latin-1 shows what it can.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        options = parser.parse_args(given)
        command: Callable[[argparse.Namespace], int] = options.command
        code = command(options)
        sys.stdout.flush()
    except KeyboardInterrupt:
        print("Interrupted. The former site stands.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read us has gone; Python would complain again while closing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return WELL
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else WRONG_CALL
    except WrongCall as refused:
        print(f"jobglot: {refused}", file=sys.stderr)
        return WRONG_CALL
    except Exception:  # noqa: BLE001 - the one place that turns our bugs into an exit code
        return bug()
    return code


class WrongCall(Exception):  # noqa: N818
    """The command line asks for something that cannot be; the text says what to ask for instead."""


def bug() -> int:
    """Say that this is our mistake, with all that a report needs."""
    import platform
    import traceback

    traceback.print_exc()
    print(
        f"\nThis is a mistake in jobglot {__version__}, not in your files (Python {platform.python_version()}, "
        f"{platform.system()}).\nPlease report it with the lines above. The former site stands.",
        file=sys.stderr,
    )
    return BUG


class Parser(argparse.ArgumentParser):
    """Names the nearest known word for a misspelt one."""

    def error(self, message: str) -> None:  # type: ignore[override]
        """Say what is wrong and how the command is used; exit code 2."""
        import difflib
        import re

        wrong = re.search(r"invalid choice: '([^']*)' \(choose from (.*)\)", message)
        if wrong:
            known = re.findall(r"[\w-]+", wrong[2])
            near = difflib.get_close_matches(wrong[1], known, 1)
            message = f"there is no “{wrong[1]}”; " + (f"did you mean “{near[0]}”?" if near else f"use {wrong[2]}")
        unknown = re.search(r"unrecognized arguments: (--[\w-]+)", message)
        if unknown:
            near = difflib.get_close_matches(unknown[1], self._option_string_actions, 1)
            message += f"; did you mean {near[0]}?" if near else ""
        self.print_usage(sys.stderr)
        self.exit(WRONG_CALL, f"{self.prog}: {message}\n")


def arguments_parser() -> argparse.ArgumentParser:
    """Every command with its options; `docs/cli.md` tells them at length."""
    name = "build.py" if Path(sys.argv[0]).name == "build.py" else "jobglot"
    parser = Parser(prog=name, description="A job board as a static site, in as many languages as its readers speak.")
    parser.add_argument("--version", action="version", version=f"jobglot {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser)

    def command(name: str, run: Callable[[argparse.Namespace], int], help_: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=help_, description=help_)
        sub.set_defaults(command=run)
        return sub

    build = command("build", run_build, "Check everything, then make the site (the default).")
    with_site(build)
    build.add_argument("--output", metavar="DIR", help="where to write (default: output/ in the site's folder)")
    build.add_argument("--drafts", action="store_true", help="show drafts as if they were published")
    build.add_argument("--keep-going", action="store_true", help="leave out what has errors and build the rest")
    build.add_argument("--adopt", action="store_true", help="take over an output folder that jobglot did not make")

    check = command("check", run_check, "Tell every problem of the content and build nothing.")
    with_site(check)
    check.add_argument("files", nargs="*", metavar="FILE", help="tell the problems of these files only")
    check.add_argument("--strict", action="store_true", help="fail on warnings as well")

    new = command("new", run_new, "Make the files of a new posting, organization, news item or page.")
    new.add_argument("kind", choices=("posting", "organization", "news", "page"))
    new.add_argument("id", metavar="ID", help="a–z, 0–9 and hyphens, such as data-engineer")
    with_site(new)

    init = command("init", run_init, "Make a new site in a folder.")
    init.add_argument("folder", metavar="DIR")
    init.add_argument("--bare", action="store_true", help="without the demo's postings")

    schema = command("schema", run_schema, "Print the JSON Schema of front matter, for editors' programs.")
    schema.add_argument(
        "of", nargs="?", default="postings", choices=("postings", "organizations", "news", "pages", "config")
    )
    return parser


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


def run_build(options: argparse.Namespace) -> int:
    """Build the site."""
    from time import perf_counter

    from jobglot import pipeline, report
    from jobglot.problem import in_order, stops
    from jobglot.write import Stopped

    began = perf_counter()
    root = site_folder(options)
    now = read_now(options, root)
    voice = report.Voice(sys.stdout, colours=has_colours())
    examined = pipeline.examine(root, now, drafts=options.drafts)
    voice.problems(examined.problems)
    if examined.plan is None or (stops(examined.problems) and not options.keep_going):
        voice.say("Nothing was written.")
        return PROBLEMS
    progress = report.Progress(sys.stderr, lambda: perf_counter() - began)
    made, faults = pipeline.produce_all(examined.plan, progress.tell)
    progress.clear()
    if faults:
        voice.problems(in_order(faults))
        voice.say("Nothing was written.")
        return PROBLEMS
    output = Path(options.output).resolve() if options.output else root / "output"
    done = pipeline.write_out(made, output, root, adopt=options.adopt)
    voice.problems(done.problems)
    if isinstance(done, Stopped):
        voice.say("Nothing was written.")
        return WRONG_CALL if done.refused else PROBLEMS
    site = examined.plan.site
    voice.say(f"{report.board(site)}.")
    voice.say(f"{report.files(examined.plan)} in {output}: {report.written(done)}; {perf_counter() - began:.1f} s.")
    voice.say(report.next_change(site))
    return PROBLEMS if stops(examined.problems) else WELL


def run_check(options: argparse.Namespace) -> int:
    """Tell the problems."""
    from jobglot import pipeline, report
    from jobglot.problem import in_order, stops

    root = site_folder(options)
    wanted = {relative_to_site(name, root) for name in options.files}
    examined = pipeline.examine(root, read_now(options, root))
    problems = list(examined.problems)
    if examined.is_well and examined.plan is not None:
        _, faults = pipeline.produce_all(examined.plan)
        problems += faults
    told = in_order([p for p in problems if not wanted or p.origin.path in wanted])
    voice = report.Voice(sys.stdout, colours=has_colours())
    voice.problems(told)
    if not told:
        voice.say("No problem.")
    return PROBLEMS if stops(told) or (options.strict and told) else WELL


def relative_to_site(name: str, root: Path) -> str:
    """A file named on the command line, as problems name it."""
    path = Path(name)
    full = path.resolve() if path.is_absolute() or path.exists() else root / path
    if not full.exists():
        raise WrongCall(f"there is no file {name}")
    if not full.is_relative_to(root):
        raise WrongCall(f"{name} does not belong to the site in {root}")
    return full.relative_to(root).as_posix()


def run_new(options: argparse.Namespace) -> int:
    """Make the files of a new thing."""
    from jobglot import scaffold

    root = site_folder(options)
    today = read_now(options, root)
    made = scaffold.new_thing(root, options.kind, options.id, today)
    if isinstance(made, str):
        raise WrongCall(made)
    for path in made:
        print(path)
    print(
        "Fill them in, then run “check”." + (" Delete “draft: true” to publish." if options.kind == "posting" else "")
    )
    return WELL


def run_init(options: argparse.Namespace) -> int:
    """Make a new site."""
    from jobglot import scaffold

    refused = scaffold.new_site(Path(options.folder), bare=options.bare)
    if refused:
        raise WrongCall(refused)
    print(f"A new site is in {options.folder}. Next: cd {options.folder} && jobglot")
    return WELL


def run_schema(options: argparse.Namespace) -> int:
    """Print a JSON Schema."""
    import json

    from jobglot import config, schema

    found = config.json_schema() if options.of == "config" else schema.json_schema(options.of)
    print(json.dumps(found, ensure_ascii=False, indent=2))
    return WELL


def has_colours() -> bool:
    """Colours go to terminals, unless NO_COLOR is set (https://no-color.org)."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


if __name__ == "__main__":
    sys.exit(main())
