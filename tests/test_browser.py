"""The finished boards in a real browser: by eye, by ear, by keyboard, on paper, on a phone, and without script."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page
from support import Board, node_module
from support_browser import NARROW, WIDE, axe_violations, broken_words, cut_choices, guises, too_wide, watched

pytestmark = pytest.mark.browser

PLAIN = "en/jobs/backend-developer-python/"
"""A posting of the demo that is open for years, in both languages, with one way to apply, by e-mail."""

ENGLISH = {
    "chooser": "",
    "home": "en/",
    "second page": "en/page/2/",
    "posting": "en/jobs/project-officer-port-integrity/",
    "closed posting": "en/jobs/wco-project-support-officer/",
    "listing": "en/categories/software-development/",
    "organization": "en/organizations/loomworks/",
    "index": "en/categories/",
    "places": "en/places/",
    "closing soon": "en/closing-soon/",
    "new": "en/new/",
    "archive": "en/archive/",
    "all news": "en/news/",
    "news": "en/news/two-languages-one-board/",
    "page": "en/accessibility/",
    "search": "en/search/?q=data",
    "shortlist": "en/saved/",
    "not found": "en/404.html",
}
FRENCH = {
    "home": "fr/",
    "posting": "fr/offres/developpeur-se-back-end-python/",
    "closed posting": "fr/offres/omd-agent-d-appui-au-projet/",
    "listing": "fr/lieux/bruxelles/",
    "organization": "fr/organisations/expertise-france/",
    "index": "fr/types-emploi/",
    "closing soon": "fr/bientot-closes/",
    "new": "fr/nouvelles-offres/",
    "archive": "fr/archives/",
    "all news": "fr/actualites/",
    "page": "fr/a-propos/",
    "search": "fr/recherche/?q=donnees",
    "shortlist": "fr/offres-gardees/",
    "not found": "fr/404.html",
}
ROUGH = {
    "chooser": "",
    "home": "ar/",
    "second page": "ar/page/2/",
    "posting": "ar/وظائف/أمين-مكتبة-الخرائط/",
    "mixed scripts": "ar/وظائف/mixed/",
    "headings": "en/jobs/headings/",
    "markup": "en/jobs/joiner/",
    "wrong markup": "en/jobs/models/",
    "long words": "en/jobs/long-word/",
    "tables": "fr/offres/tables/",
    "closed posting": "ar/وظائف/gone/",
    "listing": "ar/أماكن/الإسكندرية/",
    "organization": "ar/organizations/angles/",
    "index": "ar/فئات/",
    "closing soon": "ar/closing-soon/",
    "archive": "ar/أرشيف/",
    "news": "ar/news/fair/",
    "page": "ar/about/",
    "search": "ar/search/?q=مكتبة",
    "shortlist": "ar/saved/",
    "not found": "ar/404.html",
}


DRAWN = ("search", "shortlist")
"""Pages whose lists a script draws; the shortlist holds the first posting of the home page by then."""


@pytest.fixture(params=("demo in English", "demo in French", "rough board"))
def pages(request: pytest.FixtureRequest) -> dict[str, str]:
    """The addresses of a page of every type, by its type."""
    board, paths = {
        "demo in English": ("demo", ENGLISH),
        "demo in French": ("demo", FRENCH),
        "rough board": ("rough", ROUGH),
    }[request.param]
    url = request.getfixturevalue(f"{board}_url")
    return {name: url + path for name, path in paths.items()}


def test_axe_finds_nothing(browser: Browser, pages: dict[str, str]) -> None:
    """WCAG 2.2 AA and good practice, on a phone and on a desk, in light and in dark."""
    axe = Path(node_module("axe-core/axe.min.js")).read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    with watched(browser) as watch:
        for name, url in pages.items():
            watch.page.goto(url)
            watch.page.evaluate(axe)
            for guise in guises(watch.page):
                for line in axe_violations(watch.page):
                    found.setdefault(f"{name}: {line}", []).append(guise)
    assert found == {}


def test_pages_load_cleanly(browser: Browser, pages: dict[str, str]) -> None:
    """No error on the console, nothing that the policy of `_headers` refuses, no request to anybody else."""
    with watched(browser) as watch:
        for name, url in pages.items():
            # Not the whole address: its port may hold the same figures.
            is_missing = "404" in urlsplit(url).path
            assert watch.open(url) == (404 if is_missing else 200), name
            assert [fault for fault in watch.faults if not is_missing or "404 (Not Found)" not in fault] == [], name
            watch.faults.clear()


def test_nothing_too_wide_on_a_small_screen(browser: Browser, rough: Board, rough_url: str, demo_url: str) -> None:
    """At 320 pixels pages fit, whatever is in them, and cut nothing off; wide tables scroll in boxes of their own."""
    pages = [file for file in rough.pages() if 'http-equiv="refresh"' not in file.read_text(encoding="utf-8")]
    urls = [rough_url + rough.address(file).removeprefix(rough.prefix) for file in pages]
    urls += [demo_url + path for path in (*ENGLISH.values(), *FRENCH.values())]
    found = []
    with watched(browser, viewport=NARROW) as watch:
        for url in urls:
            watch.page.goto(url, wait_until="load")
            found += [f"{url}: {line}" for line in (*too_wide(watch.page), *cut_choices(watch.page))]
            if url.startswith(demo_url):
                found += [f"{url}: {word}" for word in broken_words(watch.page)]
    assert found == []


@pytest.mark.parametrize("size", [{"width": 375, "height": 640}, WIDE], ids=("phone", "desk"))
def test_nothing_too_wide_in_letters_twice_as_large(
    browser: Browser, size: dict[str, int], pages: dict[str, str]
) -> None:
    """WCAG 1.4.4, as a reader sets it in the browser and not by its zoom."""
    found = []
    with watched(browser, viewport=size) as watch:
        for name, url in pages.items():
            watch.page.goto(url, wait_until="networkidle" if name in DRAWN else "load")
            watch.page.evaluate("document.documentElement.style.fontSize = '200%'")
            found += [f"{name}: {line}" for line in too_wide(watch.page)]
    assert found == []


def test_wide_letters_break_no_word_of_a_title(browser: Browser, demo_url: str) -> None:
    """On cards, where a long word is as wide as nearly the whole card, and large on the page where one chooses."""
    found = []
    with watched(browser, viewport=NARROW) as watch:
        watch.page.goto(demo_url + FRENCH["home"], wait_until="load")
        watch.page.evaluate(
            """() => {
              const titles = document.querySelectorAll(".card h3"), long = "Coordonnateur·rice";
              const pen = document.createElement("canvas").getContext("2d");
              pen.font = getComputedStyle(titles[0]).font;
              const spacing = (215 - pen.measureText(long).width) / long.length;
              for (const at of titles) at.style.letterSpacing = `${spacing}px`;
            }"""
        )
        found += broken_words(watch.page)
        watch.page.goto(demo_url, wait_until="load")
        watch.page.evaluate(
            """() => {
              document.documentElement.style.fontSize = "200%";
              for (const at of document.querySelectorAll("*")) at.style.letterSpacing = ".12em";
            }"""
        )
        found += too_wide(watch.page)
    assert found == []


@pytest.mark.parametrize("path", [PLAIN, ENGLISH["posting"], FRENCH["posting"]])
def test_a_phone_shows_until_when_and_how_to_apply_at_once(browser: Browser, demo_url: str, path: str) -> None:
    """Without scrolling; and the text keeps away from the facts above it."""
    with watched(browser, viewport={"width": 360, "height": 640}) as watch:
        watch.open(demo_url + path)
        for wanted in (".deadline .when", ".deadline .button"):
            box = watch.page.locator(wanted).bounding_box()
            assert box is not None
            assert box["y"] + box["height"] <= 640
        facts, text = (watch.page.locator(part).bounding_box() for part in (".keys", ".matter"))
        assert facts is not None
        assert text is not None
        assert text["y"] - facts["y"] - facts["height"] >= 16


def test_a_phone_shows_how_to_apply_before_how_long_the_job_is_shown(browser: Browser, demo_url: str) -> None:
    """In wide letters every line above the button pushes it out of the first screen."""
    with watched(browser, viewport={"width": 360, "height": 640}) as watch:
        watch.open(demo_url + PLAIN)
        button, bound = (watch.page.locator(f".deadline {part}").bounding_box() for part in (".button", ".bound"))
        assert button is not None
        assert bound is not None
        assert button["y"] + button["height"] <= bound["y"]


def test_what_a_button_leads_to_stands_apart_from_it(browser: Browser, rough_url: str) -> None:
    """From right to left as well, where the address itself runs from left to right."""
    with watched(browser, viewport=WIDE) as watch:
        watch.open(rough_url + ROUGH["posting"])
        button = watch.page.locator(".channels .button").first.bounding_box()
        detail = watch.page.locator(".channels .detail").first.bounding_box()
        assert button is not None
        assert detail is not None
        assert button["x"] - detail["x"] - detail["width"] >= 8


def test_switching_the_language_stays_on_the_posting(browser: Browser, demo_url: str) -> None:
    """From each edition to the other, and back."""
    with watched(browser) as watch:
        watch.open(demo_url + PLAIN)
        watch.page.get_by_role("navigation", name="Languages").get_by_role("link", name="Français").click()
        assert watch.page.url == demo_url + "fr/offres/developpeur-se-back-end-python/"
        watch.page.get_by_role("navigation", name="Langues").get_by_role("link", name="English").click()
        assert watch.page.url == demo_url + PLAIN


def focused(page: Page) -> dict[str, str]:
    """What the keyboard is on: its text, address, class, and how the focus is drawn."""
    told = page.evaluate(
        """() => {
          const at = document.activeElement, box = at.getBoundingClientRect();
          // A card draws the focus of its link around all of itself, with a pseudo-element.
          const drawn = [null, "::after"].map((part) => getComputedStyle(at, part))
            .find((style) => style.outlineStyle !== "none");
          return {
            text: at.innerText || "", href: at.getAttribute("href") || "", class: at.className, id: at.id,
            outline: drawn ? drawn.outlineWidth : "",
            shown: box.width > 1 && box.height > 1 && box.top >= 0 && box.top < innerHeight ? "yes" : "",
          };
        }"""
    )
    return {key: str(value) for key, value in told.items()}


def tab_to(page: Page, wanted: str, most: int = 60) -> dict[str, str]:
    """Presses Tab until the focus is on a link to `wanted`; each stop on the way is to be seen."""
    for _ in range(most):
        page.keyboard.press("Tab")
        at = focused(page)
        assert at["outline"] not in ("", "0px"), f"no focus to be seen on {at}"
        assert at["shown"], f"the focus is out of sight on {at}"
        if wanted in at["href"]:
            return at
    pytest.fail(f"{most} stops and no link to {wanted}")


def test_a_reader_gets_from_home_to_applying_by_keyboard_alone(browser: Browser, demo_url: str) -> None:
    """The first stop skips to the content; from there to a posting, to how to apply, and to the address."""
    with watched(browser, reduced_motion="reduce") as watch:
        page = watch.page
        watch.open(demo_url + "en/")
        first = tab_to(page, "#main", most=1)
        assert first["text"] == "Skip to the content"
        page.keyboard.press("Enter")
        assert focused(page)["id"] == "main"
        posting = tab_to(page, "/en/jobs/", most=40)
        page.keyboard.press("Enter")
        page.wait_for_url("**" + posting["href"])
        tab_to(page, "#apply")
        page.keyboard.press("Enter")
        assert page.locator("section.apply").is_visible()
        channel = tab_to(page, ":", most=6)
        assert channel["href"].startswith(("mailto:", "https:"))
        assert "apply" in channel["text"].lower()


def test_pages_are_complete_without_script(browser: Browser, demo_url: str) -> None:
    """The list, the posting with its deadline and its address, and a way on from the search page."""
    with watched(browser, java_script_enabled=False) as watch:
        page = watch.page
        watch.open(demo_url + "en/")
        assert page.locator("article.card h3 a").count() == 20
        watch.open(demo_url + "en/jobs/project-officer-port-integrity/")
        assert page.locator("h1").inner_text().startswith("Project Officer")
        assert page.locator(".deadline time").is_visible()
        assert page.locator(".apply .channels a").first.is_visible()
        watch.open(demo_url + "en/search/")
        assert page.locator(".without-script").is_visible()
        assert page.locator(".without-script a").count() >= 3
        assert not page.locator("form.search").is_visible()


def test_paper_says_where_to_apply(browser: Browser, demo_url: str) -> None:
    """In print the address is written out, and the menu stays on the screen."""
    with watched(browser) as watch:
        watch.open(demo_url + PLAIN)
        watch.page.emulate_media(media="print")
        assert "join@loomworks.example" in watch.page.locator("section.apply").inner_text()
        assert not watch.page.get_by_role("navigation", name="Main menu").is_visible()
        assert watch.page.locator("button:visible").count() == 0


def test_a_page_says_that_its_deadline_has_passed_since_the_build(browser: Browser, demo: Board, demo_url: str) -> None:
    """Up to the last second one may apply; from the deadline on the page says closed, and offers no way to apply."""
    job = next(each for each in demo.postings("en") if each["language"] == "en")
    closes = datetime.fromisoformat(job["deadline"]["closes"])
    url = demo_url + urlsplit(job["url"]).path.removeprefix("/")
    for instant, ways, badges in ((closes - timedelta(seconds=1), 1, []), (closes, 0, ["Closed"])):
        with watched(browser) as watch:
            watch.page.clock.set_fixed_time(instant)
            watch.open(url)
            assert watch.page.locator("article.posting .apply .channels").count() == ways
            assert watch.page.locator("article.posting .tags .state").all_inner_texts() == badges
            assert watch.faults == []


def test_the_search_page_finds_by_word_and_keeps_it_in_the_address(browser: Browser, demo_url: str) -> None:
    """With and without accents, in any part of the title; a reload finds the same."""
    with watched(browser) as watch:
        page = watch.page
        for typed in ("médiation", "MEDIATION"):
            watch.open(demo_url + "fr/recherche/")
            page.locator("form.search [name=q]").fill(typed)
            page.locator("#found h3").first.wait_for()
            titles = page.locator("#found h3").all_inner_texts()
            assert any("médiation" in title.lower() for title in titles)
            page.wait_for_load_state("networkidle")  # what a reload cuts off counts as a fault
            page.reload()
            page.locator("#found h3").first.wait_for()
            assert page.locator("#found h3").all_inner_texts() == titles
        assert watch.faults == []
