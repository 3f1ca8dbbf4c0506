"""Finding what is known of a language."""

from __future__ import annotations

import re
from pathlib import Path

from jobglot import languages
from jobglot.language import KNOWN, Language, NoticeHeads, NoticeWords, language


def test_every_module_is_a_language_and_every_language_a_module():
    """One that `KNOWN` does not name would never be asked."""
    folder = Path(languages.__file__).parent
    assert sorted(path.stem for path in folder.glob("*.py") if path.stem != "__init__") == sorted(KNOWN)
    assert list(KNOWN) == sorted(KNOWN)


def test_of_another_language_nothing_is_known():
    """It is no fault to write in it."""
    assert language("tlh") == Language()


def test_every_field_says_what_it_holds():
    """Whoever adds a language reads them."""
    source = (Path(languages.__file__).parent.parent / "language.py").read_text(encoding="utf-8")
    for field in (*Language._fields, *NoticeWords._fields, *NoticeHeads._fields):
        if not re.search(rf"^    {field}: \w+ \| None = None$", source, re.MULTILINE):
            assert re.search(rf'^    {field}: .*\n    """', source, re.MULTILINE), field
