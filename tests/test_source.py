"""Strict YAML: texts stay texts, everything knows its line, and nothing that front matter has no need of gets in."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import document, front, node, told

from jobglot import source
from jobglot.source import (
    MAX_BODY,
    MAX_DEPTH,
    MAX_FRONT_MATTER,
    Items,
    Scalar,
    Table,
    decode,
    is_missing,
    read_document,
    read_table,
    same,
)


def values(facts: str) -> dict[str, str]:
    """The texts of a flat table that must have no problem."""
    table, problems = read_table(facts, "x.yaml")
    assert problems == []
    assert table is not None
    return {entry.key: entry.value.text for entry in table.entries if isinstance(entry.value, Scalar)}


@pytest.mark.parametrize(
    "text",
    ["NO", "no", "Yes", "on", "16:05", "05", "0234567", "1.10", "1e3", "0x10", "2026-01-10", "nan", ".inf", "1_000"],
)
def test_a_text_is_never_taken_for_something_else(text: str) -> None:
    """YAML 1.1 would make false, 965, 5 and 1.1 of these."""
    assert values(f"key: {text}\n") == {"key": text}


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufffe\uffff"), max_size=200)
)
def test_any_text_in_quotes_comes_out_as_it_went_in(text: str) -> None:
    """JSON's quotes are YAML's."""
    table, problems = read_table(f"key: {json.dumps(text, ensure_ascii=False)}\n", "x.yaml")
    assert table is not None
    if not problems:
        assert table.entries[0].value == Scalar(text, False, table.entries[0].value.origin)
    assert {problem.code for problem in problems} <= {"control-character", "bidi-control"}


@pytest.mark.parametrize(
    "facts",
    [
        'title: "Baker \\ud800"\n',
        'title: "Baker \\ud83d\\ude00"\n',
        'title: "Baker \\x41 \\u00e9 \\U0001f600"\n',
        "title: 'Baker \\ud800'\nplace: [a, {b: c}]\n",
        'title: "Baker\nplace: x\n',
        "title: a: b\n\tplace: c\n",
        "title: [a\n",
        "title: *alias\nplace: &anchor x\n",
    ],
)
def test_a_yaml_without_its_library_says_the_same(facts: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no wheel was made for a Python, PyYAML may be built without libyaml."""
    with_library = read_table(facts, "x.yaml")
    monkeypatch.setattr(source, "_LOADER", source._PlainLoader)
    assert read_table(facts, "x.yaml") == with_library


@given(st.binary(max_size=300))
def test_no_bytes_make_reading_raise(data: bytes) -> None:
    """There is a document, or a problem that says why not."""
    found, problems = read_document(data, "x.md")
    assert found is not None or problems


@given(st.text(st.sampled_from("ab:-[]{}\"'#&*!|>%@ \n\t?,~.\\"), max_size=80))
def test_no_yaml_makes_reading_raise(text: str) -> None:
    """However its signs are mixed; every problem lies within the file, and has a remedy."""
    table, problems = read_table(text, "x.yaml")
    assert table is not None or problems
    for problem in problems:
        assert 1 <= problem.origin.line <= text.count("\n") + 1
        assert problem.remedy


@pytest.mark.parametrize(
    "changed",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: text.replace("\n", "\u0085"),
        lambda text: text.replace("\n", "\u2028"),
        lambda text: text.rstrip("\n"),
        lambda text: text.replace("---\n", "---  \n"),
    ],
    ids=["byte order mark", "CRLF", "CR", "NEL", "line separators", "no final newline", "blanks behind hyphens"],
)
def test_files_differ_in_line_breaks_only(changed: object) -> None:
    """What an editor's system puts between lines is nobody's business."""
    clean = document(front()).decode()
    assert callable(changed)
    one, _ = read_document(clean.encode(), "x.md")
    other, problems = read_document(changed(clean).encode(), "x.md")
    assert problems == []
    assert one is not None
    assert other is not None
    assert other.table == one.table
    assert other.body.strip() == one.body.strip()


def test_a_pasted_line_separator_is_a_space() -> None:
    """Neither git nor an editor shows a new line there, so lines are counted without it."""
    table, problems = read_table("title: Baker\u2028and cook\ngrade: B\n", "x.yaml")
    assert table is None or problems == []
    found, _ = read_document(document("title: Baker\u2028and cook\ngrade: B\n"), "x.md")
    assert found is not None
    assert found.table.entries[0].value == Scalar("Baker and cook", True, found.table.entries[0].value.origin)
    assert found.table.entries[1].origin.line == 3


@pytest.mark.parametrize(
    ("data", "line", "column", "code"),
    [
        ("title: Ingénieur\n".encode("latin-1"), 1, 11, "not-utf8"),
        ("été: é\nb: ".encode() + b"\xff", 2, 4, "not-utf8"),
        ("a\n".encode("utf-16"), 1, 1, "not-utf8"),
        ("title: Baker\n".encode("utf-16-le"), 1, 1, "not-utf8"),
        (b"a: b\nc: \x00\n", 2, 4, "control-character"),
        (b"a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> theirs\n", 2, 1, "merge-conflict"),
        (b"a: b\n=======\nc: e\n>>>>>>> 0a1b2c3 (Prolong)\n", 4, 1, "merge-conflict"),
        ("a: \u202e\n".encode(), 1, 4, "bidi-control"),
        (b'a: "\\u202e"\n', 1, 4, "bidi-control"),
        (b'a: "\\0"\n', 1, 4, "control-character"),
    ],
)
def test_what_is_no_text_is_told_with_its_place(data: bytes, line: int, column: int, code: str) -> None:
    """Also where it is written as an escape."""
    text, problems = decode(data, "x.yaml")
    if text is not None:
        problems = read_table(text, "x.yaml")[1]
    assert [(p.origin.line, p.origin.column, p.code) for p in problems] == [(line, column, code)]


def test_what_is_no_text_goes_no_further() -> None:
    """A sign that an escape stands for is told, and is not in the value: a build that keeps going would show it."""
    table, problems = read_table('a: "Ba\\u202eker\\0"\n', "x.yaml")
    assert [problem.code for problem in problems] == ["control-character", "bidi-control"]
    assert table is not None
    assert isinstance(value := table.entries[0].value, Scalar)
    assert value.text == "Baker"


def test_a_word_in_latin_1_is_shown_as_it_was_meant() -> None:
    """The author sees which word it is."""
    _, problems = decode("title: Ingénieur".encode("latin-1"), "x.yaml")
    assert "“Ingénieur”" in problems[0].message


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &b c\n", "anchor"),
        ("a: *b\n", "alias"),
        ("a: &b [x]\nc: *b\n", "anchor"),
        ("<<: {a: b}\n", "merge-key"),
        ("a: !!python/object/apply:os.system [x]\n", "tag"),
        ("a: !!binary aGk=\n", "tag"),
        ("a: !own b\n", "tag"),
        ("a: b\na: c\n", "duplicate-key"),
        ("{a: b}: c\n", "key-not-text"),
        ("a: {{ 7*7 }}\n", "key-not-text"),
        ("a: b\n---\nc: d\n", "second-document"),
        ("- a\n", "not-a-map"),
        ("words\n", "not-a-map"),
        ("a: #b\n", "comment-value"),
        ("a: b #c\n", "comment-cut"),
    ],
)
def test_what_front_matter_has_no_need_of_is_refused(text: str, code: str) -> None:
    """Nothing is run, nothing is multiplied, nothing is lost in silence."""
    _, problems = read_table(text, "x.yaml")
    assert problems[0].code == code


def test_comments_that_look_like_comments_are_let_be() -> None:
    """Only a text that YAML cuts off is told."""
    assert values("# why\na: b # because\nc: 'd #e'\nf: C#\ng: |\n  h #i\n") == {
        "a": "b",
        "c": "d #e",
        "f": "C#",
        "g": "h #i\n",
    }


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_depth_is_bounded_at_once(opening: str) -> None:
    """Fifty thousand brackets are read as fast as nine, and the process lives."""
    _, problems = read_table("a:\n  " + opening * 50_000, "x.yaml")
    assert [problem.code for problem in problems] == ["too-deep"]
    assert f"more than {MAX_DEPTH}" in problems[0].message


def test_all_that_is_needed_is_allowed() -> None:
    """The deepest thing a posting holds: criteria by stage, item and language."""
    facts = "criteria: [{stage: {en: A}, items: [{label: {en: B, fr: C}, points: 2}]}]\n"
    assert read_table(facts, "x.yaml")[1] == []


@pytest.mark.parametrize(
    ("data", "line", "code"),
    [
        (b"", 1, "no-front-matter"),
        (b"\n\n", 1, "no-front-matter"),
        (b"# Baker\n", 1, "no-front-matter"),
        (b"\n---\na: b\n---\n", 2, "no-front-matter"),
        ("—\na: b\n—\n".encode(), 1, "no-front-matter"),
        (b"----\na: b\n----\n", 1, "no-front-matter"),
        (b"---\na: b\n", 1, "front-matter-unclosed"),
        (b"---\na: b\n...\n", 1, "front-matter-unclosed"),
        (b"---\na: b\nc:\n  - d\n----\nText.\n", 5, "front-matter-unclosed"),
        ("---\na: b\n———\nText.\n".encode(), 3, "front-matter-unclosed"),
        (b"---\na: b\n\nText.\n\n----\n", 1, "front-matter-unclosed"),
        (b"---\na: b\n---\nc: d\ne: [f]\n---\nText.\n", 4, "second-document"),
        (b"---\n" + b"# x\n" * 20_000 + b"---\n", 2, "too-large"),
        (b"---\na: b\n---\n" + b"x" * 300_000, 4, "too-large"),
    ],
)
def test_a_file_without_whole_front_matter_is_told_why(data: bytes, line: int, code: str) -> None:
    """There is nothing to read then."""
    found, problems = read_document(data, "x.md")
    assert found is None
    assert told(problems) == [(line, code)]


def test_a_file_copied_with_the_fence_of_its_example_is_told_so() -> None:
    """As assistants and documentation show whole files."""
    _, problems = read_document(b"```markdown\n---\na: b\n---\nText.\n```\n", "x.md")
    assert [p.remedy for p in problems] == ["delete that line, and the one of three backticks at the end"]


def test_what_git_leaves_in_a_text_is_told_and_never_shown_to_readers() -> None:
    """Wherever it stands; what only looks like it, as seven quotes within each other, is a text."""
    found, problems = read_document(b"---\na: b\n---\n\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> b\n", "x.md")
    assert found is None
    assert told(problems) == [(5, "merge-conflict")]
    assert read_document(b"---\na: b\n---\n\n> > > >>>>>>> x\n\n    <<<<<<< HEAD\n>>>>>>>>x\n", "x.md")[1] == []


def test_hyphens_in_the_body_are_the_bodys() -> None:
    """The front matter ends at the first line of three."""
    found, problems = read_document(b"---\na: b\n---\n\nText.\n\n---\n\nMore: text\n", "x.md")
    assert problems == []
    assert found is not None
    assert found.body == "\nText.\n\n---\n\nMore: text\n"
    assert found.body_line == 4


def test_caps_allow_what_they_name() -> None:
    """The last byte within the cap is read."""
    facts = "a: b\n#" + "x" * (MAX_FRONT_MATTER - 7) + "\n"
    assert read_document(f"---\n{facts}---\n{'x' * MAX_BODY}".encode(), "x.md")[1] == []
    assert len(read_document(f"---\n{facts}x---\n".encode(), "x.md")[1]) == 1


def test_lines_and_columns_are_those_an_editor_shows() -> None:
    """Both count from one; a list's items and a map's keys have their own."""
    table, _ = read_table("a: b\nc:\n  - d\n  - e: f\n", "x.yaml", first_line=2)
    assert table is not None
    second = table.entries[1]
    assert (second.origin.line, second.origin.column) == (3, 1)
    assert isinstance(second.value, Items)
    assert [(item.origin.line, item.origin.column) for item in second.value.items] == [(4, 5), (5, 5)]


@pytest.mark.parametrize("nothing", ["", "''", '""', "~", "null", "'  '", "{}"])
def test_nothing_is_missing(nothing: str) -> None:
    """CMSs write '' or null for a field left blank."""
    assert is_missing(node(nothing))


@pytest.mark.parametrize("something", ["'~'", "'null'", "[]", "no", "0", "false"])
def test_something_is_not_missing(something: str) -> None:
    """An empty list says that there is none; quotes make a word of null."""
    assert not is_missing(node(something))


def test_values_are_the_same_whatever_their_quotes_and_order() -> None:
    """Two files may say one fact, each in its own hand."""
    assert same(node("{a: b, c: [d]}"), node("{c: ['d'], a: \"b\"}"))
    assert not same(node("[a, b]"), node("[b, a]"))
    assert not same(node("{a: b}"), node("{a: b, c: d}"))
    assert not same(node("a"), node("[a]"))


def test_a_table_finds_its_keys() -> None:
    """By their text."""
    table = node("{a: b}")
    assert isinstance(table, Table)
    assert table.get("a") is not None
    assert table.get("b") is None
