"""Where a job is: a posting's locations, with what the places vocabulary knows of them."""

from __future__ import annotations

from dataclasses import dataclass

from jobglot.listings import lineage
from jobglot.model import Content, Localized, Location


@dataclass(frozen=True, slots=True)
class Spot:
    """A resolved location: `place` is the id of its listing or "", `country` ISO 3166-1 alpha-2 or ""."""

    place: str
    city: Localized | None
    region: Localized | None
    country: str


def spot(location: Location, content: Content) -> Spot:
    """The location with its place's name, region and country filled in; a place's parents lend what it lacks.

    Of a place that is not known, nothing is.
    """
    if location.place not in content.places:
        return Spot("", location.city, location.region, location.country)
    above = [content.places[id_] for id_ in lineage(location.place, content.places)]
    region = next((term.region for term in above if term.region), None)
    country = next((term.country for term in above if term.country), "")
    return Spot(location.place, above[0].name, region, country)
