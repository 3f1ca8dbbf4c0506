"""How soon an edit shows in the preview: `python benchmarks/preview.py 1000 10000`.

Makes a board, starts the server as `jobglot serve` does, and saves bodies and titles in turn as an editor would. Prints
the median time from saving to the new page at hand, for a posting's own page and, for titles, for the list that shows
it; then how much memory a thousand edits take. An edit comes every `--pause` seconds, so that similar jobs are found
anew between some of them.
"""

from __future__ import annotations

import argparse
import http.client
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from build_board import our_site

HERE = Path(__file__).resolve().parent
SOON = 20.0
"""Seconds after which an edit is taken for lost."""


class Preview:
    """A running server."""

    def __init__(self, process: subprocess.Popen[str], port: int) -> None:
        self.process = process
        self.port = port

    def page(self, path: str) -> str:
        """The page at a path."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", path)
        text = connection.getresponse().read().decode()
        connection.close()
        return text

    def wait_for(self, path: str, sign: str) -> float:
        """Seconds until the page holds a sign."""
        began = time.perf_counter()
        while time.perf_counter() < began + SOON:
            if sign in self.page(path):
                return time.perf_counter() - began
            time.sleep(0.005)
        sys.exit(f"{sign} does not show in {path}")

    def memory(self) -> float:
        """MiB of the process that are in memory."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024  # type: ignore[index]


@contextmanager
def serving(site: Path) -> Iterator[Preview]:
    command = [sys.executable, "-m", "jobglot", "serve", "--site", str(site), "--now", "2026-11-21T12:00:00+00:00"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONUNBUFFERED": "1"})
    assert process.stdout
    try:
        port = next(int(found[1]) for line in process.stdout if (found := re.search(r"localhost:(\d+)", line)))
        # Nobody reads what it says of every edit.
        subprocess.Popen(["cat"], stdin=process.stdout, stdout=subprocess.DEVNULL)
        yield Preview(process, port)
    finally:
        process.terminate()
        process.wait()


def edited(preview: Preview, file: Path, old: str, new: str, *pages: str) -> list[float]:
    """Seconds until each of the pages shows the new words."""
    text = file.read_text("utf-8")
    file.write_text(text.replace(old, new, 1), "utf-8")
    found = [preview.wait_for(page, new.partition(": ")[2] or new) for page in pages]
    return [sum(found[: place + 1]) for place in range(len(found))]


def first_listed(preview: Preview) -> str:
    """The posting at the head of the home page: what is done to its title shows there."""
    found = re.search(r'href="/en/jobs/([^"/]+)/"', preview.page("/en/"))
    assert found
    return found[1]


def measure(site: Path, count: int, edits: int, pause: float, many: int) -> None:
    our_site(site, count)
    began = time.perf_counter()
    with serving(site) as preview:
        print(f"{count:>8,} first page after {time.perf_counter() - began:.1f} s")
        id_ = first_listed(preview)
        file, page = site / f"content/postings/{id_}.en.md", f"/en/jobs/{id_}/"
        body = file.read_text("utf-8").rstrip().rpartition("\n")[2]
        head = re.search("^title: .*$", file.read_text("utf-8"), re.MULTILINE)
        assert head
        title = head[0]
        bodies, titles, lists = [], [], []
        for number in range(edits):
            time.sleep(pause)
            bodies += edited(preview, file, body, body := f"Edited word{number}.", page)
            time.sleep(pause)
            own, listed = edited(preview, file, title, title := f"title: Edited job {number}", page, "/en/")
            titles.append(own)
            lists.append(listed)
        for name, times in (("body, its page", bodies), ("title, its page", titles), ("title, the list", lists)):
            slow = sorted(times)[int(len(times) * 0.9)]
            print(
                f"{count:>8,} {name:<16} {statistics.median(times) * 1000:6.0f} ms median, {slow * 1000:6.0f} ms of ten"
            )
        before = preview.memory()
        for number in range(many):
            edited(preview, file, body, body := f"Again word{number}.", page)
        time.sleep(10)
        print(f"{count:>8,} {many:,} edits more: {before:.0f} MiB before, {preview.memory():.0f} MiB after")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, default=[1000])
    parser.add_argument("--edits", type=int, default=15, help="edits of each kind")
    parser.add_argument("--pause", type=float, default=1.5, help="seconds between edits")
    parser.add_argument("--many", type=int, default=1000, help="edits to see the memory grow by")
    given = parser.parse_args()
    os.environ["PYTHONPATH"] = str(HERE.parent)
    for count in given.sizes:
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder), count, given.edits, given.pause, given.many)


if __name__ == "__main__":
    main()
