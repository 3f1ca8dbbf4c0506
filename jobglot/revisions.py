"""A site as it was at a commit: its files taken out of git into a folder that is gone afterwards."""

from __future__ import annotations

import contextlib
import io
import os
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jobglot import git
from jobglot.disk import remove_empty_folders, remove_files
from jobglot.folders import READ


class NoSuchRevision(Exception):  # noqa: N818
    """Git does not know the revision; the text says how git puts it."""


def resolved(root: Path, revision: str) -> str:
    """The hash of the commit that a revision names. NoSuchRevision when it names none."""
    found = git.ask(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if isinstance(found, str):
        where = git.ask(root, "rev-parse", "--git-dir")
        why = f" ({where.removeprefix('fatal: ')})" if isinstance(where, str) else ""
        raise NoSuchRevision(f"git knows no commit “{revision}” here{why}")
    return found.decode().strip()


def _within(member: tarfile.TarInfo, folder: str) -> tarfile.TarInfo | None:
    """What may be taken out: a link that leads out of the folder is left behind, as it is read nowhere."""
    try:
        return tarfile.data_filter(member, folder)
    except tarfile.FilterError:
        return None


def _safe(tar: tarfile.TarFile) -> list[tarfile.TarInfo]:
    """What the filter above judges. Python knows filters from 3.11.4 on, and Debian 12 has 3.11.2: no links, then."""
    knows = hasattr(tarfile, "data_filter")
    return [each for each in tar.getmembers() if knows or (each.isreg() and ".." not in each.name.split("/"))]


@contextmanager
def checked_out(root: Path, revision: str) -> Iterator[Path]:
    """The folder of the site as of a revision, for as long as the context lasts. NoSuchRevision when there is none."""
    commit = resolved(root, revision)
    prefix, top = (git.ask(root, "rev-parse", what) for what in ("--show-prefix", "--show-toplevel"))
    if isinstance(prefix, str) or isinstance(top, str):
        raise NoSuchRevision(str(prefix))
    below = os.fsdecode(prefix.removesuffix(b"\n"))
    tree = f"{commit}:{below}"
    # Below the top, git would look for the parts below the same folder of the tree.
    above = Path(os.fsdecode(top.removesuffix(b"\n")))
    there = git.ask(above, "ls-tree", "--name-only", "-z", tree)
    names = [name for name in READ if not isinstance(there, str) and name.encode() in there.split(b"\0")]
    folder = Path(tempfile.mkdtemp(prefix="jobglot-"))
    files: list[str] = []
    try:
        archive = git.ask(above, "archive", "--format=tar", tree, "--", *names) if names else b""
        if isinstance(archive, str):
            raise NoSuchRevision(archive)
        if archive:
            with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
                files += [member.name for member in tar.getmembers() if not member.isdir()]
                tar.extraction_filter = _within
                tar.extractall(folder, _safe(tar))  # noqa: S202 - by these two
        yield folder
    finally:
        # Just what was put there, file by file: nothing here removes what it did not write.
        remove_files(os.fsencode(folder), files)
        remove_empty_folders(os.fsencode(folder), files)
        with contextlib.suppress(OSError):
            folder.rmdir()
