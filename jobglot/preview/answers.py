"""What the preview answers to a request: a function from a snapshot and a path to a response, as static hosting would.

Differences to hosting: nothing is cached, HTML carries the preview's bar, which the policy lets through, and the clock
of another time where one is chosen; what is asked for is drawn on the spot.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from html import escape
from urllib.parse import unquote_to_bytes

from jobglot.media_types import media_type
from jobglot.plan import Plan, produce
from jobglot.preview.board import Snapshot
from jobglot.preview.headers import NONCE, OWN, headers_of
from jobglot.preview.redirects import led_on
from jobglot.problem import Problem
from jobglot.render import TemplateFault

LONGEST_TARGET = 4096


@dataclass(frozen=True, slots=True)
class Response:
    """A status, headers and a body."""

    status: int
    body: bytes
    type: str = "text/plain; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = ()


def answer(snapshot: Snapshot, target: str, byte_range: str = "") -> Response:
    """The response to GET of a request target (RFC 9112, section 3.2.1) from the board of the snapshot."""
    if len(target) > LONGEST_TARGET:
        return Response(414, b"The address is too long.\n")
    plan = snapshot.plan
    if plan is None:
        return page(503, "<!doctype html><title>jobglot</title><main></main>", snapshot)
    prefix = plan.press.links.prefix
    path = path_of(target)
    if path is None:
        return Response(400, b"This is not an address of the board.\n")
    if not path.startswith(prefix):
        return _to(prefix) if path == "/" or path + "/" == prefix else _missing(plan, "", path, snapshot)
    response = _answered(plan, path, target, snapshot, byte_range)
    return _as_hosted(response, headers_of(snapshot.rules, path[len(prefix) :], path))


def _answered(plan: Plan, path: str, target: str, snapshot: Snapshot, byte_range: str) -> Response:
    name = path.removeprefix(plan.press.links.prefix)
    wanted = name + "index.html" if name == "" or name.endswith("/") else name
    if wanted not in plan.routes:
        below = f"{name}/index.html"
        return _to(f"{target.partition('?')[0]}/") if below in plan.routes else _missing(plan, name, path, snapshot)
    return _drawn(plan, wanted, 200, snapshot, byte_range)


def _as_hosted(response: Response, headers: tuple[tuple[str, str], ...]) -> Response:
    if response.status not in (200, 206, 404):
        return response
    kinds = [value for name, value in headers if name == "content-type" and response.status != 404]
    more = tuple(header for header in headers if header[0] != "content-type")
    return replace(response, type=(kinds or [response.type])[-1], headers=response.headers + more)


def path_of(target: str) -> str | None:
    """The decoded path of a request target; None for what no file can be called."""
    raw = unquote_to_bytes(target.partition("?")[0].partition("#")[0])
    try:
        path = unicodedata.normalize("NFC", raw.decode())
    except UnicodeDecodeError:
        return None
    parts = path.split("/")
    if not path.startswith("/") or "\\" in path or any(ord(c) < 32 or ord(c) == 127 for c in path):
        return None
    return None if path.startswith("//") or "." in parts or ".." in parts else path


def _drawn(plan: Plan, path: str, status: int, snapshot: Snapshot, byte_range: str = "") -> Response:
    try:
        body = produce(plan, path)
    except TemplateFault as fault:
        return page(500, "<!doctype html><title>jobglot</title><main></main>", snapshot, extra=(fault.problem,))
    if path.endswith(".html"):
        return page(status, body.decode(), snapshot, source=source_of(plan, path))
    return ranged(Response(status, body, media_type(path)), byte_range)


def _missing(plan: Plan, name: str, path: str, snapshot: Snapshot) -> Response:
    if led := led_on(snapshot.redirects, path):
        status, place = led
        return Response(status, b"", headers=(("Location", place),))
    language = name.partition("/")[0]
    own = f"{language}/404.html"
    return _drawn(plan, own if own in plan.routes else "404.html", 404, snapshot)


def _to(address: str) -> Response:
    return Response(301, b"", headers=(("Location", address),))


_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


def ranged(whole: Response, byte_range: str) -> Response:
    """The part of a response that a Range header asks for (RFC 9110, section 14); the whole if we do not know it."""
    match = _RANGE.fullmatch(byte_range.replace(" ", ""))
    size = len(whole.body)
    accept = ("Accept-Ranges", "bytes")
    if not match or not (match[1] or match[2]):
        return Response(whole.status, whole.body, whole.type, (accept,))
    first, last = (int(match[1]), int(match[2] or size - 1)) if match[1] else (max(0, size - int(match[2])), size - 1)
    if first >= size or last < first or (not match[1] and int(match[2]) == 0):
        return Response(416, b"", whole.type, (accept, ("Content-Range", f"bytes */{size}")))
    last = min(last, size - 1)
    part = whole.body[first : last + 1]
    return Response(206, part, whole.type, (accept, ("Content-Range", f"bytes {first}-{last}/{size}")))


def page(status: int, html: str, snapshot: Snapshot, source: str = "", extra: tuple[Problem, ...] = ()) -> Response:
    """An HTML page with the preview's bar, which learns from its own tag what page it is on."""
    shown = "".join(f"{problem}\n" for problem in extra)
    tag = (
        f'<link rel="stylesheet" href="{OWN}bar.css">{_clock(snapshot)}<script src="{OWN}bar.js" nonce="{NONCE}" defer '
        f'data-number="{snapshot.number}" data-source="{escape(source)}" data-fault="{escape(shown)}"></script>'
    )
    at = html.rfind("</body>")
    body = html[:at] + tag + html[at:] if at >= 0 else html + tag
    return Response(status, body.encode(), media_type(".html"))


def _clock(snapshot: Snapshot) -> str:
    """The tag that sets the clock of a page to a time that was chosen, before the site's deferred scripts run."""
    if snapshot.plan is None or snapshot.settings.now is None:
        return ""
    now = round(snapshot.plan.site.now.timestamp() * 1000)
    return f'<script src="{OWN}clock.js" nonce="{NONCE}" data-now="{now}"></script>'


def source_of(plan: Plan, path: str) -> str:
    """The file of the content that a page comes from, with its line; "" for pages that come from many."""
    found = plan.press.links.sources.get(plan.routes[path])
    return f"{found}:1" if found else ""
