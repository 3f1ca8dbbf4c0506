"""Which of some languages is nearest to a reader's."""

from __future__ import annotations

import pytest

from jobglot.subtags import nearest


@pytest.mark.parametrize(
    ("language", "tags", "found"),
    [
        ("pt-BR", ("en", "pt"), "pt"),
        ("pt", ("en", "pt-BR"), "pt-BR"),
        ("pt-BR", ("en", "pt-PT"), "pt-PT"),
        ("en-GB", ("en-US", "en"), "en-US"),
        ("zh-Hant-HK", ("zh", "zh-Hans", "zh-Hant"), "zh-Hant"),
        ("fr", ("en", "de"), None),
        # Another language, though it begins with the same letters.
        ("fil", ("fi", "en"), None),
        ("fr", (), None),
    ],
)
def test_the_nearest_language_has_most_in_common(language: str, tags: tuple[str, ...], found: str | None) -> None:
    """From the beginning of the tags, in whole parts; the first where there are several."""
    assert nearest(language, tags) == found
