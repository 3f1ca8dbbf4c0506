from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from builders import config, content, edition, organization, posting, site, standing, term
from hypothesis import given
from hypothesis import strategies as st

from jobglot.addresses import (
    BOARD,
    absent,
    addresses,
    addresses_of,
    attachment_source,
    files_of,
    listing_slug,
    origin_of,
)
from jobglot.gate import flaw
from jobglot.listings import listings_of
from jobglot.model import (
    AttachmentRef,
    ContentPage,
    Deadline,
    DeadlineKind,
    EmploymentType,
    Localized,
    NewsItem,
    Posting,
    State,
)
from jobglot.problem import Origin
from jobglot.routes import PageType, Route, redirect_target, url_path
from jobglot.settings import OUTPUT_KINDS, Config, Fallback, Security
from jobglot.site import Site


def board(*postings: Posting, settings: Config | None = None, **changes: Any) -> Site:
    made = site(*postings, config=settings or config(), **changes)
    return replace(made, listings=listings_of(made.open, made.content, made.config.listings))


def paths(made: Site) -> dict[Route, str]:
    return dict(addresses(made))


def test_a_board_without_postings_has_its_pages_in_every_language() -> None:
    """And the files that machines look for."""
    found = set(paths(board()).values())
    assert {"index.html", "404.html", "sitemap.xml", "robots.txt", "_headers", "_redirects", "build.json"} <= found
    for tag in ("en", "fr"):
        names = ("index.html", "404.html", "archive/index.html", "feed.xml", "deadlines.ics", "manifest.webmanifest")
        assert {f"{tag}/{name}" for name in names} <= found


def test_words_of_addresses_are_the_config_s() -> None:
    """By language; the key itself where it says nothing."""
    job = posting(languages_of_editions=("en", "fr"))
    found = paths(board(job, settings=config(paths={"jobs": {"fr": "offres"}, "page": {"en": "p"}}, per_page=1)))
    assert found[Route(PageType.POSTING, "fr", id="data-engineer")] == "fr/offres/data-engineer/index.html"
    assert found[Route(PageType.POSTING, "en", id="data-engineer")] == "en/jobs/data-engineer/index.html"


def test_a_posting_has_pages_in_its_own_languages_and_only_while_it_is_shown() -> None:
    """With its files and its event."""
    job = posting(
        "cook",
        languages_of_editions=("fr",),
        attachments=(AttachmentRef("content/postings/menu.pdf"), AttachmentRef("content/postings/lost.pdf")),
    )
    held = content(job, files={"content/postings/menu.pdf": b"%PDF"})
    shown = board(job, content=held)
    own = sorted(path for path in paths(shown).values() if "/cook/" in path)
    assert own == ["fr/jobs/cook/deadline.ics", "fr/jobs/cook/index.html", "fr/jobs/cook/menu.pdf"]
    route = Route(PageType.ATTACHMENT, "fr", "postings", "cook/menu.pdf")
    assert attachment_source(shown, route) == "content/postings/menu.pdf"
    assert not [path for path in paths(replace(shown, shown=frozenset())).values() if "/cook/" in path]


def test_files_of_news_and_pages_lie_beside_them() -> None:
    """Each is its own, though one of another collection has the same name and id."""
    things: dict[str, Any] = {}
    for name, make in (("news", NewsItem), ("pages", ContentPage)):
        kept = {"attachments": (AttachmentRef(f"content/{name}/plan.pdf"),)}
        when = (date(2026, 1, 1),) if make is NewsItem else ()
        things[name] = (make("fair", (edition(slug="fair"),), Origin(name), *when, **kept),)
    made = board(
        content=content(files=dict.fromkeys(("content/news/plan.pdf", "content/pages/plan.pdf"), b"%PDF"), **things),
        news=("fair",),
    )
    found = {
        path: attachment_source(made, route) for route, path in addresses(made) if route.type is PageType.ATTACHMENT
    }
    assert found == {"en/news/fair/plan.pdf": "content/news/plan.pdf", "en/fair/plan.pdf": "content/pages/plan.pdf"}


def test_addresses_without_a_page_just_now_are_known() -> None:
    """Of what is not shown yet or no longer, with its files and its earlier addresses."""
    job = posting(
        "cook",
        editions=(edition(slug="night-cook", aliases=("cook-1",)),),
        attachments=(AttachmentRef("content/postings/menu.pdf"),),
    )
    made = board(job, content=content(job, files={"content/postings/menu.pdf": b"%PDF"}))
    assert Route(PageType.POSTING, "en", id="cook") not in absent(made).values()
    found = absent(replace(made, shown=frozenset()))
    assert found["en/jobs/night-cook/"] == Route(PageType.POSTING, "en", id="cook")
    assert {"en/jobs/night-cook/menu.pdf", "en/jobs/cook-1/"} <= set(found)


def test_addresses_of_things_are_those_they_have_on_a_board() -> None:
    """What was left out of a board because of errors may be linked to."""
    fair = NewsItem("fair", (edition(slug="fair"),), Origin("n"), date(2026, 1, 1))
    about = ContentPage("about", (edition("fr", slug="a-propos"),), Origin("p"))
    job = posting("cook", languages_of_editions=("en", "fr"), employment_type=(EmploymentType.FULL_TIME,))
    held = content(job, news=(fair,), pages=(about,))
    made = board(job, content=held)
    made = replace(made, news=("fair",))
    whole = {url_path(path): route for route, path in addresses(made)}
    some = addresses_of(held, made.config)
    assert {address for address, route in some.items() if whole.get(address) != route} == set()
    assert {"en/jobs/cook/", "en/news/fair/", "fr/a-propos/", "en/organizations/acme/"} <= set(some)
    assert "en/employment-types/full-time/" in some


def test_a_posting_without_a_deadline_has_no_event() -> None:
    """Nor has one that is closed: there is nothing to remember."""
    open_ended = posting("a", deadline=Deadline(DeadlineKind.OPEN))
    closed = posting("b")
    found = paths(board(open_ended, closed, standings={"b": standing(closed, State.CLOSED)}))
    assert not [path for path in found.values() if path.endswith("/deadline.ics")]


def test_earlier_addresses_lead_to_where_a_page_is_now() -> None:
    """A slug beside it, a whole path, a path that names its file."""
    base = posting("cook")
    job = replace(base, editions=(replace(base.editions[0], aliases=("chef", "/old/cook/", "/jobs/7.html", "/x")),))
    found = {route.number: path for route, path in addresses(board(job)) if route.type is PageType.REDIRECT}
    assert found == {
        1: "en/jobs/chef/index.html",
        2: "old/cook/index.html",
        3: "jobs/7.html",
        4: "x/index.html",
    }


def redirects(made: Site) -> dict[tuple[str, int], str]:
    """The paths of the redirects by language and number."""
    found = (pair for pair in addresses(made) if pair[0].type is PageType.REDIRECT)
    return {(route.language, route.number): path for route, path in found}


def test_earlier_addresses_of_a_term_lead_on_in_every_language() -> None:
    """A slug, unless a language has it still; a path in the language that it begins with, else in the first."""
    slug = Localized((("en", "it"), ("fr", "informatique")))
    it = term("it", slug=slug, aliases=("it", "ict", "/fr/metiers/it/", "/sector/7"))
    made = board(posting(), content=content(posting(), categories={"it": it}), settings=config(languages=("en", "fr")))
    assert redirects(made) == {
        ("en", 1): "en/categories/ict/index.html",
        ("en", 2): "sector/7/index.html",
        ("fr", 1): "fr/categories/it/index.html",
        ("fr", 2): "fr/categories/ict/index.html",
        ("fr", 3): "fr/metiers/it/index.html",
    }
    assert all(redirect_target(r).kind == "categories" for r, _ in addresses(made) if r.type is PageType.REDIRECT)


def test_earlier_addresses_of_an_organization_lead_on() -> None:
    """Slugs also in the languages in which it has the name of another; a path only in its own."""
    acme = organization()
    english = replace(acme.editions[0], aliases=("acme-1", "/employers/acme/"))
    acme = replace(acme, editions=(english,))
    held = content(posting(), organizations={"acme": acme})
    made = board(posting(), content=held, settings=config(languages=("en", "fr")))
    assert redirects(made) == {
        ("en", 1): "en/organizations/acme-1/index.html",
        ("en", 2): "employers/acme/index.html",
        ("fr", 1): "fr/organizations/acme-1/index.html",
    }
    assert {"en/organizations/acme-1/", "employers/acme/"} <= set(addresses_of(held, made.config))
    assert origin_of(Route(PageType.REDIRECT, "fr", "organizations", "acme", 1), made) == english.origin


def test_lists_have_as_many_pages_as_they_need() -> None:
    """Counting only what a reader of the language sees."""
    jobs = [posting(f"job-{n}", languages_of_editions=("en",) if n else ("fr",)) for n in range(5)]
    made = board(*jobs, settings=config(per_page=2, fallback=Fallback.HIDE, paths={"page": {"fr": "seite"}}))
    homes = {(r.language, r.number): p for r, p in addresses(made) if r.type is PageType.HOME}
    assert homes == {
        ("en", 1): "en/index.html",
        ("en", 2): "en/page/2/index.html",
        ("fr", 1): "fr/index.html",
    }


def test_an_index_of_many_names_has_several_addresses() -> None:
    """The first keeps its own."""
    held = content(organizations={id_: organization(id_) for id_ in (f"e{at}" for at in range(301))})
    settings = config(listings=("organizations",))
    made = site(content=held, config=settings, listings=listings_of((), held, settings.listings))
    pages = (Route(PageType.LISTING_INDEX, "en", "organizations", number=number) for number in (1, 2, 3))
    found = {route.number: paths(made)[route] for route in pages if route in paths(made)}
    assert found == {1: "en/organizations/index.html", 2: "en/organizations/page/2/index.html"}


def test_what_the_config_leaves_out_has_no_address() -> None:
    """Feeds, calendars, data, search, listings."""
    made = board(posting(), settings=config(outputs=(), listings=()))
    kept = {route.type for route in paths(made)}
    assert not kept & {
        PageType.ATOM,
        PageType.JSON_FEED,
        PageType.CALENDAR,
        PageType.DATA,
        PageType.SEARCH,
        PageType.LISTING,
        PageType.LISTING_INDEX,
        PageType.NEWS_INDEX,
        PageType.SECURITY,
    }
    secured = board(settings=config(security=Security("mailto:a@b.example", "2030-01-01T00:00:00Z")))
    assert paths(secured)[Route(PageType.SECURITY)] == ".well-known/security.txt"


def test_search_needs_the_data_it_searches() -> None:
    """Even where the data are not offered to others."""
    made = board(settings=config(outputs=("search",)))
    assert Route(PageType.DATA, "en") in paths(made)
    assert paths(made)[Route(PageType.DATA, "en", "words")] == "en/words.json"
    offered = board(settings=config(outputs=("data",)))
    assert Route(PageType.DATA, "en") in paths(offered)
    assert Route(PageType.DATA, "en", "words") not in paths(offered)


def test_a_listing_s_address_ends_in_its_slug() -> None:
    """A term's by language, an organization's from its edition, an employment type's with hyphens."""
    slug = Localized((("en", "computing"), ("fr", "informatique")))
    job = posting(employment_type=(EmploymentType.FULL_TIME,))
    made = board(job, content=content(job, categories={"it": term("it", slug=slug)}))
    assert listing_slug(made, "categories", "it", "fr") == "informatique"
    assert listing_slug(made, "places", "brussels", "fr") == "brussels"
    assert listing_slug(made, "organizations", "acme", "en") == "acme"
    assert listing_slug(made, "employment_types", "full_time", "en") == "full-time"
    assert paths(made)[Route(PageType.LISTING, "en", "categories", "it")] == "en/categories/computing/index.html"


def test_every_text_knows_its_page() -> None:
    """By the path of its file; also one that has none just now."""
    about = ContentPage(
        "about", (edition("en", slug="about", origin=Origin("content/pages/about.en.md")),), Origin("p")
    )
    fair = NewsItem("fair", (edition("fr", origin=Origin("content/news/fair.fr.md")),), Origin("n"), date(2099, 1, 1))
    job = posting("cook", draft=True)
    made = board(job, content=content(job, pages=(about,), news=(fair,)))
    assert files_of(replace(made, shown=frozenset()).content) == {
        "content/postings/cook.en.md": Route(PageType.POSTING, "en", id="cook"),
        "content/news/fair.fr.md": Route(PageType.NEWS, "fr", id="fair"),
        "content/pages/about.en.md": Route(PageType.PAGE, "en", id="about"),
        "content/organizations/acme.en.md": Route(PageType.LISTING, "en", "organizations", "acme"),
        "content/organizations/acme.fr.md": Route(PageType.LISTING, "fr", "organizations", "acme"),
    }


def test_a_page_comes_from_its_own_file() -> None:
    """Things of two collections may have one id."""
    job = posting("acme")
    page = ContentPage("acme", (edition("en", origin=Origin("content/pages/acme.en.md")),), Origin("p"))
    made = board(job, content=content(job, pages=(page,), organizations={"acme": organization()}))
    expected = {
        Route(PageType.POSTING, "en", id="acme"): "content/postings/acme.en.md",
        Route(PageType.REDIRECT, "en", "postings", "acme", 2): "content/postings/acme.en.md",
        Route(PageType.CALENDAR, "en", "postings", "acme"): "content/postings/acme.en.md",
        Route(PageType.ATTACHMENT, "en", "pages", "acme/a.pdf"): "content/pages/acme.en.md",
        Route(PageType.PAGE, "en", id="acme"): "content/pages/acme.en.md",
        Route(PageType.LISTING, "fr", "organizations", "acme", 3): "content/organizations/acme.fr.md",
        Route(PageType.LISTING, "fr", "categories", "it"): "content/categories.yaml",
        Route(PageType.STATIC, id="a/b.css"): "static/a/b.css",
    }
    assert {route: origin_of(route, made).path for route in expected} == expected
    assert origin_of(Route(PageType.HOME, "en"), made) == BOARD


@given(
    st.lists(st.sampled_from([("en",), ("fr",), ("en", "fr")]), max_size=5),
    st.integers(1, 3),
    st.sampled_from(Fallback),
    st.sets(st.sampled_from(OUTPUT_KINDS)),
)
def test_no_two_pages_of_any_board_share_a_path(
    languages: list[tuple[str, ...]], per_page: int, fallback: Fallback, outputs: set[str]
) -> None:
    """And every path is one that every disk can hold."""
    jobs = [posting(f"job-{n}", languages_of_editions=tags) for n, tags in enumerate(languages)]
    found = list(
        addresses(board(*jobs, settings=config(per_page=per_page, fallback=fallback, outputs=tuple(sorted(outputs)))))
    )
    assert len({path for _, path in found}) == len({route for route, _ in found}) == len(found)
    assert not [path for _, path in found if flaw(path)]
