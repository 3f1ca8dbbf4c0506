"""Deadlines as iCalendar (RFC 5545): for the whole board, a category, or one posting.

Everything in an event follows from the content, so that two builds of the same content are alike: DTSTAMP and
LAST-MODIFIED say when the content changed, and SEQUENCE counts the minutes until then. A posting "until filled" has no
deadline and so no event: the day until which the board shows it is the board's, not the employer's. A posting that was
withdrawn or filled before its deadline stays as a cancelled event, which removes it from calendars that hold it.

The calendar of a large board holds the soonest deadlines and says so; of those that are cancelled as many, the last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, time
from functools import partial
from itertools import islice

from jobglot.desk import Desk
from jobglot.listings import readable
from jobglot.model import DeadlineKind, Edition, Posting, State
from jobglot.routes import Links, PageType, Route
from jobglot.site import Site, Standing
from jobglot.topics import Topic, authority, holds, open_postings, topic

FIRST_SEQUENCE = datetime(2020, 1, 1, tzinfo=UTC)
LINE_OCTETS = 75
MOST_EVENTS = 500
"""So many deadlines are in a calendar, the soonest: programs fetch all of them several times a day, and some take
one mebibyte at the most."""
NOT_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")

# A calendar must hold at least one component (section 3.6), so one without events says what UTC is.
UTC_ZONE = (
    "BEGIN:VTIMEZONE",
    "TZID:Etc/UTC",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0000",
    "TZNAME:UTC",
    "END:STANDARD",
    "END:VTIMEZONE",
)


def calendar(site: Site, links: Links, desk: Desk, kind: str, id_: str) -> bytes:
    """The deadlines of a topic ("" the whole board, "categories", "organizations", "postings") by deadline, then id."""
    subject = topic(site, desk, kind, id_)
    ahead, cancelled = _open(site, subject, desk.language), _cancelled(site, subject, desk.language)
    events = sorted((*ahead[:MOST_EVENTS], *islice(cancelled, MOST_EVENTS)), key=partial(_place, site))
    lines = [*_heading(site, links, desk, subject)]
    if len(ahead) > MOST_EVENTS:
        about = desk.gettext("Only the next %(count)s deadlines are in this calendar.")
        text = escape(about % {"count": desk.formatter.number(MOST_EVENTS)})
        lines += [f"DESCRIPTION;LANGUAGE={desk.language}:{text}", f"X-WR-CALDESC:{text}"]
    for posting in events:
        lines += _event(site, links, desk, posting)
    if not events:
        lines += UTC_ZONE
    lines.append("END:VCALENDAR")
    return b"".join(fold(line) for line in lines)


def has_event(posting: Posting, standing: Standing) -> bool:
    """Whether a calendar shows the posting: while it is open, and cancelled when it ended before its deadline."""
    if posting.deadline.kind is DeadlineKind.OPEN:
        return False
    return standing.state.takes_applications or _is_cancelled(standing)


def sequence(posting: Posting, standing: Standing) -> int:
    """Whole minutes from 2020 to the last change: grows whenever the content changes.

    It knows of a change by `updated`, which is the time of the last commit where git's history is at hand; without it,
    editors set `updated` when they move a deadline.
    """
    return max(0, int((_revised(posting, standing) - FIRST_SEQUENCE).total_seconds() // 60))


def escape(text: str) -> str:
    """A TEXT value (section 3.3.11)."""
    text = NOT_TEXT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def fold(line: str) -> bytes:
    """A content line of at most 75 octets a piece (section 3.1), never cut inside a character."""
    pieces, piece = [], b""
    for character in line:
        octets = character.encode()
        if len(piece) + len(octets) > LINE_OCTETS:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"


def _open(site: Site, subject: Topic, language: str) -> list[Posting]:
    """The open postings with a deadline, the soonest first."""
    found = open_postings(site, subject, language)
    return sorted((p for p in found if has_event(p, site.standings[p.id])), key=partial(_place, site))


def _cancelled(site: Site, subject: Topic, language: str) -> Iterator[Posting]:
    """Those that ended before their deadline, the last to end first."""
    shown = readable(site.postings, site.archive, language, site.config.fallback)
    over = (site.postings[id_] for id_ in shown)
    return (p for p in over if has_event(p, site.standings[p.id]) and holds(subject, p, site))


def _place(site: Site, posting: Posting) -> tuple[datetime, str]:
    return site.standings[posting.id].closes, posting.id


def _heading(site: Site, links: Links, desk: Desk, subject: Topic) -> Iterator[str]:
    name = escape(desk.gettext("Deadlines – %(name)s") % {"name": subject.name})
    host = authority(site.config.base_url)
    own = Route(PageType.CALENDAR, desk.language, subject.kind, subject.id)
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield "PRODID:-//jobglot//deadlines//EN"
    yield "CALSCALE:GREGORIAN"
    yield f"UID:{'-'.join(filter(None, ('deadlines', subject.kind, subject.id, desk.language)))}@{host}"
    yield f"NAME;LANGUAGE={desk.language}:{name}"
    yield f"X-WR-CALNAME:{name}"
    if links.has(own):
        yield f"SOURCE;VALUE=URI:{links.absolute(own)}"
    if links.has(subject.page):
        yield f"URL:{links.absolute(subject.page)}"
    yield "REFRESH-INTERVAL;VALUE=DURATION:PT12H"
    yield "X-PUBLISHED-TTL:PT12H"


def _event(site: Site, links: Links, desk: Desk, posting: Posting) -> Iterator[str]:
    standing, edition = site.standings[posting.id], posting.best_edition(desk.language)
    page = Route(PageType.POSTING, edition.language, id=posting.id)
    address = links.absolute(page) if links.has(page) else ""
    revised = _instant(_revised(posting, standing))
    language = f";LANGUAGE={desk.language}"
    title = f"{edition.title} ({desk.organization(posting, site.content).text})"
    summary = escape(desk.gettext("Deadline: %(title)s") % {"title": title})
    yield "BEGIN:VEVENT"
    yield f"UID:{posting.id}@{authority(site.config.base_url)}"
    yield f"DTSTAMP:{revised}"
    yield f"LAST-MODIFIED:{revised}"
    yield f"SEQUENCE:{sequence(posting, standing)}"
    if posting.deadline.kind is DeadlineKind.MOMENT:
        yield f"DTSTART:{_instant(standing.closes)}"
    else:
        yield f"DTSTART;VALUE=DATE:{standing.last_day:%Y%m%d}"
    yield "TRANSP:TRANSPARENT"
    yield f"STATUS:{'CANCELLED' if _is_cancelled(standing) else 'CONFIRMED'}"
    # A title in another language makes the summary one of two languages, which no tag could name.
    yield f"SUMMARY{language if edition.language == desk.language else ''}:{summary}"
    yield f"DESCRIPTION{language}:{escape(_description(desk, posting, standing, edition, address))}"
    if places := desk.places(posting, site.content):
        yield f"LOCATION{language}:{escape(places)}"
    if address:
        yield f"URL:{address}"
    if standing.state.takes_applications:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P3D", f"DESCRIPTION:{summary}", "END:VALARM")
    yield "END:VEVENT"


def _description(desk: Desk, posting: Posting, standing: Standing, edition: Edition, address: str) -> str:
    when = desk.gettext("Deadline: %(date)s") % {"date": desk.deadline(posting, standing)}
    own_words = edition.summary if edition.language == desk.language else ""
    return "\n".join(part for part in (when, desk.bound(posting, standing), own_words, address) if part)


def _is_cancelled(standing: Standing) -> bool:
    ended_otherwise = standing.state in (State.FILLED, State.WITHDRAWN)
    return ended_otherwise and (standing.ended is None or standing.ended < standing.closes)


def _revised(posting: Posting, standing: Standing) -> datetime:
    """The last change of what the event says."""
    changes = [standing.updated]
    if posting.renewed:
        changes.append(datetime.combine(posting.renewed, time.min, UTC))
    if standing.ended is not None and _is_cancelled(standing):
        changes.append(standing.ended)
    return max(changes)


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
