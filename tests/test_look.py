"""What a site looks like: its own files before the packaged ones, which stay behind them."""

from __future__ import annotations

from pathlib import Path

from builders import config
from sites import ROOT, write_files

from jobglot.i18n import Catalog, Entry
from jobglot.look import forms_catalog, load_look
from jobglot.site_files import Seen


def test_a_bare_site_has_the_packaged_look(tmp_path: Path) -> None:
    """All but the logos, which are of the demo's organizations."""
    look, problems = load_look(tmp_path, config(languages=("en", "fr")))
    assert problems == []
    assert not look.is_own
    assert look.templates["base.html"] == (ROOT / "templates/base.html").read_text(encoding="utf-8")
    assert look.static["site.css"] == (ROOT / "static/site.css").read_bytes()
    assert not any(name.startswith("logos/") for name in look.static)
    assert look.catalogs["fr"].gettext("Jobs") == "Offres"


def test_what_a_site_has_of_its_own_comes_first(tmp_path: Path) -> None:
    """A template, under whose second name the packaged one is there; a static file; one message."""
    mine = '{% extends "packaged/text.html" %}'
    catalog = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Jobs"\nmsgstr "Postes"\n'
    files = {"templates/text.html": mine, "templates/locales/fr.po": catalog, "static/logos/mine.svg": "<svg/>"}
    write_files(tmp_path, files)
    look, problems = load_look(tmp_path, config(languages=("en", "fr")))
    assert problems == []
    assert look.is_own
    assert look.templates["text.html"] == mine
    assert look.templates["packaged/text.html"] == (ROOT / "templates/text.html").read_text(encoding="utf-8")
    assert look.static["logos/mine.svg"] == b"<svg/>"
    assert (look.catalogs["fr"].gettext("Jobs"), look.catalogs["fr"].gettext("News")) == ("Postes", "Actualités")


def test_mistakes_of_templates_styles_and_catalogs_are_told_together(tmp_path: Path) -> None:
    """Each with its file."""
    files = {
        "templates/text.html": '{% extends "packaged/text.html" %}{% block mian %}{% endblock %}',
        "static/mine.css": "a { background: url(gone.png) }",
        "templates/locales/fr.po": 'msgid "Jobs"\n',
    }
    write_files(tmp_path, files)
    _, problems = load_look(tmp_path, config(languages=("en", "fr")))
    assert {problem.origin.path for problem in problems} == files.keys()


def test_every_file_is_noted(tmp_path: Path) -> None:
    """Those of the package begin with a slash."""
    write_files(tmp_path, {"static/mine.css": "a {}"})
    seen: Seen = {}
    load_look(tmp_path, config(), seen)
    assert seen["static/mine.css"]
    assert seen["/static/site.css"]
    assert seen["/templates/base.html"]


def test_forms_say_what_the_site_wants_then_what_readers_see(tmp_path: Path) -> None:
    """Its own words are over those of the interface, which are over the packaged ones."""
    own = 'msgid "Opens"\nmsgstr "Vanaf"\n\nmsgid "Pay"\nmsgstr "Wedde"\n'
    write_files(tmp_path, {"templates/locales/forms/nl.po": own})
    catalog, problems = forms_catalog(tmp_path, "nl-BE", Catalog({("", "Pay"): Entry(("Loon",))}))
    assert problems == []
    assert [catalog.gettext(word) for word in ("Opens", "Pay", "A day")] == ["Vanaf", "Wedde", "Per dag"]


def test_catalogs_of_forms_that_do_nothing_are_told(tmp_path: Path) -> None:
    """Of another language than the editors', or with messages that nothing says; and what is lacking."""
    own = {"sv": 'msgid "Opens"\nmsgstr "Från"\n\nmsgid "Opnes"\nmsgstr "Från"\n', "de": "whatever"}
    write_files(tmp_path, {f"templates/locales/forms/{tag}.po": text for tag, text in own.items()})
    catalog, problems = forms_catalog(tmp_path, "sv", Catalog())
    assert catalog.gettext("Opens") == "Från"
    assert [(problem.origin.path.rpartition("/")[2], problem.code) for problem in problems] == [
        ("de.po", "catalog-unused"),
        ("sv.po", "message-unknown"),
        ("sv.po", "message-missing"),
    ]
    assert "“jobglot new catalog forms/sv” adds" in problems[-1].remedy


def test_a_board_without_a_cms_reads_no_catalog_of_forms(tmp_path: Path) -> None:
    seen: Seen = {}
    load_look(tmp_path, config(), seen)
    assert seen["/templates/locales/en.po"]
    assert {seen[path] for path in seen if "/forms/" in path} == {None}


def test_forms_serve_no_language_in_another_script(tmp_path: Path) -> None:
    """As pages do: readers in Taiwan are not given simplified characters."""
    simplified, _ = forms_catalog(tmp_path, "zh-CN", Catalog())
    catalog, problems = forms_catalog(tmp_path, "zh-TW", Catalog())
    assert simplified.gettext("A day") != catalog.gettext("A day") == "A day"
    assert [problem.code for problem in problems] == ["message-missing"]
