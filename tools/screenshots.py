"""Pictures of the finished boards for the documentation: every page as it looks now, in docs/screenshots/.

Run by `make screenshots`, with the tests' helpers on the path. The English and French pages are the demo's; the Arabic
ones are those of tests/fixtures/rough. With Debian's `fonts-noto-core` every script has letters of its own; with
`pngquant` the files are a third of the size.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser
from support import ROOT, build_demo, build_rough
from support_browser import Watched, chromium, watched
from support_server import serve

from jobglot.scaffold import themes

FOLDER = ROOT / "docs" / "screenshots"
LIMIT = 150_000
WIDTHS = {"wide": {"width": 1200, "height": 800}, "narrow": {"width": 375, "height": 750}}
SCHEMES = ("light", "dark")
PAGES = {
    "en": {
        "home": "en/",
        "listing": "en/categories/technology/",
        "posting": "en/jobs/data-engineer-climate-records/",
        "closed": "en/jobs/wco-project-support-officer/",
        "find": "en/search/?q=data&remote=hybrid",
        "shortlist": "en/saved/",
    },
    "fr": {
        "home": "fr/",
        "listing": "fr/categories/enseignement/",
        "posting": "fr/offres/developpeur-se-back-end-python/",
        "closed": "fr/offres/omd-agent-d-appui-au-projet/",
        "find": "fr/recherche/?place=belgium",
        "shortlist": "fr/offres-gardees/",
    },
    "ar": {
        "home": "ar/",
        "listing": "ar/أماكن/egypt/",
        "posting": "ar/وظائف/أمين-مكتبة-الخرائط/",
        "closed": "ar/وظائف/gone/",
        "find": "ar/search/?q=مكتبة",
        "shortlist": "ar/saved/",
    },
}
THEMED = {"width": 800, "height": 640}
"""The room for a picture of a theme: some of them stand side by side."""


def main() -> int:
    """Takes every picture; 1 when a page is not there or has an error, or a picture is too large for a repository."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    wrong = []
    with TemporaryDirectory() as one, TemporaryDirectory() as other, chromium() as browser:
        demo, rough = build_demo(Path(one)), build_rough(Path(other))
        with serve(demo) as demo_url, serve(rough) as rough_url:
            urls = {"en": demo_url, "fr": demo_url, "ar": rough_url}
            for (width, size), scheme in product(WIDTHS.items(), SCHEMES):
                with watched(browser, viewport=size, color_scheme=scheme, reduced_motion="reduce") as watch:
                    # The relative words of deadlines are those of the boards' own instant.
                    watch.page.clock.set_fixed_time("2027-01-15T09:00:00+01:00")
                    for language, pages in PAGES.items():
                        for name, path in pages.items():
                            if name == "shortlist":
                                save(watch, urls[language] + pages["home"])
                            status = watch.open(urls[language] + path)
                            file = FOLDER / f"{name}-{language}-{width}-{scheme}.png"
                            watch.page.screenshot(path=file)
                            watch.page.evaluate("localStorage.clear()")
                            shrink(file)
                            if status != 200 or watch.faults or file.stat().st_size > LIMIT:
                                wrong.append(f"{file.name}: {status}, {file.stat().st_size} bytes, {watch.faults}")
                                watch.faults.clear()
            wrong += [line for theme in themes() for line in themed(browser, demo_url + PAGES["en"]["home"], theme)]
    print(f"{len(list(FOLDER.glob('*.png')))} pictures in {FOLDER.relative_to(ROOT)}", *wrong, sep="\n")
    return 1 if wrong else 0


def themed(browser: Browser, url: str, theme: str) -> Iterator[str]:
    """Takes the picture of a theme; what is wrong with it."""
    sheet = themes()[theme].read_bytes()
    with watched(browser, viewport=THEMED, reduced_motion="reduce") as watch:
        watch.page.route("**/theme.*.css", lambda route: route.fulfill(body=sheet, content_type="text/css"))
        watch.open(url)
        file = FOLDER / f"theme-{theme}.png"
        watch.page.screenshot(path=file)
        shrink(file)
        if watch.faults or file.stat().st_size > LIMIT:
            yield f"{file.name}: {file.stat().st_size} bytes, {watch.faults}"


def save(watch: Watched, home: str) -> None:
    """Saves the first two jobs of a home page and one more that closes soon, as a reader does."""
    watch.open(home)
    for button in watch.page.locator(".card .save").all()[:2]:
        button.click()
    if (soon := watch.page.locator(".card.is-closing_soon .save[aria-pressed=false]")).count():
        soon.first.click()


def shrink(file: Path) -> None:
    """The same picture in 128 colours, where the program for it is at hand."""
    if program := shutil.which("pngquant"):
        options = ("--force", "--skip-if-larger", "--strip", "--speed=1", "--ext=.png")
        subprocess.run([program, *options, "128", str(file)], check=False)


if __name__ == "__main__":
    sys.exit(main())
