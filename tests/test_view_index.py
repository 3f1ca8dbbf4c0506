"""Indexes of listings."""

from __future__ import annotations

from builders import content, organization, posting, site, term
from presses import press_of

from jobglot.listings import listings_of
from jobglot.model import Localized, OrganizationEdition, plain
from jobglot.problem import Origin
from jobglot.routes import PageType, Route
from jobglot.settings import LISTING_KINDS
from jobglot.view_index import Node, index_view


def outline(nodes: tuple[Node, ...]) -> list[object]:
    return [[node.link.said.text, node.count, outline(node.children)] for node in nodes]


def index(kind: str, **changes: object) -> list[object]:
    jobs = (posting("a", categories=("x", "y")), posting("b", categories=("y",)))
    held = content(*jobs, **changes)
    shown = site(*jobs, content=held, listings=listings_of(("a", "b"), held, LISTING_KINDS))
    return outline(index_view(press_of(shown), Route(PageType.LISTING_INDEX, "en", kind)).nodes)


def test_categories_are_a_tree_with_counts() -> None:
    """A posting under two headings counts once above them."""
    categories = {
        "top": term("top"),
        "x": term("x", parent="top"),
        "deep": term("deep", parent="x"),
        "y": term("y", parent="top"),
        "end": term("end"),
    }
    assert index("categories", categories=categories) == [
        ["Top", "2", [["X", "1", [["Deep", "0", []]]], ["Y", "2", []]]],
        ["End", "0", []],
    ]


def test_organizations_stand_by_name() -> None:
    """As a reader looks for them, not by their ids."""

    def named(id_: str, name: str) -> object:
        return organization(id_, editions=(OrganizationEdition("en", name, id_, Origin("o")),))

    organizations = {"acme": named("acme", "Zebra"), "b": named("b", "Église"), "c": named("c", "eau")}
    assert [node[0] for node in index("organizations", organizations=organizations)] == ["eau", "Église", "Zebra"]


def test_places_name_their_country() -> None:
    """Unless that is their name."""
    places = {
        "be": term("be", name=plain("Belgium"), country="BE"),
        "bru": term("bru", name=Localized((("en", "Brussels"),)), country="BE", parent="be"),
    }
    jobs = (posting(categories=("it",)),)
    held = content(*jobs, places=places)
    shown = site(*jobs, content=held, listings=listings_of((), held, ("places",)))
    (country,) = index_view(press_of(shown), Route(PageType.LISTING_INDEX, "en", "places")).nodes
    assert (country.note, country.children[0].note, country.is_empty) == ("", "Belgium", True)
