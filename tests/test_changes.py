"""What a change does to the board, in words: a history of five commits, told."""

from __future__ import annotations

import contextlib
import io
import json
from pathlib import Path

import pytest
from previews import FILES, NURSE, edit, small_site
from repositories import commit, git, repository
from sites import write_files

from jobglot import relate
from jobglot.cli import main
from jobglot.each import Each
from jobglot.similar import Compared, similar_postings

NOW = ["--now", "2027-01-10T12:00"]
COOK = "content/postings/cook.en.md"
GUARD = FILES[COOK].replace("title: Cook", "title: Guard").replace("deadline: 2027-02-15", "deadline: open")


def told(root: Path, *arguments: str) -> str:
    words = io.StringIO()
    with contextlib.redirect_stdout(words):
        assert main(["changes", *arguments, "--site", str(root), *NOW]) == 0
    return words.getvalue()


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """Five commits, each named by what it does."""
    root = repository(small_site(tmp_path / "site"))
    commit(root, "begin")
    (root / "content/postings/guard.en.md").write_text(GUARD)
    commit(root, "a posting more")
    edit(root, NURSE, "deadline: 2027-01-31", "deadline: 2027-01-28")
    edit(root, COOK, "deadline: 2027-02-15", "salary: {max: 2900, currency: EUR, per: month}\ndeadline: 2027-03-01")
    commit(root, "a deadline and a salary")
    (root / "content/postings/cook.fr.md").write_text(
        "---\ntitle: Cuisinière\nslug: cuisiniere\n---\n\nNourrir.\n", encoding="utf-8"
    )
    edit(root, NURSE, "title: Nurse", "title: Night nurse")
    edit(root, NURSE, "Care for people.", "Care for people at night.")
    commit(root, "an edition and a title")
    edit(root, NURSE, "posted:", "filled: 2027-01-09\nposted:")
    (root / "content/postings/guard.en.md").unlink()
    edit(root, "content/postings/cook.fr.md", "slug: cuisiniere", "slug: cuisine")
    commit(root, "filled, removed, renamed")
    return root


def test_every_step_of_a_history_is_told_in_words(history: Path) -> None:
    """New, deadline moved by so many days, pay, edition, title, text that only one edition follows, filled, removed."""
    assert told(history, "HEAD~4..HEAD~3") == (
        "“Guard” (guard) is new (in en; open until filled)\n1 page is new:\n  https://jobs.example.org/en/jobs/guard/\n"
    )
    assert told(history, "HEAD~3..HEAD~2") == (
        "“Cook” (cook) has its deadline 14 days later: until 2027-03-01\n"
        "“Cook” (cook) says its pay: up to 2900 EUR per month\n"
        "“Nurse” (nurse) has its deadline 3 days earlier: until 2027-01-28\n"
    )
    assert told(history, "HEAD~2..HEAD~1") == (
        "“Cook” (cook) is now written in fr\n"
        "“Night nurse” (nurse) has another title in en (was “Nurse”)\n"
        "“Night nurse” (nurse) has another text in en (fr not)\n"
        "1 page is new:\n  https://jobs.example.org/fr/jobs/cuisiniere/\n"
    )
    assert told(history, "HEAD~1..HEAD") == (
        "“Cook” (cook) has another address in fr, and the old address leads nowhere: add it to “aliases”\n"
        "“Guard” (guard) is removed\n"
        "“Night nurse” (nurse) is filled (was open)\n"
        "1 page is new:\n  https://jobs.example.org/fr/jobs/cuisine/\n"
        "2 pages are gone:\n"
        "  https://jobs.example.org/en/jobs/guard/\n"
        "  https://jobs.example.org/fr/jobs/cuisiniere/\n"
    )


def test_a_posting_under_another_id_is_told_what_its_readers_need(history: Path) -> None:
    """Its files were renamed: at the old address there is nothing, unless an alias or the slug keeps it."""
    for tag in ("en", "fr"):
        (history / f"content/postings/cook.{tag}.md").rename(history / f"content/postings/chef.{tag}.md")
    assert "(cook) goes on as chef, and in en the old address leads nowhere: add it to “aliases”\n" in told(history)
    edit(history, "content/postings/chef.en.md", "title: Cook", "title: Cook\naliases: [cook]")
    assert "(cook) goes on as chef\n" in told(history)


def test_the_files_as_they_are_are_compared_with_the_last_commit(history: Path) -> None:
    """What an editor asks before committing; and the repository is left as it was."""
    assert told(history) == "Nothing changes on the board.\n"
    before = git(history, "status", "--porcelain")
    edit(history, COOK, "{max: 2900", "{min: 2900")
    assert "“Cook” (cook) has another pay: from 2900 EUR per month\n" in told(history)
    edit(history, COOK, "posted:", "withdrawn: 2027-01-10\nposted:")
    assert "“Cook” (cook) is withdrawn (was open)" in told(history)
    assert before == ""
    assert git(history, "status", "--porcelain") == f" M {COOK}\n"


def test_a_title_that_is_not_the_one_it_goes_by_is_told_in_full(history: Path) -> None:
    """In another language than the board's first."""
    edit(history, NURSE.replace(".en.", ".fr."), "title: Infirmier", "title: Infirmière")
    assert "“Night nurse” (nurse) has another title in fr: “Infirmière” (was “Infirmier”)\n" in told(history)


def test_errors_are_counted_and_what_is_well_is_told(history: Path) -> None:
    """The report of a pull request that is not well yet."""
    edit(history, COOK, "deadline: 2027-03-01", "deadline: soon")
    words = told(history)
    assert f"“Cook” (cook) is left out for now: {COOK}:8:11: “soon” is not a date\n" in words
    assert "The files have 1 error; what has errors is left out here." in words
    assert "removed" not in words
    assert "gone" not in words
    commit(history, "wrong")
    edit(history, COOK, "deadline: soon", "deadline: 2027-03-01")
    words = told(history)
    assert "“Cook” (cook) is right again (in en, fr; until 2027-03-01)\n" in words
    assert "is new (" not in words


def test_what_is_left_out_because_of_another_file_says_which(history: Path) -> None:
    """Its organization's, in which something is wrong."""
    acme = "content/organizations/acme.en.md"
    write_files(history, {acme: "---\nname: ACME\n---\n"})
    edit(history, COOK, "organization: {name: Clinic}", "organization: acme")
    commit(history, "an organization with a page")
    edit(history, acme, "name:", "nmae:")
    words = told(history)
    assert f"“Cook” (cook) is left out for now: {acme}:" in words
    assert "removed" not in words


def test_a_board_that_cannot_be_read_says_why(history: Path) -> None:
    """In every form, instead of calling each page gone."""
    (history / "config.yaml").write_text("name: [\n")
    for form in ("text", "markdown"):
        words = told(history, "--format", form)
        assert "The board cannot be read" in words
        assert "config.yaml" in words
        assert "gone" not in words
        assert "Nothing changes" not in words
    found = json.loads(told(history, "--format", "json"))
    assert found["pages_gone"] == []
    assert found["errors"] > 0


def test_a_board_that_is_mended_is_not_called_new(history: Path) -> None:
    """Unlike one that was not there."""
    config = (history / "config.yaml").read_text()
    (history / "config.yaml").write_text("name: [\n")
    commit(history, "broken")
    (history / "config.yaml").write_text(config)
    assert told(history) == "The board can be read again, which it could not be before\n"
    nothing = git(history, "hash-object", "-w", "-t", "tree", "/dev/null").strip()
    before = git(history, "commit-tree", "-m", "nothing", nothing).strip()
    assert "“Cook” (cook) is new" in told(history, before)


def test_a_pull_request_gets_markdown_that_no_title_can_break(history: Path) -> None:
    """Signs of Markdown are escaped."""
    edit(history, NURSE, "title: Night nurse", 'title: "*Night* <nurse> [x]"')
    words = told(history, "--format", "markdown")
    assert words.startswith("### What this does to the board\n")
    assert "- **\\*Night\\* \\<nurse\\> \\[x\\]** (`nurse`) has another title" in words


def test_programs_get_json(history: Path) -> None:
    """With the addresses that search engines want to hear of."""
    found = json.loads(told(history, "HEAD~4..HEAD~3", "--format", "json"))
    assert found["pages_new"] == ["https://jobs.example.org/en/jobs/guard/"]
    assert [change["kind"] for change in found["postings"]] == ["new"]
    filled = json.loads(told(history, "HEAD~1..HEAD", "--format", "json"))
    gone = ("en/jobs/guard/", "en/jobs/nurse/", "fr/jobs/cuisiniere/", "fr/jobs/nurse/")
    assert filled["pages_gone"] == [f"https://jobs.example.org/{path}" for path in gone]


def test_similar_jobs_are_not_looked_for(history: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is told of them, and on a large board they take most of the time, twice."""

    def looked_for(board: Compared, each: Each | None) -> object:
        assert each is None, "they are to wait until somebody asks"
        return similar_postings(board, each)

    monkeypatch.setattr(relate, "similar_postings", looked_for)
    assert told(history) == "Nothing changes on the board.\n"


def test_an_unknown_commit_is_a_wrong_call(history: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the word that was not understood."""
    assert main(["changes", "nowhere..HEAD", "--site", str(history), *NOW]) == 2
    told = capsys.readouterr().err
    assert "git knows no commit “nowhere” here" in told
    assert "shallow clone" in told
