"""JSON of other programs, whose values can be anything: what is looked for in it, or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

Object = Mapping[str, object]


def text_at(value: object, *keys: str) -> str:
    """The text that the keys lead to, with figures as text; "" when there is none."""
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return str(value).strip()


def list_at(value: object, *keys: str) -> Sequence[object]:
    """The list that the keys lead to; a single value counts as a list of one."""
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def objects_at(value: object, *keys: str) -> list[Object]:
    """The objects of such a list."""
    return [each for each in list_at(value, *keys) if isinstance(each, Mapping)]


def day_of_milliseconds(value: object) -> str:
    """The UTC day of a Unix time in milliseconds; "" for anything else."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < 10**14:
        return ""
    return datetime.fromtimestamp(value // 1000, UTC).date().isoformat()
