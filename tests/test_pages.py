"""Whole pages: what holds for all of them, in every language."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from boards import HOSTILE, trilingual
from builders import edition, posting, site, standing
from presses import links_of, press_of

from jobglot.model import (
    Body,
    Channel,
    Contact,
    CriteriaStage,
    Criterion,
    Deadline,
    DeadlineKind,
    Employer,
    EmploymentType,
    Localized,
    Location,
    PayPeriod,
    Posting,
    Salary,
    Source,
    State,
    plain,
)
from jobglot.pages import PAGES, html
from jobglot.press import Press
from jobglot.render import TemplateFault
from jobglot.routes import PageType, Route
from jobglot.site import Similar, Site

NAME = HOSTILE.replace("\x07", "")
NOT_PAGES = {
    PageType.ATOM,
    PageType.JSON_FEED,
    PageType.CALENDAR,
    PageType.DATA,
    PageType.SITEMAP_INDEX,
    PageType.SITEMAP,
    PageType.ROBOTS,
    PageType.HEADERS,
    PageType.REDIRECTS,
    PageType.MANIFEST,
    PageType.SECURITY,
    PageType.BUILD,
    PageType.STATIC,
    PageType.ATTACHMENT,
}


def hostile(id_: str, *languages: str, **changes: object) -> Posting:
    """A posting whose every text tries to be something else."""
    every = plain(NAME)
    changed: dict[str, object] = {
        "editions": tuple(
            edition(tag, title=NAME, slug=id_, summary=NAME, aliases=(f"old-{id_}",), body=Body("<p>Text</p>", "Text"))
            for tag in languages
        ),
        "department": every,
        "notice": every,
        "locations": (Location("brussels"), Location(city=every, country="FR")),
        "employment_type": (EmploymentType.FULL_TIME,),
        "salary": Salary(Decimal(3000), Decimal(4000), "EUR", PayPeriod.MONTH, every),
        "apply": (
            Channel(url="https://acme.example/?a=1&b=2", audience=every),
            Channel(email="a@b.example"),
            Channel(post=every),
        ),
        "documents": (every,),
        "contact": Contact(every, "a@b.example", "+32 2 555 17 12", "https://acme.example/"),
        "criteria": (CriteriaStage(every, (Criterion(every, 100),), 100),),
        "source": Source(NAME, "https://journal.example/"),
        "reference": NAME,
    }
    return posting(id_, **{**changed, **changes})


def whole_site() -> Site:
    """Three languages, every state, every kind of page."""
    jobs = (
        hostile("all", "en", "fr", "ar"),
        hostile("arabic", "ar", featured=True),
        hostile("soon", "fr", deadline=Deadline(DeadlineKind.MOMENT, date(2026, 3, 4), 725)),
        hostile("until-filled", "en", deadline=Deadline(DeadlineKind.OPEN)),
        hostile("filled", "en", "fr", organization="", employer=Employer(Localized((("en", NAME),)))),
    )
    ended = datetime(2026, 2, 20, tzinfo=UTC)
    standings = {
        "soon": standing(jobs[2], State.CLOSING_SOON),
        "filled": standing(jobs[4], State.FILLED, ended=ended),
    }
    similar = {"all": (Similar("arabic", ("title", "category:it")),), "filled": (Similar("all", ("text",)),)}
    return trilingual(*jobs, standings=standings, similar=similar)


@pytest.fixture(scope="module")
def press() -> Press:
    return press_of(whole_site())


@pytest.fixture(scope="module")
def printed(press: Press) -> dict[Route, str]:
    return {route: html(press, route) for route in press.links.paths if route.type in PAGES}


class Tags(HTMLParser):
    """The tags of a page with their attributes, and whether they are closed in order."""

    EMPTY = frozenset(["meta", "link", "br", "img", "input"])

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.broken: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.broken.append(tag)


def test_every_type_of_page_has_its_function() -> None:
    """What is not HTML is made elsewhere."""
    assert set(PAGES) | NOT_PAGES == set(PageType)
    assert not set(PAGES) & NOT_PAGES


def test_every_page_is_well_formed(printed: dict[Route, str]) -> None:
    """One `h1`, one `main`, every tag closed in its turn, every id once, whatever the texts hold."""
    for route, page in printed.items():
        tags = Tags(page)
        names = Counter(name for name, _ in tags.tags)
        ids = Counter(attributes["id"] for _, attributes in tags.tags if "id" in attributes)
        assert (names["h1"], names["main"], tags.broken, tags.open) == (1, 1, [], []), route
        assert [id_ for id_, count in ids.items() if count > 1] == [], route
        assert "</script><b>" not in page, route


def test_headings_skip_no_level(printed: dict[Route, str]) -> None:
    """So a screen reader's outline makes sense."""
    for route, page in printed.items():
        levels = [int(name[1]) for name, _ in Tags(page).tags if re.fullmatch(r"h[1-6]", name)]
        jumps = [(a, b) for a, b in pairwise(levels) if b > a + 1]
        assert (levels[0], jumps) == (1, []), route


def test_a_page_says_its_language_and_direction(printed: dict[Route, str]) -> None:
    """And lists the language of every part that is in another."""
    for route, page in printed.items():
        if route.language:
            first = next(attributes for name, attributes in Tags(page).tags if name == "html")
            assert first == {"lang": route.language, "dir": "rtl" if route.language == "ar" else "ltr"}, route


def test_nothing_on_a_page_needs_more_than_the_strict_policy_allows(printed: dict[Route, str]) -> None:
    """No inline script or style, and no resource of another site."""
    for route, page in printed.items():
        for name, attributes in Tags(page).tags:
            assert "style" not in attributes, route
            assert not [attribute for attribute in attributes if attribute.startswith("on")], route
            loaded = attributes.get("src", "") or (
                attributes.get("href", "") if attributes.get("rel") == "stylesheet" else ""
            )
            assert not loaded or loaded.startswith("/static/"), (route, loaded)
            if name == "script":
                assert "src" in attributes or attributes.get("type", "").startswith("application/"), route


def test_every_link_inside_leads_to_a_page(press: Press, printed: dict[Route, str]) -> None:
    """Of the plan, or a static file, or a place on the same page."""
    known = {press.links.url(route) for route in press.links.paths}
    for route, page in printed.items():
        tags = Tags(page).tags
        ids = {attributes["id"] for _, attributes in tags if "id" in attributes}
        for _, attributes in tags:
            for key in ("href", "action"):
                url = attributes.get(key, "")
                if url.startswith("#"):
                    assert url[1:] in ids, (route, url)
                elif url.startswith("/"):
                    assert url in known or url.startswith("/static/"), (route, url)
                    assert url, route


def test_no_link_is_empty(printed: dict[Route, str]) -> None:
    """A missing page is shown as text."""
    for route, page in printed.items():
        assert 'href=""' not in page, route


def test_nothing_is_said_about_a_page_with_no_words(printed: dict[Route, str]) -> None:
    """Whoever shows a link then finds words of the page itself."""
    assert [str(route) for route, page in printed.items() if re.search(r'<meta [^>]*content=""', page)] == []


def test_search_engines_are_told_what_to_leave(printed: dict[Route, str]) -> None:
    """What is over, saved jobs, 404, redirects and what the package says of itself; nothing else."""
    hidden = {PageType.SHORTLIST, PageType.STATEMENT, PageType.NOT_FOUND, PageType.REDIRECT}
    for route, page in printed.items():
        expected = route.type in hidden or (route.type is PageType.POSTING and route.id == "filled")
        assert ('content="noindex"' in page) is expected, route


def test_a_posting_carries_its_structured_data(printed: dict[Route, str]) -> None:
    """As long as one may apply."""
    assert '"@type":"JobPosting"' in printed[Route(PageType.POSTING, "en", id="all")]
    assert '"@type":"JobPosting"' not in printed[Route(PageType.POSTING, "en", id="filled")]


def test_a_closed_posting_shows_similar_ones_first(printed: dict[Route, str]) -> None:
    """And no way to apply."""
    page = printed[Route(PageType.POSTING, "en", id="filled")]
    assert page.index("Similar jobs") < page.index("<p>Text</p>")
    assert "How to apply" not in page
    assert "It no longer takes applications" in page


def test_a_way_to_apply_names_the_job(printed: dict[Route, str]) -> None:
    """To those who hear the links without the page."""
    page = printed[Route(PageType.POSTING, "en", id="all")]
    names = [attributes.get("aria-label", "") for name, attributes in Tags(page).tags if name == "a"]
    assert f"Apply: {NAME}" in names
    assert f"Apply by e-mail: {NAME}" in names


def test_criteria_are_an_accessible_table(printed: dict[Route, str]) -> None:
    """Caption, scopes and a total."""
    page = printed[Route(PageType.POSTING, "en", id="all")]
    scopes = Counter(attributes["scope"] for name, attributes in Tags(page).tags if name == "th")
    assert scopes == {"col": 2, "row": 2}
    assert "<caption>" in page
    assert "<tfoot>" in page


def test_a_former_address_leads_on(printed: dict[Route, str]) -> None:
    """At once, by a link, and canonically."""
    page = printed[Route(PageType.REDIRECT, "en", "postings", "all")]
    assert '<meta http-equiv="refresh" content="0; url=/en/posting/all/1/">' in page
    assert '<a href="/en/posting/all/1/">' in page
    assert '<link rel="canonical" href="https://jobs.example.org/en/posting/all/1/">' in page


def test_the_chooser_is_known_to_whom_its_address_is_given(printed: dict[Route, str]) -> None:
    """Feed readers find a feed a language, previews of links a title and a language."""
    page = printed[Route(PageType.CHOOSER)]
    assert page.count('<link rel="alternate" type="application/atom+xml" title=') == 3
    assert '<meta property="og:title" content="Example Jobs">' in page
    assert '<meta property="og:locale:alternate" content="ar">' in page


def test_the_chooser_needs_no_script(printed: dict[Route, str]) -> None:
    """And sends nobody on by itself."""
    page = printed[Route(PageType.CHOOSER)]
    assert page.count("<script") == page.count('<script type="application/ld+json">') == 1
    assert "refresh" not in page
    assert '<a href="/ar/home/1/" hreflang="ar">العربية</a>' in page


def test_pages_do_not_depend_on_what_was_printed_before(press: Press, printed: dict[Route, str]) -> None:
    """What the press remembers changes no byte."""
    fresh = press_of(whole_site())
    for route in reversed(list(printed)):
        assert html(fresh, route) == printed[route], route
    assert links_of(whole_site()).paths == press.links.paths


def test_what_the_config_leaves_out_is_nowhere_linked() -> None:
    """No feed, no calendar, no data, no search, no listing."""
    held = whole_site()
    press = press_of(held)
    outputs = {
        PageType.ATOM,
        PageType.JSON_FEED,
        PageType.CALENDAR,
        PageType.DATA,
        PageType.SEARCH,
        PageType.NEWS_INDEX,
        PageType.LISTING,
        PageType.LISTING_INDEX,
    }
    paths = {route: path for route, path in press.links.paths.items() if route.type not in outputs}
    bare = replace(press, links=replace(press.links, paths=paths), memory={})
    for route in paths:
        if route.type in PAGES:
            page = html(bare, route)
            assert 'href=""' not in page, route
            assert not re.search(r"/(atom|json_feed|calendar|data|search|news_index|listing|listing_index)/", page), (
                route
            )


def test_a_broken_template_names_the_page(press: Press) -> None:
    """So its author knows what to look at."""
    broken = press_of(site(posting()), templates={"posting.html": "{{ view.nobody }}"})
    with pytest.raises(TemplateFault, match="data-engineer"):
        html(broken, Route(PageType.POSTING, "en", id="data-engineer"))
    with pytest.raises(KeyError):
        html(press, Route(PageType.ROBOTS))
