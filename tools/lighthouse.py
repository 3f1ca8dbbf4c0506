"""Lighthouse's marks for the pages of the demo that people land on, in English and French.

Run by `make lighthouse`, with the tests' helpers on the path; `npx` fetches the program. Marks for speed move by a few
points from run to run, most of all on a busy machine; so each mark is the median of three.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median_low
from tempfile import TemporaryDirectory

from support import build_demo
from support_browser import FLAGS
from support_server import serve

PROGRAM = "lighthouse@12.8.2"
MARKS = ("performance", "accessibility", "best-practices", "seo")
LEAST, RUNS = 98, 3
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
    """The marks of a page, each of 100: the medians of several runs."""
    runs = [run(url) for _ in range(RUNS)]
    return {name: median_low(each[name] for each in runs) for name in MARKS}


def run(url: str) -> dict[str, int]:
    """The marks of one run; a browser that did not come up is tried once more."""
    options = ("--quiet", "--output=json", f"--only-categories={','.join(MARKS)}", f"--chrome-flags={' '.join(FLAGS)}")
    browser = shutil.which("chromium") or "chromium"
    for _ in range(2):
        done = subprocess.run(
            ["npx", "--yes", PROGRAM, url, *options],
            env={**os.environ, "CHROME_PATH": browser, "PUPPETEER_SKIP_DOWNLOAD": "1"},
            capture_output=True,
            check=False,
            timeout=300,
        )
        if done.returncode == 0:
            break
    else:
        sys.exit(done.stderr.decode(errors="replace"))
    categories = json.loads(done.stdout)["categories"]
    return {name: round(categories[name]["score"] * 100) for name in MARKS}


def main() -> int:
    """Prints the marks of every page; 1 when one is too low."""
    low = 0
    with TemporaryDirectory() as workshop, serve(build_demo(Path(workshop))) as url:
        for page in PAGES:
            found = marks(url + page)
            low += sum(found[name] < LEAST for name in MARKS)
            print(f"{page:48}", *(f"{name} {found[name]:3}" for name in MARKS), sep="  ", flush=True)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
