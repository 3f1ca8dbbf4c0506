"""A saved mail (RFC 5322, MIME) that holds a notice: its text without envelope, greeting and signature."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage

from jobglot.importing.draft import Draft, Refusal
from jobglot.importing.html_page import read_page
from jobglot.importing.known import Known
from jobglot.importing.notice import Hints, read_notice
from jobglot.importing.words import squashed

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
    """The postings of a mail; files attached to it are told, not read."""
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    part = message.get_body(("plain", "html"))
    if part is None:
        return [Refusal(found, "the mail holds no text; import what is attached to it")]
    try:
        text = part.get_content()
    except (LookupError, UnicodeError):  # a character set that nobody knows
        text = bytes(part.get_payload(decode=True) or b"").decode("utf-8", "replace")
    names = [name for attached in message.iter_attachments() if (name := attached.get_filename())]
    drafts = (
        read_page(found, text, known, today)
        if part.get_content_subtype() == "html"
        else [_of_text(found, text.replace("\r\n", "\n"), str(message["subject"] or ""), known, today)]
    )
    note = f"attached to the mail, and left out: {', '.join(names)}"
    return [_noted(draft, note) if names and isinstance(draft, Draft) else draft for draft in drafts]


def _of_text(found: str, text: str, subject: str, known: Known, today: date) -> Draft | Refusal:
    """The notice of a mail; where a line says what the subject does, it is the title, and the notice begins there."""
    bare = _SIGNATURE.sub("", text)
    title = squashed(_BEFORE_TITLE.sub("", subject))
    lines = bare.split("\n")
    at = next((at for at, line in enumerate(lines) if title and squashed(line) == title), None)
    if at is None:
        return read_notice(found, bare, known, today)
    rest = "\n".join(lines[at + 1 :])
    return read_notice(found, rest, known, today, Hints(title=" ".join(lines[at].split())))


def _noted(draft: Draft, note: str) -> Draft:
    return replace(draft, notes=(*draft.notes, note))
