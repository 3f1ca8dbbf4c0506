"""Reading YAML strictly: every scalar stays text until the schema types it, and everything knows its line.

PyYAML's composer and constructor are never used: YAML 1.1 turns `NO` into False and `16:05` into 965, lets the last of
two equal keys win, and crashes the process on 50 kB of `[`. We read libyaml's events, which are flat, and refuse what
front matter has no need of: anchors, aliases, tags, merge keys, second documents, depth. The only door to PyYAML.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml

from jobglot.problem import Origin, Problem, Severity, error, shown, warning
from jobglot.slips import Failure, find_slip, quoted

MAX_DEPTH = 8
MAX_VALUES = 2_000
MAX_FRONT_MATTER = 64 * 1024
MAX_BODY = 256 * 1024
MAX_VOCABULARY_VALUES = 50_000
MAX_REPAIRS = 10


class _PlainLoader(yaml.SafeLoader):
    """The pure parser gives the same events as libyaml's; it lets halves of surrogates pass, which are no text."""

    def scan_flow_scalar(self, style: str) -> yaml.ScalarToken:
        token: yaml.ScalarToken = super().scan_flow_scalar(style)
        if _SURROGATE.search(token.value):
            raise yaml.scanner.ScannerError(
                "while parsing a quoted scalar",
                token.start_mark,
                "found invalid Unicode character escape code",
                token.start_mark,
            )
        return token


_SURROGATE = re.compile("[\ud800-\udfff]")
# libyaml keeps its stack on the heap, and is quicker; a PyYAML that was built without it has the pure parser only.
_LOADER: Any = getattr(yaml, "CSafeLoader", _PlainLoader)


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
        for entry in self.entries:
            if entry.key == key:
                return entry
        return None


Node = Scalar | Items | Table


def is_missing(node: Node) -> bool:
    """Whether a value says nothing at all, such as a map of empty values; an empty list says that there is none."""
    if isinstance(node, Scalar):
        return node.is_missing
    return isinstance(node, Table) and all(is_missing(entry.value) for entry in node.entries)


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


# Everything after `decode` sees "\n" only. U+2028 and its like come with pasted text, where neither git nor an editor
# shows a new line; they are spaces, unless the file has no other line breaks.
_CARRIAGE_RETURN = re.compile("\r\n?")
_ODD_BREAK = re.compile("[\u0085\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\ufffe\uffff]")
_CONFLICT = re.compile(r"^(?:<{7}|>{7}) \S", re.MULTILINE)
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_NOT_CLEAN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufffe\uffff]")
"""Any of these: nearly all texts hold none, and one look tells."""
_NOT_CLEAN_LATIN = bytes(sign for sign in range(256) if _NOT_CLEAN.match(chr(sign)))


def _is_clean(text: str) -> bool:
    """Whether a text holds none of `_NOT_CLEAN`. In Latin-1, that is seen several times quicker."""
    try:
        latin = text.encode("latin-1")
    except UnicodeEncodeError:
        return not _NOT_CLEAN.search(text)
    return len(latin.translate(None, _NOT_CLEAN_LATIN)) == len(latin)


def decode(data: bytes, path: str) -> tuple[str | None, list[Problem]]:
    """The file's text with clean line breaks and without byte order mark; None when it is not readable text."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        return None, [_not_utf8(data, failure.start, path)]
    if ("<<<<<<<" in text or ">>>>>>>" in text) and (problem := _conflict(text, path)):
        return None, [problem]
    if _is_clean(text):
        return text, []
    if text.count("\0") * 3 > len(text):
        message, remedy = "this is not UTF-8 text", "the file seems to be UTF-16: save it as UTF-8"
        return None, [error(Origin(path, 1, 1), "not-utf8", message, remedy)]
    if "\r" in text:
        text = _CARRIAGE_RETURN.sub("\n", text)
    if not text.isascii():
        text = _ODD_BREAK.sub(" " if "\n" in text else "\n", text)
    # One of each kind a file is enough to say that the file holds such things, and where they begin.
    problems = [error(position(text, at, path), code, message, remedy) for at, code, message, remedy in unseen(text)]
    return (None if problems else text), problems


def _conflict(text: str, path: str) -> Problem | None:
    """The problem of what git leaves in a file where it could not put two changes together (git-merge(1))."""
    match = _CONFLICT.search(text)
    if match is None:
        return None
    message = "git could not put two changes together here, and left both in the file"
    remedy = "keep what is right, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>"
    return error(position(text, match.start(), path), "merge-conflict", message, remedy)


def _not_utf8(data: bytes, at: int, path: str) -> Problem:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return error(Origin(path, 1, 1), "not-utf8", "line 1 is not UTF-8 text", "the file is UTF-16: save it as UTF-8")
    # An offset from the decoder leaves out a byte order mark.
    data = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b" \n")
    before = data[:at].decode(errors="replace")
    line, column = before.count("\n") + 1, at - (data.rfind(b"\n", 0, at) + 1)
    column = len(data[at - column : at].decode(errors="replace")) + 1
    word = re.findall(r"\w*$", before)[0] + re.findall(r"^\w*", data[at : at + 40].decode("cp1252", "replace"))[0]
    hint = f" (“{word}” is written in Latin-1)" if word.isprintable() and len(word) > 1 and "\ufffd" not in word else ""
    return error(
        Origin(path, line, column),
        "not-utf8",
        f"line {line} is not UTF-8 text{hint}",
        "save the file with the encoding UTF-8",
    )


def unseen(text: str) -> Iterator[tuple[int, str, str, str]]:
    """Where a text holds characters that nobody sees and that do harm: offset, code, message and remedy, one a kind."""
    if match := _CONTROL.search(text):
        message = f"the text holds the invisible control character U+{ord(match[0]):04X}"
        yield match.start(), "control-character", message, "delete that character"
    if match := _BIDI.search(text):
        message = f"the text holds U+{ord(match[0]):04X}, which changes the direction of what follows unseen"
        yield match.start(), "bidi-control", message, "delete it; the pages set the direction by language"


def position(text: str, offset: int, path: str, first_line: int = 1) -> Origin:
    """Line and column of an offset into `text`, whose first line is line `first_line` of the file."""
    line = text.count("\n", 0, offset)
    return Origin(path, first_line + line, offset - (text.rfind("\n", 0, offset) + 1) + 1)


def blanked(words: str) -> str:
    """As many spaces, and the same line breaks: in place of the words it leaves all positions as they are."""
    return _NOT_BLANK.sub(" ", words) if "\n" in words else " " * len(words)


_NOT_BLANK = re.compile(r"[^\n]")


_FENCE = re.compile(r"---[ \t]*$", re.MULTILINE)
_CLOSING_FENCE = re.compile(r"\n---[ \t]*$", re.MULTILINE)
_NEARLY_FENCE = re.compile(r"\s*([-–—_=+~]{1,9})[ \t]*(?:\n|\Z)")
_NEARLY_CLOSED = re.compile(
    r"(?:\n(?:[A-Za-z_]+ *:.*|[ \t]+[\w\"'{\[-].*|- .*|#.*|))*\n[ \t]*([-–—_=+~]{1,9})[ \t]*(?=\n|\Z)"
)
_FENCED = re.compile(r"\s*((?:```|~~~)[a-z]*)[ \t]*\n---[ \t]*\n")
_KEYS = re.compile(r"(?:[a-z_]+:(?: .*)?\n|[ \t]+\S.*\n|- .*\n)+---[ \t]*(?:\n|\Z)")


def read_document(data: bytes, path: str) -> tuple[Document | None, list[Problem]]:
    """Front matter and body of a Markdown file; None when there is no front matter to speak of."""
    text, problems = decode(data, path)
    if text is None:
        return None, problems
    opening = _FENCE.match(text)
    if not opening:
        return None, [_no_front_matter(text, path)]
    closing = _CLOSING_FENCE.search(text, opening.end())
    if not closing:
        message = "the front matter that begins here has no end"
        remedy = "add a line of three hyphens (---) after the last fact"
        if re.search(r"^\.\.\.[ \t]*$", text, re.MULTILINE):
            remedy = "end it with a line of three hyphens (---) instead of three dots"
        elif nearly := _NEARLY_CLOSED.match(text, opening.end()):
            line = text.count("\n", 0, nearly.start(1)) + 1
            message = f"the front matter must end with a line of three hyphens (---), not “{nearly[1]}”"
            return None, [error(Origin(path, line, 1), "front-matter-unclosed", message, "write --- there")]
        return None, [error(Origin(path, 1, 1), "front-matter-unclosed", message, remedy)]
    front, body = text[opening.end() + 1 : closing.start() + 1], text[closing.end() + 1 :]
    body_line = text.count("\n", 0, closing.end()) + 2
    problems = [*_too_large(front, MAX_FRONT_MATTER, "front matter", Origin(path, 2, 1))]
    problems += _too_large(body, MAX_BODY, "text", Origin(path, body_line, 1))
    if problems:
        return None, problems
    table, problems = read_table(front, path, first_line=2)
    if table is None:
        return None, problems
    if _KEYS.match(body):
        message = "the front matter ends above this line, but more facts follow"
        remedy = "delete the line of three hyphens above, so that one front matter holds all facts"
        return None, [*problems, error(Origin(path, body_line, 1), "second-document", message, remedy)]
    return Document(table, body, body_line), problems


def _no_front_matter(text: str, path: str) -> Problem:
    line = 1
    remedy = "begin the file with a line of three hyphens (---), the facts, and a line of three hyphens again"
    if not text.strip():
        message = "the file is empty"
    elif fenced := _FENCED.match(text):
        message = f"the file begins with “{fenced[1]}”, as copied from an example"
        remedy = "delete that line, and the one of three backticks at the end"
    elif nearly := _NEARLY_FENCE.match(text):
        line = text.count("\n", 0, nearly.start(1)) + 1
        message = f"the front matter must begin with a line of three hyphens (---), not “{nearly[1]}”"
        remedy = "write --- there"
        if nearly[1] == "---":
            message, remedy = "the front matter does not begin on the first line", "delete what stands above the ---"
    else:
        message = "there is no front matter"
    return error(Origin(path, line, 1), "no-front-matter", message, remedy)


def _too_large(text: str, cap: int, what: str, origin: Origin) -> Iterator[Problem]:
    # A character has four bytes at most: texts of common size are not counted.
    if len(text) * 4 > cap and (size := len(text.encode())) > cap:
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
        reader = _Reader(path, first_line, max_values, text)
        try:
            node = reader.document()
        except yaml.MarkedYAMLError as failure:
            lines = text.split("\n")
            slip = find_slip(lines, _failure(failure, len(lines) - 1), _parses)
            if slip.line not in mended:
                mended.add(slip.line)
                origin = Origin(path, slip.line + first_line, slip.column + 1)
                problems.append(error(origin, slip.code, slip.message, slip.remedy))
            if slip.corrected is None:
                return None, problems
            text = "\n".join([*lines[: slip.line], slip.corrected, *lines[slip.line + 1 :]])
        except _Refusal as refusal:
            return None, [*problems, refusal.problem]
        else:
            return node, problems + reader.problems
    return None, problems


def _failure(failure: yaml.MarkedYAMLError, last: int) -> Failure:
    mark, begun = failure.problem_mark, failure.context_mark
    line = min(mark.line, last) if mark else 0
    reason = failure.problem or "it is not YAML"
    return Failure(line, mark.column if mark else 0, min(begun.line, line) if begun else line, reason)


def _parses(line: str) -> bool:
    try:
        for _ in yaml.parse(line.strip(), Loader=_LOADER):
            pass
    except yaml.YAMLError:
        return False
    return True


SLIPS = frozenset(
    [
        *("yaml-tab", "yaml-quote", "yaml-bracket", "yaml-colon", "yaml-indent", "yaml-syntax", "comment-value"),
        *("alias", "anchor", "tag", "merge-key", "key-not-text"),
    ]
)
"""The codes of lines that are written wrongly, whatever their value is."""


def without_echoes(problems: Iterable[Problem]) -> list[Problem]:
    """The problems less those of a value whose line is written wrongly: they would say the same mistake again."""
    every = list(problems)
    lines = {p.origin[:2] for p in every if p.code in SLIPS and p.severity is Severity.ERROR}
    return [p for p in every if p.code in SLIPS or p.origin[:2] not in lines] if lines else every


class _Refusal(Exception):  # noqa: N818 - it is not an error of the program
    """Reading must stop here: what follows would be unbounded."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class _Reader:
    """Turns events into nodes. Holds the problems of one text; used once."""

    def __init__(self, path: str, first_line: int, max_values: int, text: str) -> None:
        self.text = text
        self.has_comments = " #" in text
        self.path = path
        self.first_line = first_line
        self.max_values = max_values
        self.values = 0
        self.problems: list[Problem] = []

    def document(self) -> Table:
        # What `yaml.parse` does, without a generator around each event.
        loader = _LOADER(self.text)
        try:
            return self._document(loader.get_event)
        finally:
            loader.dispose()

    def _document(self, next_event: Callable[[], yaml.Event]) -> Table:
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
            node.origin,
            "not-a-map",
            "there must be a key, a colon and a value on each line",
            "write for example “title: Baker”",
        )

    def node(self, event: yaml.Event, next_event: Callable[[], yaml.Event], depth: int) -> Node:
        self.values += 1
        origin = self.origin(event)
        if depth > MAX_DEPTH:
            raise _refusal(origin, "too-deep", f"values are nested more than {MAX_DEPTH} deep", "flatten them")
        if self.values > self.max_values:
            raise _refusal(origin, "too-many-values", f"there are more than {self.max_values} values", "split the file")
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, origin)
        if isinstance(event, yaml.AliasEvent):
            self.not_plain(event, "alias", "aliases (*name)", "*")
            return Scalar("", True, origin)
        if not isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            raise TypeError(event)
        self.marks(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self.table(origin, next_event, depth)
        items: list[Node] = []
        while not isinstance(event := next_event(), yaml.SequenceEndEvent):
            items.append(self.node(event, next_event, depth + 1))
        return Items(tuple(items), origin)

    def scalar(self, event: yaml.ScalarEvent, origin: Origin) -> Scalar:
        self.marks(event)
        value = event.value
        if event.style == '"' and not value.isprintable():
            for _, code, message, remedy in unseen(value):
                self.problem(origin, code, message, remedy)
            # Whoever goes on in spite of the problem shows the rest: a term stays, where its postings would go with it.
            value = _BIDI.sub("", _CONTROL.sub("", value))
        if self.has_comments and event.style not in ("|", ">"):
            self.comment(event)
        return Scalar(value, bool(event.implicit[0]), origin)

    def marks(self, event: yaml.ScalarEvent | yaml.SequenceStartEvent | yaml.MappingStartEvent) -> None:
        if event.anchor is not None:
            self.not_plain(event, "anchor", "anchors (&name)", "&")
        elif event.tag is not None:
            self.not_plain(event, "tag", "tags (!name)", "!")

    def table(self, origin: Origin, next_event: Callable[[], yaml.Event], depth: int) -> Table:
        entries: dict[str, Entry] = {}
        while not isinstance(event := next_event(), yaml.MappingEndEvent):
            key = self.node(event, next_event, depth + 1)
            value = self.node(next_event(), next_event, depth + 1)
            if not isinstance(key, Scalar):
                better = self.in_quotes(key.origin, "{[")
                self.problem(key.origin, "key-not-text", "a value that begins with { or [ is no text", better)
            elif key.text == "<<":
                self.problem(key.origin, "merge-key", "YAML merge keys (<<) are not allowed", "write the values out")
            elif key.text in entries:
                first = entries[key.text].origin.line
                self.problem(
                    key.origin,
                    "duplicate-key",
                    f"{shown(key.text)} is given twice, first on line {first}",
                    "keep one of the two",
                )
            else:
                entries[key.text] = Entry(key.text, value, key.origin)
        return Table(tuple(entries.values()), origin)

    def not_plain(self, event: yaml.Event, code: str, what: str, sign: str) -> None:
        origin = self.origin(event)
        self.problem(origin, code, f"YAML {what} are not allowed", self.in_quotes(origin, sign))

    def in_quotes(self, origin: Origin, signs: str) -> str:
        """The remedy for a value that begins with a sign of YAML's."""
        line = self.line(origin)
        value = line.strip().partition(": ")[2].strip() or line.strip().removeprefix("- ")
        better = quoted(line) if value[:1] and value[0] in signs and len(value) < 200 else None
        return f"write it out, or put the text in quotes: {better.strip()}" if better else "write the value out"

    def comment(self, event: yaml.ScalarEvent) -> None:
        """Notes a text that `#` cuts off: YAML drops “1” of “Dev #1” in silence."""
        end = event.end_mark
        if end is None:
            return
        rest = self.line(Origin(self.path, end.line + self.first_line, 1))[end.column :]
        match = re.match(r"\s*#(?=[^\s#])", rest)
        if match is None:
            return
        origin = Origin(self.path, end.line + self.first_line, end.column + len(match[0]))
        better = quoted(self.line(origin)) if event.style is None or not event.style else None
        remedy = f"put the text in quotes if it belongs to it: {better.strip()}" if better else "write a space after #"
        if event.value:
            message = f"what follows # is not read, only {shown(event.value)}"
            self.problems.append(warning(origin, "comment-cut", message, remedy))
        else:
            self.problem(origin, "comment-value", "what follows # is not read, so the value is empty", remedy)

    def line(self, origin: Origin) -> str:
        return self.text.split("\n")[origin.line - self.first_line]

    def origin(self, event: yaml.Event) -> Origin:
        mark = event.start_mark
        if mark is None:
            return Origin(self.path, self.first_line, 1)
        return Origin(self.path, mark.line + self.first_line, mark.column + 1)

    def problem(self, origin: Origin, code: str, message: str, remedy: str) -> None:
        self.problems.append(error(origin, code, message, remedy))


def _refusal(origin: Origin, code: str, message: str, remedy: str) -> _Refusal:
    return _Refusal(error(origin, code, message, remedy))
