"""The repository's own site: complete, whole and self-contained at any time, in every language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

import feedparser
import pytest
from icalendar import Calendar
from sites import ROOT, everything

from jobglot.load import load
from jobglot.model import ContractKind, DeadlineKind, EmploymentType, Remote, State
from jobglot.pipeline import Examined, examined
from jobglot.routes import PageType

NOWS = ("2025-06-01", "2026-12-01", "2027-01-15", "2030-03-01", "2040-01-01")
"""Before most of the demo began; while it is alive; long after it is over."""

ORIGIN = "https://jobs.example.org"


@cache
def loaded() -> object:
    found, problems = load(ROOT)
    assert found is not None, problems
    return found


@cache
def site(now: str) -> Examined:
    """The demo as of a day."""
    return examined(loaded(), datetime.fromisoformat(now).replace(hour=9, tzinfo=UTC))  # type: ignore[arg-type]


@cache
def files(now: str) -> Mapping[str, bytes]:
    """Every byte of it."""
    plan = site(now).plan
    assert plan is not None
    return everything(plan)


@dataclass
class Page(HTMLParser):
    """What a browser would fetch, follow and scroll to."""

    loads: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    alternates: dict[str, str] = field(default_factory=dict)
    canonical: str = ""
    words: list[str] = field(default_factory=list)
    _inside: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        relation = given.get("rel", "").split()
        self.ids |= {given["id"]} if "id" in given else set()
        if tag == "link" and "hreflang" in given and "type" not in given:
            self.alternates[given["hreflang"]] = given["href"]
        elif tag == "link" and "canonical" in relation:
            self.canonical = given["href"]
        elif tag == "link" and not {"alternate", "prev", "next"} & set(relation):
            self.loads.append(given["href"])
        elif tag in ("a", "link"):
            self.links += [given["href"]] if "href" in given else []
        self.loads += [
            given[name] for name in ("src", "srcset", "poster", "action", "data", "formaction") if name in given
        ]
        self.loads += re.findall(r"url\(\s*['\"]?([^'\")]+)", given.get("style", ""))
        if given.get("http-equiv", "").lower() == "refresh":
            self.links.append(given["content"].partition("url=")[2])
        if tag in ("script", "style", "title"):
            self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._inside and self._inside[-1] == tag:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        if not self._inside:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


@cache
def pages(now: str) -> Mapping[str, Page]:
    """Every page by its path."""
    found = {}
    for path, data in files(now).items():
        if path.endswith(".html"):
            found[path] = page = Page()
            page.feed(data.decode())
            page.close()
    return found


def address(path: str) -> str:
    return f"{ORIGIN}/{path.removesuffix('index.html')}"


def file_at(url: str, now: str) -> str | None:
    """The file that a host would send for an address of the site."""
    path = unquote(urlsplit(url).path)[1:]
    path = f"{path}index.html" if not path or path.endswith("/") else path
    return path if path in files(now) else None


def leads_nowhere(url: str, now: str) -> bool:
    """Whether an address of the site has no file, or no element of the page for its fragment."""
    parts = urlsplit(url)
    if f"{parts.scheme}://{parts.netloc}" != ORIGIN:
        return False
    file = file_at(url, now)
    if file is None:
        return True
    return bool(parts.fragment) and unquote(parts.fragment) not in pages(now)[file].ids


at_any_time = pytest.mark.parametrize("now", NOWS)


@at_any_time
def test_it_builds_without_a_problem(now: str) -> None:
    """Not even a warning, but for what git cannot tell in a clone that is not whole."""
    assert [p for p in site(now).problems if not p.code.startswith("git-")] == []


@at_any_time
def test_every_path_of_the_plan_is_made_in_every_language(now: str) -> None:
    """And names its own language."""
    plan = site(now).plan
    assert plan is not None
    assert files(now).keys() == plan.routes.keys()
    for path, route in plan.routes.items():
        if path.endswith(".html") and route.language:
            assert f'<html lang="{route.language}"'.encode() in files(now)[path], path


@at_any_time
def test_no_page_asks_anything_of_another_site(now: str) -> None:
    """Style sheets, scripts, pictures, frames, forms: all are the board's own. Plain links may lead anywhere."""
    for path, page in pages(now).items():
        for url in page.loads:
            target = urlsplit(urljoin(address(path), url))
            assert target.netloc in ("jobs.example.org", "") or target.scheme in ("data", "mailto"), (path, url)
            assert target.scheme != "https" or file_at(target.geturl(), now), (path, url)
    for path, data in files(now).items():
        if path.endswith((".css", ".svg", ".js")):
            text = data.decode()
            assert not re.search(r"(?:url\(|@import|(?:href|src)=|fetch\(|import\()\s*[\"']?(?:https?:)?//", text), path


@at_any_time
def test_every_link_and_fragment_leads_somewhere(now: str) -> None:
    """On pages, over redirects, in feeds, sitemaps and calendars."""
    broken = [
        (path, url)
        for path, page in pages(now).items()
        for url in page.links
        if leads_nowhere(urljoin(address(path), url), now)
    ]
    broken += [(path, url) for path, url in machine_links(now) if leads_nowhere(url, now)]
    assert broken == []
    assert len(list(machine_links(now))) > 50


def machine_links(now: str) -> Iterator[tuple[str, str]]:
    """The addresses that feeds, sitemaps, calendars, redirects and structured data name."""
    for path, data in files(now).items():
        text = data.decode() if not path.endswith((".pdf", ".png")) else ""
        if path.endswith((".xml", ".ics", ".json", ".webmanifest", ".txt")):
            # Folded lines of calendars; and what addresses of jobs begin with, which is no address by itself.
            unfolded = re.sub(r'"jobs":"[^"]*"', "", text.replace("\r\n ", ""))
            for url in re.findall(r"https://jobs\.example\.org[^\s\"'<>\\]*", unfolded):
                yield path, url.replace("&amp;", "&").rstrip(";,)")
        elif path == "_redirects":
            for line in text.splitlines():
                source, target, _ = line.split()
                yield from ((path, ORIGIN + source), (path, ORIGIN + target))


@at_any_time
def test_alternates_name_each_other(now: str) -> None:
    """And themselves, by their canonical addresses; a page in one language only has none."""
    for path, page in pages(now).items():
        if not page.alternates:
            continue
        assert page.canonical in page.alternates.values(), path
        for tag, url in page.alternates.items():
            other = pages(now)[file_at(url, now) or ""]
            assert other.alternates == page.alternates, (path, tag)
            if tag != "x-default":
                assert other.canonical == url, (path, tag)


@at_any_time
def test_no_page_needs_script(now: str) -> None:
    """What a page is about is in its HTML; search says what to do without."""
    plan = site(now).plan
    assert plan is not None
    for path, route in plan.routes.items():
        if route.type is PageType.POSTING:
            edition = plan.site.postings[route.id].edition(route.language)
            assert edition is not None
            page = pages(now)[path]
            assert " ".join(edition.title.split()) in page.text, path
            first_line = edition.body.text.partition("\n")[0]
            assert " ".join(first_line.split()) in page.text, path
        elif path.endswith(".html"):
            assert len(pages(now)[path].text) > 20, path


@at_any_time
def test_machines_can_read_everything(now: str) -> None:
    """XML parses, feeds are accepted without a murmur, calendars hold events, JSON is JSON."""
    for path, data in files(now).items():
        if path.endswith((".xml", ".svg")):
            ET.fromstring(data)
        if path.endswith("feed.xml"):
            assert feedparser.parse(data).bozo == 0, path
        if path.endswith(".ics"):
            Calendar.from_ical(data)
        if path.endswith((".json", ".webmanifest")):
            json.loads(data)


def test_every_state_is_to_be_seen() -> None:
    """Also drafts and scheduled postings, which are there to be opened by their editors."""
    plan = site("2027-01-15").plan
    assert plan is not None
    found = {standing.state for standing in plan.site.standings.values()}
    later = site("2026-12-01").plan
    assert later is not None
    found |= {standing.state for standing in later.site.standings.values()}
    assert found == set(State)


def test_every_field_and_fallback_is_to_be_seen() -> None:
    """The demo is the first thing that an editor copies from."""
    plan = site("2026-12-01").plan
    assert plan is not None
    board = plan.site
    open_ones = [board.postings[id_] for id_ in board.open]
    assert len(open_ones) >= 16
    facts = (
        *("department", "locations", "applicant_countries", "categories", "industry", "employment_type", "contract"),
        *("minutes_per_week", "leave_days", "salary", "opens", "starts", "updated", "renewed", "timezone"),
        *(
            "max_applications",
            "filled",
            "withdrawn",
            "apply",
            "documents",
            "contact",
            "reference",
            "positions",
            "grade",
        ),
        *(
            "clearance",
            "languages",
            "experience",
            "education",
            "eligibility",
            "criteria",
            "more",
            "notice",
            "source",
            "featured",
        ),
        *("attachments", "employer", "organization", "draft"),
    )
    missing = [fact for fact in facts if not any(getattr(posting, fact) for posting in board.postings.values())]
    assert missing == []
    salaries = [posting.salary for posting in open_ones]
    pay = [salary for salary in salaries if salary]
    assert None in salaries
    assert any(s.minimum is None for s in pay), "up to"
    assert any(s.maximum is None for s in pay), "from"
    assert any(s.minimum and s.maximum and s.minimum < s.maximum for s in pay), "a range"
    assert any(s.minimum is not None and s.minimum == s.maximum for s in pay), "one figure"
    assert {"hour", "month", "year"} <= {s.per.value for s in pay}
    everyone = board.postings.values()
    assert {posting.remote for posting in everyone} == set(Remote)
    assert {posting.deadline.kind for posting in everyone} == set(DeadlineKind)
    assert {kind for posting in everyone for kind in posting.employment_type} >= set(EmploymentType) - {
        EmploymentType.OTHER,
        EmploymentType.PER_DIEM,
    }
    assert {p.contract.kind for p in everyone if p.contract} >= set(ContractKind) - {ContractKind.OTHER}
    assert any(len(posting.locations) > 1 for posting in open_ones)
    assert any(len({c.audience for c in posting.apply}) > 1 for posting in open_ones), "channels by audience"
    assert {tuple(e.language for e in p.editions) for p in open_ones} == {("en",), ("fr",), ("en", "fr")}
    assert any(len(edition.title) > 70 for posting in open_ones for edition in posting.editions)
    assert max(board.standings[posting.id].closes.year for posting in open_ones) >= 2030, "alive for years"
