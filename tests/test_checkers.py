"""What others' checkers say of the finished boards: the demo, and one with names and texts that nobody should write."""

from __future__ import annotations

import json
import subprocess
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import feedparser
import icalendar
import pytest
from support import ROOT, Board, node_module, program, run
from support_links import broken, read

BOARDS = ("demo", "rough")


@pytest.fixture(params=BOARDS)
def board(request: pytest.FixtureRequest) -> Board:
    """Both boards, one after the other."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Board)
    return found


@pytest.mark.checker
def test_the_w3c_checker_finds_no_error(board: Board) -> None:
    """Whatever titles, names and bodies hold: every page is valid HTML, with a sound outline of headings."""
    java, jar = program("checker", "java"), node_module("vnu-jar/build/dist/vnu.jar")
    done = run(java, "-Xss4m", "-jar", jar, "--errors-only", "--format", "gnu", "--skip-non-html", str(board.folder))
    assert done.stderr + done.stdout == ""
    assert done.returncode == 0


@pytest.mark.checker
def test_the_w3c_checker_finds_no_error_in_style_sheets_and_pictures(demo: Board) -> None:
    """Our own static files are valid CSS and SVG."""
    java, jar = program("checker", "java"), node_module("vnu-jar/build/dist/vnu.jar")
    for choice, pattern in (("--skip-non-css", "*.css"), ("--skip-non-svg", "*.svg")):
        files = sorted(str(path) for path in (ROOT / "static").rglob(pattern))
        assert files
        done = run(java, "-jar", jar, "--errors-only", "--format", "gnu", choice, *files)
        assert done.stderr + done.stdout == ""


@pytest.mark.checker
def test_html_validate_finds_no_error(board: Board) -> None:
    """Its standard rules hold, none of them turned off."""
    node, script = program("checker", "node"), node_module("html-validate/bin/html-validate.mjs")
    pages = [str(page) for page in board.pages()]
    done = run(node, script, "--preset", "standard", "--formatter", "text", *pages)
    assert done.stdout + done.stderr == ""
    assert done.returncode == 0


@pytest.mark.checker
def test_structured_data_follow_googles_rules_for_jobs(board: Board) -> None:
    """Each open posting that says where the work is tells search engines so in each of its languages, without error."""
    node = program("checker", "node")
    node_module("@adobe/structured-data-validator/package.json")
    node_module("@marbec/web-auto-extractor/package.json")
    pages = [str(page) for page in board.pages()]
    done = subprocess.run(
        [node, str(ROOT / "tests" / "structured_data.mjs")],
        input="\n".join(pages),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    results = json.loads(done.stdout)
    assert [each for each in results if any(issue["severity"] == "ERROR" for issue in each["issues"])] == []
    described = {each["file"] for each in results if "JobPosting" in each["types"]}
    languages = sorted(path.name for path in board.folder.iterdir() if (path / "postings.json").exists())
    own = [
        str(board.folder / unquote(urlsplit(str(job["url"])).path).removeprefix(board.prefix) / "index.html")
        for language in languages
        for job in board.postings(language)
        if job["language"] == language and (job.get("places") or job["remote"] == "full")
    ]
    assert own
    assert described == set(own)


def test_every_link_inside_the_board_leads_somewhere(board: Board) -> None:
    """To a file, and where it has a fragment, to an element of that page; whatever path the board lives under."""
    assert broken(board, read(board)) == []


def test_alternates_name_each_other(board: Board) -> None:
    """If a page names another as its edition in a language, that one names it back, and each names itself."""
    pages = {page.canonical: page for page in read(board).values() if page.alternates}
    assert pages
    for address, page in pages.items():
        assert address in page.alternates.values()
        for other in page.alternates.values():
            assert pages[other].alternates == page.alternates


def test_feeds_are_accepted(board: Board) -> None:
    """An XML parser and feedparser read every Atom feed, and a JSON parser every JSON feed, entries and all."""
    feeds = sorted(board.folder.rglob("feed.xml"))
    assert feeds
    for path in feeds:
        parsed = feedparser.parse(path.read_bytes())
        assert not parsed.bozo, (path, parsed.get("bozo_exception"))
        assert parsed.version == "atom10"
        assert all(entry.id and entry.link and entry.updated_parsed for entry in parsed.entries)
        told = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        assert [item["id"] for item in told["items"]] == [entry.id for entry in parsed.entries]


def test_calendars_are_accepted(board: Board) -> None:
    """icalendar reads every calendar; lines are at most 75 bytes long and end as RFC 5545 asks."""
    calendars = sorted(board.folder.rglob("*.ics"))
    assert calendars
    for path in calendars:
        content = path.read_bytes()
        calendar = icalendar.Calendar.from_ical(content)
        assert not calendar.errors
        assert all(event["UID"] and event["DTSTAMP"] and not event.errors for event in calendar.walk("VEVENT"))
        assert all(len(line) <= 75 for line in content.split(b"\r\n"))
        assert b"\n" not in content.replace(b"\r\n", b"")


def test_sitemaps_list_every_page_that_may_be_indexed(board: Board) -> None:
    """Their addresses are those of the files, and the pages say the same address of themselves."""
    told = {
        unquote(urlsplit(str(each.text)).path)
        for path in board.folder.glob("sitemap-*.xml")
        for each in ET.parse(path).iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    }
    meant = set()
    for file in board.pages():
        text = file.read_text(encoding="utf-8")
        if 'name="robots" content="noindex"' not in text and file.name == "index.html":
            meant.add(board.address(file))
    assert told == meant
