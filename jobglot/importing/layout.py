"""What tables and lists of a page or document are there for: facts, two languages side by side, or mere arrangement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bs4 import BeautifulSoup, Tag

from jobglot.importing.labels import label_of
from jobglot.importing.lines import is_rule
from jobglot.text_language import language_of

LONG_CELL = 200
"""A cell with more text than this is no entry of a table."""
LEAST_COLUMN = 150
"""As much text as a column must have to be one of two languages."""
_BLOCKS = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "div")
MAX_DEPTH = 100
"""As deep as lists and tables may lie in one another; each is looked through as often as it lies in others."""
_ITEM = re.compile(r"<(/?)(li|dt|dd|tr|td|th|ul|ol|dl|table)\b[^<>]*>", re.IGNORECASE)
_LISTS = ("ul", "ol", "dl", "table")
_ENDS = {"li": ("li",), "dt": ("dt", "dd"), "dd": ("dt", "dd"), "tr": ("tr",), "td": ("td", "th"), "th": ("td", "th")}
_LANGUAGE = re.compile(
    r"(?:english|anglais|en|eng|french|français|francais|fr|fra|nederlands|néerlandais|dutch|nl|deutsch|german|allemand"
    r"|de|español|spanish|espagnol|es|italiano|italian|italien|it|português|portugués|portuguese|pt|català|catalán|catalan"
    r"|ca)(?: (?:version|text|texte))?|version (?:anglaise|française|english|french)",
    re.IGNORECASE,
)


def lay_out(soup: Tag) -> None:
    """Put paragraphs in place of tables that only arrange them; tables of figures stay."""
    for paragraph in soup.find_all("p"):
        if is_rule(_text(paragraph)):
            paragraph.replace_with(_new("hr", ""))
    _part_columns(soup)
    for table in reversed(soup.find_all("table")):  # those within others first
        rows = list(_rows(table))
        if not rows:
            table.unwrap()
        elif any(len(row) == 2 and _is_fact(row) for row in rows) and all(len(row) <= 2 for row in rows):
            _replace(table, [each for row in rows for each in _fact(row)])
        elif len(rows) == 1 or all(len(row) == 1 for row in rows) or _is_arrangement(rows):
            _replace(table, [each for row in rows for each in _section(row)])
    for items in soup.find_all(["ol", "ul"]):
        only = items.find_all("li", recursive=False)
        if len(only) == 1 and len(items.find_all("li")) == 1 and _is_bold(only[0]):
            only[0].name = "p"  # a numbered heading, each a list of its own
            items.unwrap()


def closed(html: str) -> str:
    """HTML with the ends of items, rows and cells that one may leave out (HTML standard, section 13.1.2.4).

    Gives a RecursionError where lists and tables are nested too deep, as what reads HTML does of other elements.
    """
    around: list[list[str]] = [[]]  # what is open in each list or table, the innermost last

    def ended(match: re.Match[str]) -> str:
        is_end, name = bool(match[1]), match[2].lower()
        if name in _LISTS and not is_end:
            if len(around) > MAX_DEPTH:
                raise RecursionError
            around.append([])
            return match[0]
        if name in _LISTS:
            rest = around.pop() if len(around) > 1 else []
            return "".join(f"</{each}>" for each in reversed(rest)) + match[0]
        held = around[-1]
        at = next((at for at, each in enumerate(held) if each in _ENDS[name]), len(held))
        left, held[at:] = held[at:], [] if is_end else [name]
        if is_end:
            return "".join(f"</{each}>" for each in reversed(left[1:])) + match[0]
        return "".join(f"</{each}>" for each in reversed(left)) + match[0]

    return _ITEM.sub(ended, html)


def _rows(table: Tag) -> Iterator[list[Tag]]:
    """The cells of each row that has any text; empty cells too, unless the row has but one that is not."""
    for row in table.find_all("tr"):
        if row.find_parent("table") is not table:
            continue
        cells = row.find_all(["td", "th"], recursive=False)
        told = [cell for cell in cells if _text(cell)]
        if told:
            yield told if len(told) == 1 else list(cells)


def _text(element: Tag) -> str:
    return " ".join(element.get_text(" ").split())


def _is_fact(row: Sequence[Tag]) -> bool:
    """Whether a row is a label that we know, and its value."""
    label = label_of(_text(row[0]).rstrip(" :"))
    return label is not None and not label.value and not _is_long(row[1])


def _is_long(cell: Tag) -> bool:
    return len(_text(cell)) > LONG_CELL or cell.find(["li", "table"]) is not None


def _is_arrangement(rows: Sequence[Sequence[Tag]]) -> bool:
    """Whether no row has more than two cells, and the second holds text that no table of figures would."""
    return all(len(row) <= 2 for row in rows) and any(len(row) == 2 and _is_long(row[1]) for row in rows)


def _fact(row: Sequence[Tag]) -> Iterator[Tag]:
    if len(row) < 2 or _is_long(row[1]):
        yield from _section(row)
    else:
        lines = [_text(block) for block in row[1].find_all(_BLOCKS) if not block.find(_BLOCKS) and _text(block)]
        told = "; ".join(lines) if lines else _text(row[1])
        yield _new("p", f"{_text(row[0]).rstrip(' :')}: {told}".rstrip())


def _section(row: Sequence[Tag]) -> Iterator[Tag]:
    """A row as paragraphs; a short cell before a long one is its heading."""
    if len(row) == 2 and _is_long(row[1]) and not _is_long(row[0]) and _lines(row[0]) > 1:
        row = row[::-1]  # an address beside the text
    for at, cell in enumerate(row):
        text = _text(cell)
        if at == 0 and len(row) == 2 and text and len(text) <= 80 and _is_long(row[1]) and not cell.find("li"):
            yield _heading(text)
        elif text:
            cell.name = "div"
            yield cell


def _lines(cell: Tag) -> int:
    return len(cell.find_all("br")) + max(1, sum(1 for block in cell.find_all("p") if _text(block)))


def _is_bold(item: Tag) -> bool:
    bold = item.find(["strong", "b"])
    return isinstance(bold, Tag) and _text(bold) == _text(item) and len(_text(item)) <= 100


# ── two languages side by side ────────────────────────────────────────────────────────────────────────────────────────


def _part_columns(soup: Tag) -> None:
    """Tables with a language in each of two columns: all of the first, and after a rule all of the second."""
    sides: list[tuple[Tag, list[Tag], list[Tag]]] = []
    spoken: tuple[str, str] | None = None
    for table in soup.find_all("table"):
        if table.find_parent("table") is not None:
            continue
        _label_both(table)
        rows = [row for row in _rows(table) if not all(_LANGUAGE.fullmatch(_text(cell)) for cell in row)]
        if not any(len(row) == 2 for row in rows) or any(len(row) > 2 for row in rows):
            continue
        left, right = [row[0] for row in rows], [row[1] for row in rows if len(row) == 2]
        languages = _language(left), _language(right)
        enough = min(sum(map(len, map(_text, side))) for side in (left, right)) >= LEAST_COLUMN
        if spoken is None and enough and all(languages) and languages[0] != languages[1]:
            spoken = languages
        is_like = spoken is not None and languages[0] in ("", spoken[0]) and languages[1] in ("", spoken[1])
        if is_like or (spoken is None and not enough):
            sides.append((table, left, right))
    if spoken is None:
        return
    sides = [(table, left, right) for table, left, right in sides if not _is_of_facts(left, right)]
    after = sides[-1][0]
    seconds = [cell for _, _, right in sides for cell in right]
    for cell in reversed(seconds):
        cell.name = "div"
        after.insert_after(cell.extract())
    after.insert_after(_new("hr", ""))
    for table, left, _ in sides:
        _replace(table, [each for cell in left for each in _section([cell])])


def _label_both(table: Tag) -> None:
    """A table with labels and two languages as one with these two, the labels in both."""
    rows = [row.find_all(["td", "th"], recursive=False) for row in table.find_all("tr")]
    if any(len(row) != 3 for row in rows):
        return
    languages = [_language([row[at] for row in rows]) for at in (1, 2)]
    if not all(languages) or languages[0] == languages[1]:
        return
    for label, *texts in rows:
        pieces = re.split(r"\s+/\s+", _text(label)) if _text(label) else []
        for at, cell in enumerate(texts):
            said = pieces[at] if len(pieces) == 2 else " / ".join(pieces)
            if said and not _is_long(cell) and label_of(said):
                cell.insert(0, f"{said.rstrip(' :')}: ")
            elif said:
                cell.insert(0, _heading(said))
        label.decompose()


def _language(cells: Sequence[Tag]) -> str:
    return language_of("\n".join(map(_text, cells)))


def _is_of_facts(left: Sequence[Tag], right: Sequence[Tag]) -> bool:
    """Whether the first column are labels of what stands in the second."""
    labels = [label for cell in left if (label := label_of(_text(cell))) and not label.value]
    return len(labels) * 2 >= len(left) and not any(label_of(_text(cell)) for cell in right)


# ── elements ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _new(name: str, text: str) -> Tag:
    element = BeautifulSoup("", "html.parser").new_tag(name)
    if text:
        element.string = text
    return element


def _heading(text: str) -> Tag:
    element = _new("p", "")
    element.append(_new("strong", text.rstrip(" :")))
    return element


def _replace(element: Tag, others: Sequence[Tag]) -> None:
    for other in others:
        element.insert_before(other.extract())
    element.decompose()
