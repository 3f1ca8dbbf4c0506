"""Single values of a row."""

from __future__ import annotations

import pytest

from jobglot.importing.cells import order_of_dates, plain_text, read_contact, take_list, tidy_date
from jobglot.importing.draft import Gathering


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-12-31 00:00:00", "2026-12-31"),
        ("2026-12-31T23:59:59+01:00", "2026-12-31"),
        ("2026-12-31T12:00:00Z", "2026-12-31 13:00"),
        ("31/12/2026 0:00", "31/12/2026"),
        ("31/12/26", "31/12/2026"),
        ("31.12.2026 16:00", "31.12.2026 16:00"),
    ],
)
def test_dates_of_programs(written, day):
    """Midnight is no time at which anybody closes; years of two figures are of this century."""
    assert tidy_date(written, "Europe/Brussels") == day


def test_one_date_tells_how_all_are_written():
    """Unless two contradict each other."""
    assert order_of_dates(["1/2/2027", "31/1/27"]) == "31/12/2000"
    assert order_of_dates(["1/2/2027", "1/31/27"]) == "12/31/2000"
    assert order_of_dates(["31/1/2027", "1/31/27"]) == "-"


def test_tags_and_entities_of_short_texts_go():
    """Web sites leave them in titles; what only looks like one stays."""
    assert plain_text("Head of <b>R&amp;D</b> &#8211; H&M") == "Head of R&D – H&M"
    assert plain_text("C < D & co") == "C < D & co"


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("languages", "English, French (C1)", [{"language": "en"}, {"language": "fr", "level": "C1"}]),
        ("languages", "de und nl", [{"language": "de"}, {"language": "nl"}]),
        ("documents", "CV, signed; letter", ["CV, signed", "letter"]),
        ("applicant_countries", "BE; Frankreich", ["BE", "FR"]),
        ("languages", "Elvish", None),
        ("criteria", "Experience 20", None),
    ],
)
def test_lists(key, text, value):
    """As front matter has them; what cannot be read is asked about, since `check` would refuse it as it is."""
    gathering = Gathering()
    take_list(key, text, gathering)
    assert gathering.facts.get(key) == value
    assert bool(gathering.asks) is (value is None)


def test_whom_to_ask():
    """A name, an address and a number in one cell."""
    assert read_contact("Jane Doe, jane@x.example, +32 2 555 01 02") == {
        "name": "Jane Doe",
        "email": "jane@x.example",
        "phone": "+32 2 555 01 02",
    }
    assert read_contact("Jane Doe <jane@x.example>") == {"name": "Jane Doe", "email": "jane@x.example"}
    assert read_contact("jane@x.example") == {"email": "jane@x.example"}
