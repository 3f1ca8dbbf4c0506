"""`postings.json`: the open postings of one language as data, for the page that finds them and for other programs.

It is compact, since readers fetch it whole: facts stand in columns, and what many share stands once in a table. It is
one object:

* `format`: 2; `language`, `name`, `url`: of the board in this language; `timezone`: the board's own;
* `postings`: a list a fact (`COLUMNS`), each with one entry a posting, in the order of the home page;
* tables that columns point into, by number from 0: `languages` (with `jobs`, the address that slugs are below),
  `organizations`, `places`, `categories`, `employment_types`, `contracts`, `remote` and `zones`. An entry is
  `{id, name}`, with the `url` of its page where it has one, and the number of its `parent` in the same table. What has
  no id (an employer without a page, a place of no vocabulary) has a name only. Places also have a `full` name, with
  the country, where that says more.

Columns that do not explain themselves:

* `slug`: null when it is the id. The page is `languages[language].jobs` + slug + "/";
* `language`, `languages`: the edition told of here, and all that there are;
* `salary`: [lowest or null, highest or null, ISO 4217, "hour" to "year"], or null where it is not said;
* `posted`: YYYY-MM-DD; `opens`: the later day from which it is shown, and new, or null;
* `closes`: the first instant at which one may no longer apply (RFC 3339, UTC);
* `kind`: how the deadline is given: null for a day (the last one that is wholly before `closes` in its zone), "moment",
  or "open" (until filled, listed until `closes`); `zone`: null for the board's own;
* `summary`: only while the board has few open postings (`words.DETAILED_UP_TO`), so that the file stays small.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import unquote

from jobglot import jsontext
from jobglot.desk import CONTRACTS, Desk
from jobglot.formats import own_name
from jobglot.jsontext import Json, known, number, utc
from jobglot.listings import lineage, readable
from jobglot.locations import spot
from jobglot.model import DeadlineKind, Location, Posting, Remote, Salary, terms_of
from jobglot.routes import Links, PageType, Route
from jobglot.site import Site
from jobglot.words import DETAILED_UP_TO

COLUMNS = (
    *("id", "slug", "language", "languages", "title", "organization", "places", "categories", "employment_type"),
    *("remote", "contract", "salary", "posted", "opens", "closes", "kind", "zone", "reference", "featured"),
    "summary",
)


def postings_json(site: Site, links: Links, desk: Desk) -> bytes:
    """The file of the desk's language."""
    ids = readable(site.postings, site.open, desk.language, site.config.fallback)
    tables = _Tables(site, links, desk)
    with_summary = len(ids) <= DETAILED_UP_TO
    rows = [_row(site, tables, site.postings[id_], with_summary=with_summary) for id_ in ids]
    return jsontext.document(
        {
            "format": 2,
            "language": desk.language,
            "name": desk.phrase(site.config.name).text,
            "url": links.absolute(Route(PageType.HOME, desk.language)),
            "timezone": site.config.timezone,
            "postings": {name: [row[at] for row in rows] for at, name in enumerate(COLUMNS)},
            **tables.entries,
        }
    )


def _row(site: Site, tables: _Tables, posting: Posting, *, with_summary: bool) -> list[Json]:
    """A posting by the columns."""
    edition, standing = posting.best_edition(tables.desk.language), site.standings[posting.id]
    kind = posting.deadline.kind
    return [
        posting.id,
        None if edition.slug == posting.id else edition.slug,
        tables.language(posting, edition.language),
        [tables.language(posting, each.language) for each in posting.editions],
        edition.title,
        tables.organization(posting),
        [tables.place(location) for location in posting.locations],
        [tables.term("categories", id_) for id_ in posting.categories],
        [
            tables.page("employment_types", kind.value, tables.desk.employment_type(kind))
            for kind in posting.employment_type
        ],
        tables.remote(posting.remote),
        tables.plain("contracts", posting.contract.kind.value, tables.desk.gettext(CONTRACTS[posting.contract.kind]))
        if posting.contract
        else None,
        _salary(posting.salary) if posting.salary else None,
        posting.posted.isoformat(),
        posting.first_day.isoformat() if posting.first_day > posting.posted else None,
        utc(standing.closes),
        None if kind is DeadlineKind.DATE else kind.value,
        None
        if standing.zone == site.config.timezone
        else tables.plain("zones", standing.zone, tables.desk.zone(standing.zone)),
        posting.reference or None,
        1 if posting.featured else None,
        (edition.summary or None) if with_summary else None,
    ]


def _salary(salary: Salary) -> Json:
    low, high = (None if each is None else number(each) for each in (salary.minimum, salary.maximum))
    return [low, high, salary.currency, salary.per.value]


class _Tables:
    """The tables, filled as rows point into them; entries are in the order of the first use."""

    def __init__(self, site: Site, links: Links, desk: Desk) -> None:
        self.desk = desk
        self._site = site
        self._links = links
        names = ("languages", "organizations", "places", "categories", "employment_types", "contracts", "remote")
        self.entries: dict[str, list[Json]] = {name: [] for name in (*names, "zones")}
        self._numbers: dict[tuple[str, str, str, str], int] = {}

    def _number(self, table: str, id_: str, name: str, more: Mapping[str, Json]) -> int:
        key = (table, id_, name, str(more.get("full", "")))
        if key not in self._numbers:
            self._numbers[key] = len(self.entries[table])
            self.entries[table].append(known({"id": id_, "name": name, **more}))
        return self._numbers[key]

    def plain(self, table: str, id_: str, name: str) -> int:
        """The number of an entry without a page."""
        return self._number(table, id_, name, {})

    def page(self, table: str, id_: str, name: str, parent: int | None = None, full: str = "") -> int:
        """The number of an entry with its listing, where that is made."""
        listing = Route(PageType.LISTING, self.desk.language, table, id_)
        url = self._links.absolute(listing) if self._links.has(listing) else None
        return self._number(table, id_, name, {"parent": parent, "url": url, "full": full})

    def term(self, table: str, id_: str) -> int:
        """The number of a category or a place; those above it come before it."""
        vocabulary = terms_of(self._site.content, table)
        parent: int | None = None
        for above in reversed(lineage(id_, vocabulary)):
            name = self.desk.term(vocabulary[above]).text
            full = self._full(above, name) if table == "places" else ""
            parent = self.page(table, above, name, parent, full)
        return self.plain(table, id_, id_) if parent is None else parent

    def _full(self, place: str, name: str) -> str:
        full = self.desk.place(replace(spot(Location(place=place), self._site.content), region=None))
        return "" if full == name else full

    def language(self, posting: Posting, tag: str) -> int:
        """The number of a language, which tells below which address its postings lie."""
        address = unquote(self._links.absolute(Route(PageType.POSTING, tag, id=posting.id)))
        folder = address.rstrip("/").rpartition("/")[0] + "/"
        return self._number("languages", tag, own_name(tag), {"jobs": folder})

    def organization(self, posting: Posting) -> int:
        """The number of the employer."""
        name = self.desk.organization(posting, self._site.content).text
        if posting.organization:
            return self.page("organizations", posting.organization, name)
        return self.plain("organizations", "", name)

    def place(self, location: Location) -> int:
        """The number of a place of work."""
        if location.place:
            return self.term("places", location.place)
        found = spot(location, self._site.content)
        name, full = self.desk.city(found), self.desk.place(replace(found, region=None) if found.city else found)
        return self._number("places", "", name, {"full": "" if full == name else full})

    def remote(self, remote: Remote) -> int:
        """The number of how much of the work may be done elsewhere."""
        return self.plain("remote", remote.value, self.desk.remote(remote))
