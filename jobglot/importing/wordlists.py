"""Tables of words as text that a person can read and extend; a row goes on in the next line if that begins with “|”."""

from __future__ import annotations

import re


def rows(table: str) -> list[str]:
    """The rows of a table, without their indentation."""
    whole = re.sub(r"\n\s*\|", "|", table.strip("\n"))
    return [row.strip() for row in whole.splitlines() if row.strip()]
