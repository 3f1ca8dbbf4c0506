from __future__ import annotations

import json
import pickle
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from builders import config, content, edition, posting, term
from sites import everything, packaged_look

from jobglot.model import Body, Channel, ContentPage, NewsItem, Posting, plain
from jobglot.plan import OVERRIDABLE, WRITTEN_LAST, Plan, plan, produce
from jobglot.problem import Origin, Problem
from jobglot.relate import relate
from jobglot.render import TemplateFault
from jobglot.routes import PageType, Route
from jobglot.settings import Config, Security

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def job(id_: str, **facts: Any) -> Posting:
    return posting(id_, apply=(Channel(email="jobs@acme.example"),), **facts)


def planned(
    *postings: Posting, static: dict[str, bytes] | None = None, settings: Config | None = None, **held: Any
) -> tuple[Plan, list[Problem]]:
    """The plan of a small board with the packaged look and more static files."""
    look = packaged_look(("en", "fr"))
    look = replace(look, static={**look.static, **(static or {})})
    return plan(relate(content(*postings, **held), settings or config(), NOW), look)


def page(id_: str, slug: str, **changes: Any) -> ContentPage:
    origin = Origin(f"content/pages/{id_}.en.md", 1, 1)
    return ContentPage(id_, (edition("en", slug=slug, origin=origin, **changes),), origin)


def test_every_path_of_a_plan_can_be_produced() -> None:
    """And nothing else can."""
    made, problems = planned(job("cook", languages_of_editions=("en", "fr")))
    assert problems == []
    assert everything(made).keys() == made.routes.keys()
    with pytest.raises(KeyError):
        produce(made, "nothing.html")


def test_what_others_refer_to_is_written_first() -> None:
    """Static files, then pages, then lists, then what lists these; each by path."""
    made, _ = planned(job("cook"))
    ranks = [(WRITTEN_LAST.get(route.type, 0), path) for path, route in made.routes.items()]
    assert ranks == sorted(ranks)
    paths = list(made.routes)
    assert paths.index("en/jobs/cook/index.html") < paths.index("en/index.html") < paths.index("en/feed.xml")
    assert paths.index("en/feed.xml") < paths.index("sitemap.xml")


@pytest.mark.parametrize("slug", ["archive", "categories", "feed-xml"])
def test_a_page_cannot_take_the_address_of_another(slug: str) -> None:
    """A problem at its file; no problem where nothing is taken."""
    made, problems = planned(pages=(page("mine", slug),))
    if slug == "feed-xml":
        assert problems == []
        return
    (problem,) = problems
    assert (problem.origin.path, problem.code) == ("content/pages/mine.en.md", "address-taken")
    assert made.routes[f"en/{slug}/index.html"].type is not PageType.PAGE


@pytest.mark.parametrize(
    "name", ["index.html", "404.html", "en/feed.xml", "EN/index.html", "sitemap-1.xml", "SITEMAP.xml", "build.json"]
)
def test_a_static_file_cannot_take_a_page_s_address(name: str) -> None:
    """Told at the static file, whatever its capitals."""
    _, problems = planned(static={name: b"mine"})
    assert [(p.origin.path, p.code) for p in problems] == [(f"static/{name}", "address-taken")]


@pytest.mark.parametrize("name", ["en", "en/jobs", "en/categories/it", "fr/organizations/acme"])
def test_a_static_file_cannot_stand_where_a_folder_is_needed(name: str) -> None:
    """`en` is a folder of every board."""
    _, problems = planned(job("cook"), static={name: b"mine"})
    assert [(p.origin.path, p.code) for p in problems] == [(f"static/{name}", "address-taken")]


def test_a_file_cannot_go_where_a_page_s_file_is() -> None:
    """A static file below a file of the plan."""
    _, problems = planned(static={"robots.txt/x": b"mine"})
    assert [p.origin.path for p in problems] == ["static/robots.txt/x"]


def test_slugs_that_only_unicode_tells_apart_collide() -> None:
    """As some disks would have it."""
    _, problems = planned(pages=(page("a", "caf\u00e9"), page("b", "cafe\u0301")))
    assert [p.origin.path for p in problems] == ["content/pages/b.en.md"]


def test_two_terms_with_one_slug_collide() -> None:
    """Told once, at the second of them, though it has a page, feeds and a calendar in every language."""
    terms = {
        id_: term(id_, slug=plain("same"), origin=Origin("content/categories.yaml", at, 1))
        for at, id_ in enumerate(("one", "two"), start=1)
    }
    _, problems = planned(categories=terms)
    assert [(str(p.origin), p.code) for p in problems] == [("content/categories.yaml:2:1", "address-taken")]


@pytest.mark.parametrize("name", sorted(OVERRIDABLE))
def test_a_site_may_bring_its_own(name: str) -> None:
    """What is for hosts and crawlers gives way to a static file of the same name."""
    settings = config(security=Security("mailto:a@acme.example", "2030-01-01T00:00:00Z"))
    made, problems = planned(job("later", opens=date(2026, 3, 10)), static={name: b"mine"}, settings=settings)
    assert problems == []
    assert produce(made, name) == b"mine"


def test_what_a_site_tells_hosts_joins_what_we_tell_them() -> None:
    """A redirect of its own does not cost it those of its aliases, nor a header the others."""
    base = job("new")
    moved = replace(base, editions=(replace(base.editions[0], aliases=("old",)),))
    own = {"_redirects": b"/a /b 301\n", "_headers": b"/*\n  X-Own: 1\n"}
    made, problems = planned(moved, static=own)
    assert problems == []
    assert produce(made, "_redirects") == b"/a /b 301\n/en/jobs/old/ /en/jobs/new/ 301\n"
    assert produce(made, "_headers").endswith(b"\n\n/*\n  X-Own: 1\n")
    assert b"Content-Security-Policy" in produce(made, "_headers")


def test_what_will_collide_when_it_opens_is_a_warning_today() -> None:
    """The board is well until then, and its editor should hear of it before."""
    base = job("new", opens=date(2026, 3, 10))
    later = replace(base, editions=(replace(base.editions[0], aliases=("old",)),))
    _, problems = planned(job("old"), later)
    assert [(p.code, p.origin.path) for p in problems] == [("address-taken-later", "content/postings/new.en.md")]
    assert planned(job("old"), base)[1] == []


def test_an_error_is_not_told_again_as_a_warning() -> None:
    """When something else is scheduled besides."""
    item = NewsItem(
        "n", (edition("en", slug="n", origin=Origin("content/news/n.en.md", 1, 1)),), Origin("n"), date(2099, 1, 1)
    )
    _, problems = planned(job("later", opens=date(2026, 3, 10)), pages=(page("mine", "archive"),), news=(item,))
    assert [p.code for p in problems] == ["address-taken"]


def test_links_that_lead_nowhere_are_problems() -> None:
    """In any text, an organization's too."""
    origin = Origin("content/pages/mine.en.md", 5, 3)
    _, problems = planned(pages=(page("mine", "mine", body=Body(links=(("lost.en.md", origin),))),))
    assert [(p.origin, p.code) for p in problems] == [(origin, "link-broken")]


def test_an_incomplete_build_says_so() -> None:
    """In `build.json`, for whoever publishes it."""
    made, _ = planned()
    assert json.loads(produce(made, "build.json"))["complete"] is True
    assert json.loads(produce(replace(made, is_whole=False), "build.json"))["complete"] is False


def test_a_bad_template_is_a_fault_with_its_place() -> None:
    """Never an exception of Jinja's."""
    look = packaged_look(("en", "fr"))
    broken = replace(look, templates={**look.templates, "home.html": "\n{{ nothing.here }}"})
    made, problems = plan(relate(content(), config(), NOW), broken)
    assert problems == []
    with pytest.raises(TemplateFault) as raised:
        produce(made, "en/index.html")
    assert raised.value.problem.origin == Origin("templates/home.html", 2, 1)


def test_a_plan_does_not_depend_on_the_order_of_static_files() -> None:
    """Folders are listed in any order."""
    look = packaged_look(("en", "fr"))
    board = relate(content(job("cook")), config(), NOW)
    one, _ = plan(board, look)
    other, _ = plan(board, replace(look, static=dict(reversed(look.static.items()))))
    assert list(one.routes.items()) == list(other.routes.items())
    assert Route(PageType.STATIC, id="site.css") in one.press.links.paths


@pytest.mark.parametrize("is_whole", [True, False])
def test_a_plan_makes_the_same_files_in_another_process(is_whole: bool) -> None:
    """On the way it is what it follows from."""
    first, _ = planned(job("cook"), job("baker", title="Baker & sons"), static={"x.txt": b"x"})
    first = replace(first, is_whole=is_whole)
    again = pickle.loads(pickle.dumps(first))
    assert again.routes == first.routes
    assert {path: produce(again, path) for path in again.routes} == {
        path: produce(first, path) for path in first.routes
    }
