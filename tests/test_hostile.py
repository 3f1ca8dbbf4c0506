"""The board of tests/fixtures/hostile: one file for every bad input that a file can be, read by the real command line.

`expected.txt` beside its config lists every problem as `path:line:column: severity [code]`. Names and files that git or
other systems cannot hold are made here, in a copy.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from trees import fill, tree

ROOT = Path(__file__).resolve().parent.parent
HOSTILE = Path(__file__).resolve().parent / "fixtures" / "hostile"
LINE = re.compile(
    r"(?P<origin>.+?): (?P<severity>error|warning): (?P<sentence>.+); (?P<remedy>.+) \[(?P<code>[a-z0-9-]+)\]"
)
OUTPUT = {"index.html": b"the former site", "en/index.html": b"in English"}


class Told(NamedTuple):
    """What a run of the command line said."""

    code: int
    problems: frozenset[str]
    remedies: dict[str, str]
    log: str
    seconds: float


def run(site: Path, *command: str) -> Told:
    """The command (`check`) on a site, in a process of its own; `seconds` are those of the processor."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, str(ROOT / "build.py"), *(command or ["check"]), "--site", str(site)],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        timeout=120,
        check=False,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    lines = [match for line in done.stdout.splitlines() if (match := LINE.fullmatch(line))]
    return Told(
        done.returncode,
        frozenset(f"{m['origin']}: {m['severity']} [{m['code']}]" for m in lines),
        {m["origin"]: m["remedy"] for m in lines},
        done.stdout + done.stderr,
        after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime,
    )


def copied(folder: Path) -> Path:
    """The board in a folder of its own, with a former site in its output folder."""
    shutil.copytree(HOSTILE, folder)
    fill(folder / "output", OUTPUT)
    return folder


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Told]:
    """The board as it stands in the repository, and what `check` says of it."""
    site = copied(tmp_path_factory.mktemp("hostile") / "site")
    return site, run(site)


def expected() -> frozenset[str]:
    """The problems the repository's list names."""
    return frozenset((HOSTILE / "expected.txt").read_text(encoding="utf-8").splitlines())


def errors(problems: frozenset[str]) -> frozenset[str]:
    """Those that stop a build."""
    return frozenset(problem for problem in problems if ": error [" in problem)


def test_every_mistake_is_told_once_in_one_run_with_its_place(checked: tuple[Path, Told]) -> None:
    """Neither more nor less than the list: one mistake is one problem, and none hides another."""
    _, told = checked
    assert sorted(errors(told.problems) - errors(expected())) == []
    assert sorted(errors(expected()) - errors(told.problems)) == []
    assert sorted(expected() - told.problems) == [], "warnings that are not told any more"
    assert told.code == 1


def test_every_bad_file_is_in_the_list_and_every_good_one_is_not() -> None:
    """A file that begins with `ok-` looks odd and is right; every other posting has a problem of its own."""
    named = {line.partition(":")[0] for line in expected()}
    for file in sorted((HOSTILE / "content" / "postings").rglob("*")):
        if file.is_file():
            path = file.relative_to(HOSTILE).as_posix()
            twins = ("apart.en.md", "twin.en.md", "facts-differ.en.md", "slug-one.en.md", "text-among-facts.en.md")
            is_good = file.name.startswith("ok-") or (file.name in twins and path not in named)
            assert (path not in named) == is_good, path


def test_every_problem_has_a_sentence_and_a_remedy(checked: tuple[Path, Told]) -> None:
    """Each line of the log is a problem in the promised form, but for the tally at the end."""
    _, told = checked
    *lines, tally = told.log.splitlines()
    assert [line for line in lines if not LINE.fullmatch(line)] == []
    assert re.fullmatch(r"[\d,]+ errors and [\d,]+ warnings in [\d,]+ files; most often .*", tally)


def test_the_log_never_shows_our_own_troubles(checked: tuple[Path, Told]) -> None:
    """No traceback, and ten seconds are enough."""
    _, told = checked
    assert "Traceback" not in told.log
    assert "mistake in jobglot" not in told.log
    assert told.seconds < 10


def test_a_file_without_a_mistake_is_not_blamed(checked: tuple[Path, Told]) -> None:
    """The control stands among all the others and has not even a warning."""
    _, told = checked
    assert "ok-control" not in told.log


def test_a_build_leaves_the_former_site_as_it_was(checked: tuple[Path, Told]) -> None:
    """Nothing is written, removed or touched, in the site or beside it."""
    site, told = checked
    before = tree(site.parent)
    built = run(site, "build")
    assert built.code == 1
    # Of warnings that are alike, a build tells some.
    assert errors(built.problems) == errors(told.problems)
    assert built.problems <= told.problems
    assert tree(site.parent) == before


def test_what_is_well_can_be_built_in_spite_of_the_rest(tmp_path: Path) -> None:
    """`--keep-going` makes the pages of all that has no error, and of nothing that has one."""
    site = tmp_path / "site"
    shutil.copytree(HOSTILE, site)
    told = run(site, "build", "--keep-going", "--now", "2026-06-01")
    assert told.code == 1
    assert "Traceback" not in told.log
    made = {page.parent.name for page in (site / "output" / "en" / "jobs").glob("*/index.html")}
    assert {"ok-control", "ok-emoji", "ok-markup-in-title"} <= made
    wrong = {Path(problem.partition(":")[0]).name.partition(".")[0] for problem in errors(expected())}
    # The first of two files of one id is read, the other is told; a link that leads nowhere loses its address.
    assert made & wrong <= {"twin", "apart", "body-address", "body-links"}
    texts = [page.read_text(encoding="utf-8") for page in (site / "output").rglob("*.html")]
    assert not [text for text in texts if "<script>alert" in text or "<img src=x" in text]


# ── what git or other systems cannot hold ─────────────────────────────────────────────────────────────────────────────

FRONT = "title: Baker\norganization: acme\nposted: 2026-01-10\ndeadline: 2026-12-10\napply: [{email: a@acme.example}]\n"


def document(front: str = FRONT, body: str = "Bake bread.") -> bytes:
    """A posting's file."""
    return f"---\n{front}---\n\n{body}\n".encode()


LARGE: dict[str, tuple[bytes, str]] = {
    "brackets": (document(FRONT + f"categories: {'[' * 50_000}\n"), "too-deep"),
    "braces": (document(FRONT + f"contract: {'{' * 50_000}\n"), "too-deep"),
    "hyphens": (document(FRONT + f"categories:\n{'- ' * 25_000}\n"), "too-deep"),
    "questions": (document(FRONT + "? " * 25_000 + "\n"), "too-deep"),
    "brackets-5mb": (b"[" * 5_000_000, "file-too-large"),
    "keys": (document(FRONT + "".join(f"key{n}: x\n" for n in range(3_000))), "too-many-values"),
    "keys-900": (document(FRONT + "".join(f"key{n}: x\n" for n in range(900))), "unknown-key"),
    "scalar": (document(FRONT + f"grade: {'x' * 1_000_000}\n"), "too-large"),
    "front-matter": (document(FRONT + "# x\n" * 20_000), "too-large"),
    "body": (document(body="Bake bread.\n" * 30_000), "too-large"),
    "body-2mb": (document(body="Bake bread.\n" * 180_000), "file-too-large"),
    "body-line": (document(body="x" * 1_000_000), "too-large"),
    "divs": (document(body="<div>" * 40_000), "markdown-html"),
    "list": (document(body="\n".join("  " * n + "- a" for n in range(300))), "markdown-nesting"),
    "quotes": (document(body=">" * 50_000), "markdown-nesting"),
    "table": (document(body="|a" * 500 + "\n" + "|-" * 500 + "\n" + "|b\n" * 50_000), "too-large"),
    "quotes-unclosed": (document(FRONT + 'grade: "' + "x: y " * 10_000 + "\n"), "yaml-quote"),
    "links": (document(body="".join(f"[a](gone-{n}.en.md)\n" for n in range(10_000))), "markdown-links"),
    "key-long": (document(FRONT + f"{'k' * 900}: x\n"), "unknown-key"),
}
"""Files too large for a repository, each with the code it must get."""

FINE: dict[str, bytes] = {
    "brackets-in-body": document(body="[" * 20_000),
    "declarations": document(body="<![" * 600),
    "entities": document(body="&" * 200_000),
    "stars": document(body="**a" * 60_000),
    "addresses": document(body="https://acme.example/ " * 10_000),
}
"""Bodies that look as bad and are read in no time."""


def test_large_files_are_refused_by_cap_or_read_in_no_time(tmp_path: Path) -> None:
    """Each of them in the same run, with its code; the process lives."""
    site = copied(tmp_path / "site")
    large = {f"content/postings/large-{name}.en.md": data for name, (data, _) in LARGE.items()}
    fine = {f"content/postings/fine-{name}.en.md": data for name, data in FINE.items()}
    fill(site, {**large, **fine})
    told = run(site)
    assert told.code == 1
    assert "Traceback" not in told.log
    for name, (_, code) in LARGE.items():
        found = {p for p in told.problems if p.startswith(f"content/postings/large-{name}.en.md:")}
        assert any(p.endswith(f"[{code}]") for p in found), (name, found)
        assert len(errors(frozenset(found))) <= 25, name
    assert [p for p in errors(told.problems) if "/fine-" in p] == []
    assert errors(expected()) <= told.problems
    assert told.seconds < 30


def odd_names(content: Path, outside: Path) -> Iterator[tuple[str, str]]:
    """Makes what only a disk can hold; gives (beginning of the path as told, code). Skips what this disk refuses."""
    postings = content / "postings"
    os.mkfifo(postings / "pipe.en.md")
    yield "content/postings/pipe.en.md", "not-a-file"
    with socket.socket(socket.AF_UNIX) as door, Inside(postings):
        door.bind("door.en.md")
    yield "content/postings/door.en.md", "not-a-file"
    links = {
        "outside": (outside / "secret.md", "link-outside"),
        "dangling": (Path("nowhere.md"), "link-dangling"),
        "loop": (Path("link-loop.en.md"), "link-loop"),
        "device": (Path("/dev/zero"), "link-outside"),
    }
    for name, (target, code) in links.items():
        (postings / f"link-{name}.en.md").symlink_to(target)
        yield f"content/postings/link-{name}.en.md", code
    (postings / "folder-outside").symlink_to(outside)
    yield "content/postings/folder-outside", "link-outside"
    (postings / "folder-loop").symlink_to(postings)
    yield "content/postings/folder-loop", "link-loop"
    names = {
        b"bad\xff.en.md": "path-unsafe",
        b"new\nline.en.md": "path-unsafe",
        b"con.en.md": "path-unsafe",
        b"dot.en.md.": "path-unsafe",
        b"b\\c.en.md": "path-unsafe",
        b"two words.en.md": "id-invalid",
        b"a?b#c.en.md": "id-invalid",
        b'"quoted".en.md': "id-invalid",
        b"x" * 248 + b".en.md": "id-too-long",
        b"Ok-Control.en.md": "id-twice",
        "cafe\u0301.en.md".encode(): "id-invalid",
        "caf\u00e9.en.md".encode(): "id-twice",
    }
    for name, code in names.items():
        try:
            Path(os.fsdecode(bytes(postings) + b"/" + name)).write_bytes(document())
        except (OSError, ValueError):
            continue
        shown = name.decode("utf-8", "surrogateescape")
        yield "content/postings/" + re.split("[\udcff\n\\\\]", shown)[0], code


class Inside:
    """Works in a folder for a moment: a socket's path may be no longer than 107 bytes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.before = Path.cwd()

    def __enter__(self) -> None:
        os.chdir(self.folder)

    def __exit__(self, *_: object) -> None:
        os.chdir(self.before)


def test_pipes_links_and_odd_names_are_told_and_not_followed(tmp_path: Path) -> None:
    """No hang, no look outside; what editors leave behind is passed over."""
    site = copied(tmp_path / "site")
    outside = tmp_path / "outside"
    fill(outside, {"secret.md": document(FRONT.replace("Baker", "SECRET")), "x.en.md": document()})
    postings = site / "content" / "postings"
    litter = (".DS_Store", "ok-control.en.md~", ".ok-control.en.md.swp", "Thumbs.db", "#ok-control.en.md#")
    fill(postings, dict.fromkeys(litter, b"\xff\x00"))
    wanted = list(odd_names(site / "content", outside))
    told = run(site)
    for path, code in wanted:
        assert any(p.startswith(path) and p.endswith(f"[{code}]") for p in told.problems), (path, code)
    assert "SECRET" not in told.log
    assert "Traceback" not in told.log
    assert not any(name in told.log for name in litter)
    assert errors(expected()) <= told.problems
    assert told.code == 1
