"""Builds that are killed, or that the disk fails, at every step they take: what was there stays whole."""

from __future__ import annotations

import errno
import os
import random
import resource
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from trees import files, fill, tree

from jobglot.write import Stopped, Written, write

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

# Every call by which a build changes a disk. `open` only counts where it makes a file.
CALLS = ("open", "write", "mkdir", "replace", "rename", "unlink", "rmdir", "chmod", "fchmod", "fsync", "ftruncate")
TAKING_SPACE = ("open", "write", "mkdir", "fsync")

STRANGERS = {"CNAME": b"jobs.example.org", ".git/HEAD": b"ref", "en/jobs/theirs.txt": b"theirs"}

FORMER = {
    "index.html": b"chooser 1" * 50,
    "en/index.html": b"home 1" * 50,
    "en/jobs/one/index.html": b"one 1" * 50,
    "en/jobs/gone/index.html": b"gone 1" * 50,
    "swap": b"a file",
    "paws/x/page.html": b"in a folder",
    "assets/style.css": b"body{}",
}
LATER = {
    "index.html": b"chooser 2" * 60,
    "en/index.html": b"home 1" * 50,
    "en/jobs/one/index.html": b"one 2" * 60,
    "en/jobs/new/index.html": b"new 2" * 60,
    "swap/index.html": b"in a folder now",
    "paws": b"a file now",
    "fr/index.html": b"accueil" * 60,
    "fr/offres/un/index.html": b"un" * 60,
    "assets/style.css": b"body{}",
}
OTHER = {"index.html": b"chooser 3", "en/jobs/one": b"x", "fr/offres/un/index.html": b"un 3", "paws/y.html": b"y"}


@pytest.fixture(autouse=True)
def no_flushing(monkeypatch) -> None:
    """A kill leaves the system and its memory of the disk alone: to flush it is slow and changes nothing here."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture
def site() -> Iterator[Path]:
    """A site's folder with sources, beside something else; in memory if that can be, for speed."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as name:
        folder = Path(name).resolve()
        fill(folder, {"beside/x": b"x", "site/content/a.en.md": b"a"})
        yield folder / "site"


def build(site: Path, plan: Mapping[str, bytes]) -> Written | Stopped:
    """What a build does with this plan."""
    return write(site / "output", site, list(plan), plan.__getitem__)


def former_site(site: Path) -> None:
    """A site that was built before, and that strangers' files came to."""
    assert isinstance(build(site, FORMER), Written)
    fill(site / "output", STRANGERS)


def clean_tree(site: Path, plan: Mapping[str, bytes]) -> dict[str, bytes | str]:
    """What a build into nothing makes of the plan, with the strangers' files."""
    result = write(site / "clean", site, list(plan), plan.__getitem__)
    assert isinstance(result, Written)
    return tree(fill(site / "clean", STRANGERS))


def intercepted(before_call: Callable[[str, tuple[object, ...]], None]) -> Iterator[str]:
    """Have a function called before each call that changes a disk, in this process and from here on."""
    for name in CALLS:
        real = getattr(os, name)

        def call(*args: object, _name: str = name, _real: Callable[..., object] = real, **more: object) -> object:
            if _name != "open" or (isinstance(args[1], int) and args[1] & os.O_CREAT):
                before_call(_name, args)
            return _real(*args, **more)

        setattr(os, name, call)
        yield name


def killed(site: Path, plan: Mapping[str, bytes], at: int) -> bool:
    """Build in a process that is killed before its `at`-th change of the disk; whether it came to that.

    Before a write is killed, half of it is done.
    """
    child = os.fork()
    if child == 0:
        count = 0
        write_through = os.write

        def count_down(name: str, args: tuple[object, ...]) -> None:
            nonlocal count
            count += 1
            if count == at:
                if name == "write":
                    handle, data = args
                    assert isinstance(handle, int)
                    write_through(handle, bytes(data)[: len(bytes(data)) // 2])  # type: ignore[call-overload]
                os.kill(os.getpid(), signal.SIGKILL)

        list(intercepted(count_down))
        result = build(site, plan)
        os._exit(0 if isinstance(result, Written) else 1)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in (0, -signal.SIGKILL)
    return status != 0


def assert_whole(site: Path, *plans: Mapping[str, bytes]) -> None:
    """Every file is a stranger's and untouched, or wholly of one of the plans; every folder holds something."""
    found = files(site / "output") if (site / "output").exists() else {}
    for path, data in found.items():
        assert data in [plan.get(path) for plan in (STRANGERS, *plans)], path
    assert files(site.parent / "beside") == {"x": b"x"}


@pytest.mark.parametrize("plan", [LATER, OTHER], ids=["later", "other"])
def test_killed_at_any_step_a_site_is_whole_and_the_next_build_ends_well(site: Path, plan: dict[str, bytes]) -> None:
    """Without a flag, without a warning, and with the same result as a clean build."""
    expected = clean_tree(site, plan)
    steps = 0
    while True:
        former_site(site)
        steps += 1
        if not killed(site, plan, steps):
            break
        assert_whole(site, FORMER, plan)
        assert set(STRANGERS) <= set(files(site / "output"))
        result = build(site, plan)
        assert isinstance(result, Written), (steps, result)
        assert result.problems == (), steps
        assert tree(site / "output") == expected, steps
        assert isinstance(build(site, FORMER), Written)
    assert steps > 40


def test_a_first_build_killed_at_any_step_can_be_done_again(site: Path) -> None:
    """The folder it began is known to be ours."""
    expected = {path for path in clean_tree(site, FORMER) if not path.startswith(tuple(STRANGERS))}
    steps = 0
    while True:
        steps += 1
        if not killed(site, FORMER, steps):
            break
        assert_whole(site, FORMER)
        result = build(site, FORMER)
        assert isinstance(result, Written), (steps, result)
        assert result.problems == ()
        assert files(site / "output") == FORMER
        assert {path for path in tree(site / "output") if path != ".git"} == expected - {".git"}
        build(site, {})
        (site / "output/.jobglot/manifest.json").unlink()
        (site / "output/.jobglot").rmdir()
        (site / "output").rmdir()
    assert steps > 30


def test_a_build_killed_at_any_step_can_be_followed_by_one_of_the_former_site(site: Path) -> None:
    """As when the change that was being built is taken back: nothing of it stays."""
    former_site(site)
    before = tree(site / "output")
    steps = 0
    while killed(site, LATER, steps := steps + 1):
        result = build(site, FORMER)
        assert isinstance(result, Written), (steps, result)
        assert result.problems == (), steps
        assert tree(site / "output") == before, steps


def test_builds_killed_one_after_the_other_leave_nothing_behind(site: Path) -> None:
    """Each of another plan, each at a random step."""
    plans = [FORMER, LATER, OTHER]
    random_steps = random.Random(20261121)
    expected = {id(plan): None for plan in plans}
    for plan in plans:
        expected[id(plan)] = clean_tree(site, plan)
        write(site / "clean", site, [], lambda _: b"")
    former_site(site)
    for _ in range(25):
        for _ in range(random_steps.randint(2, 4)):
            killed(site, random_steps.choice(plans), random_steps.randint(1, 80))
            assert_whole(site, *plans)
        plan = random_steps.choice(plans)
        result = build(site, plan)
        assert isinstance(result, Written)
        assert result.problems == ()
        assert tree(site / "output") == expected[id(plan)]


def failing(site: Path, plan: Mapping[str, bytes], at: int, number: int, only: tuple[str, ...], monkeypatch) -> object:
    """Build while the disk gives an error from its `at`-th call of those on; None when it did not come to that."""
    count = 0

    def fail(name: str, _: tuple[object, ...]) -> None:
        nonlocal count
        if name in only:
            count += 1
            if count >= at:
                raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        for name in CALLS:
            patched.setattr(os, name, getattr(os, name))  # noted, to be put back
        list(intercepted(fail))
        result = build(site, plan)
    return result if count >= at else None


@pytest.mark.parametrize("first", [False, True], ids=["former site", "no site"])
def test_a_disk_that_is_full_from_any_step_on_costs_nothing(site: Path, first: bool, monkeypatch) -> None:
    """One sentence; the former site is there to the byte, and nothing besides."""
    if not first:
        former_site(site)
    before = tree(site.parent)
    at = 0
    while (result := failing(site, LATER, at := at + 1, errno.ENOSPC, TAKING_SPACE, monkeypatch)) is not None:
        if isinstance(result, Written):  # full only after all was in place
            break
        assert isinstance(result, Stopped)
        assert [p.code for p in result.problems] == ["disk-full"], at
        assert not result.refused
        assert tree(site.parent) == before, at
    assert at > 20
    assert isinstance(build(site, LATER), Written)


def test_a_disk_that_fails_at_any_step_is_one_sentence_and_the_next_build_mends_it(site: Path, monkeypatch) -> None:
    """Even while files are being moved: each is whole."""
    expected = clean_tree(site, LATER)
    former_site(site)
    at = 0
    while (result := failing(site, LATER, at := at + 1, errno.EIO, CALLS, monkeypatch)) is not None:
        assert_whole(site, FORMER, LATER)
        if isinstance(result, Stopped):
            assert [p.code for p in result.problems] == ["disk-error"], at
        again = build(site, LATER)
        assert isinstance(again, Written), (at, again)
        assert again.problems == (), at
        assert tree(site / "output") == expected, at
        assert isinstance(build(site, FORMER), Written)
    assert at > 40


def test_a_limit_on_file_sizes_is_a_full_disk(site: Path) -> None:
    """A real one, set for a process of its own."""
    former_site(site)
    before = tree(site)
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))
        result = build(site, {**FORMER, "big.html": b"x" * 5000})
        os._exit(0 if isinstance(result, Stopped) and result.problems[0].code == "disk-full" else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert tree(site) == before


def test_a_disk_that_is_really_full_keeps_the_former_site(site: Path) -> None:
    """A disk of 256 KiB, in memory."""
    (site / "output").mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "none", str(site / "output")]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("only root may mount a small disk, and only where that is allowed")
    try:
        former_site(site)
        before = tree(site)
        for size in (100_000, 200_000, 60_000):
            result = build(site, {**FORMER, **{f"en/big{n}.html": b"x" * size for n in range(5)}})
            assert isinstance(result, Stopped)
            assert [p.code for p in result.problems] == ["disk-full"]
            assert tree(site) == before
        assert isinstance(build(site, LATER), Written)
    finally:
        subprocess.run(["umount", str(site / "output")], check=True)


def test_an_interrupt_while_files_are_moved_is_like_a_kill(site: Path, monkeypatch) -> None:
    """It passes through, and the next build ends well."""
    expected = clean_tree(site, LATER)
    former_site(site)
    replace = os.replace

    def interrupt(old: bytes, new: bytes) -> None:
        if new.endswith(b"one/index.html"):
            raise KeyboardInterrupt
        replace(old, new)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", interrupt)
        with pytest.raises(KeyboardInterrupt):
            build(site, LATER)
    assert_whole(site, FORMER, LATER)
    result = build(site, LATER)
    assert isinstance(result, Written)
    assert result.problems == ()
    assert tree(site / "output") == expected
