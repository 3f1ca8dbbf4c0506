"""What an editor is asked to settle, as it stands in a body: a line of its own that begins with a fixed mark.

`import` writes such lines and `check` reports them, so that no board is published with one. The mark is plain text: it
survives browser CMSs, which lose comments, and shows in the preview of a pull request.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

TODO = "TODO(import):"
"""How such a line begins."""

_LINE = re.compile(rf"^[ \t]*(?:[-*>][ \t]+)?{re.escape(TODO)}[ \t]*(.*)$", re.MULTILINE)


def todo(sentence: str) -> str:
    """The line that asks for something; line breaks in the sentence become spaces."""
    return f"{TODO} {' '.join(sentence.split())}"


def without_todos(body: str) -> str:
    """The body with such lines blank: what they quote is not the text's own. Offsets and lines stay."""
    return _LINE.sub(lambda match: " " * len(match[0]), body) if TODO in body else body


def todos(body: str) -> Iterator[tuple[int, str]]:
    """Offset and sentence of each such line in a body."""
    for match in _LINE.finditer(body) if TODO in body else ():
        yield match.start(), match[1].strip()
