"""A body away from its page: in feeds and structured data, where relative addresses lead nowhere."""

from __future__ import annotations

from jobglot.linking import body_html
from jobglot.markup import relink
from jobglot.model import Edition
from jobglot.routes import Links


def standalone_html(edition: Edition, url: str, links: Links) -> str:
    """The body's HTML with whole addresses only; links to its own headings lead to those on the page at `url`."""
    html = body_html(edition.body, edition.origin.path, links, absolute=True)
    if 'href="#' not in html:
        return html
    return relink(html, {f"#{anchor}": f"{url}#{anchor}" for anchor in edition.body.anchors})
