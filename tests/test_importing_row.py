"""Postings as named values tell them."""

from __future__ import annotations

from datetime import date

import notices
import pytest

from jobglot.importing.cells import Cell
from jobglot.importing.draft import Draft, Refusal
from jobglot.importing.row import Row, draft_of_row

TODAY = date(2026, 11, 21)


def _draft(row: Row | None = None, base_url: str = "https://jobs.example.org/", **cells: str) -> Draft:
    told = [Cell(key.replace("__", "."), text) for key, text in {"title": "Keeper", **cells}.items()]
    found = draft_of_row(row or Row("row", told), notices.known(base_url=base_url), TODAY)
    assert isinstance(found, Draft)
    return found


def test_flags_are_flags():
    """A text in their place would be refused by `check`."""
    assert _draft(featured="yes").facts["featured"] is True
    assert "featured" not in _draft(featured="No").facts
    assert any("“featured”" in ask for ask in _draft(featured="perhaps").asks)


@pytest.mark.parametrize(
    ("cells", "salary"),
    [
        ({"salary__min": "3.000,00 €", "salary__max": "3600", "salary__per": "MONTH"}, {"min": "3000", "max": "3600"}),
        (
            {"salary__min": "3000.000", "salary__max": "3000", "salary__currency": "eur", "salary__per": "Mois"},
            {"amount": "3000"},
        ),
        ({"salary": "€ 2.800 - € 3.400 per month"}, {"min": "2800", "max": "3400"}),
    ],
)
def test_pay_in_columns_of_its_own(cells, salary):
    """As people and programs write figures."""
    assert _draft(**cells).facts["salary"] == {**salary, "currency": "EUR", "per": "month"}


def test_pay_that_cannot_be_read_is_asked_about():
    """Rather than left out without a word, or written as `check` refuses it."""
    found = _draft(salary__min="3000")
    assert "salary" not in found.facts
    assert any("“salary” could not be read from “3000”" in ask for ask in found.asks)


def test_city_and_country_are_one_place():
    """The site's own where it has it; “remote” beside a town says that both are possible."""
    assert _draft(locations="Namur", locations__country="Belgium").facts["locations"] == [
        {"city": "Namur", "country": "BE"}
    ]
    assert _draft(locations__city="Gent", locations__country="BE").facts["locations"] == ["ghent"]
    both = _draft(locations="Ghent / Remote")
    assert (both.facts["locations"], both.facts["remote"]) == (["ghent"], "hybrid")
    assert _draft(remote="TRUE").facts["remote"] == "full"


def test_what_cannot_be_read_is_quoted():
    """So that nothing is lost silently."""
    asks = _draft(apply="Call us", deadline="ASAP", employment_type="CDI").asks
    assert any("“apply” could not be read from “Call us”" in ask for ask in asks)
    assert any("“deadline” could not be read from “ASAP”; it is no date we know" in ask for ask in asks)
    assert _draft(employment_type="CDI").facts["contract"] == {"kind": "permanent"}


def test_the_text_tells_what_no_value_does():
    """Deadline and ways to apply, as in a notice."""
    found = _draft(body="We look for a keeper of lamps. Please send your CV to lamp@example.org by 3 March 2027.")
    assert found.facts["apply"] == [{"email": "lamp@example.org"}]
    assert found.facts["deadline"] == "2027-03-03"


def test_relative_links_begin_where_the_text_was():
    """They would lead nowhere here."""
    cells = [Cell("title", "Keeper"), Cell("body", '<p>See <a href="../form.pdf">the form</a>.</p><img src="x.jpg">')]
    found = _draft(Row("row", cells, base="https://old.example/job/7/"))
    assert found.editions[0].body == "See [the form](https://old.example/job/form.pdf)."
    assert "pictures are left out (1 here)" in found.notes


def test_a_live_row_without_deadline_is_open():
    """It stands in a list of open jobs; in a table it is asked about."""
    assert _draft(Row("row", [Cell("title", "Keeper")], is_live=True)).facts["deadline"] == "open"
    assert "deadline" not in _draft().facts


def test_a_row_in_a_language_of_others_is_refused():
    """With the languages that the board has."""
    body = "Wir suchen eine Person, die mit uns arbeiten will und die Lampen der Türme zählt, auch wenn es regnet."
    found = draft_of_row(Row("row", [Cell("title", "Wärter"), Cell("body", body)]), notices.known(), TODAY)
    assert isinstance(found, Refusal)
    assert found.reason == "it is written in de, and the board in en, fr"


def test_what_is_a_draft_or_closed_elsewhere_does_not_open_here():
    """A draft stays one; a closed job needs its day, unless its deadline has passed."""
    assert _draft(status="Draft").facts["draft"] is True
    assert any("“Closed”, but no day" in ask for ask in _draft(status="Closed", deadline="2027-01-31").asks)
    assert not any("no day" in ask for ask in _draft(status="Expired", deadline="2026-10-31").asks)
    assert not any("no day" in ask for ask in _draft(status="filled", filled="2026-10-31", deadline="2027-01-31").asks)
    assert any("“filled”, but no day" in ask for ask in _draft(filled="1", deadline="2027-01-31").asks)
    assert not any("filled" in ask for ask in _draft(filled="yes", deadline="2026-10-31").asks)
    assert not any("filled" in ask for ask in _draft(filled="0", deadline="2027-01-31").asks)
    assert not any("status" in note for note in _draft(status="publish").notes)
    assert any("the status “blue” means nothing" in note for note in _draft(status="blue").notes)


def test_sentences_on_languages_are_a_section():
    """Tags of languages are a fact."""
    assert _draft(languages="English, French").facts["languages"] == [{"language": "en"}, {"language": "fr"}]
    found = _draft(languages="You speak English well and like to learn more of them.")
    assert "languages" not in found.facts
    assert found.editions[0].body == "## Languages\n\nYou speak English well and like to learn more of them."
