"""Whether files that cannot be read as what they are say all the same that they are a draft."""

from __future__ import annotations

import re
from collections.abc import Mapping

_FLAG = re.compile(rb"^draft[ \t]*:[ \t]*([^#\r\n]*?)[ \t]*(?:#.*)?\r?$", re.MULTILINE)
_FRONT = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n(.*?)(?:^---[ \t]*\r?$|\Z)", re.MULTILINE | re.DOTALL)
_BLANK = re.compile(rb"^[ \t]*\r?$", re.MULTILINE)


def say_draft(files: Mapping[str, bytes]) -> bool:
    """Whether the files of a posting, by path, say `draft: true` on a line of the top level, and nowhere another thing.

    Only facts count: in Markdown, what stands between the first lines of three hyphens; where nothing closes them, what
    stands above the first empty line.
    """
    said = [flag for path, data in files.items() for flag in _FLAG.findall(_facts(path, data))]
    return bool(said) and all(flag == b"true" for flag in said)


def _facts(path: str, data: bytes) -> bytes:
    if not path.endswith(".md"):
        return data
    front = _FRONT.match(data)
    if front is None:
        return b""
    is_closed = front.end(1) < len(data)
    return front[1] if is_closed else _BLANK.split(front[1], maxsplit=1)[0]
