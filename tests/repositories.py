"""Real git repositories for tests, whatever the user's own settings are."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


def git(folder: Path, *arguments: str, at: str = "2027-01-10T12:00:00+0000") -> str:
    """What git prints; the clock of its commits stands at `at`."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    plain = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C"}
    who = {
        f"GIT_{role}_{part}": value
        for role in ("AUTHOR", "COMMITTER")
        for part, value in (("NAME", "Test"), ("EMAIL", "test@example.org"), ("DATE", at))
    }
    done = subprocess.run(
        ["git", "-C", str(folder), *arguments],
        env={**environment, **plain, **who},
        capture_output=True,
        check=True,
        text=True,
    )
    return done.stdout


def repository(folder: Path) -> Path:
    """A new repository in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    return folder


def commit(folder: Path, message: str, at: str = "2027-01-10T12:00:00+0000") -> str:
    """Everything in the folder, committed; the commit's hash."""
    git(folder, "add", "--all", at=at)
    git(folder, "commit", "--quiet", "--message", message, at=at)
    return git(folder, "rev-parse", "HEAD").strip()
