"""Small releases made of words, and targets to publish them to."""

from __future__ import annotations

import hashlib
import os
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from trees import fill

from jobglot.publish.courier import Outcome, publish
from jobglot.publish.publication import RECORD
from jobglot.publish.release import Item, Part, Release
from jobglot.publish.target import Target

NOON = datetime(2027, 1, 15, 12, tzinfo=UTC)
BOARD = "https://jobs.example.org/"

Files = Mapping[str, str]


def site(version: int = 1, **more: str) -> dict[str, str]:
    """A board of three pages in a version of its own: its style sheet has another name and its pages say so."""
    sheet = f"static/site.{version:08x}.css"
    pages = {path: f"<link href='/{sheet}'>{path} {version}" for path in ("en/index.html", "en/jobs/a/index.html")}
    return {
        sheet: f"version {version}",
        **pages,
        "en/jobs/b/index.html": f"<link href='/{sheet}'>b {version}",
        "en/feed.xml": f"<feed>{version}</feed>",
        "build.json": f"{version}",
        **{name.replace("__", "/"): text for name, text in more.items()},
    }


def part_of(path: str) -> Part:
    """When a file of that path is sent."""
    if path.startswith("static/"):
        return Part.ASSET
    if path == "build.json":
        return Part.LAST
    if not path.endswith(".html"):
        return Part.MACHINE
    return Part.PAGE if "/jobs/" in path else Part.LISTING


def release(files: Files, *, hours: float = 0, **changes: Any) -> Release:
    """A release of these texts, built so many hours after noon."""
    items = {
        path: Item(
            len(text.encode()), hashlib.sha256(text.encode()).hexdigest(), part_of(path), is_page=path.endswith(".html")
        )
        for path, text in files.items()
    }
    known = {"source": hashlib.sha256("".join(files.values()).encode()).hexdigest(), "postings": 1, **changes}
    return Release(known.pop("board", BOARD), NOON + timedelta(hours=hours), files=items, **known)


def lay_out(files: Files, folder: Path) -> Path:
    """The files in a folder, as a clean build leaves them."""
    return fill(folder, {path: text.encode() for path, text in files.items()})


_count = 0


def ship(target: Target, files: Files, workshop: Path, *, hours: float = 0, **options: Any) -> Outcome:
    """What comes of publishing these files; words of the courier, or else changes of the release, are options."""
    global _count  # noqa: PLW0603 - only to have a fresh folder
    _count += 1
    folder = lay_out(files, workshop / f"build-{_count}")
    told = {key: options.pop(key) for key in ("allowed", "everything", "dry_run", "tell") if key in options}
    return publish(target, release(files, hours=hours, **options), folder, **told)


def ship_spoilt(target: Target, files: Files, workshop: Path, path: str) -> Outcome:
    """The same, on a disk that gives back other bytes for one of the files than the release was made of."""
    folder = lay_out({**files, path: "spoilt"}, workshop / "spoilt")
    return publish(target, release(files, hours=1), folder)


def shipped(target: Target, files: Files, workshop: Path, **options: Any) -> Outcome:
    """The same, and it must go well."""
    outcome = ship(target, files, workshop, **options)
    assert not outcome.problems, [str(problem) for problem in outcome.problems]
    return outcome


def tree(folder: Path) -> dict[str, str]:
    """Every file below a folder but our records, as text."""
    return {
        os.fsencode(path.relative_to(folder).as_posix()).decode(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".jobglot" not in path.parts and path.name != RECORD
    }


def codes(outcome: Outcome) -> list[str]:
    """The codes of its problems."""
    return [problem.code for problem in outcome.problems]


def is_whole(held: Mapping[str, str], *versions: Mapping[str, str]) -> None:
    """Every page there is that of one of the versions, and the style sheets it asks for are there."""
    for path, text in held.items():
        if path.endswith(".html"):
            assert text in [version.get(path) for version in versions], path
            sheet = text.partition("href='/")[2].partition("'")[0]
            assert held.get(sheet), f"{path} asks for {sheet}"


class Cut(Exception):  # noqa: N818
    """The machine is switched off here."""


def _cut() -> None:
    raise Cut


@contextmanager
def cut_after(count: int, monkeypatch: Any, *places: tuple[Any, str], by: Callable[[], None] = _cut) -> Iterator[None]:
    """Whichever of the functions is called after `count` calls of any of them: the process ends there."""
    left = [count]
    with monkeypatch.context() as patch:
        for owner, name in places:
            patch.setattr(owner, name, _counted(getattr(owner, name), left, by))
        yield


def _counted(function: Any, left: list[int], by: Callable[[], None]) -> Any:
    def called(*arguments: Any, **named: Any) -> Any:
        if not left[0]:
            by()
        left[0] -= 1
        return function(*arguments, **named)

    return called


def dies_after(count: int, work: Callable[[], object], *places: tuple[Any, str]) -> bool:
    """Whether a process that does the work dies of calling one of the functions after `count` calls; else it ends well.

    A process of its own, so that nothing is tidied up on the way out.
    """
    child = os.fork()
    if not child:
        with pytest.MonkeyPatch.context() as patch, cut_after(count, patch, *places, by=lambda: os._exit(9)):
            try:
                work()
            except BaseException:  # noqa: BLE001 - the parent tells
                traceback.print_exc()
                os._exit(1)
            os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, 9)
    return code == 9
