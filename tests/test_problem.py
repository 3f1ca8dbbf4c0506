from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jobglot.problem import Origin, Problem, Severity, added, error, exchanged, in_order, of_file, stops, warning

HERE = Origin("content/a.md", 4, 11)


def test_a_problem_reads_as_one_line() -> None:
    """Place, severity, sentence, remedy, code: as compilers write it, so that editors' programs can jump there."""
    problem = error(HERE, "date-unreadable", "“soon” is not a date", "write it as YYYY-MM-DD")
    assert str(problem) == ("content/a.md:4:11: error: “soon” is not a date; write it as YYYY-MM-DD [date-unreadable]")


def test_what_a_problem_quotes_can_do_nothing_to_a_screen_or_log() -> None:
    """No colours, no second line that reads as another problem or as a command to a runner, no text turned around."""
    problem = error(HERE, "x", "“\x1b[31m\x9b2J\u202eevil\u2066” is no\n  address", "write\r\n::error::a")
    assert problem.message == "“\\x1b[31m\\x9b2J\\u202eevil\\u2066” is no address"
    assert problem.remedy == "write ::error::a"
    usual = "“3\u202f000 €”, “É\u0301”, “👩\u200d🔬”"
    assert warning(HERE, "x", usual, usual).message == usual


def test_a_place_says_as_much_as_is_known() -> None:
    """A whole file, a line, a column."""
    assert str(Origin("a.md")) == "a.md"
    assert str(Origin("a.md", 3)) == "a.md:3:1"
    assert str(Origin("a.md", 3, 7)) == "a.md:3:7"


def test_problems_come_by_file_line_and_column_each_once() -> None:
    """However they were found; lines by number."""
    late, early = error(Origin("a.md", 10, 1), "x", "m", "r"), error(Origin("a.md", 9, 1), "x", "m", "r")
    other = warning(Origin("b.md"), "x", "m", "r")
    assert in_order([other, late, early, late]) == (early, late, other)


def test_an_error_stops_a_build_and_a_warning_does_not() -> None:
    """Nor does nothing."""
    assert stops((warning(HERE, "x", "m", "r"), error(HERE, "x", "m", "r")))
    assert not stops((warning(HERE, "x", "m", "r"),))
    assert not stops(())
    assert error(HERE, "x", "m", "r").severity is Severity.ERROR


def some() -> st.SearchStrategy[list[Problem]]:
    """A few problems of a few files, often the same."""
    places = st.builds(Origin, st.sampled_from(["a.md", "b.md", "c/d.md"]), st.integers(0, 2))
    return st.lists(st.builds(warning, places, st.sampled_from("xy"), st.just("m"), st.just("r")), max_size=9)


@given(some(), some(), some())
def test_problems_are_exchanged_in_their_order(held: list[Problem], gone: list[Problem], come: list[Problem]) -> None:
    """As if they were put in order anew; what goes and comes stays as it was, there or not."""
    both = set(gone) & set(come)
    assert exchanged(in_order(held), gone, come) == in_order(
        (set(held) - set(gone) | set(held) & both) | set(come) - both
    )


@given(some(), some())
def test_what_was_added_is_what_was_not_there(before: list[Problem], after: list[Problem]) -> None:
    """Whether it is the same problem or another one that says the same."""
    assert added(in_order(before), in_order(after)) == in_order(set(after) - set(before))
    assert list(of_file(in_order(before), "b.md")) == [p for p in in_order(before) if p.origin.path == "b.md"]
