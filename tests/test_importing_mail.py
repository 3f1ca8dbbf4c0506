"""Saved mails."""

from __future__ import annotations

from datetime import date

import notices

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
