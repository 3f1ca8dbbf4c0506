"""The same site and the same `now` give the same bytes, whatever the machine, its settings and its order of files."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from sites import ROOT, copy_of_demo, small_site, tree

# Runs the command line with folders listed in another order than the disk's.
SHUFFLED = """
import os, random, sys
seed, umask = int(sys.argv[1]), int(sys.argv[2])
scan, listdir = os.scandir, os.listdir

class Shuffled:
    def __init__(self, path):
        with scan(path) as entries:
            self.entries = list(entries)
        random.Random(seed).shuffle(self.entries)
    def __iter__(self):
        return iter(self.entries)
    def __next__(self):
        if not self.entries:
            raise StopIteration
        return self.entries.pop()
    def __enter__(self):
        return self
    def __exit__(self, *_):
        return None
    def close(self):
        pass

def shuffled(path="."):
    names = listdir(path)
    random.Random(seed).shuffle(names)
    return names

os.scandir, os.listdir = lambda path=".": Shuffled(path), shuffled
os.umask(umask)
from jobglot.cli import main
sys.exit(main(sys.argv[3:]))
"""

WORLDS: Mapping[str, Mapping[str, str]] = {
    "here": {},
    "elsewhere": {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONHASHSEED": "1"},
    "abroad": {"TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "4242", "COLUMNS": "20"},
}


def build(site: Path, world: Mapping[str, str], *, seed: int, umask: int, jobs: int, cwd: Path) -> dict[str, bytes]:
    """The bytes of the site as a process of its own makes them."""
    output = site.parent / f"{site.name}-output"
    arguments = [
        "build",
        "--site",
        str(site),
        "--output",
        str(output),
        "--now",
        "2027-01-15T09:00",
        "--jobs",
        str(jobs),
    ]
    program = site.parent / "shuffled.py"
    program.write_text(SHUFFLED)
    done = subprocess.run(
        [sys.executable, str(program), str(seed), str(umask), *arguments],
        cwd=cwd,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **world},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return tree(output)


def test_the_same_site_is_the_same_bytes_everywhere(tmp_path: Path) -> None:
    """Other hash seeds, time zones, locales, encodings, file modes, folders, orders of files, numbers of processes."""
    here = build(copy_of_demo(tmp_path / "site"), WORLDS["here"], seed=1, umask=0o022, jobs=1, cwd=tmp_path)
    assert len(here) > 200
    elsewhere = copy_of_demo(tmp_path / "ein anderer Ort é" / "board")
    assert build(elsewhere, WORLDS["elsewhere"], seed=2, umask=0o077, jobs=2, cwd=Path("/")) == here
    abroad = copy_of_demo(tmp_path / "x" / "y" / "z")
    for path in sorted(abroad.rglob("*")):
        os.utime(path, (1, 1))
    assert build(abroad, WORLDS["abroad"], seed=3, umask=0o027, jobs=3, cwd=abroad) == here


def test_files_are_readable_by_a_web_server_whatever_the_umask(tmp_path: Path) -> None:
    """0644 and 0755: a site built with umask 077 must not be one that nobody can read."""
    site = small_site(tmp_path / "site")
    build(site, {}, seed=1, umask=0o077, jobs=1, cwd=tmp_path)
    output = tmp_path / "site-output"
    modes = {
        path.stat().st_mode & 0o777 for path in output.rglob("*") if path.is_file() and ".jobglot" not in path.parts
    }
    assert modes == {0o644}
    assert {path.stat().st_mode & 0o777 for path in output.rglob("*") if path.is_dir() and path.name != ".jobglot"} <= {
        0o755
    }


@pytest.mark.parametrize("variable", ["SOURCE_DATE_EPOCH", "TZ"])
def test_now_is_what_was_asked_for(tmp_path: Path, variable: str) -> None:
    """Whatever the environment says of time: `--now` is the board's time."""
    site = small_site(tmp_path / "site")
    plain = build(site, {}, seed=1, umask=0o022, jobs=1, cwd=tmp_path)
    world = {variable: {"SOURCE_DATE_EPOCH": "1", "TZ": "Asia/Tokyo"}[variable]}
    assert build(site, world, seed=1, umask=0o022, jobs=1, cwd=tmp_path) == plain
