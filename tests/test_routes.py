from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobglot.routes import Links, PageType, Route, below, url_path

HOME, JOB = Route(PageType.HOME, "en"), Route(PageType.POSTING, "fr", id="cuisinier")
LINKS = Links("https://jobs.example.org/board/", {HOME: "en/index.html", JOB: "fr/offres/cuisinière/index.html"})


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.html", ""),
        ("en/index.html", "en/"),
        ("en/404.html", "en/404.html"),
        ("en/myindex.html", "en/myindex.html"),
        ("fr/offres/cuisinière/index.html", "fr/offres/cuisini%C3%A8re/"),
        ("static/a b%.png", "static/a%20b%25.png"),
        ("x/a?b#c.pdf", "x/a%3Fb%23c.pdf"),
    ],
)
def test_a_folder_s_page_is_addressed_by_the_folder(path: str, address: str) -> None:
    """All else by its name, percent-encoded (RFC 3986)."""
    assert url_path(path) == address


def test_addresses_know_the_path_that_the_board_lies_under() -> None:
    """Without host inside the site, whole for those who are elsewhere."""
    assert LINKS.prefix == "/board/"
    assert LINKS.url(HOME) == "/board/en/"
    assert LINKS.absolute(JOB) == "https://jobs.example.org/board/fr/offres/cuisini%C3%A8re/"
    assert Links("https://jobs.example.org/", {}).prefix == "/"


def test_what_the_plan_does_not_hold_has_no_address() -> None:
    """One asks first."""
    other = Route(PageType.SEARCH, "en")
    assert LINKS.has(HOME)
    assert not LINKS.has(other)
    with pytest.raises(KeyError):
        LINKS.url(other)


def test_every_address_leads_back_to_its_route() -> None:
    """As links that editors write as addresses need it."""
    assert LINKS.pages == {"en/": HOME, "fr/offres/cuisini%C3%A8re/": JOB}


@given(st.text(st.characters(exclude_characters="/", exclude_categories=["Cs"]), min_size=1))
def test_an_address_is_ascii_and_says_the_whole_path(name: str) -> None:
    """Whatever the name of a file."""
    address = url_path(f"x/{name}")
    assert address.isascii()
    assert unquote(address) == (f"x/{name}" if name != "index.html" else "x/")


def test_a_page_that_there_may_not_be_is_looked_for() -> None:
    """Its address, or nothing."""
    assert LINKS.find(JOB) == LINKS.url(JOB)
    assert LINKS.find(JOB._replace(language="nl")) == ""


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/board/en/?q#x", "en/?q#x"),
        ("http://EXAMPLE.org:443/board/", ""),
        ("https://example.org/board", ""),
        ("https://example.org/board#x", "#x"),
        ("https://example.org/boards/", None),
        ("https://example.org", None),
        ("https://example.org.evil.example/board/", None),
        ("/board/en/", None),
    ],
)
def test_what_lies_below_an_address(url: str, expected: str | None) -> None:
    """As browsers see it."""
    assert below("https://example.org/board/", url) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [("https://example.org", ""), ("https://example.org?q", "?q"), ("https://example.org/x", "x")],
)
def test_below_the_root_lies_everything(url: str, expected: str) -> None:
    """With or without its slash."""
    assert below("https://example.org/", url) == expected
