"""What is known of each language: tables that hold what `Language` says they do."""

from __future__ import annotations

import re

import pytest
from sites import ROOT

from jobglot.language import KNOWN, NoticeHeads, NoticeWords, language
from jobglot.tokens import fold
from jobglot.wordlists import rows

LOCALES = ROOT / "templates" / "locales"
EVERY = pytest.mark.parametrize("subtag", KNOWN)
FOLDED = ("stop_words", "elided", "numbers", "generic_titles", "around_titles", "offers")
LENGTHS = ("counted", "lengths", "spans")
VALUES = ("employment_types", "contracts", "remote", "periods", "flags", "currencies")
NOT_FOLDED = ("audience", "to", "and_", "the", "a", "announces", "seeks", "behind_title", "terms")
"""Patterns for texts in small letters, with their accents."""
NO_IMPORT_WITHOUT = (
    *("deadline", "until", "applying", "asking", "contract", "experience", "probation", "renewal"),
    *("not_renewed", "at_least", "until_filled"),
    *("pay", "up_to", "to"),
)
"""What of `NoticeWords` the language of a notice cannot do without."""
PATTERNS = ("endings", "percent", "attached", "to_fill", "fill_in", "fill_in_last", "vague_pay")


@EVERY
def test_months_and_weekdays_are_as_many_as_they_are(subtag):
    """Twelve a line, each under one number; seven days."""
    known = language(subtag)
    rows = [row.split() for row in known.months.strip().splitlines()]
    rows += [known.long_months.split("|")] if known.long_months else []
    assert [row for row in rows if len(row) != 12] == []
    numbers: dict[str, set[int]] = {}
    for row in rows:
        for number, name in enumerate(row):
            numbers.setdefault(fold(name), set()).add(number)
    assert {name: found for name, found in numbers.items() if len(found) > 1 and name != "-"} == {}
    days = [row.split() for row in known.weekdays.strip().splitlines()]
    assert all(len(row) == 7 for row in days)
    assert days or not rows


@EVERY
def test_numbers_are_a_figure_and_its_words(subtag):
    """In order, and no word twice for the same figure."""
    cells = language(subtag).numbers.split()
    figures = [int(figure) for figure in cells[::2]]
    assert figures == sorted(set(figures))
    for words in cells[1::2]:
        assert len(words.split("|")) == len(set(words.split("|")))
        assert not re.search(r"\d", words)


@EVERY
@pytest.mark.parametrize("name", FOLDED)
def test_folded_words_are_folded(subtag, name):
    """Else they would never be met."""
    words = re.findall(r"[^\s|]+", getattr(language(subtag), name))
    assert [word for word in words if fold(word) != word] == []


@EVERY
@pytest.mark.parametrize("name", FOLDED[:1] + FOLDED[3:])
def test_no_word_stands_twice(subtag, name):
    """A list that is kept is a list without doubles."""
    words = getattr(language(subtag), name).split()
    assert sorted(words) == sorted(set(words))


@EVERY
def test_a_new_site_can_begin_in_every_language_of_the_interface(subtag):
    """With a name for each thing, or none."""
    names = language(subtag).new_site
    assert names.keys() == (language("en").new_site.keys() if (LOCALES / f"{subtag}.po").exists() else set())
    assert all(names.values())


@EVERY
def test_patterns_are_of_small_letters_and_compile(subtag):
    """The texts that they are tried on have no others; of titles, no accents either."""
    known = language(subtag)
    patterns = [getattr(known, name) for name in PATTERNS]
    patterns += [*known.multiples, *known.money, *known.feminine]
    if known.deadlines:
        patterns += [getattr(known.deadlines, field) for field in known.deadlines._fields]
    if known.gendered_titles:
        patterns.append(known.gendered_titles.pattern)
        assert fold(known.gendered_titles.pattern.replace("\\w", "")) == known.gendered_titles.pattern.replace(
            "\\w", ""
        )
    for pattern in patterns:
        letters = re.sub(r"\\.|\(\?P<\w+>", "", pattern)
        assert letters == letters.lower(), pattern
        re.compile(pattern)


@EVERY
def test_patterns_have_the_groups_that_are_asked_for(subtag):
    """`it` becomes the link, `name` tells the language; one that is not named would shift what is found."""
    known = language(subtag)
    for pattern in [*known.multiples, *known.money, known.percent, known.vague_pay, known.to_fill, known.fill_in]:
        assert re.compile(pattern).groups == 0, pattern
    if said := known.other_editions:
        pattern = re.compile(said.sending.replace("{names}", "|".join(said.names.values())))
        assert sorted(pattern.groupindex) == ["it", "name"]
        assert said.names.keys() <= {*KNOWN}
        lacking = {name for name in KNOWN if (LOCALES / f"{name}.po").exists()} - said.names.keys()
        assert not lacking, f"jobglot/languages/{subtag}.py does not name the edition in {', '.join(sorted(lacking))}"
        assert all(name == name.lower() for name in said.names.values())
        assert len(set(said.names.values())) == len(said.names)


@EVERY
def test_numbers_before_months_and_years_are_written_as_the_others(subtag):
    """A figure and its folded words."""
    for name in LENGTHS:
        cells = getattr(language(subtag), name).split()
        assert [cell for cell in cells[::2] if not cell.isdecimal()] == []
        assert [cell for cell in cells[1::2] if fold(cell) != cell] == []
        assert len(cells) % 2 == 0


@EVERY
def test_words_of_notices_are_patterns_without_groups(subtag):
    """For folded texts, but for those that stand before or behind a name: a name is not folded."""
    known = language(subtag)
    for part in (known.notices, known.heads):
        for name, pattern in part._asdict().items():
            assert re.compile(pattern.replace("{gap}", "")).groups == 0, (name, pattern)
            letters = re.sub(r"\\.|\{gap\}", "", pattern)
            assert letters == (letters.lower() if name in NOT_FOLDED else fold(letters)), (name, pattern)
            assert not pattern or not re.search(f"^(?:{pattern})$", ""), name
    assert fold(known.open_ended) == known.open_ended


@EVERY
def test_who_knows_the_labels_of_notices_knows_their_sentences(subtag):
    """Else an import in that language would stop half way."""
    known = language(subtag)
    parts = {"labels": known.labels, "sections": known.sections, "months": known.months, "numbers": known.numbers}
    parts |= {name: getattr(known, name) for name in (*VALUES[:-1], "lengths", "open_ended")}
    parts |= {name: getattr(known.notices, name) for name in NO_IMPORT_WITHOUT}
    lacking = [name for name, words in parts.items() if not words and known.labels]
    assert not lacking, f"jobglot/languages/{subtag}.py lacks {', '.join(lacking)}"


@EVERY
@pytest.mark.parametrize("name", VALUES)
def test_words_for_values_are_folded_and_mean_one(subtag, name):
    """In one language or another: the words of all are looked for at once."""
    meanings = {
        word: value
        for other in KNOWN
        for row in rows(getattr(language(other), name))
        for value, _, said in [row.partition(": ")]
        for word in said.split("|")
    }
    for row in rows(getattr(language(subtag), name)):
        value, _, said = row.partition(": ")
        assert [word for word in said.split("|") if fold(word) != word] == []
        assert {word: meanings[word] for word in said.split("|")} == dict.fromkeys(said.split("|"), value)


def test_no_field_is_left_without_a_reader():
    """Words that nobody asks for would be written in vain."""
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "jobglot").rglob("*.py"))
    fields = (*NoticeWords._fields, *NoticeHeads._fields, *VALUES, *LENGTHS, "open_ended")
    assert [name for name in fields if f'"{name}"' not in code and f"'{name}'" not in code] == []


@EVERY
def test_small_words_that_change_are_those_that_are_looked_for(subtag):
    """In the pattern's groups, one of which matches."""
    known = language(subtag)
    groups = re.findall(r"\((?!\?)([^()]*)\)", known.contracting)
    assert sorted("|".join(groups).split("|")) == sorted(known.contracted or [""])
    assert len(groups) == re.compile(known.contracting).groups


@EVERY
def test_hints_stand_wherever_their_pattern_does(subtag):
    """A text is passed over where none of them stands."""
    known = language(subtag)
    assert bool(known.pay) == bool(known.vague_pay)
    assert set(known.offers.split()) <= set(known.around_titles.split())
    assert 0.2 < known.length < 2


def _keys(table: str) -> list[str]:
    return [row.partition(": ")[0] for row in rows(table)]


@EVERY
@pytest.mark.parametrize("name", ["labels", "sections"])
def test_labels_are_of_facts_that_english_notices_have_too(subtag, name):
    """A key that is not read would lose its value; each has one row."""
    table = getattr(language(subtag), name)
    assert len(_keys(table)) == len(set(_keys(table)))
    assert set(_keys(table)) <= set(_keys(getattr(language("en"), name)))
    assert all(words for row in rows(table) for words in row.partition(": ")[2].split("|"))
