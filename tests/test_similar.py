"""Similar jobs: the lists a reader sees."""

from __future__ import annotations

import importlib.util
import json
import os
import pickle
import subprocess
import sys
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from boards_alike import LANGUAGES, bilingual, board_of, boards, job
from hypothesis import given, settings
from hypothesis import strategies as st

from jobglot import likeness
from jobglot.likeness import index_of
from jobglot.model import Contract, ContractKind, EmploymentType, Location, Posting
from jobglot.settings import SimilarSettings
from jobglot.similar import Choice, Compared, similar_among, similar_postings
from jobglot.site import Similar

ROOT = Path(__file__).resolve().parent.parent
COOKING = "sauces menus pastry ovens suppliers allergens hygiene brigade service banquets seasons markets tasting"
Lists = dict[str, tuple[Similar, ...]]


def lists(
    *postings: Posting, candidates: tuple[str, ...] | None = None, count: int = 5, per_organization: int = 2
) -> Lists:
    """The lists of a board on which all postings have a page, and all may be applied for unless said otherwise."""
    held = {p.id: p for p in postings}
    chosen = SimilarSettings(count, per_organization)
    open_ids = held if candidates is None else candidates
    return dict(similar_postings(Compared(held, held, open_ids, chosen, board_of(*postings), LANGUAGES)))


def ids(found: tuple[Similar, ...]) -> list[str]:
    return [similar.id for similar in found]


def test_the_nearest_work_comes_first() -> None:
    """Before work in the same place, and before work of the same category."""
    found = lists(
        job("a", "Cook", COOKING, categories=("food",), locations=(Location("ghent"),)),
        job("b", "Waiter", "tables guests trays", categories=("food",)),
        job("c", "Welder", "steel torches masks", locations=(Location("ghent"),)),
        job("d", "Cook", "sauces menus pastry wine", categories=("food",)),
    )
    assert ids(found["a"]) == ["d", "b", "c"]
    assert [similar.reasons for similar in found["a"]][1:] == [("category:food",), ("place:ghent",)]


@given(boards(), st.integers(0, 5), st.integers(1, 3), st.sets(st.integers(0, 8)))
@settings(max_examples=60, deadline=None)
def test_what_every_list_keeps_to(postings: tuple[Posting, ...], count: int, share: int, over: set[int]) -> None:
    """Never itself, never one that takes no applications, none twice, no more of one employer than allowed, no reason
    unsaid."""
    open_ids = tuple(p.id for n, p in enumerate(postings) if n not in over)
    found = lists(*postings, candidates=open_ids, count=count, per_organization=share)
    employers = {p.id: p.organization for p in postings}
    assert sorted(found) == sorted(employers)
    for id_, similar in found.items():
        chosen = ids(similar)
        assert id_ not in chosen
        assert set(chosen) <= set(open_ids)
        assert len(set(chosen)) == len(chosen) <= count
        named = [employers[other] for other in chosen if employers[other]]
        assert all(named.count(employer) <= share for employer in named)
        assert all(1 <= len(one.reasons) <= 3 for one in similar)


def test_a_repost_is_never_listed_and_no_job_twice() -> None:
    """Neither beside the job itself nor beside another notice of it."""
    found = lists(
        job("a", "Cook", COOKING, organization="acme"),
        job("b", "Cook", COOKING, organization="acme"),
        job("c", "Pastry cook", COOKING, organization="zeta"),
        job("d", "Pastry cook", COOKING, organization="zeta"),
        job("e", "Pastry cook", COOKING, organization="agency"),
        per_organization=5,
    )
    assert ids(found["a"]) == ids(found["b"]) == ["c"]
    assert ids(found["c"]) == ["a"]


def test_an_employer_has_its_share_and_the_next_one_follows() -> None:
    """An employer with fifty notices does not fill every list."""
    giant = [job(f"a{n:02}", f"Cook {'abcdefghijklmnop'[n]}x", COOKING, organization="giant") for n in range(12)]
    others = [job("b", "Cook", "sauces menus"), job("c", "Cook", "sauces menus ovens")]
    found = lists(*giant, *others, *(job(f"z{n}", f"Y{n}", "steel torches") for n in range(9)))
    assert ids(found["a00"])[:2] == ["a01", "a02"]
    assert set(ids(found["a00"])) == {"a01", "a02", "b", "c"}


def test_ties_go_by_id() -> None:
    """Postings that say nothing but their category."""
    found = lists(*(job(name, f"{name}{name}x", categories=("care",)) for name in "gfedcba"), count=3)
    assert ids(found["d"]) == ["a", "b", "c"]
    assert ids(found["a"]) == ["b", "c", "d"]


def test_postings_without_a_text_are_alike_by_their_titles() -> None:
    """And by nothing that they do not say."""
    found = lists(job("a", "Night nurse"), job("b", "Day nurse"), job("c", "Welder"), job("d", "Welder"))
    assert found["a"] == (Similar("b", ("title",)),)
    assert ids(found["c"]) == ["d"]


def test_an_empty_board_a_lonely_posting_and_one_with_nothing_in_common_have_empty_lists() -> None:
    """There is nothing to show, and nothing is made up."""
    assert lists() == {}
    assert lists(job("a")) == {"a": ()}
    assert lists(job("a", "Cook"), job("b", "Welder")) == {"a": (), "b": ()}
    assert lists(job("a", "Cook"), job("b", "Cook"), candidates=()) == {"a": (), "b": ()}


def test_the_kind_of_contract_alone_is_better_than_nothing_and_worse_than_anything() -> None:
    """A list is never empty while something is shared."""
    fixed = {"contract": Contract(ContractKind.FIXED_TERM)}
    welder, cook = job("a", "Welder", **fixed), job("b", "Cook", **fixed)
    assert lists(welder, cook)["a"] == (Similar("b", ("contract:fixed_term",)),)
    assert ids(lists(welder, cook, job("c", "Welder"))["a"]) == ["c"]


def test_what_has_no_name_is_no_reason_to_be_listed() -> None:
    """Two full-time jobs are not alike for that."""
    whole = {"employment_type": (EmploymentType.FULL_TIME,)}
    assert lists(job("a", "Welder", **whole), job("b", "Cook", **whole)) == {"a": (), "b": ()}


def test_a_closed_posting_has_a_list_and_is_in_none() -> None:
    """Its page still leads on."""
    postings = [
        job(name, f"{rank} cook", COOKING) for name, rank in zip("abc", ("First", "Second", "Third"), strict=True)
    ]
    found = lists(*postings, candidates=("b", "c"))
    assert {id_: ids(similar) for id_, similar in found.items()} == {"a": ["b", "c"], "b": ["c"], "c": ["b"]}


def test_a_french_posting_finds_english_ones() -> None:
    """By category and place, by words that both languages write alike, and by postings written in both."""
    found = lists(
        job("a", "Ingénieur·e de données", "entrepôt requêtes SQL Airflow", language="fr", categories=("data",)),
        job("b", "Data engineer", "warehouse queries SQL Airflow", categories=("data",)),
        job("c", "Cook", COOKING, categories=("food",)),
        bilingual("d", ("Nurse", "wards patients"), ("Infirmière", "services patients"), categories=("care",)),
    )
    assert ids(found["a"]) == ["b"]
    assert "category:data" in found["a"][0].reasons
    assert ids(found["b"]) == ["a"]


@given(boards(), st.randoms())
@settings(max_examples=40, deadline=None)
def test_order_of_input_and_shards_do_not_show(postings: tuple[Posting, ...], chance: object) -> None:
    """The same lists whatever the order, and whichever part of the board is asked for."""
    whole = lists(*postings)
    shuffled = list(postings)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert lists(*shuffled) == whole
    board = board_of(*postings)
    index = index_of({p.id: p for p in postings}, list(whole), list(whole), board, LANGUAGES)
    choice = pickle.loads(pickle.dumps(Choice(index, SimilarSettings(), board)))
    parts: Lists = {}
    for id_ in reversed(list(whole)):
        parts |= similar_among(choice, [id_])
    assert parts == whole


@given(boards())
@settings(max_examples=40, deadline=None)
def test_lists_on_demand_are_the_same(postings: tuple[Posting, ...]) -> None:
    """In whatever order they are asked for; and nothing is there that was not asked for at first."""
    held, board = {p.id: p for p in postings}, board_of(*postings)
    late = similar_postings(Compared(held, held, held, SimilarSettings(5, 2), board, LANGUAGES), None)
    assert {id_: late[id_] for id_ in sorted(late, reverse=True)} == lists(*postings)
    assert late.get("no such posting", ()) == ()
    none = similar_postings(Compared(held, held, held, SimilarSettings(0, 2), board, LANGUAGES), None)
    assert set(none.values()) <= {()}


@given(boards())
@settings(max_examples=40, deadline=None)
def test_numpy_changes_nothing(postings: tuple[Posting, ...]) -> None:
    """A board that grows over the limit keeps its lists."""
    plain = lists(*postings)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(likeness, "SMALL", 0)
        assert lists(*postings) == plain


def test_a_list_that_needs_a_deep_look_is_the_same_with_numpy(monkeypatch: pytest.MonkeyPatch) -> None:
    """When the nearest are all of one employer, those further away are looked at."""
    giant = [job(f"a{n:02}", f"Cook a{n:02}", COOKING, organization="giant") for n in range(40)]
    board = [*giant, job("z", "Chef", "sauces menus pastry"), job("y", "Waiter", categories=("food",))]
    plain = lists(*board)
    assert "z" in ids(plain["a00"])
    monkeypatch.setattr(likeness, "SMALL", 0)
    assert lists(*board) == plain


def _load(name: str) -> ModuleType:
    path = ROOT / "benchmarks" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def test_quality_stays_clearly_above_plain_tfidf() -> None:
    """On the labelled board: the share of five neighbours that are of the same occupation."""
    data = _load("similar_data")
    measure = _load("evaluate_similar")
    content = data.board(seed=3)
    baseline, ours = measure.evaluate(content, measure.plain_tfidf), measure.evaluate(content, measure.ours)
    for case, (precision, hit, _) in ours.items():
        assert precision >= baseline[case][0] + 0.2, case
        assert precision >= 0.9, case
        assert hit >= 0.95, case


def test_postings_find_each_other_where_hardly_any_is_in_both_languages() -> None:
    """By names, cognates, and what others of their own language say."""
    data, measure = _load("similar_data"), _load("evaluate_similar")
    found = measure.evaluate(data.board(seed=3, bilingual=0.1), measure.ours)
    for case in ("French among English", "English among French"):
        precision, hit, _ = found[case]
        assert precision >= 0.65, case
        assert hit >= 0.93, case


PROGRAM = """
import json, sys
sys.path[:0] = sys.argv[1:]
from similar_data import board
from jobglot.settings import SimilarSettings
from jobglot.similar import Compared, similar_postings
content = board()
postings = {p.id: p for p in content.postings[:int(sys.stdin.read())]}
found = similar_postings(Compared(postings, postings, postings, SimilarSettings(), content, ("en", "fr")))
print(json.dumps({id_: [(s.id, s.reasons) for s in similar] for id_, similar in found.items()}))
"""


@pytest.mark.parametrize("size", [60, 200])
def test_the_seed_of_hashes_does_not_show(size: int) -> None:
    """Nothing goes by the order of a set; with numpy and without."""

    def run(seed: str) -> object:
        command = [sys.executable, "-c", PROGRAM, str(ROOT / "benchmarks"), str(ROOT)]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(command, input=str(size), capture_output=True, text=True, env=environment, check=True)
        return json.loads(done.stdout)

    assert run("1") == run("2")


def test_dates_play_no_part() -> None:
    """So that a list changes only when a posting does."""
    early, late = (job("b", "Cook", posted=date(2026, 1, day)) for day in (1, 28))
    assert lists(job("a", "Cook"), early) == lists(job("a", "Cook"), late)
