"""What an edit of words changes of a board, without working out again what words do not decide.

Words are the titles, summaries and bodies of postings: what editors change most, with their eyes on the preview. When a
posting is shown, in which lists and at which addresses follows from its facts alone. So the board keeps all that, and
only what the rules say of the changed postings, and what draws their words, is new.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from jobglot.check import check_some
from jobglot.checks import graded
from jobglot.load import Loaded
from jobglot.model import EMPTY_BODY, Posting
from jobglot.pipeline import Examined
from jobglot.plan import reworded as replanned
from jobglot.problem import Problem, exchanged, of_file, stops
from jobglot.relate import reworded as related
from jobglot.site import Site


@dataclass(frozen=True, slots=True)
class Seen:
    """What was read, its problems in order, and what it amounted to: nothing was wrong with it."""

    loaded: Loaded
    found: Examined
    drafts: bool


def reworded(seen: Seen, loaded: Loaded, now: datetime) -> Examined | None:
    """What `examined` gives for `loaded`, where it differs from what was seen in words only; None where it may not.

    None as well when something is wrong, and when the board has changed with the time.
    """
    plan = seen.found.plan
    changed = words_only(seen.loaded, loaded)
    if plan is None or changed is None or not _holds(plan.site, now):
        return None
    before, after = [old for old, _ in changed], [new for _, new in changed]
    gone, come = _problems(seen.loaded, before), _problems(loaded, after)
    rewritten = {p.id: replace(p, draft=False) if seen.drafts and p.draft else p for p in after}
    if stops(gone):  # of a draft that is spared: there they are warnings
        return None
    planned, dead_links = replanned(plan, related(plan.site, rewritten, now), rewritten)
    come += dead_links
    return None if stops(come) else Examined(planned, exchanged(seen.found.problems, gone, come))


def words_only(before: Loaded, after: Loaded) -> list[tuple[Posting, Posting]] | None:
    """The postings that were read again, as they were and as they are; None where more than words may differ."""
    if before.config is not after.config or before.look is not after.look:
        return None
    old, new = before.content, after.content
    if len(old.postings) != len(new.postings) or replace(old, postings=()) != replace(new, postings=()):
        return None
    changed = [pair for pair in zip(old.postings, new.postings, strict=True) if pair[0] is not pair[1]]
    return changed if all(_facts(one) == _facts(other) for one, other in changed) else None


def _facts(posting: Posting) -> Posting:
    """The posting without its words."""
    editions = (replace(edition, title="", summary="", body=EMPTY_BODY) for edition in posting.editions)
    return replace(posting, editions=tuple(editions))


def _holds(site: Site, now: datetime) -> bool:
    """Whether everything that follows from the time is at `now` as it was."""
    return site.now <= now and (site.next_change is None or now < site.next_change)


def _problems(loaded: Loaded, postings: list[Posting]) -> list[Problem]:
    """The problems in which the words of these postings may have a part, among others."""
    own = (problem for posting in postings for path in posting.files for problem in of_file(loaded.problems, path))
    chosen = loaded.config.checks
    return graded([*own, *check_some(loaded.content, postings, chosen)], chosen)
