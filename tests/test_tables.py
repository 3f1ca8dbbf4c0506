"""The parts of a table."""

from __future__ import annotations

import pytest

from jobglot.htmltree import Element, read, write
from jobglot.tables import table_parts


def parts(html: str) -> str:
    table = read(f"<table>{html}</table>")[0]
    assert isinstance(table, Element)
    caption, sections = table_parts(table)
    return f"{write(caption)}|{write([*sections])}"


def test_the_head_comes_first_and_rows_without_cells_go() -> None:
    """Rows of no section get one; a second head is a body; captions are told apart."""
    first = "<tbody><tr><td>1</td></tr><tr></tr></tbody><thead><tr><th>h</th></tr></thead>"
    assert parts(first + "<thead><tr><td>2</td></tr></thead><tr><td>3</td></tr><caption>c</caption>") == (
        "c|<thead><tr><th>h</th></tr></thead><tbody><tr><td>1</td></tr></tbody>"
        "<tbody><tr><td>2</td></tr></tbody><tbody><tr><td>3</td></tr></tbody>"
    )
    assert parts("<thead></thead><tbody><tr></tr></tbody>") == "|"


def test_spans_that_fit_stay() -> None:
    """Every column begins in some cell, and none is taken twice."""
    html = '<tbody><tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr><tr><td colspan="2">d</td></tr></tbody>'
    assert parts(html) == "|" + html


@pytest.mark.parametrize(
    "cell",
    [
        'rowspan="3"',
        'rowspan="0"',
        'colspan="2"',
        'colspan="9999"',
        'colspan="-1"',
        'rowspan="2" colspan="2"',
        'colspan="²"',
    ],
)
def test_spans_that_do_not_fit_go_all_together(cell: str) -> None:
    """Beyond the section, over another cell, over a column that begins nowhere, or no number at all."""
    html = "<tbody><tr><td {}>a</td></tr><tr><td>b</td></tr></tbody>"
    assert parts(html.format(cell)) == "|" + html.format("").replace("<td >", "<td>")
