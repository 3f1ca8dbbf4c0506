"""The rules that no single file can break: references that lead somewhere, facts that every posting must have.

Each rule takes the content and gives problems; none asks what time it is, so that a posting that is
right today cannot be wrong tomorrow.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from jobglot.attached import attachment_problems
from jobglot.category_fit import categories_fit
from jobglot.checks import Chosen, is_off
from jobglot.doubles import kin, postings_stand_once
from jobglot.kinds import id_meant
from jobglot.listings import lineage
from jobglot.model import (
    Content,
    ContentPage,
    Edition,
    NewsItem,
    Organization,
    Posting,
    Remote,
    Term,
)
from jobglot.pay_law import pay_is_told
from jobglot.problem import Origin, Problem, error, warning
from jobglot.shapes import as_yaml
from jobglot.things import file_linked

MOST_GUESSED = 50
"""For so many unknown ids the nearest known one is looked for, which takes long among thousands."""
LONGEST_RUN = timedelta(days=10 * 366)


class Kind(NamedTuple):
    """What a reference refers to: its name in messages, its folder or vocabulary, where to add one by id or by name."""

    name: str
    folder: str
    remedy: str
    of_name: str


ORGANIZATION = Kind(
    "organization",
    "organizations",
    "add content/organizations/ID.TAG.md",
    "write {name: NAME}, or write ID and add content/organizations/ID.TAG.md",
)
CATEGORY = Kind(
    "category",
    "categories",
    "add it to content/categories.yaml",
    "write an id, for example ID, and add it to content/categories.yaml",
)
PLACE = Kind(
    "place",
    "places",
    "add it to content/places.yaml, or write {city: …, country: …}",
    "write {city: NAME, country: …}, or write ID and add it to content/places.yaml",
)
# What is named here can only have an id: an organization in parts is one posting's, a city one location's.
PART_OF = ORGANIZATION._replace(of_name="write ID and add content/organizations/ID.TAG.md")
REGION = PLACE._replace(remedy="add it to content/places.yaml", of_name="write ID and add it to content/places.yaml")
INDUSTRY = Kind(
    "industry",
    "industries",
    "add it to content/industries.yaml",
    "write an id, for example ID, and add it to content/industries.yaml",
)


def check(content: Content, chosen: Chosen | None = None) -> list[Problem]:
    """The problems of all rules; of those only that `graded` would keep, where it is known what the config chose."""
    return [problem for rule in _asked(chosen) for problem in rule(content)]


def check_some(content: Content, postings: Sequence[Posting], chosen: Chosen | None) -> list[Problem]:
    """All problems in which the words of these postings have a part; others may be among them, true or not.

    So what differs between two sets of words is what differs between the two results.
    """
    alone = replace(content, postings=tuple(postings))
    together = replace(content, postings=tuple(kin(content.postings, postings)))
    rules = _asked(chosen)
    return [problem for rule in rules for problem in rule(together if rule is postings_stand_once else alone)]


def _asked(chosen: Chosen | None) -> list[Rule]:
    """The rules that may tell something."""
    return [rule for rule in RULES if chosen is None or rule not in SINGLE or not is_off(SINGLE[rule], chosen)]


def organizations_exist(content: Content) -> Iterator[Problem]:
    """Every organization named has its files."""
    known = References(content, content.organizations, ORGANIZATION)
    for posting in content.postings:
        yield from known.problems(posting.organization, posting.origin_of("organization"))
    known = References(content, content.organizations, PART_OF)
    for organization in content.organizations.values():
        yield from known.problems(organization.parent, organization.origins.get("parent", organization.origin))
    for item in content.news:
        yield from known.problems(item.organization, item.origins.get("organization", item.origin))


def terms_exist(content: Content) -> Iterator[Problem]:
    """Every category, place and industry named is in its vocabulary."""
    categories = References(content, content.categories, CATEGORY)
    industries = References(content, content.industries, INDUSTRY)
    places = References(content, content.places, PLACE)
    for posting in content.postings:
        for category in posting.categories:
            yield from categories.problems(category, posting.origin_of("categories", category))
        yield from industries.problems(posting.industry, posting.origin_of("industry"))
        for location in posting.locations:
            yield from places.problems(location.place, posting.origin_of("locations", location.place))


def terms_form_trees(content: Content) -> Iterator[Problem]:
    """Every parent exists, and no term is above itself."""
    for terms, what in ((content.categories, CATEGORY), (content.places, REGION), (content.industries, INDUSTRY)):
        known = References(content, terms, what)
        for term in terms.values():
            yield from known.problems(term.parent, term.origin)
            if term.parent and term.id in lineage(term.parent, terms):
                message = f"“{term.id}” is above itself"
                yield error(term.origin, "parent-circle", message, "take one of the parents away")
    for organization in content.organizations.values():
        above, seen = organization.parent, {organization.id}
        while above in content.organizations and above not in seen:
            seen.add(above)
            above = content.organizations[above].parent
        if above == organization.id:
            message = f"“{organization.id}” is part of itself"
            yield error(organization.origin, "parent-circle", message, "take one of the parents away")


def one_can_apply(content: Content) -> Iterator[Problem]:
    """A posting says how to apply."""
    for posting in content.postings:
        if not posting.apply and not posting.draft and "apply" not in posting.origins:
            message = "nothing says how to apply"
            remedy = "add “apply: [{url: https://…}]” or “apply: [{email: jobs@example.org}]”, or “draft: true”"
            yield error(posting.origin, "no-apply", message, remedy)


def work_is_somewhere(content: Content) -> Iterator[Problem]:
    """A posting says where the work is, or from where it may be done."""
    for posting in content.postings:
        if not posting.locations and posting.remote is not Remote.FULL and "locations" not in posting.origins:
            remedy = "add “locations: [brussels]”, or “remote: full” with applicant_countries"
            yield warning(posting.origin, "no-location", "nothing says where the work is", remedy)
        # A place of work does not tell it: that is where the office is.
        if posting.remote is Remote.FULL and not posting.applicant_countries:
            message = "fully remote work names no country to live in, which search engines ask for"
            remedy = "add “applicant_countries: [BE, FR]”"
            yield warning(posting.origin_of("remote"), "no-applicant-countries", message, remedy)
        if posting.applicant_countries and posting.remote is Remote.NO:
            message = "“applicant_countries” goes with remote work"
            remedy = "add “remote: full”, or say under “eligibility” who may apply"
            yield warning(posting.origin_of("applicant_countries"), "applicant-countries-unused", message, remedy)


def postings_are_sorted(content: Content) -> Iterator[Problem]:
    """A posting is under a category, where the board has any."""
    for posting in content.postings:
        if content.categories and not posting.categories and "categories" not in posting.origins:
            message = "the posting is in no category, so readers who browse will not find it"
            yield warning(posting.origin, "no-category", message, "add “categories: […]”")


def deadlines_are_near(content: Content) -> Iterator[Problem]:
    """A deadline decades away is most often a slip of the pen."""
    for posting in content.postings:
        day = posting.deadline.day
        if day and day - posting.posted > LONGEST_RUN:
            message = f"the deadline lies {(day - posting.posted).days // 365} years after “posted”"
            remedy = "correct the year, or write “deadline: open”"
            yield warning(posting.origin_of("deadline"), "deadline-far", message, remedy)


# A posting that was written in a word processor, or saved with an ending that Windows does not show.
_LIKE_A_TEXT = re.compile(r"\.[a-z]{2,3}\.(?:txt|text|rtf|docx?|odt)$")


def attachments_are_there(content: Content) -> Iterator[Problem]:
    """Every file named or linked lies beside its text and is what its name says, and none lies there for nothing."""
    used: set[str] = set()
    things: tuple[Posting | NewsItem | ContentPage, ...] = (*content.postings, *content.news, *content.pages)
    for thing in things:
        for ref in thing.attachments:
            used.add(ref.path)
            if ref.path not in content.files and ref.path not in content.unreadable:
                origin = _link_origin(thing.editions, ref.name) or thing.origins.get("attachments", thing.origin)
                folder = ref.path.removesuffix(ref.name)
                beside = [path.removeprefix(folder) for path in content.files if path.startswith(folder)]
                same = [name for name in beside if name.casefold() == ref.name.casefold()]
                near = same or difflib.get_close_matches(ref.name, beside, 1, 0.7)
                remedy = f"did you mean “{near[0]}”?" if near else _no_file(ref.name) or "put it beside this file"
                yield error(origin, "attachment-missing", f"there is no file {ref.path}", remedy)
    read = {edition.origin.path for thing in things for edition in thing.editions}
    lost = {path.rpartition("/")[0] for path in content.unreadable if path.endswith(".md") and path not in read}
    for path, data in content.files.items():
        if path in used:
            yield from attachment_problems(path, data)
        elif path.rpartition("/")[0] not in lost or _LIKE_A_TEXT.search(path):
            # Beside a text that could not be read, it may be that one which names the file.
            message = "no text names or links to this file, so it is not published"
            remedy = "link to it from a body beside it, name it under “attachments”, or delete it"
            if _LIKE_A_TEXT.search(path):
                name = path.rpartition("/")[2].rpartition(".")[0]
                remedy = f"if it is the text of a posting, save it as plain text under the name {name}.md"
            if path.endswith((".docx", ".odt")):
                remedy += f"; “jobglot import {path}” makes a posting of a notice"
            yield warning(Origin(path), "attachment-unused", message, remedy)


def _no_file(name: str) -> str:
    """What to write for something that is taken for a file's name, and surely was not meant to be one."""
    if name.lower().startswith("www."):
        return f"write https://{name}"
    return f"write mailto:{name}" if re.fullmatch(r"[^@\s:]+@[^@\s:]+\.[a-z]+", name, re.IGNORECASE) else ""


def _link_origin(editions: tuple[Edition, ...], name: str) -> Origin | None:
    links = (link for edition in editions for link in edition.body.links)
    return next((origin for url, origin in links if file_linked(url) == name), None)


def slugs_are_unique(content: Content) -> Iterator[Problem]:
    """No two things of a collection have one address in one language, whatever the time is."""
    for things, what in ((content.postings, "posting"), (content.news, "news item"), (content.pages, "page")):
        seen: dict[tuple[str, str], tuple[str, Edition]] = {}
        for thing in things:
            for edition in thing.editions:
                other, first = seen.setdefault((edition.language, edition.slug), (thing.id, edition))
                if other != thing.id:
                    # It is told where a slug is written, if it is in one of the two.
                    of_first = first.slug_origin is not None and edition.slug_origin is None
                    told, name = (first, thing.id) if of_first else (edition, other)
                    message = f"the {what} “{name}” has the slug “{edition.slug}” in this language already"
                    yield error(
                        told.slug_origin or told.origin, "slug-twice", message, "give one of them another “slug”"
                    )


def updates_come_after(content: Content) -> Iterator[Problem]:
    """A posting is not updated before it is posted."""
    for posting in content.postings:
        if posting.updated and posting.updated.date() < posting.posted:
            message = f"“updated” lies before “posted” {posting.posted}"
            yield warning(posting.origin_of("updated"), "updated-before-posted", message, "correct one of the two")


def employers_are_not_in_titles(content: Content) -> Iterator[Problem]:
    """A title does not name the employer, which stands beside it wherever it is shown."""
    for posting in content.postings:
        organization = content.organizations.get(posting.organization)
        names = [n for e in organization.editions for n in (e.name, e.acronym)] if organization else []
        names += posting.employer.name.every() if posting.employer else ()
        for edition in posting.editions:
            title = edition.title.casefold()
            known = (name for name in names if len(name) > 2 and name.casefold() in title)
            found = next((n for n in known if re.search(rf"(?<!\w){re.escape(n.casefold())}(?!\w)", title)), "")
            if found:
                message = f"the title names the employer, “{found}”"
                yield warning(
                    edition.title_origin, "title-employer", message, "leave it out: it stands beside the title"
                )


def nothing_is_over_before_it_begins(content: Content) -> Iterator[Problem]:
    """A posting is not filled or withdrawn before it is posted, as when it is posted again with such a day left in."""
    for posting in content.postings:
        for key, day in (("filled", posting.filled), ("withdrawn", posting.withdrawn)):
            if day and day < posting.posted:
                message = f"“{key}” lies before “posted” {posting.posted}, so the posting is never shown"
                remedy = "delete it if the job is posted again, or correct one of the two"
                yield warning(posting.origin_of(key), "over-before-posted", message, remedy)


Rule = Callable[[Content], Iterator[Problem]]
RULES: tuple[Rule, ...] = (
    organizations_exist,
    terms_exist,
    terms_form_trees,
    one_can_apply,
    work_is_somewhere,
    postings_are_sorted,
    deadlines_are_near,
    attachments_are_there,
    slugs_are_unique,
    updates_come_after,
    nothing_is_over_before_it_begins,
    employers_are_not_in_titles,
    pay_is_told,
    postings_stand_once,
    categories_fit,
)
SINGLE: Mapping[Rule, str] = {
    employers_are_not_in_titles: "title-employer",
    postings_stand_once: "posting-twice",
    categories_fit: "category-unlikely",
}
"""Rules that are one check each, with its code: where it is off, they need not be asked, which takes long for some."""


class References:
    """What ids of one kind may refer to. Looks for what a wrong one meant, within bounds."""

    def __init__(self, content: Content, known: Mapping[str, Term] | Mapping[str, Organization], kind: Kind) -> None:
        self.known = known
        self.kind = kind
        self.unreadable = content.unreadable
        self._remedies: dict[str, str] = {}
        self._by_name: dict[str, str] = {}

    def problems(self, id_: str, origin: Origin) -> Iterator[Problem]:
        """The problem of an id that is not known; none of "", nor of what is there and has a problem of its own."""
        if (
            not id_
            or id_ in self.known
            or not self.unreadable.isdisjoint((self.kind.folder, f"{self.kind.folder}/{id_}"))
        ):
            return
        if id_ not in self._remedies:
            self._remedies[id_] = self._remedy(id_, origin)
        yield error(origin, f"unknown-{self.kind.name}", f"there is no {self.kind.name} “{id_}”", self._remedies[id_])

    def _remedy(self, id_: str, origin: Origin) -> str:
        if not self._by_name:
            self._by_name = {name: found for found, thing in self.known.items() for name in _names(thing)}
            self._by_name |= {found: found for found in self.known}
        wanted = id_meant(id_)
        near = self._by_name.get(id_.casefold()) or self._by_name.get(wanted, "")
        if not near and len(self._remedies) < MOST_GUESSED:
            longer = [name for name in self.known if len(wanted) > 2 and name.startswith(wanted)]
            near = next(iter(longer if len(longer) == 1 else difflib.get_close_matches(wanted, self.known, 1, 0.6)), "")
        if near:
            return f"did you mean “{near}”?"
        # The file that says it is in a language of the board, unless it holds facts alone.
        stem, _, ending = origin.path.rpartition(".")
        tag = stem.rpartition(".")[2] if ending == "md" else "LANGUAGE"
        remedy = (self.kind.remedy if id_ == wanted else self.kind.of_name).replace("TAG", tag)
        return remedy.replace("ID", wanted or "an-id").replace("NAME", as_yaml(id_))


def _names(thing: Term | Organization) -> Iterator[str]:
    """The names of a term or an organization in every language, in small letters, and as ids."""
    named = (name for e in thing.editions for name in (e.name, e.acronym)) if isinstance(thing, Organization) else ()
    for name in thing.name.every() if isinstance(thing, Term) else named:
        yield from filter(None, (name.casefold(), id_meant(name)))
