"""Blocks of code that are opened and never closed, so that all that follows is shown as code.

CommonMark lets such a block run to the end of its text (https://spec.commonmark.org/0.31.2/#fenced-code-blocks).
"""

from __future__ import annotations

import re

from jobglot import gfm
from jobglot.settings import Dialect, MarkdownSettings

_FENCED = frozenset(["extra", "fenced_code"])
"""The extensions of Python-Markdown that know such blocks."""

# As the engine tells it: a block of code with the lines it begins and ends at, and the column.
_BLOCK = re.compile(r'<pre data-sourcepos="(\d+):(\d+)-(\d+):\d+"><code[^>]*>(.*?)</code></pre>', re.DOTALL)
_OPENING = re.compile(r"(~{3,}|`{3,})[^`]*")


def unclosed_fence(source: str, settings: MarkdownSettings) -> tuple[int, int] | None:
    """Line and column, from 1, of what opens a block of code that nothing closes; None where each is closed.

    Those that end with a list item or a quotation before the text does are closed by that.
    """
    if "```" not in source and "~~~" not in source:
        return None
    if settings.dialect is Dialect.MARKDOWN:
        return _in_python_markdown(source) if _FENCED.intersection(settings.extensions) else None
    for match in _BLOCK.finditer(gfm.placed(source)):
        first, column, last = map(int, match.groups()[:3])
        # A fence that closes has a line of its own; a block by indentation has none that opens it.
        if first + match[4].count("\n") == last:
            return first, column
    return None


def _in_python_markdown(source: str) -> tuple[int, int] | None:
    """The same by the habits of the other engine: at the beginning of a line, closed by just the same signs."""
    fence, opened = "", 0
    for number, line in enumerate(source.split("\n"), start=1):
        if fence:
            fence = "" if line.rstrip(" ") == fence else fence
        elif match := _OPENING.fullmatch(line):
            fence, opened = match[1], number
    return (opened, 1) if fence else None
