"""Tables of jobs."""

from __future__ import annotations

from datetime import date

import notices
import pytest

from jobglot.importing.csv_table import key_of, read_csv
from jobglot.importing.draft import Draft, Refusal

TODAY = date(2026, 11, 21)


def _read(text, **columns):
    return read_csv("jobs.csv", text, notices.known(), TODAY, columns)


def test_columns_are_known_by_the_names_of_labels():
    """In any of their languages; the separator is found out."""
    text = (
        "Titre;Employeur;Lieu;Date limite;Contrat;Référence;Postuler;Salaire\n"
        "Gardien;Agence des phares;Gand;04/05/2028;CDI;G-1;lampe@phares.example;2 100 € par mois\n"
    )
    (draft,) = _read(text)
    assert isinstance(draft, Draft)
    assert draft.found == "jobs.csv, row 2"
    assert draft.facts == {
        "organization": "lighthouse-agency",
        "locations": ["ghent"],
        "contract": {"kind": "permanent"},
        "reference": "G-1",
        "apply": [{"email": "lampe@phares.example"}],
        "salary": {"amount": "2100", "currency": "EUR", "per": "month"},
    }
    assert "day and month could be either" in draft.asks[0]  # the title alone does not tell the language


def test_texts_may_stand_in_several_languages():
    """With the language behind a point."""
    text = (
        "title.en,title.fr,body.en,body.fr,deadline,organization,apply,locations\n"
        'Keeper,Gardienne,"## Tasks\n\n- count lamps","## Tâches\n\n- compter les lampes",2028-05-04,tide-office,'
        "https://a.example,ghent\n"
    )
    (draft,) = _read(text)
    assert [(edition.language, edition.title, edition.body) for edition in draft.editions] == [
        ("en", "Keeper", "## Tasks\n\n- count lamps"),
        ("fr", "Gardienne", "## Tâches\n\n- compter les lampes"),
    ]
    assert draft.facts["deadline"] == "2028-05-04"
    assert draft.asks == ()


@pytest.mark.parametrize(("key", "near"), [("titel", "title"), ("title.xx", "title"), ("salary.minimum", "salary.min")])
def test_a_map_that_names_no_key_is_refused(key, near):
    """What stands in that column would be lost without a word."""
    (refused,) = _read("title,Job name\nBaker,x\n", **{"Job name": key})
    assert isinstance(refused, Refusal)
    assert f"“{key}”, which is no key of a posting; did you mean “{near}" in refused.reason


def test_a_map_says_what_other_columns_are():
    """Those that nobody knows are told."""
    text = "Job name,Ends,Least,Coin,Per,Colour\nKeeper,2028-05-04,2100,EUR,month,red\n"
    columns = {
        "Job name": "title",
        "Ends": "deadline",
        "Least": "salary.min",
        "Coin": "salary.currency",
        "Per": "salary.per",
    }
    (draft,) = _read(text, **columns)
    assert draft.editions[0].title == "Keeper"
    assert draft.facts["salary"] == {"min": "2100", "currency": "EUR", "per": "month"}
    assert any("Colour" in note for note in draft.notes)
    (refused,) = _read(text)
    assert isinstance(refused, Refusal)
    assert "--map" in refused.reason


def test_every_row_is_a_posting_of_its_own():
    """Empty rows are none, and one without a title is refused alone."""
    rows = _read("title,deadline\nBaker,2028-05-04\n,\n,2028-05-04\nKeeper,2028-05-05\n")
    assert [isinstance(row, Draft) for row in rows] == [True, False, True]


def test_a_table_without_rows_is_refused():
    """Rather than silently empty."""
    for text in ("", "title,deadline\n"):
        (refused,) = _read(text)
        assert isinstance(refused, Refusal)


def test_keys_by_name():
    """Front matter's own keys are known, too."""
    known = notices.known()
    assert [
        key_of(name, known) for name in ("title.fr", "employment_type", "Closing date", "description", "colour")
    ] == [
        "title.fr",
        "employment_type",
        "deadline",
        "body",
        "",
    ]
