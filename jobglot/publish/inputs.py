"""What a board is made from, as one digest, and the commit it is at: how a scheduler sees that the content changed."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

from jobglot import __version__, git
from jobglot.folders import CONFIG, CONTENT, MAX_FILE, STATIC, TEMPLATES, WELL_KNOWN
from jobglot.gate import read_file, walk
from jobglot.history import commits_below
from jobglot.problem import Problem
from jobglot.publish.release import Revision
from jobglot.starter import starter_root


def digest_of(site: Path) -> str:
    """A digest of every file the board is made from, of when git saw them last, and of jobglot's version."""
    digest = hashlib.sha256(__version__.encode())
    for root, folders in ((site, (CONTENT, TEMPLATES, STATIC)), (starter_root(), (TEMPLATES, STATIC))):
        for folder in folders:
            for path in walk(root, folder, WELL_KNOWN)[0]:
                _add(digest, root, path)
    _add(digest, site, CONFIG)
    for path, at in sorted(commits_below(site, CONTENT)[0].items()):
        digest.update(f"{path}\0{at.isoformat()}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _add(digest: hashlib._Hash, root: Path, path: str) -> None:
    data = read_file(root, path, MAX_FILE)
    if not isinstance(data, Problem):
        digest.update(f"{path}\0{len(data)}\0".encode())
        digest.update(data)


def revision_of(site: Path) -> Revision:
    """The commit of the site's repository; none where there is no git or no commit."""
    told = git.ask(site, "log", "-1", "--format=%H %ct", "--", ".")
    commit, _, at = told.decode().strip().partition(" ") if isinstance(told, bytes) else ("", "", "")
    return Revision(commit, datetime.fromtimestamp(int(at), UTC)) if commit else Revision()
