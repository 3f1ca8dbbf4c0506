"""When each file of the content was last committed, as git tells."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from jobglot import git
from jobglot.problem import Origin, Problem, warning


def commits_below(root: Path, folder: str) -> tuple[Mapping[str, datetime], list[Problem]]:
    """The instant of the last commit of every file below `folder`, by path relative to `root`.

    Empty where there is no repository or no commit. Empty with a warning where git cannot or will not tell, and in a
    shallow clone, since the first commit at hand would pass for the last change of every older file.
    """
    if not git.is_at_work(root):
        return {}, []
    shallow = git.ask(root, "rev-parse", "--is-shallow-repository")
    if isinstance(shallow, str):
        message = f"git does not tell when postings last changed: {shallow}"
        return {}, [warning(Origin(folder), "git-silent", message, "see to it, or give each posting “updated”")]
    if shallow.strip() == b"true":
        message = "the git history is cut off (a shallow clone), so it cannot tell when postings last changed"
        remedy = "fetch it whole (“git fetch --unshallow”; for GitHub's checkout, “fetch-depth: 0”)"
        return {}, [warning(Origin(folder), "git-shallow", message, remedy)]
    log = git.ask(root, "log", "--no-renames", "--relative", "--name-only", "-z", "--format=%x01%ct", "--", folder)
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


def head(root: Path) -> bytes | None:
    """What every answer of git depends on: the last commit, and where in the repository the folder lies.

    Empty where there is no repository, None where git is mute or there is no commit yet.
    """
    if not git.is_at_work(root):
        return b""
    answer = git.ask(root, "rev-parse", "--is-shallow-repository", "--show-prefix", "HEAD")
    return None if isinstance(answer, str) else answer
