"""What a word processor leaves in a text: bullets that make no list, indents that make code, links that hold spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape

from jobglot.manuscript import Manuscript
from jobglot.problem import Problem, shown, warning

# U+F0B7 and U+F0A7 are the bullets of the fonts Symbol and Wingdings, as Word writes them.
_SIGNS = "•◦▪▫‣●○■►➢➤✓✔\uf0b7\uf0a7"
_BULLET = re.compile(rf"[ \t]{{0,3}}[{_SIGNS}][ \t\u00a0]*(?=\S)|\t[{_SIGNS}][ \t\u00a0]*(?=\S)")
# One such line may be a remark; several below one another are a list.
_DASH = re.compile(r"[ \t]{0,3}(?:[–—][ \t\u00a0]+(?=\S)|-(?=[^\W\d_])|\*(?=[^\W\d_][^*]*$))")
_MAY_HOLD = re.compile(rf"^[ \t]*[{_SIGNS}–—*-]", re.MULTILINE)
# A file's name as a computer shows it; an address with a title behind it, in quotes, is whole.
_SPACED = re.compile(r"\]\(([^\s()<>\"'][^()<>\n\"']*\s[^()<>\n\"']*\.[A-Za-z0-9]{2,5})\)")
_CODE = re.compile(r"<pre><code>(.*?)</code></pre>", re.DOTALL)


def items_meant(prose: str) -> dict[int, int]:
    """The lines of a text that are meant as items of a list, and how many signs of each are its bullet."""
    if _MAY_HOLD.search(prose) is None:
        return {}
    lines = prose.split("\n")
    found = {at: match.end() for at, line in enumerate(lines) if (match := _BULLET.match(line))}
    dashes = {at: match.end() for at, line in enumerate(lines) if (match := _DASH.match(line))}
    # “-sell” below “- bake” is one as well: in no text does a line go on with a hyphen and a letter.
    items = {at for at, line in enumerate(lines) if line.startswith("- ")} if dashes else set()
    for at, end in dashes.items():
        is_hyphen = lines[at].lstrip().startswith("-")
        if any(beside in dashes or (is_hyphen and beside in items) for beside in (at - 1, at + 1)):
            found[at] = end
    return found


def lists_are_lists(texts: Sequence[Manuscript]) -> Iterator[Problem]:
    """No line begins with a bullet of a word processor: such lines run together on the page."""
    for text in texts:
        meant = items_meant(text.prose)
        if not meant:
            continue
        first = min(meant)
        lines = text.prose.split("\n")
        sign = lines[first].strip()[:1]
        message = f"“{sign}” begins no list in Markdown: such lines run together on the page ({len(meant)} here)"
        origin = text.at(sum(len(line) + 1 for line in lines[:first]))
        yield warning(
            origin, "list-unmade", message, "write “- ” instead at the beginning of each, or run “check --fix”"
        )


def links_hold_no_space(texts: Sequence[Manuscript]) -> Iterator[Problem]:
    """No link is shown as it was written because of a space in the name of its file."""
    for text in texts:
        for match in _SPACED.finditer(text.prose) if "](" in text.prose else ():
            message = f"the link to {shown(match[1])} is shown as it was written, since it holds a space"
            remedy = f"write ({match[1].replace(' ', '%20')}), or rename the file"
            yield warning(text.at(match.start()), "link-unmade", message, remedy)


def texts_are_no_code(texts: Sequence[Manuscript]) -> Iterator[Problem]:
    """No text is shown as code because it is indented."""
    for text in texts:
        for match in _CODE.finditer(text.html) if "<pre><code>" in text.html else ():
            first = unescape(match[1]).strip("\n").partition("\n")[0].strip()
            indented = re.search(rf"^(?: {{0,3}}\t| {{4}})[ \t]*{re.escape(first)}", text.markdown, re.MULTILINE)
            if first and indented:
                message = f"{shown(first)} is shown as code, since its line begins with a tab or four spaces"
                yield warning(text.at(indented.start()), "code-unmeant", message, "delete them")
                break
