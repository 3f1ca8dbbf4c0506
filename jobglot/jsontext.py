"""JSON as bytes that are the same on every machine."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import TypeAlias

Json: TypeAlias = "Mapping[str, Json] | Sequence[Json] | str | int | float | bool | None"


def text(value: Json) -> str:
    """The value, its keys sorted, without spaces. ValueError for NaN."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))


def document(value: Json) -> bytes:
    """The value as UTF-8, as `text` writes it; one line break at the end."""
    return text(value).encode() + b"\n"


def document_with(value: Mapping[str, Json], key: str, entries: Iterable[str]) -> bytes:
    """The document of an object with one list more, under `key`, whose entries `text` has written already."""
    members = {name: text(each) for name, each in value.items()} | {key: f"[{','.join(entries)}]"}
    return f"{{{','.join(f'{text(name)}:{members[name]}' for name in sorted(members))}}}\n".encode()


def known(properties: Mapping[str, Json]) -> dict[str, Json]:
    """Those properties that say something: without None, empty texts, lists and objects; `False` and 0 stay."""
    return {key: value for key, value in properties.items() if value is not None and value not in ("", [], {})}


def number(amount: Decimal) -> int | float:
    """The amount as JSON writes it: whole amounts without a point."""
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def utc(instant: datetime) -> str:
    """An aware instant as RFC 3339 in UTC, to the second: `2026-03-31T22:00:00Z`."""
    return instant.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"
