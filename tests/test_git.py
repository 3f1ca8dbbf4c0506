"""Asking git: what it prints, or why it does not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from repositories import commit, repository

from jobglot import git


def test_what_git_prints_comes_as_bytes(tmp_path: Path) -> None:
    """Names need not be text."""
    root = repository(tmp_path)
    (root / os.fsdecode("é.txt".encode())).write_text("x")
    commit(root, "begin")
    assert git.ask(root, "ls-files", "-z") == "é.txt\0".encode()


def test_why_it_does_not_comes_as_one_line(tmp_path: Path) -> None:
    """For a sentence in a problem."""
    said = git.ask(tmp_path, "log")
    assert isinstance(said, str)
    assert "\n" not in said
    assert "not a git repository" in said


def test_a_missing_git_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No traceback."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert git.ask(tmp_path, "log") == "it is not installed"


def test_a_hook_of_another_repository_does_not_mislead_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git sets these for its hooks."""
    root = repository(tmp_path / "one")
    other = repository(tmp_path / "other")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    assert git.ask(root, "rev-parse", "--show-toplevel") == f"{root.resolve()}\n".encode()
