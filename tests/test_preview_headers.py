"""The headers of the published site, as the preview sends them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from previews import small_site
from sites import write_files

from jobglot.hosting import EVERYWHERE
from jobglot.preview.answers import answer
from jobglot.preview.board import Board, Settings
from jobglot.preview.headers import NONCE, OWN_SOURCE, admitting, headers_of, rules_of

NOW = datetime(2027, 1, 10, 12, tzinfo=UTC)


def test_what_hosts_are_told_to_send_is_sent(tmp_path: Path) -> None:
    """With pages, files and the page for what is not there; types of files too, and what the site itself says."""
    root = small_site(tmp_path)
    write_files(root, {"static/_headers": "/en/*\n  X-Own: yes\n  Cache-Control: max-age=600\n/*\n  X-Café: café\n"})
    snapshot = Board(root, lambda: NOW, Settings()).snapshot
    page, feed = answer(snapshot, "/en/"), answer(snapshot, "/en/feed.xml")
    sent = dict(page.headers)
    assert {name.lower(): value for name, value in EVERYWHERE}.items() <= sent.items()
    assert f"script-src 'self' {OWN_SOURCE};" in sent["content-security-policy"]
    assert sent["x-own"] == "yes"
    assert "cache-control" not in sent
    assert feed.type == "application/atom+xml; charset=utf-8"
    assert dict(feed.headers)["access-control-allow-origin"] == "*"
    missing = answer(snapshot, "/en/no/feed.xml")
    assert missing.type == "text/html; charset=utf-8"
    assert "content-security-policy" in dict(missing.headers)
    assert "x-own" not in dict(answer(snapshot, "/fr/").headers)


def test_rules_join_and_take_back_as_hosts_do() -> None:
    """Netlify joins what several rules set, Cloudflare lets a later one take it back."""
    text = "# ours\n/*\n  X-A: 1\n  X-B: 1\n/:part/caf%C3%A9\n  X-A: 2\n  ! X-B\nhttps://other.example/*\n  X-A: 3\n"
    rules = rules_of(text.encode(), "jobs.example")
    assert headers_of(rules, "en/café", "/en/café") == (("x-a", "1, 2"),)
    assert headers_of(rules, "en/", "/en/") == (("x-a", "1"), ("x-b", "1"))


@pytest.mark.parametrize(
    ("policy", "admitted"),
    [
        ("script-src 'none'", f"script-src {OWN_SOURCE}"),
        ("script-src 'sha256-x' 'unsafe-inline'", f"script-src 'sha256-x' 'unsafe-inline' {OWN_SOURCE}"),
        ("script-src 'nonce-a' 'strict-dynamic'", f"script-src 'nonce-a' 'strict-dynamic' 'nonce-{NONCE}'"),
        ("img-src 'self'; frame-ancestors 'none'; upgrade-insecure-requests", "img-src 'self'"),
        ("IMG-SRC 'self';; Frame-Ancestors 'none';", "img-src 'self'"),
    ],
)
def test_a_policy_lets_the_preview_through_and_nothing_else(policy: str, admitted: str) -> None:
    """An address, not a nonce, which takes 'unsafe-inline' away; 'strict-dynamic' heeds a nonce only."""
    assert admitting(policy) == admitted


def test_a_browser_cms_may_ask_for_the_files_of_this_computer() -> None:
    """As its guide says, where it is opened on the preview; no other page may."""
    rules = rules_of(b"/*\n  Content-Security-Policy: connect-src 'self'\n")
    assert "localhost:8081" in headers_of(rules, "admin/index.html", "/admin/index.html")[0][1]
    assert "localhost:8081" not in headers_of(rules, "en/index.html", "/en/index.html")[0][1]
