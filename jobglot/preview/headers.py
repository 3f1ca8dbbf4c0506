"""What the published site's `_headers` say of an address, as far as they can be true of a preview.

Hosts join the values of all rules that fit an address; the preview does as they do. It differs where it must: nothing
is kept by the browser, what the preview adds to a page is let through, and editors' programs may show it in a frame.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from jobglot.host_lines import pattern_of
from jobglot.hosting import ADMIN, rules_in

OWN = "/__jobglot/"
"""Addresses below this are the preview's own."""
OWN_SOURCE = f"*:*{OWN}"
"""They as a source of a policy: this machine has several names, and the preview any port."""
NONCE = "jobglot-preview"
"""What names the preview's script to policies that heed no addresses ('strict-dynamic')."""
DECAP_PROXY = "http://localhost:8081"
"""What a browser CMS asks for the files of this computer (`npx decap-server`)."""

# The preview's own affair, how the answer is put on the wire, and what Netlify reads itself.
NOT_TAKEN = frozenset(
    [
        *("cache-control", "expires", "pragma", "etag", "last-modified", "clear-site-data"),
        *("connection", "content-encoding", "content-length", "date", "server", "trailer", "transfer-encoding"),
        *("strict-transport-security", "x-frame-options", "basic-auth"),
    ]
)
POLICIES = frozenset(["content-security-policy", "content-security-policy-report-only"])
# Frames are said above. There is no https here, which Safari would ask for all the same.
NOT_KEPT = frozenset(
    ["frame-ancestors", "upgrade-insecure-requests", "block-all-mixed-content", "report-uri", "report-to"]
)
ASKED_FOR = ("script-src", "script-src-elem", "style-src", "style-src-elem", "connect-src")
"""The directives that what the preview adds depends on. One that is absent is what its kin says, or `default-src`."""

_FIELD = re.compile(r"([A-Za-z0-9!#$%&'*+.^_`|~-]+)\s*:([\t\x20-\x7e\xa0-\xff]*)")


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of addresses, what it sets, by names in lower case, and the names that it takes back."""

    pattern: re.Pattern[str]
    fields: tuple[tuple[str, str], ...]
    taken_back: frozenset[str]


@lru_cache(maxsize=2)
def rules_of(text: bytes, host: str = "") -> tuple[Rule, ...]:
    """The rules of a `_headers` file; those for the addresses of another `host` are left out."""
    rules = []
    for pattern, lines in rules_in(text):
        parts = urlsplit(pattern)
        if pattern and parts.netloc in ("", host):
            path = pattern.partition("://")[2].partition("/")[2] if parts.netloc else pattern.removeprefix("/")
            fields = (found for line in lines if line[0] != "!" and (found := _FIELD.fullmatch(line)))
            rules.append(
                Rule(
                    pattern_of(f"/{path}"),
                    tuple((field[1].lower(), field[2].strip()) for field in fields),
                    frozenset(line[1:].strip().lower() for line in lines if line[0] == "!"),
                )
            )
    return tuple(rules)


def headers_of(rules: Sequence[Rule], path: str, address: str) -> tuple[tuple[str, str], ...]:
    """The headers of a decoded address, each once; `path` is the same without the prefix of the site."""
    held: dict[str, list[str]] = {}
    for rule in rules:
        if rule.pattern.fullmatch(address):
            for name in rule.taken_back:
                held.pop(name, None)
            for name, value in rule.fields:
                held.setdefault(name, []).append(value)
    proxy = DECAP_PROXY if path.startswith(ADMIN) else ""
    joined = {name: ", ".join(values) for name, values in held.items() if name not in NOT_TAKEN}
    return tuple((name, admitting(value, proxy) if name in POLICIES else value) for name, value in joined.items())


def admitting(policies: str, *more: str) -> str:
    """Policies (https://www.w3.org/TR/CSP3/) that let the preview's own files through, and its pages ask `more`."""
    return ", ".join(_admitting(policy, more) for policy in policies.split(",") if policy.strip())


def _admitting(policy: str, more: Sequence[str]) -> str:
    directives: dict[str, list[str]] = {}
    for directive in policy.split(";"):
        name, *sources = directive.split() or [""]
        if name and name.lower() not in NOT_KEPT:
            directives.setdefault(name.lower(), sources)
    default = directives.get("default-src")
    for name in ASKED_FOR:
        found = directives.get(name, None if name.endswith("-elem") else default)
        if found is not None:
            is_strict = name.startswith("script") and "'strict-dynamic'" in map(str.lower, found)
            own = f"'nonce-{NONCE}'" if is_strict else OWN_SOURCE
            wanted = [own, *(each for each in more if each and name == "connect-src")]
            kept = [source for source in found if source.lower() != "'none'"]
            directives[name] = [*kept, *(each for each in wanted if each not in kept)]
    return "; ".join(" ".join([name, *sources]) for name, sources in directives.items())
