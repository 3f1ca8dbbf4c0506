"""A press for tests: the packaged templates, and links for every page that a site could have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from jobglot.i18n import Catalog
from jobglot.listings import evenly, paginate
from jobglot.press import Press, set_up
from jobglot.routes import Links, PageType, Route
from jobglot.site import Site

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = {path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / "templates").glob("*.html"))}
ASSETS = {
    name: f"static/{name}"
    for name in (
        *("site.css", "theme.css", "favicon.svg", "logos/acme.svg"),
        *("site.js", "cards.js", "search.js", "shortlist.js"),
    )
}


def routes_of(site: Site) -> Iterator[Route]:
    """Every page of a site, without regard to what its config leaves out."""
    yield from (Route(PageType.CHOOSER), Route(PageType.NOT_FOUND))
    per_page = site.config.per_page
    for language in site.config.languages:
        for type_ in (PageType.SEARCH, PageType.SHORTLIST, PageType.STATEMENT, PageType.NOT_FOUND):
            yield Route(type_, language)
        yield from (Route(PageType.ATOM, language), Route(PageType.JSON_FEED, language))
        yield from (Route(PageType.CALENDAR, language), Route(PageType.DATA, language))
        for type_, ids in (
            (PageType.HOME, site.open),
            (PageType.CLOSING_SOON, site.closing_soon),
            (PageType.NEW, site.newest),
            (PageType.ARCHIVE, site.archive),
            (PageType.NEWS_INDEX, site.news),
        ):
            yield from (Route(type_, language, number=at + 1) for at in range(len(paginate(ids, per_page))))
        for kind in site.config.listings:
            names = tuple(each.id for each in site.listings if each.kind == kind)
            pages = range(len(evenly(names)))
            yield from (Route(PageType.LISTING_INDEX, language, kind, number=at + 1) for at in pages)
        for each in site.listings:
            pages = range(len(paginate(each.postings, per_page)))
            yield from (Route(PageType.LISTING, language, each.kind, each.id, at + 1) for at in pages)
            if each.kind in ("categories", "organizations"):
                yield Route(PageType.ATOM, language, each.kind, each.id)
    for posting in site.postings.values():
        for edition in posting.editions:
            yield Route(PageType.POSTING, edition.language, id=posting.id)
            yield Route(PageType.CALENDAR, edition.language, "postings", posting.id)
            for file in posting.attachments:
                yield Route(PageType.ATTACHMENT, edition.language, "postings", f"{posting.id}/{file.name}")
            for number in range(len(edition.aliases)):
                yield Route(PageType.REDIRECT, edition.language, "postings", posting.id, number + 1)
    for type_, things in ((PageType.NEWS, site.content.news), (PageType.PAGE, site.content.pages)):
        for thing in things:
            yield from (Route(type_, edition.language, id=thing.id) for edition in thing.editions)


def links_of(site: Site) -> Links:
    """Links with a plain path for every page."""
    paths = {}
    for route in routes_of(site):
        parts = [route.language, route.type.value, route.kind, route.id.replace("/", "-"), str(route.number)]
        paths[route] = "/".join(part for part in parts if part) + "/index.html"
    return Links(site.config.base_url, paths)


def press_of(
    site: Site, templates: Mapping[str, str] | None = None, catalogs: Mapping[str, Catalog] | None = None
) -> Press:
    """A press for a site; `templates` replace the packaged ones of the same name."""
    return set_up(site, links_of(site), catalogs or {}, {**TEMPLATES, **(templates or {})}, ASSETS)
