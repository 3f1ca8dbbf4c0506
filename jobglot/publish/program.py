"""Runs git and rsync: without questions, within a time, in a language that can be read."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jobglot.git import OF_ANOTHER_REPOSITORY
from jobglot.publish.target import refuse

TIMEOUT = 1800.0
_COLOUR = re.compile(r"\x1b\[[0-9;]*[mK]")


@dataclass(frozen=True, slots=True)
class Done:
    """How a program ended, and what it printed."""

    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        """What it printed, as text without the last line break."""
        return self.out.decode("utf-8", "surrogateescape").rstrip("\n")


def run(
    arguments: Sequence[str],
    where: str,
    *,
    folder: Path | None = None,
    extra: Mapping[str, str] | None = None,
    given: bytes = b"",
) -> Done:
    """Run a program to its end. TargetFault when it is not installed or takes longer than half an hour."""
    ours = {name: value for name, value in os.environ.items() if name not in OF_ANOTHER_REPOSITORY}
    environment = {**ours, "LC_ALL": "C", "LANGUAGE": "", "GIT_TERMINAL_PROMPT": "0", **(extra or {})}
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program; what comes from the config was checked
            arguments, cwd=folder, env=environment, input=given, capture_output=True, timeout=TIMEOUT, check=False
        )
    except FileNotFoundError:
        refuse(where, "program-missing", f"{arguments[0]} is not installed", f"install {arguments[0]}", is_refusal=True)
    except subprocess.TimeoutExpired:
        refuse(where, "program-hangs", f"{arguments[0]} did not end within half an hour", "look at the connection")
    # A host may paint its words, whatever is asked for here.
    return Done(done.returncode, done.stdout, _COLOUR.sub("", done.stderr.decode("utf-8", "replace")))


def last_lines(text: str, count: int = 4) -> str:
    """The end of what a program complained of, on one line."""
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    return "; ".join(lines[-count:])[:600]
