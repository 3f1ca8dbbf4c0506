"""Telling search engines which pages changed, when asked to: IndexNow (https://www.indexnow.org/documentation)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

from jobglot.problem import Problem
from jobglot.publish.target import TargetFault, refuse

ENDPOINT = "https://api.indexnow.org/indexnow"
MOST = 10_000
"""How many addresses one request may hold."""

TIMEOUT = 30
_KEY = re.compile(r"[A-Za-z0-9-]{8,128}")
_ANSWERS = {
    400: "the request is malformed",
    403: "the key is not the one in the file at your site's root",
    422: "the addresses are not of this site, or the key does not fit",
    429: "too many requests; wait some hours",
}


def ping(board: str, urls: Sequence[str], key: str, endpoint: str = ENDPOINT) -> Problem | int:
    """Send the addresses to the endpoint; how many were sent. `KEY.txt` at the board's root must hold the key."""
    try:
        if not _KEY.fullmatch(key):
            message = "the key must have 8 to 128 letters, digits and hyphens"
            refuse("indexnow", "indexnow-key", message, "make one, and publish it as static/KEY.txt", is_refusal=True)
        foreign = next((url for url in urls if not url.startswith(board)), None)
        if foreign is not None:
            refuse("indexnow", "indexnow-foreign", f"{foreign} is no page of {board}", "delete it", is_refusal=True)
        for body in _bodies(board, urls, key):
            _post(endpoint, body)
    except TargetFault as fault:
        return fault.problem
    return len(urls)


def _bodies(board: str, urls: Sequence[str], key: str) -> Iterator[bytes]:
    for start in range(0, len(urls), MOST):
        yield json.dumps(
            {
                "host": urlsplit(board).netloc,
                "key": key,
                "keyLocation": f"{board}{key}.txt",
                "urlList": list(urls[start : start + MOST]),
            }
        ).encode()


def _post(endpoint: str, body: bytes) -> None:
    parts = urlsplit(endpoint)
    connection = (HTTPSConnection if parts.scheme == "https" else HTTPConnection)(parts.netloc, timeout=TIMEOUT)
    try:
        connection.request("POST", parts.path or "/", body, {"Content-Type": "application/json; charset=utf-8"})
        status = connection.getresponse().status
    except (OSError, HTTPException, ValueError) as refused:
        refuse("indexnow", "indexnow-unreachable", f"{parts.netloc} cannot be reached: {refused}", "try again later")
    finally:
        connection.close()
    if status not in (200, 202):
        reason = _ANSWERS.get(status, f"it answered {status}")
        refuse("indexnow", "indexnow-refused", f"{parts.netloc} did not take the addresses: {reason}", "see to that")
