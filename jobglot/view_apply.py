"""How to apply, whom to ask, where to report a problem: `_apply.html`."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from jobglot.desk import Desk
from jobglot.formats import NO_BREAK_SPACE
from jobglot.model import Channel, Contact, Edition, Posting
from jobglot.press import Press
from jobglot.routes import PageType, Route
from jobglot.views import Said, said

_NUMBER = re.compile(r"\+?\s*(?:\(\+?\d+\)|\d)(?:\d|\(\d+\)|[^\w+,;()&|])*")
_SLASH = re.compile(r"[/／]")
_EXTENSION = re.compile(r"(?<=\d)[\s,;.(-]*(?:[^\W\d_]+[.:]?|#)\s*(?P<digits>[0-9]{1,5})\W*$")
_MOST_DIGITS = 15
"""What has more is several numbers, or none (E.164)."""
_WHOLE_DIGITS = 7
"""A number has at least so many, and one more with a country's code; the code of a town before a slash has fewer."""
_TRUNK = re.compile(r"(\+(?!\s*39)[\s\d)]*)\(0\)")
"""The nought that one dials at home only, as in +32 (0)2; numbers of Italy begin with theirs from everywhere."""


class ChannelView(NamedTuple):
    """One way to apply: a link with the name that tells it from others, or a postal address by lines."""

    audience: Said | None
    url: str
    text: str
    name: str
    """What a screen reader says of the link; it begins with `text`."""
    detail: str
    address: tuple[str, ...]
    address_lang: str
    address_dir: str


class ContactView(NamedTuple):
    """Whom to ask."""

    name: Said | None
    email: str
    phone: str
    phone_url: str
    url: str
    host: str


def channel_view(channel: Channel, posting: Posting, edition: Edition, desk: Desk, page: str = "") -> ChannelView:
    """One way to apply, for the page of an edition. `page` is that one's whole address, for a mail to name."""
    audience = said(desk.phrase(channel.audience)) if channel.audience else None
    if channel.post:
        address = said(desk.phrase(channel.post))
        lines = tuple(line.strip() for line in address.text.splitlines() if line.strip())
        return ChannelView(audience, "", desk.gettext("Apply by post"), "", "", lines, address.lang, address.dir)
    title = {"title": edition.title}
    if channel.email:
        about = f"{edition.title} ({posting.reference})" if posting.reference else edition.title
        subject = desk.gettext("Application: %(title)s") % {"title": about}
        return ChannelView(
            audience,
            mailto(channel.email, subject, f"\r\n\r\n--\r\n{about}\r\n{page}" if page else ""),
            desk.gettext("Apply by e-mail"),
            desk.gettext("Apply by e-mail: %(title)s") % title,
            channel.email,
            (),
            "",
            "",
        )
    return ChannelView(
        audience,
        channel.url,
        desk.gettext("Apply"),
        desk.gettext("Apply: %(title)s") % title,
        host(channel.url),
        (),
        "",
        "",
    )


def contact_view(contact: Contact, desk: Desk) -> ContactView:
    """Whom to ask, for pages in the desk's language."""
    return ContactView(
        name=said(desk.phrase(contact.name)) if contact.name else None,
        email=contact.email,
        phone=contact.phone.replace(" ", NO_BREAK_SPACE),
        phone_url=phone_url(contact.phone),
        url=contact.url,
        host=host(contact.url),
    )


def phone_url(phone: str) -> str:
    """The link that calls the first number of a text (RFC 3966); "" where there is none."""
    extension = _EXTENSION.search(phone)
    number = _NUMBER.search(_TRUNK.sub(r"\1", phone[: extension.start()] if extension else phone))
    digits = _digits(_first(number[0])) if number else ""
    if number is None or len(digits) > _MOST_DIGITS:
        return ""
    plus = "+" if "+" in number[0] else ""
    return f"tel:{plus}{digits}" + (f";ext={extension['digits']}" if extension else "")


def _first(numbers: str) -> str:
    """What stands before the slash that follows a whole number: what comes after it is another, or its last figures."""
    whole = _WHOLE_DIGITS + ("+" in numbers)
    ends = (slash.start() for slash in _SLASH.finditer(numbers))
    return numbers[: next((end for end in ends if len(_digits(numbers[:end])) >= whole), None)]


def _digits(text: str) -> str:
    return "".join(str(int(sign)) for sign in text if sign.isdecimal())


def report_url(press: Press, posting: Posting, edition: Edition, desk: Desk) -> str:
    """Where a reader reports a problem with a posting: a mail that says which, or the address of the config, or ""."""
    report = press.site.config.report
    if not report.email:
        return report.url
    subject = desk.gettext("Problem with a job: %(title)s") % {"title": edition.title}
    body = "\r\n".join(
        (
            desk.gettext("What is wrong:"),
            "",
            "",
            "--",
            desk.gettext("Job: %(name)s") % {"name": posting.reference or posting.id},
            desk.gettext("Language: %(name)s") % {"name": edition.language},
            press.links.absolute(Route(PageType.POSTING, edition.language, id=posting.id)),
        )
    )
    return mailto(report.email, subject, body)


def mailto(address: str, subject: str, body: str = "") -> str:
    """The address of a mail ready to be sent (RFC 6068)."""
    url = f"mailto:{quote(address, safe='@+')}?subject={quote(subject, safe='')}"
    return f"{url}&body={quote(body, safe='')}" if body else url


def host(url: str) -> str:
    """The host of an address, without "www.", to show where a link leads."""
    return (urlsplit(url).hostname or "").removeprefix("www.")
