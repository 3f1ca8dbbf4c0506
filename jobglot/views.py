"""The small values that views are made of.

A view is what one template shows: texts, addresses and flags, all worked out. The modules `view_…` make them; each
names the template it is for.
"""

from __future__ import annotations

from typing import NamedTuple

from jobglot.formats import direction
from jobglot.model import Phrase


class Said(NamedTuple):
    """A text to show; `lang` and `dir` are "" when they are the page's own."""

    text: str
    lang: str = ""
    dir: str = ""


class Link(NamedTuple):
    """A text that leads to a page; `hreflang` is set where that page is in another language."""

    said: Said
    url: str
    hreflang: str = ""
    current: str = ""
    """The value of `aria-current`: "page", "true" for the section one is in, or ""."""


def said(phrase: Phrase) -> Said:
    """The phrase with the direction of its language."""
    return said_in(phrase.text, phrase.language or "")


def said_in(text: str, language: str) -> Said:
    """A text in another language than the page's, or in that when `language` is ""."""
    return Said(text, language, direction(language)) if language else Said(text)
