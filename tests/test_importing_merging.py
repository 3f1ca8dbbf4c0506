"""Postings that several sources tell of."""

from __future__ import annotations

from jobglot.importing.draft import Draft, DraftEdition
from jobglot.importing.merging import completed
from jobglot.importing.shelved import shelved
from jobglot.source import read_document

FILE = """\
---
title: Keeper
summary: Counts lamps.
aliases: [/old/]
organization: {name: ETO}
salary: {min: 3000, currency: EUR, per: month}
deadline: 2027-01-31
featured: true
renewed: 2026-01-01
---

TODO(import): something

The whole text, which goes on and on, and tells everything that there is to tell of lamps.
"""


def _former(*notices: str):
    document, _ = read_document(FILE.encode(), "a.md")
    assert document is not None
    return shelved("keeper", {"en": "a.md"}, {"en": document}, frozenset(notices))


POOR = Draft(
    "feed.xml, Keeper",
    (DraftEdition("en", "Keeper", "The whole text, which …", aliases=("/new/",)),),
    {"deadline": "open", "posted": "2026-11-01"},
    ("the entry does not name the organization; fill in “organization”", "something else"),
)


def test_a_poorer_source_takes_nothing_away():
    """What it does not say is kept, and that is told; what it asked about is settled."""
    found = completed(POOR, _former("wp.xml, Keeper"))
    assert found.facts == {
        "posted": "2026-11-01",
        "organization": {"name": "ETO"},
        "salary": {"min": "3000", "currency": "EUR", "per": "month"},
        "deadline": "2027-01-31",
        "featured": True,
    }
    (edition,) = found.editions
    assert edition.body == "The whole text, which goes on and on, and tells everything that there is to tell of lamps."
    assert (edition.summary, edition.aliases) == ("Counts lamps.", ("/new/", "/old/"))
    assert found.asks == ("something else",)
    assert found.notes == (
        "kept, since “feed.xml, Keeper” does not say it: organization, salary, featured, deadline, text",
    )


def test_the_same_source_takes_back_what_it_leaves_out():
    """As does one for a posting that a person wrote: nothing of it is replaced anyway."""
    assert completed(POOR, _former("feed.xml, Keeper of lamps")) is POOR
    assert completed(POOR, _former()) is POOR
