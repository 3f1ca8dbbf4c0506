"""Everything that follows from the content, as of one instant."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from jobglot.deadlines import Life, changes, dawn, has_page, life, standing
from jobglot.each import Each, in_turn
from jobglot.listings import by_deadline, by_end, by_first_day, listings_of
from jobglot.model import Content, NewsItem, Posting, State
from jobglot.settings import Config, SimilarSettings
from jobglot.similar import Compared, similar_postings
from jobglot.site import Similar, Site, Standing
from jobglot.traits import employer_key

if TYPE_CHECKING:
    from jobglot.findings import Findings

F = TypeVar("F")
Lists = Mapping[str, tuple[Similar, ...]]

SPARES = 2
"""So many more similar jobs than are shown: they step in, in the browser, for what closes before the next build."""


def relate(
    content: Content,
    config: Config,
    now: datetime,
    *,
    drafts: bool = False,
    each: Each = in_turn,
    on_demand: bool = False,
) -> Site:
    """The board as of `now` (aware). `content` has no errors. `drafts` shows them as if they were none.

    `each` does the same work on many things, in processes perhaps; the result does not depend on it. `on_demand`: what
    is dear and needed for few pages is worked out when it is asked for, with the same result.
    """
    together = None if on_demand else each
    site, _ = _related(content, config, now, drafts, lambda board: (similar_postings(board, together), None))
    return site


def relate_again(
    content: Content, config: Config, now: datetime, last: Findings, *, drafts: bool = False, each: Each = in_turn
) -> tuple[Site, Findings]:
    """The same as `relate`, with the help of what was found `last` by the same code; and what was found now."""
    # Imported where it is used: most boards are small.
    from jobglot.findings import similar_again  # noqa: PLC0415

    return _related(content, config, now, drafts, lambda board: similar_again(board, each, last))


def _related(
    content: Content, config: Config, now: datetime, drafts: bool, compare: Callable[[Compared], tuple[Lists, F]]
) -> tuple[Site, F]:
    """The board, and what else was found where its postings were compared."""
    if drafts:
        content = replace(content, postings=tuple(replace(posting, draft=False) for posting in content.postings))
    postings = {posting.id: posting for posting in content.postings}
    commits = commits_of(content)
    courses = {id_: life(posting, config) for id_, posting in postings.items()}
    standings = {id_: standing(p, courses[id_], config, now, commits.get(id_)) for id_, p in postings.items()}
    shown = frozenset(id_ for id_, posting in postings.items() if has_page(posting, courses[id_], now))
    taking = [p for id_, p in postings.items() if standings[id_].state.takes_applications]
    opened = by_deadline(taking, standings)
    over = by_end((p for id_, p in postings.items() if id_ in shown and standings[id_].state.is_over), standings)
    turns = turning_points(content, config, courses, commits)
    settings = settings_for(config.similar, taking)
    similar, found = compare(Compared(postings, shown, opened, settings, content, config.languages))
    passed = bisect_right(turns, now)
    site = Site(
        config=config,
        content=content,
        now=now,
        postings=postings,
        standings=standings,
        open=opened,
        newest=by_first_day(taking),
        closing_soon=tuple(id_ for id_ in opened if standings[id_].state is State.CLOSING_SOON),
        archive=over,
        scheduled=in_state(State.SCHEDULED, postings, standings),
        drafts=in_state(State.DRAFT, postings, standings),
        shown=shown,
        news=tuple(item.id for item in newest_first(content.news) if dawn(item.date, config.zone) <= now),
        listings=listings_of(opened, content, config.listings),
        similar=similar,
        next_change=turns[passed] if passed < len(turns) else None,
        valid_from=turns[passed - 1] if passed else None,
    )
    return site, found


def reworded(site: Site, rewritten: Mapping[str, Posting], now: datetime) -> Site:
    """What `relate` would give, on demand, for a board on which some postings tell the same facts in other words.

    Words are titles, summaries and bodies: they decide which jobs are similar, and nothing else of a site. `now` is not
    before the site's own, and before its next change.
    """
    content = replace(site.content, postings=tuple(rewritten.get(p.id, p) for p in site.content.postings))
    postings = {**site.postings, **rewritten}
    settings = settings_for(site.config.similar, (postings[id_] for id_ in site.open))
    compared = Compared(postings, site.shown, site.open, settings, content, site.config.languages)
    similar = similar_postings(compared, None)
    return replace(site, content=content, now=now, postings=postings, similar=similar)


def settings_for(wanted: SimilarSettings, offers: Iterable[Posting]) -> SimilarSettings:
    """The settings by which a few more similar jobs are chosen than are shown, if any are.

    Where all jobs are of one employer, its share is no limit: readers had two similar jobs where there were many.
    """
    if not wanted.count:
        return wanted
    count = wanted.count + SPARES
    is_one = len({employer_key(posting) for posting in offers}) == 1
    return replace(wanted, count=count, per_organization=count if is_one else wanted.per_organization)


def in_state(state: State, postings: Mapping[str, Posting], standings: Mapping[str, Standing]) -> tuple[str, ...]:
    """The ids of the postings in that state, sorted."""
    return tuple(id_ for id_ in sorted(postings) if standings[id_].state is state)


def commits_of(content: Content) -> Mapping[str, datetime]:
    """The last commit of each posting's files, by posting, where git tells."""
    found = {}
    for posting in content.postings:
        times = [content.commits[path] for path in posting.files if path in content.commits]
        if times:
            found[posting.id] = max(times)
    return found


def turning_points(
    content: Content, config: Config, courses: Mapping[str, Life], commits: Mapping[str, datetime]
) -> tuple[datetime, ...]:
    """The instants at which a clean build of this content differs from one just before, sorted."""
    news = {dawn(item.date, config.zone) for item in content.news}
    alive = ((posting, courses[posting.id]) for posting in content.postings)
    return tuple(sorted({*changes(alive, commits), *news}))


def newest_first(news: Iterable[NewsItem]) -> list[NewsItem]:
    """The news by date, newest first."""
    return sorted(news, key=lambda item: (-item.date.toordinal(), item.id))
