"""Words that say nothing of a job."""

from __future__ import annotations

import pytest

from jobglot.stopwords import STOP_WORDS
from jobglot.tokens import Lexicon, fold


def test_stop_words_are_folded() -> None:
    """Else they would never be met."""
    assert [word for words in STOP_WORDS.values() for word in sorted(words) if fold(word) != word] == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "You will be part of our team"),
        ("fr", "Vous ferez partie de notre équipe"),
        ("es", "Se necesita experiencia en el puesto"),
        ("de", "Wir suchen für unser Team eine"),
        ("nl", "Wij zoeken voor ons team een"),
        ("ar", "مطلوب خبرة في هذا العمل"),
    ],
)
def test_what_every_notice_says_is_nearly_silent(language: str, sentence: str) -> None:
    """In each language of the interface."""
    assert len(Lexicon(language).of(sentence)) <= 1
