"""The words of the texts, for typed search."""

from __future__ import annotations

import json

from boards import trilingual
from builders import edition, posting

from jobglot.model import Body
from jobglot.words import DETAILED_UP_TO, folded_words, has_words, words_json


def test_words_are_folded_and_told_once() -> None:
    """Sorted, so that the file is the same whatever the order of the text."""
    texts = (
        edition("fr", body=Body(text="Médiateur·rice. L’Œuvre, l’œuvre; ÉTÉ été!")),
        edition("en", body=Body(text="A gap")),
    )
    board = trilingual(posting("a", editions=texts), posting("b", editions=(edition("en"),)))
    assert json.loads(words_json(board, "fr"))["postings"][0] == "ete mediateur oeuvre rice"
    assert json.loads(words_json(board, "en"))["postings"][0] == "gap"


def test_letters_that_unicode_does_not_take_apart_are_folded_too() -> None:
    """As a reader without that key types them."""
    assert folded_words("Straße Ærø Łódź İzmir مَدْرَسَة") == ["strasse", "aero", "lodz", "izmir", "مدرسه"]


def test_only_boards_with_few_open_postings_have_them() -> None:
    """Each posting takes some hundred bytes."""
    many = [posting(f"job-{at:04}", editions=(edition("en"),)) for at in range(DETAILED_UP_TO + 1)]
    assert has_words(trilingual(*many[:3]), "en")
    assert not has_words(trilingual(*many), "en")
