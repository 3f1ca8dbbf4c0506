"""What a change does to a board besides its postings: to its pages, news, organizations, words, settings and looks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace

from jobglot.model import ContentPage, Edition, NewsItem, Organization, OrganizationEdition, Term
from jobglot.plan import Plan
from jobglot.problem import Origin
from jobglot.render import PACKAGED
from jobglot.settings import Config

Thing = ContentPage | NewsItem | Organization
MOST_NAMED = 5
_HANDLED = frozenset(["editions", "origin", "origins"])


def other_changes(before: Plan, after: Plan) -> Iterator[str]:
    """A sentence for each, without a full stop. What comes or goes is a page that does, and is not told here."""
    one, other = before.site.content, after.site.content
    default = after.site.config.default
    yield from _of_things("page", _by_id(one.pages), _by_id(other.pages), default)
    yield from _of_things("news item", _by_id(one.news), _by_id(other.news), default)
    yield from _of_things("organization", one.organizations, other.organizations, default)
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
            yield f"has another short name, or other addresses, in {tag}"
    for edition in one.editions:
        if other.edition(edition.language) is None:
            yield f"is no longer written in {edition.language}"
    names = (field.name for field in fields(other))
    changed = [name for name in names if name not in _HANDLED and getattr(one, name) != getattr(other, name)]
    if changed:
        yield f"changes {', '.join(changed)}"


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
