"""`postings.json`: the open postings of one language as data, for the page that finds them and for other programs.

The answer is one object:

* `language`, `name`, `url`: of the board in this language;
* `postings`: in the order of the home page, one object each, see `_posting`;
* `labels`: for `categories`, `places`, `organizations`, `employment_types`, `contracts` and `remote`, the name of every
  id that the postings use, parents of categories and places included, as `{name, parent?, url?}`.

Instants are RFC 3339 in UTC, days are YYYY-MM-DD; a fact that is not known is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jobglot import jsontext
from jobglot.desk import CONTRACTS, Desk
from jobglot.jsontext import Json, known, number, utc
from jobglot.listings import lineage, readable
from jobglot.locations import spot
from jobglot.model import ContractKind, EmploymentType, Posting, Remote, Salary, Term
from jobglot.routes import Links, PageType, Route
from jobglot.site import Site


def postings_json(site: Site, links: Links, desk: Desk) -> bytes:
    """The file of the desk's language."""
    ids = readable(site.postings, site.open, desk.language, site.config.fallback)
    postings = [site.postings[id_] for id_ in ids]
    return jsontext.document(
        {
            "language": desk.language,
            "name": desk.phrase(site.config.name).text,
            "url": links.absolute(Route(PageType.HOME, desk.language)),
            "labels": _labels(site, links, desk, postings),
            "postings": [_posting(site, links, desk, posting) for posting in postings],
        }
    )


def _posting(site: Site, links: Links, desk: Desk, posting: Posting) -> Json:
    """`language` is that of title, summary and page, which may differ from the file's."""
    edition, standing = posting.best_edition(desk.language), site.standings[posting.id]
    employer = desk.organization(posting, site.content)
    deadline = {
        "kind": posting.deadline.kind.value,
        "closes": utc(standing.closes),
        "last_day": standing.last_day.isoformat(),
        "text": desk.deadline(posting, standing),
    }
    return known(
        {
            "id": posting.id,
            "url": links.absolute(Route(PageType.POSTING, edition.language, id=posting.id)),
            "language": edition.language,
            "languages": [each.language for each in posting.editions],
            "title": edition.title,
            "summary": edition.summary,
            "reference": posting.reference,
            "organization": known({"id": posting.organization, "name": employer.text}),
            "places": [_place(site, desk, posting, at) for at in range(len(posting.locations))],
            "remote": posting.remote.value,
            "categories": list(posting.categories),
            "employment_type": [kind.value for kind in posting.employment_type],
            "contract": posting.contract.kind.value if posting.contract else None,
            "salary": _salary(desk, posting.salary) if posting.salary else None,
            "posted": posting.posted.isoformat(),
            "deadline": deadline,
            "featured": posting.featured,
        }
    )


def _place(site: Site, desk: Desk, posting: Posting, at: int) -> Json:
    found = spot(posting.locations[at], site.content)
    return known({"id": found.place, "name": desk.place(found), "country": found.country})


def _salary(desk: Desk, salary: Salary) -> Json:
    return known(
        {
            "min": None if salary.minimum is None else number(salary.minimum),
            "max": None if salary.maximum is None else number(salary.maximum),
            "currency": salary.currency,
            "per": salary.per.value,
            "text": desk.salary(salary),
        }
    )


def _labels(site: Site, links: Links, desk: Desk, postings: list[Posting]) -> Json:
    used = [location.place for posting in postings for location in posting.locations if location.place]
    categories = [id_ for posting in postings for id_ in posting.categories]
    employers = sorted({posting.organization for posting in postings if posting.organization})
    kinds = {kind for posting in postings for kind in posting.employment_type}
    contracts = {posting.contract.kind for posting in postings if posting.contract}
    remote = {posting.remote for posting in postings}

    def label(kind: str, id_: str, name: str, parent: str = "") -> Json:
        page = Route(PageType.LISTING, desk.language, kind, id_)
        return known({"name": name, "parent": parent, "url": links.absolute(page) if links.has(page) else None})

    def terms(kind: str, ids: Iterable[str], vocabulary: Mapping[str, Term]) -> Json:
        wanted = {above for id_ in ids for above in lineage(id_, vocabulary)}
        found = (vocabulary[id_] for id_ in sorted(wanted))
        return {term.id: label(kind, term.id, desk.term(term).text, term.parent) for term in found}

    return {
        "categories": terms("categories", categories, site.content.categories),
        "places": terms("places", used, site.content.places),
        "organizations": {
            id_: label("organizations", id_, desk.organization_name(site.content.organizations[id_]).text)
            for id_ in employers
        },
        "employment_types": {
            kind.value: label("employment_types", kind.value, desk.employment_type(kind))
            for kind in EmploymentType
            if kind in kinds
        },
        "contracts": {
            kind.value: {"name": desk.gettext(CONTRACTS[kind])} for kind in ContractKind if kind in contracts
        },
        "remote": {kind.value: {"name": desk.remote(kind)} for kind in Remote if kind in remote},
    }
