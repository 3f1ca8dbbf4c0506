"""Markdown that both engines read alike: most texts hold headings, paragraphs, lists, emphasis and links only.

GitHub's engine reads such a text twenty times as fast as Python-Markdown, and makes the same HTML of it but for breaks
between elements. Where the two differ (a list right behind a paragraph, underscores, numbers that do not begin with 1)
or an extension may find something, a text is not known to be unambiguous. A test compares what both make of texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_HARMLESS = frozenset(
    ["abbr", "attr_list", "def_list", "fenced_code", "footnotes", "legacy_em", "md_in_html", "sane_lists"]
)
"""Extensions that look for nothing that an unambiguous text holds."""
_OF_TABLES = frozenset(["extra", "tables"])
"""Harmless as well where there are no columns."""

# No control characters, halves of surrogates, other breaks of lines; nothing that begins markup.
_SIGN = r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\\`*_\[\]<>&{}#]"
# Between asterisks and brackets: from a letter or figure to another, or to the end of a sentence.
_MARKED = rf"[^\W_](?:{_SIGN}*[^\W_])?"
_STRESSED = rf"{_MARKED}(?:[.:,;!?](?=\*+\s))?"
_LINK = rf"(?<!!)\[{_MARKED}\]\([A-Za-z0-9/.#?=%@+~:,_-]+\)"
_WORDS = rf"(?:{_SIGN}++|&(?!\#?\w+;)|\*{_STRESSED}\*(?!\*)|\*\*{_STRESSED}\*\*(?!\*)|{_LINK})++(?<=\S)"
# A line may begin with what begins no block, with no number and dot, and with no space; nor does it end with one.
_LINE = rf"(?!\d+[.)](?!\w))(?=[^\s+=:~!-]){_WORDS}"

_HEADING = rf"\#{{1,6}}\ (?=\S){_WORDS}(?:\n++|\Z)"
_BULLETS = [rf"{sign}\ {_LINE}(?:\n(?:\ {{4}})?{sign}\ {_LINE})*+" for sign in ("-", r"\*")]
_NUMBERS = rf"1\.\ {_LINE}(?:\n[0-9]{{1,3}}\.\ {_LINE})*+"
# Items with an empty line between them are paragraphs.
_LIST = rf"(?:{'|'.join([*_BULLETS, _NUMBERS])})(?:\n\n++(?![-*]\ |\d)|\n?\Z)"
_PARAGRAPH = rf"{_LINE}(?:\n{_LINE})*+(?:\n\n++|\n?\Z)"
_UNAMBIGUOUS = re.compile(rf"\n*+(?:{_HEADING}|{_LIST}|{_PARAGRAPH})*+")


def is_unambiguous(source: str, extensions: Iterable[str]) -> bool:
    """Whether GitHub's engine reads the Markdown as Python-Markdown does with these extensions; False in doubt."""
    harmless = _HARMLESS if "|" in source else _HARMLESS | _OF_TABLES
    return harmless.issuperset(extensions) and _UNAMBIGUOUS.fullmatch(source) is not None
