from __future__ import annotations

from builders import content, term

from jobglot.locations import Spot, spot
from jobglot.model import Content, Localized, Location, plain

BRUSSELS = Localized((("en", "Brussels"), ("fr", "Bruxelles")))


def places() -> Content:
    """A city in a region in a country."""
    terms = (
        term("belgium", country="BE"),
        term("brabant", parent="belgium", region=plain("Brabant")),
        term("leuven", parent="brabant"),
        term("lost", parent="nowhere"),
        term("hen", parent="egg"),
        term("egg", parent="hen", country="FR"),
    )
    return content(places={each.id: each for each in terms})


def test_a_location_without_a_place_is_as_written() -> None:
    """City, region and country of its own."""
    location = Location(city=BRUSSELS, region=plain("Brussels"), country="BE")
    assert spot(location, content()) == Spot("", BRUSSELS, plain("Brussels"), "BE")


def test_a_place_lends_its_name_and_country() -> None:
    """Of the vocabulary's entry."""
    assert spot(Location("brussels"), content()) == Spot("brussels", BRUSSELS, None, "BE")


def test_parents_lend_what_a_place_lacks() -> None:
    """The nearest first."""
    assert spot(Location("leuven"), places()) == Spot("leuven", plain("Leuven"), plain("Brabant"), "BE")


def test_a_parent_that_is_not_there_lends_nothing() -> None:
    """The vocabulary's problem is told elsewhere; the rest of the board is still looked at."""
    assert spot(Location("lost"), places()) == Spot("lost", plain("Lost"), None, "")


def test_a_place_that_is_not_there_is_nowhere() -> None:
    """Rules look at boards with problems as well."""
    assert spot(Location("atlantis"), content()) == Spot("", None, None, "")


def test_a_circle_of_parents_ends() -> None:
    """Each is asked once."""
    assert spot(Location("hen"), places()).country == "FR"
