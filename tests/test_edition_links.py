"""Words that send readers to another edition."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import edition, manuscript

from jobglot.edition_links import other_editions_are_there, with_links_to_editions
from jobglot.model import Body

SENTENCES = {
    "en": "See the French version.",
    "fr": "Voir la version anglaise.",
    "es": "Véase la versión inglesa.",
    "it": "Si veda la versione inglese.",
    "pt": "Consulte também a versão inglesa.",
    "ca": "Vegeu la versió anglesa.",
    "nl": "Zie de Engelse versie.",
    "de": "Siehe die englische Fassung.",
    "ar": "انظر النسخة الإنجليزية",
    "pl": "Zobacz też wersję angielską.",
    "uk": "Див. англійську версію.",
    "zh": "请参阅英文版。",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_an_edition_that_is_not_there_is_an_error(language):
    """In every language of the interface."""
    (problem,) = other_editions_are_there([manuscript(f"One.\n\n{SENTENCES[language]}", language)])
    assert (problem.code, problem.severity.value, problem.origin.line) == ("other-edition-missing", "error", 7)


@pytest.mark.parametrize("language", SENTENCES)
def test_an_edition_that_is_there_is_silent(language):
    """Since its name becomes a link."""
    other = "fr" if language == "en" else "en"
    assert list(other_editions_are_there([manuscript(SENTENCES[language], language), manuscript("", other)])) == []


def linked(html: str) -> Body:
    """The French body of a posting in two languages."""
    french = replace(edition("fr"), body=Body(html=html))
    return with_links_to_editions((edition("en"), french))[1].body


def test_the_words_become_a_link_to_the_file():
    """Which leads wherever the edition is shown, as links between files do."""
    body = linked("<p>Voir la version anglaise.</p>")
    link = '<a href="data-engineer.en.md" hreflang="en">la version anglaise</a>'
    assert body.html == f"<p>Voir {link}.</p>"
    assert [url for url, _ in body.links] == ["data-engineer.en.md"]


def test_a_link_stays_as_it_is():
    """Nothing is linked twice, and a text without such words is untouched."""
    for html in ('<p>Voir <a href="x.en.md">la version anglaise</a>.</p>', "<p>La version anglaise fait foi.</p>"):
        assert linked(html) == Body(html=html)


def test_a_posting_in_one_language_is_untouched():
    """There is nowhere to lead to; the check says so."""
    alone = (replace(edition("fr"), body=Body(html="<p>Voir la version anglaise.</p>")),)
    assert with_links_to_editions(alone) == alone
