"""The hreflang set of a page."""

from __future__ import annotations

from boards import LANGUAGES, links_of, partly_translated, trilingual, with_settings
from builders import posting
from hypothesis import given
from hypothesis import strategies as st

from jobglot.alternates import X_DEFAULT, alternates
from jobglot.routes import PageType, Route
from jobglot.settings import Fallback
from jobglot.site import Site

subsets = st.lists(st.sampled_from(LANGUAGES), min_size=1, max_size=3, unique=True)


@st.composite
def boards(draw: st.DrawFn) -> Site:
    postings = [posting(f"p{at}", languages_of_editions=tuple(draw(subsets))) for at in range(draw(st.integers(0, 6)))]
    return with_settings(trilingual(*postings), per_page=2, fallback=draw(st.sampled_from(Fallback)))


@given(boards())
def test_every_page_of_a_set_gives_the_same_set(board: Site) -> None:
    """Reciprocal, self-referencing, complete, and with one x-default among them."""
    links = links_of(board)
    for route in links.paths:
        found = alternates(route, board, links)
        if not found:
            continue
        tags = [tag for tag, _ in found]
        assert len(set(tags)) == len(tags)
        assert (route.language or X_DEFAULT, route) in found
        assert tags[-1] == X_DEFAULT
        for tag, other in found:
            assert links.has(other)
            assert tag in (other.language, X_DEFAULT)
            assert alternates(other, board, links) == found


def test_a_posting_names_only_its_editions() -> None:
    """No page claims a language its text does not have."""
    board = partly_translated()
    links = links_of(board)

    def tags(route: Route) -> dict[str, str]:
        return {tag: other.language for tag, other in alternates(route, board, links)}

    assert tags(Route(PageType.POSTING, "fr", id="analyst")) == {"en": "en", "fr": "fr", "ar": "ar", "x-default": "en"}
    assert tags(Route(PageType.POSTING, "fr", id="baker")) == {"fr": "fr", "x-default": "fr"}
    assert tags(Route(PageType.POSTING, "ar", id="carer")) == {"fr": "fr", "ar": "ar", "x-default": "fr"}
    assert tags(Route(PageType.NEWS, "ar", id="fair")) == {"fr": "fr", "ar": "ar", "x-default": "fr"}


def test_the_chooser_stands_in_for_the_home_page_in_any_other_language() -> None:
    """It gives the same set as the home pages; the later pages of their list have none to choose from."""
    board = with_settings(trilingual(*(posting(f"p{at}") for at in range(3))), per_page=2)
    links = links_of(board)
    found = alternates(Route(PageType.CHOOSER), board, links)
    assert dict(found)[X_DEFAULT] == Route(PageType.CHOOSER)
    assert alternates(Route(PageType.HOME, "fr"), board, links) == found
    second = Route(PageType.HOME, "fr", number=2)
    assert dict(alternates(second, board, links))[X_DEFAULT] == Route(PageType.HOME, "en", number=2)


def test_a_page_of_a_list_names_the_same_page_where_it_exists() -> None:
    """When lists leave out what is not translated, they have different numbers of pages."""
    board = trilingual(
        *(posting(f"p{at}", languages_of_editions=("en", "fr") if at < 2 else ("en",)) for at in range(3)),
    )
    small = with_settings(board, per_page=2, fallback=Fallback.HIDE)
    links = links_of(small)
    first, second = Route(PageType.HOME, "en"), Route(PageType.HOME, "en", number=2)
    assert [tag for tag, _ in alternates(first, small, links)] == ["en", "fr", "ar", "x-default"]
    assert [tag for tag, _ in alternates(second, small, links)] == ["en", "x-default"]


def test_what_is_no_page_of_a_language_has_no_alternates() -> None:
    """404s, files, and routes that the plan does not hold."""
    board = partly_translated()
    links = links_of(board)
    for route in (
        Route(PageType.NOT_FOUND),
        Route(PageType.NOT_FOUND, "fr"),
        Route(PageType.DATA, "fr"),
        Route(PageType.POSTING, "en", id="baker"),
    ):
        assert alternates(route, board, links) == ()
