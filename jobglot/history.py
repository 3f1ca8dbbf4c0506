"""When each file of the content was last committed, as git tells. The only place that asks git about content."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from jobglot.problem import Origin, Problem, warning

TIMEOUT = 120

# A hook runs with these set for its own repository; the site may lie in another.
_OF_ANOTHER_REPOSITORY = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_PREFIX", "GIT_NAMESPACE")

# What a user may have set for their own eyes.
_PLAINLY = ("-c", "log.showSignature=false", "-c", "core.quotePath=false", "-c", "log.showRoot=true")


def commits_below(root: Path, folder: str) -> tuple[Mapping[str, datetime], list[Problem]]:
    """The instant of the last commit of every file below `folder`, by path relative to `root`.

    Empty where there is no repository or no commit. Empty with a warning where git cannot or will not tell, and in a
    shallow clone, since the first commit at hand would pass for the last change of every older file.
    """
    if not any((above / ".git").exists() for above in (root, *root.parents)):
        return {}, []
    shallow = _git(root, "rev-parse", "--is-shallow-repository")
    if isinstance(shallow, str):
        message = f"git does not tell when postings last changed: {shallow}"
        return {}, [warning(Origin(folder), "git-silent", message, "see to it, or give each posting “updated”")]
    if shallow.strip() == b"true":
        message = "the git history is cut off (a shallow clone), so it cannot tell when postings last changed"
        remedy = "fetch it whole (“git fetch --unshallow”; for GitHub's checkout, “fetch-depth: 0”)"
        return {}, [warning(Origin(folder), "git-shallow", message, remedy)]
    log = _git(root, "log", "--no-renames", "--relative", "--name-only", "-z", "--format=%x01%ct", "--", folder)
    # A repository without commits has no log.
    return ({} if isinstance(log, str) else _last_commits(log)), []


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


def _git(root: Path, *arguments: str) -> bytes | str:
    """What git prints; as text, why it does not."""
    environment = {name: value for name, value in os.environ.items() if name not in _OF_ANOTHER_REPOSITORY}
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program with fixed words
            ["git", "-C", str(root), *_PLAINLY, *arguments],  # noqa: S607
            capture_output=True,
            timeout=TIMEOUT,
            env={**environment, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"},
            check=False,
        )
    except FileNotFoundError:
        return "it is not installed"
    except (OSError, subprocess.TimeoutExpired) as refused:
        return f"{type(refused).__name__}"
    if done.returncode:
        return (done.stderr.decode("utf-8", "replace").strip().splitlines() or [f"exit code {done.returncode}"])[0]
    return done.stdout
