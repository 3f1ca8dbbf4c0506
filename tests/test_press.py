"""What pages are printed with."""

from __future__ import annotations

import pytest
from builders import posting, site
from presses import press_of

from jobglot.model import Body, Phrase
from jobglot.press import asset_function, posting_route
from jobglot.routes import Links, PageType, Route
from jobglot.views import Link, Said


def test_a_page_that_is_not_made_has_no_address() -> None:
    """Its name is shown without a link."""
    press = press_of(site(posting()))
    assert press.url(Route(PageType.HOME, "en")) == "/en/home/1/"
    assert press.url(Route(PageType.HOME, "nl")) == ""
    assert press.link(Route(PageType.HOME, "nl"), Phrase("x")) == Link(Said("x"), "")


def test_a_posting_is_reached_in_the_language_it_is_written_in() -> None:
    """The reader's own where it can be."""
    held = site(posting("a", languages_of_editions=("en", "fr")), posting("b", languages_of_editions=("en",)))
    assert posting_route(held, "fr", "a") == Route(PageType.POSTING, "fr", id="a")
    assert posting_route(held, "fr", "b") == Route(PageType.POSTING, "en", id="b")


def test_what_is_made_once_is_kept() -> None:
    """By all that it depends on."""
    press = press_of(site(posting()))
    assert [press.once("a", lambda: 1), press.once("a", lambda: 2), press.once("b", lambda: 3)] == [1, 1, 3]


def test_a_static_file_is_found_under_the_base_address() -> None:
    """Where its fingerprint put it; a file that is not there is a mistake."""
    asset = asset_function(Links("https://x.example/board/", {}), {"site.css": "static/site.1a2b.css"})
    assert asset("site.css") == "/board/static/site.1a2b.css"
    with pytest.raises(LookupError, match="nope"):
        asset("nope.css")


def test_a_body_is_shown_as_the_sanitiser_left_it() -> None:
    """It is HTML already."""
    press = press_of(site(posting()))
    assert press.body(Body(html="<p>a &amp; b</p>"), "content/x.md") == "<p>a &amp; b</p>"
