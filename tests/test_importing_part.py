"""What one part of a notice tells."""

from __future__ import annotations

import pytest

from jobglot.importing.lines import Line
from jobglot.importing.part import PartReading


@pytest.mark.parametrize(
    ("line", "title", "reference"),
    [
        ("## Keeper (31-077)", "Keeper", "31-077"),
        ("**Keeper – **", "Keeper", ""),
        ("JURISTE H/F/X", "Juriste H/F/X", ""),
        ("Keeper (G8)", "Keeper (G8)", ""),
    ],
)
def test_a_title_loses_what_is_none_of_it(line: str, title: str, reference: str) -> None:
    """Marks and reference; capitals become those of a sentence, but for the letters of genders."""
    part = PartReading("en")
    part.take_title(line)
    assert (part.title, part.reference) == (title, reference)


def test_what_was_mended_in_the_text_is_noted() -> None:
    """Beside what was noted before."""
    part = PartReading("en", lines=(Line("NOTE:read this"),), notes=["first"])
    assert part.body() == "NOTE: read this"
    assert part.notes == ["first", "a space was missing after “NOTE:”"]
