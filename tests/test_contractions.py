from __future__ import annotations

import pytest

from jobglot.contractions import contracted


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("fr", "heure de Athènes", "heure d’Athènes"),
        ("fr-CA", "heure de Paris", "heure de Paris"),
        ("it", "Chiusa il 8 maggio 2026", "Chiusa l’8 maggio 2026"),
        ("it", "fino al 11 maggio 2026", "fino all’11 maggio 2026"),
        ("it", "Chiusa il 18 novembre 2026", "Chiusa il 18 novembre 2026"),
        ("ca", "Tancada el 1 de maig del 2026", "Tancada l’1 de maig del 2026"),
        ("ca", "fins al 11 d’agost", "fins a l’11 d’agost"),
        ("ca", "Tancada el 10 d’abril del 2026", "Tancada el 10 d’abril del 2026"),
        ("ca", "hora de Atenes", "hora d’Atenes"),
        ("ca", "hora de Iakutsk", "hora de Iakutsk"),
        ("ca", "hora de Hèlsinki", "hora d’Hèlsinki"),
        ("en", "closed el 1 de Atenes", "closed el 1 de Atenes"),
    ],
)
def test_a_small_word_gives_way_to_a_vowel(language: str, text: str, said: str) -> None:
    """Also one that is said and not written, as in figures."""
    assert contracted(text, language) == said
