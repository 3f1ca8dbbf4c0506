"""What facts say of likeness."""

from __future__ import annotations

from builders import content, posting, term
from hypothesis import given
from hypothesis import strategies as st

from jobglot.model import (
    Content,
    Contract,
    ContractKind,
    Employer,
    EmploymentType,
    Localized,
    Location,
    Posting,
    Remote,
    plain,
)
from jobglot.traits import QUARTER, Rarity, Traits, employer_key, log64, magnitude, spot_codes, traits_of

CATEGORIES = {"it": term("it"), "data": term("data", parent="it"), "web": term("web", parent="it"), "law": term("law")}


def traits(*postings: Posting, **changes: object) -> list[Traits]:
    board = content(*postings, **{"categories": CATEGORIES, **changes})
    return traits_of(postings, [employer_key(p) for p in postings], board)


def shared(one: Traits, other: Traits) -> dict[str, int]:
    return {code: weight * other.shared[code] for code, weight in one.shared.items() if code in other.shared}


@given(st.integers(1, 10**6))
def test_the_logarithm_is_that_of_mathematics_rounded_down(number: int) -> None:
    """In 64ths, without floating point: 2 to the 64th of the result is at most the 64th power of the number."""
    assert 2 ** log64(number) <= number**64 < 2 ** (log64(number) + 1)


@given(st.integers(1, 10**7))
def test_a_magnitude_is_a_logarithm_in_quarters_of_a_doubling(number: int) -> None:
    assert magnitude(number) % QUARTER == 0
    assert abs(magnitude(number) - log64(number)) <= QUARTER // 2
    assert magnitude(number) <= magnitude(number + 1)
    assert magnitude(2 * number) == magnitude(number) + 64


def test_one_posting_more_seldom_changes_a_magnitude() -> None:
    changes = [number for number in range(100, 1000) if magnitude(number) != magnitude(number + 1)]

    assert len(changes) <= 4 * 4  # four doublings at most, four quarters each
    assert sum(changes) / len(range(100, 1000)) < 8, "so many postings are looked at anew for an edit, on average"


def test_the_same_category_counts_more_than_a_shared_parent() -> None:
    """Data is nearer to data than to web, and web nearer than law."""
    one, same, sibling, other = traits(
        posting("a", categories=("data",)),
        posting("b", categories=("data",)),
        posting("c", categories=("web",)),
        posting("d", categories=("law",)),
    )
    category = {
        name: sum(w for code, w in shared(one, them).items() if code.startswith("category:"))
        for name, them in (("same", same), ("sibling", sibling), ("other", other))
    }
    assert category["same"] > category["sibling"] > category["other"] == 0


def test_a_rare_kind_of_contract_counts_more_than_a_common_one() -> None:
    """Who wants an internship does not want the permanent job beside it."""
    kinds = [ContractKind.INTERNSHIP] * 2 + [ContractKind.PERMANENT] * 20
    board = traits(*(posting(f"p{n}", contract=Contract(kind)) for n, kind in enumerate(kinds)))
    assert shared(board[0], board[1])["contract:internship"] > shared(board[2], board[3])["contract:permanent"] > 0


def test_a_city_written_out_is_the_place_of_that_name() -> None:
    """In any of its languages, and however it is accented."""
    places = {"liege": term("liege", name=Localized((("en", "Liege"), ("fr", "Liège"), ("nl", "Luik"))), country="BE")}
    one, *others = traits(
        posting("a", locations=(Location(place="liege"),)),
        posting("b", locations=(Location(city=plain("LIÈGE"), country="BE"),)),
        posting("c", locations=(Location(city=plain("Luik")),)),
        posting("d", locations=(Location(city=plain("Liège"), country="FR"),)),
        places=places,
    )
    assert ["place:liege" in shared(one, other) for other in others] == [True, True, False]


def test_the_names_of_a_city_in_several_languages_are_one() -> None:
    """Also where no place of the vocabulary tells so."""
    ghent = Localized((("en", "Ghent"), ("fr", "Gand")))
    one, other = traits(
        posting("a", locations=(Location(city=ghent, country="BE"),)),
        posting("b", locations=(Location(city=plain("Gand"), country="BE"),)),
    )
    assert "city:Ghent|BE" in shared(one, other)


def test_a_place_shares_its_region_and_country_with_its_neighbours() -> None:
    """And less than with a posting in the same place."""
    places = {
        "belgium": term("belgium", country="BE"),
        "brussels": term("brussels", parent="belgium"),
        "ghent": term("ghent", parent="belgium"),
    }
    one, other = traits(
        posting("a", locations=(Location(place="brussels"),)),
        posting("b", locations=(Location(place="ghent"),)),
        places=places,
    )
    assert set(shared(one, other)) >= {"place:belgium", "country:BE"}
    assert shared(one, other)["place:belgium"] < one.shared["place:brussels"] ** 2


def test_work_from_anywhere_suits_applicants_of_every_place_and_not_the_other_way_round() -> None:
    """Unless it is offered in some countries only."""
    here, anywhere, abroad = traits(
        posting("a", locations=(Location(city=plain("Ghent"), country="BE"),)),
        posting("b", remote=Remote.FULL),
        posting("c", remote=Remote.FULL, applicant_countries=("FR",)),
    )

    def reach(lives: Traits, takes: Traits) -> int:
        return sum(weight * takes.takes.get(code, 0) for code, weight in lives.lives.items())

    assert reach(here, anywhere) > 0
    assert reach(anywhere, here) == reach(here, abroad) == 0


def test_an_employer_is_known_by_its_id_or_its_folded_name() -> None:
    """One without a page as well as one with; an unknown one is no employer."""
    inline = posting("a", organization="", employer=Employer(plain("Café Möbius")))
    assert employer_key(inline) == employer_key(posting("b", organization="", employer=Employer(plain("cafe mobius"))))
    assert employer_key(posting("c", organization="acme")) != employer_key(posting("d", organization="zeta"))
    assert employer_key(posting("e", organization="")) == ""


def test_circles_and_unknown_terms_do_no_harm() -> None:
    """The checks report them; comparing goes on."""
    looped = {"a": term("a", parent="b"), "b": term("b", parent="a")}
    one, other = traits(
        posting("a", categories=("a", "gone"), industry="gone", employment_type=(EmploymentType.FULL_TIME,)),
        posting("b", categories=("gone",), industry="gone"),
        categories=looped,
    )
    assert {"category:gone", "industry:gone"} <= set(shared(one, other))


def test_an_empty_board_has_no_traits() -> None:
    """And no spots."""
    assert spot_codes([], Content()) == {}
    assert Rarity([], Content()).of("category:it") == 0
