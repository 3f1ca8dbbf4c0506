"""Whole boards for tests of what machines read: three languages, partly translated, with the paths of every page."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from builders import config, content, edition, organization, posting, site, term

from jobglot.addresses import addresses
from jobglot.desk import Desk, desks
from jobglot.listings import listings_of
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
        news=(
            NewsItem("fair", (edition("fr", slug="fair"), edition("ar", slug="fair")), Origin("n"), date(2026, 2, 20)),
        ),
        pages=(ContentPage("about", (edition("en", slug="about"), edition("fr", slug="about")), Origin("p")),),
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
    """Addresses of the pages of a board; `more` are static files: id to path."""
    paths = {**dict(addresses(board)), Route(PageType.SITEMAP, number=1): "sitemap-1.xml"}
    paths |= {Route(PageType.STATIC, id=id_): path for id_, path in more.items()}
    return Links(board.config.base_url, paths)


def desk_of(board: Site, language: str) -> Desk:
    """The desk of a language, with English interface words."""
    return desks(board.config, {})[language]
