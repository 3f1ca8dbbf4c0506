"""The small values that views are made of."""

from __future__ import annotations

from jobglot.model import Phrase
from jobglot.views import Said, said, said_in


def test_a_text_in_another_language_brings_its_direction() -> None:
    """And one in the page's own language brings nothing."""
    assert said(Phrase("Jobs")) == Said("Jobs")
    assert said(Phrase("وظائف", "ar")) == Said("وظائف", "ar", "rtl")
    assert said_in("Banen", "nl") == Said("Banen", "nl", "ltr")
