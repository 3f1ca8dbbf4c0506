"""Catalogs to be filled in or changed: sound as they are made, and silent until somebody translates."""

from __future__ import annotations

import re

import pytest

from jobglot.blank_catalogs import blank_catalog, changed_words, still_to_say
from jobglot.i18n import Catalog
from jobglot.po_files import message_keys, read_catalog
from jobglot.problem import Origin

PATH = "templates/locales/fr.po"
HEAD = 'msgid ""\nmsgstr "Language: fr\\n"\n\n'
TEMPLATE = (
    '#, python-format\nmsgid "%(n)s a"\nmsgid_plural "%(n)s b"\nmsgstr[0] ""\nmsgstr[1] ""\n\nmsgid "Jobs"\nmsgstr ""\n'
)


@pytest.mark.parametrize(("language", "forms"), [("pl", 3), ("ja", 1), ("pt-BR", 2), ("ar", 6), ("tlh", 2)])
def test_a_blank_catalog_has_the_forms_of_its_language(language: str, forms: int) -> None:
    """Filled in, it has no problem; until then it says nothing."""
    blank = blank_catalog(TEMPLATE, language)
    assert blank.count("msgstr[") == forms
    assert read_catalog(blank, PATH, language) == (Catalog(), ())
    catalog, problems = read_catalog(re.sub(r'(msgstr.*) ""(?!\n")', r'\1 "%(n)s x"', blank), PATH, language)
    assert problems == ()
    assert len(catalog.entries[("", "%(n)s a")].forms) == forms


def test_a_catalog_of_changes_changes_nothing_until_a_message_is_taken_out_of_its_comment() -> None:
    """Every message stands there as it is now."""
    packaged = HEAD + ('#, python-format\nmsgid "%(n)s a"\nmsgstr "%(n)s x"\n\nmsgid "Jobs"\nmsgstr "Offres"\n')
    changes = changed_words(packaged, "fr")
    assert read_catalog(changes, PATH, "fr") == (Catalog(), ())
    catalog, problems = read_catalog(changes.replace("#~ ", ""), PATH, "fr")
    assert (catalog.entries.keys(), problems) == (read_catalog(packaged, PATH, "fr")[0].entries.keys(), ())
    jobs = changes.replace('#~ msgid "Jobs"\n#~ msgstr "Offres"', 'msgid "Jobs"\nmsgstr "Emplois"')
    assert read_catalog(jobs, PATH, "fr")[0].gettext("Jobs") == "Emplois"


def test_only_what_a_catalog_lacks_is_added() -> None:
    """Translated or not; of a site's own templates with their place."""
    said = {'Say "hi"\\': Origin("templates/a.html", 7, 1), "Jobs": Origin("templates/b.html", 1, 1)}
    more = still_to_say('msgid "Jobs"\nmsgstr ""\n', TEMPLATE, said, "pl")
    assert message_keys(more) == {("", "%(n)s a"), ("", 'Say "hi"\\')}
    assert "#: templates/a.html:7\n" in more
    assert more.count("msgstr[") == 3
    assert still_to_say(more + 'msgid "Jobs"\nmsgstr ""\n', TEMPLATE, said, "pl") == ""
