"""Notices as word processors write them: what is read of them, and a sentence on what is not."""

from __future__ import annotations

import re
from datetime import date

from jobglot.importing.archive import FAILURES
from jobglot.importing.comparing import squashed
from jobglot.importing.draft import Draft, Refusal
from jobglot.importing.html_text import to_markdown
from jobglot.importing.known import Known
from jobglot.importing.notice import NO_HINTS, Hints
from jobglot.importing.open_document import html_of_open_document, is_open_document, title_of_open_document
from jobglot.importing.several import read_notices
from jobglot.importing.word import html_of_word, is_word, title_of_word

MAX_HTML = 2 * 1024 * 1024
MAX_ELEMENTS = 40_000
MAX_TEXT = 256 * 1024
"""As much as the body of a posting may have; feeds and tables hold many."""
_BOX = re.compile(r"<input\b[^<>]*>", re.IGNORECASE)
_OPEN_BOX = re.compile(r"[☐□❏❑◻][^☐□❏❑◻☑☒✓✔✗✘🗹🗷\n|]*")
_TICKED = re.compile(r"[☑☒✓✔✗✘🗹🗷]\s*")
_HEADING = re.compile(r"(</?h)([1-6])(?=>)")
_WITHIN = re.compile(r"<a (?:id|name|href)=\"(?!\w+:|//)[^\"]*\"[^<>]*>(?:↑|((?:(?!</?a\b).)*))</a>", re.DOTALL)


def is_office_text(data: bytes) -> bool:
    """Whether data are a text of a word processor that can be read."""
    return is_word(data) or is_open_document(data)


def read_office_text(found: str, data: bytes, known: Known, today: date) -> list[Draft | Refusal]:
    """The posting that a document of Word or LibreOffice holds, perhaps in two languages; or several, one by one."""
    text = text_in(found, data)
    if isinstance(text, Refusal):
        return [text]
    return read_notices(found, text, known, today, _hints(data, text))


def text_in(found: str, data: bytes) -> str | Refusal:
    """The text of a document as Markdown, or why there is none."""
    try:
        html = html_of_word(data) if is_word(data) else html_of_open_document(data)
    except FAILURES as failure:
        remedy = "open it in Word or LibreOffice, without a password, and save it anew as .docx"
        return Refusal(found, f"the document cannot be read ({failure}); {remedy}")
    if len(html) > MAX_HTML or html.count("<") > MAX_ELEMENTS:
        return Refusal(found, "the document is too large; keep the part that is the notice of one job")
    text = text_of(html)
    if len(text.encode()) > MAX_TEXT:
        return Refusal(found, f"it has more than {MAX_TEXT // 1024} KiB of text, which is no notice of one job")
    if not text.strip():
        return Refusal(found, "it holds no text, but perhaps a picture of one: write the text out")
    return text


def text_of(html: str) -> str:
    """The Markdown of a document. Of boxes to tick, what is ticked; links within the document are mere text."""
    bare = _WITHIN.sub(lambda match: match[1] or "", _titled(html))
    text = to_markdown(_BOX.sub(lambda match: "☒" if "checked=" in match[0] else "☐", bare))
    if not _OPEN_BOX.search(text) or not _TICKED.search(text):
        return text
    return re.sub(r" +$", "", _TICKED.sub("", _OPEN_BOX.sub("", text)), flags=re.MULTILINE)


def _titled(html: str) -> str:
    """The HTML with its title above all headings; a second title begins another language."""
    first, *others = html.split('<h1 class="title">')
    if not others:
        return html
    deeper = [_HEADING.sub(lambda match: f"{match[1]}{min(int(match[2]) + 1, 6)}", each) for each in (first, *others)]
    return deeper[0] + "<hr>".join(f"<h1>{each.replace('</h2>', '</h1>', 1)}" for each in deeper[1:])


def _hints(data: bytes, text: str) -> Hints:
    """The title of the document's properties, where a line near the beginning says it too: many are of a former job."""
    try:
        title = title_of_word(data) if is_word(data) else title_of_open_document(data)
    except FAILURES:
        return NO_HINTS
    bare = squashed(title)
    if bare and any(squashed(line) == bare for line in text.split("\n")[:30]):
        return Hints(title=title)
    return NO_HINTS
