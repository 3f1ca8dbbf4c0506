"""The vocabularies: terms by id, in the order of their file."""

from __future__ import annotations

from pathlib import Path

import pytest
from readings import told
from sites import small_site, write_files

from jobglot import schema
from jobglot.cli import main
from jobglot.model import plain
from jobglot.terms import read_terms, read_vocabulary

LANGUAGES = ("en", "fr")


def places(text: str) -> tuple[object, list[tuple[int, str]]]:
    """The vocabulary, and line and code of its problems."""
    vocabulary, problems = read_vocabulary(text.encode(), "content/places.yaml", schema.PLACE_FIELDS, LANGUAGES)
    return vocabulary, told(problems)


def test_terms_keep_their_order_and_know_their_line() -> None:
    """A short one is just a name."""
    text = b"oslo: {name: {en: Oslo, fr: Oslo}, country: NO, parent: norway}\nnorway: Norway\n"
    terms, problems = read_terms(text, "content/places.yaml", schema.PLACE_FIELDS, LANGUAGES)
    assert problems == []
    assert terms is not None
    assert list(terms) == ["oslo", "norway"]
    assert (terms["oslo"].country, terms["oslo"].parent) == ("NO", "norway")
    assert terms["norway"].name == plain("Norway")
    assert terms["norway"].origin.line == 2


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Oslo: {name: Oslo}", "id-invalid"),
        ("oslo:", "missing-key"),
        ("oslo: {}", "missing-key"),
        ("oslo: {country: NO}", "missing-key"),
        ("oslo: [Oslo]", "wrong-type"),
        ("index: {name: Oslo}", "id-reserved"),
    ],
)
def test_a_term_that_cannot_be_read_is_known_to_be_there(line: str, code: str) -> None:
    """So that forty postings that name it are not called wrong as well; the others are read."""
    vocabulary, problems = places(f"{line}\nghent: Ghent\n")
    assert problems == [(1, code)]
    assert list(vocabulary.terms) == ["ghent"]  # type: ignore[attr-defined]
    assert line.partition(":")[0].lower() in vocabulary.unread  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("oslo: {name: Oslo, country: Norway}", (1, "country-unknown")),
        ("oslo: {name: Oslo, slug: 'Os lo'}", (1, "slug-invalid")),
        ("oslo: {name: Oslo}\noslo: {name: Oslo}", (2, "duplicate-key")),
        ("oslo: {name: Oslo}\nolso: {name: Oslo, slug: oslo}", (2, "slug-twice")),
        ("oslo: {nme: Oslo}", (1, "unknown-key")),
        ("- oslo", (1, "not-a-map")),
    ],
)
def test_mistakes_are_told_with_their_line(text: str, problem: tuple[int, str]) -> None:
    """One each."""
    assert places(text + "\n")[1] == [problem]


def test_countries_are_for_places_only() -> None:
    """Categories have none."""
    terms, problems = read_terms(
        b"it: {name: IT, country: BE}\n", "content/categories.yaml", schema.TERM_FIELDS, LANGUAGES
    )
    assert [problem.code for problem in problems] == ["unknown-key"]
    assert terms is not None


def test_earlier_addresses_are_read_as_those_of_a_posting() -> None:
    """Slugs and paths, each once; what cannot be one is told."""
    line = b"oslo: {name: Oslo, aliases: [christiania, /cities/oslo/, christiania]}\n"
    terms, problems = read_terms(line, "content/places.yaml", schema.PLACE_FIELDS, LANGUAGES)
    assert problems == []
    assert terms is not None
    assert terms["oslo"].aliases == ("christiania", "/cities/oslo/")
    assert places("oslo: {name: Oslo, aliases: [Os lo]}\n")[1] == [(1, "alias-invalid")]


def test_a_large_vocabulary_is_read() -> None:
    """Five thousand towns are no attack."""
    vocabulary, problems = places("".join(f"town-{n}: {{name: Town {n}, country: BE}}\n" for n in range(5_000)))
    assert problems == []
    assert len(vocabulary.terms) == 5_000  # type: ignore[attr-defined]


def test_no_unseen_sign_of_a_term_reaches_a_page(tmp_path: Path) -> None:
    """A term is not left out for an error, since its postings would go with it; it is shown without the sign."""
    site = small_site(tmp_path)
    write_files(site, {"content/places.yaml": 'brussels: {name: "Brus\\u202Esels", country: BE}\n'})
    assert main(["build", "--site", str(site), "--now", "2026-03-02T09:00", "--keep-going"]) == 1
    pages = [path.read_text(encoding="utf-8") for path in (site / "output").rglob("*.html")]
    assert any("Brussels" in page for page in pages)
    assert not any("\u202e" in page for page in pages)
