"""What a word processor leaves in a text."""

from __future__ import annotations

import pytest
from builders import manuscript

from jobglot.mending import mended
from jobglot.pasted import links_hold_no_space, lists_are_lists, texts_are_no_code


def _told(markdown: str) -> list[tuple[int, str]]:
    text = manuscript(markdown, line=1)
    found = [*lists_are_lists([text]), *links_hold_no_space([text]), *texts_are_no_code([text])]
    return [(problem.origin.line, problem.code) for problem in found]


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("You:\n•\tbake;\n•\tsell.", "You:\n\n- bake;\n- sell."),
        ("You:\n\n\uf0b7 bake\n\t• sell\nThat is all.", "You:\n\n- bake\n- sell\nThat is all."),
        ("You\n–  bake\n–  sell", "You\n\n- bake\n- sell"),
        ("-bake\n-sell", "- bake\n- sell"),
        ("*bake\n*sell", "- bake\n- sell"),
        ("- bake\n-sell", "- bake\n- sell"),
    ],
)
def test_a_list_of_a_word_processor_is_told_and_mended(text, better):
    """By its bullets; by dashes where there are several below one another."""
    assert [code for _, code in _told(text)] == ["list-unmade"]
    head = "---\ntitle: Baker\n---\n"
    assert mended({"en": head + text}) == {"en": head + better}


@pytest.mark.parametrize(
    "text",
    [
        "- bake\n- sell",
        "We bake\n– and sell –\nbread.",
        "```\n• bake\n• sell\n```",
        "From 6\n-7 degrees",
        "*bake*\n*sell*",
        "- bake,\n– and sell",
        "Bake • sell",
    ],
)
def test_what_is_a_list_or_none_is_left_alone(text):
    """Code, too."""
    assert _told(text) == []
    assert mended({"en": f"---\ntitle: Baker\n---\n{text}"}) == {}


def test_a_link_with_a_space_in_it_is_told():
    """As files are called on one's own computer; a title is no part of the address."""
    assert _told("See [the form](Form of 2027.pdf).") == [(1, "link-unmade")]
    assert _told("See [the form](form.pdf 'Form of 2027.pdf'), [it](Form%20a.pdf), [it](<Form a.pdf>).") == []


def test_a_text_that_an_indent_makes_code_is_told():
    """Not code that somebody set off by a fence."""
    assert _told("You bake.\n\n\tApply & wait\n\tuntil May\n") == [(3, "code-unmeant")]
    assert _told("You bake.\n\n```\nApply & wait\nuntil May\n```\n") == []
