"""An organization, as its own page and its postings show it: `_organization.html`."""

from __future__ import annotations

from dataclasses import dataclass

from jobglot.model import Phrase
from jobglot.press import Press
from jobglot.render import Html
from jobglot.routes import PageType, Route
from jobglot.views import Link, Said, said, said_in


@dataclass(frozen=True, slots=True)
class OrganizationView:
    """`body` is the shared "about us", in the language `lang` where that is not the page's; `logo` is a static file."""

    name: Said
    acronym: str
    summary: str
    body: Html
    lang: str
    dir: str
    site_url: str
    logo: str
    country: str
    parent: Link | None
    page: str


def organization_view(press: Press, id_: str, language: str) -> OrganizationView:
    """The organization for pages in `language`, in the edition best read there."""
    return press.once(("organization", language, id_), lambda: _organization_view(press, id_, language))


def _organization_view(press: Press, id_: str, language: str) -> OrganizationView:
    organization, desk = press.site.content.organizations[id_], press.desks[language]
    edition = organization.best_edition(language)
    other = "" if edition.language == language else edition.language
    marked = said_in("", other)
    above = press.site.content.organizations.get(organization.parent)
    return OrganizationView(
        name=said_in(edition.name, other),
        acronym=edition.acronym,
        summary=edition.summary,
        body=press.body(edition.body, edition.origin.path),
        lang=marked.lang,
        dir=marked.dir,
        site_url=organization.url,
        logo=organization.logo if organization.logo in press.assets else "",
        country=desk.country(organization.country) if organization.country else "",
        parent=organization_link(press, above.id, language) if above else None,
        page=press.url(Route(PageType.LISTING, language, "organizations", id_)),
    )


def organization_link(press: Press, id_: str, language: str) -> Link:
    """The name of an organization, leading to its page where there is one."""

    def link() -> Link:
        name = press.desks[language].organization_name(press.site.content.organizations[id_])
        return press.link(Route(PageType.LISTING, language, "organizations", id_), name)

    return press.once(("link to organization", language, id_), link)


def employer_link(press: Press, posting_id: str, language: str) -> Link:
    """The name of a posting's employer, leading to its page on the board, else to its own site."""
    posting = press.site.postings[posting_id]
    if posting.organization:
        return organization_link(press, posting.organization, language)
    name: Phrase = press.desks[language].organization(posting, press.site.content)
    return Link(said(name), posting.employer.url if posting.employer else "")
