"""What a file is, by its name, the same on every machine."""

from __future__ import annotations

import mimetypes

import pytest

from jobglot.media_types import media_type


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("en/index.html", "text/html; charset=utf-8"),
        ("en/feed.xml", "application/atom+xml; charset=utf-8"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        ("en/feed.json", "application/feed+json; charset=utf-8"),
        ("en/words.json", "application/json; charset=utf-8"),
        ("static/LOGO.PNG", "image/png"),
        ("static/find.1a2b3c4d.mjs", "text/javascript; charset=utf-8"),
        ("static/a.wasm", "application/wasm"),
        ("en/jobs/cook/menu.odt", "application/vnd.oasis.opendocument.text"),
        ("_headers", "text/plain; charset=utf-8"),
        ("static/no-ending", "application/octet-stream"),
        ("static/what.is-this", "application/octet-stream"),
    ],
)
def test_every_file_has_its_type(path: str, expected: str) -> None:
    assert media_type(path) == expected


def test_what_a_machine_adds_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(mimetypes.types_map, ".quirk", "text/quirk")
    assert media_type("a.quirk") == "application/octet-stream"
