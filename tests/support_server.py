"""A static host on this machine: serves a board with the types and headers that `_headers` asks hosts for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

from support import Board

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".xml": "application/xml",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".pdf": "application/pdf",
    ".txt": "text/plain; charset=utf-8",
    ".ics": "text/calendar",
    ".webmanifest": "application/manifest+json",
}


def header_rules(text: str) -> list[tuple[re.Pattern[str], dict[str, str]]]:
    """The rules of a `_headers` file: a path with `*` and `:placeholders`, then its headers, indented."""
    rules: list[tuple[re.Pattern[str], dict[str, str]]] = []
    for line in text.splitlines():
        if line[:1].isspace() and rules:
            name, _, value = line.strip().partition(":")
            rules[-1][1][name] = value.strip()
        elif line.startswith("/"):
            pattern = re.sub(r":[a-z]\w*", "[^/]+", re.escape(line.strip()).replace(r"\:", ":").replace(r"\*", ".*"))
            rules.append((re.compile(pattern), {}))
    return rules


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    board: Board
    rules: list[tuple[re.Pattern[str], dict[str, str]]]

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        file = self._file(path)
        headers = {"Content-Type": TYPES.get(file.suffix, "application/octet-stream")}
        for pattern, more in self.rules:
            if pattern.fullmatch(path):
                headers |= more
        content = file.read_bytes()
        self.send_response(404 if file.name == "404.html" else 200)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _file(self, path: str) -> Path:
        root = self.board.folder.resolve()
        if path.startswith(self.board.prefix):
            found = (root / path.removeprefix(self.board.prefix)).resolve()
            found = found / "index.html" if path.endswith("/") else found
            if found.is_relative_to(root) and found.is_file():
                return found
        return root / "404.html"

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Says nothing: the browser's own words are what the tests look at."""


@contextmanager
def serve(board: Board) -> Iterator[str]:
    """The address, ending in "/", under which the board is served while the context lasts."""
    headers = board.folder / "_headers"
    rules = header_rules(headers.read_text(encoding="utf-8")) if headers.exists() else []
    handler = type("Handler", (_Handler,), {"board": board, "rules": rules})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{board.prefix}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
