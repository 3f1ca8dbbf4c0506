"""A saved mail (RFC 5322, MIME) that holds a notice: its text without envelope, greeting and signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage

from jobglot.importing.comparing import squashed
from jobglot.importing.draft import Draft, Refusal
from jobglot.importing.html_page import read_page
from jobglot.importing.known import Known
from jobglot.importing.notice import Hints, read_notice
from jobglot.importing.office_text import is_office_text, read_office_text, text_in
from jobglot.importing.several import read_notices

_HEADERS = re.compile(r"\A(?:[A-Za-z][A-Za-z0-9-]*:.*\n(?:[ \t]+.*\n)*){3,}", re.MULTILINE)
_BEFORE_TITLE = re.compile(
    r"^\s*(?:(?:re|fwd?|tr|wg|aw|rv|doorst)\s*:\s*|(?:new )?(?:vacancy|job offer|job|vacature|stellenangebot|stelle"
    r"|oferta(?: de empleo)?|offre(?: d['’]emploi)?|poste)\s*[:–-]\s*)+",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(r"^-- ?\n.*", re.MULTILINE | re.DOTALL)


def is_mail(name: str, text: str) -> bool:
    """Whether a text is a mail with its envelope."""
    head = _HEADERS.match(text.replace("\r\n", "\n"))
    if head is None:
        return False
    return (
        name.lower().endswith(".eml")
        or re.search(r"^(?:MIME-Version|Message-ID|Received):", head[0], re.IGNORECASE | re.MULTILINE) is not None
    )


def read_mail(found: str, data: bytes, known: Known, today: date) -> list[Draft | Refusal]:
    """The postings of a mail: of its text, else of the documents attached to it; of other files it is told."""
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    part = message.get_body(("plain", "html"))
    documents = [each for each in message.iter_attachments() if is_office_text(_bytes(each))]
    if part is None and not documents:
        return [Refusal(found, "the mail holds no text; import what is attached to it")]
    if part is None:
        return _of_documents(found, documents, known, today)
    try:
        text = part.get_content()
    except (LookupError, UnicodeError):  # a character set that nobody knows
        text = bytes(part.get_payload(decode=True) or b"").decode("utf-8", "replace")
    names = [name for attached in message.iter_attachments() if (name := attached.get_filename())]
    drafts = (
        read_page(found, text, known, today)
        if part.get_content_subtype() == "html"
        else _of_text(found, text.replace("\r\n", "\n"), str(message["subject"] or ""), known, today)
    )
    if documents and all(isinstance(draft, Refusal) for draft in drafts):
        return _of_documents(found, documents, known, today)
    note = f"attached to the mail, and left out: {', '.join(names)}"
    return [_noted(draft, note, names) if names else draft for draft in drafts]


def _of_documents(found: str, parts: Sequence[EmailMessage], known: Known, today: date) -> list[Draft | Refusal]:
    """The postings of the documents attached to a mail; of two in two languages, one."""
    texts = [text_in(found, _bytes(part)) for part in parts]
    read = [text for text in texts if isinstance(text, str)]
    if len(read) == len(parts) > 1:
        draft = read_notice(found, read, known, today)
        if isinstance(draft, Draft) and len(draft.editions) == len(parts):
            return [draft]
    return [
        draft
        for part in parts
        for draft in read_office_text(f"{found}, {part.get_filename() or 'attached'}", _bytes(part), known, today)
    ]


def _bytes(part: EmailMessage) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _of_text(found: str, text: str, subject: str, known: Known, today: date) -> list[Draft | Refusal]:
    """The notice of a mail; where a line says what the subject does, it is the title, and the notice begins there."""
    bare = _SIGNATURE.sub("", text)
    title = squashed(_BEFORE_TITLE.sub("", subject))
    lines = bare.split("\n")
    at = next((at for at, line in enumerate(lines) if title and squashed(line) == title), None)
    if at is None:
        return read_notices(found, bare, known, today)
    rest = "\n".join(lines[at + 1 :])
    return [read_notice(found, rest, known, today, Hints(title=" ".join(lines[at].split())))]


def _noted(draft: Draft | Refusal, note: str, names: Sequence[str]) -> Draft | Refusal:
    if isinstance(draft, Refusal):
        return Refusal(draft.found, f"{draft.reason}; attached to the mail: {', '.join(names)}")
    return replace(draft, notes=(*draft.notes, note))
