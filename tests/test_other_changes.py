"""What a change does to a board besides its postings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from repositories import commit, repository
from sites import SMALL, small_site, write_files

from jobglot.cli import main

ABOUT = "content/pages/about.en.md"
FAIR = "content/news/fair.en.md"
ACME = "content/organizations/acme.en.md"
COOK, BAKER = "content/postings/cook.en.md", "content/postings/baker.fr.md"
CATEGORIES = "content/categories.yaml"


@pytest.fixture
def board(tmp_path: Path) -> Path:
    """A small board with news, committed."""
    root = repository(small_site(tmp_path / "site"))
    write_files(root, {FAIR: "---\ntitle: Fair\ndate: 2026-01-10\n---\nCome.\n"})
    commit(root, "begin")
    return root


def told(root: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    assert main(["changes", "--site", str(root), "--now", "2026-03-02"]) == 0
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        (ABOUT, "---\n", "---\n", "Nothing changes on the board."),
        (ABOUT, "title: About", "title: About us", "“About us” (page about) has another name in en (was “About”)"),
        (ABOUT, "title: About", "title: About\nmenu: false", "“About” (page about) changes menu"),
        (FAIR, "Come.", "[Come](../pages/about.en.md).", "“Fair” (news item fair) has another text in en"),
        (FAIR, "2026-01-10", "2026-01-11", "“Fair” (news item fair) changes date"),
        (ACME, "---\n", "---\ncountry: BE\n", "“ACME” (organization acme) changes country"),
        (
            ACME,
            "---\n",
            "---\nacronym: A\n",
            "“ACME” (organization acme) has another short name, or other addresses, in en",
        ),
        ("content/categories.yaml", "it:", "art: {name: Art}\nit:", "The categories change: art"),
        ("config.yaml", "name: ", "per_page: 5\nname: ", "The settings change: per_page"),
        ("content/postings/menu.pdf", "%PDF", "%PDF-1", "The attachments change: content/postings/menu.pdf"),
        (
            "content/postings/cook.en.md",
            "(baker.fr.md)",
            "(../pages/about.en.md)",
            "“Cook” (cook) has other links or another layout of its text in en",
        ),
    ],
)
def test_each_change_is_told_and_no_other(
    board: Path, capsys: pytest.CaptureFixture[str], path: str, old: str, new: str, expected: str
) -> None:
    """A reviewer who reads that nothing changes, looks no further."""
    text = (board / path).read_text("utf-8")
    assert old in text
    write_files(board, {path: text.replace(old, new, 1)})
    first, *others = told(board, capsys)
    assert first == expected
    assert not [line for line in others if not re.match(r"\d pages? |  https://", line)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "law: {name: Law}",
            "law: {name: Law, slug: droit}",
            ["The old address of “Law” (category law) NOWHERE (law)"],
        ),
        ("law: {name: Law}", "law: {name: Law, slug: droit, aliases: [law]}", []),
        (
            "law: {name: Law}",
            "legal: {name: Law}",
            ["“Law” (category law) goes on as legal, and the old address NOWHERE (law)"],
        ),
        ("law: {name: Law}", "legal: {name: Law, aliases: [law]}", ["“Law” (category law) goes on as legal"]),
        ("law: {name: Law}", "legal: {name: Law, slug: law}", ["“Law” (category law) goes on as legal"]),
        ("law: {name: Law}", "", []),
        ("law: {name: Law}", "law: {name: Courts}", []),
    ],
)
def test_old_addresses_of_a_category_that_lead_nowhere_are_told(
    board: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, expected: list[str]
) -> None:
    """Where it has another slug, or goes on under another id; one that goes for good has nowhere to lead on to."""
    write_files(board, {BAKER: SMALL[BAKER].replace("[law]", "[it]")})
    commit(board, "no law")
    write_files(board, {CATEGORIES: SMALL[CATEGORIES].replace(old, new)})
    nowhere = "leads nowhere in en, fr: add it to “aliases”"
    lines = [line for line in told(board, capsys) if "address" in line or "goes on" in line]
    assert lines == [line.replace("NOWHERE", nowhere) for line in expected]


def test_old_addresses_of_an_organization_are_told_as_well(board: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Also where its file has another name, which postings and the address follow."""
    text = (board / ACME).read_text("utf-8")
    write_files(board, {ACME: text.replace("---\n", "---\nslug: acme-group\n", 1)})
    lost = "leads nowhere in en, fr: add it to “aliases” (acme)"
    assert f"The old address of “ACME” (organization acme) {lost}" in told(board, capsys)
    (board / ACME).unlink()
    for path in (COOK, BAKER):
        write_files(board, {path: SMALL[path].replace("organization: acme", "organization: acme-group")})
    write_files(board, {"content/organizations/acme-group.en.md": text})
    assert f"“ACME” (organization acme) goes on as acme-group, and the old address {lost}" in told(board, capsys)


def test_the_old_address_of_a_page_is_told(board: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With its remedy, unless it leads on."""
    text = (board / ABOUT).read_text("utf-8")
    words = "“About” (page about) has another short name, or other addresses, in en"
    write_files(board, {ABOUT: text.replace("---\n", "---\nslug: us\n", 1)})
    assert told(board, capsys)[0] == f"{words}, and the old address leads nowhere: add it to “aliases”"
    write_files(board, {ABOUT: text.replace("---\n", "---\nslug: us\naliases: [about]\n", 1)})
    assert told(board, capsys)[0] == words


def test_looks_are_told_by_name(board: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of many, a few."""
    write_files(board, {"templates/base.html": "x", **{f"static/{n}.txt": "x" for n in range(8)}})
    lines = told(board, capsys)
    assert "The templates change: base.html" in lines
    assert "The static files change: 0.txt, 1.txt, 2.txt, 3.txt, 4.txt and 3 more" in lines


def test_languages_of_a_page_come_and_go(board: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the pages that do."""
    write_files(board, {"content/pages/about.fr.md": "---\ntitle: À propos\n---\nNous.\n"})
    assert told(board, capsys)[0] == "“About” (page about) is now written in fr"
    commit(board, "in French")
    (board / "content/pages/about.fr.md").unlink()
    lines = told(board, capsys)
    assert lines[0] == "“About” (page about) is no longer written in fr"
    assert "1 page is gone:" in lines


def test_what_has_an_error_is_not_called_gone(board: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nor are its pages; one that is deleted is."""
    write_files(
        board, {ABOUT: SMALL[ABOUT].replace("title:", "titel:"), FAIR: "---\ntitle: Fair\ndate: soon\n---\nX.\n"}
    )
    lines = told(board, capsys)
    assert lines[0].startswith(f"“About” (page about) is left out for now: {ABOUT}:2:1: ")
    assert lines[1] == f"“Fair” (news item fair) is left out for now: {FAIR}:3:7: “soon” is not a date"
    gone = [line for line in lines if line.startswith("  ")]
    assert not [line for line in gone if "about" in line or "fair" in line]
    (board / FAIR).unlink()
    assert "  https://jobs.example.org/en/news/fair/" in told(board, capsys)


def test_nothing_of_it_depends_on_where_things_stand(board: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A comment moves all lines, and changes nothing."""
    for path in ("config.yaml", "content/categories.yaml"):
        write_files(board, {path: "# a comment\n" + SMALL[path]})
    write_files(board, {ABOUT: SMALL[ABOUT].replace("---\n", "---\n# a comment\n", 1)})
    assert told(board, capsys) == ["Nothing changes on the board."]
