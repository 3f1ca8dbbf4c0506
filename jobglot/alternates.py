"""Which pages say the same in other languages: the hreflang set of a page."""

from __future__ import annotations

from jobglot.routes import Links, PageType, Route
from jobglot.site import Site

X_DEFAULT = "x-default"

# A file per language that is no page, and pages that are about no language.
WITHOUT = frozenset({PageType.REDIRECT, PageType.NOT_FOUND, PageType.DATA, PageType.MANIFEST, PageType.ATTACHMENT})
CHOOSER = Route(PageType.CHOOSER)


def in_language(route: Route, language: str) -> Route:
    """The same page in a language."""
    # `_replace` takes several times as long, and every page asks for each of its languages.
    return Route(route.type, language, route.kind, route.id, route.number)


def alternates(route: Route, site: Site, links: Links) -> tuple[tuple[str, Route], ...]:
    """(hreflang, route) of the page in every language in which it exists, itself included, then `x-default`.

    In the order of the config's languages, of which the default one is the first. `x-default` is the page in the first
    in which there is one; of the home pages it is the language chooser, which belongs to their set. Empty for pages
    that have no counterparts (redirects, 404) and for a route outside the plan.

    Every page of a set gives the same set, so the annotations are reciprocal
    (https://developers.google.com/search/docs/specialty/international/localized-versions).
    """
    if route.type in WITHOUT or not links.has(route):
        return ()
    if route == CHOOSER:
        route = Route(PageType.HOME, site.config.default)
    if not route.language:
        return ()
    versions = ((tag, in_language(route, tag)) for tag in site.config.languages)
    found = tuple((tag, version) for tag, version in versions if links.has(version))
    is_first_home = route.type is PageType.HOME and route.number == 1 and links.has(CHOOSER)
    return (*found, (X_DEFAULT, CHOOSER if is_first_home else found[0][1]))
