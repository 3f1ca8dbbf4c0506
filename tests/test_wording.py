"""Slips of the pen in bodies."""

from __future__ import annotations

import pytest
from builders import manuscript

from jobglot.wording import bold_is_whole, brackets_pair, links_are_made, nothing_is_left_to_fill, words_stand_once


def places(rule, text, language="en"):
    """Line and column of every problem."""
    return [(p.origin.line, p.origin.column) for p in rule([manuscript(text, language)])]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Place of work: TBD", "en"),
        ("in the Caribbean (tbd)", "en"),
        ("Lorem ipsum dolor sit amet", "en"),
        ("ENTER ROLE TITLE HERE", "en"),
        ("[insert the name of the team here]", "en"),
        ("{insert text}", "en"),
        ("Salary: XXX euros", "en"),
        ("Lieu : à compléter", "fr"),
        ("[indiquer le service]", "fr"),
        ("[insertar el nombre]", "es"),
        ("[inserire il nome]", "it"),
        ("Sede: da completare", "it"),
        ("[indicar o serviço]", "pt"),
        ("[inseriu el nom]", "ca"),
        ("[nog in te vullen]", "nl"),
        ("[wpisać nazwę działu]", "pl"),
        ("[вставити назву відділу]", "uk"),
        ("[请填写部门名称]", "zh"),
        ("[Name der Abteilung einfügen]", "de"),
        ("TODO: ask Farida", "en"),
    ],
)
def test_words_to_be_replaced_are_told(text, language):
    """Each where it stands."""
    ((line, _),) = places(nothing_is_left_to_fill, f"One.\n\n{text}", language)
    assert line == 7


def test_titles_and_summaries_are_read_too():
    """At the lines of their keys."""
    text = manuscript("Text.", title="ENTER ROLE TITLE HERE", summary="Lorem ipsum")
    assert [p.origin for p in nothing_is_left_to_fill([text])] == [text.title_origin, text.summary_origin]


@pytest.mark.parametrize(
    "text",
    [
        "You are welcome here, and we work together where the sea is.",
        "Insert a coin. Add [our notice](notice.pdf). Put it there.",
        "`TBD` in code, and https://example.org/tbd in an address",
        "The dossier, à compléter par vos soins, to-do lists, todos",
        "Insert [the key](key.md) and enter (carefully).",
    ],
)
def test_other_words_are_not_placeholders(text):
    """Words that look alike."""
    assert places(nothing_is_left_to_fill, text) == []


def test_doubled_words_are_told():
    """Also over the end of a line within a paragraph."""
    assert places(words_stand_once, "One.\n\ncooperation or or law, the\nthe sea") == [(7, 13), (7, 24)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("He said that that had had no end.", "en"),
        ("Nous nous occupons de vous ; vous vous occupez de nous.", "fr"),
        ("Die, die die Tür öffnen, dass das das Ende ist.", "de"),
        ("In Baden Baden and Bora Bora.", "en"),
        ("Work and\n\nand play are two paragraphs.", "en"),
        ("2 2 3 3 and - - -", "en"),
    ],
)
def test_some_words_may_stand_twice(text, language):
    """By grammar, as names, in two paragraphs."""
    assert places(words_stand_once, text, language) == []


def test_lone_brackets_are_told_where_they_stand():
    """Opened or closed in vain, in a paragraph or a list item."""
    assert places(brackets_pair, "The project “Seaport (SEACOP V)) financed") == [(5, 32)]
    assert places(brackets_pair, "- one (two\n- three\n\nfour] five") == [(5, 7), (8, 5)]


@pytest.mark.parametrize(
    "text",
    [
        "One (two [three](x.md) four) and a wrapped (line\nthat goes on).",
        "a) first\nb) second; 1) third, iv) fourth",
        "An assistant(e), [a](b.pdf) ![c](d.png) [e][f]\n\n[f]: https://example.org/(g)",
        "Good :) and `f(` and \\( too",
        "- [ ] a box\n- [x] another",
    ],
)
def test_paired_brackets_are_silent(text):
    """And those of lists, links, code and faces."""
    assert places(brackets_pair, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "See [the form](form.pdf), [the other] [ref] and [the page][ref].\n\n[ref]: https://example.org/\n",
        "A notice [internal] (see https://example.org/) of the office (in Ghent)[1].",
        "`[the form] (https://example.org/)`\n\n- [ ] (https://example.org/)",
    ],
)
def test_links_and_other_brackets_are_silent(text):
    """And what is shown on purpose."""
    assert places(links_are_made, text) == []


def test_a_link_that_is_none_is_told_as_it_should_be():
    """With a space between its parts, or the wrong way round."""
    (problem,) = links_are_made([manuscript("One.\n\nSee [the form] (../pages/form.en.md).", "en")])
    assert (problem.origin.line, problem.remedy) == (7, "write [the form](../pages/form.en.md)")
    (problem,) = links_are_made([manuscript("See (the form)[https://example.org/].", "en")])
    assert problem.remedy == "write [the form](https://example.org/)"


def test_asterisks_that_readers_see_are_told():
    """Bold that is not bold."""
    assert places(bold_is_whole, "One.\n\nThis is ** not bold** at all.") == [(7, 9)]
    assert places(bold_is_whole, "This **is** bold, 2 * 3 * 4 too, and \\*\\*this\\*\\* is meant.") == []
