"""Programs that publishing runs."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from jobglot.publish import program
from jobglot.publish.program import last_lines, run
from jobglot.publish.target import TargetFault

SAY = "import os, sys; print(*[os.environ.get(name) for name in sys.argv[1:]], os.getcwd())"


def test_a_program_speaks_english_and_asks_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And takes the repository of a hook that it runs in for nobody's."""
    monkeypatch.setenv("GIT_DIR", "/elsewhere/.git")
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    asked = ("LC_ALL", "GIT_TERMINAL_PROMPT", "GIT_DIR", "MORE")
    done = run([sys.executable, "-c", SAY, *asked], "there", folder=tmp_path, extra={"MORE": "more"})
    assert (done.code, done.text, done.err) == (0, f"C 0 None more {tmp_path}", "")


def test_how_it_ended_is_told() -> None:
    """With what it was given, what it printed and what it complained of."""
    code = "import sys; print(sys.stdin.read(), file=sys.stderr); sys.exit(3)"
    done = run([sys.executable, "-c", code], "there", given=b"why")
    assert (done.code, done.out, done.err) == (3, b"", "why\n")


def test_a_program_that_is_not_there_is_a_wrong_call() -> None:
    """Nothing went wrong at the target."""
    with pytest.raises(TargetFault) as raised:
        run(["no-such-program-here"], "there")
    assert raised.value.problem.code == "program-missing"
    assert raised.value.problem.remedy == "install no-such-program-here"
    assert raised.value.is_refusal


def test_a_program_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """It may have done its work or not: that is no refusal."""
    monkeypatch.setattr(program, "TIMEOUT", 0.2)
    with pytest.raises(TargetFault) as raised:
        run([sys.executable, "-c", "import time; time.sleep(60)"], "there")
    assert raised.value.problem.code == "program-hangs"
    assert not raised.value.is_refusal


def test_the_end_of_a_complaint_is_one_line() -> None:
    """Blank lines and most of the beginning are left out."""
    assert last_lines("a\n\n b  c\nd\n", 2) == "b c; d"
    assert last_lines("") == ""
