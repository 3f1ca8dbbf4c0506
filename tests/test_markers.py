"""What an editor is asked to settle."""

from __future__ import annotations

from jobglot.markers import TODO, todo, todos


def test_what_is_asked_is_found_again():
    """Each line, with where it begins."""
    body = "\n\n".join([todo("fill in “title”"), "Some text.", todo("confirm\nthe deadline")])
    assert [sentence for _, sentence in todos(body)] == ["fill in “title”", "confirm the deadline"]
    assert all(body[offset:].startswith(TODO) for offset, _ in todos(body))


def test_only_a_line_of_its_own_counts():
    """A text may speak of the mark; a CMS may have made an item of it."""
    assert list(todos(f"The mark is {TODO} at the beginning of a line.")) == []
    assert [sentence for _, sentence in todos(f"- {TODO} ask Anna")] == ["ask Anna"]
