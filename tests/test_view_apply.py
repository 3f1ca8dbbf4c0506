"""Ways to apply, whom to ask, where to report."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from builders import config, posting, site
from presses import press_of

from jobglot.desk import Desk, desks
from jobglot.model import Channel, Contact, Localized, plain
from jobglot.settings import Report
from jobglot.view_apply import channel_view, contact_view, host, mailto, phone_url, report_url
from jobglot.views import Said

JOB = posting(reference="R & D/7", title="Ingénieur·e <1>")


@pytest.fixture
def desk() -> Desk:
    return desks(config(), {})["en"]


def test_a_link_names_the_job(desk: Desk) -> None:
    """Screen readers list links apart from the page around them."""
    view = channel_view(Channel(url="https://www.acme.example/x", audience=plain("Staff")), JOB, JOB.editions[0], desk)
    assert (view.text, view.name) == ("Apply", "Apply: Ingénieur·e <1>")
    assert (view.detail, view.audience) == ("acme.example", Said("Staff"))


def test_a_mail_brings_its_subject(desk: Desk) -> None:
    """With the reference, whatever signs it holds."""
    view = channel_view(Channel(email="jobs+a@acme.example"), JOB, JOB.editions[0], desk)
    parts = urlsplit(view.url)
    assert (parts.scheme, parts.path) == ("mailto", "jobs+a@acme.example")
    assert parse_qs(parts.query)["subject"] == ["Application: Ingénieur·e <1> (R & D/7)"]
    assert view.name.startswith(view.text)
    named = channel_view(Channel(email="jobs@acme.example"), JOB, JOB.editions[0], desk, "https://jobs.example.org/x/")
    body = parse_qs(urlsplit(named.url).query)["body"]
    assert body == ["\r\n\r\n--\r\nIngénieur·e <1> (R & D/7)\r\nhttps://jobs.example.org/x/"]


def test_a_postal_address_has_lines(desk: Desk) -> None:
    """In the language it is written in."""
    channel = Channel(post=Localized((("fr", "ACME \n  Rue du Marché 30\n\nBruxelles"),)))
    view = channel_view(channel, JOB, JOB.editions[0], desk)
    assert view.address == ("ACME", "Rue du Marché 30", "Bruxelles")
    assert (view.address_lang, view.url) == ("fr", "")


def test_a_telephone_can_be_called(desk: Desk) -> None:
    """By its digits alone; its parts stay on one line."""
    view = contact_view(Contact(name=plain("Ana"), phone="+32 2 555 (1)"), desk)
    assert view.phone_url == "tel:+3225551"
    assert " " not in view.phone
    assert contact_view(Contact(email="a@b.example"), desk).phone_url == ""


@pytest.mark.parametrize(
    ("written", "called"),
    [
        ("+32 (0)2 555 01 23", "tel:+3225550123"),
        ("+39 (0)6 555 01 23", "tel:+39065550123"),
        ("(02) 555 01 23", "tel:025550123"),
        ("(+32) (0)2 555 01 23", "tel:+3225550123"),
        ("+32 2 555 01 23 (9-12h)", "tel:+3225550123"),
        ("+1 514 555-0137, poste 204", "tel:+15145550137;ext=204"),
        ("+44 20 7946 0123 (ext. 7)", "tel:+442079460123;ext=7"),
        ("+32 2 555 01 23 or +32 2 555 01 24", "tel:+3225550123"),
        ("+32 2 555 01 23 / 02 555 01 24", "tel:+3225550123"),
        ("+32 2 555 01 23 / 24", "tel:+3225550123"),
        ("02/555.01.23/24", "tel:025550123"),
        ("+49 34206 / 12345", "tel:+493420612345"),
        ("+32 2 555 01 23 & 24", "tel:+3225550123"),
        ("Tel. ٠٢ ٥٥٥ ٠١ ٢٣", "tel:025550123"),
        ("by appointment", ""),
    ],
)
def test_a_link_calls_the_number_that_is_meant(written: str, called: str) -> None:
    """A nought within brackets is for calls at home; a second number or an extension is no part of the first."""
    assert phone_url(written) == called


def test_a_report_says_which_page_is_meant() -> None:
    """Reference, language and address; or the config's own form; or nothing."""
    reported = config(report=Report(email="board@example.org"))
    press = press_of(site(JOB, config=reported))
    body = parse_qs(urlsplit(report_url(press, JOB, JOB.editions[0], press.desks["en"])).query)["body"][0]
    assert "R & D/7" in body
    assert "https://jobs.example.org/en/posting/data-engineer/1/" in body
    for report, url in ((Report(url="https://x.example/"), "https://x.example/"), (Report(), "")):
        press = press_of(site(JOB, config=config(report=report)))
        assert report_url(press, JOB, JOB.editions[0], press.desks["en"]) == url


def test_addresses_cannot_be_extended() -> None:
    """A subject adds no recipient."""
    assert mailto("a@b.example", "x&cc=evil@x.example") == "mailto:a@b.example?subject=x%26cc%3Devil%40x.example"
    assert host("not a url") == ""
