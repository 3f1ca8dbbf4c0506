"""Which bodies no engine reads in bounded time, told before any engine sees them.

Python-Markdown takes quadratic time for brackets, for fences and for whatever stands in one paragraph; the sanitiser
for open tags. cmark needs no bounds of its own, but a table may make it write thirty times what it reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jobglot.problem import Origin, Problem, error
from jobglot.settings import Dialect

MAX_RAW_TAGS = 2_000
MAX_RENDERED = 1024 * 1024
MAX_LINKS = 1_000
# For Python-Markdown only. Each takes about a second at worst.
MAX_BODY = 64 * 1024
MAX_BLOCK = 8 * 1024
MAX_BRACKETS = 1_000
MAX_FENCES = 500
MAX_CELLS = 5_000

_RAW_TAG = re.compile(r"<[a-zA-Z!/]")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)
_BLANK = re.compile(r"\n[ \t]*\n")


def unbounded(source: str, start: Origin, dialect: Dialect) -> Iterator[Problem]:
    """Why a text cannot be read; nothing when it can."""
    if source.count("<") > MAX_RAW_TAGS and len(_RAW_TAG.findall(source)) > MAX_RAW_TAGS:
        message = f"the text holds more than {MAX_RAW_TAGS} HTML tags"
        yield error(start, "markdown-html", message, "write Markdown instead")
    if dialect is Dialect.MARKDOWN:
        yield from _slow(source, start)


def _slow(source: str, start: Origin) -> Iterator[Problem]:
    if len(source) > MAX_BODY:
        message = f"the text has {len(source) // 1024} KiB, more than {MAX_BODY // 1024} in the dialect “markdown”"
        yield error(start, "too-large", message, "shorten it, or set the dialect “gfm”, which reads four times as much")
        return
    if source.count("[") > MAX_BRACKETS:
        message = f"the text holds more than {MAX_BRACKETS} opening brackets"
        yield error(start, "markdown-brackets", message, "delete some")
    if len(_FENCE.findall(source)) > MAX_FENCES:
        message = f"the text holds more than {MAX_FENCES} fences of code"
        yield error(start, "markdown-fences", message, "delete some")
    line = start.line
    end = 0
    for block in _BLANK.split(source):
        line += source.count("\n", end, source.index(block, end))
        end = source.index(block, end)
        if len(block) > MAX_BLOCK:
            message = f"a paragraph or list has {len(block) // 1024} KiB, more than {MAX_BLOCK // 1024}"
            yield error(Origin(start.path, line, 1), "markdown-block", message, "part it with empty lines")
        elif "|" in block and block.count("\n") * max(row.count("|") for row in block.split("\n")) > MAX_CELLS:
            message = f"a table has more than {MAX_CELLS} cells"
            yield error(Origin(start.path, line, 1), "markdown-table", message, "part it, or attach it as a file")
