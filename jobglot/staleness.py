"""Editions that the text of the first edition has left behind, as git tells.

A commit that only changes a fact in the first edition leaves no translation behind: what counts is title, summary
and body, now and as they were when the other edition was last committed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from jobglot import git
from jobglot.model import Content
from jobglot.problem import Origin, Problem, warning
from jobglot.source import Scalar, read_document
from jobglot.translations import Stale, stale

TEXTS = ("title", "summary")


def editions_left_behind(root: Path, content: Content, read: Callable[[str], bytes | None]) -> list[Problem]:
    """A problem for every edition whose original's text has changed since; none where git does not tell.

    `read` gives what a file holds; None where it cannot be read.
    """
    candidates = [found for posting in content.postings for found in stale(content, posting)]
    if not candidates:
        return []
    commits = _last_commits(root, candidates)
    asked = [(found, f"{commits[found.path]}:./{found.original}") for found in candidates if found.path in commits]
    then = _blobs(root, [name for _, name in asked])
    problems = []
    for found, name in asked:
        now = read(found.original)
        before = _text(then.get(name), found.original)
        if now is None or before is None or before == _text(now, found.original):
            continue
        days = found.original_changed.date(), found.changed.date()
        since = f"this edition is of {days[1]}" if days[0] != days[1] else "this edition was not since"
        message = f"{found.original} was changed on {days[0]}, and {since}"
        remedy = f"bring this edition up to date, or add “# checked {days[0]}” to its facts if it is; then commit it"
        problems.append(warning(Origin(found.path, 1, 1), "edition-older", message, remedy))
    return problems


class _Text(NamedTuple):
    """What readers read of a file."""

    keys: tuple[str, ...]
    body: str


def _text(data: bytes | None, path: str) -> _Text | None:
    document = read_document(data, path)[0] if data is not None else None
    if document is None:
        return None
    entries = [document.table.get(key) for key in TEXTS]
    keys = tuple(e.value.text if e is not None and isinstance(e.value, Scalar) else "" for e in entries)
    return _Text(keys, document.body.strip())


def _last_commits(root: Path, candidates: Iterable[Stale]) -> Mapping[str, str]:
    """The last commit of each candidate, by its path."""
    wanted = {os.fsencode(found.path): found.path for found in candidates}
    folder = os.path.commonpath([found.path.rpartition("/")[0] for found in candidates])
    log = git.ask(root, "log", "--no-renames", "--relative", "--name-only", "-z", "--format=%x01%H", "--", folder)
    if isinstance(log, str):
        return {}
    commits: dict[str, str] = {}
    for commit in log.split(b"\x01")[1:]:
        name, _, paths = commit.partition(b"\n")
        for path in paths.split(b"\x00"):
            if path.strip(b"\n") in wanted:
                commits.setdefault(wanted[path.strip(b"\n")], name.strip(b"\x00\n").decode())
    return commits


def _blobs(root: Path, names: Iterable[str]) -> Mapping[str, bytes]:
    """The files that git holds under these names; those it does not are left out."""
    asked = [name for name in dict.fromkeys(names) if "\n" not in name]
    answer = git.ask(root, "cat-file", "--batch", given="".join(f"{name}\n" for name in asked).encode())
    found: dict[str, bytes] = {}
    if isinstance(answer, str):
        return found
    at = 0
    for name in asked:
        end = answer.find(b"\n", at)
        head = answer[at:end] if end >= 0 else b""
        at += len(head) + 1
        words = head.rsplit(b" ", 2)
        if len(words) == 3 and words[1] == b"blob" and words[2].isdigit():
            size = int(words[2])
            found[name] = answer[at : at + size]
            at += size + 1
    return found
