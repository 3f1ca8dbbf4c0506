"""The browser CMS's files: what they ask for is what the schema knows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from sites import small_site, write_files

from jobglot import cms, schema
from jobglot.cli import main
from jobglot.load import load

SCRIPT = "window.cms = true;\n"
FONT = "@fontsource-variable/material-symbols-outlined/files/material-symbols-outlined-latin-wght-normal.woff2"


def site_with_cms(folder: Path, settings: str = "{backend: github, repo: you/jobs}") -> Path:
    """A small site whose config names the repository, with the CMS made."""
    site = small_site(folder / "site", cms=settings)
    write_files(folder, {"cms.js": SCRIPT})
    assert main(["cms", "--site", str(site), "--script", str(folder / "cms.js")]) == 0
    return site


def written(site: Path) -> dict[str, Any]:
    """The config of the CMS, as YAML 1.1 has it."""
    found = yaml.safe_load((site / "static/admin/config.yml").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def collection(site: Path, name: str) -> dict[str, Any]:
    """One collection of it."""
    return next(each for each in written(site)["collections"] if each["name"] == name)


def fields(site: Path, name: str) -> dict[str, dict[str, Any]]:
    """The fields of a collection by name."""
    return {field["name"]: field for field in collection(site, name)["fields"]}


def codes(site: Path) -> list[str]:
    """The codes of the problems that have to do with the CMS."""
    loaded, _ = load(site)
    assert loaded is not None
    return [problem.code for problem in loaded.problems if problem.code.startswith("cms-")]


@pytest.mark.parametrize("name", sorted(schema.COLLECTIONS))
def test_every_key_of_a_collection_has_a_field(tmp_path: Path, name: str) -> None:
    """But one whose vocabulary is empty: there is nothing to choose."""
    texts, facts = schema.COLLECTIONS[name]
    assert set(fields(site_with_cms(tmp_path), name)) == {f.key for f in texts + facts} - {"industry"} | {"body"}


def test_facts_stand_once_and_texts_in_each_language(tmp_path: Path) -> None:
    """A field without `i18n` goes into the default language's file only."""
    found = fields(site_with_cms(tmp_path), "postings")
    assert {name for name, field in found.items() if field.get("i18n")} == {
        "title",
        "summary",
        "slug",
        "aliases",
        "body",
    }


def test_choices_are_chosen(tmp_path: Path) -> None:
    """Organizations from their collection, terms and words by their names; ids are what is written."""
    found = fields(site_with_cms(tmp_path), "postings")
    assert found["organization"]["widget"] == "relation"
    assert found["organization"]["collection"] == "organizations"
    assert found["categories"]["options"] == [
        {"label": "Computing", "value": "it"},
        {"label": "Law", "value": "law"},
    ]
    assert {"label": "Full time", "value": "full_time"} in found["employment_type"]["options"]
    assert found["department"]["fields"][1]["name"] == "fr"


def test_what_may_be_left_out_is_not_asked_for(tmp_path: Path) -> None:
    """Also inside a map that may be left out whole; today's date is nobody's default."""
    found = fields(site_with_cms(tmp_path), "postings")
    assert {name for name, field in found.items() if field["required"]} == {
        "title",
        "organization",
        "posted",
        "deadline",
    }
    assert not any(part["required"] for part in found["contract"]["fields"])
    assert {found[name]["default"] for name in ("posted", "filled", "withdrawn")} == {""}


def test_vocabularies_can_be_mended(tmp_path: Path) -> None:
    """Each entry there is has its name by language."""
    files = {file["name"]: file for file in collection(site_with_cms(tmp_path), "vocabularies")["files"]}
    assert list(files) == ["categories", "places"]
    entry = files["places"]["fields"][0]
    assert (entry["name"], entry["label"]) == ("brussels", "Brussels")
    assert [part["name"] for part in entry["fields"]] == ["name", "slug", "aliases", "summary", "country", "region"]


def test_an_entry_is_put_below_one_that_there_is(tmp_path: Path) -> None:
    """By its name: whoever types the name of a parent, and not its id, makes an error."""
    site = site_with_cms(tmp_path)
    places = "be: {name: Belgium}\nbrussels: {name: Brussels, parent: be, country: BE}\n"
    write_files(site, {"content/places.yaml": places})
    assert main(["cms", "--site", str(site), "--script", str(tmp_path / "cms.js")]) == 0
    files = {file["name"]: file for file in collection(site, "vocabularies")["files"]}
    parents = [{part["name"]: part for part in entry["fields"]}["parent"] for entry in files["places"]["fields"]]
    assert [parent["widget"] for parent in parents] == ["select", "select"]
    assert parents[1]["options"] == [{"label": "Belgium", "value": "be"}]


def test_codes_are_asked_for_before_the_form_is_saved(tmp_path: Path) -> None:
    """A country's, a currency's and a language's: who writes “Belgium” would learn of it from a build that failed."""
    site = site_with_cms(tmp_path)
    salary = {part["name"]: part for part in fields(site, "postings")["salary"]["fields"]}
    told = [fields(site, "organizations")["country"]["pattern"][1], salary["currency"]["pattern"][1]]
    assert told == ["Write for example BE", "Write for example EUR"]


def test_the_folders_of_the_postings_are_kept(tmp_path: Path) -> None:
    """A new posting goes as deep as those that are there."""
    site = small_site(tmp_path / "site", cms="{backend: gitlab, repo: you/jobs, branch: pages, app_id: abc}")
    (site / "content/postings/2026").mkdir()
    for path in (site / "content/postings").glob("*.*"):
        path.rename(site / "content/postings/2026" / path.name)
    write_files(tmp_path, {"cms.js": SCRIPT})
    main(["cms", "--site", str(site), "--script", str(tmp_path / "cms.js")])
    assert collection(site, "postings")["path"] == "{{year}}/{{slug}}"
    assert written(site)["backend"] == {
        "name": "gitlab",
        "repo": "you/jobs",
        "branch": "pages",
        "app_id": "abc",
        "auth_type": "pkce",
    }


def test_editors_are_spoken_to_in_the_default_language(tmp_path: Path) -> None:
    """All labels and all help, in French where that is the board's first language."""
    site = small_site(tmp_path / "site", cms="{backend: github, repo: you/jobs}")
    text = (site / "config.yaml").read_text(encoding="utf-8")
    (site / "config.yaml").write_text(text.replace("[en, fr]", "[fr, en]"), encoding="utf-8")
    write_files(tmp_path, {"cms.js": SCRIPT})
    main(["cms", "--site", str(site), "--script", str(tmp_path / "cms.js")])
    found = fields(site, "postings")
    assert found["deadline"]["label"] == "Date limite"
    assert found["posted"]["hint"].startswith("Le jour de la publication")


def test_a_site_says_in_its_forms_what_it_wants(tmp_path: Path) -> None:
    """Its own catalog lies over the packaged one; what is wrong with it is told."""
    site = site_with_cms(tmp_path)
    words = 'msgid ""\nmsgstr ""\n\nmsgid "Opens"\nmsgstr "From"\n\nmsgid "Pay"\nmsgstr "<b>Pay</b>"\n'
    write_files(site, {"templates/locales/forms/en.po": words})
    loaded, _ = load(site)
    assert loaded is not None
    assert {"cms-outdated", "message-markup"} <= {problem.code for problem in loaded.problems}
    main(["cms", "--site", str(site), "--script", str(tmp_path / "cms.js")])
    assert fields(site, "postings")["opens"]["label"] == "From"
    assert codes(site) == []


def test_the_admin_is_published_as_it_is(tmp_path: Path) -> None:
    """Its parts find each other by name; it may talk to the git host, and no other page may."""
    site = site_with_cms(tmp_path)
    assert main(["build", "--site", str(site), "--now", "2026-02-20"]) == 0
    admin = site / "output/admin"
    assert (admin / "sveltia-cms.js").read_text() == SCRIPT
    assert 'src="sveltia-cms.js"' in (admin / "index.html").read_text()
    assert (admin / "config.yml").read_bytes() == (site / "static/admin/config.yml").read_bytes()
    rules = (site / "output/_headers").read_text().split("\n\n")
    policies = {rule.splitlines()[0]: rule for rule in rules if "Content-Security-Policy" in rule}
    assert {path for path, rule in policies.items() if "api.github.com" in rule} == {"/admin/*"}
    assert {"/", "/en/*", "/fr/*", "/404.html"} <= policies.keys()
    assert "/*" not in policies
    assert "admin" not in (site / "output/sitemap-1.xml").read_text()


def test_a_cms_that_the_board_has_outgrown_is_told(tmp_path: Path) -> None:
    """And one command mends it."""
    site = site_with_cms(tmp_path)
    assert codes(site) == []
    with (site / "content/categories.yaml").open("a") as file:
        file.write("arts: {name: Arts}\n")
    assert codes(site) == ["cms-outdated"]
    assert main(["cms", "--site", str(site)]) == 0
    assert codes(site) == []
    config = site / "config.yaml"
    config.write_text(config.read_text().partition("cms:")[0])
    assert codes(site) == ["cms-unset"]


def test_a_config_made_by_hand_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither judged nor overwritten."""
    site = site_with_cms(tmp_path)
    write_files(site, {"static/admin/config.yml": "backend: {name: github}\n"})
    assert codes(site) == []
    assert main(["cms", "--site", str(site)]) == 2
    assert "made by somebody else" in capsys.readouterr().err


def test_what_is_lacking_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The repository, the script: each with what to write or run."""
    site = small_site(tmp_path / "site")
    assert main(["cms", "--site", str(site)]) == 2
    assert "cms: {backend: github, repo: you/jobs}" in capsys.readouterr().err
    with (site / "config.yaml").open("a") as file:
        file.write("cms: {backend: github, repo: you/jobs}\n")
    assert main(["cms", "--site", str(site)]) == 2
    assert "npm install --no-save @sveltia/cms" in capsys.readouterr().err
    assert main(["cms", "--site", str(site), "--script", str(tmp_path / "no.js")]) == 2
    assert not (site / "static/admin").exists()


def test_the_script_is_found_among_the_node_modules(tmp_path: Path) -> None:
    """With the font of its signs, which it would else fetch from elsewhere."""
    site = small_site(tmp_path / "site", cms="{backend: github, repo: you/jobs}")
    write_files(site / "node_modules", {"@sveltia/cms/dist/sveltia-cms.js": SCRIPT, FONT: "font"})
    assert main(["cms", "--site", str(site)]) == 0
    assert (site / "static/admin/sveltia-cms.js").read_text() == SCRIPT
    assert (site / f"static/admin/{cms.ICONS}").read_text() == "font"


@pytest.mark.parametrize("font", ["node_modules/@sveltia/cms/dist/icons.woff2", f"node_modules/{FONT}"])
def test_a_script_from_elsewhere_brings_the_font_of_its_signs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], font: str
) -> None:
    """From beside it, or from the packages that it is among; where it is nowhere, it is asked for."""
    site = small_site(tmp_path / "site", cms="{backend: github, repo: you/jobs}")
    write_files(tmp_path, {"node_modules/@sveltia/cms/dist/sveltia-cms.js": SCRIPT})
    command = ["cms", "--site", str(site), "--script", str(tmp_path / "node_modules/@sveltia/cms/dist/sveltia-cms.js")]
    icons = site / f"static/admin/{cms.ICONS}"
    assert main(command) == 0
    assert not icons.exists()
    assert "npm install --no-save @fontsource-variable/material-symbols-outlined" in capsys.readouterr().out
    write_files(tmp_path, {font: "font"})
    assert main(command) == 0
    assert icons.read_text() == "font"
    (tmp_path / font).unlink()
    assert main(command) == 0
    assert "npm install" not in capsys.readouterr().out


def test_decap_has_its_signs_within(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is asked for."""
    site = small_site(tmp_path / "site", cms="{backend: github, repo: you/jobs}")
    write_files(tmp_path, {"cms.js": SCRIPT})
    assert main(["cms", "--site", str(site), "--decap", "--script", str(tmp_path / "cms.js")]) == 0
    assert "npm install" not in capsys.readouterr().out
