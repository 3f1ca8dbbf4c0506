"""The parts of `docs/` that the code knows best: tables of settings, facts, checks, views. `make docs` writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from jobglot import schema
from jobglot.checks import CHECKS, OFF
from jobglot.config import reference
from jobglot.render import Html
from jobglot.shapes import Field, Record, TextOr
from jobglot.view_card import Card
from jobglot.view_chrome import Chrome, Footer
from jobglot.view_find import FindView
from jobglot.view_home import HomeView
from jobglot.view_index import IndexView
from jobglot.view_list import ListView
from jobglot.view_organization import OrganizationView
from jobglot.view_posting import PostingView
from jobglot.view_small import ChooserView, NotFoundView, RedirectView
from jobglot.view_statement import StatementView
from jobglot.view_text import NewsIndexView, TextView

BEGIN, END = "<!-- made by “make docs”; do not edit -->", "<!-- end -->"


def config_table() -> str:
    """Every key of config.yaml as a Markdown table."""
    rows = [
        (f"`{key}`", _code(like), _code(default) if default else "", doc) for key, like, default, doc in reference()
    ]
    return _table(("key", "example", "default", "what it says"), rows)


def facts_table(collection: str) -> str:
    """Every key of a collection's front matter as a Markdown table: texts first, then facts."""
    texts, facts = schema.COLLECTIONS[collection]
    rows: list[tuple[str, ...]] = [("**per language**", "", "")]
    rows += [_row(field) for field in texts]
    rows += [("**facts, said once**", "", "")]
    for field in facts:
        rows.append(_row(field))
        rows += [(f"`{field.key}.{p.key}`", _code(p.example or p.shape.example), p.doc) for p in _parts(field)]
    return _table(("key", "example", "what it says"), rows)


def checks_table() -> str:
    """Every check whose severity a board may choose, as a Markdown table."""
    rows = [
        (f"`{code}`", check.severity.value if check.severity else OFF, check.says) for code, check in CHECKS.items()
    ]
    return _table(("code", "by default", "what it tells"), rows)


VIEWS: tuple[type, ...] = (
    *(Chrome, HomeView, PostingView, ListView, IndexView, NewsIndexView, TextView, FindView, StatementView),
    *(NotFoundView, ChooserView, RedirectView, Card, Footer, OrganizationView),
)
"""What the templates of `docs/templates.md` are given, in its order."""


def views_table() -> str:
    """Every value that a template may meet, with its fields, as a Markdown table: views first, then what is in them."""
    pending, rows = list(VIEWS), []
    for view in pending:
        # The type of JSON is made of itself, and no template minds.
        hints = get_type_hints(view, localns={"Json": object})
        names = view._fields if hasattr(view, "_fields") else [each.name for each in fields(view)]
        rows.append((f"`{view.__name__}`", ", ".join(f"`{name}`{_sort(hints[name])}" for name in names)))
        pending += [each for name in names for each in _within(hints[name]) if each not in pending]
    return _table(("value", "fields; texts where nothing else is said"), rows)


def _within(hint: Any) -> Iterator[type]:
    """The values of ours that a type speaks of."""
    if isinstance(hint, type) and (hasattr(hint, "_fields") or is_dataclass(hint)):
        yield hint
    for part in get_args(hint):
        yield from _within(part)


def _sort(hint: Any) -> str:
    return f" ({said})" if (said := _in_words(hint)) != "text" else ""


def _in_words(hint: Any) -> str:
    simple = {str: "text", bool: "true or false", int: "number", Html: "HTML"}
    parts = get_args(hint)
    if hint in simple:
        return simple[hint]
    if NoneType in parts:
        return " or ".join([*(_in_words(part) for part in parts if part is not NoneType), "none"])
    if parts and parts[-1] is Ellipsis:
        return f"list of {_in_words(parts[0])}"
    if get_origin(hint) is tuple:
        return f"[{', '.join(map(_in_words, parts))}]"
    return "map" if parts or not isinstance(hint, type) else f"`{hint.__name__}`"


def _parts(field: Field[Any]) -> tuple[Field[Any], ...]:
    shape = field.shape
    inner = getattr(shape, "of", shape)
    if isinstance(inner, TextOr):
        inner = inner.record
    return inner.fields if isinstance(inner, Record) else ()


def _row(field: Field[Any]) -> tuple[str, str, str]:
    needed = " Required." if field.required else ""
    return f"`{field.key}`", _code(field.example or field.shape.example), field.doc + needed


def _code(example: str) -> str:
    return f"`{example}`".replace("|", "\\|")


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [" | ".join(("", *cells, "")).strip() for cells in (head, ("---",) * len(head), *rows)]
    return "\n".join(lines)


def filled(text: str) -> str:
    """A document with its made parts made anew: each begins with `BEGIN` and the name of a table."""

    def part(match: re.Match[str]) -> str:
        name = match[1]
        whole = {"config": config_table, "checks": checks_table, "views": views_table}
        table = whole[name]() if name in whole else facts_table(name)
        return f"{BEGIN}\n<!-- {name} -->\n\n{table}\n\n{END}"

    return re.sub(rf"{re.escape(BEGIN)}\n<!-- (\w+) -->\n.*?{re.escape(END)}", part, text, flags=re.DOTALL)


def main() -> None:
    """Write the made parts of every document in `docs/`."""
    for path in sorted(Path("docs").glob("*.md")):
        path.write_text(filled(path.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
