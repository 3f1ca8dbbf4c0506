"""What a change does to a board besides its postings: to its pages, news, organizations, words, settings and looks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace

from jobglot.addresses import listing_slug
from jobglot.model import ContentPage, Edition, NewsItem, Organization, OrganizationEdition, Term
from jobglot.plan import Plan
from jobglot.problem import Origin
from jobglot.render import PACKAGED
from jobglot.routes import url_path
from jobglot.settings import Config

Thing = ContentPage | NewsItem | Organization
MOST_NAMED = 5
_KINDS = {"categories": "category", "organizations": "organization", "places": "place"}
_REMEDY = "add it to “aliases”"
_HANDLED = frozenset(["editions", "origin", "origins"])


def other_changes(before: Plan, after: Plan) -> Iterator[str]:
    """A sentence for each, without a full stop. What comes or goes is a page that does, and is not told here."""
    one, other = before.site.content, after.site.content
    default = after.site.config.default
    yield from _of_things("page", _by_id(one.pages), _by_id(other.pages), default)
    yield from _of_things("news item", _by_id(one.news), _by_id(other.news), default)
    yield from _of_things("organization", one.organizations, other.organizations, default)
    for kind, what in _KINDS.items():
        yield from _of_addresses(kind, what, before, after)
    for what, was, now in (
        ("categories", _without_places(one.categories), _without_places(other.categories)),
        ("places", _without_places(one.places), _without_places(other.places)),
        ("industries", _without_places(one.industries), _without_places(other.industries)),
        ("attachments", one.files, other.files),
        ("settings", _values(before.site.config), _values(after.site.config)),
        ("templates", _without_packaged(before.look.templates), _without_packaged(after.look.templates)),
        ("static files", before.look.static, after.look.static),
        ("interface words", before.look.catalogs, after.look.catalogs),
    ):
        if names := _named(was, now):
            yield f"The {what} change: {names}"


def _without_packaged(templates: Mapping[str, str]) -> Mapping[str, str]:
    """Less the second names that packaged ones have where a site has templates of its own."""
    return {name: source for name, source in templates.items() if not name.startswith(PACKAGED)}


def _by_id(things: Sequence[ContentPage] | Sequence[NewsItem]) -> Mapping[str, Thing]:
    return {thing.id: thing for thing in things}


def _of_things(what: str, before: Mapping[str, Thing], after: Mapping[str, Thing], default: str) -> Iterator[str]:
    for id_ in sorted(before.keys() & after.keys()):
        one, other = before[id_], after[id_]
        if one != other:
            best = other.edition(default) or other.editions[0]
            for words in _differences(one, other):
                yield f"“{_name(best)}” ({what} {id_}) {words}"


def _name(edition: Edition | OrganizationEdition) -> str:
    return edition.name if isinstance(edition, OrganizationEdition) else edition.title


def _small(edition: Edition | OrganizationEdition) -> tuple[object, ...]:
    if isinstance(edition, OrganizationEdition):
        return edition.slug, edition.aliases, edition.acronym
    return edition.slug, edition.aliases


def _differences(one: Thing, other: Thing) -> Iterator[str]:
    for edition in other.editions:
        former, tag = one.edition(edition.language), edition.language
        if former is None:
            yield f"is now written in {tag}"
            continue
        if _name(former) != _name(edition):
            yield f"has another name in {tag} (was “{_name(former)}”)"
        if (former.body.html, former.summary) != (edition.body.html, edition.summary):
            yield f"has another text in {tag}"
        if _small(former) != _small(edition):
            is_lost = isinstance(edition, Edition) and former.slug not in (edition.slug, *edition.aliases)
            lost = f", and the old address leads nowhere: {_REMEDY}" if is_lost else ""
            yield f"has another short name, or other addresses, in {tag}{lost}"
    for edition in one.editions:
        if other.edition(edition.language) is None:
            yield f"is no longer written in {edition.language}"
    names = (field.name for field in fields(other))
    changed = [name for name in names if name not in _HANDLED and getattr(one, name) != getattr(other, name)]
    if changed:
        yield f"changes {', '.join(changed)}"


def _of_addresses(kind: str, what: str, before: Plan, after: Plan) -> Iterator[str]:
    """Which of a kind of listing goes on under another id, and which old addresses lead nowhere for that, or a slug."""
    was, now = (_names(planned, kind) for planned in (before, after))
    renamed = {name: id_ for id_, name in sorted(now.items(), reverse=True) if id_ not in was}
    for id_, name in sorted(was.items()):
        new_id = id_ if id_ in now else renamed.get(name, "")
        lost = _lost(kind, id_, new_id, before, after) if new_id else {}
        nowhere = f"leads nowhere in {', '.join(lost)}: {_REMEDY} ({', '.join(dict.fromkeys(lost.values()))})"
        if new_id not in (id_, ""):
            yield f"“{name}” ({what} {id_}) goes on as {new_id}" + (f", and the old address {nowhere}" if lost else "")
        elif lost:
            yield f"The old address of “{now[id_]}” ({what} {id_}) {nowhere}"


def _names(planned: Plan, kind: str) -> dict[str, str]:
    """What the listings of a kind are called in the board's first language, by id."""
    site = planned.site
    desk = planned.press.desks[site.config.default]
    return {each.id: desk.heading(kind, each.id, site.content).text for each in site.listings if each.kind == kind}


def _lost(kind: str, old: str, new: str, before: Plan, after: Plan) -> dict[str, str]:
    """The slug by which a listing was found, in each language in which nothing is found by it any more."""
    found: dict[str, str] = {}
    config, pages = after.site.config, after.press.links.pages
    for tag in config.languages:
        if tag in before.site.config.languages:
            slug = listing_slug(before.site, kind, old, tag)
            address = url_path(f"{tag}/{config.word(kind, tag)}/{slug}/index.html")
            if slug != listing_slug(after.site, kind, new, tag) and address not in pages:
                found[tag] = slug
    return found


def _named(before: Mapping[str, object], after: Mapping[str, object]) -> str:
    """The keys whose values differ, or which only one of the two has; "" where there are none."""
    keys = sorted(key for key in before.keys() | after.keys() if before.get(key) != after.get(key))
    more = f" and {len(keys) - MOST_NAMED:,} more" if len(keys) > MOST_NAMED else ""
    return ", ".join(keys[:MOST_NAMED]) + more


def _without_places(terms: Mapping[str, Term]) -> Mapping[str, Term]:
    """The terms, whatever line each stands on."""
    return {id_: replace(term, origin=Origin("")) for id_, term in terms.items()}


def _values(config: Config) -> Mapping[str, object]:
    return {field.name: getattr(config, field.name) for field in fields(Config)}
