"""Why two postings are called alike."""

from __future__ import annotations

from boards_alike import LANGUAGES, bilingual, board_of, boards, indexed, job
from hypothesis import given, settings

from jobglot.likeness import index_of, nearest
from jobglot.model import Contract, ContractKind, Location, Posting, Remote, plain
from jobglot.reasons import MOST, Reasons

PIPELINES = "pipelines warehouse tables lineage queries batch streams orchestration"
FILLER = [job(f"z{n}", f"Filler{n}", "gardens hedges lawns spades") for n in range(6)]


def why(one: Posting, other: Posting, *others: Posting) -> tuple[str, ...]:
    """The reasons to show `other` beside `one`."""
    index = indexed(one, other, *others, *FILLER)
    [found] = nearest(index, [index.ids.index(one.id)], len(index.ids))
    number = index.ids.index(other.id)
    likeness = dict(found).get(number, 0)
    return Reasons(index, board_of(*index.postings)).of(index.ids.index(one.id), number, likeness)


def test_shared_words_of_titles_and_texts_are_reasons() -> None:
    """The weightier first."""
    assert set(why(job("a", "Data engineer", PIPELINES), job("b", "Data engineer", PIPELINES))) == {"title", "text"}
    assert why(job("a", "Data engineer", "x"), job("b", "Engineer, data", "y")) == ("title",)
    assert why(job("a", "Plumber", PIPELINES), job("b", "Engineer", PIPELINES)) == ("text",)


def test_facts_that_both_share_are_reasons() -> None:
    """By their ids; an organization and remote work without."""
    facts = {"organization": "acme", "remote": Remote.FULL, "categories": ("food",)}
    assert set(why(job("a", **facts), job("b", **facts))) == {"organization", "remote", "category:food"}
    here = {"locations": (Location(place="ghent"),), "contract": Contract(ContractKind.INTERNSHIP)}
    assert set(why(job("a", **here), job("b", **here))) == {"place:ghent", "contract:internship"}
    mons = {"locations": (Location(city=plain("Mons"), country="BE"),)}
    assert why(job("a", **mons), job("b", **mons)) == ("city:Mons",)


def test_a_reason_that_another_one_implies_is_left_out() -> None:
    """Who reads "also in Brussels" need not read "also in Belgium"."""
    same = {"locations": (Location(place="brussels"),), "categories": ("data",)}
    assert set(why(job("a", **same), job("b", **same))) == {"place:brussels", "category:data"}
    assert why(job("a", categories=("data",)), job("b", categories=("it",))) == ("category:it",)


def test_a_country_or_full_time_work_is_no_reason_to_name() -> None:
    """They weigh a little, and nobody would call two jobs alike for them."""
    here, there = (Location(city=plain("Mons"), country="BE"),), (Location(city=plain("Namur"), country="BE"),)
    assert why(job("a", locations=here), job("b", locations=there)) == ()


def test_between_two_languages_only_words_that_both_titles_hold_make_them_alike() -> None:
    """A lent title is no reason; what both do still is one."""
    bridge = bilingual("x", ("Cook", "gravy roasting stoves"), ("Cuisinier", "sauces cuisson fourneaux"))
    french = job("a", "Cuisinier", "sauces cuisson fourneaux", language="fr")
    assert why(french, job("b", "Cook", "gravy roasting stoves"), bridge) == ("text",)
    assert why(job("a", "DevOps", language="fr"), job("b", "DevOps"), job("c", "DevOps")) == ("title",)


@given(boards())
@settings(max_examples=60, deadline=None)
def test_every_reason_holds_for_both(postings: tuple[Posting, ...]) -> None:
    """Whatever the board."""
    held = {p.id: p for p in postings}
    board = board_of(*postings)
    index = index_of(held, held, held, board, LANGUAGES)
    reasons = Reasons(index, board)
    for subject, ranked in enumerate(nearest(index, range(len(postings)), 20)):
        for number, likeness in ranked:
            pair = (index.postings[subject], index.postings[number])
            found = reasons.of(subject, number, likeness)
            assert len(found) <= MOST
            assert all(_holds(reason, one) for reason in found for one in pair)
            if "organization" in found:
                assert pair[0].organization == pair[1].organization


def _holds(reason: str, posting: Posting) -> bool:
    kind, _, name = reason.partition(":")
    above = {"data": ("data", "it")}
    places = {"ghent": "ghent", "brussels": "brussels", "Ghent": "ghent"}
    return {
        "category": any(name in above.get(id_, (id_,)) for id_ in posting.categories),
        "place": any((x.place or places[x.city.every()[0]]) == name for x in posting.locations if x.place or x.city),
        "remote": posting.remote is Remote.FULL,
        "contract": posting.contract is not None and posting.contract.kind.value == name,
        "organization": posting.organization != "",
        "title": any(e.title for e in posting.editions),
        "text": any(e.body.text or e.title for e in posting.editions),
    }[kind]
