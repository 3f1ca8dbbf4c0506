"""Renames into place: whole folders where there were none, files where there were."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from trees import files, fill

from jobglot.difference import Difference, difference
from jobglot.manifest import Record
from jobglot.moving import move
from jobglot.staging import Staged, Staging


def steps_for(output: Path, plan: Mapping[str, bytes], record: Record) -> tuple[Staging, Difference]:
    """The plan, staged and compared."""
    staging = Staging(os.fsencode(output), os.fsencode(output / ".jobglot/staging"), "output")
    staged = [staging.put(path, data) for path, data in plan.items()]
    items = [item for item in staged if isinstance(item, Staged)]
    return staging, difference(staging.output, "output", items, record, adopt=True)


def test_a_first_site_moves_in_as_many_renames_as_it_has_folders_at_the_top(tmp_path: Path, monkeypatch) -> None:
    """However many files it has."""
    output = fill(tmp_path / "output", {})
    plan = {f"{tag}/{n}/index.html": b"page" for tag in ("en", "fr") for n in range(50)} | {"index.html": b"top"}
    staging, steps = steps_for(output, plan, Record())
    calls: list[bytes] = []
    rename = os.rename
    monkeypatch.setattr(os, "rename", lambda old, new: calls.append(new) or rename(old, new))
    move(staging, steps)
    assert calls == [os.fsencode(output / name) for name in ("en", "fr")]
    assert files(output) == plan


def test_a_new_folder_moves_whole_into_one_that_is_there(tmp_path: Path) -> None:
    """At every depth."""
    plan = {"en/a.html": b"a", "en/new/b.html": b"b", "en/new/deep/c.html": b"c", "fr/d.html": b"d"}
    output = fill(tmp_path / "output", {"en/a.html": b"former"})
    staging, steps = steps_for(output, plan, Record())
    move(staging, steps)
    assert files(output) == plan


def test_a_folder_that_somebody_made_in_the_meantime_is_used(tmp_path: Path) -> None:
    """Between staging and moving."""
    plan = {"en/jobs/b.html": b"b", "en/jobs/c.html": b"c"}
    output = fill(tmp_path / "output", {})
    staging, steps = steps_for(output, plan, Record())
    fill(output, {"en/jobs/theirs.txt": b"theirs"})
    move(staging, steps)
    assert files(output) == plan | {"en/jobs/theirs.txt": b"theirs"}


def test_a_staged_file_that_is_gone_is_an_error(tmp_path: Path) -> None:
    """Which the caller tells; nothing is made up."""
    output = fill(tmp_path / "output", {})
    staging, steps = steps_for(output, {"a/b.html": b"b"}, Record())
    staging.sweep(["a/b.html"])
    with pytest.raises(FileNotFoundError):
        move(staging, steps)


def test_a_name_that_changes_in_capitals_only_is_renamed_before_new_bytes_come(tmp_path: Path) -> None:
    """On disks where both names are one, the file would else keep the former."""
    output = fill(tmp_path / "output", {"Logo.png": b"former", "Photo.png": b"same"})
    staging, steps = steps_for(output, {"logo.png": b"new"}, Record())
    moves = tuple(item._replace(with_folder=False) for item in steps.moves)
    renames = (("Logo.png", "logo.png"), ("Photo.png", "photo.png"))
    move(staging, steps._replace(renames=renames, moves=moves))
    assert files(output) == {"logo.png": b"new", "photo.png": b"same"}


def test_former_files_make_way_and_go_with_their_folders(tmp_path: Path) -> None:
    """A folder for a file, a file for a folder; what is over goes last, with the folders that only held that."""
    former = {"a": b"", "b/c/d.html": b"", "old/e.html": b"", "kept/f.html": b""}
    output = fill(tmp_path / "output", former | {"kept/theirs.txt": b"theirs"})
    record = Record({path: frozenset([hashlib.sha256(data).hexdigest()]) for path, data in former.items()})
    plan = {"a/index.html": b"1", "b": b"2"}
    move(*steps_for(output, plan, record))
    assert files(output) == plan | {"kept/theirs.txt": b"theirs"}
    assert not (output / "old").exists()
