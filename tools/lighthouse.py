"""Lighthouse's marks for the pages of the demo that people land on, in English and French.

Run by `make lighthouse`, with the tests' helpers on the path; `npx` fetches the program. Marks for speed move by a few
points from run to run, most of all on a busy machine; the others do not.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from support import build_demo
from support_browser import FLAGS
from support_server import serve

PROGRAM = "lighthouse@12.8.2"
MARKS = ("performance", "accessibility", "best-practices", "seo")
LEAST = {"performance": 95, "accessibility": 98, "best-practices": 98, "seo": 98}
# A search page is not for search engines, and says so.
EXCEPT = {("en/search/", "seo"), ("fr/recherche/", "seo")}
PAGES = (
    "en/",
    "en/categories/technology/",
    "en/jobs/data-engineer-climate-records/",
    "en/search/",
    "fr/",
    "fr/offres/developpeur-se-back-end-python/",
    "fr/recherche/",
)


def marks(url: str) -> dict[str, int]:
    """The marks of a page, each of 100."""
    options = ("--quiet", "--output=json", f"--only-categories={','.join(MARKS)}", f"--chrome-flags={' '.join(FLAGS)}")
    browser = shutil.which("chromium") or "chromium"
    done = subprocess.run(
        ["npx", "--yes", PROGRAM, url, *options],
        env={**os.environ, "CHROME_PATH": browser, "PUPPETEER_SKIP_DOWNLOAD": "1"},
        capture_output=True,
        check=False,
        timeout=300,
    )
    if done.returncode:
        sys.exit(done.stderr.decode(errors="replace"))
    categories = json.loads(done.stdout)["categories"]
    return {name: round(categories[name]["score"] * 100) for name in MARKS}


def main() -> int:
    """Prints the marks of every page; 1 when one is too low."""
    low = 0
    with TemporaryDirectory() as workshop, serve(build_demo(Path(workshop))) as url:
        for page in PAGES:
            found = marks(url + page)
            low += sum(found[name] < LEAST[name] for name in MARKS if (page, name) not in EXCEPT)
            print(f"{page:48}", *(f"{name} {found[name]:3}" for name in MARKS), sep="  ", flush=True)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
