"""Sitemaps and robots.txt."""

from __future__ import annotations

from datetime import UTC, datetime
from xml.etree.ElementTree import Element, fromstring

import pytest
from boards import LANGUAGES, links_of, partly_translated, trilingual, with_settings
from builders import posting, standing

from jobglot import sitemap
from jobglot.model import State
from jobglot.routes import Links, PageType, Route
from jobglot.site import Site

S = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
X = "{http://www.w3.org/1999/xhtml}"


def urls(board: Site, links: Links, number: int = 1) -> dict[str, Element]:
    root = fromstring(sitemap.part(board, links, number))
    return {url.findtext(f"{S}loc") or "": url for url in root}


def test_alternates_are_reciprocal_and_listed_themselves() -> None:
    """Every address that a page names as its other language names it back, and is in the sitemap."""
    board = partly_translated()
    found = urls(board, links_of(board))
    sets = {loc: {(e.get("hreflang"), e.get("href")) for e in url.findall(f"{X}link")} for loc, url in found.items()}
    assert any(sets.values())
    for loc, alternates in sets.items():
        assert not alternates or loc in {href for _, href in alternates}
        for _, href in alternates:
            assert sets[href or ""] == alternates
    base = "https://jobs.example.org"
    analyst = {(tag, f"{base}/{tag}/jobs/analyst/") for tag in LANGUAGES}
    assert sets[f"{base}/fr/jobs/analyst/"] == {*analyst, ("x-default", f"{base}/en/jobs/analyst/")}
    assert sets[f"{base}/en/jobs/driver/"] == set()


def test_two_languages_are_enough_for_alternates() -> None:
    """Most boards have no more: both editions and the one for everybody else."""
    board = with_settings(trilingual(posting("a", languages_of_editions=("en", "fr"))), languages=("en", "fr"))
    base = "https://jobs.example.org"
    alternates = urls(board, links_of(board))[f"{base}/fr/jobs/a/"].findall(f"{X}link")
    assert [(each.get("hreflang"), each.get("href")) for each in alternates] == [
        ("en", f"{base}/en/jobs/a/"),
        ("fr", f"{base}/fr/jobs/a/"),
        ("x-default", f"{base}/en/jobs/a/"),
    ]


def test_every_language_and_page_type_is_listed_once() -> None:
    """And 404s and files are not."""
    board = partly_translated()
    links = links_of(board)
    found = list(urls(board, links))
    assert len(set(found)) == len(found)
    assert "https://jobs.example.org/" in found
    assert "https://jobs.example.org/en/jobs/analyst/" in found
    assert {loc.split("/")[3] for loc in found} == {"", *LANGUAGES}
    assert "https://jobs.example.org/en/search/" in found
    assert not [loc for loc in found if "404" in loc or not loc.endswith("/")]


def test_what_is_over_is_not_listed() -> None:
    """A closed page says noindex, whatever closed it."""
    jobs = [posting("open"), posting("closed"), posting("filled"), posting("withdrawn"), posting("soon")]
    states = [State.OPEN, State.CLOSED, State.FILLED, State.WITHDRAWN, State.CLOSING_SOON]
    board = trilingual(*jobs, standings={job.id: standing(job, state) for job, state in zip(jobs, states, strict=True)})
    listed = [loc for loc in urls(board, links_of(board)) if "/jobs/" in loc]
    assert listed == ["https://jobs.example.org/en/jobs/open/", "https://jobs.example.org/en/jobs/soon/"]


def test_lastmod_is_the_last_change_of_what_a_page_holds() -> None:
    """A posting's own, the last of a list's, the day of a news item; nothing where nobody knows."""
    early, late = (datetime(2026, 2, day, 12, tzinfo=UTC) for day in (5, 20))
    board = trilingual(
        posting("a", updated=early), posting("b", updated=late, categories=()), posting("c", updated=early)
    )
    found = urls(board, links_of(board))

    def lastmod(path: str) -> str | None:
        return found[f"https://jobs.example.org/{path}"].findtext(f"{S}lastmod")

    assert lastmod("en/jobs/a/") == "2026-02-05T12:00:00Z"
    assert lastmod("fr/") == "2026-02-20T12:00:00Z"
    assert lastmod("fr/categories/work/") == "2026-02-05T12:00:00Z"
    assert lastmod("fr/categories/empty/") is None
    assert lastmod("fr/news/fair/") == lastmod("fr/news/") == "2026-02-20"
    (part,) = fromstring(sitemap.index(board, links_of(board)))
    assert part.findtext(f"{S}lastmod") == "2026-02-20T12:00:00Z"
    assert lastmod("fr/about/") is None


def test_each_page_of_a_list_changes_with_what_it_shows() -> None:
    """A change on the second page is none of the first."""
    early, late = (datetime(2026, 2, day, 12, tzinfo=UTC) for day in (5, 20))
    board = with_settings(trilingual(posting("a", updated=early), posting("b", updated=late)), per_page=1)
    found = urls(board, links_of(board))
    dates = [found[f"https://jobs.example.org/en/{page}"].findtext(f"{S}lastmod") for page in ("", "page/2/")]
    assert dates == ["2026-02-05T12:00:00Z", "2026-02-20T12:00:00Z"]


def test_a_file_of_pages_without_dates_has_none_itself() -> None:
    """The index names it all the same."""
    board = trilingual()
    links = Links(board.config.base_url, {Route(PageType.SITEMAP, number=1): "sitemap-1.xml"})
    (part,) = fromstring(sitemap.index(board, links))
    assert [each.tag for each in part] == [f"{S}loc"]


def test_a_page_of_the_archive_changes_when_a_posting_ends() -> None:
    """Although nobody edited the posting."""
    job = posting("a")
    ended = datetime(2026, 3, 1, tzinfo=UTC)
    board = trilingual(job, standings={"a": standing(job, State.CLOSED, ended=ended)})
    found = urls(board, links_of(board))["https://jobs.example.org/en/archive/"]
    assert found.findtext(f"{S}lastmod") == "2026-03-01T00:00:00Z"


def test_a_large_board_gets_several_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each within both bounds, together holding every address once; the index names them all."""
    board = partly_translated()
    links = links_of(board)
    in_one = list(urls(board, links))
    monkeypatch.setattr(sitemap, "MAX_BYTES", 12_000)
    count = sitemap.part_count(board, links)
    assert count > 2
    numbers = range(1, count + 1)
    whole = Links(
        links.base_url, {**links.paths, **{Route(PageType.SITEMAP, number=n): f"sitemap-{n}.xml" for n in numbers}}
    )
    parts = [list(urls(board, whole, number)) for number in numbers]
    assert [loc for part in parts for loc in part] == in_one
    assert all(len(sitemap.part(board, whole, number)) < 12_000 for number in numbers)
    named = [e.findtext(f"{S}loc") for e in fromstring(sitemap.index(board, whole))]
    assert named == [f"https://jobs.example.org/sitemap-{number}.xml" for number in numbers]


def test_one_file_is_enough_for_forty_thousand_pages() -> None:
    """Splitting starts where it must, not before."""
    board = trilingual()
    paths = {Route(PageType.HOME, "en", number=n): f"en/page/{n}/index.html" for n in range(1, 40_001)}
    assert sitemap.part_count(board, Links(board.config.base_url, paths)) == 1
    paths |= {Route(PageType.HOME, "fr", number=n): f"fr/page/{n}/index.html" for n in range(1, 40_001)}
    assert sitemap.part_count(board, Links(board.config.base_url, paths)) == 2


def test_an_empty_board_has_an_empty_sitemap() -> None:
    """One file, well formed."""
    board = trilingual()
    assert urls(board, Links(board.config.base_url, {})) == {}
    assert sitemap.part_count(board, Links(board.config.base_url, {})) == 1


def test_robots_may_read_everything_and_are_told_where_the_sitemap_is() -> None:
    """Under a sub-path too."""
    links = Links("https://example.org/jobs/", {Route(PageType.SITEMAP_INDEX): "sitemap.xml"})
    assert sitemap.robots(links) == b"User-agent: *\nDisallow:\n\nSitemap: https://example.org/jobs/sitemap.xml\n"
