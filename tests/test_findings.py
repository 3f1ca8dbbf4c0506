"""Similar jobs found again are those that are found anew, whatever was edited, and most are not looked for again."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from boards_alike import CATEGORIES, PLACES
from builders import content, edition, posting, term
from hypothesis import given, note, settings
from hypothesis import strategies as st

from jobglot import findings, likeness, similar
from jobglot.each import in_turn
from jobglot.findings import Findings, similar_again
from jobglot.model import Body, Contract, ContractKind, EmploymentType, Location, Posting, Remote, Term, plain
from jobglot.packed import Unpack, pack
from jobglot.settings import SimilarSettings
from jobglot.similar import Compared, chosen_among, similar_postings
from jobglot.site import Similar

Lists = dict[str, tuple[Similar, ...]]
Chance = random.Random

LANGUAGES = ("en", "fr", "de")
FREQUENT = "cook chef menu data engineer pipelines SQL nurse patients welder steel driver truck café l’équipe".split()
RARE = [f"{word}{number:03}" for word in ("zeb", "cob", "yak") for number in range(150)]
EMPLOYERS = ["", "acme", "acme", "zeta", *(f"firm{number}" for number in range(12))]

unpack: Unpack[Findings] = Unpack(Findings)


@pytest.fixture(autouse=True, scope="module")
def as_large() -> Iterator[None]:
    """Every board is treated as a large one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(likeness, "SMALL", 0)
        yield


def words(chance: Chance, frequent: int, rare: int) -> str:
    """Rare words change no statistics to speak of, so that most postings still say the same."""
    return " ".join(chance.choices(FREQUENT, k=chance.randrange(frequent + 1)) + chance.choices(RARE, k=rare))


def written(chance: Chance, languages: Sequence[str]) -> dict[str, Any]:
    """Some postings have hardly any text: those are often as near as each other."""
    if chance.random() < 0.3:
        return {"editions": tuple(edition(tag, title="Cook", body=Body()) for tag in LANGUAGES if tag in languages)}
    editions = [
        edition(tag, title=words(chance, 2, 1), summary=words(chance, 0, 2), body=Body(text=words(chance, 4, 8)))
        for tag in LANGUAGES
        if tag in languages
    ]
    return {"editions": tuple(editions)}


def facts(chance: Chance) -> dict[str, Any]:
    if chance.random() < 0.3:
        return {"organization": "", "categories": (chance.choice(sorted(CATEGORIES)),)}
    places = [
        Location(place="brussels"),
        Location(place="ghent"),
        Location(city=plain("Ghent")),
        Location(country="FR"),
    ]
    return {
        "organization": chance.choice(EMPLOYERS),
        "categories": tuple(chance.sample(sorted(CATEGORIES), chance.randrange(3))),
        "locations": tuple(chance.sample(places, chance.randrange(3))),
        "remote": chance.choice(list(Remote)),
        "applicant_countries": tuple(chance.sample(["BE", "FR"], chance.randrange(2))),
        "industry": chance.choice(["", "", "food"]),
        "contract": chance.choice([None, *map(Contract, ContractKind)]),
        "employment_type": tuple(chance.sample(list(EmploymentType), chance.randrange(2))),
        "reference": chance.choice(["", "", "", "R1", "R2"]),
    }


@dataclass
class Board:
    """A board in the hands of an editor."""

    chance: Chance
    postings: dict[str, Posting] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    closed: set[str] = field(default_factory=set)
    settings: SimilarSettings = field(default_factory=SimilarSettings)
    languages: tuple[str, ...] = LANGUAGES
    categories: dict[str, Term] = field(default_factory=lambda: dict(CATEGORIES))

    def compared(self) -> Compared:
        """What `similar_postings` is given."""
        shown = [id_ for id_ in self.postings if id_ not in self.hidden]
        offered = [id_ for id_ in self.postings if id_ not in self.closed]
        held = content(
            *self.postings.values(), categories=self.categories, places=PLACES, industries={"food": term("food")}
        )
        return Compared(self.postings, shown, offered, self.settings, held, self.languages)

    def some(self, count: int = 1) -> list[Posting]:
        return self.chance.sample(sorted(self.postings.values(), key=lambda p: p.id), min(count, len(self.postings)))

    def change(self, postings: list[Posting], make: Callable[[Posting], dict[str, Any]]) -> None:
        self.postings |= {held.id: replace(held, **make(held)) for held in postings}

    def add(self, languages: Sequence[str]) -> None:
        id_ = f"p{self.chance.randrange(10_000):04}"
        self.postings[id_] = posting(id_, **written(self.chance, languages), **facts(self.chance))


def few(board: Board) -> list[str]:
    return board.chance.sample(LANGUAGES, board.chance.choice([1, 1, 2]))


def turn(of: set[str], id_: str) -> None:
    of ^= {id_}


EDITS: dict[str, Callable[[Board], object]] = {
    "nothing": lambda _: None,
    "words": lambda b: b.change(b.some(), lambda p: written(b.chance, [e.language for e in p.editions])),
    "title": lambda b: b.change(
        b.some(), lambda p: {"editions": tuple(replace(e, title=words(b.chance, 2, 1)) for e in p.editions)}
    ),
    "rare words": lambda b: b.change(
        b.some(), lambda p: {"editions": (replace(p.editions[0], summary=words(b.chance, 0, 4)), *p.editions[1:])}
    ),
    "as another": lambda b: b.change(b.some(2), lambda _: {"editions": b.some()[0].editions}),
    "languages": lambda b: b.change(b.some(), lambda _: written(b.chance, few(b))),
    "facts": lambda b: b.change(b.some(), lambda _: facts(b.chance)),
    "one fact": lambda b: b.change(b.some(), lambda _: dict(b.chance.sample(sorted(facts(b.chance).items()), 1))),
    "reference": lambda b: b.change(b.some(2), lambda _: {"reference": "R3"}),
    "organization": lambda b: b.change(b.some(9), lambda _: {"organization": "acme"}),
    "another organization": lambda b: b.change(b.some(), lambda _: {"organization": b.chance.choice(EMPLOYERS)}),
    "add": lambda b: b.add(few(b)),
    "add many": lambda b: [b.add(few(b)) for _ in range(9)],
    "remove": lambda b: [b.postings.pop(p.id) for p in b.some()],
    "remove many": lambda b: [b.postings.pop(p.id) for p in b.some(9)],
    "close or open": lambda b: [turn(b.closed, p.id) for p in b.some()],
    "show or hide": lambda b: [turn(b.hidden, p.id) for p in b.some()],
    "count": lambda b: setattr(b, "settings", replace(b.settings, count=b.chance.randrange(8))),
    "share": lambda b: setattr(b, "settings", replace(b.settings, per_organization=b.chance.randrange(1, 4))),
    "order of languages": lambda b: setattr(b, "languages", tuple(b.chance.sample(LANGUAGES, 3))),
    "category": lambda b: setattr(b, "categories", {**CATEGORIES, "care": term("care", parent="food")}),
}


SMALL_ONES = ("close or open", "show or hide", "one fact", "rare words", "another organization", "reference")
"""Edits that leave most postings as they are."""


def begin(seed: int, size: int, languages: Sequence[str] | None, open_ones: int = 75) -> Board:
    """A board of so many postings, in these languages, or each in some; so many per cent take applications."""
    board = Board(Chance(seed))
    while len(board.postings) < size:
        board.add(languages or few(board))
    board.closed |= {p.id for p in board.some(size * (100 - open_ones) // 100)}
    return board


def again(board: Board, last: Findings) -> tuple[Lists, Findings, int]:
    """The lists, what was found, by way of bytes, and how many lists were made."""
    made: list[str] = []

    def each(work: Callable[..., Any], shared: object, things: Sequence[list[str]]) -> list[Any]:
        if work is chosen_among:
            made.extend(id_ for thing in things for id_ in thing)
        return in_turn(work, shared, things)

    lists, found = similar_again(board.compared(), each, last)
    packed = pack(found)
    assert packed is not None
    assert unpack(packed) == found
    return dict(lists), found, len(made)


@given(
    seed=st.integers(0, 10**6),
    size=st.integers(0, 200),
    languages=st.sampled_from([None, None, ("en",), ("en", "fr")]),
    open_ones=st.sampled_from([3, 8, 75, 100]),
    depth=st.sampled_from([3, similar.DEPTH]),
    share=st.sampled_from([1, findings.FEW]),
    many=st.sampled_from([7, similar.MANY]),
)
@settings(max_examples=30, deadline=None)
def test_what_was_found_before_does_not_show(
    seed: int,
    size: int,
    languages: tuple[str, ...] | None,
    open_ones: int,
    depth: int,
    share: int,
    many: int,
) -> None:
    """After any edits, of boards of any languages."""
    board = begin(seed, size, languages, open_ones)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(similar, "DEPTH", depth)
        patch.setattr(findings, "FEW", share)
        patch.setattr(similar, "MANY", many)
        _, last, _ = again(board, Findings())
        for _ in range(5):
            for name in board.chance.sample([*EDITS, *SMALL_ONES, *SMALL_ONES], board.chance.randint(1, 2)):
                note(name)
                EDITS[name](board)
            lists, last, _ = again(board, last)
            fresh = similar_postings(board.compared())
            assert lists == fresh
            assert list(lists) == list(fresh)


def cooks(*ids: str) -> Board:
    """Postings that are as near as each other, of employers of their own."""
    board = Board(Chance(0))
    for id_ in ids:
        title = f"Cook {id_}x"
        board.postings[id_] = posting(id_, title=title, organization=f"of-{id_}", categories=("food",))
    return board


def listed(found: Lists, id_: str) -> list[str]:
    return [one.id for one in found[id_]]


MANY = [f"{letter}{number:02}" for letter in "cdefg" for number in range(20)]


def test_most_lists_are_not_made_again_when_one_posting_says_something_else() -> None:
    """Only its own, and those in which it was looked at or comes to be."""
    board = begin(1, 150, ("en",))
    lists, last, made = again(board, Findings())
    assert made == len(lists) == 150
    assert again(board, last)[2] == 0
    posting_ = board.some()[0]
    board.postings[posting_.id] = replace(posting_, organization="new here")
    found, _, made = again(board, last)
    assert found == similar_postings(board.compared())
    assert 1 <= made < 40


def test_of_those_as_near_the_first_by_id_comes_in() -> None:
    """And the last does not."""
    board = cooks("a", "b", *MANY, "z")
    board.closed = {"b", "z"}
    lists, last, _ = again(board, Findings())
    assert listed(lists, "d05") == ["a", "c00", "c01", "c02", "c03"]
    board.closed = {"b"}
    assert again(board, last)[2] == 1, "its own, as it was nearest to itself"
    board.closed = {"z"}
    lists, _, made = again(board, last)
    assert made == len(board.postings)
    assert listed(lists, "d05") == ["a", "b", "c00", "c01", "c02"]


def test_where_everything_was_looked_at_whatever_is_alike_comes_in() -> None:
    """There is room for it, however far it is."""
    board = cooks(*MANY)
    board.closed = set(MANY[4:])
    lists, last, _ = again(board, Findings())
    assert listed(lists, MANY[50]) == MANY[:4]
    board.closed = set(MANY[5:])
    lists, _, _ = again(board, last)
    assert listed(lists, MANY[50]) == MANY[:5]


def test_where_much_has_changed_all_lists_are_made() -> None:
    """To find out which hold would be in vain."""
    board = begin(2, 120, ("en",), 100)
    _, last, _ = again(board, Findings())
    board.change(board.some(40), lambda _: {"organization": "new here"})
    assert again(board, last)[2] == 120


def test_small_boards_and_boards_without_lists_remember_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are done before numpy would be loaded, or with nothing to do."""
    board = begin(3, 30, None)
    board.settings = SimilarSettings(0, 2)
    assert again(board, Findings())[1] == Findings()
    monkeypatch.setattr(likeness, "SMALL", 30)
    board.settings = SimilarSettings()
    assert again(board, Findings())[0] == similar_postings(board.compared())
    assert again(board, Findings())[1] == Findings()


def test_findings_of_another_board_change_nothing() -> None:
    """They are found out."""
    one, other = begin(4, 60, None), begin(5, 60, ("en",))
    _, last, _ = again(other, Findings())
    assert again(one, last)[0] == similar_postings(one.compared())


def test_where_there_is_more_room_more_is_looked_at() -> None:
    """Also when what makes the room is further than what was looked at."""
    board = cooks("a", "b", "c", "d")
    for id_, text in (("a", "zeb001 cob001"), ("b", "zeb001 cob001"), ("c", ""), ("d", "zeb001 cob001")):
        held = board.postings[id_]
        board.postings[id_] = replace(
            held,
            editions=(replace(held.editions[0], body=Body(text=text)),),
            organization="d" if id_ == "d" else "acme",
        )
    board.closed = {"d"}
    lists, last, _ = again(board, Findings())
    assert listed(lists, "d") == ["a", "b"]
    board.change([board.postings["c"]], lambda _: {"organization": "zeta"})
    assert listed(again(board, last)[0], "d") == ["a", "b", "c"]


def test_a_title_that_weighs_the_same_may_be_another() -> None:
    """A senior cook does a cook's work, and is not sought by the same notice."""
    board = cooks("a", "b", *MANY)
    board.change([board.postings["a"], board.postings["b"]], lambda _: {"organization": "acme"})
    for id_, title in (("a", "Pastry cook"), ("b", "Pastry cook")):
        board.change([board.postings[id_]], lambda p, title=title: {"editions": (replace(p.editions[0], title=title),)})
    lists, last, _ = again(board, Findings())
    assert "b" not in listed(lists, "a")
    board.change([board.postings["b"]], lambda p: {"editions": (replace(p.editions[0], title="Senior pastry cook"),)})
    lists, _, _ = again(board, last)
    assert "b" in listed(lists, "a")
    assert lists == similar_postings(board.compared())


def test_who_may_apply_is_part_of_what_a_posting_says() -> None:
    """Work from anywhere in one country is nearer to whoever lives there."""
    board = cooks("a", "b", *MANY)
    board.change([board.postings["a"]], lambda _: {"locations": (Location(country="BE"),)})
    board.change(
        [board.postings[id_] for id_ in ("b", *MANY)], lambda _: {"remote": Remote.FULL, "applicant_countries": ("FR",)}
    )
    lists, last, _ = again(board, Findings())
    assert listed(lists, "a")[0] == "b"
    board.change([board.postings["g19"]], lambda _: {"applicant_countries": ("BE",)})
    lists, _, _ = again(board, last)
    assert listed(lists, "a")[0] == "g19"


def test_where_very_much_was_looked_at_any_change_has_it_looked_at_again() -> None:
    """Next to an employer that has nearly all postings, what is looked at would be too much to remember."""
    board = cooks(*MANY, "z", "zz")
    board.change([board.postings[id_] for id_ in MANY], lambda _: {"organization": "giant"})
    board.change([board.postings["z"]], lambda _: {"categories": ()})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(similar, "MANY", 20)
        _, last, _ = again(board, Findings())
        assert last.lists["c00"][1].looked is None
        assert again(board, last)[2] == 0
        board.closed = {"z"}
        lists, _, made = again(board, last)
    assert made == len(board.postings)
    assert lists == similar_postings(board.compared())
