"""When each file of the content was last committed, as git tells. The only place that asks git about content."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from jobglot.problem import Origin, Problem, warning

TIMEOUT = 120


def commits_below(root: Path, folder: str) -> tuple[Mapping[str, datetime], list[Problem]]:
    """The instant of the last commit of every file below `folder`, by path relative to `root`.

    Empty where there is no git, no repository or no commit; in a shallow clone as well, with a warning, since the
    first commit at hand would pass for the last change of every older file.
    """
    if not any((above / ".git").exists() for above in (root, *root.parents)):
        return {}, []
    shallow = _git(root, "rev-parse", "--is-shallow-repository")
    if shallow is None:
        return {}, []
    if shallow.strip() == b"true":
        message = "the git history is cut off (a shallow clone), so it cannot tell when postings last changed"
        remedy = "fetch it whole (“git fetch --unshallow”; for GitHub's checkout, “fetch-depth: 0”)"
        return {}, [warning(Origin(folder), "git-shallow", message, remedy)]
    log = _git(root, "log", "--no-renames", "--relative", "--name-only", "-z", "--format=%x01%ct", "--", folder)
    return (_last_commits(log) if log else {}), []


def _last_commits(log: bytes) -> Mapping[str, datetime]:
    found: dict[str, datetime] = {}
    for commit in log.split(b"\x01")[1:]:
        time, _, names = commit.partition(b"\n")
        at = datetime.fromtimestamp(int(time.strip(b"\x00\n")), UTC)
        for name in names.split(b"\x00"):
            path = name.strip(b"\n").decode("utf-8", "surrogateescape")
            # The log begins with the last commit; a merge brings dates out of order.
            if path and (path not in found or found[path] < at):
                found[path] = at
    return found


def _git(root: Path, *arguments: str) -> bytes | None:
    """What git prints; None when it cannot be asked."""
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program with fixed words
            ["git", "-C", str(root), *arguments],  # noqa: S607
            capture_output=True,
            timeout=TIMEOUT,
            env=environment,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
