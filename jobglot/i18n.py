"""The interface's words: the messages of a language, as `po_files` reads them.

The messages' keys are the English sentences of templates and code.
"""

from __future__ import annotations

import gettext
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple, TypeAlias

ENGLISH_PLURAL = "(n != 1)"


def N_(message: str) -> str:  # noqa: N802
    """The message itself: marks it for extraction where it is written, to be translated where it is shown."""
    return message


class Entry(NamedTuple):
    """A translated message: its forms, and the expression that chooses among them."""

    forms: tuple[str, ...]
    plural: str = ENGLISH_PLURAL


@dataclass(frozen=True, slots=True)
class Catalog:
    """The messages of one language by context ("" for none) and English sentence. What it lacks is said in English."""

    entries: Mapping[tuple[str, str], Entry] = field(default_factory=dict)

    def gettext(self, message: str) -> str:
        """The message in this language."""
        entry = self.entries.get(("", message))
        return entry.forms[0] if entry else message

    def pgettext(self, context: str, message: str) -> str:
        """The message in this language, in a context that tells it from others spelt alike."""
        entry = self.entries.get((context, message))
        return entry.forms[0] if entry else message

    def ngettext(self, one: str, many: str, count: int) -> str:
        """The form of a message that goes with a count."""
        entry = self.entries.get(("", one))
        if entry is None:
            return one if count == 1 else many
        return entry.forms[min(plural_chooser(entry.plural)(count), len(entry.forms) - 1)]


Messages: TypeAlias = dict[tuple[str, str], tuple[tuple[str, ...], str]]
"""The entries of a catalog as plain values."""


def overlay(base: Catalog, own: Catalog) -> Catalog:
    """`base` with the messages of `own` put in place of its own."""
    return Catalog({**base.entries, **own.entries})


@lru_cache(maxsize=64)
def plural_chooser(expression: str) -> Callable[[int], int]:
    """The function of a `plural=` expression. ValueError when it is not one."""
    return gettext.c2py(expression)
