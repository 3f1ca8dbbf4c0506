"""Both browser CMSs, as an editor uses them: what they write, the board takes."""

from __future__ import annotations

from pathlib import Path

import pytest
from cms_browsers import TALL, Sveltia, build, contents, module, with_cms
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
        written = cms.save()
    english = written["content/postings/night-watch-no-sleep.en.md"]
    french = written["content/postings/night-watch-no-sleep.fr.md"]
    assert "deadline" in english
    assert "deadline" not in french
    write_files(site, {path: text for path, text in written.items() if path.startswith("content/")})
    build(site, tmp_path / "output")
    assert (tmp_path / "output/fr/jobs/night-watch-no-sleep/index.html").is_file()
    loaded, _ = load(site)
    assert loaded is not None
    assert [p for p in loaded.problems if "night-watch" in p.origin.path] == []
