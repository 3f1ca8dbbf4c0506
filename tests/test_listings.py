from __future__ import annotations

import itertools
from datetime import date

from builders import content, organization, posting, standing, term
from hypothesis import given
from hypothesis import strategies as st

from jobglot.listings import (
    as_tree,
    by_deadline,
    by_end,
    by_first_day,
    headings,
    lineage,
    listings_of,
    paginate,
    readable,
)
from jobglot.model import Deadline, DeadlineKind, EmploymentType, Location, Posting, State, Term
from jobglot.settings import LISTING_KINDS, Fallback


def closing(id_: str, day: int, **facts: object) -> Posting:
    return posting(id_, deadline=Deadline(DeadlineKind.DATE, date(2026, 3, day)), **facts)


def tree(*pairs: tuple[str, str]) -> dict[str, Term]:
    return {id_: term(id_, parent=parent) for id_, parent in pairs}


def test_open_postings_come_by_deadline_then_id() -> None:
    """Featured ones first, those without a deadline last."""
    jobs = [
        closing("b", 20),
        closing("a", 20),
        closing("late", 30),
        closing("star", 29, featured=True),
        posting("until-filled", deadline=Deadline(DeadlineKind.OPEN)),
        closing("first", 10),
    ]
    standings = {job.id: standing(job) for job in jobs}
    assert by_deadline(jobs, standings) == ("star", "first", "a", "b", "late", "until-filled")
    assert by_deadline(reversed(jobs), standings) == by_deadline(jobs, standings)


def test_new_postings_come_newest_first_then_by_id() -> None:
    """However they are given."""
    jobs = [posting("b"), posting("a"), posting("new", posted=date(2026, 2, 20))]
    assert by_first_day(jobs) == ("new", "a", "b")


def test_a_posting_that_opens_later_than_it_was_posted_is_new_when_it_opens() -> None:
    """It would come up among those that readers have seen; one that opened before it was posted does not."""
    jobs = [
        posting("new", posted=date(2026, 2, 20)),
        posting("opened", opens=date(2026, 2, 22)),
        posting("before", opens=date(2026, 1, 22)),
    ]
    assert by_first_day(jobs) == ("opened", "new", "before")


def test_the_archive_begins_with_what_ended_last() -> None:
    """By the instant it ended, not by its deadline."""
    jobs = [closing("early", 5), closing("late", 25), closing("b", 5), closing("filled", 30)]
    standings = {job.id: standing(job, State.CLOSED, ended=standing(job).closes) for job in jobs}
    standings["filled"] = standing(jobs[3], State.FILLED, ended=standing(closing("x", 1)).closes)
    assert by_end(jobs, standings) == ("late", "b", "early", "filled")


def test_a_list_leaves_out_other_languages_only_if_told_to() -> None:
    """`fallback: hide`; the order stays."""
    postings = {
        job.id: job for job in (posting("x", languages_of_editions=("fr",)), posting("y"), posting("w"), posting("v"))
    }
    assert readable(postings, ("x", "y", "w"), "en", Fallback.LIST) == ("x", "y", "w")
    assert readable(postings, ("x", "y", "w"), "en", Fallback.HIDE) == ("y", "w")
    assert readable(postings, ("x", "y"), "fr", Fallback.HIDE) == ("x",)


@given(st.lists(st.integers().map(str), unique=True, max_size=60), st.integers(1, 25))
def test_pages_put_together_are_the_list(ids: list[str], per_page: int) -> None:
    """No page is longer than it may be, none but the first empty."""
    pages = paginate(tuple(ids), per_page)
    assert tuple(id_ for page in pages for id_ in page) == tuple(ids)
    assert all(len(page) <= per_page for page in pages)
    assert len(pages) == max(1, -(-len(ids) // per_page))


def test_an_empty_list_has_one_empty_page() -> None:
    """So that its address exists."""
    assert paginate((), 20) == ((),)


def test_a_listing_also_holds_the_postings_of_what_lies_below() -> None:
    """Each once, in the order of the home page."""
    held = content(
        posting("a", categories=("web", "it"), locations=(Location("brussels"),)),
        posting("b", categories=("it",)),
        categories=tree(("it", ""), ("web", "it"), ("idle", "")),
        places=tree(("belgium", ""), ("brussels", "belgium")),
    )
    found = {(each.kind, each.id): each for each in listings_of(("b", "a"), held, LISTING_KINDS)}
    assert found["categories", "it"].postings == ("b", "a")
    assert found["categories", "web"].postings == ("a",)
    assert found["categories", "web"].depth == 1
    assert found["categories", "idle"].postings == ()
    assert found["places", "belgium"].postings == ("a",)
    assert found["organizations", "acme"].postings == ("b", "a")


def test_only_the_listings_asked_for_are_made() -> None:
    """In the order of the config."""
    kinds = [each.kind for each in listings_of((), content(posting()), ("places", "categories"))]
    assert kinds == ["places", "categories"]


def test_employment_types_are_those_that_some_posting_names() -> None:
    """Closed postings as well, so that an address does not come and go."""
    held = content(posting("a", employment_type=(EmploymentType.INTERN, EmploymentType.FULL_TIME)))
    assert [each.id for each in listings_of((), held, ("employment_types",))] == ["full_time", "intern"]


def test_a_posting_is_under_each_heading_once() -> None:
    """Whatever its facts repeat, and under nothing that is unknown."""
    job = posting(
        categories=("web", "it", "unknown"),
        locations=(Location("brussels"), Location("brussels"), Location(country="FR")),
        employment_type=(EmploymentType.INTERN, EmploymentType.INTERN),
    )
    held = content(job, categories=tree(("it", ""), ("web", "it")))
    found = list(headings(job, held))
    assert sorted(found) == [
        ("categories", "it"),
        ("categories", "web"),
        ("employment_types", "intern"),
        ("organizations", "acme"),
        ("places", "brussels"),
    ]


def test_an_employer_without_a_page_is_no_heading() -> None:
    """Nor is an organization's listing asked of a posting that names none."""
    job = posting(organization="", categories=())
    assert list(headings(job, content(job, organizations={"acme": organization()}))) == []


def test_a_tree_is_walked_parents_first() -> None:
    """Otherwise in the order of the file."""
    found = [
        (each.id, depth) for each, depth in as_tree(tree(("c", "b"), ("a", ""), ("b", "a"), ("d", "a"), ("e", "")))
    ]
    assert found == [("a", 0), ("b", 1), ("c", 2), ("d", 1), ("e", 0)]


def test_circles_and_unknown_parents_lose_no_term() -> None:
    """Each term is listed once, whatever is wrong with its parents."""
    found = [
        each.id for each, _ in as_tree(tree(("hen", "egg"), ("egg", "hen"), ("chick", "hen"), ("lost", "nowhere")))
    ]
    assert sorted(found) == ["chick", "egg", "hen", "lost"]
    assert lineage("chick", tree(("hen", "egg"), ("egg", "hen"), ("chick", "hen"))) == ("chick", "hen", "egg")


def test_a_very_deep_tree_is_walked_too() -> None:
    """Deeper than Python's stack."""
    deep = tree(*((str(at), str(at - 1) if at else "") for at in range(3000)))
    assert [depth for _, depth in as_tree(deep)] == list(range(3000))


@given(st.dictionaries(st.sampled_from("abcdefg"), st.sampled_from(["", *"abcdefgh"])))
def test_any_parents_make_a_tree_with_every_term_once(parents: dict[str, str]) -> None:
    """And a term's depth is one more than that of the last term above it."""
    walked = [(each.id, depth) for each, depth in as_tree(tree(*parents.items()))]
    assert sorted(id_ for id_, _ in walked) == sorted(parents)
    assert all(after <= before + 1 for (_, before), (_, after) in itertools.pairwise(walked))
