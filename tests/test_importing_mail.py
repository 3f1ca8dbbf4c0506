"""Saved mails."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage

import notices
import office

from jobglot.importing.draft import Draft, Refusal
from jobglot.importing.mail import is_mail, read_mail

TODAY = date(2026, 11, 21)
HEAD = """\
From: =?utf-8?Q?Acme_HR?= <hr@acme.example>
To: board@example.org
Subject: =?utf-8?B?Rlc6IFZhY2FuY3k6IENhZsOpIG1hbmFnZXI=?=
Date: Mon, 2 Nov 2026 10:00:00 +0100
MIME-Version: 1.0
"""
TEXT = """\
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Dear colleagues,

please publish this vacancy.

Caf=C3=A9 manager

Location: Brussels
Deadline: 31 January 2027
Contract: permanent

Your tasks

- to run the caf=C3=A9 with a team of five and to talk with the guests from all=
 over the world

Please send your application to jobs@acme.example.

--=20
Acme HR, Harbour Street 1
"""
WITH_FILE = f"""\
{HEAD}Content-Type: multipart/mixed; boundary="b1"

--b1
{TEXT}
--b1
Content-Type: application/pdf; name="notice.pdf"
Content-Disposition: attachment; filename="notice.pdf"
Content-Transfer-Encoding: base64

JVBERi0=
--b1--
"""


def test_the_text_of_a_mail_is_the_notice():
    """Decoded, from the line that the subject names on, without the signature; what is attached is told."""
    (draft,) = read_mail("a.eml", WITH_FILE.encode(), notices.known(), TODAY)
    assert isinstance(draft, Draft)
    (edition,) = draft.editions
    assert edition.title == "Café manager"
    assert "to run the café with a team of five and to talk with the guests from all over the world" in edition.body
    assert "colleagues" not in edition.body
    assert "Harbour Street" not in edition.body
    assert (draft.facts["deadline"], draft.facts["apply"]) == ("2027-01-31", [{"email": "jobs@acme.example"}])
    assert "attached to the mail, and left out: notice.pdf" in draft.notes


def _mail(text: str, *documents: tuple[str, str]) -> bytes:
    message = EmailMessage()
    message["Subject"] = "Vacancy"
    message["From"] = "hr@acme.example"
    message.set_content(text)
    for name, body in documents:
        message.add_attachment(office.word(body), maintype="application", subtype="octet-stream", filename=name)
    return bytes(message)


def test_documents_attached_are_read_where_the_mail_is_no_notice():
    """Two in two languages are one posting; where the mail itself is the notice, they are only told."""
    english = "".join(map(office.p, ("Economist", "Closing date: 3 May 2027", office.ENGLISH, "Apply to a@b.example.")))
    french = "".join(
        map(office.p, ("Économiste", "Date limite : 3 mai 2027", office.FRENCH, "Postulez à a@b.example."))
    )
    hello = "Dear all,\n\nplease find our vacancy attached.\n\nKind regards\nAda"
    (one,) = read_mail("m.eml", _mail(hello, ("Economist.docx", english)), notices.known(), TODAY)
    assert isinstance(one, Draft)
    assert (one.found, one.editions[0].title) == ("m.eml, Economist.docx", "Economist")
    (both,) = read_mail("m.eml", _mail(hello, ("a.docx", english), ("b.docx", french)), notices.known(), TODAY)
    assert isinstance(both, Draft)
    assert [(each.language, each.title) for each in both.editions] == [("en", "Economist"), ("fr", "Économiste")]
    told = TEXT.partition("\n\n")[2].replace("=C3=A9", "é").replace("=\n", "")
    (text,) = read_mail("m.eml", _mail(told, ("a.docx", english)), notices.known(), TODAY)
    assert isinstance(text, Draft)
    assert "attached to the mail, and left out: a.docx" in text.notes
    (refused,) = read_mail("m.eml", _mail(hello, ("a.docx", "<w:p>")), notices.known(), TODAY)
    assert isinstance(refused, Refusal)


def test_a_mail_that_only_says_hello_names_what_is_attached():
    """Where that cannot be read either."""
    message = EmailMessage()
    message.set_content("Dear all, please find our vacancy attached.")
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="job.pdf")
    (refused,) = read_mail("m.eml", bytes(message), notices.known(), TODAY)
    assert isinstance(refused, Refusal)
    assert refused.reason.endswith("attached to the mail: job.pdf")


def test_mails_without_text_and_with_odd_character_sets():
    """Are refused, and read as well as they can be."""
    (refused,) = read_mail("a.eml", f"{HEAD}Content-Type: image/png\n\nx".encode(), notices.known(), TODAY)
    assert isinstance(refused, Refusal)
    odd = f"{HEAD}{TEXT}".replace("charset=utf-8", "charset=x-unknown")
    (draft,) = read_mail("a.eml", odd.encode(), notices.known(), TODAY)
    assert isinstance(draft, Draft)


def test_what_is_a_mail():
    """An envelope makes it one; labels of a notice do not."""
    assert is_mail("a.eml", HEAD)
    assert is_mail("a.txt", HEAD)
    assert not is_mail("a.txt", "Location: Brussels\nDeadline: 31 January 2027\nContract: permanent\n\nText")
