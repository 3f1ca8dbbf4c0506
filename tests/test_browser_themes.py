"""The packaged looks on the pages of two boards: whoever chooses one has as little to mend as with the first."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route
from support import node_module
from support_browser import axe_violations, guises, too_wide, watched

from jobglot.contrast import problems_of
from jobglot.scaffold import CLASSIC, themes

pytestmark = pytest.mark.browser

OTHERS = [name for name in themes() if name != CLASSIC]
PATHS = {
    "demo": (
        "",
        "en/",
        "en/jobs/project-officer-port-integrity/",
        "fr/archives/",
        "en/search/?q=data",
        "en/categories/",
    ),
    "rough": ("ar/", "ar/وظائف/أمين-مكتبة-الخرائط/", "fr/offres/tables/", "ar/فئات/"),
}


@pytest.mark.parametrize("theme", OTHERS)
def test_every_theme_can_be_read_by_everybody(browser: Browser, demo_url: str, rough_url: str, theme: str) -> None:
    """On a phone and on a desk, in light and in dark, from left to right and from right to left; and nothing is cut."""
    axe = Path(node_module("axe-core/axe.min.js")).read_text(encoding="utf-8")
    sheet = themes()[theme].read_bytes()
    assert list(problems_of({"theme.css": sheet})) == []
    seen: list[str] = []
    found: list[str] = []

    def dressed(route: Route) -> None:
        seen.append(route.request.url)
        route.fulfill(body=sheet, content_type="text/css")

    with watched(browser) as watch:
        watch.page.route("**/theme.*.css", dressed)
        for url in (*(demo_url + path for path in PATHS["demo"]), *(rough_url + path for path in PATHS["rough"])):
            watch.page.goto(url)
            watch.page.evaluate(axe)
            for guise in guises(watch.page):
                lines = [*axe_violations(watch.page), *too_wide(watch.page)]
                found += [f"{url} {guise}: {line}" for line in lines]
    assert seen
    assert found == []
