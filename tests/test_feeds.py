"""Atom, read back by feedparser and an XML parser, and JSON Feed."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from xml.etree.ElementTree import fromstring

import feedparser
import pytest
from boards import HOSTILE, LANGUAGES, desk_of, links_of, partly_translated, trilingual, with_settings
from builders import edition, posting, standing

from jobglot.feeds import atom, json_feed
from jobglot.model import Body, Employer, Location, State, plain
from jobglot.settings import Fallback
from jobglot.site import Site

A = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
TOPICS = [("", ""), ("categories", "it"), ("categories", "empty"), ("organizations", "acme")]


def read_atom(board: Site, language: str = "en", kind: str = "", id_: str = "") -> Any:
    """The feed, of which feedparser has nothing to complain."""
    found = feedparser.parse(atom(board, links_of(board), desk_of(board, language), kind, id_))
    assert not found.bozo, found.get("bozo_exception")
    return found


def read_json(board: Site, language: str = "en", kind: str = "", id_: str = "") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json_feed(board, links_of(board), desk_of(board, language), kind, id_))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("kind", "id_"), TOPICS)
def test_a_feed_names_itself_and_its_page(language: str, kind: str, id_: str) -> None:
    """In every language, for every topic, empty ones included."""
    board = partly_translated()
    feed = read_atom(board, language, kind, id_).feed
    folder = f"https://jobs.example.org/{language}/" + (f"{kind}/{id_}/" if kind else "")
    hrefs = {link.rel: link.href for link in feed.links}
    assert hrefs == {"self": f"{folder}feed.xml", "alternate": folder}
    assert feed.language == language
    assert feed.id.startswith("urn:uuid:")
    same = read_json(board, language, kind, id_)
    assert (same["feed_url"], same["home_page_url"]) == (f"{folder}feed.json", folder)
    assert same["version"] == "https://jsonfeed.org/version/1.1"
    assert same["title"] == feed.title


def test_a_feed_has_what_rfc_4287_requires() -> None:
    """Every feed and entry: one id, title and updated; ids are unique."""
    board = partly_translated()
    root = fromstring(atom(board, links_of(board), desk_of(board, "fr"), "", ""))
    entries = root.findall(f"{A}entry")
    assert len(entries) == 4
    for element in (root, *entries):
        for name in ("id", "title", "updated"):
            (found,) = element.findall(f"{A}{name}")
            assert found.text
        assert element.find(f"{A}author/{A}name") is not None
    assert len({entry.findtext(f"{A}id") for entry in entries}) == 4


def test_an_entry_tells_employer_place_and_deadline_in_the_readers_language() -> None:
    """Although the posting is in another, which is marked."""
    board = partly_translated()
    root = fromstring(atom(board, links_of(board), desk_of(board, "fr"), "", ""))
    entries = {(e.find(f"{A}link").get("href") or ""): e for e in root.findall(f"{A}entry")}  # type: ignore[union-attr]
    foreign = entries["https://jobs.example.org/en/jobs/driver/"]
    own = entries["https://jobs.example.org/fr/jobs/analyst/"]
    assert (foreign.get(LANG), own.get(LANG)) == ("en", None)
    summary = foreign.find(f"{A}summary")
    assert summary is not None
    assert summary.get(LANG) == "fr"
    assert summary.text == "ACMÉ · Bruxelles, Belgique · Deadline: 1er avril 2026, 16:05 (Bruxelles time)"
    until_filled = entries["https://jobs.example.org/fr/jobs/baker/"].findtext(f"{A}summary") or ""
    assert until_filled.endswith("Deadline: until filled · shown here until 31 décembre 2026")
    content = foreign.findtext(f"{A}content") or ""
    assert '<p lang="fr" dir="ltr">ACMÉ' in content
    assert '<div lang="en" dir="ltr">' in content
    assert [(c.get("term"), c.get("label")) for c in own.findall(f"{A}category")] == [("it", "Informatique")]


def test_an_entry_is_html_in_its_language_by_its_employer() -> None:
    """Readers show what is not said to be HTML with its tags; a summary of the editor's comes before the facts."""
    said = edition("en", slug="a", summary="In her own words.")
    board = trilingual(posting("a", editions=(said, replace(said, language="fr"))))
    (entry,) = fromstring(atom(board, links_of(board), desk_of(board, "fr"), "", "")).findall(f"{A}entry")
    page, content = entry.find(f"{A}link"), entry.find(f"{A}content")
    assert page is not None
    assert (page.get("rel"), page.get("type"), page.get("hreflang")) == ("alternate", "text/html", "fr")
    assert content is not None
    assert content.get("type") == "html"
    assert entry.findtext(f"{A}author/{A}uri") == "https://acme.example/"
    summary = "In her own words.\nACMÉ · Deadline: 31 mars 2026"
    assert entry.findtext(f"{A}summary") == summary
    (item,) = read_json(board, "fr")["items"]
    assert item["summary"] == summary
    assert item["authors"] == [{"name": "ACMÉ", "url": "https://acme.example/"}]
    assert read_json(board, "ar")["items"][0]["summary"] == "أكمي · Deadline: 31 مارس 2026"


def test_the_text_of_an_entry_begins_with_its_summary() -> None:
    """Where there is one: an empty paragraph would show as a gap."""
    said = edition("en", slug="a", summary="Fish & chips.")
    texts = {
        job.id: read_json(trilingual(job))["items"][0]["content_html"]
        for job in (posting("a", editions=(said,)), posting("b"))
    }
    assert '<div lang="en" dir="ltr"><p>Fish &amp; chips.</p><p>Build' in texts["a"]
    assert '<div lang="en" dir="ltr"><p>Build' in texts["b"]


def test_an_employer_without_a_page_has_the_address_of_its_own() -> None:
    """Or none, and then no empty element either, which would be no address (RFC 4287, section 3.2.2)."""
    for url in ("https://c.example/", ""):
        board = trilingual(posting("a", organization="", employer=Employer(plain("Customs"), url)))
        (entry,) = fromstring(atom(board, links_of(board), desk_of(board, "en"), "", "")).findall(f"{A}entry")
        assert [uri.text for uri in entry.findall(f"{A}author/{A}uri")] == ([url] if url else [])
        (item,) = read_json(board)["items"]
        assert item["authors"] == [{"name": "Customs", **({"url": url} if url else {})}]


def test_a_feed_says_what_the_board_is() -> None:
    """By the line below its name, where it has one."""
    board = with_settings(trilingual(), tagline=plain("Jobs at sea"))
    assert read_atom(board).feed.subtitle == read_json(board)["description"] == "Jobs at sea"
    assert "description" not in read_json(trilingual())


def test_both_formats_say_the_same() -> None:
    """Item by item."""
    board = partly_translated()
    entries, items = read_atom(board, "ar").entries, read_json(board, "ar")["items"]
    assert [(e.id, e.link, e.title, e.updated, e.published, e.author) for e in entries] == [
        (i["id"], i["url"], i["title"], i["date_modified"], i["date_published"], i["authors"][0]["name"]) for i in items
    ]
    assert [i["language"] for i in items] == ["ar", "fr", "ar", "en"]
    assert items[0]["_jobglot"] == {"deadline": "date", "closes": "2026-03-31T22:00:00Z", "last_day": "2026-03-31"}


def test_the_newest_come_first_and_not_too_many() -> None:
    """At most `feed_items`, in the order of the site's newest."""
    jobs = [posting(f"p{day}", posted=date(2026, 2, day)) for day in range(1, 9)]
    board = replace(trilingual(*jobs), newest=tuple(job.id for job in reversed(jobs)))
    found = read_json(with_settings(board, feed_items=3))["items"]
    assert [item["url"].split("/")[-2] for item in found] == ["p8", "p7", "p6"]


def test_a_posting_is_published_on_the_day_from_which_it_is_shown() -> None:
    """Feed readers put an entry where its date says: one of three weeks ago would never be seen."""
    jobs = [posting("a", opens=date(2026, 2, 10)), posting("b", opens=date(2026, 1, 10))]
    board = trilingual(*jobs)
    found = read_json(board)["items"]
    assert {item["url"].split("/")[-2]: item["date_published"] for item in found} == {
        "a": "2026-02-10T00:00:00+01:00",
        "b": "2026-02-01T00:00:00+01:00",
    }
    assert [entry.published for entry in read_atom(board).entries] == [item["date_published"] for item in found]


def test_only_open_and_readable_postings_are_in_a_feed() -> None:
    """What closed leaves; what is not translated is left out where the config says so."""
    job = posting("over")
    assert read_json(trilingual(job, standings={"over": standing(job, State.CLOSED)}))["items"] == []
    hiding = with_settings(partly_translated(), fallback=Fallback.HIDE)
    assert [item["language"] for item in read_json(hiding, "ar")["items"]] == ["ar", "ar"]


def test_ids_outlive_edits() -> None:
    """A new title, slug, deadline or date of change is the same entry; another language is another."""
    before = posting("a", languages_of_editions=("en", "fr"))
    editions = tuple(replace(each, slug="other", title="Other") for each in before.editions)
    after = replace(before, editions=editions, updated=datetime(2026, 2, 20, tzinfo=UTC), posted=date(2026, 2, 3))

    def ids(job: Any, language: str) -> str:
        return str(read_json(trilingual(job), language)["items"][0]["id"])

    assert ids(before, "en") == ids(after, "en")
    assert ids(before, "en") != ids(before, "fr")
    assert ids(before, "ar") == ids(before, "en")


def test_updated_comes_from_the_content() -> None:
    """The last change of an item; for an empty feed the last change of the board; never the clock."""
    jobs = [posting("a", updated=datetime(2026, 2, 10, 8, tzinfo=UTC)), posting("b")]
    assert read_atom(trilingual(*jobs)).feed.updated == "2026-02-10T08:00:00+00:00"
    assert read_atom(trilingual()).feed.updated == "2020-01-01T00:00:00+00:00"
    since = replace(trilingual(), valid_from=datetime(2026, 1, 5, 7, tzinfo=UTC))
    assert read_atom(since).feed.updated == "2026-01-05T07:00:00+00:00"


def test_a_posting_that_has_just_appeared_makes_the_feed_new() -> None:
    """Although it was written long before."""
    job = posting("a", updated=datetime(2026, 1, 1, tzinfo=UTC), opens=date(2026, 2, 15))
    found = read_atom(trilingual(job))
    assert found.entries[0].updated == "2026-01-01T00:00:00+00:00"
    assert found.feed.updated == "2026-02-15T00:00:00+01:00"


def test_nothing_depends_on_the_time_of_the_build() -> None:
    """The same content a year later, as long as no state changed, is the same feed."""
    board = partly_translated()
    later = replace(board, now=board.now + timedelta(days=400))
    for make in (atom, json_feed):
        one, two = (make(each, links_of(each), desk_of(each, "fr"), "", "") for each in (board, later))
        assert one == two


def test_addresses_in_bodies_are_whole() -> None:
    """A feed is read far from its page."""
    body = Body(html='<h2 id="c-tasks">Tasks</h2><p><a href="#c-tasks">see</a></p>', text="x", anchors=("c-tasks",))
    board = trilingual(posting("a", editions=(edition("en", slug="a", body=body),)))
    (item,) = read_json(board)["items"]
    assert re.findall('href="([^"]*)"', item["content_html"]) == ["https://jobs.example.org/en/jobs/a/#c-tasks"]


def test_hostile_texts_break_nothing() -> None:
    """Titles, names and summaries are text, whatever they hold; control characters go."""
    job = posting(
        "a",
        editions=(edition("en", title=HOSTILE, summary=HOSTILE),),
        organization="",
        employer=Employer(plain(HOSTILE)),
        locations=(Location(city=plain(HOSTILE)),),
    )
    board = with_settings(trilingual(job), name=plain(HOSTILE), tagline=plain(HOSTILE))
    clean = HOSTILE.replace("\x07", "")
    for language in LANGUAGES:
        assert read_json(board, language)["items"][0]["title"] == clean
        root = fromstring(atom(board, links_of(board), desk_of(board, language), "", ""))
        assert root.findtext(f"{A}title") == clean
        assert root.findtext(f"{A}entry/{A}title") == clean
        assert "<script" not in (root.findtext(f"{A}entry/{A}content") or "")
        read_atom(board, language)
