"""What a site knows."""

from __future__ import annotations

import notices
import pytest

from jobglot.importing.known import KnownOrganization, terms_in
from jobglot.importing.places import country_of, read_places
from jobglot.importing.sectors import sector_names


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("European Tide Office (ETO)", "tide-office"),
        ("OEM", "tide-office"),
        ("ETO - OEM", "tide-office"),
        ("L’Office européen des marées", "tide-office"),
        ("lighthouse-agency", "lighthouse-agency"),
        ("Office", ""),
    ],
)
def test_organizations_go_by_all_their_names(text, id_):
    """In any language, whole or in the pieces of a line."""
    assert notices.known().organization(text) == id_


def test_the_part_is_more_telling_than_the_whole():
    """“ACME Baking (ACME)” is the one with the longer name."""
    known = notices.known(
        organizations=(KnownOrganization("acme", ("ACME",)), KnownOrganization("baking", ("ACME Baking",)))
    )
    assert known.organization("ACME Baking (ACME)") == "baking"


def test_an_organization_in_a_text_is_the_one_named_most():
    """An acronym alone is not enough, and two that are named as often are none."""
    known = notices.known()
    assert known.organization_in(
        "The Lighthouse Agency pays. Ask the Lighthouse Agency, not the European Tide Office."
    ) == ("lighthouse-agency")
    assert known.organization_in("The Lighthouse Agency and the European Tide Office.") == ""
    assert known.organization_in("The LA is a town.") == ""


def test_a_run_of_categories_is_split_by_names_and_not_at_signs():
    """Signs stand within names as well; what no name answers to is given back."""
    categories = notices.known().categories
    assert terms_in("Finanzas / Banco / Acciones IT - Software Transporte / Logística / Almacén", categories) == (
        ["finance", "it", "logistics"],
        "",
    )
    assert terms_in("Finance and budget Gardening", categories) == (["finance"], "gardening")
    assert terms_in("Gardening", categories) == ([], "gardening")


def test_industries_are_known_in_languages_the_board_does_not_speak():
    """Closed lists are the same everywhere."""
    assert notices.known().industry("Openbaar bestuur") == "public"
    assert notices.known().industry("Öffentliche Verwaltung") == "public"
    assert notices.known().industry("Gardening") == ""


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Brussels Brussels Capital", ["brussels"]),
        ("Belgium-Ghent", ["ghent"]),
        ("Gante", ["ghent"]),
        ("Ghent / Bruxelles", ["ghent", "brussels"]),
        ("Belgique", ["belgium"]),
        ("Anderlecht, Brussels Capital", [{"city": "Anderlecht", "region": "Brussels Capital", "country": "BE"}]),
        ("Kigali, Rwanda", [{"city": "Kigali", "country": "RW"}]),
        ("Lima, PE", [{"city": "Lima", "country": "PE"}]),
        ("Frankreich", [{"country": "FR"}]),
        ("Berlin, DE", [{"city": "Berlin", "country": "DE"}]),
        ("Austin, TX", [{"city": "Austin", "region": "TX", "country": "US"}]),
        ("Boston, MA", None),  # it is not in Morocco
        ("Boston, MA, USA", [{"city": "Boston", "region": "MA", "country": "US"}]),
        ("an island in the north", None),
    ],
)
def test_places_are_the_sites_own_or_written_out(text, places):
    """In any language; what is no place is not made one."""
    assert read_places(text, notices.known().places) == places


def test_countries_go_by_their_names_in_five_languages():
    """And by their codes."""
    assert [country_of(name) for name in ("Germany", "Allemagne", "Alemania", "Duitsland", "DE", "UK", "Atlantis")] == [
        *["DE"] * 5,
        "GB",
        "",
    ]


def test_a_sector_goes_by_its_names_in_every_language():
    """With those that it was asked for."""
    assert {("nursing",), ("soins", "infirmiers")} <= sector_names(["Soins infirmiers"])
