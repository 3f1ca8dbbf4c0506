"""Publishing with rsync itself: to a folder, to a daemon on this machine, and through a shell."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from programs import free_port, running
from publishers import codes, is_whole, ship, shipped, site, tree
from support import program

from jobglot.problem import Problem
from jobglot.publish import rsync as module
from jobglot.publish.courier import roll_back
from jobglot.publish.holder import LOCK
from jobglot.publish.program import Done
from jobglot.publish.publication import LINGER, RECORD
from jobglot.publish.rsync import Remote, open_remote
from jobglot.settings import RsyncTarget


@pytest.fixture(autouse=True)
def _rsync() -> None:
    program("publisher", "rsync")


@pytest.fixture
def there(tmp_path: Path) -> Remote:
    """A folder that rsync writes to."""
    return open_remote(RsyncTarget(str(tmp_path / "www")), tmp_path)


@pytest.fixture
def daemon(tmp_path: Path) -> Iterator[str]:
    """The address of a module of a daemon."""
    port = free_port()
    (tmp_path / "module").mkdir()
    (tmp_path / "secrets").write_text("ada:s3cret-word\n")
    (tmp_path / "secrets").chmod(0o600)
    (tmp_path / "rsyncd.conf").write_text(
        f"use chroot = no\nlog file = {tmp_path}/log\n"
        + "".join(
            f"[{name}]\npath = {tmp_path}/module\nread only = no\nuid = {os.getuid()}\ngid = {os.getgid()}\n{more}"
            for name, more in (("jobs", ""), ("locked", f"auth users = ada\nsecrets file = {tmp_path}/secrets\n"))
        )
    )
    command = [
        "rsync",
        "--daemon",
        "--no-detach",
        "--address=127.0.0.1",
        f"--port={port}",
        f"--config={tmp_path}/rsyncd.conf",
    ]
    with running(command, port):
        yield f"rsync://127.0.0.1:{port}"


def test_only_what_changed_is_sent_and_only_what_left_is_deleted(there: Remote, tmp_path: Path) -> None:
    """A file that did not change keeps its date, and one that is not ours stays; emptied folders go."""
    shipped(there, site(), tmp_path)
    www = tmp_path / "www"
    assert tree(www) == site()
    (www / "stats").mkdir()
    (www / "stats/today.txt").write_text("not ours")
    (www / "en/jobs/a/mine.txt").write_text("not ours")
    before = (www / "en/feed.xml").stat().st_mtime_ns
    after = {**site(), "en/index.html": "new"}
    del after["en/jobs/a/index.html"], after["en/jobs/b/index.html"]
    shipped(there, after, tmp_path, hours=1)
    assert tree(www) == {**after, "stats/today.txt": "not ours", "en/jobs/a/mine.txt": "not ours"}
    assert (www / "en/feed.xml").stat().st_mtime_ns == before
    assert not (www / "en/jobs/b").exists()
    assert sorted(path.name for path in (www / ".jobglot").iterdir()) == ["published.json"]
    assert isinstance(roll_back(there), Problem)


def test_a_folder_here_is_found_from_the_site_and_not_from_where_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As those of other kinds of target are; and “~” is nobody's folder of that name."""
    (tmp_path / "site").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir("/")
    for written, folder in (("../www", "www"), ("~/www", "home/www")):
        shipped(open_remote(RsyncTarget(written), tmp_path / "site"), site(), tmp_path)
        assert tree(tmp_path / folder) == site()
    assert open_remote(RsyncTarget("host:~/www"), tmp_path).destination == "host:~/www/"
    assert open_remote(RsyncTarget("host:"), tmp_path).destination == "host:./"


def test_a_second_run_sends_nothing(there: Remote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It asks for the record, and that is all."""
    shipped(there, site(), tmp_path)
    calls: list[list[str]] = []
    original = module.run
    monkeypatch.setattr(module, "run", lambda words, *a, **k: (calls.append(list(words)), original(words, *a, **k))[1])
    shipped(there, site(), tmp_path)
    assert not any(
        "--delay-updates" in " ".join(words) and str(tmp_path / "build") in " ".join(words) for words in calls
    )


def test_names_that_programs_stumble_over_arrive(there: Remote, tmp_path: Path) -> None:
    """And go again."""
    odd = {
        "#x.html": "1",
        ";y.html": "2",
        "-r.html": "3",
        "a b/c'd\"e.html": "4",
        "é/ü.html": "5",
        "*.html": "6",
        "[a]": "7",
    }
    shipped(there, {**site(), **odd}, tmp_path)
    assert tree(tmp_path / "www") == {**site(), **odd}
    shipped(there, site(), tmp_path, hours=1)
    assert tree(tmp_path / "www") == site()


def test_a_daemon_is_published_to(daemon: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With its password in the environment; without, it says so and never shows it."""
    shipped(open_remote(RsyncTarget(f"{daemon}/jobs/board"), tmp_path), site(1), tmp_path)
    shipped(open_remote(RsyncTarget(f"{daemon}/jobs/board"), tmp_path), site(2), tmp_path, hours=1)
    assert tree(tmp_path / "module/board").items() >= site(2).items()
    locked = open_remote(RsyncTarget(f"{daemon.replace('//', '//ada@')}/locked/"), tmp_path)
    monkeypatch.setenv("RSYNC_PASSWORD", "wrong-w0rd")
    refused = ship(locked, site(1), tmp_path)
    assert codes(refused) == ["rsync-5"]
    assert "RSYNC_PASSWORD" in refused.problems[0].remedy
    assert "wrong-w0rd" not in str(refused.problems[0])
    monkeypatch.setenv("RSYNC_PASSWORD", "s3cret-word")
    assert codes(ship(locked, site(1), tmp_path)) == ["publish-foreign"]


def shell(tmp_path: Path, text: str) -> str:
    """A remote shell that is none, quoted as rsync reads it."""
    script = tmp_path / "shell"
    script.write_text(f"#!/bin/sh\n{text}\n")
    script.chmod(0o755)
    return f"'{script}'"


def test_a_remote_shell_is_published_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As ssh is; and what it refuses is said in words."""
    monkeypatch.setenv("RSYNC_RSH", shell(tmp_path, 'while [ "$1" = -l ]; do shift 2; done; shift; exec sh -c "$*"'))
    target = open_remote(RsyncTarget(f"deploy@host.example:{tmp_path}/www"), tmp_path)
    shipped(target, site(), tmp_path)
    assert tree(tmp_path / "www") == site()
    for ending in ("exit 255", "exec <&-; sleep 0.2; exit 255", "exec >&- <&-; sleep 0.2; exit 255"):
        monkeypatch.setenv("RSYNC_RSH", shell(tmp_path, f"echo 'Permission denied (publickey).' >&2; {ending}"))
        refused = ship(target, site(2), tmp_path)
        assert codes(refused) == ["rsync-255"]
        assert "ssh could not connect" in refused.problems[0].message
        assert "publickey" in refused.problems[0].message


def line_cut_after(count: int, original: Any) -> Any:
    """To run rsync on a line that is cut after so many files."""
    left = [count]

    def run(words: list[str], *arguments: Any, given: bytes = b"", **named: Any) -> Done:
        if left[0] < 0:
            return Done(12, b"", "the line is cut")
        if "--files-from=-" not in words or "--dry-run" in words:
            return original(words, *arguments, given=given, **named)
        names = given.split(b"\0")[:-1]
        budget, left[0] = left[0], left[0] - len(names) if left[0] >= len(names) else -1
        sent = b"".join(name + b"\0" for name in names[:budget])
        done = original(words, *arguments, given=sent, **named) if sent else Done(0, b"", "")
        return done if left[0] >= 0 else Done(12, b"", "the line is cut")

    return run


def test_interrupted_after_any_file_it_is_old_or_new_page_by_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No page there ever asks for a style sheet that is not, and the next run completes it."""
    gone = {"en/jobs/old/index.html": "<link href='/static/site.00000001.css'>old"}
    before, after = {**site(1), **gone}, site(2)
    shipped(Remote(f"{tmp_path}/first/"), before, tmp_path)
    for count in range(40):
        www = tmp_path / f"www-{count}"
        shutil.copytree(tmp_path / "first", www)
        target = Remote(f"{www}/", take_over=True)
        with monkeypatch.context() as patch:
            patch.setattr(module, "run", line_cut_after(count, module.run))
            outcome = ship(target, after, tmp_path, hours=1)
        if not outcome.problems:
            break
        assert codes(outcome) == ["rsync-12"]
        is_whole(tree(www), before, after)
        shipped(target, after, tmp_path, hours=1)
        assert {k: v for k, v in tree(www).items() if k != "static/site.00000001.css"} == after
        record = target.look().publication
        assert record is not None
        assert record.is_settled
    assert count > len(after)


def test_of_two_publishers_one_wins_and_the_other_says_so(there: Remote, tmp_path: Path) -> None:
    """And one who lost the lock in between stops before the end."""
    with there.lock():
        busy = ship(open_remote(RsyncTarget(there.destination), tmp_path), site(), tmp_path)
        assert codes(busy) == ["target-busy"]
        assert f"process {os.getpid()} is publishing there" in busy.problems[0].message
    assert not (tmp_path / "www" / LOCK).exists()


def test_the_lock_of_a_dead_publisher_is_taken_over(there: Remote, tmp_path: Path) -> None:
    """By itself where its process can be seen to be gone, else with a flag."""
    (tmp_path / "www/.jobglot").mkdir(parents=True)
    with subprocess.Popen(["true"]) as process:
        process.wait()
    (tmp_path / "www" / LOCK).write_text(f"{socket.gethostname()}, process {process.pid}, x\n")
    shipped(there, site(1), tmp_path)
    (tmp_path / "www" / LOCK).write_text(f"{socket.gethostname()}, process {os.getpid()}, of a run before\n")
    shipped(there, site(1), tmp_path)
    (tmp_path / "www" / LOCK).write_text("elsewhere, process 1, x\n")
    assert codes(ship(there, site(2), tmp_path, hours=1)) == ["target-busy"]
    shipped(replace(there, take_over=True), site(2), tmp_path, hours=1)


def test_a_folder_of_other_things_and_a_spoilt_record_are_refused(there: Remote, tmp_path: Path) -> None:
    """Nothing there is touched."""
    www = tmp_path / "www"
    www.mkdir()
    (www / "photo.jpg").write_text("mine")
    assert codes(ship(there, site(), tmp_path)) == ["publish-foreign"]
    shipped(there, site(), tmp_path, allowed=["foreign"])
    (www / RECORD).write_text("{}")
    assert codes(ship(there, site(2), tmp_path, hours=1)) == ["publication-unreadable"]
    assert tree(www) == {**site(), "photo.jpg": "mine"}


def test_more_deletions_than_planned_are_stopped_by_rsync_itself(
    there: Remote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its own bound, should ours be wrong: exit code 25."""
    shipped(there, site(), tmp_path)
    original = Remote._rsync

    def bounded(self: Remote, *words: str, **named: Any) -> Any:
        return original(
            self, *("--max-delete=0" if word.startswith("--max-delete") else word for word in words), **named
        )

    after = site()
    del after["en/jobs/b/index.html"]
    with monkeypatch.context() as patch:
        patch.setattr(Remote, "_rsync", bounded)
        outcome = ship(there, after, tmp_path, hours=1)
    assert codes(outcome) == ["rsync-25"]
    assert "en/jobs/b/index.html" in tree(tmp_path / "www")
    shipped(replace(there, take_over=True), after, tmp_path, hours=1)
    assert tree(tmp_path / "www") == after


def test_a_full_disk_there_is_said(tmp_path: Path) -> None:
    """Or any other reason why a file cannot be written."""
    (tmp_path / "file").write_text("x")
    outcome = ship(open_remote(RsyncTarget(f"{tmp_path}/file/www"), tmp_path), site(), tmp_path)
    assert codes(outcome)[0].startswith("rsync-")


def test_assets_of_former_releases_go_in_the_end(there: Remote, tmp_path: Path) -> None:
    """The folder does not grow for ever."""
    for version in range(1, LINGER + 3):
        shipped(there, site(version), tmp_path, hours=version)
    assert len(list((tmp_path / "www/static").iterdir())) == LINGER + 1
