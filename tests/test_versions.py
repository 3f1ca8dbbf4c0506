"""A hash of the code that runs."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from jobglot.versions import code_hash


@pytest.fixture(autouse=True)
def _afresh() -> None:
    code_hash.cache_clear()


def test_an_installed_package_changes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The config may name extensions of any of them; other files beside packages change nothing."""
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    before = code_hash()
    code_hash.cache_clear()
    (tmp_path / "notes.txt").touch()
    assert code_hash() == before
    code_hash.cache_clear()
    (tmp_path / "extra-1.0.dist-info").mkdir()
    assert code_hash() != before
    code_hash.cache_clear()


def test_another_python_changes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """It may say the same otherwise."""
    before = code_hash()
    code_hash.cache_clear()
    monkeypatch.setattr(sys, "version", "another")
    assert code_hash() != before
    code_hash.cache_clear()
