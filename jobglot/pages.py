"""Which function makes which page: from a press and a route to HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from jobglot import jsonld
from jobglot.jsontext import Json
from jobglot.listings import lineage
from jobglot.model import ContentPage, Edition, NewsItem, Phrase
from jobglot.press import Press
from jobglot.routes import PageType, Route, redirect_target
from jobglot.view_chrome import LISTING_NAMES, About, chrome
from jobglot.view_find import find_view, shortlist_view
from jobglot.view_home import home_view
from jobglot.view_index import index_view
from jobglot.view_list import Pages, list_view
from jobglot.view_posting import posting_view
from jobglot.view_small import chooser_view, not_found_view, redirect_view
from jobglot.view_statement import statement_view
from jobglot.view_text import news_index_view, news_view, page_view
from jobglot.views import Said, said


def html(press: Press, route: Route) -> str:
    """The page at `route`. TemplateFault when a template goes wrong; KeyError for a page type that is not HTML."""
    return PAGES[route.type](press, route)


def home(press: Press, route: Route) -> str:
    """The open jobs."""
    view, desk, config = home_view(press, route), press.desks[route.language], press.site.config
    title = said(desk.phrase(config.name)) if view.is_first else Said(desk.gettext("Open jobs"))
    tagline = desk.phrase(config.tagline).text if config.tagline else view.count
    data = (jsonld.website(press.site, press.links, desk),) if view.is_first else ()
    about = About(title, description=tagline, data=data, section=route._replace(number=1))
    return _draw(press, route, "home.html", _on_page(about, route, view.pages), view)


def posting(press: Press, route: Route) -> str:
    """A posting in one of its languages."""
    site, desk = press.site, press.desks[route.language]
    subject = site.postings[route.id]
    edition = _edition(subject.edition(route.language), route)
    view = posting_view(press, subject, edition)
    name = view.title if not view.badge or not view.is_over else f"{view.badge}: {view.title}"
    deadline = f"{view.when.label} {view.when.text}".strip()
    data = jsonld.job_posting(site, press.links, desk, subject, edition)
    about = About(
        title=Said(name),
        owner=view.organization.said.text,
        description=desk.formatter.sentences((deadline, edition.summary or edition.body.text)),
        trail=tuple(_category_trail(press, route, subject.categories)),
        noindex=not site.standings[route.id].state.takes_applications,
        data=(data,) if data else (),
    )
    return _draw(press, route, "posting.html", about, view)


def listing(press: Press, route: Route) -> str:
    """The open jobs under one heading."""
    view, desk = list_view(press, route), press.desks[route.language]
    index = Route(PageType.LISTING_INDEX, route.language, route.kind)
    data: tuple[Mapping[str, Json], ...] = ()
    if view.organization:
        data = (jsonld.organization(press.site, press.links, desk, press.site.content.organizations[route.id]),)
    about = About(
        title=Said(desk.gettext("Jobs: %(name)s") % {"name": view.heading.text}),
        description=view.lead.text if view.lead else view.glimpse,
        trail=((Phrase(desk.gettext(LISTING_NAMES[route.kind])), index),) if press.links.has(index) else (),
        section=index,
        data=data,
        feeds=(route.kind, route.id) if route.kind in FEED_KINDS else None,
    )
    return _draw(press, route, "list.html", _on_page(about, route, view.pages), view)


def collected(press: Press, route: Route) -> str:
    """Closing soon, new, or the archive."""
    view = list_view(press, route)
    about = About(view.heading, description=view.lead.text if view.lead else view.glimpse)
    return _draw(press, route, "list.html", _on_page(about, route, view.pages), view)


def listing_index(press: Press, route: Route) -> str:
    """All listings of a kind, or those of one page."""
    view = index_view(press, route)
    about = About(view.heading, description=view.count, section=route._replace(number=1))
    return _draw(press, route, "index.html", _on_page(about, route, view.pages), view)


def news_index(press: Press, route: Route) -> str:
    """All news."""
    view = news_index_view(press, route)
    about = About(view.heading, description=view.heading.text, section=route._replace(number=1))
    return _draw(press, route, "news_index.html", _on_page(about, route, view.pages), view)


def news(press: Press, route: Route) -> str:
    """A news item."""
    item = _news_item(press, route)
    edition, desk = _edition(item.edition(route.language), route), press.desks[route.language]
    index = Route(PageType.NEWS_INDEX, route.language)
    about = About(
        title=Said(edition.title),
        description=edition.summary or edition.body.text,
        trail=((Phrase(desk.gettext("News")), index),) if press.links.has(index) else (),
        section=index,
        data=(jsonld.news_article(press.site, press.links, desk, item, edition),),
    )
    return _draw(press, route, "text.html", about, news_view(press, item, edition))


def page(press: Press, route: Route) -> str:
    """A page such as "About"."""
    subject = _content_page(press, route)
    edition = _edition(subject.edition(route.language), route)
    about = About(Said(edition.title), description=edition.summary or edition.body.text)
    return _draw(press, route, "text.html", about, page_view(press, subject, edition))


def search(press: Press, route: Route) -> str:
    """The page that finds jobs."""
    view, tagline = find_view(press, route), press.site.config.tagline
    about = About(view.heading, description=press.desks[route.language].phrase(tagline).text if tagline else "")
    return _draw(press, route, "search.html", about, view)


def shortlist(press: Press, route: Route) -> str:
    """The jobs that the reader saved."""
    view = shortlist_view(press, route)
    return _draw(press, route, "shortlist.html", About(view.heading, noindex=True), view)


def statement(press: Press, route: Route) -> str:
    """How accessible the board is, where the site does not tell itself."""
    view = statement_view(press, route)
    return _draw(press, route, "statement.html", About(view.heading, noindex=True), view)


def not_found(press: Press, route: Route) -> str:
    """What stands at an address that leads nowhere."""
    view = not_found_view(press, route)
    return _draw(press, route, "not_found.html", About(Said(view.parts[0].heading), noindex=True), view)


def chooser(press: Press, route: Route) -> str:
    """The choice of a language at `/`."""
    words = press.desks[press.site.config.default].gettext
    return press.renderer.render("chooser.html", _name(press, route), view=chooser_view(press), _=words)


def redirect(press: Press, route: Route) -> str:
    """A page that leads on from a former address."""
    target = redirect_target(route)
    title = _title(press, target)
    view = redirect_view(press, route, target, title)
    return press.renderer.render("redirect.html", _name(press, route), view=view, _=press.desks[route.language].gettext)


FEED_KINDS = ("categories", "organizations")


PAGES: Mapping[PageType, Callable[[Press, Route], str]] = {
    PageType.HOME: home,
    PageType.POSTING: posting,
    PageType.LISTING: listing,
    PageType.LISTING_INDEX: listing_index,
    PageType.CLOSING_SOON: collected,
    PageType.NEW: collected,
    PageType.ARCHIVE: collected,
    PageType.NEWS_INDEX: news_index,
    PageType.NEWS: news,
    PageType.PAGE: page,
    PageType.SEARCH: search,
    PageType.SHORTLIST: shortlist,
    PageType.STATEMENT: statement,
    PageType.NOT_FOUND: not_found,
    PageType.CHOOSER: chooser,
    PageType.REDIRECT: redirect,
}


def _draw(press: Press, route: Route, template: str, about: About, view: object) -> str:
    desk = press.desks[route.language or press.site.config.default]
    around = chrome(press, route, about)
    return press.renderer.render(template, _name(press, route), chrome=around, view=view, _=desk.gettext)


def _name(press: Press, route: Route) -> str:
    return press.links.paths.get(route) or f"{route.type.value} {route.id} ({route.language})"


def _on_page(about: About, route: Route, pages: Pages | None) -> About:
    """What a page of several says of itself besides."""
    if pages is None:
        return about
    return about._replace(
        part=pages.text if route.number > 1 else "",
        previous=route._replace(number=route.number - 1) if route.number > 1 else None,
        next=route._replace(number=route.number + 1) if route.number < pages.count else None,
    )


def _edition(edition: Edition | None, route: Route) -> Edition:
    if edition is None:
        raise KeyError(route)
    return edition


def _category_trail(press: Press, route: Route, categories: tuple[str, ...]) -> Iterator[tuple[Phrase, Route]]:
    """From the broadest category of a posting down to its first one."""
    terms = press.site.content.categories
    for id_ in reversed(lineage(categories[0], terms) if categories else ()):
        step = Route(PageType.LISTING, route.language, "categories", id_)
        if press.links.has(step):
            yield press.desks[route.language].term(terms[id_]), step


def _title(press: Press, route: Route) -> str:
    if route.type is PageType.LISTING:
        return press.desks[route.language].heading(route.kind, route.id, press.site.content).text
    if route.type is PageType.POSTING:
        return _edition(press.site.postings[route.id].edition(route.language), route).title
    if route.type is PageType.NEWS:
        return _edition(_news_item(press, route).edition(route.language), route).title
    return _edition(_content_page(press, route).edition(route.language), route).title


def _news_item(press: Press, route: Route) -> NewsItem:
    return next(item for item in press.site.content.news if item.id == route.id)


def _content_page(press: Press, route: Route) -> ContentPage:
    return next(page for page in press.site.content.pages if page.id == route.id)
