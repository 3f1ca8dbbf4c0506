"""Whole boards for tests of what machines read: three languages, partly translated, with the paths of every page."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from builders import config, content, edition, organization, posting, site, term

from jobglot.desk import Desk, desks
from jobglot.listings import listings_of, paginate, readable
from jobglot.model import (
    Channel,
    Content,
    ContentPage,
    Deadline,
    DeadlineKind,
    EmploymentType,
    Localized,
    Location,
    NewsItem,
    OrganizationEdition,
    Posting,
)
from jobglot.problem import Origin
from jobglot.routes import Links, PageType, Route
from jobglot.site import Site, Standing

HOSTILE = "Bell\x07 ]]> </script><b>&amp; \U0001f469\u200d\U0001f52c é, ; \\ مهندس"
LANGUAGES = ("en", "fr", "ar")


def trilingual(*postings: Posting, standings: dict[str, Standing] | None = None, **changes: Any) -> Site:
    """A board in English, French and Arabic with these postings, a page and a news item in two of them."""
    settings = changes.pop("config", None) or config(languages=LANGUAGES)
    names = {"en": "ACME", "fr": "ACMÉ", "ar": "أكمي"}
    acme = organization(
        editions=tuple(OrganizationEdition(tag, names[tag], "acme", Origin("x")) for tag in LANGUAGES),
        url="https://acme.example/",
        logo="acme.svg",
        country="BE",
    )
    words = Localized((("en", "Information technology"), ("fr", "Informatique"), ("ar", "تقنية المعلومات")))
    held: Content = content(
        *postings,
        organizations={"acme": acme},
        categories={"work": term("work"), "it": term("it", name=words, parent="work"), "empty": term("empty")},
        news=(NewsItem("fair", (edition("fr"), edition("ar")), Origin("n"), date(2026, 2, 20)),),
        pages=(ContentPage("about", (edition("en"), edition("fr")), Origin("p")),),
    )
    base = site(*postings, standings=standings, config=settings, content=held, news=("fair",))
    return replace(base, listings=listings_of(base.open, held, settings.listings), **changes)


def partly_translated() -> Site:
    """Four postings in different sets of languages, in several places, with every kind of deadline."""
    common: dict[str, Any] = {
        "locations": (Location("brussels"),),
        "apply": (Channel(url="https://acme.example/apply"),),
    }
    return trilingual(
        posting(
            "analyst",
            languages_of_editions=("en", "fr", "ar"),
            employment_type=(EmploymentType.FULL_TIME,),
            updated=datetime(2026, 2, 10, 8, 30, tzinfo=UTC),
            **common,
        ),
        posting("baker", languages_of_editions=("fr",), deadline=Deadline(DeadlineKind.OPEN), **common),
        posting("carer", languages_of_editions=("ar", "fr"), categories=(), **common),
        posting(
            "driver",
            languages_of_editions=("en",),
            deadline=Deadline(DeadlineKind.MOMENT, date(2026, 4, 1), 16 * 60 + 5),
            **common,
        ),
    )


def with_settings(board: Site, **settings: Any) -> Site:
    """The same board with other settings."""
    return replace(board, config=replace(board.config, **settings))


def links_of(board: Site, **more: str) -> Links:
    """Addresses of the pages of a board, in the way of the plan; `more` are static files: id to path."""
    paths: dict[Route, str] = {Route(PageType.CHOOSER): "index.html", Route(PageType.SITEMAP_INDEX): "sitemap.xml"}
    paths |= {Route(PageType.SITEMAP, number=1): "sitemap-1.xml", Route(PageType.NOT_FOUND): "404.html"}
    paths |= {Route(PageType.STATIC, id=id_): path for id_, path in more.items()}
    for tag in board.config.languages:
        paths |= dict(_pages(board, tag))
    return Links(board.config.base_url, paths)


def _pages(board: Site, tag: str) -> list[tuple[Route, str]]:
    found = [
        (Route(PageType.SEARCH, tag), f"{tag}/search/index.html"),
        (Route(PageType.NOT_FOUND, tag), f"{tag}/404.html"),
        (Route(PageType.ATOM, tag), f"{tag}/feed.xml"),
        (Route(PageType.JSON_FEED, tag), f"{tag}/feed.json"),
        (Route(PageType.CALENDAR, tag), f"{tag}/deadlines.ics"),
        (Route(PageType.DATA, tag), f"{tag}/postings.json"),
        (Route(PageType.MANIFEST, tag), f"{tag}/manifest.webmanifest"),
        (Route(PageType.LISTING_INDEX, tag, "categories"), f"{tag}/categories/index.html"),
    ]
    lists = [
        (Route(PageType.HOME, tag), board.open, tag),
        (Route(PageType.ARCHIVE, tag), board.archive, f"{tag}/archive"),
    ]
    lists.append((Route(PageType.NEW, tag), board.newest, f"{tag}/new"))
    for each in board.listings:
        folder = f"{tag}/{each.kind}/{each.id}"
        lists.append((Route(PageType.LISTING, tag, each.kind, each.id), each.postings, folder))
        if each.kind in ("categories", "organizations"):
            found.append((Route(PageType.ATOM, tag, each.kind, each.id), f"{folder}/feed.xml"))
            found.append((Route(PageType.JSON_FEED, tag, each.kind, each.id), f"{folder}/feed.json"))
            found.append((Route(PageType.CALENDAR, tag, each.kind, each.id), f"{folder}/deadlines.ics"))
    for route, ids, folder in lists:
        pages = paginate(readable(board.postings, ids, tag, board.config.fallback), board.config.per_page)
        for number, _ in enumerate(pages, start=1):
            tail = "index.html" if number == 1 else f"page/{number}/index.html"
            found.append((route._replace(number=number), f"{folder}/{tail}"))
    for each in board.postings.values():
        if (own := each.edition(tag)) and each.id in board.shown:
            found.append((Route(PageType.POSTING, tag, id=each.id), f"{tag}/jobs/{own.slug}/index.html"))
            found.append((Route(PageType.CALENDAR, tag, "postings", each.id), f"{tag}/jobs/{own.slug}/deadline.ics"))
            for number, alias in enumerate(own.aliases, start=1):
                found.append(
                    (Route(PageType.REDIRECT, tag, "postings", each.id, number), f"{tag}/jobs/{alias}/index.html")
                )
    found += [
        (Route(PageType.NEWS, tag, id=n.id), f"{tag}/news/{n.id}/index.html")
        for n in board.content.news
        if n.edition(tag)
    ]
    found += [
        (Route(PageType.PAGE, tag, id=p.id), f"{tag}/{p.id}/index.html") for p in board.content.pages if p.edition(tag)
    ]
    return found


def desk_of(board: Site, language: str) -> Desk:
    """The desk of a language, with English interface words."""
    return desks(board.config, {})[language]
