"""Telling search engines, on a server of our own."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import pytest
from publishers import BOARD

from jobglot.problem import Problem
from jobglot.publish.indexnow import MOST, ping

KEY = "abcdef0123456789"


class Engine(BaseHTTPRequestHandler):
    """Remembers what it is told."""

    told: ClassVar[list[dict[str, Any]]] = []
    status = 200

    def do_POST(self) -> None:
        """Take a list."""
        self.told.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response_only(self.status)
        self.send_header("Content-Length", "0")
        self.end_headers()


@pytest.fixture
def engine() -> Iterator[str]:
    """The address of a search engine."""
    Engine.told, Engine.status = [], 200
    with ThreadingHTTPServer(("127.0.0.1", 0), Engine) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/indexnow"
        server.shutdown()
        thread.join()


def test_the_addresses_are_sent_with_the_key_and_its_place(engine: str) -> None:
    """As the protocol has it."""
    assert ping(BOARD, [f"{BOARD}en/"], KEY, engine) == 1
    assert Engine.told == [
        {
            "host": "jobs.example.org",
            "key": KEY,
            "keyLocation": f"{BOARD}{KEY}.txt",
            "urlList": [f"{BOARD}en/"],
        }
    ]


def test_many_addresses_go_in_several_requests_and_none_in_none(engine: str) -> None:
    """Ten thousand at most in one."""
    assert ping(BOARD, [f"{BOARD}{at}/" for at in range(MOST + 1)], KEY, engine) == MOST + 1
    assert [len(told["urlList"]) for told in Engine.told] == [MOST, 1]
    assert ping(BOARD, [], KEY, engine) == 0
    assert len(Engine.told) == 2


@pytest.mark.parametrize(
    ("urls", "key", "status", "code"),
    [
        ([f"{BOARD}en/"], "short", 200, "indexnow-key"),
        ([f"{BOARD}en/"], "no spaces here", 200, "indexnow-key"),
        (["https://other.example/"], KEY, 200, "indexnow-foreign"),
        ([f"{BOARD}en/"], KEY, 403, "indexnow-refused"),
        ([f"{BOARD}en/"], KEY, 429, "indexnow-refused"),
        ([f"{BOARD}en/"], KEY, 500, "indexnow-refused"),
    ],
)
def test_what_goes_wrong_is_said(engine: str, urls: list[str], key: str, status: int, code: str) -> None:
    """Before anything is sent, where that can be."""
    Engine.status = status
    found = ping(BOARD, urls, key, engine)
    assert isinstance(found, Problem)
    assert found.code == code
    assert len(Engine.told) == (status != 200)


def test_an_engine_that_does_not_answer_is_named() -> None:
    """Without a traceback."""
    found = ping(BOARD, [f"{BOARD}en/"], KEY, "http://127.0.0.1:9/indexnow")
    assert isinstance(found, Problem)
    assert found.code == "indexnow-unreachable"
