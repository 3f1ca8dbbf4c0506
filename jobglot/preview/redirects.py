"""Where the published site's `_redirects` lead from an address that has no page, as Netlify and Cloudflare read them.

A line is an address, with `*` or `:placeholders`, where it leads, and a status (301 unless said). What depends on who
asks, from where, or with which words after a “?”, is left out: a preview cannot know.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from jobglot.host_lines import pattern_of

STATUSES = (301, 302, 303, 307, 308)
_SAFE = "/:?#[]@!$&'()*+,;=%~"


@dataclass(frozen=True, slots=True)
class Redirect:
    """A pattern of decoded addresses, where it leads, and the status that says so."""

    pattern: re.Pattern[str]
    to: str
    status: int


@lru_cache(maxsize=2)
def redirects_of(text: bytes) -> tuple[Redirect, ...]:
    """The rules of a `_redirects` file, in order."""
    found = []
    for line in text.decode("utf-8", "replace").splitlines():
        written = line.partition(" #")[0].split()
        if not written or written[0].startswith("#") or len(written) not in (2, 3):
            continue
        source, to, status = (*written, "301")[:3]
        status = status.removesuffix("!")
        if source.startswith("/") and to.startswith(("/", "http")) and status.isdecimal() and int(status) in STATUSES:
            found.append(Redirect(pattern_of(source), to, int(status)))
    return tuple(found)


def led_on(redirects: Sequence[Redirect], address: str) -> tuple[int, str] | None:
    """The status and place that the first rule has for a decoded address; None where no rule has one."""
    for redirect in redirects:
        match = redirect.pattern.fullmatch(address)
        if match:
            # Longer names first: “:id” is the beginning of “:identity”.
            to = redirect.to
            for name in sorted(match.groupdict(), key=len, reverse=True):
                to = to.replace(f":{name}", match[name])
            return redirect.status, quote(to, safe=_SAFE)
    return None
