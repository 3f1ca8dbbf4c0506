"""A headless Chromium, pages that remember what went wrong in them, and axe."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import product
from typing import Any
from urllib.parse import SplitResult, urlsplit
from zoneinfo import ZoneInfo

from playwright.sync_api import Browser, Page, Request, sync_playwright
from support import NOW, need

FLAGS = (
    "--headless",
    # Continuous integration runs as root in a container, where Chromium's own sandbox does not start.
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
BUILT = datetime.fromisoformat(NOW).replace(tzinfo=ZoneInfo("Europe/Brussels"))
NARROW, WIDE = {"width": 320, "height": 640}, {"width": 1280, "height": 900}
AXE_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium, while the context lasts."""
    executable = need("browser", shutil.which("chromium") or "/usr/bin/chromium", "there is no chromium here")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        yield browser
        browser.close()


@dataclass
class Watched:
    """A page, and what the browser said against it: console errors, exceptions, refused and foreign requests."""

    page: Page
    host: str = ""
    faults: list[str] = field(default_factory=list)

    def open(self, url: str) -> int:
        """The status of the answer, once the page has loaded and asked for all it wants."""
        self.host = urlsplit(url).netloc
        answer = self.page.goto(url, wait_until="networkidle")
        assert answer is not None
        return answer.status

    def watch(self) -> None:
        """Begins to listen."""
        # What the policy of `_headers` refuses is said on the console as an error.
        self.page.on("console", lambda said: self._blame("console", said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self._blame("exception", str(error)))
        self.page.on("requestfailed", self._failed)
        self.page.on("request", lambda request: self._request(urlsplit(request.url)))

    def _failed(self, request: Request) -> None:
        # What a page still asked for when one went on to the next, such as its icon.
        if request.failure != "net::ERR_ABORTED":
            self._blame("failed", request.url)

    def _request(self, url: SplitResult) -> None:
        if url.scheme != "data" and self.host and url.netloc != self.host:
            self._blame("foreign", url.geturl())

    def _blame(self, kind: str, text: str) -> None:
        self.faults.append(f"{kind}: {text}")


@contextmanager
def watched(browser: Browser, **context: Any) -> Iterator[Watched]:
    """A new page in a context of its own, with what Playwright's `new_context` takes, on the day of the demo's build.

    By the clock of the machine, jobs of the demo would be closed some day, and tests would fail from then on.
    """
    with browser.new_context(**context) as opened:
        opened.clock.set_fixed_time(BUILT)
        result = Watched(opened.new_page())
        result.watch()
        yield result


def guises(page: Page) -> Iterator[str]:
    """The page as it is, on a phone and on a desk, in light and in dark; which of these, such as `1280 dark`."""
    for size, scheme in product((NARROW, WIDE), ("light", "dark")):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        # A frame later the page has heard of its new size.
        page.evaluate("() => new Promise(requestAnimationFrame)")
        yield f"{size['width']} {scheme}"


def axe_violations(page: Page) -> list[str]:
    """What axe finds against the page as it looks now, a rule and its first place a line."""
    found = page.evaluate(
        "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})",
        list(AXE_TAGS),
    )
    return [
        f"{each['id']} ({each['impact']}, {len(each['nodes'])}×): {each['nodes'][0]['html'][:160]} — "
        f"{' '.join(each['nodes'][0].get('failureSummary', '').split())[:240]}"
        for each in found["violations"]
    ]


def too_wide(page: Page) -> list[str]:
    """What does not fit: the page itself, and boxes that cut off what is in them; none where all is to be read."""
    found = page.evaluate(
        """() => [...document.querySelectorAll("*")]
          .filter((at) => at === document.documentElement || getComputedStyle(at).overflowX === "hidden")
          .filter((at) => at.scrollWidth > at.clientWidth)
          .map((at) => `${at.tagName} ${at.className}: ${at.scrollWidth} > ${at.clientWidth}`)"""
    )
    return [str(line) for line in found]


def cut_choices(page: Page) -> list[str]:
    """The choices of menus that do not fit into the closed menu, beside its arrow."""
    found = page.evaluate(
        """() => [...document.querySelectorAll("select")].filter((menu) => menu.checkVisibility()).flatMap((menu) => {
          const style = getComputedStyle(menu), pen = document.createElement("canvas").getContext("2d");
          pen.font = style.font;
          const room = menu.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - 16;
          return [...menu.options].filter(({ text }) => pen.measureText(text).width > room).map(({ text }) => text);
        })"""
    )
    return [str(text) for text in found]


def broken_words(page: Page) -> list[str]:
    """The words of cards' titles that stand on two lines in a browser that does not know how to hyphenate."""
    found = page.evaluate(
        """() => [...document.querySelectorAll(".card h3 bdi")].flatMap((title) => {
          title.parentElement.parentElement.style.hyphens = "manual";
          const range = document.createRange(), text = title.firstChild;
          return [...text.data.matchAll(/[\\p{L}·]+/gu)].map((word) => {
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1 ? word[0] : "";
          });
        }).filter(Boolean)"""
    )
    return [str(word) for word in found]
