"""Headers, redirects and other files for hosts and browsers."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

from boards import desk_of, links_of, partly_translated, trilingual, with_settings
from builders import edition, posting

from jobglot import hosting
from jobglot.model import plain
from jobglot.routes import Links, PageType, Route
from jobglot.settings import Security


def rules(links: Links) -> dict[str, dict[str, str]]:
    blocks = hosting.headers(links).decode().strip().split("\n\n")
    return {
        block.split("\n")[0]: dict(line.strip().split(": ", 1) for line in block.split("\n")[1:]) for block in blocks
    }


def test_no_header_is_set_twice_for_an_address() -> None:
    """Hosts would join the values: what one rule for all sets, no other sets."""
    board = partly_translated()
    found = rules(links_of(board, **{"site.css": "static/site.1a2b3c4d.css", "logo.svg": "static/logo.svg"}))
    everywhere = found.pop("/*")
    assert not [name for fields in found.values() for name in fields if name in everywhere]
    assert "default-src 'none'" in everywhere["Content-Security-Policy"]
    assert "unsafe" not in everywhere["Content-Security-Policy"]
    assert everywhere["X-Content-Type-Options"] == "nosniff"


def test_fingerprinted_files_are_kept_for_ever_and_nothing_else_is() -> None:
    """A name with a hash never changes its content; one with a date may."""
    static = {"site.css": "static/site.1a2b3c4d.css", "logo.svg": "static/logo.svg", "a.b": "static/a.deadbeef"}
    static["report.20270131.pdf"] = "report.20270131.pdf"
    found = rules(links_of(partly_translated(), **static))
    assert [pattern for pattern, fields in found.items() if "Cache-Control" in fields] == ["/static/site.1a2b3c4d.css"]
    assert "immutable" in found["/static/site.1a2b3c4d.css"]["Cache-Control"]


def test_what_holds_everywhere_holds_beside_a_browser_cms_too() -> None:
    """Only the policy is another for each part; none of them has two."""
    board = partly_translated()
    links = links_of(
        board, **{"admin/index.html": "admin/index.html", "about.html": "about.html", "logo.svg": "logo.svg"}
    )
    found = rules(links)
    assert found["/*"] == dict(hosting.EVERYWHERE)
    parted = [pattern for pattern, fields in found.items() if "Content-Security-Policy" in fields]
    assert parted == ["/", "/404.html", "/about.html", "/ar/*", "/en/*", "/fr/*", "/index.html", "/admin/*"]
    assert all(found[pattern] == dict(hosting.OF_PAGES) for pattern in parted[:-1])
    assert "unsafe-eval" in found["/admin/*"]["Content-Security-Policy"]
    assert not any(name in fields for name, _ in hosting.EVERYWHERE for fields in list(found.values())[1:])


def test_feeds_have_their_types_in_few_rules() -> None:
    """One rule a depth of folders, not one a feed: Cloudflare reads a hundred."""
    found = rules(links_of(partly_translated()))
    assert found["/:folder1/feed.xml"]["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert found["/:folder1/:folder2/:folder3/deadlines.ics"]["Content-Type"] == "text/calendar; charset=utf-8"
    assert found["/:folder1/postings.json"]["Access-Control-Allow-Origin"] == "*"
    assert len(found) < 12


def test_the_many_files_of_words_of_a_large_board_share_a_rule() -> None:
    """They would push out of a host's hundred what every page needs."""
    parts = {
        Route(PageType.DATA, tag, "words", str(n)): f"{tag}/words/{n}.json" for tag in ("en", "fr") for n in range(256)
    }
    whole = {Route(PageType.DATA, "en"): "en/postings.json"}
    found = rules(Links("https://example.org/", {**parts, **whole}))
    assert list(found) == ["/*", "/:folder1/postings.json", "/:folder1/words/:part"]
    assert found["/:folder1/words/:part"] == {"Access-Control-Allow-Origin": "*"}


def test_rules_stand_under_the_sub_path() -> None:
    """And a well-known file under its own name."""
    links = Links("https://example.org/board/", {Route(PageType.SECURITY): ".well-known/security.txt"})
    assert list(rules(links)) == ["/board/*", "/board/.well-known/security.txt"]


def test_an_alias_leads_to_the_page_that_took_its_place() -> None:
    """In its language, for good; not to a page that is gone."""
    job = posting("a", editions=(edition("en", slug="new", aliases=("old", "older")), edition("fr", slug="nouveau")))
    links = links_of(trilingual(job))
    assert hosting.redirects(links) == b"/en/jobs/old/ /en/jobs/new/ 301\n/en/jobs/older/ /en/jobs/new/ 301\n"
    target = Route(PageType.POSTING, "en", id="a")
    assert hosting.redirects(replace(links, paths={r: p for r, p in links.paths.items() if r != target})) == b""


def test_who_follows_a_listing_is_led_on_as_well() -> None:
    """Feed readers and calendars ask for its files, which no page of HTML can lead on from; “.html” has none."""
    board = trilingual(posting("a"))
    it = replace(board.content.categories["it"], aliases=("ict", "/jobs.html"))
    categories = {**board.content.categories, "it": it}
    lines = hosting.redirects(links_of(replace(board, content=replace(board.content, categories=categories))))
    now = "/en/categories/it/"
    assert [line for line in lines.decode().splitlines() if not line.startswith(("/fr", "/ar"))] == [
        f"/en/categories/ict/ {now} 301",
        f"/en/categories/ict/deadlines.ics {now}deadlines.ics 301",
        f"/en/categories/ict/feed.json {now}feed.json 301",
        f"/en/categories/ict/feed.xml {now}feed.xml 301",
        f"/jobs.html {now} 301",
    ]


def test_headers_of_ones_own_are_laid_over_ours() -> None:
    """What they say of an address is said once; the rest of ours stays."""
    links = links_of(partly_translated(), **{"site.css": "static/site.1a2b3c4d.css"})
    own = (
        b"# Ours\r\n/*\r\n  content-security-policy: default-src 'self'; script-src https://stats.example\r\n  X-Own: 1"
    )
    made = hosting.headers(links, own=own)
    assert made.endswith(b"\n\n" + own + b"\n")
    assert made.lower().count(b"content-security-policy:") == 1
    assert b"X-Content-Type-Options: nosniff" in made
    assert b"/static/site.1a2b3c4d.css\n  Cache-Control: public" in made
    assert hosting.headers(links, own=b"# nothing\n\n").startswith(hosting.headers(links))


def test_a_byte_order_mark_is_no_part_of_a_rule() -> None:
    """Notepad writes one: the rule behind it held for no address, and stood in the middle of the file."""
    links = links_of(partly_translated())
    headers, rules = b"/*\n  Referrer-Policy: no-referrer\n", b"/a /b 301\n"
    assert hosting.headers(links, own=b"\xef\xbb\xbf" + headers) == hosting.headers(links, own=headers)
    assert hosting.redirects(links, b"\xef\xbb\xbf" + rules) == hosting.redirects(links, rules)


def test_a_header_for_some_addresses_leaves_ours_for_the_others() -> None:
    """Of one file here, and of all below a folder."""
    links = links_of(partly_translated(), **{"a.css": "static/a.1a2b3c4d.css", "b.css": "static/b.1a2b3c4d.css"})
    for own in (b"/static/a.1a2b3c4d.css\n  Cache-Control: no-store\n", b"/static/a*\n  ! Cache-Control\n"):
        made = hosting.headers(links, own=own)
        assert b"/static/b.1a2b3c4d.css\n  Cache-Control: public" in made
        assert made.count(b"Cache-Control: public") == 1
        assert made.removesuffix(own).count(b"/static/a.1a2b3c4d.css") == 0
    of_one_page = hosting.headers(links, own=b"/\n  Cache-Control: no-store\n")
    assert of_one_page.count(b"Cache-Control: public") == 2


def test_each_rule_of_ones_own_counts() -> None:
    """Not only the last of them; comments and blank lines between them say nothing."""
    links = links_of(partly_translated(), **{"a.css": "static/a.1a2b3c4d.css", "b.css": "static/b.1a2b3c4d.css"})
    own = b"/static/a.1a2b3c4d.css\n  Cache-Control: no-store\n\n# theirs\n  # X-A: 1\n/b\n  X-B: 1\n"
    ours = hosting.headers(links, own=own).removesuffix(own)
    assert b"/static/a.1a2b3c4d.css" not in ours
    assert b"/static/b.1a2b3c4d.css" in ours
    assert hosting.said_by(own) == [("/static/a.1a2b3c4d.css", "cache-control"), ("/b", "x-b")]


def test_redirects_of_ones_own_join_the_aliases() -> None:
    """Single ones first, since a host takes the first that fits; those with wildcards after them all."""
    job = posting("a", editions=(edition("en", slug="new", aliases=("old",)),))
    links, ours = links_of(trilingual(job)), b"/en/jobs/old/ /en/jobs/new/ 301\n"
    assert hosting.redirects(links, b"/jobs /en/ 302") == b"/jobs /en/ 302\n" + ours
    own = [b"# of before\n", b"/en/jobs/old/ /en/ 302\n", b"/was/* /en/:splat 301\n", b"/x /y\n"]
    assert hosting.redirects(links, b"".join(own)) == b"".join([*own[:2], ours, *own[2:]])
    assert hosting.redirects(links, b"/was/:id /en/jobs/:id/") == ours + b"/was/:id /en/jobs/:id/\n"
    assert hosting.redirects(links, b"\n") == ours


def test_security_txt_says_whom_to_tell() -> None:
    """Its contact, and where it stands."""
    links = Links("https://example.org/", {Route(PageType.SECURITY): ".well-known/security.txt"})
    security = Security("mailto:security@example.org", "2027-01-01T00:00:00Z", "https://example.org/policy")
    assert hosting.security_txt(security, links, ("en", "fr")).decode().splitlines() == [
        "Contact: mailto:security@example.org",
        "Expires: 2027-01-01T00:00:00Z",
        "Preferred-Languages: en, fr",
        "Canonical: https://example.org/.well-known/security.txt",
        "Policy: https://example.org/policy",
    ]


def test_the_manifest_speaks_its_language() -> None:
    """Its name, its direction, its start page, and the icons that exist."""
    board = partly_translated()
    icons = {
        "icon.svg": "static/icon.svg",
        "img/icon-maskable-512.png": "static/img/icon-maskable-512.png",
        "x.png": "x.png",
    }
    found = json.loads(hosting.manifest(board, links_of(board, **icons), desk_of(board, "ar")))
    assert (found["lang"], found["dir"], found["start_url"]) == ("ar", "rtl", "/ar/")
    assert found["name"] == "Example Jobs"
    assert found["icons"] == [
        {"purpose": "any", "sizes": "any", "src": "/static/icon.svg", "type": "image/svg+xml"},
        {"purpose": "maskable", "sizes": "512x512", "src": "/static/img/icon-maskable-512.png", "type": "image/png"},
    ]


def test_the_manifest_says_what_the_board_is() -> None:
    """By the line below its name, where it has one."""
    board = partly_translated()
    said = with_settings(board, tagline=plain("Jobs at sea"))
    found = [json.loads(hosting.manifest(each, links_of(each), desk_of(each, "en"))) for each in (board, said)]
    assert [each.get("description") for each in found] == [None, "Jobs at sea"]


def test_build_json_says_how_long_the_site_is_right() -> None:
    """In UTC, and nothing of when it was built."""
    board = replace(partly_translated(), next_change=datetime(2026, 3, 31, 22, tzinfo=UTC))
    found = json.loads(hosting.build_json(board, "1.2.3"))
    assert found == {
        "generator": "jobglot",
        "version": "1.2.3",
        "complete": True,
        "valid_from": None,
        "next_change": "2026-03-31T22:00:00Z",
        "languages": ["en", "fr", "ar"],
        "counts": {
            "open": 4,
            "closing_soon": 0,
            "archived": 0,
            "organizations": 1,
            "open_by_language": {"en": 4, "fr": 4, "ar": 4},
        },
    }


def test_a_host_that_reads_a_hundred_rules_reads_those_that_matter() -> None:
    """The style sheet of every page comes before the many logos."""
    static = {f"logos/{n}.svg": f"static/logos/{n}.1a2b3c4d.svg" for n in range(200)}
    found = rules(links_of(partly_translated(), **static, **{"site.css": "static/site.1a2b3c4d.css"}))
    assert "/static/site.1a2b3c4d.css" in found
    assert len(found) <= 100
