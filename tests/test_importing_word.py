"""Documents of Word as HTML."""

from __future__ import annotations

import office
import pytest
from office import p, r, style

from jobglot.importing import word
from jobglot.importing.archive import FAILURES
from jobglot.importing.word import html_of_word, is_word, title_of_word

BOLD = "<w:rPr><w:b/></w:rPr>"
LINK = (
    f'<Relationship Id="rId1" TargetMode="External" Target="https://eto.example/7" Type="{office.OFFICE}/hyperlink"/>'
)


def _html(body: str, styles: str = "", **parts: str) -> str:
    return html_of_word(office.word(body, styles, **parts))


def test_the_styles_of_an_office_are_headings_where_they_are_meant_so():
    """The title apart; others by their level in the outline, or that of the style they are based on."""
    styles = (
        style("Title")
        + style("heading 1")
        + style("Main", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')
        + style("Avis l'entête", '<w:basedOn w:val="Main"/>')
        + style("Loud", BOLD)
        + style("Quiet", '<w:basedOn w:val="Loud"/><w:rPr><w:b w:val="0"/></w:rPr>')
        + style("Self", '<w:basedOn w:val="Self"/>')
    )
    body = "".join(p(name, name) for name in ("Title", "heading1", "Main", "Avisl'entête", "Loud", "Quiet", "Self"))
    assert _html(body, styles) == (
        '<h1 class="title">Title</h1><h1>heading1</h1><h2>Main</h2><h2>Avisl&#x27;entête</h2>'
        "<p><strong>Loud</strong></p><p>Quiet</p><p>Self</p>"
    ).replace("&#x27;", "'")


def test_tracked_changes_are_taken_as_accepted():
    """What was deleted goes, what was inserted stays; comments and pictures go."""
    body = (
        f"<w:p>{r('by ')}<w:del>{r('3').replace('w:t', 'w:delText')}</w:del><w:ins>{r('9')}</w:ins>{r(' May')}"
        f'<w:commentRangeStart w:id="0"/>{r("!")}<w:commentReference w:id="0"/><w:drawing/></w:p>'
    )
    assert _html(body, word__comments="<w:comments/>") == "<p>by 9 May!</p>"


def test_text_in_fields_boxes_and_forms_is_text():
    """The current value of a field; what stands in a text box; not the words that ask for a value."""
    inner = f"<w:txbxContent>{p('box')}</w:txbxContent>"
    box = f'<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>{inner}</v:textbox></w:pict></w:r>'
    empty = '<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>Click to enter</w:t></w:r>'
    form = f"<w:sdt><w:sdtContent>{empty}{r('Ghent')}</w:sdtContent></w:sdt>"
    body = f'<w:p><w:fldSimple w:instr="DATE">{r("3 May")}</w:fldSimple>{box}{form}</w:p>'
    assert _html(body, style("Placeholder Text", kind="character")) == "<p>3 MayGhent</p><p>box</p>"


def test_links_keep_their_addresses():
    body = f'<w:p><w:hyperlink r:id="rId1">{r("our form")}</w:hyperlink></w:p>'
    assert html_of_word(office.word(body, links=LINK)) == '<p><a href="https://eto.example/7">our form</a></p>'


def test_the_title_of_its_properties_is_read():
    core = '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title> Keeper </dc:title></c>'
    data = office.word(p("a"), **{"docProps__core.xml": core})
    assert is_word(data)
    assert title_of_word(data) == "Keeper"
    assert title_of_word(office.word(p("a"))) == ""


@pytest.mark.parametrize(
    "body",
    [
        "<w:p>",
        "<w:p/>" * 300,
        "<w:ins>" * 400 + "</w:ins>" * 400,
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="x"/></w:tcPr></w:tc></w:tr></w:tbl>',
        "<w:p><w:r><w:footnoteReference/></w:r></w:p>",
        '<w:p><w:hyperlink r:id="none"/></w:p>',
    ],
)
def test_what_is_broken_or_too_large_fails_as_expected(monkeypatch, body):
    """Whatever it is that the library stumbles over."""
    monkeypatch.setattr(word, "MAX_TAGS", 1000 if "400" in body or len(body) > 5000 else 250)
    with pytest.raises((*FAILURES, RecursionError)):
        _html(body)
