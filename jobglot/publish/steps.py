"""The plan of a publication: what is there against what should be, as ordered steps and in words. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from jobglot.publish.publication import LINGER, Former, Publication, Sum
from jobglot.publish.release import Part, Release, is_fingerprinted
from jobglot.routes import url_path


@dataclass(frozen=True, slots=True)
class Steps:
    """What to do, in this order: send `sends`, then delete `removals`.

    `new` and `changed` divide `sends`; `again` are sent only to be sure. `lingering` stay though no page uses them.
    `closed` are pages of postings that took applications at the target and do so no more, whatever becomes of the page.
    """

    sends: tuple[str, ...] = ()
    new: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    again: frozenset[str] = frozenset()
    removals: tuple[str, ...] = ()
    lingering: Mapping[str, Former] | None = None
    closed: frozenset[str] = frozenset()
    pages: frozenset[str] = frozenset()
    unchanged: int = 0
    bytes: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether the target holds the release already."""
        return not self.sends and not self.removals

    def of(self, parts: tuple[Part, ...], release: Release) -> tuple[str, ...]:
        """What to send of some parts, in order."""
        return tuple(path for path in self.sends if release.files[path].part in parts)


def compare(
    release: Release,
    there: Publication | None,
    *,
    treatment: str = "",
    everything: bool = False,
    doubtful: Collection[str] = (),
) -> Steps:
    """The steps from what is there to the release.

    What a run that died may have touched is sent again, as are the `doubtful` paths; with `everything`, or when the
    target's `treatment` of files is another one now, all is.
    """
    if there is None:
        return Steps(
            sends=tuple(_ordered(release)),
            new=frozenset(release.files),
            lingering={},
            pages=_pages(release),
            bytes=sum(item.size for item in release.files.values()),
        )
    sure = {path: Sum(*entry[:2]) for path, entry in there.lingering.items()} | dict(there.files)
    touched = {*there.coming, *there.leaving, *doubtful}
    new, changed, again = set(), set(), set()
    for path, item in release.files.items():
        had = sure.get(path)
        if had is None:
            new.add(path)
        elif had != (item.size, item.sha256):
            changed.add(path)
        elif path in touched or everything or there.treatment != treatment:
            again.add(path)
    lingering = dict(_lingering(release, there))
    licence = {**there.files, **there.coming, **there.lingering, **there.leaving}
    removals = sorted(path for path in licence if path not in release.files and path not in lingering)
    sends = tuple(path for path in _ordered(release) if path in new or path in changed or path in again)
    return Steps(
        sends=sends,
        new=frozenset(new),
        changed=frozenset(changed),
        again=frozenset(again),
        removals=tuple(sorted(removals, key=lambda path: (is_fingerprinted(path), path))),
        lingering=lingering,
        closed=there.open_pages - release.open_pages,
        pages=_pages(release) | {path for path in there.files if path.endswith(".html")},
        unchanged=len(release.files) - len(sends),
        bytes=sum(release.files[path].size for path in sends),
    )


def _ordered(release: Release) -> list[str]:
    return sorted(release.files, key=lambda path: (release.files[path].part, path))


def _pages(release: Release) -> frozenset[str]:
    return frozenset(path for path, item in release.files.items() if item.is_page)


def _lingering(release: Release, there: Publication) -> Mapping[str, Former]:
    """The assets that only pages of former releases use, the youngest `LINGER` generations of them."""
    left = {path: Former(*entry, 1) for path, entry in there.files.items() if is_fingerprinted(path)}
    older = {path: Former(*entry[:2], entry.age + 1) for path, entry in there.lingering.items() if entry.age < LINGER}
    return {path: entry for path, entry in {**older, **left}.items() if path not in release.files}


def sums(release: Release, paths: tuple[str, ...]) -> Mapping[str, Sum]:
    """The sizes and digests of some files of a release."""
    return {path: Sum(release.files[path].size, release.files[path].sha256) for path in paths}


def in_words(steps: Steps) -> str:
    """“3 pages changed, 1 new, 2 closed; 12 other files; 45.0 kB to send”."""
    if steps.is_empty:
        return "nothing to send"
    pages = steps.pages
    removed = pages & set(steps.removals)
    counts = (
        (len((steps.changed & pages) - steps.closed), "changed"),
        (len(steps.new & pages), "new"),
        (len(steps.closed & (removed | steps.changed | steps.new)), "closed"),
        (len(removed - steps.closed), "removed"),
        (len(steps.again & pages), "sent again to be sure"),
    )
    said = [(number, word) for number, word in counts if number]
    parts = [", ".join(f"{number:,} {_page(number) if not at else ''}{word}" for at, (number, word) in enumerate(said))]
    others = len(set(steps.sends) - pages)
    gone = len(set(steps.removals) - pages)
    parts.append(f"{others:,} other file{'s' if others != 1 else ''}" if others else "")
    parts.append(f"{gone:,} other file{'s' if gone != 1 else ''} to remove" if gone else "")
    parts.append(f"{size_in_words(steps.bytes)} to send" if steps.sends else "")
    return "; ".join(part for part in parts if part)


def _page(number: int) -> str:
    return "page " if number == 1 else "pages "


def size_in_words(size: int) -> str:
    """“950 bytes”, “45.0 kB”, “3.2 MB”."""
    if size < 1000:
        return "1 byte" if size == 1 else f"{size} bytes"
    return f"{size / 1000:,.1f} kB" if size < 1_000_000 else f"{size / 1_000_000:,.1f} MB"


def changed_urls(steps: Steps, board: str) -> tuple[str, ...]:
    """The whole addresses of the pages that are new, changed or gone: what search engines may be told of, sorted."""
    touched = (steps.new | steps.changed | set(steps.removals)) & steps.pages
    return tuple(sorted(board + url_path(path) for path in touched))
