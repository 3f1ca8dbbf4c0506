"""The preview as an editor lives with it: `jobglot serve` in one window, a real browser in the other."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page
from previews import NURSE, edit, small_site
from sites import write_files

FRENCH = NURSE.replace(".en.", ".fr.")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return small_site(tmp_path / "site")


@contextmanager
def serving(site: Path, *options: str) -> Iterator[str]:
    """Where `jobglot serve` says the preview is; it stops at Ctrl-C."""
    command = [sys.executable, "-m", "jobglot", "serve", "--site", str(site), "--now", "2027-01-10T12:00:00Z", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = next(line for line in process.stdout if "http://" in line)
        try:
            yield re.findall(r"http://\S+/", said)[0]
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=20)
    assert process.returncode == 0


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    with serving(site) as found:
        yield found


@pytest.fixture
def tab(browser: Browser, address: str) -> Iterator[Page]:
    """The posting's page in a tab that nobody touches."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}en/jobs/nurse/")
        page.wait_for_selector("#jobglot-bar")
        yield page


def test_an_edit_shows_in_every_open_tab_by_itself(site: Path, tab: Page) -> None:
    """Ten tabs on one page and its list: more than the connections that a browser opens to one host."""
    tabs = [tab.context.new_page() for _ in range(9)]
    for page in tabs:
        page.goto(tab.url.replace("jobs/nurse/", ""))
        page.wait_for_selector("#jobglot-bar")
    edit(site, NURSE, "title: Nurse", "title: Night nurse")
    for page in (tab, *tabs):
        page.wait_for_selector("text=Night nurse")
    edit(site, NURSE, "Care for people.", "Care for people by night.")
    tab.wait_for_selector("text=by night")


def test_a_tab_outlives_the_preview(site: Path, browser: Browser) -> None:
    """It was ended, a file was changed, and it was begun again: the tab shows the board as it is now."""
    with browser.new_context() as context:
        page = context.new_page()
        with serving(site) as address:
            page.goto(f"{address}en/jobs/nurse/")
            page.wait_for_selector("#jobglot-bar")
        edit(site, NURSE, "title: Nurse", "title: Night nurse")
        with serving(site, "--port", str(urlsplit(address).port)):
            page.wait_for_selector("text=Night nurse")


def test_a_broken_file_is_told_on_the_page_and_the_last_good_board_stays(site: Path, tab: Page) -> None:
    """In the page's language, with file and line; mended, it goes by itself."""
    tab.goto(tab.url.replace("/en/", "/fr/"))
    tab.wait_for_selector("#jobglot-bar")
    edit(site, NURSE, "deadline: 2027-01-31", "deadline: 2027-02-31")
    tab.wait_for_selector("#jobglot-overlay")
    told = tab.inner_text("#jobglot-overlay")
    assert f"{NURSE}:7" in told
    assert "2027-02-31" in told
    assert tab.get_attribute("#jobglot-overlay", "lang") == "fr"
    assert "Soigner." in tab.inner_text("main")
    edit(site, NURSE, "deadline: 2027-02-31", "deadline: 2027-02-01")
    tab.wait_for_selector("#jobglot-overlay", state="detached")
    tab.wait_for_selector("time[datetime='2027-02-01']")


def test_one_may_look_at_the_board_of_another_day(tab: Page) -> None:
    """The day after the deadline, and back; by keyboard."""
    over = tab.locator("article.posting.is-over")
    assert over.count() == 0
    # The scripts of the page count from the time that is shown, whatever day it is here.
    assert tab.inner_text(".deadline .relative") == "in 21 days"
    assert tab.evaluate("[new Date() instanceof Date, new Date(0).getTime(), Date().length > 20]") == [True, 0, True]
    tab.locator("#jobglot-bar input[type=datetime-local]").fill("2027-02-01T10:00")
    tab.wait_for_selector("article.posting.is-over")
    tab.wait_for_selector("#jobglot-bar")
    tab.locator("#jobglot-bar button", has_text="Today").focus()
    with tab.expect_navigation():
        tab.keyboard.press("Enter")
    tab.wait_for_selector("#jobglot-bar")
    assert over.count() == 0


def test_one_may_look_at_the_board_after_its_next_change(tab: Page) -> None:
    """Without knowing when that is."""
    now = "#jobglot-bar input[type=datetime-local]"
    before = tab.input_value(now)
    with tab.expect_navigation():
        tab.locator("#jobglot-bar button", has_text="After the next change").click()
    tab.wait_for_selector("#jobglot-bar")
    assert tab.input_value(now) > before


def test_the_bar_leads_to_the_file_and_its_line(tab: Page) -> None:
    """Of the page that one looks at."""
    assert tab.inner_text("#jobglot-bar code") == f"{NURSE}:1"


def test_what_the_policy_refuses_on_the_host_the_preview_refuses(site: Path, tab: Page) -> None:
    """A script within a template; the preview's own bar, overlay and reload go on, whatever policy the site has."""
    said: list[str] = []
    tab.on("console", lambda message: said.append(message.text))
    policy = "Content-Security-Policy: default-src 'none'; style-src 'none'; connect-src 'none'; form-action 'self'"
    head = "{% extends 'packaged/posting.html' %}{% block main %}"
    for number, headers in enumerate(["", f"/*\n  {policy}\n"]):
        main = f"<h2>Round {number}</h2><script>document.title = 'Ran'</script>"
        files = {"templates/posting.html": f"{head}{main}{{% endblock %}}", "static/_headers": headers}
        write_files(site, files)
        tab.wait_for_selector(f"text=Round {number}")
        tab.wait_for_selector("#jobglot-bar")
        assert tab.locator("#jobglot-bar").evaluate("bar => getComputedStyle(bar).position") == "fixed"
        assert tab.title() != "Ran"
        assert any("script-src" in text for text in said)
        said.clear()
