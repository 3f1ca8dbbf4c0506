"""The finished boards, a host that serves them, and a browser to look at them; each made once a run."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings
from support import Board, build_demo, build_rough
from support_server import serve

# Machines are shared and slow at times: no test is timed. Where a change is judged, every run tries the same examples.
settings.register_profile("here", deadline=None)
settings.register_profile("judged", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("judged" if os.environ.get("CI") else "here")

# A script that starts the tests in the background has them hear no Ctrl-C, and they would pass that on to every program
# that they interrupt: it would never end.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# What a hook of git, the author's own settings of git, or a proxy would have every program of the tests do.
for name in [name for name in os.environ if name.startswith("GIT_") or name.lower().endswith("_proxy")]:
    del os.environ[name]
os.environ |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Board:
    """The repository's own board, in English and French."""
    return build_demo(tmp_path_factory.mktemp("demo"))


@pytest.fixture(scope="session")
def rough(tmp_path_factory: pytest.TempPathFactory) -> Board:
    """The board of tests/fixtures/rough, in English, French and Arabic."""
    return build_rough(tmp_path_factory.mktemp("rough"))


@pytest.fixture(scope="session")
def demo_url(demo: Board) -> Iterator[str]:
    """Where the demo is served."""
    with serve(demo) as url:
        yield url


@pytest.fixture(scope="session")
def rough_url(rough: Board) -> Iterator[str]:
    """Where the rough board is served."""
    with serve(rough) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """A headless Chromium."""
    from support_browser import chromium

    with chromium() as started:
        yield started
