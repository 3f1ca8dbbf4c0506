"""The preview's HTTP server: loopback only, for this machine's browsers only. Decides nothing about pages."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from urllib.parse import urlsplit

from jobglot.media_types import media_type
from jobglot.preview.answers import Response, answer
from jobglot.preview.board import Board, Settings, Snapshot
from jobglot.preview.headers import OWN
from jobglot.problem import Severity

LOCAL = frozenset(["localhost", "127.0.0.1", "::1"])
LARGEST_CHOICE = 10_000
OWN_FILES = ("bar.js", "bar.css", "clock.js")
PORTS_TO_TRY = 20
MOST_TOLD = 100
"""So many errors are told to the bar, which shows them over the page."""


class Server(ThreadingHTTPServer):
    """A thread a request: a slow reader holds up nobody."""

    daemon_threads = True
    request_queue_size = 128
    allow_reuse_address = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that hangs up is no news."""


def bind(board: Board, port: int, *, exactly: bool) -> Server:
    """A server on the loopback address; on the next free port unless it must be just this one. OSError when none is."""
    last: OSError | None = None
    for candidate in range(port, port + (1 if exactly else PORTS_TO_TRY)):
        try:
            return Server(("127.0.0.1", candidate), partial(Handler, board))
        except OSError as taken:
            last = taken
    raise last or OSError


class Handler(BaseHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"
    server_version = "jobglot"
    sys_version = ""
    timeout = 30

    def __init__(self, board: Board, *arguments: object) -> None:
        self.board = board
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """A page, a file, or the preview's own."""
        self.respond()

    def do_HEAD(self) -> None:
        """The same without the body."""
        self.respond()

    def do_POST(self) -> None:
        """The only thing to be changed is what the preview shows."""
        if self.refused():
            return
        if self.path != f"{OWN}choose":
            self.send(Response(405, b"The board can only be read.\n", headers=(("Allow", "GET, HEAD"),)))
            return
        origin = urlsplit(self.headers.get("Origin", ""))
        if origin.netloc != self.headers.get("Host"):
            self.send(Response(403, b"This comes from another page.\n"))
            return
        self.send(self.chosen())

    def chosen(self) -> Response:
        """Show the board at another time, or with drafts."""
        length = self.headers.get("Content-Length", "")
        if not length.isdigit() or int(length) > LARGEST_CHOICE:
            return Response(413, b"")
        try:
            wish = json.loads(self.rfile.read(int(length)))
            now = datetime.fromisoformat(wish["now"]) if wish.get("now") else None
            drafts = bool(wish.get("drafts"))
            plan = self.board.snapshot.plan
            if now is not None and now.tzinfo is None:
                now = now.replace(tzinfo=plan.site.config.zone if plan else UTC)
            # While a year is typed, browsers tell of the years 1, 19 and 199 as well.
            instant = now.astimezone(UTC) if now else None
        except (ValueError, TypeError, AttributeError, KeyError, OverflowError):
            return Response(400, b"This is not a choice.\n")
        return state(self.board.choose(Settings(instant, drafts)))

    def refused(self) -> bool:
        """Whether the request is not from this machine's own browser: then it has been answered."""
        host = self.headers.get("Host", "")
        name = urlsplit(f"//{host}").hostname if host else None
        if name not in LOCAL:
            # DNS rebinding: a foreign page may have its own name lead to this address.
            self.send(Response(421, b"The preview answers to localhost only.\n"))
            return True
        if not self.path.startswith("/"):
            self.send(Response(400, b"This is not an address of the board.\n"))
            return True
        return False

    def respond(self) -> None:
        """Answer GET or HEAD."""
        if self.refused():
            return
        if self.path.startswith(OWN):
            name = self.path[len(OWN) :].partition("?")[0]
            if name == "state":
                self.send(state(self.board.snapshot))
            elif name in OWN_FILES:
                data = resources.files("jobglot.preview").joinpath(name).read_bytes()
                self.send(Response(200, data, media_type(name)))
            else:
                self.send(Response(404, b"There is no such file.\n"))
            return
        self.send(answer(self.board.snapshot, self.path, self.headers.get("Range", "")))

    def send(self, response: Response) -> None:
        """Put a response on the wire."""
        self.send_response(response.status)
        self.send_header("Content-Type", response.type)
        self.send_header("Content-Length", str(len(response.body)))
        self.send_header("Cache-Control", "no-store")
        for name, value in {"x-content-type-options": "nosniff", **dict(response.headers)}.items():
            self.send_header(name, value)
        if response.status >= 400:
            self.close_connection = True
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(response.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """The log is for problems, not for requests."""


def state(snapshot: Snapshot) -> Response:
    """What the bar asks every second: whether the page is still right, what is wrong, which times are of interest.

    Warnings are for the terminal: a large board may have thousands of them.
    """
    plan = snapshot.plan
    site = plan.site if plan else None
    now = site.now if site else None
    told = {
        "number": snapshot.number,
        "told": snapshot.told,
        "problems": [
            {
                "where": str(p.origin),
                "severity": p.severity.value,
                "what": p.message,
                "remedy": p.remedy,
                "code": p.code,
            }
            for p in snapshot.problems
            if p.severity is Severity.ERROR
        ][:MOST_TOLD],
        "now": now.astimezone(site.config.zone).isoformat(timespec="minutes") if site and now else None,
        "travelling": snapshot.settings.now is not None,
        "drafts": snapshot.settings.drafts,
        "next": site.next_change.isoformat() if site and site.next_change else None,
        "words": words(snapshot),
    }
    return Response(200, json.dumps(told, ensure_ascii=False).encode(), "application/json; charset=utf-8")


def words(snapshot: Snapshot) -> dict[str, dict[str, str]]:
    """The bar's words by language."""
    desks = snapshot.plan.press.desks if snapshot.plan else {}
    return {
        language: {
            "preview": desk.gettext("Preview"),
            "today": desk.gettext("Today"),
            "before": desk.gettext("Before the next change"),
            "after": desk.gettext("After the next change"),
            "drafts": desk.gettext("Show drafts"),
            "source": desk.gettext("Source"),
            "problems": desk.gettext("The last good board is shown. Mend these, and it goes on:"),
            "close": desk.gettext("Close"),
        }
        for language, desk in desks.items()
    }
