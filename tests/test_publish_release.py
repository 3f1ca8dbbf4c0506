"""What should be at a target."""

from __future__ import annotations

import gzip
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from builders import NOW, config, content, posting
from publishers import lay_out, release, site
from sites import packaged_look

from jobglot.model import AttachmentRef
from jobglot.plan import plan
from jobglot.problem import Problem
from jobglot.publish.release import (
    Part,
    Release,
    Revision,
    base_of,
    is_fingerprinted,
    release_of,
    secrets_in,
    with_variants,
)
from jobglot.relate import relate


@pytest.mark.parametrize(
    "path",
    [
        ".env",
        "static/.env",
        ".env.production",
        ".git/config",
        "a/.git",
        "keys/server.pem",
        "id_rsa",
        "x/ID_ED25519",
        "cert.p12",
        ".netrc",
        ".htpasswd",
        "tls.key",
    ],
)
def test_files_that_hold_secrets_are_never_published(path: str) -> None:
    """Nothing is, until they are gone."""
    (problem,) = secrets_in(release({**site(), path: "x"}), lambda _: b"x")
    assert problem.code == "secret-file"
    assert problem.origin.path == path


def test_a_private_key_is_known_by_its_content(tmp_path: Path) -> None:
    """Under any name; a page that speaks of keys is none."""
    key = "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n"
    files = {**site(), "static/notes.txt": key, "en/jobs/a/index.html": key}
    folder = lay_out(files, tmp_path)
    found = secrets_in(release(files), lambda path: (folder / path).read_bytes())
    assert [problem.origin.path for problem in found] == ["static/notes.txt"]
    assert "AAAA" not in str(found[0])


def test_ordinary_files_are_no_secrets() -> None:
    """Whatever they are about."""
    names = [
        "keynote.html",
        "en/jobs/key-account-manager/index.html",
        "environment.html",
        ".well-known/security.txt",
        "git.html",
    ]
    assert secrets_in(release(dict.fromkeys(names, "x")), lambda _: b"x") == []


def packed(files: dict[str, str], folder: Path, *kinds: str) -> Release | Problem:
    lay_out(files, folder)
    return with_variants(
        release(files), kinds, lambda path: (folder / path).read_bytes(), lambda path, data: _write(folder / path, data)
    )


def _write(file: Path, data: bytes) -> None:
    file.write_bytes(data)


def test_variants_are_made_of_texts_that_get_smaller(tmp_path: Path) -> None:
    """The same bytes each time, and sent with what they stand for."""
    files = {
        "en/index.html": "word " * 1000,
        "static/x.00000001.css": "a{} " * 1000,
        "static/y.png": "p" * 5000,
        "s.txt": "s",
    }
    made = packed(files, tmp_path, "brotli", "gzip")
    assert isinstance(made, Release)
    assert sorted(set(made.files) - set(files)) == [
        "en/index.html.br",
        "en/index.html.gz",
        "static/x.00000001.css.br",
        "static/x.00000001.css.gz",
    ]
    assert gzip.decompress((tmp_path / "en/index.html.gz").read_bytes()).decode() == files["en/index.html"]
    assert made.files["static/x.00000001.css.gz"].part == made.files["static/x.00000001.css"].part
    assert not made.files["en/index.html.gz"].is_page
    assert packed(files, tmp_path, "gzip", "brotli") == made
    assert is_fingerprinted("static/x.00000001.css.br")
    assert not is_fingerprinted("en/jobs/cook/notice.20270131.pdf")
    assert base_of("static/x.00000001.css.br") == "static/x.00000001.css"
    assert base_of("download.tar.gz") == "download.tar.gz"


def test_without_brotli_the_way_to_install_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In one sentence; gzip needs nothing."""
    monkeypatch.setitem(sys.modules, "brotli", None)
    refused = packed(site(), tmp_path, "brotli")
    assert isinstance(refused, Problem)
    assert "pip install 'jobglot[brotli]'" in refused.remedy
    assert isinstance(packed(site(), tmp_path, "gzip"), Release)


def test_a_release_knows_what_to_send_first_and_what_readers_open() -> None:
    """A page comes after its style sheet and its files, a list after its pages; who may apply is known for the next."""
    menu = "content/postings/menu.html"
    jobs = (
        posting("cook", attachments=(AttachmentRef(menu),)),
        posting("gone", posted=date(2026, 1, 1), withdrawn=date(2026, 2, 20)),
    )
    board = relate(content(*jobs, files={menu: b"<p>Soup</p>"}), config(), NOW)
    planned, _ = plan(board, packaged_look(("en", "fr")))
    found = release_of(planned, dict.fromkeys(planned.routes, (1, "0" * 64)), "source", Revision("c0ffee"))
    sheet = next(path for path in found.files if path.startswith("static/site."))
    parts = {
        sheet: Part.ASSET,
        "en/jobs/cook/menu.html": Part.ASSET,
        "en/jobs/cook/index.html": Part.PAGE,
        "en/index.html": Part.LISTING,
        "en/feed.xml": Part.MACHINE,
        "sitemap.xml": Part.LAST,
    }
    assert {path: found.files[path].part for path in parts} == parts
    assert [path for path in parts if found.files[path].is_page] == ["en/jobs/cook/index.html", "en/index.html"]
    assert found.open_pages == {"en/jobs/cook/index.html"}
    assert (found.postings, found.commit, found.next_change) == (2, "c0ffee", board.next_change)


def test_a_releases_name_sorts_by_time_and_tells_contents_apart() -> None:
    """Whatever the order of its files."""
    first, later, other = release(site()), release(site(), hours=1), release(site(2))
    assert first.id < later.id
    assert first.id != other.id
    assert first.id[:16] == other.id[:16]
    assert later.built - first.built == timedelta(hours=1)
