"""Both browser CMSs, as an editor uses them: what they write, the board takes."""

from __future__ import annotations

from pathlib import Path

import pytest
from cms_browsers import TALL, Decap, Sveltia, build, contents, decap_proxy, module, through, with_cms
from playwright.sync_api import Browser
from sites import small_site, write_files
from support_server import serve

from jobglot.load import load

pytestmark = pytest.mark.browser


def test_sveltia_makes_a_posting_in_two_languages(tmp_path: Path, browser: Browser) -> None:
    """Under the policy of `_headers`; its facts stand once, in the default language's file."""
    script = module("@sveltia/cms/dist/sveltia-cms.js")
    site = small_site(tmp_path / "site")
    board = with_cms(site, tmp_path / "output", script)
    with serve(board) as url, browser.new_context(viewport=TALL) as context:
        cms = Sveltia(context.new_page(), url, contents(site))
        cms.open("postings/new")
        cms.page.get_by_role("button", name="Enable").click()
        cms.write("title", "Night watch: NO sleep")
        cms.choose("organization", "ACME")
        cms.choose("locations", "Brussels")
        cms.choose("categories", "Computing")
        cms.write("posted", "2026-02-01")
        cms.write("deadline", "2026-03-20 16:05")
        cms.field("apply").get_by_role("button", name="Add").click()
        cms.write("apply.0.email", "jobs@acme.example")
        cms.write("body", "Keep awake.")
        cms.write("title", "Veille de nuit", at=1)
        cms.write("body", "Rester éveillé·e.", at=1)
        cms.save()
        cms.open("postings/entries/cook")
        cms.write("deadline", "2026-04-02")
        written = cms.save()
    write_files(site, {path: text for path, text in written.items() if path.startswith("content/")})
    taken(site, tmp_path / "output", "night-watch-no-sleep")


def test_decap_makes_and_edits_a_posting_in_two_languages(tmp_path: Path, browser: Browser) -> None:
    """The same config serves it; a posting that was there keeps what it says."""
    script = module("decap-cms/dist/decap-cms.js")
    site = small_site(tmp_path / "site")
    board = with_cms(site, tmp_path / "output", script, "--decap")
    with decap_proxy(site) as port:
        through(board, port)
        with serve(board) as url, browser.new_context(viewport=TALL) as context:
            cms = Decap(context.new_page(), url)
            cms.open("postings/new")
            cms.write("title", "Night watch")
            cms.choose("organization", "ACME")
            cms.choose("locations", "Brussels")
            cms.choose("categories", "Computing")
            cms.write("posted", "2026-02-01")
            cms.write("deadline", "2026-03-20 16:05")
            cms.page.get_by_role("button", name="Add how to apply").click()
            cms.write("email", "jobs@acme.example")
            cms.write_body("Keep awake.")
            cms.write("title", "Veille de nuit", at=1)
            cms.write_body("Rester debout.", at=1)
            cms.save()
            cms.open("postings/entries/cook")
            cms.write("deadline", "2026-04-02")
            cms.save()
    taken(site, tmp_path / "output", "night-watch")


def taken(site: Path, output: Path, id_: str) -> None:
    """The board takes the new posting and the changed one; facts stand in one file, and what was there is there."""
    texts = contents(site)
    for posting in (id_, "cook"):
        assert "deadline" in texts[f"content/postings/{posting}.en.md"]
        front = texts[f"content/postings/{posting}.fr.md"].split("---")[1]
        assert not {"deadline", "organization", "posted", "categories"} & {
            line.split(":")[0] for line in front.split("\n")
        }
    loaded, _ = load(site)
    assert loaded is not None
    postings = {posting.id: posting for posting in loaded.content.postings}
    new, changed = postings[id_], postings["cook"]
    assert str(new.deadline.day) == "2026-03-20"
    assert new.deadline.minute == 16 * 60 + 5
    assert [edition.language for edition in new.editions] == ["en", "fr"]
    assert (new.organization, new.categories) == ("acme", ("it",))
    assert str(changed.deadline.day) == "2026-04-02"
    assert changed.apply[0].email == "jobs@acme.example"
    assert "baker.fr.md" in texts["content/postings/cook.en.md"]
    build(site, output)
    assert (output / f"fr/jobs/{id_}/index.html").is_file()
    assert (output / f"en/jobs/{id_}/index.html").is_file()
