"""A body away from its page."""

from __future__ import annotations

from builders import edition

from jobglot.model import Body
from jobglot.problem import Origin
from jobglot.routes import Links, PageType, Route
from jobglot.standalone import standalone_html


def test_no_address_is_relative() -> None:
    """Links to other texts, to files beside it and to its own headings lead to the site."""
    origin = Origin("content/postings/a.en.md", 9, 1)
    html = '<h2 id="c-tasks">Tasks</h2><p><a href="#c-tasks">x</a> <a href="b.en.md">y</a> <a href="a.pdf">z</a></p>'
    body = Body(html=html, text="Tasks x y z", links=(("b.en.md", origin), ("a.pdf", origin)), anchors=("c-tasks",))
    a, b = Route(PageType.POSTING, "en", id="a"), Route(PageType.POSTING, "en", id="b")
    paths = {a: "en/jobs/a/index.html", b: "en/jobs/b/index.html"}
    paths[Route(PageType.ATTACHMENT, "en", "postings", "a/a.pdf")] = "en/jobs/a/a.pdf"
    links = Links("https://example.org/x/", paths, {"content/postings/a.en.md": a, "content/postings/b.en.md": b})
    found = standalone_html(edition(body=body, origin=origin), links.absolute(a), links)
    assert 'href="https://example.org/x/en/jobs/a/#c-tasks"' in found
    assert 'href="https://example.org/x/en/jobs/b/"' in found
    assert 'href="https://example.org/x/en/jobs/a/a.pdf"' in found
