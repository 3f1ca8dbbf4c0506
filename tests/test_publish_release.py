"""What should be at a target."""

from __future__ import annotations

import gzip
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from publishers import lay_out, release, site

from jobglot.problem import Problem
from jobglot.publish.release import Release, base_of, is_fingerprinted, secrets_in, with_variants


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


def test_a_releases_name_sorts_by_time_and_tells_contents_apart() -> None:
    """Whatever the order of its files."""
    first, later, other = release(site()), release(site(), hours=1), release(site(2))
    assert first.id < later.id
    assert first.id != other.id
    assert first.id[:16] == other.id[:16]
    assert later.built - first.built == timedelta(hours=1)
