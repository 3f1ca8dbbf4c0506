"""Content files from drafts."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from jobglot import kinds
from jobglot.importing.draft import Draft, DraftEdition
from jobglot.importing.emit import clean, entry, files_of, scalar, seal_of, slugged
from jobglot.source import Items, Node, Scalar, read_document, read_table

ODD = """2027-01-31|NO|16:05|037|a: b|a #b|- a|“quoted”|"|'|{a}|*a|~|null|a\\b|é|@|%|!x|a,b| a|a |#||>-|key:|a\tb"""
TEXTS = st.one_of(st.sampled_from(ODD.split("|")), st.text(max_size=30))
SCALARS = st.one_of(TEXTS, st.booleans(), st.integers(0, 10**9))
KEYS = st.sampled_from(["en", "fr", "label", "points", "items"])


def _lists_and_maps(inner):
    """Lists hold texts or maps, never lists: so it is in front matter."""
    maps = st.dictionaries(KEYS, inner, min_size=1, max_size=3)
    return st.one_of(maps, st.lists(st.one_of(SCALARS, maps), min_size=1, max_size=4))


VALUES = _lists_and_maps(_lists_and_maps(_lists_and_maps(SCALARS) | SCALARS) | SCALARS) | SCALARS
"""As deep as the facts of a posting go."""


def _plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return [_plain(item) for item in node.items]
    return {entry.key: _plain(entry.value) for entry in node.entries}


def _expected(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return {key: _expected(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_expected(each) for each in value]
    return clean(str(value))


@given(VALUES)
def test_every_value_is_read_back_as_it_was_meant(value):
    """By the board's own reader, whatever signs it holds."""
    text = "\n".join(entry("key", value))
    table, problems = read_table(text, "x")
    assert not problems, (text, problems)
    assert table is not None
    assert _plain(table.entries[0].value) == _expected(value), text


def test_values_look_as_an_editor_would_write_them():
    """Plain where nothing can be mistaken."""
    assert [
        scalar(text) for text in ("2027-01-31 16:05", "Ghent, by the sea", "L’eau", "3833.04", "no", "37:40", "05")
    ] == [
        "2027-01-31 16:05",
        "Ghent, by the sea",
        "L’eau",
        "3833.04",
        '"no"',
        '"37:40"',
        '"05"',
    ]
    assert entry("categories", ["a", "b-c"]) == ["categories: [a, b-c]"]
    assert entry("post", "One\nTwo") == ["post: |-", "  One", "  Two"]
    assert entry("salary", {"amount": "3000", "per": "month"}) == ["salary:", "  amount: 3000", "  per: month"]


def _draft(**changes) -> Draft:
    base = {
        "found": "notice.txt",
        "editions": (
            DraftEdition("en", "Keeper: a job", "## Tasks\n\n- one"),
            DraftEdition("fr", "Gardienne", "Texte"),
        ),
        "facts": {"deadline": "2027-06-07", "organization": "tide-office", "salary": {"amount": "3000"}},
        "asks": ("fill in “posted”",),
    }
    return Draft(**(base | changes))


def test_facts_stand_once_in_the_order_of_the_schema():
    """With the required ones that are missing left empty, and what is to be settled above the text."""
    files = files_of(_draft(), "keeper-a-job", "en", {"en": "keeper-a-job", "fr": "gardienne"})
    lines = files["en"].split("\n")
    assert lines[0] == "---"
    assert lines[2:12] == [
        'title: "Keeper: a job"',
        "organization: tide-office",
        "salary:",
        "  amount: 3000",
        "posted:",
        "deadline: 2027-06-07",
        "---",
        "",
        "TODO(import): fill in “posted”",
        "",
    ]
    assert "deadline" not in files["fr"]
    assert "slug: gardienne" in files["fr"]


def test_a_title_that_is_missing_is_an_empty_key():
    """Which the check calls missing, with its line."""
    draft = _draft(editions=(DraftEdition("en", "", "Text", asks=("fill in “title”",)),))
    text = files_of(draft, "x", "en", {})["en"]
    document, problems = read_document(text.encode(), "x")
    assert not problems
    assert document is not None
    assert document.table.get("title").value.is_missing
    assert document.body.strip().startswith("TODO(import): fill in “title”")


def test_the_seal_fits_until_something_is_changed():
    """Even a space; the comment itself does not count."""
    text = files_of(_draft(found="a “b”.txt"), "x", "en", {})["en"]
    assert seal_of(text) == ("a “b”.txt", True)
    assert seal_of(text.replace("- one", "- One")) == ("a “b”.txt", False)
    assert seal_of("---\ntitle: By hand\n---\n") is None


@given(st.text(max_size=200))
def test_a_slug_is_an_id_or_nothing(title):
    """Whatever the title."""
    found = slugged(title)
    assert found == "" or kinds.parse_id(found) == found


def test_long_titles_are_cut_between_words():
    """And do not end in a small one."""
    assert slugged("Assistant(e) à l’appui des programmes") == "assistant-e-a-l-appui-des-programmes"
    assert slugged("Keeper of the standard metre and of the four other standards of the north") == (
        "keeper-of-the-standard-metre-and-of-the-four-other-standards"
    )
    assert slugged("Index") == "index-1"
    assert [slugged(f"Jurist {ending}") for ending in ("(m/w/d)", "[H/F/X]", "(m/v)", "(m*f)")] == ["jurist"] * 4


def test_amounts_are_texts():
    """A Decimal is written out before."""
    assert scalar(str(Decimal("3833.04"))) == "3833.04"
