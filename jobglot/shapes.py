"""What a value in front matter may look like: one vocabulary for reading it, for the JSON Schema and for the docs.

A `Shape` turns a node into a typed value or into problems; a `Record` is a map with known keys. All problems of a value
are found in one reading. Why not pydantic: see docs/decisions.md (start-up time, positions, remedies).
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar, cast

from jobglot.model import Localized
from jobglot.problem import Origin, Problem, error, warning
from jobglot.source import Items, Node, Scalar, Table, is_missing

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


def shown(text: str) -> str:
    """A value as a message can quote it."""
    line = " ".join(text.split())
    return f"“{line if len(line) <= 60 else line[:57] + '…'}”"


def wrong_type(node: Node, key: str, shape: Shape[object], reading: Reading) -> None:
    """Notes that a list or map stands where it cannot."""
    kinds = {Scalar: "a text", Items: "a list", Table: "a map"}
    reading.error(
        node.origin,
        "wrong-type",
        f"“{key}” is {kinds[type(node)]}, but must be {shape.name}",
        f"write for example “{key}: {shape.example}”",
    )


@dataclass(frozen=True, slots=True)
class Written(Generic[T]):
    """A value written as one text. `parse` gives the value, or a sentence of what to write instead."""

    name: str
    example: str
    code: str
    parse: Callable[[str], T | Wrong]
    json: Schema

    def read(self, node: Node, key: str, reading: Reading) -> T | None:
        """The parsed value."""
        if not isinstance(node, Scalar):
            wrong_type(node, key, self, reading)
            return None
        value = self.parse(node.text.strip())
        if isinstance(value, Wrong):
            reading.error(node.origin, value.code or self.code, value.message, value.remedy)
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
        if not _UNSEEN.sub("", value).strip():
            return Wrong(f"{shown(written)} shows nothing", "write a text that can be seen", "text-blank")
        if _UNSEEN.search(value):
            return Wrong(f"{shown(value)} holds an invisible character", "delete it", "text-invisible")
        if len(value) > longest:
            return Wrong(f"the text has {len(value)} characters, more than {longest}", "shorten it", "text-too-long")
        return value

    return Written(
        "a text", "Some words", "text", parse, {"type": ["string", "number", "boolean"], "maxLength": longest}
    )


def choice(values: Iterable[str]) -> Written[str]:
    """One of some words."""
    words = tuple(values)

    def parse(written: str) -> str | Wrong:
        if written in words:
            return written
        near = difflib.get_close_matches(written.lower().replace("-", "_").replace(" ", "_"), words, 1, 0.6)
        remedy = f"did you mean “{near[0]}”?" if near else f"write one of: {', '.join(words)}"
        return Wrong(f"{shown(written)} is none of the known values", remedy)

    return Written(f"one of {', '.join(words)}", words[0], "unknown-value", parse, {"enum": list(words)})


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
        """The values that could be read, each once where they are equal."""
        items = node.items if isinstance(node, Items) else (node,)
        if len(items) > self.longest:
            reading.error(
                node.origin,
                "list-too-long",
                f"“{key}” holds {len(items)} values, more than {self.longest}",
                "shorten the list",
            )
            return None
        before = len(reading.problems)
        values = [self.of.read(item, key, reading) for item in items if not is_missing(item)]
        return None if len(reading.problems) > before and None in values else tuple(v for v in values if v is not None)

    def schema(self) -> Schema:
        """One value or a list of them."""
        one = self.of.schema()
        return {"anyOf": [one, {"type": "array", "items": one, "maxItems": self.longest}]}


@dataclass(frozen=True, slots=True)
class ByLanguage:
    """A text in one string or in a map by language."""

    longest: int
    lines: bool = False

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
        one = text(self.longest, lines=self.lines)
        if isinstance(node, Scalar):
            value = one.read(node, key, reading)
            return None if value is None else Localized((("", value),))
        if not isinstance(node, Table):
            wrong_type(node, key, self, reading)
            return None
        texts = []
        for entry in node.entries:
            if entry.key not in reading.languages:
                reading.error(
                    entry.origin,
                    "unknown-language",
                    f"{shown(entry.key)} in “{key}” is not a language of this board",
                    f"use one of: {', '.join(reading.languages)}",
                )
            elif not is_missing(entry.value):
                value = one.read(entry.value, key, reading)
                if value is not None:
                    texts.append((entry.key, value))
        return Localized(tuple(texts)) if texts else None

    def schema(self) -> Schema:
        """A string, or an object of strings."""
        one = text(self.longest, lines=self.lines).schema()
        return {"anyOf": [one, {"type": "object", "additionalProperties": one}]}


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

    def __init__(self, table: Table, values: Mapping[str, object], reading: Reading) -> None:
        self.table = table
        self.reading = reading
        self._values = values

    def __getitem__(self, field_: Field[T]) -> T | None:
        return cast("T | None", self._values.get(field_.key))

    def says(self, field_: Field[T]) -> bool:
        """Whether the key is written with a value, readable or not."""
        entry = self.table.get(field_.key)
        return entry is not None and not is_missing(entry.value)

    def origin(self, field_: Field[T]) -> Origin:
        """Where the value stands, or the record when it does not."""
        entry = self.table.get(field_.key)
        return entry.value.origin if entry else self.table.origin

    def error(self, field_: Field[Any], code: str, message: str, remedy: str) -> None:
        """Notes a problem at the field."""
        self.reading.error(self.origin(field_), code, message, remedy)


@dataclass(frozen=True, slots=True)
class Record(Generic[T_co]):
    """A map with known keys. `build` makes the value from what was given, or notes why it cannot."""

    name: str
    example: str
    fields: tuple[Field[Any], ...]
    build: Callable[[Given], T_co | None]

    def read(self, node: Node, key: str, reading: Reading) -> T_co | None:
        """The value built; unknown and missing keys are noted."""
        if not isinstance(node, Table):
            wrong_type(node, key, self, reading)
            return None
        return self.build(self.given(node, key, reading))

    def given(self, table: Table, key: str, reading: Reading) -> Given:
        """The readable values of a table, with all its problems noted."""
        known = {field_.key: field_ for field_ in self.fields}
        values: dict[str, object] = {}
        for entry in table.entries:
            field_ = known.get(entry.key)
            if field_ is None:
                if entry.key not in reading.extra_keys:
                    unknown_key(entry.key, entry.origin, tuple(known), reading)
            elif not is_missing(entry.value):
                values[entry.key] = field_.shape.read(entry.value, entry.key, reading)
        given = Given(table, values, reading)
        for field_ in self.fields:
            if field_.required and not given.says(field_):
                where = f" in “{key}”" if key else ""
                example = field_.example or field_.shape.example
                reading.error(
                    given.origin(field_),
                    "missing-key",
                    f"“{field_.key}” is missing{where}",
                    f"add for example “{field_.key}: {example}”",
                )
        return given

    def schema(self) -> Schema:
        """An object that allows just these keys."""
        properties = {f.key: {**f.shape.schema(), "description": f.doc} for f in self.fields}
        required = [f.key for f in self.fields if f.required]
        return {
            "type": "object",
            "properties": properties,
            "additionalProperties": False,
            **({"required": required} if required else {}),
        }


def unknown_key(key: str, origin: Origin, known: Sequence[str], reading: Reading) -> None:
    """Notes a key that nobody reads, with the nearest one that somebody does."""
    near = difflib.get_close_matches(key.lower().replace("-", "_"), known, 1, 0.6)
    remedy = f"did you mean “{near[0]}”?" if near else f"known keys are: {', '.join(sorted(known))}"
    reading.error(origin, "unknown-key", f"{shown(key)} is not a known key", remedy)


@dataclass(frozen=True, slots=True)
class TextOr(Generic[T, U]):
    """Either one text, made into a value by `short`, or a map read by `record`."""

    text: Shape[str]
    short: Callable[[str], T]
    record: Record[U]

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
            value = self.text.read(node, key, reading)
            return None if value is None else self.short(value)
        if isinstance(node, Table):
            return self.record.read(node, key, reading)
        wrong_type(node, key, self, reading)
        return None

    def schema(self) -> Schema:
        """Either of the two."""
        return {"anyOf": [self.text.schema(), self.record.schema()]}
