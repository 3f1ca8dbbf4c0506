"""What is not published without being asked twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from publishers import NOON, release, site
from sites import ROOT

from jobglot.commands.publish import ALLOWANCES as OFFERED
from jobglot.publish.limits import STARTER
from jobglot.publish.publication import Held, Publication, publication_of
from jobglot.publish.refusals import ALLOWANCES, refusals
from jobglot.publish.steps import compare

MANY = {f"en/jobs/job-{at}/index.html": f"job {at}" for at in range(100)}


def said(files: dict[str, str], held: Held, *allowed: str, **changes: Any) -> list[str]:
    """The problems of publishing these files over what is held."""
    new = release(files, **changes)
    return [str(problem) for problem in refusals(new, held, compare(new, held.publication), "there", allowed)]


def there(**changes: Any) -> Publication:
    """A target that holds a hundred postings."""
    return replace(publication_of(release(MANY), {}), **changes)


@pytest.mark.parametrize(
    ("word", "files", "held", "changes", "number"),
    [
        ("incomplete", MANY, Held(), {"is_complete": False}, ""),
        ("empty", MANY, Held(), {"postings": 0}, "0 postings"),
        ("shrunken", dict(list(MANY.items())[:10]), Held(there()), {}, "90 of the 100 pages there would go (90 %)"),
        ("foreign", MANY, Held(None, 12), {}, "12 files"),
        ("foreign", MANY, Held(there(board="https://other.example/")), {}, "https://other.example/"),
        ("older", MANY, Held(there(built=NOON + timedelta(hours=1))), {}, "2027-01-15 13:00:00"),
        ("older", MANY, Held(there(committed=NOON)), {"committed": NOON - timedelta(days=1)}, "2027-01-14 12:00:00"),
    ],
)
def test_each_doubt_names_its_number_and_its_flag(
    word: str, files: dict[str, str], held: Held, changes: dict[str, Any], number: str
) -> None:
    """And the flag lifts it, and no other."""
    (problem,) = said(files, held, **changes)
    assert number in problem
    assert f"“--allow {word}”" in problem
    assert f"[publish-{word}]" in problem
    assert said(files, held, word, **changes) == []
    assert said(files, held, *(set(ALLOWANCES) - {word}), **changes) == [problem]


def test_the_address_of_a_new_site_is_no_other_board() -> None:
    """Who mends it after a first publication goes on with one board; a pipeline cannot say “--allow foreign”."""
    for path in ("config.yaml", "jobglot/scaffold.py"):
        assert f"base_url: {STARTER}\n" in (ROOT / path).read_text(encoding="utf-8")
    assert said(MANY, Held(there(board=STARTER)), board="https://you.github.io/jobs/") == []
    assert said(MANY, Held(there(board="https://you.github.io/jobs/"))) != []


def test_ordinary_changes_raise_no_doubt() -> None:
    """Half of the pages may go, and a small site may lose most of its own."""
    assert said(dict(list(MANY.items())[:50]), Held(there()), hours=1) == []
    assert said({"en/index.html": "x"}, Held(publication_of(release(site()), {})), hours=1) == []


def test_the_command_line_offers_every_allowance() -> None:
    """The two lists are one."""
    assert OFFERED == ALLOWANCES
