"""Words that two languages share, though they write them differently."""

from __future__ import annotations

import pytest

from jobglot.cognates import MOST, Cognates, skeleton
from jobglot.tokens import Lexicon


@pytest.mark.parametrize(
    ("one", "word", "other", "cognate"),
    [
        ("fr", "qualité", "en", "quality"),
        ("fr", "développeuse", "en", "developer"),
        ("fr", "indicateurs", "en", "indicators"),
        ("es", "fotógrafo", "en", "photographer"),
        ("de", "Elektriker", "en", "electrician"),
        ("nl", "logistiek", "fr", "logistique"),
    ],
)
def test_cognates_have_the_same_skeleton(one: str, word: str, other: str, cognate: str) -> None:
    """Stems of a language's own algorithm, with its own endings."""
    (mine,), (theirs,) = Lexicon(one).of(word), Lexicon(other).of(cognate)
    assert skeleton(mine) == skeleton(theirs) != ""


def test_what_tells_nothing_has_no_cognate() -> None:
    """Short words, figures, and what looks like many others."""
    alike = [f"transp{end}" for end in "abcd"]
    assert len(alike) > MOST
    known = Cognates(["nurs", "qualiti", *alike])
    assert list(known.of("qualit")) == ["qualiti"]
    assert [*known.of("nurs"), *known.of("iso9001"), *known.of("transport"), *known.of("")] == []
