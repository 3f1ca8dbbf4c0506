"""Which module knows which kind of target."""

from __future__ import annotations

from pathlib import Path

from jobglot.publish.archive import open_archive
from jobglot.publish.folder import open_folder
from jobglot.publish.git import open_branch
from jobglot.publish.plain import open_plain
from jobglot.publish.rsync import open_remote
from jobglot.publish.s3 import open_bucket
from jobglot.publish.target import Target
from jobglot.settings import ArchiveTarget, FolderTarget, GitTarget, PublishTarget, RsyncTarget


def open_target(settings: PublishTarget, site: Path, *, take_over: bool = False) -> Target:
    """The target of the site in the folder `site`; `take_over` the lock of a publisher that is dead."""
    if isinstance(settings, FolderTarget):
        return open_folder(settings, site) if settings.links else open_plain(settings, site)
    if isinstance(settings, GitTarget):
        return open_branch(settings, site)
    if isinstance(settings, RsyncTarget):
        return open_remote(settings, site, take_over=take_over)
    if isinstance(settings, ArchiveTarget):
        return open_archive(settings, site)
    return open_bucket(settings, take_over=take_over)


def variants_of(settings: PublishTarget) -> tuple[str, ...]:
    """Which compressed files a target wants beside the text files."""
    return () if isinstance(settings, GitTarget | ArchiveTarget) else settings.variants
