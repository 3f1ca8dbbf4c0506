"""`status`: what needs a look, as of now."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from jobglot.commands.common import PROBLEMS, WELL, has_colours, read_now, site_folder, with_site

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jobglot.problem import Problem
    from jobglot.site import Site

NAME = "status"
HELP = "Tell what needs a look: what closes soon, what is not translated, what changes next."
BOUND_DAYS = 14
"""A posting open until filled is named from so many days before its bound."""
MOST = 10
"""So many of each kind are told where all of them are more than a screen holds."""


def options(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    with_site(parser)
    parser.add_argument("--all", action="store_true", help=f"tell all of each kind, not the first {MOST}")


def run(options: argparse.Namespace) -> int:
    """Tell it."""
    from jobglot import pipeline, report
    from jobglot.problem import Severity
    from jobglot.workers import crew

    root = site_folder(options)
    now = read_now(options, root)
    none = pipeline.Drawn.NONE
    examined = pipeline.examine(root, now, crew=crew(0), thorough=False, remember=True, drawn=none)
    voice = report.Voice(sys.stdout, colours=has_colours())
    if examined.plan is None:
        voice.problems(examined.problems)
        return PROBLEMS
    errors = sum(problem.severity is Severity.ERROR for problem in examined.problems)
    if errors:
        voice.say(f"{report.counted(errors, 'error')} in the content: run “check”. What has errors is left out here.")
    site = examined.plan.site
    voice.say(f"{report.board(site)}.")
    told = [(heading, lines) for heading, lines in sections(site, examined.problems) if lines]
    is_long = sum(len(lines) for _, lines in told) > report.SCREEN and not options.all
    for heading, lines in told:
        left = len(lines) - MOST if is_long else 0
        voice.say()
        voice.say(voice.painted(heading, report.BOLD))
        for line in lines[:MOST] if left > 1 else lines:
            voice.say(f"  {line}")
        if left > 1:
            voice.say(f"  … and {left:,} more; “status --all” tells them")
    voice.say()
    voice.say(report.next_change(site))
    return PROBLEMS if errors else WELL


def sections(site: Site, problems: Sequence[Problem]) -> list[tuple[str, list[str]]]:
    """Headings, each with its lines."""
    from datetime import timedelta

    from jobglot.model import DeadlineKind
    from jobglot.translations import missing

    def named(id_: str) -> str:
        return f"{id_}: {site.postings[id_].best_edition(site.config.default).title}"

    near = site.now + timedelta(days=BOUND_DAYS)
    security = site.config.security
    # After that day nobody may go by it any more (RFC 9116, section 2.5.5).
    is_near = security is not None and security.expires[:10] <= near.astimezone(site.config.zone).date().isoformat()
    runs_out = [f"on {security.expires[:10]}"] if security and is_near else []
    open_ended = [id_ for id_ in site.open if site.postings[id_].deadline.kind is DeadlineKind.OPEN]
    news = [item for item in site.content.news if item.id in site.news]
    shown = [site.postings[id_] for id_ in sorted(site.open)]
    return [
        ("Closing soon", [f"{site.standings[id_].last_day}  {named(id_)}" for id_ in site.closing_soon]),
        (
            "Open until filled: still so? (then set “renewed”)",
            [f"until {site.standings[i].last_day}  {named(i)}" for i in open_ended if site.standings[i].closes <= near],
        ),
        (
            "Not written in every language",
            [
                f"{what}{thing.id}: not in {', '.join(lacking)}"
                for what, things in (("", shown), ("page ", site.content.pages), ("news ", news))
                for thing in things
                if (lacking := missing(thing, site.config.languages))
            ],
        ),
        (
            "Older than the edition they translate",
            [f"{problem.origin.path}: {problem.message}" for problem in problems if problem.code == "edition-older"],
        ),
        (
            "Scheduled",
            [f"from {p.first_day}  {named(p.id)}" for p in map(site.postings.get, site.scheduled) if p],
        ),
        ("Drafts", [named(id_) for id_ in site.drafts]),
        ("security.txt runs out (then set “security.expires” in config.yaml)", runs_out),
    ]
