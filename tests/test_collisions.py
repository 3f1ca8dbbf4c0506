from __future__ import annotations

import pytest
from builders import content, edition, posting, site, term

from jobglot.addresses import addresses
from jobglot.collisions import Ledger, folded, problems_of, twins
from jobglot.model import ContentPage
from jobglot.problem import Origin, Severity
from jobglot.routes import PageType, Route

A, B, C = (Route(PageType.PAGE, "en", id=id_) for id_ in "abc")


@pytest.mark.parametrize("other", ["en/a/index.html", "en/A/index.html", "EN/a/INDEX.html"])
def test_a_path_is_given_once(other: str) -> None:
    """Also where capitals are all that differs; who asks first has it."""
    ledger = Ledger()
    ledger.give([(A, "en/a/index.html"), (B, other)])
    assert ledger.routes == {"en/a/index.html": A}
    assert ledger.late == [(B, other, A)]


def test_unicode_forms_of_a_name_are_one_name() -> None:
    """é as one code point and as two: some disks hold only one of them."""
    ledger = Ledger()
    ledger.give([(A, "en/caf\u00e9/index.html"), (B, "en/cafe\u0301/index.html")])
    assert [route for route, _, _ in ledger.late] == [B]
    assert folded("CAFE\u0301") == folded("café")
    assert folded("café") != folded("cafe")


def test_a_file_cannot_stand_where_a_folder_is_needed() -> None:
    """However deep below it the other lies, in whatever capitals; told once."""
    ledger = Ledger()
    ledger.give([(A, "en/x/y/index.html"), (B, "en/x/z/index.html"), (C, "EN/X")])
    assert [(first, route) for route, _, first in ledger.blocked()] == [(C, A)]


def test_names_that_only_begin_alike_do_not_collide() -> None:
    """`en/x` is no folder of `en/xy/`."""
    ledger = Ledger()
    ledger.give([(A, "en/xy/index.html"), (B, "en/x")])
    assert not ledger.late
    assert not list(ledger.blocked())


def test_a_problem_names_both_files() -> None:
    """It stands at the file that came later, and says what to do."""
    pages = tuple(
        ContentPage(id_, (edition("en", slug="team", origin=Origin(f"content/pages/{id_}.en.md", 1, 1)),), Origin("p"))
        for id_ in ("a", "b")
    )
    ledger = Ledger()
    ledger.give([(A, "en/team/index.html"), (B, "en/team/index.html")])
    (problem,) = problems_of(ledger, site(content=content(pages=pages)))
    assert problem.origin == Origin("content/pages/b.en.md", 1, 1)
    assert "/en/team/ is taken already, by content/pages/a.en.md:1:1" in problem.message
    assert problem.severity is Severity.ERROR


def test_an_alias_that_is_taken_is_to_go() -> None:
    """No slug helps: that address has a page."""
    ledger = Ledger()
    ledger.give([(A, "en/team/index.html"), (Route(PageType.REDIRECT, "en", "pages", "b"), "en/team/index.html")])
    (problem,) = problems_of(ledger, site())
    assert problem.remedy == "take it out of “aliases”"


def test_an_alias_that_is_taken_is_told_where_it_stands() -> None:
    """Also where the other is a file that came later: that one has no “aliases” to take it out of."""
    path = "content/pages/b.en.md"
    page = ContentPage("b", (edition("en", origin=Origin(path, 1, 1)),), Origin("p"))
    former = Route(PageType.REDIRECT, "en", "pages", "b")
    for first, second in ((former, A), (former, Route(PageType.STATIC, id="en/team/index.html"))):
        ledger = Ledger()
        ledger.give([(first, "en/team/index.html"), (second, "en/team/index.html")])
        (problem,) = problems_of(ledger, site(content=content(pages=(page,))))
        assert (problem.origin.path, problem.remedy) == (path, "take it out of “aliases”")


def test_no_alias_takes_the_place_of_a_page() -> None:
    """Whichever of the two postings comes first by its id."""
    one, other = posting("a", editions=(edition("en", slug="new", aliases=("b",)),)), posting("b")
    ledger = Ledger()
    ledger.give(addresses(site(one, other)))
    assert ledger.routes["en/jobs/b/index.html"] == Route(PageType.POSTING, "en", id="b")
    assert [late.type for late, _, _ in ledger.late] == [PageType.REDIRECT]


def test_a_problem_stands_at_the_slug_where_there_is_one() -> None:
    """That line is the one to change."""
    path = "content/pages/b.en.md"
    written = edition("en", slug="archive", origin=Origin(path, 1, 1), slug_origin=Origin(path, 3, 7))
    board = site(content=content(pages=(ContentPage("b", (written,), Origin("p")),)))
    ledger = Ledger()
    ledger.give([(Route(PageType.ARCHIVE, "en"), "en/archive/index.html"), (B, "en/archive/index.html")])
    (problem,) = problems_of(ledger, board)
    assert problem.origin == Origin(path, 3, 7)


def test_the_author_s_file_is_named_when_the_other_is_the_board_s_own_page() -> None:
    """Whichever came first: nobody can rename the home page."""
    board = site(posting())
    static, home = Route(PageType.STATIC, id="index.html"), Route(PageType.CHOOSER)
    for wanted in ([static, home], [home, static]):
        ledger = Ledger()
        ledger.give((route, "index.html") for route in wanted)
        (problem,) = problems_of(ledger, board)
        assert problem.origin == Origin("static/index.html")
        assert "by a page that every board has" in problem.message
    ours = edition("en", slug="search", origin=Origin("content/pages/b.en.md", 1, 1))
    board = site(content=content(pages=(ContentPage("b", (ours,), Origin("p")),)))
    ledger = Ledger()
    ledger.give([(B, "en/search/index.html"), (Route(PageType.SEARCH, "en"), "en/search/index.html")])
    (problem,) = problems_of(ledger, board)
    assert problem.origin == Origin("content/pages/b.en.md", 1, 1)
    assert "by a page that every board has" in problem.message


def test_a_term_is_named_by_its_line() -> None:
    """Of the vocabulary."""
    board = site(content=content(categories={"it": term("it", origin=Origin("content/categories.yaml", 4, 1))}))
    ledger = Ledger()
    ledger.give([(Route(PageType.PAGE, "en", id="x"), "x"), (Route(PageType.ATOM, "en", "categories", "it"), "x")])
    (problem,) = problems_of(ledger, board)
    assert problem.origin.line == 4


def test_what_will_collide_later_is_a_warning() -> None:
    """The board is well today."""
    ledger = Ledger()
    ledger.give([(Route(PageType.STATIC, id="a"), "a"), (Route(PageType.STATIC, id="A"), "A")])
    (problem,) = problems_of(ledger, site(), later=True)
    assert (problem.severity, problem.code) == (Severity.WARNING, "address-taken-later")


def test_static_files_that_a_system_cannot_tell_apart_are_told() -> None:
    """Even though their published names differ."""
    (problem,) = twins(["Logo.png", "logo.png", "other.png"])
    assert problem.origin == Origin("static/logo.png")
    assert "static/Logo.png" in problem.message


@pytest.mark.parametrize(("path", "type_"), [("404.html", PageType.NOT_FOUND), ("index.html", PageType.CHOOSER)])
def test_who_brings_a_page_as_a_file_learns_how_to_change_ours(path: str, type_: PageType) -> None:
    """By a template of the same use."""
    ledger = Ledger()
    ledger.give([(Route(type_), path), (Route(PageType.STATIC, id=path), path)])
    (problem,) = problems_of(ledger, site())
    assert problem.origin.path == f"static/{path}"
    assert "of which you may have your own" in problem.remedy
