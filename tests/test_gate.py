"""The one way in: whatever lies on the disk, nothing outside is read, nothing hangs, nothing raises."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trees import fill, open_ground, ordinary_user

from jobglot import gate
from jobglot.gate import flaw, is_litter, read_file, walk
from jobglot.problem import Problem

CAP = 1000


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site with a file, and a secret beside it."""
    fill(tmp_path, {"secret.txt": b"secret", "site/content/a.en.md": b"hello"})
    return tmp_path / "site"


def code(found: object) -> str:
    """The code of the problem that this is."""
    assert isinstance(found, Problem), found
    return found.code


def test_a_regular_file_is_read_whole(root: Path) -> None:
    """Whether the root is named by its real path, through a link, or relative to the current folder."""
    assert read_file(root, "content/a.en.md", CAP) == b"hello"
    (root.parent / "alias").symlink_to(root)
    assert read_file(root.parent / "alias", "content/a.en.md", CAP) == b"hello"
    assert read_file(Path(os.path.relpath(root)), "content/a.en.md", CAP) == b"hello"
    fill(root, {"empty": b"", "é b#?%.md": b"x"})
    assert read_file(root, "empty", CAP) == b""
    assert read_file(root, "é b#?%.md", CAP) == b"x"


def test_a_file_may_have_as_many_bytes_as_the_cap_and_not_one_more(root: Path) -> None:
    """The message says how many."""
    fill(root, {"fits": b"x" * CAP, "big": b"x" * (CAP + 1)})
    assert read_file(root, "fits", CAP) == b"x" * CAP
    problem = read_file(root, "big", CAP)
    assert code(problem) == "file-too-large"
    assert "1,000 bytes" in str(problem)


def test_a_note_of_git_lfs_is_not_taken_for_the_file(root: Path) -> None:
    """Whatever its ending: a picture would be broken, a text be no posting."""
    fill(root, {"team.jpg": b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"})
    problem = read_file(root, "team.jpg", CAP)
    assert code(problem) == "git-lfs"
    assert "git lfs pull" in str(problem)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs files without a size")
def test_a_file_that_does_not_tell_its_size_is_read_whole_and_capped() -> None:
    """Its size is said to be 0."""
    assert read_file(Path("/proc/self"), "status", 100_000).count(b"\n") > 10
    assert code(read_file(Path("/proc/self"), "status", 20)) == "file-too-large"


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("a.en.md", b"hello"),
        ("../content/a.en.md", b"hello"),
        ("../../secret.txt", "link-outside"),
        ("/etc/hostname", "link-outside"),
        ("/dev/zero", "not-a-file"),
        ("nowhere", "link-dangling"),
        ("link", "link-loop"),
        ("../content", "not-a-file"),
    ],
)
def test_a_link_is_followed_inside_and_a_problem_else(root: Path, target: str, expected: bytes | str) -> None:
    """Outside, dangling, looping, to a device or to a folder."""
    (root / "content/link").symlink_to(target)
    found = read_file(root, "content/link", CAP)
    assert found == expected if isinstance(expected, bytes) else code(found) == expected


def test_a_linked_folder_leads_no_further_than_a_linked_file(root: Path) -> None:
    """Also when what lies outside has the same path below some other root."""
    fill(root.parent, {"other/sub/a.md": b"secret", "site/real/sub/a.md": b"inside"})
    (root / "out").symlink_to("../other")
    (root / "in").symlink_to("real")
    assert code(read_file(root, "out/sub/a.md", CAP)) == "link-outside"
    assert read_file(root, "in/sub/a.md", CAP) == b"inside"


def test_without_a_proc_file_system_the_answer_is_the_same(root: Path, monkeypatch) -> None:
    """Other systems than Linux ask for the real path by name."""
    (root / "content/in").symlink_to("a.en.md")
    (root / "content/out").symlink_to("../../secret.txt")

    readlink = os.readlink

    def without_proc(path: bytes) -> bytes:
        if path.startswith(b"/proc/"):
            raise FileNotFoundError
        return readlink(path)

    monkeypatch.setattr(gate.os, "readlink", without_proc)
    assert read_file(root, "content/a.en.md", CAP) == b"hello"
    assert read_file(root, "content/in", CAP) == b"hello"
    assert code(read_file(root, "content/out", CAP)) == "link-outside"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_nothing_waits_for_a_pipe_a_socket_or_a_device(root: Path, tmp_path: Path) -> None:
    """Opening a pipe would wait for ever for its writer."""
    os.mkfifo(root / "content/pipe.en.md")
    start = time.monotonic()
    with socket.socket(socket.AF_UNIX) as listener:
        here = Path.cwd()
        os.chdir(root / "content")  # a socket's whole path may not be long
        try:
            listener.bind("socket.en.md")
        finally:
            os.chdir(here)
        for name in ("content/pipe.en.md", "content/socket.en.md", "content"):
            assert code(read_file(root, name, CAP)) == "not-a-file"
        _, problems = walk(root, "content")
    assert [(p.origin.path, p.code) for p in problems] == [
        ("content/pipe.en.md", "not-a-file"),
        ("content/socket.en.md", "not-a-file"),
    ]
    assert time.monotonic() - start < 2


@pytest.mark.parametrize(
    "path",
    [
        *("", "/etc/passwd", "../secret.txt", "content/../../secret.txt", "content//a.en.md", "./content/a.en.md"),
        *("content\\a.en.md", "a\0b", "a\nb", "a\udce9", "a\u202eb", "x" * 256, "con", "content/aux.en.md", "a.", "b "),
        *("content/", "COM1.txt", "é" * 128, "/"),
    ],
)
def test_a_path_that_may_mean_something_else_is_never_opened(root: Path, path: str) -> None:
    """The same paths on every operating system."""
    assert flaw(path)
    assert code(read_file(root, path, CAP)) == "path-unsafe"


@pytest.mark.parametrize(
    "path",
    [
        *(
            "a",
            "content/postings/2026/data-engineer.en.md",
            "con-x/aux1/comms.md",
            "é à.png",
            "a" * 255,
            ".well-known/x",
        ),
        *("contract.md", "a..b", "-x", "_headers", "com10.txt", "console/nulled", "x" * 99, "x" * 100, "x" * 101),
    ],
)
def test_a_plain_path_has_no_flaw(path: str) -> None:
    """Nor has one with spaces, accents, or what merely resembles a device."""
    assert flaw(path) == ""


@given(st.text(alphabet="conau.xl1/ -\\", max_size=12))
def test_the_quick_look_at_a_path_never_lets_pass_what_the_long_one_refuses(path: str) -> None:
    """`_PLAIN` is only there for speed; paths are made of what the rules are about."""
    if gate._PLAIN.match(path):
        assert not any(map(gate._flaw_of_name, path.split("/")))


def test_what_editors_and_systems_leave_is_passed_over(root: Path) -> None:
    """But for what is asked for by name."""
    litter = (".DS_Store", "a.md~", ".a.md.swp", "Thumbs.db", "#a.md#", ".#a.md", "4913", ".git/config", "desktop.ini")
    fill(root / "content", dict.fromkeys((*litter, ".well-known/security.txt", "b.en.md"), b""))
    assert all(is_litter(name.split("/")[0]) for name in litter)
    assert walk(root, "content") == (("content/a.en.md", "content/b.en.md"), ())
    assert walk(root, "content", keep=(".well-known",))[0] == (
        "content/.well-known/security.txt",
        "content/a.en.md",
        "content/b.en.md",
    )


def test_paths_are_sorted_whatever_the_disk_says(root: Path) -> None:
    """By the text of the whole path."""
    fill(root / "content", dict.fromkeys(("b/a.md", "b.md", "B.md", "a/z.md", "a/b/c.md", "é.md"), b""))
    paths, problems = walk(root, "")
    assert paths == tuple(sorted(paths))
    assert len(paths) == 7
    assert problems == ()


def test_a_folder_that_is_not_there_holds_nothing(root: Path) -> None:
    """It is for others to say whether it must be."""
    assert walk(root, "static") == ((), ())


def test_a_folder_that_is_a_file_is_a_problem(root: Path) -> None:
    """With a remedy."""
    _, (problem,) = walk(root, "content/a.en.md")
    assert problem.origin.path == "content/a.en.md"


def test_links_in_a_folder_are_followed_inside_and_problems_else(root: Path) -> None:
    """Files and folders; each problem is told with its own path."""
    fill(root, {"shared/x.md": b"x"})
    for name, target in {
        "in": "../shared",
        "file.md": "a.en.md",
        "out": "../..",
        "passwd": "/etc/passwd",
        "dangling": "nowhere",
        "self": "self",
        "up": "..",
        "null": "/dev/null",
    }.items():
        (root / "content" / name).symlink_to(target)
    paths, problems = walk(root, "content")
    assert paths == ("content/a.en.md", "content/file.md", "content/in/x.md")
    assert {p.origin.path: p.code for p in problems} == {
        "content/dangling": "link-dangling",
        "content/null": "link-outside",
        "content/out": "link-outside",
        "content/passwd": "link-outside",
        "content/self": "link-loop",
        "content/up": "link-loop",
    }
    assert all(read_file(root, path, CAP) for path in paths)


def test_links_that_lead_in_a_circle_over_several_folders_end(root: Path) -> None:
    """a/x → b and b/y → a: each is entered once on any way."""
    fill(root, {"a/1.md": b"", "b/2.md": b""})
    (root / "a/x").symlink_to("../b")
    (root / "b/y").symlink_to("../a")
    paths, problems = walk(root, "")
    assert paths == ("a/1.md", "a/x/2.md", "b/2.md", "b/y/1.md", "content/a.en.md")
    assert {p.origin.path for p in problems} == {"a/x/y", "b/y/x"}


def test_a_folder_that_leads_out_is_not_listed(root: Path) -> None:
    """Even when it is the one that was asked for."""
    (root / "static").symlink_to("..")
    paths, problems = walk(root, "static")
    assert paths == ()
    assert [p.code for p in problems] == ["link-outside"]


def test_links_that_multiply_folders_meet_a_bound(root: Path, monkeypatch) -> None:
    """Thirty folders with two links each would be a thousand million paths."""
    monkeypatch.setattr(gate, "MAX_FILES", 500)
    for depth in range(30):
        fill(root, {f"d{depth}/x.md": b""})
        for name in ("l", "r"):
            (root / f"d{depth}" / name).symlink_to(f"../d{depth + 1}")
    start = time.monotonic()
    paths, problems = walk(root, "d0")
    assert paths == ()
    assert [p.code for p in problems] == ["too-many-files"]
    assert time.monotonic() - start < 2


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not take such names")
def test_names_that_cannot_be_shown_are_problems_and_the_rest_is_listed(root: Path) -> None:
    """Names that are not UTF-8, hold controls, or that another system could not hold."""
    for name in (b"\xe9.md", b"a\nb.md", b"\xe2\x80\xae.md", b"aux.md", b"dot.", b"back\\slash"):
        Path(os.fsdecode(os.fsencode(root / "content") + b"/" + name)).write_bytes(b"")
    paths, problems = walk(root, "content")
    assert paths == ("content/a.en.md",)
    assert {p.origin.path for p in problems} == {
        "content/\\udce9.md",
        "content/a\\nb.md",
        "content/\\u202e.md",
        "content/aux.md",
        "content/dot.",
        "content/back\\slash",
    }
    assert {p.code for p in problems} == {"path-unsafe"}
    assert all(str(p).isprintable() for p in problems)


@pytest.mark.skipif(sys.platform == "win32", reason="needs permissions")
def test_what_one_may_not_read_is_a_problem_and_the_rest_is_listed() -> None:
    """A file without r, a folder without x."""
    with open_ground() as ground:
        fill(ground, {"content/open.md": b"x", "content/closed.md": b"x", "content/shut/in.md": b"x"})
        with ordinary_user(ground):
            (ground / "content/closed.md").chmod(0)
            (ground / "content/shut").chmod(0)
            paths, problems = walk(ground, "content")
            problem = read_file(ground, "content/closed.md", CAP)
            inside = read_file(ground, "content/shut/in.md", CAP)
            (ground / "content/shut").chmod(0o755)
    assert paths == ("content/closed.md", "content/open.md")
    assert [(p.origin.path, p.code) for p in problems] == [("content/shut", "disk-permission")]
    assert code(problem) == code(inside) == "disk-permission"
    assert "right" in str(problem)


@pytest.mark.skipif(sys.platform != "linux", reason="asks for a locale that others lack")
def test_no_locale_decides_how_a_name_is_spelt(root: Path) -> None:
    """Under a plain ASCII locale, too."""
    fill(root / "content", {"é.md": b"accent"})
    program = (
        "import sys; from pathlib import Path; from jobglot.gate import walk, read_file;"
        "root = Path(sys.argv[1]); paths, problems = walk(root, 'content');"
        "print(ascii(paths), problems, read_file(root, paths[1], 100))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, root],
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        cwd=Path(gate.__file__).parent.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout == "('content/a.en.md', 'content/\\xe9.md') () b'accent'\n"


def test_the_folder_that_vanishes_is_told(root: Path, monkeypatch) -> None:
    """Between being found and being listed."""
    fill(root, {"content/sub/x.md": b""})
    scandir = os.scandir

    def gone(path: bytes) -> object:
        if path.endswith(b"sub"):
            raise FileNotFoundError(2, "No such file or directory")
        return scandir(path)

    monkeypatch.setattr(gate.os, "scandir", gone)
    paths, problems = walk(root, "content")
    assert paths == ("content/a.en.md",)
    assert [p.origin.path for p in problems] == ["content/sub"]
