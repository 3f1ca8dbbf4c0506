from __future__ import annotations

import io
import os
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from builders import config, content, posting
from sites import planned

from jobglot import report
from jobglot.model import State
from jobglot.problem import Origin, error, warning
from jobglot.relate import relate
from jobglot.write import Written

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
PROBLEMS = [
    error(Origin("content/a.md", 4, 11), "date-unreadable", "“31.10.26” is not a date", "write it as YYYY-MM-DD"),
    warning(Origin("content/a.md"), "file-astray", "nothing reads this file", "delete it"),
]


def said(colours: bool = False) -> str:
    stream = io.StringIO()
    report.Voice(stream, colours=colours).problems(PROBLEMS)
    return stream.getvalue()


def test_problems_are_said_a_line_each_and_counted() -> None:
    """Place, severity, sentence, remedy, code."""
    assert said().splitlines() == [
        "content/a.md:4:11: error: “31.10.26” is not a date; write it as YYYY-MM-DD [date-unreadable]",
        "content/a.md: warning: nothing reads this file; delete it [file-astray]",
        "1 error and 1 warning in 1 file",
    ]


def test_of_very_many_problems_the_errors_come_last() -> None:
    """Where one looks, and with the kinds that are many; few stay in the order of their files."""
    stream = io.StringIO()
    many = [warning(Origin(f"{n}.md"), "vague-link" if n % 3 else "title-pay", "m", "r") for n in range(report.SCREEN)]
    report.Voice(stream, colours=False).problems([*PROBLEMS, *many])
    lines = stream.getvalue().splitlines()
    assert lines[0].startswith("content/a.md: warning")
    assert "date-unreadable" in lines[-2]
    assert lines[-1] == "1 error and 41 warnings in 41 files; most often vague-link (26), title-pay (14)"


def test_of_very_many_warnings_a_build_tells_some_of_each_kind() -> None:
    """One of a rare kind is seen among thousands that are alike; every error is told."""
    stream = io.StringIO()
    alike = [warning(Origin(f"{n:02}.md"), "pay-missing", "m", "r") for n in range(report.SCREEN)]
    errors = [error(Origin(f"{n:02}.md"), "unknown-place", "m", "r") for n in range(report.SCREEN)]
    report.Voice(stream, colours=False).problems([*alike, *errors, *PROBLEMS], in_full=False)
    lines = stream.getvalue().splitlines()
    assert sum("pay-missing]" in line for line in lines) == report.SOME
    assert sum("unknown-place]" in line for line in lines) == report.SCREEN
    assert sum("file-astray]" in line for line in lines) == 1
    assert lines[-2].startswith("41 errors and 41 warnings in ")
    assert lines[-1] == "Of each kind of warning, 5 at most stand here; “check” tells them all."


def test_colours_change_nothing_but_the_colours() -> None:
    """Without them, no control character."""
    assert "\x1b" not in said()
    coloured = said(colours=True)
    for colour in (report.BOLD, report.RED, report.YELLOW, report.DIM, report.PLAIN):
        coloured = coloured.replace(colour, "")
    assert coloured == said()


def test_no_problem_is_not_counted() -> None:
    """Silence is golden."""
    stream = io.StringIO()
    report.Voice(stream, colours=False).problems([])
    assert stream.getvalue() == ""


def test_when_nobody_reads_any_more_the_work_goes_on(tmp_path: Path) -> None:
    """`jobglot build | head -1` builds the whole site."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", buffering=1) as stream:
        voice = report.Voice(stream, colours=False)
        voice.say("a")
        voice.say("b")


def test_numbers_have_their_nouns() -> None:
    """One file, two files, 1,000 files."""
    assert [report.counted(n, "file") for n in (0, 1, 2, 1000)] == ["0 files", "1 file", "2 files", "1,000 files"]


def test_the_board_is_told_in_one_line() -> None:
    """What there is none of is not mentioned."""
    site = relate(content(posting("a"), posting("b", draft=True)), config(), NOW)
    assert report.board(site) == "1 open posting in 2 languages, 1 in draft"
    assert report.board(relate(content(), config(), NOW)) == "0 open postings in 2 languages"


def test_files_are_told_by_what_they_are_for() -> None:
    """They add up to all files of the plan."""
    made, _ = planned(content(posting("a")), config(), NOW)
    line = report.files(made)
    assert sum(int(part.split()[0]) for part in line.split(", ")) == len(made.routes)
    bare, _ = planned(content(), config(outputs=()), NOW)
    assert "feed" not in report.files(bare)


def test_what_writing_changed_is_told() -> None:
    """Or that there was nothing to write."""
    assert report.written(Written(new=1, changed=0, unchanged=2000, removed=3, kept=1, bytes=0)) == (
        "1 new, 3 removed, 2,000 unchanged, 1 kept because edited by hand"
    )
    assert report.written(Written(0, 0, 0, 0, 0, 0)) == "nothing to write"


def test_the_next_change_says_what_will_happen() -> None:
    """In the board's own time."""
    site = relate(content(posting("a", title="Cook"), posting("b")), config(closing_soon_days=0), NOW)
    assert report.next_change(site) == "Next change 2026-03-31 00:00 Europe/Brussels."
    later = relate(site.content, config(closing_soon_days=0), datetime(2026, 3, 31, 9, tzinfo=UTC))
    assert later.standings["a"].state is State.CLOSING_SOON
    assert report.next_change(later) == "Next change 2026-04-01 00:00 Europe/Brussels: “Cook” and 1 more will close."
    opening = posting("c", title="Baker", opens=date(2026, 4, 1))
    both = relate(content(*site.content.postings, opening), config(), datetime(2026, 3, 31, 9, tzinfo=UTC))
    assert report.next_change(both).endswith("“Cook” and 1 more will close; “Baker” will open.")
    assert report.next_change(replace(site, next_change=None)) == "Nothing will change by itself."


def test_an_instant_names_its_zone() -> None:
    """By its name where it has one."""
    assert report.moment(datetime(2027, 1, 31, tzinfo=ZoneInfo("Europe/Oslo"))) == "2027-01-31 00:00 Europe/Oslo"
    assert report.moment(datetime(2027, 1, 31, tzinfo=UTC)) == "2027-01-31 00:00 UTC"


class Terminal(io.StringIO):
    """A stream that somebody watches."""

    def isatty(self) -> bool:
        return True


def test_progress_is_shown_on_a_terminal_once_a_second_has_passed() -> None:
    """On one line that leaves nothing behind; nothing at all in a log."""
    clock = iter([0.5, 1.5, 1.55, 2.0])
    terminal = Terminal()
    progress = report.Progress(terminal, lambda: next(clock))
    for done in (50, 100, 150, 200):
        progress.tell(done, 1000)
    assert terminal.getvalue() == "\r100 of 1,000 files\r200 of 1,000 files"
    progress.clear()
    assert terminal.getvalue().endswith("\r\x1b[K")
    log = io.StringIO()
    quiet = report.Progress(log, lambda: 99.0)
    quiet.tell(50, 1000)
    quiet.clear()
    assert log.getvalue() == ""
