"""The preview over real sockets: for this machine's browsers only, and never down."""

from __future__ import annotations

import contextlib
import http.client
import json
import socket
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from previews import NURSE, edit, small_site

from jobglot.preview.board import Board, Settings
from jobglot.preview.server import Server, bind, state

NOW = datetime(2027, 1, 10, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    board = Board(small_site(tmp_path_factory.mktemp("site")), lambda: NOW, Settings())
    started = bind(board, 18_431, exactly=False)
    thread = threading.Thread(target=started.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield started
    started.shutdown()
    started.server_close()
    thread.join()


def ask(server: Server, method: str, path: str, body: str = "", **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=10)
    connection.request(method, path, body or None, {name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    response.body = response.read()  # type: ignore[attr-defined]
    connection.close()
    return response


def raw(server: Server, request: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", server.server_address[1]), timeout=10) as wire:
        wire.sendall(request)
        with contextlib.suppress(OSError):  # when the answer is there, and the line closed, before all was asked
            wire.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: wire.recv(65536), b""))


def test_it_listens_on_the_loopback_address_only(server: Server) -> None:
    """Nobody else on the network can read the drafts."""
    assert server.server_address[0] == "127.0.0.1"


def test_a_page_is_never_cached(server: Server) -> None:
    """And has its type and length."""
    response = ask(server, "GET", "/en/")
    assert response.status == 200
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"


def test_head_is_get_without_the_body(server: Server) -> None:
    """With the same headers."""
    get, head = ask(server, "GET", "/en/feed.xml"), ask(server, "HEAD", "/en/feed.xml")
    assert head.headers["Content-Length"] == get.headers["Content-Length"]
    assert head.body == b""  # type: ignore[attr-defined]


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "192.168.1.5:8000", "localhost.evil"])
def test_other_names_for_this_machine_are_refused(server: Server, host: str) -> None:
    """A foreign page may have its own name lead here (DNS rebinding)."""
    assert ask(server, "GET", "/en/", Host=host).status == 421


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1:1", "[::1]:8000"])
def test_its_own_names_are_known(server: Server, host: str) -> None:
    """With any port."""
    assert ask(server, "GET", "/en/", Host=host).status == 200


def test_nothing_can_be_posted_but_a_choice(server: Server) -> None:
    """And that only from a page of the preview itself."""
    port = server.server_address[1]
    assert ask(server, "POST", "/en/", "x").status == 405
    assert ask(server, "POST", "/__jobglot/choose", "{}", Origin="http://evil.example").status == 403
    assert ask(server, "POST", "/__jobglot/choose", "{}").status == 403
    own = f"http://localhost:{port}"
    wish = json.dumps({"now": "2027-03-01T00:00", "drafts": False})
    chosen = ask(server, "POST", "/__jobglot/choose", wish, Origin=own, Host=f"localhost:{port}")
    assert json.loads(chosen.body)["travelling"] is True  # type: ignore[attr-defined]
    back = ask(server, "POST", "/__jobglot/choose", "{}", Origin=own, Host=f"localhost:{port}")
    assert json.loads(back.body)["travelling"] is False  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "wish", ["", "[]", "1", '{"now": 5}', '{"now": "soon"}', '{"now": "0001-01-01T00:00"}', "{", "\x00"]
)
def test_a_choice_that_is_none_is_refused(server: Server, wish: str) -> None:
    """Without harm."""
    port = server.server_address[1]
    headers = {"Origin": f"http://localhost:{port}", "Host": f"localhost:{port}"}
    assert ask(server, "POST", "/__jobglot/choose", wish, **headers).status in (400, 413)
    assert ask(server, "GET", "/en/").status == 200


@pytest.mark.parametrize(
    "request_",
    [
        b"GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"\x00\x01\x02\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nRange: bytes=-\r\n\r\n",
        b"OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
        b"",
    ],
)
def test_hostile_requests_leave_it_alive(server: Server, request_: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    """No traceback, and the next page is served."""
    raw(server, request_)
    assert ask(server, "GET", "/en/").status == 200
    assert "Traceback" not in capfd.readouterr().err


def test_a_reader_who_hangs_up_or_dawdles_holds_up_nobody(server: Server) -> None:
    """Twenty open connections that say nothing, and a page in the meantime."""
    idle = [socket.create_connection(("127.0.0.1", server.server_address[1])) for _ in range(20)]
    try:
        assert ask(server, "GET", "/en/").status == 200
    finally:
        for connection in idle:
            connection.close()


def test_a_taken_port_gives_way_to_the_next_unless_it_must_be_that_one(server: Server) -> None:
    """Two previews side by side."""
    port = server.server_address[1]
    board = Board.__new__(Board)
    with pytest.raises(OSError, match="in use"):
        bind(board, port, exactly=True)
    other = bind(board, port, exactly=False)
    assert other.server_address[1] > port
    other.server_close()


def test_the_state_holds_errors_only(tmp_path: Path) -> None:
    """It is asked twice a second, and a board of thousands has thousands of warnings."""
    root = small_site(tmp_path / "site")
    edit(root, NURSE, "Care for people.", "Care for for people.")
    edit(root, "content/postings/cook.en.md", "deadline: 2027-02-15", "deadline: soon")
    board = Board(root, lambda: NOW, Settings())
    told = json.loads(state(board.snapshot).body)
    assert {problem.code for problem in board.snapshot.problems} >= {"word-doubled", "date-unreadable"}
    assert [problem["code"] for problem in told["problems"]] == ["date-unreadable"]


def test_the_state_tells_what_the_bar_shows(server: Server) -> None:
    """Problems, the time shown, and when the board next changes by itself."""
    told = json.loads(ask(server, "GET", "/__jobglot/state").body)  # type: ignore[attr-defined]
    assert told["now"] == "2027-01-10T13:00+01:00"
    assert told["next"] == "2027-01-23T23:00:00+00:00"
    assert told["problems"] == []
    assert set(told["words"]) == {"en", "fr"}
