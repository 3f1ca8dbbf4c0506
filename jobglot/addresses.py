"""Where every file of a site lies: the list of routes that follow from it, each with its path under the output."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from jobglot import calendars
from jobglot.listings import evenly, paginate, readable
from jobglot.model import Content, ContentPage, NewsItem, Posting, Term, terms_of
from jobglot.problem import Origin
from jobglot.routes import COLLECTION_OF, PAGE_OF, PageType, Route, url_path
from jobglot.settings import Config
from jobglot.site import Site
from jobglot.words import part_count

BOARD = Origin("config.yaml")
"""Where a page comes from that no file of the content asks for."""


def addresses(site: Site) -> Iterator[tuple[Route, str]]:
    """Every route of the site but its static files and the parts of the sitemap, with its path.

    Redirects come last, so that none takes the place of a page.
    """
    redirects: list[tuple[Route, str]] = []
    for route, path in _of_board(site):
        if route.type is PageType.REDIRECT:
            redirects.append((route, path))
        else:
            yield route, path
    yield from redirects


def _of_board(site: Site) -> Iterator[tuple[Route, str]]:
    config = site.config
    yield Route(PageType.CHOOSER), "index.html"
    yield Route(PageType.NOT_FOUND), "404.html"
    for language in config.languages:
        yield from _language(site, language)
    yield Route(PageType.SITEMAP_INDEX), "sitemap.xml"
    yield Route(PageType.ROBOTS), "robots.txt"
    yield Route(PageType.HEADERS), "_headers"
    yield Route(PageType.REDIRECTS), "_redirects"
    if config.security:
        yield Route(PageType.SECURITY), ".well-known/security.txt"
    yield Route(PageType.BUILD), "build.json"


def _language(site: Site, tag: str) -> Iterator[tuple[Route, str]]:
    config = site.config

    def word(key: str) -> str:
        return f"{tag}/{config.word(key, tag)}"

    yield from _paginated(site, Route(PageType.HOME, tag), tag, site.open)
    yield from _paginated(site, Route(PageType.CLOSING_SOON, tag), word("closing_soon"), site.closing_soon)
    yield from _paginated(site, Route(PageType.NEW, tag), word("new"), site.newest)
    yield from _paginated(site, Route(PageType.ARCHIVE, tag), word("archive"), site.archive)
    yield from _listings(site, tag)
    for id_ in sorted(site.shown):
        yield from _posting(site, site.postings[id_], tag)
    yield from _news(site, tag)
    for page in site.content.pages:
        yield from _text(site.content, page, tag, PageType.PAGE, tag)
    if not has_statement(site, tag):
        yield Route(PageType.STATEMENT, tag), f"{word('accessibility')}/index.html"
    yield Route(PageType.NOT_FOUND, tag), f"{tag}/404.html"
    yield Route(PageType.MANIFEST, tag), f"{tag}/manifest.webmanifest"
    if "search" in config.outputs:
        yield Route(PageType.SEARCH, tag), f"{word('search')}/index.html"
        parts = part_count(site, tag)
        if not parts:
            yield Route(PageType.DATA, tag, "words"), f"{tag}/words.json"
        for number in range(parts):
            yield Route(PageType.DATA, tag, "words", str(number)), f"{tag}/words/{number}.json"
        yield Route(PageType.SHORTLIST, tag), f"{word('shortlist')}/index.html"
    if "data" in config.outputs or "search" in config.outputs:
        yield Route(PageType.DATA, tag), f"{tag}/postings.json"
    yield from _streams(site, tag, "", "", tag)


def has_statement(site: Site, tag: str) -> bool:
    """Whether the site has an accessibility statement of its own in that language, or a page in that one's place."""
    word = site.config.word("accessibility", tag)
    editions = ((page.id, page.edition(tag)) for page in site.content.pages)
    return any(edition and (id_ == "accessibility" or edition.slug == word) for id_, edition in editions)


def _paginated(site: Site, first: Route, folder: str, ids: tuple[str, ...]) -> Iterator[tuple[Route, str]]:
    config = site.config
    seen = readable(site.postings, ids, first.language, config.fallback)
    yield from _numbered(config, first, folder, len(paginate(seen, config.per_page)))


def _numbered(config: Config, first: Route, folder: str, count: int) -> Iterator[tuple[Route, str]]:
    """So many pages of one list: the first has the folder's address."""
    for number in range(1, count + 1):
        page = f"/{config.word('page', first.language)}/{number}" if number > 1 else ""
        yield first._replace(number=number), f"{folder}{page}/index.html"


def _listings(site: Site, tag: str) -> Iterator[tuple[Route, str]]:
    config = site.config
    for kind in config.listings:
        names = tuple(listing.id for listing in site.listings if listing.kind == kind)
        first, folder = Route(PageType.LISTING_INDEX, tag, kind), f"{tag}/{config.word(kind, tag)}"
        yield from _numbered(config, first, folder, len(evenly(names)))
    for listing in site.listings:
        folder = f"{tag}/{config.word(listing.kind, tag)}/{listing_slug(site, listing.kind, listing.id, tag)}"
        yield from _paginated(site, Route(PageType.LISTING, tag, listing.kind, listing.id), folder, listing.postings)
        if listing.kind in ("categories", "organizations"):
            yield from _streams(site, tag, listing.kind, listing.id, folder)
        aliases = _listing_aliases(site.content, listing.kind, listing.id, tag, config)
        yield from _redirects(tag, listing.kind, listing.id, folder.rpartition("/")[0], aliases)


def _listing_aliases(content: Content, kind: str, id_: str, tag: str, config: Config) -> Iterator[str]:
    """The earlier slugs of a listing's page in a language, and the paths that lead to that one.

    An organization tells them by edition; where it has none, its page has the slug of another. A term tells them for
    all languages; a path leads to the language that it begins with, else to the first.
    """
    if kind == "organizations":
        edition = content.organizations[id_].best_edition(tag)
        yield from (alias for alias in edition.aliases if edition.language == tag or not alias.startswith("/"))
    elif term := terms_of(content, kind).get(id_):
        for alias in term.aliases:
            begin = alias.split("/")[1] if alias.startswith("/") else tag
            is_here = tag == (begin if begin in config.languages else config.default)
            # The earlier slug of one language may be that of another still.
            if is_here and alias != _term_slug(term, tag, config):
                yield alias


def listing_slug(site: Site, kind: str, id_: str, tag: str) -> str:
    """The last word of a listing's address."""
    if kind == "organizations":
        return site.content.organizations[id_].best_edition(tag).slug
    if kind == "employment_types":
        return id_.replace("_", "-")
    return _term_slug(terms_of(site.content, kind)[id_], tag, site.config)


def _term_slug(term: Term, tag: str, config: Config) -> str:
    return term.slug.phrase(tag, config.default).text if term.slug else term.id


def _streams(site: Site, tag: str, kind: str, id_: str, folder: str) -> Iterator[tuple[Route, str]]:
    """Feeds and calendar of the board, a category or an organization."""
    if "feeds" in site.config.outputs:
        yield Route(PageType.ATOM, tag, kind, id_), f"{folder}/feed.xml"
        yield Route(PageType.JSON_FEED, tag, kind, id_), f"{folder}/feed.json"
    if "calendars" in site.config.outputs and kind != "organizations":
        yield Route(PageType.CALENDAR, tag, kind, id_), f"{folder}/deadlines.ics"


def _posting(site: Site, posting: Posting, tag: str) -> Iterator[tuple[Route, str]]:
    folder = f"{tag}/{site.config.word('jobs', tag)}"
    edition = posting.edition(tag)
    if edition is None:
        return
    yield from _text(site.content, posting, tag, PageType.POSTING, folder)
    standing = site.standings[posting.id]
    if "calendars" in site.config.outputs and calendars.has_event(posting, standing):
        yield Route(PageType.CALENDAR, tag, "postings", posting.id), f"{folder}/{edition.slug}/deadline.ics"


def _news(site: Site, tag: str) -> Iterator[tuple[Route, str]]:
    if not site.content.news:
        return
    config, folder = site.config, f"{tag}/{site.config.word('news', tag)}"
    items = {item.id: item for item in site.content.news}
    seen = tuple(id_ for id_ in site.news if items[id_].edition(tag))
    yield from _numbered(config, Route(PageType.NEWS_INDEX, tag), folder, len(paginate(seen, config.per_page)))
    for id_ in seen:
        yield from _text(site.content, items[id_], tag, PageType.NEWS, folder)


def _text(
    content: Content, thing: Posting | NewsItem | ContentPage, tag: str, type_: PageType, folder: str
) -> Iterator[tuple[Route, str]]:
    """The page of one edition, its attachments, and the redirects from its earlier addresses."""
    edition = thing.edition(tag)
    if edition is None:
        return
    collection = COLLECTION_OF[type_]
    yield Route(type_, tag, id=thing.id), f"{folder}/{edition.slug}/index.html"
    for ref in thing.attachments:
        if ref.path in content.files:
            route = Route(PageType.ATTACHMENT, tag, collection, f"{thing.id}/{ref.name}")
            yield route, f"{folder}/{edition.slug}/{ref.name}"
    yield from _redirects(tag, collection, thing.id, folder, edition.aliases)


def _redirects(tag: str, kind: str, id_: str, folder: str, aliases: Iterable[str]) -> Iterator[tuple[Route, str]]:
    """What leads on from earlier addresses: slugs below the folder, or paths of the whole site."""
    for number, alias in enumerate(aliases, start=1):
        path = alias[1:] if alias.startswith("/") else f"{folder}/{alias}/"
        if not path.endswith((".html", ".htm")):
            path = f"{path.rstrip('/')}/index.html"
        yield Route(PageType.REDIRECT, tag, kind, id_, number), path


def attachment_source(site: Site, route: Route) -> str:
    """The path of the file in the content that an ATTACHMENT route publishes."""
    id_, _, name = route.id.partition("/")
    things: Mapping[str, Posting | NewsItem | ContentPage]
    if route.kind == "postings":
        things = site.postings
    else:
        things = {thing.id: thing for thing in (site.content.news if route.kind == "news" else site.content.pages)}
    return next(ref.path for ref in things[id_].attachments if ref.name == name)


def absent(site: Site) -> dict[str, Route]:
    """The routes of all addresses at which a posting or news item has no page just now: not yet, or no longer."""
    hidden = tuple(posting for posting in site.content.postings if posting.id not in site.shown)
    items = tuple(item for item in site.content.news if item.id not in site.news)
    return addresses_of(replace(site.content, postings=hidden, news=items, pages=(), organizations={}), site.config)


def addresses_of(content: Content, config: Config) -> dict[str, Route]:
    """The route of every address that there is for the sake of these things, if all of them are to be seen."""
    found = (pair for tag in config.languages for pair in _of_things(content, config, tag))
    return {url_path(path): route for route, path in found}


def _of_things(content: Content, config: Config, tag: str) -> Iterator[tuple[Route, str]]:
    def word(key: str) -> str:
        return f"{tag}/{config.word(key, tag)}"

    for posting in content.postings:
        yield from _text(content, posting, tag, PageType.POSTING, word("jobs"))
        for type_ in posting.employment_type if "employment_types" in config.listings else ():
            route = Route(PageType.LISTING, tag, "employment_types", type_.value)
            yield route, f"{word('employment_types')}/{type_.value.replace('_', '-')}/index.html"
    if content.news:
        yield Route(PageType.NEWS_INDEX, tag), f"{word('news')}/index.html"
    for item in content.news:
        yield from _text(content, item, tag, PageType.NEWS, word("news"))
    for page in content.pages:
        yield from _text(content, page, tag, PageType.PAGE, tag)
    for id_, organization in content.organizations.items() if "organizations" in config.listings else ():
        folder = word("organizations")
        slug = organization.best_edition(tag).slug
        yield Route(PageType.LISTING, tag, "organizations", id_), f"{folder}/{slug}/index.html"
        aliases = _listing_aliases(content, "organizations", id_, tag, config)
        yield from _redirects(tag, "organizations", id_, folder, aliases)


def files_of(content: Content) -> dict[str, Route]:
    """The page of every file of the content that has words."""
    found: dict[str, Route] = {}
    for posting in content.postings:
        found |= {e.origin.path: Route(PageType.POSTING, e.language, id=posting.id) for e in posting.editions}
    for item in content.news:
        found |= {e.origin.path: Route(PageType.NEWS, e.language, id=item.id) for e in item.editions}
    for page in content.pages:
        found |= {e.origin.path: Route(PageType.PAGE, e.language, id=page.id) for e in page.editions}
    for organization in content.organizations.values():
        found |= {
            e.origin.path: Route(PageType.LISTING, e.language, "organizations", organization.id)
            for e in organization.editions
        }
    return found


def origin_of(route: Route, site: Site) -> Origin:
    """The file that a page comes from, at its slug if it has one; `BOARD` when the board has it of itself."""
    content = site.content
    if route.type is PageType.STATIC:
        return Origin(f"static/{route.id}")
    terms = terms_of(content, route.kind)
    if route.id in terms:
        return terms[route.id].origin
    page = Route(route.type, route.language, route.kind, route.id)
    if route.kind == "organizations" and route.id in content.organizations:
        return content.organizations[route.id].best_edition(route.language).origin
    if route.kind in PAGE_OF:
        page = Route(PAGE_OF[route.kind], route.language, id=route.id.partition("/")[0])
    file = next((path for path, found in files_of(content).items() if found == page), "")
    if not file:
        return BOARD
    things: tuple[Posting | NewsItem | ContentPage, ...] = (*content.postings, *content.news, *content.pages)
    editions = (edition for thing in things for edition in thing.editions) if route.type in COLLECTION_OF else ()
    slug = next((edition.slug_origin for edition in editions if edition.origin.path == file), None)
    return slug or Origin(file, 1, 1)
