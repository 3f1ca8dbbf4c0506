"""What a board lacks because of errors."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from builders import config, content, posting

from jobglot.problem import Origin, error, warning
from jobglot.relate import relate
from jobglot.routes import PageType, Route
from jobglot.spoilt import Spoilt, thing_of

COOK, BAKER = "content/postings/2026/cook.en.md", "content/postings/baker.en.md"
SITE = relate(
    replace(content(posting(id="baker")), paths=frozenset([COOK, BAKER, "content/postings/nurse.pdf"])),
    config(),
    datetime(2026, 3, 2, tzinfo=UTC),
)


def test_what_has_a_file_and_no_place_on_the_board_is_left_out() -> None:
    """In whatever folder; not what is there, nor what only has a file beside it."""
    spoilt = Spoilt(SITE, [error(Origin(COOK, 4, 1), "c", "it is wrong", "mend it")])
    assert [spoilt.left_out(f"postings/{id_}") for id_ in ("cook", "baker", "nurse")] == [True, False, False]
    assert spoilt.words("postings/cook") == f"is left out for now: {COOK}:4:1: it is wrong"


def test_without_an_error_nothing_is() -> None:
    """What is not there then was removed, or is of another kind."""
    assert not Spoilt(SITE, [warning(Origin(COOK, 4, 1), "c", "m", "r")]).left_out("postings/cook")


def test_the_error_of_an_organization_is_that_of_its_postings() -> None:
    """Where they have none of their own; else it is somewhere in what they name."""
    spoilt = Spoilt(SITE, [error(Origin("content/organizations/acme.en.md"), "c", "it is wrong", "mend it")])
    assert spoilt.words("postings/cook", "acme").endswith("acme.en.md: it is wrong")
    assert spoilt.words("postings/cook", "other") == "is left out for now: what it names has an error"


def test_pages_are_about_things() -> None:
    """Also the feeds of an organization; lists of the board are about none."""
    assert thing_of(Route(PageType.POSTING, "en", id="cook")) == "postings/cook"
    assert thing_of(Route(PageType.ATOM, "en", "organizations", "acme")) == "organizations/acme"
    assert thing_of(Route(PageType.HOME, "en")) == ""
