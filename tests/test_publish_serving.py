"""The headers of objects in a store."""

from __future__ import annotations

import pytest

from jobglot.publish.serving import headers_of


@pytest.mark.parametrize(
    ("path", "content_type", "encoding"),
    [
        ("en/index.html", "text/html; charset=utf-8", ""),
        ("en/feed.json", "application/feed+json; charset=utf-8", ""),
        ("en/postings.json", "application/json; charset=utf-8", ""),
        ("en/manifest.webmanifest", "application/manifest+json; charset=utf-8", ""),
        ("sitemap.xml", "application/xml; charset=utf-8", ""),
        ("robots.txt", "text/plain; charset=utf-8", ""),
        ("_redirects", "text/plain; charset=utf-8", ""),
        ("static/logo.0a1b2c3d.svg", "image/svg+xml", ""),
        ("static/logo.0a1b2c3d.svg.gz", "image/svg+xml", "gzip"),
        ("en/feed.xml.br", "application/atom+xml; charset=utf-8", "br"),
        ("static/face.0a1b2c3d.ttf", "font/ttf", ""),
        ("data.tar.gz", "application/x-tar", ""),
        ("thing.unknown-kind", "application/octet-stream", ""),
    ],
)
def test_types_are_the_same_on_every_machine(path: str, content_type: str, encoding: str) -> None:
    """And a compressed file is announced as what it stands for."""
    found = headers_of(path)
    assert (found.content_type, found.encoding) == (content_type, encoding)
    assert ("immutable" in found.cache_control) == ("0a1b2c3d" in path)
