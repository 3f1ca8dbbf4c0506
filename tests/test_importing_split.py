"""Notices in several languages."""

from __future__ import annotations

import notices

from jobglot.importing.furniture import clear
from jobglot.importing.lines import to_lines
from jobglot.importing.split import split


def _languages(text):
    return [part.language for part in split(clear(to_lines(text)).lines)]


def test_a_separator_between_two_languages_parts_them():
    """And belongs to neither."""
    parts = split(to_lines(notices.AGGREGATOR))
    assert [part.language for part in parts] == ["en", "fr"]
    assert parts[1].lines[0].text == "Direction des côtes"
    assert not any("***" in line.text for part in parts for line in part.lines)


def test_without_separator_the_small_words_part_them():
    """The second part begins with its title, which is the first line in its language."""
    parts = split(to_lines(notices.BILINGUAL))
    assert [part.language for part in parts] == ["en", "fr"]
    assert parts[1].lines[0].text.startswith("Gardien ou gardienne")


def test_a_passage_in_another_language_is_no_edition():
    """A translation has about the length of what it translates."""
    assert _languages(notices.SCORED) == ["en"]


def test_a_separator_within_one_language_parts_nothing():
    """Some use asterisks as ornaments."""
    text = "You will keep the lamp of the tower.\n***\nYou will also feed the cat that lives in it.\n***\nThat is all."
    assert _languages(text) == ["en"]


def test_three_languages_give_three_parts():
    """In the order written."""
    text = "\n".join(
        [
            *["You will keep the lamp of the tower and the books of the harbour."] * 3,
            *["Vous garderez la lampe de la tour et les livres de la capitainerie."] * 3,
            *["Je bewaart de lamp van de toren en de boeken van het havenkantoor."] * 3,
        ]
    )
    assert _languages(text) == ["en", "fr", "nl"]
