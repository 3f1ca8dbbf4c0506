"""Tables of jobs."""

from __future__ import annotations

from datetime import date

import notices
import pytest

from jobglot.importing.csv_table import read_csv
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
        "deadline": "2028-05-04",  # by the language of the column's name
        "posted": "2026-11-21",
    }


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
    text = "Employ,Ends,Least,Coin,Per,Colour\nKeeper,2028-05-04,2100,EUR,month,red\n"
    columns = {
        "Employ": "title",
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
    assert "none of the columns “Employ”, “Ends”, “Least”, “Coin”, “Per”, “Colour” is the title" in refused.reason
    assert "--map" in refused.reason


def test_the_name_of_a_column_tells_what_pay_is_for():
    """As the offices of Belgium write it, with the way to apply beside."""
    text = "Intitulé;Salaire mensuel;Candidatures\nBoulanger;2.500 € - 3.300 €;pain@four.example\n"
    (draft,) = _read(text)
    assert draft.facts["salary"] == {"min": "2500", "max": "3300", "currency": "EUR", "per": "month"}
    assert draft.facts["apply"] == [{"email": "pain@four.example"}]


def test_every_row_is_a_posting_of_its_own():
    """Empty rows are none, and one without a title is refused alone."""
    rows = _read("title,deadline\nBaker,2028-05-04\n,\n,2028-05-04\nKeeper,2028-05-05\n")
    assert [isinstance(row, Draft) for row in rows] == [True, False, True]


def test_a_table_without_rows_is_refused():
    """Rather than silently empty."""
    for text in ("", "title,deadline\n"):
        (refused,) = _read(text)
        assert isinstance(refused, Refusal)


HEADING = "Job title;Titre;Employer;Closing date;Date posted;Description;Description FR;Colour\n"


def test_a_table_as_excel_writes_it():
    """Its first line that names the separator, cells of several lines, HTML in them, and dates without a zone."""
    text = (
        f"sep=;\n{HEADING}"
        "Keeper;Gardienne;Lighthouse Agency;31/12/2028 00:00;1/2/27;"
        '"<p>Count the <b>lamps</b> &amp; clean.</p>";"Une ligne.\n\nUne autre.";red\n'
        "Pilot;Pilote;Lighthouse Agency;4/3/2028;13/2/27;x;y;blue\n"
    )
    first, second = _read(text)
    assert isinstance(first, Draft)
    assert isinstance(second, Draft)
    assert first.found == "jobs.csv, row 3"  # as the program of tables counts
    assert [(edition.language, edition.title, edition.body) for edition in first.editions] == [
        ("en", "Keeper", "Count the **lamps** & clean."),
        ("fr", "Gardienne", "Une ligne.\n\nUne autre."),
    ]
    assert (first.facts["posted"], first.facts["deadline"]) == ("2027-02-01", "2028-12-31")
    assert second.facts["deadline"] == "2028-03-04"  # the 31 and the 13 of other rows tell the order
    assert any("Colour" in note for note in first.notes)
    assert not any("Colour" in note for note in second.notes)


def test_a_comma_in_a_quoted_heading_is_no_separator():
    """The heading alone tells the separator: texts have all sorts of signs."""
    text = 'title;"salary; or pay, if any";deadline\n"Baker, cook, a, b, c, d";;2028-05-04\n'
    (draft,) = _read(text)
    assert isinstance(draft, Draft)
    assert (draft.editions[0].title, draft.facts["deadline"]) == ("Baker, cook, a, b, c, d", "2028-05-04")


def test_a_row_may_be_in_one_language_and_say_so():
    """A row for each language; the column of languages that a job asks for is another one."""
    (one, two) = _read("ref,lang,title,deadline\n7,EN,Keeper,2028-05-04\n7,fr_BE,Gardienne,2028-05-04\n")
    assert isinstance(one, Draft)
    assert isinstance(two, Draft)
    assert (one.editions[0].language, two.editions[0].language) == ("en", "fr")
    (asked,) = _read("title,Language\nKeeper,Greek and Latin\n")
    assert isinstance(asked, Draft)
    assert any("Language" in note for note in asked.notes)


def test_a_text_may_stand_in_several_columns():
    """Each below the name of its column, or what that is called in the language of the text; none is lost."""
    text = (
        "title,deadline,Intro,Responsibilities,Requirements (FR),title.fr,Description,More\n"
        'Keeper,2028-05-04,In short.,"<ul><li>count</li></ul>",savoir compter,Gardienne,We look for you.,x\n'
    )
    (draft,) = _read(text, More="body")
    assert isinstance(draft, Draft)
    english, french = draft.editions
    assert english.body == "We look for you.\n\n## More\n\nx\n\n## Tasks\n\n- count"
    assert french.body == "## Profil\n\nsavoir compter"
