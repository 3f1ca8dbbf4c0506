"""After any edits a build leaves byte for byte what a clean build makes, or both refuse and nothing changes.

The edits are those at which other generators went wrong. JOBGLOT_EXAMPLES=200 tries that many sequences.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
import re
import shutil
import signal
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sites import ROOT, SMALL, small_site, tree, write_files

from jobglot import cli, likeness, listings, readings

LARGE, ON_SMALL, MOST_NAMES = readings.LARGE, likeness.SMALL, listings.MOST_NAMES
EXAMPLES = int(os.environ.get("JOBGLOT_EXAMPLES", "5"))
COOK, COOK_FR = "content/postings/cook.en.md", "content/postings/cook.fr.md"
BAKER, MENU = "content/postings/baker.fr.md", "content/postings/menu.pdf"
NOWS = ("2026-01-15", "2026-02-05", "2026-03-02", "2026-03-10T16:04", "2026-03-10T16:05", "2026-04-15", "2030-01-01")

Edit = Callable[[Path, int], None]


def put(name: str, text: str) -> Edit:
    """Write a file; `#` in it becomes a number that differs from edit to edit."""
    return lambda root, number: write_files(root, {name: text.replace("#", str(number))})


def drop(name: str) -> Edit:
    """Delete a file, or all files below a folder."""

    def edit(root: Path, _: int) -> None:
        path = root / name
        if path.is_dir():
            shutil.rmtree(path)
        path.unlink(missing_ok=True)

    return edit


def fact(line: str) -> Edit:
    """Give the cook another fact or text."""
    return put(COOK, SMALL[COOK].replace("organization: acme", f"organization: acme\n{line}"))


def setting(line: str) -> Edit:
    return put("config.yaml", SMALL["config.yaml"] + line + "\n")


def packaged(name: str, more: str) -> Edit:
    """The site's own version of a packaged template."""
    return put(
        f"templates/{name}", (ROOT / "templates" / name).read_text(encoding="utf-8").replace("#", "&#35;") + more
    )


def stamp(root: Path, number: int) -> None:
    """Touch every file without changing it, into the past or the future."""
    for path in sorted(root.rglob("*")):
        if path.is_file() and ".jobglot" not in path.parts:
            os.utime(path, (number * 10_000, number * 10_000))


def spoil_stamp(root: Path, number: int) -> None:
    """Delete what the last build noted, cut it off, or fill it with something else."""
    path = root / "output" / ".jobglot" / "stamp.json"
    if path.is_file():
        data = path.read_bytes()
        spoilt = (b"", data[: len(data) // 2], b"{}", os.urandom(64), data.replace(b'"inputs": "', b'"inputs": "0'))
        path.write_bytes(spoilt[number % 5]) if number % 6 else path.unlink()


def spoil_cache(root: Path, number: int) -> None:
    """Cut off a file of the cache, fill it with something else, or delete them all."""
    paths = sorted((root / ".cache" / "jobglot").glob("*"))
    for path in paths if number % 2 else paths[number % len(paths) :][:1] if paths else ():
        path.write_bytes(path.read_bytes()[: number * 10]) if number % 3 else path.unlink()


def lose_output(root: Path, number: int) -> None:
    """Somebody deletes a file of the site by hand."""
    paths = [path for path in sorted((root / "output").rglob("*")) if path.is_file() and ".jobglot" not in path.parts]
    if paths:
        paths[number % len(paths)].unlink()


def become_folder(root: Path, number: int) -> None:
    """A static file becomes a folder, or a folder a file."""
    path = root / "static" / "notes"
    if path.is_dir():
        shutil.rmtree(path)
        path.write_text("file")
    else:
        path.unlink(missing_ok=True)
        write_files(root, {"static/notes/deep/x.txt": str(number)})


CATALOG = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Open jobs"\nmsgstr "Postes #"\n'

EDITS: dict[str, Edit] = {
    "title": put(COOK, SMALL[COOK].replace("title: Cook", "title: Cook #")),
    "body": put(COOK, SMALL[COOK] + "\nMore #.\n"),
    "mend cook": put(COOK, SMALL[COOK]),
    "featured": fact("featured: true"),
    "hide": fact("draft: true"),
    "fill": fact("filled: 2026-02-20"),
    "withdraw": fact("withdrawn: 2026-03-05"),
    "rename slug": fact("slug: chef-#\naliases: [cook]"),
    "other deadline": put(COOK, SMALL[COOK].replace("2026-03-31", "2026-04-20")),
    "until filled": put(COOK, SMALL[COOK].replace("2026-03-31", "open")),
    "remove posting": drop(BAKER),
    "put posting back": put(BAKER, SMALL[BAKER]),
    "remove edition": drop(COOK_FR),
    "put edition back": put(COOK_FR, SMALL[COOK_FR]),
    "sidecar": put("content/postings/cook.yaml", "grade: G#\n"),
    "remove sidecar": drop("content/postings/cook.yaml"),
    "attachment": put(MENU, "%PDF #"),
    "remove attachment": drop(MENU),
    "organization": put("content/organizations/acme.en.md", "---\nname: ACME #\n---\nAbout.\n"),
    "category": put("content/categories.yaml", SMALL["content/categories.yaml"].replace("Computing", "Computers #")),
    "more categories": put(
        "content/categories.yaml", SMALL["content/categories.yaml"] + "c#: {name: C#, parent: law}\n"
    ),
    "news": put("content/news/fair.fr.md", "---\ntitle: Salon #\ndate: 2026-03-01\n---\nVenez.\n"),
    "remove news": drop("content/news/fair.fr.md"),
    "page": put("content/pages/about.fr.md", "---\ntitle: À propos #\n---\nNous.\n"),
    "remove page": drop("content/pages/about.fr.md"),
    "card": packaged("_card.html", "<!-- # -->"),
    "remove card": drop("templates/_card.html"),
    "base": packaged("base.html", "<!-- # -->"),
    "remove base": drop("templates/base.html"),
    "catalog": put("templates/locales/fr.po", CATALOG),
    "remove catalog": drop("templates/locales/fr.po"),
    "style": put("static/theme.css", ".x#{background:url(pic.svg)}"),
    "picture": put("static/pic.svg", "<svg xmlns='http://www.w3.org/2000/svg' id='p#'/>"),
    "remove style": drop("static/theme.css"),
    "static file": put("static/CNAME", "jobs-#.example.org\n"),
    "remove static file": drop("static/CNAME"),
    "file or folder": become_folder,
    "own robots": put("static/robots.txt", "User-agent: *\nDisallow: /#\n"),
    "remove robots": drop("static/robots.txt"),
    "config: name": setting("tagline: Jobs #"),
    "config: pages": setting("per_page: 1"),
    "config: less": setting("outputs: [data]"),
    "config: words": setting("paths: {jobs: {fr: offres}, page: {en: p#}}"),
    "config: closed": setting("closed: {mode: tombstone, keep_days: 3}"),
    "config: hide": setting("fallback: hide"),
    "config: back": put("config.yaml", SMALL["config.yaml"]),
    "break facts": put(COOK, SMALL[COOK].replace("2026-03-31", "31.3.26")),
    "break reference": put(COOK, SMALL[COOK].replace("[it]", "[itt]")),
    "break vocabulary": put("content/places.yaml", "brussels: [\n"),
    "mend vocabulary": put("content/places.yaml", SMALL["content/places.yaml"]),
    "break config": put("config.yaml", "languages: [en, fr"),
    "break template": put("templates/_card.html", "{{ nothing.at.all }}"),
    "break catalog": put("templates/locales/fr.po", 'msgid "%(count)d open job"\nmsgstr "%(nombre)d poste"\n'),
    "stray file": put("content/stray.txt", "#"),
    "remove stray file": drop("content/stray.txt"),
    "touch": stamp,
    "stamp": spoil_stamp,
    "lose output": lose_output,
    "cache": spoil_cache,
    "another cook": put("content/postings/chef.en.md", SMALL[COOK].replace("title: Cook", "title: Head cook #")),
    "remove other cook": drop("content/postings/chef.en.md"),
    "link": put(COOK, SMALL[COOK] + "\n[Another](baker.fr.md#), [page](../pages/about.fr.md).\n"),
}

PROBLEM = re.compile(r": (?:error|warning): ")


def build(root: Path, output: Path, now: str) -> tuple[int, list[str]]:
    """The exit code of a build, and the problems it told."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(io.StringIO()) as wrong:
        code = cli.main(["build", "--site", str(root), "--output", str(output), "--now", now])
    assert code in (cli.WELL, 1), wrong.getvalue()
    return code, [line for line in said.getvalue().splitlines() if PROBLEM.search(line)]


def folders(output: Path) -> set[str]:
    found = (path.relative_to(output) for path in output.rglob("*") if path.is_dir())
    return {path.as_posix() for path in found if ".jobglot" not in path.parts}


class Incremental(RuleBasedStateMachine):
    """A site, its output, and a person who edits the one and builds the other."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="jobglot-"))
        self.root = self.folder / "site"
        self.output = self.root / "output"
        self.now = NOWS[2]
        self.edits = 0
        self.is_built = True

    @initialize(large=st.booleans())
    def begin(self, large: bool) -> None:
        """A site that has been built once; a `large` one remembers what was read and made, and cuts its indexes."""
        readings.LARGE, likeness.SMALL = (0, 0) if large else (LARGE, ON_SMALL)
        listings.MOST_NAMES = 1 if large else MOST_NAMES
        small_site(self.root)
        self.is_built = False

    def edit(self, name: str) -> None:
        self.edits += 1
        EDITS[name](self.root, self.edits)
        self.is_built = False

    @rule(name=st.sampled_from(sorted(EDITS)))
    def one_edit(self, name: str) -> None:
        """Change one thing."""
        self.edit(name)

    @rule(names=st.lists(st.sampled_from(sorted(EDITS)), min_size=2, max_size=4))
    def edits_at_once(self, names: list[str]) -> None:
        """Change several things between two builds."""
        for name in names:
            self.edit(name)

    @rule(now=st.sampled_from(NOWS))
    def time_passes(self, now: str) -> None:
        """The day changes and no file does."""
        self.now = now
        self.is_built = False

    @rule(
        name=st.sampled_from(sorted(EDITS)),
        at=st.integers(1, 30) | st.integers(1, 300),
        how=st.sampled_from(["kill", "full", "interrupt"]),
    )
    def crash(self, name: str, at: int, how: str) -> None:
        """Something ends the build at the n-th thing it does to the disk; each file is old or new then, never half."""
        self.edit(name)
        old = tree(self.output)
        code, _, new = self.clean()
        process = os_fork()
        if process == 0:
            end = {"kill": kill, "full": disk_full, "interrupt": interrupt}[how]
            with failing(at, end), contextlib.suppress(BaseException):
                build(self.root, self.output, self.now)
            os._exit(0)
        os.waitpid(process, 0)
        found = tree(self.output)
        for path, data in found.items():
            assert data in (old.get(path), new.get(path) if code == cli.WELL else None), path
        assert not (old.keys() & new.keys()) - found.keys()

    def clean(self) -> tuple[int, list[str], dict[str, bytes]]:
        """What a clean build makes of the same sources elsewhere."""
        copy = self.folder / "copy"
        shutil.copytree(self.root, copy, ignore=shutil.ignore_patterns("output", ".cache"))
        try:
            code, problems = build(copy, copy / "fresh", self.now)
            self.clean_folders = folders(copy / "fresh")
            return code, problems, tree(copy / "fresh")
        finally:
            shutil.rmtree(copy)

    @invariant()
    def is_as_if_built_anew(self) -> None:
        """Bytes, folders, problems, exit code; or the output untouched."""
        if self.is_built:
            return
        before = tree(self.output)
        code, problems = build(self.root, self.output, self.now)
        clean_code, clean_problems, clean = self.clean()
        assert (code, problems) == (clean_code, clean_problems)
        assert tree(self.output) == (clean if code == cli.WELL else before)
        if code == cli.WELL:
            assert folders(self.output) == self.clean_folders
        self.is_built = True

    def teardown(self) -> None:
        """Nothing stays."""
        readings.LARGE, likeness.SMALL = LARGE, ON_SMALL
        listings.MOST_NAMES = MOST_NAMES
        shutil.rmtree(self.folder)


def os_fork() -> int:
    with warnings.catch_warnings():
        # Python 3.12 and later warn of forks beside threads; this child only builds and ends.
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def disk_full() -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def interrupt() -> None:
    raise KeyboardInterrupt


@contextlib.contextmanager
def failing(at: int, end: Callable[[], None]) -> Iterator[None]:
    """At the n-th thing done to the disk, `end` happens instead."""
    count = 0
    kept = {name: getattr(os, name) for name in ("replace", "rename", "unlink", "rmdir", "mkdir", "write", "fsync")}

    def counted(function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            nonlocal count
            count += 1
            if count == at:
                end()
            return function(*arguments, **options)

        return call

    for name, function in kept.items():
        setattr(os, name, counted(function))
    try:
        yield
    finally:
        for name, function in kept.items():
            setattr(os, name, function)


Incremental.TestCase.settings = settings(
    max_examples=EXAMPLES,
    stateful_step_count=12,
    deadline=None,
    derandomize="JOBGLOT_EXAMPLES" not in os.environ,
    suppress_health_check=list(HealthCheck),
)
TestIncremental = Incremental.TestCase


@pytest.mark.parametrize("at", [1, 10, 30])
def test_a_full_disk_is_told_and_leaves_the_former_site(tmp_path: Path, at: int) -> None:
    """As a problem with its remedy, not as a bug of ours; the next build makes up for it."""
    root = small_site(tmp_path / "site")
    output = root / "output"
    build(root, output, NOWS[2])
    before = tree(output)
    EDITS["base"](root, 1)
    with failing(at, disk_full):
        code, problems = build(root, output, NOWS[2])
    assert code == 1
    assert [problem for problem in problems if "[disk-full]" in problem]
    assert tree(output) == before
    assert build(root, output, NOWS[2]) == (cli.WELL, [])
    assert tree(output) != before
