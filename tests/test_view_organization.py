"""An organization on its page and on its postings."""

from __future__ import annotations

from dataclasses import replace

from builders import content, organization, posting, site
from presses import press_of

from jobglot.listings import listings_of
from jobglot.model import Employer, Organization, OrganizationEdition, Posting, plain
from jobglot.press import Press
from jobglot.problem import Origin
from jobglot.view_organization import employer_link, organization_view
from jobglot.views import Link, Said


def press_for(job: Posting, *organizations: Organization) -> Press:
    held = content(job, organizations={each.id: each for each in organizations})
    return press_of(site(job, content=held, listings=listings_of((), held, ("organizations",))))


def test_a_missing_edition_is_shown_in_the_language_there_is() -> None:
    """Marked as such."""
    only_french = organization(
        editions=(OrganizationEdition("fr", "Croix verte", "acme", Origin("o"), acronym="CV", summary="Secours"),),
        country="BE",
        parent="above",
        logo="logos/acme.svg",
    )
    press = press_for(posting(), only_french, organization("above"))
    view = organization_view(press, "acme", "en")
    assert (view.name, view.lang, view.dir) == (Said("Croix verte", "fr", "ltr"), "fr", "ltr")
    assert (view.country, view.logo, view.acronym) == ("Belgium", "logos/acme.svg", "CV")
    assert view.parent == Link(Said("ACME"), "/en/listing/organizations/above/1/")


def test_a_logo_that_is_not_there_is_not_shown() -> None:
    """A missing file breaks no page; the checks tell of it."""
    assert organization_view(press_for(posting(), organization(logo="gone.svg")), "acme", "en").logo == ""


def test_an_employer_without_a_page_is_linked_to_its_own_site() -> None:
    """Or to nothing."""
    job = replace(posting(organization=""), employer=Employer(plain("Hill"), "https://hill.example/"))
    assert employer_link(press_for(job), job.id, "en") == Link(Said("Hill"), "https://hill.example/")


def test_an_address_is_written_from_left_to_right_everywhere() -> None:
    """On a page in Arabic its last slash would otherwise stand before it."""
    press = press_for(posting(), organization(url="https://acme.example/"))
    view = organization_view(press, "acme", "en")
    html = press.renderer.draw("_organization.html", "a page", organization=view, _=press.desks["en"].gettext)
    assert '<bdi dir="ltr">https://acme.example/</bdi>' in html
