"""Files that are one notice in several languages."""

from __future__ import annotations

import notices
import pytest

from jobglot.importing.siblings import place_of, together


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("notice_EN.docx", "notice_FR.docx"),
        ("Keeper (English).docx", "Keeper (Français).odt"),
        ("EN - Keeper.docx", "FR - Keeper.docx"),
        ("2027/en/keeper.docx", "2027/fr/keeper.docx"),
        ("keeper.en.txt", "keeper.fr.docx"),
    ],
)
def test_names_that_differ_in_the_language_belong_together(one, other):
    files = [(one, b""), ("between.txt", b""), (other, b"")]
    assert together(files, notices.known()) == [[files[0], files[2]], [files[1]]]


def test_other_names_do_not():
    """Neither other jobs, nor two files in one language, nor rows of tables; “de” is no language of this board."""
    names = ["keeper_en.docx", "baker_fr.docx", "baker_fr.txt", "chef.docx", "chef_de.docx"]
    files = [(name, b"") for name in names]
    assert together(files, notices.known()) == [[file] for file in files]
    assert place_of("jobs_en.csv, row 7", notices.known()) == ("", "")
