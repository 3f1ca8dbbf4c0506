"""What a line that YAML cannot read was meant to say: the usual slips, each with the line as it should be.

YAML's own words ("mapping values are not allowed in this context") help nobody who writes postings.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Failure(NamedTuple):
    """Where YAML gave up, and where what it was reading had begun; lines and columns count from 0."""

    line: int
    column: int
    begun: int
    reason: str


class Slip(NamedTuple):
    """A slip and its correction; `line` and `column` count from 0."""

    line: int
    column: int
    code: str
    message: str
    remedy: str
    corrected: str | None
    """The line to read in its place; None where we do not see how, and reading must stop."""


Parses = Callable[[str], bool]
"""Whether YAML can read a line that stands alone."""

_KEY = re.compile(r"^(\s*(?:- +)?)([\w-]+) *:(?:\s+|$)")
_ITEM = re.compile(r"^(\s*- +)(?=\S)")
_NO_SPACE = re.compile(r"^(\s*(?:- +)?)([A-Za-z_]\w*):(?!//)(\S.*)$")
_NO_COLON = re.compile(r"^(\s*)([A-Za-z_]\w*)(?: +(?:= *)?(\S.*))?$")
_PLAIN_TEXT = re.compile(r"[\w-]+ *: +[^\s\[{|>#\"'].*")
# What a French keyboard or a word processor puts before and after a colon, and the colon of East Asian texts.
_ODD = re.compile(
    r"^([ \u00a0\u202f]*(?:-[ \u00a0\u202f]+)?)([A-Za-z_]\w*)[ \u00a0\u202f]*[:\uff1a][ \u00a0\u202f]*(.*)$"
)
_ODD_SIGNS = re.compile("[\u00a0\u202f\uff1a]")
_CLOSERS = ("]", "}", "}]", "]}", "}}", "]]", "}]}")


def find_slip(lines: Sequence[str], failure: Failure, parses: Parses) -> Slip:
    """The slip behind a failure."""
    for look in (_dots, _tab, _odd, _left_open, _quotes, _joined, _indented, _text):
        slip = look(lines, failure, parses)
        if slip is not None:
            return slip
    remedy = "check the indentation, and put texts with : # { [ or quotes in them into double quotes"
    return Slip(failure.line, failure.column, "yaml-syntax", f"this cannot be read ({failure.reason})", remedy, None)


def quoted(line: str) -> str | None:
    """The line with its value in double quotes; None where it has no value on the line."""
    match = _KEY.match(line) or _ITEM.match(line)
    value = line[match.end() :].strip() if match else ""
    if match is None or not value:
        return None
    if len(value) > 1 and value[0] in "\"'":
        value = value[1:-1] if value[-1] == value[0] else value[1:]
        value = value.replace('\\"', '"').replace("''", "'")
    space = "" if match[0].endswith((" ", "\t")) else " "
    # A JSON string is a YAML string (YAML 1.2, section 10.2); JSON knows all the escapes.
    return match[0] + space + json.dumps(value, ensure_ascii=False)


def _value_at(line: str) -> int:
    """Where the value of a line begins; its length where there is none."""
    match = _KEY.match(line) or _ITEM.match(line)
    return match.end() if match else len(line)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _dots(lines: Sequence[str], failure: Failure, _: Parses) -> Slip | None:
    at = next((i for i in range(failure.line) if lines[i].rstrip() == "..."), None)
    if at is None:
        return None
    remedy = "end it with a line of three hyphens (---)"
    return Slip(at, 0, "front-matter-dots", "three dots do not end the front matter", remedy, None)


def _tab(lines: Sequence[str], failure: Failure, _: Parses) -> Slip | None:
    line = lines[failure.line]
    indent = line[: _indent(line)]
    if "\t" not in indent:
        return None
    # Below nothing, there is nothing to be indented under.
    is_first = not any(other.strip() and not other.lstrip().startswith("#") for other in lines[: failure.line])
    corrected = ("" if is_first else indent.replace("\t", "  ")) + line.lstrip()
    return Slip(failure.line, 0, "yaml-tab", "the line is indented with a tab", "indent with spaces", corrected)


def _odd(lines: Sequence[str], failure: Failure, _: Parses) -> Slip | None:
    """A colon or a space that looks like a plain one and is none."""
    for at in range(failure.line, max(failure.line - 3, -1), -1):
        match = _ODD.match(lines[at])
        found = _ODD_SIGNS.search(lines[at], 0, match.start(3)) if match else None
        if match is None or found is None:
            continue
        what = "the colon is not a plain one" if found[0] == "\uff1a" else "there is a no-break space around the colon"
        better = f"{_ODD_SIGNS.sub(' ', match[1])}{match[2]}: {match[3]}".rstrip()
        return Slip(at, found.start(), "yaml-colon", what, f"write {better.strip()}", better)
    return None


def _left_open(lines: Sequence[str], failure: Failure, parses: Parses) -> Slip | None:
    """A bracket or quote that swallows the lines below."""
    for at in range(min(failure.begun, failure.line), failure.line + 1):
        line, value = lines[at], _value_at(lines[at])
        # A bracket may rightly be closed lines later; it was not if a key begins in the same column first.
        below = next((other for other in lines[at + 1 :] if other.strip()), "")
        swallowed = not below or (_KEY.match(below) is not None and _indent(below) <= _indent(line))
        if value >= len(line) or not swallowed or parses(line):
            continue
        if line[value] in "[{":
            closed = next((line.rstrip() + closer for closer in _CLOSERS if parses(line.rstrip() + closer)), None)
            if closed is not None:
                message = f"the bracket “{line[value]}” that opens here is never closed"
                return Slip(at, value, "yaml-bracket", message, f"close it: {closed.strip()}", closed)
        elif line[value] in "\"'" and line.rstrip()[-1] != line[value]:
            better = quoted(line)
            if better is not None and parses(better):
                message = "the quote that opens here is never closed"
                return Slip(at, value, "yaml-quote", message, f"close it: {better.strip()}", better)
    return None


def _quotes(lines: Sequence[str], failure: Failure, parses: Parses) -> Slip | None:
    """Quotes within quotes, and escapes that YAML does not know."""
    for at in dict.fromkeys((failure.line, failure.begun)):
        line, value = lines[at], _value_at(lines[at])
        if value >= len(line) or line[value] not in "\"'" or parses(line):
            continue
        better = quoted(line)
        if better is not None and parses(better):
            message = "there are quotes inside the quotes"
            if "\\" in line[value:]:
                message = "a backslash (\\) inside double quotes has a meaning of its own"
            return Slip(at, value, "yaml-quote", message, f"write {better.strip()}", better)
    return None


def _joined(lines: Sequence[str], failure: Failure, parses: Parses) -> Slip | None:
    """A key without its colon, or without the space after it; YAML notices on the next line."""
    columns = {_indent(line) for line in lines[: failure.line] if _KEY.match(line)} | {0}
    for at in range(failure.line, max(failure.line - 3, -1), -1):
        line = lines[at]
        if not line.strip() or _indent(line) not in columns or _indent(line) > _indent(lines[failure.line]):
            continue
        joined = _NO_SPACE.match(line)
        if joined and not _KEY.match(line):
            better = f"{joined[1]}{joined[2]}: {joined[3]}"
            message = f"there is no space after “{joined[2]}:”"
        elif (bare := _NO_COLON.match(line)) is not None:
            better = f"{bare[1]}{bare[2]}: {bare[3] or ''}".rstrip()
            message = f"there is no colon after “{bare[2]}”"
        else:
            continue
        better = better if parses(better) else quoted(better) or better
        remedy = f"write {better.strip()}"
        if not joined and at and _PLAIN_TEXT.match(lines[at - 1].strip()):
            remedy += ", or put it at the end of the line above if it belongs there"
        return Slip(at, _indent(line), "yaml-colon", message, remedy, better)
    return None


def _indented(lines: Sequence[str], failure: Failure, _: Parses) -> Slip | None:
    """A key that begins in another column than those beside it."""
    line = lines[failure.line]
    if not _KEY.match(line) or failure.column >= _value_at(line):
        return None
    above = next((other for other in reversed(lines[: failure.line]) if _KEY.match(other)), "")
    column = _indent(above) if _indent(above) < _indent(line) else 0
    if not above or column == _indent(line):
        return None
    corrected = " " * column + line.lstrip()
    message = "the line does not begin in the same column as the one above"
    where = f"begin it in column {column + 1}, like “{above.strip().partition(':')[0]}”"
    return Slip(failure.line, _indent(line), "yaml-indent", message, where, corrected)


def _text(lines: Sequence[str], failure: Failure, parses: Parses) -> Slip | None:
    """A text that YAML takes for something else."""
    line, value = lines[failure.line], _value_at(lines[failure.line])
    better = quoted(line)
    if better is None or failure.column < value or line[value] in "\"'" or not parses(better):
        return None
    if line[value] in "@%`*&!|>?:-[{,]}#":
        message = f"a text that begins with “{line[value]}” must stand in quotes"
    elif ": " in line[value:] or line.rstrip().endswith(":"):
        message = "a text with a colon and a space in it must stand in quotes"
    else:
        message = "this text must stand in quotes"
    return Slip(failure.line, failure.column, "yaml-syntax", message, f"write {better.strip()}", better)
