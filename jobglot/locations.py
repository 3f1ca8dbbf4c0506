"""Where a job is: a posting's locations, with what the places vocabulary knows of them."""

from __future__ import annotations

from dataclasses import dataclass

from jobglot.model import Content, Localized, Location


@dataclass(frozen=True, slots=True)
class Spot:
    """A resolved location: `place` is the id of its listing or "", `country` ISO 3166-1 alpha-2 or ""."""

    place: str
    city: Localized | None
    region: Localized | None
    country: str


def spot(location: Location, content: Content) -> Spot:
    """The location with its place's name, region and country filled in; a place's parent lends what it lacks."""
    if not location.place:
        return Spot("", location.city, location.region, location.country)
    term = content.places[location.place]
    country, region, parent, seen = term.country, term.region, term.parent, {term.id}
    while parent and parent not in seen and not (country and region):
        above = content.places[parent]
        country, region = country or above.country, region or above.region
        seen.add(parent)
        parent = above.parent
    return Spot(term.id, term.name, region, country)
