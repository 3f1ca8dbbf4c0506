"""What the preview answers, as static hosting would, and to requests that mean ill."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from previews import edit, small_site

from jobglot.plan import produce
from jobglot.preview.answers import Response, answer, path_of, ranged
from jobglot.preview.board import Board, Settings, Snapshot

NOW = datetime(2027, 1, 10, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return Board(small_site(tmp_path_factory.mktemp("site")), lambda: NOW, Settings()).snapshot


def test_every_path_of_the_plan_is_served_with_the_bytes_that_a_build_writes(snapshot: Snapshot) -> None:
    """Pages carry the bar besides, and nothing else."""
    plan = snapshot.plan
    assert plan is not None
    for path in plan.routes:
        response = answer(snapshot, f"/{path.removesuffix('index.html')}")
        body = produce(plan, path)
        assert response.status == 200
        if path.endswith(".html"):
            at = response.body.index(b'<link rel="stylesheet" href="/__jobglot/')
            assert body.startswith(response.body[:at])
            assert response.body[:at] + body[at:] == body
        else:
            assert response.body == body


def test_scripts_of_a_page_at_another_time_are_told_that_time(tmp_path: Path) -> None:
    """Before they run; at the present they ask the browser."""
    board = Board(small_site(tmp_path), lambda: NOW, Settings())
    assert b"clock.js" not in answer(board.snapshot, "/en/").body
    body = answer(board.choose(Settings(now=datetime(2027, 2, 1, tzinfo=UTC))), "/en/").body
    tag = b'<script src="/__jobglot/clock.js" nonce="jobglot-preview" data-now="1801440000000"></script>'
    assert 0 < body.index(tag) < body.index(b"bar.js")


def test_a_page_without_its_slash_redirects(snapshot: Snapshot) -> None:
    """As static hosts do."""
    response = answer(snapshot, "/en/jobs/nurse?from=mail")
    assert (response.status, dict(response.headers)["Location"]) == (301, "/en/jobs/nurse/")


def test_what_is_not_there_is_answered_in_the_language_of_its_address(snapshot: Snapshot) -> None:
    """And by every language where the address tells none."""
    assert b'lang="fr"' in answer(snapshot, "/fr/rien/").body
    assert answer(snapshot, "/fr/rien/").status == 404
    assert answer(snapshot, "/x").status == 404


@pytest.mark.parametrize(
    "target",
    [
        "/../config.yaml",
        "/%2e%2e/config.yaml",
        "/en/%2e%2e/%2e%2e/config.yaml",
        "/..%5cconfig.yaml",
        "//etc/passwd",
        "/%00",
        "/en/\x7f",
        "/%ff",
        "/./en/",
    ],
)
def test_addresses_that_no_file_can_have_are_refused(snapshot: Snapshot, target: str) -> None:
    """Whatever they are encoded as."""
    assert path_of(target) is None
    assert answer(snapshot, target).status == 400


@pytest.mark.parametrize("target", ["/.git/config", "/.env", "/config.yaml", "/content/postings/nurse.en.md"])
def test_files_of_the_site_that_are_not_published_are_not_served(snapshot: Snapshot, target: str) -> None:
    """There is no folder behind the preview, only the plan."""
    assert answer(snapshot, target).status == 404


def test_an_endless_address_is_too_long(snapshot: Snapshot) -> None:
    """And costs nothing."""
    assert answer(snapshot, "/" + "x" * 10_000).status == 414


@pytest.mark.parametrize(
    ("asked", "status", "body"),
    [
        ("bytes=0-3", 206, b"0123"),
        ("bytes=4-", 206, b"456789"),
        ("bytes=-3", 206, b"789"),
        ("bytes=8-99", 206, b"89"),
        ("bytes=-99", 206, b"0123456789"),
        ("bytes=10-", 416, b""),
        ("bytes=5-2", 416, b""),
        ("bytes=-0", 416, b""),
        ("bytes=", 200, b"0123456789"),
        ("bytes=0-1,4-5", 200, b"0123456789"),
        ("lines=1-2", 200, b"0123456789"),
        ("bytes=99999999999999999999999-", 200, b"0123456789"),
        ("", 200, b"0123456789"),
    ],
)
def test_ranges_are_those_of_http(asked: str, status: int, body: bytes) -> None:
    """RFC 9110, section 14; what we do not know is answered whole."""
    response = ranged(Response(200, b"0123456789"), asked)
    assert (response.status, response.body) == (status, body)


def test_a_broken_template_is_told_with_its_line(tmp_path: Path) -> None:
    """In the page that it spoils, and the preview lives on."""
    root = small_site(tmp_path)
    (root / "templates").mkdir()
    (root / "templates/posting.html").write_text(
        "{% extends 'base.html' %}\n{{ nothing.at.all }}{% block main %}\n{{ none_such }}{% endblock %}"
    )
    response = answer(Board(root, lambda: NOW, Settings()).snapshot, "/en/jobs/nurse/")
    assert response.status == 500
    assert b"templates/posting.html:" in response.body


def test_a_page_names_the_file_it_comes_from(snapshot: Snapshot) -> None:
    """So that an editor finds it."""
    assert b'data-source="content/postings/nurse.fr.md:1"' in answer(snapshot, "/fr/jobs/nurse/").body


def test_a_site_below_a_path_is_served_there(tmp_path: Path) -> None:
    """And the root leads to it."""
    root = small_site(tmp_path)
    edit(root, "config.yaml", "https://jobs.example.org/", "https://example.org/jobs-board/")
    snapshot = Board(root, lambda: NOW, Settings()).snapshot
    assert dict(answer(snapshot, "/").headers)["Location"] == "/jobs-board/"
    assert answer(snapshot, "/jobs-board/en/").status == 200
    assert answer(snapshot, "/en/").status == 404
