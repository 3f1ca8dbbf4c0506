"""The deadline of a notice, which its listing and its text may tell differently, and the day it was posted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from jobglot.importing.draft import Gathering


def settle_deadline(
    listed: Sequence[tuple[str, str]], in_text: Sequence[str], gathering: Gathering, timezone: str
) -> None:
    """Set the deadline. The employer's own text goes before what a listing page says beside it; both are named.

    `listed` are values of labels with what was written, `in_text` dates from the running text.
    """
    from_labels = list(dict.fromkeys(value for value, _ in listed))
    days = {value[:10] for value in (*from_labels, *in_text)}
    found = in_text[0] if in_text else from_labels[0] if from_labels else ""
    if not found:
        gathering.ask("the notice has no deadline that could be read; write a date, or “open” for until filled")
        return
    # The same day with a time says more than without.
    found = next((value for value in (*in_text, *from_labels) if value[:10] == found[:10] and len(value) > 10), found)
    gathering.fact("deadline", found)
    if in_text and from_labels and not {value[:10] for value in from_labels} <= {value[:10] for value in in_text}:
        gathering.ask(
            f"the deadline is {' and '.join(in_text)} in the text, but {' and '.join(from_labels)} in the listing; "
            f"{found} was taken: confirm it"
        )
    elif len(days) > 1:
        gathering.ask(
            f"the notice names several deadlines, {' and '.join(sorted(days))}; {found} was taken: confirm it"
        )
    if len(found) > 10:
        gathering.note(f"the deadline has a time and no zone: the board's own, {timezone}, holds; else add “timezone”")


def settle_open(what: str, gathering: Gathering, open_for_days: int, today: date, *, is_listed: bool = True) -> None:
    """Set “open” for a job without an end. One that is listed as open today is so, however long ago it was posted."""
    gathering.fact("deadline", "open")
    posted = day_at(str(gathering.facts.get("posted", "")))
    is_old = bool(posted) and (today - date.fromisoformat(posted)).days >= open_for_days
    if is_old and is_listed:
        gathering.fact("renewed", today.isoformat())
        gathering.note(f"{what} no deadline; it was posted on {posted} and is open still: “renewed” says so")
    elif is_old:
        gathering.note(
            f"{what} no deadline, and it was posted on {posted}: “open” ends after {open_for_days} days, "
            f"so it is closed here; if it is still open, add “renewed: {today.isoformat()}”"
        )
    else:
        gathering.note(f"{what} no deadline: it is open until filled, as long as the board's config allows")


def settle_posted(gathering: Gathering, today: date) -> bool:
    """Set “posted” where the notice does not; whether it is the day of the import.

    The day of the listing's last change stands in for it as long as it lies before the deadline, then today does; a
    notice that closed before is asked about, since nothing tells when it came out.
    """
    facts = gathering.facts
    deadline = str(facts.get("deadline", ""))[:10]
    is_open = deadline == "open"
    if "posted" in facts:
        return False
    updated = str(facts.get("updated", ""))
    if updated and (is_open or not deadline or updated <= deadline) and updated <= today.isoformat():
        facts["posted"] = facts.pop("updated")
        gathering.note(f"the notice does not say when it was posted; its listing was changed on {updated}")
        return False
    if deadline and (is_open or today.isoformat() <= deadline):
        facts["posted"] = today.isoformat()
        return True
    gathering.ask("the notice does not say when it was posted; fill in “posted”")
    return False


def day_at(text: str) -> str:
    """The day of an ISO 8601 date or time; "" for anything else."""
    try:
        return date.fromisoformat(text[:10]).isoformat() if text else ""
    except ValueError:
        return ""


def closing(text: str, timezone: str) -> str:
    """An ISO 8601 date or time as a deadline in a time zone. The first and last minute of a day stand for the day."""
    day = day_at(text)
    if not day or len(text.strip()) <= 10:
        return day
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return day
    if (moment.hour, moment.minute) in ((0, 0), (23, 59)):
        return day
    if moment.tzinfo is not None:
        moment = moment.astimezone(ZoneInfo(timezone))
    return f"{moment:%Y-%m-%d %H:%M}"
