"""What every page has around its own matter: head, header, language switch, breadcrumbs, footer: `base.html`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from jobglot import jsonld
from jobglot.alternates import alternates, in_language
from jobglot.desk import Desk
from jobglot.formats import direction, own_name
from jobglot.i18n import N_
from jobglot.jsontext import Json
from jobglot.model import Phrase
from jobglot.press import Press
from jobglot.render import Html
from jobglot.routes import PageType, Route, url_path
from jobglot.views import Link, Said, said

LISTING_NAMES: Mapping[str, str] = {
    "categories": N_("Categories"),
    "organizations": N_("Organizations"),
    "places": N_("Places"),
    "employment_types": N_("Types of employment"),
}

OPEN_GRAPH_TYPES = {PageType.POSTING: "article", PageType.NEWS: "article"}
PICTURE = "social.png"
DESCRIPTION_LENGTH = 200
TITLE_LENGTH = 70


class About(NamedTuple):
    """What a page says of itself to what is around it.

    `title` is the heading; `description` is for search engines and previews; `trail` leads from below the home page
    down to the page's parent; `section` is the entry of the menu to mark as current.
    """

    title: Said
    part: str = ""
    """Which page of several this is, in words, for the title of the document."""
    owner: str = ""
    """Whose it is, for the title of the document."""
    description: str = ""
    trail: tuple[tuple[Phrase, Route], ...] = ()
    section: Route | None = None
    noindex: bool = False
    data: tuple[Mapping[str, Json], ...] = ()
    previous: Route | None = None
    next: Route | None = None
    feeds: tuple[str, str] | None = None
    """(kind, id) of the feeds that the page has besides those of the whole board."""


class Feed(NamedTuple):
    """A feed announced in the head."""

    mime: str
    title: str
    url: str


class Switch(NamedTuple):
    """A language in the switch: the same page in it, or its home page when there is none."""

    language: str
    direction: str
    name: str
    url: str
    current: bool
    same_page: bool


class Chrome(NamedTuple):
    """The view of `base.html`. Addresses in `canonical` and `alternates` are absolute.

    `page` is the type of the page, such as `posting`; `id` tells which of that type it is, and `listing` of which list.
    """

    page: str
    listing: str
    id: str
    language: str
    direction: str
    locale: str
    other_locales: tuple[str, ...]
    board: Said
    home: str
    title: str
    description: str
    canonical: str
    noindex: bool
    og_type: str
    picture: str
    """The address of the static file `social.png`, which previews of links show; "" when there is none."""
    alternates: tuple[tuple[str, str], ...]
    feeds: tuple[Feed, ...]
    manifest: str
    previous: str
    next: str
    data: tuple[Mapping[str, Json], ...]
    menu: Html
    switch: tuple[Switch, ...]
    crumbs: tuple[Link, ...]
    footer: Html


class Frame(NamedTuple):
    """What is around all pages of a language. `feeds` are those of the whole board."""

    board: Phrase
    home: Link
    picture: str
    manifest: str
    feeds: tuple[Feed, ...]
    footer: Html


def frame(press: Press, language: str) -> Frame:
    """The frame of a language, made once."""
    return press.once(("frame", language), lambda: _frame(press, language))


def _frame(press: Press, language: str) -> Frame:
    board = press.desks[language].phrase(press.site.config.name)
    return Frame(
        board=board,
        home=press.link(Route(PageType.HOME, language), board),
        picture=press.links.base_url + url_path(press.assets[PICTURE]) if PICTURE in press.assets else "",
        manifest=press.url(Route(PageType.MANIFEST, language)),
        feeds=tuple(feeds(press, language, "", "", board.text)),
        footer=_draw_footer(press, language),
    )


def chrome(press: Press, route: Route, about: About) -> Chrome:
    """What is around the page at `route`."""
    site, links, language = press.site, press.links, route.language or press.site.config.default
    desk, shared = press.desks[language], frame(press, language)
    versions = alternates(route, site, links)
    is_home = route.type is PageType.HOME
    own_feeds = feeds(press, language, *about.feeds, f"{about.title.text} – {shared.board.text}") if about.feeds else ()
    crumbs = () if is_home else (shared.home, *(press.link(step, name) for name, step in about.trail))
    data = about.data if about.noindex else (*about.data, *breadcrumb_data(press, route, about))
    return Chrome(
        page=route.type.value,
        listing=route.kind,
        id=route.id,
        language=language,
        direction=desk.direction,
        locale=desk.locale,
        other_locales=tuple(press.desks[tag].locale for tag, _ in versions if tag in press.desks and tag != language),
        board=shared.home.said,
        home=shared.home.url,
        title=whole_title(about.title.text, about.part, about.owner, shared.board.text),
        description=shortened(about.description),
        canonical=links.absolute(route) if links.has(route) and route.type is not PageType.NOT_FOUND else "",
        noindex=about.noindex,
        og_type=OPEN_GRAPH_TYPES.get(route.type, "website"),
        picture=shared.picture,
        alternates=() if about.noindex else tuple((tag, links.absolute(version)) for tag, version in versions),
        feeds=(*own_feeds, *shared.feeds),
        manifest=shared.manifest,
        previous=links.absolute(about.previous) if about.previous else "",
        next=links.absolute(about.next) if about.next else "",
        data=data,
        menu=menu(press, language, route, about.section),
        switch=tuple(switch(press, route, language)),
        crumbs=crumbs,
        footer=shared.footer,
    )


def breadcrumb_data(press: Press, route: Route, about: About) -> Iterator[Mapping[str, Json]]:
    """The way from the home page down as structured data, of a page that is further below."""
    if not about.trail:
        return
    links, language = press.links, route.language or press.site.config.default
    steps = [(frame(press, language).board, Route(PageType.HOME, language)), *about.trail]
    steps.append((Phrase(about.title.text), route))
    found = jsonld.breadcrumbs([(name.text, links.absolute(step)) for name, step in steps if links.has(step)])
    if found:
        yield found


def whole_title(title: str, *parts: str) -> str:
    """The title of a document: as many of the parts as search results have room for, and always the first."""
    for part in dict.fromkeys(parts):
        longer = f"{title} – {part}"
        if part and part != title and len(longer) <= TITLE_LENGTH:
            title = longer
    return title


def shortened(text: str) -> str:
    """The beginning of a text, cut between words where there are some: Japanese puts no space between them."""
    if len(text) <= DESCRIPTION_LENGTH:
        return text
    beginning = text[:DESCRIPTION_LENGTH]
    whole = beginning.rpartition(" ")[0]
    return (whole if len(whole) > DESCRIPTION_LENGTH / 2 else beginning).rstrip(" ,;:.–-、。，") + "…"


def menu(press: Press, language: str, route: Route, section: Route | None) -> Html:
    """The main menu as HTML, drawn once a language and entry to mark as current."""
    entries = press.once(("menu", language), lambda: tuple(_entries(press, press.desks[language])))
    current = tuple("page" if step == route else "true" if step == section else "" for _, step in entries)

    def draw() -> Html:
        links = tuple(press.link(step, name, mark) for (name, step), mark in zip(entries, current, strict=True))
        search, saved = (press.url(Route(type_, language)) for type_ in (PageType.SEARCH, PageType.SHORTLIST))
        # The footer has these as well, so that narrow screens need not show them twice.
        lesser = [press.url(step) for _, step in entries if step.type in (PageType.NEWS_INDEX, PageType.PAGE)]
        words, name = press.desks[language].gettext, f"the menu ({language})"
        values = {"links": links, "search": search, "saved": saved, "lesser": lesser}
        return press.renderer.draw("_menu.html", name, **values, _=words)

    return press.once(("menu", language, current), draw)


def _entries(press: Press, desk: Desk) -> Iterator[tuple[Phrase, Route]]:
    """The entries of the main menu, in their fixed order; only pages that exist."""
    language, config = desk.language, press.site.config
    entries = [(Phrase(desk.gettext("Jobs")), Route(PageType.HOME, language))]
    entries += [
        (Phrase(desk.gettext(LISTING_NAMES[kind])), Route(PageType.LISTING_INDEX, language, kind))
        for kind in config.listings
        if kind != "employment_types"
    ]
    entries.append((Phrase(desk.gettext("News")), Route(PageType.NEWS_INDEX, language)))
    for page in sorted((p for p in press.site.content.pages if p.menu), key=lambda p: (p.order, p.id)):
        edition = page.edition(language)
        if edition:
            entries.append((Phrase(edition.title), Route(PageType.PAGE, language, id=page.id)))
    entries.append((Phrase(desk.gettext("Saved jobs")), Route(PageType.SHORTLIST, language)))
    entries.append((Phrase(desk.gettext("Find a job")), Route(PageType.SEARCH, language)))
    return ((name, step) for name, step in entries if press.links.has(step))


def switch(press: Press, route: Route, language: str) -> Iterator[Switch]:
    """Every language of the board, the page's own included."""
    for tag in press.site.config.languages:
        same, url = in_language(route, tag), ""
        if route.language:
            url = press.url(same) or press.url(same._replace(number=1))
        yield Switch(
            tag, direction(tag), own_name(tag), url or press.url(Route(PageType.HOME, tag)), tag == language, bool(url)
        )


def feeds(press: Press, language: str, kind: str, id_: str, name: str) -> Iterator[Feed]:
    """The feeds of a topic as far as they are made; kind "" for the whole board."""
    for type_, mime in ((PageType.ATOM, "application/atom+xml"), (PageType.JSON_FEED, "application/feed+json")):
        url = press.url(Route(type_, language, kind, id_))
        if url:
            yield Feed(mime, name, url)


class Footer(NamedTuple):
    """The view of `_footer.html`, the same on all pages of a language."""

    board: Said
    tagline: Said | None
    jobs: tuple[Link, ...]
    follow: tuple[Link, ...]
    about: tuple[Link, ...]
    source: str


def ways_to_jobs(press: Press, language: str) -> tuple[Link, ...]:
    """The lists of open jobs, and the indexes of what one may look for them by."""
    return press.links_to(
        language,
        (N_("All open jobs"), Route(PageType.HOME, language)),
        (N_("Closing soon"), Route(PageType.CLOSING_SOON, language)),
        (N_("New jobs"), Route(PageType.NEW, language)),
        *((name, Route(PageType.LISTING_INDEX, language, kind)) for kind, name in LISTING_NAMES.items()),
    )


def _pages(press: Press, language: str) -> Iterator[Link]:
    """Every page of the board, in another language where it is not written in this one.

    An imprint or a privacy page has to be found by all readers, in whichever language it is.
    """
    for page in sorted(press.site.content.pages, key=lambda p: (p.order, p.id)):
        tag = page.best_edition(language).language
        if tag == language:
            yield press.link(Route(PageType.PAGE, tag, id=page.id), Phrase(page.best_edition(tag).title))
        # The board has a statement of its own where this one is not written.
        elif not press.links.has(Route(PageType.STATEMENT, language)) or page.id != "accessibility":
            link = press.link(Route(PageType.PAGE, tag, id=page.id), Phrase(page.best_edition(tag).title, tag))
            yield link._replace(hreflang=tag)


def _draw_footer(press: Press, language: str) -> Html:
    desk, config = press.desks[language], press.site.config
    view = Footer(
        board=said(desk.phrase(config.name)),
        tagline=said(desk.phrase(config.tagline)) if config.tagline else None,
        jobs=(
            *ways_to_jobs(press, language),
            *press.links_to(language, (N_("Closed jobs"), Route(PageType.ARCHIVE, language))),
        ),
        follow=press.links_to(
            language,
            (N_("Feed of new jobs (Atom)"), Route(PageType.ATOM, language)),
            (N_("Feed of new jobs (JSON)"), Route(PageType.JSON_FEED, language)),
            (N_("Calendar of deadlines"), Route(PageType.CALENDAR, language)),
            (N_("All jobs as data (JSON)"), Route(PageType.DATA, language)),
        ),
        about=(
            *press.links_to(language, (N_("News"), Route(PageType.NEWS_INDEX, language))),
            *_pages(press, language),
            *press.links_to(language, (N_("Accessibility"), Route(PageType.STATEMENT, language))),
        ),
        source=config.source_url,
    )
    return press.renderer.draw("_footer.html", f"the footer ({language})", footer=view, _=desk.gettext)
