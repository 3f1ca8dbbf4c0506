"""Lists of postings."""

from __future__ import annotations

from datetime import UTC, datetime

from builders import config, content, edition, organization, posting, site, standing, term
from presses import press_of

from jobglot.listings import listings_of
from jobglot.model import EmploymentType, Posting, State, plain
from jobglot.press import Press
from jobglot.routes import PageType, Route
from jobglot.settings import LISTING_KINDS, Config, Fallback
from jobglot.view_list import list_view, pages_view
from jobglot.views import Said


def press_for(*jobs: Posting, settings: Config | None = None) -> Press:
    held = content(
        *jobs,
        categories={
            "work": term("work", summary=plain("All kinds.")),
            "it": term("it", parent="work"),
            "empty": term("empty"),
        },
    )
    listings = listings_of(tuple(job.id for job in jobs), held, LISTING_KINDS)
    return press_of(site(*jobs, content=held, config=settings or config(), listings=listings))


def test_a_category_shows_what_is_below_it() -> None:
    """Its summary, the narrower categories with their counts, and all their postings."""
    view = list_view(press_for(posting()), Route(PageType.LISTING, "en", "categories", "work"))
    assert (view.heading, view.lead, view.count) == (Said("Work"), Said("All kinds."), "1 open job")
    assert [(link.said.text, count) for link, count in view.children] == [("It", "1")]
    assert len(view.cards) == 1


def test_each_page_of_a_list_is_told_of_in_its_own_line() -> None:
    """By the titles it begins with: search results would show the same of many lists."""
    jobs = [posting(f"job-{number}", editions=(edition("en", title=f"Cook {number}"),)) for number in range(7)]
    press = press_for(*jobs, settings=config(per_page=6))
    pages = [list_view(press, Route(PageType.LISTING, "en", "categories", "it", number)) for number in (1, 2)]
    assert pages[0].glimpse == "7 open jobs – Cook 0 · Cook 1 · Cook 2 · Cook 3 · Cook 4"
    assert pages[1].glimpse == "7 open jobs – Cook 6"
    assert list_view(press, Route(PageType.LISTING, "en", "categories", "empty")).glimpse == "0 open jobs"


def test_an_empty_list_shows_a_way_on() -> None:
    """Never a dead end."""
    view = list_view(press_for(posting()), Route(PageType.LISTING, "en", "categories", "empty"))
    assert (view.cards, view.count) == ((), "0 open jobs")
    assert view.empty
    assert [link.said.text for link in view.way_on] == ["All open jobs", "Categories", "Closed jobs"]


def test_an_organization_is_introduced_on_its_first_page() -> None:
    """With its feed."""
    jobs = [posting(f"job-{number}") for number in range(3)]
    press = press_for(*jobs, settings=config(per_page=2))
    first = list_view(press, Route(PageType.LISTING, "en", "organizations", "acme"))
    second = list_view(press, Route(PageType.LISTING, "en", "organizations", "acme", 2))
    assert first.organization is not None
    assert second.organization is None
    assert first.subscribe.feed == "/en/atom/organizations/acme/1/"
    assert (len(first.cards), len(second.cards)) == (2, 1)


def test_the_pages_of_a_list_know_each_other() -> None:
    """First, last and neighbours; a gap between them; the present one marked."""
    press = press_for(*[posting(f"job-{number}") for number in range(9)], settings=config(per_page=1))
    pages = pages_view(press, Route(PageType.HOME, "en", number=5), 9)
    assert pages is not None
    assert pages.text == "Page 5 of 9"
    assert [step and (step.said.text, step.current) for step in pages.steps] == [
        ("1", ""),
        None,
        ("4", ""),
        ("5", "page"),
        ("6", ""),
        None,
        ("9", ""),
    ]
    assert (pages.previous, pages.next) == ("/en/home/4/", "/en/home/6/")
    last = pages_view(press, Route(PageType.HOME, "en", number=9), 9)
    assert last is not None
    assert last.next == ""
    assert pages_view(press, Route(PageType.HOME, "en"), 1) is None


def test_the_archive_counts_what_is_closed() -> None:
    """And introduces itself."""
    job = posting()
    ended = datetime(2026, 2, 20, tzinfo=UTC)
    press = press_of(site(job, standings={job.id: standing(job, State.CLOSED, ended=ended)}))
    view = list_view(press, Route(PageType.ARCHIVE, "en"))
    assert (view.heading, view.count, len(view.cards)) == (Said("Closed jobs"), "1 closed job", 1)


def test_a_list_may_hide_what_it_cannot_show_in_its_language() -> None:
    """As the config says."""
    press = press_for(posting(), settings=config(fallback=Fallback.HIDE))
    assert list_view(press, Route(PageType.NEW, "fr")).cards == ()
    assert len(list_view(press, Route(PageType.NEW, "en")).cards) == 1


def test_every_kind_of_listing_has_a_name() -> None:
    """From the vocabulary, the organization, or the interface."""
    press = press_for(posting(employment_type=(EmploymentType.INTERN,)))
    named = [
        press.desks["fr"].heading(kind, id_, press.site.content).text
        for kind, id_ in (
            ("categories", "it"),
            ("organizations", "acme"),
            ("places", "brussels"),
            ("employment_types", "intern"),
        )
    ]
    assert named == ["It", "ACME", "Bruxelles", "Internship"]
    assert organization().id == "acme"
