"""What values may look like: what each shape reads, and what it says of the rest."""

from __future__ import annotations

import pytest
from readings import node, read

from jobglot import records
from jobglot.model import plain
from jobglot.shapes import (
    MOST_UNKNOWN,
    ByLanguage,
    Field,
    Given,
    ListOf,
    Reading,
    Record,
    TextOr,
    as_yaml,
    choice,
    nearest_key,
    text,
)
from jobglot.source import Table, read_table

COLOUR = choice(["red", "green", "dark_blue"], lambda written: {"rouge": "red"}.get(written.lower(), ""))


def pair(given: Given) -> tuple[str | None, str | None] | None:
    """Both values; the first is needed."""
    return None if given[NAME] is None else (given[NAME], given[SHADE])


NAME = Field("name", text(20), "A name.", required=True, example="Ann")
SHADE = Field("shade", COLOUR, "A colour.")
PAIR = Record("a pair", "{name: Ann, shade: red}", (NAME, SHADE), pair)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("Ann", "Ann"),
        ("'  Ann   Bo '", "Ann Bo"),
        ("no", "no"),
        ("05", "05"),
        ("🥖", "🥖"),
        ("|\n  Ann\n  Bo", "Ann Bo"),
    ],
)
def test_a_text_is_kept_on_one_line(written: str, value: str) -> None:
    """With single spaces, and never read as a number."""
    assert read(text(20), written) == (value, [])


def test_lines_are_kept_where_they_mean_something() -> None:
    """As in a postal address."""
    assert read(text(20, lines=True), "|\n  Ann\n  Bo") == ("Ann\nBo", [])


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("'\u200b'", "shows nothing"),
        ("A\u200bnn", "invisible character"),
        ("x" * 21, "has 21 characters, more than 20"),
        ("[Ann]", "write it without the list: “key: Ann”"),
        ("[Ann, Bo]", "is a list, but must be a text"),
        ("{en: Ann}", "each language has a file of its own"),
        ("{a: Ann}", "is a map, but must be a text"),
    ],
)
def test_what_is_no_text_is_told(written: str, words: str) -> None:
    """With what to write instead."""
    value, problems = read(text(20), written)
    assert value is None
    assert len(problems) == 1
    assert words in problems[0]


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("Red", "did you mean “red”?"),
        ("grene", "did you mean “green”?"),
        ("Dark blue", "did you mean “dark_blue”?"),
        ("Rouge", "did you mean “red”?"),
        ("mauve", "write one of: red, green, dark_blue"),
    ],
)
def test_a_word_that_is_none_of_the_known_ones_has_a_nearest(written: str, remedy: str) -> None:
    """By spelling or by another name; else all are listed."""
    value, problems = read(COLOUR, written)
    assert value is None
    assert [problem.partition("; ")[2] for problem in problems] == [remedy]


def test_a_single_value_is_a_list_of_one() -> None:
    """CMSs write either."""
    assert read(ListOf(COLOUR), "red") == (("red",), [])
    assert read(ListOf(COLOUR), "[red, green]") == (("red", "green"), [])
    assert read(ListOf(COLOUR), "[red, '', ~]") == (("red",), [])
    assert read(ListOf(COLOUR), "[]") == ((), [])


def test_values_between_commas_are_told_as_a_list() -> None:
    """Unless the whole is a value, as texts are."""
    assert read(ListOf(COLOUR), "red, green")[1] == [
        "“red, green” is one text, but must be several in a list; write “key: [red, green]”"
    ]
    assert read(ListOf(text(20)), "red, green") == (("red, green",), [])
    assert "none of the known values" in read(ListOf(COLOUR), "red, mauve")[1][0]
    assert "write “key: [red, green]”" in read(ListOf(COLOUR), "\n- red\n - green")[1][0]


def test_names_between_commas_are_told_as_the_values_that_they_mean() -> None:
    """If each of them means one."""
    assert "write “key: [red, green]”" in read(ListOf(COLOUR), "Rouge, grene")[1][0]
    assert "write “key: [fr, en]”" in read(ListOf(records.LANGUAGE_SKILL), "French, anglais")[1][0]


def test_a_place_with_its_country_is_no_list() -> None:
    """But a location in parts."""
    assert read(ListOf(records.LOCATION), "Ghent, Belgium")[1][0].endswith("; write {city: Ghent, country: BE}")


@pytest.mark.parametrize("key", ["fr", "name_fr", "name-fr"])
def test_a_key_of_another_language_belongs_into_its_file(key: str) -> None:
    """At the top of a text's front matter; a fact may be said by language, and its file has no language."""
    reading = Reading(("en", "fr"))
    front, _ = read_table(f"name: Cook\n{key}: Cuisinier\n", "content/postings/cook.en.md")
    assert front is not None
    PAIR.given(front, "", reading)
    assert [p.remedy for p in reading.problems] == ["write it in cook.fr.md: each language has a file of its own"]


def test_every_item_of_a_list_has_its_own_problem() -> None:
    """And a list with a bad item is no list."""
    value, problems = read(ListOf(COLOUR), "[red, mauve, taupe]")
    assert value is None
    assert len(problems) == 2


def test_lists_are_bounded() -> None:
    """With the figures."""
    assert "holds 3 values, more than 2" in read(ListOf(COLOUR, 2), "[red, red, red]")[1][0]


def test_a_text_may_be_one_or_one_by_language() -> None:
    """The languages are the board's."""
    assert read(ByLanguage(20), "Ann") == (plain("Ann"), [])
    value, problems = read(ByLanguage(20), "{en: Ann, fr: Anne}")
    assert value.texts == (("en", "Ann"), ("fr", "Anne"))
    assert problems == []
    assert read(ByLanguage(20), "{en: Ann, fr: ''}")[0].texts == (("en", "Ann"),)
    assert "not a language of this board; use one of: en, fr" in read(ByLanguage(20), "{en: Ann, de: Anna}")[1][0]
    assert "a list" in read(ByLanguage(20), "[Ann]")[1][0]


def test_a_record_is_built_from_its_fields() -> None:
    """What is left out is None."""
    assert read(PAIR, "{name: Ann, shade: red}") == (("Ann", "red"), [])
    assert read(PAIR, "{name: Ann, shade: ''}") == (("Ann", None), [])


@pytest.mark.parametrize(
    ("written", "problems"),
    [
        ("{shade: red}", ["“name” is missing in “key”; add for example “name: Ann”"]),
        ("{name: '', shade: red}", ["“name” is empty in “key”; write for example “name: Ann”"]),
        ("{nane: Ann}", ["“nane” is not a known key; did you mean “name”?"]),
        ("{nom: Ann}", ["“nom” is not a known key; did you mean “name”?"]),
        ("{foo: Ann}", ["“foo” is not a known key; known keys are: name, shade"]),
        ("{name:Ann}", ["“name:Ann” is not a known key; write a space after the colon: “name: Ann”"]),
        (
            "{name\u00a0: Ann}",
            ["“name” is not a known key; there is a no-break space in it: write “name” with plain spaces"],
        ),
        ("Ann", ["“key” must be given in parts, not as one value; write for example “key: {name: Ann}”"]),
        ("[Ann, Bo]", ["“key” is a list, but must be a pair; write for example “key: {name: Ann, shade: red}”"]),
    ],
)
def test_one_mistake_in_a_record_is_one_problem(written: str, problems: list[str]) -> None:
    """A key that is not known explains the one that is missing."""
    assert read(PAIR, written) == (None, problems)


def test_unknown_keys_are_told_up_to_a_number() -> None:
    """Nobody reads a thousand."""
    value, problems = read(PAIR, "{name: Ann, " + ", ".join(f"k{n}: x" for n in range(100)) + "}")
    assert value is not None
    assert len(problems) == MOST_UNKNOWN + 1
    assert "90 more keys" in problems[-1]


def test_a_key_of_an_inner_map_is_told_where_it_belongs() -> None:
    """Where lines are not indented, they fall out of their map."""
    outer = Record("", "", (Field("pair", PAIR, ""),), lambda given: given)
    reading = Reading()
    table = node("{pair: {name: Ann}, shade: red}")
    assert isinstance(table, Table)
    outer.given(table, "", reading)
    assert reading.problems[0].remedy == "write it inside “pair”, indented by two spaces"


def test_keys_may_be_let_pass() -> None:
    """What a CMS keeps for itself."""
    reading = Reading(extra_keys=("cms_id",))
    assert PAIR.read(node("{name: Ann, cms_id: 7}"), "key", reading) == ("Ann", None)
    assert reading.problems == []


def test_a_text_may_stand_for_a_map() -> None:
    """And where it is no such text, the map is offered."""
    shape = TextOr(COLOUR, lambda colour: (colour, None), PAIR, "{name: TEXT}")
    assert read(shape, "red") == (("red", None), [])
    assert read(shape, "{name: Ann}") == (("Ann", None), [])
    assert read(shape, "'Ann: B'")[1][0].endswith('or write {name: "Ann: B"}')
    assert "a list" in read(shape, "[red, red]")[1][0]


@pytest.mark.parametrize(
    ("written", "yaml"),
    [("Ann", "Ann"), ("A, B", '"A, B"'), ("a: b", '"a: b"'), ("https://a.org", "https://a.org"), ("*a", '"*a"')],
)
def test_texts_in_remedies_are_yaml(written: str, yaml: str) -> None:
    """Quoted where they must be."""
    assert as_yaml(written) == yaml
    assert read(text(40), f"[{as_yaml(written)}]")[1][0].endswith(f"“key: {written}”")


@pytest.mark.parametrize(
    ("key", "near"),
    [
        ("Title", "title"),
        ("échéance", "deadline"),
        ("Bewerbungsfrist", "deadline"),
        ("titel", "title"),
        ("job-title", "job_title"),
        ("role", "title"),
        ("zzz", ""),
        # It looks like “starts”, and is another word.
        ("status", ""),
    ],
)
def test_the_nearest_key_is_found_by_case_spelling_or_another_name(key: str, near: str) -> None:
    """Or there is none."""
    assert nearest_key(key, ("title", "job_title", "summary", "clearance", "deadline", "starts")) == near
