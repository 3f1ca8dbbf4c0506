from __future__ import annotations

import re

import pytest
from sites import ROOT

from jobglot import schema
from jobglot.checks import CHECKS
from jobglot.config import reference as settings
from jobglot.reference import BEGIN, checks_table, config_table, facts_table, filled, views_table

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


def test_every_template_s_view_has_a_row() -> None:
    """And so has each value within."""
    table = views_table()
    document = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
    given = re.findall(r"^\| .*\| `\w+`: `(\w+)`", document, flags=re.MULTILINE)
    assert len(given) > 10
    assert [name for name in given if f"| `{name}` |" not in table] == []
    assert [name for name in re.findall(r"`([A-Z]\w+)`", table) if f"| `{name}` |" not in table] == []
    assert "| `TextView` | `id`, `title`," in table
