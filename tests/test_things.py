"""Postings, organizations, news and pages from their sheets: each whole or not at all."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from readings import document, front, good, posting, thing, told

from jobglot.model import AttachmentRef, DeadlineKind, EmploymentType, Location, Remote, plain
from jobglot.things import is_attachment_link


def test_a_posting_holds_what_its_front_matter_says() -> None:
    """In the types that cannot be wrong; what is left out has the least surprising value."""
    made = good(
        front(title="no", employment_type="full_time", hours_per_week="37.5", reference="05", updated="2026-01-11")
    )
    assert made.editions[0].title == "no"
    assert made.editions[0].slug == "x"
    assert made.employment_type == (EmploymentType.FULL_TIME,)
    assert made.minutes_per_week == 2250
    assert made.reference == "05"
    assert made.updated == datetime(2026, 1, 11, tzinfo=UTC)
    assert made.remote is Remote.NO
    assert made.deadline.kind is DeadlineKind.DATE
    assert made.deadline.day == date(2026, 2, 10)
    assert (made.draft, made.featured, made.positions, made.salary) == (False, False, None, None)


def test_an_organization_may_be_given_inside_a_posting() -> None:
    """Then it has no page."""
    made = good(front(organization="{name: ACME, url: https://acme.example}"))
    assert made.organization == ""
    assert made.employer is not None
    assert made.employer.name == plain("ACME")


def test_categories_and_places_are_named_once() -> None:
    """In the order written: “Brussels and Brussels” is one place of work."""
    made = good(front(categories="[b, a, b]", locations="[brussels, {city: Oslo, country: NO}, brussels]"))
    assert made.categories == ("b", "a")
    assert made.locations == (Location("brussels"), Location(city=plain("Oslo"), country="NO"))


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"deadline": "2026-01-09"}, (5, "deadline-before-posted")),
        ({"opens": "2026-02-11"}, (5, "deadline-before-opens")),
        ({"renewed": "2026-01-20"}, (9, "renewed-without-open")),
        ({"filled": "2026-01-20", "withdrawn": "2026-01-21"}, (10, "filled-and-withdrawn")),
    ],
    ids=str,
)
def test_facts_that_cannot_both_hold_are_told(changed: dict[str, str], problem: tuple[int, str]) -> None:
    """Whatever the time is."""
    _, problems = posting(front(**changed))
    assert told(problems) == [problem]


@pytest.mark.parametrize(
    "changed", [{"deadline": "2026-01-10"}, {"deadline": "open", "renewed": "2026-01-20"}], ids=str
)
def test_facts_that_hold_together_are_let_be(changed: dict[str, str]) -> None:
    """A posting may close on the day it is posted."""
    assert posting(front(**changed))[1] == []


def test_attachments_are_named_or_linked_by_a_bare_name() -> None:
    """Each once, with the title given, whatever its name is in the address of the link."""
    made = good(
        front(attachments="[{file: form.pdf, title: Form}]"),
        "[a](form.pdf) [b](./terms.pdf) [c](<job été.pdf>) [d](other.en.md) [e](https://b.example/x.pdf) ![f](x.png)",
    )
    folder = "content/postings"
    assert made.attachments == (
        AttachmentRef(f"{folder}/form.pdf", plain("Form")),
        AttachmentRef(f"{folder}/terms.pdf"),
        AttachmentRef(f"{folder}/job été.pdf"),
        AttachmentRef(f"{folder}/x.png"),
    )


@pytest.mark.parametrize(
    ("url", "is_one"), [("a.pdf", True), ("a", False), ("a.en.md", False), ("b/a.pdf", False), ("a.pdf?x", False)]
)
def test_a_link_to_an_attachment_is_a_bare_name(url: str, is_one: bool) -> None:
    """Neither a text of the content nor a path."""
    assert is_attachment_link(url) is is_one


@pytest.mark.parametrize(
    "changed",
    [{"deadline": "31.12.2026"}, {"posted": None}, {"organization": "''"}, {"title": "[Baker]"}, {"title": None}],
    ids=str,
)
def test_a_posting_that_lacks_what_it_must_have_is_read_all_the_same(changed: dict[str, str | None]) -> None:
    """So that its other facts are looked at in the same run; it says of itself that it is not whole."""
    made, problems = posting(front(categories="[baking]", **changed))
    assert made is not None
    assert not made.is_whole
    assert made.categories == ("baking",)
    assert len(problems) == 1
    assert made.posted == (date(2026, 1, 10) if changed.get("posted", "") is not None else date.min)
    is_dated = changed.get("posted", "") is not None and "deadline" not in changed
    assert made.deadline.kind is (DeadlineKind.DATE if is_dated else DeadlineKind.OPEN)


def test_a_posting_without_any_fact_is_one_problem() -> None:
    """As when the file that held the facts was deleted: not one for each fact that every posting must have."""
    made, problems = thing("postings", {"fr": document("title: Boulanger·ère\n")})
    assert made is None
    assert [problem.code for problem in problems] == ["no-facts"]
    assert "organization, posted, deadline" in problems[0].message


def test_a_link_to_a_place_in_a_file_is_one_to_the_file() -> None:
    """It is published as well; a heading of the text is no file."""
    made = good(front(), "See [page 2](./the%20form.pdf#page=2) and [below](#below).\n\n## Below\n\nBake.")
    assert made.attachments == (AttachmentRef("content/postings/the form.pdf"),)


def test_an_organization_needs_a_name() -> None:
    """In each of its languages; without one, it is there for what else its text may tell."""
    made, problems = thing("organizations", {"en": document("name: ACME\nacronym: A\nurl: https://acme.example\n")})
    assert problems == []
    assert (made.editions[0].name, made.editions[0].acronym, made.url) == ("ACME", "A", "https://acme.example")
    made, problems = thing("organizations", {"en": document("acronym: A\n")})
    assert [edition.name for edition in made.editions] == [""]
    assert told(problems) == [(2, "missing-key")]


def test_a_news_item_needs_its_date() -> None:
    """Without it, it is not whole."""
    made, problems = thing("news", {"en": document("title: New\ndate: 2026-01-10\n")})
    assert problems == []
    assert made.date == date(2026, 1, 10)
    assert made.is_whole
    assert not thing("news", {"en": document("title: New\n")})[0].is_whole


def test_a_page_is_in_the_menu_unless_it_says_otherwise() -> None:
    """With its place there."""
    made, problems = thing("pages", {"en": document("title: About\norder: 3\n")})
    assert problems == []
    assert (made.menu, made.order) == (True, 3)
    assert thing("pages", {"en": document("title: About\nmenu: false\n")})[0].menu is False
