"""Parts of archives."""

from __future__ import annotations

import io
from zipfile import ZipFile

import office
import pytest

from jobglot.importing import archive
from jobglot.importing.archive import FAILURES, BrokenError, part, tree


def _opened(text: str | bytes) -> ZipFile:
    return ZipFile(io.BytesIO(office.packed(**{"a.xml": text})))


def test_a_part_is_read_as_its_tree():
    assert tree(_opened("<a><b>c</b></a>"), "a.xml").findtext("b") == "c"


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16"),
        "x" * 2000,
    ],
)
def test_what_could_expand_is_refused(monkeypatch, text):
    """Entities, also where another encoding hides them; and whatever is too large once it is unpacked."""
    monkeypatch.setattr(archive, "MAX_PART", 1000)
    with pytest.raises(BrokenError):
        part(_opened(text), "a.xml")


def test_what_is_missing_or_broken_fails_as_expected():
    for text, path in (("<a/>", "b.xml"), ("<a>", "a.xml")):
        with pytest.raises(FAILURES):
            tree(_opened(text), path)
