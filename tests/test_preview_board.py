"""The preview's board: the last good one, read again as far as needed."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from previews import NURSE, edit, small_site

from jobglot.plan import produce
from jobglot.preview import board as board_module
from jobglot.preview.board import Board, Settings
from jobglot.problem import Severity

NOW = datetime(2027, 1, 10, 12, tzinfo=UTC)
PAGE = "en/jobs/nurse/index.html"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small_site(tmp_path / "site")


def board(root: Path, now: datetime = NOW) -> Board:
    return Board(root, lambda: now, Settings())


def page(shown: Board, path: str = PAGE) -> str:
    plan = shown.snapshot.plan
    assert plan is not None
    return produce(plan, path).decode()


def test_an_edit_shows_on_its_page_and_in_the_lists(root: Path) -> None:
    """Only the changed file is named, and everything that follows from it is new."""
    shown = board(root)
    edit(root, NURSE, "title: Nurse", "title: Night nurse")
    before = shown.snapshot.number
    after = shown.refresh(frozenset([NURSE]))
    assert after.number == before + 1
    assert "Night nurse" in page(shown)
    assert "Night nurse" in page(shown, "en/index.html")


def test_what_is_refreshed_piece_by_piece_equals_what_is_read_anew(root: Path) -> None:
    """After edits, additions and removals, every path has the bytes of a fresh board."""
    shown = board(root)
    steps = [
        lambda: edit(root, NURSE, "Care for people.", "Care for all people."),
        lambda: (root / "content/postings/guard.en.md").write_text(
            (root / "content/postings/cook.en.md").read_text().replace("Cook", "Guard")
        ),
        (root / "content/postings/nurse.fr.md").unlink,
        lambda: edit(root, "content/categories.yaml", "Health", "Care"),
        (root / "content/postings/cook.en.md").unlink,
        lambda: edit(root, "config.yaml", "name: Board", "name: Other board"),
    ]
    touched = [
        NURSE,
        "content/postings/guard.en.md",
        "content/postings/nurse.fr.md",
        "content/categories.yaml",
        "content/postings/cook.en.md",
        "config.yaml",
    ]
    for step, path in zip(steps, touched, strict=True):
        step()
        plan = shown.refresh(frozenset([path])).plan
        fresh = board(root).snapshot.plan
        assert plan is not None
        assert fresh is not None
        assert {p: produce(plan, p) for p in plan.routes} == {p: produce(fresh, p) for p in fresh.routes}


def test_the_last_good_board_stays_while_a_file_is_broken(root: Path) -> None:
    """The problems are told, the pages stay, and all is well again once the file is mended."""
    shown = board(root)
    edit(root, NURSE, "deadline: 2027-01-31", "deadline: soon")
    broken = shown.refresh(frozenset([NURSE]))
    assert not broken.is_well
    assert [problem.code for problem in broken.problems] == ["date-unreadable"]
    assert "Nurse" in page(shown)
    edit(root, NURSE, "deadline: soon", "deadline: 2027-01-30")
    mended = shown.refresh(frozenset([NURSE]))
    assert mended.is_well
    assert mended.number > broken.number
    assert "30 January 2027" in page(shown)


def test_a_touch_reloads_nothing(root: Path) -> None:
    """Bytes decide, not times."""
    shown = board(root)
    before = shown.snapshot
    (root / NURSE).touch()
    assert shown.refresh(frozenset([NURSE])).number == before.number


def test_the_next_preview_has_none_of_the_numbers_of_the_last_one(root: Path) -> None:
    """A tab that outlives it would not know that the board is another."""
    before = {board(root).refresh(None).number}
    edit(root, NURSE, "title: Nurse", "title: Night nurse")
    assert board(root, NOW + timedelta(seconds=5)).snapshot.number not in before


def test_a_site_without_config_says_so_and_comes_alive(tmp_path: Path) -> None:
    """There is nothing to show, and then there is."""
    shown = board(tmp_path)
    assert shown.snapshot.plan is None
    assert [problem.code for problem in shown.snapshot.problems] == ["no-config"]
    small_site(tmp_path)
    assert shown.refresh(None).plan is not None


def test_the_board_moves_on_when_a_deadline_passes(root: Path) -> None:
    """Nobody touches a file, and the page closes."""
    times = [NOW]
    shown = Board(root, lambda: times[-1], Settings())
    number = shown.snapshot.number
    times.append(datetime(2027, 1, 31, 23, 0, tzinfo=UTC) - timedelta(seconds=1))
    assert shown.snapshot.number == number + 1, "it is closing soon"
    assert "noindex" not in page(shown)
    times.append(datetime(2027, 1, 31, 23, 0, tzinfo=UTC))
    assert "noindex" in page(shown)


def test_a_broken_board_is_worked_out_once_when_a_deadline_passes(root: Path) -> None:
    """And not for every request; a list of problems that was closed stays closed. Mended, it is that of the new day."""
    times = [NOW]
    shown = Board(root, lambda: times[-1], Settings())
    edit(root, NURSE, "deadline: 2027-01-31", "deadline: soon")
    shown.refresh(frozenset([NURSE]))
    times.append(datetime(2027, 3, 1, tzinfo=UTC))
    told = shown.snapshot.told
    assert [shown.snapshot.told for _ in range(3)] == [told] * 3
    edit(root, NURSE, "deadline: soon", "deadline: 2027-01-31")
    shown.refresh(frozenset([NURSE]))
    assert "noindex" in page(shown)


def test_a_deadline_that_passes_is_met_once_by_all_that_ask(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every tab asks twice a second, and a large board takes longer than that."""
    times = [NOW]
    shown = Board(root, lambda: times[-1], Settings())
    number = shown.snapshot.number
    entered, may_go_on = threading.Barrier(2), threading.Event()
    worked_out = board_module.examined

    def slowly(*arguments: Any, **options: Any) -> Any:
        entered.wait(10)
        may_go_on.wait(10)
        return worked_out(*arguments, **options)

    monkeypatch.setattr(board_module, "examined", slowly)
    times.append(datetime(2027, 3, 1, tzinfo=UTC))
    asking = [threading.Thread(target=lambda: shown.snapshot) for _ in range(3)]
    for thread in asking:
        thread.start()
    entered.wait(10)
    may_go_on.set()
    for thread in asking:
        thread.join(10)
        assert not thread.is_alive()
    assert shown.snapshot.number == number + 1


def test_another_time_can_be_chosen_and_left_again(root: Path) -> None:
    """The control of the preview's bar."""
    shown = board(root)
    later = shown.choose(Settings(now=datetime(2027, 3, 1, tzinfo=UTC)))
    assert later.plan is not None
    assert later.plan.site.open == ()
    assert shown.choose(Settings()).plan.site.open == ("nurse", "cook")  # type: ignore[union-attr]


def test_a_draft_half_done_keeps_no_other_page_from_being_shown(root: Path) -> None:
    """As it keeps no board from being built; it warns. Whoever looks at drafts is told of it as of any error."""
    shown = board(root)
    draft = "content/postings/guard.en.md"
    (root / draft).write_text((root / NURSE).read_text().replace("title: Nurse\n", "title:\ndraft: true\n"))
    assert shown.refresh(frozenset([draft])).is_well
    edit(root, NURSE, "title: Nurse", "title: Night nurse")
    assert shown.refresh(frozenset([NURSE])).is_well
    assert "Night nurse" in page(shown)
    held = shown.choose(Settings(drafts=True))
    assert not held.is_well
    assert {problem.origin.path for problem in held.problems if problem.severity is Severity.ERROR} == {draft}


def test_words_that_mend_a_draft_end_its_warning(root: Path) -> None:
    """Which is an error where it was found."""
    edit(root, "config.yaml", "title-gendered: off", "title-gendered: off, word-doubled: error")
    draft = "content/postings/guard.en.md"
    text = (root / NURSE).read_text().replace("title: Nurse", "title: Guard\ndraft: true")
    (root / draft).write_text(text.replace("Care for", "Care for for"))
    shown = board(root)
    assert shown.snapshot.is_well
    assert "word-doubled" in {problem.code for problem in shown.snapshot.problems}
    edit(root, draft, "Care for for", "Care for")
    assert shown.refresh(frozenset([draft])).problems == board(root).snapshot.problems
    assert "word-doubled" not in {problem.code for problem in shown.snapshot.problems}


def test_drafts_are_shown_on_request_only(root: Path) -> None:
    """A draft has no page until it is asked for."""
    edit(root, NURSE, "posted:", "draft: true\nposted:")
    shown = board(root)
    assert PAGE not in shown.snapshot.plan.routes  # type: ignore[union-attr]
    assert PAGE in shown.choose(Settings(drafts=True)).plan.routes  # type: ignore[union-attr]
