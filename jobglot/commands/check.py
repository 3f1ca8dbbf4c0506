"""`check`: tell every problem and build nothing."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from jobglot.commands.common import (
    PROBLEMS,
    WELL,
    WrongCall,
    has_colours,
    nothing_collected,
    read_now,
    relative_to_site,
    site_folder,
    with_site,
)

if TYPE_CHECKING:
    from jobglot.problem import Problem

NAME = "check"
OF_HOSTS = ("github", "gitlab", "sarif")
"""The forms that hosts of git read."""
HELP = "Tell every problem of the content and build nothing."


def options(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    with_site(parser)
    parser.add_argument("files", nargs="*", metavar="FILE", help="tell the problems of these files or folders only")
    parser.add_argument("--strict", action="store_true", help="fail on warnings as well")
    parser.add_argument(
        "--format", choices=("text", "github", "gitlab", "sarif", "json"), default="text", help="for which reader"
    )
    parser.add_argument(
        "--fix", action="store_true", help="mend what can be mended in one way only, show what changes, then check"
    )
    parser.add_argument("--changed", metavar="REV", help="tell the problems of files changed since a commit first")


@nothing_collected()
def run(options: argparse.Namespace) -> int:
    """Tell the problems."""
    from jobglot import pipeline
    from jobglot.problem import in_order, stops
    from jobglot.workers import crew

    root = site_folder(options)
    wanted = {relative_to_site(name, root) for name in options.files}
    if options.fix:
        mend(root, wanted, sys.stderr if options.format != "text" else sys.stdout)
    hands = crew(0)
    now, drawn = read_now(options, root), pipeline.Drawn.DOUBTFUL
    examined = pipeline.examine(root, now, crew=hands, remember=True, drawn=drawn)
    problems = list(examined.problems)
    if examined.is_well and examined.plan is not None:
        problems += pipeline.draw(examined.plan, crew=hands)
    # Where the config cannot be read, nobody has looked at the files: what is wrong there concerns them all.
    every = not wanted or examined.plan is None
    told = in_order([p for p in problems if every or _concerns(p.origin.path, wanted)])
    if options.changed:
        changed = changed_since(root, options.changed)
        told = tuple(sorted(told, key=lambda problem: problem.origin.path not in changed))
    tell(from_the_top(told, root) if options.format in OF_HOSTS else told, options.format)
    return PROBLEMS if stops(told) or (options.strict and told) else WELL


def mend(root: Path, wanted: set[str], out: TextIO) -> None:
    """Mend the content's files, and show every change as a diff; links and what cannot be read are left alone."""
    from difflib import unified_diff

    from jobglot.collection import siblings
    from jobglot.disk import replace_file
    from jobglot.folders import CONTENT, MAX_TEXT
    from jobglot.gate import read_file, walk
    from jobglot.load import load_config
    from jobglot.mending import mended
    from jobglot.schema import COLLECTIONS

    config, _ = load_config(root)
    paths, _ = walk(root, CONTENT)
    for collection in COLLECTIONS if config else ():
        mine = [path for path in paths if path.startswith(f"{CONTENT}/{collection}/") and path.endswith(".md")]
        for thing in siblings(collection, mine, config.languages if config else ())[0]:
            files = {tag: path for tag, path in thing.files if not (root / path).is_symlink()}
            texts: dict[str, str] = {}
            for tag, path in files.items():
                data = read_file(root, path, MAX_TEXT)
                with contextlib.suppress(UnicodeDecodeError):
                    if isinstance(data, bytes):
                        texts[tag] = data.decode("utf-8")
            for tag, text in mended(texts).items():
                path = files[tag]
                if wanted and not any(_lies_in(path, name) for name in wanted):
                    continue
                replace_file(os.fsencode(root / path), text.encode())
                before, after = (whole.splitlines(keepends=True) for whole in (texts[tag], text))
                out.writelines(unified_diff(before, after, f"a/{path}", f"b/{path}"))


def tell(problems: tuple[Problem, ...], form: str) -> None:
    """Say the problems in one of the forms; on GitHub, also as a table in the step's summary."""
    from jobglot import report
    from jobglot.problem import weightiest_first
    from jobglot.problem_formats import FORMATS, markdown_table

    if form == "text":
        voice = report.Voice(sys.stdout, colours=has_colours())
        voice.problems(problems)
        if not problems:
            voice.say("No problem.")
        return
    if form != "github":
        sys.stdout.write(FORMATS[form](problems) + "\n")
        return
    # It shows few of many, and cuts what is long.
    shown = weightiest_first(problems)
    if shown:
        sys.stdout.write(FORMATS[form](shown) + "\n")
    sys.stdout.write(f"{report.tally(shown)}\n" if shown else "No problem.\n")
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if not summary:
        return
    try:
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(markdown_table(shown))
    except OSError as refused:
        # As in a container that was given the variable and not the file.
        print(f"jobglot: {summary} cannot be written: {(refused.strerror or 'unknown fault').lower()}", file=sys.stderr)


def from_the_top(problems: tuple[Problem, ...], root: Path) -> tuple[Problem, ...]:
    """The problems with paths from the top of the repository, if the site is in a folder of it: so hosts know files."""
    from dataclasses import replace

    from jobglot import git

    found = git.ask(root, "rev-parse", "--show-prefix")
    prefix = "" if isinstance(found, str) else os.fsdecode(found).rstrip("\n")
    if not prefix:
        return problems
    return tuple(replace(p, origin=p.origin._replace(path=prefix + p.origin.path)) for p in problems)


def changed_since(root: Path, revision: str) -> frozenset[str]:
    """The files that differ from a commit, by path relative to the site."""
    from jobglot import git
    from jobglot.revisions import NoSuchRevision, resolved

    try:
        commit = resolved(root, revision)
    except NoSuchRevision as unknown:
        raise WrongCall(f"{unknown}; in a shallow clone, fetch it first") from None
    listed = git.ask(root, "diff", "--name-only", "--relative", "-z", commit, "--")
    return frozenset() if isinstance(listed, str) else frozenset(listed.decode("utf-8", "replace").split("\0"))


def _concerns(path: str, wanted: set[str]) -> bool:
    """Whether a file is among those named, or in a folder that is, or is another edition of what is in one of them."""
    return any(_lies_in(path, name) or _thing(path) == _thing(name) for name in wanted)


def _thing(path: str) -> str:
    """What the names of all files of one thing begin with."""
    folder, _, name = path.rpartition("/")
    return f"{folder}/{name.partition('.')[0]}"


def _lies_in(path: str, name: str) -> bool:
    """Whether a file is the one named, or lies in the folder named; everything lies in ""."""
    return not name or path == name or path.startswith(f"{name}/")
