"""What an editor is asked to settle."""

from __future__ import annotations

from jobglot.markers import TODO, todo, todos, without_todos


def test_what_is_asked_is_found_again():
    """Each line, with where it begins."""
    body = "\n\n".join([todo("fill in “title”"), "Some text.", todo("confirm\nthe deadline")])
    assert [sentence for _, sentence in todos(body)] == ["fill in “title”", "confirm the deadline"]
    assert all(body[offset:].startswith(TODO) for offset, _ in todos(body))


def test_what_is_asked_is_no_part_of_the_text():
    """It quotes days and words of the notice; everything else stays where it is."""
    body = "Some text.\n\n" + todo("the deadline is 2026-03-03 in the text") + "\n\nMore of it."
    assert without_todos(body).split() == ["Some", "text.", "More", "of", "it."]
    assert without_todos(body).index("More") == body.index("More")


def test_only_a_line_of_its_own_counts():
    """A text may speak of the mark; a CMS may have made an item of it."""
    assert list(todos(f"The mark is {TODO} at the beginning of a line.")) == []
    assert [sentence for _, sentence in todos(f"- {TODO} ask Anna")] == ["ask Anna"]
