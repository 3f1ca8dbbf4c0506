"""Puts staged files in place: renames, which a reader sees happen at once or not at all, and removals last."""

# ruff: noqa: PTH104, PTH105, PTH106, PTH108, PTH112 -- bytes, as in `disk`

from __future__ import annotations

import os

from jobglot.difference import Difference
from jobglot.disk import folders_above, remove_empty_folders, remove_files
from jobglot.staging import Staging


def move(staging: Staging, steps: Difference) -> None:
    """Take all steps. OSError when one cannot be taken; those before it stay taken."""
    output = staging.output + b"/"
    for path in steps.makes_way:
        os.unlink(output + path.encode())
    for path in steps.cleared:
        os.rmdir(output + path.encode())
    for old, new in steps.renames:
        os.rename(output + old.encode(), output + new.encode())
    there: set[str] = set()
    moved: set[str] = set()
    for item in steps.moves:
        if not item.with_folder:
            os.replace(staging.loose(item.path), output + item.path.encode())
            continue
        if moved.isdisjoint(folders_above(item.path)):
            top = _outermost_new(output, item.path, there)
            os.rename(staging.tree(top), output + top.encode())
            moved.add(top)
    remove_files(staging.output, steps.removals)
    remove_empty_folders(staging.output, steps.gone)


def _outermost_new(output: bytes, path: str, there: set[str]) -> str:
    """The first of the folders above a path, or itself, that the output lacks: it moves with all that is in it."""
    for folder in folders_above(path):
        if folder not in there:
            if not os.path.isdir(output + folder.encode()):
                return folder
            there.add(folder)
    return path
