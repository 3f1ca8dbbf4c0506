"""The whole site as one file."""

from __future__ import annotations

import hashlib
import tarfile
import zipfile
from pathlib import Path

import pytest
from publishers import Cut, codes, cut_after, ship, ship_spoilt, shipped, site

from jobglot.problem import Problem
from jobglot.publish.archive import Archive
from jobglot.publish.courier import roll_back

NAMES = ("site.tar.gz", "site.tgz", "site.zip")


def content(file: Path) -> dict[str, str]:
    """What an archive holds."""
    if file.name.endswith(".zip"):
        with zipfile.ZipFile(file) as archive:
            return {name: archive.read(name).decode() for name in archive.namelist()}
    with tarfile.open(file) as archive:
        return {entry.name: archive.extractfile(entry).read().decode() for entry in archive}  # type: ignore[union-attr]


@pytest.mark.parametrize("name", NAMES)
def test_the_same_site_is_the_same_bytes(tmp_path: Path, name: str) -> None:
    """Wherever and whenever it is made, in whatever order its files came."""
    first, second = Archive(tmp_path / "a" / name, tmp_path), Archive(tmp_path / "b" / name, tmp_path)
    shipped(first, site(), tmp_path)
    shipped(second, dict(reversed(site().items())), tmp_path, hours=5)
    assert first.file.read_bytes() == second.file.read_bytes()
    assert content(first.file) == site()


@pytest.mark.parametrize("name", NAMES)
def test_interrupted_it_is_the_old_one_or_the_new_one(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After each number of files read, and before each rename."""
    target = Archive(tmp_path / "out" / name, tmp_path)
    shipped(target, site(1), tmp_path)
    for count in range(30):
        try:
            with cut_after(count, monkeypatch, (Path, "read_bytes"), (Path, "replace")):
                shipped(target, site(2), tmp_path, hours=1)
            break
        except Cut:
            assert content(target.file) in (site(1), site(2))
            assert not (tmp_path / "out" / f"{name}.next").exists()
    assert content(target.file) == site(2)


@pytest.mark.parametrize("name", NAMES)
def test_an_archive_that_holds_something_else_takes_no_place(tmp_path: Path, name: str) -> None:
    """It is read back before the former one goes."""
    target = Archive(tmp_path / "out" / name, tmp_path)
    shipped(target, site(1), tmp_path)
    assert codes(ship_spoilt(target, site(2), tmp_path, "en/index.html")) == ["target-differs"]
    assert content(target.file) == site(1)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [name, f"{name}.json"]


def test_an_archive_somebody_else_made_is_not_overwritten(tmp_path: Path) -> None:
    """Unless that is allowed."""
    (tmp_path / "site.zip").write_text("mine")
    target = Archive(tmp_path / "site.zip", tmp_path)
    assert codes(ship(target, site(), tmp_path)) == ["publish-foreign"]
    assert (tmp_path / "site.zip").read_text() == "mine"
    shipped(target, site(), tmp_path, allowed=["foreign"])
    digest = hashlib.sha256(target.file.read_bytes()).digest()
    shipped(target, site(), tmp_path)
    assert hashlib.sha256(target.file.read_bytes()).digest() == digest
    assert isinstance(roll_back(target), Problem)


def test_an_archive_is_not_made_among_the_sources(tmp_path: Path) -> None:
    """It would be published with the next one."""
    assert codes(ship(Archive(tmp_path / "static/site.zip", tmp_path), site(), tmp_path)) == ["output-is-source"]
