from __future__ import annotations

from jobglot.problem import Origin, Severity, error, in_order, stops, warning

HERE = Origin("content/a.md", 4, 11)


def test_a_problem_reads_as_one_line() -> None:
    """Place, severity, sentence, remedy, code: as compilers write it, so that editors' programs can jump there."""
    problem = error(HERE, "date-unreadable", "“soon” is not a date", "write it as YYYY-MM-DD")
    assert str(problem) == ("content/a.md:4:11: error: “soon” is not a date; write it as YYYY-MM-DD [date-unreadable]")


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
