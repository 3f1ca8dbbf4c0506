"""References: ids, and names in their place."""

from __future__ import annotations

import pytest

from jobglot.kinds import ID
from jobglot.references import ID_OR_NAME, parse_reference
from jobglot.shapes import Wrong


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("acme", "acme"),
        ("Acme", "Acme"),
        ("Société  Générale (Paris)", "Société Générale (Paris)"),
        ("卫生", "卫生"),
        ("project_management", "project_management"),
    ],
)
def test_names_are_let_through_as_they_are_written(written: str, read: str) -> None:
    """Only the rules know whether a thing has that name."""
    assert parse_reference(written) == read


@pytest.mark.parametrize("written", ["Acme, Globex", "Acme - Globex", "“Acme”", "https://acme.example", "index", ""])
def test_what_is_neither_is_told_as_of_an_id(written: str) -> None:
    """With the remedy that ids have."""
    assert isinstance(parse_reference(written), Wrong)
    assert parse_reference(written) == ID.parse(written)


def test_the_form_to_write_is_that_of_an_id() -> None:
    """For programs that offer what may be written."""
    assert ID_OR_NAME.schema() == ID.schema()
