"""The words of the forms in the browser, in every language of the interface."""

from __future__ import annotations

import pytest
from forms import FORMS, said_by_forms, template

from jobglot.cms_words import Say
from jobglot.i18n import Catalog, Entry
from jobglot.po_files import message_keys, read_catalog

LANGUAGES = sorted(path.stem for path in FORMS.parent.glob("*.po") if "-" not in path.stem and path.stem != "en")


def test_the_template_holds_what_only_forms_say() -> None:
    """When this fails, `make catalogs` brings the catalogs up to date; then translate what is new."""
    assert (FORMS / "messages.pot").read_text(encoding="utf-8") == template()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_of_the_interface_has_words_for_forms(language: str) -> None:
    """Complete, sound, and with the placeholders."""
    text = (FORMS / f"{language}.po").read_text(encoding="utf-8")
    catalog, problems = read_catalog(text, f"{language}.po", language)
    assert [str(problem) for problem in problems] == []
    assert {message for _, message in message_keys(text)} == said_by_forms()
    assert len(catalog.entries) == len(said_by_forms())
    assert "%(example)s" in catalog.gettext("Write for example %(example)s")


def test_every_catalog_of_forms_is_sound_and_says_what_forms_say() -> None:
    """Those too that say only what is other in a country, or in English than the schema has it."""
    said = frozenset(("", message) for message in said_by_forms())
    found = [
        str(problem)
        for path in sorted(FORMS.glob("*.po"))
        for problem in read_catalog(path.read_text(encoding="utf-8"), path.name, path.stem, said)[1]
    ]
    assert found == []


def test_labels_and_choices_are_said_by_the_catalog() -> None:
    """A key without a label of its own is one, with a capital and without underscores."""
    say = Say("nl", Catalog({("", "Pay"): Entry(("Loon",)), ("", "Yes"): Entry(("Ja",))}))
    assert (say.label("salary"), say.choice("true")) == ("Loon", "Ja")
    assert (say.label("hours_per_week"), say.choice("B2")) == ("Hours per week", "B2")
