"""Lines of notices as Markdown."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jobglot.importing.body import to_markdown
from jobglot.importing.lines import to_lines


def _markdown(text, language="en"):
    return to_markdown(to_lines(text), language).markdown


def test_capitals_become_headings_with_the_acronyms_of_the_text():
    """What the text itself sets in capitals stays so."""
    text = "WORK AT ETO\nThe ETO measures the sea.\nHOW TO APPLY\nBy letter."
    assert _markdown(text) == "## Work at ETO\n\nThe ETO measures the sea.\n\n## How to apply\n\nBy letter."


def test_numbers_outrank_capitals_and_these_short_lines():
    """A numbered heading keeps its number, since a text may refer to it."""
    text = (
        "1. PROFILE\n\nA\u00a0sentence about people.\n\nESSENTIAL\n\n• patience\n• boats\n\n2. DUTIES\n\n"
        "Night watch\n\nThe watch is kept by night, as its name would make you think, and handed over at dawn.\n"
    )
    assert [line for line in _markdown(text).split("\n") if line.startswith("#")] == [
        "## 1. Profile",
        "### Essential",
        "## 2. Duties",
        "### Night watch",
    ]


def test_numbered_items_are_no_headings():
    """They follow one another."""
    assert _markdown("Two results:\n\n1. a map of the coast\n2. a list of the lamps") == (
        "Two results:\n\n1. a map of the coast\n2. a list of the lamps"
    )


def test_lists_keep_their_depth():
    """By their indentation, wherever they begin."""
    text = "    • Counting\n        • by boat\n        • on foot\n    • Telling\n"
    assert _markdown(text) == "- Counting\n  - by boat\n  - on foot\n- Telling"


def test_blank_lines_between_items_make_no_new_list():
    """Pasting puts them there."""
    assert _markdown("- one\n\n- two\n- three") == "- one\n- two\n- three"


def test_a_lost_bullet_is_restored_where_the_list_is_not_finished():
    """The item above ends in “; and”."""
    repaired = to_markdown(to_lines("- count the lamps;\n- draw the map; and\nfeed the cat.\nThe cat is old."), "en")
    assert repaired.markdown == "- count the lamps;\n- draw the map; and\n- feed the cat.\n\nThe cat is old."
    assert "bullet" in repaired.notes[0]


def test_a_lost_bullet_is_restored_where_the_line_has_the_form_of_the_items():
    """“Word: rest”, like all the others."""
    text = "• Calm: does not shout.\n• Patience: waits.\n• Precision: counts boats.\nSharing: lends the telescope.\n"
    assert _markdown(text).count("\n- ") == 3


def test_a_paragraph_after_a_list_is_no_item():
    """Though nothing stands between."""
    text = "- count the lamps;\n- draw the map.\nThis position is in the north."
    assert _markdown(text) == "- count the lamps;\n- draw the map.\n\nThis position is in the north."


def test_an_empty_heading_goes_and_one_with_subheadings_stays():
    """A form's empty field is no section."""
    assert _markdown("DUTIES\nTo count.\nBENEFITS\nPLACE\nA tower.") == "## Duties\n\nTo count.\n\n## Place\n\nA tower."


def test_headings_known_by_name_are_put_into_the_language_of_the_text():
    """A French form around an English text."""
    assert _markdown("Profil souhaité\n\nYou like boats.").startswith("## Profile\n")
    assert _markdown("Profil souhaité\n\nVous aimez les bateaux.", "fr").startswith("## Profil souhaité\n")


def test_a_postal_address_keeps_its_lines():
    """As one paragraph with line breaks."""
    text = (
        "Write to:\nEuropean Tide Office\nQuai aux Algues, 12\nB-1000 Brussels\n\nWe answer everybody who writes to us."
    )
    assert "European Tide Office\\\nQuai aux Algues, 12\\\nB-1000 Brussels\n\nWe answer" in _markdown(text)


def test_a_missing_space_after_a_word_in_capitals_is_mended():
    """“NOTE:The” comes from lost formatting."""
    assert (
        _markdown("NOTE:Who works here already keeps the contract.")
        == "NOTE: Who works here already keeps the contract."
    )


def test_what_markdown_would_take_for_something_else_is_escaped():
    """HTML most of all; addresses in angle brackets stay links."""
    assert _markdown("Use <script> here.") == "Use \\<script> here."
    assert _markdown("+ 2 lamps") == "- 2 lamps"
    assert "<https://tides.example>" in _markdown("See <https://tides.example>.")


def test_markdown_headings_begin_at_the_second_level():
    """The title is the first."""
    assert _markdown("### Duties\n\nTo count.\n\n#### By night\n\nTo watch.") == (
        "## Duties\n\nTo count.\n\n### By night\n\nTo watch."
    )


@given(st.text(max_size=400))
def test_no_text_is_too_odd(text):
    """Whatever is pasted becomes some Markdown."""
    assert isinstance(_markdown(text), str)
