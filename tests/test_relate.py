from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from builders import config, content, edition, organization, posting
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sites import built, differing

from jobglot.model import Channel, Content, Deadline, DeadlineKind, Location, NewsItem, Posting
from jobglot.problem import Origin
from jobglot.relate import relate, settings_for
from jobglot.settings import ClosedMode, ClosedSettings, Config, Fallback, SimilarSettings

TICK = timedelta(microseconds=1)
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def job(id_: str, **facts: Any) -> Posting:
    """A posting that one can apply for."""
    return posting(id_, **{"apply": (Channel(url="https://acme.example/apply"),), **facts})


def until(month: int, day: int, minute: int | None = None) -> Deadline:
    at = date(2026, month, day)
    return Deadline(DeadlineKind.DATE, at) if minute is None else Deadline(DeadlineKind.MOMENT, at, minute)


def news(id_: str, day: date, *languages: str) -> NewsItem:
    editions = tuple(
        edition(tag, slug=id_, origin=Origin(f"content/news/{id_}.{tag}.md", 1, 1)) for tag in languages or ("en",)
    )
    return NewsItem(id_, editions, editions[0].origin, day)


def test_every_posting_is_in_the_lists_of_its_state() -> None:
    """And in no other."""
    held = content(
        job("open"),
        job("soon", deadline=until(3, 5)),
        job("over", deadline=until(2, 20)),
        job("forgotten", posted=date(2024, 1, 1), deadline=Deadline(DeadlineKind.DATE, date(2024, 2, 1))),
        job("filled", filled=date(2026, 2, 25)),
        job("later", opens=date(2026, 3, 10)),
        job("draft", draft=True),
    )
    site = relate(held, config(), NOW)
    assert site.open == ("soon", "open")
    assert site.newest == ("open", "soon")
    assert site.closing_soon == ("soon",)
    assert site.archive == ("filled", "over")
    assert site.scheduled == ("later",)
    assert site.drafts == ("draft",)
    assert site.shown == {"open", "soon", "over", "filled"}
    assert set(site.postings) == set(site.standings) == {each.id for each in held.postings}


def test_a_board_of_one_employer_has_as_many_similar_jobs_as_any() -> None:
    """The share of an organization is for boards of several."""
    wanted = SimilarSettings(count=5, per_organization=2)
    ours = [job(f"cook-{number}", organization="acme") for number in range(3)]
    alone = settings_for(wanted, ours)
    assert alone.per_organization == alone.count > 5
    assert settings_for(wanted, [*ours, job("nurse", organization="bakery")]).per_organization == 2
    assert settings_for(SimilarSettings(0, 2), ours) == SimilarSettings(0, 2)


def test_drafts_are_shown_on_request() -> None:
    """As if they were none."""
    held = content(job("draft", draft=True))
    assert relate(held, config(), NOW).open == ()
    assert relate(held, config(), NOW, drafts=True).open == ("draft",)


def test_news_appear_when_their_day_begins_on_the_board() -> None:
    """The newest first."""
    held = content(news=(news("b", date(2026, 3, 1)), news("a", date(2026, 3, 1)), news("c", date(2026, 3, 3))))
    dawn = datetime(2026, 3, 2, 23, tzinfo=UTC)
    assert relate(held, config(), dawn - TICK).news == ("a", "b")
    assert relate(held, config(), dawn - TICK).next_change == dawn
    assert relate(held, config(), dawn).news == ("c", "a", "b")


def test_a_posting_is_as_new_as_the_last_commit_of_any_of_its_files() -> None:
    """Where git tells."""
    one, other = "content/postings/x.en.md", "content/postings/x.fr.md"
    held = replace(
        content(job("x", files=(one, other))),
        commits={one: datetime(2026, 2, 10, tzinfo=UTC), other: datetime(2026, 2, 20, tzinfo=UTC)},
    )
    assert relate(held, config(), NOW).standings["x"].updated == datetime(2026, 2, 20, tzinfo=UTC)


def test_a_board_on_which_nothing_will_happen_has_no_next_change() -> None:
    """And one on which nothing has happened yet has been right for ever."""
    empty = relate(content(), config(), NOW)
    assert (empty.valid_from, empty.next_change) == (None, None)
    gone = relate(content(job("x")), config(), datetime(2030, 1, 1, tzinfo=UTC))
    assert gone.next_change is None
    assert gone.valid_from is not None


DAYS = st.dates(date(2026, 2, 20), date(2026, 3, 20))


@st.composite
def postings(draw: st.DrawFn, id_: str) -> Posting:
    """A posting that begins, ends or changes around March 2026."""
    posted = draw(DAYS)
    opens = draw(st.none() | DAYS)
    last = draw(st.dates(max(posted, opens or posted), date(2026, 4, 10)))
    deadline = draw(
        st.sampled_from(
            [
                Deadline(DeadlineKind.DATE, last),
                Deadline(DeadlineKind.MOMENT, last, 16 * 60 + 5),
                Deadline(DeadlineKind.OPEN),
            ]
        )
    )
    stop = draw(st.sampled_from(["", "", "filled", "withdrawn"]))
    facts: dict[str, Any] = {stop: draw(DAYS)} if stop else {}
    return job(
        id_,
        languages_of_editions=draw(st.sampled_from([("en",), ("fr",), ("en", "fr")])),
        posted=posted,
        opens=opens,
        deadline=deadline,
        renewed=draw(st.none() | DAYS) if deadline.kind is DeadlineKind.OPEN else None,
        draft=draw(st.sampled_from([False, False, False, True])),
        featured=draw(st.booleans()),
        timezone=draw(st.sampled_from(["", "AoE", "Pacific/Kiritimati"])),
        updated=draw(st.none() | DAYS.map(lambda day: datetime(day.year, day.month, day.day, 12, tzinfo=UTC))),
        **facts,
    )


@st.composite
def boards(draw: st.DrawFn) -> tuple[Content, Config]:
    """Up to three postings and a news item, under any settings that have to do with time."""
    ids = draw(st.sampled_from([("a",), ("a", "b"), ("a", "b", "c")]))
    items = (news("fair", draw(DAYS), *draw(st.sampled_from([("en",), ("fr", "en")]))),) if draw(st.booleans()) else ()
    held = content(*(draw(postings(id_)) for id_ in ids), news=items)
    return held, config(
        closed=ClosedSettings(draw(st.sampled_from(ClosedMode)), draw(st.sampled_from([0, 3, 365]))),
        closing_soon_days=draw(st.sampled_from([0, 3])),
        open_for_days=draw(st.sampled_from([3, 30])),
        per_page=1,
        feed_items=draw(st.sampled_from([1, 50])),
        fallback=draw(st.sampled_from(Fallback)),
        listings=draw(st.sampled_from([("categories",), ("organizations", "places")])),
    )


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(boards(), st.datetimes(datetime(2026, 2, 15), datetime(2026, 4, 20), timezones=st.just(UTC)))  # noqa: DTZ001
def test_next_change_is_the_first_instant_at_which_a_build_differs(case: tuple[Content, Config], now: datetime) -> None:
    """Every file is the same until just before it; then some page differs, not just what `build.json` says of it."""
    held, settings_ = case
    site = relate(held, settings_, now)
    today = built(held, settings_, now)
    if site.next_change is None:
        assert built(held, settings_, datetime(2036, 1, 1, tzinfo=UTC)) == today
        return
    assert now < site.next_change
    assert differing(today, built(held, settings_, site.next_change - TICK)) == set()
    assert differing(today, built(held, settings_, site.next_change)) - {"build.json"}


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(boards(), st.datetimes(datetime(2026, 2, 15), datetime(2026, 4, 20), timezones=st.just(UTC)))  # noqa: DTZ001
def test_a_build_is_valid_from_the_last_change(case: tuple[Content, Config], now: datetime) -> None:
    """It would have been the same at `valid_from`, and another just before."""
    held, settings_ = case
    site = relate(held, settings_, now)
    if site.valid_from is None:
        return
    today = built(held, settings_, now)
    assert differing(today, built(held, settings_, site.valid_from)) == set()
    assert differing(today, built(held, settings_, site.valid_from - TICK))


def test_around_a_deadline_exactly_the_pages_that_should_differ_do() -> None:
    """One second before and one after the deadline of `x`: its own page, every list and stream that held it, every
    count of open postings, and the pages that named it as similar; but not the pages of another category, organization
    or place, nor texts, news, search, attachments, styles.
    """
    law = replace(content().categories["it"], id="law")
    held = content(
        job("x", deadline=until(3, 10), languages_of_editions=("en", "fr"), locations=(Location("brussels"),)),
        job("y", deadline=until(3, 31), languages_of_editions=("en", "fr"), title="Data analyst"),
        job("z", deadline=until(3, 31), categories=("law",), organization="other", title="Notary"),
        organizations={"acme": organization(), "other": organization("other")},
        categories={**content().categories, "law": law},
        places={**content().places, "ghent": replace(content().places["brussels"], id="ghent")},
        news=(news("fair", date(2026, 2, 1), "en", "fr"),),
    )
    closes = datetime(2026, 3, 10, 23, tzinfo=UTC)
    before = built(held, config(closing_soon_days=3), closes - timedelta(seconds=1))
    after = built(held, config(closing_soon_days=3), closes + timedelta(seconds=1))
    lists = {
        "index.html",
        "closing-soon/index.html",
        "new/index.html",
        "archive/index.html",
        "categories/it/index.html",
        "organizations/acme/index.html",
        "places/brussels/index.html",
    }
    counts = {f"{kind}/index.html" for kind in ("categories", "organizations", "places", "employment-types")}
    streams = {
        f"{folder}{name}"
        for folder in ("", "categories/it/", "organizations/acme/")
        for name in ("feed.xml", "feed.json", "deadlines.ics")
    } - {"organizations/acme/deadlines.ics"}
    own = {"jobs/x/index.html", "jobs/x/deadline.ics", "jobs/y/index.html", "postings.json", "words.json"}
    expected = {f"{tag}/{path}" for tag in ("en", "fr") for path in lists | counts | streams | own}
    once = {"index.html", "build.json", "sitemap.xml", "sitemap-1.xml"}
    assert differing(before, after) == expected | once | {"en/jobs/z/index.html"}
