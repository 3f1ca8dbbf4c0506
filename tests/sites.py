"""Whole sites for tests: the packaged look, every byte of a plan, and site folders on the disk."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path

from jobglot.look import load_look
from jobglot.model import Content
from jobglot.plan import Look, Plan, plan, produce
from jobglot.problem import Problem
from jobglot.relate import relate
from jobglot.settings import Config

ROOT = Path(__file__).resolve().parent.parent
"""The repository: a site itself, the demo."""

OWN = ("content", "templates", "static", "config.yaml")


@cache
def packaged_look(languages: tuple[str, ...]) -> Look:
    """The repository's templates, catalogs and static files."""
    from builders import config

    look, problems = load_look(ROOT, config(languages=languages))
    assert not problems
    return look


def planned(content: Content, config: Config, now: datetime) -> tuple[Plan, list[Problem]]:
    """The plan of a board with the packaged look."""
    return plan(relate(content, config, now), packaged_look(config.languages))


def everything(made: Plan) -> dict[str, bytes]:
    """The bytes of every path of a plan."""
    return {path: produce(made, path) for path in made.routes}


def built(content: Content, config: Config, now: datetime) -> dict[str, bytes]:
    """The bytes of a whole site with the packaged look; it must have no problem."""
    made, problems = planned(content, config, now)
    assert problems == []
    return everything(made)


def copy_of_demo(folder: Path) -> Path:
    """The demo site in a folder of its own, without git."""
    folder.mkdir(parents=True)
    for name in OWN:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        else:
            shutil.copy(source, folder / name)
    return folder


def write_files(root: Path, files: Mapping[str, str]) -> None:
    """Text files below a folder."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes, but for the records of the build itself."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".jobglot" not in path.relative_to(folder).parts
    }


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> set[str]:
    """The paths that only one of two sites has, or that hold other bytes in it."""
    return {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)}


SMALL: Mapping[str, str] = {
    "config.yaml": """\
name: {en: Small Jobs, fr: Petits Emplois}
base_url: https://jobs.example.org/
languages: [en, fr]
timezone: Europe/Brussels
listings: [categories, organizations]
""",
    "content/categories.yaml": "it: {name: {en: Computing, fr: Informatique}}\nlaw: {name: Law}\n",
    "content/places.yaml": "brussels: {name: {en: Brussels, fr: Bruxelles}, country: BE}\n",
    "content/organizations/acme.en.md": "---\nname: ACME\nurl: https://acme.example/\n---\nWe make things.\n",
    "content/postings/cook.en.md": """\
---
title: Cook
organization: acme
locations: [brussels]
categories: [it]
posted: 2026-02-01
updated: 2026-02-02
deadline: 2026-03-31
apply: [{email: jobs@acme.example}]
---
Cook meals. See [the baker](baker.fr.md).
""",
    "content/postings/cook.fr.md": "---\ntitle: Cuisinier·ère\n---\nCuisiner.\n",
    "content/postings/baker.fr.md": """\
---
title: Boulanger·ère
organization: acme
locations: [brussels]
categories: [law]
posted: 2026-02-10
updated: 2026-02-10
deadline: 2026-03-10 16:05
apply: [{url: https://acme.example/apply}]
---
Faire du pain. Voir [le menu](menu.pdf).
""",
    "content/postings/menu.pdf": "%PDF-1.4",
    "content/pages/about.en.md": "---\ntitle: About\n---\nAbout us.\n",
}
"""A site of two postings, of its own config and content only."""


def small_site(folder: Path, **changes: str) -> Path:
    """`SMALL` in a folder; `changes` are config keys to add."""
    extra = "".join(f"{key}: {value}\n" for key, value in changes.items())
    write_files(folder, {**SMALL, "config.yaml": SMALL["config.yaml"] + extra})
    return folder
