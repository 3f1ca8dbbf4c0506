"""Lines of a notice to Markdown: headings, nested lists, paragraphs, and what copying had broken."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from jobglot.importing.headings import Heading, find_headings
from jobglot.importing.lines import Line, is_rule


@dataclass(frozen=True, slots=True)
class Repaired:
    """The Markdown, and what was mended in it, in words."""

    markdown: str
    notes: tuple[str, ...]


def to_markdown(lines: Sequence[Line], language: str) -> Repaired:
    """The text of one edition. Headings begin at the second level; lists keep their depth."""
    notes: list[str] = []
    mended = _with_lost_bullets([line for line in lines if not is_rule(line.text)], notes.append)
    headings = find_headings(mended, language)
    blocks: list[str] = []
    stack: list[int] = []
    was_item = False
    for at, line in enumerate(mended):
        heading = headings.get(at)
        if heading is not None:
            blocks.append(f"{'#' * heading.level} {heading.text}")
        elif line.is_item:
            depth = _depth(line.indent, stack if was_item else [], stack)
            mark = f"{line.number}." if line.number else "-"
            item = f"{'   ' * depth if line.number else '  ' * depth}{mark} {_inline(line.text, mend=notes.append)}"
            if was_item:
                blocks[-1] += f"\n{item}"
            else:
                blocks.append(item)
        elif line.text.startswith("|") and blocks and blocks[-1].startswith("|") and not line.gap:
            blocks[-1] += f"\n{line.text}"  # the next row of a table
        else:
            blocks.append(_paragraph(_inline(line.text, mend=notes.append)))
        was_item = line.is_item and heading is None
        if not was_item:
            stack.clear()
    kept = [block for at, block in enumerate(blocks) if not _is_empty_heading(blocks, at, headings)]
    return Repaired("\n\n".join(_with_breaks(kept)), tuple(dict.fromkeys(notes)))


def _depth(indent: int, before: Sequence[int], stack: list[int]) -> int:
    """How deep an item stands, by the indentation of those above it."""
    if not before:
        stack.clear()
    while stack and indent < stack[-1]:
        stack.pop()
    if not stack or indent > stack[-1]:
        stack.append(indent)
    return len(stack) - 1


def _with_lost_bullets(lines: Sequence[Line], mend: Callable[[str], None]) -> list[Line]:
    """The lines with the bullet of a last item restored that copying had lost.

    Two things give such a line away: the item above is not finished (“; and”), or all items so far have the form
    “Word: rest” and so has this line.
    """
    found: list[Line] = []
    run: list[Line] = []
    for line in lines:
        if line.is_item:
            run = [*run, line] if run and line.indent >= run[0].indent else [line]
        elif run and not line.gap and len(run) >= 2 and _continues(run, line):
            mend(f"the bullet of “{line.text[:40].strip()}…” was missing")
            line = line._replace(bullet=run[-1].bullet, indent=run[-1].indent)  # noqa: PLW2901 - the mended line
            run = []
        else:
            run = []
        found.append(line)
    return found


_LABELLED = re.compile(r"^[^\W\d_][^:.]{2,60}?[ \u00a0]?: ?\S")
_UNFINISHED = re.compile(r"(?:[;,]\s*(?:and|or|et|ou|y|o|en|of|und|oder)?\s*[;,]?|\b(?:and|et|und))\s*$")


def _continues(run: Sequence[Line], line: Line) -> bool:
    if line.text.isupper() or len(line.text) > 400:
        return False
    if _UNFINISHED.search(run[-1].text):
        return True
    return len(run) >= 3 and all(_LABELLED.match(item.text) for item in run) and bool(_LABELLED.match(line.text))


_GLUED = re.compile(r"^([A-ZÀ-Þ]{3,})([ \u00a0]?):(?=[^\s:/\d])")
_TAG = re.compile(r"<(?=[a-zA-Z/!?])(?!https?://|mailto:)")
_MARKED = re.compile(r"^([#>+]|\d+[.)](?=\s))")


def _inline(text: str, mend: Callable[[str], None]) -> str:
    """One line's text, such that Markdown shows what was written."""
    if _GLUED.match(text):
        mend(f"a space was missing after “{_GLUED.match(text)[1]}:”")  # type: ignore[index]
        text = _GLUED.sub(r"\1\2: ", text)
    return _TAG.sub(r"\\<", text)


def _paragraph(text: str) -> str:
    return _MARKED.sub(lambda match: match[1].replace(match[1][-1], "\\" + match[1][-1]), text)


_SHORT = 60


def _with_breaks(blocks: Sequence[str]) -> list[str]:
    """Blocks with the lines of a postal address put together again, as one paragraph with line breaks."""
    found: list[str] = []
    open_address = False
    for block in blocks:
        is_short = len(block) <= _SHORT and not re.match(r"[#-]|\d+\. ", block) and block[-1] not in ".:;"
        if open_address and is_short:
            found[-1] += f"\\\n{block}" if not found[-1].endswith(":") else f"\n\n{block}"
            continue
        found.append(block)
        open_address = block.endswith(":") and not block.startswith(("#", "-"))
    return found


def _is_empty_heading(blocks: Sequence[str], at: int, headings: dict[int, Heading]) -> bool:
    """Whether a heading has nothing under it: no text, and no heading of a lower level."""
    if not headings or not blocks[at].startswith("##"):
        return False
    level = len(blocks[at]) - len(blocks[at].lstrip("#"))
    after = blocks[at + 1] if at + 1 < len(blocks) else ""
    return not after or (after.startswith("##") and len(after) - len(after.lstrip("#")) <= level)
