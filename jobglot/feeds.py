"""The newest open postings as Atom (RFC 4287) and JSON Feed 1.1, for the whole board, a category or an organization.

Ids are URNs made of the board's address, the posting's id and the edition's language: they outlive new slugs, titles
and deadlines. No date comes from a clock.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from datetime import UTC, date, datetime, time
from functools import partial
from html import escape
from typing import Any, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from jobglot import jsontext, xmldoc
from jobglot.desk import Desk
from jobglot.formats import direction
from jobglot.jsontext import Json, utc
from jobglot.model import Edition, Phrase, Posting
from jobglot.routes import Links, PageType, Route
from jobglot.site import Site, Standing
from jobglot.standalone import standalone_html
from jobglot.topics import Topic, authority, open_postings, topic
from jobglot.xmldoc import element

NEVER = datetime(2020, 1, 1, tzinfo=UTC)
"""When an empty feed of a board on which nothing ever happened was updated: RFC 4287 wants a date."""


class Item(NamedTuple):
    """A posting as both formats show it; `facts` is one line in the feed's language."""

    posting: Posting
    edition: Edition
    standing: Standing
    id: str
    url: str
    employer: Phrase
    employer_url: str
    published: datetime
    changed: datetime
    """The last change; a posting that has only just appeared counts from then."""
    tags: tuple[tuple[str, str], ...]
    """(category id, name) pairs."""
    facts: str
    content: str
    """The facts, then the edition's own words as HTML, each marked with its language; only what XML can hold."""


Once = Callable[[Hashable, Callable[[], Any]], Any]
"""What makes a thing at the first call for a key, and remembers it: a posting is in as many feeds as it has topics."""


def afresh(_key: Hashable, make: Callable[[], Any]) -> Any:
    """Remembers nothing."""
    return make()


def atom(site: Site, links: Links, desk: Desk, kind: str, id_: str, once: Once = afresh) -> bytes:
    """The Atom feed of a topic: kind "" for the whole board, else "categories" or "organizations" with an id."""
    subject = topic(site, desk, kind, id_)
    items = tuple(_items(site, links, desk, subject, once))
    own = links.absolute(Route(PageType.ATOM, desk.language, kind, id_))
    page = links.absolute(subject.page) if links.has(subject.page) else ""
    of_page = {"rel": "alternate", "type": "text/html", "hreflang": desk.language, "href": page}
    heads = (
        element("id", _urn(site, "feed", kind, id_, desk.language)),
        element("title", subject.name),
        element("subtitle", desk.phrase(site.config.tagline).text) if site.config.tagline else "",
        element("updated", _with_offset(_updated(site, items))),
        element("link", attributes={"rel": "self", "type": "application/atom+xml", "href": own}),
        element("link", attributes=of_page) if page else "",
        xmldoc.parent("author", [element("name", desk.phrase(site.config.name).text)]),
        element("generator", "jobglot"),
    )
    entries = (once(("entry", desk.language, item.posting.id), partial(_entry, item, desk)) for item in items)
    attributes = {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": desk.language}
    return xmldoc.document(xmldoc.parent("feed", (*filter(None, heads), *entries), attributes))


def json_feed(site: Site, links: Links, desk: Desk, kind: str, id_: str, once: Once = afresh) -> bytes:
    """The same as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""
    subject = topic(site, desk, kind, id_)
    board = desk.phrase(site.config.name).text
    feed: dict[str, Json] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": xmldoc.clean(subject.name),
        "language": desk.language,
        "feed_url": links.absolute(Route(PageType.JSON_FEED, desk.language, kind, id_)),
        "authors": [{"name": xmldoc.clean(board)}],
    }
    if links.has(subject.page):
        feed["home_page_url"] = links.absolute(subject.page)
    if site.config.tagline:
        feed["description"] = xmldoc.clean(desk.phrase(site.config.tagline).text)
    items = (
        once(("json item", desk.language, item.posting.id), partial(_json_item, item, desk))
        for item in _items(site, links, desk, subject, once)
    )
    return jsontext.document_with(feed, "items", items)


def _items(site: Site, links: Links, desk: Desk, subject: Topic, once: Once) -> Iterator[Item]:
    for posting in open_postings(site, subject, desk.language)[: site.config.feed_items]:
        yield once(("feed item", desk.language, posting.id), partial(_item, site, links, desk, posting))


def _item(site: Site, links: Links, desk: Desk, posting: Posting) -> Item:
    edition, standing = posting.best_edition(desk.language), site.standings[posting.id]
    employer = desk.organization(posting, site.content)
    terms = [site.content.categories[id_] for id_ in posting.categories]
    url = links.absolute(Route(PageType.POSTING, edition.language, id=posting.id))
    return Item(
        posting=posting,
        edition=edition,
        standing=standing,
        id=_urn(site, "postings", posting.id, edition.language),
        url=url,
        employer=employer,
        employer_url=_employer_url(site, posting),
        published=(published := _midnight(posting.first_day, standing)),
        changed=max(standing.updated, published),
        tags=tuple((term.id, desk.term(term).text) for term in terms),
        facts=(facts := _facts(site, desk, posting, standing, employer)),
        content=xmldoc.clean(_content(edition, standalone_html(edition, url, links), facts, desk)),
    )


def _entry(item: Item, desk: Desk) -> str:
    language = item.edition.language
    page = {"rel": "alternate", "type": "text/html", "hreflang": language, "href": item.url}
    author = (element("name", item.employer.text), element("uri", item.employer_url) if item.employer_url else "")
    parts = (
        element("id", item.id),
        element("title", item.edition.title),
        element("link", attributes=page),
        element("published", _with_offset(item.published)),
        element("updated", _with_offset(item.standing.updated)),
        xmldoc.parent("author", filter(None, author)),
        *(element("category", attributes={"term": id_, "label": name}) for id_, name in item.tags),
        element("summary", _summary(item, desk), {"xml:lang": desk.language}),
        element("content", item.content, {"type": "html"}, is_clean=True),
    )
    return xmldoc.parent("entry", parts, {"xml:lang": language if language != desk.language else ""})


def _json_item(item: Item, desk: Desk) -> str:
    author = {"name": xmldoc.clean(item.employer.text)}
    if item.employer_url:
        author["url"] = item.employer_url
    about: dict[str, Json] = {
        "id": item.id,
        "url": item.url,
        "title": xmldoc.clean(item.edition.title),
        "content_html": item.content,
        "summary": xmldoc.clean(_summary(item, desk)),
        "date_published": _with_offset(item.published),
        "date_modified": _with_offset(item.standing.updated),
        "authors": [author],
        "tags": [xmldoc.clean(name) for _, name in item.tags],
        "language": item.edition.language,
        "_jobglot": {
            "deadline": item.posting.deadline.kind.value,
            "closes": utc(item.standing.closes),
            "last_day": item.standing.last_day.isoformat(),
        },
    }
    return jsontext.text(about)


def _summary(item: Item, desk: Desk) -> str:
    own_words = item.edition.summary if item.edition.language == desk.language else ""
    return "\n".join(part for part in (own_words, item.facts) if part)


def _content(edition: Edition, html: str, facts: str, desk: Desk) -> str:
    summary = f"<p>{escape(edition.summary)}</p>" if edition.summary else ""
    own_words = f'<div lang="{edition.language}" dir="{direction(edition.language)}">{summary}{html}</div>'
    return f'<p lang="{desk.language}" dir="{desk.direction}">{escape(facts)}</p>\n{own_words}'


def _facts(site: Site, desk: Desk, posting: Posting, standing: Standing, employer: Phrase) -> str:
    """Employer, places, deadline, and what else may end applications, in one line."""
    when = desk.gettext("Deadline: %(date)s") % {"date": desk.deadline(posting, standing)}
    parts = (employer.text, desk.places(posting, site.content), when, desk.bound(posting, standing))
    return " · ".join(part for part in parts if part)


def _employer_url(site: Site, posting: Posting) -> str:
    if posting.organization:
        return site.content.organizations[posting.organization].url
    return posting.employer.url if posting.employer else ""


def _midnight(day: date, standing: Standing) -> datetime:
    return datetime.combine(day, time.min, standing.closes.tzinfo)


def _updated(site: Site, items: tuple[Item, ...]) -> datetime:
    return max((item.changed for item in items), default=site.valid_from or NEVER)


def _with_offset(instant: datetime) -> str:
    """RFC 3339 in the instant's own zone: the day it names is the day that the page shows."""
    return instant.isoformat(timespec="seconds")


def _urn(site: Site, *parts: str) -> str:
    return uuid5(NAMESPACE_URL, "/".join((authority(site.config.base_url), *parts))).urn
