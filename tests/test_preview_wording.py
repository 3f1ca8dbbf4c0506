"""Edits of words in the preview, among all others: the board is always that of the files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from previews import NURSE, edit, small_site
from sites import ROOT, everything, write_files

from jobglot.pipeline import Examined
from jobglot.preview import board as boards
from jobglot.preview.board import Board, Settings
from jobglot.preview.folder import Folder
from jobglot.preview.wording import words_only

NOW = datetime(2027, 1, 10, 12, tzinfo=UTC)

CONFIG = """\
name: Board
base_url: https://jobs.example.org/
languages: [en, fr]
timezone: Europe/Brussels
per_page: 3
checks: {category-unlikely: warning}
"""
AROUND = {
    "config.yaml": CONFIG,
    "content/categories.yaml": "health: {name: {en: Health, fr: Santé}}\nfood: {name: {en: Food, fr: Cuisine}}\n",
    "content/organizations/clinic.en.md": "---\nname: Clinic\n---\n\nWe care.\n",
    "content/pages/about.en.md": "---\ntitle: About\n---\n\nSee [the nurse](../postings/a.en.md#the-work).\n",
}
START = {
    "title": "Night nurse",
    "summary": "Nights.",
    "body": "## The work\n\nCare for people in food and health, by 31 January 2027.",
    "organization": "clinic",
    "category": "health",
    "deadline": "2027-01-31",
    "slug": "",
    "draft": "false",
    "remark": "",
}
VALUES = {
    "title": ["Night nurse", "Nïght Nurse", "Clinic cook", "Cook", ""],
    "summary": ["Nights.", "Food, food, food and food."],
    "body": [
        "## The work\n\nCare for people, by 31 January 2027.",
        "Care for for people. A competitive salary!\n\nFood and food, food, food and health.",
        "## The work\n\nAs [another](b.en.md#the-work), see [the page](../pages/about.en.md).",
        "Apply by 5 February 2027. [Gone](nowhere.en.md)",
        "",
    ],
    "organization": ["clinic", "kitchen", "{name: Clinic}"],
    "category": ["health", "food"],
    "deadline": ["2027-01-31", "2027-02-20", "open", "2027-01-05", "soon"],
    "slug": ["", "same"],
    "draft": ["false", "true"],
    "remark": ["", "\n# a remark\n# of two lines"],
}

Facts = dict[str, str]


def written(facts: Facts) -> str:
    """The file of a posting."""
    slug = f"slug: {facts['slug']}\n" if facts["slug"] else ""
    return (
        f"---{facts['remark']}\ntitle: {facts['title']}\nsummary: {facts['summary']}\n{slug}"
        f"organization: {facts['organization']}\nlocations: [{{city: Ghent, country: BE}}]\n"
        f"categories: [{facts['category']}]\nposted: 2027-01-04\ndeadline: {facts['deadline']}\n"
        f"draft: {facts['draft']}\napply: [{{email: jobs@clinic.example}}]\n---\n\n{facts['body']}\n"
    )


def change() -> st.SearchStrategy[tuple[str, str, str]]:
    """A posting, one of its facts or words, and what it becomes; or that its file goes, comes or gets a translation."""
    keys = st.sampled_from([*VALUES, "title", "summary", "body", "body"])
    facts = keys.flatmap(lambda key: st.tuples(st.just(key), st.sampled_from(VALUES[key])))
    files = st.sampled_from([("file", "gone"), ("file", "litter"), ("fr", "## Le travail\n\nSoigner."), ("fr", "")])
    return st.tuples(st.sampled_from("aabc"), st.one_of(facts, facts, facts, files)).map(lambda p: (p[0], *p[1]))


def made(root: Path, held: dict[str, Facts], step: tuple[str, str, str]) -> str:
    """The change made on the disk; the path it was made at."""
    id_, key, value = step
    path = f"content/postings/{id_}.en.md"
    if key == "fr":
        path = f"content/postings/{id_}.fr.md"
        (root / path).write_text(f"---\ntitle: Infirmier\n---\n\n{value}\n")
    elif value == "gone":
        (root / path).unlink(missing_ok=True)
        held[id_] = dict(START)
    elif value == "litter":
        path = f"content/postings/.{id_}.en.md.swp"
        (root / path).write_text("x")
    else:
        held.setdefault(id_, dict(START))[key] = value
        (root / path).write_text(written(held[id_]))
    return path


@pytest.fixture(autouse=True)
def behind_its_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small boards behave as large ones do."""
    monkeypatch.setattr(boards, "FEW", 0)
    monkeypatch.setattr(boards, "PATIENCE", 0.0)


@given(st.lists(change(), min_size=3, max_size=9), st.booleans())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_edits_end_at_the_board_of_the_files(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, str]], drafts: bool
) -> None:
    """Step by step: the same problems as of a fresh board, and where there is no error the same bytes everywhere."""
    root = tmp_path_factory.mktemp("site")
    held = {id_: dict(START) for id_ in "ab"}
    write_files(root, {**AROUND, **{f"content/postings/{id_}.en.md": written(held[id_]) for id_ in held}})
    shown = Board(root, lambda: NOW, Settings(drafts=drafts))
    for step in steps:
        shown.refresh(frozenset([made(root, held, step)]))
        kept, fresh = shown.settle(), Board(root, lambda: NOW, Settings(drafts=drafts)).settle()
        assert kept.problems == fresh.problems
        if fresh.is_well:
            assert kept.plan is not None
            assert fresh.plan is not None
            assert everything(kept.plan) == everything(fresh.plan)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small_site(tmp_path / "site")


def no_examination(*_: Any, **__: Any) -> Examined:
    raise AssertionError("the whole board was worked out again")


@pytest.mark.parametrize(
    ("old", "new"),
    [("title: Nurse", "title: Night nurse"), ("Care for people.", "Care for them.\n\n## And so on\n\n[x](cook.en.md)")],
)
def test_words_are_all_that_is_worked_out_again(
    root: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str
) -> None:
    """Neither the other files nor the rules of the whole board are asked."""
    shown = Board(root, lambda: NOW, Settings())
    edit(root, NURSE, old, new)
    with monkeypatch.context() as patched:
        patched.setattr(boards, "examined", no_examination)
        patched.setattr("jobglot.preview.folder.load", no_examination)
        shown.refresh(frozenset([NURSE]))
    kept, fresh = shown.settle(), Board(root, lambda: NOW, Settings()).settle()
    assert kept.number > 1
    assert kept.plan is not None
    assert fresh.plan is not None
    assert everything(kept.plan) == everything(fresh.plan)


@pytest.mark.parametrize(
    "change",
    [
        lambda root: edit(root, NURSE, "deadline: 2027-01-31", "deadline: 2027-01-30"),
        lambda root: edit(root, NURSE, "title: Nurse", "title: Nurse\nslug: carer"),
        lambda root: (root / "content/postings/nurse.fr.md").write_text(""),
    ],
)
def test_facts_are_no_words(root: Path, change: Callable[[Path], None]) -> None:
    """A deadline, an address, an edition less."""
    kept = Folder(root)
    before, _ = kept.read(None)
    change(root)
    after, _ = kept.read(frozenset([NURSE, "content/postings/nurse.fr.md"]))
    assert before is not None
    assert after is not None
    assert words_only(before, after) is None
    assert words_only(after, replace(after)) == []


CATALOG = """msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Open jobs"\nmsgstr "Offres"\n"""
LOOK = {
    "templates/base.html": (ROOT / "templates/base.html").read_text(encoding="utf-8") + "<!-- mine -->",
    "templates/locales/fr.po": CATALOG,
    "static/CNAME": "jobs.example\n",
    "static/logos/clinic.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "content/organizations/clinic.en.md": "---\nname: Clinic\nlogo: logos/clinic.svg\n---\n\nWe care.\n",
    "content/postings/rosters.pdf": "%PDF-",
    "content/postings/a.en.md": written({**START, "body": "The [rosters](rosters.pdf)."}),
}


def same_as_fresh(shown: Board, root: Path) -> bool:
    kept, fresh = shown.settle(), Board(root, lambda: NOW, Settings()).settle()
    assert kept.problems == fresh.problems
    return not fresh.is_well or everything(kept.plan) == everything(fresh.plan)  # type: ignore[arg-type]


@pytest.mark.parametrize("path", [*LOOK, "config.yaml", "content/categories.yaml"])
def test_whatever_is_deleted_and_put_back_is_seen(tmp_path: Path, path: str) -> None:
    """Not only texts of the content: templates, catalogs, static files, the config."""
    write_files(tmp_path, {**AROUND, "content/postings/b.en.md": written(START), **LOOK})
    shown = Board(tmp_path, lambda: NOW, Settings())
    held = (tmp_path / path).read_bytes()
    (tmp_path / path).unlink()
    shown.refresh(frozenset([path]))
    assert same_as_fresh(shown, tmp_path)
    (tmp_path / path).write_bytes(held)
    shown.refresh(frozenset([path]))
    assert same_as_fresh(shown, tmp_path)


def test_words_of_one_posting_say_nothing_of_the_files_of_another(tmp_path: Path) -> None:
    """A file that only the other links to is no file that nobody links to."""
    write_files(tmp_path, {**AROUND, "content/postings/b.en.md": written(START), **LOOK})
    shown = Board(tmp_path, lambda: NOW, Settings())
    for title in ("Carer", "Cook"):
        write_files(tmp_path, {"content/postings/b.en.md": written({**START, "title": title})})
        shown.refresh(frozenset(["content/postings/b.en.md"]))
        assert same_as_fresh(shown, tmp_path)


def test_a_heading_that_another_text_leads_to_is_missed_there(tmp_path: Path) -> None:
    """Though that text has not changed; and no longer once the heading is back."""
    write_files(tmp_path, {**AROUND, "content/postings/a.en.md": written(START)})
    shown = Board(tmp_path, lambda: NOW, Settings())
    assert shown.settle().is_well
    for body, codes in (("Care for people.", ["link-fragment"]), (START["body"], [])):
        write_files(tmp_path, {"content/postings/a.en.md": written({**START, "body": body})})
        shown.refresh(frozenset(["content/postings/a.en.md"]))
        assert [p.code for p in shown.settle().problems if p.origin.path.endswith("about.en.md")] == codes
        assert same_as_fresh(shown, tmp_path)


@pytest.mark.parametrize("link", ["content/postings/b.en.md", "content/postings/more"])
def test_a_file_of_two_names_changes_under_both(tmp_path: Path, link: str) -> None:
    """Whichever of them the watcher tells."""
    write_files(tmp_path, {**AROUND, "content/postings/first/a.en.md": written(START)})
    target = "first/a.en.md" if link.endswith(".md") else "../elsewhere"
    write_files(tmp_path, {"content/elsewhere/c.en.md": written({**START, "title": "Cook"})})
    (tmp_path / link).symlink_to(target)
    shown = Board(tmp_path, lambda: NOW, Settings())
    edited = "content/postings/first/a.en.md" if link.endswith(".md") else "content/elsewhere/c.en.md"
    write_files(tmp_path, {edited: written({**START, "title": "Something else"})})
    shown.refresh(frozenset([edited]))
    assert same_as_fresh(shown, tmp_path)
