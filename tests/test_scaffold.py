from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sites import ROOT, everything, small_site, tree, write_files

from jobglot import cli
from jobglot.pipeline import examine
from jobglot.po_files import message_keys
from jobglot.scaffold import (
    FOLDERS,
    THEME,
    new_catalog,
    new_site,
    new_template,
    new_theme,
    new_thing,
    themes,
    without_catalog,
)

NOW = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)


def pages(root: Path) -> dict[str, bytes]:
    plan = examine(root, NOW).plan
    assert plan is not None
    return everything(plan)


@pytest.mark.parametrize("bare", [False, True])
def test_a_new_site_builds_without_a_problem(tmp_path: Path, bare: bool) -> None:
    """With the demo's content or without any."""
    assert new_site(tmp_path / "site", bare=bare) == ""
    examined = examine(tmp_path / "site", NOW)
    assert examined.problems == ()
    assert examined.plan is not None


@pytest.mark.parametrize("tags", ["de,nl", "ar", "fr,en", "fr-CA,en-US,es", "no,sv", "pl,uk,zh", "it,pt-BR,ca"])
def test_a_new_site_in_any_languages_begins_without_a_mistake(tmp_path: Path, tags: str) -> None:
    """There is no catalog for some; that is a warning, and `without_catalog` tells."""
    languages = tuple(tags.split(","))
    assert new_site(tmp_path / "site", bare=False, languages=languages) == ""
    examined = examine(tmp_path / "site", NOW)
    assert [p.code for p in examined.problems] == ["message-missing"] * len(without_catalog(languages))
    assert examined.plan is not None
    assert examined.plan.site.config.languages == languages
    assert {path for path in examined.plan.routes if path.endswith("/index.html")} >= {
        f"{tag}/index.html" for tag in languages
    }


def test_a_new_site_begins_with_names_in_its_languages(tmp_path: Path) -> None:
    new_site(tmp_path / "site", bare=True, languages=("de-AT", "nl", "sv"))
    found = examine(tmp_path / "site", NOW).plan
    assert found is not None
    name = found.site.content.places["brussels"].name
    assert name.texts == (("de-AT", "Brüssel"), ("nl", "Brussel"), ("sv", "Brussels"))


def test_there_is_no_packaged_catalog_for_these() -> None:
    assert without_catalog(["en", "sv", "de-AT", "zh-CN", "zh-Hant", "zh-TW"]) == ["sv", "zh-Hant", "zh-TW"]


@pytest.mark.parametrize(
    ("tags", "wrong"), [("de,xx", "“xx” is not the tag"), ("de,de", "“de” is said twice"), ("", "“” is not the tag")]
)
def test_languages_that_cannot_be_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], tags: str, wrong: str
) -> None:
    assert cli.main(["init", str(tmp_path / "site"), "--languages", tags]) == 2
    assert wrong in capsys.readouterr().err
    assert not (tmp_path / "site").exists()


def test_what_comes_next_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = tmp_path / "site"
    assert cli.main(["init", str(site), "--languages", "de,sv"]) == 0
    assert f"cd {site} && jobglot new catalog sv && jobglot" in capsys.readouterr().out


def test_a_new_site_has_what_a_site_owns(tmp_path: Path) -> None:
    """Templates stay in the package until the site wants its own, so that it gets their fixes."""
    new_site(tmp_path / "site", bare=False)
    found = tree(tmp_path / "site")
    assert found["config.yaml"] == (ROOT / "config.yaml").read_bytes()
    assert "static/theme.css" in found
    assert any(path.startswith("static/logos/") for path in found)
    assert not any(path.startswith("templates/") for path in found)
    assert found[".gitignore"].decode().split() == ["/output/", "/.cache/", "/node_modules/"]
    assert {path for path in found if path.startswith("content/")} == {
        f"content/{path}" for path in tree(ROOT / "content")
    }


@pytest.mark.parametrize("theme", themes())
def test_a_new_site_has_the_theme_that_was_asked_for(tmp_path: Path, theme: str) -> None:
    """Whether it has the demo's content or not; and each can be read."""
    for name, more in (("site", []), ("bare", ["--bare"])):
        assert cli.main(["init", str(tmp_path / name), "--theme", theme, *more]) == 0
        root = tmp_path / name
        held = (root / THEME).read_bytes() if (root / THEME).exists() else (ROOT / THEME).read_bytes()
        assert held == themes()[theme].read_bytes()
        assert examine(root, NOW).problems == ()


def test_a_theme_takes_the_place_of_one_that_nobody_changed(tmp_path: Path) -> None:
    new_site(tmp_path / "site", bare=True)
    root = tmp_path / "site"
    for theme in (*themes(), *reversed(themes())):
        made = new_theme(root, theme)
        assert made in ((THEME,), f"{THEME} is “{theme}” already")
        assert (root / THEME).read_bytes() == themes()[theme].read_bytes()
    (root / THEME).write_text("p { color: red }")
    refused = new_theme(root, "plain")
    assert refused == f"{THEME} is there already; move it away first, since somebody has changed it"
    assert (root / THEME).read_text() == "p { color: red }"


def test_a_theme_that_does_not_exist_is_told_with_those_that_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small_site(tmp_path)
    assert cli.main(["new", "theme", "pres", "--site", str(root)]) == 2
    assert "there is no packaged theme “pres”; did you mean press?" in capsys.readouterr().err
    assert cli.main(["new", "theme", "zebra", "--site", str(root)]) == 2
    assert "there are classic, plain, press, studio" in capsys.readouterr().err
    assert cli.main(["init", str(tmp_path / "other"), "--theme", "zebra"]) == 2
    assert "there are classic, plain, press, studio" in capsys.readouterr().err
    assert not (tmp_path / "other").exists()
    assert cli.main(["new", "theme", "press", "--site", str(root)]) == 0
    assert capsys.readouterr().out.splitlines()[0] == THEME


def test_a_new_site_goes_into_a_new_or_empty_folder(tmp_path: Path) -> None:
    """Nothing that is there already is touched."""
    (tmp_path / "empty").mkdir()
    assert new_site(tmp_path / "empty", bare=True) == ""
    write_files(tmp_path / "full", {"thesis.txt": "years of work"})
    assert "not empty" in new_site(tmp_path / "full", bare=True)
    assert tree(tmp_path / "full") == {"thesis.txt": b"years of work"}
    (tmp_path / "file").write_text("x")
    assert "is there already" in new_site(tmp_path / "file", bare=True)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """In words: it is no mistake of ours."""
    (tmp_path / "file").write_text("x")
    assert "cannot be written: Not a directory" in new_site(tmp_path / "file" / "site", bare=True)


@pytest.mark.parametrize("kind", sorted(FOLDERS))
def test_a_new_thing_has_a_file_in_every_language(tmp_path: Path, kind: str) -> None:
    """The facts stand in the default language's file only."""
    root = small_site(tmp_path)
    made = new_thing(root, kind, "my-thing", NOW)
    assert made == tuple(f"content/{FOLDERS[kind]}/my-thing.{tag}.md" for tag in ("en", "fr"))
    english, french = ((root / path).read_text(encoding="utf-8") for path in made)
    assert set(french.splitlines()) < set(english.splitlines())


def test_a_new_posting_says_what_to_fill_in(tmp_path: Path) -> None:
    """Today is the board's today; organizations to choose from are named; it is a draft."""
    root = small_site(tmp_path)
    new_thing(root, "posting", "waiter", NOW)
    text = (root / "content/postings/waiter.en.md").read_text(encoding="utf-8")
    assert "posted: 2026-03-03\n" in text
    assert "# 2026-04-17, “2026-04-17 16:05”, or open" in text
    assert "one of: acme" in text
    assert "draft: true" in text


def test_a_new_posting_that_is_filled_in_has_no_problem(tmp_path: Path) -> None:
    """What remains to be said is what `check` asks for."""
    root = small_site(tmp_path)
    new_thing(root, "posting", "waiter", NOW)
    assert {p.origin.path for p in examine(root, NOW).problems} == {"content/postings/waiter.en.md"}
    path = root / "content/postings/waiter.en.md"
    text = path.read_text(encoding="utf-8")
    for blank, filled in (
        ("title:", "title: Librarian"),
        ("organization:", "organization: acme"),
        ("locations: []", "locations: [brussels]"),
        ("categories: []", "categories: [it]"),
        ("deadline:", "deadline: 2026-05-01"),
        ("- email:", "- email: jobs@acme.example"),
    ):
        assert blank in text
        text = text.replace(blank, filled)
    path.write_text(text + "Serve.\n", encoding="utf-8")
    assert examine(root, NOW).problems == ()


def test_what_is_there_is_not_written_over(tmp_path: Path) -> None:
    """Also when it lies in another folder of the collection."""
    root = small_site(tmp_path)
    write_files(root, {"content/postings/2026/03/clerk.fr.md": "---\ntitle: x\n---\n"})
    before = tree(root)
    assert "is there already: content/postings/2026/03/clerk.fr.md" in str(new_thing(root, "posting", "clerk", NOW))
    assert tree(root) == before


@pytest.mark.parametrize("id_", ["Data Engineer", "../x", "index", "a.b", "", "en"])
def test_a_wrong_id_is_refused_with_a_better_one(tmp_path: Path, id_: str) -> None:
    """And nothing is made."""
    root = small_site(tmp_path)
    before = tree(root)
    assert isinstance(new_thing(root, "posting", id_, NOW), str)
    assert tree(root) == before


def test_a_copy_of_a_template_changes_nothing_yet(tmp_path: Path) -> None:
    """And is not written over."""
    root = small_site(tmp_path)
    before = pages(root)
    assert new_template(root, "posting") == ("templates/posting.html",)
    assert new_template(root, "base.html") == ("templates/base.html",)
    assert pages(root) == before
    assert examine(root, NOW).problems == ()
    assert new_template(root, "base") == "templates/base.html is there already"
    assert "did you mean posting.html?" in str(new_template(root, "../postings"))


def test_a_copy_of_a_template_says_when_it_has_been_left_behind(tmp_path: Path) -> None:
    """After an upgrade of the package."""
    root = small_site(tmp_path)
    new_template(root, "posting")
    copy = root / "templates/posting.html"
    text = copy.read_text("utf-8")
    copy.write_text(re.sub(r"\([0-9a-f]+\)", "(00000000)", text, count=1), encoding="utf-8")
    assert [problem.code for problem in examine(root, NOW).problems] == ["template-behind"]


def test_a_catalog_to_fill_in_or_to_change(tmp_path: Path) -> None:
    """In the case of the standard, and not written over."""
    root = small_site(tmp_path)
    assert new_catalog(root, "pt_br") == ("templates/locales/pt-BR.po",)
    assert new_catalog(root, "fr") == ("templates/locales/fr.po",)
    brazilian = (root / "templates/locales/pt-BR.po").read_text("utf-8")
    assert '#~ msgstr "Vagas salvas"' in brazilian
    assert '#~ msgstr "Vagas abertas"' in brazilian
    assert "guardadas" not in brazilian
    assert '#~ msgstr "Offres gardées"' in (root / "templates/locales/fr.po").read_text("utf-8")
    assert [problem.code for problem in examine(root, NOW).problems] == ["catalog-unused"]
    assert new_catalog(root, "pt-BR") == "templates/locales/pt-BR.po lacks no message"
    assert "such as sv" in str(new_catalog(root, "../x"))


def test_what_a_catalog_lacks_is_added_to_it(tmp_path: Path) -> None:
    """Of a new version of the package, and of the site's own templates; nothing that stands in it is touched."""
    root = small_site(tmp_path)
    template = "{% extends 'packaged/base.html' %}{% block footer %}{{ _('Made in “Ghent”: \"%(x)s\"') }}{% endblock %}"
    write_files(root, {"templates/base.html": template})
    new_catalog(root, "sv")
    path = root / "templates/locales/sv.po"
    whole = path.read_text("utf-8")
    assert whole.endswith(
        '\n#: templates/base.html:1\n#, python-format\nmsgid "Made in “Ghent”: \\"%(x)s\\""\nmsgstr ""\n'
    )
    old = whole.partition('msgid "Jobs"')[0] + 'msgid "Jobs"\nmsgstr "Jobb"'
    path.write_text(old, encoding="utf-8")
    assert new_catalog(root, "sv") == ("templates/locales/sv.po",)
    assert path.read_text("utf-8").startswith(old + "\n\n")
    assert message_keys(path.read_text("utf-8")) == message_keys(whole)
    assert new_catalog(root, "sv") == "templates/locales/sv.po lacks no message"
    assert new_catalog(root, "fr") == ("templates/locales/fr.po",)
    french = (root / "templates/locales/fr.po").read_text("utf-8")
    assert message_keys(french) == {("", 'Made in “Ghent”: "%(x)s"')}
    path.write_text('msgid "Jobs', encoding="utf-8")
    assert "templates/locales/sv.po:1:1: error" in str(new_catalog(root, "sv"))
    assert path.read_text("utf-8") == 'msgid "Jobs'


def test_the_forms_of_the_cms_have_catalogs_of_their_own(tmp_path: Path) -> None:
    """With what only they say; without the words of the site's own templates, which no form shows."""
    root = small_site(tmp_path)
    template = "{% extends 'packaged/base.html' %}{% block footer %}{{ _('Mine') }}{% endblock %}"
    write_files(root, {"templates/base.html": template})
    assert new_catalog(root, "forms/SV") == ("templates/locales/forms/sv.po",)
    path = root / "templates/locales/forms/sv.po"
    whole = path.read_text("utf-8")
    template = (ROOT / "templates/locales/forms/messages.pot").read_text("utf-8")
    assert message_keys(whole) == message_keys(template)
    assert new_catalog(root, "forms/sv") == "templates/locales/forms/sv.po lacks no message"
    path.write_text(whole.partition('msgid "Yes"')[0], encoding="utf-8")
    assert new_catalog(root, "forms/sv") == ("templates/locales/forms/sv.po",)
    assert message_keys(path.read_text("utf-8")) == message_keys(template)
    assert new_catalog(root, "forms/nl") == ("templates/locales/forms/nl.po",)
    assert '#~ msgstr "Per dag"' in (root / "templates/locales/forms/nl.po").read_text("utf-8")
    assert new_catalog(root, "forms/nl") == "templates/locales/forms/nl.po lacks no message"
    assert "“../x” is not the tag" in str(new_catalog(root, "forms/../x"))
    assert not (root / "templates/locales/sv.po").exists()


def test_without_a_site_nothing_is_made(tmp_path: Path) -> None:
    """The remedy says how to make one."""
    assert "jobglot init" in str(new_thing(tmp_path, "posting", "waiter", NOW))
