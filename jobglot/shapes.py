"""What a value in front matter may look like: one vocabulary for reading it, for the JSON Schema and for the docs.

A `Shape` turns a node into a typed value or into problems; a `Record` is a map with known keys. All problems of a value
are found in one reading. Why not pydantic: see docs/decisions.md (start-up time, positions, remedies).
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Generic, Protocol, TypeVar

from jobglot import meant
from jobglot.model import Localized, plain
from jobglot.problem import Origin, Problem, error, shown, warning
from jobglot.source import Entry, Items, Node, Scalar, Table, is_missing

T = TypeVar("T")
U = TypeVar("U")
T_co = TypeVar("T_co", covariant=True)
Schema = dict[str, Any]
"""A JSON Schema (2020-12), as JSON values."""


@dataclass(slots=True)
class Reading:
    """The problems of one reading, and what texts by language may be written in."""

    languages: tuple[str, ...] = ()
    extra_keys: tuple[str, ...] = ()
    problems: list[Problem] = field(default_factory=list)
    explained: set[str] = field(default_factory=set)
    """Keys that are not missing but misspelt, which has a problem of its own."""

    def error(self, origin: Origin, code: str, message: str, remedy: str) -> None:
        """Notes something that stops the build."""
        self.problems.append(error(origin, code, message, remedy))

    def warning(self, origin: Origin, code: str, message: str, remedy: str) -> None:
        """Notes something worth a look."""
        self.problems.append(warning(origin, code, message, remedy))


class Shape(Protocol[T_co]):
    """How a value may look. `name` is what a message calls it: "a date"; `example` is one, as written in YAML."""

    @property
    def name(self) -> str:
        """In messages."""

    @property
    def example(self) -> str:
        """In messages."""

    def read(self, node: Node, key: str, reading: Reading) -> T_co | None:
        """The value, or None with the problems noted in `reading`. `node` is not missing."""

    def schema(self) -> Schema:
        """The JSON Schema of such a value."""


def wrong_type(node: Node, key: str, shape: Shape[object], reading: Reading, example: str = "") -> None:
    """Notes that a text, list or map stands where another of the three must."""
    kinds = {Scalar: "a single value", Items: "a list", Table: "a map"}
    remedy = f"write for example “{key}: {example or shape.example}”"
    if isinstance(node, Items) and len(node.items) == 1 and isinstance(node.items[0], Scalar):
        remedy = f"write it without the list: “{key}: {node.items[0].text}”"
    elif isinstance(node, Table) and {entry.key for entry in node.entries} <= set(reading.languages):
        remedy = "write the text of this language only; each language has a file of its own"
    message = f"“{key}” is {kinds[type(node)]}, but must be {shape.name}"
    if isinstance(node, Scalar) and isinstance(shape, Record):
        message = f"“{key}” must be given in parts, not as one value"
    reading.error(node.origin, "wrong-type", message, remedy)


def as_yaml(written: str) -> str:
    """A text as it may stand inside `{…}` or `[…]`."""
    plain = re.fullmatch(r"[^\W_][^,#{}\[\]\"']*", written) and not re.search(r":(?!//)", written)
    return written if plain else json.dumps(written, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Written(Generic[T]):
    """A value written as one text. `parse` gives the value, or a sentence of what to write instead.

    `near` gives the text of the value that another text may have meant, "" for none.
    """

    name: str
    example: str
    code: str
    parse: Callable[[str], T | Wrong]
    json: Schema
    near: Callable[[str], str] = lambda _: ""

    def read(self, node: Node, key: str, reading: Reading) -> T | None:
        """The parsed value."""
        if not isinstance(node, Scalar):
            wrong_type(node, key, self, reading)
            return None
        written = node.text.strip()
        value = self.parse(written)
        if isinstance(value, Wrong):
            # What a word processor makes of quotes is none to YAML; mail programs put addresses between < and >.
            bare = written.strip("“”„«»‹›‘’<> \u00a0\u202f")
            is_it = bare not in ("", written) and not isinstance(self.parse(bare), Wrong)
            remedy = f"write {as_yaml(bare)}, without the signs around it" if is_it else value.remedy
            reading.error(node.origin, value.code or self.code, value.message, remedy)
            return None
        return value

    def schema(self) -> Schema:
        """The schema given."""
        return self.json


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a text is not a value of its shape: what is wrong, what to do, and a code if not the shape's own."""

    message: str
    remedy: str
    code: str = ""


_UNSEEN = re.compile("[\u200b\u2060\ufeff\u00ad]")


def text(longest: int, *, lines: bool = False) -> Written[str]:
    """A text of at most `longest` characters; on one line unless `lines`."""

    def parse(written: str) -> str | Wrong:
        value = written if lines else " ".join(written.split())
        has_unseen = not value.isascii() and _UNSEEN.search(value)
        if not value.strip() or (has_unseen and not _UNSEEN.sub("", value).strip()):
            return Wrong(f"{shown(written)} shows nothing", "write a text that can be seen", "text-blank")
        if has_unseen:
            return Wrong(f"{shown(value)} holds an invisible character", "delete it", "text-invisible")
        if len(value) > longest:
            return Wrong(f"the text has {len(value)} characters, more than {longest}", "shorten it", "text-too-long")
        return value

    return Written(
        "a text", "Some words", "text", parse, {"type": ["string", "number", "boolean"], "maxLength": longest}
    )


def choice(
    values: Iterable[str],
    named: Callable[[str], str] = lambda _: "",
    elsewhere: Callable[[str], str] = lambda _: "",
) -> Written[str]:
    """One of some words. `named` gives the one that a text most likely means, or "", for the remedy.

    `elsewhere` says where to write a text that means none of them, but something of another key.
    """
    words = tuple(values)

    def near(written: str) -> str:
        name = meant.folded(written)
        alike = difflib.get_close_matches(name.replace("-", "_").replace(" ", "_")[:60], words, 1, 0.6)
        return named(written) or next(iter(alike), "")

    def parse(written: str) -> str | Wrong:
        if written in words:
            return written
        better = near(written)
        remedy = f"did you mean “{better}”?" if better else elsewhere(written) or f"write one of: {', '.join(words)}"
        return Wrong(f"{shown(written)} is none of the known values", remedy)

    return Written(f"one of {', '.join(words)}", words[0], "unknown-value", parse, {"enum": list(words)}, near)


@dataclass(frozen=True, slots=True)
class ListOf(Generic[T]):
    """A list of values of one shape; a single value counts as a list of one."""

    of: Shape[T]
    longest: int = 100

    @property
    def name(self) -> str:
        """In messages."""
        return "a list"

    @property
    def example(self) -> str:
        """In messages."""
        return f"[{self.of.example}]"

    def read(self, node: Node, key: str, reading: Reading) -> tuple[T, ...] | None:
        """The values that could be read, in their order; equal ones as often as they are written."""
        items = node.items if isinstance(node, Items) else (node,)
        if len(items) > self.longest:
            reading.error(
                node.origin,
                "list-too-long",
                f"“{key}” holds {len(items)} values, more than {self.longest}",
                "shorten the list",
            )
            return None
        for item in items:
            # A hyphen in another column than the first one is part of the text above it.
            for mark in (",", " - "):
                if isinstance(item, Scalar) and mark in item.text and (found := self._parted(item, key, mark)):
                    parts = ", ".join(found)
                    message = f"{shown(item.text)} is one text, but must be several in a list"
                    reading.error(item.origin, "not-a-list", message, f"write “{key}: [{parts}]”")
                    return None
        before = len(reading.problems)
        values = [self.of.read(item, key, reading) for item in items if not is_missing(item)]
        return None if len(reading.problems) > before and None in values else tuple(v for v in values if v is not None)

    def _parted(self, node: Scalar, key: str, mark: str) -> list[str]:
        """The values between the marks of a text that is none; nothing unless each is one, or has one near."""
        whole = self.of.record.near(node.text) if isinstance(self.of, TextOr) else ""
        if whole or self.of.read(node, key, Reading()) is not None:
            return []
        found = [self._near(Scalar(part.strip(), True, node.origin), key) for part in node.text.split(mark)]
        return found if all(found) else []

    def _near(self, node: Scalar, key: str) -> str:
        if self.of.read(node, key, Reading()) is not None:
            return node.text
        one = self.of.text if isinstance(self.of, TextOr) else self.of
        return one.near(node.text) if isinstance(one, Written) and node.text else ""

    def schema(self) -> Schema:
        """One value or a list of them."""
        one = self.of.schema()
        return {"anyOf": [one, {"type": "array", "items": or_empty(one), "maxItems": self.longest}]}


@dataclass(frozen=True, slots=True)
class ByLanguage:
    """A text in one string or in a map by language."""

    longest: int
    lines: bool = False
    _one: Written[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_one", text(self.longest, lines=self.lines))

    @property
    def name(self) -> str:
        """In messages."""
        return "a text, or a text by language"

    @property
    def example(self) -> str:
        """In messages."""
        return "{en: Some words, fr: Quelques mots}"

    def read(self, node: Node, key: str, reading: Reading) -> Localized | None:
        """The text in each language it is given in."""
        if isinstance(node, Scalar):
            value = self._one.read(node, key, reading)
            return None if value is None else plain(value)
        if not isinstance(node, Table):
            wrong_type(node, key, self, reading)
            return None
        texts = []
        for entry in node.entries:
            # Where the board's languages could not be read, that is the problem.
            if reading.languages and entry.key not in reading.languages:
                reading.error(
                    entry.origin,
                    "unknown-language",
                    f"{shown(entry.key)} in “{key}” is not a language of this board",
                    f"use one of: {', '.join(reading.languages)}",
                )
            elif not is_missing(entry.value):
                value = self._one.read(entry.value, key, reading)
                if value is not None:
                    texts.append((entry.key, value))
        return Localized(tuple(texts)) if texts else None

    def schema(self) -> Schema:
        """A string, or an object of strings."""
        one = self._one.schema()
        return {"anyOf": [one, {"type": "object", "additionalProperties": or_empty(one)}]}


@dataclass(frozen=True, slots=True)
class Field(Generic[T_co]):
    """A known key of a record. `doc` is one sentence for editors."""

    key: str
    shape: Shape[T_co]
    doc: str
    required: bool = False
    example: str = ""


class Given:
    """The values of a record that could be read, by field; what is missing or wrong is None."""

    def __init__(self, table: Table, values: Mapping[str, Any], reading: Reading, has_unknown: bool = False) -> None:
        self.table = table
        self.reading = reading
        self.has_unknown = has_unknown
        """Whether a key is not known: then what seems to be missing may stand there."""
        self._values = values

    def __getitem__(self, field_: Field[T]) -> T | None:
        value: T | None = self._values.get(field_.key)
        return value

    def says(self, field_: Field[T]) -> bool:
        """Whether the key is written with a value, readable or not."""
        return field_.key in self._values

    def origin(self, field_: Field[T]) -> Origin:
        """Where the value stands, or the record when it does not."""
        entry = self.table.get(field_.key)
        return entry.value.origin if entry else self.table.origin

    def error(self, field_: Field[Any], code: str, message: str, remedy: str) -> None:
        """Notes a problem at the field."""
        self.reading.error(self.origin(field_), code, message, remedy)


@dataclass(frozen=True, slots=True)
class Record(Generic[T_co]):
    """A map with known keys. `build` makes the value from what was given, or notes why it cannot.

    `also` names keys of the same file that are read elsewhere, and that a misspelt one may have meant. `near` gives the
    map that a text in its place may have meant, as it is written; "" for none.
    """

    name: str
    example: str
    fields: tuple[Field[Any], ...]
    build: Callable[[Given], T_co | None]
    also: tuple[str, ...] = ()
    near: Callable[[str], str] = lambda _: ""
    _by_key: Mapping[str, Field[Any]] = field(init=False, repr=False, compare=False)
    _required: tuple[Field[Any], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_key", {field_.key: field_ for field_ in self.fields})
        object.__setattr__(self, "_required", tuple(field_ for field_ in self.fields if field_.required))

    def read(self, node: Node, key: str, reading: Reading) -> T_co | None:
        """The value built; unknown and missing keys are noted."""
        if not isinstance(node, Table):
            written = node.text.strip() if isinstance(node, Scalar) else ""
            wrong_type(node, key, self, reading, (self.near(written) if written else "") or self._around(node))
            return None
        return self.build(self.given(node, key, reading))

    def knows(self, key: str) -> bool:
        """Whether it is the key of one of the fields."""
        return key in self._by_key

    def _around(self, node: Node) -> str:
        """The map that holds a text written in its place, where one field can say it all: `{email: a@b.org}`."""
        written = node.text.strip().removeprefix("mailto:") if isinstance(node, Scalar) else ""
        written = f"https://{written}" if written.startswith("www.") else written
        required = [f.key for f in self.fields if f.required]
        candidates = [f for f in self.fields if required in ([], [f.key])] if written else []
        # A field that takes any text comes last: `hr@acme.org` is an address before it is a name, also in a sentence.
        for f in sorted(candidates, key=lambda f: f.shape.name.startswith("a text")):
            if f.shape.read(Scalar(written, True, node.origin), f.key, Reading()) is not None:
                return f"{{{f.key}: {as_yaml(written)}}}"
            if isinstance(f.shape, Written) and (better := f.shape.near(written)):
                return f"{{{f.key}: {better}}}"
        return ""

    def given(self, table: Table, key: str, reading: Reading) -> Given:
        """The readable values of a table, with all its problems noted."""
        values: dict[str, object] = {}
        unknown: list[Entry] = []
        for entry in table.entries:
            field_ = self._by_key.get(entry.key)
            if field_ is None:
                if entry.key not in reading.extra_keys:
                    unknown.append(entry)
            elif not is_missing(entry.value):
                values[entry.key] = field_.shape.read(entry.value, entry.key, reading)
        suggested = self._unknown(unknown, key, reading) if unknown else ()
        given = Given(table, values, reading, bool(unknown))
        for field_ in self._required:
            # In a small map, the key that is not known is the one that is missing.
            if field_.key not in values and not (
                field_.key in suggested or (unknown if key else field_.key in reading.explained)
            ):
                self._missing(field_, given, key)
        return given

    def _unknown(self, entries: list[Entry], key: str, reading: Reading) -> tuple[str, ...]:
        """Notes unknown keys; gives those that may have been meant."""
        known = (*(f.key for f in self.fields), *self.also)
        suggested = []
        for entry in entries[:MOST_UNKNOWN]:
            inside = [f.key for f in self.fields if entry.key in _keys_inside(f.shape)]
            remedy = f"write it inside “{inside[0]}”, indented by two spaces" if len(inside) == 1 else ""
            if not key and (name := _file_meant(entry, known, reading)):
                remedy = f"write it in {name}: each language has a file of its own"
                reading.error(entry.origin, "unknown-key", f"{shown(entry.key)} is not a known key", remedy)
                continue
            if entry.key in reading.languages and (
                by_language := [f for f in self.fields if isinstance(f.shape, ByLanguage)]
            ):
                remedy = f"write it inside “{by_language[0].key}”: {{{by_language[0].key}: {{{entry.key}: …}}}}"
            suggested.append(unknown_key(entry.key, entry.origin, known, reading, remedy))
        if len(entries) > MOST_UNKNOWN:
            message = f"{len(entries) - MOST_UNKNOWN} more keys from here on are not known either"
            reading.error(entries[MOST_UNKNOWN].origin, "unknown-key", message, "delete them")
        return tuple(suggested)

    def _missing(self, field_: Field[Any], given: Given, key: str) -> None:
        where = f" in “{key}”" if key else ""
        example = f"“{field_.key}: {field_.example or field_.shape.example}”"
        is_there = given.table.get(field_.key) is not None
        message, remedy = ("is empty", "write") if is_there else ("is missing", "add")
        given.error(field_, "missing-key", f"“{field_.key}” {message}{where}", f"{remedy} for example {example}")

    def schema(self) -> Schema:
        """An object that allows just these keys."""
        properties = {
            f.key: {**(f.shape.schema() if f.required else or_empty(f.shape.schema())), "description": f.doc}
            for f in self.fields
        }
        required = [f.key for f in self.fields if f.required]
        return {
            "type": "object",
            "properties": properties,
            "additionalProperties": False,
            **({"required": required} if required else {}),
        }


def or_empty(schema: Schema) -> Schema:
    """The schema of a value that may be left empty: CMSs write '' or null for a field left blank."""
    return {"anyOf": [schema, {"enum": ["", None]}]}


def _file_meant(entry: Entry, known: Sequence[str], reading: Reading) -> str:
    """The file beside it that a key of a text's front matter belongs into: `fr`, or `title_fr`; "" for others."""
    base, _, tag = entry.key.replace("-", "_").rpartition("_")
    name, _, ending = entry.origin.path.rpartition("/")[2].rpartition(".")
    if ending != "md" or tag not in reading.languages or (base and base not in known):
        return ""
    return f"{name.rpartition('.')[0]}.{tag}.md"


def _keys_inside(shape: Any) -> tuple[str, ...]:
    """The keys of the map that a shape may be, or may be a list of."""
    while isinstance(shape, (ListOf, TextOr)):
        shape = shape.of if isinstance(shape, ListOf) else shape.record
    return tuple(f.key for f in shape.fields) if isinstance(shape, Record) else ()


MOST_UNKNOWN = 10
"""So many unknown keys of one map are named one by one."""
MOST_LISTED = 12
"""So many known keys are listed in a message."""


def unknown_key(key: str, origin: Origin, known: Sequence[str], reading: Reading, remedy: str = "") -> str:
    """Notes a key that nobody reads; gives the one that was most likely meant, or ""."""
    near = nearest_key(key, known)
    first, colon, rest = key.partition(":")
    if colon and first in known:
        near = first
        remedy = f"write a space after the colon: “{first}: {rest}”"
    elif re.search("[\u00a0\u202f]", key):
        remedy = f"there is a no-break space in it: write “{' '.join(key.split())}” with plain spaces"
    elif re.fullmatch(r"\d{3}(?:\.\d+)?", key):
        remedy = "write figures without commas, for example 45000"
    elif near:
        remedy = f"did you mean “{near}”?"
    elif not remedy:
        every = f"known keys are: {', '.join(sorted(known))}"
        listed = every if len(known) <= MOST_LISTED else "correct or delete it; “jobglot schema” lists the known keys"
        if "more" in known:
            listed = "correct or delete it; a fact that has no key stands under “more: [{name: …, text: …}]”"
        remedy = meant.HINTS.get(_plain(key), listed)
    reading.error(origin, "unknown-key", f"{shown(key)} is not a known key", remedy)
    return near


def nearest_key(key: str, known: Sequence[str]) -> str:
    """The known key that an unknown one was most likely meant to be; "" for none."""
    name = _plain(key)
    near = [ours for ours in (name, *meant.KEYS.get(name, ())) if ours in known]
    alike = difflib.get_close_matches(name, known, 1, 0.7)
    # “status” looks like “starts”, and is a word of its own.
    alike = [ours for ours in alike if name not in meant.HINTS or ours.startswith(name) or name.startswith(ours)]
    return next(iter(near or alike), "")


def _plain(key: str) -> str:
    return meant.folded(key).replace("-", "_").replace(" ", "_")[:60]


@dataclass(frozen=True, slots=True)
class TextOr(Generic[T, U]):
    """Either one text, made into a value by `short`, or a map read by `record`."""

    text: Shape[str]
    short: Callable[[str], T]
    record: Record[U]
    written_out: str = ""
    """How the map says a text that `text` refuses, where `record` has none near: `{name: TEXT}`."""

    @property
    def name(self) -> str:
        """In messages."""
        return f"{self.text.name} or {self.record.name}"

    @property
    def example(self) -> str:
        """In messages."""
        return self.record.example

    def read(self, node: Node, key: str, reading: Reading) -> T | U | None:
        """The value of whichever stands there."""
        if isinstance(node, Scalar):
            known = len(reading.problems)
            value = self.text.read(node, key, reading)
            if self.written_out and len(reading.problems) > known:
                example = self.written_out.replace("TEXT", as_yaml(" ".join(node.text.split())[:60]))
                problem, better = reading.problems[known], self.record.near(node.text)
                remedy = f"write {better}" if better else f"{problem.remedy}, or write {example}"
                reading.problems[known] = replace(problem, remedy=remedy)
            return None if value is None else self.short(value)
        if isinstance(node, Table):
            return self.record.read(node, key, reading)
        wrong_type(node, key, self, reading)
        return None

    def schema(self) -> Schema:
        """Either of the two."""
        return {"anyOf": [self.text.schema(), self.record.schema()]}
