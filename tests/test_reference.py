from __future__ import annotations

import pytest
from sites import ROOT

from jobglot import schema
from jobglot.checks import CHECKS
from jobglot.config import reference as settings
from jobglot.reference import BEGIN, checks_table, config_table, facts_table, filled

DOCS = sorted((ROOT / "docs").glob("*.md"))


@pytest.mark.parametrize("name", [path.name for path in DOCS])
def test_the_made_parts_of_the_docs_are_as_the_code_says(name: str) -> None:
    """`make docs` writes them; nobody edits them by hand."""
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert filled(text) == text


def test_every_key_of_the_config_has_a_row() -> None:
    """Nested ones too, each with a sentence."""
    table = config_table()
    for key, *_, doc in settings():
        assert f"| `{key}` |" in table
        assert doc in table


@pytest.mark.parametrize("collection", sorted(schema.COLLECTIONS))
def test_every_key_of_front_matter_has_a_row(collection: str) -> None:
    """Required ones say so."""
    table = facts_table(collection)
    for field in (*schema.COLLECTIONS[collection][0], *schema.COLLECTIONS[collection][1]):
        assert f"| `{field.key}` |" in table


def test_every_check_has_a_row() -> None:
    """With what it tells."""
    assert all(f"| `{code}` |" in checks_table() for code in CHECKS)


def test_what_is_not_made_is_left_alone() -> None:
    """Only what stands between the marks is written."""
    text = f"Before.\n\n{BEGIN}\n<!-- checks -->\nstale words\n<!-- end -->\n\nAfter.\n"
    made = filled(text)
    assert made.startswith("Before.\n\n")
    assert made.endswith("\n\nAfter.\n")
    assert "stale words" not in made
    assert filled(made) == made
