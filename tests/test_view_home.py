"""The home page."""

from __future__ import annotations

from builders import config, content, posting, site, standing, term
from presses import press_of

from jobglot.listings import listings_of
from jobglot.model import Deadline, DeadlineKind, Localized, State
from jobglot.press import Press
from jobglot.routes import PageType, Route
from jobglot.settings import LISTING_KINDS
from jobglot.view_home import home_view
from jobglot.views import Said


def press_for(count: int) -> Press:
    jobs = [posting(f"job-{at}", categories=("a",) if at else ("b", "c")) for at in range(count)]
    above = {"c": "b"}
    held = content(*jobs, categories={name: term(name, parent=above.get(name, "")) for name in ("b", "c", "a", "d")})
    standings = {job.id: standing(job, State.CLOSING_SOON) for job in jobs[:1]}
    return press_of(
        site(
            *jobs,
            standings=standings,
            content=held,
            config=config(per_page=2, tagline=Localized((("en", "Work that matters"),))),
            listings=listings_of(tuple(job.id for job in jobs), held, LISTING_KINDS),
        )
    )


def test_the_first_page_welcomes() -> None:
    """Tagline, search, what closes soon, and the broadest categories, the fullest first and no empty one."""
    view = home_view(press_for(3), Route(PageType.HOME, "en"))
    assert (view.heading, view.count, view.search) == (Said("Work that matters"), "3 open jobs", "/en/search/1/")
    assert [(line.link.said.text, line.when) for line in view.soon] == [("Data engineer", "31 March 2026")]
    assert [(link.said.text, count) for link, count in view.categories] == [("A", "2"), ("B", "1")]


def test_further_pages_only_list() -> None:
    """Under a heading of their own."""
    view = home_view(press_for(3), Route(PageType.HOME, "en", number=2))
    assert (view.heading, view.is_first, len(view.cards)) == (Said("Open jobs"), False, 1)
    assert (view.search, view.soon, view.categories, view.news) == ("", (), (), ())


def test_the_order_of_jobs_is_told_as_it_is() -> None:
    """Featured jobs come before those that close sooner, on the page that has any."""
    jobs = posting("dear", featured=True), posting("other"), posting("third")
    press = press_of(site(*jobs, config=config(per_page=2)))
    first, second = (home_view(press, Route(PageType.HOME, "en", number=at)) for at in (1, 2))
    assert (first.order, second.order) == ("featured first, then by deadline", "by deadline")


def test_a_job_that_closes_soon_says_where_it_is_in_another_language() -> None:
    """For screen readers, and for who would follow the link."""
    press = press_for(1)
    for language, other in (("en", ""), ("fr", "en")):
        [line] = home_view(press, Route(PageType.HOME, language)).soon
        assert (line.link.hreflang, line.link.said.lang) == (other, other)


def test_a_tagline_in_another_language_says_so() -> None:
    """The French page borrows the English words."""
    assert home_view(press_for(1), Route(PageType.HOME, "fr")).heading == Said("Work that matters", "en", "ltr")


def test_a_board_without_jobs_has_a_home() -> None:
    """It says that there is nothing, and leads to what was."""
    view = home_view(press_for(0), Route(PageType.HOME, "en"))
    assert (view.cards, view.count) == ((), "0 open jobs")
    assert view.archive


def test_a_job_that_is_open_until_filled_closes_on_the_day_it_goes() -> None:
    """“Until filled” would say nothing in a list of what closes soon."""
    job = posting("job", deadline=Deadline(DeadlineKind.OPEN))
    board = site(job, standings={"job": standing(job, State.CLOSING_SOON)})
    [line] = home_view(press_of(board), Route(PageType.HOME, "en")).soon
    assert line.when.startswith("shown here until ")
