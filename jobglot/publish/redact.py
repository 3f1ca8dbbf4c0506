"""What must not be shown: passwords in addresses, and the secrets that programs find in their environment."""

from __future__ import annotations

import re
from collections.abc import Mapping

HIDDEN = "***"
_SECRET_NAME = re.compile(
    r"(?:^|_)(?:\w*TOKEN|\w*SECRET\w*|\w*PASS(?:WORD|WD|PHRASE)?|\w*KEY|AUTH\w*|CREDENTIALS?|PAT)(?:_|$)", re.IGNORECASE
)
_SHORTEST = 6
_PLAIN = re.compile(r"(?:true|false|[0-9]{1,9}|/[\w./-]*)", re.IGNORECASE)
_PATTERNS = (
    (re.compile(r"(?<=://)[^\s/@'\"]+@"), f"{HIDDEN}@"),
    (re.compile(r"(?i)((?:proxy-)?authorization:\s*(?:[a-z]+\s+)?)[^\s'\"]+"), rf"\1{HIDDEN}"),
    (
        re.compile(r"(?i)((?:X-Amz-(?:Signature|Credential|Security-Token)|access_token|token)=)[^&\s'\"]+"),
        rf"\1{HIDDEN}",
    ),
    (re.compile(r"\b(?:gh[pousr]_|github_pat_|glpat-|AKIA|ASIA)[A-Za-z0-9_-]{10,}"), HIDDEN),
    (re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\Z)", re.DOTALL), HIDDEN),
)


class Redactor:
    """Takes secrets out of texts. Knows those of one environment, and what secrets look like anywhere."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        found = {
            value
            for name, value in environment.items()
            if _SECRET_NAME.search(name) and len(value) >= _SHORTEST and not _PLAIN.fullmatch(value)
        }
        # A secret may hold another: the longest goes first.
        self._secrets = sorted(found, key=lambda value: (-len(value), value))

    def __call__(self, text: str) -> str:
        """The text without secrets."""
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        for pattern, instead in _PATTERNS:
            text = pattern.sub(instead, text)
        return text
