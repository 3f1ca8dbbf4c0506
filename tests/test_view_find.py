"""The find page, and that of saved jobs."""

from __future__ import annotations

from boards import desk_of, links_of
from builders import config, posting, site
from presses import press_of

from jobglot.calendars import calendar
from jobglot.formats import Formatter
from jobglot.routes import PageType, Route
from jobglot.settings import Fallback
from jobglot.view_find import FACETS, find_view, shortlist_view

PRESS = press_of(site(posting()))


def test_the_find_page_leads_on_without_script() -> None:
    """To the lists of every kind."""
    view = find_view(PRESS, Route(PageType.SEARCH, "en"))
    assert [link.said.text for link in view.ways] == [
        "All open jobs",
        "Closing soon",
        "New jobs",
        "Categories",
        "Organizations",
        "Places",
        "Types of employment",
    ]


def test_both_pages_read_the_same_file_and_draw_the_same_cards() -> None:
    """So that a site's own card is that of every page."""
    find, saved = find_view(PRESS, Route(PageType.SEARCH, "fr")), shortlist_view(PRESS, Route(PageType.SHORTLIST, "fr"))
    assert find.words["source"] == saved.words["source"] == "/fr/data/1/"
    assert find.card == saved.card
    assert 'class="card' in find.card


def test_a_deadline_exported_is_the_event_of_the_boards_calendars() -> None:
    """Also of a board below a path, such as GitHub gives to projects: else calendars show it twice."""
    board = site(posting("cook"), config=config(base_url="https://acme.example/Jobs/"))
    saved = shortlist_view(press_of(board), Route(PageType.SHORTLIST, "en"))
    feed = calendar(board, links_of(board), desk_of(board, "en"), "", "").decode()
    assert f"UID:cook@{saved.words['authority']}\r\n" in feed


def test_the_page_of_saved_jobs_knows_whether_it_sees_those_of_other_languages() -> None:
    """Else one saved on the other side of the switch would look closed."""
    hiding = press_of(site(posting(), config=config(fallback=Fallback.HIDE)))
    views = [shortlist_view(press, Route(PageType.SHORTLIST, "en")) for press in (PRESS, hiding)]
    assert [view.words["hides"] for view in views] == [False, True]


def test_the_order_is_named_as_it_is() -> None:
    """`postings.json` has featured jobs first, and the script keeps its order."""
    mixed = press_of(site(posting("dear", featured=True), posting("other")))
    views = [find_view(press, Route(PageType.SEARCH, "en")) for press in (PRESS, mixed)]
    assert [(view.order, view.first) for view in views] == [
        ("by deadline", ""),
        ("by deadline", "Featured jobs come first."),
    ]


def test_what_is_asked_for_can_be_followed_where_there_are_feeds_and_calendars() -> None:
    """By the names of their files below a list."""
    files = []
    for outputs in (("search", "feeds"), ("search", "calendars")):
        words = find_view(press_of(site(config=config(outputs=outputs))), Route(PageType.SEARCH, "en")).words
        files.append((words["feed"], words["calendar"]))
    assert files == [("feed.xml", ""), ("", "deadlines.ics")]


def test_every_facet_has_a_table_and_a_name() -> None:
    """Names in the address are short and stay the same in every language."""
    view = find_view(PRESS, Route(PageType.SEARCH, "fr"))
    assert [facet.name for facet in view.facets] == [name for name, _, _ in FACETS]
    assert len({facet.label for facet in view.facets}) == len(FACETS)
    assert [days for days, _ in view.days] == [3, 7, 14, 30]


def test_the_browser_is_told_the_patterns_that_pages_use() -> None:
    """Plain English is British to Intl as it is to Babel."""
    words = find_view(PRESS, Route(PageType.SEARCH, "en")).words
    assert words["locale"] == "en-GB"
    assert words["moment"] == "{1}, {0}"
    assert words["dates"][2] == "{d} March {y}"
    assert words["months"][:3] == ["Jan", "Feb", "Mar"]
    assert Formatter("pt-BR").tag == "pt-BR"
    assert Formatter("tlh").tag == "en-GB"
