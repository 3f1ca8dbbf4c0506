"""Asking git, and nothing else: it prints, or says why it does not. Never changes a repository."""

from __future__ import annotations

import os
from pathlib import Path

TIMEOUT = 120

_PLACES = ("DIR", "WORK_TREE", "INDEX_FILE", "COMMON_DIR", "PREFIX", "NAMESPACE", "QUARANTINE_PATH")
_OBJECTS = ("OBJECT_DIRECTORY", "ALTERNATE_OBJECT_DIRECTORIES")
OF_ANOTHER_REPOSITORY = frozenset(f"GIT_{name}" for name in (*_PLACES, *_OBJECTS))
"""A hook runs with these set for its own repository; the site may lie in another."""

_PAINTED = ("ui", "advice", "branch", "decorate", "diff", "grep", "push", "remote", "showBranch", "status", "transport")
COLOURLESS = tuple(word for part in _PAINTED for word in ("-c", f"color.{part}=false"))
"""Words of a call of git: “always”, which a user may have set for any of these, colours what a program reads, too."""

# What a user may have set for their own eyes.
_PLAINLY = (*COLOURLESS, "-c", "log.showSignature=false", "-c", "core.quotePath=false", "-c", "log.showRoot=true")


# Commits as they were made: what stands for another object only here would change answers under the same HEAD.
_ALWAYS = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_REPLACE_OBJECTS": "1", "LC_ALL": "C"}


def is_at_work(root: Path) -> bool:
    """Whether a folder lies in a repository, broken ones included: git itself need not be asked, nor be there."""
    return any((above / ".git").exists() for above in (root, *root.parents))


def ask(root: Path, *arguments: str, given: bytes | None = None) -> bytes | str:
    """What git prints when asked in a folder, with what it is given to read; as text, why it does not."""
    # Imported where it is used: many boards lie in no repository.
    import subprocess  # noqa: PLC0415

    environment = {name: value for name, value in os.environ.items() if name not in OF_ANOTHER_REPOSITORY}
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program with fixed words
            ["git", "-C", str(root), *_PLAINLY, *arguments],  # noqa: S607
            capture_output=True,
            input=given,
            timeout=TIMEOUT,
            env={**environment, **_ALWAYS},
            check=False,
        )
    except FileNotFoundError:
        return "it is not installed"
    except (OSError, subprocess.TimeoutExpired) as refused:
        return f"{type(refused).__name__}"
    if done.returncode:
        return (done.stderr.decode("utf-8", "replace").strip().splitlines() or [f"exit code {done.returncode}"])[0]
    return done.stdout
