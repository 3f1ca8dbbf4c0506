"""Reading for tests: what front matter says, from the text an editor would write."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jobglot.collection import Siblings, Terms
from jobglot.model import Posting
from jobglot.problem import Problem
from jobglot.readings import read_thing
from jobglot.settings import MarkdownSettings
from jobglot.shapes import Reading, Shape
from jobglot.source import Node, read_table

TERMS = Terms(("en", "fr"), MarkdownSettings())
FACTS = {
    "title": "Baker",
    "organization": "acme",
    "posted": "2026-01-10",
    "deadline": "2026-02-10",
    "apply": "[{email: jobs@acme.example}]",
    "locations": "[ghent]",
    "categories": "[food]",
}


def front(**changes: str | None) -> str:
    """Front matter of a posting that lacks nothing, with these lines changed; None leaves one out."""
    return "".join(f"{key}: {value}\n" for key, value in {**FACTS, **changes}.items() if value is not None)


def document(facts: str, body: str = "Bake bread.") -> bytes:
    """A file with this front matter and body."""
    return f"---\n{facts}---\n\n{body}\n".encode()


def thing(collection: str, files: dict[str, bytes], terms: Terms = TERMS) -> tuple[Any, list[Problem]]:
    """What files named by their language ("" for facts) say together, as the thing `x` of a collection."""
    paths = tuple(
        (tag, f"content/{collection}/x{'.' if tag else ''}{tag or '.yaml'}{'.md' * bool(tag)}") for tag in files
    )
    data = {path: files[tag] for tag, path in paths}
    return read_thing(Siblings(collection, "x", paths), data, terms)


def posting(facts: str, body: str = "Bake bread.") -> tuple[Posting | None, list[Problem]]:
    """A posting of one English file."""
    made, problems = thing("postings", {"en": document(facts, body)})
    return made, problems


def good(facts: str, body: str = "Bake bread.") -> Posting:
    """A posting that must have no problem."""
    made, problems = posting(facts, body)
    assert problems == []
    assert made is not None
    return made


def told(problems: Iterable[Problem]) -> list[tuple[int, str]]:
    """Line and code of each problem, in order."""
    return sorted((problem.origin.line, problem.code) for problem in problems)


def node(yaml: str) -> Node:
    """The value that stands behind `key:`; it must be good YAML."""
    table, problems = read_table(f"key: {yaml}\n", "x.yaml")
    assert problems == []
    assert table is not None
    return table.entries[0].value


def read(shape: Shape[Any], yaml: str, languages: tuple[str, ...] = ("en", "fr")) -> tuple[Any, list[str]]:
    """The value of a shape, and its problems as “message; remedy”."""
    reading = Reading(languages)
    value = shape.read(node(yaml), "key", reading)
    return value, [f"{problem.message}; {problem.remedy}" for problem in reading.problems]
