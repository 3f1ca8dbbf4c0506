"""The parts of `docs/` that the code knows best: the tables of settings and of facts. `make docs` writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jobglot import schema
from jobglot.checks import CHECKS, OFF
from jobglot.config import reference
from jobglot.shapes import Field, Record, TextOr

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
        whole = {"config": config_table, "checks": checks_table}
        table = whole[name]() if name in whole else facts_table(name)
        return f"{BEGIN}\n<!-- {name} -->\n\n{table}\n\n{END}"

    return re.sub(rf"{re.escape(BEGIN)}\n<!-- (\w+) -->\n.*?{re.escape(END)}", part, text, flags=re.DOTALL)


def main() -> None:
    """Write the made parts of every document in `docs/`."""
    for path in sorted(Path("docs").glob("*.md")):
        path.write_text(filled(path.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
