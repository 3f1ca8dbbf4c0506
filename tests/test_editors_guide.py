"""The editors’ guides, step by step: their examples have no mistake, and the checker says what they quote."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sites import ROOT, write_files

from jobglot.cli import main

GUIDES = {tag: (ROOT / f"docs/editors.{tag}.md").read_text(encoding="utf-8") for tag in ("en", "fr")}
BOARD = {
    "config.yaml": "name: Jobs\nbase_url: https://jobs.example.org/\nlanguages: [en, fr]\ntimezone: Europe/Brussels\n",
    "content/categories.yaml": "technology: {name: {en: Technology, fr: Technologie}}\n",
    "content/places.yaml": "brussels: {name: {en: Brussels, fr: Bruxelles}, country: BE}\n",
    "content/organizations/acme.en.md": "---\nname: ACME\n---\nWe make things.\n",
}
SLIPS = {
    "“31.01.2027” is not a date": ("2027-01-31", "31.01.2027"),
    "there is no organization “acne”; did you mean “acme”?": ("acme\n", "acne\n"),
    "“deadline” is missing": ("deadline: 2027-01-31\n", ""),
    "“organisation” is not a known key; did you mean “organization”?": ("organization:", "organisation:"),
    "git could not put two changes together here": (
        "deadline: 2027-01-31\n",
        "<<<<<<< HEAD\ndeadline: 2027-01-31\n=======\ndeadline: 2027-02-28\n>>>>>>> prolong\n",
    ),
    "there is no file ": ("Build the", "[The form](form.pdf). Build the"),
    "a way to apply has no address": ("email: jobs@acme.example", "audience: All"),
}


def examples(guide: str) -> list[str]:
    """The files that a guide shows."""
    return re.findall(r"^```markdown\n(.*?)^```", guide, re.MULTILINE | re.DOTALL)


def board(folder: Path, english: str, french: str) -> Path:
    """A board with the guide's posting, with a line for the day it was changed, since there is no git."""
    dated = english.replace("posted:", "updated: 2027-01-05\nposted:")
    posting = "content/postings/data-engineer"
    write_files(folder, {**BOARD, f"{posting}.en.md": dated, f"{posting}.fr.md": french})
    return folder


def check(site: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """What the checker answers in January 2027."""
    code = main(["check", "--site", str(site), "--now", "2027-01-10"])
    return code, capsys.readouterr().out


@pytest.mark.parametrize("tag", ["en", "fr"])
def test_the_example_is_a_posting(tmp_path: Path, tag: str, capsys: pytest.CaptureFixture[str]) -> None:
    """In both languages, and nothing is to be said against it."""
    english, french = examples(GUIDES[tag])
    assert check(board(tmp_path, english, french), capsys) == (0, "No problem.\n")


def test_both_guides_show_the_same() -> None:
    """The same examples and commands."""
    assert examples(GUIDES["en"]) == examples(GUIDES["fr"])
    commands = [re.findall(r"^    (jobglot .*)$", guide, re.MULTILINE) for guide in GUIDES.values()]
    assert commands[0] == commands[1]


@pytest.mark.parametrize("said", sorted(SLIPS))
def test_the_checker_says_what_the_guides_quote(tmp_path: Path, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Word for word."""
    before, after = SLIPS[said]
    english, french = examples(GUIDES["en"])
    assert before in english
    code, printed = check(board(tmp_path, english.replace(before, after, 1), french), capsys)
    assert code == 1
    assert said in printed
    assert all(said in guide for guide in GUIDES.values())


def test_a_posting_is_closed_renewed_and_put_aside(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By the lines that the guides name."""
    english, french = examples(GUIDES["en"])
    for line in ("filled: 2027-01-08", "withdrawn: 2027-01-08", "draft: true"):
        site = board(tmp_path / line[:5], english.replace("posted:", f"{line}\nposted:"), french)
        assert check(site, capsys)[0] == 0
    renewed = english.replace("deadline: 2027-01-31", "deadline: open\nrenewed: 2027-01-08")
    assert check(board(tmp_path / "renewed", renewed, french), capsys)[0] == 0


def test_a_posting_is_renamed_posted_again_and_loses_a_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As the guides say; one that has lost its facts is told by the words that they quote."""
    english, french = examples(GUIDES["en"])
    site = board(tmp_path / "renamed", english, french)
    for tag in ("en", "fr"):
        old, new = (site / f"content/postings/{name}.{tag}.md" for name in ("data-engineer", "developer"))
        new.write_text(old.read_text(encoding="utf-8").replace("title:", "aliases: [data-engineer]\ntitle:"), "utf-8")
        old.unlink()
    assert check(site, capsys)[0] == 0
    site = board(
        tmp_path / "again", english.replace("posted: 2027-01-04", "posted: 2027-01-04\nfilled: 2026-03-01"), french
    )
    assert "delete it if the job is posted again" in check(site, capsys)[1]
    site = board(tmp_path / "less", english, french)
    (site / "content/postings/data-engineer.en.md").unlink()
    code, printed = check(site, capsys)
    said = "no file of “data-engineer” says its facts"
    assert (code, printed.count("error:")) == (1, 1)
    assert said in printed
    assert all(said in guide for guide in GUIDES.values())


def test_what_the_readme_shows_of_a_first_posting_is_what_one_sees(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Both mistakes in one run."""
    write_files(tmp_path, BOARD)
    assert main(["new", "posting", "data-engineer", "--site", str(tmp_path)]) == 0
    file = tmp_path / "content/postings/data-engineer.en.md"
    text = (
        file.read_text(encoding="utf-8")
        .replace("title:", "title: Data engineer")
        .replace("- email:", "- email: a@acme.example")
    )
    text = text.replace("organization:", "organization: acme").replace("categories: []", "categories: [tech]")
    file.write_text(text.replace("deadline:", "deadline: 31.01.2027") + "Build.\n", "utf-8")
    _, printed = check(tmp_path, capsys)
    shown = re.findall(r"^    (content/postings/.*)$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert shown == [line for line in printed.splitlines() if ": error:" in line]


def test_a_posting_is_begun_by_a_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As the guides say: a file for every language."""
    write_files(tmp_path, BOARD)
    assert main(["new", "posting", "data-engineer", "--site", str(tmp_path)]) == 0
    assert (tmp_path / "content/postings/data-engineer.fr.md").is_file()
    assert "data-engineer.en.md" in capsys.readouterr().out
