from __future__ import annotations

from pathlib import Path

import pytest

from jobglot import starter


def test_a_clone_starts_from_itself() -> None:
    """Templates, static files, config and content stand once, at the top of the repository."""
    root = starter.starter_root()
    assert (root / "config.yaml").is_file()
    assert all((root / name).is_dir() for name in ("templates", "static", "content"))


def test_an_installed_package_carries_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under `starter/`, where the wheel puts them."""
    (tmp_path / "starter").mkdir()
    monkeypatch.setattr(starter, "HERE", tmp_path)
    assert starter.starter_root() == tmp_path / "starter"
