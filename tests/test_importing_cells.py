"""Single values of a row."""

from __future__ import annotations

import pytest

from jobglot.importing.cells import order_of_dates, plain_text, tidy_date


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
