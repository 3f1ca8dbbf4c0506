"""Reading YAML strictly: every scalar stays text until the schema types it, and everything knows its line.

PyYAML's composer and constructor are never used: YAML 1.1 turns `NO` into False and `16:05` into 965, lets the last of
two equal keys win, and crashes the process on 50 kB of `[`. We read libyaml's events, which are flat, and refuse what
front matter has no need of: anchors, aliases, tags, merge keys, second documents, depth. The only door to PyYAML.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml

from jobglot.problem import Origin, Problem, error

MAX_DEPTH = 8
MAX_VALUES = 2_000
MAX_FRONT_MATTER = 64 * 1024
MAX_BODY = 256 * 1024
MAX_VOCABULARY_VALUES = 50_000
MAX_REPAIRS = 10

# libyaml keeps its stack on the heap; where the wheel lacks it, the pure parser gives the same events, slower.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Scalar(NamedTuple):
    """A text as written; `plain` when it stands without quotes."""

    text: str
    plain: bool
    origin: Origin

    @property
    def is_missing(self) -> bool:
        """Whether it says nothing: empty, or a plain `~` or `null` (CMSs write `''` for an empty field)."""
        return not self.text.strip() or (self.plain and self.text in ("~", "null", "Null", "NULL"))


class Items(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    origin: Origin


class Entry(NamedTuple):
    """A key with its value; `origin` is the key's."""

    key: str
    value: Node
    origin: Origin


class Table(NamedTuple):
    """A map, in the order written; keys are unique."""

    entries: tuple[Entry, ...]
    origin: Origin

    def get(self, key: str) -> Entry | None:
        """The entry of that key, if there is one."""
        return next((entry for entry in self.entries if entry.key == key), None)


Node = Scalar | Items | Table


def is_missing(node: Node) -> bool:
    """Whether a value says nothing at all; an empty list says that there is none."""
    if isinstance(node, Scalar):
        return node.is_missing
    return isinstance(node, Table) and not node.entries


def same(one: Node, other: Node) -> bool:
    """Whether two values say the same, whatever their quotes and the order of keys."""
    if isinstance(one, Scalar) and isinstance(other, Scalar):
        return one.text == other.text
    if isinstance(one, Items) and isinstance(other, Items):
        return len(one.items) == len(other.items) and all(map(same, one.items, other.items))
    if isinstance(one, Table) and isinstance(other, Table):
        theirs = {entry.key: entry.value for entry in other.entries}
        return len(one.entries) == len(theirs) and all(
            entry.key in theirs and same(entry.value, theirs[entry.key]) for entry in one.entries
        )
    return False


@dataclass(frozen=True, slots=True)
class Document:
    """A file with front matter: the table, and the Markdown below it, which begins at line `body_line`."""

    table: Table
    body: str
    body_line: int


# Line breaks as YAML 1.1 and editors know them; everything after this line sees "\n" only.
_BREAKS = re.compile("\r\n|[\r\u0085\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\ufffe\uffff]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


def decode(data: bytes, path: str) -> tuple[str | None, list[Problem]]:
    """The file's text with clean line breaks and without byte order mark; None when it is not readable text."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        line = data.count(b"\n", 0, failure.start) + 1
        column = failure.start - (data.rfind(b"\n", 0, failure.start) + 1) + 1
        hint = "save the file as UTF-8"
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            hint = "the file is UTF-16: save it as UTF-8"
        return None, [error(Origin(path, line, column), "not-utf8", f"line {line} is not UTF-8 text", hint)]
    if any(mark in text for mark in "\r\u0085\u2028\u2029"):
        text = _BREAKS.sub("\n", text)
    # One of each kind a file is enough to say that the file holds such things, and where they begin.
    problems = []
    if match := _CONTROL.search(text):
        message = f"the text holds the invisible control character U+{ord(match[0]):04X}"
        origin = position(text, match.start(), path)
        problems.append(error(origin, "control-character", message, "delete that character"))
    if match := _BIDI.search(text):
        message = f"the text holds U+{ord(match[0]):04X}, which changes the direction of what follows unseen"
        remedy = "delete it; the pages set the direction by language"
        problems.append(error(position(text, match.start(), path), "bidi-control", message, remedy))
    return (None if problems else text), problems


def position(text: str, offset: int, path: str, first_line: int = 1) -> Origin:
    """Line and column of an offset into `text`, whose first line is line `first_line` of the file."""
    line = text.count("\n", 0, offset)
    return Origin(path, first_line + line, offset - (text.rfind("\n", 0, offset) + 1) + 1)


_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


def read_document(data: bytes, path: str) -> tuple[Document | None, list[Problem]]:
    """Front matter and body of a Markdown file; None when there is no front matter to speak of."""
    text, problems = decode(data, path)
    if text is None:
        return None, problems
    opening = _FENCE.match(text)
    if not opening:
        what = "the file is empty" if not text.strip() else "there is no front matter"
        remedy = "begin the file with a line of three hyphens (---), the facts, and a line of three hyphens again"
        return None, [error(Origin(path, 1, 1), "no-front-matter", what, remedy)]
    closing = _FENCE.search(text, opening.end())
    if not closing:
        message = "the front matter that begins here has no end"
        remedy = "add a line of three hyphens (---) after the last fact"
        if re.search(r"^\.\.\.[ \t]*$", text, re.MULTILINE):
            remedy = "end it with a line of three hyphens (---) instead of three dots"
        return None, [error(Origin(path, 1, 1), "front-matter-unclosed", message, remedy)]
    front, body = text[opening.end() + 1 : closing.start()], text[closing.end() + 1 :]
    body_line = text.count("\n", 0, closing.end()) + 2
    problems = [*_too_large(front, MAX_FRONT_MATTER, "front matter", Origin(path, 2, 1))]
    problems += _too_large(body, MAX_BODY, "text", Origin(path, body_line, 1))
    if problems:
        return None, problems
    table, problems = read_table(front, path, first_line=2)
    if table is None:
        return None, problems
    return Document(table, body, body_line), problems


def _too_large(text: str, cap: int, what: str, origin: Origin) -> Iterator[Problem]:
    size = len(text.encode())
    if size > cap:
        yield error(
            origin,
            "too-large",
            f"the {what} has {size // 1024} KiB, more than {cap // 1024}",
            "shorten it, or move a part into an attached file",
        )


def read_table(
    text: str, path: str, first_line: int = 1, max_values: int = MAX_VALUES
) -> tuple[Table | None, list[Problem]]:
    """The map that `text` holds.

    A line that YAML cannot read is reported with the line as it should be, and read as if so corrected, so that one
    slip does not hide the others. None when even that fails.
    """
    problems: list[Problem] = []
    mended: set[int] = set()
    for _ in range(MAX_REPAIRS):
        reader = _Reader(path, first_line, max_values)
        try:
            node = reader.document(text)
        except yaml.MarkedYAMLError as failure:
            at = failure.problem_mark.line if failure.problem_mark else 0
            if at in mended:
                text = _with_line(text, at, "")
                continue
            problem, line = _syntax_problem(failure, text, path, first_line)
            problems.append(problem)
            if line is None:
                return None, problems
            mended.add(at)
            text = _with_line(text, at, line)
        except _Refusal as refusal:
            return None, [*problems, refusal.problem]
        else:
            return node, problems + reader.problems
    return None, problems


class _Refusal(Exception):  # noqa: N818 - it is not an error of the program
    """Reading must stop here: what follows would be unbounded."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class _Reader:
    """Turns events into nodes. Holds the problems of one text; used once."""

    def __init__(self, path: str, first_line: int, max_values: int) -> None:
        self.path = path
        self.first_line = first_line
        self.max_values = max_values
        self.values = 0
        self.problems: list[Problem] = []

    def document(self, text: str) -> Table:
        events: Iterator[yaml.Event] = yaml.parse(text, Loader=_LOADER)
        next_event = events.__next__
        next_event()  # stream start
        event = next_event()
        start = Origin(self.path, self.first_line, 1)
        if isinstance(event, yaml.StreamEndEvent):
            return Table((), start)
        node = self.node(next_event(), next_event, 1)
        next_event()  # document end
        event = next_event()
        if not isinstance(event, yaml.StreamEndEvent):
            raise _refusal(self.origin(event), "second-document", "a second YAML document begins here", "delete it")
        if isinstance(node, Table):
            return node
        if isinstance(node, Scalar) and node.is_missing:
            return Table((), start)
        raise _refusal(
            node.origin, "not-a-map", "the facts must be given as “key: value”", "write for example “title: Baker”"
        )

    def node(self, event: yaml.Event, next_event: Callable[[], yaml.Event], depth: int) -> Node:
        self.values += 1
        origin = self.origin(event)
        if depth > MAX_DEPTH:
            raise _refusal(origin, "too-deep", f"values are nested more than {MAX_DEPTH} deep", "flatten them")
        if self.values > self.max_values:
            raise _refusal(origin, "too-many-values", f"there are more than {self.max_values} values", "split the file")
        if isinstance(event, yaml.AliasEvent):
            self.problem(origin, "alias", "YAML aliases (*name) are not allowed", "write the value out")
            return Scalar("", True, origin)
        if not isinstance(event, (yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            raise TypeError(event)
        if event.anchor is not None:
            self.problem(origin, "anchor", "YAML anchors (&name) are not allowed", "write the value out where needed")
        if event.tag is not None:
            self.problem(
                origin,
                "tag",
                f"YAML tags ({_shown(event.tag)}) are not allowed",
                "delete the tag, or put the text in quotes",
            )
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(event.value, bool(event.implicit[0]), origin)
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Node] = []
            while not isinstance(event := next_event(), yaml.SequenceEndEvent):
                items.append(self.node(event, next_event, depth + 1))
            return Items(tuple(items), origin)
        return self.table(origin, next_event, depth)

    def table(self, origin: Origin, next_event: Callable[[], yaml.Event], depth: int) -> Table:
        entries: dict[str, Entry] = {}
        while not isinstance(event := next_event(), yaml.MappingEndEvent):
            key = self.node(event, next_event, depth + 1)
            value = self.node(next_event(), next_event, depth + 1)
            if not isinstance(key, Scalar):
                self.problem(
                    key.origin,
                    "key-not-text",
                    "a key must be plain text",
                    "put quotes around a value that begins with { or [",
                )
            elif key.text == "<<":
                self.problem(key.origin, "merge-key", "YAML merge keys (<<) are not allowed", "write the values out")
            elif key.text in entries:
                first = entries[key.text].origin.line
                self.problem(
                    key.origin,
                    "duplicate-key",
                    f"“{_shown(key.text)}” is given twice, first on line {first}",
                    "keep one of the two",
                )
            else:
                entries[key.text] = Entry(key.text, value, key.origin)
        return Table(tuple(entries.values()), origin)

    def origin(self, event: yaml.Event) -> Origin:
        mark = event.start_mark
        if mark is None:
            return Origin(self.path, self.first_line, 1)
        return Origin(self.path, mark.line + self.first_line, mark.column + 1)

    def problem(self, origin: Origin, code: str, message: str, remedy: str) -> None:
        self.problems.append(error(origin, code, message, remedy))


def _refusal(origin: Origin, code: str, message: str, remedy: str) -> _Refusal:
    return _Refusal(error(origin, code, message, remedy))


def _shown(text: str) -> str:
    """A name as a message can bear it: one line, not too long."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:57] + "…"


_KEY_AND_VALUE = re.compile(r"^(\s*(?:- +)?[A-Za-z_][\w-]*:[ ]+)(\S.*)$")
_LIST_ITEM = re.compile(r"^(\s*- +)(\S.*)$")


def _with_line(text: str, at: int, line: str) -> str:
    lines = text.split("\n")
    return "\n".join([*lines[:at], line, *lines[at + 1 :]])


def _syntax_problem(failure: yaml.MarkedYAMLError, text: str, path: str, first_line: int) -> tuple[Problem, str | None]:
    """The problem in words, and its line as it should be, or None where we do not see how."""
    mark = failure.problem_mark
    opening = failure.context_mark
    lines = text.split("\n")
    at = min(mark.line, len(lines) - 1) if mark is not None else 0
    origin = Origin(path, at + first_line, mark.column + 1 if mark is not None else 1)
    indent = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
    if "\t" in indent:
        problem = error(origin, "yaml-tab", "the line is indented with a tab", "indent with spaces")
        return problem, indent.replace("\t", "  ") + lines[at].lstrip()
    quoted = _quoted(lines[at])
    if quoted and _parses(quoted):
        message = f"this line cannot be read ({failure.problem})"
        return error(origin, "yaml-syntax", message, f"put the text in quotes: {quoted.strip()}"), quoted
    if opening is not None and "quoted scalar" in f"{failure.problem} {failure.context}":
        opened = Origin(path, opening.line + first_line, opening.column + 1)
        message = "the quote that opens here is never closed"
        return error(opened, "yaml-quote", message, "close it on the same line"), None
    remedy = "check the indentation, and put texts with : # { [ or quotes in double quotes"
    return error(origin, "yaml-syntax", f"this cannot be read ({failure.problem})", remedy), None


def _quoted(line: str) -> str | None:
    """The line with its value in double quotes, unless it is quoted or structured already."""
    match = _KEY_AND_VALUE.match(line) or _LIST_ITEM.match(line)
    if not match or match[2][0] in "\"'":
        return None
    # A JSON string is a YAML string (YAML 1.2, section 10.2); JSON knows all the escapes.
    return match[1] + json.dumps(match[2].rstrip(), ensure_ascii=False)


def _parses(line: str) -> bool:
    try:
        for _ in yaml.parse(line.strip(), Loader=_LOADER):
            pass
    except yaml.YAMLError:
        return False
    return True
