from __future__ import annotations

import argparse
import errno
import io
import json
import os
import re
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from repositories import commit, repository
from sites import ROOT, SMALL, small_site, tree, write_files

from jobglot import __version__, cli
from jobglot.commands import check
from jobglot.commands.common import BUG, PROBLEMS
from jobglot.commands.serve import Ear
from jobglot.plan import produce
from jobglot.preview import board as board_module
from jobglot.preview import server as server_module
from jobglot.preview.board import Board, Settings, Snapshot
from jobglot.problem_formats import LONGEST_TABLE
from jobglot.report import Voice

COOK = "content/postings/cook.en.md"
NOW = ("--now", "2026-03-02")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small site, and this process in its folder, at no time in particular."""
    root = small_site(tmp_path / "site")
    monkeypatch.chdir(root)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    return root


def run(*arguments: str) -> int:
    return cli.main(arguments)


def break_cook(root: Path) -> None:
    write_files(root, {COOK: SMALL[COOK].replace("2026-03-31", "soon")})


def test_build_is_what_is_done_when_nothing_is_said(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And what options without a command are for; it tells what it made, how long it took, and what comes next."""
    assert run(*NOW) == cli.WELL
    out = capsys.readouterr().out.splitlines()
    assert out[0] == "2 open postings in 2 languages."
    assert f"in {site / 'output'}:" in out[1]
    assert " new; " in out[1]
    assert out[1].endswith(" s.")
    assert out[2].startswith("Next change 2026-03-03 00:00 Europe/Brussels")
    assert (site / "output" / "en" / "jobs" / "cook" / "index.html").is_file()


def test_a_preview_of_no_site_ends_with_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And does not wait at an address that has nothing to show."""
    assert run("serve", "--site", str(tmp_path)) == PROBLEMS
    assert "make one with “jobglot init my-site”" in capsys.readouterr().out


def test_problems_end_with_1_and_write_nothing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each on a line that editors' programs can jump to."""
    break_cook(site)
    assert run("build", *NOW) == PROBLEMS
    out = capsys.readouterr().out
    assert f"{COOK}:8:11: error: " in out
    assert "[date-unreadable]" in out
    assert out.endswith("Nothing was written.\n")
    assert not (site / "output").exists()


def test_keep_going_builds_the_rest_and_still_ends_with_1(site: Path) -> None:
    """What was left out is told, and the build marked incomplete."""
    break_cook(site)
    assert run("build", *NOW, "--keep-going") == PROBLEMS
    made = tree(site / "output")
    assert "fr/jobs/baker/index.html" in made
    assert "en/jobs/cook/index.html" not in made
    assert json.loads(made["build.json"])["complete"] is False


def test_drafts_are_built_on_request(site: Path) -> None:
    """To look at them before they are published."""
    write_files(site, {COOK: SMALL[COOK].replace("organization: acme", "organization: acme\ndraft: true")})
    page = site / "output" / "en" / "jobs" / "cook" / "index.html"
    assert run("build", *NOW) == cli.WELL
    assert not page.exists()
    assert run("build", *NOW, "--drafts") == cli.WELL
    assert page.exists()


def test_now_beats_source_date_epoch_beats_the_clock(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A time without a zone is the board's."""
    archive = site / "output" / "fr" / "archive" / "index.html"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773155100")  # 2026-03-10 16:05 in Brussels
    assert run("build") == cli.WELL
    assert "Boulanger" in archive.read_text(encoding="utf-8")
    assert run("build", "--now", "2026-03-10T16:04") == cli.WELL
    assert "Boulanger" not in archive.read_text(encoding="utf-8")
    assert run("build", "--now", "2026-03-10T15:05:00+00:00") == cli.WELL
    assert "Boulanger" in archive.read_text(encoding="utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    assert run("build") == cli.WELL


@pytest.mark.parametrize("now", ["", "tomorrow", "2026-02-30", "0001-01-01", "9999-12-31T23:59", "1"])
def test_a_time_that_cannot_be_meant_is_a_wrong_call(site: Path, now: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Said with how to write it."""
    assert run("build", "--now", now) == cli.WRONG_CALL
    assert "write 2027-01-31" in capsys.readouterr().err


@pytest.mark.parametrize("epoch", ["now", "-1", "1e9", "99999999999999", os.fsdecode("٣".encode())])
def test_so_is_a_wrong_source_date_epoch(
    site: Path, epoch: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Even if some machine sets it and nobody sees it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert run("build") == cli.WRONG_CALL
    assert "SOURCE_DATE_EPOCH" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["biuld"], "did you mean “build”?"),
        (["publihs"], "there is no “publihs”"),
        (["xyzzy"], "there is no “xyzzy”"),
        (["build", "--kep-going"], "did you mean --keep-going?"),
        (["--outptu", "x"], "did you mean --output?"),
        (["build", "--keep"], "unrecognized arguments: --keep"),
        (["build", "--output", "a", "--output", "b"], "--output is given twice"),
        (["check", "--format", "json", "--format", "text"], "--format is given twice"),
        (["build", "--output"], "expected one argument"),
        (["build", "--jobs", "-1"], "not a number of processes"),
        (["build", "x"], "unrecognized arguments: x"),
        (["build", "--quiet"], "unrecognized arguments: --quiet\n"),
        (["--site", ".", "check"], "the command comes first: “check …”"),
        (["build", "--site", "nowhere"], "there is no folder nowhere"),
        (["new", "posting"], "required: ID"),
        (["new", "job", "x"], "there is no “job”"),
        (["new", "posting", "Bad Id"], "for example “bad-id”"),
        (["new", "posting", "cook"], "is there already"),
        (["new", "template", "card"], "did you mean _card.html?"),
        (["new", "catalog", "xq"], "is not the tag of a language"),
        (["schema", "jobs"], "there is no “jobs”"),
        (["init", "."], "not empty"),
        (["check", "lost.md"], "there is no file lost.md"),
        (["check", "/"], "does not belong to the site"),
        (["serve", "--port", "99999"], "write a number from 1 to 65535"),
        (["serve", "--port", "-1"], "write a number from 1 to 65535"),
        (["check", "README.md"], "nothing that a site is made from"),
        (["check", "\udcff"], "there is no file"),
    ],
)
def test_a_wrong_call_ends_with_2_and_says_what_to_call(
    site: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the usage of the command that was meant."""
    write_files(site, {"README.md": "x"})
    before = tree(site)
    assert run(*arguments) == cli.WRONG_CALL
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.out == ""
    if "unrecognized" in captured.err or "twice" in captured.err:
        command = "check" if "check" in arguments[:1] else "build"
        assert captured.err.startswith((f"usage: jobglot {command}", f"usage: build.py {command}"))
    assert tree(site) == before


@pytest.mark.parametrize("folder", [".", "content", "..", "content/new"])
def test_an_output_folder_over_sources_is_a_wrong_call(
    site: Path, folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """And nothing is touched."""
    before = tree(site.parent)
    assert run("build", *NOW, "--output", folder) == cli.WRONG_CALL
    assert "[output-" in capsys.readouterr().out
    assert tree(site.parent) == before


def test_an_output_folder_with_other_files_is_taken_over_only_on_request(site: Path) -> None:
    """And then nothing in it but what stands where pages go is touched."""
    write_files(site, {"public/mine.txt": "mine"})
    assert run("build", *NOW, "--output", "public") == cli.WRONG_CALL
    assert run("build", *NOW, "--output", "public", "--adopt") == cli.WELL
    assert (site / "public" / "mine.txt").read_text() == "mine"
    assert (site / "public" / "index.html").is_file()


def test_check_tells_problems_and_builds_nothing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 0 when there is none, 1 when there is one."""
    assert run("check", *NOW) == cli.WELL
    assert capsys.readouterr().out == "No problem.\n"
    break_cook(site)
    assert run("check", *NOW) == PROBLEMS
    assert not (site / "output").exists()


def test_check_of_a_file_tells_what_it_does_to_the_other_editions(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A hook names the files that are committed; a fact that differs is told in the second one."""
    french = COOK.replace(".en.", ".fr.")
    write_files(site, {french: SMALL[french].replace("title:", "deadline: 2026-05-05\ntitle:")})
    assert run("check", *NOW, COOK) == PROBLEMS
    assert "[facts-differ]" in capsys.readouterr().out
    assert run("check", *NOW, "content/postings/baker.fr.md") == cli.WELL


def test_check_draws_the_pages_too(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A template's mistake shows only then."""
    write_files(site, {"templates/posting.html": "{{ view.nothing }}"})
    assert run("check", *NOW) == PROBLEMS
    assert "templates/posting.html:1:1: error: " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("content/postings/cook.en.md", 1),
        ("content/postings", 1),
        ("content", 1),
        (".", 1),
        ("content/postings/baker.fr.md", 0),
        ("content/pages", 0),
        ("config.yaml", 0),
    ],
)
def test_check_may_be_of_some_files_only(site: Path, named: str, expected: int) -> None:
    """Or folders; by any path that leads to them."""
    break_cook(site)
    assert run("check", *NOW, named) == expected
    assert run("check", *NOW, str((site / named).resolve())) == expected


def test_strict_fails_on_warnings(site: Path) -> None:
    """Which by themselves stop nothing."""
    write_files(site, {"content/stray.txt": "x"})
    assert run("check", *NOW) == cli.WELL
    assert run("check", *NOW, "--strict") == PROBLEMS
    assert run("build", *NOW) == cli.WELL


def test_new_and_init_make_files(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And say which, and what to do next."""
    assert run("new", "posting", "waiter", *NOW) == cli.WELL
    assert capsys.readouterr().out.splitlines()[:2] == [
        "content/postings/waiter.en.md",
        "content/postings/waiter.fr.md",
    ]
    assert run("new", "template", "_card") == run("new", "catalog", "sv") == cli.WELL
    assert capsys.readouterr().out.splitlines()[::2] == ["templates/_card.html", "templates/locales/sv.po"]
    assert run("init", str(tmp_path / "mine")) == cli.WELL
    assert "Next: cd " in capsys.readouterr().out
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert run("init", ".", "--bare") == cli.WELL
    assert capsys.readouterr().out == "A new site is here. Next: jobglot\n"
    assert run("build", "--site", str(tmp_path / "mine"), "--now", "2027-01-15") == cli.WELL
    assert (tmp_path / "mine" / "output" / "index.html").is_file()


@pytest.mark.parametrize("of", ["postings", "organizations", "news", "pages", "config"])
def test_schema_prints_a_json_schema(of: str, capsys: pytest.CaptureFixture[str]) -> None:
    """For editors' programs."""
    from jsonschema import Draft202012Validator

    assert run("schema", of) == cli.WELL
    Draft202012Validator.check_schema(json.loads(capsys.readouterr().out))


def test_files_nobody_could_look_at_are_not_called_well(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A hook that names a file hears of the config that cannot be read."""
    write_files(site, {"config.yaml": "name: [\n"})
    assert run("check", *NOW, COOK) == PROBLEMS
    assert "config.yaml:2:1: error: " in capsys.readouterr().out


def test_a_host_that_shows_few_problems_sees_the_errors(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the summary, too, which is cut; and how many there are."""
    pages = {f"content/pages/p{n:03}.en.md": "---\ntitle: A\n---\n[x]()\n" for n in range(LONGEST_TABLE)}
    write_files(site, {**pages, "content/pages/z.en.md": "---\ntitle: A\n---\n[x](gone.en.md)\n"})
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(site / "summary.md"))
    assert run("check", *NOW, "--format", "github") == PROBLEMS
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("::error file=content/pages/z.en.md,line=4")
    assert lines[-1].startswith("1 error and 20")
    assert "[link-broken]" not in "".join(lines[1:])
    assert "`content/pages/z.en.md:4:5` | **error**" in (site / "summary.md").read_text()


def test_a_summary_that_cannot_be_written_is_no_mistake_of_ours(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A container may know the variable and not the file; what was found is what counts."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(site / "nowhere/summary.md"))
    assert run("check", *NOW, "--format", "github") == cli.WELL
    told = capsys.readouterr()
    assert told.out == "No problem.\n"
    assert told.err.endswith("summary.md cannot be written: no such file or directory\n")


def test_hosts_hear_of_files_from_the_top_of_the_repository(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the site is a folder of it; people and programs hear of them as the site has them."""
    top = repository(site.parent)
    write_files(site, {"content/pages/z.en.md": "---\ntitle: A\n---\n[x](gone.en.md)\n"})
    commit(top, "all")
    path = f"{site.name}/content/pages/z.en.md"
    for form in ("github", "gitlab", "sarif"):
        run("check", *NOW, "--format", form)
        assert path in capsys.readouterr().out
    for form in ("text", "json"):
        run("check", *NOW, "--format", form)
        told = capsys.readouterr().out
        assert "content/pages/z.en.md" in told
        assert path not in told


def test_a_bug_of_ours_ends_with_3_and_asks_for_a_report(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the traceback, the version, and the comfort that nothing is lost."""

    def fail(_: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(check, "run", fail)
    assert run("check") == BUG
    err = capsys.readouterr().err
    assert "ZeroDivisionError" in err
    assert f"mistake in jobglot {__version__}" in err


@pytest.mark.parametrize(
    "words", [("serve", "--port", "99999"), ("serve", "--port", "0"), ("publish", "x", "--jobs", "-1")]
)
def test_numbers_that_cannot_be_are_a_wrong_call(capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    """Said before anything is read."""
    assert run(*words) == cli.WRONG_CALL
    assert f"{words[-2]}: “{words[-1]}” is not a" in capsys.readouterr().err


def test_an_interruption_ends_with_130(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a traceback."""

    def interrupt(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "run", interrupt)
    assert run("check") == cli.INTERRUPTED
    assert capsys.readouterr().err == "Interrupted. The former site stands.\n"


IMPATIENT = """
import os, signal, sys
from jobglot import cli
from jobglot.commands import check
def again(*_):
    os.kill(os.getpid(), signal.SIGINT)
def interrupt(_options):
    sys.%s = Stream(sys.%s)
    again()
class Stream:
    def __init__(self, stream): self.stream = stream
    def write(self, text):
        %s
        return self.stream.write(text)
    def flush(self):
        again()
        self.stream.flush()
check.run = interrupt
sys.argv[1:] = ["check"]
cli.entry()
"""


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
@pytest.mark.parametrize("on_writing", ["again()", "pass"])
def test_a_second_interruption_is_no_more_than_the_first(stream: str, on_writing: str) -> None:
    """Whether it comes while the answer to the first is said or after."""
    program = IMPATIENT % (stream, stream, on_writing)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == cli.INTERRUPTED
    assert "Traceback" not in done.stderr


def test_help_and_version_end_well(capsys: pytest.CaptureFixture[str]) -> None:
    """Every command is in the help."""
    assert run("--version") == cli.WELL
    assert capsys.readouterr().out == f"jobglot {__version__}\n"
    assert run("--help") == cli.WELL
    out = capsys.readouterr().out
    assert all(f"  {module.NAME} " in out for module in cli.COMMANDS)
    for module in cli.COMMANDS:
        assert run(module.NAME, "--help") == cli.WELL


def shell(command: str, site: Path) -> subprocess.CompletedProcess[str]:
    """A command line in a real shell, where `jobglot` is ours."""
    program = f'jobglot() {{ "{sys.executable}" -m jobglot "$@"; }}\nset -o pipefail\n'
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"}
    return subprocess.run(
        ["bash", "-c", program + command], cwd=site, env=environment, capture_output=True, text=True, check=False
    )


def test_when_nobody_reads_the_output_the_build_is_made_all_the_same(site: Path) -> None:
    """No traceback, and the exit code is that of the build."""
    done = shell("jobglot build --now 2026-03-02 | true", site)
    assert (done.returncode, done.stderr) == (0, "")
    assert (site / "output" / "index.html").is_file()
    break_cook(site)
    assert shell("jobglot check --now 2026-03-02 | true", site).returncode == 1


def test_closed_streams_are_no_reason_to_fail(site: Path) -> None:
    """Services often start programs without any."""
    done = shell("jobglot build --now 2026-03-02 >&- 2>&- <&-", site)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_log_on_a_full_disk_is_no_mistake_of_ours(site: Path, unbuffered: str) -> None:
    """Whether Python notices at once or when it ends."""
    done = shell(f"export PYTHONUNBUFFERED={unbuffered}; jobglot check --now 2026-03-02 > /dev/full", site)
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)
    assert "the disk is full" in done.stderr


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES, errno.ENOSPC, errno.ENAMETOOLONG])
def test_a_folder_that_cannot_be_written_to_is_told(
    site: Path, number: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As when mending files on a share that is read-only: with the file, and what to do."""

    def refuse(path: bytes, _data: bytes) -> None:
        raise OSError(number, os.strerror(number), path)

    monkeypatch.setattr("jobglot.disk.replace_file", refuse)
    (site / "content/pages/x.en.md").write_text("---\ntitle: X \n---\nText.\n")
    assert run("check", "--fix", *NOW) == cli.WRONG_CALL
    told = capsys.readouterr().err
    assert told.startswith(f"jobglot: {site}/content/pages/x.en.md: it cannot be written: ")
    assert "Traceback" not in told


def test_a_log_that_cannot_hold_every_script_gets_what_it_can(site: Path) -> None:
    """A Latin-1 terminal shows question marks, not a traceback."""
    write_files(site, {f"content/postings/{os.fsdecode('شيف'.encode())}.en.md": "x"})
    done = shell("PYTHONIOENCODING=ascii PYTHONUTF8=0 LC_ALL=C jobglot check", site)
    assert (done.returncode, done.stderr) == (1, "")
    assert "error" in done.stdout


def test_build_py_is_the_same_program(site: Path) -> None:
    """Run on the folder one stands in."""
    done = shell(f'"{sys.executable}" "{ROOT / "build.py"}" biuld', site)
    assert done.returncode == cli.WRONG_CALL
    assert done.stderr.startswith("usage: build.py")


@pytest.mark.parametrize("module", cli.COMMANDS, ids=lambda module: module.NAME)
def test_every_command_and_option_is_in_the_docs(module: Any) -> None:
    """In docs/cli.md, under the command's own heading or with those of every command."""
    text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## (.*?)\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL))
    own = next((body for title, body in sections.items() if f"`{module.NAME}`" in title), "")
    assert own, f"no section of docs/cli.md is about {module.NAME}"
    parser = argparse.ArgumentParser(add_help=False)
    module.options(parser)
    options = {option for action in parser._actions for option in action.option_strings}
    everywhere = {"--site", "--now"}
    assert [option for option in sorted(options - everywhere) if f"`{option}" not in own] == []


def test_what_is_saved_while_a_preview_starts_is_shown(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A large board is read for seconds, and watched after that."""
    started: list[Board] = []
    first: list[int] = []

    class Slow(Board):
        def __init__(self, *given: Any) -> None:
            super().__init__(*given)
            started.append(self)
            first.append(self.snapshot.number)
            write_files(site, {COOK: SMALL[COOK].replace("title: Cook", "title: Chef")})

    class Browser:
        server_address = ("127.0.0.1", 8000)

        def serve_forever(self, poll_interval: float) -> None:
            latest = time.monotonic() + 20
            while started[0].snapshot.number == first[0] and time.monotonic() < latest:
                time.sleep(poll_interval)

        def server_close(self) -> None:
            plan = started[0].snapshot.plan
            assert plan is not None
            assert b"Chef" in produce(plan, "en/jobs/cook/index.html")

    monkeypatch.setattr(board_module, "Board", Slow)
    monkeypatch.setattr(server_module, "bind", lambda *_, **__: Browser())
    assert run("serve", *NOW) == cli.WELL


@pytest.mark.parametrize("number", [errno.EPIPE, errno.ENOSPC, errno.EIO])
def test_a_terminal_that_is_gone_ends_no_preview(site: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """A pager that was left, a log on a full disk: the pages go on."""

    class Gone(io.StringIO):
        def flush(self) -> None:
            raise OSError(number, "nobody there")

    monkeypatch.setattr(sys, "stdout", Gone())
    board = Board(site, lambda: datetime(2026, 3, 2, tzinfo=UTC), Settings())
    ear = Ear(board, Voice(sys.stdout, colours=False))
    break_cook(site)
    ear(frozenset([COOK]))
    assert not board.snapshot.is_well
    write_files(site, {COOK: SMALL[COOK]})
    ear(frozenset([COOK]))
    assert board.snapshot.is_well


def test_a_mistake_of_ours_ends_no_preview(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is said; and since nobody knows what was missed, the next change means all files."""
    board = Board(site, lambda: datetime(2026, 3, 2, tzinfo=UTC), Settings())
    ear, told = Ear(board, Voice(sys.stdout, colours=False)), []
    refresh = board.refresh

    def refreshed(changed: frozenset[str] | None) -> Snapshot:
        told.append(changed)
        if len(told) == 1:
            raise ZeroDivisionError("ours")
        return refresh(changed)

    monkeypatch.setattr(board, "refresh", refreshed)
    break_cook(site)
    for _ in range(3):
        ear(frozenset([COOK]))
    assert told == [frozenset([COOK]), None, frozenset([COOK])]
    said = capsys.readouterr()
    assert "ZeroDivisionError: ours" in said.err
    assert "goes on with the board as it was" in said.err
    assert "“soon” is not a date" in said.out
