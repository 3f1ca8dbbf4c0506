"""HTML as a tree."""

from __future__ import annotations

import pytest

from jobglot.htmltree import MAX_DEPTH, Element, elements, is_blank, read, write


@pytest.mark.parametrize(
    "html", ["", "a &amp; b&nbsp;c &#x27;", '<p title="&quot;a&quot; &amp; b">c<br>d<img src="x" alt=""></p><hr>e']
)
def test_what_is_read_is_written(html: str) -> None:
    """Entities in text stay as they are."""
    assert write(read(html)) == html


def test_elements_nested_too_deep_give_way() -> None:
    """Their text stays, so that no walk through the tree is deeper than Python can go."""
    html = write(read("<b>" * 5_000 + "x" + "</b>" * 5_000 + "y"))
    assert html == "<b>" * MAX_DEPTH + "x" + "</b>" * MAX_DEPTH + "y"


def test_elements_are_those_among_the_nodes_and_not_below_them() -> None:
    """Texts are none; blank ones are told apart."""
    nodes = read("<p><b>a</b></p> <b>c</b>")
    assert elements(nodes, "b") == [Element("b", {}, ["c"])]
    assert [is_blank(node) for node in nodes] == [False, True, False]
