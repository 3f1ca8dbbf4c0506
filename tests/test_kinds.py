"""Dates, amounts, addresses, ids and codes: what each reads, and the remedy for what it does not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import event, given
from hypothesis import strategies as st
from readings import read

from jobglot import kinds
from jobglot.model import Deadline, DeadlineKind
from jobglot.shapes import Shape, Wrong

READ: list[tuple[Shape[Any], str, Any]] = [
    (kinds.DATE, "2026-01-10", date(2026, 1, 10)),
    (kinds.DATE, "' 2024-02-29 '", date(2024, 2, 29)),
    (kinds.DEADLINE, "open", Deadline(DeadlineKind.OPEN)),
    (kinds.DEADLINE, "2026-01-10", Deadline(DeadlineKind.DATE, date(2026, 1, 10))),
    (kinds.DEADLINE, "2026-01-10 16:05", Deadline(DeadlineKind.MOMENT, date(2026, 1, 10), 965)),
    (kinds.DEADLINE, "2026-01-10T9:00:00", Deadline(DeadlineKind.MOMENT, date(2026, 1, 10), 540)),
    (kinds.DEADLINE, "2026-01-10 00:00", Deadline(DeadlineKind.MOMENT, date(2026, 1, 10), 0)),
    (kinds.START, "2027-03", (2027, 3, None)),
    (kinds.START, "2027-03-15", (2027, 3, 15)),
    (kinds.AMOUNT, "45000", Decimal(45000)),
    (kinds.AMOUNT, "3833.04", Decimal("3833.04")),
    (kinds.HOURS, "38", 2280),
    (kinds.HOURS, "37.5", 2250),
    (kinds.HOURS, '"37:40"', 2260),
    (kinds.whole(1, 60), "36", 36),
    (kinds.FLAG, "true", True),
    (kinds.FLAG, "false", False),
    (kinds.URL, "https://jobs.example.org/a?b=c#d", "https://jobs.example.org/a?b=c#d"),
    (kinds.URL, "http://bücher.example:8080/", "http://bücher.example:8080/"),
    (kinds.EMAIL, "jobs+it@example.org", "jobs+it@example.org"),
    (kinds.ID, "data-engineer-2", "data-engineer-2"),
    (kinds.ID, "2026", "2026"),
    (kinds.SLUG, "développeur-web", "développeur-web"),
    (kinds.ALIAS, "old-name", "old-name"),
    (kinds.ALIAS, "/jobs/old.html", "/jobs/old.html"),
    (kinds.ZONE, "Europe/Brussels", "Europe/Brussels"),
    (kinds.ZONE, "AoE", "AoE"),
    (kinds.COUNTRY, "NO", "NO"),
    (kinds.CURRENCY, "EUR", "EUR"),
    (kinds.TAG, "zh-Hant", "zh-Hant"),
    (kinds.TAG, "pt-BR", "pt-BR"),
    (kinds.TAG, "no", "no"),
    (kinds.FILE_NAME, "Notice of vacancy.pdf", "Notice of vacancy.pdf"),
    (kinds.PICTURE, "logos/acme.svg", "logos/acme.svg"),
]

REFUSED: list[tuple[Shape[Any], str, str]] = [
    (kinds.DATE, "2026-02-30", "there is no day 2026-02-30 in the calendar; write a day that exists, as YYYY-MM-DD"),
    (kinds.DATE, "2026-1-5", "“2026-1-5” is not a date; write 2026-01-05"),
    (kinds.DATE, "10-01-2026", "write 2026-01-10, or 2026-10-01 if that is meant"),
    (kinds.DATE, "31.10.2026", "write 2026-10-31"),
    (kinds.DATE, "1767225600", "write 2026-01-01"),
    (kinds.DATE, "２０２６-０１-１０", "write 2026-01-10"),
    (kinds.DATE, "9999-01-01", "write a year from 1900 to 2199"),
    (kinds.DATE, "soon", "write it as YYYY-MM-DD, for example 2027-01-31"),
    (kinds.DEADLINE, "Open", "write “open” for until filled"),
    (kinds.DEADLINE, "until filled", "write “open” for until filled"),
    (kinds.DEADLINE, "jusqu’à pourvu", "write “open” for until filled"),
    (kinds.DEADLINE, "2026-01-10 25:00", "there is no time 25:00; write the hour from 00 to 23"),
    (kinds.DEADLINE, "2026-01-10 24:00", "for the end of a day, leave the time out"),
    (kinds.DEADLINE, "2026-02-30 10:00", "there is no day 2026-02-30"),
    (kinds.DEADLINE, "10 janvier 2026 à 17h", "write 2026-01-10 17:00"),
    (kinds.DEADLINE, "2026-01-10T16:05:00Z", "write 2026-01-10 16:05, and the zone of that time under “timezone”"),
    (kinds.DEADLINE, "soon", "or “open” for until filled"),
    (kinds.START, "mars 2027", "write 2027-03"),
    (kinds.START, "2027-13", "“2027-13” is neither a month nor a date"),
    (kinds.AMOUNT, "45.000", "“45.000” is not an amount; write 45000"),
    (kinds.AMOUNT, "'45,000'", "write 45000"),
    (kinds.AMOUNT, "'3.833,04'", "write 3833.04"),
    (kinds.AMOUNT, "1e3", "write figures only"),
    (kinds.AMOUNT, "nan", "write figures only"),
    (kinds.AMOUNT, "-1", "write figures only"),
    (kinds.AMOUNT, "3000-3600", "“min: 3000” and “max: 3600”"),
    (kinds.AMOUNT, "٣٠٠٠", "write figures only"),
    (kinds.HOURS, "'37,5'", "write 37.5"),
    (kinds.HOURS, "37h40", 'write "37:40"'),
    (kinds.HOURS, "0", "a week has no 0 hours to work"),
    (kinds.HOURS, "169", "a week has no 169 hours to work"),
    (kinds.whole(1, 60), "36 months", "write 36"),
    (kinds.whole(1, 60), "61", "61 is out of bounds; write a whole number from 1 to 60"),
    (kinds.whole(1, 60), "٣", "write a whole number from 1 to 60"),
    (kinds.FLAG, "yes", "“yes” is neither true nor false; write true"),
    (kinds.FLAG, "Non", "write false"),
    (kinds.FLAG, "maybe", "write true or false"),
    (kinds.URL, "<https://example.org>", "write https://example.org, without the signs around it"),
    (kinds.EMAIL, "“jobs@example.org”", "write jobs@example.org, without the signs around it"),
    (kinds.CURRENCY, "« EUR »", "write EUR, without the signs around it"),
    (kinds.URL, "www.example.org/jobs", "lacks its beginning; write https://www.example.org/jobs"),
    (kinds.URL, "example.org", "write https://example.org"),
    (kinds.URL, "jobs@example.org", "is an e-mail address; write it under “email” instead"),
    (kinds.URL, "mailto:jobs@example.org", "write it under “email” instead"),
    (kinds.URL, "javascript:alert(1)", "is not a web address"),
    (kinds.URL, "//example.org", "is not a web address"),
    (kinds.URL, "https://a:b@example.org", "holds a user name or password"),
    (kinds.URL, "https://exa mple.org", "holds a character that an address cannot have"),
    (kinds.URL, "https://localhost.", "is not the name of a server"),
    (kinds.URL, "https://[::1", "is not a web address"),
    (kinds.URL, "https://example.org:99999", "is not a web address"),
    (kinds.EMAIL, "mailto:jobs@example.org", "write jobs@example.org"),
    (kinds.EMAIL, "jobs (at) example (dot) org", "write jobs@example.org"),
    (kinds.EMAIL, "Ann <ann@example.org>", "write ann@example.org"),
    (kinds.EMAIL, "https://example.org", "write it under “url” instead"),
    (kinds.EMAIL, "ann", "write for example jobs@example.org"),
    (kinds.ID, "ACME Corp", "for example “acme-corp”"),
    (kinds.ID, "Société Générale", "for example “societe-generale”"),
    (kinds.ID, "index", "“index” is a reserved name; use another, for example “index-1”"),
    (kinds.ID, "x" * 81, "the id has 81 characters, more than 80"),
    (kinds.ID, "a--b", "for example “a-b”"),
    (kinds.SLUG, "Data Engineer", "for example “data-engineer”"),
    (kinds.SLUG, "../etc", "for example “etc”"),
    (kinds.SLUG, "404", "is a reserved name"),
    (kinds.SLUG, "é" * 101, f"for example “{'é' * 80}”"),
    (kinds.ALIAS, "jobs/old", "write the path from its first slash: /jobs/old"),
    (kinds.ALIAS, "https://jobs.example.org/en/old/", "write the path from its first slash: /en/old/"),
    (kinds.ALIAS, "/../x", "write an old slug, or a path such as /jobs/old/"),
    (kinds.ZONE, "Brussels", "did you mean Europe/Brussels?"),
    (kinds.ZONE, "europe/paris", "did you mean Europe/Paris?"),
    (kinds.ZONE, "../../etc/passwd", "is not a time zone"),
    (kinds.ZONE, "Europe", "is not a time zone"),
    (kinds.ZONE, "localtime", "zone"),
    (kinds.COUNTRY, "Belgium", "write BE"),
    (kinds.COUNTRY, "be", "write BE"),
    (kinds.COUNTRY, "XX", "for example BE"),
    (kinds.CURRENCY, "€", "write EUR"),
    (kinds.CURRENCY, "euro", "write EUR"),
    (kinds.CURRENCY, "eur", "write EUR"),
    (kinds.CURRENCY, "shells", "for example EUR"),
    (kinds.TAG, "English", "write en"),
    (kinds.TAG, "pt_br", "write pt-BR"),
    (kinds.TAG, "zh-hant", "write zh-Hant"),
    (kinds.TAG, "Elvish", "write for example en, pt-BR or zh-Hant"),
    (kinds.FILE_NAME, "docs/notice.pdf", "put the file beside this and write notice.pdf"),
    (kinds.FILE_NAME, "..", "write for example notice.pdf"),
    (kinds.PICTURE, "/static/logos/acme.svg", "write logos/acme.svg"),
    (kinds.PICTURE, "https://acme.example/logo.png", "put the picture into static/"),
    (kinds.PICTURE, "../logos/acme.svg", "write logos/acme.svg"),
    (kinds.PICTURE, "acme.pdf", "write its path within static/"),
]


@pytest.mark.parametrize(("shape", "written", "value"), READ, ids=[f"{s.name} {w[:30]}" for s, w, _ in READ])
def test_what_is_written_as_it_should_be_is_read(shape: Shape[Any], written: str, value: object) -> None:
    """Exactly, and without a problem."""
    assert read(shape, written) == (value, [])


@pytest.mark.parametrize(("shape", "written", "words"), REFUSED, ids=[f"{s.name} {w[:30]}" for s, w, _ in REFUSED])
def test_what_is_not_is_told_with_what_to_write(shape: Shape[Any], written: str, words: str) -> None:
    """In one problem that ends in the correction, where we can know it."""
    value, problems = read(shape, written)
    assert value is None
    assert len(problems) == 1
    assert words in problems[0]


@pytest.mark.parametrize("shape", sorted({shape.name: shape for shape, *_ in READ}.items()), ids=lambda item: item[0])
def test_an_example_is_read_by_its_own_shape(shape: tuple[str, Shape[Any]]) -> None:
    """What a message offers can be written."""
    assert read(shape[1], shape[1].example)[1] == []


@given(st.text(max_size=50))
def test_no_text_makes_a_kind_raise(text: str) -> None:
    """It gives a value, or says what is wrong in sentences that are not empty."""
    for shape, *_ in {shape.name: (shape,) for shape, *_ in READ if shape is not kinds.ZONE}.values():
        assert isinstance(shape, type(kinds.DATE))
        found = shape.parse(text.strip())
        if isinstance(found, Wrong):
            assert found.message
            assert found.remedy


@given(st.text(max_size=50))
def test_a_proposed_id_is_an_id(text: str) -> None:
    """Or there is no proposal."""
    proposal = kinds.id_meant(text)
    assert not proposal or not isinstance(kinds.parse_id(proposal), Wrong) or proposal in kinds.RESERVED_IDS


BEGINNINGS = st.sampled_from(["https://a.example", "HTTP://é.example:80", "https://a.", "javascript:"])
REST = st.text("/?#&=%.:@-aéü") | st.text('/a "<>\\\n\t\u202e\u00a0', max_size=3)


@given(st.tuples(BEGINNINGS, REST).map("".join))
def test_no_address_gets_through_that_could_run_or_break_out(text: str) -> None:
    """Neither script nor quotes nor spaces."""
    found = kinds.URL.parse(text.strip())
    event("read" if isinstance(found, str) else "refused")
    if isinstance(found, str):
        assert found.lower().startswith(("http://", "https://"))
        assert not set(found) & set(' <>"\\\n\t')
