from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from datetime import date

import pytest
from builders import edition, organization, posting

from jobglot.model import AttachmentRef, ContentPage, Localized, NewsItem, OrganizationEdition, Phrase, State, plain
from jobglot.problem import Origin

BOTH = Localized((("fr", "Bruxelles"), ("nl", "Brussel")))


def test_a_text_is_said_in_the_reader_s_language() -> None:
    """Else in the board's default one, else in the first that was written; then it says which."""
    assert BOTH.phrase("nl", "en") == Phrase("Brussel")
    assert BOTH.phrase("de", "nl") == Phrase("Brussel", "nl")
    assert BOTH.phrase("de", "en") == Phrase("Bruxelles", "fr")
    assert BOTH.every() == ("Bruxelles", "Brussel")


def test_readers_of_one_language_read_each_other_s() -> None:
    """Before the board's first language: Portuguese stands in for Portuguese of Brazil, and the other way round."""
    names = Localized((("en", "Brussels"), ("pt", "Bruxelas")))
    assert names.phrase("pt-BR", "en") == Phrase("Bruxelas", "pt")
    job = posting(languages_of_editions=("en", "pt-BR"))
    assert job.best_edition("pt").language == "pt-BR"
    assert job.best_edition("fr").language == "en"
    portuguese = OrganizationEdition("pt", "ACME", "acme", Origin("x"))
    acme = replace(organization(), editions=(*organization().editions, portuguese))
    assert acme.best_edition("pt-BR") == portuguese


def test_one_string_is_the_same_in_every_language() -> None:
    """And belongs to none."""
    assert plain("ACME").phrase("ar", "en") == Phrase("ACME")


def test_a_thing_is_read_in_its_own_language_or_the_first_it_has() -> None:
    """In the order of the config."""
    job = posting(languages_of_editions=("fr", "ar"))
    assert job.best_edition("ar").language == "ar"
    assert job.best_edition("en").language == "fr"
    assert job.edition("en") is None
    acme = organization()
    assert acme.best_edition("fr").language == "fr"
    assert acme.best_edition("de").language == "en"
    assert acme.edition("de") is None
    item = NewsItem("n", (edition("en"),), Origin("n"), date(2026, 1, 1))
    page = ContentPage("p", (edition("en"),), Origin("p"))
    for thing in (item, page):
        assert thing.edition("en") is not None
        assert thing.edition("fr") is None


def test_a_fact_knows_where_it_stands() -> None:
    """Else the posting's first file does."""
    job = posting(origins={"deadline": Origin("x.en.md", 7, 1)})
    assert job.origin_of("deadline") == Origin("x.en.md", 7, 1)
    assert job.origin_of("salary") == job.origin


def test_states_are_open_over_or_not_yet() -> None:
    """Never two of these."""
    assert {state for state in State if state.takes_applications} == {State.OPEN, State.CLOSING_SOON}
    assert {state for state in State if state.is_over} == {State.CLOSED, State.FILLED, State.WITHDRAWN}


def test_a_file_has_a_name() -> None:
    """Without folders."""
    assert AttachmentRef("content/postings/2026/notice.pdf").name == "notice.pdf"


def test_values_do_not_change() -> None:
    """What was parsed once is what everybody sees."""
    with pytest.raises(FrozenInstanceError):
        posting().id = "other"  # type: ignore[misc]
