"""Texts are written in one string or by language; the forms follow what most postings do, and tell of the others."""

from __future__ import annotations

from builders import content, posting

from jobglot.cms_habits import TEXTS, is_plain, losses
from jobglot.model import Employer, Localized, Location, plain
from jobglot.schema import POSTING_FACTS
from jobglot.shapes import ByLanguage, ListOf, Record, TextOr

BY_LANGUAGE = Localized((("en", "Kitchen"), ("fr", "Cuisine")))


def test_the_form_is_what_most_postings_do() -> None:
    """By language where none has such a text, or as many do the one as the other."""
    department = ("department",)
    one, other = posting(id="a", department=plain("IT")), posting(id="b", department=BY_LANGUAGE)
    assert not is_plain(content(posting()), department)
    assert is_plain(content(one), department)
    assert not is_plain(content(one, other), department)
    assert not is_plain(content(other), department)


def test_what_a_form_would_drop_is_told() -> None:
    """Each posting once, with all keys in question."""
    usual = [posting(id=f"usual-{number}", department=BY_LANGUAGE) for number in range(3)]
    odd = posting(id="odd", organization="", employer=Employer(plain("X")), department=plain("IT"))
    away = posting(id="away", locations=(Location(city=plain("Ghent")),))
    found = {each.id: keys for each, keys in losses(content(*usual, odd, away))}
    assert found["odd"][0] == "organization"
    assert "department" in found["odd"]
    assert "locations" in found["away"]
    assert not any("department" in keys for id_, keys in found.items() if id_ != "odd")


def test_every_text_of_a_posting_is_looked_at() -> None:
    """All that the schema lets be written by language."""

    def paths(shape: object, above: tuple[str, ...]) -> set[tuple[str, ...]]:
        while isinstance(shape, ListOf | TextOr):
            shape = shape.of if isinstance(shape, ListOf) else shape.record
        if isinstance(shape, ByLanguage):
            return {above}
        fields = shape.fields if isinstance(shape, Record) else ()
        return {path for field in fields for path in paths(field.shape, (*above, field.key))}

    written = {path for field in POSTING_FACTS for path in paths(field.shape, (field.key,))}
    # An organization is chosen, and so is a place.
    assert written - {path for path in written if path[0] in ("organization", "locations")} == {*TEXTS}
