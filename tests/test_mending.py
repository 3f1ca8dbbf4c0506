"""What `check --fix` mends."""

from __future__ import annotations

import pytest

from jobglot.mending import mended


def page(front: str, body: str = "Text.\n") -> str:
    """A file."""
    return f"---\n{front}---\n\n{body}"


def test_blanks_at_the_end_of_lines_go():
    """But for the two spaces that break a line in Markdown."""
    dirty = page("title: A  \n", "One \n \nTwo  \nthree\t\n")
    assert mended({"en": dirty}) == {"en": page("title: A\n", "One\n\nTwo  \nthree\n")}


def test_a_value_that_needs_quotes_gets_them():
    """At the margin only, where it cannot be a line of a longer text."""
    assert mended({"en": page("title: Cook: nights\n")}) == {"en": page('title: "Cook: nights"\n')}
    for front in (
        "title: 'Cook: nights'\n",
        "title: Cook # by night\n",
        "notice: |\n  Cook: nights: all\n",
        "locations: [a, b]\n",
    ):
        assert mended({"en": page(front)}) == {}


@pytest.mark.parametrize(
    ("language", "other", "said", "day"),
    [
        ("fr", "en", "Apply by 1 March 2021.", "2021-03-01"),
        ("en", "fr", "Avant le 1er mars 2021.", "2021-03-01"),
        ("en", "fr", "Avant le 3 janvier 2021.", "2021-01-03"),
        ("de", "en", "Apply by 1 March 2021.", "2021-03-01"),
    ],
)
def test_a_date_in_figures_is_read_once_another_edition_names_it(language, other, said, day):
    """By the habits of the file's own language; the time stays."""
    files = {language: page("title: A\ndeadline: 01/03/2021 16:05\n"), other: page("title: B\n", said + "\n")}
    assert mended(files) == {language: page(f"title: A\ndeadline: {day} 16:05\n")}


@pytest.mark.parametrize(
    "said", ["Apply soon.", "Apply by 2 March 2021.", "Apply by 01/03/2021.", "From 1 March 2021 to 3 January 2021."]
)
def test_a_date_that_nobody_confirms_is_left_alone(said):
    """Silence, another day, the same doubt, or both readings."""
    language = "en" if "From" in said else "fr"
    other = "fr" if language == "en" else "en"
    said = "Du 1er mars 2021 au 3 janvier 2021." if language == "en" else said
    assert mended({language: page("deadline: 01/03/2021\n"), other: page("title: B\n", said + "\n")}) == {}


def test_clean_files_and_those_of_other_systems_are_left_alone():
    """Nothing is rewritten that needs no mending."""
    assert mended({"en": page("title: A\n"), "fr": "no front matter \n"}) == {}
    assert mended({"en": page("title: A \n").replace("\n", "\r\n")}) == {}


@pytest.mark.parametrize("sign", ["\x13", "\x00", "\x1b", "\x9b", "\uffff"])
def test_a_file_with_characters_that_yaml_may_not_hold_is_left_alone(sign):
    """Checking tells of them; mending once fell over them."""
    assert mended({"en": f"---\ntitle: Cook{sign}: gauges\n---\nText \n"}) == {}


def test_what_is_mended_needs_no_mending():
    """Twice is as good as once."""
    files = {"fr": page("title: A: b \ndeadline: 01/03/2021\n", "x \n"), "en": page("title: B\n", "By 1 March 2021.\n")}
    once = files | mended(files)
    assert mended(once) == {}
