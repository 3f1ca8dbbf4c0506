"""A posting's own page."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from builders import config, content, organization, posting, site, standing
from presses import press_of

from jobglot.model import AttachmentRef, Body, Channel, Contact, OrganizationEdition, Posting, Source, State, plain
from jobglot.problem import Origin
from jobglot.settings import ClosedMode, ClosedSettings
from jobglot.view_posting import PostingView, posting_view
from jobglot.views import Said

WHOLE = posting(
    languages_of_editions=("en", "fr"),
    apply=(Channel(url="https://acme.example/"),),
    documents=(plain("CV"),),
    contact=Contact(email="a@b.example"),
    notice=plain("Pending budget approval"),
    attachments=(AttachmentRef("content/postings/form.pdf", plain("Form")), AttachmentRef("content/postings/b.pdf")),
    source=Source("A journal", "https://journal.example/"),
)
ENDED = datetime(2026, 2, 20, 10, tzinfo=UTC)


def view(job: Posting = WHOLE, state: State = State.OPEN, mode: ClosedMode = ClosedMode.NOTICE) -> PostingView:
    ended = ENDED if state.is_over else None
    held = site(
        job,
        standings={job.id: standing(job, state, ended=ended)},
        config=config(closed=ClosedSettings(mode)),
        content=content(
            job,
            organizations={
                "acme": organization(
                    editions=(OrganizationEdition("en", "ACME", "acme", Origin("o"), body=Body("<p>We are many.</p>")),)
                )
            },
            files={"content/postings/form.pdf": b"x" * 2300},
        ),
    )
    return posting_view(press_of(held), job, job.editions[0])


def test_an_open_posting_tells_how_to_apply() -> None:
    """Channels, documents, whom to ask, and what goes with it."""
    shown = view()
    assert [channel.text for channel in shown.apply] == ["Apply"]
    assert shown.documents == (Said("CV"),)
    assert shown.contact is not None
    assert (shown.banner, shown.badge, shown.notice) == ("", "", Said("Pending budget approval"))
    assert shown.when.text == "Tuesday, 31 March 2026"
    assert shown.calendar
    assert shown.about is not None
    assert shown.about.body == "<p>We are many.</p>"


@pytest.mark.parametrize(
    ("state", "banner"),
    [
        (State.CLOSED, "This job closed on 31 March 2026. It no longer takes applications."),
        (State.FILLED, "This job was filled on 20 February 2026. It no longer takes applications."),
        (State.WITHDRAWN, "This job was withdrawn on 20 February 2026. It no longer takes applications."),
    ],
)
def test_what_is_over_says_so_and_takes_no_applications(state: State, banner: str) -> None:
    """The text stays, the way to apply goes."""
    shown = view(state=state)
    assert shown.banner == banner
    assert shown.is_over
    assert (shown.apply, shown.documents, shown.calendar) == ((), (), "")
    assert shown.body
    assert shown.facts


def test_a_tombstone_keeps_only_the_name() -> None:
    """Title, organization, place and the notice."""
    shown = view(state=State.CLOSED, mode=ClosedMode.TOMBSTONE)
    assert shown.is_tombstone
    assert shown.banner
    assert shown.title == "Data engineer"
    assert shown.organization.said == Said("ACME")
    gone = (shown.body, shown.facts, shown.grids, shown.attachments, shown.about, shown.contact)
    assert not any(gone)
    still_open = view(mode=ClosedMode.TOMBSTONE)
    assert still_open == view()
    assert still_open.body


def test_a_summary_leads_and_goes_with_the_text() -> None:
    """Above it while there is one, on a closed page as well."""
    led = replace(WHOLE, editions=tuple(replace(each, summary="In short.") for each in WHOLE.editions))
    assert [view(led, state).summary for state in (State.OPEN, State.CLOSED)] == ["In short.", "In short."]
    assert view(led, State.CLOSED, ClosedMode.TOMBSTONE).summary == ""


def test_the_script_is_told_what_to_say_once_the_deadline_has_passed() -> None:
    """Where it has passed already, the page says so itself."""
    assert view().over == "This job closed on 31 March 2026. It no longer takes applications."
    assert view(state=State.CLOSED).over == ""


def test_a_preview_says_that_it_is_none_of_the_public_s_business() -> None:
    """Drafts and scheduled postings are shown to editors only, whole."""
    assert view(state=State.DRAFT).banner == "This is a draft. It is not published."
    assert view(state=State.SCHEDULED).banner == "This job is not published yet."
    assert view(state=State.DRAFT).apply


def test_its_other_editions_are_a_link_away() -> None:
    """Each named in its own language; none to itself."""
    (other,) = view().editions
    assert (other.said, other.hreflang) == (Said("Français", "fr", "ltr"), "fr")
    assert view(replace(WHOLE, editions=WHOLE.editions[:1])).editions == ()


def test_files_tell_their_type_and_size() -> None:
    """By their title, else their name."""
    first, second = view().attachments
    assert (first.title, first.detail) == (Said("Form"), "PDF, 2.3\u00a0kB")
    assert second.title == Said("b.pdf")
