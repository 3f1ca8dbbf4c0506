"""What the tests that look at the finished board from outside share: programs they need, boards they look at."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROUGH = Path(__file__).resolve().parent / "fixtures" / "rough"
NOW = "2027-01-15T09:00"
"""An instant at which both boards have postings in every state to be seen."""


def need(kind: str, found: Path | str | None, remedy: str) -> str:
    """What was found; without it the test is skipped, or fails where JOBGLOT_REQUIRE names the kind."""
    if found and Path(found).exists():
        return str(found)
    if kind in os.environ.get("JOBGLOT_REQUIRE", "").split(","):
        pytest.fail(f"no {kind}: {remedy}")
    pytest.skip(remedy)


def node_module(path: str) -> str:
    """A file of an npm package of package.json."""
    return need("checker", ROOT / "node_modules" / path, f"npm ci brings {path.partition('/')[0]}")


def program(kind: str, name: str) -> str:
    """A program on the path."""
    return need(kind, shutil.which(name), f"there is no {name} here")


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """What the program printed, and its exit code; it is given five minutes."""
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False)


@dataclass(frozen=True)
class Board:
    """A built board: where its files are, and the path its base address ends in."""

    folder: Path
    prefix: str
    origin: str

    def pages(self) -> list[Path]:
        """All its HTML files."""
        return sorted(self.folder.rglob("*.html"))

    def address(self, page: Path) -> str:
        """The path of a page's address, unquoted."""
        return self.prefix + page.relative_to(self.folder).as_posix().removesuffix("index.html")

    def postings(self, language: str) -> list[dict[str, Any]]:
        """The open postings as the board tells them to programs, by the names of the columns."""
        data = json.loads((self.folder / language / "postings.json").read_text(encoding="utf-8"))
        found = []
        for row in zip(*data["postings"].values(), strict=True):
            job = dict(zip(data["postings"], row, strict=True))
            tongue = data["languages"][job["language"]]
            job |= {"language": tongue["id"], "url": f"{tongue['jobs']}{job['slug'] or job['id']}/"}
            job |= {"remote": data["remote"][job["remote"]]["id"], "deadline": {"closes": job["closes"]}}
            found.append(job)
        return found


def build(site: Path, workshop: Path, base_url: str) -> Board:
    """The board of a site's folder, made by the command line as of NOW, out of git's sight."""
    copy, output = workshop / "site", workshop / "output"
    for name in ("config.yaml", "content", "templates", "static"):
        if (site / name).is_dir():
            shutil.copytree(site / name, copy / name)
        elif (site / name).exists():
            copy.mkdir(parents=True, exist_ok=True)
            shutil.copy(site / name, copy / name)
    done = run(
        *(sys.executable, str(ROOT / "build.py"), "build"),
        *("--site", str(copy), "--now", NOW, "--output", str(output)),
    )
    assert done.returncode == 0, done.stdout + done.stderr
    address = urlsplit(base_url)
    return Board(output, address.path, f"{address.scheme}://{address.netloc}")


def build_demo(workshop: Path) -> Board:
    """The repository's own board."""
    return build(ROOT, workshop, "https://jobs.example.org/")


def build_rough(workshop: Path) -> Board:
    """A board with names and texts that nobody should write, in three languages, below a sub-path."""
    return build(ROUGH, workshop, "https://rough.example.org/a/sub-path/")
