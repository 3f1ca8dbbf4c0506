"""Notices as word processors write them."""

from __future__ import annotations

from datetime import date

import notices
import office
import pytest
from office import p, r, style, table

from jobglot.importing import office_text
from jobglot.importing.draft import Draft, Refusal
from jobglot.importing.office_text import is_office_text, read_office_text, text_of

TODAY = date(2026, 11, 22)
STYLES = style("Title") + style("heading 1")
BOLD = "<w:b/>"


def _facts(*rows: tuple[str, str]) -> str:
    return table(("Closing date:", "15 May 2027"), ("Location", "Ghent"), ("Employer", "European Tide Office"), *rows)


def _english(head: str) -> str:
    apply = p("Apply to jobs@eto.example by 15 May 2027.")
    return head + _facts(("Supervisor", "Head of unit")) + p("Your tasks", "heading1") + p(office.ENGLISH) + apply


FRENCH = (
    p("Économiste", "Title")
    + table(("Date limite :", "15 mai 2027"), ("Lieu :", "Gand"))
    + p("Vos missions", "heading1")
    + p(office.FRENCH)
    + p("Postulez à jobs@eto.example avant le 15 mai 2027.")
)


def _read(body: str, styles: str = STYLES, **parts: str) -> Draft:
    data = office.word(body, styles, **parts)
    assert is_office_text(data)
    (draft,) = read_office_text("notice.docx", data, notices.known(), TODAY)
    assert isinstance(draft, Draft), draft
    return draft


def test_a_notice_in_two_languages_is_one_posting():
    """One after the other in a file; facts from tables, texts under their headings, nothing left to settle."""
    draft = _read(_english(p("Economist", "Title")) + FRENCH)
    assert draft.asks == ()
    assert {key: draft.facts[key] for key in ("deadline", "organization", "locations")} == {
        "deadline": "2027-05-15",
        "organization": "tide-office",
        "locations": ["ghent"],
    }
    assert [(each.language, each.title) for each in draft.editions] == [("en", "Economist"), ("fr", "Économiste")]
    assert draft.editions[0].body.startswith("Supervisor: Head of unit\n\n## Your tasks\n\nThe European")
    assert draft.editions[1].body.startswith("## Vos missions\n\nL’Office")


def test_several_jobs_in_one_file_are_several_postings():
    """With a heading above each; headings of sections and of translations make none."""
    jobs = [
        p(name, "heading1") + table(("Closing date", f"{day} May 2027"), ("Location", "Ghent")) + p(office.ENGLISH)
        for name, day in (("Nurse", 3), ("Cook", 5))
    ]
    drafts = read_office_text("jobs.docx", office.word("".join(jobs), STYLES), notices.known(), TODAY)
    assert [(d.found, d.editions[0].title, d.facts["deadline"]) for d in drafts if isinstance(d, Draft)] == [
        ("jobs.docx, Nurse", "Nurse", "2027-05-03"),
        ("jobs.docx, Cook", "Cook", "2027-05-05"),
    ]
    sections = p("Economist", "", BOLD) + _facts() + p("Tasks", "heading1") + p(office.ENGLISH) + p("Pay", "heading1")
    assert len(_read(sections + p("EUR 3,000 per month.")).editions) == 1


def test_two_columns_are_two_languages():
    """As Canadian offices write them: row by row, with the title in bold below a letterhead of both."""
    rows = [
        ("English", "Français"),
        (p("Economist", "", BOLD), p("Économiste", "", BOLD)),
        ("Closing date: 15 May 2027", "Date limite : 15 mai 2027"),
        (office.ENGLISH, office.FRENCH),
        ("Apply to jobs@eto.example by 15 May 2027.", "Postulez à jobs@eto.example avant le 15 mai 2027."),
    ]
    draft = _read(p("European Tide Office – Office européen des marées") + table(*rows))
    assert [(each.language, each.title) for each in draft.editions] == [("en", "Economist"), ("fr", "Économiste")]
    assert draft.facts["deadline"] == "2027-05-15"
    assert office.FRENCH in draft.editions[1].body
    assert "jobs@" not in draft.editions[1].body.replace("Postulez à jobs@eto.example", "")


def test_the_title_of_the_properties_counts_where_the_text_says_it():
    """Many are those of the document that this one was made from."""
    core = '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title></c>'
    above = p("Directorate of Tides") + p("economist") + p("Re-advertised")
    for title, found in (("Economist", "Economist"), ("Microsoft Word - Form 7", "Directorate of Tides")):
        draft = _read(_english(above), **{"docProps__core.xml": core.format(title)})
        assert draft.editions[0].title == found


def test_of_boxes_to_tick_only_those_count_that_are():
    """In forms; where none is ticked, all stay."""
    ticked = f"<w:p>{r('Job type: ☐ Full time  ☒ Part time ☐ Internship')}</w:p>"
    assert _read(_english(p("Economist", "Title") + ticked)).facts["employment_type"] == ["part_time"]
    assert text_of("<p>Type: ☐ full <input type='checkbox' /> part</p>") == "Type: ☐ full ☐ part"
    assert text_of('<p>Type: <input type="checkbox" checked="checked" /> full ☐ part</p>') == "Type: full"


def test_links_within_a_document_are_text():
    """Marks of places, and notes at its foot."""
    html = (
        '<p><a id="_Toc1"></a>Pay<sup><a href="#note-1" id="r1">[1]</a></sup> <a href="https://a.example/">form</a></p>'
    )
    note = '<ol><li id="note-1"><p>yearly <a href="#r1">↑</a></p></li></ol>'
    assert text_of(html + note) == "Pay[1] [form](https://a.example/)\n\n1. yearly"


def test_what_holds_no_notice_is_refused(monkeypatch):
    """A scan, a book, a broken file: with what to do about it."""
    monkeypatch.setattr(office_text, "MAX_TEXT", 1000)
    monkeypatch.setattr(office_text, "MAX_ELEMENTS", 100)
    bodies = {
        "<w:p><w:r><w:drawing/></w:r></w:p>": "picture",
        p("x" * 1001): "KiB",
        p("x") * 60: "the part that is the notice",
        "<w:p>": "save it anew as .docx",
        p("Hello"): "it is no job",
    }
    for body, why in bodies.items():
        (refused,) = read_office_text("a.docx", office.word(body), notices.known(), TODAY)
        assert isinstance(refused, Refusal)
        assert why in refused.reason


@pytest.mark.parametrize("data", [office.packed(a=""), b"Keeper", b""])
def test_other_files_are_no_documents(data):
    assert not is_office_text(data)
