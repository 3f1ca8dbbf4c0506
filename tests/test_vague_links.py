"""Links that say nothing."""

from __future__ import annotations

import pytest
from builders import manuscript

from jobglot.vague_links import links_say_where


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "here"),
        ("en", "Click here"),
        ("en", "**website**"),
        ("en", "read more…"),
        ("fr", "ici"),
        ("fr", "lien"),
        ("fr", "site web"),
        ("es", "haga clic aquí"),
        ("it", "clicca qui"),
        ("pt", "Saiba mais"),
        ("ca", "aquest enllaç"),
        ("nl", "klik hier"),
        ("de", "Mehr erfahren"),
        ("ar", "اضغط هنا"),
        ("pl", "Kliknij tutaj"),
        ("uk", "за посиланням"),
        ("zh", "点击这里"),
    ],
)
def test_a_vague_link_is_told_where_it_stands(language, words):
    """In every language of the interface."""
    (problem,) = links_say_where([manuscript(f"One.\n\nFor this, see [{words}](https://example.org/).", language)])
    assert (problem.code, problem.origin.line, problem.origin.column) == ("vague-link", 7, 15)


@pytest.mark.parametrize("words", ["the application form", "www.nato.int/recruitment", "here is how to apply", "ici"])
def test_other_links_are_silent(words):
    """As is a vague word of another language."""
    assert (
        list(links_say_where([manuscript(f"See [{words}](https://example.org/), ![here](a.png), [here] too.")])) == []
    )


def test_the_languages_are_those_of_the_interface():
    """Others are not judged."""
    assert list(links_say_where([manuscript("[here](https://example.org/)", "cs")])) == []
