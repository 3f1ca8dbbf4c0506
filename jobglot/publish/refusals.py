"""What is not published without being asked twice: incomplete, empty, shrunken, foreign and older sites. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime

from jobglot.problem import Origin, Problem, error
from jobglot.publish.limits import STARTER
from jobglot.publish.publication import Held, Publication
from jobglot.publish.release import Release
from jobglot.publish.steps import Steps

ALLOWANCES = ("incomplete", "empty", "shrunken", "foreign", "older")
"""What `--allow` can name."""

SMALL = 10
"""A site of fewer pages may lose any number of them."""


def refusals(release: Release, held: Held, steps: Steps, where: str, allowed: Collection[str]) -> list[Problem]:
    """Why the release should not go to the target `where`; each is lifted by its word in `allowed`."""
    found = [(word, message) for word, message in _doubts(release, held, steps) if word not in allowed]
    return [
        error(Origin(where), f"publish-{word}", message, f"see to it, or publish with “--allow {word}”")
        for word, message in found
    ]


def _doubts(release: Release, held: Held, steps: Steps) -> Iterator[tuple[str, str]]:
    there = held.publication
    if not release.is_complete:
        yield "incomplete", "the content has errors, so parts of the board are missing"
    if not release.postings:
        yield "empty", "the board has 0 postings"
    if there is None:
        if held.strangers:
            files = "1 file or folder" if held.strangers == 1 else f"{held.strangers:,} files and folders"
            yield "foreign", f"the target holds {files} that jobglot did not publish"
        return
    # Who publishes first and then mends the address that a new site begins with, has one board all the while.
    if there.board not in (release.board, STARTER):
        yield "foreign", f"the target holds another board, {there.board}"
    elif was_newer := _newer(there, release):
        yield "older", was_newer
    gone = sum(1 for path in steps.removals if path in there.files and path.endswith(".html"))
    if there.pages >= SMALL and gone * 2 > there.pages:
        yield "shrunken", f"{gone:,} of the {there.pages:,} pages there would go ({gone * 100 // there.pages} %)"


def _newer(there: Publication, release: Release) -> str:
    if there.committed and release.committed and release.committed < there.committed:
        return f"the target holds a newer commit, of {told(there.committed)}; this one is of {told(release.committed)}"
    if release.built < there.built:
        return f"the target holds a newer build, for {told(there.built)}; this one is for {told(release.built)}"
    return ""


def told(instant: datetime) -> str:
    """An instant as it is told to a publisher."""
    return f"{instant:%Y-%m-%d %H:%M:%S} UTC"
