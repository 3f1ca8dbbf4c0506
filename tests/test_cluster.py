"""A Dask cluster makes the same site, whatever happens to its workers."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sites import ROOT, small_site, tree

pytest.importorskip("distributed", reason="the extra “dask” is not installed")

from jobglot.cluster import Unreachable, cluster
from jobglot.workers import Hired

THINGS = list(range(1_000))
pytestmark = pytest.mark.filterwarnings("default")


def double(shared: int, thing: int) -> int:
    return shared + 2 * thing


def die_once(mark: Path, thing: int) -> int:
    """The worker that comes to thing 500 first is killed over it."""
    if thing == 500 and not mark.exists():
        mark.write_text("x")
        os.kill(os.getpid(), signal.SIGKILL)
    return thing


def die_always(here: int, thing: int) -> int:
    """Whoever comes to thing 500 is killed, but for the process that asked."""
    if thing == 500 and os.getpid() != here:
        os.kill(os.getpid(), signal.SIGKILL)
    return thing


@pytest.fixture(scope="module")
def local():
    with cluster("dask://local") as made:
        yield made


def test_it_gives_every_result_in_order(local: Hired):
    told: list[tuple[int, int]] = []
    assert local.each(double, 5, THINGS, lambda *progress: told.append(progress)) == [5 + 2 * n for n in THINGS]
    assert told[-1] == (1_000, 1_000)


def test_a_worker_that_is_killed_changes_nothing(local: Hired, tmp_path: Path):
    assert local.each(die_once, tmp_path / "mark", THINGS) == THINGS
    assert (tmp_path / "mark").exists()


def test_a_shard_over_which_every_worker_dies_is_done_here(local: Hired):
    assert local.each(die_always, os.getpid(), THINGS) == THINGS


@pytest.mark.parametrize("address", ["dask://", "tcp://127.0.0.1:1", "local", "dask://127.0.0.1:1", "dask://no port"])
def test_where_there_is_no_cluster_it_says_so(address: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("jobglot.cluster.PATIENCE", 1)
    with pytest.raises(Unreachable, match=r"cluster|scheduler"), cluster(address):
        raise AssertionError


def build(site: Path, output: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "jobglot", "build", "--site", site, "--output", output, "--now", "2026-03-02", *more],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def large_site(folder: Path) -> Path:
    root = small_site(folder)
    cook = (root / "content/postings/cook.en.md").read_text()
    for number in range(450):
        (root / f"content/postings/cook{number}.en.md").write_text(cook.replace("title: Cook", f"title: Cook {number}"))
    return root


def test_the_command_makes_the_same_site_on_a_cluster(tmp_path: Path):
    root = large_site(tmp_path / "site")
    alone = build(root, tmp_path / "alone", "--jobs", "1")
    assert alone.returncode == 0, alone.stdout + alone.stderr
    spread = build(root, tmp_path / "spread", "--executor", "dask://local")
    assert spread.returncode == 0, spread.stdout + spread.stderr
    assert tree(tmp_path / "spread") == tree(tmp_path / "alone")
    assert len(tree(tmp_path / "spread")) > 450


def test_the_command_says_where_there_is_no_cluster(tmp_path: Path):
    refused = build(small_site(tmp_path / "site"), tmp_path / "out", "--executor", "dask//wrong")
    assert refused.returncode == 2
    assert "dask://host:port" in refused.stderr
    assert not (tmp_path / "out").exists()


def test_whoever_listens_and_says_nothing_is_no_cluster(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("jobglot.cluster.PATIENCE", 1)
    with socket.create_server(("127.0.0.1", 0)) as mute:
        began = time.monotonic()
        with pytest.raises(Unreachable, match="scheduler"), cluster(f"dask://127.0.0.1:{mute.getsockname()[1]}"):
            raise AssertionError
    assert time.monotonic() - began < 15
