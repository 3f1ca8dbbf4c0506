"""Links that lead nowhere: of all texts of a board, of few, and of what has other errors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from builders import config, content, edition
from sites import planned

from jobglot.dead_links import dead_links, dead_links_of
from jobglot.model import Body, Content, ContentPage
from jobglot.problem import Origin, Problem

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def page(id_: str, *urls: str, anchors: tuple[str, ...] = ()) -> ContentPage:
    """A page whose text links to these addresses, one a line."""
    path = f"content/pages/{id_}.en.md"
    links = tuple((url, Origin(path, 5 + number)) for number, url in enumerate(urls))
    text = edition("en", slug=id_, origin=Origin(path), body=Body(links=links, anchors=anchors))
    return ContentPage(id_, (text,), Origin(path))


PAGES = (
    page("about", "team.en.md", "team.en.md#us", "/en/team/#them", "/en/nothing/"),
    page("team", "gone.en.md", "about.en.md", anchors=("c-us",)),
)
ABOUT = [("link-fragment", 7), ("link-broken", 8)]
TEAM = [("link-broken", 5)]


def of(*pages: ContentPage) -> Content:
    return content(pages=pages, paths=frozenset(page.editions[0].origin.path for page in pages))


def codes(problems: Iterable[Problem]) -> list[tuple[str, int]]:
    return sorted((p.code, p.origin.line) for p in problems)


def test_every_text_is_looked_at() -> None:
    """For texts that are not there, addresses at which nothing is, and headings that nothing has."""
    _, problems = planned(of(*PAGES), config(), NOW)
    assert codes(problems) == sorted(ABOUT + TEAM)


@pytest.mark.parametrize(("number", "expected"), [(0, ABOUT), (1, TEAM)])
def test_of_some_texts_the_same_is_told(number: int, expected: list[tuple[str, int]]) -> None:
    """Where the others lead is not looked at, but what they hold is."""
    board = of(*PAGES)
    made, _ = planned(board, config(), NOW)
    found = dead_links_of(PAGES[number].editions, board, config(), made.press.links)
    assert codes(found) == sorted(expected)
    every = [(p.code, p.origin) for p in dead_links_of(board.texts(), board, config(), made.press.links)]
    assert every == [(p.code, p.origin) for p in dead_links(made.site, made.press.links)]


def test_what_was_left_out_is_looked_at_and_may_be_led_to() -> None:
    """By its file and by its address; only the links to files beside it have been told of already."""
    about, _ = PAGES
    hurt = page("team", "gone.en.md", "list.pdf", anchors=("c-us",))
    made, alone = planned(of(about), config(), NOW)
    assert codes(alone) == sorted([("link-broken", line) for line in (5, 6, 7, 8)])
    found = dead_links(made.site, made.press.links, of(hurt))
    assert codes(found) == sorted(ABOUT + TEAM)


def test_links_to_texts_lead_to_files_of_the_content() -> None:
    """Also to those that cannot be read."""
    board = of(page("about", "gone.en.md", "../pages/broken.en.md#team", "d%C3%A9j%C3%A0.fr.md"))
    paths = board.paths | {"content/pages/broken.en.md", "content/pages/déjà.fr.md"}
    _, problems = planned(replace(board, paths=paths), config(), NOW)
    assert codes(problems) == [("link-broken", 5)]


def test_a_link_to_what_the_settings_leave_out_says_so() -> None:
    """Nobody should put a feed into `static/` by hand."""
    urls = ("/en/feed.xml", "/en/categories/x/deadlines.ics", "/en/search/?q=a", "/en/places/ghent/#x", "/en/feed.xlm")
    lean = config(outputs=("data",), listings=("categories",))
    _, problems = planned(of(page("about", *urls)), lean, NOW)
    remedies = [problem.remedy for problem in sorted(problems, key=lambda problem: problem.origin.line)]
    assert remedies[:4] == [
        f"“{key}” in config.yaml leaves {name} out: add it there, or take the link away"
        for key, name in (("outputs", "feeds"), ("outputs", "calendars"), ("outputs", "search"), ("listings", "places"))
    ]
    assert remedies[4].startswith("put the file at")
