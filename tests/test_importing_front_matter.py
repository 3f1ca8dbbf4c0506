"""Markdown files of other site generators."""

from __future__ import annotations

from datetime import date

import notices
import pytest

from jobglot.importing.draft import Draft, Refusal
from jobglot.importing.front_matter import has_front_matter, read_pages

TODAY = date(2026, 11, 21)
YAML = """\
---
title: Keeper
date: 2026-11-01
expiryDate: 2027-01-31
lastmod: 2026-11-05
company: Lighthouse Agency
location: [Gent, Brussels]
categories:
  - Logistics
tags: [a, b]
colour: red
aliases: [/old/keeper/, /older/]
salary: {min: 3000, max: 3600, currency: EUR, per: month}
description: Counts lamps.
draft: true
---
Some *text* with <lamp@example.org>.

- one
<!--more-->
- two
"""
TOML = """\
+++
title = "Gardienne"
date = 2026-11-01T10:00:00+01:00
expiryDate = 2027-01-31
aliases = ["/older/", "/fr/vieux/"]
[params]
company = "Lighthouse Agency"
+++
Du *texte*.
"""


def _read(*files: tuple[str, str]):
    return read_pages(files, notices.known(), TODAY)


def test_files_that_are_called_like_languages_are_one_posting():
    """Where a folder has several of them; one alone may be called after its subject."""
    (draft,) = _read(("jobs/keeper/fr.md", TOML), ("jobs/keeper/en.md", YAML))
    assert isinstance(draft, Draft)
    assert [(edition.language, edition.title) for edition in draft.editions] == [("en", "Keeper"), ("fr", "Gardienne")]
    (draft,) = _read(("jobs/fr.md", YAML))
    assert isinstance(draft, Draft)
    assert [edition.language for edition in draft.editions] == ["en"]


def test_languages_of_one_page_are_one_posting():
    """In YAML and TOML; the facts of the first language, the texts as they are written, each old address once."""
    (draft,) = _read(("jobs/keeper/index.fr.md", TOML), ("jobs/keeper/index.en.md", YAML))
    assert isinstance(draft, Draft)
    assert draft.found == "jobs/keeper/index.en.md"
    assert draft.facts == {
        "organization": "lighthouse-agency",
        "locations": ["ghent", "brussels"],
        "categories": ["logistics"],
        "salary": {"min": "3000", "max": "3600", "currency": "EUR", "per": "month"},
        "posted": "2026-11-01",
        "deadline": "2027-01-31",
        "draft": True,
    }
    english, french = draft.editions
    assert (english.title, english.summary, english.aliases) == ("Keeper", "Counts lamps.", ("/old/keeper/", "/older/"))
    assert english.body == "Some *text* with <lamp@example.org>.\n\n- one\n- two"
    assert (french.language, french.title, french.body) == ("fr", "Gardienne", "Du *texte*.")
    assert french.aliases == ("/fr/vieux/",)
    assert draft.notes == ("left out: colour",)


@pytest.mark.parametrize(
    "names",
    [
        ("jobs/keeper.md", "jobs/keeper.fr.md"),  # the language of the site has no ending
        ("content/en/jobs/keeper.md", "content/fr/jobs/keeper.md"),
    ],
)
def test_where_the_language_stands(names):
    """In the name or a folder."""
    (draft,) = _read((names[0], YAML), (names[1], TOML))
    assert isinstance(draft, Draft)
    assert [edition.language for edition in draft.editions] == ["en", "fr"]


def test_a_shared_key_puts_pages_of_other_names_together():
    """As Hugo does."""
    head = "---\ntitle: {0}\ncompany: X\ntranslationKey: k1\nlang: {1}\n---\n"
    (draft,) = _read(("keeper.md", head.format("Keeper", "en")), ("gardienne.md", head.format("Gardienne", "fr")))
    assert isinstance(draft, Draft)
    assert [edition.title for edition in draft.editions] == ["Keeper", "Gardienne"]


def test_shortcodes_are_asked_about():
    """They mean nothing here."""
    (draft,) = _read(("a.en.md", YAML + '{{< figure src="x.jpg" >}}\n{% include map.html %}\n'))
    assert isinstance(draft, Draft)
    assert "the text has shortcodes, figure, include: write out what they showed" in draft.asks


def test_other_pages_and_broken_heads_are_refused():
    """With the reason; the others are read."""
    results = _read(
        ("about.md", "---\ntitle: About us\n---\nWe are a board.\n"),
        ("broken.md", '+++\ntitle = "Keeper\n+++\nx\n'),
        ("a.en.md", YAML),
    )
    refused = {result.found: result.reason for result in results if isinstance(result, Refusal)}
    assert "it is no job" in refused["about.md"]
    assert "cannot be read" in refused["broken.md"]
    assert sum(isinstance(result, Draft) for result in results) == 1


def test_a_published_page_without_an_end_is_open():
    """And closed here, if it is older than “open” lasts: that is told."""
    head = "---\ntitle: Keeper\ncompany: X\ndate: {0}\n---\n"
    for day, told in (("2026-11-01", "it is open until filled"), ("2026-05-01", "so it is closed here")):
        (draft,) = _read(("a.md", head.format(day)))
        assert isinstance(draft, Draft)
        assert draft.facts["deadline"] == "open"
        assert any(told in note for note in draft.notes)


def test_what_has_front_matter():
    """Markdown that begins with it; a notice pasted between lines of hyphens has none."""
    assert has_front_matter("a.md", YAML)
    assert has_front_matter("a.md", '{\n  "title": "Keeper"\n}\nText\n')
    assert not has_front_matter("a.txt", YAML)
    assert not has_front_matter("a.md", "Keeper\n---\nText\n---\n")
