"""Indexes of listings."""

from __future__ import annotations

from builders import content, organization, posting, site, term
from presses import press_of

from jobglot.listings import MOST_NAMES, evenly, listings_of
from jobglot.model import Localized, OrganizationEdition, plain
from jobglot.problem import Origin
from jobglot.routes import PageType, Route
from jobglot.settings import LISTING_KINDS
from jobglot.site import Site
from jobglot.view_index import IndexView, Node, index_view


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


def employers(count: int) -> Site:
    """A board of that many employers without jobs, whose names are not in the order of their ids."""
    names = [f"{letter} & {number:03}" for letter in "zyxwvutsrq" for number in range(100)][:count]
    found = {
        f"e{at:04}": organization(f"e{at:04}", editions=(OrganizationEdition("en", name, f"e{at:04}", Origin("o")),))
        for at, name in enumerate(names)
    }
    held = content(organizations=found)
    return site(content=held, listings=listings_of((), held, ("organizations",)))


def pages_of(board: Site, kind: str, count: int) -> list[IndexView]:
    index = Route(PageType.LISTING_INDEX, "en", kind)
    routes = [index._replace(number=number) for number in range(1, count + 1)]
    press = press_of(board)
    return [index_view(press, route) for route in routes]


def test_what_fits_one_page_has_no_others() -> None:
    """A board of some hundred employers is as it was."""
    (view,) = pages_of(employers(MOST_NAMES), "organizations", 1)
    assert (len(view.nodes), view.pages) == (MOST_NAMES, None)


def test_many_organizations_stand_on_pages_called_by_their_names() -> None:
    """Each name once, in order; a page leads to all others, and is marked as current."""
    board = employers(1000)
    views = pages_of(board, "organizations", 4)
    names = [[node.link.said.text for node in view.nodes] for view in views]
    assert [len(each) for each in names] == [250, 250, 250, 250]
    every = [name for page in names for name in page]
    assert every == sorted(every)
    ways = [(view.pages.text, [step.said.text for step in view.pages.steps if step]) for view in views if view.pages]
    called = ["q – s & 04", "s & 05 – u", "v – x & 04", "x & 05 – z"]
    assert ways == [(f"Page {number} of 4", called) for number in range(1, 5)]
    current = [[bool(step and step.current) for step in view.pages.steps] for view in views if view.pages]
    assert current == [[at == number for at in range(4)] for number in range(4)]


def test_a_page_that_begins_below_a_country_names_it_again() -> None:
    """Its places would seem to lie nowhere. Such pages are numbered: an editor put them in order, not the alphabet."""
    places = {"be": term("be", name=plain("Belgium"), country="BE")}
    places |= {f"p{at}": term(f"p{at}", parent="be", country="BE") for at in range(400)}
    held = content(places=places)
    board = site(content=held, listings=listings_of((), held, ("places",)))
    first, second = pages_of(board, "places", 2)
    (above,), (again,) = first.nodes, second.nodes
    assert (above.link, above.count) == (again.link, again.count)
    assert [len(above.children), len(again.children)] == [199, 201]
    assert (first.has_tree, second.has_tree) == (True, True)
    assert second.pages
    assert [step.said.text for step in second.pages.steps if step] == ["1", "2"]


def test_pages_are_cut_evenly() -> None:
    """One name too many makes two halves, no page of one name; no name makes one empty page."""
    assert [len(page) for page in evenly(tuple(range(301)))] == [150, 151]
    assert [len(page) for page in evenly(tuple(range(300)))] == [300]
    assert evenly(()) == ((),)
