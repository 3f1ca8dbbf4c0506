"""How quickly the find page answers, and how much it fetches: 5,000 open postings in a headless Chromium.

    PYTHONPATH=tests python benchmarks/find_page.py [POSTINGS]

The site is the repository's own, with invented postings beside its pages; nothing is written but to a temporary folder.
A time is from a choice of the reader until the browser has laid the answer out: the median of five, and that of the
script's own share. The busier the machine, the longer.
"""

from __future__ import annotations

import gzip
import random
import statistics
import sys
import tempfile
import unicodedata
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from playwright.sync_api import Response
from similar_data import OCCUPATIONS
from similar_data import board as labelled_board
from support import Board
from support_browser import chromium
from support_server import serve

from jobglot.load import load
from jobglot.model import Content, Deadline, DeadlineKind, Organization, PayPeriod, Posting, Salary
from jobglot.plan import plan, produce
from jobglot.relate import relate
from jobglot.routes import PageType
from jobglot.settings import SimilarSettings

ROOT = Path(__file__).resolve().parent.parent
NOW = datetime(2026, 6, 1, tzinfo=UTC)
ANSWER = """async (act) => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  await frame();
  const began = performance.now();
  eval(act);
  const answered = performance.now();
  document.body.getBoundingClientRect();
  const laidOut = performance.now();
  await frame();
  return [laidOut - began, answered - began];
}"""
CHOICES = {
    "one category": "document.querySelectorAll('[name=category]')[0].click()",
    "a second category": "document.querySelectorAll('[name=category]')[1].click()",
    "a place": "document.querySelectorAll('[name=place]')[2].click()",
    "pay is stated": "document.querySelector('[name=pay]').click()",
    "clear all": "document.querySelector('form.search').reset()",
    "closing within 30 days": "days.value = '30'; days.dispatchEvent(new Event('change', {bubbles: true}))",
    "a typed word": "q.value = 'engineer'; q.dispatchEvent(new Event('input', {bubbles: true}))",
    "another letter": "q.value = 'engineers'; q.dispatchEvent(new Event('input', {bubbles: true}))",
    "no word": "q.value = ''; q.dispatchEvent(new Event('input', {bubbles: true})); days.value = ''",
}


def enlarged(content: Content, count: int) -> Content:
    """So many postings of 400 employers, each with a title, reference, pay and deadline of its own."""
    chance = random.Random(5000)
    vocabulary = sorted({word for word in " ".join(OCCUPATIONS).split() if word.isalpha()})
    pattern = next(iter(content.organizations.values()))
    employers = {f"employer-{at}": _named(pattern, at, chance.sample(vocabulary, 2)) for at in range(400)}
    made: list[Posting] = []
    for at in range(count):
        origin = content.postings[at % len(content.postings)]
        extra = " ".join(chance.sample(vocabulary, 3))
        slug = "-".join(unicodedata.normalize("NFKD", extra).encode("ascii", "ignore").decode().lower().split())
        low = Decimal(chance.randrange(22_000, 90_000, 500))
        made.append(
            replace(
                origin,
                id=f"{slug}-{at}",
                editions=tuple(
                    replace(edition, title=f"{edition.title}, {extra}", slug=f"{slug}-{at}-{edition.language}")
                    for edition in origin.editions
                ),
                organization=chance.choice(tuple(employers)),
                reference=f"{chance.choice('ABCDEFGH')}-{chance.randrange(10**5):05}",
                salary=Salary(low, low + chance.randrange(0, 12_000, 500), "EUR", PayPeriod.YEAR),
                posted=date(2026, 5, 1) + timedelta(chance.randrange(30)),
                deadline=Deadline(DeadlineKind.DATE, date(2026, 6, 3) + timedelta(chance.randrange(120))),
            )
        )
    return replace(content, postings=tuple(sorted(made, key=lambda each: each.id)), organizations=employers)


def _named(pattern: Organization, at: int, words: list[str]) -> Organization:
    name = f"{words[0].title()} & {words[1].title()}"
    editions = tuple(replace(edition, name=name, slug=f"employer-{at}") for edition in pattern.editions)
    return replace(pattern, id=f"employer-{at}", editions=editions)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    loaded, _ = load(ROOT)
    assert loaded is not None
    content = enlarged(labelled_board(), count)
    config = replace(loaded.config, similar=SimilarSettings(count=0))
    planned, _ = plan(relate(content, config, NOW), loaded.look)
    with tempfile.TemporaryDirectory() as folder:
        for path, route in planned.routes.items():
            if route.type in (PageType.SEARCH, PageType.DATA, PageType.STATIC, PageType.HEADERS):
                target = Path(folder) / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(produce(planned, path))
        sizes = [len(gzip.compress(path.read_bytes(), 9)) for path in sorted(Path(folder).rglob("postings.json"))]
        print(f"postings.json, gzip: {', '.join(f'{size / 1000:.0f} kB' for size in sizes)}")
        measure(Board(Path(folder), "/", "https://jobs.example.org"))


def measure(board: Board) -> None:
    with serve(board) as url, chromium() as browser:
        # The policy of the pages forbids the `eval` of this measurement.
        page = browser.new_context(bypass_csp=True, viewport={"width": 1280, "height": 900}).new_page()
        page.clock.set_fixed_time(NOW)
        answers: list[Response] = []
        page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 -- Playwright marks what it is given
        began = datetime.now(UTC)
        page.goto(url + "en/search/")
        page.locator("#found h3").first.wait_for()
        print(f"first answer after {(datetime.now(UTC) - began).total_seconds() * 1000:.0f} ms")
        page.wait_for_load_state("networkidle")
        print(f"fetched, gzip: {sum(len(gzip.compress(answer.body(), 9)) for answer in answers) / 1000:.0f} kB")
        page.wait_for_timeout(3000)
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in CHOICES}
        for _ in range(5):
            for name, act in CHOICES.items():
                times[name].append(tuple(page.evaluate(ANSWER, act)))
        for name, taken in times.items():
            whole, own = (statistics.median(each) for each in zip(*taken, strict=True))
            print(f"{name}: {whole:.0f} ms, of which the script {own:.0f} ms")


if __name__ == "__main__":
    main()
