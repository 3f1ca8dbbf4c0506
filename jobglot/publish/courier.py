"""Carries a release to a target: look, compare, doubt, send; and the way back."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from jobglot.problem import Problem
from jobglot.publish.publication import Held, Publication, publication_of
from jobglot.publish.refusals import refusals
from jobglot.publish.release import Release
from jobglot.publish.steps import Steps, compare
from jobglot.publish.target import Parcel, Target, TargetFault, refuse

_BEFORE = "Nothing was published."
_AMID = "It may not have been published whole; publish again."
_AT_ONCE = "The former release is there, or the new one, whole; publish again."
_NOT_BACK = "Nothing was changed there."
_BACK = "One of the two releases is there, whole; “publish --dry-run” tells which."
"""Only targets that change at once can go back."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: the steps (None when it did not get so far), and the problems that stopped it.

    `is_refused`: somebody has to decide, nothing went wrong. `is_begun`: the target may hold a part of the release.
    `is_done`: it holds the release.
    """

    steps: Steps | None = None
    problems: tuple[Problem, ...] = ()
    is_refused: bool = False
    is_begun: bool = False
    is_done: bool = False


def publish(
    target: Target,
    release: Release,
    folder: Path,
    *,
    allowed: Collection[str] = (),
    everything: bool = False,
    dry_run: bool = False,
    tell: Callable[[Steps, Held], None] = lambda _steps, _held: None,
) -> Outcome:
    """Make the target hold the release, whose files lie in `folder`.

    `tell` hears beforehand of the steps and of what is there.
    """
    steps: Steps | None = None
    is_begun = False
    try:
        held_fast: AbstractContextManager[None] = nullcontext() if dry_run else target.lock()
        with held_fast:
            held = target.look()
            there = held.publication
            doubtful = held.meddling.paths if held.meddling else ()
            steps = compare(release, there, treatment=target.treatment, everything=everything, doubtful=doubtful)
            doubts = refusals(release, held, steps, target.where, allowed)
            tell(steps, held)
            if doubts:
                return Outcome(steps, tuple(doubts), is_refused=True)
            if dry_run:
                return Outcome(steps)
            after = publication_of(release, steps.lingering or {}, target.treatment)
            if there is not None and steps.is_empty and there.is_settled:
                if (there.source, there.version) != (after.source, after.version):
                    target.note(replace(after, release=there.release, lingering=there.lingering))
                return Outcome(steps, is_done=True)
            is_begun = True
            target.send(Parcel(release, steps, there, after, folder))
    except TargetFault as fault:
        is_begun = is_begun and not fault.is_untouched
        return Outcome(steps, (fault.problem,), is_refused=fault.is_refusal, is_begun=is_begun)
    except KeyboardInterrupt as interruption:
        raise KeyboardInterrupt(amid(target) if is_begun else _BEFORE) from interruption
    except Exception as mistake:
        # Ours; whoever tells it tells this with it.
        mistake.add_note(amid(target) if is_begun else _BEFORE)
        raise
    return Outcome(steps, is_done=True)


def amid(target: Target) -> str:
    """What a target holds when a publication ended somewhere in the middle, and what to do about it, in words."""
    return _AT_ONCE if target.is_at_once else _AMID


def roll_back(target: Target, wanted: str = "", *, dry_run: bool = False) -> Publication | Problem:
    """Put the release before the present one in force again, or the one of that name."""
    is_begun = False
    try:
        with nullcontext() if dry_run else target.lock():
            there = target.look().publication
            if there is None:
                refuse(target.where, "rollback-nothing", "nothing was published there", "publish first")
            known = [there.release]
            for former in target.former():
                if former.release == wanted or (not wanted and former.release < there.release):
                    back = replace(former, withdrawn=there.source)
                    if not dry_run:
                        is_begun = True
                        target.roll_back(there, back)
                    return back
                known.append(former.release)
            message = f"there is no release {wanted} there" if wanted else "there is no release before this one"
            refuse(target.where, "rollback-missing", message, f"there are: {', '.join(sorted(set(known)))}")
    except TargetFault as fault:
        return fault.problem
    except KeyboardInterrupt as interruption:
        raise KeyboardInterrupt(_BACK if is_begun else _NOT_BACK) from interruption
    except Exception as mistake:
        mistake.add_note(_BACK if is_begun else _NOT_BACK)
        raise
