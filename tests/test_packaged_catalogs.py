"""The packaged catalogs: complete, sound, and in step with templates and code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages import extract, pofile
from presses import ROOT

from jobglot.catalogs import catalogs_for
from jobglot.i18n import overlay
from jobglot.po_files import read_catalog

LOCALES = ROOT / "templates" / "locales"
LANGUAGES = ("en", "fr", "es", "pt", "it", "ca", "nl", "de", "pl", "uk", "zh", "ar")
VARIETIES = ("pt-BR",)
TEXTS = {path.name: path.read_text(encoding="utf-8") for path in sorted(LOCALES.glob("*.po"))}
PLACEHOLDER = re.compile(r"%\(\w+\)s")
OPTIONAL_IN_PLURALS = "%(count)s"

Key = tuple[str, str | tuple[str, ...]]


def extracted() -> set[Key]:
    """What `make catalogs` would collect."""
    keywords = {**extract.DEFAULT_KEYWORDS, "pgettext": ((1, "c"), 2), "counted": (1, 2), "N_": None}
    found: set[Key] = set()
    for folder, pattern, method in (
        ("jobglot", "**/*.py", "python"),
        ("templates", "**/*.html", "jinja2.ext:babel_extract"),
    ):
        for path in sorted((ROOT / folder).glob(pattern)):
            with path.open("rb") as file:
                for _, message, _, context in extract.extract(method, file, keywords, options={"silent": "false"}):
                    found.add((context or "", message))
    return found


def messages(path: Path) -> set[Key]:
    with path.open("rb") as file:
        return {(m.context or "", tuple(m.id) if m.pluralizable else m.id) for m in pofile.read_po(file) if m.id}


def test_the_template_holds_what_the_interface_says() -> None:
    """When this fails, `make catalogs` brings the catalogs up to date; then translate what is new."""
    assert messages(LOCALES / "messages.pot") == extracted()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_catalog_is_complete_and_sound(language: str) -> None:
    """No message missing, none left over, none that cannot be filled in."""
    assert messages(LOCALES / f"{language}.po") == messages(LOCALES / "messages.pot")
    _, problems = catalogs_for((language,), TEXTS, {})
    assert [str(problem) for problem in problems] == []


@pytest.mark.parametrize("variety", VARIETIES)
def test_a_catalog_laid_over_another_says_what_differs(variety: str) -> None:
    """Nothing else, so that a better word below is not kept out; but all plurals where their rule differs."""
    catalog, problems = read_catalog(TEXTS[f"{variety}.po"], f"{variety}.po", variety)
    below, _ = read_catalog(TEXTS[f"{variety.partition('-')[0]}.po"], "below.po", variety)
    assert problems == ()
    assert catalog.entries.keys() <= below.entries.keys()
    assert [key for key, entry in catalog.entries.items() if below.entries[key] == entry] == []
    rules = {entry.plural for entry in overlay(below, catalog).entries.values() if len(entry.forms) > 1}
    assert len(rules) == 1


def test_every_catalog_is_looked_at() -> None:
    assert set(TEXTS) == {f"{language}.po" for language in LANGUAGES + VARIETIES}


def test_english_says_what_the_keys_say() -> None:
    """So the keys can be trusted as English."""
    catalog, _ = read_catalog(TEXTS["en.po"], "en.po", "en")
    assert all(entry.forms[0] == message for (_, message), entry in catalog.entries.items())
    assert len(catalog.entries) == len(messages(LOCALES / "messages.pot"))


@pytest.mark.parametrize("language", LANGUAGES + VARIETIES)
def test_no_placeholder_is_lost(language: str) -> None:
    """Only a plural form that names its number in words may leave the figure out."""
    catalog, _ = read_catalog(TEXTS[f"{language}.po"], f"{language}.po", language)
    for (_, message), entry in catalog.entries.items():
        for form in entry.forms:
            lost = set(PLACEHOLDER.findall(message)) - set(PLACEHOLDER.findall(form))
            assert lost <= ({OPTIONAL_IN_PLURALS} if len(entry.forms) > 1 else set()), (message, form)


@pytest.mark.parametrize("language", LANGUAGES + VARIETIES)
def test_the_name_of_a_way_to_apply_begins_with_what_one_sees(language: str) -> None:
    """WCAG 2.5.3, label in name: who says “Apply” to the screen must hit the link."""
    catalog = catalogs_for((language,), TEXTS, {})[0][language]
    for seen in ("Apply", "Apply by e-mail"):
        assert catalog.gettext(f"{seen}: %(title)s").startswith(catalog.gettext(seen))


def test_french_sets_a_space_before_a_colon() -> None:
    """A no-break one."""
    catalog, _ = read_catalog(TEXTS["fr.po"], "fr.po", "fr")
    assert not [form for entry in catalog.entries.values() for form in entry.forms if re.search(r"[^\u00a0]:", form)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_orders_of_the_find_page_fit_a_phone(language: str) -> None:
    """A box of choices cuts off what is too long: 24 monospaced letters fit a screen of 320 pixels."""
    catalog, _ = read_catalog(TEXTS[f"{language}.po"], f"{language}.po", language)
    orders = ("best match first", "by deadline", "newest first")
    assert [order for order in orders if len(catalog.gettext(order)) > 24] == []
