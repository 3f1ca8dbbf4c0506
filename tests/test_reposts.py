"""Which postings are notices of the same job."""

from __future__ import annotations

import pytest
from boards_alike import bilingual, indexed, job

from jobglot.model import Location, Posting
from jobglot.reposts import Reposts

LONG = "sauces menus pastry ovens suppliers allergens hygiene brigade service banquets seasons markets tasting costs"
OTHER = "gravel asphalt bridges surveys drainage tenders drawings masonry scaffolds piles cranes concrete steel trench"
GHENT, BRUSSELS = (Location(place="ghent"),), (Location(place="brussels"),)


def same(one: Posting, other: Posting) -> bool:
    """Whether they are the same job, asked both ways, on a board where others use the same words."""
    words = [job("x", "Others", f"{LONG} {OTHER}"), job("y", "More", f"{LONG} {OTHER}")]
    index = indexed(one, other, *words)
    first, second = index.ids.index(one.id), index.ids.index(other.id)
    found = {Reposts(index).same_job(first, second), Reposts(index).same_job(second, first)}
    assert len(found) == 1
    return found.pop()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"organization": "acme"}, {"organization": "acme"}, True),
        ({"organization": "acme", "title": "COOK"}, {"organization": "acme", "title": "Cooks – (f/m/x)"}, True),
        ({"organization": "acme"}, {"organization": "zeta"}, False),
        ({"organization": ""}, {"organization": ""}, False),
        ({"organization": "acme", "title": "Senior cook"}, {"organization": "acme"}, False),
        ({"organization": "acme", "text": LONG}, {"organization": "acme", "text": LONG + " wine"}, True),
        ({"organization": "acme", "text": LONG}, {"organization": "acme", "text": OTHER}, False),
        ({"organization": "acme", "locations": GHENT}, {"organization": "acme", "locations": BRUSSELS}, False),
        ({"organization": "acme", "locations": GHENT}, {"organization": "acme"}, True),
        ({"organization": "agency", "text": LONG}, {"organization": "acme", "text": LONG}, True),
        ({"organization": "agency", "text": LONG}, {"organization": "acme", "text": LONG[:70]}, False),
    ],
)
def test_a_job_is_known_by_employer_title_place_and_text(
    one: dict[str, object], other: dict[str, object], expected: bool
) -> None:
    """See the docstring of `Reposts.same_job`."""
    assert same(job("a", **{"title": "Cook", **one}), job("b", **{"title": "Cook", **other})) is expected


def test_a_reference_tells_a_job_whatever_its_title() -> None:
    """Of one employer; two employers may count alike."""
    first = job("a", "Cook", organization="acme", reference="2026-7")
    assert same(first, job("b", "Chef", organization="acme", reference="2026-7"))
    assert not same(first, job("b", "Chef", organization="zeta", reference="2026-7"))
    assert not same(job("a", "Cook", organization="acme"), job("b", "Chef", organization="acme"))


def test_a_notice_in_fewer_languages_is_the_same_job() -> None:
    """One title in common is enough."""
    both = bilingual("a", ("Cook", ""), ("Cuisinier", ""), organization="acme")
    assert same(both, job("b", "Cuisinier", language="fr", organization="acme"))
    assert not same(job("a", "Chef", organization="acme"), job("b", "Chef", language="fr", organization="acme"))
