"""What tables and lists are there for."""

from __future__ import annotations

import office
import pytest

from jobglot.importing.html_text import to_markdown
from jobglot.importing.layout import MAX_DEPTH, closed


def _table(*rows: tuple[str, ...]) -> str:
    said = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in said)}</table>"


def test_a_table_with_labels_is_lines_all_of_them():
    """Those that we do not know as well, and the lines of a cell together."""
    html = _table(
        ("<b>Closing date:</b>", "3 May 2027"), ("Supervisor", "Head"), ("Place", "<p>Ghent</p><p>Bruges</p>")
    )
    assert to_markdown(html) == "Closing date: 3 May 2027\n\nSupervisor: Head\n\nPlace: Ghent; Bruges"


def test_a_table_that_arranges_a_text_is_that_text():
    """A frame around it, or headings at its left; the lists within stay lists."""
    assert to_markdown(_table(("<p>You keep</p><ul><li>lamps</li></ul>",))) == "You keep\n\n- lamps"
    beside = _table(("Deadline", "3 May 2027"), ("Duties:", "<ul><li>lamps</li><li>logs</li></ul>"))
    assert to_markdown(beside) == "Deadline: 3 May 2027\n\n**Duties**\n\n- lamps\n- logs"
    assert "You keep" in to_markdown("<table><table><tr><td>You keep</td></tr></table></table>")


def test_a_table_of_figures_stays_one():
    found = to_markdown(_table(("Criterion", "Points", "Least"), ("Exam", "30", "15")))
    assert "| Exam | 30 | 15 |" in found
    assert "| Exam | 30 |" in to_markdown(_table(("Criterion", "Points"), ("Exam", "30")))


def test_two_languages_side_by_side_follow_one_another():
    """A title in a table of its own goes with its language; the names of the languages go."""
    html = (
        _table(("Economist", "Économiste"))
        + _table(("English", "Français"), (f"<p>{office.ENGLISH}</p>", office.FRENCH))
        + _table(("By 3 May 2027", "Avant le 3 mai 2027"))
        + "<p>eto.example</p>"
    )
    first, _, second = to_markdown(html).partition("\n\n---\n\n")
    assert first.split("\n\n") == ["Economist", office.ENGLISH, "By 3 May 2027"]
    assert second.split("\n\n") == ["Économiste", office.FRENCH, "Avant le 3 mai 2027", "eto.example"]


def test_labels_before_two_languages_go_with_both():
    """Each in its own language, where they say it in two."""
    html = _table(
        ("", "English", "Français"),
        ("Closing date / Date limite", "3 May 2027", "3 mai 2027"),
        ("Duties / Missions", office.ENGLISH, office.FRENCH),
    )
    first, _, second = to_markdown(html).partition("\n\n---\n\n")
    assert first.split("\n\n") == ["Closing date: 3 May 2027", "**Duties**", office.ENGLISH]
    assert second.split("\n\n") == ["Date limite: 3 mai 2027", "**Missions**", office.FRENCH]
    assert "| Exam | 30 | 15 |" in to_markdown(_table(("", "Points", "Least"), ("Exam", "30", "15")))


def test_a_term_within_the_value_of_another_goes_with_it():
    assert "Pay: you" in to_markdown("<dl><dt>Pay<dd><p>you</p><ul><dt>x</dt></ul><dt>Place<dd>Ghent</dl>")


def test_a_line_of_stars_is_a_rule():
    """It parts languages; as Markdown it would be a text."""
    assert to_markdown("<p>a</p><p>*****</p><p>b</p>") == "a\n\n---\n\nb"


def test_two_texts_in_one_language_are_no_translation():
    half = "The towers are yours to keep, and so are the lamps of the harbour and the boats that come to them. "
    assert "---" not in to_markdown(_table((half * 2, half * 3))).replace("| ---", "")


def test_a_numbered_heading_is_no_list():
    """Word numbers headings as items of lists."""
    html = "<ol><li><strong>Duties</strong></li></ol><p>You keep it.</p><ol><li><strong>Pay</strong> by day</li></ol>"
    assert to_markdown(html) == "**Duties**\n\nYou keep it.\n\n1. **Pay** by day"


def test_items_that_nothing_closes_are_no_part_of_one_another():
    """HTML lets one leave their ends out, as LibreOffice does."""
    html = "<ul><li>a<li>b<ol><li>c</ol><li>d</ul><table><tr><td>1<td>2<tr><td>3</table><dl><dt>e<dd>f</dl>"
    assert closed(html) == (
        "<ul><li>a</li><li>b<ol><li>c</li></ol></li><li>d</li></ul>"
        "<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table><dl><dt>e</dt><dd>f</dd></dl>"
    )
    assert closed(closed(html)) == closed(html)
    with pytest.raises(RecursionError):
        closed("<ul><li>" * (MAX_DEPTH + 2))
