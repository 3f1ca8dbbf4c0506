"""The story of a publication: is it due, build it clean, compare, send; and the ways back and onwards."""

from __future__ import annotations

import difflib
import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import perf_counter

from jobglot import __version__, pipeline
from jobglot.commands.common import PROBLEMS, WELL, WRONG_CALL
from jobglot.disk import write_file
from jobglot.faults import fault
from jobglot.load import load_config
from jobglot.manifest import read_record
from jobglot.problem import Origin, Problem, Severity, error, in_order, stops, warning
from jobglot.publish.courier import Outcome, amid, roll_back
from jobglot.publish.courier import publish as carry
from jobglot.publish.due import why_due
from jobglot.publish.indexnow import ping as tell_engines
from jobglot.publish.inputs import digest_of, revision_of
from jobglot.publish.limits import addresses_of_examples, beyond_limits
from jobglot.publish.opening import open_target, variants_of
from jobglot.publish.publication import Held
from jobglot.publish.redact import Redactor
from jobglot.publish.release import Release, release_of, secrets_in, with_variants
from jobglot.publish.steps import Steps, changed_urls, in_words
from jobglot.publish.target import Target, TargetFault
from jobglot.report import Progress, Voice, counted, moment
from jobglot.settings import Config, PublishTarget
from jobglot.workers import crew
from jobglot.write import Stopped

MOST_TOLD = 40
"""How many files a plan names one by one."""


class DiscreetVoice(Voice):
    """A voice that never says a secret."""

    def say(self, text: str = "") -> None:
        """One line, without passwords and tokens."""
        super().say(Redactor(os.environ)(text))


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line asks of a publication."""

    dry_run: bool = False
    if_due: bool = False
    everything: bool = False
    take_over: bool = False
    allowed: frozenset[str] = frozenset()
    urls: Path | None = None
    jobs: int = 0


def publish(root: Path, now: datetime, name: str, wishes: Wishes, voice: Voice) -> int:
    """Make the target of that name hold the board of the site in `root` as of `now`."""
    found = _target(root, name, voice, take_over=wishes.take_over)
    if isinstance(found, int):
        return found
    config, settings, target = found
    source = digest_of(root)
    ended = _ended(target, config, source, now, wishes, voice) if wishes.if_due else None
    if ended is not None:
        return ended
    try:
        workshop = tempfile.TemporaryDirectory(prefix="jobglot-publish-", ignore_cleanup_errors=True)
    except OSError as refused:
        where = Origin(os.environ.get("TMPDIR", "TMPDIR"))
        message = f"there is no folder for temporary files to build in: {refused.strerror or refused}"
        voice.problems([error(where, "no-temporary-folder", message, "set TMPDIR to one that can be written to")])
        return PROBLEMS
    with workshop as place:
        built = _build(root, now, settings, source, wishes, voice, Path(place) / "site")
        if isinstance(built, int):
            voice.say("Nothing was published.")
            return built
        outcome = carry(
            target,
            built,
            Path(place) / "site",
            allowed=wishes.allowed,
            everything=wishes.everything,
            dry_run=wishes.dry_run,
            tell=lambda steps, held: _tell_plan(steps, held, target, voice, in_full=wishes.dry_run),
        )
    return _told(outcome, target, built, wishes, voice)


def _ended(target: Target, config: Config, source: str, now: datetime, wishes: Wishes, voice: Voice) -> int | None:
    """The exit code where nothing is due, or nobody can tell; None where something is."""
    try:
        held = target.look()
    except TargetFault as refused:
        voice.problems([refused.problem])
        return WRONG_CALL if refused.is_refusal else PROBLEMS
    there = held.publication
    why = why_due(there, source, now, __version__)
    if why:
        voice.say(f"Publishing, because {why}.")
        return None
    if there and there.withdrawn == source:
        voice.say("Nothing is due: the content is still what was rolled back. Mend it, or leave out --if-due.")
    else:
        at = there.next_change if there else None
        voice.say(f"Nothing is due{f'; next change {moment(at.astimezone(config.zone))}' if at else ''}.")
    remedy = "what is to stay belongs into the content: the next publication puts back what is the board’s own"
    _tell_meddling(held, target, voice, remedy)
    return _listed(wishes, (), voice)


def _target(
    root: Path, name: str, voice: Voice, *, take_over: bool = False
) -> tuple[Config, PublishTarget, Target] | int:
    """The config and the target; an exit code, with what is wrong told, where there is none."""
    config, problems = load_config(root)
    if config is None or stops(tuple(problems)):
        voice.problems(in_order(problems))
        return PROBLEMS
    settings = config.publish.get(name)
    if settings is None:
        near = difflib.get_close_matches(name, config.publish, 1)
        known = f"there are: {', '.join(config.publish)}" if config.publish else "see docs/publishing.md"
        message, remedy = f"“publish” has no target “{name}”", f"did you mean “{near[0]}”?" if near else known
        if not name:
            message = "the command names no target"
            remedy = f"name one behind it; {known}" if config.publish else f"“publish” has none yet; {known}"
        voice.problems([error(Origin("config.yaml"), "no-target", message, remedy)])
        return WRONG_CALL
    try:
        return config, settings, open_target(settings, root, take_over=take_over)
    except TargetFault as refused:
        voice.problems([refused.problem])
        return WRONG_CALL


def _build(
    root: Path, now: datetime, settings: PublishTarget, source: str, wishes: Wishes, voice: Voice, folder: Path
) -> Release | int:
    """The release of a clean build, whose files are in `folder`; an exit code, with the problems told, if it stops."""
    hands = crew(wishes.jobs)
    examined = pipeline.examine(root, now, crew=hands, drafts=pipeline.Drafts.SPARED)
    _tell_content(examined.problems, voice)
    if examined.plan is None:
        return PROBLEMS
    if stops(examined.problems) and "incomplete" not in wishes.allowed:
        voice.say("To leave out what has errors and publish the rest: --allow incomplete")
        return PROBLEMS
    began = perf_counter()
    progress = Progress(sys.stderr, lambda: perf_counter() - began)
    done = pipeline.write(examined.plan, folder, root, crew=hands, tell=progress.tell)
    progress.clear()
    if isinstance(done, Stopped):
        voice.problems(done.problems)
        return PROBLEMS

    def read(path: str) -> bytes:
        return (folder / path).read_bytes()

    release = release_of(examined.plan, sums_of(folder), source, revision_of(root))
    limits = [read(name) if name in release.files else b"" for name in ("_headers", "_redirects")]
    config = examined.plan.site.config
    problems = [*secrets_in(release, read), *addresses_of_examples(config), *beyond_limits(*limits)]
    packed = with_variants(
        release, variants_of(settings), read, lambda path, data: write_file(os.fsencode(folder / path), data)
    )
    if isinstance(packed, Problem):
        problems.append(packed)
    voice.problems(in_order(problems))
    return PROBLEMS if isinstance(packed, Problem) or stops(tuple(problems)) else packed


def _tell_content(problems: tuple[Problem, ...], voice: Voice) -> None:
    """The errors one by one; of warnings, which stop nothing, only how many there are."""
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    voice.problems(errors)
    if len(problems) > len(errors):
        voice.say(f"{counted(len(problems) - len(errors), 'warning')}; “check” tells them.")


def sums_of(folder: Path) -> dict[str, tuple[int, str]]:
    """The size and SHA-256 of every file of an output folder, as its manifest has them."""
    record = read_record(folder, folder.name)
    assert not isinstance(record, Problem)
    assert record.settled is not None
    return {path: ((folder / path).stat().st_size, digest) for path, digest in record.settled.files.items()}


def _tell_meddling(held: Held, target: Target, voice: Voice, remedy: str) -> None:
    """What somebody did to our files at the target, and what becomes of it."""
    if not held.meddling:
        return
    paths, who = held.meddling
    names = ", ".join(paths[:3]) + (f" and {len(paths) - 3:,} more" if len(paths) > 3 else "")
    message = f"somebody changed {names} there by hand: {who}"
    voice.problems([warning(Origin(target.where), "target-meddled", message, remedy)])


def _tell_plan(steps: Steps, held: Held, target: Target, voice: Voice, *, in_full: bool) -> None:
    _tell_meddling(held, target, voice, "what is to stay belongs into the content; here the board puts its own back")
    stay = f"; {counted(steps.unchanged, 'file')} there already" if steps.unchanged else ""
    voice.say(f"{target.where}: {in_words(steps)}{stay}.")
    if not in_full:
        return
    marks: list[tuple[str, Callable[[str], bool]]] = [
        ("closed ", steps.closed.__contains__),
        ("new    ", steps.new.__contains__),
        ("changed", steps.changed.__contains__),
        ("again  ", steps.again.__contains__),
        ("remove ", lambda _: True),
    ]
    paths = (*steps.sends, *steps.removals)
    for path in paths[:MOST_TOLD]:
        voice.say(f"  {next(mark for mark, holds in marks if holds(path))} {path}")
    if len(paths) > MOST_TOLD:
        voice.say(f"  … and {len(paths) - MOST_TOLD:,} more")


def _told(outcome: Outcome, target: Target, release: Release, wishes: Wishes, voice: Voice) -> int:
    voice.problems(outcome.problems)
    if not outcome.is_done:
        if not outcome.problems:
            voice.say("This was a dry run. Nothing was published.")
            return WELL
        is_begun = outcome.is_begun and not outcome.is_refused
        voice.say(amid(target) if is_begun else "Nothing was published.")
        return WRONG_CALL if outcome.is_refused else PROBLEMS
    steps = outcome.steps or Steps()
    voice.say("It is there already." if steps.is_empty else f"Published release {release.id}.")
    return _listed(wishes, changed_urls(steps, release.board), voice)


def _listed(wishes: Wishes, urls: Iterable[str], voice: Voice) -> int:
    """The list of what changed, for `ping`: also when nothing did, for a former list would be sent again."""
    try:
        if wishes.urls is not None:
            wishes.urls.write_text("".join(f"{url}\n" for url in urls), encoding="utf-8")
    except OSError as refused:
        voice.problems([fault(refused, str(wishes.urls), "written")])
        return PROBLEMS
    return WELL


def go_back(root: Path, now: datetime, name: str, release: str, voice: Voice, *, dry_run: bool) -> int:
    """Put a former release of the target in force again: the one named, or the one before the present."""
    found = _target(root, name, voice)
    if isinstance(found, int):
        return found
    config, _, target = found
    back = roll_back(target, release, dry_run=dry_run)
    if isinstance(back, Problem):
        voice.problems([back])
        return PROBLEMS
    voice.say(f"{'Would go' if dry_run else 'Went'} back to release {back.release} at {target.where}.")
    if back.next_change is not None and back.next_change <= now:
        since = moment(back.next_change.astimezone(config.zone))
        voice.say(f"It was right until {since}: what has closed since then looks open.")
    voice.say("“publish --if-due” leaves the withdrawn content alone until it changes.")
    return WELL


def ping(root: Path, file: Path, key: str, endpoint: str, voice: Voice) -> int:
    """Tell search engines of the addresses in a file, one a line, as `publish --urls` writes it."""
    config, problems = load_config(root)
    if config is None:
        voice.problems(in_order(problems))
        return PROBLEMS
    # Whoever wrote it: some editors begin files with a mark, and what cannot be read is told as no page of the board.
    lines = file.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    urls = [line.strip() for line in lines if line.strip()]
    sent = tell_engines(config.base_url, urls, key, endpoint)
    if isinstance(sent, Problem):
        voice.problems([sent])
        return PROBLEMS
    voice.say(f"{counted(sent, 'address', 'addresses')} sent.")
    return WELL
