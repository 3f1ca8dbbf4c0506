from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from builders import config

from jobglot.model import Localized, Phrase
from jobglot.settings import PATH_WORDS


def test_the_first_language_is_the_default() -> None:
    """And texts fall back to it."""
    settings = config(languages=("fr", "en"))
    assert settings.default == "fr"
    assert settings.phrase(Localized((("en", "Jobs"), ("fr", "Emplois"))), "nl") == Phrase("Emplois", "fr")


@pytest.mark.parametrize("key", sorted(PATH_WORDS))
def test_every_word_of_an_address_may_be_replaced_by_language(key: str) -> None:
    """Where the config says nothing, the word is the usual one."""
    settings = config(paths={key: {"fr": "mot"}})
    assert settings.word(key, "fr") == "mot"
    assert settings.word(key, "en") == PATH_WORDS[key]


def test_usual_words_differ_from_each_other() -> None:
    """Otherwise a board without settings would collide with itself."""
    assert len(set(PATH_WORDS.values())) == len(PATH_WORDS)


def test_the_zone_is_that_of_the_name() -> None:
    """In which days begin and end."""
    assert config(timezone="Asia/Tokyo").zone == ZoneInfo("Asia/Tokyo")
